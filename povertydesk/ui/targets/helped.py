"""Whom a member of the steering committee helps, and the households that nobody helps: typed in one grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from povertydesk.poverty.named_target import LeavingTarget
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.records.columns import Alignment, CellKind, Column
from povertydesk.ui.records.grid_view import GridView
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.ui.targets.grid_frame import GridFrame
from povertydesk.workflow import edit_committee, edit_names, keep_committee
from povertydesk.workflow.edit_names import EntrySheet, NameEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from povertydesk.poverty.problems import Finding
    from povertydesk.ui.records.columns import CellEdit
    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.keep_committee import CommitteeMember, HelpedHousehold

_MARK = "x"
_KINDS = ("registered_household", "household", "officer", "officer_term", "village")


class HelpedLine(NamedTuple):
    """One registered household; `mark` says that it is the member's."""

    household: HelpedHousehold
    serial: int
    mark: str

    @property
    def row_id(self) -> str:
        """The household."""
        return self.household.household.id


class HelpedView(QWidget):
    """The registered households of the session's year. `left` says that the clerk goes back (Esc)."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._session = session
        self._year = session.year
        self._member: CommitteeMember | None = None
        self._shown: frozenset[str] | None = None
        self.table: RecordTable[HelpedLine] = RecordTable((), lambda line: line.row_id, parent=self)
        self.view = GridView(self.table, name=self.tr("Households and who helps them"), frozen_columns=3)
        self.view.set_read_only(session.desk.read_only)
        self.back_button = QPushButton(self.tr("&Back to the committee (Esc)"))
        self.back_button.clicked.connect(self.leave)
        keys = self.tr("x gives a household to the member, Delete takes it away · Ctrl+D fills down · Esc goes back")
        self.frame = GridFrame(session, self.view, (self.back_button,), keys)
        self.heading, self.summary, self.notice = self.frame.heading, self.frame.summary, self.frame.notice
        layout: QVBoxLayout = self.frame
        self.setLayout(layout)
        self.table.edit_requested.connect(self._keep)
        self.view.refused.connect(self._say_refusal)
        self.view.taken_back.connect(self.notice.clear)
        session.changed.connect(lambda changes: self._refresh() if changes.touches(*_KINDS) else None)

    def show_member(self, member: CommitteeMember) -> None:
        """Show the households a member may help: its own, then those of its villages without help, then others."""
        self._member, self._year, self._shown = member, self._session.year, None
        title = self.tr("{name}: households to help in {year}").replace("{name}", member.officer.name)
        self._begin(title, "mark")

    def show_unhelped(self) -> None:
        """Show the households that nobody helps now; they stay in sight when they get a helper."""
        self._member, self._year = None, self._session.year
        unhelped = (one for one in keep_committee.list_helped(self._session.desk, self._year) if not one.helper)
        self._shown = frozenset(one.household.id for one in unhelped)
        self._begin(self.tr("Households without helper in {year}"), "helper")

    def leave(self) -> None:
        """Keep what is being typed and go back; what could not be kept is opened again instead."""
        self.view.commit_pending()
        if self.view.has_refused:
            return
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back; where a cell is being typed in, it takes that back first."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Hand the keys to the list."""
        super().focusInEvent(event)
        self.view.setFocus()

    def _begin(self, title: str, column: str) -> None:
        self.heading.setText(title.replace("{year}", str(self._year)))
        self.notice.clear()
        self.frame.keys.setVisible(self._member is not None)
        self.table.set_columns(self._columns())
        self._refresh()
        self.frame.activate()
        self.view.setFocus()
        if self.table.rowCount():
            self.view.go_to(self.table.row_id(0), column)

    def _columns(self) -> tuple[Column[HelpedLine], ...]:
        def given(lines: Sequence[HelpedLine]) -> int:
            return sum(1 for line in lines if line.mark)

        columns: list[Column[HelpedLine]] = [
            Column("serial", self.tr("No."), lambda line: line.serial, CellKind.SERIAL, computed=True),
            Column("code", self.tr("Code"), lambda line: line.household.household.code),
            Column("head", self.tr("Head of household"), lambda line: line.household.household.head_name),
            Column("village", self.tr("Village"), lambda line: line.household.village.name),
            Column("target", self.tr("On the list of"), self._target_of),
        ]
        if self._member is not None:
            columns.append(
                Column(
                    "mark",
                    self.tr("Helps (x)"),
                    lambda line: line.mark,
                    align=Alignment.CENTRE,
                    editable=True,
                    total=given,
                )
            )
        columns.append(
            Column(
                "helper",
                self.tr("Helped by"),
                lambda line: line.household.helper,
                editable=self._member is None,
                computed=self._member is not None,
                width_characters=24,
            )
        )
        return tuple(columns)

    def _target_of(self, line: HelpedLine) -> str:
        return self.tr("Poor") if line.household.target is LeavingTarget.POOR else self.tr("Near-poor")

    def _refresh(self) -> None:
        if not self.table.columns:
            return
        found = keep_committee.list_helped(self._session.desk, self._year)
        if self._shown is not None:
            found = tuple(one for one in found if one.household.id in self._shown)
        stood = [line.row_id for line in self.table.records]
        if {one.household.id for one in found} == set(stood):
            places = {key: place for place, key in enumerate(stood)}
            ordered = sorted(found, key=lambda one: places[one.household.id])
        else:
            ordered = sorted(found, key=self._rank)
        own = self._member.officer.id if self._member is not None else None
        lines = [
            HelpedLine(one, place, _MARK if own is not None and one.helper_id == own else "")
            for place, one in enumerate(ordered, start=1)
        ]
        self.table.set_records(lines)
        self._say_standing(lines)

    def _rank(self, one: HelpedHousehold) -> int:
        if self._member is None:
            return 0
        if one.helper_id == self._member.officer.id:
            return 0
        near = any(one.village.id == village.id for village in self._member.villages)
        return (1 if near else 2) if not one.helper else (3 if near else 4)

    def _say_standing(self, lines: Sequence[HelpedLine]) -> None:
        if not lines:
            empty = self.tr("No household is registered to leave poverty yet; name them by village first.")
            self.summary.setText(empty)
            return
        without = sum(1 for line in lines if not line.household.helper)
        if self._member is None:
            words = self.tr("{count} of {all} still without helper. Type a member's name or an organisation.")
        else:
            words = self.tr("Helps {own} of {all} registered households; {count} have no helper yet.")
            words = words.replace("{own}", str(sum(1 for line in lines if line.mark)))
        self.summary.setText(words.replace("{count}", str(without)).replace("{all}", str(len(lines))))

    def _keep(self, edits: list[CellEdit]) -> None:
        session = self._session
        try:
            changes = self._write(edits)
        except KnownError as error:
            first = error.findings[0] if error.findings else None
            words = session.messages.of_error(error) if first is None else session.messages.of_finding(first)
            self.notice.say(words, Severity.ERROR)
            if first is not None:
                self.view.edit_again(next(edit for edit in edits if edit.row_id == _household_of(first)))
            return
        self.notice.clear()
        session.announce(changes)

    def _write(self, edits: list[CellEdit]) -> Changes:
        session = self._session
        if self._member is not None:
            marks = {edit.row_id: edit.text for edit in edits}
            return edit_committee.enter_helped(session.desk, self._year, self._member.officer.id, marks)
        entries = [NameEntry(edit.row_id, edit.column_key, edit.text) for edit in edits]
        sheet = EntrySheet(self._year, session.desk.program.clock.now().month, target=None)
        return edit_names.enter_names(session.desk, sheet, entries, session.messages)

    def _say_refusal(self, code: str, values: dict[str, Any]) -> None:
        self.notice.say(self._session.messages.sentence(code, values), Severity.WARNING)


def _household_of(finding: Finding) -> str | None:
    return finding.place.section or finding.place.village
