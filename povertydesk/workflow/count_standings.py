"""The counts by village and status of a year from its households, and what is to be looked at among their reviews."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.poverty.transition import NearPoorFlow, PoorFlow
from povertydesk.workflow.check_reviews import review_findings
from povertydesk.workflow.check_year import check_year, law_notes
from povertydesk.workflow.record_villages import read_villages
from povertydesk.workflow.year_course import year_course

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from povertydesk.poverty.area import VillageFigures
    from povertydesk.poverty.household_flows import PlaceFlows
    from povertydesk.poverty.problems import Value
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.year_standings import YearStandings

_OF_REVIEWS = frozenset({"reviewed-exceed-residents"})
_LISTED = (PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.AVERAGE_LIVING_STANDARD)


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A village's counts: registry, residents, and how many households stand where. None is "not known"."""

    village: str
    households: int
    people: int
    resident_households: int | None
    resident_people: int | None
    poor: int | None
    near_poor: int | None
    average_living_standard: int | None
    not_poor: int | None
    unclassified: int | None


@dataclass(frozen=True, slots=True)
class YearClassification:
    """The counts of a year under one rule set, with the flows of households and people from the opening.

    `from_households` where they were counted household by household, not taken from the figures of the villages.
    """

    year: int
    ruleset: str
    rows: tuple[StatusRow, ...]
    total: StatusRow
    poor_flow: PoorFlow
    near_poor_flow: NearPoorFlow
    poor_people_flow: PoorFlow
    near_poor_people_flow: NearPoorFlow
    findings: tuple[Finding, ...]
    from_households: bool = False


def count_standings(desk: Desk, standings: YearStandings) -> YearClassification:
    """Count the households of a year by village and status, with residents beside them and the flows of the year."""
    table = read_villages(desk, standings.year)
    counts: dict[str, Counter[PovertyStatus]] = defaultdict(Counter)
    people: Counter[str] = Counter()
    for standing, status in standings.standing():
        counts[standing.village][status] += 1
        people[standing.village] += standing.people
    rows = tuple(_row(village.name, counts[village.id], people[village.id], figures) for village, figures in table.rows)
    flows, course_findings = _course(desk, standings)
    return YearClassification(
        year=standings.year,
        ruleset=standings.standard.id,
        rows=rows,
        total=_total(rows),
        poor_flow=flows.poor if flows else PoorFlow(None),
        near_poor_flow=flows.near_poor if flows else NearPoorFlow(None),
        poor_people_flow=flows.poor_people if flows else PoorFlow(None),
        near_poor_people_flow=flows.near_poor_people if flows else NearPoorFlow(None),
        findings=(
            *_findings(desk, standings, rows),
            *course_findings,
            *law_notes(desk, standings.year, standings.standard.id),
        ),
        from_households=True,
    )


def _row(village: str, counts: Counter[PovertyStatus], people: int, known: VillageFigures) -> StatusRow:
    return StatusRow(
        village=village,
        households=counts.total(),
        people=people,
        resident_households=known.households,
        resident_people=known.people,
        poor=counts[PovertyStatus.POOR],
        near_poor=counts[PovertyStatus.NEAR_POOR],
        average_living_standard=counts[PovertyStatus.AVERAGE_LIVING_STANDARD],
        not_poor=_not_poor(counts, known.households),
        unclassified=counts[PovertyStatus.UNCLASSIFIED],
    )


def _not_poor(counts: Counter[PovertyStatus], residents: int | None) -> int:
    """Count who is not poor; more households than residents contradict each other, so only the reviewed count then."""
    if residents is None or residents < counts.total():
        return counts[PovertyStatus.NOT_POOR]
    return residents - sum(counts[one] for one in (*_LISTED, PovertyStatus.UNCLASSIFIED))


def _total(rows: Sequence[StatusRow]) -> StatusRow:
    def added(name: str) -> int | None:
        values = [getattr(row, name) for row in rows]
        return None if None in values else sum(values)

    residents = added("resident_households")
    some_bases = any(row.resident_households is not None for row in rows)
    return StatusRow(
        village="",
        households=sum(row.households for row in rows),
        people=sum(row.people for row in rows),
        resident_households=residents,
        resident_people=added("resident_people"),
        poor=added("poor"),
        near_poor=added("near_poor"),
        average_living_standard=added("average_living_standard"),
        # Where the residents of some villages only are known, the sum would mix residents with the reviewed.
        not_poor=None if some_bases and residents is None else added("not_poor"),
        unclassified=added("unclassified"),
    )


def _course(desk: Desk, standings: YearStandings) -> tuple[PlaceFlows | None, tuple[Finding, ...]]:
    """Return tables 2 and 3 of the commune; None where nothing is closed, or the standard changed."""
    main = standings.main_round
    if standings.asked_anew or (main is not None and main.kind is RoundKind.TRANSITION):
        return None, ()
    try:
        course = year_course(desk, standings.year)
    except KnownError as error:
        return None, (Finding(error.code, Severity.NOTE, Place(year=standings.year), error.values),)
    return course.commune, course.findings


def _findings(desk: Desk, standings: YearStandings, rows: Sequence[StatusRow]) -> Iterator[Finding]:
    place = Place(year=standings.year)
    if standings.asked_anew:
        yield Finding("judged-under-other-standard", Severity.NOTE, place, {"standard": standings.standard.title})
    main = standings.main_round
    if main is None:
        yield Finding("classified-from-decisions", Severity.NOTE, place)
    elif main.closed_on is None:
        yield Finding("round-still-open", Severity.NOTE, place)
    for row in rows:
        if row.resident_households is not None and row.resident_households < row.households:
            values: dict[str, Value] = {"reviewed": row.households, "residents": row.resident_households}
            yield Finding("reviewed-exceed-residents", Severity.ERROR, place._replace(village=row.village), values)
        if row.unclassified:
            told: dict[str, Value] = {"village": row.village, "households": row.unclassified}
            yield Finding("households-unclassified", Severity.WARNING, place._replace(village=row.village), told)
    yield from review_findings(desk, standings)
    kept = (one for one in check_year(desk, standings.year) if one.severity is Severity.ERROR)
    yield from (one for one in kept if one.code not in _OF_REVIEWS)
