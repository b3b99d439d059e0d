"""Where a household stands under a standard, and why."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal


class PovertyStatus(enum.StrEnum):
    """Poor (hộ nghèo), near-poor (cận nghèo), average living standard (mức sống trung bình), not poor, unclassified."""

    POOR = "poor"
    NEAR_POOR = "near_poor"
    AVERAGE_LIVING_STANDARD = "average_living_standard"
    NOT_POOR = "not_poor"
    UNCLASSIFIED = "unclassified"


class Source(NamedTuple):
    """Where a rule is written: the instrument's id in the register and the article, clause or annex."""

    instrument: str
    article: str


class Reason(NamedTuple):
    """One step of a judgement: the rule's code, the household's value, the line it is held against, the source.

    `rule` is for instance `b1-at-most`, `income-at-most`, `deprivations-at-least`, `unanswered`.
    """

    rule: str
    value: int | Decimal | None
    line: int | Decimal | None
    source: Source
    verified: bool = True


class Classification(NamedTuple):
    """The status under one rule set, the standard's id, with every reason and the indicators nobody answered."""

    status: PovertyStatus
    ruleset: str
    reasons: tuple[Reason, ...] = ()
    unanswered: tuple[str, ...] = ()

    @property
    def verified(self) -> bool:
        """Whether every rule used was checked against the legal text."""
        return all(reason.verified for reason in self.reasons)
