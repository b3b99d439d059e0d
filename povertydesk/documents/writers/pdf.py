"""The PDF that prints, previews and is kept: strips filled into pages and painted on reportlab's canvas.

The same paper gives the same bytes. Text is painted as it is, never read as markup.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from povertydesk.documents.fonts import Face
from povertydesk.documents.page_rules import (
    DRAFT_MARK_SIZE,
    MARGIN_LEFT,
    MARGIN_TOP,
    MILLIMETRE,
    PAGE_NUMBER_HEIGHT,
    PAGE_NUMBER_SIZE,
    sheet_of,
)
from povertydesk.documents.progress import step
from povertydesk.documents.writers.lines import Ruler
from povertydesk.documents.writers.page_filling import part_pages, spared_pages
from povertydesk.documents.writers.pdf_blocks import BlockLayout
from povertydesk.documents.writers.pdf_strips import BoxAt, RuleAt, TextAt
from povertydesk.poverty.paper import Part
from povertydesk.poverty.vietnamese import to_nfc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.documents.fonts import FontSet
    from povertydesk.documents.page_rules import Sheet
    from povertydesk.documents.progress import Progress
    from povertydesk.documents.writers.pdf_strips import Strip
    from povertydesk.poverty.paper import Figure, Paper

_LANGUAGE = "vi-VN"
_PRODUCER = "PovertyDesk"
_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """Where a bound figure stands: page from 1, edges in points from the page's upper left corner."""

    figure: Figure
    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """Where a section of the screen begins: page from 1, points from the page's upper edge."""

    section: str
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class PdfDocument:
    """A written paper: its bytes, and where figures and sections stand on its pages.

    `unprintable` are the characters that no bundled face has; they show as empty boxes and are worth a finding.
    """

    data: bytes
    page_count: int
    figures: tuple[PlacedFigure, ...]
    sections: tuple[PlacedSection, ...]
    unprintable: str


def write_pdf(paper: Paper, fonts: FontSet, progress: Progress | None = None) -> PdfDocument:
    """Write a paper as PDF.

    Raises:
        WritingCancelled: `progress` says that nobody waits any more.
    """
    ruler = Ruler(fonts)
    target = io.BytesIO()
    painter = _Painter(paper, fonts, ruler, target)
    total = 2 * sum(len(part.blocks) for part in paper.parts)
    done = 0
    for part in paper.parts or (Part(()),):
        sheet = sheet_of(part)
        layout = BlockLayout(ruler, sheet)
        laid_out: list[list[Strip]] = []
        for block in part.blocks:
            step(progress, done, total)
            laid_out.append(layout.strips(block))
            done += 1
        pages = part_pages(part, laid_out, sheet)
        spared = spared_pages(part, pages, ruler)
        if spared is not None:
            sheet, pages = spared.sheet, spared.pages
        for number, page in enumerate(pages, start=1):
            step(progress, done + len(part.blocks) * (number - 1) // len(pages), total)
            painter.paint_page(page, sheet, number)
        done += len(part.blocks)
    return painter.finish()


class _Painter:
    """Paints pages on a canvas and remembers where figures and sections came to stand."""

    def __init__(self, paper: Paper, fonts: FontSet, ruler: Ruler, target: io.BytesIO) -> None:
        self._fonts = fonts
        self._ruler = ruler
        self._target = target
        self._draft_mark = to_nfc(paper.draft_mark).upper()
        self._page = 0
        self._bookmarks = 0
        self._outline_level = -1
        self._figures: list[PlacedFigure] = []
        self._sections: dict[str, PlacedSection] = {}
        self._canvas = Canvas(
            target,
            invariant=1,
            pageCompression=1,
            # Without a first face of our own an unembedded Helvetica is listed in the file.
            initialFontName=fonts.names[Face.REGULAR],  # type: ignore[arg-type]  # the stubs say float
            lang=_LANGUAGE,
        )
        self._canvas.setTitle(to_nfc(paper.title))
        self._canvas.setAuthor(to_nfc(paper.author))
        self._canvas.setSubject(paper.name)
        self._canvas.setCreator(_PRODUCER)
        self._canvas.setProducer(_PRODUCER)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def paint_page(self, strips: Sequence[tuple[float, Strip]], sheet: Sheet, number: int) -> None:
        """Paint one page; `number` counts within its part and is printed from 2 on."""
        self._page += 1
        self._canvas.setPageSize((sheet.width, sheet.height))
        texts: list[TextAt] = []
        rules: list[RuleAt] = []
        boxes: list[BoxAt] = []
        for top, strip in strips:
            y = MARGIN_TOP + top
            texts += (text._replace(x=text.x + MARGIN_LEFT, y=text.y + y) for text in strip.texts)
            rules += (
                RuleAt(rule.x0 + MARGIN_LEFT, rule.y0 + y, rule.x1 + MARGIN_LEFT, rule.y1 + y, rule.thickness)
                for rule in strip.rules
            )
            boxes += (box._replace(x=box.x + MARGIN_LEFT, y=box.y + y) for box in strip.boxes)
            self._note_places(strip, y, sheet)
        if number > 1:
            texts.append(self._centred(str(number), sheet, PAGE_NUMBER_HEIGHT, Face.REGULAR, PAGE_NUMBER_SIZE))
        if self._draft_mark:
            self._add_draft_mark(texts, rules, sheet)
        self._paint_boxes(boxes, sheet.height)
        self._paint_texts(texts, sheet.height)
        self._paint_rules(rules, sheet.height)
        self._canvas.showPage()

    def finish(self) -> PdfDocument:
        """Close the file."""
        self._canvas.save()
        return PdfDocument(
            self._target.getvalue(),
            self._page,
            tuple(self._figures),
            tuple(self._sections.values()),
            self._fonts.missing_letters(self._ruler.letters()),
        )

    def _note_places(self, strip: Strip, y: float, sheet: Sheet) -> None:
        for figure, x0, y0, x1, y1 in strip.figures:
            place = PlacedFigure(figure, self._page, x0 + MARGIN_LEFT, y0 + y, x1 + MARGIN_LEFT, y1 + y)
            self._figures.append(place)
        if strip.section and strip.section not in self._sections:
            self._sections[strip.section] = PlacedSection(strip.section, self._page, y)
        if strip.outline_level is not None:
            self._bookmarks += 1
            key = f"heading-{self._bookmarks}"
            # A reader shows no entry two levels below the one before it.
            self._outline_level = min(strip.outline_level - 1, self._outline_level + 1)
            self._canvas.bookmarkHorizontal(key, 0, sheet.height - y)
            self._canvas.addOutlineEntry(to_nfc(strip.outline_title), key, self._outline_level)

    def _centred(self, text: str, sheet: Sheet, y: float, face: Face, size: float) -> TextAt:
        width = self._ruler.width(text, face) * size
        return TextAt(MARGIN_LEFT + (sheet.text_width - width) / 2, y, text, face, size)

    def _add_draft_mark(self, texts: list[TextAt], rules: list[RuleAt], sheet: Sheet) -> None:
        top, bottom = 5 * MILLIMETRE, 9.5 * MILLIMETRE
        text = self._centred(self._draft_mark, sheet, bottom - 3.4, Face.BOLD, DRAFT_MARK_SIZE)
        texts.append(text)
        left = text.x - 5.0
        right = 2 * MARGIN_LEFT + sheet.text_width - left
        rules += (
            RuleAt(left, top, right, top),
            RuleAt(left, bottom, right, bottom),
            RuleAt(left, top, left, bottom),
            RuleAt(right, top, right, bottom),
        )

    def _paint_texts(self, texts: Sequence[TextAt], height: float) -> None:
        target = self._canvas.beginText()
        font: tuple[Face, float] | None = None
        space = 0.0
        for text in texts:
            if (text.face, text.size) != font:
                font = (text.face, text.size)
                target.setFont(self._fonts.names[text.face], text.size)
            if text.word_space != space:
                space = text.word_space
                target.setWordSpace(space)
            target.setTextOrigin(text.x, height - text.y)
            target.textOut(text.text)
        self._canvas.drawText(target)

    def _paint_boxes(self, boxes: Sequence[BoxAt], height: float) -> None:
        if not boxes:
            return
        for box in boxes:
            self._canvas.setFillGray(box.grey)
            self._canvas.rect(box.x, height - box.y - box.height, box.width, box.height, stroke=0, fill=1)
        self._canvas.setFillGray(0)

    def _paint_rules(self, rules: Sequence[RuleAt], height: float) -> None:
        for thickness, lines in _joined(rules).items():
            self._canvas.setLineWidth(thickness)
            self._canvas.lines([(x0, height - y0, x1, height - y1) for x0, y0, x1, y1 in lines])


def _joined(rules: Sequence[RuleAt]) -> dict[float, list[tuple[float, float, float, float]]]:
    """Group rules by thickness, drop repeated ones and join upright ones that go on from strip to strip."""
    groups: dict[float, dict[tuple[float, float, float, float], None]] = {}
    upright: dict[tuple[float, float], tuple[float, float]] = {}
    for x0, y0, x1, y1, thickness in rules:
        lines = groups.setdefault(thickness, {})
        if x0 != x1:
            lines[x0, y0, x1, y1] = None
            continue
        key = (round(x0, 2), thickness)
        if key in upright:
            begun, ended = upright[key]
            if y0 <= ended + _ROUNDING and y1 >= begun - _ROUNDING:
                upright[key] = (min(begun, y0), max(ended, y1))
                continue
            lines[x0, begun, x0, ended] = None
        upright[key] = (y0, y1)
    for (x, thickness), (begun, ended) in upright.items():
        groups[thickness][x, begun, x, ended] = None
    return {thickness: list(lines) for thickness, lines in groups.items()}
