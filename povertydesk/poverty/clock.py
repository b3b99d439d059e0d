"""The time, always passed in: a case of 2023 gives the answer of 2023 today."""

from __future__ import annotations

import abc
import datetime


class Clock(abc.ABC):
    """Says what time it is at this office."""

    @abc.abstractmethod
    def now(self) -> datetime.datetime:
        """Return the present moment with its time zone."""


class SystemClock(Clock):
    """The clock of the PC."""

    def now(self) -> datetime.datetime:
        """Return the PC's time with the PC's zone."""
        return datetime.datetime.now(tz=datetime.UTC).astimezone()  # noqa: TID251 - the one place that asks the PC


class FixedClock(Clock):
    """A clock that stands, for reprints and tests."""

    def __init__(self, moment: datetime.datetime) -> None:
        """Stand at `moment`, which carries its time zone."""
        self._moment = moment

    def now(self) -> datetime.datetime:
        """Return the moment the clock stands at."""
        return self._moment
