"""A village's list of names entered in a grid: whole blocks, one act, and what is typed by numbers or words."""

from __future__ import annotations

import pytest

from povertydesk import paths
from povertydesk.poverty.committee import OfficerTerm
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.named_target import ChosenBy, HouseholdNeed, LeavingTarget, TargetResult
from povertydesk.poverty.plan import Officer
from povertydesk.poverty.problems import KnownError
from povertydesk.store import officers
from povertydesk.workflow import edit_grid, history, keep_committee, name_households, set_targets, set_up_office
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.edit_names import (
    EntrySheet,
    NameEntry,
    enter_names,
    need_words,
    result_words,
)
from povertydesk.workflow.name_candidates import Candidate, read_candidates, read_standing
from povertydesk.workflow.named_lists import read_names
from povertydesk.workflow.who_may_help import HelperChoice, helper_choices, helper_texts
from tests.workflow.contents import contents, key_of, undo_last
from tests.workflow.judged_round import Form, seal_year
from tests.workflow.registry import household_of

PHI_LONG = "Thôn Phi Long"
NEAR_POOR = LeavingTarget.NEAR_POOR


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
    enter_names(desk, EntrySheet(2023, 5), [NameEntry(*entry) for entry in entries], messages)


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


@pytest.mark.parametrize("language", ["vi", "en"])
def test_needs_are_read_back_from_their_words(desk: Desk, listed: list[str], language: str) -> None:
    messages = Messages.load(paths.resources("messages"), language)
    enter(desk, messages, (listed[0], "needs", "; ".join(need_words(messages).values())))
    (named,) = read_names(desk, 2023).rows
    assert named.registered.needs == tuple(HouseholdNeed)


class TestTheNearPoor:
    @pytest.fixture
    def near_poor(self, desk: Desk) -> str:
        """A near-poor household of the village beside a poor one."""
        poor, near = (household_of(desk, village=PHI_LONG) for _ in range(2))
        seal_year(desk, 2022, {poor: Form(120, 4), near: Form(120, 2)})
        return near

    def test_they_are_chosen_from_a_list_of_their_own(self, desk: Desk, near_poor: str, messages: Messages) -> None:
        village = key_of(desk, PHI_LONG)
        found = read_candidates(desk, 2023, village, LeavingTarget.NEAR_POOR)
        assert [one.household.id for one in found.rows] == [near_poor]
        counts = {"near_poor_reduction": "2", "near_poor_registered": "1"}
        edit_grid.enter_cells(desk, 2023, [CellEntry(village, *one) for one in counts.items()])
        enter_names(desk, EntrySheet(2023, 5, NEAR_POOR), [NameEntry(near_poor, "chosen", "x")], messages)
        found = read_candidates(desk, 2023, village, LeavingTarget.NEAR_POOR)
        assert found.figures is not None
        assert found.figures[2:6] == (2, 1, 1, 1)
        assert all(one.named is None for one in read_candidates(desk, 2023, village).rows)
        whole = read_names(desk, 2023)
        assert (whole.total.named, whole.total_of(NEAR_POOR).named) == (0, 1)
        assert {one.code for one in whole.findings} >= {"near-poor-named-below-plan", "near-poor-named-without-helper"}

    def test_who_was_named_for_the_other_list_changes_over(
        self, desk: Desk, near_poor: str, messages: Messages
    ) -> None:
        enter(desk, messages, (near_poor, "note", "nhầm diện"))
        village = key_of(desk, PHI_LONG)
        assert [one.household.id for one in read_candidates(desk, 2023, village).rows if one.off_list] == [near_poor]
        enter_names(desk, EntrySheet(2023, 5, NEAR_POOR), [NameEntry(near_poor, "chosen", "x")], messages)
        (one,) = read_names(desk, 2023).rows
        assert (one.registered.target, one.registered.note) == (NEAR_POOR, "nhầm diện")


class TestHelpersByNumber:
    @pytest.fixture
    def choices(self, desk: Desk) -> tuple[HelperChoice, ...]:
        """A member for another village, a member for this one whose name another officer has, both organisations."""
        for name, organisation, village in (
            ("Đinh Văn Giả", "Hội Nông dân", "Thôn Minh Long"),
            ("Lê Thị Thử", "Hội Phụ nữ", PHI_LONG),
        ):
            before = {one.id for one in officers.list_officers(desk.engine)}
            set_up_office.edit_officer(desk, Officer("", name, "Thành viên"))
            (officer,) = {one.id for one in officers.list_officers(desk.engine)} - before
            term = OfficerTerm("", officer, organisation=organisation, villages=(key_of(desk, village),))
            keep_committee.edit_term(desk, term)
        return helper_choices(desk, 2023, key_of(desk, PHI_LONG))

    def test_the_village_s_member_comes_first_and_organisations_last(self, choices: tuple[HelperChoice, ...]) -> None:
        assert [one.name for one in choices[:2]] == ["Lê Thị Thử", "Đinh Văn Giả"]
        assert [one.of_village for one in choices[:2]] == [True, False]
        assert [(one.officer_id, one.name) for one in choices[-2:]] == [(None, "Hội Nông dân"), (None, "Hội Phụ nữ")]
        assert next(helper_texts(choices)) == "1 Lê Thị Thử (Hội Phụ nữ)"

    def test_a_number_names_an_officer_or_an_organisation(
        self, desk: Desk, listed: list[str], messages: Messages, choices: tuple[HelperChoice, ...]
    ) -> None:
        entries = [NameEntry(listed[0], "helper", "1"), NameEntry(listed[1], "helper", str(len(choices)))]
        enter_names(desk, EntrySheet(2023, 5, helpers=choices), entries, messages)
        rows = {one.household.id: one for one in read_names(desk, 2023).rows}
        assert rows[listed[0]].registered.helper_id == choices[0].officer_id
        assert (rows[listed[1]].registered.helper_id, rows[listed[1]].helper) == (None, "Hội Phụ nữ")

    @pytest.mark.parametrize("beyond", [0, 1])
    def test_a_number_nobody_has_is_refused(
        self, desk: Desk, listed: list[str], messages: Messages, choices: tuple[HelperChoice, ...], beyond: int
    ) -> None:
        text = str(len(choices) + 1) if beyond else "0"
        with pytest.raises(KnownError) as caught:
            enter_names(desk, EntrySheet(2023, 5, helpers=choices), [NameEntry(listed[0], "helper", text)], messages)
        (finding,) = caught.value.findings
        assert (finding.code, finding.place.field, finding.values) == ("helper-unknown", "helper", {"text": text})


def test_needs_are_proposed_by_the_form_until_the_office_notes_its_own(
    desk: Desk, listed: list[str], messages: Messages
) -> None:
    def first() -> Candidate:
        return read_candidates(desk, 2023, key_of(desk, PHI_LONG)).rows[0]

    assert first().proposed == ()
    enter(desk, messages, (listed[1], "chosen", "x"))
    assert first().ranked is not None
    assert first().proposed == (HouseholdNeed.JOB,)
    enter(desk, messages, (listed[1], "needs", "1"))
    assert first().proposed == ()


def test_names_come_and_go_beside_what_was_read_before(desk: Desk, listed: list[str], messages: Messages) -> None:
    village = key_of(desk, PHI_LONG)
    standing = read_standing(desk, 2023, village)
    enter(desk, messages, (listed[0], "chosen", "x"))
    beside = read_candidates(desk, 2023, village, standing=standing)
    assert [one.named is not None for one in beside.rows] == [False, True]
    assert beside == read_candidates(desk, 2023, village)
    assert read_candidates(desk, 2023, village, NEAR_POOR, standing).rows == ()


def test_what_the_office_above_assigned_stands_before_the_sum_of_the_villages(desk: Desk, listed: list[str]) -> None:
    assert listed
    village = key_of(desk, PHI_LONG)
    edit_grid.enter_cells(desk, 2023, [CellEntry(village, "assigned", "3")])
    own = read_candidates(desk, 2023, village)
    assert own.figures is not None
    assert own.commune is not None
    assert own.figures.assigned == 3
    set_targets.set_assigned_reduction(desk, 2023, 50)
    again = read_candidates(desk, 2023, village)
    assert again.commune == own.commune._replace(assigned=50)
    assert again.figures == own.figures


def test_who_did_it_stays_with_what_was_done(desk: Desk, listed: list[str], messages: Messages) -> None:
    name_households.register_households(desk, 2023, listed[:1])
    name_households.record_follow_up(desk, 2023, listed[0], 5, "Thăm hộ", "Chi hội Nông dân")
    enter(desk, messages, (listed[0], "done", "Thăm hộ, tặng giống"))
    (one,) = read_names(desk, 2023).rows
    assert [(past.done, past.done_by) for past in one.follow_ups] == [("Thăm hộ, tặng giống", "Chi hội Nông dân")]


def test_the_sealed_round_shows_who_left_unnamed_and_who_stayed(
    desk: Desk, listed: list[str], messages: Messages
) -> None:
    enter(desk, messages, (listed[0], "chosen", "x"))
    village = key_of(desk, PHI_LONG)
    assert not read_candidates(desk, 2023, village).closed
    seal_year(desk, 2023, {listed[0]: Form(100, 4), listed[1]: Form(160, 0)})
    found = read_candidates(desk, 2023, village)
    assert found.closed
    shown = {one.household.id: one for one in found.rows}
    assert len(shown) == len(found.rows)
    assert (shown[listed[0]].stayed, shown[listed[0]].left_unnamed) == (True, False)
    assert (shown[listed[1]].stayed, shown[listed[1]].left_unnamed) == (False, True)
    name_households.take_results(desk, 2023)
    (one,) = read_names(desk, 2023).rows
    assert (one.registered.result, one.by_round) == (TargetResult.NOT_LEFT, True)
    name_households.record_result(desk, 2023, listed[0], TargetResult.NOT_LEFT)
    assert [one.by_round for one in read_names(desk, 2023).rows] == [False]
