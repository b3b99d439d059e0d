"""A sealed annual round with one household judged in it."""

from __future__ import annotations

import datetime

from povertydesk.poverty.review import ReviewStage, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import reviews
from povertydesk.workflow import review_rounds
from povertydesk.workflow.desk import Desk


def seal_round_with(
    desk: Desk, household: str, status: PovertyStatus = PovertyStatus.POOR, year: int = 2025, b1: int = 130
) -> str:
    """Open the annual round of a year, judge everybody in it alike, and close it; returns its key."""
    key = review_rounds.open_round(desk, year, RoundKind.ANNUAL, datetime.date(year, 9, 1)).id
    review_rounds.add_to_round(desk, key, [household])
    with desk.operation("amend-round", year=year, household="") as act:
        for one in reviews.list_reviews(desk.engine, key):
            judged = one._replace(status=status, stage=ReviewStage.COMPLETE, b1=b1)
            reviews.write_review(desk.engine, act.writer, judged)
    review_rounds.close_round(desk, key, datetime.date(year, 12, 10), "12/QĐ-UBND")
    return key
