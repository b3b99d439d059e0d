"""Writing down why the course of a year does not balance, and printing tables 2 and 3 with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.store import course_reasons
from povertydesk.workflow.explain_household import village_by_name
from povertydesk.workflow.year_course import read_course

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.course_ledger import CourseLedger
    from povertydesk.workflow.desk import Act, Desk
    from povertydesk.workflow.print_paper import PrintedPaper

COURSE_PAPERS = ("table-02", "table-03", "tables")
"""The papers that show the course of a year, by the command line's word."""


class GivenReason(NamedTuple):
    """A written reason that goes with a paper: the village's under its key, the year's under None."""

    year: int
    village: str | None
    place: str
    text: str

    @property
    def by_village(self) -> dict[str | None, str]:
        """The reason as the course of a year takes it."""
        return {self.village: self.text}

    def kept(self, desk: Desk) -> AbstractContextManager[Act]:
        """Begin the act that keeps it; where the paper of it fails, nothing is kept."""
        return desk.operation("explain-course", year=self.year, village=self.place)

    def write(self, desk: Desk, act: Act) -> None:
        """Write it within an act."""
        course_reasons.write_reason(desk.engine, act.writer, self.year, self.village, self.text)


def explain_course(desk: Desk, year: int, village_id: str | None, reason: str) -> Changes:
    """Keep the written reason of a village, or of the whole year; an empty one takes it away.

    Refused: `course-balanced` for a reason that nothing asks for, and as `year_course` is.
    """
    text = clean_line(reason)
    ledger = read_course(desk, year).ledger
    if text:
        _require_asked(ledger, village_id)
    name = "explain-course" if text else "withdraw-course-reason"
    with desk.operation(name, year=year, village=ledger.name(village_id)) as act:
        course_reasons.write_reason(desk.engine, act.writer, year, village_id, text)
    return act.changes


def print_explained(
    desk: Desk, paper: str, year: int, target: Path, reason: str, village: str | None = None
) -> PrintedPaper:
    """Print a paper with the reason of the year, or of a village by its name, and keep it: both happen, or neither.

    Refused as `given_reason` and the printing are.
    """
    given = given_reason(desk, paper, year, reason, village)
    from povertydesk.workflow.print_paper import PrintedPaper, hold_records, write_paper  # noqa: PLC0415 - only here
    from povertydesk.workflow.table_papers import read_table_set  # noqa: PLC0415 - loads what makes papers

    hold_records(desk)
    made = read_table_set(desk, year, given.by_village).paper(paper)
    with given.kept(desk) as act:
        given.write(desk, act)
        unprintable = write_paper(made.paper, target)
    findings = tuple(one for one in made.findings if one.severity is not Severity.NOTE)
    return PrintedPaper(target, (*findings, *unprintable))


def given_reason(desk: Desk, paper: str, year: int, reason: str, village: str | None = None) -> GivenReason:
    """Take the reason of the year, or of a village by its name, that is to go with a paper; nothing is kept yet.

    Refused: `reason-not-of-paper` for a paper that shows no course, `course-reason-missing` for an empty reason,
    `village-unknown`, and as `explain_course` is.
    """
    if paper not in COURSE_PAPERS:
        raise KnownError("reason-not-of-paper", paper=paper, papers=", ".join(COURSE_PAPERS))
    text = clean_line(reason)
    if not text:
        raise KnownError("course-reason-missing")
    village_id = village_by_name(desk, village).id if village else None
    ledger = read_course(desk, year).ledger
    _require_asked(ledger, village_id)
    return GivenReason(year, village_id, ledger.name(village_id), text)


def _require_asked(ledger: CourseLedger, village_id: str | None) -> None:
    if all(village_id not in {None, one.village} for one in ledger.balance.breaks):
        raise KnownError("course-balanced", year=ledger.year, village=ledger.name(village_id))
