"""The course of a year (tables 2 and 3, diễn biến hộ nghèo, hộ cận nghèo) as the records of the file tell it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.course_balance import BreakKind
from povertydesk.poverty.household_flows import YearFlows, year_flows
from povertydesk.poverty.problems import Finding, Place, Severity
from povertydesk.store import villages
from povertydesk.workflow.course_ledger import CourseLedger, ledger_of
from povertydesk.workflow.year_lists import YearLists, read_year_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from povertydesk.poverty.area import VillageFigures
    from povertydesk.poverty.problems import Value
    from povertydesk.workflow.desk import Desk


class YearCourse(NamedTuple):
    """The lists of a year, the flows drawn up from them, and whether these fit what is said otherwise.

    `opening_findings` are those that hold before the closing is known.
    """

    lists: YearLists
    flows: YearFlows
    ledger: CourseLedger
    opening_findings: tuple[Finding, ...] = ()


def year_course(desk: Desk, year: int) -> YearFlows:
    """Draw up tables 2 and 3 of a year for each village and the commune, households and people, from the records.

    Opening figures that were typed in stand back behind the lists; where they differ, that is a finding, and so is
    whatever else does not balance. Refused: `no-change-across-standards`, `year-without-round`, and years that no law
    covers.
    """
    return read_course(desk, year).flows


def read_course(desk: Desk, year: int, reasons: Mapping[str | None, str] = MappingProxyType({})) -> YearCourse:
    """Return the flows of a year together with the lists they were drawn up from; refused like `year_course`.

    `reasons` why it does not balance, by village and under None for the year, count beside those that are kept.
    """
    lists, known = read_year_lists(desk, year), villages.list_villages(desk.engine)
    flows = year_flows(
        lists.opening,
        lists.closing,
        known,
        lists.events,
        lists.member_changes,
        lists.history,
    )
    figures = villages.list_figures(desk.engine, year)
    ledger = ledger_of(desk, lists, flows, known, figures)
    ledger = ledger._replace(reasons={**ledger.reasons, **reasons})
    told = {ledger.name(one.village) for one in ledger.told if one.kind is BreakKind.OPENING}
    named = {one.id: one.name for one in known}
    typed = (one for one in _typed_openings(year, flows, named, figures) if one.place.village not in told)
    of_opening = (*ledger.findings, *lists.findings, *typed)
    return YearCourse(lists, flows._replace(findings=(*of_opening, *flows.findings)), ledger, of_opening)


def _typed_openings(
    year: int, flows: YearFlows, names: Mapping[str, str], figures: Iterable[VillageFigures]
) -> Iterator[Finding]:
    """Name the villages whose typed opening figures say something else than the opening list."""
    typed = {one.village_id: one for one in figures}
    for place in flows.villages:
        known = typed.get(place.village or "")
        if known is None:
            continue
        village, poor, near_poor = names[known.village_id], place.poor.opening, place.near_poor.opening
        poor_people, near_poor_people = place.poor_people.opening, place.near_poor_people.opening
        at = Place(village=village, year=year)
        if known.poor not in {None, poor}:
            values = _both(village, known.poor, poor)
            yield Finding("poor-opening-differs-from-list", Severity.WARNING, at, values)
        if known.poor_people not in {None, poor_people}:
            values = _both(village, known.poor_people, poor_people)
            yield Finding("poor-people-opening-differs-from-list", Severity.WARNING, at, values)
        if known.near_poor not in {None, near_poor}:
            values = _both(village, known.near_poor, near_poor)
            yield Finding("near-poor-opening-differs-from-list", Severity.WARNING, at, values)
        if known.near_poor_people not in {None, near_poor_people}:
            values = _both(village, known.near_poor_people, near_poor_people)
            yield Finding("near-poor-people-opening-differs-from-list", Severity.WARNING, at, values)


def _both(village: str, typed: int | None, listed: int | None) -> dict[str, Value]:
    return {"village": village, "typed": typed, "listed": listed}
