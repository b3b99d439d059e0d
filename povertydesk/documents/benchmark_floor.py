"""The floor of the PDF benchmark: a bare canvas draws a paper's words and cells in the same faces and sizes.

It breaks its own lines, greedily, as reportlab's own `simpleSplit` does, and knows nothing of justification, kept
lines, repeated headings, bookmarks or where figures stand.
"""

from __future__ import annotations

import io
import itertools
from typing import TYPE_CHECKING, NamedTuple

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from povertydesk.documents.cell_text import cell_text, figure_text
from povertydesk.documents.fonts import Face
from povertydesk.documents.letterhead import MOTTO, NATIONAL_TITLE, date_line, number_line, recipient_lines
from povertydesk.documents.page_rules import (
    BODY_SIZE,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_TOP,
    OFFICE_SIZE,
    RECIPIENTS_SIZE,
    grid_line_height,
    line_height,
    sheet_of,
)
from povertydesk.poverty.paper import (
    AnnexHeading,
    Blank,
    Closing,
    Figure,
    Grid,
    Heading,
    Letterhead,
    Paragraph,
    RowKind,
    Title,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from povertydesk.documents.fonts import FontSet
    from povertydesk.documents.page_rules import Sheet
    from povertydesk.poverty.paper import Block, Inline, Paper

_GRID_SIZE = 12


class _Words(NamedTuple):
    """A paragraph to break and draw: stretches of text with their faces."""

    stretches: list[tuple[str, Face]]
    size: float
    width: float


class _Cells(NamedTuple):
    """A grid row to break and draw: its texts and the edges of its columns."""

    texts: list[str]
    edges: list[float]
    face: Face


FloorJobs = list[tuple["Sheet", list[_Words | _Cells]]]


def floor_jobs(paper: Paper) -> FloorJobs:
    """Lay out beforehand what stands in each part; this is not timed."""
    return [(sheet_of(part), list(_jobs(part.blocks, sheet_of(part)))) for part in paper.parts]


def _jobs(blocks: tuple[Block, ...], sheet: Sheet) -> Iterator[_Words | _Cells]:
    width = sheet.text_width
    for block in blocks:
        match block:
            case Letterhead():
                lines = (*block.office_lines, number_line(block), NATIONAL_TITLE, MOTTO, date_line(block))
                for line in lines:
                    yield _Words([(line, Face.BOLD)], OFFICE_SIZE, width)
            case Title():
                yield _Words([(block.kind, Face.BOLD)], BODY_SIZE, width)
                yield _Words(list(_stretches(block.subject, Face.BOLD)), BODY_SIZE, width)
            case AnnexHeading():
                yield _Words([(f"{block.label} {block.title}", Face.BOLD)], BODY_SIZE, width)
            case Heading():
                yield _Words(list(_stretches(block.content, Face.BOLD)), BODY_SIZE, width)
            case Paragraph():
                yield _Words(list(_stretches(block.content, Face.REGULAR)), BODY_SIZE, width)
            case Grid():
                yield from _cells(block, width)
            case Closing():
                for line in recipient_lines(block.recipients):
                    yield _Words([(line, Face.REGULAR)], RECIPIENTS_SIZE, width / 2)
                for line in (*block.signature.authority_lines, block.signature.name):
                    yield _Words([(line, Face.BOLD)], BODY_SIZE, width / 2)
            case _:
                continue


def _stretches(content: tuple[Inline, ...], face: Face) -> Iterator[tuple[str, Face]]:
    """Return a sentence's stretches; neighbours in one face are one, as a plain program would draw them."""
    parts = [
        (" " * inline.width, face)
        if isinstance(inline, Blank)
        else (figure_text(inline) if isinstance(inline, Figure) else inline.text, Face(face | _own_face(inline)))
        for inline in content
    ]
    for shared, group in itertools.groupby(parts, key=lambda part: part[1]):
        yield "".join(text for text, _ in group), shared


def _own_face(inline: Inline) -> Face:
    return Face.REGULAR if isinstance(inline, Blank) else Face.of(bold=inline.bold, italic=inline.italic)


def _cells(grid: Grid, width: float) -> Iterator[_Cells]:
    leaves = grid.leaves
    total = sum(leaf.width for leaf in leaves)
    edges = [0.0, *itertools.accumulate(leaf.width * width / total for leaf in leaves)]
    yield _Cells([leaf.title for leaf in leaves], edges, Face.BOLD)
    for row in grid.rows:
        texts = [cell_text(value, leaf.kind) for value, leaf in zip(row.cells, leaves, strict=True)]
        yield _Cells(texts, edges, Face.REGULAR if row.kind is RowKind.ORDINARY else Face.BOLD)


def draw_floor(parts: FloorJobs, fonts: FontSet) -> bytes:
    """Draw the words and cells page by page and return the PDF."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1, initialFontName=fonts.names[0])  # type: ignore[arg-type]
    for sheet, jobs in parts:
        canvas.setPageSize((sheet.width, sheet.height))
        y = sheet.height - MARGIN_TOP
        for job in jobs:
            if isinstance(job, _Words):
                y = _draw_words(canvas, job, fonts, sheet, y)
            else:
                y = _draw_cells(canvas, job, fonts, sheet, y)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _room(canvas: Canvas, sheet: Sheet, y: float, height: float) -> float:
    if y - height >= MARGIN_BOTTOM:
        return y
    canvas.showPage()
    canvas.setPageSize((sheet.width, sheet.height))
    return sheet.height - MARGIN_TOP


def _draw_words(canvas: Canvas, job: _Words, fonts: FontSet, sheet: Sheet, y: float) -> float:
    height = line_height(job.size)
    if len(job.stretches) == 1:
        text, face = job.stretches[0]
        for line in simpleSplit(text, fonts.names[face], job.size, job.width):
            y = _room(canvas, sheet, y, height) - height
            canvas.setFont(fonts.names[face], job.size)
            canvas.drawString(MARGIN_LEFT, y, line)
        return y - 6.0
    lines: list[list[tuple[str, Face]]] = [[]]
    space = stringWidth(" ", fonts.names[0], job.size)
    used = 0.0
    for text, face in job.stretches:
        for word in text.split():
            width = stringWidth(word, fonts.names[face], job.size)
            if lines[-1] and used + width > job.width:
                lines.append([])
                used = 0.0
            lines[-1].append((word, face))
            used += width + space
    for words in lines:
        y = _room(canvas, sheet, y, height) - height
        x = MARGIN_LEFT
        for face, group in itertools.groupby(words, key=lambda pair: pair[1]):
            text = " ".join(word for word, _ in group) + " "
            canvas.setFont(fonts.names[face], job.size)
            canvas.drawString(x, y, text)
            x += stringWidth(text, fonts.names[face], job.size)
    return y - 6.0


def _draw_cells(canvas: Canvas, job: _Cells, fonts: FontSet, sheet: Sheet, y: float) -> float:
    size, font = _GRID_SIZE, fonts.names[job.face]
    cells = [
        simpleSplit(text, font, size, right - left - 6) if text else []
        for text, (left, right) in zip(job.texts, itertools.pairwise(job.edges), strict=True)
    ]
    pitch = grid_line_height(size)
    height = max(1, *map(len, cells)) * pitch + 4
    y = _room(canvas, sheet, y, height)
    canvas.setFont(font, size)
    for lines, left in zip(cells, job.edges, strict=False):
        for place, line in enumerate(lines, start=1):
            canvas.drawString(MARGIN_LEFT + left + 3, y - place * pitch, line)
    canvas.grid([MARGIN_LEFT + edge for edge in job.edges], [y - height, y])
    return y - height
