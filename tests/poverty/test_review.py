from __future__ import annotations

import datetime

import pytest

from povertydesk.poverty.review import ReviewRound, RoundKind


@pytest.mark.parametrize("kind", RoundKind)
def test_a_round_opens_the_following_year(kind: RoundKind) -> None:
    assert ReviewRound("r", 2026, kind, "2022-2026", datetime.date(2026, 9, 1)).closing_year == 2027
