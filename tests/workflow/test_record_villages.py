from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.problems import KnownError
from povertydesk.store.households import NewHousehold, add_households
from povertydesk.workflow import record_villages, review_rounds, set_targets
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.open_desk import open_desk
from tests.exchange.workbooks import CellValue, workbook
from tests.workflow.conftest import NOON
from tests.workflow.contents import assert_sound, contents, key_of, names, operations, undo_last
from tests.workflow.registry import day
from tests.workflow.reviewed import open_round

HEADINGS = ("Thôn", "Tổng số hộ", "Nhân khẩu", "Hộ nghèo", "Hộ cận nghèo")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "thon.xlsx"


def write(book: Path, *rows: tuple[CellValue, ...]) -> Path:
    return workbook(book, (HEADINGS, *rows))


def figures(desk: Desk, name: str) -> tuple[int | None, ...]:
    known = next(known for village, known in record_villages.read_villages(desk, 2023).rows if village.name == name)
    return known.households, known.people, known.poor, known.near_poor


class TestImport:
    def test_known_villages_are_brought_up_to_date_and_new_ones_added(self, desk: Desk, book: Path) -> None:
        write(book, ("THÔN MINH LONG", 222, 930, 13, 30), ("Thôn Mới", 50, None, 5, None))
        changes = record_villages.import_villages(desk, 2023, book)
        assert changes.touches("village", "village_year")
        assert names(desk)[0] == "Thôn Minh Long"
        assert names(desk)[-1] == "Thôn Mới"
        assert figures(desk, "Thôn Minh Long") == (222, 930, 13, 30)
        assert figures(desk, "Thôn Mới") == (50, None, 5, None)
        assert_sound(desk)

    def test_a_receiving_office_takes_the_units_of_its_communes(self, receiving: Desk, book: Path) -> None:
        first, second, third = names(receiving)[:3]
        rows = ((None, "Cụm Bắc"), (1, first, 600), (2, third, 700), (None, "Cụm Nam"), (3, second, 800))
        workbook(book, (("TT", "Xã", "Tổng số hộ"), *rows))
        before = contents(receiving)
        assert record_villages.import_villages(receiving, 2023, book)
        known = [(one.name, one.group) for one, _ in record_villages.read_villages(receiving, 2023).rows]
        assert known[:3] == [(first, "Cụm Bắc"), (third, "Cụm Bắc"), (second, "Cụm Nam")]
        assert {group for _, group in known[3:]} == {""}
        assert not record_villages.import_villages(receiving, 2023, book)
        assert_sound(receiving)
        undo_last(receiving)
        assert contents(receiving) == before

    def test_a_list_without_units_leaves_them(self, receiving: Desk, book: Path) -> None:
        first = names(receiving)[0]
        workbook(book, (("Huyện", "Xã", "Tổng số hộ"), ("Cụm Bắc", first, 600)))
        record_villages.import_villages(receiving, 2023, book)
        workbook(book, (("Xã", "Tổng số hộ"), (first, 601)))
        record_villages.import_villages(receiving, 2023, book)
        known = {one.name: one.group for one, _ in record_villages.read_villages(receiving, 2023).rows}
        assert known[first] == "Cụm Bắc"

    def test_it_is_one_step_back(self, desk: Desk, book: Path) -> None:
        before = contents(desk)
        write(book, ("Thôn Minh Long", 222, 930, 13, 30), ("Thôn Mới", 50, None, 5, None))
        record_villages.import_villages(desk, 2023, book)
        undo_last(desk)
        assert contents(desk) == before
        assert_sound(desk)

    def test_a_blank_never_overwrites(self, desk: Desk, book: Path) -> None:
        write(book, ("Thôn Minh Long", None, 930, None, None))
        record_villages.import_villages(desk, 2023, book)
        assert figures(desk, "Thôn Minh Long") == (221, 930, 14, None)

    def test_a_second_time_changes_nothing(self, desk: Desk, book: Path) -> None:
        write(book, ("Thôn Minh Long", 222, 930, 13, 30))
        record_villages.import_villages(desk, 2023, book)
        before, done = contents(desk), operations(desk)
        assert not record_villages.import_villages(desk, 2023, book)
        assert (contents(desk), operations(desk)) == (before, done)

    def test_other_years_and_targets_stay(self, desk: Desk, book: Path) -> None:
        grid = set_targets.read_grid(desk, 2023)
        write(book, ("Thôn Minh Long", 222, 930, 13, 30))
        record_villages.import_villages(desk, 2024, book)
        assert set_targets.read_grid(desk, 2023) == grid
        assert record_villages.known_years(desk) == (2024, 2023)

    def test_any_fault_leaves_everything_as_it_was(self, desk: Desk, book: Path) -> None:
        before, done = contents(desk), operations(desk)
        write(book, ("Thôn Minh Long", 222, 930, 13, 30), ("Thôn Mới", 5, 20, 6, 1))
        with pytest.raises(KnownError, match="workbook-has-faults"):
            record_villages.import_villages(desk, 2023, book)
        assert (contents(desk), operations(desk)) == (before, done)

    @pytest.mark.parametrize(
        ("row", "fault"),
        [
            ((13, None, None, None), ("poor-exceeds-households", "B – Tổng số hộ")),
            ((None, None, 222, None), ("poor-exceeds-households", "D – Hộ nghèo")),
            ((None, None, None, 208), ("poor-and-near-poor-exceed", "E – Hộ cận nghèo")),
            ((None, None, 200, 22), ("poor-and-near-poor-exceed", "E – Hộ cận nghèo")),
        ],
    )
    def test_what_contradicts_the_figures_that_stay_is_a_fault(
        self, desk: Desk, book: Path, row: tuple[CellValue, ...], fault: tuple[str, str]
    ) -> None:
        before, done = contents(desk), operations(desk)
        write(book, ("Thôn Mới", 5, 20, 1, 1), ("THÔN MINH LONG", *row))
        with pytest.raises(KnownError) as caught:
            record_villages.import_villages(desk, 2023, book)
        assert [(one.code, one.place.row, one.place.column) for one in caught.value.findings] == [
            (fault[0], 3, fault[1])
        ]
        assert (contents(desk), operations(desk)) == (before, done)
        assert not desk.program.backup_folder.exists()

    def test_figures_of_other_years_and_what_is_replaced_contradict_nothing(self, desk: Desk, book: Path) -> None:
        write(book, ("Thôn Minh Long", 13, None, None, None))
        record_villages.import_villages(desk, 2024, book)
        write(book, ("Thôn Minh Long", 13, None, 13, 0))
        record_villages.import_villages(desk, 2023, book)
        assert figures(desk, "Thôn Minh Long") == (13, None, 13, 0)

    def test_it_is_backed_up_where_there_is_something_to_lose(self, desk: Desk, empty: Desk, book: Path) -> None:
        write(book, ("Thôn Minh Long", 222, 930, 13, 30))
        record_villages.import_villages(empty, 2023, book)
        assert list(empty.program.backup_folder.rglob("*.pdesk")) == []
        record_villages.import_villages(desk, 2023, book)
        (backup,) = desk.program.backup_folder.rglob("*-import.pdesk")
        kept = open_desk(backup, desk.program, read_only=True)
        try:
            assert figures(kept, "Thôn Minh Long") == (221, None, 14, None)
        finally:
            kept.close()

    def test_a_file_that_can_only_be_read_refuses_without_a_backup(self, desk: Desk, book: Path) -> None:
        write(book, ("Thôn Minh Long", 222, 930, 13, 30))
        second = open_desk(desk.path, desk.program)
        try:
            with pytest.raises(KnownError, match="opened-read-only-locked"):
                record_villages.import_villages(second, 2023, book)
        finally:
            second.close()
        assert not desk.program.backup_folder.exists()


class TestAddAndRemove:
    def test_villages_are_added_at_the_end(self, desk: Desk) -> None:
        record_villages.add_villages(desk, [" Thôn  A ", "Thôn B"])
        assert names(desk)[-2:] == ["Thôn A", "Thôn B"]

    @pytest.mark.parametrize(
        ("added", "code"),
        [
            (["thôn minh long"], "village-name-taken"),
            (["Thôn A", "THÔN A"], "village-name-taken"),
            (["Thôn A", " \u200b"], "village-without-name"),
        ],
    )
    def test_names_are_needed_and_stand_once(self, desk: Desk, added: list[str], code: str) -> None:
        before = contents(desk)
        with pytest.raises(KnownError, match=code):
            record_villages.add_villages(desk, added)
        assert contents(desk) == before

    def test_a_village_goes_with_its_figures_and_comes_back(self, desk: Desk) -> None:
        before = contents(desk)
        record_villages.remove_village(desk, key_of(desk, "Thôn Phi Long"))
        assert "Thôn Phi Long" not in names(desk)
        assert record_villages.read_villages(desk, 2023).total["households"] == 1518 - 267
        assert_sound(desk)
        undo_last(desk)
        assert contents(desk) == before
        assert_sound(desk)

    def test_a_village_with_registered_households_stays(self, desk: Desk) -> None:
        key = key_of(desk, "Thôn Phi Long")
        with desk.operation("add-practice-households", households=1) as act:
            add_households(act.writer, [NewHousehold(key, "00001", "Bùi Thị Mẫu", 4)])
        before = contents(desk)
        with pytest.raises(KnownError) as caught:
            record_villages.remove_village(desk, key)
        assert (caught.value.code, caught.value.values["households"]) == ("village-has-households", 1)
        assert contents(desk) == before


def test_totals_stand_only_where_every_village_has_the_figure(desk: Desk) -> None:
    table = record_villages.read_villages(desk, 2023)
    assert (table.total["households"], table.total["poor"], table.total["people"]) == (1518, 208, None)
    record_villages.add_villages(desk, ["Thôn Mới"])
    assert record_villages.read_villages(desk, 2023).total["households"] is None


def test_villages_without_figures_have_blanks(empty: Desk) -> None:
    record_villages.add_villages(empty, ["Thôn 1"])
    assert figures(empty, "Thôn 1") == (None, None, None, None)
    assert record_villages.known_years(empty) == ()


def test_work_begins_where_a_round_is_open(desk: Desk) -> None:
    assert record_villages.opening_year(desk) == 2023
    earlier = open_round(desk, 2022)
    assert record_villages.known_years(desk) == (2023, 2022)
    assert record_villages.opening_year(desk) == 2022
    review_rounds.close_round(desk, earlier.id, day(12, 10, 2022))
    assert record_villages.opening_year(desk) == 2023
    open_round(desk, 2024)
    assert record_villages.opening_year(desk) == 2024


def test_the_clock_dates_each_operation(desk: Desk) -> None:
    desk.program.clock = FixedClock(NOON + datetime.timedelta(days=1))
    record_villages.add_villages(desk, ["Thôn Mới"])
    stamps = [row["at"][:10] for row in desk.engine.records("SELECT at FROM operation ORDER BY number")]
    assert stamps == ["2023-01-05", "2023-01-05", "2023-01-05", "2023-01-06"]
