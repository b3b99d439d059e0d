"""Checking the figures of a year before anything is printed or handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.proofreading.identities import YearFigures
from povertydesk.proofreading.identities import check_year as check_identities
from povertydesk.store import profiles, villages
from povertydesk.workflow.set_targets import read_grid

if TYPE_CHECKING:
    from povertydesk.workflow.desk import Desk


def check_year(desk: Desk, year: int) -> tuple[Finding, ...]:
    """Return what contradicts itself among the figures of a year, and whether the law covers it at all."""
    figures = {row.village_id: row for row in villages.list_figures(desk.engine, year)}
    known = YearFigures(
        year=year,
        villages=villages.list_villages(desk.engine),
        figures=figures,
        grid=read_grid(desk, year),
        profile=profiles.read_profile(desk.engine, year),
    )
    return (*_law_findings(desk, year), *check_identities(known))


def check_all_years(desk: Desk) -> tuple[Finding, ...]:
    """Check every year the file knows something of, latest first."""
    return tuple(finding for year in villages.list_years(desk.engine) for finding in check_year(desk, year))


def _law_findings(desk: Desk, year: int) -> tuple[Finding, ...]:
    try:
        desk.program.legislation.standard_for(year)
    except KnownError as error:
        return (Finding(error.code, Severity.WARNING, Place(year=year), error.values),)
    return ()
