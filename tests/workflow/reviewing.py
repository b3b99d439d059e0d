"""Reviews as an office holds them, without their forms: opened, given a status, sealed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.review import EntryKind, ReviewStage, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import reviews
from povertydesk.workflow import review_rounds
from povertydesk.workflow.desk import Desk
from tests.workflow.registry import day


def today(desk: Desk, on: datetime.date) -> None:
    """Let the program stand on a day."""
    desk.program.clock = FixedClock(datetime.datetime.combine(on, datetime.time(9), tzinfo=datetime.UTC))


def opened(desk: Desk, year: int, kind: RoundKind = RoundKind.ANNUAL, on: datetime.date | None = None) -> str:
    """Open a round, the annual one on 1 September, and return its key."""
    on = on or day(9, 1, year)
    today(desk, on)
    return review_rounds.open_round(desk, year, kind, on).id


def found(desk: Desk, round_id: str, statuses: Mapping[str, PovertyStatus | None]) -> None:
    """Let reviews of a round come to a status; the households asked for are taken in."""
    review_rounds.add_to_round(desk, round_id, list(statuses))
    with desk.operation("fill-sample", year=2022) as act:
        for one in reviews.list_reviews(desk.engine, round_id):
            if one.household_id in statuses:
                status = statuses[one.household_id]
                review = one._replace(status=status, stage=ReviewStage.COMPLETE)
                reviews.write_review(desk.engine, act.writer, review)


def told(
    desk: Desk,
    round_id: str,
    opening: Mapping[str, PovertyStatus] | None = None,
    entry_kinds: Mapping[str, EntryKind] | None = None,
) -> None:
    """Say of households where they stood at the opening, or how they came onto a list, as an imported list does."""
    with desk.operation("fill-sample", year=2022) as act:
        for one in reviews.list_reviews(desk.engine, round_id):
            review = one._replace(
                opening_status=(opening or {}).get(one.household_id, one.opening_status),
                entry_kind=(entry_kinds or {}).get(one.household_id, one.entry_kind),
            )
            reviews.write_review(desk.engine, act.writer, review)


def sealed(
    desk: Desk,
    year: int,
    statuses: Mapping[str, PovertyStatus | None],
    kind: RoundKind = RoundKind.ANNUAL,
    on: datetime.date | None = None,
) -> str:
    """Hold a round from beginning to end, the annual one until 10 December; returns its key."""
    key = opened(desk, year, kind, on)
    found(desk, key, statuses)
    closed_on = day(12, 10, year) if on is None else on + datetime.timedelta(days=10)
    today(desk, closed_on)
    review_rounds.close_round(desk, key, closed_on)
    today(desk, closed_on + datetime.timedelta(days=1))
    return key
