"""Making a paper as PDF, Word or Excel and putting it where the office wants it."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from povertydesk.documents.fonts import load_fonts
from povertydesk.documents.writers.pdf import PdfDocument, write_pdf
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.store.check import changed_records
from povertydesk.store.placing import HELD_BY_ANOTHER_PROGRAM, exists, refusal_code
from povertydesk.workflow.check_year import check_year
from povertydesk.workflow.draft_plan import plan_contents, plan_paper, targets_paper
from povertydesk.workflow.name_papers import NAME_PAPERS
from povertydesk.workflow.overview_paper import OVERVIEW_PAPER, overview_paper
from povertydesk.workflow.review_papers import EVERYTHING, PaperScope, explanations, review_forms
from povertydesk.workflow.table_papers import TABLE_PAPERS, make_table_paper

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.documents.plan_figures import PlanContents
    from povertydesk.documents.progress import Progress
    from povertydesk.poverty.paper import Paper
    from povertydesk.workflow.desk import Desk

PLAN_PAPERS: Mapping[str, Callable[[PlanContents], Paper]] = {"plan": plan_paper, "targets": targets_paper}
"""The papers that are written from the plan of a year, by the command line's word."""

REVIEW_PAPERS: Mapping[str, Callable[[Desk, int, PaperScope], Paper]] = {
    "review-forms": review_forms,
    "explanation": explanations,
}
"""The papers of a review, for all reviewed households, a village or one household."""

PAPERS = (*PLAN_PAPERS, *NAME_PAPERS, *REVIEW_PAPERS, *TABLE_PAPERS, OVERVIEW_PAPER)
"""All papers that can be printed."""

FORMATS = (".pdf", ".docx", ".xlsx")

_WRITTEN_FROM = (
    "unit",
    "officer",
    "village",
    "village_year",
    "village_target",
    "year_assignment",
    "commune_profile",
    "plan",
    "plan_line",
    "service_target",
    "course_reason",
    "registered_household",
    "follow_up",
)
"""The tables that the papers are written from."""

_ACCESS_DENIED = 5
"""Windows: said, too, of a file that is to be replaced while another program shows it."""


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """A paper that was written to a file, and what is worth a look before it is signed."""

    path: Path
    findings: tuple[Finding, ...]


def make_paper(desk: Desk, name: str, year: int, scope: PaperScope = EVERYTHING) -> Paper:
    """Build a paper from the file's records; an unknown name is refused, and a record that is not as it was written.

    `scope` narrows a paper of names or of the review to a village, a household or a month.
    """
    return _made(desk, name, year, scope)[0]


def print_paper(
    desk: Desk,
    name: str,
    year: int,
    target: Path,
    progress: Progress | None = None,
    scope: PaperScope = EVERYTHING,
) -> PrintedPaper:
    """Write a paper to a file whose ending says in what form; an existing file is replaced only by a whole one."""
    _hold_format(target)
    paper, of_figures = _made(desk, name, year, scope)
    findings = tuple(finding for finding in of_figures if finding.severity is not Severity.NOTE)
    return PrintedPaper(target, (*findings, *write_paper(paper, target, progress)))


def write_paper(paper: Paper, target: Path, progress: Progress | None = None) -> tuple[Finding, ...]:
    """Write a paper that is made already, as `print_paper` does; a thread beside the window may do it."""
    data, unprintable = _written(paper, _hold_format(target), progress)
    put_in_place(data, target)
    if not unprintable:
        return ()
    letters = " ".join(unprintable)
    return (Finding("letters-not-printable", Severity.ERROR, Place(paper=paper.name), {"letters": letters}),)


def hold_records(desk: Desk) -> None:
    """Refuse to print from records that were changed outside the program: `paper-from-changed-record`."""
    for table, record in changed_records(desk.engine, _WRITTEN_FROM):
        raise KnownError("paper-from-changed-record", table=table, record=record)


def _hold_format(target: Path) -> str:
    suffix = target.suffix.lower()
    if suffix not in FORMATS:
        raise KnownError("unknown-format", file=target.name, formats=", ".join(FORMATS))
    return suffix


def _made(desk: Desk, name: str, year: int, scope: PaperScope) -> tuple[Paper, tuple[Finding, ...]]:
    if name not in PAPERS:
        raise KnownError("unknown-paper", paper=name, papers=", ".join(PAPERS))
    hold_records(desk)
    if name == OVERVIEW_PAPER:
        return overview_paper(desk, year), ()
    if name in NAME_PAPERS:
        named = NAME_PAPERS[name](desk, year, scope)
        return named.paper, named.names.findings
    if name in TABLE_PAPERS:
        made = make_table_paper(desk, name, year)
        return made.paper, made.findings
    if name in REVIEW_PAPERS:
        return REVIEW_PAPERS[name](desk, year, scope), ()
    return PLAN_PAPERS[name](plan_contents(desk, year)), check_year(desk, year)


def render(paper: Paper, progress: Progress | None = None) -> PdfDocument:
    """Write a paper as the PDF that preview and printer get."""
    return write_pdf(paper, load_fonts(), progress)


def put_in_place(data: bytes, target: Path) -> None:
    """Write bytes to a temporary name beside the target, flush them, and only then take the target's name."""
    unfinished = target.with_name(f"~{target.name}.part")
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as error:
        code = _refusal_code(error, unfinished, target)
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise KnownError(code, file=target.name, folder=str(target.parent)) from error


def _refusal_code(error: OSError, unfinished: Path, target: Path) -> str:
    reported = getattr(error, "winerror", None)
    replacing = exists(unfinished) and exists(target) and os.access(target, os.W_OK)
    if reported in HELD_BY_ANOTHER_PROGRAM or (reported == _ACCESS_DENIED and replacing):
        return "paper-open-elsewhere"
    code = refusal_code(error, target)
    if code == "disk-error" and error.errno != errno.EIO:
        return "paper-not-written" if target.parent.is_dir() else "folder-missing"
    return code


def _written(paper: Paper, suffix: str, progress: Progress | None) -> tuple[bytes, str]:
    if suffix == ".docx":
        from povertydesk.documents.writers.docx import write_docx  # noqa: PLC0415 - loaded only when asked for

        return write_docx(paper, progress), ""
    if suffix == ".xlsx":
        from povertydesk.documents.writers.xlsx import write_xlsx  # noqa: PLC0415 - loaded only when asked for

        return write_xlsx(paper, progress), ""
    document = render(paper, progress)
    return document.data, document.unprintable
