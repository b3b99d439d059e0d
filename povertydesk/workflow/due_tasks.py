"""What is due next in a year: what is missing or half done, and the times the law sets, never a date of our own.

When reports are due the office above decides; no text of it is at hand, so no day is named for them.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.review import RoundKind
from povertydesk.store import rounds, targets
from povertydesk.workflow.record_villages import read_villages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from povertydesk.poverty.problems import Value
    from povertydesk.poverty.review import ReviewRound
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.review_board import VillageProgress

REGISTRY_PAGE, REVIEW_PAGE, TARGET_PAGE, PLAN_PAGE = "households", "reviews", "targets", "plan"


class DueTask(NamedTuple):
    """One thing to do: the code of its sentence with values, the page where it is done, and the days of the law.

    `first` and `last` are None where no law names a day; `verified` is False where the day was not compared with the
    text in force; `is_late` once its last day has gone by.
    """

    code: str
    page: str
    values: Mapping[str, Value] = {}
    first: datetime.date | None = None
    last: datetime.date | None = None
    verified: bool = True
    is_late: bool = False


def due_tasks(desk: Desk, year: int, progress: tuple[ReviewRound, VillageProgress] | None) -> tuple[DueTask, ...]:
    """List what is due in a year, in the order of the office's work; `progress` is of the round in hand."""
    return tuple(_tasks(desk, year, progress))


def _tasks(desk: Desk, year: int, progress: tuple[ReviewRound, VillageProgress] | None) -> Iterator[DueTask]:
    table = read_villages(desk, year).rows
    if not table:
        yield DueTask("due-villages", TARGET_PAGE)
        return
    without_residents = sum(figures.households is None for _, figures in table)
    if without_residents:
        yield DueTask("due-residents", TARGET_PAGE, {"villages": without_residents})
    before = [
        one for one in rounds.list_rounds(desk.engine, year - 1) if one.kind is RoundKind.ANNUAL and one.closed_on
    ]
    without_poor = sum(figures.poor is None for _, figures in table)
    if without_poor and not before:
        yield DueTask("due-opening", TARGET_PAGE, {"villages": without_poor})
    set_of = {one.village_id for one in targets.list_targets(desk.engine, year) if one.reduction is not None}
    without_target = sum(village.id not in set_of for village, _ in table)
    if without_target:
        yield DueTask("due-targets", TARGET_PAGE, {"villages": without_target})
    else:
        yield DueTask("due-plan", PLAN_PAGE)
    yield from _reviews(desk, year, progress)


def _reviews(desk: Desk, year: int, progress: tuple[ReviewRound, VillageProgress] | None) -> Iterator[DueTask]:
    today = desk.program.clock.now().date()
    times = desk.program.legislation.review_times_on(
        min(max(today, datetime.date(year, 1, 1)), datetime.date(year, 12, 31))
    )
    annual = next((one for one in rounds.list_rounds(desk.engine, year) if one.kind is RoundKind.ANNUAL), None)
    first, last = times.annual_span(year) if times is not None else (None, None)
    verified = times is None or times.verified
    is_late = last is not None and today > last
    if annual is None:
        yield DueTask("due-annual-round", REVIEW_PAGE, {}, first, last, verified, is_late)
    elif annual.closed_on is None and progress is not None:
        total = progress[1]
        still = total.to_review - total.complete
        if not total.to_review:
            yield DueTask("due-households", REGISTRY_PAGE, {}, first, last, verified, is_late)
        elif still:
            yield DueTask("due-forms", REVIEW_PAGE, {"households": still}, first, last, verified, is_late)
        else:
            yield DueTask("due-sealing", REVIEW_PAGE, {}, first, last, verified, is_late)
    if times is not None and today.year == year:
        day = times.next_in_year(today)
        if day.year == year:
            yield DueTask("due-in-year-round", REVIEW_PAGE, {}, day, None, verified)
