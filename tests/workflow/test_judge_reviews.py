"""All reviews of a round judged at once, and written anew where something about them changed."""

from __future__ import annotations

import dataclasses

import pytest

from povertydesk.legislation.questionnaires import B1_TOTAL, INCOME
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import ReviewRound, ReviewStage, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import reviews
from povertydesk.workflow import keep_registry, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.judge_reviews import HouseholdResult, judge_round, rejudge
from tests.workflow.contents import contents, key_of, operations, undo_last
from tests.workflow.registry import day
from tests.workflow.reviewed import amount, enter, fill_in, household, indicators, open_round


def results(desk: Desk, of_round: ReviewRound, standard: str | None = None) -> dict[str, HouseholdResult]:
    return {one.household.code: one for one in judge_round(desk, of_round, standard).results}


def test_every_review_is_judged_and_nothing_is_written(desk: Desk) -> None:
    village = key_of(desk, "Thôn Phi Long")
    poor, near_poor, above = (enter(desk, village, code, 3) for code in ("001", "002", "003"))
    of_round = open_round(desk, 2022)
    fill_in(desk, of_round, poor, {**indicators(desk, 3), B1_TOTAL: amount(140)})
    fill_in(desk, of_round, near_poor, {**indicators(desk, 2), B1_TOTAL: amount(140)})
    fill_in(desk, of_round, above, {**indicators(desk, 12), B1_TOTAL: amount(141)})
    before = contents(desk)
    found = results(desk, of_round)
    assert {code: one.status for code, one in found.items()} == {
        "001": PovertyStatus.POOR,
        "002": PovertyStatus.NEAR_POOR,
        "003": PovertyStatus.NOT_POOR,
    }
    assert found["001"].judgement is not None
    assert found["001"].judgement.judgement.national.status is PovertyStatus.POOR
    assert contents(desk) == before


def test_what_changed_is_written_as_one_act_and_undone_in_one_step(desk: Desk) -> None:
    village = key_of(desk, "Thôn Phi Long")
    key = enter(desk, village, "001", 3)
    of_round = open_round(desk, 2022)
    fill_in(desk, of_round, key, {**indicators(desk, 3), B1_TOTAL: amount(150)})
    assert rejudge(desk, of_round.id)
    review = reviews.find_review(desk.engine, of_round.id, key)
    assert review is not None
    assert (review.status, review.stage, review.b1, review.b2) == (
        PovertyStatus.NOT_POOR,
        ReviewStage.COMPLETE,
        150,
        30,
    )
    assert not rejudge(desk, of_round.id)
    before = contents(desk)
    keep_registry.edit_household(desk, dataclasses.replace(household(desk, key), area=AreaType.URBAN))
    moved = contents(desk)
    assert moved != before
    assert rejudge(desk, of_round.id)
    assert operations(desk)[-1] == "rejudge-round"
    again = reviews.find_review(desk.engine, of_round.id, key)
    assert again is not None
    assert again.status is PovertyStatus.POOR
    undo_last(desk)
    assert contents(desk) == moved


def test_a_status_declared_against_the_rules_is_told_and_stays_declared(desk: Desk) -> None:
    village = key_of(desk, "Thôn Phi Long")
    against, only = enter(desk, village, "001", 3), enter(desk, village, "002", 3)
    of_round = open_round(desk, 2022)
    fill_in(desk, of_round, against, {**indicators(desk, 0), B1_TOTAL: amount(200)}, declared=PovertyStatus.POOR)
    fill_in(desk, of_round, only, {}, declared=PovertyStatus.NEAR_POOR)
    found = results(desk, of_round)
    assert (found["001"].status, found["001"].contradicts) == (PovertyStatus.NOT_POOR, True)
    assert found["001"].kept.declared_status is PovertyStatus.POOR
    assert (found["002"].status, found["002"].only_declared) == (PovertyStatus.NEAR_POOR, True)
    assert not found["002"].contradicts


def test_a_total_without_its_indicators_is_judged_as_it_was_given(desk: Desk) -> None:
    key = enter(desk, key_of(desk, "Thôn Phi Long"), "001", 3)
    of_round = open_round(desk, 2022)
    fill_in(desk, of_round, key, {B1_TOTAL: amount(120)}, bare_b2=30)
    assert results(desk, of_round)["001"].status is PovertyStatus.POOR
    rejudge(desk, of_round.id)
    assert results(desk, of_round)["001"].judged.review.b2 == 30
    assert not rejudge(desk, of_round.id)


def test_values_that_nobody_can_have_are_unclassified_with_the_refusal(desk: Desk) -> None:
    key = enter(desk, key_of(desk, "Thôn Phi Long"), "001", 3)
    of_round = open_round(desk, 2022)
    fill_in(desk, of_round, key, {B1_TOTAL: amount(120)}, bare_b2=500)
    one = results(desk, of_round)["001"]
    assert one.status is PovertyStatus.UNCLASSIFIED
    assert one.judged.refusal is not None
    assert one.judged.refusal.code == "b2-out-of-range"


def test_a_sealed_round_keeps_what_it_was_amended_to(desk: Desk) -> None:
    key = enter(desk, key_of(desk, "Thôn Phi Long"), "001", 3)
    of_round = open_round(desk, 2022)
    fill_in(desk, of_round, key, {**indicators(desk, 3), B1_TOTAL: amount(140)})
    rejudge(desk, of_round.id)
    review_rounds.close_round(desk, of_round.id, day(12, 10, 2022))
    review_rounds.amend_review(desk, of_round.id, key, PovertyStatus.NEAR_POOR, "Xác minh lại")
    with pytest.raises(KnownError, match="round-sealed"):
        rejudge(desk, of_round.id)
    sealed = of_round._replace(closed_on=day(12, 10, 2022))
    one = results(desk, sealed)["001"]
    assert (one.status, one.judged.review.status) == (PovertyStatus.NEAR_POOR, PovertyStatus.POOR)


def test_the_same_answers_under_the_standard_that_follows(desk: Desk) -> None:
    village = key_of(desk, "Thôn Phi Long")
    with_income, in_points = enter(desk, village, "001", 3), enter(desk, village, "002", 3)
    of_round = open_round(desk, 2026)
    told = {**indicators(desk, 3), **indicators(desk, 3, "2027-2030")}
    fill_in(desk, of_round, with_income, {**told, INCOME: amount(2_200_000)})
    fill_in(desk, of_round, in_points, {**told, B1_TOTAL: amount(100)})
    found = results(desk, of_round, "2027-2030")
    assert found["001"].status is PovertyStatus.POOR
    refusal = found["002"].judged.refusal
    assert found["002"].status is PovertyStatus.UNCLASSIFIED
    assert refusal is not None
    assert refusal.code == "no-scoring-form"
    assert judge_round(desk, of_round, "2027-2030").asked_anew
    with pytest.raises(KnownError, match="standard-not-on-date"):
        judge_round(desk, of_round, "2016-2021")
    transition = open_round(desk, 2026, RoundKind.TRANSITION, month=11)
    assert not judge_round(desk, transition).asked_anew
