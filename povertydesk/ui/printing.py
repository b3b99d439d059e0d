"""Sending a paper to the printer through the system's own dialog: the same PDF, drawn page by page."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from povertydesk.ui.preview import page_image

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_DOTS_PER_INCH = 300


class Printed(enum.Enum):
    """What came of a wish to print."""

    SENT = enum.auto()
    GIVEN_UP = enum.auto()
    FAILED = enum.auto()


def print_with_dialog(parent: QWidget, data: bytes, title: str, pages: int) -> Printed:
    """Ask for a printer and print a PDF of so many pages on it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_DOTS_PER_INCH)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return Printed.GIVEN_UP
    return Printed.SENT if print_pdf(printer, data) else Printed.FAILED


def print_pdf(printer: QPrinter, data: bytes) -> bool:
    """Print the pages of a PDF that the printer was asked for, each at its own size; False where it takes none."""
    import pypdfium2  # noqa: PLC0415 - loaded with the first paper

    document = pypdfium2.PdfDocument(data)
    painter = QPainter()
    try:
        first = max(printer.fromPage(), 1)
        last = printer.toPage() or len(document)
        for number in range(first - 1, min(last, len(document))):
            width, height = document.get_page_size(number)
            _set_sheet(printer, width, height)
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                return False
            scale = printer.resolution() / 72
            image = page_image(document, number, scale)
            painter.drawImage(QRectF(0, 0, width * scale, height * scale), image)
        return not painter.isActive() or painter.end()
    finally:
        if painter.isActive():
            painter.end()
        document.close()


def _set_sheet(printer: QPrinter, width: float, height: float) -> None:
    landscape = width > height
    long_side = max(width, height)
    size = QPageSize.PageSizeId.A3 if long_side > 1000 else QPageSize.PageSizeId.A4
    orientation = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(QPageSize(size), orientation, QMarginsF(0, 0, 0, 0)))
