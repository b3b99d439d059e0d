"""Invented households with answered forms, put into a round through the workflow and the store."""

from __future__ import annotations

from decimal import Decimal

from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Person
from povertydesk.poverty.review import ReviewRound, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households, reviews, rounds
from povertydesk.workflow import keep_registry, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.judge_reviews import rejudge
from povertydesk.workflow.keep_registry import NewMember
from tests.workflow.registry import day

YES, NO = FormAnswer.yes_no(yes=True), FormAnswer.yes_no(yes=False)


def indicators(desk: Desk, deprived: int, standard: str = "2022-2026") -> dict[str, FormAnswer]:
    """Answer every indicator of a standard, the first ones as deprived."""
    codes = desk.program.legislation.standard(standard).indicator_codes
    return {code: YES if place < deprived else NO for place, code in enumerate(codes)}


def amount(number: int) -> FormAnswer:
    return FormAnswer.counted(Decimal(number))


def enter(desk: Desk, village_id: str, code: str, size: int) -> str:
    """Enter a household of `size` people with all its members."""
    members = [
        NewMember(Person("", f"Bùi Văn Mẫu {code}-{place}", birth_year=1950 + place), None) for place in range(size)
    ]
    members[0] = members[0]._replace(relation=HEAD)
    return keep_registry.add_household(desk, Household("", village_id, code, ""), members).id


def open_round(desk: Desk, year: int, kind: RoundKind = RoundKind.ANNUAL, month: int = 9) -> ReviewRound:
    key = review_rounds.open_round(desk, year, kind, day(month, 1, year)).id
    return rounds.read_round(desk.engine, key)


def fill_in(
    desk: Desk,
    of_round: ReviewRound,
    household_id: str,
    answers: dict[str, FormAnswer],
    declared: PovertyStatus | None = None,
    bare_b2: int | None = None,
) -> None:
    """Answer a household's form, taking it into the round where it is not in it yet; nothing is judged."""
    if reviews.find_review(desk.engine, of_round.id, household_id) is None:
        review_rounds.add_to_round(desk, of_round.id, [household_id])
    review = reviews.find_review(desk.engine, of_round.id, household_id)
    assert review is not None
    with desk.operation("rejudge-round", households=1, year=of_round.year) as act:
        if answers:
            reviews.write_answers(desk.engine, act.writer, review, "indicators", answers)
        told = review._replace(declared_status=declared, b2=bare_b2)
        reviews.write_review(desk.engine, act.writer, told)


def judged(desk: Desk, of_round: ReviewRound) -> None:
    rejudge(desk, of_round.id)


def household(desk: Desk, key: str) -> Household:
    return households.read_household(desk.engine, key)
