"""The counts by village and status of a year, as far as the village figures tell them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from povertydesk.poverty.problems import Finding, Place, Severity
from povertydesk.poverty.rollup import total
from povertydesk.poverty.transition import NearPoorFlow, PoorFlow
from povertydesk.store.households import registry_counts
from povertydesk.workflow.record_villages import read_villages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from povertydesk.poverty.area import Village, VillageFigures
    from povertydesk.workflow.desk import Desk


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A village's counts: registry, residents, and how many households stand where. None is "not known"."""

    village: str
    households: int
    people: int
    resident_households: int | None
    resident_people: int | None
    poor: int
    near_poor: int
    average_living_standard: int
    not_poor: int
    unclassified: int


@dataclass(frozen=True, slots=True)
class YearClassification:
    """The counts of a year under one rule set, with the flows of households and people from the opening."""

    year: int
    ruleset: str
    rows: tuple[StatusRow, ...]
    total: StatusRow
    poor_flow: PoorFlow
    near_poor_flow: NearPoorFlow
    poor_people_flow: PoorFlow
    near_poor_people_flow: NearPoorFlow
    findings: tuple[Finding, ...]


def classify_year(desk: Desk, year: int, standard_id: str | None = None) -> YearClassification:
    """Count the households of each village by status.

    The figures a year opens with stand until a review round of the year is judged: residents that are neither poor
    nor near-poor count as not poor, and registered households without a judgement as unclassified. Refused where no
    law covers the year.
    """
    law = desk.program.legislation
    standard = law.standard(standard_id) if standard_id else law.standard_for(year)
    registry = registry_counts(desk.engine)
    table = read_villages(desk, year)
    rows = tuple(_status_row(village, known, registry.get(village.id, (0, 0))) for village, known in table.rows)
    findings: list[Finding] = []
    if rows:
        findings.append(Finding("classified-from-opening-figures", Severity.NOTE, Place(year=year)))
    without_near_poor = [
        village.name for village, known in table.rows if known.poor is not None and known.near_poor is None
    ]
    if without_near_poor:
        values = {"villages": ", ".join(without_near_poor)}
        findings.append(Finding("near-poor-not-known", Severity.NOTE, Place(year=year), values))
    opening = [known for _, known in table.rows]
    return YearClassification(
        year=year,
        ruleset=standard.id,
        rows=rows,
        total=_total(rows),
        poor_flow=PoorFlow(opening=_sum(known.poor for known in opening)),
        near_poor_flow=NearPoorFlow(opening=_sum(known.near_poor for known in opening)),
        poor_people_flow=PoorFlow(opening=_sum(known.poor_people for known in opening)),
        near_poor_people_flow=NearPoorFlow(opening=_sum(known.near_poor_people for known in opening)),
        findings=tuple(findings),
    )


def _status_row(village: Village, known: VillageFigures, registered: tuple[int, int]) -> StatusRow:
    poor, near_poor = known.poor or 0, known.near_poor or 0
    others = max(0, (known.households or 0) - poor - near_poor) if known.poor is not None else 0
    return StatusRow(
        village=village.name,
        households=registered[0],
        people=registered[1],
        resident_households=known.households,
        resident_people=known.people,
        poor=poor,
        near_poor=near_poor,
        average_living_standard=0,
        not_poor=others,
        unclassified=registered[0],
    )


def _total(rows: Sequence[StatusRow]) -> StatusRow:
    return StatusRow(
        village="",
        households=_sum(row.households for row in rows),
        people=_sum(row.people for row in rows),
        resident_households=total(row.resident_households for row in rows),
        resident_people=total(row.resident_people for row in rows),
        poor=_sum(row.poor for row in rows),
        near_poor=_sum(row.near_poor for row in rows),
        average_living_standard=0,
        not_poor=_sum(row.not_poor for row in rows),
        unclassified=_sum(row.unclassified for row in rows),
    )


def _sum(counts: Iterable[int | None]) -> int:
    return sum(count or 0 for count in counts)
