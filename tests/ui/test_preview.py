from __future__ import annotations

import io

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from povertydesk.ui.preview import PaperPreview, page_image
from tests.ui.hands import Hands


def paper(pages: int, grey: float = 0.0) -> bytes:
    """A PDF whose pages each have a square of their own in the corner; the last lies on its side."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for number in range(pages):
        if number == pages - 1 > 0:
            canvas.setPageSize(landscape(A4))
        canvas.setFillGray(grey)
        canvas.rect(0, 0, 100 + number, 100, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture
def preview(qtbot: QtBot) -> PaperPreview:
    preview = PaperPreview()
    preview.setStyleSheet("#preview { background: #808080; }")
    qtbot.addWidget(preview)
    preview.resize(500, 600)
    with qtbot.waitActive(preview):
        preview.show()
        preview.activateWindow()
    preview.setFocus()
    return preview


def test_it_says_that_the_paper_is_being_made(preview: PaperPreview) -> None:
    before = preview.grab().toImage()
    preview.show_waiting("Đang lập văn bản…")
    assert preview.grab().toImage() != before
    assert preview.page_count == 0


def test_pages_fill_the_width_and_stand_under_each_other(qtbot: QtBot, preview: PaperPreview) -> None:
    with qtbot.waitSignal(preview.page_shown) as shown:
        preview.show_pdf(paper(4))
    assert shown.args == [1, 4]
    assert preview.page_count == 4
    picture = preview.viewport().grab().toImage()
    assert picture.pixelColor(preview.viewport().width() // 2, 100) == QColor("white")
    # Three sheets upright, one on its side, and the gaps between them.
    width = preview.viewport().width() - 28
    height = 3 * width * A4[1] / A4[0] + width * A4[0] / A4[1] + 5 * 14
    assert abs(preview.verticalScrollBar().maximum() - (height - preview.viewport().height())) < 8


def test_keys_turn_the_pages(qtbot: QtBot, preview: PaperPreview, hands: Hands) -> None:
    preview.show_pdf(paper(4))
    bar = preview.verticalScrollBar()
    hands.press(Qt.Key.Key_Down)
    assert bar.value() == 40
    hands.press(Qt.Key.Key_Up)
    assert bar.value() == 0
    hands.press(Qt.Key.Key_PageDown)
    assert bar.value() == preview.viewport().height()
    with qtbot.waitSignal(preview.page_shown) as shown:
        hands.press(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    assert shown.args == [4, 4]
    hands.press(Qt.Key.Key_PageUp)
    assert bar.value() == bar.maximum() - preview.viewport().height()
    hands.press(Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_place_on_a_page_is_brought_into_sight(preview: PaperPreview) -> None:
    preview.show_pdf(paper(4))
    bar = preview.verticalScrollBar()
    preview.go_to(2)
    second = bar.value()
    page = (preview.viewport().width() - 28) * A4[1] / A4[0]
    assert abs(second - (page + 14)) < 4
    preview.go_to(2, 400)
    scale = (preview.viewport().width() - 28) / A4[0]
    assert abs(bar.value() - second - 360 * scale) < 4
    preview.go_to(9)
    assert abs(bar.value() - second - 360 * scale) < 4


def test_another_paper_keeps_the_place_and_shows_its_own_pages(preview: PaperPreview, hands: Hands) -> None:
    preview.show_pdf(paper(4))
    preview.go_to(2)
    value = preview.verticalScrollBar().value()
    before = preview.viewport().grab().toImage()
    preview.show_pdf(paper(4, grey=0.5))
    assert preview.verticalScrollBar().value() == value
    assert preview.viewport().grab().toImage() != before
    preview.show_pdf(paper(1))
    assert preview.page_count == 1
    assert preview.verticalScrollBar().value() <= preview.verticalScrollBar().maximum()


def test_a_narrower_window_makes_smaller_pages(preview: PaperPreview) -> None:
    preview.show_pdf(paper(4))
    high = preview.verticalScrollBar().maximum()
    preview.resize(300, 600)
    assert preview.verticalScrollBar().maximum() < high
    preview.resize(2400, 600)
    picture = preview.viewport().grab().toImage()
    # A page is never wider than one can read; the desk shows beside it.
    assert picture.pixelColor(picture.width() // 2, 300) == QColor("white")
    assert picture.pixelColor(20, 300) == QColor("#808080")


def test_cleared_it_lets_the_paper_go(preview: PaperPreview) -> None:
    preview.show_pdf(paper(2))
    preview.clear()
    assert preview.page_count == 0
    preview.repaint()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_page_is_drawn_as_sharp_as_the_screen(scale: float) -> None:
    document = pypdfium2.PdfDocument(paper(1))
    try:
        image = page_image(document, 0, scale)
    finally:
        document.close()
    assert abs(image.width() - A4[0] * scale) <= 1
    assert image.pixelColor(10, image.height() - 10) == QColor("black")
    assert image.pixelColor(image.width() - 10, 10) == QColor("white")
