"""The paragraph styles of a Word paper: what a clerk finds in Word's list of styles, with the decree's measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from povertydesk.documents.page_rules import (
    BODY_SIZE,
    FIRST_LINE_INDENT,
    HEADING_GAP,
    NOTE_SIZE,
    PAGE_NUMBER_SIZE,
    PARAGRAPH_GAP,
    RECIPIENTS_SIZE,
    TITLE_SIZE,
    line_height,
)
from povertydesk.documents.writers.docx_xml import element, twips

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

FONT_NAME = "Times New Roman"
LANGUAGE = "vi-VN"

BODY = "PaperBody"
LEGAL_BASIS = "PaperLegalBasis"
ITEM = "PaperItem"
NOTE = "PaperNote"
CENTRED = "PaperCentred"
TITLE = "PaperTitle"
CAPTION = "PaperCaption"
UNIT_NOTE = "PaperUnitNote"
HEAD = "PaperHead"
CELL = "PaperCell"
RECIPIENT = "PaperRecipient"
SIGNATURE = "PaperSignature"
HEADER = "Header"


@dataclass(frozen=True, slots=True)
class _Style:
    """One paragraph style; `line` is the exact line spacing, None a line as high as its letters."""

    key: str
    name: str
    size: float = BODY_SIZE
    line: float | None = None
    align: str = "left"
    indent: float = 0.0
    before: float = 0.0
    bold: bool = False
    italic: bool = False
    keep_with_next: bool = False
    outline_level: int | None = None


_BODY_LINE = line_height(BODY_SIZE)
_STYLES = (
    _Style(BODY, "Nội dung", line=_BODY_LINE, align="both", indent=FIRST_LINE_INDENT, before=PARAGRAPH_GAP),
    _Style(
        LEGAL_BASIS,
        "Căn cứ",
        line=_BODY_LINE,
        align="both",
        indent=FIRST_LINE_INDENT,
        before=PARAGRAPH_GAP,
        italic=True,
    ),
    _Style(ITEM, "Gạch đầu dòng", line=_BODY_LINE, align="both", indent=FIRST_LINE_INDENT, before=PARAGRAPH_GAP),
    _Style(NOTE, "Ghi chú", size=NOTE_SIZE, line=line_height(NOTE_SIZE), align="both", before=PARAGRAPH_GAP),
    _Style(CENTRED, "Giữa trang", line=_BODY_LINE, align="center", before=PARAGRAPH_GAP),
    _Style(TITLE, "Tên văn bản", size=TITLE_SIZE, line=_BODY_LINE, align="center", bold=True, keep_with_next=True),
    _Style(CAPTION, "Tên biểu", line=_BODY_LINE, align="center", before=PARAGRAPH_GAP, bold=True, keep_with_next=True),
    _Style(
        UNIT_NOTE,
        "Đơn vị tính",
        size=NOTE_SIZE,
        line=line_height(NOTE_SIZE),
        align="right",
        italic=True,
        keep_with_next=True,
    ),
    _Style(HEAD, "Đầu văn bản", line=_BODY_LINE, align="center", keep_with_next=True),
    _Style(CELL, "Ô biểu"),
    _Style(RECIPIENT, "Nơi nhận", size=RECIPIENTS_SIZE, line=line_height(RECIPIENTS_SIZE)),
    _Style(SIGNATURE, "Chữ ký", line=_BODY_LINE, align="center", bold=True, keep_with_next=True),
    _Style(
        "Heading1",
        "heading 1",
        line=_BODY_LINE,
        indent=FIRST_LINE_INDENT,
        before=HEADING_GAP,
        bold=True,
        keep_with_next=True,
        outline_level=1,
    ),
    _Style(
        "Heading2",
        "heading 2",
        line=_BODY_LINE,
        indent=FIRST_LINE_INDENT,
        before=PARAGRAPH_GAP,
        bold=True,
        keep_with_next=True,
        outline_level=2,
    ),
    _Style(
        "Heading3",
        "heading 3",
        line=_BODY_LINE,
        indent=FIRST_LINE_INDENT,
        before=PARAGRAPH_GAP,
        bold=True,
        italic=True,
        keep_with_next=True,
        outline_level=3,
    ),
    _Style(HEADER, "header", size=PAGE_NUMBER_SIZE, align="center"),
)


def heading_style(level: int) -> str:
    """Return the style of a heading of this level."""
    return f"Heading{min(level, 3)}"


def define_styles(document: Document) -> None:
    """Set face, size and language of the whole document, and put the paper's styles in place of the template's."""
    styles = document.styles.element
    for defaults in styles.findall(qn("w:docDefaults")):
        styles.remove(defaults)
    styles.insert(0, _defaults())
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:default")) != "1":
            styles.remove(style)
    styles.extend(map(_style_element, _STYLES))


def _defaults() -> BaseOxmlElement:
    size = str(BODY_SIZE * 2)
    face = element(
        "rPr",
        [
            element("rFonts", ascii=FONT_NAME, hAnsi=FONT_NAME, eastAsia=FONT_NAME, cs=FONT_NAME),
            element("sz", val=size),
            element("szCs", val=size),
            element("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"),
        ],
    )
    spacing = element("pPr", [element("spacing", before="0", after="0", line="240", lineRule="auto")])
    return element("docDefaults", [element("rPrDefault", [face]), element("pPrDefault", [spacing])])


def _style_element(style: _Style) -> BaseOxmlElement:
    paragraph = []
    if style.keep_with_next:
        paragraph.append(element("keepNext"))
    if style.outline_level is not None:
        paragraph.append(element("keepLines"))
    paragraph.append(element("widowControl"))
    line, rule = ("240", "auto") if style.line is None else (twips(style.line), "exact")
    paragraph.append(element("spacing", before=twips(style.before), after="0", line=line, lineRule=rule))
    if style.indent:
        paragraph.append(element("ind", firstLine=twips(style.indent)))
    paragraph.append(element("jc", val=style.align))
    if style.outline_level is not None:
        paragraph.append(element("outlineLvl", val=str(style.outline_level - 1)))
    face = []
    if style.bold:
        face += [element("b"), element("bCs")]
    if style.italic:
        face += [element("i"), element("iCs")]
    size = str(round(style.size * 2))
    face += [element("sz", val=size), element("szCs", val=size)]
    children = [
        element("name", val=style.name),
        element("basedOn", val="Normal"),
        *([] if style.outline_level is None else [element("next", val=BODY)]),
        element("qFormat"),
        element("pPr", paragraph),
        element("rPr", face),
    ]
    return element("style", children, type="paragraph", styleId=style.key)
