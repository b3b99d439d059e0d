"""The workbook of a paper: each grid on its own sheet with real numbers, the text on a first one."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties

from povertydesk.documents.fonts import load_fonts
from povertydesk.documents.page_rules import (
    DRAFT_MARK_SIZE,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    PAGE_NUMBER_SIZE,
    sheet_of,
)
from povertydesk.documents.progress import step
from povertydesk.documents.writers.lines import Ruler
from povertydesk.documents.writers.package import paper_moment, settled_package
from povertydesk.documents.writers.page_filling import shape_of
from povertydesk.documents.writers.xlsx_cells import FONT_NAME
from povertydesk.documents.writers.xlsx_grid import GridSheet
from povertydesk.documents.writers.xlsx_results import with_results
from povertydesk.documents.writers.xlsx_text import TextSheet
from povertydesk.poverty.paper import (
    AnnexHeading,
    ChartBlock,
    Closing,
    Grid,
    Heading,
    Letterhead,
    Paragraph,
    ParagraphStyle,
    Part,
    SheetSize,
    Title,
    plain_text,
)
from povertydesk.poverty.vietnamese import to_nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from povertydesk.documents.progress import Progress
    from povertydesk.documents.writers.xlsx_results import Results
    from povertydesk.poverty.paper import Paper

TEXT_SHEET = "Văn bản"
GRID_SHEET = "Biểu"
_PAPER_CODES = {SheetSize.A3: 8, SheetSize.A4: 9}
_POINTS_AN_INCH = 72
_STILL_READABLE = 1.4
"""A sheet so many times higher than its page is still readable when it is made to fit."""


def write_xlsx(paper: Paper, progress: Progress | None = None) -> bytes:
    """Write a paper as a workbook; the same paper gives the same bytes.

    The body of each grid is a defined name, `grid_` and the grid's own name, so that the grid is found again.

    Raises:
        KnownError: a bundled face, by which lines are measured, is missing or damaged.
        WritingCancelled: `progress` says that nobody waits any more.
    """
    book = Workbook()
    # The face of empty cells, in which Excel also counts the width of columns; openpyxl has no public way to it.
    book._named_styles["Normal"].font = Font(name=FONT_NAME, size=11)  # type: ignore[attr-defined]
    moment = paper_moment(paper)
    book.properties.title, book.properties.creator = to_nfc(paper.title), to_nfc(paper.author)
    book.properties.created = moment.replace(tzinfo=None)
    ruler = Ruler(load_fonts())
    grids = list(_grids(paper))
    titles = {id(grid): GRID_SHEET if len(grids) == 1 else f"{GRID_SHEET} {n}" for n, (_, grid) in enumerate(grids, 1)}
    sheet = book.worksheets[0]
    if not grids or _has_running_text(paper):
        sheet.title = TEXT_SHEET
        upright = Part(())
        _set_up(sheet, upright, paper)
        sheet.sheet_view.showGridLines = False
        TextSheet(sheet, ruler, sheet_of(upright).text_width).write(paper.blocks(), titles)
    else:
        book.remove(sheet)
    results: dict[str, Results] = {}
    for place, (part, grid) in enumerate(grids):
        step(progress, place, len(grids))
        sheet = book.create_sheet(titles[id(grid)])
        shaped = shape_of(part, ruler).part
        _set_up(sheet, shaped, paper)
        notes = [] if TEXT_SHEET in book.sheetnames else [plain_text(one.content) for one in _notes_below(part)]
        written = GridSheet(sheet, grid, ruler, sheet_of(shaped).text_width)
        body = written.write(*_surroundings(paper, part), notes=notes)
        results[f"xl/worksheets/sheet{len(book.worksheets)}.xml"] = written.results
        height = sum(dimension.height or 0.0 for dimension in sheet.row_dimensions.values())
        if part.one_sheet and height <= _STILL_READABLE * sheet_of(shaped).text_height:
            sheet.page_setup.fitToHeight = 1
        _name_grid(book, grid, sheet, body)
    target = io.BytesIO()
    book.save(target)
    return settled_package(target.getvalue(), moment, lambda name, part: with_results(name, part, results))


def _grids(paper: Paper) -> Iterator[tuple[Part, Grid]]:
    for part in paper.parts:
        for block in part.blocks:
            if isinstance(block, Grid):
                yield part, block


def _notes_below(part: Part) -> list[Paragraph]:
    """Return what is said below the only grid of a part: it stands on the grid's own sheet."""
    places = [place for place, block in enumerate(part.blocks) if isinstance(block, Grid)]
    below = part.blocks[places[0] :] if len(places) == 1 else ()
    return [block for block in below if isinstance(block, Paragraph) and block.style is ParagraphStyle.NOTE]


def _has_running_text(paper: Paper) -> bool:
    """Whether a paper says more than its grids and the notes below them."""
    notes = {id(note) for part in paper.parts for note in _notes_below(part)}
    return any(
        isinstance(block, ChartBlock | Heading | Paragraph) and id(block) not in notes for block in paper.blocks()
    )


def _surroundings(paper: Paper, part: Part) -> tuple[Letterhead | None, Title | AnnexHeading | None, Closing | None]:
    """Return what stands around a grid: the paper's letterhead and closing, and the heading of its own part."""
    letterheads = (block for block in paper.blocks() if isinstance(block, Letterhead))
    closings = (block for block in paper.blocks() if isinstance(block, Closing))
    headings = (block for block in part.blocks if isinstance(block, AnnexHeading | Title))
    return next(letterheads, None), next(headings, None), next(closings, None)


def _set_up(sheet: Worksheet, part: Part, paper: Paper) -> None:
    """Set a sheet up for the printer: size, margins, one page wide, page number above from page 2."""
    sheet.page_setup.paperSize = _PAPER_CODES[part.size]
    sheet.page_setup.orientation = "landscape" if part.landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.top, margins.bottom = MARGIN_TOP / _POINTS_AN_INCH, MARGIN_BOTTOM / _POINTS_AN_INCH
    margins.left, margins.right = MARGIN_LEFT / _POINTS_AN_INCH, MARGIN_RIGHT / _POINTS_AN_INCH
    margins.header = 0.35
    sheet.page_setup.firstPageNumber, sheet.page_setup.useFirstPageNumber = 1, True
    sheet.print_options.horizontalCentered = True
    sheet.HeaderFooter.differentFirst = True
    mark = to_nfc(paper.draft_mark).upper().replace("&", "&&")
    sheet.HeaderFooter.firstHeader = _header(mark)
    sheet.HeaderFooter.oddHeader = _header(f"{mark}   &P".lstrip())


def _header(text: str) -> HeaderFooterItem:
    header = HeaderFooterItem()
    header.center.text = text or None
    header.center.font = f"{FONT_NAME},Regular"
    header.center.size = PAGE_NUMBER_SIZE if text == "&P" else DRAFT_MARK_SIZE
    return header


def _name_grid(book: Workbook, grid: Grid, sheet: Worksheet, body: tuple[int, int]) -> None:
    first, last = body
    if last < first:
        return
    stem = name = "grid_" + re.sub(r"\W", "_", grid.name)
    number = 1
    while name in book.defined_names:
        number += 1
        name = f"{stem}_{number}"
    area = f"'{sheet.title}'!$A${first}:${get_column_letter(len(grid.leaves))}${last}"
    book.defined_names[name] = DefinedName(name, attr_text=area)
