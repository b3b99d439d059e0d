from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from povertydesk.ui.records.grid_palette import GridPalette


def _luminance(colour: QColor) -> float:
    parts = []
    for part in (colour.redF(), colour.greenF(), colour.blueF()):
        parts.append(part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("tints", "base", "text"),
    [(GridPalette.light(), "#ffffff", "#1d2529"), (GridPalette.dark(), "#1e2225", "#e6eaec")],
    ids=["light", "dark"],
)
def test_figures_can_be_read_on_every_tint(tints: GridPalette, base: str, text: str) -> None:
    for ground in (tints.typed, tints.faulty, tints.warned, tints.total, tints.heading, tints.zebra, QColor(base)):
        assert _contrast(QColor(text), ground) >= 7
    for ground in (tints.zebra, tints.faulty, tints.warned, QColor(base)):
        assert _contrast(tints.computed, ground) >= 4.5
    for line in (tints.faulty_line, tints.warned_line, tints.noted_line, tints.accent):
        assert _contrast(line, QColor(base)) >= 3


def test_the_tints_fit_the_system_palette() -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#ffffff"))
    assert GridPalette.fitting(palette) == GridPalette.light()
    palette.setColor(QPalette.ColorRole.Base, QColor("#202020"))
    assert GridPalette.fitting(palette) == GridPalette.dark()
