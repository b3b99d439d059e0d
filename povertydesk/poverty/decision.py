"""What was decided of a household: its status under a standard, from one day until before another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from povertydesk.poverty.status import PovertyStatus


@dataclass(frozen=True, slots=True)
class HouseholdDecision:
    """A status recognised by the commune (quyết định công nhận) under one standard; without an end it holds on."""

    household_id: str
    standard: str
    status: PovertyStatus
    from_on: datetime.date
    until_on: datetime.date | None = None
    round_id: str | None = None
    decided_on: datetime.date | None = None
    number: str = ""
    id: str = ""
