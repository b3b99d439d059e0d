"""The words of a paper on a first sheet, as lines that read and print, for an office that works in Excel only."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING

from povertydesk.documents.cell_text import sentence
from povertydesk.documents.page_rules import BODY_SIZE, NOTE_SIZE
from povertydesk.documents.writers.xlsx_cells import SheetWriter
from povertydesk.documents.writers.xlsx_head import SheetHead
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
    Title,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.worksheet.worksheet import Worksheet

    from povertydesk.documents.writers.lines import Ruler
    from povertydesk.poverty.chart import Chart
    from povertydesk.poverty.paper import Block

_LEFT_SHARE = 0.42
_PIXELS_A_POINT = 96 / 72
_PICTURE_ROW = 60.0
"""About how high the rows behind a picture are, so that a page may end below it."""
_LINES_A_ROW = 18
"""Excel shows no row higher than 409 points, so a longer paragraph goes on in a row of its own."""


class TextSheet:
    """Writes blocks of text on one sheet of two columns, which the letterhead and the closing use side by side."""

    def __init__(self, sheet: Worksheet, ruler: Ruler, width: float) -> None:
        self._writer = SheetWriter(sheet, (width * _LEFT_SHARE, width * (1 - _LEFT_SHARE)), ruler)
        self._head = SheetHead(self._writer)
        self._ruler = ruler

    def write(self, blocks: Iterable[Block], grid_sheets: dict[int, str]) -> None:
        """Write the blocks in order; a grid is named by its sheet, found by the block's identity."""
        for block in blocks:
            match block:
                case Letterhead():
                    self._head.letterhead(block)
                case Title():
                    self._head.title(block)
                case AnnexHeading():
                    self._writer.next_row(height=BODY_SIZE)
                    self._head.annex_heading(block)
                case Heading():
                    self._paragraph(sentence(block.content), bold=True, italic=block.level >= 3)
                case Paragraph():
                    self._styled(block)
                case Grid():
                    self._paragraph(f"(Xem trang tính “{grid_sheets[id(block)]}”)", italic=True, align="center")
                case ChartBlock():
                    self._chart(block.chart)
                case Closing():
                    self._head.closing(block)
                case Signers():
                    self._head.signers(block)
                case PageBreak():
                    continue

    def _chart(self, chart: Chart) -> None:
        from openpyxl.drawing.image import Image  # noqa: PLC0415 - loads Pillow

        from povertydesk.documents.writers.chart_picture import chart_pictures  # noqa: PLC0415 - as above

        self._writer.next_row(height=BODY_SIZE)
        self._paragraph(chart.title, bold=True, align="center")
        for picture in chart_pictures(chart, self._writer.width(1, 2), self._ruler):
            image = Image(io.BytesIO(picture.data))
            image.width = round(picture.width * _PIXELS_A_POINT)
            image.height = round(picture.height * _PIXELS_A_POINT)
            self._writer.sheet.add_image(image, f"A{self._writer.row}")
            rows = math.ceil(picture.height / _PICTURE_ROW)
            for _ in range(rows):
                self._writer.next_row(height=picture.height / rows)
        if chart.note:
            self._paragraph(chart.note, size=NOTE_SIZE, italic=True)

    def _styled(self, block: Paragraph) -> None:
        text = sentence(block.content)
        match block.style:
            case ParagraphStyle.LEGAL_BASIS:
                self._paragraph(text, italic=True)
            case ParagraphStyle.CENTRED:
                self._paragraph(text, align="center")
            case ParagraphStyle.NOTE:
                self._paragraph(text, size=NOTE_SIZE)
            case _:
                self._paragraph(text)

    def _paragraph(
        self, text: str, *, size: float = BODY_SIZE, bold: bool = False, italic: bool = False, align: str = "justify"
    ) -> None:
        for stretch in self._writer.stretches(text, size, _LINES_A_ROW, bold=bold, italic=italic):
            self._writer.put(stretch, 1, 2, size=size, bold=bold, italic=italic, align=align, vertical="top")
            self._writer.next_row()
