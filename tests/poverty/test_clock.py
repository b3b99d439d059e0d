from __future__ import annotations

import datetime

from povertydesk.poverty.clock import Clock, FixedClock, SystemClock


def test_a_fixed_clock_stands() -> None:
    moment = datetime.datetime(2023, 1, 5, 8, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
    clock: Clock = FixedClock(moment)
    assert clock.now() is moment
    assert clock.now() is moment


def test_the_clock_of_the_pc_goes_forward_and_knows_its_zone() -> None:
    clock: Clock = SystemClock()
    first = clock.now()
    assert first.utcoffset() is not None
    assert first <= clock.now()
