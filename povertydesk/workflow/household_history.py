"""The history of one household: what happened in its life, where it stood, the rounds it was reviewed in."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.store import decisions, household_events, households, people, reviews, villages

if TYPE_CHECKING:
    import datetime

    from povertydesk.poverty.decision import HouseholdDecision
    from povertydesk.poverty.household import HouseholdEventKind
    from povertydesk.poverty.person import Member
    from povertydesk.poverty.review import Review, ReviewRound
    from povertydesk.workflow.desk import Desk


class PastEvent(NamedTuple):
    """One event as it was recorded: on whom, and where they came from or went to.

    `other` is the other household as code and head's name, `incoming` whether this one took people in from it;
    `operation` is what undoing takes back, None where it came from another file.
    """

    kind: HouseholdEventKind
    happened_on: datetime.date
    people: tuple[str, ...]
    other: str
    incoming: bool
    villages: tuple[str, str] | None
    operation: int | None


class ReviewedRound(NamedTuple):
    """A round with what it found of the household."""

    round: ReviewRound
    review: Review


class StatusHistory(NamedTuple):
    """Where a household stood from when until when, and the rounds it was reviewed in, newest first."""

    decisions: tuple[HouseholdDecision, ...]
    reviews: tuple[ReviewedRound, ...]


def list_events(desk: Desk, household_id: str) -> tuple[PastEvent, ...]:
    """List what happened to a household, newest first; several people of one act are one line."""
    events = household_events.list_events(desk.engine, household_id)
    operations = household_events.operations_of(desk.engine, [event.id for event in events])
    names = people.names_of(desk.engine, [event.person_id for event in events if event.person_id])
    village_names = {village.id: village.name for village in villages.list_villages(desk.engine)}
    past = []
    for operation, group in groupby(events, key=lambda event: operations.get(event.id) or event.id):
        of_act = list(group)
        first = of_act[0]
        incoming = first.household_id != household_id
        other_id = first.household_id if incoming else first.other_household_id
        moved = first.from_village_id, first.to_village_id
        past.append(
            PastEvent(
                first.kind,
                first.happened_on,
                tuple(names[event.person_id] for event in of_act if event.person_id),
                _label(desk, other_id),
                incoming,
                (village_names[moved[0]], village_names[moved[1]]) if moved[0] and moved[1] else None,
                operation if isinstance(operation, int) else None,
            )
        )
    return tuple(reversed(past))


def read_status_history(desk: Desk, household_id: str) -> StatusHistory:
    """Read where a household stood by the decisions, and what each round found, newest first."""
    found = reviews.list_household_reviews(desk.engine, household_id)
    return StatusHistory(
        tuple(reversed(decisions.list_decisions(desk.engine, household_id))),
        tuple(ReviewedRound(of_round, review) for of_round, review in reversed(found)),
    )


def list_former_members(desk: Desk, household_id: str) -> tuple[Member, ...]:
    """List those who left a household for good and live nowhere in the registry: who may come back."""
    return people.list_former_members(desk.engine, household_id)


def _label(desk: Desk, household_id: str | None) -> str:
    if household_id is None:
        return ""
    household = households.read_household(desk.engine, household_id)
    return f"{household.code} – {household.head_name}"
