"""The lines of a dry run: what is rejected, what wants a look, what changes from what to what, what is new."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QTableView

from povertydesk.poverty.problems import Place, Severity
from povertydesk.poverty.vietnamese import capitalised
from povertydesk.workflow.import_plan import RowState, named_in_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from povertydesk.poverty.messages import Messages
    from povertydesk.poverty.problems import Value
    from povertydesk.workflow.import_plan import FieldChange, ImportPlan

_Heads = dict[tuple[str | None, int | None], str]
_Index = QModelIndex | QPersistentModelIndex


class LineKind(enum.StrEnum):
    """What a line is about, in the order of the buttons above the list."""

    REJECTED = "rejected"
    CHANGED = "changed"
    NEW = "new"
    TO_LOOK_AT = "to_look_at"


class PlanLine(NamedTuple):
    """One line of the dry run: where it stands, whom it is about, and what is said."""

    kind: LineKind
    place: str
    household: str
    words: str


def plan_lines(plan: ImportPlan, messages: Messages) -> tuple[PlanLine, ...]:
    """Put a dry run into lines: faults first, then changes, new households, and what wants a look."""
    heads: _Heads = {(row.sheet, row.row): _joined(row.head_name, row.village) for row in plan.rows}
    return (
        *_finding_lines(plan, messages, heads, LineKind.REJECTED),
        *_household_lines(plan, messages, RowState.CHANGED, LineKind.CHANGED),
        *_household_lines(plan, messages, RowState.NEW, LineKind.NEW),
        *_finding_lines(plan, messages, heads, LineKind.TO_LOOK_AT),
    )


def change_words(change: FieldChange, messages: Messages) -> str:
    """Say what a field was and becomes: `số điện thoại: (trống) → 0912 345 678`."""
    title = messages.sentence(f"column-{change.field.replace('_', '-')}")
    whose = f"{change.person} – " if change.person and change.field != "member" else ""
    if change.before is None and change.field == "member":
        return f"{title}: {change.after}"
    return f"{whose}{title}: {_said(change.before, messages)} → {_said(change.after, messages)}"


def _finding_lines(plan: ImportPlan, messages: Messages, heads: _Heads, kind: LineKind) -> Iterator[PlanLine]:
    for finding in sorted(plan.findings, key=lambda one: _order(plan, one.place)):
        if (finding.severity is Severity.ERROR) is (kind is LineKind.REJECTED):
            sheet = finding.place.sheet if len(plan.tables) > 1 else None
            place = messages.of_place(Place(sheet, finding.place.row, finding.place.column))
            household = heads.get((finding.place.sheet, finding.place.row)) or _named_at(plan, finding.place)
            yield PlanLine(kind, capitalised(place), household, messages.of_finding(finding))


def _order(plan: ImportPlan, place: Place) -> tuple[int, int]:
    """Return where a finding stands: by sheet and row, what is said of the whole list first."""
    sheets = [table.sheet.name for table in plan.tables]
    in_list = place.sheet in sheets and place.row is not None
    return (sheets.index(place.sheet or ""), place.row or 0) if in_list else (-1, 0)


def _named_at(plan: ImportPlan, place: Place) -> str:
    """Name whom a line of the list is about that became no household of its own: a member, or one not taken."""
    table = next((table for table in plan.tables if table.sheet.name == place.sheet), None)
    if table is None or place.row is None or place.row <= table.heading.first_row:
        return place.village or ""
    return named_in_line(table, place.row)


def _household_lines(plan: ImportPlan, messages: Messages, state: RowState, kind: LineKind) -> Iterator[PlanLine]:
    for row in plan.rows:
        if row.state is state:
            place = messages.of_place(Place(row.sheet if len(plan.tables) > 1 else None, row.row))
            code = row.household.code if row.household is not None else ""
            words = "; ".join(change_words(change, messages) for change in row.changes)
            if state is RowState.NEW:
                words = ", ".join(planned.person.name for planned in row.people)
            yield PlanLine(kind, capitalised(place), f"{code} – {_joined(row.head_name, row.village)}", words)


def _joined(*words: str) -> str:
    return ", ".join(word for word in words if word)


def _said(value: Value, messages: Messages) -> str:
    if value is None or value == "":
        return messages.sentence("listed-blank")
    if isinstance(value, bool):
        return messages.sentence("listed-yes" if value else "listed-no")
    if isinstance(value, str):
        for prefix in ("status-word", "listed"):
            code = f"{prefix}-{value.replace('_', '-')}"
            if code in messages.codes:
                return messages.sentence(code)
        return value
    return messages.written(value)


class PlanLinesView(QTableView):
    """The list of lines; a digit typed in it chooses a kind instead of searching."""

    digit_typed = Signal(int)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - as Qt has it
        """Hand a digit on."""
        if search.isdecimal():
            self.digit_typed.emit(int(search))


class PlanLineTable(QAbstractTableModel):
    """The lines of one kind, or of all."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._lines: Sequence[PlanLine] = ()
        self._shown: Sequence[PlanLine] = ()

    def show_lines(self, lines: Sequence[PlanLine]) -> None:
        """Show these lines."""
        self._lines = lines
        self.choose(None)

    def choose(self, kind: LineKind | None) -> None:
        """Show the lines of one kind; None shows all."""
        self.beginResetModel()
        self._shown = [line for line in self._lines if kind is None or line.kind is kind]
        self.endResetModel()

    def count(self, kind: LineKind) -> int:
        """Count the lines of a kind."""
        return sum(line.kind is kind for line in self._lines)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt has it
        """Count the lines that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt has it
        """Place, household, words."""
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell's words."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole} or not index.isValid():
            return None
        return self._shown[index.row()][index.column() + 1]

    def headerData(  # noqa: N802 - as Qt has it
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Where"), self.tr("Household"), self.tr("What"))[section]
