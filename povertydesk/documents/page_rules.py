"""The measures of an official page: Decree 30/2020/NĐ-CP, Annex I (paper, margins, sizes); all lengths in points."""

from __future__ import annotations

from dataclasses import dataclass

from povertydesk.poverty.paper import Part, SheetSize

MILLIMETRE = 72 / 25.4

MARGIN_TOP = 20 * MILLIMETRE
MARGIN_BOTTOM = 20 * MILLIMETRE
MARGIN_LEFT = 30 * MILLIMETRE
MARGIN_RIGHT = 15 * MILLIMETRE
PAGE_NUMBER_HEIGHT = 14.5 * MILLIMETRE
"""How far below the sheet's upper edge the page number stands (its foot), within the top margin."""

SHEET_MILLIMETRES = {SheetSize.A4: (210, 297), SheetSize.A3: (297, 420)}

BODY_SIZE = 14
NOTE_SIZE = 12
NATIONAL_TITLE_SIZE = 13
MOTTO_SIZE = 14
OFFICE_SIZE = 13
NUMBER_SIZE = 13
DATE_SIZE = 14
MARKING_SIZE = 13
TITLE_SIZE = 14
SIGNATURE_SIZE = 14
RECIPIENTS_WORD_SIZE = 12
RECIPIENTS_SIZE = 11
PAGE_NUMBER_SIZE = 14
DRAFT_MARK_SIZE = 9
LARGEST_GRID_SIZE = 13
SMALLEST_GRID_SIZE = 9

FIRST_LINE_INDENT = 12.7 * MILLIMETRE
PARAGRAPH_GAP = 6.0
HEADING_GAP = 8.0
SIGNATURE_ROOM = 70.0
"""Height left free for the signature and the stamp."""
TIGHT_SIGNATURE_ROOM = 54.0
"""The least that a signature takes, where a table shall stand on one sheet."""

SHORT_RULE_SHARE = 0.4
"""A rule below the office's name and below the subject is a third to a half as long as the words."""
RULE_THICKNESS = 0.6
GRID_RULE_THICKNESS = 0.5
CELL_PADDING = 3.0
"""Between a cell's words and its upright rules."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as it lies before the reader, with its printed area."""

    width: float
    height: float

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - MARGIN_LEFT - MARGIN_RIGHT

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return self.height - MARGIN_TOP - MARGIN_BOTTOM


def sheet_of(part: Part) -> Sheet:
    """Return the sheet that a part prints on."""
    short, long = (side * MILLIMETRE for side in SHEET_MILLIMETRES[part.size])
    return Sheet(long, short) if part.landscape else Sheet(short, long)


def line_height(size: float) -> float:
    """Return the exact line spacing of text of this size: about 1.15 lines, on half points."""
    return round(size * 1.28 * 2) / 2


def grid_line_height(size: float) -> float:
    """Return the tighter line spacing inside grids."""
    return round(size * 1.16 * 2) / 2
