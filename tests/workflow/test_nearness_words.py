"""The ranking explains itself: what a household lacks, and each change that alone leads off its list."""

from __future__ import annotations

import pytest

from povertydesk import paths
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.named_target import LeavingTarget
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.nearness_words import NearnessWords, nearness_words
from povertydesk.workflow.rank_households import Ranking, rank_households
from tests.workflow.judged_round import Form, seal_year
from tests.workflow.registry import household_of


@pytest.fixture(scope="module")
def messages() -> Messages:
    return Messages.load(paths.resources("messages"))


def ranked(desk: Desk, *forms: Form, target: LeavingTarget = LeavingTarget.POOR) -> Ranking:
    seal_year(desk, 2022, {household_of(desk): form for form in forms})
    return rank_households(desk, 2023, target)


def words(ranking: Ranking, messages: Messages) -> NearnessWords:
    return nearness_words(ranking.rows[0], ranking.indicators, messages)


def test_each_way_is_a_sentence_with_what_would_follow(desk: Desk, messages: Messages) -> None:
    told = words(ranked(desk, Form(135, 3)), messages)
    assert told.lacks == ("Hộ thiếu hụt 3 chỉ số: Việc làm; Người phụ thuộc trong hộ gia đình; Dinh dưỡng.")
    assert told.ways == (
        "Nếu hộ không còn thiếu hụt chỉ số “Việc làm” thì kết quả là hộ cận nghèo.",
        "Nếu hộ không còn thiếu hụt chỉ số “Người phụ thuộc trong hộ gia đình” thì kết quả là hộ cận nghèo.",
        "Nếu hộ không còn thiếu hụt chỉ số “Dinh dưỡng” thì kết quả là hộ cận nghèo.",
        "Nếu điểm B1 tăng thêm 6 điểm thì kết quả là hộ không nghèo.",
    )


def test_only_what_leads_off_the_list_is_told(desk: Desk, messages: Messages) -> None:
    told = words(ranked(desk, Form(135, 2), target=LeavingTarget.NEAR_POOR), messages)
    assert told.ways == ("Nếu điểm B1 tăng thêm 6 điểm thì kết quả là hộ không nghèo.",)


def test_several_indicators_are_told_as_a_number(desk: Desk, messages: Messages) -> None:
    assert words(ranked(desk, Form(135, 5)), messages).ways[0] == (
        "Nếu hộ bớt được 3 chỉ số thiếu hụt thì kết quả là hộ cận nghèo."
    )


def test_without_a_form_nothing_is_made_up(desk: Desk, messages: Messages) -> None:
    told = nearness_words(None, {}, messages)
    assert told == NearnessWords("", (messages.sentence("nearness-no-form"),))
