"""The form of a round, and what its answers come to by the law of that round."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from povertydesk.legislation.questionnaires import B1_TOTAL, INCOME
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.review import Review, ReviewStage, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households, reviews, rounds
from povertydesk.workflow import review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.form_law import FormLaw, form_law, judge_review
from tests.workflow.registry import day, household_of

YES, NO = FormAnswer.yes_no(yes=True), FormAnswer.yes_no(yes=False)


def law_of(desk: Desk, year: int, kind: RoundKind = RoundKind.ANNUAL) -> FormLaw:
    key = review_rounds.open_round(desk, year, kind, day(9, 1, year)).id
    return form_law(desk, rounds.read_round(desk.engine, key))


def answered(law: FormLaw, deprived: int, **amounts: int) -> dict[str, FormAnswer]:
    given = {code: YES if place < deprived else NO for place, code in enumerate(law.standard.indicator_codes)}
    return given | {name: FormAnswer.counted(Decimal(amount)) for name, amount in amounts.items()}


def reviewed(desk: Desk, law: FormLaw, household_id: str) -> Review:
    review = reviews.find_review(desk.engine, law.round.id, household_id)
    assert review is not None
    return review


def test_points_decide_on_the_line_and_above_it(desk: Desk) -> None:
    key = household_of(desk)
    law = law_of(desk, 2022)
    household = households.read_household(desk.engine, key)
    review = reviewed(desk, law, key)
    on_the_line = judge_review(law, household, review, answered(law, 3, **{B1_TOTAL: 140})).review
    assert (on_the_line.status, on_the_line.b1, on_the_line.b2) == (PovertyStatus.POOR, 140, 30)
    assert on_the_line.stage is ReviewStage.COMPLETE
    assert judge_review(law, household, review, answered(law, 2, **{B1_TOTAL: 140})).review.status is (
        PovertyStatus.NEAR_POOR
    )
    above = answered(law, 3, **{B1_TOTAL: 141})
    assert judge_review(law, household, review, above).review.status is PovertyStatus.NOT_POOR
    in_town = dataclasses.replace(household, area=AreaType.URBAN)
    assert judge_review(law, in_town, review, above).review.status is PovertyStatus.POOR


def test_what_is_not_answered_stays_open_and_what_is_only_declared_counts_as_declared(desk: Desk) -> None:
    key = household_of(desk)
    law = law_of(desk, 2022)
    household = households.read_household(desk.engine, key)
    review = reviewed(desk, law, key)._replace(declared_status=PovertyStatus.POOR)
    untouched = judge_review(law, household, review, {}).review
    assert (untouched.status, untouched.result) == (None, PovertyStatus.POOR)
    half = answered(law, 3, **{B1_TOTAL: 100})
    del half["toilet"]
    open_form = judge_review(law, household, review, half).review
    assert (open_form.status, open_form.result) == (PovertyStatus.UNCLASSIFIED, PovertyStatus.UNCLASSIFIED)
    assert open_form.stage is ReviewStage.DRAFT


def test_totals_of_the_paper_stand_alone(desk: Desk) -> None:
    key = household_of(desk)
    law = law_of(desk, 2022)
    household = households.read_household(desk.engine, key)
    points = {B1_TOTAL: FormAnswer.counted(Decimal(120))}
    judged = judge_review(law, household, reviewed(desk, law, key), points, b2=30)
    assert (judged.review.status, judged.review.b2, judged.review.stage) == (
        PovertyStatus.POOR,
        30,
        ReviewStage.COMPLETE,
    )
    wrong = judge_review(law, household, reviewed(desk, law, key), points, b2=500)
    assert wrong.judgement is None
    assert wrong.refusal is not None
    assert wrong.refusal.code == "b2-out-of-range"
    assert wrong.review.status is PovertyStatus.UNCLASSIFIED


def test_the_next_standard_is_judged_on_income(desk: Desk) -> None:
    key = household_of(desk)
    law = law_of(desk, 2026, RoundKind.TRANSITION)
    household = households.read_household(desk.engine, key)
    given = answered(law, 3, **{INCOME: 2_200_000})
    judged = judge_review(law, household, reviewed(desk, law, key), given).review
    assert (judged.status, judged.income_per_person_vnd, judged.b2) == (PovertyStatus.POOR, 2_200_000, None)


def test_a_round_may_be_looked_at_under_the_standard_that_follows(desk: Desk) -> None:
    household_of(desk)
    key = review_rounds.open_round(desk, 2026, RoundKind.ANNUAL, day(9, 1, 2026)).id
    of_round = rounds.read_round(desk.engine, key)
    assert form_law(desk, of_round).standard.id == "2022-2026"
    assert form_law(desk, of_round, "2027-2030").on == day(1, 1, 2027)
