"""Checking the course of a year and its official tables as the records of the file give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.problems import Finding, KnownError
from povertydesk.proofreading.year_tables import check_year_tables
from povertydesk.workflow.official_tables import tables_of_course
from povertydesk.workflow.year_course import read_course

if TYPE_CHECKING:
    from povertydesk.workflow.desk import Desk


def table_findings(desk: Desk, year: int) -> tuple[Finding, ...]:
    """Hold the opening of a year against what the year before closed with, and, once it is sealed, all its tables.

    As long as the annual round is open nothing can be said of a closing. A year that has no course (no round to count
    from, no law, another standard than the year before) has nothing to check here.
    """
    try:
        course = read_course(desk, year)
    except KnownError:
        return ()
    of_round = course.lists.round
    if of_round is None or of_round.closed_on is None:
        return course.opening_findings
    tables = tables_of_course(desk, year, course)
    filled = {number: tables.table(number) for number in tables.layouts}
    of_tables = (finding for one in filled.values() for finding in one.findings)
    return (*course.flows.findings, *of_tables, *check_year_tables(tables.source, filled))
