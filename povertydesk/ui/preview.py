"""The finished page, always visible: the very PDF that prints, drawn page by page as it comes into view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

_GAP = 14
_WIDEST_PAGE = 900


class PaperPreview(QAbstractScrollArea):
    """Shows a PDF fitted to the width. The vertical bar is always there, so that fitting cannot go round in circles."""

    page_shown = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("preview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(260)
        self._document: Any = None
        self._sizes: list[tuple[float, float]] = []
        self._drawn: dict[int, QImage] = {}
        self._said = (0, 0)
        self._waiting_text = ""
        self.verticalScrollBar().valueChanged.connect(self._announce_page)

    @property
    def page_count(self) -> int:
        """How many pages the shown paper has."""
        return len(self._sizes)

    def show_waiting(self, text: str) -> None:
        """Say in place of the pages that they are being made; pages shown already stay."""
        self._waiting_text = text
        self.viewport().update()

    def show_pdf(self, data: bytes) -> None:
        """Show a paper; the place in it is kept where it replaces another."""
        import pypdfium2  # noqa: PLC0415 - loaded with the first paper

        kept = self.verticalScrollBar().value()
        self.clear()
        self._document = pypdfium2.PdfDocument(data)
        self._sizes = [self._document.get_page_size(number) for number in range(len(self._document))]
        self._waiting_text = ""
        self._lay_out()
        self.verticalScrollBar().setValue(kept)
        self._announce_page()
        self.viewport().update()

    def clear(self) -> None:
        """Show nothing and let the paper go."""
        if self._document is not None:
            self._document.close()
        self._document = None
        self._sizes = []
        self._drawn = {}

    def go_to(self, page: int, offset: float = 0.0) -> None:
        """Bring a page, counted from 1, into view, `offset` points below its upper edge."""
        if 1 <= page <= self.page_count:
            top = self._page_rects()[page - 1].top() + self.verticalScrollBar().value()
            self.verticalScrollBar().setValue(int(top + max(0.0, offset - 40) * self._scale(page - 1) - _GAP))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Ask for room for a readable page."""
        return QSize(560, 700)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._drawn = {}
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Turn pages with Page Up and Page Down, to the ends with Home and End."""
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Down: 40,
            Qt.Key.Key_Up: -40,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the pages that are in view."""
        painter = QPainter(self.viewport())
        view = self.viewport().rect()
        for number, rect in enumerate(self._page_rects()):
            if rect.intersects(view):
                painter.fillRect(rect.translated(1, 2), QColor(0, 0, 0, 40))
                painter.drawImage(rect, self._image(number, rect.size()))
        if not self._sizes and self._waiting_text:
            painter.drawText(view, Qt.AlignmentFlag.AlignCenter, self._waiting_text)
        painter.end()

    def _scale(self, number: int) -> float:
        width = min(self.viewport().width() - 2 * _GAP, _WIDEST_PAGE)
        return max(width, 1) / self._sizes[number][0]

    def _page_rects(self) -> list[QRect]:
        top = _GAP - self.verticalScrollBar().value()
        rects = []
        for number, (width, height) in enumerate(self._sizes):
            scale = self._scale(number)
            size = QSize(round(width * scale), round(height * scale))
            left = (self.viewport().width() - size.width()) // 2
            rects.append(QRect(QPoint(left, top), size))
            top += size.height() + _GAP
        return rects

    def _lay_out(self) -> None:
        bar = self.verticalScrollBar()
        rects = self._page_rects()
        height = rects[-1].bottom() + bar.value() + _GAP if rects else 0
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)

    def _image(self, number: int, size: QSize) -> QImage:
        found = self._drawn.get(number)
        if found is not None:
            return found
        ratio = self.devicePixelRatioF()
        image = page_image(self._document, number, size.width() * ratio / self._sizes[number][0])
        image.setDevicePixelRatio(ratio)
        self._drawn[number] = image
        return image

    def _announce_page(self) -> None:
        middle = self.viewport().height() // 2
        rects = self._page_rects()
        page = next((number for number, rect in enumerate(rects, start=1) if rect.bottom() >= middle), len(rects))
        if (page, len(rects)) != self._said:
            self._said = (page, len(rects))
            self.page_shown.emit(page, len(rects))


def page_image(document: Any, number: int, scale: float) -> QImage:
    """Draw one page of an open PDF; `scale` is pixels a point."""
    page = document[number]
    try:
        bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()
        bitmap.close()
    finally:
        page.close()
    return image
