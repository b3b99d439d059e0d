"""A village's list of names entered in a grid: whole blocks, one act, and what is typed by numbers or words."""

from __future__ import annotations

import pytest

from povertydesk import paths
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.named_target import ChosenBy, HouseholdNeed, TargetResult
from povertydesk.poverty.plan import Officer
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import history, set_up_office
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_names import NameEntry, enter_names, need_words, read_candidates, result_words
from povertydesk.workflow.named_lists import read_names
from tests.workflow.contents import contents, key_of, undo_last
from tests.workflow.judged_round import Form, seal_year
from tests.workflow.registry import household_of

PHI_LONG = "Thôn Phi Long"


@pytest.fixture(scope="module")
def messages() -> Messages:
    return Messages.load(paths.resources("messages"))


@pytest.fixture
def listed(desk: Desk) -> list[str]:
    """Two poor households of a village, the second one nearer to the line, on the list that 2023 opens with."""
    keys = [household_of(desk, village=PHI_LONG) for _ in range(2)]
    seal_year(desk, 2022, {keys[0]: Form(100, 4), keys[1]: Form(135, 3)})
    return keys


def enter(desk: Desk, messages: Messages, *entries: tuple[str, str, str]) -> None:
    enter_names(desk, 2023, 5, [NameEntry(*entry) for entry in entries], messages)


def test_the_nearest_stands_first_and_names_are_marked(desk: Desk, listed: list[str], messages: Messages) -> None:
    enter(desk, messages, (listed[0], "chosen", "x"))
    rows = read_candidates(desk, 2023, key_of(desk, PHI_LONG)).rows
    assert [one.household.id for one in rows] == [listed[1], listed[0]]
    assert [one.named is not None for one in rows] == [False, True]
    assert rows[1].named is not None
    assert rows[1].named.registered.chosen is ChosenBy.RANKING


def test_without_a_list_all_households_stand_there(empty: Desk) -> None:
    from povertydesk.workflow import record_villages  # noqa: PLC0415

    record_villages.add_villages(empty, [PHI_LONG])
    key = household_of(empty, village=PHI_LONG)
    found = read_candidates(empty, 2023, key_of(empty, PHI_LONG))
    assert [one.household.id for one in found.rows] == [key]
    assert found.problem is not None
    assert found.problem.code == "year-without-round"


def test_a_block_is_one_act_and_one_undo(desk: Desk, listed: list[str], messages: Messages) -> None:
    set_up_office.edit_officer(desk, Officer("", "Lê Thị Thử", "Chủ tịch Hội Phụ nữ"))
    before = contents(desk)
    enter(
        desk,
        messages,
        (listed[0], "chosen", "x"),
        (listed[0], "helper", "lê thị thử"),
        (listed[0], "needs", "5, vay; con giống"),
        (listed[0], "done", "Cho vay 20 triệu"),
        (listed[1], "helper", "Đoàn Thanh niên"),
        (listed[1], "result", "1"),
        (listed[1], "note", "Nhà có lao động"),
    )
    first, second = sorted(read_names(desk, 2023).rows, key=lambda one: listed.index(one.household.id))
    assert first.helper == "Lê Thị Thử"
    assert first.registered.needs == (HouseholdNeed.LOAN, HouseholdNeed.LIVESTOCK, HouseholdNeed.TOILET)
    assert [(one.month, one.done) for one in first.follow_ups] == [(5, "Cho vay 20 triệu")]
    assert (second.helper, second.registered.result) == ("Đoàn Thanh niên", TargetResult.LEFT)
    assert second.registered.note == "Nhà có lao động"
    undo_last(desk)
    assert contents(desk) == before
    assert history.list_history(desk)


def test_a_cleared_mark_takes_the_name_off(desk: Desk, listed: list[str], messages: Messages) -> None:
    enter(desk, messages, (listed[0], "chosen", "x"), (listed[0], "done", "Thăm hộ"))
    enter(desk, messages, (listed[0], "chosen", ""))
    assert read_names(desk, 2023).rows == ()


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("needs", "13", "need-unknown"),
        ("needs", "nha", "need-unknown"),
        ("result", "khong biet", "result-unknown"),
        ("chosen", "không", "answer-not-yes"),
    ],
)
def test_what_is_not_understood_refuses_the_whole(
    desk: Desk, listed: list[str], messages: Messages, field: str, text: str, code: str
) -> None:
    with pytest.raises(KnownError) as caught:
        enter(desk, messages, (listed[0], "chosen", "x"), (listed[1], field, text))
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.village, finding.place.field) == (code, listed[1], field)
    assert read_names(desk, 2023).rows == ()


def test_every_need_and_result_has_its_word(messages: Messages) -> None:
    assert len(set(need_words(messages).values())) == len(HouseholdNeed)
    assert len(set(result_words(messages).values())) == len(TargetResult)
