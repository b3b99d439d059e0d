"""What must hold among the figures of a year: parts within wholes, sums, rates with a base, targets within reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from povertydesk.poverty.area import Village, VillageFigures
from povertydesk.poverty.parts import SUMS, excesses
from povertydesk.poverty.problems import Finding, Place, Severity, Value
from povertydesk.poverty.profile import CommuneProfile
from povertydesk.poverty.rollup import village_totals
from povertydesk.poverty.target import TargetGrid

if TYPE_CHECKING:
    from povertydesk.poverty.target import TargetRow


@dataclass(frozen=True, slots=True)
class YearFigures:
    """Everything of one year that the identities speak of."""

    year: int
    villages: Sequence[Village]
    figures: Mapping[str, VillageFigures]
    grid: TargetGrid
    profile: CommuneProfile


_PEOPLE_OF = (
    ("households", "people"),
    ("poor", "poor_people"),
    ("near_poor", "near_poor_people"),
    ("kinh_households", "kinh_people"),
    ("ethnic_minority_households", "ethnic_minority_people"),
    ("local_minority_households", "local_minority_people"),
)
_GROUPS = (
    (("kinh_households", "ethnic_minority_households"), "households"),
    (("kinh_people", "ethnic_minority_people"), "people"),
)


def check_year(known: YearFigures) -> tuple[Finding, ...]:
    """Return every contradiction among the figures of a year, village by village, then for the commune."""
    if not known.villages:
        return (Finding("no-villages", Severity.NOTE, Place(year=known.year)),)
    findings: list[Finding] = []
    rows = {row.village_id: row for row in known.grid.rows}
    for village in known.villages:
        figures = known.figures.get(village.id)
        place = Place(village=village.name, year=known.year)
        if figures is not None:
            findings.extend(_figure_findings(figures, place))
        findings.extend(_target_findings(rows[village.id], place))
    findings.extend(_commune_findings(known))
    return tuple(findings)


def _figure_findings(figures: VillageFigures, place: Place) -> Iterator[Finding]:
    for excess in excesses(figures._asdict()):
        values: dict[str, Value] = {"village": place.village, "part": excess.part_count, "whole": excess.whole_count}
        yield Finding(excess.code, Severity.ERROR, _at(place, excess.parts[-1]), values)
    for parts, whole in _GROUPS:
        counts = [getattr(figures, part) for part in parts]
        expected = getattr(figures, whole)
        if expected is not None and None not in counts and sum(counts) != expected:
            values = {"village": place.village, "part": sum(counts), "whole": expected}
            yield Finding("groups-do-not-add-up", Severity.ERROR, _at(place, whole), values)
    for households, people in _PEOPLE_OF:
        homes, heads = getattr(figures, households), getattr(figures, people)
        if homes is None or heads is None:
            continue
        values = {"village": place.village, "people": heads, "households": homes}
        if heads < homes:
            yield Finding("fewer-people-than-households", Severity.ERROR, _at(place, people), values)
        elif heads and not homes:
            yield Finding("people-without-households", Severity.ERROR, _at(place, households), values)


def _target_findings(row: TargetRow, place: Place) -> Iterator[Finding]:
    village = place.village
    if row.households is None:
        yield Finding("residents-missing", Severity.WARNING, _at(place, "households"), {"village": village})
    elif row.households == 0 and (row.poor_opening or row.reduction):
        yield Finding("rate-without-base", Severity.ERROR, _at(place, "households"), {"village": village})
    if row.poor_opening is None:
        yield Finding("opening-poor-missing", Severity.WARNING, _at(place, "poor_opening"), {"village": village})
    parts = (
        ("reduction", "poor_opening", "reduction-exceeds-poor"),
        ("near_poor_reduction", "near_poor_opening", "near-poor-reduction-exceeds"),
        ("ethnic_minority_reduction", "reduction", "minority-reduction-exceeds-reduction"),
        ("ethnic_minority_reduction", "ethnic_minority_poor", "minority-reduction-exceeds-minority-poor"),
        ("registered", "poor_opening", "registered-exceeds-poor"),
        ("near_poor_registered", "near_poor_opening", "near-poor-registered-exceeds"),
    )
    for part, whole, code in parts:
        first, second = getattr(row, part), getattr(row, whole)
        if first is not None and second is not None and first > second:
            values: dict[str, Value] = {"village": village, "part": first, "whole": second}
            yield Finding(code, Severity.ERROR, _at(place, part), values)
    if row.assigned is not None and row.reduction is not None and row.reduction < row.assigned:
        values = {"village": village, "assigned": row.assigned, "reduction": row.reduction}
        yield Finding("reduction-below-assigned", Severity.WARNING, _at(place, "reduction"), values)
    if row.registered is not None and row.reduction is not None and row.registered < row.reduction:
        values = {"village": village, "registered": row.registered, "reduction": row.reduction}
        yield Finding("registered-below-target", Severity.WARNING, _at(place, "registered"), values)


def _minority_findings(known: YearFigures) -> Iterator[Finding]:
    """Hold the ethnic-minority households assigned against the whole number assigned and against their targets."""
    place = _at(Place(year=known.year), "ethnic_minority_reduction")
    minority, assigned = known.grid.assigned_minority, known.grid.assigned_reduction
    total = known.grid.total.ethnic_minority_reduction
    if minority is not None and assigned is not None and minority > assigned:
        values: dict[str, Value] = {"part": minority, "whole": assigned}
        yield Finding("assigned-minority-exceeds-assigned", Severity.ERROR, place, values)
    if minority is not None and total is not None and total != minority:
        values = {"total": total, "assigned": minority}
        yield Finding("minority-targets-differ-from-assigned", Severity.ERROR, place, values)


def _commune_findings(known: YearFigures) -> Iterator[Finding]:
    place = Place(year=known.year)
    total = known.grid.total
    assigned = known.grid.assigned_reduction
    if total.reduction is None:
        missing = [row.village for row in known.grid.rows if row.reduction is None]
        if len(missing) < len(known.grid.rows) or assigned is not None:
            values: dict[str, Value] = {"villages": ", ".join(missing)}
            yield Finding("target-missing", Severity.WARNING, _at(place, "reduction"), values)
    elif assigned is not None and total.reduction != assigned:
        values = {"total": total.reduction, "assigned": assigned}
        yield Finding("targets-differ-from-assigned", Severity.ERROR, _at(place, "reduction"), values)
    if assigned is not None and total.assigned is not None and total.assigned != assigned:
        values = {"total": total.assigned, "assigned": assigned}
        yield Finding("assigned-parts-differ", Severity.ERROR, _at(place, "assigned"), values)
    yield from _minority_findings(known)
    totals = village_totals(known.figures.values()) if len(known.figures) == len(known.villages) else {}
    for name in ("people", "poor_people", "near_poor", "near_poor_people"):
        declared, added = getattr(known.profile, name), totals.get(name)
        if declared is not None and added is not None and declared != added:
            values = {"declared": declared, "total": added}
            yield Finding("profile-differs-from-villages", Severity.ERROR, _at(place, name), values)
    for parts, whole, _code in SUMS:
        counts = [_of_commune(name, totals, known.profile) for name in parts]
        limit = _of_commune(whole, totals, known.profile)
        added_up = all(totals.get(name) is not None for name in (*parts, whole))
        if not added_up and limit is not None and None not in counts and sum(filter(None, counts)) > limit:
            values = {"part": sum(filter(None, counts)), "whole": limit}
            yield Finding("declared-poor-exceed", Severity.ERROR, _at(place, parts[1]), values)
    shares = sum(share.percent for share in known.profile.ethnic_shares)
    if shares > 100:
        yield Finding("ethnic-shares-exceed-whole", Severity.ERROR, _at(place, "ethnic_shares"), {"sum": float(shares)})
    people = totals.get("people") or known.profile.people
    faithful = known.profile.religion_people
    if people is not None and faithful is not None and faithful > people:
        values = {"part": faithful, "whole": people}
        yield Finding("religion-exceeds-people", Severity.ERROR, _at(place, "religion_people"), values)


def _of_commune(name: str, totals: Mapping[str, int | None], profile: CommuneProfile) -> int | None:
    added = totals.get(name)
    declared: int | None = getattr(profile, name, None)
    return declared if added is None else added


def _at(place: Place, field: str) -> Place:
    return Place(village=place.village, year=place.year, field=field)
