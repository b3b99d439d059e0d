"""The menu under the office's name: another file, a new one, the last ones, and closing this one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from povertydesk.ui.preferences import Preferences


class FileMenu(QMenu):
    """What can be done with files; the keys are the same as before a file is open."""

    new_wanted = Signal()
    open_wanted = Signal()
    recent_wanted = Signal(object)
    close_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, preferences: Preferences, shown: Path, parent: QWidget | None = None) -> None:
        """Offer every recent file but the one that is shown."""
        super().__init__(parent)
        self._preferences = preferences
        self._shown = shown.absolute()
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        self.addAction(self.tr("&New file…") + "\tCtrl+N").triggered.connect(self.new_wanted)
        self.addAction(self.tr("&Open a file…") + "\tCtrl+O").triggered.connect(self.open_wanted)
        others = [path for path in self._preferences.recent_files if path != self._shown]
        if others:
            self.addSeparator()
        for path in others:
            action = self.addAction(f"{path.stem}   –   {path.parent}".replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, chosen=path: self.recent_wanted.emit(chosen))
        self.addSeparator()
        self.addAction(self.tr("&Import households from Excel…")).triggered.connect(self.import_wanted)
        self.addSeparator()
        self.addAction(self.tr("&Close the file") + "\tCtrl+W").triggered.connect(self.close_wanted)
