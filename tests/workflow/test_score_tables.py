"""A score table's way: a blank workbook, two people's entries, checked, given to another office, and scored there."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from povertydesk.poverty.area import AreaType, Region
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import RoundKind
from povertydesk.store import score_tables as stored
from povertydesk.store import villages
from povertydesk.workflow import history, review_rounds, score_tables, set_up_office
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.score_tables import TableState
from tests.exchange.typed_forms import (
    FIRST_ROW,
    FORM_ID,
    Edit,
    cell,
    edit_book,
    fill,
    put,
    retype,
    sign,
    typed_form,
)
from tests.workflow.contents import assert_sound, contents, operations, undo_last

FIRST, SECOND = "Hà Văn Thử", "Lò Thị Mẫu"
TODAY = datetime.date(2023, 1, 5)


def refuses(code: str, act: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as caught:
        act()
    assert caught.value.code == code
    return caught.value


def settle_region(desk: Desk, region: Region | None = Region.NORTHERN_MIDLANDS_AND_MOUNTAINS) -> None:
    set_up_office.edit_office(desk, desk.unit._replace(region=region))


def states(desk: Desk) -> list[tuple[str, str, TableState]]:
    return [(one.questionnaire, one.column, one.state) for one in score_tables.list_tables(desk)]


def second_entry(desk: Desk, folder: Path, *edits: Edit, by: str = SECOND) -> Path:
    """Type bands and points into the workbook that the program writes for the second person."""
    path = folder / "lan-hai.xlsx"
    score_tables.save_template(desk, path, FORM_ID, "NT2")
    return edit_book(path, retype, sign(by), *edits)


@pytest.fixture
def office(empty: Desk) -> Desk:
    """A new commune whose region is set."""
    settle_region(empty)
    return empty


@pytest.fixture
def drafted(office: Desk, tmp_path: Path) -> Desk:
    """One in which the first person's entry is loaded."""
    score_tables.load_table(office, typed_form(tmp_path / "lan-mot.xlsx", by=FIRST))
    return office


@pytest.fixture
def checked(drafted: Desk, tmp_path: Path) -> Desk:
    """One in which the second person's entry agreed."""
    assert score_tables.check_table(drafted, second_entry(drafted, tmp_path)).changes
    return drafted


class TestList:
    def test_it_names_what_is_missing_first_and_practice_last(self, office: Desk) -> None:
        assert states(office) == [(FORM_ID, "NT2", TableState.MISSING), ("practice", "NT2", TableState.PRACTICE)]

    def test_a_region_that_nobody_set_has_no_column(self, empty: Desk, tmp_path: Path) -> None:
        assert states(empty) == [(FORM_ID, "", TableState.MISSING)]
        refuses("region-not-set", lambda: score_tables.save_template(empty, tmp_path / "a.xlsx", FORM_ID, ""))

    def test_villages_of_another_area_need_their_own_column(self, office: Desk) -> None:
        with office.operation("add-villages", villages=1, names="Tổ 1") as act:
            villages.add_villages(act.writer, ["Tổ 1"], 1)
            key = villages.list_villages(office.engine)[0].id
            act.writer.update("village", key, {"area": AreaType.URBAN.value})
        assert [column for _, column, _ in states(office)] == ["NT2", "TT", "NT2", "TT"]


class TestLoading:
    def test_the_first_entry_is_a_draft_of_who_the_workbook_names(self, drafted: Desk) -> None:
        line = score_tables.list_tables(drafted)[0]
        assert (line.state, line.entered_by, line.entered_on, line.checked_by) == (TableState.DRAFT, FIRST, TODAY, "")
        assert (line.title, line.standard, line.column) == ("Phiếu B1 thử nghiệm", "2022-2026", "NT2")
        table = stored.list_score_tables(drafted.engine)[0]
        assert table.points["2.10", "2"] == 25
        assert len(table.form.items) == 4
        assert_sound(drafted)

    def test_loading_the_same_again_changes_nothing(self, drafted: Desk, tmp_path: Path) -> None:
        before = contents(drafted)
        assert not score_tables.load_table(drafted, tmp_path / "lan-mot.xlsx").changes
        assert contents(drafted) == before

    def test_a_corrected_first_entry_takes_the_place_and_is_taken_back(self, drafted: Desk, tmp_path: Path) -> None:
        before = contents(drafted)
        score_tables.load_table(drafted, typed_form(tmp_path / "b.xlsx", put(cell(0, "H"), 75)))
        (table,) = stored.list_score_tables(drafted.engine)
        assert table.points["1", "1"] == 75
        undo_last(drafted)
        assert contents(drafted) == before

    def test_who_works_at_the_desk_typed_it_where_the_workbook_names_nobody(self, office: Desk, tmp_path: Path) -> None:
        path = typed_form(tmp_path / "a.xlsx", by="")
        refuses("score-table-without-name", lambda: score_tables.load_table(office, path))
        score_tables.load_table(office, path, " Bùi  Văn Nháp ")
        assert score_tables.list_tables(office)[0].entered_by == "Bùi Văn Nháp"

    def test_a_faulty_workbook_names_every_cell_and_leaves_no_trace(self, office: Desk, tmp_path: Path) -> None:
        before, done = contents(office), operations(office)
        path = typed_form(tmp_path / "a.xlsx", put(cell(0, "H"), "bảy mươi"), put(cell(4, "C"), "khác"))
        error = refuses("score-table-incomplete", lambda: score_tables.load_table(office, path))
        assert [(one.code, one.place.row, one.place.column) for one in error.findings] == [
            ("points-not-a-number", FIRST_ROW, "H"),
            ("score-kind-unknown", FIRST_ROW + 4, "C"),
        ]
        assert error.values["faults"] == 2
        assert (contents(office), operations(office)) == (before, done)

    def test_it_is_undone(self, office: Desk, tmp_path: Path) -> None:
        before = contents(office)
        score_tables.load_table(office, typed_form(tmp_path / "a.xlsx"))
        undo_last(office)
        assert contents(office) == before


class TestChecking:
    def test_the_second_person_gets_the_items_without_bands_and_points(self, drafted: Desk, tmp_path: Path) -> None:
        path = tmp_path / "b.xlsx"
        score_tables.save_template(drafted, path, FORM_ID, "NT2")
        sheet: Any = openpyxl.load_workbook(path).worksheets[0]
        rows = [[sheet.cell(row, column).value for column in range(1, 9)] for row in range(FIRST_ROW, FIRST_ROW + 3)]
        assert rows == [
            ["1", "Số nhân khẩu", "theo khoảng số", "1", "1 đến 3 người", None, None, None],
            [None, None, None, "2", "4 đến 6 người", None, None, None],
            [None, None, None, "3", "Trên 6 người", None, None, None],
        ]

    def test_alike_it_is_checked_with_both_names(self, drafted: Desk, tmp_path: Path) -> None:
        entry = score_tables.check_table(drafted, second_entry(drafted, tmp_path))
        assert entry.comparison.alike
        assert entry.line.state is TableState.CHECKED
        line = score_tables.list_tables(drafted)[0]
        assert (line.state, line.entered_by, line.checked_by, line.checked_on) == (
            TableState.CHECKED, FIRST, SECOND, TODAY,
        )  # fmt: skip
        assert_sound(drafted)
        undo_last(drafted)
        assert score_tables.list_tables(drafted)[0].state is TableState.DRAFT

    def test_a_whole_form_typed_twice_from_paper_is_compared_too(self, drafted: Desk, tmp_path: Path) -> None:
        path = typed_form(tmp_path / "b.xlsx", put(cell(5, "E"), "không có."), by=SECOND)
        assert score_tables.check_table(drafted, path).changes

    def test_differences_are_shown_and_nothing_is_kept(self, drafted: Desk, tmp_path: Path) -> None:
        before = contents(drafted)
        path = second_entry(drafted, tmp_path, put(f"H{FIRST_ROW}", 17), put(f"G{FIRST_ROW + 5}", 85))
        # The band after it begins where this one ends.
        edit_book(path, put(f"F{FIRST_ROW + 6}", 85))
        entry = score_tables.check_table(drafted, path)
        assert not entry.changes
        assert [one.code for one in entry.comparison.findings] == [
            "form-entry-differs", "form-entry-differs", "points-differ", "sums-differ",
        ]  # fmt: skip
        assert (entry.comparison.first_total, entry.comparison.second_total) == (190, 137)
        assert contents(drafted) == before

    @pytest.mark.parametrize("by", [FIRST, "ha van  thu"])
    def test_one_person_cannot_check_alone(self, drafted: Desk, tmp_path: Path, by: str) -> None:
        path = second_entry(drafted, tmp_path, by=by)
        refuses("score-table-one-person", lambda: score_tables.check_table(drafted, path))

    def test_a_second_entry_needs_a_name_and_a_first_one(self, office: Desk, tmp_path: Path) -> None:
        path = typed_form(tmp_path / "a.xlsx", by="")
        refuses("score-table-not-loaded", lambda: score_tables.check_table(office, path))
        score_tables.load_table(office, path, FIRST)
        refuses("score-table-without-name", lambda: score_tables.check_table(office, path))
        assert score_tables.check_table(office, path, SECOND).line.checked_by == SECOND

    def test_a_faulty_second_entry_names_its_cells(self, drafted: Desk, tmp_path: Path) -> None:
        path = second_entry(drafted, tmp_path, put(f"H{FIRST_ROW}", None))
        error = refuses("score-table-incomplete", lambda: score_tables.check_table(drafted, path))
        assert [one.code for one in error.findings] == ["points-missing"]

    def test_a_checked_table_is_neither_typed_nor_checked_again(self, checked: Desk, tmp_path: Path) -> None:
        refuses("score-table-checked", lambda: score_tables.load_table(checked, tmp_path / "lan-mot.xlsx"))
        refuses("score-table-checked", lambda: score_tables.check_table(checked, tmp_path / "lan-hai.xlsx"))


class TestFurtherColumns:
    def test_the_template_of_a_further_column_has_items_and_bands(self, checked: Desk, tmp_path: Path) -> None:
        settle_region(checked, Region.SOUTHEAST)
        path = tmp_path / "nt5.xlsx"
        score_tables.save_template(checked, path, FORM_ID, "NT5")
        sheet: Any = openpyxl.load_workbook(path).worksheets[0]
        first = [sheet.cell(FIRST_ROW, column).value for column in range(1, 9)]
        assert first == ["1", "Số nhân khẩu", "theo khoảng số", "1", "1 đến 3 người", 1, 4, None]
        line = score_tables.load_table(checked, edit_book(path, retype, sign(SECOND))).line
        assert (line.column, line.state, line.title) == ("NT5", TableState.DRAFT, "Phiếu B1 thử nghiệm")

    @pytest.mark.parametrize("name", [cell(0, "C"), cell(8, "D"), cell(7, "F")])
    def test_columns_of_one_form_have_the_same_items(self, checked: Desk, tmp_path: Path, name: str) -> None:
        value = {"C": "một lựa chọn", "D": "c", "F": 9}[name[0]]
        edits = [put(name, value)]
        if name[0] == "C":
            edits += [put(cell(row, column), None) for row in range(3) for column in "FG"]
        if name[0] == "F":
            edits.append(put(cell(6, "G"), 9))
        path = typed_form(tmp_path / "nt5.xlsx", *edits, column="NT5")
        error = refuses("score-columns-not-alike", lambda: score_tables.load_table(checked, path))
        assert error.values["column"] == "NT2"


class TestGivingToOthers:
    @pytest.fixture
    def exported(self, checked: Desk, tmp_path: Path) -> Path:
        path = tmp_path / "cho-xa-khac.xlsx"
        score_tables.export_table(checked, score_tables.list_tables(checked)[0].id, path)
        return path

    def test_it_counts_as_checked_there(self, exported: Path, desk: Desk) -> None:
        line, changes = score_tables.load_table(desk, exported, "Bùi Văn Nháp")
        assert changes.findings == ()
        assert line in score_tables.list_tables(desk)
        assert (line.state, line.entered_by, line.checked_by, line.checked_on) == (
            TableState.CHECKED, FIRST, SECOND, TODAY,
        )  # fmt: skip
        assert not score_tables.load_table(desk, exported).changes

    @pytest.mark.parametrize(
        "edit",
        [
            put(f"H{FIRST_ROW + 4}", 71),
            put(f"E{FIRST_ROW + 4}", "Khác"),
            put("C8", "06/01/2023"),
            put("C9", "Lò Văn Mẫu"),
        ],
    )
    def test_a_cell_changed_on_the_way_makes_it_a_draft_and_says_so(
        self, exported: Path, desk: Desk, edit: Edit
    ) -> None:
        line, changes = score_tables.load_table(desk, edit_book(exported, edit))
        assert [one.code for one in changes.findings] == ["score-checksum-differs"]
        assert (line.state, line.entered_by, line.checked_by) == (TableState.DRAFT, FIRST, "")

    def test_a_draft_given_on_waits_for_its_second_person_there(
        self, drafted: Desk, desk: Desk, tmp_path: Path
    ) -> None:
        path = tmp_path / "nhap.xlsx"
        score_tables.export_table(drafted, score_tables.list_tables(drafted)[0].id, path)
        line, changes = score_tables.load_table(desk, path)
        assert changes.findings == ()
        assert (line.state, line.entered_by) == (TableState.DRAFT, FIRST)

    def test_a_table_that_is_gone_is_not_exported(self, office: Desk, tmp_path: Path) -> None:
        refuses("score-table-not-found", lambda: score_tables.export_table(office, "x", tmp_path / "a.xlsx"))


class TestRemoving:
    def test_it_is_removed_and_brought_back(self, checked: Desk) -> None:
        before = contents(checked)
        key = score_tables.list_tables(checked)[0].id
        assert score_tables.remove_table(checked, key)
        assert states(checked)[0] == (FORM_ID, "NT2", TableState.MISSING)
        refuses("score-table-not-found", lambda: score_tables.remove_table(checked, key))
        undo_last(checked)
        assert contents(checked) == before

    def test_what_a_round_rests_on_stays(self, checked: Desk) -> None:
        review_rounds.open_round(checked, 2023, RoundKind.ANNUAL, datetime.date(2023, 9, 1), FORM_ID)
        key = score_tables.list_tables(checked)[0].id
        error = refuses("score-table-in-round", lambda: score_tables.remove_table(checked, key))
        assert error.values == {"year": 2023}

    def test_what_a_round_rests_on_cannot_be_undone(self, checked: Desk) -> None:
        review_rounds.open_round(checked, 2023, RoundKind.ANNUAL, datetime.date(2023, 9, 1), FORM_ID)
        before = contents(checked)
        checking = next(one for one in history.list_history(checked) if one.name == "check-score-table")
        refuses("score-table-in-round", lambda: history.undo(checked, str(checking.number)))
        assert contents(checked) == before
        undo_last(checked)
        history.undo(checked, str(checking.number))
        assert score_tables.list_tables(checked)[0].state is TableState.DRAFT


class TestPractice:
    def test_the_procedure_is_practised_and_never_verified(self, office: Desk, tmp_path: Path) -> None:
        def type_points(sheet: Any) -> None:
            for row in range(8, sheet.max_row):
                sheet.cell(row, 5, 10)

        for name, by in (("a.xlsx", FIRST), ("b.xlsx", SECOND)):
            score_tables.save_template(office, tmp_path / name, "practice", "NT2")
            edit_book(tmp_path / name, type_points, sign(by))
        score_tables.load_table(office, tmp_path / "a.xlsx")
        entry = score_tables.check_table(office, tmp_path / "b.xlsx")
        assert entry.comparison.alike
        assert entry.line.state is TableState.PRACTICE
        assert not stored.list_score_tables(office.engine)[0].verified
        score_tables.export_table(office, entry.line.id, tmp_path / "c.xlsx")
        assert "BÀI TẬP" in openpyxl.load_workbook(tmp_path / "c.xlsx").worksheets[0]["A1"].value

    def test_an_unknown_form_has_no_template(self, office: Desk, tmp_path: Path) -> None:
        error = refuses(
            "unknown-questionnaire", lambda: score_tables.save_template(office, tmp_path / "a.xlsx", "khác", "NT2")
        )
        assert error.values["questionnaires"] == f"{FORM_ID}, practice"


def test_a_blank_template_is_typed_by_hand_and_loaded(office: Desk, tmp_path: Path) -> None:
    path = tmp_path / "trong.xlsx"
    score_tables.save_template(office, path, FORM_ID, "NT2")
    score_tables.load_table(office, edit_book(path, fill, sign(FIRST)))
    line = score_tables.list_tables(office)[0]
    assert (line.state, line.title) == (TableState.DRAFT, "Phiếu B (B1: thu nhập, B2: mức độ thiếu hụt)")


def test_a_file_open_elsewhere_or_a_missing_folder_is_said(office: Desk, tmp_path: Path) -> None:
    missing = tmp_path / "không có" / "a.xlsx"
    refuses("folder-missing", lambda: score_tables.save_template(office, missing, FORM_ID, "NT2"))
