from __future__ import annotations

from pathlib import Path

import pytest

from povertydesk.poverty.area import AreaType, OfficeLevel
from povertydesk.poverty.course_balance import BLOCKS, CLAIMED, CLOSING, LISTED, CourseBlock
from povertydesk.poverty.household_list import HouseholdEventKind
from povertydesk.poverty.person import Person
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import people
from povertydesk.workflow import edit_grid, life_events, record_villages
from povertydesk.workflow.course_sheet import CourseSheet, read_course_sheet
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.keep_registry import NewMember
from povertydesk.workflow.start_file import NewOffice, start_file
from tests.workflow.contents import key_of
from tests.workflow.registry import day, household_of
from tests.workflow.reviewing import found, opened, sealed, today, told

POOR, NEAR = PovertyStatus.POOR, PovertyStatus.NEAR_POOR
POOR_HOUSEHOLDS, POOR_PEOPLE, NEAR_HOUSEHOLDS, _ = BLOCKS
PHI_LONG, VAN_NGOC = "Thôn Phi Long", "Thôn Vân Ngọc"


@pytest.fixture
def desk(empty: Desk) -> Desk:
    """A commune with two villages and nothing else."""
    record_villages.add_villages(empty, [PHI_LONG, VAN_NGOC])
    return empty


def keys(sheet: CourseSheet, village: str | None, block: CourseBlock, column: str) -> list[str]:
    return [one.household for one in sheet.behind(village, block, column)]


def test_a_household_tells_its_year(desk: Desk) -> None:
    one = household_of(desk)
    sealed(desk, 2022, {one: POOR})
    today(desk, day(6, 1, 2023))
    life_events.record_birth(desk, one, NewMember(Person("", "Bùi Văn Giả"), "child"), day(2, 1, 2023))
    life_events.move_village(desk, one, key_of(desk, VAN_NGOC), day(5, 2, 2023))
    sealed(desk, 2023, {one: NEAR})
    sheet = read_course_sheet(desk, 2023)
    assert (sheet.opened_on, sheet.closed_on) == (day(12, 10), day(12, 10, 2023))
    [told_of] = sheet.behind(key_of(desk, VAN_NGOC), POOR_HOUSEHOLDS, "to_near_poor")
    assert (told_of.code, told_of.head_name, told_of.village, told_of.counted) == ("001", "Bùi Văn Mẫu", VAN_NGOC, 1)
    assert told_of.before is not None
    assert told_of.after is not None
    assert (told_of.before.status, told_of.before.people) == (POOR, 4)
    assert (told_of.after.status, told_of.after.people) == (NEAR, 5)
    assert [(event.on, event.kind) for event in told_of.events] == [(day(5, 2, 2023), HouseholdEventKind.MOVED_VILLAGE)]
    assert [(change.on, change.joined, change.left) for change in told_of.changes] == [(day(2, 1, 2023), 1, 0)]
    assert sheet.behind(None, POOR_PEOPLE, "other_in")[0].counted == 1


def test_one_that_left_is_still_named(desk: Desk) -> None:
    one = household_of(desk)
    sealed(desk, 2022, {one: POOR})
    today(desk, day(6, 1, 2023))
    life_events.move_out(desk, [each.person.id for each in people.list_members(desk.engine, one)], day(4, 1, 2023))
    sealed(desk, 2023, {})
    sheet = read_course_sheet(desk, 2023)
    [gone] = sheet.behind(None, POOR_HOUSEHOLDS, "other_out")
    assert (gone.household, gone.village, gone.after) == (one, PHI_LONG, None)
    assert sheet.doubted(None, POOR_HOUSEHOLDS, "other_out") == ()


def test_who_came_without_a_history_is_doubted(desk: Desk) -> None:
    one, two = household_of(desk), household_of(desk, village=VAN_NGOC)
    key = opened(desk, 2023)
    told(desk, key, {one: POOR})
    found(desk, key, {one: POOR, two: POOR})
    sheet = read_course_sheet(desk, 2023)
    assert keys(sheet, None, POOR_HOUSEHOLDS, "other_in") == [two]
    [doubted] = sheet.doubtful(None, POOR_HOUSEHOLDS, "other_in")
    assert doubted.doubts == ("unknown-history",)
    assert sheet.doubtful(key_of(desk, PHI_LONG), POOR_HOUSEHOLDS, "other_in") == ()


def test_a_broken_cell_names_those_to_look_at_and_the_closings_share_their_list(desk: Desk) -> None:
    one, two = household_of(desk), household_of(desk)
    key = opened(desk, 2023)
    told(desk, key, {one: POOR})
    found(desk, key, {one: POOR, two: POOR})
    village = key_of(desk, PHI_LONG)
    edit_grid.enter_cells(desk, 2023, [CellEntry(village, "poor_opening", "2")])
    edit_grid.enter_cells(desk, 2024, [CellEntry(village, "poor_opening", "7")])
    sheet = read_course_sheet(desk, 2023)
    assert sheet.line(village, POOR_HOUSEHOLDS).value("opening") == 2
    assert [one.household for one in sheet.breaking(village, POOR_HOUSEHOLDS, "opening")] == [two]
    assert sheet.breaking(village, NEAR_HOUSEHOLDS, "opening") == ()
    behind = {column: keys(sheet, village, POOR_HOUSEHOLDS, column) for column in (CLOSING, LISTED, CLAIMED)}
    assert behind == {CLOSING: [one, two], LISTED: [one, two], CLAIMED: [one, two]}
    assert sheet.line(village, POOR_HOUSEHOLDS).value(CLAIMED) == 7


def test_the_columns_are_those_of_the_official_tables(desk: Desk) -> None:
    sealed(desk, 2022, {household_of(desk): POOR})
    opened(desk, 2023)
    sheet = read_course_sheet(desk, 2023)
    for block in BLOCKS:
        columns = sheet.columns(block)
        assert tuple(one.key for one in columns) == (*block.columns, CLOSING)
        assert [one.number.partition("=")[0] for one in columns] == list("123456789")
    assert sheet.columns(NEAR_HOUSEHOLDS)[2].headings == ("Số hộ cận nghèo giảm trong năm",)
    assert sheet.places == (key_of(desk, PHI_LONG), key_of(desk, VAN_NGOC), None)
    assert sheet.place_heading == "Thôn"


def test_a_receiving_office_has_communes(tmp_path: Path, program: Program) -> None:
    office = NewOffice("Huyện Thử Nghiệm", AreaType.RURAL, level=OfficeLevel.RECEIVING)
    desk = start_file(tmp_path / "huyen.pdesk", office, program)
    record_villages.add_villages(desk, ["Xã Thử Một", "Phường Thử Hai"])
    sealed(desk, 2022, {household_of(desk, village="Xã Thử Một"): POOR})
    opened(desk, 2023)
    assert read_course_sheet(desk, 2023).place_heading == "Xã, phường"
    desk.close()


def test_a_year_without_a_course_is_refused(desk: Desk) -> None:
    with pytest.raises(KnownError) as caught:
        read_course_sheet(desk, 2023)
    assert caught.value.code == "year-without-round"
