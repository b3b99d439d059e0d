"""The members of a household in a grid: typed in place, the blank line at the end takes one more person in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.ui.fields.entry_field import EntryField
from povertydesk.ui.household.member_grid import MemberGrid
from povertydesk.ui.household.member_lines import NEW_ROW, MemberLine, member_columns
from povertydesk.ui.household.words import HouseholdWords
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.records.columns import CellEdit
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.ui.records.unsaved_cells import UnsavedCells

if TYPE_CHECKING:
    from povertydesk.poverty.person import Member
    from povertydesk.ui.records.record_table import CellFinding
    from povertydesk.ui.session import Session
    from povertydesk.workflow.keep_registry import HouseholdView

_ASKS_FOR_REASON = "member-in-sealed-round"
_LEFT, _OPEN = "cell", "typing"
"""Texts of cells that were left and not taken by the file, and of the one cell that is open."""


class HouseholdMembers(QWidget):
    """The people of one household. What is refused stays in its cell with its sentence; nothing typed is lost."""

    refused = Signal(KnownError)

    def __init__(self, session: Session, parent: QWidget | None = None, *, place: str = "members") -> None:
        """Show nobody yet; what is typed is kept on this PC under the name of the `place`."""
        super().__init__(parent)
        self._session = session
        self._place = place
        self._typed = session.typed.at(place)
        self._typing: CellEdit | None = None
        self._half_typed: CellEdit | None = None
        self._brought_back: CellEdit | None = None
        self._view: HouseholdView | None = None
        self._unsaved_of: dict[str, UnsavedCells] = {}
        self._unsaved = UnsavedCells()
        self._new_row = 0
        self._stopped = False
        self.words = HouseholdWords(self)
        self.table: RecordTable[MemberLine] = RecordTable(
            member_columns(self.words, self._title, self.tr("No.")), lambda line: line.row_id, parent=self
        )
        self.grid = MemberGrid(self.table, name=self.tr("Members of the household"), frozen_columns=2)
        self._build()
        self.table.edit_requested.connect(self._keep)
        self.grid.refused.connect(self._say_refusal)
        self.grid.typed.connect(self._on_typed)
        self.grid.taken_back.connect(self._on_taken_back)
        self.grid.entered.connect(self._go_on_typing)
        self.grid.selectionModel().currentChanged.connect(self._say_doubt)

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in the grid and nowhere else, of whatever household."""
        return any(self._unsaved_of.values())

    @property
    def chosen_people(self) -> tuple[str, ...]:
        """The people of the chosen lines, from the top."""
        rows = {row for part in self.grid.selection.ranges() for row in range(part.top, part.bottom + 1)}
        lines = [self.table.records[row] for row in sorted(rows)]
        return tuple(line.row_id for line in lines if not line.is_new)

    def show_view(self, view: HouseholdView) -> None:
        """Show what the records say of a household's members."""
        if self._view is None or self._view.household.id != view.household.id:
            self._turn_to(view.household.id)
            self._hide_reason()
            self.notice.clear()
            if self.table.rowCount():
                self.grid.selection.move_to(0, 1)
        self._view = view
        ended = view.household.ended_on is not None
        self.grid.set_read_only(self._session.desk.read_only or ended)
        self._show()

    def focus_first(self) -> None:
        """Put the keyboard where work begins, in a cell that was being typed when the program ended."""
        self.grid.setFocus()

    def stand_on(self, person_id: str) -> None:
        """Put the keyboard on the line of a member."""
        self.grid.go_to(person_id, "name")
        self.grid.setFocus()

    def commit_pending(self) -> None:
        """Keep what is just being typed, and what could not be written before."""
        self.grid.commit_pending()
        for block in self._unsaved.waiting():
            self._write(block)

    def stop(self) -> None:
        """Keep nothing any more."""
        self._stopped = True

    def _turn_to(self, household_id: str) -> None:
        """Take up what stands unsaved of a household, also from before the program ended."""
        self._typed = self._session.typed.at(f"{self._place} {household_id}")
        self._typing = self._half_typed = self._brought_back = None
        if household_id in self._unsaved_of:
            self._unsaved = self._unsaved_of[household_id]
            return
        self._unsaved = self._unsaved_of[household_id] = UnsavedCells()
        for field, text in self._typed.texts.items():
            state, row, column = field.split(" ")
            if row.startswith(NEW_ROW):
                self._new_row = max(self._new_row, int(row.removeprefix(NEW_ROW)))
            if state == _LEFT:
                self._unsaved.take([CellEdit(row, column, text)])
            else:
                self._half_typed = self._brought_back = self._typing = CellEdit(row, column, text)

    def _hold(self) -> None:
        """Keep on this PC what stands in the grid and not in the file, with the cell that is being typed."""
        rows = self._unsaved.rows
        texts = {
            f"{_LEFT} {row} {column}": text
            for row, typed in self._unsaved.lines_of(rows).items()
            for column, text in typed.items()
        }
        if self._typing is not None:
            texts[f"{_OPEN} {self._typing.row_id} {self._typing.column_key}"] = self._typing.text
        self._typed.keep(texts)

    def _on_typed(self, edit: CellEdit) -> None:
        row, column = self.table.row_of(edit.row_id), self.table.column_of(edit.column_key)
        is_new = row is None or column is None or self.table.plain_text(row, column) != edit.text
        self._typing = edit if is_new else None
        self._hold()

    def _on_taken_back(self) -> None:
        self._typing = self._brought_back = None
        self._hold()
        self._mark()

    def _go_on_typing(self) -> None:
        """Open the cell again that was being typed, with its text."""
        half_typed, self._half_typed = self._half_typed, None
        if half_typed is not None and not self.table.read_only:
            self.grid.edit_again(half_typed)

    def _build(self) -> None:
        self.notice = NoticeLine()
        self.doubt = QLabel()
        self.doubt.setWordWrap(True)
        self.doubt.setProperty("role", "muted")
        self.missing = QLabel()
        self.missing.setWordWrap(True)
        self.missing.setProperty("role", "muted")
        self.reason = EntryField(self.tr("Reason for the amendment"))
        self.reason.keep = self._amend
        self.reason.hide()
        self.hint = QLabel(
            self.tr("Blank means not known. 1 yes, 2 no. Alt+3 records what happened to the chosen people.")
        )
        self.hint.setProperty("role", "muted")
        self.hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.grid)
        layout.addWidget(self.doubt)
        layout.addWidget(self.notice)
        layout.addWidget(self.reason)
        layout.addWidget(self.missing)
        layout.addWidget(self.hint)
        layout.addStretch(1)

    def _title(self, key: str) -> str:
        return {
            "name": self.tr("Full name"),
            "birth": self.tr("Born"),
            "sex": self.tr("Sex"),
            "relation": self.tr("Relation"),
            "ethnic_group": self.tr("Ethnic group"),
            "citizen_number": self.tr("Citizen number"),
            "insurance": self.tr("Insured"),
            "work": self.tr("Work"),
            "education": self.tr("Education"),
            "disability": self.tr("Disabled"),
            "benefits": self.tr("Benefits"),
            "birth-explained": self.tr("The day, or the year where only that is known"),
            "sex-explained": self.tr("1 male, 2 female"),
            "relation-explained": self.tr("Relation to the head of the household"),
            "ethnic_group-explained": self.tr("By name, or by number of the national list"),
            "citizen_number-explained": self.tr("12 digits, or 9 digits of an old identity card"),
            "insurance-explained": self.tr("Has a health insurance card: 1 yes, 2 no"),
            "work-explained": self.tr("1 in work, 2 without work, 3 at school"),
            "education-explained": self.tr("Highest level reached, or class attended"),
            "disability-explained": self.tr("1 yes, 2 no"),
            "benefits-explained": self.tr("Benefits received, with semicolons between; 2 for none"),
        }.get(key, "")

    def _show(self) -> None:
        members = self._view.members if self._view is not None else ()
        lines = [self._line(place, one) for place, one in enumerate(members, start=1)]
        known = {line.row_id for line in lines}
        self._unsaved.release([row for row in self._unsaved.rows if row not in known and not row.startswith(NEW_ROW)])
        if not self.table.read_only:
            typed = [row for row in self._unsaved.rows if row.startswith(NEW_ROW)]
            blank = f"{NEW_ROW}{self._new_row}"
            while blank in typed:
                self._new_row += 1
                blank = f"{NEW_ROW}{self._new_row}"
            lines.extend(MemberLine(row, None, None, self._unsaved.typed_in(row)) for row in (*typed, blank))
        self.table.set_records(lines)
        self._mark()
        if self._typing is not None:
            # New lines have closed the cell that was being typed.
            self._half_typed = self._typing
            if self.grid.hasFocus():
                self._go_on_typing()

    def _line(self, place: int, member: Member) -> MemberLine:
        return MemberLine(member.person.id, place, member, self._unsaved.typed_in(member.person.id))

    def _mark(self) -> None:
        """Mark what is doubtful or was refused, and say at the foot what is still missing."""
        from povertydesk.workflow import check_members  # noqa: PLC0415 - only where members are shown

        members = self._view.members if self._view is not None else ()
        marks: dict[tuple[str, str], CellFinding] = {}
        for one in check_members.check_members(self._session.desk, members):
            place = one.person_id, one.field
            before = f"{marks[place][1]} " if place in marks else ""
            marks[place] = one.finding.severity, before + self._session.messages.of_finding(one.finding)
        for place, sentence in self._unsaved.faults.items():
            marks[place] = Severity.ERROR, sentence
        if self._brought_back is not None:
            words = self.tr("Typed and not saved yet: “{text}”. Enter keeps it, Esc takes it back.")
            place = self._brought_back.row_id, self._brought_back.column_key
            marks[place] = Severity.WARNING, words.replace("{text}", self._brought_back.text)
        self.table.set_findings(marks)
        missing = check_members.missing_fields(members)
        listed = ", ".join(f"{self._title(one.field).lower()} ({one.people})" for one in missing)
        self.missing.setText(self.tr("Still missing: {fields}.").replace("{fields}", listed) if listed else "")
        self.missing.setVisible(bool(listed))
        self._say_doubt()

    def _say_doubt(self) -> None:
        """Say under the grid what is doubtful or wrong in the current cell, or else in the first one that has it."""
        current = self.grid.currentIndex()
        finding = None
        if current.isValid() and current.row() < self.table.rowCount():
            finding = self.table.finding(current.row(), current.column())
        who = ""
        if finding is None:
            cells = (
                (row, column)
                for row in range(self.table.rowCount())
                for column in range(self.table.columnCount())
                if self.table.finding(row, column)
            )
            first = next(cells, None)
            if first is not None:
                finding = self.table.finding(*first)
                who = f"{self.table.plain_text(first[0], 1)}: "
        self.doubt.setText("" if finding is None else who + finding[1])
        self.doubt.setVisible(finding is not None)
        role = "fault" if finding is not None and finding[0] is Severity.ERROR else "doubt"
        if self.doubt.property("role") != role:
            self.doubt.setProperty("role", role)
            self.doubt.style().unpolish(self.doubt)
            self.doubt.style().polish(self.doubt)

    def _keep(self, edits: list[CellEdit]) -> None:
        self._typing = self._half_typed = self._brought_back = None
        if self._write(self._unsaved.take(edits)):
            for block in self._unsaved.waiting():
                self._write(block)

    def _write(self, block: frozenset[str], amendment: str | None = None) -> bool:
        """Write lines that belong together; what is refused stays in the grid with its sentence."""
        written = self._written(block, amendment)
        self._hold()
        return written

    def _written(self, block: frozenset[str], amendment: str | None) -> bool:
        if self._view is None or self._stopped:
            return False
        from povertydesk.workflow import edit_members  # noqa: PLC0415 - only where something was typed
        from povertydesk.workflow.edit_grid import CellEntry  # noqa: PLC0415 - see above

        entries = [
            CellEntry(row, field, text)
            for row, texts in self._unsaved.lines_of(block).items()
            for field, text in texts.items()
            if text or not row.startswith(NEW_ROW)
        ]
        if not entries:
            self._unsaved.release(block)
            return True
        session = self._session
        try:
            changes = edit_members.enter_members(session.desk, self._view.household.id, entries, amendment)
        except KnownError as error:
            self._say_error(error, block)
            return False
        self._unsaved.release(block)
        self._new_row += 1
        self._hide_reason()
        self.notice.clear()
        if changes:
            session.announce(changes)
        else:
            self._show()
        return True

    def _say_error(self, error: KnownError, block: frozenset[str]) -> None:
        self._unsaved.refuse(block, {_place(one): self._session.messages.of_finding(one) for one in error.findings})
        self._show()
        if error.code == _ASKS_FOR_REASON:
            self.reason.show_fault(self._session.messages.of_error(error))
            self.reason.show()
            self.reason.setFocus()
        elif not error.findings:
            self.notice.say(self._session.messages.of_error(error), Severity.ERROR)
            self.refused.emit(error)

    def _amend(self, reason: str) -> bool:
        """Try again with the reason of an amendment."""
        return bool(reason) and all(self._write(block, reason) for block in self._unsaved.waiting())

    def _hide_reason(self) -> None:
        if not self.reason.isHidden():
            self.reason.editor.clear()
            self.reason.editor.setModified(False)
            self.reason.show_text("")
            self.reason.hide()
            self.grid.setFocus()

    def _say_refusal(self, code: str, values: dict[str, str | int]) -> None:
        self.notice.say(self._session.messages.sentence(code, values), Severity.WARNING)


def _place(finding: Finding) -> tuple[str, str]:
    return finding.place.section or "", finding.place.field or ""
