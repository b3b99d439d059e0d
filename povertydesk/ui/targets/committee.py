"""The steering committee: a register of its members with terms, villages and the households they help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedLayout, QWidget

from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.targets.committee_lines import (
    HELPED,
    NAME,
    CommitteeWords,
    MemberLine,
    committee_columns,
)
from povertydesk.ui.targets.grid_frame import GridFrame
from povertydesk.ui.targets.open_grid import OpenGrid
from povertydesk.ui.targets.open_lines import OpenLines
from povertydesk.ui.targets.removal import offer_removal
from povertydesk.workflow import edit_committee, keep_committee
from povertydesk.workflow.edit_grid import CellEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from povertydesk.poverty.problems import Finding
    from povertydesk.ui.records.columns import CellEdit, Column
    from povertydesk.ui.records.record_table import RecordTable
    from povertydesk.ui.records.unsaved_cells import Place
    from povertydesk.ui.session import Session
    from povertydesk.ui.targets.helped import HelpedView
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.keep_committee import Committee, CommitteeMember

_KINDS = ("officer", "officer_term", "officer_village", "registered_household", "village", "plan", "unit")
_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class CommitteeGrid(OpenGrid):
    """The register under the fingers; `helped_wanted` asks for a member's households (Enter on their number)."""

    helped_wanted = Signal(str)

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        current = self.selection.current
        plain = not event.modifiers() & ~_KEYPAD
        if event.key() in _ENTERS and plain and current is not None:
            row, column = current
            if self.table.columns[column].key == HELPED and not self.table.records[row].is_new:
                key = self.table.row_id(row)
                return lambda: self.helped_wanted.emit(key)
        return super()._command(event)


class CommitteeView(QWidget):
    """The register as it is in the session's year, and behind a member's number the list of its households."""

    status = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Make the register."""
        super().__init__(parent)
        self._session = session
        self._committee: Committee
        self._read()
        self.helped: HelpedView | None = None
        self.entries: OpenLines[MemberLine] = OpenLines(session, self, self._grid, self)
        self.table, self.view = self.entries.table, self.entries.view
        self.unhelped_button = QPushButton()
        self.unhelped_button.clicked.connect(self.open_unhelped)
        keys = self.tr(
            "Roles: {roles}. Villages by name or number with semicolons between, * for all. "
            "Enter on the households opens their list · Ctrl+- removes a line entered by mistake"
        )
        roles = edit_committee.role_words(session.messages).values()
        listed = ", ".join(f"{place} {word}" for place, word in enumerate(roles, 1))
        register = QWidget()
        self.frame = GridFrame(session, self.view, (self.unhelped_button,), keys.replace("{roles}", listed))
        register.setLayout(self.frame)
        self.heading, self.summary = self.frame.heading, self.frame.summary
        self.notice, self.finding_line = self.frame.notice, self.frame.finding_line
        self._pages = QStackedLayout(self)
        self._pages.addWidget(register)
        self._connect()
        self.show_year()

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in the register and nowhere else."""
        return self.entries.has_unsaved or (self.helped is not None and self.helped.view.has_refused)

    def commit_pending(self) -> None:
        """Write what is just being typed, and what could not be written before."""
        if self.helped is not None:
            self.helped.view.commit_pending()
        self.entries.commit_pending()

    def stop(self) -> None:
        """Nothing runs beside the register."""

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        if self.helped is not None and self._pages.currentWidget() is self.helped:
            self.helped.setFocus()
            return
        if not self.view.currentIndex().isValid() and self.table.rowCount():
            self.view.go_to(self.table.row_id(0), NAME)
        self.view.setFocus()

    def show_year(self) -> None:
        """Show the committee as it is in the session's year."""
        self._close_helped()
        self.notice.clear()
        self._read()
        self.entries.show()
        self._say_standing()

    def go_to(self, finding: Finding) -> None:
        """Go to the cell a finding speaks of, else to the first one where it can be mended."""
        self._close_helped()
        place = self.place_of(finding)
        if place is None and finding.code == "village-without-member" and self.table.rowCount():
            place = self.table.row_id(0), "villages"
        if place is not None:
            self.entries.go_to(place)

    def open_helped(self, row_id: str) -> None:
        """Show the households that may be given to a member, those of its villages first."""
        member = next(one for one in self._members() if one.term.id == row_id)
        self._show_helped().show_member(member)

    def open_unhelped(self) -> None:
        """Show the households that nobody helps."""
        self._show_helped().show_unhelped()

    def remove_line(self) -> None:
        """Remove a term that was entered by mistake; Ctrl+Z brings it back."""
        line, session = self.entries.current_line, self._session
        if line is not None and not line.is_new and not session.desk.read_only:
            session.write(lambda: keep_committee.remove_term(session.desk, line.row_id))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """On a low screen the register gets the room."""
        super().resizeEvent(event)
        self.frame.share_room(self.height())

    def columns(self) -> Sequence[Column[MemberLine]]:
        """Declare the columns."""
        commune = self._session.desk.unit.level is OfficeLevel.COMMUNE
        titles = {
            NAME: self.tr("Name"),
            "position": self.tr("Position"),
            "organisation": self.tr("Organisation"),
            "role": self.tr("In the committee"),
            "villages": self.tr("Villages in charge of") if commune else self.tr("Communes in charge of"),
            "phone": self.tr("Telephone"),
            "from_on": self.tr("From"),
            "until_on": self.tr("No member from"),
            HELPED: self.tr("Households helped"),
            "standing": self.tr("Standing"),
        }
        explained = {
            HELPED: self.tr("Households registered to leave poverty that the member helps; Enter opens their list"),
            "until_on": self.tr("The first day on which the member is in the committee no more"),
        }
        return committee_columns(CommitteeWords(titles, explained, self.tr("Total")), self.tr("No."))

    def lines(self, typed_in: Callable[[str], Mapping[str, str]]) -> list[MemberLine]:
        """Make the lines of the records: members of the year's day first."""
        roles, on = edit_committee.role_words(self._session.messages), self._committee.on
        lines = []
        for place, one in enumerate(self._members(), start=1):
            term = one.term
            standing = ""
            if not term.holds_on(on):
                is_over = term.until_on is not None and term.until_on <= on
                standing = self.tr("is over") if is_over else self.tr("to come")
            lines.append(MemberLine(term.id, place, one, roles[term.role], standing, typed_in(term.id)))
        return lines

    def blank_line(self, row_id: str, typed: Mapping[str, str]) -> MemberLine:
        """Make a line for a new member."""
        return MemberLine(row_id, unsaved=typed)

    def write(self, edits: Sequence[CellEdit]) -> Changes:
        """Write what was typed as one act."""
        entries = [CellEntry(row, key, text) for row, key, text in edits]
        return edit_committee.enter_terms(self._session.desk, entries, self._session.messages)

    def place_of(self, finding: Finding) -> Place | None:
        """Return the cell a finding speaks of: of an entry, or the households of a member who is over."""
        place = finding.place
        if place.section is not None and place.field is not None:
            return place.section, place.field
        if finding.code == "helper-outside-term":
            name = finding.values.get("officer")
            return next(((one.term.id, HELPED) for one in self._committee.others if one.officer.name == name), None)
        return None

    def key_of_entries(self) -> str:
        """Return one key for all years: the register is one."""
        return ""

    def _members(self) -> tuple[CommitteeMember, ...]:
        return (*self._committee.members, *self._committee.others)

    def _grid(self, table: RecordTable[MemberLine]) -> CommitteeGrid:
        grid = CommitteeGrid(table, name=self.tr("Steering committee"), frozen_columns=2)
        grid.helped_wanted.connect(self.open_helped)
        return grid

    def _connect(self) -> None:
        self.entries.refused.connect(self._say_refused)
        self.entries.kept.connect(self.notice.clear)
        self.view.refused.connect(self._say_refusal)
        self.view.selection_changed.connect(self._say_chosen)
        self.view.selectionModel().currentChanged.connect(self._say_finding)
        self.view.doubleClicked.connect(self._open_double_clicked)
        self._session.changed.connect(self._on_changed)
        offer_removal(self.view, self.tr("Remove the line"), self.remove_line)
        self.setTabOrder(self.unhelped_button, self.view)

    def _read(self) -> None:
        self._committee = keep_committee.read_committee(self._session.desk, self._session.year)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._read()
            self.entries.refresh()
            self._say_standing()

    def _open_double_clicked(self, index: QModelIndex) -> None:
        if self.table.columns[index.column()].key == HELPED and not self.table.records[index.row()].is_new:
            self.open_helped(self.table.row_id(index.row()))

    def _show_helped(self) -> HelpedView:
        from povertydesk.ui.targets.helped import HelpedView  # noqa: PLC0415 - only when asked for

        self.commit_pending()
        if self.helped is None:
            self.helped = HelpedView(self._session)
            self.helped.left.connect(self._close_and_go_on)
            self._pages.addWidget(self.helped)
        self._pages.setCurrentWidget(self.helped)
        return self.helped

    def _close_helped(self) -> None:
        self._pages.setCurrentIndex(0)

    def _close_and_go_on(self) -> None:
        self._close_helped()
        self.view.setFocus()

    def _say_standing(self) -> None:
        committee = self._committee
        title = self.tr("Steering committee of {year}").replace("{year}", str(committee.year))
        self.heading.setText(title)
        idle = [one for one in committee.members if not one.households] if committee.registered else []
        none_helped = self.tr("Helps no household yet; Enter opens the list.")
        self.entries.mark(committee.findings, {(one.term.id, HELPED): none_helped for one in idle})
        button = self.tr("Households &without helper: {count}").replace("{count}", str(committee.unhelped))
        self.unhelped_button.setText(button)
        self.unhelped_button.setVisible(committee.unhelped > 0)
        if not self._members():
            self.summary.setText(self.tr("Type the members of the committee, or paste their list from Excel."))
        else:
            self.summary.setText(" · ".join(self._counted(len(idle))))
        self._say_finding()

    def _counted(self, idle: int) -> list[str]:
        committee = self._committee
        on = format_date(committee.on)
        known = [self.tr("{count} members on {day}").replace("{count}", str(len(committee.members)))]
        known = [words.replace("{day}", on) for words in known]
        over = sum(1 for one in committee.others if one.term.until_on is not None and one.term.until_on <= committee.on)
        if over:
            known.append(self.tr("{count} over").replace("{count}", str(over)))
        if idle:
            known.append(self.tr("{count} help no household yet").replace("{count}", str(idle)))
        if committee.registered:
            words = self.tr("{helped} of {all} registered households have a helper")
            helped = committee.registered - committee.unhelped
            known.append(words.replace("{helped}", str(helped)).replace("{all}", str(committee.registered)))
        return known

    def _say_finding(self) -> None:
        self.frame.say_finding(self.entries.found_here(), self._committee.findings, self.go_to)

    def _say_chosen(self, cells: int, total: Any, figures: int) -> None:
        self.status.emit(self.frame.chosen_words(cells, total, figures))

    def _say_refused(self, error: KnownError) -> None:
        self.frame.say_refused(error, self.go_to, self.commit_pending)

    def _say_refusal(self, code: str, values: dict[str, Any]) -> None:
        self.notice.say(self._session.messages.sentence(code, values), Severity.WARNING)
