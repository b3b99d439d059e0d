"""What the file knows before a list is imported: read in one go, so that the planning never touches the open file."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.household_columns import GivenMapping, Layout
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import ReviewRound, RoundKind
from povertydesk.store import column_mappings, decisions, operations, people, registry_rows, reviews, rounds, villages
from povertydesk.workflow.form_law import FormLaw, form_law
from povertydesk.workflow.review_rounds import opening_statuses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.legislation.law import Legislation
    from povertydesk.poverty.area import Village
    from povertydesk.poverty.decision import HouseholdDecision
    from povertydesk.poverty.status import PovertyStatus
    from povertydesk.store.registry_rows import RegistryRows
    from povertydesk.store.reviews import RoundRows
    from povertydesk.workflow.desk import Desk

_FIRST_OF_SEPTEMBER = (9, 1)


class ReviewBasis(NamedTuple):
    """The round the reviews of a list go to, with its law and what it holds; without a key it is still to be opened."""

    of_round: ReviewRound
    law: FormLaw
    rows: RoundRows | None
    opening: Mapping[str, PovertyStatus]


class ImportBasis(NamedTuple):
    """The registry and the year's round as they are. `refusal` says why the year takes no reviews.

    `sealed_until` is the last day that sealed rounds hold of each household they reviewed, `all_sealed_until` the one
    that annual rounds hold of every household.
    """

    year: int
    today: datetime.date
    operation: int
    villages: tuple[Village, ...]
    registry: RegistryRows
    not_the_same: frozenset[tuple[str, str]]
    mappings: Mapping[str, GivenMapping]
    sealed_until: Mapping[str, datetime.date]
    all_sealed_until: datetime.date | None
    decisions: tuple[HouseholdDecision, ...]
    legislation: Legislation
    review: ReviewBasis | None
    refusal: KnownError | None


def read_basis(desk: Desk, year: int, standard: str | None = None) -> ImportBasis:
    """Read what an import into a year starts from.

    `standard` names the standard that the list was reviewed under; one that neither the annual nor the transition
    round of the year goes by is refused (`import-standard-differs`).
    """
    review, refusal = None, None
    try:
        review = _review_basis(desk, year, standard)
    except KnownError as error:
        if standard is not None:
            raise
        refusal = error
    return ImportBasis(
        year=year,
        today=desk.program.clock.now().date(),
        operation=last_operation(desk),
        villages=villages.list_villages(desk.engine),
        registry=registry_rows.read_registry(desk.engine),
        not_the_same=people.list_not_the_same(desk.engine),
        mappings=remembered_mappings(desk),
        sealed_until=rounds.sealed_until(desk.engine),
        all_sealed_until=max(
            (
                one.closed_on
                for one in rounds.list_rounds(desk.engine)
                if one.kind is RoundKind.ANNUAL and one.closed_on
            ),
            default=None,
        ),
        decisions=decisions.list_all_decisions(desk.engine),
        legislation=desk.program.legislation,
        review=review,
        refusal=refusal,
    )


def last_operation(desk: Desk) -> int:
    """Return the number of the last act of the file."""
    return operations.last_number(desk.engine)


def remembered_mappings(desk: Desk) -> dict[str, GivenMapping]:
    """Return how layouts that were confirmed before are read, by their signature."""
    return {
        signature: GivenMapping(columns=dict(kept.columns), layout=Layout(kept.layout))
        for signature, kept in column_mappings.list_mappings(desk.engine).items()
    }


def _review_basis(desk: Desk, year: int, standard: str | None) -> ReviewBasis:
    kind = _kind_of_round(desk, year, standard)
    present = next((one for one in rounds.list_rounds(desk.engine, year) if one.kind is kind), None)
    if present is not None:
        if standard not in {None, present.standard}:
            raise KnownError("import-standard-differs", year=year, standard=standard, found=present.standard)
        of_round = present
    else:
        of_round = ReviewRound(
            "", year, kind, desk.program.legislation.standard_for(year, kind).id, _opening_day(desk, year)
        )
    return ReviewBasis(
        of_round,
        form_law(desk, of_round),
        reviews.read_round_rows(desk.engine, present.id) if present is not None else None,
        opening_statuses(desk, of_round),
    )


def _kind_of_round(desk: Desk, year: int, standard: str | None) -> RoundKind:
    """Say which round a list goes to: the annual one, unless it names the standard of the year's transition round."""
    law = desk.program.legislation
    annual = law.standard_for(year)
    if standard is None or law.standard(standard).id == annual.id:
        return RoundKind.ANNUAL
    try:
        following = law.standard_for(year, RoundKind.TRANSITION)
    except KnownError:
        following = None
    if following is None or following.id != standard:
        raise KnownError("import-standard-differs", year=year, standard=standard, found=annual.id)
    return RoundKind.TRANSITION


def _opening_day(desk: Desk, year: int) -> datetime.date:
    """Return the day a round is opened on that a list brings with it: the first of September, today where earlier."""
    today = desk.program.clock.now().date()
    first = datetime.date(year, *_FIRST_OF_SEPTEMBER)
    return min(first, today) if today.year == year else first
