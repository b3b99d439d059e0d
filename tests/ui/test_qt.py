"""What the program relies on in Qt itself."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_calls_that_return_nothing_keep_their_reference_to_nothing(qtbot: QtBot) -> None:
    """PySide6 6.12.0 lets one go a call, and the program dies after some thousand of them."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(200):
        label.setText("Cẩm Long")
    assert sys.getrefcount(None) > before - 100
