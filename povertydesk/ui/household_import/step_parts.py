"""What the steps of an import are put together from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTableView, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


def button_for(words: str, act: Callable[[], object], *, primary: bool = False) -> QPushButton:
    """Make a button that does one thing."""
    button = QPushButton(words)
    if primary:
        button.setProperty("role", "primary")
    button.clicked.connect(lambda _checked=False: act())
    return button


def step_of(top: QWidget, parts: list[QWidget], buttons: list[QPushButton], *, stretch: bool = False) -> QWidget:
    """Put one step together: words above, its parts, the ways on at its foot."""
    step = QWidget()
    layout = QVBoxLayout(step)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    layout.addWidget(top)
    for part in parts:
        layout.addWidget(part, 1 if isinstance(part, QTableView) else 0)
    foot = QHBoxLayout()
    if not stretch:
        foot.addStretch(1)
    for button in buttons:
        foot.addWidget(button)
    if stretch:
        foot.addStretch(1)
    layout.addLayout(foot)
    if stretch:
        layout.addStretch(1)
    return step
