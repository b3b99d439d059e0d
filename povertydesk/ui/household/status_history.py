"""Where a household stood from when until when, and the rounds it was reviewed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from povertydesk.poverty.official_text import format_date
from povertydesk.ui.household.list_grid import ListGrid
from povertydesk.ui.household.words import HouseholdWords
from povertydesk.ui.records.columns import Alignment, Column
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.workflow import household_history

if TYPE_CHECKING:
    from povertydesk.poverty.decision import HouseholdDecision
    from povertydesk.ui.session import Session
    from povertydesk.workflow.household_history import ReviewedRound
    from povertydesk.workflow.keep_registry import HouseholdView


class _DecisionLine(NamedTuple):
    row_id: str
    status: str
    first: str
    until: str
    standard: str
    number: str


class _RoundLine(NamedTuple):
    row_id: str
    year: str
    kind: str
    opening: str
    b1: str
    b2: str
    result: str


class HouseholdStatusHistory(QWidget):
    """Two read-only lists, newest first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._session = session
        self.words = HouseholdWords(self)
        self.decisions: RecordTable[_DecisionLine] = RecordTable(
            (
                Column("status", self.tr("Result"), lambda line: line.status, width_characters=14),
                Column("first", self.tr("From"), lambda line: line.first, width_characters=10),
                Column("until", self.tr("Before"), lambda line: line.until, width_characters=10),
                Column("standard", self.tr("Standard"), lambda line: line.standard, width_characters=10),
                Column("number", self.tr("Decision"), lambda line: line.number, width_characters=14),
            ),
            lambda line: line.row_id,
            parent=self,
        )
        self.rounds: RecordTable[_RoundLine] = RecordTable(
            (
                Column("year", self.tr("Year"), lambda line: line.year, width_characters=4),
                Column("kind", self.tr("Round"), lambda line: line.kind, width_characters=14),
                Column("opening", self.tr("At the opening"), lambda line: line.opening, width_characters=14),
                Column("b1", self.tr("B1"), lambda line: line.b1, align=Alignment.RIGHT, width_characters=4),
                Column("b2", self.tr("B2"), lambda line: line.b2, align=Alignment.RIGHT, width_characters=4),
                Column("result", self.tr("Result"), lambda line: line.result, width_characters=18),
            ),
            lambda line: line.row_id,
            parent=self,
        )
        self._build()

    def show_view(self, view: HouseholdView) -> None:
        """Show where a household stood and stands."""
        found = household_history.read_status_history(self._session.desk, view.household.id)
        self.decisions.set_records([self._decision(one) for one in found.decisions])
        self.rounds.set_records([self._round(one) for one in found.reviews])
        self.decision_grid.setVisible(bool(found.decisions))
        self.no_decisions.setVisible(not found.decisions)
        self.round_grid.setVisible(bool(found.reviews))
        self.no_rounds.setVisible(not found.reviews)

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        if not self.round_grid.isHidden() and self.decision_grid.isHidden():
            self.round_grid.setFocus()
        else:
            self.decision_grid.setFocus()

    def _build(self) -> None:
        self.decision_grid = ListGrid(self.decisions, name=self.tr("Status by decisions"), frozen_columns=1)
        self.round_grid = ListGrid(self.rounds, name=self.tr("Reviewed in"), frozen_columns=1)
        self.no_decisions = _muted(
            self.tr("No decision is recorded. The history of this household is not known; that is not “not poor”.")
        )
        self.no_rounds = _muted(self.tr("The household was in no review round yet."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for title, grid, none in (
            (self.tr("Status by decisions"), self.decision_grid, self.no_decisions),
            (self.tr("Reviewed in"), self.round_grid, self.no_rounds),
        ):
            heading = QLabel(title)
            heading.setProperty("role", "section")
            layout.addWidget(heading)
            layout.addWidget(grid)
            layout.addWidget(none)
            layout.addSpacing(6)
        layout.addStretch(1)

    def _decision(self, one: HouseholdDecision) -> _DecisionLine:
        until = format_date(one.until_on) if one.until_on else self.tr("in force")
        standard = one.standard.replace("-", "–")
        return _DecisionLine(
            one.id, self.words.status_words(one.status), format_date(one.from_on), until, standard, one.number
        )

    def _round(self, one: ReviewedRound) -> _RoundLine:
        review = one.review
        result = self.words.status_words(review.status) if review.status else self.tr("not concluded")
        if one.round.closed_on is None:
            result = self.tr("{result} (round open)").replace("{result}", result)
        return _RoundLine(
            one.round.id,
            str(one.round.year),
            self.words.round_words(one.round.kind),
            self.words.status_words(review.opening_status),
            "" if review.b1 is None else str(review.b1),
            "" if review.b2 is None else str(review.b2),
            result,
        )


def _muted(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label
