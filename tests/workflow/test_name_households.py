"""Naming households: registering, helpers, needs, follow-up, results, and the lists with their three figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from povertydesk.poverty.named_target import ChosenBy, HouseholdNeed, LeavingTarget, TargetResult
from povertydesk.poverty.plan import Officer
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import officers
from povertydesk.workflow import check_year, edit_grid, life_events, name_households, set_up_office
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.named_lists import read_names
from tests.workflow.contents import assert_sound, contents, key_of, operations, undo_last
from tests.workflow.judged_round import Form, fill, open_annual, seal_year, stand_on
from tests.workflow.registry import day, household_of, member, relations

POOR, NEAR_POOR, ABOVE = Form(120, 4), Form(120, 2), Form(150, 3)
PHI_LONG = "Thôn Phi Long"


@pytest.fixture
def listed(desk: Desk) -> dict[str, str]:
    """A poor, another poor and a near-poor household of one village on the sealed list of 2022."""
    keys = {word: household_of(desk, village=PHI_LONG) for word in ("poor", "second", "near_poor")}
    seal_year(desk, 2022, {keys["poor"]: POOR, keys["second"]: POOR, keys["near_poor"]: NEAR_POOR})
    return keys


def register(desk: Desk, *keys: str) -> None:
    name_households.register_households(desk, 2023, keys)


def refuses(code: str, act: Callable[[], object]) -> None:
    with pytest.raises(KnownError) as caught:
        act()
    assert caught.value.code == code


def phi_long(desk: Desk, **counts: int) -> None:
    """Enter figures of the village in the target grid."""
    row = key_of(desk, PHI_LONG)
    edit_grid.enter_cells(desk, 2023, [CellEntry(row, name, str(count)) for name, count in counts.items()])


def codes(desk: Desk) -> list[str]:
    return [finding.code for finding in read_names(desk, 2023).findings]


class TestRegistering:
    def test_names_are_kept_once_and_taken_off_with_what_was_noted(self, desk: Desk, listed: dict[str, str]) -> None:
        before = contents(desk)
        changes = name_households.register_households(
            desk, 2023, [listed["poor"], listed["second"], listed["poor"]], chosen=ChosenBy.RANKING
        )
        assert changes.touches("registered_household")
        done = operations(desk)
        assert not name_households.register_households(desk, 2023, [listed["poor"]])
        assert operations(desk) == done
        rows = read_names(desk, 2023).rows
        assert [(row.household.id, row.registered.chosen) for row in rows] == [
            (listed["poor"], ChosenBy.RANKING),
            (listed["second"], ChosenBy.RANKING),
        ]
        name_households.record_follow_up(desk, 2023, listed["poor"], 3, "Cho vay 30 triệu đồng")
        name_households.unregister_households(desk, 2023, [listed["poor"], "nobody"])
        assert [row.household.id for row in read_names(desk, 2023).rows] == [listed["second"]]
        assert_sound(desk)
        for _ in range(3):
            undo_last(desk)
        assert contents(desk) == before

    def test_another_list_to_leave_is_changed_and_years_are_apart(self, desk: Desk, listed: dict[str, str]) -> None:
        register(desk, listed["near_poor"])
        name_households.register_households(desk, 2023, [listed["near_poor"]], LeavingTarget.NEAR_POOR)
        (row,) = read_names(desk, 2023).rows
        assert row.registered.target is LeavingTarget.NEAR_POOR
        assert read_names(desk, 2022).rows == ()

    def test_households_that_are_gone_are_refused(self, desk: Desk, listed: dict[str, str]) -> None:
        joining = {member(desk, listed["second"], name): None for name in relations(desk, listed["second"])}
        life_events.merge_households(desk, listed["second"], listed["poor"], joining, day(1, 4, 2023))
        before = contents(desk)
        refuses("registered-household-ended", lambda: register(desk, listed["poor"], listed["second"]))
        refuses("household-not-found", lambda: register(desk, "nobody"))
        assert contents(desk) == before


class TestCare:
    def test_an_officer_or_somebody_else_helps(self, desk: Desk, listed: dict[str, str]) -> None:
        register(desk, listed["poor"], listed["second"])
        officer = officers.list_officers(desk.engine)[0]
        name_households.assign_helper(desk, 2023, [listed["poor"]], officer.id, "Hội Phụ nữ xã")
        name_households.assign_helper(desk, 2023, [listed["second"]], helper="  Hội  Phụ nữ xã ")
        assert [row.helper for row in read_names(desk, 2023).rows] == [officer.name, "Hội Phụ nữ xã"]
        name_households.assign_helper(desk, 2023, [listed["poor"], listed["second"]])
        assert [row.registered.helped for row in read_names(desk, 2023).rows] == [False, False]
        refuses("officer-not-found", lambda: name_households.assign_helper(desk, 2023, [listed["poor"]], "nobody"))
        assert_sound(desk)

    def test_the_helper_s_name_follows_the_register(self, desk: Desk, listed: dict[str, str]) -> None:
        register(desk, listed["poor"])
        officer = officers.list_officers(desk.engine)[0]
        name_households.assign_helper(desk, 2023, [listed["poor"]], officer.id)
        set_up_office.edit_officer(desk, Officer(officer.id, "Đinh Thị Giả", "Công chức"))
        assert read_names(desk, 2023).rows[0].helper == "Đinh Thị Giả"

    def test_needs_stand_in_the_order_of_the_list_and_a_note_beside_them(
        self, desk: Desk, listed: dict[str, str]
    ) -> None:
        register(desk, listed["poor"])
        wanted = {HouseholdNeed.TOILET, HouseholdNeed.LOAN, HouseholdNeed.HOUSE}
        name_households.set_needs(desk, 2023, listed["poor"], wanted)
        name_households.set_note(desk, 2023, listed["poor"], " đã có đất ")
        (row,) = read_names(desk, 2023).rows
        assert row.registered.needs == (HouseholdNeed.LOAN, HouseholdNeed.HOUSE, HouseholdNeed.TOILET)
        assert row.registered.note == "đã có đất"

    def test_each_month_has_one_entry(self, desk: Desk, listed: dict[str, str]) -> None:
        register(desk, listed["poor"])
        for month, done in ((5, "Làm nhà"), (3, "Vay vốn"), (5, "Làm xong nhà")):
            name_households.record_follow_up(desk, 2023, listed["poor"], month, done, "Hội Nông dân")
        (row,) = read_names(desk, 2023).rows
        assert [(one.month, one.done) for one in row.follow_ups] == [(3, "Vay vốn"), (5, "Làm xong nhà")]
        name_households.record_follow_up(desk, 2023, listed["poor"], 3, " ")
        assert [one.month for one in read_names(desk, 2023).rows[0].follow_ups] == [5]
        for month in (0, 13):
            with pytest.raises(KnownError, match="month-out-of-range"):
                name_households.record_follow_up(desk, 2023, listed["poor"], month, "x")

    def test_nothing_is_written_of_who_is_not_registered(self, desk: Desk, listed: dict[str, str]) -> None:
        before, poor = contents(desk), listed["poor"]
        refuses("household-not-registered", lambda: name_households.set_needs(desk, 2023, poor, []))
        refuses("household-not-registered", lambda: name_households.assign_helper(desk, 2023, [poor], helper="x"))
        refuses("household-not-registered", lambda: name_households.record_follow_up(desk, 2023, poor, 1, "x"))
        assert contents(desk) == before


class TestResults:
    def test_a_result_is_recorded_with_its_day_and_opened_again(self, desk: Desk, listed: dict[str, str]) -> None:
        register(desk, listed["poor"])
        name_households.record_result(desk, 2023, listed["poor"], TargetResult.GONE, day(1, 2, 2023))
        registered = read_names(desk, 2023).rows[0].registered
        assert (registered.result, registered.result_on) == (TargetResult.GONE, day(1, 2, 2023))
        name_households.record_result(desk, 2023, listed["poor"], None)
        registered = read_names(desk, 2023).rows[0].registered
        assert (registered.result, registered.result_on) == (None, None)
        late = day(2, 1, 2023)
        refuses(
            "event-in-future",
            lambda: name_households.record_result(desk, 2023, listed["poor"], TargetResult.LEFT, late),
        )

    def test_results_come_from_the_sealed_round(self, desk: Desk, listed: dict[str, str]) -> None:
        register(desk, listed["poor"], listed["second"])
        name_households.register_households(desk, 2023, [listed["near_poor"]], LeavingTarget.NEAR_POOR)
        refuses("results-before-round-closed", lambda: name_households.take_results(desk, 2023))
        seal_year(desk, 2023, {listed["poor"]: NEAR_POOR, listed["second"]: POOR, listed["near_poor"]: NEAR_POOR})
        assert name_households.take_results(desk, 2023)
        rows = read_names(desk, 2023).rows
        assert [row.registered.result for row in rows] == [
            TargetResult.LEFT,
            TargetResult.NOT_LEFT,
            TargetResult.NOT_LEFT,
        ]
        assert {row.registered.result_on for row in rows} == {day(12, 10, 2023)}
        assert not name_households.take_results(desk, 2023)

    def test_a_result_beside_the_round_is_found(self, desk: Desk, listed: dict[str, str]) -> None:
        register(desk, listed["poor"])
        name_households.record_result(desk, 2023, listed["poor"], TargetResult.LEFT)
        seal_year(desk, 2023, dict.fromkeys(listed.values(), POOR))
        assert "result-differs-from-round" in codes(desk)
        name_households.record_result(desk, 2023, listed["poor"], TargetResult.NOT_LEFT)
        assert "result-differs-from-round" not in codes(desk)


class TestLists:
    def test_a_name_shows_its_form_and_what_would_change(self, desk: Desk, listed: dict[str, str]) -> None:
        register(desk, listed["poor"])
        (row,) = read_names(desk, 2023, key_of(desk, PHI_LONG)).rows
        assert (row.village, row.opening, row.helper) == (PHI_LONG, PovertyStatus.POOR, "")
        assert row.ranked is not None
        assert (row.ranked.b1, row.ranked.b2, row.ranked.nearness.points) == (120, 40, 21)
        assert row.ranked.nearness.indicators == 2
        assert read_names(desk, 2023, key_of(desk, "Thôn Minh Long")).rows == ()

    def test_three_figures_stand_side_by_side(self, desk: Desk, listed: dict[str, str]) -> None:
        phi_long(desk, reduction=1, registered=2)
        register(desk, listed["poor"], listed["second"])
        name_households.register_households(desk, 2023, [listed["near_poor"]], LeavingTarget.NEAR_POOR)
        name_households.assign_helper(desk, 2023, list(listed.values()), helper="Hội Nông dân")
        names = read_names(desk, 2023, key_of(desk, PHI_LONG))
        (figures,) = names.figures
        assert (figures.assigned, figures.registered, figures.named) == (1, 2, 2)
        assert names.findings == ()
        whole = read_names(desk, 2023)
        assert (whole.total.assigned, whole.total.registered, whole.total.named) == (38, None, 2)
        assert whole.total.named == len([row for row in whole.rows if row.registered.target is LeavingTarget.POOR])

    def test_figures_that_differ_and_names_without_help_are_found(self, desk: Desk, listed: dict[str, str]) -> None:
        assert read_names(desk, 2023).findings == ()
        phi_long(desk, reduction=2, registered=3)
        register(desk, listed["poor"])
        village = read_names(desk, 2023, key_of(desk, PHI_LONG))
        assert [(one.code, one.values.get("named")) for one in village.findings] == [
            ("named-differs-from-registered", 1),
            ("named-below-assigned", 1),
            ("named-without-helper", None),
        ]
        found = {one.code for one in check_year.check_year(desk, 2023) if one.place.village == PHI_LONG}
        assert found >= {one.code for one in village.findings}

    def test_who_was_not_on_the_list_it_is_to_leave_is_found(self, desk: Desk, listed: dict[str, str]) -> None:
        stranger = household_of(desk, village=PHI_LONG, head="Quách Văn Tập")
        register(desk, listed["near_poor"], listed["poor"], stranger)
        found = [one for one in read_names(desk, 2023).findings if one.code == "registered-household-not-on-list"]
        assert [str(one.values["household"]).partition(" ")[0] for one in found] == ["003", "004"]

    def test_a_year_without_rounds_shows_the_names_alone(self, desk: Desk) -> None:
        key = household_of(desk, village=PHI_LONG)
        register(desk, key)
        (row,) = read_names(desk, 2023).rows
        assert (row.opening, row.closing, row.ranked) == (None, None, None)
        assert "registered-household-not-on-list" not in codes(desk)

    def test_an_open_round_shows_what_it_found_so_far(self, desk: Desk, listed: dict[str, str]) -> None:
        register(desk, listed["poor"])
        stand_on(desk, day(10, 1, 2023))
        fill(desk, open_annual(desk, 2023), {listed["poor"]: ABOVE})
        (row,) = read_names(desk, 2023).rows
        assert (row.opening, row.closing) == (PovertyStatus.POOR, PovertyStatus.NOT_POOR)
