"""Households that left the list lately (hộ mới thoát nghèo), who may still have credit and care."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty import household_status
from povertydesk.poverty.household_status import StatusDecision
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import decisions, households, villages

if TYPE_CHECKING:
    from povertydesk.poverty.decision import HouseholdDecision
    from povertydesk.poverty.household_status import Escape
    from povertydesk.workflow.desk import Desk

_ONE_DAY = datetime.timedelta(days=1)
_LISTED = frozenset({PovertyStatus.POOR, PovertyStatus.NEAR_POOR})


class EscapedHousehold(NamedTuple):
    """A household on the list, with the standard under which it left and until when it counts."""

    household_id: str
    code: str
    head_name: str
    village: str
    standard: str
    escape: Escape


class EscapedList(NamedTuple):
    """The households on a day; where `verified` is False nobody held the months against the text, and paper says so."""

    on: datetime.date
    months: int
    instrument: str
    verified: bool
    households: tuple[EscapedHousehold, ...]


def list_newly_escaped(desk: Desk, on: datetime.date) -> EscapedList:
    """List the households in the commune that count as newly escaped on a day, by village and code.

    Leaving is a step under one standard: being on the list of one and above another is none, and who is on any list
    that day has not escaped. Refused: `newly-escaped-not-on-date`.
    """
    legislation = desk.program.legislation
    term = legislation.escape_term(on)
    if term is None:
        raise KnownError("newly-escaped-not-on-date", date=format_date(on))
    by_standard: dict[str, dict[str, list[StatusDecision]]] = defaultdict(lambda: defaultdict(list))
    for one in decisions.list_all_decisions(desk.engine):
        by_standard[one.standard][one.household_id].append(_as_status(one))
    escapes: dict[str, tuple[str, Escape]] = {}
    listed: set[str] = set()
    for standard, own in by_standard.items():
        listed |= {key for key, found in own.items() if household_status.status_on(found, on) in _LISTED}
        for escape in household_status.newly_escaped(own, on, term.months):
            known = escapes.get(escape.household)
            if known is None or known[1].left_on < escape.left_on:
                escapes[escape.household] = standard, escape
    names = {village.id: village.name for village in villages.list_villages(desk.engine)}
    instrument = legislation.instrument(term.source.instrument)
    return EscapedList(
        on,
        term.months,
        instrument.citation if instrument is not None else term.source.instrument,
        term.verified,
        tuple(
            EscapedHousehold(one.id, one.code, one.head_name, names[one.village_id], *escapes[one.id])
            for one in households.list_households(desk.engine)
            if one.id in escapes and one.id not in listed
        ),
    )


def _as_status(one: HouseholdDecision) -> StatusDecision:
    """The file keeps the first day on which a decision no longer holds; here its last day is asked for."""
    last = None if one.until_on is None else one.until_on - _ONE_DAY
    return StatusDecision(one.household_id, one.status, one.from_on, last, one.number)
