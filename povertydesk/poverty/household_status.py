"""The status of a household on any date, as its decisions say, and who escaped poverty lately (hộ mới thoát nghèo)."""

from __future__ import annotations

import calendar
import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import Finding, Place, Severity
from povertydesk.poverty.status import PovertyStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MONTHS_OF_YEAR = 12
_LISTED = frozenset({PovertyStatus.POOR, PovertyStatus.NEAR_POOR})
_ABOVE = frozenset({PovertyStatus.NOT_POOR, PovertyStatus.AVERAGE_LIVING_STANDARD})


class StatusDecision(NamedTuple):
    """What a decision (quyết định công nhận) says of a household, from its first to its last day.

    `until` is the last day on which it holds; None holds until a later decision. `number` is the decision's symbol.
    """

    household: str
    status: PovertyStatus
    start: datetime.date
    until: datetime.date | None = None
    number: str = ""

    def covers(self, day: datetime.date) -> bool:
        """Whether the decision holds on the day, both ends included."""
        return self.start <= day and (self.until is None or day <= self.until)


class Escape(NamedTuple):
    """A household that left the list: from which status, on which day, and the last day it counts as newly escaped."""

    household: str
    left: PovertyStatus
    left_on: datetime.date
    until: datetime.date


def is_above_the_lists(status: PovertyStatus) -> bool:
    """Tell whether a status is neither poor nor near-poor for certain."""
    return status in _ABOVE


def decision_on(decisions: Iterable[StatusDecision], day: datetime.date) -> StatusDecision | None:
    """Return the decision that holds for one household on a day, or None.

    Only the one that began last can hold, for each replaces those before it; of two that begin on one day the later
    in the sequence. Where it has run out nothing holds: an older one does not come back.
    """
    begun = [decision for decision in _in_force(decisions) if decision.start <= day]
    return begun[-1] if begun and begun[-1].covers(day) else None


def status_on(decisions: Iterable[StatusDecision], day: datetime.date) -> PovertyStatus:
    """Return a household's status on a day; unclassified where no decision covers it, never "not poor"."""
    decision = decision_on(decisions, day)
    return decision.status if decision else PovertyStatus.UNCLASSIFIED


def earlier_statuses(decisions: Iterable[StatusDecision], before: datetime.date) -> frozenset[PovertyStatus] | None:
    """Return every status a household held before a day, to tell relapsed (tái nghèo) from new (phát sinh mới).

    None where no decision of that time is known: then nobody can tell, and the household counts as neither.
    """
    known = frozenset(
        decision.status
        for decision in decisions
        if decision.start < before and decision.status is not PovertyStatus.UNCLASSIFIED
    )
    return known or None


def newly_escaped(
    decisions: Mapping[str, Sequence[StatusDecision]], on: datetime.date, months: int
) -> tuple[Escape, ...]:
    """List the households that are above the near-poor line on a day and left the list less than `months` ago.

    `decisions` holds each household's own. A household counts from the day of the first decision that puts it above
    the near-poor line; from poor to near-poor is no escape, nor is a decision that ran out with none after it. How
    many months count is dated law and no fact of this module: 36 for credit (QĐ 28/2015/QĐ-TTg) is not verified.
    """
    found = []
    for household, own in decisions.items():
        if not is_above_the_lists(status_on(own, on)):
            continue
        escape = _last_escape(household, own, on, months)
        if escape is not None and on <= escape.until:
            found.append(escape)
    return tuple(found)


def decision_findings(decisions: Iterable[StatusDecision], label: str) -> tuple[Finding, ...]:
    """Name the decisions of one household that contradict each other: two statuses over the same days.

    An open decision that a later one follows is no contradiction. `label` is how the office knows the household.
    """
    findings = []
    for earlier, later in pairwise(sorted(decisions, key=lambda decision: decision.start)):
        same_days = earlier.start == later.start or (earlier.until is not None and later.start <= earlier.until)
        if same_days and earlier.status is not later.status:
            values = {"household": label, "day": format_date(later.start)}
            findings.append(Finding("decisions-overlap", Severity.ERROR, Place(field="status"), values))
    return tuple(findings)


def months_after(day: datetime.date, months: int) -> datetime.date:
    """Return the same day some months later; the month's last day where it is shorter (31/08 + 6 → 28/02)."""
    counted = day.month - 1 + months
    year, month = day.year + counted // _MONTHS_OF_YEAR, counted % _MONTHS_OF_YEAR + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _last_escape(household: str, own: Sequence[StatusDecision], on: datetime.date, months: int) -> Escape | None:
    """Find the last step from the list to above the near-poor line that was made by the day."""
    left: PovertyStatus | None = None
    escape: Escape | None = None
    for decision in _in_force(own):
        if decision.start > on:
            break
        if decision.status in _LISTED:
            left = decision.status
        elif decision.status in _ABOVE and left is not None:
            until = months_after(decision.start, months) - datetime.timedelta(days=1)
            escape = Escape(household, left, decision.start, until)
            left = None
    return escape


def _in_force(decisions: Iterable[StatusDecision]) -> list[StatusDecision]:
    """Put decisions in the order they begin, without those that another replaced on their first day."""
    by_start = {decision.start: decision for decision in decisions}
    return [by_start[start] for start in sorted(by_start)]
