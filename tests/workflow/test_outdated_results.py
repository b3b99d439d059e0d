"""An area changed between answering and sealing: told while the round is open, and never sealed as it was."""

from __future__ import annotations

import dataclasses

import pytest

from povertydesk import paths
from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import Review, ReviewRound
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import decisions, reviews, rounds
from povertydesk.workflow import keep_registry, review_rounds, set_up_office
from povertydesk.workflow.check_year import check_file
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.judge_reviews import follow_area, judge_round, rejudge
from povertydesk.workflow.round_findings import read_findings
from tests.workflow.contents import assert_sound, contents, key_of, operations, undo_last
from tests.workflow.registry import day
from tests.workflow.reviewed import amount, enter, fill_in, household, indicators, open_round

CLOSED_ON = day(12, 10, 2022)
BETWEEN_THE_CUT_OFFS = 150
"""A B1 total above the rural cut-off of 140 points and below the urban one of 175."""


@pytest.fixture
def reviewed(desk: Desk) -> tuple[ReviewRound, str]:
    """A round with one household that is not poor in a rural commune and would be poor in a town."""
    key = enter(desk, key_of(desk, "Thôn Phi Long"), "001", 3)
    of_round = open_round(desk, 2022)
    fill_in(desk, of_round, key, {**indicators(desk, 3), B1_TOTAL: amount(BETWEEN_THE_CUT_OFFS)})
    rejudge(desk, of_round.id)
    return of_round, key


def kept(desk: Desk, of_round: ReviewRound, key: str) -> Review:
    review = reviews.find_review(desk.engine, of_round.id, key)
    assert review is not None
    return review


def to_town(desk: Desk, key: str) -> None:
    keep_registry.edit_household(desk, dataclasses.replace(household(desk, key), area=AreaType.URBAN))


def codes(desk: Desk, of_round: ReviewRound) -> list[str]:
    return [one.finding.code for one in read_findings(desk, of_round.id).findings()]


def test_sealing_takes_what_the_answers_come_to_now(desk: Desk, reviewed: tuple[ReviewRound, str]) -> None:
    of_round, key = reviewed
    to_town(desk, key)
    assert kept(desk, of_round, key).status is PovertyStatus.NOT_POOR
    assert review_rounds.require_closable(desk, of_round.id, CLOSED_ON) == 1
    before = operations(desk)
    changes = review_rounds.close_round(desk, of_round.id, CLOSED_ON)
    assert operations(desk) == [*before, "close-round"]
    assert [(one.code, one.values) for one in changes.findings] == [
        ("results-renewed-at-sealing", {"households": 1, "year": 2022})
    ]
    assert kept(desk, of_round, key).status is PovertyStatus.POOR
    (decision,) = decisions.list_decisions(desk.engine, key)
    assert decision.status is PovertyStatus.POOR
    assert_sound(desk)


def test_a_round_that_is_up_to_date_is_sealed_without_a_word(desk: Desk, reviewed: tuple[ReviewRound, str]) -> None:
    of_round, key = reviewed
    before = kept(desk, of_round, key)
    assert review_rounds.require_closable(desk, of_round.id, CLOSED_ON) == 0
    assert review_rounds.close_round(desk, of_round.id, CLOSED_ON).findings == ()
    assert kept(desk, of_round, key) == before._replace(people_count=3)


def test_what_is_unclassified_by_now_keeps_the_round_open(desk: Desk, reviewed: tuple[ReviewRound, str]) -> None:
    of_round, key = reviewed
    review = kept(desk, of_round, key)
    with desk.operation("rejudge-round", households=1, year=2022) as act:
        reviews.write_answers(desk.engine, act.writer, review, "indicators", indicators(desk, 3))
    assert kept(desk, of_round, key).judged
    before = contents(desk)
    with pytest.raises(KnownError) as refused:
        review_rounds.close_round(desk, of_round.id, CLOSED_ON)
    assert refused.value.code == "round-has-unclassified"
    assert refused.value.values["where"] == "Thôn Phi Long (1)"
    assert contents(desk) == before


def test_an_outdated_result_is_told_until_it_is_worked_out_anew(desk: Desk, reviewed: tuple[ReviewRound, str]) -> None:
    of_round, key = reviewed
    assert codes(desk, of_round) == []
    to_town(desk, key)
    assert codes(desk, of_round) == ["results-not-up-to-date"]
    rejudge(desk, of_round.id)
    assert codes(desk, of_round) == []
    undo_last(desk)
    assert codes(desk, of_round) == ["results-not-up-to-date"]


def test_another_area_of_the_commune_is_told_and_taken_over_on_demand(
    desk: Desk, reviewed: tuple[ReviewRound, str]
) -> None:
    of_round, key = reviewed
    set_up_office.edit_office(desk, desk.unit._replace(area=AreaType.URBAN))
    assert codes(desk, of_round) == ["round-area-differs"]
    assert "round-area-differs" in {one.code for one in check_file(desk, 2022)}
    assert kept(desk, of_round, key).status is PovertyStatus.NOT_POOR
    before = contents(desk)
    assert follow_area(desk, of_round.id)
    assert rounds.read_round(desk.engine, of_round.id).area is AreaType.URBAN
    assert kept(desk, of_round, key).status is PovertyStatus.POOR
    assert codes(desk, of_round) == []
    undo_last(desk)
    assert contents(desk) == before


def test_what_is_read_is_judged_without_the_file(desk: Desk, reviewed: tuple[ReviewRound, str]) -> None:
    of_round, key = reviewed
    to_town(desk, key)
    read = read_findings(desk, of_round.id)
    expected = judge_round(desk, of_round)
    desk.close()
    assert [one.finding.code for one in read.findings()] == ["results-not-up-to-date"]
    assert read.round_read.judge().results == expected.results


def test_a_finding_leads_to_its_household_or_its_village_in_words(desk: Desk) -> None:
    village = key_of(desk, "Thôn Phi Long")
    against, only, wrong = (enter(desk, village, code, 2) for code in ("001", "002", "003"))
    of_round = open_round(desk, 2022)
    fill_in(desk, of_round, against, {**indicators(desk, 0), B1_TOTAL: amount(200)}, declared=PovertyStatus.POOR)
    fill_in(desk, of_round, only, {}, declared=PovertyStatus.NEAR_POOR)
    fill_in(desk, of_round, wrong, {B1_TOTAL: amount(120)}, bare_b2=500)
    messages = Messages.load(paths.resources("messages"))
    found = {one.finding.code: one for one in read_findings(desk, of_round.id).findings()}
    assert {code: (one.household_id, one.village_id) for code, one in found.items()} == {
        "results-not-up-to-date": (None, None),
        "declared-status-contradicts-rules": (against, village),
        "b2-out-of-range": (wrong, village),
        "declared-status-not-judged": (None, village),
    }
    contradiction = messages.of_finding(found["declared-status-contradicts-rules"].finding)
    assert contradiction.startswith(
        "Thôn Phi Long: hộ 001 được khai là hộ nghèo nhưng theo quy định là hộ không nghèo."
    )
    for one in found.values():
        words = messages.of_located(one.finding)
        assert "_" not in words
        assert "{" not in words
    assert messages.of_located(found["b2-out-of-range"].finding).startswith("năm 2022, Thôn Phi Long, 003: ")
