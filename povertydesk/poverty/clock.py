"""The time, always passed in: a case of 2023 gives the answer of 2023 today."""

from __future__ import annotations

import datetime
from typing import Protocol


class Clock(Protocol):
    """Says what time it is at this office."""

    def now(self) -> datetime.datetime:
        """Return the present moment with its time zone."""
        ...


class SystemClock:
    """The clock of the PC."""

    def now(self) -> datetime.datetime:
        """Return the PC's time with the PC's zone."""
        return datetime.datetime.now(tz=datetime.UTC).astimezone()  # noqa: TID251 - the one place that asks the PC


class FixedClock:
    """A clock that stands, for reprints and tests."""

    def __init__(self, moment: datetime.datetime) -> None:
        """Stand at `moment`, which carries its time zone."""
        self._moment = moment

    def now(self) -> datetime.datetime:
        """Return the moment the clock stands at."""
        return self._moment
