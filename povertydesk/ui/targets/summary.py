"""The line under the heading of the targets: what is assigned, shared out and registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from povertydesk.poverty.vietnamese import capitalised

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from povertydesk.poverty.target import TargetRow


class TargetSummary(QLabel):
    """Three figures side by side; without villages it says what to do first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setProperty("role", "muted")
        self.setWordWrap(True)

    def say(self, total: TargetRow, assigned: int | None, *, has_villages: bool) -> None:
        """Say where the year stands, from the line of the whole and what the office above assigned."""
        if not has_villages:
            self.setText(
                self.tr("Type each village's name, households and poor households, or paste the table from Excel.")
            )
            return
        shown = [
            self.tr("assigned {count}").replace("{count}", _or_dash(assigned)),
            self.tr("shared out {count}").replace("{count}", _or_dash(total.reduction)),
            self.tr("registered {count}").replace("{count}", _or_dash(total.registered)),
        ]
        self.setText(capitalised(" · ".join(shown)))


def _or_dash(count: int | None) -> str:
    return "–" if count is None else str(count)
