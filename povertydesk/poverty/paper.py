"""A paper described once, as blocks: the same description becomes PDF, Word and Excel.

Text is a sequence of inlines; a figure inside a sentence is a node with its name, never digits typed into it.
Sizes are in points, widths of grid columns in millimetres of an A4 sheet before they are fitted to the page.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from povertydesk.poverty.chart import Chart


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of words in one face."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure bound to the records: its name and arguments find it again, `text` is the last value as printed.

    `value` is the figure itself (count, rate in percent, amount); None prints as a dotted blank for the pen.
    """

    name: str
    text: str
    value: int | Decimal | None = None
    arguments: tuple[tuple[str, str], ...] = ()
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """Room for the pen, as offices leave it for number and day; `width` in spaces."""

    width: int = 6


Inline = Text | Figure | Blank


class ParagraphStyle(enum.StrEnum):
    """How a paragraph stands on the page (Decree 30/2020, Annex I)."""

    BODY = "body"
    LEGAL_BASIS = "legal_basis"
    ITEM = "item"
    CENTRED = "centred"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in one paragraph; `section` names the field of the screen it comes from."""

    content: tuple[Inline, ...]
    style: ParagraphStyle = ParagraphStyle.BODY
    section: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading: level 1 `I. …` in bold capitals, level 2 `1. …` bold, level 3 `a) …` bold italic."""

    level: int
    content: tuple[Inline, ...]
    section: str = ""

    @property
    def plain(self) -> str:
        """The heading's words without faces."""
        return plain_text(self.content)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of page one: office and number left, national title, motto, place and date right.

    `superior` is the office above, written over the issuing office where it has one. `number` None and `issued_on`
    None leave room for the pen; `year` stands in the date line in either case.
    """

    office_lines: tuple[str, ...]
    symbol: str
    place: str
    year: int
    superior: str | None = None
    number: str | None = None
    issued_on: datetime.date | None = None
    marking: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """Kind of paper in bold capitals (`KẾ HOẠCH`) and its subject in bold with a line below."""

    kind: str
    subject: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnexHeading:
    """The head of an annex: `Phụ lục I`, its title in bold capitals, and what paper it goes with in italics."""

    label: str
    title: str
    reference: tuple[Inline, ...] = ()


class CellKind(enum.StrEnum):
    """What a grid column holds, and so how it is written and aligned."""

    TEXT = "text"
    SERIAL = "serial"
    COUNT = "count"
    RATE = "rate"


class RowKind(enum.StrEnum):
    """What a grid row is: a place, a group of places, a band line, or the totals."""

    ORDINARY = "ordinary"
    GROUP = "group"
    BAND = "band"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of figures or words; `number` is the label in the number row (`A`, `1`, `4=3/1×100`).

    `live` says that in a workbook the column follows the formula of its number; of one that is `counted` all the same
    only the cells do that the formula gives.
    """

    key: str
    title: str
    kind: CellKind
    width: float
    number: str = ""
    live: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class GridHeading:
    """A heading over several columns."""

    title: str
    members: tuple[GridHeading | GridColumn, ...]


CellValue = str | int | Decimal | Figure | None


@dataclass(frozen=True, slots=True)
class GridRow:
    """One line of a grid, a value for each column; None is an empty cell, never nought.

    `added` are the places (from nought) of the lines whose counts this one adds up; a workbook keeps that as a formula.
    `continued` is how many of its first cells belong to the line above: they are one cell with those, and the two
    lines stay on one page.
    """

    cells: tuple[CellValue, ...]
    kind: RowKind = RowKind.ORDINARY
    continued: int = 0
    added: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadingCell:
    """Where one heading stands in the head of a grid: its first row and column and what it spans."""

    title: str
    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with merged headings. `name` finds it again in a workbook; `numbered` prints the number row."""

    name: str
    columns: tuple[GridHeading | GridColumn, ...]
    rows: tuple[GridRow, ...]
    caption: str = ""
    numbered: bool = False
    unit_note: str = ""

    @property
    def leaves(self) -> tuple[GridColumn, ...]:
        """The columns themselves, left to right."""
        return tuple(leaf for column in self.columns for leaf in _leaves(column))

    @property
    def heading_rows(self) -> int:
        """How many lines the merged headings take."""
        return max((_depth(column) for column in self.columns), default=0)

    def heading_cells(self) -> tuple[HeadingCell, ...]:
        """Lay the headings out: a column without members reaches down to the last heading line."""
        return tuple(_heading_cells(self.columns, self.heading_rows))


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the lines of authority (`TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`) and the name."""

    authority_lines: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Closing:
    """The foot of a paper: recipients left, signature right, kept together on one page."""

    recipients: tuple[str, ...]
    signature: Signature


@dataclass(frozen=True, slots=True)
class Signers:
    """Who signs a form side by side, none for an office: `ĐẠI DIỆN HỘ`, `NGƯỜI RÀ SOÁT`; kept together with room."""

    roles: tuple[str, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart with its title above and its note below: lines and greys in the PDF, a picture in Word and Excel."""

    chart: Chart


Block = Letterhead | Title | AnnexHeading | Heading | Paragraph | Grid | ChartBlock | Closing | Signers | PageBreak


class SheetSize(enum.StrEnum):
    """The two sheets an office prints on."""

    A4 = "A4"
    A3 = "A3"


@dataclass(frozen=True, slots=True)
class Part:
    """A run of pages of one shape with its own page numbers: the body, or an annex.

    `one_sheet` spares a few further pages where it can: the page is set tighter, or the sheet is the large one.
    """

    blocks: tuple[Block, ...]
    size: SheetSize = SheetSize.A4
    landscape: bool = False
    one_sheet: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. `name` is the command line's word for it; `title` goes into the file's properties.

    `draft_mark` prints across the paper's head where something unverified was used (`BẢN NHÁP – …`).
    """

    name: str
    title: str
    parts: tuple[Part, ...]
    author: str = ""
    draft_mark: str = ""

    def blocks(self) -> Iterator[Block]:
        """Go through the blocks of all parts in order."""
        for part in self.parts:
            yield from part.blocks


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One line of a paper's outline."""

    level: int
    title: str
    section: str


def outline(paper: Paper) -> tuple[OutlineEntry, ...]:
    """List a paper's headings and annexes in order, for the side of the screen and the PDF's bookmarks."""
    entries: list[OutlineEntry] = []
    for block in paper.blocks():
        match block:
            case Heading():
                entries.append(OutlineEntry(block.level, block.plain, block.section))
            case AnnexHeading():
                entries.append(OutlineEntry(1, f"{block.label}. {block.title}", ""))
            case _:
                continue
    return tuple(entries)


def figures(paper: Paper) -> Iterator[Figure]:
    """Go through every bound figure of a paper, in text and in grids."""
    for block in paper.blocks():
        match block:
            case Heading() | Paragraph():
                yield from (inline for inline in block.content if isinstance(inline, Figure))
            case Title():
                yield from (inline for inline in block.subject if isinstance(inline, Figure))
            case AnnexHeading():
                yield from (inline for inline in block.reference if isinstance(inline, Figure))
            case Grid():
                yield from (cell for row in block.rows for cell in row.cells if isinstance(cell, Figure))
            case _:
                continue


def plain_text(content: tuple[Inline, ...]) -> str:
    """Return the words of a sentence without faces; room for the pen becomes spaces."""
    return "".join(" " * inline.width if isinstance(inline, Blank) else inline.text for inline in content)


def _leaves(column: GridHeading | GridColumn) -> Iterator[GridColumn]:
    if isinstance(column, GridColumn):
        yield column
        return
    for member in column.members:
        yield from _leaves(member)


def _depth(column: GridHeading | GridColumn) -> int:
    if isinstance(column, GridColumn):
        return 1
    return 1 + max(_depth(member) for member in column.members)


def _heading_cells(columns: tuple[GridHeading | GridColumn, ...], depth: int) -> Iterator[HeadingCell]:
    def walk(members: tuple[GridHeading | GridColumn, ...], row: int, first: int) -> Iterator[HeadingCell]:
        position = first
        for member in members:
            width = len(tuple(_leaves(member)))
            if isinstance(member, GridColumn):
                yield HeadingCell(member.title, row, position, depth - row, 1)
            else:
                yield HeadingCell(member.title, row, position, 1, width)
                yield from walk(member.members, row + 1, position)
            position += width

    return walk(columns, 0, 0)
