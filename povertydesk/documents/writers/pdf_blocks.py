"""The blocks of a paper as strips: letterhead, title, headings, paragraphs, closing (Decree 30/2020, Annex I)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.documents.cell_text import NO_BREAK_SPACE
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
    FIRST_LINE_INDENT,
    HEADING_GAP,
    MARKING_SIZE,
    MOTTO_SIZE,
    NATIONAL_TITLE_SIZE,
    NOTE_SIZE,
    NUMBER_SIZE,
    OFFICE_SIZE,
    PARAGRAPH_GAP,
    RECIPIENTS_SIZE,
    RECIPIENTS_WORD_SIZE,
    SHORT_RULE_SHARE,
    SIGNATURE_ROOM,
    SIGNATURE_SIZE,
    TIGHT_SIGNATURE_ROOM,
    TITLE_SIZE,
    line_height,
)
from povertydesk.documents.writers.centring import centred_lines
from povertydesk.documents.writers.chart_lettering import (
    CHART_SIZE,
    GREYS,
    GUIDE_THICKNESS,
    LINE_THICKNESS,
    printed_drawings,
)
from povertydesk.documents.writers.pdf_grid import grid_strips
from povertydesk.documents.writers.pdf_strips import BoxAt, RuleAt, Strip, base_line
from povertydesk.poverty.paper import (
    AnnexHeading,
    ChartBlock,
    Closing,
    Grid,
    Heading,
    Letterhead,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Signers,
    Text,
    Title,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.documents.page_rules import Sheet
    from povertydesk.documents.writers.lines import Line, Ruler, Word
    from povertydesk.poverty.paper import Block

_COLUMN_GAP = 10.0
_RIGHT_SHARE = 0.55
"""How much of a wide sheet the national title's half takes; on an A4 sheet upright its words need more."""
_RULE_DROP = 5.5
"""How far below the letters a rule is drawn."""


class BlockLayout:
    """Lays blocks out for one sheet; `tight` saves height in grids and above the name of who signs."""

    def __init__(self, ruler: Ruler, sheet: Sheet, *, tight: bool = False) -> None:
        self._ruler = ruler
        self._sheet = sheet
        self._width = sheet.text_width
        self._tight = tight

    def strips(self, block: Block) -> list[Strip]:
        """Return the strips of one block, from top to bottom."""
        match block:
            case Letterhead():
                return [self._letterhead(block)]
            case Title():
                return self._title(block)
            case AnnexHeading():
                return self._annex_heading(block)
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block)
            case Grid():
                return self._grid(block)
            case ChartBlock():
                return self._chart(block)
            case Closing():
                return self._closing(block)
            case Signers():
                return [self._signers(block)]
            case PageBreak():
                return [Strip(height=0.0, breaks_page=True)]

    def _plain_lines(
        self, text: str, size: float, width: float, *, bold: bool = False, italic: bool = False
    ) -> list[Line]:
        return self._ruler.lines(self._ruler.words((Text(text),), bold=bold, italic=italic), size, width)

    def _centred(self, words: Sequence[Word], size: float, *, gap_before: float) -> list[Strip]:
        strips = []
        height = line_height(size)
        for place, line in enumerate(centred_lines(self._ruler, words, size, self._width)):
            strip = Strip(height=height, gap_before=0.0 if place else gap_before, keeps_with_next=True)
            strip.set_line(line, (self._width - line.width) / 2, base_line(0.0, height, size), size)
            strips.append(strip)
        return strips

    def _letterhead(self, letterhead: Letterhead) -> Strip:
        strip = Strip(height=0.0)
        title_width = self._ruler.width(NATIONAL_TITLE, Face.BOLD) * NATIONAL_TITLE_SIZE
        right_width = max(title_width + 4.0, self._width * _RIGHT_SHARE)
        left = (0.0, self._width - right_width - _COLUMN_GAP)
        right = (self._width - right_width, self._width)
        first_base = base_line(0.0, line_height(NATIONAL_TITLE_SIZE), NATIONAL_TITLE_SIZE)
        pitch = line_height(MOTTO_SIZE)

        room = left[1] - left[0]
        lines = self._plain_lines(letterhead.superior.upper(), OFFICE_SIZE, room) if letterhead.superior else []
        for office_line in letterhead.office_lines:
            lines += self._plain_lines(office_line.upper(), OFFICE_SIZE, room, bold=True)
        for place, line in enumerate(lines):
            strip.set_line(line, left[0] + (room - line.width) / 2, first_base + place * pitch, OFFICE_SIZE)
        left_end = first_base + max(0, len(lines) - 1) * pitch + _RULE_DROP
        if lines:
            half = lines[-1].width * SHORT_RULE_SHARE / 2
            strip.rules.append(RuleAt(room / 2 - half, left_end, room / 2 + half, left_end))

        # Right: both lines stand level with the first two lines of the left column.
        self._set_centred(strip, NATIONAL_TITLE, right, first_base, Face.BOLD, NATIONAL_TITLE_SIZE)
        motto_base = first_base + pitch
        motto_width = self._set_centred(strip, MOTTO, right, motto_base, Face.BOLD, MOTTO_SIZE)
        middle = (right[0] + right[1]) / 2
        right_end = motto_base + _RULE_DROP
        strip.rules.append(RuleAt(middle - motto_width / 2, right_end, middle + motto_width / 2, right_end))

        # Number and date stand level below the longer of the two heads.
        base = max(left_end, right_end) + 20.0
        self._set_centred(strip, number_line(letterhead), left, base, Face.REGULAR, NUMBER_SIZE)
        date_lines = self._date_lines(date_line(letterhead), right_width)
        for place, line in enumerate(date_lines):
            strip.set_line(line, right[0] + (right_width - line.width) / 2, base + place * pitch, DATE_SIZE)
        strip.height = base + 6.0 + max(0, len(date_lines) - 1) * pitch
        if letterhead.marking:
            self._marking(strip, letterhead.marking, room)
        return strip

    def _date_lines(self, text: str, width: float) -> list[Line]:
        whole = self._ruler.width(text, Face.ITALIC) * DATE_SIZE
        words = self._ruler.words((Text(text.replace(" ", NO_BREAK_SPACE) if whole <= width else text),), italic=True)
        return self._ruler.lines(words, DATE_SIZE, width)

    def _marking(self, strip: Strip, marking: str, room: float) -> None:
        height = line_height(MARKING_SIZE)
        lines = self._plain_lines(marking.upper(), MARKING_SIZE, room - 16.0, bold=True)
        half = max(line.width for line in lines) / 2 + 8.0
        top = strip.height + 4.0
        for place, line in enumerate(lines):
            base = base_line(top + 2.0 + place * height, height, MARKING_SIZE)
            strip.set_line(line, (room - line.width) / 2, base, MARKING_SIZE)
        strip.height = top + 4.0 + len(lines) * height
        strip.frame(room / 2 - half, top, room / 2 + half, strip.height)
        strip.height += 2.0

    def _set_centred(
        self, strip: Strip, text: str, column: tuple[float, float], base: float, face: Face, size: float
    ) -> float:
        """Set one line in the middle of a column and return how wide it is; its spaces stay as they are."""
        words = self._ruler.words(
            (Text(text.replace(" ", NO_BREAK_SPACE), bold=bool(face & Face.BOLD), italic=bool(face & Face.ITALIC)),)
        )
        line = self._ruler.line(words, size)
        strip.set_line(line, (column[0] + column[1] - line.width) / 2, base, size)
        return line.width

    def _title(self, title: Title) -> list[Strip]:
        strips = self._centred(self._ruler.words((Text(title.kind.upper()),), bold=True), TITLE_SIZE, gap_before=16.0)
        strips += self._centred(self._ruler.words(title.subject, bold=True), TITLE_SIZE, gap_before=1.0)
        if title.subject:
            strips.append(self._short_rule(strips[-1]))
        strips.append(Strip(height=4.0, keeps_with_next=True))
        return strips

    def _short_rule(self, above: Strip) -> Strip:
        """Return a rule of a third to a half of the words above it."""
        width = sum(self._ruler.width(text.text, text.face) * text.size for text in above.texts)
        half = width * SHORT_RULE_SHARE / 2
        middle = self._width / 2
        return Strip(height=5.0, keeps_with_next=True, rules=[RuleAt(middle - half, 2.5, middle + half, 2.5)])

    def _annex_heading(self, heading: AnnexHeading) -> list[Strip]:
        strips = self._centred(self._ruler.words((Text(heading.label),), bold=True), TITLE_SIZE, gap_before=0.0)
        strips += self._centred(
            self._ruler.words((Text(heading.title.upper()),), bold=True), TITLE_SIZE, gap_before=0.0
        )
        reference = annex_reference(heading)
        if reference:
            strips += self._centred(self._ruler.words(reference, italic=True), BODY_SIZE, gap_before=0.0)
            strips.append(self._short_rule(strips[-1]))
        strips.append(Strip(height=4.0, keeps_with_next=True))
        strips[0].outline_level = 1
        strips[0].outline_title = f"{heading.label}. {heading.title}"
        return strips

    def _heading(self, heading: Heading) -> list[Strip]:
        words = self._ruler.words(heading.content, bold=True, italic=heading.level >= 3)
        strips = self._running(words, BODY_SIZE, justified=False, indent=FIRST_LINE_INDENT)
        for strip in strips:
            strip.keeps_with_next = True
            strip.section = heading.section
        if strips:
            strips[0].gap_before = HEADING_GAP if heading.level == 1 else PARAGRAPH_GAP
            strips[0].outline_level = heading.level
            strips[0].outline_title = heading.plain
        return strips

    def _paragraph(self, paragraph: Paragraph) -> list[Strip]:
        style = paragraph.style
        words = self._ruler.words(paragraph.content, italic=style is ParagraphStyle.LEGAL_BASIS)
        if style is ParagraphStyle.CENTRED:
            strips = self._centred(words, BODY_SIZE, gap_before=PARAGRAPH_GAP)
        elif style is ParagraphStyle.NOTE:
            strips = self._running(words, NOTE_SIZE, justified=True, indent=0.0)
        else:
            strips = self._running(words, BODY_SIZE, justified=True, indent=FIRST_LINE_INDENT)
        for place, strip in enumerate(strips):
            # Neither the first nor the last line of a paragraph stands alone on a page.
            strip.keeps_with_next = len(strips) > 1 and place in {0, len(strips) - 2}
            strip.section = paragraph.section
        return strips

    def _running(self, words: Sequence[Word], size: float, *, justified: bool, indent: float) -> list[Strip]:
        height = line_height(size)
        base = base_line(0.0, height, size)
        lines = self._ruler.lines(words, size, self._width, indent)
        strips = []
        for place, line in enumerate(lines):
            strip = Strip(height=height, gap_before=0.0 if place else PARAGRAPH_GAP)
            x = 0.0 if place else indent
            stretched = justified and line.spaces and place < len(lines) - 1
            space = (self._width - x - line.width) / line.spaces if stretched else 0.0
            strip.set_line(line, x, base, size, space)
            strips.append(strip)
        return strips

    def _grid(self, grid: Grid) -> list[Strip]:
        strips = []
        if grid.caption:
            strips += self._centred(
                self._ruler.words((Text(grid.caption),), bold=True), BODY_SIZE, gap_before=PARAGRAPH_GAP
            )
        if grid.unit_note:
            for line in self._plain_lines(grid.unit_note, NOTE_SIZE, self._width, italic=True):
                height = line_height(NOTE_SIZE)
                strip = Strip(height=height, keeps_with_next=True)
                strip.set_line(line, self._width - line.width, base_line(0.0, height, NOTE_SIZE), NOTE_SIZE)
                strips.append(strip)
        body = grid_strips(grid, self._ruler, self._width, self._sheet.text_height, tight=self._tight)
        body[0].gap_before = 4.0 if strips else PARAGRAPH_GAP
        return [*strips, *body, Strip(height=4.0)]

    def _chart(self, block: ChartBlock) -> list[Strip]:
        chart = block.chart
        strips = self._centred(self._ruler.words((Text(chart.title),), bold=True), BODY_SIZE, gap_before=HEADING_GAP)
        drawings = printed_drawings(chart, self._width, self._ruler)
        stays_whole = 2 * sum(drawing.height for drawing in drawings) <= self._sheet.text_height
        for place, drawing in enumerate(drawings):
            strip = Strip(height=drawing.height)
            # A long chart is divided, but neither its first nor its last line stands alone on a page.
            strip.keeps_with_next = bool(chart.note) and place == len(drawings) - 1
            strip.keeps_with_next |= place < len(drawings) - 1 and (stays_whole or place in {0, len(drawings) - 2})
            strip.boxes = [BoxAt(box.x, box.y, box.width, box.height, GREYS[box.shade]) for box in drawing.boxes]
            strip.rules = [
                RuleAt(one.x0, one.y0, one.x1, one.y1, LINE_THICKNESS[one.shade] if one.bold else GUIDE_THICKNESS)
                for one in drawing.strokes
            ]
            for words in drawing.words:
                strip.set_line(self._whole(words.text), words.x, words.base, CHART_SIZE)
            strips.append(strip)
        for line in self._plain_lines(chart.note, NOTE_SIZE, self._width, italic=True) if chart.note else ():
            strip = Strip(height=line_height(NOTE_SIZE))
            strip.set_line(line, 0.0, base_line(0.0, strip.height, NOTE_SIZE), NOTE_SIZE)
            strips.append(strip)
        return [*strips, Strip(height=6.0)]

    def _whole(self, text: str) -> Line:
        return self._ruler.line(self._ruler.words((Text(text.replace(" ", NO_BREAK_SPACE)),)), CHART_SIZE)

    def _closing(self, closing: Closing) -> list[Strip]:
        strip = Strip(height=0.0, gap_before=14.0)
        left_width = self._width * 0.46
        column = (self._width * 0.48, self._width)
        height = line_height(SIGNATURE_SIZE)
        cursor = 0.0
        for authority in closing.signature.authority_lines:
            cursor = self._signature_lines(strip, authority.upper(), column, cursor, height)
        cursor += TIGHT_SIGNATURE_ROOM if self._tight else SIGNATURE_ROOM
        cursor = self._signature_lines(strip, closing.signature.name, column, cursor, height)
        recipients = recipient_lines(closing.recipients)
        if not recipients:
            strip.height = cursor
            return [strip]
        # The word stands level with the first line of authority.
        self._set_left(strip, RECIPIENTS_WORD, base_line(0.0, height, SIGNATURE_SIZE))
        lines = [line for recipient in recipients for line in self._plain_lines(recipient, RECIPIENTS_SIZE, left_width)]
        return self._beside(strip, lines, height, cursor)

    def _signers(self, block: Signers) -> Strip:
        strip = Strip(height=0.0, gap_before=14.0)
        room = self._width / len(block.roles)
        height = line_height(NOTE_SIZE)
        cursors = []
        for place, role in enumerate(block.roles):
            cursor = 0.0
            for text, bold in ((role, True), (block.hint, False)):
                for line in self._plain_lines(text, NOTE_SIZE, room - _COLUMN_GAP, bold=bold, italic=not bold):
                    x = place * room + (room - line.width) / 2
                    strip.set_line(line, x, base_line(cursor, height, NOTE_SIZE), NOTE_SIZE)
                    cursor += height
            cursors.append(cursor)
        strip.height = max(cursors) + SIGNATURE_ROOM
        return strip

    def _beside(self, strip: Strip, lines: list[Line], top: float, signature_end: float) -> list[Strip]:
        """Set the recipients beside the signature; those beyond a page's room follow as lines of their own."""
        pitch = line_height(RECIPIENTS_SIZE)
        fitting = int((self._sheet.text_height - top) / pitch)
        for place, line in enumerate(lines[:fitting]):
            strip.set_line(line, 0.0, base_line(top + place * pitch, pitch, RECIPIENTS_SIZE), RECIPIENTS_SIZE)
        strip.height = max(signature_end, top + min(fitting, len(lines)) * pitch)
        strips = [strip]
        for line in lines[fitting:]:
            further = Strip(height=pitch)
            further.set_line(line, 0.0, base_line(0.0, pitch, RECIPIENTS_SIZE), RECIPIENTS_SIZE)
            strips.append(further)
        return strips

    def _set_left(self, strip: Strip, text: str, base: float) -> None:
        line = self._ruler.line(self._ruler.words((Text(text),), bold=True, italic=True), RECIPIENTS_WORD_SIZE)
        strip.set_line(line, 0.0, base, RECIPIENTS_WORD_SIZE)

    def _signature_lines(
        self, strip: Strip, text: str, column: tuple[float, float], cursor: float, height: float
    ) -> float:
        room = column[1] - column[0]
        for line in self._plain_lines(text, SIGNATURE_SIZE, room, bold=True):
            x = column[0] + (room - line.width) / 2
            strip.set_line(line, x, base_line(cursor, height, SIGNATURE_SIZE), SIGNATURE_SIZE)
            cursor += height
        return cursor


def keep_closings(blocks: Sequence[Block], strips: Sequence[list[Strip]]) -> None:
    """Bind each closing to at least two lines of the text before it."""
    for place, block in enumerate(blocks):
        if not isinstance(block, Closing | Signers):
            continue
        before = [strip for group in strips[:place] for strip in group][-3:]
        lines = [strip for strip in before if strip.texts][-2:]
        for strip in before[before.index(lines[0]) :] if lines else ():
            strip.keeps_with_next = True
