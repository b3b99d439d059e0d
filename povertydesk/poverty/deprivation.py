"""Deprivation of basic social services (thiếu hụt): an indicator is deprived, not deprived, or not answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Answer = bool | None
"""True deprived, False not deprived, None not answered; a missing answer is never "no"."""


@dataclass(frozen=True, slots=True)
class DeprivationCount:
    """How many indicators are deprived and which were not answered."""

    deprived: tuple[str, ...]
    unanswered: tuple[str, ...]

    @property
    def count(self) -> int:
        """The number of deprived indicators among the answered ones."""
        return len(self.deprived)


def count_deprivations(indicators: Sequence[str], answers: Mapping[str, Answer]) -> DeprivationCount:
    """Count the deprived indicators of a form in the order of the official tables."""
    return DeprivationCount(
        deprived=tuple(code for code in indicators if answers.get(code) is True),
        unanswered=tuple(code for code in indicators if answers.get(code) is None),
    )
