"""A round with filled-in forms: invented households that lack so many indicators and have so many points."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from povertydesk.legislation.questionnaires import B1_TOTAL, INCOME
from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.review import RoundKind
from povertydesk.store import households, reviews, rounds
from povertydesk.workflow import review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.form_law import form_law, judge_review
from tests.workflow.registry import day


class Form(NamedTuple):
    """What a form says: the points of part B1 as the paper adds them up, or the income, and so many indicators.

    The first ones of the standard are the deprived ones.
    """

    b1: int | None
    deprived: int
    income_per_person_vnd: int | None = None

    def answers(self, codes: tuple[str, ...]) -> dict[str, FormAnswer]:
        given = {code: FormAnswer.yes_no(yes=place < self.deprived) for place, code in enumerate(codes)}
        amounts = {B1_TOTAL: self.b1, INCOME: self.income_per_person_vnd}
        return given | {
            name: FormAnswer.counted(Decimal(amount)) for name, amount in amounts.items() if amount is not None
        }


def stand_on(desk: Desk, on: datetime.date) -> None:
    """Let the clock stand on a day."""
    desk.program.clock = FixedClock(datetime.datetime.combine(on, datetime.time(9), tzinfo=datetime.UTC))


def open_annual(desk: Desk, year: int) -> str:
    return review_rounds.open_round(desk, year, RoundKind.ANNUAL, day(9, 1, year)).id


def fill(desk: Desk, round_id: str, forms: Mapping[str, Form]) -> None:
    """Fill in and judge the forms of these households in an open round."""
    law = form_law(desk, rounds.read_round(desk.engine, round_id))
    with desk.operation("fill-sample", year=law.round.year) as act:
        for one in reviews.list_reviews(desk.engine, round_id):
            if one.household_id not in forms:
                continue
            answers = forms[one.household_id].answers(tuple(law.standard.indicator_codes))
            reviews.write_answers(desk.engine, act.writer, one, "B", answers)
            household = households.read_household(desk.engine, one.household_id)
            reviews.write_review(desk.engine, act.writer, judge_review(law, household, one, answers).review)


def seal_year(desk: Desk, year: int, forms: Mapping[str, Form]) -> str:
    """Open, fill in and close the annual round of a year; the clock then stands in the next year."""
    stand_on(desk, day(1, 5, year + 1))
    key = open_annual(desk, year)
    fill(desk, key, forms)
    review_rounds.close_round(desk, key, day(12, 10, year), "12/QĐ-UBND")
    return key
