"""The dry run of an import: every line held against the registry and the round, nothing written."""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.household_columns import Layout
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.duplicates import RegisteredPerson
from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Member
from povertydesk.poverty.problems import Finding, KnownError, Severity, Value
from povertydesk.poverty.review import Review
from povertydesk.poverty.status import PovertyStatus
from povertydesk.poverty.vietnamese import fold
from povertydesk.workflow import import_checks, import_people
from povertydesk.workflow.import_checks import SeenPerson
from povertydesk.workflow.import_leaving import LeavingPlanner
from povertydesk.workflow.import_matching import Households, ListedHead, Refused, Villages
from povertydesk.workflow.import_people import ListedPerson, PeopleReader
from povertydesk.workflow.import_plan import (
    FieldChange,
    ImportPlan,
    PlannedHousehold,
    PlannedPerson,
    PlannedReview,
    RowState,
    place_of,
)
from povertydesk.workflow.import_reviews import GROUPS, ReviewPlanner, has_review_values
from povertydesk.workflow.people_codes import people_codes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from povertydesk.exchange.household_columns import HouseholdTable, HouseholdWorkbookWords
    from povertydesk.exchange.household_workbook import HouseholdList, HouseholdRow
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.person import Person
    from povertydesk.workflow.import_basis import ImportBasis
    from povertydesk.workflow.import_plan import Cancelled, Progress

_TEXTS = ("address", "phone")
_LOOK_UP_AFTER = 200
_ON_THE_LIST = frozenset({None, PovertyStatus.POOR, PovertyStatus.NEAR_POOR})


class _Line(NamedTuple):
    """A household of the list with its village found and its people read."""

    row: HouseholdRow
    table: HouseholdTable
    village: str
    people: tuple[ListedPerson, ...]

    @property
    def head(self) -> ListedPerson:
        return self.people[0]

    @property
    def code(self) -> str | None:
        code = self.row.values.get("household_code")
        return None if code is None else str(code)


class Planner:
    """Plans one workbook against what the file knows."""

    def __init__(self, basis: ImportBasis, words: HouseholdWorkbookWords, tables: Sequence[HouseholdTable]) -> None:
        """Index the registry for looking lines up."""
        self._basis = basis
        self._tables = {table.sheet.name: table for table in tables}
        self._codes = people_codes()
        self._readers = {name: PeopleReader(table, self._codes) for name, table in self._tables.items()}
        self._findings: list[Finding] = []
        self._villages = Villages(basis.villages, words.village_words)
        self._known = {household.id: household for household in basis.registry.households()}
        self._members: dict[str, list[Member]] = defaultdict(list)
        self._former: dict[str, list[Person]] = defaultdict(list)
        people = {person.id: person for person in basis.registry.people()}
        self._folded = {key: fold(person.name) for key, person in people.items()}
        for stay in basis.registry.stays():
            if stay.until_on is None:
                self._members[stay.household_id].append(Member(people[stay.person_id], stay))
            else:
                self._former[stay.household_id].append(people[stay.person_id])
        self._heads = {
            household: member.person
            for household, members in self._members.items()
            for member in members
            if member.membership.heads
        }
        self._households = Households(self._known.values(), self._heads)
        self._seen: dict[str, SeenPerson] = {}
        self._leaving = LeavingPlanner(basis)
        self._unknown_histories: Counter[str] = Counter()
        review = basis.review
        self._reviews = review.rows.reviews() if review is not None and review.rows is not None else {}
        self._answers = review.rows.answers() if review is not None and review.rows is not None else {}
        self._planners = (
            {name: ReviewPlanner(table, review) for name, table in self._tables.items()} if review is not None else {}
        )

    def plan(
        self,
        workbook: Path,
        listed: HouseholdList,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> ImportPlan:
        """Plan every household of the list; raises KnownError `import-cancelled`, `round-sealed` or of the law."""
        if self._basis.refusal is not None and any(has_review_values(row) for row in listed.households):
            raise self._basis.refusal
        lines, rows = self._lines(listed)
        found = self._found(lines)
        for place, line in enumerate(lines):
            if place % _LOOK_UP_AFTER == 0:
                _go_on("matching", place, len(lines), progress, cancelled)
            match = found[place]
            rows.append(self._refused(line, match) if isinstance(match, Refused) else self._household(line, match))
        _go_on("checking", 0, 1, progress, cancelled)
        self._see_the_others()
        not_the_same = self._basis.not_the_same
        self._findings.extend(import_checks.duplicate_findings(self._seen, not_the_same))
        self._findings.extend(import_checks.history_findings(self._unknown_histories))
        for name, reader in self._readers.items():
            self._findings.extend(import_checks.unknown_word_findings(self._tables[name], reader.unknown))
        if self._villages.added:
            added = {"villages": ", ".join(self._villages.added)}
            self._findings.append(Finding("import-villages-added", Severity.NOTE, values=added))
        rows.sort(key=lambda row: (list(self._tables).index(row.sheet), row.row))
        return self._with_round(
            ImportPlan(
                year=self._basis.year,
                workbook=workbook,
                known_as_of=self._basis.operation,
                tables=tuple(self._tables.values()),
                rows=tuple(rows),
                findings=(*listed.findings, *self._findings),
                unread=listed.rejected_households,
                new_villages=tuple(self._villages.added),
            )
        )

    def _lines(self, listed: HouseholdList) -> tuple[list[_Line], list[PlannedHousehold]]:
        lines: list[_Line] = []
        rejected: list[PlannedHousehold] = []
        for row in listed.households:
            table, reader = self._tables[row.sheet], self._readers[row.sheet]
            faults: list[Finding] = []
            people = tuple(reader.read(member, faults) for member in row.members)
            try:
                village = self._villages.find(row.village)
            except Refused as refused:
                faults.append(_fault(table, row, refused))
                village = ""
            if any(one.severity is Severity.ERROR for one in faults):
                self._keep_faults(row, faults)
                rejected.append(_rejected(row, row.village or ""))
            else:
                self._findings.extend(faults)
                lines.append(_Line(row, table, village, people))
        return lines, rejected

    def _keep_faults(self, row: HouseholdRow, faults: list[Finding]) -> None:
        """Keep the findings of a household that is not taken; one stands in its first line."""
        self._findings.extend(faults)
        errors = [one for one in faults if one.severity is Severity.ERROR]
        if all(one.place.row != row.row for one in errors):
            place = place_of(self._tables[row.sheet], row.row, "")
            self._findings.append(Finding("household-not-taken", Severity.ERROR, place, {"faults": len(errors)}))

    def _found(self, lines: Sequence[_Line]) -> dict[int, Household | Refused | None]:
        found: dict[int, Household | Refused | None] = {}
        uncoded = []
        for place, line in enumerate(lines):
            if line.code is None:
                person = line.head.person
                head = ListedHead(line.village, line.head.folded, person.birth_year, person.citizen_number)
                uncoded.append((place, line.row, head))
                continue
            try:
                household = self._households.by_code(line.village, line.code, line.row.row)
                found[place] = household
                if household is None:
                    self._households.bears(line.village, line.code)
                elif not self._is_the_head(line.head, household):
                    found[place] = Refused(
                        "household-head-differs", "head_name", text=line.code, head=household.head_name
                    )
            except Refused as refused:
                found[place] = refused
        matched = self._households.by_head([(row, head) for _, row, head in uncoded])
        found.update({place: matched[number] for number, (place, _, _) in enumerate(uncoded)})
        return found

    def _is_the_head(self, listed: ListedPerson, household: Household) -> bool:
        """Whether the registry's household of a code has the head the list names, and no other member is meant."""
        head = self._heads.get(household.id)
        if listed.folded != fold(household.head_name) and any(
            import_people.names(listed, member.person, self._folded[member.person.id])
            for member in self._members[household.id]
            if member.person is not head
        ):
            return False
        return import_people.is_the_head(listed, household.head_name, head)

    def _household(self, line: _Line, known: Household | None) -> PlannedHousehold:
        members = self._members.get(known.id, []) if known is not None else []
        matched = import_people.match_members(line.people, members, lambda person: self._folded[person.id])
        head = next((member for member in members if member.membership.heads), None)
        if head is not None and all(member is not head for member in matched.values()):
            matched = {0: head, **{place: member for place, member in matched.items() if place}}
        people = self._people(line, known, matched)
        entered = len(members) + sum(not one.person.id for one in people.planned)
        household, changes = self._as_listed(line, known, entered)
        village = self._villages.names[line.village]
        leaving = self._leaving.plan(line.row, line.table, known)
        self._findings.extend(leaving.findings)
        if any(one.severity is Severity.ERROR for one in leaving.findings):
            return _rejected(line.row, village)
        reviewed = self._review(line, household)
        self._findings.extend(reviewed.findings)
        if not reviewed.taken:
            return _rejected(line.row, village)
        self._see(line, household, people.seen)
        every = (*changes, *people.changes, *reviewed.changes, *leaving.changes)
        state = RowState.NEW if known is None else RowState.CHANGED if every else RowState.UNCHANGED
        return PlannedHousehold(
            line.row.sheet,
            line.row.row,
            state,
            village,
            household.head_name,
            household,
            tuple(people.planned),
            reviewed.planned,
            every if known is not None else (),
            leaving.decisions,
        )

    def _people(self, line: _Line, known: Household | None, matched: dict[int, Member]) -> _People:
        """Bring the people of a household up to date; those who left it before are not taken in again."""
        planned: list[PlannedPerson] = []
        changes: list[FieldChange] = []
        seen: list[tuple[ListedPerson, Person]] = []
        since = self._since(known)
        for place, one in enumerate(line.people):
            member = matched.get(place)
            relation = HEAD if place == 0 else one.relation
            if member is not None:
                person, changed = import_people.brought_up_to_date(member.person, one.person, self._codes)
                stay = member.membership
                if relation not in {None, HEAD, stay.relation} and not stay.heads:
                    words = [import_people.relation_words(code, self._codes) for code in (stay.relation, relation)]
                    changed.append(FieldChange("relation", words[0], words[1], person.name))
                else:
                    relation = stay.relation
                if changed:
                    planned.append(PlannedPerson(person, relation, stay))
                    changes.extend(changed)
                seen.append((one, person))
            elif known is not None and self._has_left(known, one):
                finding_place = place_of(line.table, one.row, "person_name")
                values: dict[str, Value] = {"person": one.person.name, "household": known.code}
                self._findings.append(Finding("listed-member-has-left", Severity.WARNING, finding_place, values))
            else:
                planned.append(PlannedPerson(one.person, relation, since=since))
                changes.append(FieldChange("member", None, one.person.name, one.person.name))
                seen.append((one, one.person))
        return _People(planned, changes, seen)

    def _since(self, known: Household | None) -> datetime.date | None:
        """Return since when a member nobody entered before lives in a household: sealed days stay as they are."""
        sealed = self._basis.sealed_until.get(known.id) if known is not None else None
        return sealed + datetime.timedelta(days=1) if sealed is not None else None

    def _has_left(self, known: Household, one: ListedPerson) -> bool:
        return any(import_people.names(one, person, self._folded[person.id]) for person in self._former[known.id])

    def _as_listed(self, line: _Line, known: Household | None, members: int) -> tuple[Household, list[FieldChange]]:
        """Return the household with what the list says, and what that changes; a blank changes nothing."""
        row, values = line.row, line.row.values
        new: dict[str, object] = {name: str(values[name]) for name in _TEXTS if name in values}
        new |= {name: row.marks[name] for name in GROUPS if name in row.marks}
        if "area" in values:
            new["area"] = AreaType(str(values["area"]))
        if line.head.person.ethnic_group is not None:
            new["ethnic_group"] = line.head.person.ethnic_group
        new["head_name"] = line.head.person.name
        count = values.get("people_count", None if known is None else known.people_count)
        if line.table.layout is Layout.PERSON or isinstance(count, int):
            new["people_count"] = max(int(str(count or 0)), members)
        self._check_count(line, members)
        if known is None:
            code = line.code or self._households.next_code(line.village)
            return Household("", line.village, code, **new), []  # type: ignore[arg-type]
        changes = [
            FieldChange(name, _shown(before), _shown(after))
            for name, after in new.items()
            if (before := getattr(known, name)) != after
            and not (name == "head_name" and known.id in self._heads)
            and name != "ethnic_group"
        ]
        after = dataclasses.replace(known, **new)  # type: ignore[arg-type]
        if after != known and not changes and after.ethnic_group != known.ethnic_group:
            names = self._codes.ethnic_groups
            changes.append(
                FieldChange("ethnic_group", _name_of(names, known.ethnic_group), _name_of(names, after.ethnic_group))
            )
        return after, changes

    def _check_count(self, line: _Line, members: int) -> None:
        count = line.row.values.get("people_count")
        listed = len(line.people) if line.table.layout is Layout.PERSON else members
        wrong = count != listed if line.table.layout is Layout.PERSON else isinstance(count, int) and count < listed
        if isinstance(count, int) and wrong:
            place = place_of(line.table, line.row.row, "people_count")
            values: dict[str, Value] = {"count": count, "members": listed}
            self._findings.append(Finding("people-count-differs", Severity.WARNING, place, values))

    def _review(self, line: _Line, household: Household) -> _Reviewed:
        planner = self._planners.get(line.row.sheet)
        if planner is None or self._basis.review is None:
            return _Reviewed(None, (), (), taken=True)
        present = self._reviews.get(household.id) if household.id else None
        answers: dict[str, dict[str, FormAnswer]] = self._answers.get(household.id, {}) if household.id else {}
        village = self._villages.names[line.village]
        outcome = planner.plan(line.row, village, household, present, answers)
        taken = all(one.severity is not Severity.ERROR for one in outcome.findings)
        of_round = self._basis.review.of_round
        if taken and outcome.planned is not None and of_round.closed_on is not None:
            raise KnownError("round-sealed", year=of_round.year)
        if taken and outcome.unknown_history:
            self._unknown_histories[village] += 1
        return _Reviewed(outcome.planned, outcome.changes, outcome.findings, taken)

    def _refused(self, line: _Line, refused: Refused) -> PlannedHousehold:
        self._findings.append(_fault(line.table, line.row, refused))
        return _rejected(line.row, self._villages.names[line.village])

    def _see(self, line: _Line, household: Household, seen: Sequence[tuple[ListedPerson, Person]]) -> None:
        """Keep the people of a household for the search for duplicates."""
        key = household.id or f"+{line.row.sheet}+{line.row.row}"
        village = self._villages.names[line.village]
        for one, person in seen:
            compared = RegisteredPerson(
                person.id or f"+{line.row.sheet}+{one.row}",
                key,
                line.village,
                fold(person.name) if person.name != one.person.name else one.folded,
                person.birth_year,
                person.citizen_number,
            )
            self._seen[compared.id] = SeenPerson(compared, person.name, household.code, village, line.table, one.row)

    def _see_the_others(self) -> None:
        """Keep the people of the registry that the list does not name for the search for duplicates."""
        for household_id, members in self._members.items():
            household = self._known[household_id]
            village = self._villages.names[household.village_id]
            for member in members:
                person = member.person
                if person.id not in self._seen:
                    compared = RegisteredPerson(
                        person.id,
                        household_id,
                        household.village_id,
                        self._folded[person.id],
                        person.birth_year,
                        person.citizen_number,
                    )
                    self._seen[person.id] = SeenPerson(compared, person.name, household.code, village)

    def _with_round(self, plan: ImportPlan) -> ImportPlan:
        """Add the round the reviews go to; one that is opened takes in whom opening a round would take in."""
        review = self._basis.review
        if review is None:
            return plan
        reviewed = {
            name: planner.not_of_the_standard
            for name, planner in self._planners.items()
            if planner.not_of_the_standard and any(row.sheet == name and row.review for row in plan.rows)
        }
        standard = review.law.standard.title
        told = [
            finding
            for name, columns in reviewed.items()
            for finding in import_checks.column_findings(self._tables[name], columns, standard)
        ]
        plan = dataclasses.replace(plan, findings=(*plan.findings, *told))
        if all(row.review is None for row in plan.rows):
            return plan
        if review.of_round.id:
            return dataclasses.replace(plan, of_round=review.of_round)
        listed = {row.household.id for row in plan.rows if row.household is not None and row.review is not None}
        taken_in = tuple(
            Review("", "", key, status)
            for key, household in self._known.items()
            if household.ended_on is None and key not in listed and (status := review.opening.get(key)) in _ON_THE_LIST
        )
        rows = tuple(
            dataclasses.replace(row, review=PlannedReview(Review("", "", ""), {}))
            if row.state is RowState.NEW and row.review is None
            else row
            for row in plan.rows
        )
        return dataclasses.replace(plan, of_round=review.of_round, taken_in=taken_in, rows=rows)


class _People(NamedTuple):
    """The people of one household as they will be, what that changes, and each line with the person it is."""

    planned: list[PlannedPerson]
    changes: list[FieldChange]
    seen: list[tuple[ListedPerson, Person]]


class _Reviewed(NamedTuple):
    """What becomes of one household's review; where `taken` is false its findings reject the row."""

    planned: PlannedReview | None
    changes: tuple[FieldChange, ...]
    findings: tuple[Finding, ...]
    taken: bool


def _fault(table: HouseholdTable, row: HouseholdRow, refused: Refused) -> Finding:
    return Finding(refused.code, Severity.ERROR, place_of(table, row.row, refused.field), refused.values)


def _rejected(row: HouseholdRow, village: str) -> PlannedHousehold:
    return PlannedHousehold(row.sheet, row.row, RowState.REJECTED, village, row.head.name)


def _shown(value: object) -> str | int | None:
    if isinstance(value, AreaType):
        return value.value
    return value if isinstance(value, (str, int)) and value != "" else None


def _name_of(names: Mapping[int, tuple[str, ...]], group: int | None) -> str | None:
    return names[group][0] if group is not None and group in names else None


def _go_on(step: str, done: int, total: int, progress: Progress | None, cancelled: Cancelled | None) -> None:
    if cancelled is not None and cancelled():
        raise KnownError("import-cancelled")
    if progress is not None:
        progress(step, done, total)
