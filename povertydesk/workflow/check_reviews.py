"""What is to be looked at among the reviews of a year and in the registry, household by household."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.citizen_number import check_citizen_number
from povertydesk.poverty.duplicates import RegisteredPerson, find_duplicates
from povertydesk.poverty.problems import Finding, Place, Severity
from povertydesk.poverty.review import ReviewStage
from povertydesk.poverty.vietnamese import fold
from povertydesk.store import households, people, villages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from povertydesk.poverty.area import AreaType
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.person import Member
    from povertydesk.poverty.problems import Value
    from povertydesk.poverty.review import ReviewRound
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.judge_reviews import HouseholdResult
    from povertydesk.workflow.year_standings import YearStandings


class LocatedFinding(NamedTuple):
    """A finding with the household, or else the village, where it can be looked at."""

    finding: Finding
    household_id: str | None = None
    village_id: str | None = None


def review_findings(desk: Desk, standings: YearStandings) -> Iterator[Finding]:
    """Say which declared statuses the rules do not give, which were only declared, and which answers contradict.

    A declared status stays as it was declared; the households count as judged. Under another standard than the round's
    own only what cannot be judged is told, in one number.
    """
    names = {village.id: village.name for village in villages.list_villages(desk.engine)}
    if standings.asked_anew:
        yield from _not_judged_under(standings)
        return
    yield from (one.finding for one in located_findings(standings.results.values(), names, standings.year))
    for judged in standings.rounds:
        yield from area_findings(judged.law.round, desk.unit.area)


def located_findings(
    results: Iterable[HouseholdResult], names: Mapping[str, str], year: int
) -> Iterator[LocatedFinding]:
    """Go through judged reviews as `review_findings` does, and say of each finding where it can be looked at."""
    only_declared: Counter[str] = Counter()
    outdated = 0
    for one in results:
        household = one.household
        village = names[household.village_id]
        if one.judged.refusal is not None:
            place = Place(year=year, village=f"{village}, {household.code}")
            refusal = Finding(one.judged.refusal.code, Severity.ERROR, place, one.judged.refusal.values)
            yield LocatedFinding(refusal, household.id, household.village_id)
        if one.contradicts:
            values: dict[str, Value] = {
                "household": household.code,
                "village": village,
                "declared": one.kept.declared_status,
                "found": one.judged.review.status,
            }
            place = Place(year=year, village=village)
            against = Finding("declared-status-contradicts-rules", Severity.WARNING, place, values)
            yield LocatedFinding(against, household.id, household.village_id)
        only_declared[household.village_id] += one.only_declared
        outdated += one.changed and not one.sealed
    for village_id, count in only_declared.items():
        if count:
            told: dict[str, Value] = {"village": names[village_id], "households": count}
            place = Place(year=year, village=names[village_id])
            declared = Finding("declared-status-not-judged", Severity.WARNING, place, told)
            yield LocatedFinding(declared, village_id=village_id)
    if outdated:
        yield LocatedFinding(
            Finding("results-not-up-to-date", Severity.WARNING, Place(year=year), {"households": outdated})
        )


def area_findings(of_round: ReviewRound, area: AreaType) -> Iterator[Finding]:
    """Say that an open round is held against another area than the one the commune has now."""
    if of_round.closed_on is None and of_round.area not in {None, area}:
        yield Finding("round-area-differs", Severity.WARNING, Place(year=of_round.year), {"year": of_round.year})


def _not_judged_under(standings: YearStandings) -> Iterator[Finding]:
    impossible = sum(one.judged.refusal is not None for one in standings.results.values())
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
