"""Letterhead, titles and closing of a Word paper: tables without rules, and rules as long as the decree wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.documents.fonts import Face
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
    RECIPIENTS_WORD_SIZE,
    SHORT_RULE_SHARE,
    SIGNATURE_ROOM,
    TIGHT_SIGNATURE_ROOM,
    TITLE_SIZE,
)
from povertydesk.documents.writers import docx_styles as styles
from povertydesk.documents.writers.centring import centred_lines
from povertydesk.documents.writers.docx_xml import cell, paragraph, row, rule, run, spacer, table
from povertydesk.poverty.paper import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from povertydesk.documents.writers.docx_xml import Inlines
    from povertydesk.documents.writers.lines import Line, Ruler
    from povertydesk.poverty.paper import AnnexHeading, Closing, Inline, Letterhead, Signers, Title

_RIGHT_SHARE = 0.55
_TITLE_SLACK = 8.0
"""Room beside the national title, so that it stands on one line in every Word."""
_RECIPIENTS_SHARE = 0.47


class HeadWriter:
    """Makes what stands before and after the text, for one width of page."""

    def __init__(self, ruler: Ruler, inlines: Inlines, width: float, *, tight: bool = False) -> None:
        self._ruler = ruler
        self._inlines = inlines
        self._width = width
        self._signature_room = TIGHT_SIGNATURE_ROOM if tight else SIGNATURE_ROOM

    def letterhead(self, head: Letterhead) -> list[BaseOxmlElement]:
        """Return the two columns of the head: office and number left, nation and date right."""
        title_width = self._ruler.width(NATIONAL_TITLE, Face.BOLD) * NATIONAL_TITLE_SIZE
        right = max(title_width + _TITLE_SLACK, self._width * _RIGHT_SHARE)
        left = self._width - right
        office = [_line(head.superior.upper(), OFFICE_SIZE)] if head.superior else []
        office += [_line(words.upper(), OFFICE_SIZE, bold=True) for words in head.office_lines]
        if head.office_lines:
            name = self._ruler.words((Text(head.office_lines[-1].upper()),), bold=True)
            office.append(_short_rule(self._ruler.lines(name, OFFICE_SIZE, left), left))
        motto_width = self._ruler.width(MOTTO, Face.BOLD) * MOTTO_SIZE
        nation = [
            _line(NATIONAL_TITLE, NATIONAL_TITLE_SIZE, bold=True),
            _line(MOTTO, MOTTO_SIZE, bold=True),
            rule(motto_width, right, space_before=1.0),
        ]
        number = [_line(number_line(head), NUMBER_SIZE, space_before=4.0)]
        if head.marking:
            marking = run(f" {head.marking.upper()} ", bold=True, size=MARKING_SIZE, framed=True)
            number.append(paragraph(styles.HEAD, [marking], space_before=4.0))
        date = [_line(date_line(head), DATE_SIZE, italic=True, space_before=4.0)]
        rows = [
            row([cell(left, office or [spacer(1.0)]), cell(right, nation)]),
            row([cell(left, number), cell(right, date)]),
        ]
        return [table((left, right), rows, ruled=False, padding=0.0), spacer(8.0)]

    def title(self, title: Title) -> list[BaseOxmlElement]:
        """Return kind and subject with the short rule below."""
        made = [paragraph(styles.TITLE, [run(title.kind.upper())], space_before=8.0)]
        if title.subject:
            lines = self._centred(title.subject, TITLE_SIZE, bold=True)
            made.append(paragraph(styles.TITLE, self._inlines.broken(lines)))
            made.append(_short_rule(lines, self._width))
        return [*made, spacer(4.0)]

    def annex_heading(self, heading: AnnexHeading) -> list[BaseOxmlElement]:
        """Return the annex's label and title, and what paper it goes with."""
        made = [
            paragraph(styles.TITLE, [run(heading.label)], outlined=True),
            paragraph(
                styles.TITLE,
                self._inlines.broken(self._centred((Text(heading.title.upper()),), TITLE_SIZE, bold=True)),
            ),
        ]
        reference = annex_reference(heading)
        if reference:
            lines = self._centred(reference, BODY_SIZE, italic=True)
            words = self._inlines.broken(lines)
            made.append(paragraph(styles.CENTRED, words, space_before=0.0, keep_with_next=True))
            made.append(_short_rule(lines, self._width))
        return [*made, spacer(4.0)]

    def closing(self, closing: Closing) -> list[BaseOxmlElement]:
        """Return recipients and signature side by side, in one row that is never torn."""
        left = self._width * _RECIPIENTS_SHARE
        recipients = recipient_lines(closing.recipients)
        foot = []
        if recipients:
            word = run(RECIPIENTS_WORD, bold=True, italic=True, size=RECIPIENTS_WORD_SIZE)
            foot = [paragraph(styles.RECIPIENT, [word])]
            foot += [paragraph(styles.RECIPIENT, [run(line)]) for line in recipients]
        lines = [paragraph(styles.SIGNATURE, [run(line.upper())]) for line in closing.signature.authority_lines]
        name = run(closing.signature.name)
        lines.append(paragraph(styles.SIGNATURE, [name], space_before=self._signature_room))
        cells = [cell(left, foot or [spacer(1.0)]), cell(self._width - left, lines)]
        return [table((left, self._width - left), [row(cells)], ruled=False, padding=0.0), spacer(1.0)]

    def signers(self, block: Signers) -> list[BaseOxmlElement]:
        """Return the roles side by side, each with room for a signature, in one row that is never torn."""
        width = self._width / len(block.roles)
        cells = []
        for role in block.roles:
            lines = [paragraph(styles.SIGNATURE, [run(role, size=NOTE_SIZE)])]
            if block.hint:
                lines.append(paragraph(styles.HEAD, [run(block.hint, italic=True, size=NOTE_SIZE)]))
            cells.append(cell(width, [*lines, spacer(SIGNATURE_ROOM)]))
        return [table([width] * len(cells), [row(cells)], ruled=False, padding=0.0), spacer(1.0)]

    def _centred(
        self, content: Sequence[Inline], size: float, *, bold: bool = False, italic: bool = False
    ) -> list[Line]:
        return centred_lines(self._ruler, self._ruler.words(content, bold=bold, italic=italic), size, self._width)


def _short_rule(lines: Sequence[Line], room: float) -> BaseOxmlElement:
    """Return a rule of a third to a half of the last line of the words above it."""
    return rule(lines[-1].width * SHORT_RULE_SHARE if lines else 0.0, room, space_before=1.0)


def _line(
    text: str, size: float, *, bold: bool = False, italic: bool = False, space_before: float | None = None
) -> BaseOxmlElement:
    return paragraph(styles.HEAD, [run(text, bold=bold, italic=italic, size=size)], space_before=space_before)
