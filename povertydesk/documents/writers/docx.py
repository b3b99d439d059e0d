"""The Word file that an office goes on editing: real styles, real tables, and figures that bind again."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Pt

from povertydesk.documents.fonts import load_fonts
from povertydesk.documents.page_rules import (
    DRAFT_MARK_SIZE,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    MILLIMETRE,
    sheet_of,
)
from povertydesk.documents.progress import step
from povertydesk.documents.writers import docx_styles as styles
from povertydesk.documents.writers.docx_grid import GridTable
from povertydesk.documents.writers.docx_head import HeadWriter
from povertydesk.documents.writers.docx_xml import (
    Inlines,
    bind_to_next,
    element,
    page_number_field,
    paragraph,
    run,
    spacer,
)
from povertydesk.documents.writers.lines import Ruler
from povertydesk.documents.writers.package import paper_moment, settled_package
from povertydesk.documents.writers.page_filling import shape_of
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
    Part,
    Signers,
    Text,
    Title,
)
from povertydesk.poverty.vietnamese import to_nfc

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.parts.document import DocumentPart
    from docx.section import Section

    from povertydesk.documents.progress import Progress
    from povertydesk.documents.writers.page_filling import Shape
    from povertydesk.poverty.paper import Block, Paper

_PARAGRAPH_STYLES = {
    ParagraphStyle.BODY: styles.BODY,
    ParagraphStyle.LEGAL_BASIS: styles.LEGAL_BASIS,
    ParagraphStyle.ITEM: styles.ITEM,
    ParagraphStyle.NOTE: styles.NOTE,
    ParagraphStyle.CENTRED: styles.CENTRED,
}
_HEADER_DISTANCE = 9.5 * MILLIMETRE
_HEADER_DISTANCE_WITH_MARK = 5 * MILLIMETRE
_SPARE = 12.0
"""Height left free on a sheet that a part shall fill alone: each Word sets its lines a little otherwise."""
_TEMPLATE_LEFTOVERS = ("/thumbnail", "/stylesWithEffects", "/numbering", "/customXml")
"""Parts of python-docx's template that would show a strange picture or contradict the paper's styles."""


def write_docx(paper: Paper, progress: Progress | None = None) -> bytes:
    """Write a paper as a Word file; the same paper gives the same bytes.

    Raises:
        KnownError: a bundled face, by which lines are measured, is missing or damaged.
        WritingCancelled: `progress` says that nobody waits any more.
    """
    document = docx.Document()
    styles.define_styles(document)
    _settle(document, paper)
    ruler, inlines = Ruler(load_fonts()), Inlines()
    end = document.element.body[-1]
    total = sum(len(part.blocks) for part in paper.parts)
    done = 0
    parts = paper.parts or (Part(()),)
    shapes: list[Shape] = []
    for number, part in enumerate(parts):
        if number:
            _begin_section(document)
        shape = shape_of(part, ruler, _SPARE)
        shapes.append(shape)
        writer = _BlockWriter(document.part, ruler, inlines, shape)
        before: list[BaseOxmlElement] = []
        for block in part.blocks:
            step(progress, done, total)
            if isinstance(block, Closing | Signers):
                _keep_closing(before)
            made = writer.elements(block)
            for piece in made:
                end.addprevious(piece)
            before += made
            done += 1
    for section, shape in zip(document.sections, shapes, strict=True):
        _shape_section(section, shape.part, with_mark=bool(paper.draft_mark))
    _write_headers(document.sections[0], paper)
    target = io.BytesIO()
    document.save(target)
    return settled_package(target.getvalue(), paper_moment(paper))


class _BlockWriter:
    """Turns blocks into paragraphs and tables of one width."""

    def __init__(self, part: DocumentPart, ruler: Ruler, inlines: Inlines, shape: Shape) -> None:
        self._part = part
        self._ruler = ruler
        self._inlines = inlines
        self._width = sheet_of(shape.part).text_width
        self._tight = shape.tight
        self._head = HeadWriter(ruler, inlines, self._width, tight=shape.tight)

    def elements(self, block: Block) -> list[BaseOxmlElement]:
        """Return the elements of one block."""
        match block:
            case Letterhead():
                return self._head.letterhead(block)
            case Title():
                return self._head.title(block)
            case AnnexHeading():
                return self._head.annex_heading(block)
            case Heading():
                return [paragraph(styles.heading_style(block.level), self._inlines.elements(block.content))]
            case Paragraph():
                return [paragraph(_PARAGRAPH_STYLES[block.style], self._inlines.elements(block.content))]
            case Grid():
                return self._grid(block)
            case ChartBlock():
                return self._chart(block)
            case Closing():
                return [spacer(14.0, keep_with_next=True), *self._head.closing(block)]
            case Signers():
                return [spacer(14.0, keep_with_next=True), *self._head.signers(block)]
            case PageBreak():
                page_break = element("r", [element("br", type="page")])
                return [element("p", [*spacer(1.0), page_break])]

    def _chart(self, block: ChartBlock) -> list[BaseOxmlElement]:
        from povertydesk.documents.writers.chart_picture import chart_pictures  # noqa: PLC0415 - loads Pillow

        chart = block.chart
        made = [paragraph(styles.CAPTION, self._inlines.elements((Text(chart.title),)))]
        for picture in chart_pictures(chart, self._width, self._ruler):
            inline = self._part.new_pic_inline(io.BytesIO(picture.data), Pt(picture.width), Pt(picture.height))
            inline.docPr.set("descr", to_nfc("; ".join([chart.title, *(one.sentence for one in chart.readings)])))
            drawing = element("drawing")
            drawing.append(inline)
            made.append(paragraph(styles.NOTE, [element("r", [drawing])], align="left", keep_with_next=True))
        note = self._inlines.elements((Text(chart.note, italic=True),)) if chart.note else []
        return [*made, paragraph(styles.NOTE, note)]

    def _grid(self, grid: Grid) -> list[BaseOxmlElement]:
        made = []
        if grid.caption:
            made.append(paragraph(styles.CAPTION, self._inlines.elements((Text(grid.caption),))))
        if grid.unit_note:
            made.append(paragraph(styles.UNIT_NOTE, self._inlines.elements((Text(grid.unit_note),))))
        made.append(spacer(4.0, keep_with_next=True))
        table = GridTable(grid, self._ruler, self._width, self._inlines, tight=self._tight)
        return [*made, table.element(), spacer(4.0)]


def _settle(document: Document, paper: Paper) -> None:
    """Put the paper's own words in the place of what the template says of itself."""
    properties = document.core_properties
    properties.title, properties.author = to_nfc(paper.title), to_nfc(paper.author)
    properties.subject, properties.comments = paper.name, ""
    properties.language = styles.LANGUAGE
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_TEMPLATE_LEFTOVERS)]:
            del relations[key]
    settings = document.settings.element
    for theme in settings.iter(qn("w:themeFontLang")):
        theme.set(qn("w:val"), styles.LANGUAGE)
        theme.set(qn("w:eastAsia"), styles.LANGUAGE)
    for setting in settings.iter(qn("w:compatSetting")):
        # From Word 2013 on a table's rules, not its words, begin at the margin.
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _begin_section(document: Document) -> None:
    document.add_section(WD_SECTION.NEW_PAGE)
    # The paragraph that ends the section before must not run over to a page of its own.
    properties = document.element.body[-2].find(qn("w:pPr"))
    if properties is not None:
        properties.insert(0, element("spacing", before="0", after="0", line="20", lineRule="exact"))


def _shape_section(section: Section, part: Part, *, with_mark: bool) -> None:
    sheet = sheet_of(part)
    section.orientation = WD_ORIENT.LANDSCAPE if part.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(sheet.width), Pt(sheet.height)
    section.top_margin, section.bottom_margin = Pt(MARGIN_TOP), Pt(MARGIN_BOTTOM)
    section.left_margin, section.right_margin = Pt(MARGIN_LEFT), Pt(MARGIN_RIGHT)
    section.header_distance = Pt(_HEADER_DISTANCE_WITH_MARK if with_mark else _HEADER_DISTANCE)
    section.footer_distance = Pt(_HEADER_DISTANCE)
    # Each part counts its own pages and shows no number on its first.
    section.different_first_page_header_footer = True
    margins = section._sectPr.find(qn("w:pgMar"))
    if margins is not None:
        margins.addnext(element("pgNumType", start="1"))


def _write_headers(section: Section, paper: Paper) -> None:
    """Write the page number above every page but the first, and the draft mark above all."""
    for header, numbered in ((section.first_page_header, False), (section.header, True)):
        header.is_linked_to_previous = False
        holder = header.paragraphs[0]._p
        if paper.draft_mark:
            mark = run(f" {paper.draft_mark.upper()} ", bold=True, size=DRAFT_MARK_SIZE, framed=True)
            holder.addprevious(paragraph(styles.HEADER, [mark]))
        holder.addprevious(paragraph(styles.HEADER, [page_number_field()] if numbered else []))
        holder.getparent().remove(holder)


def _keep_closing(before: list[BaseOxmlElement]) -> None:
    """Bind the closing to the paragraph, or the last row of the grid with its note, that stands before it."""
    for piece in reversed(before[-3:]):
        bind_to_next(piece)
        style = piece.find(qn("w:pPr") + "/" + qn("w:pStyle"))
        noted = style is not None and style.get(qn("w:val")) == styles.NOTE
        if piece.tag == qn("w:tbl") or (style is not None and not noted):
            return
