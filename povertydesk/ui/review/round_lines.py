"""What is done with a round, each in one line: opening it, taking in a household that asked, sealing, amending."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.ui import notices
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.fields.entry_field import EntryField
from povertydesk.ui.fields.labelled import labelled
from povertydesk.ui.review.action_line import ActionLine
from povertydesk.ui.review.board_words import BoardWords
from povertydesk.workflow import review_board, review_rounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from povertydesk.poverty.problems import Finding
    from povertydesk.poverty.review import ReviewRound
    from povertydesk.ui.session import Session
    from povertydesk.workflow.review_board import BoardRow

_DATE_WIDTH = 120
_FIRST_OF_SEASON = (9, 1)
"""The annual review runs from 1 September to 14 December (Decision 24/2021/QĐ-TTg)."""


class OpeningLine(ActionLine):
    """Mở đợt rà soát: kind and day. `opened` carries the new round."""

    opened = Signal(str)

    def __init__(self, session: Session, words: BoardWords, parent: QWidget | None = None) -> None:
        """Open rounds of the session's year."""
        super().__init__(session, "", "", parent)
        self._words = words
        self.heading.setText(self.tr("Open a review round"))
        self.button.setText(self.tr("Open the round"))
        self.kind = Choice()
        self.day = _day_field(self.tr("Opened on"))
        self.arrange([labelled(self.tr("Kind of round"), self.kind), self.day])

    def offer(self, kinds: Iterable[RoundKind]) -> None:
        """Offer the kinds the law and the year leave."""
        _offer(self.kind, [(self._words.kind(kind), kind.value) for kind in kinds])
        year, today = self._session.year, self._session.desk.program.clock.now().date()
        proposed = today if today.year == year else datetime.date(year, *_FIRST_OF_SEASON)
        if not self.has_entries:
            self.day.editor.setText(format_date(proposed))

    def act(self) -> bool:
        """Open the round."""
        day = self.read_day(self.day)
        if day is None:
            return False
        session = self._session
        kind = RoundKind(self.kind.currentData())
        added = review_rounds.open_round(session.desk, session.year, kind, day)
        session.announce(added.changes)
        self.opened.emit(added.id)
        return True


class AskingLine(ActionLine):
    """Thêm hộ có giấy đề nghị (Mẫu 01, Mẫu 04): a household of the registry is found and taken into the round.

    Up and Down choose among what was found, Enter takes it. `taken` carries the household.
    """

    taken = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Take households into the round that `ask_for` names."""
        super().__init__(session, "", "", parent)
        self._round_id = ""
        self.heading.setText(self.tr("Take in a household that asked (form 01 or 04)"))
        self.button.setText(self.tr("Take in"))
        self.search = EntryField(self.tr("Head of household or code"))
        self.search.editor.textChanged.connect(self._find)
        self.search.editor.installEventFilter(self)
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Households found"))
        self.found.itemActivated.connect(lambda _item: self.submit())
        self.found.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.arrange([self.search], widest=self.search, below=self.found)
        self._show([])

    def ask_for(self, round_id: str) -> None:
        """Take households into this round."""
        self._round_id = round_id
        self._find(self.search.text)

    def act(self) -> bool:
        """Take the chosen household in."""
        item = self.found.item(self.found.currentRow()) if self.found.count() else None
        if item is None:
            self.search.show_fault(self.tr("Type a part of the head's name or the household's code, then choose."))
            self.search.setFocus()
            return False
        household = str(item.data(Qt.ItemDataRole.UserRole))
        session = self._session
        session.announce(review_rounds.add_to_round(session.desk, self._round_id, [household]))
        self.taken.emit(household)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Choose among the households found while the name is being typed."""
        steps: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in steps:
            row = self.found.currentRow() + steps[event.key()]
            self.found.setCurrentRow(min(max(row, 0), self.found.count() - 1))
            return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        self._show(review_board.find_outside(self._session.desk, self._round_id, text) if self._round_id else ())
        nothing = bool(text.strip()) and not self.found.count()
        missing = self.tr("No household outside the round is called so. Enter it on the page of households first.")
        self.say_hint(missing if nothing else "")

    def _show(self, found: Iterable[review_board.AskingHousehold]) -> None:
        self.found.clear()
        for one in found:
            item = QListWidgetItem(f"{one.code} · {one.head} · {one.village}")
            item.setData(Qt.ItemDataRole.UserRole, one.household_id)
            self.found.addItem(item)
        self.found.setCurrentRow(0)
        self.found.ensurePolished()
        height = self.found.sizeHintForRow(0) * self.found.count() + 2 * self.found.frameWidth() + 10
        self.found.setFixedHeight(height)
        self.found.setVisible(self.found.count() > 0)


class SealingLine(ActionLine):
    """Khóa sổ đợt rà soát: day and number of the decision. `sealed` carries what wants a look though it was sealed."""

    sealed = Signal(tuple)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Seal the round that `ask_for` names."""
        super().__init__(session, "", "", parent)
        self._round_id = ""
        self.heading.setText(self.tr("Seal the round"))
        self.button.setText(self.tr("Seal…"))
        self.day = _day_field(self.tr("Sealed on"))
        self.number = EntryField(self.tr("Number of the decision"), hint=self.tr("for instance 125/QĐ-UBND"))
        self.number.editor.setMinimumWidth(200)
        self.arrange([self.day, self.number])

    def ask_for(self, of_round: ReviewRound, left: int) -> None:
        """Seal this round; `left` households have no complete form yet."""
        self._round_id = of_round.id
        today = self._session.desk.program.clock.now().date()
        if not self.has_entries:
            self.day.editor.setText(format_date(max(today, of_round.opened_on)))
        words = self.tr("All forms are complete. What the round found becomes the decided list.")
        self.say_hint("" if left else words)

    def act(self) -> bool:
        """Ask, then seal: this cannot be undone."""
        day = self.read_day(self.day)
        if day is None:
            return False
        desk = self._session.desk
        renewed = review_rounds.require_closable(desk, self._round_id, day)
        question = self.tr("Seal the round on {date}?").replace("{date}", format_date(day))
        details = self.tr("This cannot be undone. From then on its forms are read only and amended with a reason.")
        if renewed:
            words = self.tr("{count} results are calculated again first: area, points or law changed meanwhile.")
            details = words.replace("{count}", str(renewed)) + "\n" + details
        if not notices.confirm(self, question, details, self.tr("Seal the round")):
            return False
        changes = review_rounds.close_round(desk, self._round_id, day, self.number.text)
        findings: tuple[Finding, ...] = changes.findings
        self._session.announce(changes)
        self.sealed.emit(findings)
        return True


class AmendingLine(ActionLine):
    """Điều chỉnh kết quả của hộ trong đợt đã khóa: the right result, why, and the number of the decision."""

    def __init__(self, session: Session, words: BoardWords, parent: QWidget | None = None) -> None:
        """Amend the review that `ask_for` names."""
        super().__init__(session, "", "", parent)
        self._words = words
        self._round_id, self._household_id = "", ""
        self.button.setText(self.tr("Amend"))
        self.result = Choice()
        self.reason = EntryField(self.tr("Reason of the amendment"))
        self.number = EntryField(self.tr("Number of the decision"))
        self.number.editor.setMinimumWidth(140)
        self.arrange([labelled(self.tr("Right result"), self.result), self.reason, self.number], widest=self.reason)

    def ask_for(self, of_round: ReviewRound, row: BoardRow) -> None:
        """Amend what this round found of a household."""
        self._round_id, self._household_id = of_round.id, row.household_id
        words = self.tr("Amend the result of household {code} – {head}, {village}")
        for name, value in (("code", row.code), ("head", row.head), ("village", row.village)):
            words = words.replace("{" + name + "}", value)
        self.heading.setText(words)
        self.say_hint(self.tr("The sealed result is: {status}.").replace("{status}", self._words.status(row.result)))
        statuses = review_rounds.possible_results(self._session.desk, of_round)
        _offer(self.result, [(self._words.status(one), one.value) for one in statuses if one is not row.result])

    def act(self) -> bool:
        """Amend, as one act that can be undone."""
        if not self.reason.text:
            self.reason.show_fault(self.tr("Say why, in a few words: the reason stays with the round."))
            self.reason.setFocus()
            return False
        session = self._session
        status = PovertyStatus(self.result.currentData())
        session.announce(
            review_rounds.amend_review(
                session.desk, self._round_id, self._household_id, status, self.reason.text, self.number.text
            )
        )
        return True


def _day_field(label: str) -> EntryField:
    field = EntryField(label)
    field.editor.setFixedWidth(_DATE_WIDTH)
    return field


def _offer(choice: Choice, options: list[tuple[str, str]]) -> None:
    """Offer a few options, each chosen by its digit."""
    choice.clear()
    for number, (words, value) in enumerate(options, start=1):
        choice.addItem(f"{number}  {words}", value)
