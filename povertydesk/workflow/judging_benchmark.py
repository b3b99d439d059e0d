"""How long judging a whole round takes beyond reading its answers, on invented households."""

from __future__ import annotations

import datetime
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.questionnaire import SectionKind
from povertydesk.poverty.review import RoundKind
from povertydesk.store import households, reviews, rounds
from povertydesk.workflow.judge_reviews import judge_round
from povertydesk.workflow.sample import add_practice_households, make_sample

if TYPE_CHECKING:
    from povertydesk.poverty.review import ReviewRound
    from povertydesk.workflow.desk import Desk, Program

HOUSEHOLDS = 10_000
_YEAR = 2023
_REPEATS = 5


def benchmark_judging(program: Program, size: int | None = None) -> list[dict[str, Any]]:
    """Time judging every review of a round against reading the same reviews, answers and households."""
    count = size or HOUSEHOLDS
    with tempfile.TemporaryDirectory(prefix="povertydesk-bench-") as folder:
        desk = make_sample(Path(folder, "judging.pdesk"), program, with_households=False)
        try:
            of_round = reviewed_round(desk, count)
            seconds, floor_seconds = _measure(desk, of_round)
        finally:
            desk.close()
    return [
        {
            "name": "judging",
            "size": count,
            "seconds": round(seconds, 4),
            "floor_seconds": round(floor_seconds, 4),
            "ratio": round(seconds / floor_seconds, 3),
            "peak_mb": _peak_mb(),
            "note": f"judging a round / reading its answers; {seconds - floor_seconds:.2f} s more",
        }
    ]


def _measure(desk: Desk, of_round: ReviewRound) -> tuple[float, float]:
    judging, reading = [], []
    for _ in range(_REPEATS):
        started = time.perf_counter()
        reviews.list_reviews(desk.engine, of_round.id)
        reviews.list_answers(desk.engine, of_round.id)
        households.list_reviewed(desk.engine, of_round.id)
        reading.append(time.perf_counter() - started)
        started = time.perf_counter()
        judge_round(desk, of_round)
        judging.append(time.perf_counter() - started)
    return min(judging), min(reading)


def reviewed_round(desk: Desk, count: int) -> ReviewRound:
    """Take invented households into a round, with twelve indicators and a B1 total each."""
    add_practice_households(desk, count)
    standard = desk.program.legislation.standard_for(_YEAR)
    asked = households.list_households(desk.engine)
    with desk.operation("open-round", year=_YEAR, round=RoundKind.ANNUAL.value) as act:
        key = rounds.open_round(
            act.writer, _YEAR, RoundKind.ANNUAL, standard.id, datetime.date(_YEAR, 9, 1), desk.unit.area
        )
        reviews.add_reviews(desk.engine, act.writer, key, {one.id: None for one in asked})
        for place, review in enumerate(reviews.list_reviews(desk.engine, key)):
            answers = {
                code: FormAnswer.yes_no(yes=(place + number) % 4 == 0)
                for number, code in enumerate(standard.indicator_codes)
            }
            reviews.write_answers(desk.engine, act.writer, review, SectionKind.INDICATORS.value, answers)
            total = {B1_TOTAL: FormAnswer.counted(Decimal(100 + place % 80))}
            reviews.write_answers(desk.engine, act.writer, review, SectionKind.B1.value, total)
    return rounds.read_round(desk.engine, key)


def _peak_mb() -> float:
    """Return the most memory this process ever held; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 - there is none on Windows

    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
