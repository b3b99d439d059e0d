"""A chart on the screen: drawn with its own labels, read value by value with the arrows, copied as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QKeySequence,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from povertydesk.poverty.chart import Shade
from povertydesk.poverty.chart_drawing import Drawing, Lettering, draw_chart
from povertydesk.ui.theme import LIGHT, present_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from povertydesk.poverty.chart import Chart
    from povertydesk.ui.theme import Theme

_MARGIN = 6
_PICTURE_WIDTH = 720
_PICTURE_SCALE = 3.0
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class ChartView(QWidget):
    """One chart. `read_out` says the value the arrows stand on, empty where the keys have left it."""

    read_out = Signal(str)
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Draw nothing yet."""
        super().__init__(parent)
        self.chart: Chart | None = None
        self.place = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def reading(self) -> str:
        """The value the arrows stand on, in words."""
        readings = self.chart.readings if self.chart is not None else ()
        return readings[self.place].sentence if 0 <= self.place < len(readings) else ""

    def show_chart(self, chart: Chart) -> None:
        """Draw a chart; where the arrows stood is kept while its values are as many."""
        kept = self.chart is not None and len(self.chart.readings) == len(chart.readings)
        self.chart = chart
        if not kept:
            self.place = -1
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription("; ".join(one.sentence for one in chart.readings))
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def picture(self) -> QImage:
        """Return the chart with title and note as a picture on white, sharp enough for a printed page."""
        title_font = QFont(self.font())
        title_font.setBold(True)
        lettering, bold = _lettering(self.font()), QFontMetricsF(title_font)
        drawing = self._drawing(_PICTURE_WIDTH - 4 * _MARGIN, lettering)
        note = self.chart.note if self.chart is not None else ""
        room = QRectF(0, 0, drawing.width, 10000)
        wrapped = int(Qt.TextFlag.TextWordWrap)
        title = self.chart.title if self.chart is not None else ""
        title_height = bold.boundingRect(room, wrapped, title).height()
        note_height = QFontMetricsF(self.font()).boundingRect(room, wrapped, note).height() if note else 0.0
        height = title_height + drawing.height + note_height + 8 * _MARGIN
        image = QImage(int(_PICTURE_WIDTH * _PICTURE_SCALE), int(height * _PICTURE_SCALE), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_PICTURE_SCALE)
        image.fill(QColor(LIGHT.paper))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(2 * _MARGIN, 2 * _MARGIN)
        painter.setPen(QColor(LIGHT.text))
        painter.setFont(title_font)
        painter.drawText(QRectF(0, 0, drawing.width, title_height), wrapped, title)
        painter.setFont(self.font())
        painter.translate(0, title_height + 2 * _MARGIN)
        _paint(painter, drawing, LIGHT)
        painter.setPen(QColor(LIGHT.muted))
        painter.drawText(QRectF(0, drawing.height + 2 * _MARGIN, drawing.width, note_height), wrapped, note)
        painter.end()
        return image

    def copy(self) -> None:
        """Put the chart on the clipboard as a picture, and its values as text for where no picture goes."""
        if self.chart is None:
            return
        from PySide6.QtCore import QMimeData  # noqa: PLC0415 - rarely needed

        data = QMimeData()
        data.setImageData(self.picture())
        lines = [self.chart.title, *(f"{one.name}\t{one.label}" for one in self.chart.readings)]
        data.setText("\n".join(lines))
        QGuiApplication.clipboard().setMimeData(data)
        self.copied.emit(self.chart.title)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Say that a chart's height follows its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height a chart needs."""
        return int(self._drawing(width - 2 * _MARGIN, _lettering(self.font())).height) + 2 * _MARGIN

    def sizeHint(self) -> QSize:  # noqa: N802
        """Take the height that a middling width needs."""
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Never be narrower than names, labels and a little bar."""
        return QSize(240, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the chart, and the value the arrows stand on."""
        theme = present_theme()
        drawing = self._drawing(self.width() - 2 * _MARGIN, _lettering(self.font()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.translate(_MARGIN, _MARGIN)
        if self.hasFocus() and 0 <= self.place < len(drawing.frames):
            painter.fillRect(QRectF(*drawing.frames[self.place]).adjusted(-2, 0, 2, 0), QColor(theme.accent_soft))
        _paint(painter, drawing, theme)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go through the values with the arrows, Home and End; copy with the system's key."""
        last = len(self.chart.readings) - 1 if self.chart is not None else -1
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _ON and last >= 0:
            self._stand_on(min(self.place + 1, last))
        elif event.key() in _BACK and last >= 0:
            self._stand_on(max(self.place - 1, 0))
        elif event.key() == Qt.Key.Key_Home and last >= 0:
            self._stand_on(0)
        elif event.key() == Qt.Key.Key_End and last >= 0:
            self._stand_on(last)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Stand on the value that was clicked."""
        super().mousePressEvent(event)
        drawing = self._drawing(self.width() - 2 * _MARGIN, _lettering(self.font()))
        at = event.position() - QPointF(_MARGIN, _MARGIN)
        found = (place for place, frame in enumerate(drawing.frames) if QRectF(*frame).contains(at))
        place = next(found, -1)
        if place >= 0:
            self._stand_on(place)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Say the value that was stood on before."""
        super().focusInEvent(event)
        self.update()
        self.read_out.emit(self.reading)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Say nothing any more."""
        super().focusOutEvent(event)
        self.update()
        self.read_out.emit("")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure again where letters have changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _stand_on(self, place: int) -> None:
        self.place = place
        self.setAccessibleDescription(self.reading)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.read_out.emit(self.reading)
        self.update()

    def _drawing(self, width: float, lettering: Lettering) -> Drawing:
        return Drawing(width) if self.chart is None else draw_chart(self.chart, max(width, 120.0), lettering)


def _lettering(font: QFont) -> Lettering:
    metrics = QFontMetricsF(font)
    return Lettering(metrics.horizontalAdvance, metrics.height(), metrics.ascent())


def _paint(painter: QPainter, drawing: Drawing, theme: Theme) -> None:
    for stroke in drawing.strokes:
        colour = _colour(stroke.shade, theme) if stroke.bold else QColor(theme.muted)
        painter.setPen(QPen(colour, 2.0 if stroke.bold else 1.0))
        painter.drawLine(QPointF(stroke.x0, stroke.y0), QPointF(stroke.x1, stroke.y1))
    for box in drawing.boxes:
        painter.fillRect(QRectF(box.x, box.y, box.width, box.height), _colour(box.shade, theme))
    for words in drawing.words:
        painter.setPen(QColor(theme.muted if words.muted else theme.text))
        painter.drawText(QPointF(words.x, words.base), words.text)


def _colour(shade: Shade, theme: Theme) -> QColor:
    """Mix the accent with the paper: what is darker on one is lighter on the other, and both read in grey."""
    accent, paper = QColor(theme.accent), QColor(theme.paper)
    part = {Shade.STRONG: 1.0, Shade.MIDDLE: 0.55, Shade.FAINT: 0.22}[shade]
    red, green, blue = (
        round(one * part + other * (1 - part))
        for one, other in (
            (accent.red(), paper.red()),
            (accent.green(), paper.green()),
            (accent.blue(), paper.blue()),
        )
    )
    return QColor(red, green, blue)
