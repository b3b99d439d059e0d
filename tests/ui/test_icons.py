from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from povertydesk import paths
from povertydesk.ui.icons import icon, program_icon

NAMES = sorted(path.stem for path in paths.resources("icons").glob("*.svg"))


def colours(image: QImage) -> list[QColor]:
    """The colours of a picture, without what is nearly see-through."""
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [point for point in points if point.alpha() > 60]


def is_all(image: QImage, colour: str) -> bool:
    wanted = QColor(colour)
    found = colours(image)
    near = [
        max(abs(one.red() - wanted.red()), abs(one.green() - wanted.green()), abs(one.blue() - wanted.blue())) < 8
        for one in found
    ]
    return len(found) > 20 and all(near)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "povertydesk"])
def test_each_icon_is_drawn_in_the_colour_of_its_text(qapp: QApplication, name: str) -> None:
    made = icon(name, "#1d252c", "#1f6f5c")
    plain = made.pixmap(QSize(20, 20), QIcon.Mode.Normal, QIcon.State.Off).toImage()
    chosen = made.pixmap(QSize(20, 20), QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert is_all(plain, "#1d252c")
    assert is_all(chosen, "#1f6f5c")
    assert made.pixmap(QSize(20, 20), 2.0).toImage().width() == 40


def test_an_icon_that_is_not_there_is_a_bug(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-thing", "#000000")


def test_the_window_has_an_icon(qapp: QApplication) -> None:
    assert len({colour.name() for colour in colours(program_icon().pixmap(64, 64).toImage())}) > 1
