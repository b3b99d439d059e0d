from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from povertydesk.ui.theme import DARK, LIGHT, SMALLEST_TEXT_POINTS, Theme, apply_theme


def luminance(colour: str) -> float:
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_all_text_can_be_read(theme: Theme) -> None:
    pairs = [
        (theme.text, theme.window),
        (theme.text, theme.paper),
        (theme.text, theme.hover),
        (theme.muted, theme.window),
        (theme.muted, theme.paper),
        (theme.accent, theme.paper),
        (theme.accent, theme.accent_soft),
        (theme.accent_text, theme.accent),
        (theme.error, theme.window),
        (theme.error, theme.paper),
        *((theme.text, tint) for tint in (theme.accent_soft, theme.warning_soft, theme.error_soft)),
    ]
    weak = [(text, ground, round(contrast(text, ground), 2)) for text, ground in pairs if contrast(text, ground) < 4.5]
    assert weak == []


@pytest.mark.parametrize(("window", "expected"), [("#f0f0f0", LIGHT), ("#202020", DARK)])
def test_light_and_dark_follow_the_system(clean_application: QApplication, window: str, expected: Theme) -> None:
    clean_application.setPalette(QPalette(QColor(window), QColor(window)))
    assert apply_theme(clean_application) is expected
    palette = clean_application.palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor(expected.window)
    assert palette.color(QPalette.ColorRole.Highlight) == QColor(expected.accent)


def test_every_picture_of_the_style_sheet_is_there(clean_application: QApplication) -> None:
    apply_theme(clean_application)
    pictures = re.findall(r'url\("([^"]+)"\)', clean_application.styleSheet())
    assert pictures
    assert [picture for picture in pictures if not Path(picture).is_file()] == []


@pytest.mark.parametrize(("points", "expected"), [(8.0, SMALLEST_TEXT_POINTS), (11.0, 11.0)])
def test_small_system_text_is_made_readable(clean_application: QApplication, points: float, expected: float) -> None:
    font = QFont(clean_application.font())
    font.setPointSizeF(points)
    clean_application.setFont(font)
    apply_theme(clean_application)
    assert clean_application.font().pointSizeF() == expected
