"""Writing a planned import: piece by piece inside one transaction, so that a window stays alive meanwhile."""

from __future__ import annotations

import dataclasses
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from povertydesk.poverty.person import Membership
from povertydesk.store import column_mappings, decisions, households, people, reviews, rounds, villages
from povertydesk.store.column_mappings import ColumnMapping
from povertydesk.workflow.import_matching import NEW_VILLAGE
from povertydesk.workflow.import_plan import RowState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from povertydesk.poverty.decision import HouseholdDecision
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.review import Review
    from povertydesk.store.operations import OperationWriter
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.import_plan import ImportPlan, PlannedPerson, PlannedReview
    from povertydesk.workflow.pulse import Pulse

_PIECE = 500
_One = TypeVar("_One")


class _Kept(NamedTuple):
    """A household of the list that stands in the registry now, under its key."""

    key: str
    people: tuple[PlannedPerson, ...]
    review: PlannedReview | None
    decisions: tuple[HouseholdDecision, ...]


def write_plan(desk: Desk, writer: OperationWriter, plan: ImportPlan, pulse: Pulse) -> None:
    """Write what a plan adds and changes through `writer`, whose operation is open."""
    new_keys = _add_villages(desk, writer, plan)
    kept = list(_write_households(writer, plan, new_keys, pulse))
    _write_people(writer, kept, pulse)
    if plan.of_round is not None:
        _write_reviews(desk, writer, plan, kept, pulse)
    _write_decisions(desk, writer, kept, pulse)
    for table in plan.confirmed:
        given = table.as_given()
        layout = (given.layout or table.layout).value
        column_mappings.remember_mapping(writer, table.signature, ColumnMapping(layout, given.columns))


def record_count(plan: ImportPlan) -> int:
    """Return about how many records a plan writes."""
    rows = [row for row in plan.rows if row.state in {RowState.NEW, RowState.CHANGED}]
    parts = sum(1 + len(row.review.parts) for row in rows if row.review is not None)
    decided = sum(len(row.decisions) for row in rows)
    return len(rows) + 2 * sum(len(row.people) for row in rows) + parts + decided + len(plan.taken_in) + 1


def _add_villages(desk: Desk, writer: OperationWriter, plan: ImportPlan) -> dict[str, str]:
    if not plan.new_villages:
        return {}
    last = max((village.position for village in villages.list_villages(desk.engine)), default=0)
    keys = villages.add_villages(writer, plan.new_villages, last + 1)
    return {f"{NEW_VILLAGE}{place}": key for place, key in enumerate(keys)}


def _write_households(
    writer: OperationWriter, plan: ImportPlan, new_villages: dict[str, str], pulse: Pulse
) -> Iterator[_Kept]:
    def placed(household: Household) -> Household:
        village = new_villages.get(household.village_id)
        return household if village is None else dataclasses.replace(household, village_id=village)

    for piece in _pieces(row for row in plan.rows if row.state is RowState.NEW):
        keys = households.insert_households(writer, [placed(row.household) for row in piece if row.household])
        yield from (_Kept(key, row.people, row.review, row.decisions) for key, row in zip(keys, piece, strict=True))
        pulse.step(len(piece))
    for piece in _pieces(row for row in plan.rows if row.state is RowState.CHANGED):
        for row in piece:
            if row.household is not None:
                households.write_household(writer, row.household)
                yield _Kept(row.household.id, row.people, row.review, row.decisions)
        pulse.step(len(piece))


def _write_people(writer: OperationWriter, kept: Sequence[_Kept], pulse: Pulse) -> None:
    for piece in _pieces((one.key, person) for one in kept for person in one.people if person.stay is None):
        keys = people.add_people(writer, [planned.person for _, planned in piece])
        people.begin_stays(
            writer,
            [
                Membership("", key, household, planned.relation, planned.since)
                for key, (household, planned) in zip(keys, piece, strict=True)
            ],
        )
        pulse.step(2 * len(piece))
    for changed in _pieces(person for one in kept for person in one.people if person.stay is not None):
        for planned in changed:
            people.write_person(writer, planned.person)
            if planned.stay is not None:
                people.change_relation(writer, planned.stay, planned.relation, None)
        pulse.step(2 * len(changed))


def _write_reviews(desk: Desk, writer: OperationWriter, plan: ImportPlan, kept: Sequence[_Kept], pulse: Pulse) -> None:
    of_round = plan.of_round
    assert of_round is not None  # noqa: S101 - asked for before
    key = of_round.id or rounds.open_round(
        writer, of_round.year, of_round.kind, of_round.standard, of_round.opened_on, area=desk.unit.area
    )
    engine = desk.engine
    for taken_in in _pieces(plan.taken_in):
        reviews.insert_reviews(engine, writer, key, taken_in)
        pulse.step(len(taken_in))
    reviewed = [(one.key, one.review) for one in kept if one.review is not None]
    for piece in _pieces((household, one) for household, one in reviewed if not one.review.id):
        new = [_of_household(one.review, household) for household, one in piece]
        keys = reviews.insert_reviews(engine, writer, key, new)
        parts = [
            (review, part, answers)
            for review, (_, one) in zip(keys, piece, strict=True)
            for part, answers in one.parts.items()
        ]
        reviews.insert_answers(engine, writer, key, parts)
        pulse.step(len(piece) + len(parts))
    for piece in _pieces((household, one) for household, one in reviewed if one.review.id):
        for _, one in piece:
            reviews.write_review(engine, writer, one.review)
            for part, answers in one.parts.items():
                reviews.write_answers(engine, writer, one.review, part, answers)
        pulse.step(len(piece))


def _write_decisions(desk: Desk, writer: OperationWriter, kept: Sequence[_Kept], pulse: Pulse) -> None:
    for piece in _pieces(dataclasses.replace(made, household_id=one.key) for one in kept for made in one.decisions):
        decisions.add_decisions(desk.engine, writer, piece)
        pulse.step(len(piece))


def _of_household(review: Review, household: str) -> Review:
    return review._replace(household_id=household)


def _pieces(items: Iterable[_One]) -> Iterator[list[_One]]:
    rest = iter(items)
    while piece := list(islice(rest, _PIECE)):
        yield piece
