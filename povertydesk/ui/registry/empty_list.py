"""What stands in the place of the list while the office knows no household: what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_WIDTH = 560


class EmptyList(QWidget):
    """Says how households come into the registry, and begins it."""

    import_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer both ways."""
        super().__init__(parent)
        heading = QLabel(self.tr("No households yet"))
        heading.setProperty("role", "section")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.import_button = QPushButton(self.tr("Import from Excel…"))
        self.import_button.setProperty("role", "primary")
        self.import_button.clicked.connect(self.import_wanted)
        self.new_button = QPushButton(self.tr("Add a household") + "   Ctrl+N")
        self.new_button.clicked.connect(self.new_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.import_button)
        buttons.addWidget(self.new_button)
        buttons.addStretch(1)
        card = QFrame()
        card.setProperty("role", "card")
        card.setMaximumWidth(_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 16, 18, 16)
        inside.setSpacing(10)
        inside.addWidget(heading)
        inside.addWidget(self.words)
        inside.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        layout.addStretch(1)

    def show_state(self, *, has_villages: bool, read_only: bool) -> None:
        """Say what comes first: the villages, or the households."""
        if has_villages:
            sentence = self.tr(
                "Import the list of households the office has in Excel, or add them one by one. "
                "Poor and near-poor households come first; the others when they ask."
            )
        else:
            sentence = self.tr("Enter the villages on the page Targets first: every household has its village.")
        self.words.setText(sentence)
        self.import_button.setEnabled(has_villages and not read_only)
        self.new_button.setEnabled(has_villages and not read_only)

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do."""
        self.import_button.setFocus()
