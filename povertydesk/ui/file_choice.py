"""Asking where a file lies or where it shall go, with the system's own dialog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def ask_for_file(parent: QWidget, title: str, kinds: str, folder: Path) -> Path | None:
    """Ask for an existing file; None where the clerk changed her mind."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(chosen) if chosen else None


def ask_where_to_save(parent: QWidget, title: str, kinds: str, proposed: Path) -> Path | None:
    """Ask where to save; the proposed ending is kept where none was typed. The system asks before writing over."""
    dialog = QFileDialog(parent, title, str(proposed.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # The dialog itself must know the ending, or it would not see that a file of that name is there.
    dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
    dialog.selectFile(proposed.name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None
