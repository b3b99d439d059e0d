"""Checking the figures of a year before anything is printed or handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.proofreading.identities import YearFigures
from povertydesk.proofreading.identities import check_year as check_identities
from povertydesk.store import file_years, indicator_targets, officer_terms, profiles, registered_households, villages
from povertydesk.workflow.check_reviews import registry_findings, review_findings, unfinished_findings
from povertydesk.workflow.follow_targets import follow_targets
from povertydesk.workflow.former_years import former_findings
from povertydesk.workflow.printed_targets import printed_findings
from povertydesk.workflow.set_targets import read_grid
from povertydesk.workflow.year_standings import year_standings

if TYPE_CHECKING:
    from povertydesk.poverty.problems import Value
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
    return (*_law_findings(desk, year), *check_identities(known), *_target_findings(desk, year))


def law_notes(desk: Desk, year: int, standard_id: str | None = None) -> tuple[Finding, ...]:
    """Name in one note what of the year's standard, or of another, was not verified; nothing where no law covers it."""
    law = desk.program.legislation
    try:
        standard = law.standard(standard_id) if standard_id else law.standard_for(year)
        topics = [one.word for one in law.unverified_for(year, standard)]
    except KnownError:
        return ()
    values = {"standard": standard.title, "topics": ", ".join(topics)}
    return (Finding("law-not-verified", Severity.NOTE, Place(year=year), values),) if topics else ()


def check_file(desk: Desk, year: int | None) -> tuple[Finding, ...]:
    """Check one year, or every year the file knows something of, latest first, then the registry of today.

    Of each year the figures, the notes on the law, the households (what was declared against the rules, what is not
    answered, what cannot be judged), its course (whether it balances) and official tables, its plan's day and amounts
    by indicator. Then what was taken in as printed: tables of former years, target grids.
    """
    from povertydesk.workflow.check_tables import table_findings  # noqa: PLC0415 - the window's start needs none of it
    from povertydesk.workflow.indicator_shares import check_indicator_amounts  # noqa: PLC0415 - see above

    years = file_years.list_years(desk.engine) if year is None else (year,)
    of_years = (
        finding
        for one in years
        for finding in (
            *check_year(desk, one),
            *follow_targets(desk, one).findings,
            *_reviews(desk, one),
            *table_findings(desk, one),
            *_plan_findings(desk, one),
            *check_indicator_amounts(desk, one),
        )
    )
    copies = (*former_findings(desk, year), *printed_findings(desk, year))
    return (*of_years, *copies, *registry_findings(desk), *(note for one in years for note in law_notes(desk, one)))


def _reviews(desk: Desk, year: int) -> tuple[Finding, ...]:
    try:
        standings = year_standings(desk, year)
    except KnownError:
        # That no law covers the year is among the findings of its figures.
        return ()
    if standings is None:
        return ()
    return (*review_findings(desk, standings), *unfinished_findings(desk, standings))


def _target_findings(desk: Desk, year: int) -> tuple[Finding, ...]:
    """Check names, targets by indicator and the committee; what was never entered costs the window's start nothing."""
    found: list[Finding] = []
    if registered_households.list_registered(desk.engine, year):
        from povertydesk.workflow.named_lists import check_named  # noqa: PLC0415 - see above

        found.extend(check_named(desk, year))
    if indicator_targets.list_entries(desk.engine, year):
        from povertydesk.workflow.set_indicator_targets import check_targets  # noqa: PLC0415 - see above

        found.extend(check_targets(desk, year))
    if officer_terms.list_terms(desk.engine):
        from povertydesk.workflow.keep_committee import check_members  # noqa: PLC0415 - see above

        found.extend(check_members(desk, year))
    return tuple(found)


def _plan_findings(desk: Desk, year: int) -> tuple[Finding, ...]:
    """Name a day of issue that is no day of the plan's year, nor of the one in which it may have been drawn up."""
    from povertydesk.poverty.official_text import format_date  # noqa: PLC0415 - the window's start needs none of it
    from povertydesk.store import plans  # noqa: PLC0415 - see above

    issued_on = plans.read_plan(desk.engine, year).issued_on
    if issued_on is None or issued_on.year in {year - 1, year}:
        return ()
    values: dict[str, Value] = {"year": year, "date": format_date(issued_on)}
    return (Finding("plan-issued-outside-year", Severity.WARNING, Place(year=year), values),)


def _law_findings(desk: Desk, year: int) -> tuple[Finding, ...]:
    try:
        desk.program.legislation.standard_for(year)
    except KnownError as error:
        return (Finding(error.code, Severity.WARNING, Place(year=year), error.values),)
    return ()
