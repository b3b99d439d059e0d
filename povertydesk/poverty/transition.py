"""The course of a year (diễn biến): what enters and leaves the poor and the near-poor between opening and closing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PoorFlow:
    """Official table 2: closing = 1−2−3−4+5+6+7+8, for households or people; an opening of None is not known."""

    opening: int | None = 0
    to_near_poor: int = 0
    escaped: int = 0
    other_out: int = 0
    from_near_poor: int = 0
    relapsed: int = 0
    new: int = 0
    other_in: int = 0

    @property
    def closing(self) -> int | None:
        """Poor at the end of the year; not known where the opening is not."""
        if self.opening is None:
            return None
        leaving = self.to_near_poor + self.escaped + self.other_out
        return self.opening - leaving + self.from_near_poor + self.relapsed + self.new + self.other_in


@dataclass(frozen=True, slots=True)
class NearPoorFlow:
    """Official table 3: closing = 1−2−3−4+5+6+7+8, for households or people; an opening of None is not known."""

    opening: int | None = 0
    escaped: int = 0
    to_poor: int = 0
    other_out: int = 0
    from_poor: int = 0
    relapsed: int = 0
    new: int = 0
    other_in: int = 0

    @property
    def closing(self) -> int | None:
        """Near-poor at the end of the year; not known where the opening is not."""
        if self.opening is None:
            return None
        leaving = self.escaped + self.to_poor + self.other_out
        return self.opening - leaving + self.from_poor + self.relapsed + self.new + self.other_in
