"""A list of households or of their members from an office's own workbook, read line by line.

A cell that cannot be read becomes a finding with its sheet, row and column, and its household is not taken while all
others are. A household of several lines is taken whole or not at all: with a member left out its dependants and shares
would be wrong without anybody seeing it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from povertydesk.exchange import cell_reading
from povertydesk.exchange.cell_reading import (
    NOTHING_WRITTEN,
    Birth,
    CitizenNumberCell,
    Unreadable,
    folded,
    shown,
    words_of,
)
from povertydesk.exchange.faulty_cells import FaultyCell
from povertydesk.exchange.household_columns import CAUSES, DEPRIVATIONS, SUPPORTS, Layout
from povertydesk.exchange.household_lines import sort_lines
from povertydesk.exchange.old_encodings import Encoding
from povertydesk.exchange.workbook import column_letter
from povertydesk.poverty.number_reading import ColumnKind, decide_style
from povertydesk.poverty.problems import Finding, Place, Severity
from povertydesk.poverty.vietnamese import capitalised, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.exchange.household_columns import HouseholdTable, HouseholdWorkbookWords
    from povertydesk.exchange.household_lines import DataLine
    from povertydesk.exchange.workbook import Cell
    from povertydesk.poverty.number_reading import NumberStyle

HouseholdValue = str | int | datetime.date
_Reader = Callable[["Cell"], object]
_Said = TypeVar("_Said")

_GROUPS = ("no_labour_capacity", "merit", "local_minority", "social_protection")
_HOUSEHOLD_MARKS = (*_GROUPS, *DEPRIVATIONS, *CAUSES, *SUPPORTS)
_ENTRY_MARKS = {"entry_new": "new", "entry_relapsed": "relapsed", "entry_old": "old"}
_MARKS = frozenset((*_HOUSEHOLD_MARKS, *_ENTRY_MARKS))
_PERSON_FIELDS = frozenset(
    {"person_name", "relation", "birth", "birth_male", "birth_female", "sex", "citizen_number", "ethnic_group"}
    | {"insurance", "schooling", "work", "disability"}
)
_COUNTS = frozenset({"people_count", "b1", "b2"})
_TELLING_HOUSEHOLDS_APART = ("household_number", "head_name", "household_code", "relation")
_NUMBERS_OF_LINES = frozenset({"household_number", "member_number"})
_READERS: Mapping[str, _Reader] = {
    **dict.fromkeys((*_HOUSEHOLD_MARKS, *_ENTRY_MARKS, "insurance", "disability"), cell_reading.read_mark),
    **dict.fromkeys(("left_poverty_on", "left_near_poverty_on", "reviewed_on"), cell_reading.read_day),
    **dict.fromkeys(("declared_status", "opening_status"), cell_reading.read_status),
    **dict.fromkeys(("head_name", "person_name"), cell_reading.read_name),
    "area": cell_reading.read_area,
    "entry_kind": cell_reading.read_entry_kind,
    "sex": cell_reading.read_sex,
    "citizen_number": cell_reading.read_citizen_number,
}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of a list, as it says; what it does not say is None. `sex` is `male` or `female`."""

    row: int
    name: str
    relation: str | None = None
    birth: Birth | None = None
    sex: str | None = None
    citizen_number: CitizenNumberCell | None = None
    ethnic_group: str | None = None
    insurance: bool | None = None
    schooling: str | None = None
    work: str | None = None
    disability: bool | None = None


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """One household of a list; `row` is Excel's number of its first line, `members` begin with the head.

    `values` holds the household's fields by name, `marks` the yes and no of groups, deprivations, causes and support;
    what the list leaves blank is absent. `listed_as` is what the list's title says of every household in it.
    """

    sheet: str
    row: int
    village: str | None
    values: Mapping[str, HouseholdValue]
    marks: Mapping[str, bool]
    members: tuple[PersonRow, ...]
    listed_as: str | None = None

    @property
    def head(self) -> PersonRow:
        """The head of the household."""
        return self.members[0]


@dataclass(frozen=True, slots=True)
class HouseholdList:
    """What a workbook gave: households taken, findings, and the count of every line that is not empty.

    `lines` = `accepted` + `rejected` + `skipped` (titles, headings, totals, notes); the first two count lines,
    `rejected_households` the households they belong to.
    """

    households: tuple[HouseholdRow, ...]
    findings: tuple[Finding, ...]
    lines: int
    accepted: int
    rejected: int
    skipped: int
    rejected_households: int


class _Fault(NamedTuple):
    row: int
    finding: Finding


@dataclass(slots=True)
class _Group:
    """The lines of one household while they are put together."""

    lines: list[DataLine]
    number: str = ""
    head_name: str = ""
    code: str = ""
    faults: list[_Fault] = field(default_factory=list)


def read_households(
    tables: Sequence[HouseholdTable], words: HouseholdWorkbookWords, today: datetime.date
) -> HouseholdList:
    """Read the households of the tables of one workbook; nobody is born after `today`."""
    households: list[HouseholdRow] = []
    findings: list[Finding] = [finding for table in tables for finding in table.findings()]
    lines = accepted = skipped = rejected_households = 0
    first_rows: dict[tuple[str, str, str], int] = {}
    for table in tables:
        sorted_lines = sort_lines(table, words)
        skipped += sorted_lines.skipped
        lines += sorted_lines.skipped + len(sorted_lines.data)
        findings.extend(_below_the_ending(table, row) for row in sorted_lines.resumed)
        reader = _TableReader(table, words, today, sorted_lines.data)
        for group in reader.groups():
            household = reader.household(group, first_rows)
            findings.extend(fault.finding for fault in group.faults)
            if household is None:
                rejected_households += 1
            else:
                accepted += len(group.lines)
                households.append(household)
    rejected = lines - skipped - accepted
    return HouseholdList(tuple(households), tuple(findings), lines, accepted, rejected, skipped, rejected_households)


class _TableReader:
    """Reads the lines of one table."""

    def __init__(
        self, table: HouseholdTable, words: HouseholdWorkbookWords, today: datetime.date, lines: Sequence[DataLine]
    ) -> None:
        self._table = table
        self._sheet = table.sheet
        self._lines = lines
        self._most_income = words.most_income_per_person_vnd
        self._head_relations = {fold(word) for word in words.head_relations}
        self._read_columns = [
            (column, name, self._reader(name, today))
            for name, column in table.columns.items()
            if name not in _NUMBERS_OF_LINES
        ]
        self._villages = self._merged_villages()
        old = {column for column, decision in table.encodings.items() if decision.encoding is Encoding.TCVN3}
        self._lost_capitals = {name for name, column in table.columns.items() if column_letter(column) in old}

    def groups(self) -> list[_Group]:
        """Put lines together to households: one a line, or a head with the members below it."""
        if self._table.layout is Layout.HOUSEHOLD:
            return [_Group([line]) for line in self._lines]
        groups: list[_Group] = []
        known = {"relation", "household_number", "household_code"} & self._table.columns.keys()
        columns = [self._table.columns.get(name, -1) for name in _TELLING_HOUSEHOLDS_APART]
        for line in self._lines:
            cells = self._sheet.rows[line.row]
            number, head, code, relation = (
                "" if column < 0 or column >= len(cells) or cells[column] is None else _words(cells[column])
                for column in columns
            )
            relation = folded(relation)
            last = groups[-1] if groups else None
            if last is None or self._begins(last, line, number, head, code, relation):
                groups.append(_Group([line], number, head, code))
                if known and relation and relation not in self._head_relations and not number:
                    self._fault(groups[-1], line.row, "relation", "member-without-head")
            else:
                last.lines.append(line)
                last.code = last.code or code
                last.head_name = last.head_name or head
        return groups

    def _begins(self, last: _Group, line: DataLine, number: str, head: str, code: str, relation: str) -> bool:
        if relation in self._head_relations or line.village != last.lines[-1].village:
            return True
        if number:
            return number != last.number
        if code:
            return bool(last.code) and code != last.code
        if head and "person_name" in self._table.columns:
            return bool(last.head_name) and folded(head) != folded(last.head_name)
        return False

    def household(self, group: _Group, first_rows: dict[tuple[str, str, str], int]) -> HouseholdRow | None:
        """Read the lines of a household; None where one of them has a fault, which then stands in the group."""
        values: dict[str, HouseholdValue] = {}
        marks: dict[str, bool] = {}
        members = []
        for line in group.lines:
            person: dict[str, object] = {}
            for name, said in self._read_line(group, line.row):
                if name in _PERSON_FIELDS:
                    person[name] = said
                elif name in _MARKS:
                    marks[name] = marks.get(name, False) or said is True
                elif isinstance(said, (str, int, datetime.date)):
                    self._keep(group, line.row, name, said, values)
            members.append(self._person(group, line.row, person, values))
        first = group.lines[0]
        village = values.pop("village", None) or self._villages.get(first.row) or first.village
        self._entry_kind(group, first.row, values, marks)
        self._code_once(group, first.row, str(village or ""), values, first_rows)
        values.pop("head_name", None)
        if group.faults:
            if all(fault.row != first.row for fault in group.faults):
                place = Place(sheet=self._sheet.name, row=first.row + 1)
                finding = Finding("household-not-taken", Severity.ERROR, place, {"faults": len(group.faults)})
                group.faults.append(_Fault(first.row, finding))
            return None
        return HouseholdRow(
            self._sheet.name,
            first.row + 1,
            str(village) if village else None,
            values,
            marks,
            tuple(member for member in members if member is not None),
            self._table.listed_as,
        )

    def _read_line(self, group: _Group, row: int) -> list[tuple[str, object]]:
        read: list[tuple[str, object]] = []
        cells = self._sheet.rows[row]
        width = len(cells)
        for column, name, reader in self._read_columns:
            cell = cells[column] if column < width else None
            if cell is None or (isinstance(cell, str) and cell in NOTHING_WRITTEN):
                continue
            if isinstance(cell, FaultyCell):
                code = "cell-shows-error" if cell.text else "cell-not-calculated"
                self._fault(group, row, name, code, cell.text)
                continue
            try:
                read.append((name, reader(cell)))
            except Unreadable as unreadable:
                self._fault(group, row, name, unreadable.code, unreadable.text)
        return read

    def _person(
        self, group: _Group, row: int, said: Mapping[str, object], values: Mapping[str, HouseholdValue]
    ) -> PersonRow | None:
        name = said.get("person_name")
        if name is None and row == group.lines[0].row:
            name = values.get("head_name")
        if not isinstance(name, str):
            subject = "person_name" if "person_name" in self._table.columns else "head_name"
            if not any(fault.row == row for fault in group.faults):
                self._fault(group, row, subject, "person-name-missing")
            return None
        birth, sex = self._birth_and_sex(group, row, said)
        if {"person_name", "head_name"} & self._lost_capitals:
            name = " ".join(map(capitalised, name.split(" ")))
        return PersonRow(
            row + 1,
            name,
            relation=_text_or_none(said.get("relation")),
            birth=birth,
            sex=sex,
            citizen_number=_one_of(CitizenNumberCell, said.get("citizen_number")),
            ethnic_group=_text_or_none(said.get("ethnic_group")),
            insurance=_one_of(bool, said.get("insurance")),
            schooling=_text_or_none(said.get("schooling")),
            work=_text_or_none(said.get("work")),
            disability=_one_of(bool, said.get("disability")),
        )

    def _birth_and_sex(self, group: _Group, row: int, said: Mapping[str, object]) -> tuple[Birth | None, str | None]:
        """Bring together the column of births, the two columns by sex, and the column of the sex."""
        birth, sex = _one_of(Birth, said.get("birth")), _text_or_none(said.get("sex"))
        by_sex = {
            one: said[name]
            for name, one in (("birth_male", "male"), ("birth_female", "female"))
            if said.get(name, False) is not False
        }
        if len(by_sex) > 1:
            self._fault(group, row, "birth_female", "sex-in-both-columns")
        elif by_sex:
            ((column_sex, written),) = by_sex.items()
            if sex not in {None, column_sex}:
                self._fault(group, row, "sex", "sex-contradicts")
            written_birth = _one_of(Birth, written)
            if birth and written_birth and birth.year != written_birth.year:
                self._fault(group, row, "birth", "birth-contradicts")
            return birth or written_birth, column_sex
        return birth, sex

    def _keep(
        self, group: _Group, row: int, name: str, said: HouseholdValue, values: dict[str, HouseholdValue]
    ) -> None:
        """Keep what a line says of its household; the lines of one household must say the same."""
        before = values.setdefault(name, said)
        alike = before == said or folded(str(before)) == folded(str(said))
        if not alike and name not in {"head_name", "address", "phone"}:
            self._fault(group, row, name, "household-lines-contradict", shown(self._cell(row, name)))

    def _entry_kind(self, group: _Group, row: int, values: dict[str, HouseholdValue], marks: dict[str, bool]) -> None:
        kinds = {_ENTRY_MARKS[name]: name for name in _ENTRY_MARKS if marks.pop(name, False)}
        if len(kinds) > 1:
            self._fault(group, row, list(kinds.values())[-1], "entry-kind-twice")
        elif kinds:
            values.setdefault("entry_kind", next(iter(kinds)))

    def _code_once(
        self,
        group: _Group,
        row: int,
        village: str,
        values: Mapping[str, HouseholdValue],
        first_rows: dict[tuple[str, str, str], int],
    ) -> None:
        """Refuse a second household with one code in one village; codes restart in every village."""
        code = values.get("household_code")
        if code is None:
            return
        # Without a village the sheet is all that tells two lists apart.
        key = ("" if village else self._sheet.name, folded(village), folded(str(code)))
        if key in first_rows:
            text = f"{first_rows[key]}"
            self._fault(group, row, "household_code", "household-code-twice", shown(str(code)), first_row=text)
        elif not group.faults:
            first_rows[key] = row + 1

    def _fault(self, group: _Group, row: int, name: str, code: str, text: str = "", **more: str) -> None:
        place = (
            self._table.heading.place(row, name) if name in self._table.columns else Place(self._sheet.name, row + 1)
        )
        group.faults.append(_Fault(row, Finding(code, Severity.ERROR, place, {"text": text, **more})))

    def _reader(self, name: str, today: datetime.date) -> _Reader:
        if name == "birth":
            return partial(cell_reading.read_birth, today=today)
        if name in {"birth_male", "birth_female"}:
            return partial(_birth_or_mark, today=today)
        if name in _COUNTS:
            return partial(cell_reading.read_whole_number, style=self._style(name))
        if name == "income_per_person_vnd":
            unit = cell_reading.income_unit(self._table.titles[name])
            return partial(cell_reading.read_income, style=self._style(name), unit=unit, most=self._most_income)
        return _READERS.get(name, cell_reading.read_text)

    def _style(self, name: str) -> NumberStyle:
        cells = (self._cell(line.row, name) for line in self._lines)
        return decide_style([cell for cell in cells if isinstance(cell, str)], ColumnKind.COUNT).style

    def _merged_villages(self) -> dict[int, str]:
        """The village of each line whose cell is merged with the one above it."""
        column = self._table.columns.get("village")
        villages: dict[int, str] = {}
        for first, last in self._sheet.merged:
            if column is not None and first[1] <= column <= last[1] and first[0] >= self._table.heading.first_row:
                villages.update(dict.fromkeys(range(first[0], last[0] + 1), self._sheet.text(*first)))
        return villages

    def _cell(self, row: int, name: str) -> Cell:
        column = self._table.columns.get(name)
        return None if column is None else self._sheet.cell(row, column)


def _below_the_ending(table: HouseholdTable, row: int) -> Finding:
    name = "head_name" if "head_name" in table.columns else "person_name"
    return Finding("household-below-ending", Severity.WARNING, table.heading.place(row, name))


def _birth_or_mark(cell: Cell, today: datetime.date) -> Birth | bool:
    """Read a column of men or of women: it holds the year or day of birth, or only a mark."""
    if folded(words_of(cell)) in {"x", "×", "v", "√", "✓", "✔", "1", "0", "true", "false"}:
        return cell_reading.read_mark(cell)
    return cell_reading.read_birth(cell, today)


def _words(cell: Cell) -> str:
    text = words_of(cell)
    return "" if text in NOTHING_WRITTEN else text


def _text_or_none(said: object) -> str | None:
    return said if isinstance(said, str) else None


def _one_of(kind: type[_Said], said: object) -> _Said | None:
    return said if isinstance(said, kind) else None
