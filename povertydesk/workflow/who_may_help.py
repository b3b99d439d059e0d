"""Who may help a registered household: the committee's members first, then other officers, then organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.store import officers
from povertydesk.workflow.keep_committee import read_committee

if TYPE_CHECKING:
    from collections.abc import Iterator

    from povertydesk.workflow.desk import Desk


class HelperChoice(NamedTuple):
    """One who may be named by number: an officer of the register, or an organisation in words (`officer_id` None).

    `organisation` is what a member of the committee stands for; `of_village` says that the village is the member's.
    """

    officer_id: str | None
    name: str
    organisation: str = ""
    of_village: bool = False


def helper_choices(desk: Desk, year: int, village_id: str) -> tuple[HelperChoice, ...]:
    """List who may help households of a village, in the order of their numbers.

    The committee's members responsible for the village come first, then its other members, then the other officers of
    the register, then the organisations that members stand for.
    """
    members = read_committee(desk, year).members
    own = [
        HelperChoice(
            one.officer.id,
            one.officer.name,
            one.term.organisation or one.officer.position,
            village_id in one.term.villages,
        )
        for one in members
    ]
    known = {one.officer_id for one in own}
    others = [
        HelperChoice(one.id, one.name, one.position)
        for one in officers.list_officers(desk.engine)
        if one.id not in known
    ]
    organisations = dict.fromkeys(one.term.organisation for one in members if one.term.organisation)
    return (
        *sorted(own, key=lambda one: not one.of_village),
        *others,
        *(HelperChoice(None, name) for name in organisations),
    )


def helper_texts(choices: tuple[HelperChoice, ...]) -> Iterator[str]:
    """Write the choices with their numbers: `1 Hà Văn Mẫu (Hội Nông dân)`."""
    for number, one in enumerate(choices, start=1):
        yield f"{number} {one.name} ({one.organisation})" if one.organisation else f"{number} {one.name}"
