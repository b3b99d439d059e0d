from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfgen.canvas import Canvas

from povertydesk.ui.printing import Printed, print_pdf, print_with_dialog


def paper(*sizes: tuple[float, float]) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.rect(50, 50, size[0] - 100, size[1] - 100)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


THREE = paper(A4, landscape(A4), A3)


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(96)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


def sheets(printer: QPrinter) -> list[tuple[int, int]]:
    pages = pypdf.PdfReader(printer.outputFileName()).pages
    return [(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in pages]


def test_each_page_gets_its_own_sheet(printer: QPrinter) -> None:
    assert print_pdf(printer, THREE)
    assert sheets(printer) == [(595, 842), (842, 595), (842, 1191)]


@pytest.mark.parametrize(("first", "last", "expected"), [(2, 2, [(842, 595)]), (2, 3, [(842, 595), (842, 1191)])])
def test_only_the_pages_asked_for_are_printed(
    printer: QPrinter, first: int, last: int, expected: list[tuple[int, int]]
) -> None:
    printer.setFromTo(first, last)
    assert print_pdf(printer, THREE)
    assert sheets(printer) == expected


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "none" / "printed.pdf"))
    assert not print_pdf(printer, THREE)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[QPrintDialog.DialogCode], list[str]]:
    """Answers the system's dialog, and tells what it was asked."""

    def arrange(code: QPrintDialog.DialogCode) -> list[str]:
        asked: list[str] = []

        def execute(dialog: QPrintDialog) -> int:
            asked.append(dialog.printer().docName())
            dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
            return code.value

        monkeypatch.setattr(QPrintDialog, "exec", execute)
        return asked

    return arrange


def test_the_dialog_is_asked_first(
    qtbot: QtBot, answer: Callable[[QPrintDialog.DialogCode], list[str]], tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked = answer(QPrintDialog.DialogCode.Rejected)
    assert print_with_dialog(parent, THREE, "Kế hoạch", 3) is Printed.GIVEN_UP
    assert not (tmp_path / "printed.pdf").exists()
    asked = answer(QPrintDialog.DialogCode.Accepted)
    assert print_with_dialog(parent, THREE, "Kế hoạch", 3) is Printed.SENT
    assert asked == ["Kế hoạch"]
    assert len(pypdf.PdfReader(tmp_path / "printed.pdf").pages) == 3
