"""The small pieces of WordprocessingML that papers are put together from: runs, bound figures, rules, tables.

Lengths come in points and are written in the twentieths of a point that Word counts in.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, cast
from urllib.parse import urlencode

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from povertydesk.documents.cell_text import NO_BREAK_SPACE, figure_text
from povertydesk.documents.fonts import Face
from povertydesk.poverty.paper import Blank, Figure
from povertydesk.poverty.vietnamese import to_nfc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from povertydesk.documents.writers.lines import Line
    from povertydesk.poverty.paper import Inline

_NAMESPACES = {"w": nsmap["w"]}
_WORD = f"{{{nsmap['w']}}}"
_LONGEST_TAG = 64
"""Word opens no file in which the tag of a content control is longer."""


def twips(points: float) -> str:
    """Return a length in twentieths of a point."""
    return str(round(points * 20))


def element(tag: str, children: Sequence[BaseOxmlElement] = (), **attributes: str) -> BaseOxmlElement:
    """Make an element `w:tag` with attributes `w:…` and children."""
    made = oxml_parser.makeelement(
        _WORD + tag, {_WORD + name: value for name, value in attributes.items()} or None, _NAMESPACES
    )
    made.extend(children)
    return cast("BaseOxmlElement", made)


def run(
    text: str, *, bold: bool = False, italic: bool = False, size: float | None = None, framed: bool = False
) -> BaseOxmlElement:
    """Make a run of words; a line break in them is a blank, `framed` draws a box around them."""
    properties = []
    if bold:
        properties += [element("b"), element("bCs")]
    if italic:
        properties += [element("i"), element("iCs")]
    if size is not None:
        properties += _size(size)
    if framed:
        properties.append(element("bdr", val="single", sz="6", space="0", color="000000"))
    words = element("t")
    words.text = to_nfc(text).replace("\n", " ")
    words.set(qn("xml:space"), "preserve")
    return element("r", [element("rPr", properties), words] if properties else [words])


def _size(size: float) -> list[BaseOxmlElement]:
    half_points = str(round(size * 2))
    return [element("sz", val=half_points), element("szCs", val=half_points)]


def bound_figure(
    figure: Figure, number: int, *, bold: bool = False, italic: bool = False, size: float | None = None
) -> BaseOxmlElement:
    """Make a content control that carries the figure's name (alias) and arguments (tag), so that it binds again."""
    words = run(figure_text(figure), bold=bold or figure.bold, italic=italic or figure.italic, size=size)
    tag = urlencode(figure.arguments)
    if len(tag) > _LONGEST_TAG:
        return words
    # No type is named, so the control takes faces of its own; LibreOffice drops them from one of plain text.
    named = [element("alias", val=figure.name), *([element("tag", val=tag)] if tag else [])]
    properties = element("sdtPr", [*named, element("id", val=str(number))])
    return element("sdt", [properties, element("sdtContent", [words])])


class Inlines:
    """Turns sentences into runs, and numbers the content controls of one document."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def elements(
        self, content: Sequence[Inline], *, bold: bool = False, italic: bool = False, size: float | None = None
    ) -> list[BaseOxmlElement]:
        """Return the runs and content controls of a sentence; `bold` and `italic` hold for all of it."""
        made = []
        for inline in content:
            if isinstance(inline, Blank):
                made.append(run(NO_BREAK_SPACE * inline.width, size=size))
            elif isinstance(inline, Figure):
                made.append(bound_figure(inline, next(self._numbers), bold=bold, italic=italic, size=size))
            else:
                made.append(run(inline.text, bold=bold or inline.bold, italic=italic or inline.italic, size=size))
        return made

    def broken(self, lines: Sequence[Line]) -> list[BaseOxmlElement]:
        """Return centred lines with a line break between each two."""
        made: list[BaseOxmlElement] = []
        for place, line in enumerate(lines):
            if place:
                made.append(element("r", [element("br")]))
            for part in line.runs:
                if part.figure is not None:
                    made.append(bound_figure(part.figure, next(self._numbers)))
                else:
                    made.append(run(part.text, bold=bool(part.face & Face.BOLD), italic=bool(part.face & Face.ITALIC)))
        return made


def paragraph(
    style: str,
    children: Sequence[BaseOxmlElement] = (),
    *,
    align: str | None = None,
    keep_with_next: bool = False,
    space_before: float | None = None,
    outlined: bool = False,
    mark_size: float | None = None,
) -> BaseOxmlElement:
    """Make a paragraph in a named style; `align` is left, center, right or both, `outlined` lists it in the outline.

    `mark_size` is the size of the paragraph mark, by which an empty paragraph is as high as its neighbours.
    """
    properties = [element("pStyle", val=style)]
    if keep_with_next:
        properties.append(element("keepNext"))
    if space_before is not None:
        properties.append(element("spacing", before=twips(space_before)))
    if align is not None:
        properties.append(element("jc", val=align))
    if outlined:
        properties.append(element("outlineLvl", val="0"))
    if mark_size is not None:
        properties.append(element("rPr", _size(mark_size)))
    return element("p", [element("pPr", properties), *children])


def bind_to_next(piece: BaseOxmlElement) -> None:
    """Keep a paragraph, or the last row of a table, on the page of what follows it."""
    last_row = piece.findall(qn("w:tr"))[-1:]
    for made in last_row[0].iter(qn("w:p")) if last_row else (piece,):
        properties = made.find(qn("w:pPr"))
        if properties is not None and properties.find(qn("w:keepNext")) is None:
            properties.insert(1 if properties.find(qn("w:pStyle")) is not None else 0, element("keepNext"))


def rule(length: float, room: float, *, space_before: float = 0.0, keep_with_next: bool = True) -> BaseOxmlElement:
    """Make a paragraph that is nothing but a centred rule of a given length in a given room."""
    inset = twips(max(0.0, (room - length) / 2))
    properties = [
        *([element("keepNext")] if keep_with_next else []),
        element("pBdr", [element("top", val="single", sz="6", space="0", color="000000")]),
        element("spacing", before=twips(space_before), after="0", line="60", lineRule="exact"),
        element("ind", left=inset, right=inset, firstLine="0"),
    ]
    return element("p", [element("pPr", properties)])


def spacer(height: float, *, keep_with_next: bool = False) -> BaseOxmlElement:
    """Make an empty paragraph of an exact height, as Word wants one after a table."""
    spacing = element("spacing", before="0", after="0", line=twips(height), lineRule="exact")
    return element("p", [element("pPr", [*([element("keepNext")] if keep_with_next else []), spacing])])


def cell(
    width: float,
    paragraphs: Sequence[BaseOxmlElement],
    *,
    span: int = 1,
    merge: str | None = None,
    align: str = "top",
) -> BaseOxmlElement:
    """Make a table cell; `merge` is restart or continue in a merge downwards, `align` top or center."""
    properties = [element("tcW", w=twips(width), type="dxa")]
    if span > 1:
        properties.append(element("gridSpan", val=str(span)))
    if merge is not None:
        properties.append(element("vMerge", val=merge))
    properties.append(element("vAlign", val=align))
    return element("tc", [element("tcPr", properties), *paragraphs])


def row(cells: Sequence[BaseOxmlElement], *, heading: bool = False, height: float | None = None) -> BaseOxmlElement:
    """Make a table row that is never torn; a heading row comes again on every page, `height` is the least it has."""
    properties = [element("cantSplit")]
    if height is not None:
        properties.append(element("trHeight", val=twips(height), hRule="atLeast"))
    if heading:
        properties.append(element("tblHeader"))
    return element("tr", [element("trPr", properties), *cells])


def table(
    widths: Sequence[float],
    rows: Sequence[BaseOxmlElement],
    *,
    ruled: bool,
    padding: float,
    padding_above: float = 0.0,
) -> BaseOxmlElement:
    """Make a table of fixed column widths, with or without rules; `padding` stands left and right in each cell.

    `padding_above` stands above and below the words of each cell.
    """
    line = "single" if ruled else "nil"
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    margins = (("top", padding_above), ("left", padding), ("bottom", padding_above), ("right", padding))
    properties = element(
        "tblPr",
        [
            element("tblW", w=twips(sum(widths)), type="dxa"),
            element("tblInd", w="0", type="dxa"),
            element("tblBorders", [element(side, val=line, sz="4", space="0", color="000000") for side in sides]),
            element("tblLayout", type="fixed"),
            element("tblCellMar", [element(side, w=twips(width), type="dxa") for side, width in margins]),
        ],
    )
    columns = element("tblGrid", [element("gridCol", w=twips(width)) for width in widths])
    return element("tbl", [properties, columns, *rows])


def page_number_field() -> BaseOxmlElement:
    """Make the field that shows the number of the page."""
    return element("fldSimple", [run("2")], instr=" PAGE ")
