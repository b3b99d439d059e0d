"""The few colours of a grid beside those of the system palette."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

_DARK_BELOW_LIGHTNESS = 128


class GridPalette(NamedTuple):
    """Tints of the cells. Base, text and highlighted text come from the widget's own palette.

    `typed` lies behind cells to be typed, `computed` is the text of worked-out figures; `faulty`, `warned` with their
    lines mark findings, `noted_line` what is no mistake; `accent` frames the current cell and tints the selection.
    """

    typed: QColor
    computed: QColor
    faulty: QColor
    faulty_line: QColor
    warned: QColor
    warned_line: QColor
    noted_line: QColor
    total: QColor
    total_line: QColor
    heading: QColor
    zebra: QColor
    line: QColor
    accent: QColor

    @classmethod
    def light(cls) -> GridPalette:
        """Return the tints on white paper."""
        return cls(
            typed=QColor("#fffbe6"),
            computed=QColor("#5c6870"),
            faulty=QColor("#fde8e7"),
            faulty_line=QColor("#b4322a"),
            warned=QColor("#fff1dc"),
            warned_line=QColor("#b36b00"),
            noted_line=QColor("#4f7cac"),
            total=QColor("#edf1f2"),
            total_line=QColor("#aab5ba"),
            heading=QColor("#eef1f2"),
            zebra=QColor("#f9fbfb"),
            line=QColor("#dde3e5"),
            accent=QColor("#1f6f5c"),
        )

    @classmethod
    def dark(cls) -> GridPalette:
        """Return the tints on a dark desktop."""
        return cls(
            typed=QColor("#35321f"),
            computed=QColor("#a9b3b9"),
            faulty=QColor("#4b2729"),
            faulty_line=QColor("#f0857e"),
            warned=QColor("#46371f"),
            warned_line=QColor("#e3a64f"),
            noted_line=QColor("#7fa8d6"),
            total=QColor("#30373b"),
            total_line=QColor("#66727a"),
            heading=QColor("#2b3135"),
            zebra=QColor("#22272a"),
            line=QColor("#3a4247"),
            accent=QColor("#5cc4a6"),
        )

    @classmethod
    def fitting(cls, palette: QPalette) -> GridPalette:
        """Return the light or dark tints, as the base of the palette is."""
        return cls.dark() if palette.base().color().lightness() < _DARK_BELOW_LIGHTNESS else cls.light()
