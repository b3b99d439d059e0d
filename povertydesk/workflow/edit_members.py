"""Entries in the grid of a household's members: one cell or a pasted block, taken whole or not at all."""

from __future__ import annotations

import dataclasses
import datetime
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from povertydesk.poverty.citizen_number import read_citizen_number, without_separators
from povertydesk.poverty.person import HEAD, Member, Membership, Person, Sex, Work
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.vietnamese import clean_line, fold
from povertydesk.store import households, people, rounds
from povertydesk.workflow.keep_registry import clean_person
from povertydesk.workflow.people_codes import people_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from povertydesk.poverty.household import Household
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Act, Desk
    from povertydesk.workflow.edit_grid import CellEntry

FIELDS = (
    "name", "birth", "sex", "relation", "ethnic_group", "citizen_number", "insurance", "work", "education",
    "disability", "benefits",
)  # fmt: skip
"""The columns of the grid, in the order of the questions of the review form."""

_WORK = {
    "1": Work.EMPLOYED,
    "co viec lam": Work.EMPLOYED,
    "dang lam viec": Work.EMPLOYED,
    "in work": Work.EMPLOYED,
    "2": Work.NOT_EMPLOYED,
    "khong co viec lam": Work.NOT_EMPLOYED,
    "chua co viec lam": Work.NOT_EMPLOYED,
    "without work": Work.NOT_EMPLOYED,
    "3": Work.STUDYING,
    "di hoc": Work.STUDYING,
    "dang di hoc": Work.STUDYING,
    "at school": Work.STUDYING,
}
_NONE = frozenset({"khong", "0", "no", "none"})
_UNKNOWN_DIGIT = "9"


class _Wanted(NamedTuple):
    """What one line says: values of the person by field, and the relation where that column was typed."""

    values: dict[str, Any]
    relation: str | None
    names_relation: bool


def enter_members(desk: Desk, household_id: str, entries: Sequence[CellEntry], amendment: str | None = None) -> Changes:
    """Keep what was typed or pasted of the members as one operation; an empty text is "not known".

    A line that is no member yet becomes one who has lived there since before the records; in a household that a sealed
    round reviewed it needs the reason of an amendment. Faulty entries refuse the whole with a finding each, its place
    naming the line (`section`) and the `field`. Refused: `entries-refused`, `household-ended`,
    `member-in-sealed-round`.
    """
    household = households.read_household(desk.engine, household_id)
    if household.ended_on is not None:
        raise KnownError("household-ended", household=household.code)
    present = {one.person.id: one for one in people.list_members(desk.engine, household_id)}
    findings: list[Finding] = []
    wanted = _wanted(entries, desk.program.clock.now().date(), findings)
    _check_names(wanted, present, findings)
    _check_heads(wanted, present, findings)
    if findings:
        raise KnownError("entries-refused", findings=tuple(findings), faults=len(findings))
    new = [row for row in wanted if row not in present]
    sealed = _sealing(desk, household, amendment) if new else None
    with desk.operation(*_named(wanted, present), household=household.code, **_values(wanted, present, entries)) as act:
        if sealed is not None:
            today = desk.program.clock.now().date()
            rounds.add_amendment(act.writer, sealed, household_id, today, clean_line(amendment or ""))
        for row, line in wanted.items():
            if row in present:
                _write(act, household_id, present[row], line)
        if new:
            _add(act, household, len(present), [wanted[row] for row in new])
    return act.changes


def read_birth(text: str, today: datetime.date) -> tuple[datetime.date | None, int | None]:
    """Read a day or year of birth as an office types it, as the grid does; refused with its sentence."""
    values = _or_refused(_read_birth, text, today)
    return values["birth_on"], values["birth_year"]


def read_relation(text: str) -> str | None:
    """Read a relation to the head as an office types it, as the grid does; refused with its sentence."""
    relation: str | None = _or_refused(_read_relation, text, datetime.date.min)["relation"]
    return relation


def _or_refused(
    read: Callable[[str, datetime.date], dict[str, Any]], text: str, today: datetime.date
) -> dict[str, Any]:
    try:
        return read(clean_line(text), today)
    except _Unread as fault:
        raise KnownError(fault.code, text=text) from fault


def _wanted(entries: Sequence[CellEntry], today: datetime.date, findings: list[Finding]) -> dict[str, _Wanted]:
    by_row: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in entries:
        by_row[entry.row][entry.field] = clean_line(entry.text)
    wanted: dict[str, _Wanted] = {}
    for row, texts in by_row.items():
        values: dict[str, Any] = {}
        for field, text in texts.items():
            try:
                values |= _READERS[field](text, today)
            except _Unread as fault:
                findings.append(Finding(fault.code, Severity.ERROR, Place(section=row, field=field), {"text": text}))
        wanted[row] = _Wanted(values, values.pop("relation", None), "relation" in texts)
    return wanted


def _check_names(wanted: Mapping[str, _Wanted], present: Mapping[str, Member], findings: list[Finding]) -> None:
    for row, line in wanted.items():
        if not line.values.get("name", present[row].person.name if row in present else ""):
            findings.append(Finding("person-without-name", Severity.ERROR, Place(section=row, field="name")))


def _check_heads(wanted: Mapping[str, _Wanted], present: Mapping[str, Member], findings: list[Finding]) -> None:
    """A household has one head; another one is an event, and nobody stops being the head by a typed cell."""
    head = next((key for key, one in present.items() if one.membership.heads), None)
    for row, line in wanted.items():
        if not line.names_relation:
            continue
        place = Place(section=row, field="relation")
        if row == head and line.relation != HEAD:
            person = present[row].person.name
            findings.append(Finding("head-changes-by-event", Severity.ERROR, place, {"person": person}))
        elif line.relation == HEAD and head not in {None, row}:
            findings.append(Finding("second-head", Severity.ERROR, place))
        elif line.relation == HEAD:
            head = row


def _sealing(desk: Desk, household: Household, amendment: str | None) -> str | None:
    """Return the sealed round a new member has to be added to under an amendment, or None where there is none."""
    first_day = household.entered_on or datetime.date.min
    sealed = rounds.sealing_round(desk.engine, household.id, first_day, reviewed_only=True)
    if sealed is not None and not clean_line(amendment or ""):
        raise KnownError("member-in-sealed-round", household=household.code, year=sealed.year)
    return sealed.id if sealed is not None else None


def _write(act: Act, household_id: str, member: Member, line: _Wanted) -> None:
    person = clean_person(dataclasses.replace(member.person, **line.values))
    people.write_person(act.writer, person)
    if line.names_relation:
        people.change_relation(act.writer, member.membership, line.relation, None)
    if line.relation == HEAD or (member.membership.heads and not line.names_relation):
        households.rename_head(act.writer, household_id, person.name)


def _add(act: Act, household: Household, present: int, lines: Sequence[_Wanted]) -> None:
    persons = [clean_person(Person("", **line.values)) for line in lines]
    keys = people.add_people(act.writer, persons)
    people.begin_stays(
        act.writer,
        [Membership("", key, household.id, line.relation) for key, line in zip(keys, lines, strict=True)],
    )
    heads = [person.name for person, line in zip(persons, lines, strict=True) if line.relation == HEAD]
    count = max(household.people_count or 0, present + len(lines))
    head_name = heads[0] if heads else household.head_name
    households.write_household(act.writer, dataclasses.replace(household, head_name=head_name, people_count=count))


def _named(wanted: Mapping[str, _Wanted], present: Mapping[str, Member]) -> tuple[str]:
    if len(wanted) > 1:
        return ("enter-members",)
    return ("edit-person",) if next(iter(wanted), "") in present else ("add-person",)


def _values(wanted: Mapping[str, _Wanted], present: Mapping[str, Member], entries: Sequence[CellEntry]) -> Any:
    if len(wanted) != 1:
        return {"cells": len(entries)}
    row, line = next(iter(wanted.items()))
    return {"person": line.values.get("name") or present[row].person.name}


class _Unread(Exception):  # noqa: N818 - no error of the program: a cell that is answered with a sentence
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _read_birth(text: str, today: datetime.date) -> dict[str, Any]:
    if not text:
        return {"birth_on": None, "birth_year": None}
    from povertydesk.exchange.cell_reading import Unreadable, read_birth  # noqa: PLC0415 - only where one is typed

    try:
        birth = read_birth(int(text) if text.isdecimal() else text, today)
    except Unreadable as fault:
        raise _Unread(fault.code) from fault
    return {"birth_on": birth.on, "birth_year": birth.year}


def _read_sex(text: str, _today: datetime.date) -> dict[str, Any]:
    if not text or text == _UNKNOWN_DIGIT:
        return {"sex": None}
    from povertydesk.exchange.cell_reading import Unreadable, read_sex  # noqa: PLC0415 - only where one is typed

    try:
        return {"sex": Sex(read_sex(text))}
    except Unreadable as fault:
        raise _Unread(fault.code) from fault


def _read_relation(text: str, _today: datetime.date) -> dict[str, Any]:
    relation = people_codes().relation(text) if text else None
    if text and relation is None:
        raise _Unread("relation-unreadable")
    return {"relation": relation}


def _read_ethnic_group(text: str, _today: datetime.date) -> dict[str, Any]:
    group = people_codes().ethnic_group(text) if text else None
    if text and group is None:
        raise _Unread("ethnic-group-unreadable")
    return {"ethnic_group": group}


def _read_citizen_number(text: str, _today: datetime.date) -> dict[str, Any]:
    """Keep the digits as they were typed: only a workbook loses zeros, a typist forgets any digit."""
    reading = read_citizen_number(text)
    if reading.finding is not None and reading.number is None:
        raise _Unread(reading.finding.code)
    return {"citizen_number": without_separators(text) if reading.is_proposal else reading.number}


def _read_work(text: str, _today: datetime.date) -> dict[str, Any]:
    work = _WORK.get(fold(text))
    if text and text != _UNKNOWN_DIGIT and work is None:
        raise _Unread("work-unreadable")
    return {"work": work}


def _read_benefits(text: str, _today: datetime.date) -> dict[str, Any]:
    if fold(text) in _NONE:
        return {"benefits": ()}
    parts = tuple(part for part in (clean_line(one) for one in text.split(";")) if part)
    return {"benefits": parts or None}


def _mark_reader(field: str) -> Callable[[str, datetime.date], dict[str, Any]]:
    def read(text: str, _today: datetime.date) -> dict[str, Any]:
        if not text or text == _UNKNOWN_DIGIT:
            return {field: None}
        from povertydesk.exchange.cell_reading import Unreadable, read_mark  # noqa: PLC0415 - only where one is typed

        try:
            return {field: False if text == "2" else read_mark(text)}
        except Unreadable as fault:
            raise _Unread("mark-unreadable") from fault

    return read


_READERS: Mapping[str, Callable[[str, datetime.date], dict[str, Any]]] = {
    "name": lambda text, _today: {"name": text},
    "birth": _read_birth,
    "sex": _read_sex,
    "relation": _read_relation,
    "ethnic_group": _read_ethnic_group,
    "citizen_number": _read_citizen_number,
    "insurance": _mark_reader("insurance"),
    "work": _read_work,
    "education": lambda text, _today: {"education": text or None},
    "disability": _mark_reader("disability"),
    "benefits": _read_benefits,
}
