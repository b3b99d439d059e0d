"""Review rounds: opening one under the law of its year, taking households in, sealing it, amending what is sealed."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.decision import HouseholdDecision
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.review import ReviewRound, ReviewStage, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.store import decisions, households, reviews, rounds, villages
from povertydesk.workflow import scored_forms
from povertydesk.workflow.judge_reviews import judge_round
from povertydesk.workflow.keep_registry import Added
from povertydesk.workflow.registry_days import RegistryDays

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.poverty.household import Household
    from povertydesk.poverty.review import Review
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk

_ON_THE_LIST = (PovertyStatus.POOR, PovertyStatus.NEAR_POOR)


def open_round(
    desk: Desk, year: int, kind: RoundKind, opened_on: datetime.date, questionnaire: str | None = None
) -> Added:
    """Open a round of a year under the standard the law gives it, in the commune's area.

    An annual or transition round takes in the households on the list and those without a known status; the others
    come in when they ask, as in an in-year round. A questionnaire binds the round to its score table, which must be
    checked. Refused: `round-outside-year`, `round-exists`, years and kinds that no law covers, and the refusals of
    `scored_forms.require_for_round`.
    """
    standard = desk.program.legislation.standard_for(year, kind)
    if opened_on.year != year:
        raise KnownError("round-outside-year", date=format_date(opened_on), year=year)
    for other in rounds.list_rounds(desk.engine, year):
        once_a_year = kind is not RoundKind.IN_YEAR
        if other.kind is kind and (once_a_year or other.closed_on is None or other.opened_on == opened_on):
            raise KnownError("round-exists", year=year, date=format_date(other.opened_on))
    if questionnaire is not None:
        on = desk.program.legislation.day_of_round(year, kind)
        scored_forms.require_for_round(desk, questionnaire, standard, on)
    with desk.operation("open-round", year=year, round=kind.value) as act:
        key = rounds.open_round(
            act.writer, year, kind, standard.id, opened_on, area=desk.unit.area, questionnaire=questionnaire
        )
        if kind is not RoundKind.IN_YEAR:
            known = opening_statuses(desk, rounds.read_round(desk.engine, key))
            asked = [one.id for one in households.list_households(desk.engine)]
            opening = {one: known.get(one) for one in asked if known.get(one) in {None, *_ON_THE_LIST}}
            reviews.add_reviews(desk.engine, act.writer, key, opening)
    return Added(key, act.changes)


def rounds_of(desk: Desk, year: int) -> tuple[ReviewRound, ...]:
    """List the rounds of a year in the order they were opened."""
    return rounds.list_rounds(desk.engine, year)


def round_named(desk: Desk, round_id: str) -> ReviewRound:
    """Return a round by its key; refused: `round-not-found`."""
    return rounds.read_round(desk.engine, round_id)


def kinds_to_open(desk: Desk, year: int) -> tuple[RoundKind, ...]:
    """Return the kinds of rounds that may be opened in a year now; none in a year without a standard.

    One annual and one transition round a year, and one open in-year round at a time.
    """
    present = rounds.list_rounds(desk.engine, year)
    taken = {one.kind for one in present if one.kind is not RoundKind.IN_YEAR or one.closed_on is None}
    return tuple(kind for kind in RoundKind if kind not in taken and _has_standard(desk, year, kind))


def possible_results(desk: Desk, of_round: ReviewRound) -> tuple[PovertyStatus, ...]:
    """Return the statuses that the standard of a round knows, which is what a review may be amended to."""
    tables = desk.program.legislation.rules.tables
    known = {row.status for table in tables if table.standard == of_round.standard for row in table.rows}
    return tuple(status for status in PovertyStatus if status in known)


def opening_statuses(desk: Desk, of_round: ReviewRound) -> dict[str, PovertyStatus]:
    """Return where households stood at the opening of a round, by key, from the rounds closed before it.

    Of an annual round this is the first day of its year, of an in-year round the day it opened, of a transition
    round the first day of its standard. A household without an entry has no known history under that standard.
    """
    if of_round.kind is RoundKind.IN_YEAR:
        day = of_round.opened_on
    elif of_round.kind is RoundKind.TRANSITION:
        day = desk.program.legislation.day_of_round(of_round.year, of_round.kind)
    else:
        day = datetime.date(of_round.year, 1, 1)
    return decisions.statuses_on(desk.engine, of_round.standard, day)


def add_to_round(desk: Desk, round_id: str, household_ids: Sequence[str]) -> Changes:
    """Take households that asked (Mẫu 01, Mẫu 04) into an open round; those in it already stay as they are."""
    of_round = rounds.require_open(desk.engine, round_id)
    present = {one.household_id for one in reviews.list_reviews(desk.engine, round_id)}
    known = opening_statuses(desk, of_round)
    coming = {key: known.get(key) for key in household_ids if key not in present}
    with desk.operation("add-to-round", households=len(coming), year=of_round.year) as act:
        reviews.add_reviews(desk.engine, act.writer, round_id, coming)
    return act.changes


def close_round(desk: Desk, round_id: str, closed_on: datetime.date, number: str = "") -> Changes:
    """Seal a round: what it found becomes decisions, and from now on it is only amended.

    The status of an annual round holds from the day of closing, the year's last where that is earlier; that of a
    transition round from the first day of its standard. Their lists keep how many people each household had. A status
    that a list declared counts where nothing was entered to work one out; the changes then hold the finding
    `declared-status-sealed`. What the answers come to now counts and not what was kept of them before an area, a score
    table or the law changed: such results are written in the same act, and told (`results-renewed-at-sealing`).
    Households that have ended meanwhile keep no round open and get no decision. `number` is the decision's. This
    cannot be undone. Refused: `round-sealed`, `round-has-unclassified` with a finding for each village,
    `round-closed-before-opening`, `event-in-future`.
    """
    of_round, found, renewed = _closable(desk, round_id, closed_on)
    from povertydesk.store.operations import OperationKind  # noqa: PLC0415 - opening a file needs none of it

    from_on = _holds_from(desk, of_round, closed_on)
    counts = _people_of(desk, of_round._replace(closed_on=closed_on), found)
    with desk.operation("close-round", kind=OperationKind.FINAL, year=of_round.year) as act:
        for review in renewed:
            reviews.write_review(desk.engine, act.writer, review)
        decisions.add_decisions(
            desk.engine,
            act.writer,
            [
                HouseholdDecision(
                    household_id=one.household_id,
                    standard=of_round.standard,
                    status=one.result,
                    from_on=from_on,
                    round_id=round_id,
                    decided_on=closed_on,
                    number=clean_line(number),
                )
                for one in found
                if one.result is not None
            ],
        )
        reviews.note_people(act.writer, counts)
        rounds.seal_round(act.writer, round_id, closed_on)
    told = []
    if renewed:
        renewing = {"households": len(renewed), "year": of_round.year}
        told.append(Finding("results-renewed-at-sealing", Severity.WARNING, values=renewing))
    declared = sum(one.status is None for one in found)
    if declared:
        declaring = {"households": declared, "year": of_round.year}
        told.append(Finding("declared-status-sealed", Severity.WARNING, values=declaring))
    return act.changes._replace(findings=tuple(told))


def require_closable(desk: Desk, round_id: str, closed_on: datetime.date) -> int:
    """Refuse what `close_round` would refuse, so that nobody is asked about what cannot be done; nothing is written.

    Returns how many results it would write anew.
    """
    return len(_closable(desk, round_id, closed_on).renewed)


def amend_review(
    desk: Desk, round_id: str, household_id: str, status: PovertyStatus, reason: str, number: str = ""
) -> Changes:
    """Correct what a sealed round found of a household it reviewed, with the reason; the decision follows.

    Refused: `round-not-sealed`, `amendment-without-reason`, `amendment-without-status`, `household-not-in-round`.
    """
    of_round = rounds.read_round(desk.engine, round_id)
    if of_round.closed_on is None:
        raise KnownError("round-not-sealed", year=of_round.year)
    why = clean_line(reason)
    if not why:
        raise KnownError("amendment-without-reason")
    if status is PovertyStatus.UNCLASSIFIED:
        raise KnownError("amendment-without-status")
    household = households.read_household(desk.engine, household_id)
    review = reviews.find_review(desk.engine, round_id, household_id)
    if review is None:
        raise KnownError("household-not-in-round", household=household.code, year=of_round.year)
    today = desk.program.clock.now().date()
    with desk.operation("amend-round", year=of_round.year, household=household.code) as act:
        amendment = rounds.add_amendment(act.writer, round_id, household_id, today, why)
        reviews.write_review(desk.engine, act.writer, review._replace(status=status), amendment)
        decisions.amend_decision(desk.engine, act.writer, round_id, household_id, status, today, clean_line(number))
    return act.changes


def _has_standard(desk: Desk, year: int, kind: RoundKind) -> bool:
    try:
        desk.program.legislation.standard_for(year, kind)
    except KnownError:
        return False
    return True


def _holds_from(desk: Desk, of_round: ReviewRound, closed_on: datetime.date) -> datetime.date:
    day = desk.program.legislation.day_of_round(of_round.year, of_round.kind)
    return day if of_round.kind is RoundKind.TRANSITION else min(closed_on, day)


def _people_of(desk: Desk, sealed: ReviewRound, found: Sequence[Review]) -> dict[str, int]:
    """With how many people each household stands in the list of a round, by review; a monthly round gives no list."""
    if sealed.kind is RoundKind.IN_YEAR or sealed.list_on is None:
        return {}
    present = RegistryDays(desk.engine).present_on(sealed.list_on)
    return {one.id: present[one.household_id].people for one in found if one.household_id in present}


class _Closable(NamedTuple):
    """A round with the reviews it would be sealed with, those of them written anew apart."""

    round: ReviewRound
    found: list[Review]
    renewed: list[Review]


def _closable(desk: Desk, round_id: str, closed_on: datetime.date) -> _Closable:
    """Judge a round as it would be sealed: of the households that have not ended."""
    of_round = rounds.require_open(desk.engine, round_id)
    if closed_on < of_round.opened_on:
        opened = format_date(of_round.opened_on)
        raise KnownError("round-closed-before-opening", date=format_date(closed_on), opened=opened)
    if closed_on > desk.program.clock.now().date():
        raise KnownError("event-in-future", date=format_date(closed_on))
    living = [one for one in judge_round(desk, of_round).results if one.household.ended_on is None]
    _require_settled(desk, of_round, [one.household for one in living if not _settled(one.current)])
    renewed = [one.current for one in living if one.changed]
    return _Closable(of_round, [one.current for one in living], renewed)


def _settled(review: Review) -> bool:
    """Whether a review may be sealed: complete and judged, or declared where nothing was entered."""
    if review.status is None:
        return review.declared_status is not None
    return review.judged and review.stage is ReviewStage.COMPLETE


def _require_settled(desk: Desk, of_round: ReviewRound, unsettled: Sequence[Household]) -> None:
    if not unsettled:
        return
    counts = Counter(household.village_id for household in unsettled)
    named = [(one.name, counts[one.id]) for one in villages.list_villages(desk.engine) if counts[one.id]]
    raise KnownError(
        "round-has-unclassified",
        findings=tuple(
            Finding("village-has-unclassified", Severity.ERROR, Place(village=name), {"households": count})
            for name, count in named
        ),
        households=len(unsettled),
        year=of_round.year,
        where=", ".join(f"{name} ({count})" for name, count in named),
    )
