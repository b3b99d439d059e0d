"""The counts by village and status of a year: from the households, or as far as the village figures tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.transition import NearPoorFlow, PoorFlow
from povertydesk.store import rounds
from povertydesk.store.households import registry_counts
from povertydesk.workflow.check_year import check_year, law_notes
from povertydesk.workflow.count_standings import StatusRow, YearClassification, count_standings
from povertydesk.workflow.record_villages import commune_totals, read_villages
from povertydesk.workflow.year_standings import year_standings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from povertydesk.poverty.area import VillageFigures
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.year_standings import YearStandings

_MISSING = frozenset({"opening-poor-missing", "residents-missing"})
"""What the check of the year says of figures without which households stay unclassified."""


def classify_year(desk: Desk, year: int, standard_id: str | None = None) -> YearClassification:
    """Count the households of each village by status.

    Where a round of the year or a decision says where households stand, they are counted household by household; the
    registry's own people stand in `households` and `people`. Residents that nobody reviewed count as not poor, so that
    `not_poor` is the residents without all others; where the residents are not known, only the households reviewed as
    not poor are counted. A registered household without a judgement is unclassified. Under another standard than the
    year's own the same answers are judged anew, which decides nothing and is said so; a transition round counts under
    its own standard.

    Else, and where nothing was reviewed in the year and no round closed in the year before, the figures that the year
    opens with stand: residents that are neither poor nor near-poor count as not poor. Where one of both is not known,
    all others are unclassified, as are registered households without a judgement. Totals and openings are the villages'
    or else the commune's own, as in the plan. Such figures cannot be judged again (`figures-not-judged-again`). A year
    that the file knows nothing of has no rows and noughts. Refused where no law covers the year.
    """
    return classify_standings(desk, year, year_standings(desk, year, standard_id), standard_id)


def classify_standings(
    desk: Desk, year: int, standings: YearStandings | None, standard_id: str | None = None
) -> YearClassification:
    """Count as `classify_year` does by what was judged already, so that a year is not judged twice."""
    law = desk.program.legislation
    standard = law.standard_for(year)
    asked = law.standard(standard_id) if standard_id else standard
    known = read_villages(desk, year).rows
    if standings is not None and not _figures_count(desk, standings, [figures for _, figures in known]):
        return count_standings(desk, standings)
    if asked.id != standard.id:
        raise KnownError("figures-not-judged-again", year=year, standard=standard.title, asked=asked.title)
    totals = commune_totals(desk, year)
    if all(count is None for one in (*(figures._asdict() for _, figures in known), totals) for count in _counts(one)):
        known = ()
    registry = registry_counts(desk.engine)
    rows = tuple(
        _status_row(village.name, figures._asdict(), registry.get(village.id, (0, 0))) for village, figures in known
    )
    registered = (sum(row.households for row in rows), sum(row.people for row in rows))
    # A file without villages has nobody in it: that is known, and nought.
    totals = {name: count if rows else count or 0 for name, count in totals.items()}
    return YearClassification(
        year=year,
        ruleset=standard.id,
        rows=rows,
        total=_status_row("", totals, registered) if rows else _nobody(totals),
        poor_flow=PoorFlow(opening=totals["poor"]),
        near_poor_flow=NearPoorFlow(opening=totals["near_poor"]),
        poor_people_flow=PoorFlow(opening=totals["poor_people"]),
        near_poor_people_flow=NearPoorFlow(opening=totals["near_poor_people"]),
        findings=_findings(desk, year, rows),
    )


def _figures_count(desk: Desk, standings: YearStandings, figures: Sequence[VillageFigures]) -> bool:
    """Whether the typed opening stands: nothing was reviewed in the year, and no round closed in the year before."""
    if standings.results or all(one.poor is None for one in figures):
        return False
    before = rounds.list_rounds(desk.engine, standings.year - 1)
    return not any(one.closed_on is not None and one.kind is not RoundKind.IN_YEAR for one in before)


def _counts(figures: Mapping[str, Any]) -> list[int | None]:
    return [count for name, count in figures.items() if name not in {"village_id", "year"}]


def _findings(desk: Desk, year: int, rows: Sequence[StatusRow]) -> tuple[Finding, ...]:
    if not rows:
        return law_notes(desk, year)
    findings = [Finding("classified-from-opening-figures", Severity.NOTE, Place(year=year))]
    without_near_poor = [row.village for row in rows if row.near_poor is None]
    if without_near_poor:
        values = {"villages": ", ".join(without_near_poor)}
        findings.append(Finding("near-poor-not-known", Severity.WARNING, Place(year=year), values))
    findings.extend(one for one in check_year(desk, year) if one.severity is Severity.ERROR or one.code in _MISSING)
    return (*findings, *law_notes(desk, year))


def _status_row(village: str, known: Mapping[str, int | None], registered: tuple[int, int]) -> StatusRow:
    households, poor, near_poor = known["households"], known["poor"], known["near_poor"]
    not_poor, unclassified = _others(households, poor, near_poor, registered[0])
    return StatusRow(
        village=village,
        households=registered[0],
        people=registered[1],
        resident_households=households,
        resident_people=known["people"],
        poor=poor,
        near_poor=near_poor,
        average_living_standard=None,
        not_poor=not_poor,
        unclassified=unclassified,
    )


def _others(
    households: int | None, poor: int | None, near_poor: int | None, registered: int
) -> tuple[int | None, int | None]:
    """Return who is not poor and who is unclassified; the registered are among the residents, where both are known.

    Of figures that contradict each other, more poor and near-poor than households, nothing follows for the others.
    """
    if households is None:
        return None, registered or None
    others = households - (poor or 0) - (near_poor or 0)
    if others < 0:
        return None, registered or None
    if poor is None or near_poor is None:
        return None, max(others, registered)
    return others, registered


def _nobody(totals: Mapping[str, int | None]) -> StatusRow:
    return StatusRow("", 0, 0, None, None, totals["poor"], totals["near_poor"], 0, 0, 0)
