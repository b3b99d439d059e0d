"""A label over a widget that has none of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


def labelled(words: str, part: QWidget) -> QWidget:
    """Put `words` over `part`; the label's letter leads to it, and a screen reader calls it so."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    label = QLabel(words)
    label.setWordWrap(True)
    label.setBuddy(part)
    part.setAccessibleName(words.replace("&", ""))
    holder.setFocusProxy(part)
    layout.addWidget(label)
    layout.addWidget(part)
    layout.addStretch(1)
    return holder
