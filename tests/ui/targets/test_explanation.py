"""Why each village got what it got, in words."""

from __future__ import annotations

from fractions import Fraction

from povertydesk.poverty.allocation import AllocationShare, ShareLimit
from povertydesk.poverty.area import Village
from povertydesk.poverty.target import target_grid
from povertydesk.ui.targets.explanation import explained_shares


def test_each_village_says_its_quota_what_it_got_and_which_limit_decided() -> None:
    names = ("Thôn Một", "Thôn Hai", "Thôn Ba", "Thôn Bốn")
    grid = target_grid(2023, [Village(name, name, place) for place, name in enumerate(names)], [], [])
    limits = (None, ShareLimit.MOST, ShareLimit.LEAST, ShareLimit.FIXED)
    shares = {
        name: AllocationShare(name, Fraction(131, 20), 7 + place, limit)
        for place, (name, limit) in enumerate(zip(names, limits, strict=True))
    }
    assert explained_shares(grid, shares) == (
        "Thôn Một 6,55 → 7 · Thôn Hai 6,55 → 8 (*) · Thôn Ba 6,55 → 9 (≥) · Thôn Bốn 6,55 → 10 (=)"
    )
