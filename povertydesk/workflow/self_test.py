"""The program's own examination on this PC: fonts, resources, law, a sample to a PDF."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from povertydesk import paths
from povertydesk.exchange.village_workbook import load_words
from povertydesk.legislation.reading import LegislationDataError
from povertydesk.poverty.language import LANGUAGES
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import RoundKind
from povertydesk.store.check import check_file
from povertydesk.workflow.draft_plan import plan_contents, plan_paper, plan_template, targets_template
from povertydesk.workflow.sample import make_sample

if TYPE_CHECKING:
    from povertydesk.workflow.desk import Program


@dataclass(frozen=True, slots=True)
class ExaminedStep:
    """One examined thing: its code, and the refusal where it failed."""

    code: str
    error: KnownError | None


def self_test(program: Program) -> Iterator[ExaminedStep]:
    """Examine the program step by step; a failed step does not stop the others."""
    steps: tuple[tuple[str, Callable[[Program], None]], ...] = (
        ("self-test-fonts", _fonts),
        ("self-test-resources", _resources),
        ("self-test-law", _law),
        ("self-test-sample", _sample),
    )
    for code, examine in steps:
        try:
            examine(program)
        except KnownError as error:
            yield ExaminedStep(code, error)
        except LegislationDataError as error:
            yield ExaminedStep(code, KnownError("law-broken", detail=str(error)))
        else:
            yield ExaminedStep(code, None)


def _fonts(_program: Program) -> None:
    from povertydesk.documents.fonts import check_fonts  # noqa: PLC0415 - loads the PDF library

    check_fonts()


def _resources(_program: Program) -> None:
    try:
        spoken = [Messages.load(paths.resources("messages"), language) for language in LANGUAGES]
    except (OSError, ValueError, KeyError) as error:
        raise KnownError("resources-broken", detail=str(error)) from error
    if len({one.codes for one in spoken}) != 1:
        raise KnownError("messages-differ")
    plan_template()
    targets_template()
    load_words(paths.resources("grids", "village_workbook.toml"))


def _law(program: Program) -> None:
    program.legislation.read_all()
    for year, kind in ((2021, RoundKind.ANNUAL), (2026, RoundKind.ANNUAL), (2026, RoundKind.TRANSITION)):
        program.legislation.standard_for(year, kind)


def _sample(program: Program) -> None:
    from povertydesk.workflow.print_paper import render  # noqa: PLC0415 - loads the PDF library

    with tempfile.TemporaryDirectory(prefix="povertydesk-") as folder:
        desk = make_sample(Path(folder, "sample.pdesk"), program)
        try:
            document = render(plan_paper(plan_contents(desk, 2023)))
            sound = not check_file(desk.engine)
        finally:
            desk.close()
    if not sound or document.page_count < 2 or not document.data.startswith(b"%PDF-"):
        raise KnownError("self-test-paper-wrong")
