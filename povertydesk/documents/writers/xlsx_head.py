"""Letterhead, title and closing on a sheet: left half and right half of its columns."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from povertydesk.documents.cell_text import sentence
from povertydesk.documents.letterhead import (
    MOTTO,
    NATIONAL_TITLE,
    RECIPIENTS_WORD,
    annex_reference,
    date_line,
    number_line,
    recipient_lines,
)
from povertydesk.documents.page_rules import (
    BODY_SIZE,
    DATE_SIZE,
    MARKING_SIZE,
    MOTTO_SIZE,
    NATIONAL_TITLE_SIZE,
    NOTE_SIZE,
    NUMBER_SIZE,
    OFFICE_SIZE,
    RECIPIENTS_SIZE,
    RECIPIENTS_WORD_SIZE,
    SIGNATURE_ROOM,
    SIGNATURE_SIZE,
    TITLE_SIZE,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.documents.writers.xlsx_cells import SheetWriter
    from povertydesk.poverty.paper import AnnexHeading, Closing, Letterhead, Signers, Title

_RIGHT_SHARE = 0.55
_SHORT_RULE = "―――――"


class SheetHead:
    """Writes what stands above and below a sheet's content."""

    def __init__(self, writer: SheetWriter) -> None:
        self._writer = writer
        self._last = len(writer.widths)
        self._middle = _last_left_column(writer.widths)

    def letterhead(self, head: Letterhead) -> None:
        """Write office and nation side by side, number and date below."""
        office = [(head.superior.upper(), False)] if head.superior else []
        office += [(line.upper(), True) for line in head.office_lines]
        nation = [(NATIONAL_TITLE, NATIONAL_TITLE_SIZE), (MOTTO, MOTTO_SIZE)]
        for left, right in itertools.zip_longest(office, nation):
            if left is not None:
                self._left(left[0], OFFICE_SIZE, bold=left[1])
            if right is not None:
                self._right(right[0], right[1], bold=True, underline=right[0] == MOTTO)
            self._writer.next_row()
        self._left(_SHORT_RULE, 8)
        self._writer.next_row()
        self._left(number_line(head), NUMBER_SIZE)
        self._right(date_line(head), DATE_SIZE, italic=True)
        self._writer.next_row()
        if head.marking:
            self._left(f"[ {head.marking.upper()} ]", MARKING_SIZE, bold=True)
            self._writer.next_row()
        self._writer.next_row(height=8.0)

    def title(self, title: Title) -> None:
        """Write kind and subject."""
        self.centred(title.kind.upper(), TITLE_SIZE, bold=True)
        if title.subject:
            self.centred(sentence(title.subject), TITLE_SIZE, bold=True)
        self._writer.next_row(height=6.0)

    def annex_heading(self, heading: AnnexHeading) -> None:
        """Write an annex's label, title and the paper it goes with."""
        self.centred(heading.label, TITLE_SIZE, bold=True)
        self.centred(heading.title.upper(), TITLE_SIZE, bold=True)
        reference = annex_reference(heading)
        if reference:
            self.centred(sentence(reference), BODY_SIZE, italic=True)
        self._writer.next_row(height=6.0)

    def centred(self, text: str, size: float, *, bold: bool = False, italic: bool = False) -> None:
        """Write words in the middle of the whole sheet."""
        for line in self._writer.centred_stretches(text, size, bold=bold, italic=italic):
            self._writer.put(line, 1, self._last, size=size, bold=bold, italic=italic, align="center", shrink=True)
            self._writer.next_row()

    def closing(self, closing: Closing) -> None:
        """Write recipients left and the signature right."""
        self._writer.next_row(height=10.0)
        first = self._writer.row
        for line in closing.signature.authority_lines:
            self._right(line.upper(), SIGNATURE_SIZE, bold=True)
            self._writer.next_row()
        room = self._writer.row
        recipients = recipient_lines(closing.recipients)
        if self._middle < self._last:
            self._writer.row = first
        for place, line in enumerate((RECIPIENTS_WORD, *recipients) if recipients else ()):
            size = RECIPIENTS_SIZE if place else RECIPIENTS_WORD_SIZE
            self._writer.put(line, 1, self._middle, size=size, bold=not place, italic=not place, vertical="top")
            self._writer.next_row()
        # The list may run on beside the room for the signature; the name stands below both.
        used = sum(self._writer.sheet.row_dimensions[row].height or 0.0 for row in range(room, self._writer.row))
        self._writer.row = max(room, self._writer.row)
        if used < SIGNATURE_ROOM:
            self._writer.next_row(height=SIGNATURE_ROOM - used)
        self._right(closing.signature.name, SIGNATURE_SIZE, bold=True)
        self._writer.next_row()

    def signers(self, block: Signers) -> None:
        """Write who signs, two side by side, each with room for a signature."""
        for first in range(0, len(block.roles), 2):
            pair = block.roles[first : first + 2]
            self._writer.next_row(height=10.0)
            for text in (pair, tuple(block.hint for _ in pair)):
                self._left(text[0], NOTE_SIZE, bold=text is pair)
                for right in text[1:]:
                    self._right(right, NOTE_SIZE, bold=text is pair)
                self._writer.next_row()
            self._writer.next_row(height=SIGNATURE_ROOM)

    def _left(self, text: str, size: float, *, bold: bool = False) -> None:
        self._writer.put(text, 1, self._middle, size=size, bold=bold, align="center", shrink=True)

    def _right(
        self, text: str, size: float, *, bold: bool = False, italic: bool = False, underline: bool = False
    ) -> None:
        first = min(self._middle + 1, self._last)
        if first == self._middle:
            # A sheet of one column has no right half: what belongs there stands below.
            self._writer.next_row()
        self._writer.put(
            text,
            first,
            self._last,
            size=size,
            bold=bold,
            italic=italic,
            underline=underline,
            align="center",
            shrink=True,
        )


def _last_left_column(widths: Sequence[float]) -> int:
    """Return the last column of the left half, so that the right half has its share of the sheet."""
    total, right = sum(widths), 0.0
    for place in range(len(widths), 1, -1):
        right += widths[place - 1]
        if right >= total * _RIGHT_SHARE:
            return place - 1
    return 1
