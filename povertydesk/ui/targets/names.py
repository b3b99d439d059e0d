"""The list of names behind a village's target: the nearest to leaving first, chosen and followed in one grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from povertydesk.poverty.official_text import format_count
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.records.columns import Alignment, CellKind, Column
from povertydesk.ui.records.grid_view import GridView
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.workflow import edit_names
from povertydesk.workflow.edit_names import Candidate, EntrySheet, NameEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from povertydesk.ui.records.columns import CellEdit
    from povertydesk.ui.session import Session

_MARK = "x"
_KINDS = ("registered_household", "follow_up", "household", "review", "officer", "village_target")


class NameLine(NamedTuple):
    """One household of the list; the texts are as they are typed."""

    candidate: Candidate
    serial: int
    lacking: str
    chosen: str
    helper: str
    needs: str
    done: str
    result: str
    note: str

    @property
    def row_id(self) -> str:
        """The household."""
        return self.candidate.household.id


class NamesView(QWidget):
    """The names of one village and year. `left` says that the clerk goes back to the targets (Esc)."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._session = session
        self._village = ("", "")
        self._year = session.year
        self._found = edit_names.Candidates((), None)
        self._month = session.desk.program.clock.now().month
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.heading.setWordWrap(True)
        self.summary = QLabel()
        self.summary.setProperty("role", "muted")
        self.summary.setWordWrap(True)
        self.back_button = QPushButton(self.tr("&Back to the targets (Esc)"))
        self.back_button.clicked.connect(self.leave)
        self.notice = NoticeLine(dismissible=True)
        self.table: RecordTable[NameLine] = RecordTable(self._columns(), lambda line: line.row_id, parent=self)
        self.view = GridView(self.table, name=self.tr("Households that register to leave poverty"), frozen_columns=3)
        self.view.set_read_only(session.desk.read_only)
        self.table.edit_requested.connect(self._keep)
        self.view.refused.connect(self._say_refusal)
        self.keys = QLabel(self._key_words())
        self.keys.setProperty("role", "muted")
        self.keys.setWordWrap(True)
        self._arrange()
        session.changed.connect(lambda changes: self._refresh() if changes.touches(*_KINDS) else None)

    def show_village(self, village_id: str, name: str) -> None:
        """Show the names of a village in the session's year."""
        self._village, self._year = (village_id, name), self._session.year
        self.table.set_columns(self._columns())
        title = self.tr("{village}: households to leave poverty in {year}")
        self.heading.setText(title.replace("{village}", name).replace("{year}", str(self._year)))
        self._refresh()
        self.view.setFocus()
        if self.table.rowCount():
            self.view.go_to(self.table.row_id(0), "chosen")

    def leave(self) -> None:
        """Keep what is being typed and go back."""
        self.view.commit_pending()
        self._village = ("", "")
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back; where a cell is being typed in, it takes that back first."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            event.accept()
            return
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.summary)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 10)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.notice)
        layout.addWidget(self.view)
        layout.addWidget(self.keys)
        layout.addStretch(1)

    def _columns(self) -> tuple[Column[NameLine], ...]:
        done = self.tr("Done in month {month}").replace("{month}", str(self._month))

        def chosen(lines: Sequence[NameLine]) -> int:
            return sum(1 for line in lines if line.chosen)

        return (
            Column("serial", self.tr("No."), lambda line: line.serial, CellKind.SERIAL, computed=True),
            Column("code", self.tr("Code"), lambda line: line.candidate.household.code),
            Column("head", self.tr("Head of household"), lambda line: line.candidate.household.head_name),
            Column(
                "chosen",
                self.tr("Named (x)"),
                lambda line: line.chosen,
                align=Alignment.CENTRE,
                editable=True,
                total=chosen,
            ),
            Column("lacking", self.tr("To leave the list"), lambda line: line.lacking, width_characters=24),
            Column("helper", self.tr("Helped by"), lambda line: line.helper, editable=True, width_characters=16),
            Column("needs", self.tr("Needs"), lambda line: line.needs, editable=True, width_characters=16),
            Column("done", done, lambda line: line.done, editable=True, width_characters=16),
            Column("result", self.tr("Result"), lambda line: line.result, editable=True, width_characters=12),
            Column("note", self.tr("Note"), lambda line: line.note, editable=True, width_characters=12),
        )

    def _refresh(self) -> None:
        village, name = self._village
        if not village:
            return
        self._found = edit_names.read_candidates(self._session.desk, self._year, village)
        lines = [self._line(one, place) for place, one in enumerate(self._found.rows, start=1)]
        self.table.set_records(lines)
        named = sum(1 for line in lines if line.chosen)
        if not lines:
            empty = self.tr("No household of {village} is in the registry yet; enter the households first.")
            self.summary.setText(empty.replace("{village}", name))
            return
        told = self.tr("{named} of {all} households named, the nearest to leaving first.")
        if self._found.problem is not None:
            unranked = self.tr("{named} of {all} households named.")
            told = f"{unranked} {self._session.messages.of_error(self._found.problem)}"
        self.summary.setText(told.replace("{named}", str(named)).replace("{all}", str(len(lines))))

    def _line(self, one: Candidate, serial: int) -> NameLine:
        named = one.named
        if named is None:
            return NameLine(one, serial, self._lacking(one), "", "", "", "", "", "")
        messages, registered = self._session.messages, named.registered
        needs, results = edit_names.need_words(messages), edit_names.result_words(messages)
        return NameLine(
            one,
            serial,
            self._lacking(one),
            _MARK,
            named.helper,
            "; ".join(needs[need] for need in registered.needs),
            next((past.done for past in named.follow_ups if past.month == self._month), ""),
            results[registered.result] if registered.result else "",
            registered.note,
        )

    def _lacking(self, one: Candidate) -> str:
        """Say what would bring a household off the list; nothing where no form says it."""
        if one.ranked is None or not one.ranked.nearness.known:
            return ""
        near, ways = one.ranked.nearness, []
        if near.points is not None:
            ways.append(self.tr("{count} points B1").replace("{count}", str(near.points)))
        if near.income_vnd is not None:
            amount = format_count(near.income_vnd)
            ways.append(self.tr("{amount} đồng a person and month").replace("{amount}", amount))
        if near.indicators is not None:
            ways.append(self.tr("{count} indicators").replace("{count}", str(near.indicators)))
        return self.tr(" or ").join(ways)

    def _key_words(self) -> str:
        needs = edit_names.need_words(self._session.messages).values()
        results = edit_names.result_words(self._session.messages).values()
        listed = [", ".join(f"{place} {word}" for place, word in enumerate(words, 1)) for words in (needs, results)]
        words = self.tr("Needs: {needs}. Results: {results}. Ctrl+D fills down, Esc goes back.")
        return words.replace("{needs}", listed[0]).replace("{results}", listed[1])

    def _keep(self, edits: list[CellEdit]) -> None:
        session = self._session
        entries = [NameEntry(edit.row_id, edit.column_key, edit.text) for edit in edits]
        try:
            changes = edit_names.enter_names(
                session.desk, EntrySheet(self._year, self._month), entries, session.messages
            )
        except KnownError as error:
            self._say_error(error, edits)
            return
        self.notice.clear()
        session.announce(changes)

    def _say_error(self, error: KnownError, edits: list[CellEdit]) -> None:
        messages = self._session.messages
        first = error.findings[0] if error.findings else None
        self.notice.say(messages.of_error(error) if first is None else messages.of_finding(first), Severity.ERROR)
        if first is not None:
            place = (first.place.village, first.place.field)
            self.view.edit_again(next(edit for edit in edits if (edit.row_id, edit.column_key) == place))

    def _say_refusal(self, code: str, values: dict[str, Any]) -> None:
        self.notice.say(self._session.messages.sentence(code, values), Severity.WARNING)
