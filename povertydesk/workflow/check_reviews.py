"""What is to be looked at among the reviews of a year and in the registry, household by household."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from povertydesk.poverty.citizen_number import check_citizen_number
from povertydesk.poverty.duplicates import RegisteredPerson, find_duplicates
from povertydesk.poverty.problems import Finding, Place, Severity
from povertydesk.poverty.review import ReviewStage
from povertydesk.poverty.vietnamese import fold
from povertydesk.store import households, people, villages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from povertydesk.poverty.household import Household
    from povertydesk.poverty.person import Member
    from povertydesk.poverty.problems import Value
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.year_standings import YearStandings


def review_findings(desk: Desk, standings: YearStandings) -> Iterator[Finding]:
    """Say which declared statuses the rules do not give, which were only declared, and which answers contradict.

    A declared status stays as it was declared; the households count as judged. Under another standard than the round's
    own only what cannot be judged is told, in one number.
    """
    names = {village.id: village.name for village in villages.list_villages(desk.engine)}
    only_declared: Counter[str] = Counter()
    impossible = outdated = 0
    for one in standings.results.values():
        village = names[one.household.village_id]
        place = Place(year=standings.year, village=f"{village}, {one.household.code}")
        if standings.asked_anew:
            impossible += one.judged.refusal is not None
            continue
        if one.judged.refusal is not None:
            yield Finding(one.judged.refusal.code, Severity.ERROR, place, one.judged.refusal.values)
        if one.contradicts:
            values: dict[str, Value] = {
                "household": one.household.code,
                "village": village,
                "declared": one.kept.declared_status,
                "found": one.judged.review.status,
            }
            yield Finding(
                "declared-status-contradicts-rules", Severity.WARNING, place._replace(village=village), values
            )
        only_declared[village] += one.only_declared
        outdated += one.changed and not one.sealed
    for village, count in only_declared.items():
        if count:
            told: dict[str, Value] = {"village": village, "households": count}
            yield Finding(
                "declared-status-not-judged", Severity.WARNING, Place(year=standings.year, village=village), told
            )
    if outdated:
        yield Finding("results-not-up-to-date", Severity.WARNING, Place(year=standings.year), {"households": outdated})
    if impossible:
        yield Finding(
            "not-judged-under-standard",
            Severity.WARNING,
            Place(year=standings.year),
            {"households": impossible, "standard": standings.standard.title},
        )


def unfinished_findings(desk: Desk, standings: YearStandings) -> Iterator[Finding]:
    """Say of each village how many forms of an open round are not begun, and how many are still drafts."""
    names = {village.id: village.name for village in villages.list_villages(desk.engine)}
    empty: Counter[str] = Counter()
    drafts: Counter[str] = Counter()
    for judged in standings.rounds:
        if judged.law.round.closed_on is not None:
            continue
        for one in judged.results:
            village = names[one.household.village_id]
            empty[village] += not one.answers
            drafts[village] += bool(one.answers) and one.judged.review.stage is ReviewStage.DRAFT
    for village in names.values():
        place = Place(year=standings.year, village=village)
        if empty[village]:
            told: dict[str, Value] = {"village": village, "households": empty[village]}
            yield Finding("reviews-not-begun", Severity.WARNING, place, told)
        if drafts[village]:
            told = {"village": village, "households": drafts[village]}
            yield Finding("reviews-unfinished", Severity.WARNING, place, told)


def registry_findings(desk: Desk) -> tuple[Finding, ...]:
    """Check the registry of today: heads, numbers of people, citizen numbers, and people who may stand there twice."""
    present = {one.id: one for one in households.list_households(desk.engine)}
    members: dict[str, list[Member]] = defaultdict(list)
    for member in people.list_present(desk.engine):
        if member.membership.household_id in present:
            members[member.membership.household_id].append(member)
    names = {village.id: village.name for village in villages.list_villages(desk.engine)}
    found = [
        finding
        for key, household in present.items()
        for finding in _household_findings(household, members[key], names[household.village_id])
    ]
    return (*found, *_lists_not_whole(present, members, names), *_duplicates(desk, present, members, names))


def _household_findings(household: Household, members: list[Member], village: str) -> Iterator[Finding]:
    place = Place(village=f"{village}, {household.code}")
    if members and not any(one.membership.heads for one in members):
        told: dict[str, Value] = {"household": household.code, "village": village}
        yield Finding("household-lacks-head", Severity.WARNING, Place(village=village), told)
    if household.people_count is not None and len(members) > household.people_count:
        counts: dict[str, Value] = {
            "household": household.code,
            "village": village,
            "declared": household.people_count,
            "members": len(members),
        }
        yield Finding("more-members-than-people", Severity.WARNING, Place(village=village), counts)
    for one in members:
        person = one.person
        if person.citizen_number:
            yield from check_citizen_number(
                person.citizen_number, sex=person.sex, born=person.birth_on or person.birth_year, place=place
            )


def _lists_not_whole(
    present: Mapping[str, Household], members: Mapping[str, list[Member]], names: Mapping[str, str]
) -> Iterator[Finding]:
    """Say of each village how many households have fewer members entered by name than they have people."""
    lacking = Counter(
        names[household.village_id]
        for key, household in present.items()
        if household.people_count is not None and len(members[key]) < household.people_count
    )
    for village, count in lacking.items():
        told: dict[str, Value] = {"village": village, "households": count}
        yield Finding("members-not-all-entered", Severity.NOTE, Place(village=village), told)


def _duplicates(
    desk: Desk, present: Mapping[str, Household], members: Mapping[str, list[Member]], names: Mapping[str, str]
) -> Iterator[Finding]:
    everybody = {one.person.id: one for own in members.values() for one in own}
    compared = [
        RegisteredPerson(
            id=one.person.id,
            household_id=one.membership.household_id,
            village_id=present[one.membership.household_id].village_id,
            folded_name=fold(one.person.name),
            birth_year=one.person.birth_year,
            number=one.person.citizen_number or "",
        )
        for one in everybody.values()
    ]
    search = find_duplicates(compared, people.list_not_the_same(desk.engine))

    def standing(key: str) -> tuple[str, str, str]:
        household = present[everybody[key].membership.household_id]
        return everybody[key].person.name, household.code, names[household.village_id]

    for pair in search.pairs:
        person, household, village = standing(pair.first)
        other, other_household, other_village = standing(pair.second)
        values: dict[str, Value] = {
            "person": person,
            "household": household,
            "village": village,
            "other": other,
            "other_household": other_household,
            "other_village": other_village,
        }
        yield Finding("people-may-be-one", Severity.WARNING, Place(village=village), values)
    for group in search.shared:
        yield Finding("people-share-too-much", Severity.WARNING, Place(), {"people": len(group.people)})
