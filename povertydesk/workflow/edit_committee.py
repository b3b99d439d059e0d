"""Entries in the register of the steering committee: one cell or a pasted block, taken whole or not at all."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.committee import CommitteeRole, OfficerTerm
from povertydesk.poverty.date_reading import read_date
from povertydesk.poverty.plan import Officer
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.vietnamese import clean_line, fold
from povertydesk.store import officer_terms, officers, registered_households, villages

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from povertydesk.poverty.area import Village
    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.edit_grid import CellEntry

FIELDS = ("name", "position", "organisation", "role", "villages", "phone", "from_on", "until_on")
"""The columns of the register that are typed: the officer's, then the term's."""

EVERYWHERE = "*"
_YES = frozenset({"x", "1", "co", "yes"})


def role_words(messages: Messages) -> dict[CommitteeRole, str]:
    """Return what each role in the committee is called, in the order of rank."""
    return {role: messages.sentence(f"committee-role-{role.value.replace('_', '-')}", {}) for role in CommitteeRole}


def enter_terms(desk: Desk, entries: Sequence[CellEntry], messages: Messages) -> Changes:
    """Keep what was typed of members as one operation.

    A line that is new (any word but the key of a term) becomes a term of the officer of that name, who is taken into
    the office's officers where nobody is called so. A name typed over another one corrects it, or hands the term to
    the officer who is called so. Faulty entries refuse the whole (`entries-refused`) with a finding for each, its
    place naming the line (`section`) and the `field`.
    """
    texts: dict[str, dict[str, str]] = {}
    for entry in entries:
        texts.setdefault(entry.row, {})[entry.field] = clean_line(entry.text)
    kept = {one.id: one for one in officer_terms.list_terms(desk.engine)}
    register = _Register(
        {one.id: one for one in officers.list_officers(desk.engine)},
        villages.list_villages(desk.engine),
        role_words(messages),
    )
    findings: list[Finding] = []
    wanted = {row: register.line(row, typed, kept.get(row), findings) for row, typed in texts.items()}
    others = [one for key, one in kept.items() if key not in wanted]
    findings.extend(_contradictions(wanted, others))
    if findings:
        raise KnownError("entries-refused", findings=tuple(findings), faults=len(findings))
    with desk.operation("edit-committee", officer=_described(wanted)) as act:
        added: dict[str, str] = {}
        for line in wanted.values():
            key = added.get(fold(line.officer.name), "") if not line.officer.id else line.officer.id
            key = officers.write_officer(act.writer, line.officer._replace(id=key))
            added[fold(line.officer.name)] = key
            officer_terms.write_term(desk.engine, act.writer, dataclasses.replace(line.term, officer_id=key))
    return act.changes


def enter_helped(desk: Desk, year: int, officer_id: str, marks: Mapping[str, str]) -> Changes:
    """Keep whom an officer helps: an x for each registered household (by key) that is theirs, a blank takes it away.

    Refused with a finding for each, its place naming the household (`section`): `answer-not-yes`.
    """
    findings = tuple(
        Finding("answer-not-yes", Severity.ERROR, Place(section=household, field="helped"), {"text": text})
        for household, text in marks.items()
        if text and fold(text) not in _YES
    )
    if findings:
        raise KnownError("entries-refused", findings=findings, faults=len(findings))
    with desk.operation("assign-helper", households=len(marks), year=year) as act:
        for one in registered_households.list_registered(desk.engine, year):
            mark = marks.get(one.household_id)
            if mark:
                registered_households.write_registered(
                    act.writer, dataclasses.replace(one, helper_id=officer_id, helper="")
                )
            elif mark is not None and one.helper_id == officer_id:
                registered_households.write_registered(act.writer, dataclasses.replace(one, helper_id=None))
    return act.changes


class _Line(NamedTuple):
    """What a line is to be; an officer without a key is new."""

    officer: Officer
    term: OfficerTerm


class _Register(NamedTuple):
    """What names, roles and villages are understood by."""

    officers: Mapping[str, Officer]
    villages: Sequence[Village]
    roles: Mapping[CommitteeRole, str]

    def line(self, row: str, typed: Mapping[str, str], term: OfficerTerm | None, findings: list[Finding]) -> _Line:
        """Read a line; what is not understood becomes a finding."""
        was = self.officers[term.officer_id] if term is not None else None
        officer = self._officer(row, typed, was, findings)
        read = term or OfficerTerm("", officer.id)
        read = dataclasses.replace(
            read,
            officer_id=officer.id,
            organisation=typed.get("organisation", read.organisation),
            phone=typed.get("phone", read.phone),
            from_on=_day(row, "from_on", typed, read.from_on, findings),
            until_on=_day(row, "until_on", typed, read.until_on, findings),
            role=self._role(row, typed, read.role, findings),
            villages=self._villages(row, typed, read.villages, findings),
        )
        return _Line(officer, read)

    def _officer(self, row: str, typed: Mapping[str, str], was: Officer | None, findings: list[Finding]) -> Officer:
        name = typed.get("name", was.name if was else "")
        if not name:
            findings.append(Finding("committee-member-without-name", Severity.ERROR, Place(section=row, field="name")))
        called = next((one for one in self.officers.values() if fold(one.name) == fold(name)), None)
        if was is not None and (called is None or fold(was.name) == fold(name)):
            officer = was._replace(name=name)
        else:
            officer = called or Officer("", name, "")
        position = typed.get("position")
        return officer if position is None else officer._replace(position=position)

    def _role(
        self, row: str, typed: Mapping[str, str], present: CommitteeRole, findings: list[Finding]
    ) -> CommitteeRole:
        text = typed.get("role", "")
        if not text:
            return CommitteeRole.MEMBER if "role" in typed else present
        places = tuple(self.roles)
        if text.isdecimal() and 1 <= int(text) <= len(places):
            return places[int(text) - 1]
        said = fold(text)
        exact = [role for role, words in self.roles.items() if fold(words) == said]
        begun = [role for role, words in self.roles.items() if fold(words).startswith(said)]
        found = exact or begun
        if len(found) != 1:
            findings.append(Finding("role-unknown", Severity.ERROR, Place(section=row, field="role"), {"text": text}))
            return present
        return found[0]

    def _villages(
        self, row: str, typed: Mapping[str, str], present: tuple[str, ...], findings: list[Finding]
    ) -> tuple[str, ...]:
        if "villages" not in typed:
            return present
        if typed["villages"] == EVERYWHERE:
            return tuple(one.id for one in self.villages)
        found: list[str] = []
        for part in (part.strip() for part in typed["villages"].replace(",", ";").split(";")):
            key = self._village(part) if part else ""
            if key is None:
                place = Place(section=row, field="villages")
                findings.append(Finding("committee-village-unknown", Severity.ERROR, place, {"text": part}))
            elif key:
                found.append(key)
        return tuple(dict.fromkeys(found))

    def _village(self, text: str) -> str | None:
        """Understand a whole name, a name without the word before it, or the number of the list."""
        said = fold(text)
        names = {one.id: fold(one.name) for one in self.villages}
        whole = [key for key, name in names.items() if name == said]
        ended = [key for key, name in names.items() if name.endswith(f" {said}")]
        found = whole or ended
        if len(found) == 1:
            return found[0]
        if not found and text.isdecimal() and 1 <= int(text) <= len(self.villages):
            return self.villages[int(text) - 1].id
        return None


def _day(
    row: str, field: str, typed: Mapping[str, str], present: datetime.date | None, findings: list[Finding]
) -> datetime.date | None:
    if field not in typed:
        return present
    text = typed[field]
    day = read_date(text) if text else None
    if text and day is None:
        place = Place(section=row, field=field)
        findings.append(Finding("date-not-understood", Severity.ERROR, place, {"text": text}))
    return day


def _contradictions(wanted: Mapping[str, _Line], others: Sequence[OfficerTerm]) -> Iterator[Finding]:
    """Name terms that end before they begin, and terms of one officer on the same day."""
    before: list[tuple[str, OfficerTerm]] = [(one.officer_id, one) for one in others]
    for row, (officer, term) in wanted.items():
        who = officer.id or fold(officer.name)
        values = {"officer": officer.name}
        if term.from_on is not None and term.until_on is not None and term.until_on < term.from_on:
            yield Finding("term-ends-before-beginning", Severity.ERROR, Place(section=row, field="until_on"), values)
        elif officer.name and any(key == who and other.overlaps(term) for key, other in before):
            field = "from_on" if term.from_on is not None else "name"
            yield Finding("term-overlaps", Severity.ERROR, Place(section=row, field=field), values)
        before.append((who, term))


def _described(wanted: Mapping[str, _Line]) -> str:
    names = [line.officer.name for line in wanted.values()]
    return ", ".join(names[:3]) + ("…" if len(names) > 3 else "")
