"""The program's own examination on this PC: fonts, resources, law, a sample to a PDF."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from povertydesk import paths
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
class TestStep:
    """One examined thing: its code, and the refusal where it failed."""

    code: str
    error: KnownError | None


def self_test(program: Program) -> Iterator[TestStep]:
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
            yield TestStep(code, error)
        else:
            yield TestStep(code, None)


def _fonts(_program: Program) -> None:
    from povertydesk.documents.fonts import check_fonts  # noqa: PLC0415 - loads the PDF library

    check_fonts()


def _resources(_program: Program) -> None:
    codes = {language: Messages.load(paths.resources("messages"), language).codes for language in LANGUAGES}
    if len(set(codes.values())) != 1:
        raise KnownError("messages-differ")
    plan_template()
    targets_template()


def _law(program: Program) -> None:
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
