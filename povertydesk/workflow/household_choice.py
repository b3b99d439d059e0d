"""Choosing a village or another household while something is recorded of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.vietnamese import clean_line
from povertydesk.store import households, villages

if TYPE_CHECKING:
    from povertydesk.poverty.area import Village
    from povertydesk.workflow.desk import Desk

_MOST_FOUND = 8


class HouseholdHit(NamedTuple):
    """A household as it is offered: enough to tell it from one of the same name."""

    id: str
    code: str
    head_name: str
    village: str


def list_villages(desk: Desk) -> tuple[Village, ...]:
    """List the villages in the office's order."""
    return villages.list_villages(desk.engine)


def find_households(desk: Desk, text: str, besides: str = "") -> tuple[HouseholdHit, ...]:
    """Find present households by a part of the head's name or the beginning of the code, except one."""
    wanted = clean_line(text)
    if not wanted:
        return ()
    names = {village.id: village.name for village in villages.list_villages(desk.engine)}
    found = households.find_households(desk.engine, wanted)
    present = [one for one in found if one.ended_on is None and one.id != besides]
    present.sort(key=lambda one: one.code != wanted)
    return tuple(HouseholdHit(one.id, one.code, one.head_name, names[one.village_id]) for one in present[:_MOST_FOUND])
