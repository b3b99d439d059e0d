"""The program's own icons: one set of line drawings, coloured as the text beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from povertydesk import paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QToolButton

_SIZE = 20


def icon(name: str, colour: str, chosen_colour: str | None = None) -> QIcon:
    """Draw an icon in a colour, and in another where its button is chosen."""
    made = QIcon()
    for factor in (1, 2):
        made.addPixmap(_drawn(name, colour, factor), QIcon.Mode.Normal, QIcon.State.Off)
        if chosen_colour:
            made.addPixmap(_drawn(name, chosen_colour, factor), QIcon.Mode.Normal, QIcon.State.On)
    return made


def give_icon(button: QToolButton, drawn: QIcon) -> None:
    """Put an icon where the style sheet has held its place, so that nothing moves."""
    button.setIcon(drawn)
    button.setProperty("waits", None)
    style = button.style()
    style.unpolish(button)
    style.polish(button)


def program_icon() -> QIcon:
    """Return the icon of the window."""
    return QIcon(str(paths.resources("icons", "povertydesk.svg")))


def _drawn(name: str, colour: str, factor: int) -> QPixmap:
    drawing = paths.resources("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(_SIZE * factor, _SIZE * factor)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(factor)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, _SIZE, _SIZE))
    painter.end()
    return pixmap
