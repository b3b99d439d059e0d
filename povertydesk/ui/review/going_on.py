"""How far a round is, which of its forms was written last, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from povertydesk.workflow import review_form

if TYPE_CHECKING:
    from povertydesk.ui.session import Session
    from povertydesk.workflow.review_board import ReviewBoard


class GoingOn(QWidget):
    """Two lines beside the villages of a round."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._session = session
        self.progress = QLabel()
        self.progress.setProperty("role", "section")
        self.words = QLabel()
        self.words.setProperty("role", "muted")
        self.words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.progress)
        layout.addWidget(self.words)

    def show_board(self, board: ReviewBoard) -> None:
        """Say how far a round is, and where entering goes on."""
        self.progress.setText(
            self.tr("{complete} of {all} forms complete")
            .replace("{complete}", str(board.total.complete))
            .replace("{all}", str(board.total.to_review))
        )
        self.words.setText(self._next_step(board))

    def _next_step(self, board: ReviewBoard) -> str:
        place = review_form.resume_place(self._session.desk, board.round.id)
        row = next((one for one in board.rows if place is not None and one.household_id == place.household_id), None)
        if not board.rows:
            return self.tr("No household in this round yet. Import the list of households first, or take one in.")
        if board.round.closed_on is not None:
            return self.tr("The round is sealed. Enter shows a form; an amendment corrects a result with its reason.")
        if row is None or place is None:
            return self.tr("No form is entered yet. Enter on a household, or Alt+N, begins.")
        words = self.tr("Written last: household {code} – {head}, {village}.")
        for name, value in (("code", row.code), ("head", row.head), ("village", row.village)):
            words = words.replace("{" + name + "}", value)
        if place.item is None:
            return words
        next_one = self.tr("Next question: {question}.").replace("{question}", board.form.items[place.item].text)
        return f"{words} {next_one}"
