from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest

from povertydesk.poverty.problems import KnownError
from povertydesk.store import villages
from povertydesk.workflow import check_year, draft_plan, former_years, record_villages, sign_plan
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.former_years import FormerEntry
from povertydesk.workflow.print_paper import print_paper
from tests.workflow.contents import assert_sound, key_of, undo_last

MINH_LONG = "Thôn Minh Long"


@pytest.fixture
def printed(full_sample: Desk, tmp_path: Path) -> Path:
    """The fifteen tables of the sample's 2023 as the program writes them for Excel."""
    return print_paper(full_sample, "tables", 2023, tmp_path / "bieu-2023.xlsx").path


@pytest.fixture
def printed_2021(printed: Path, tmp_path: Path) -> Path:
    """The same without the tables by indicator: the standard of 2021 had other ones."""
    book = openpyxl.load_workbook(printed)
    for number in (4, 5, 6, 7):
        del book[f"Biểu {number}"]
    book.save(tmp_path / "bieu-2021.xlsx")
    return tmp_path / "bieu-2021.xlsx"


def table_1(path: Path, *, poor: int, rate: float) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    rows: list[list[str | int | float]] = [
        ["BIỂU 1. TỔNG HỢP KẾT QUẢ"],
        ["A", "B", 1, 2, 3, "4=3/1×100"],
        [1, MINH_LONG, 220, 900, poor, rate],
    ]
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_the_ten_years_before_are_there_to_be_filled(desk: Desk) -> None:
    series = former_years.read_series(desk, 2023)
    assert series.years == tuple(range(2022, 2012, -1))
    assert series.rows[0][0].name == MINH_LONG
    assert series.rows[0][1][2020].poor is None
    assert series.tables == {}


def test_a_pasted_block_is_one_act_and_goes_back_as_one(desk: Desk) -> None:
    village = key_of(desk, MINH_LONG)
    block = [FormerEntry(village, year, "households", f"1.{year - 1900}") for year in (2020, 2021, 2022)]
    former_years.enter_former_figures(desk, block)
    known = former_years.read_series(desk, 2023).rows[0][1]
    assert [known[year].households for year in (2020, 2021, 2022)] == [1120, 1121, 1122]
    undo_last(desk)
    assert former_years.read_series(desk, 2023).rows[0][1][2021].households is None
    assert_sound(desk)


def test_an_empty_text_clears_a_figure(desk: Desk) -> None:
    village = key_of(desk, MINH_LONG)
    former_years.enter_former_figures(desk, [FormerEntry(village, 2021, "poor", "20")])
    former_years.enter_former_figures(desk, [FormerEntry(village, 2021, "poor", " ")])
    assert former_years.read_series(desk, 2023).rows[0][1][2021].poor is None


def test_one_wrong_cell_keeps_the_whole_block_out(desk: Desk) -> None:
    village = key_of(desk, MINH_LONG)
    block = [FormerEntry(village, 2021, "poor", "20"), FormerEntry(village, 2022, "poor", "hai mươi")]
    with pytest.raises(KnownError, match="entries-refused") as refused:
        former_years.enter_former_figures(desk, block)
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.year, finding.place.field) == ("count-not-a-number", 2022, "poor")
    assert former_years.read_series(desk, 2023).rows[0][1][2021].poor is None


def test_a_year_that_has_not_begun_is_no_former_year(desk: Desk) -> None:
    with pytest.raises(KnownError, match="former-year-not-before"):
        former_years.enter_former_figures(desk, [FormerEntry(key_of(desk, MINH_LONG), 2024, "poor", "20")])


def test_our_own_tables_come_back_whole(desk: Desk, printed: Path) -> None:
    changes = former_years.import_former_tables(desk, 2022, printed)
    # The sample's villages open 2023 with the figures that these tables close with a year later.
    assert {one.code for one in changes.findings} == {"former-differs-from-figures"}
    assert [table.number for table in former_years.read_former_tables(desk, 2022)] == list(range(1, 14))


def test_tables_by_other_indicators_than_the_years_are_refused(desk: Desk, printed: Path) -> None:
    with pytest.raises(KnownError, match="former-tables-have-faults") as refused:
        former_years.import_former_tables(desk, 2021, printed)
    assert [(one.code, one.place.sheet, one.values["columns"]) for one in refused.value.findings] == [
        ("former-columns-strange", f"Biểu {number}", "11, 12") for number in (4, 5, 6, 7)
    ]
    assert former_years.read_former_tables(desk, 2021) == ()


def test_what_was_blank_is_filled_from_our_own_tables(desk: Desk, printed_2021: Path) -> None:
    changes = former_years.import_former_tables(desk, 2021, printed_2021)
    assert [one.code for one in changes.findings] == ["former-cells-not-calculated"]
    opening = record_villages.read_villages(desk, 2021).total
    following = record_villages.read_villages(desk, 2022).total
    assert (opening["poor"], opening["near_poor"], opening["poor_people"]) == (208, 218, 798)
    assert (opening["households"], opening["ethnic_minority_people"]) == (1518, 5452)
    assert (following["poor"], following["near_poor"]) == (163, 233)
    assert former_years.former_findings(desk) == ()
    assert_sound(desk)


def test_a_copy_opens_with_what_the_copy_of_the_year_before_closed_with(
    desk: Desk, printed_2021: Path, printed: Path
) -> None:
    former_years.import_former_tables(desk, 2021, printed_2021)
    former_years.import_former_tables(desk, 2022, printed)
    found = [one for one in check_year.check_file(desk, 2022) if one.code == "former-differs-from-figures"]
    opening = [one.values for one in found if one.values["of_year"] == "2022" and one.place.village == MINH_LONG]
    assert {(one["number"], one["column"], one["printed"], one["kept"]) for one in opening} >= {
        (2, "1", 14, 7),
        (3, "1", 32, 34),
    }


def test_what_a_signed_plan_fixes_is_not_filled(desk: Desk, printed_2021: Path) -> None:
    draft_plan.edit_plan(desk, 2022, number="01", issued_on=datetime.date(2022, 1, 10))
    sign_plan.mark_signed(desk, 2022)
    before = record_villages.read_villages(desk, 2022).total
    changes = former_years.import_former_tables(desk, 2021, printed_2021)
    after = record_villages.read_villages(desk, 2022).total
    assert before["poor"] is None
    assert [after[field] for field in ("poor", "near_poor")] == [None, None]
    assert after["poor_people"] is not None
    (told,) = [one for one in changes.findings if one.code == "former-figures-signed"]
    assert (told.place.year, told.values["cells"]) == (2022, 18)
    undo_last(desk)
    sign_plan.reopen_plan(desk, 2022)
    former_years.import_former_tables(desk, 2021, printed_2021)
    assert record_villages.read_villages(desk, 2022).total["poor"] == 163


def test_taking_the_same_tables_in_again_puts_them_in_the_place_of_the_old(desk: Desk, printed_2021: Path) -> None:
    former_years.import_former_tables(desk, 2021, printed_2021)
    before = former_years.read_former_tables(desk, 2021)
    former_years.import_former_tables(desk, 2021, printed_2021)
    assert former_years.read_former_tables(desk, 2021) == before
    former_years.remove_former_tables(desk, 2021)
    assert former_years.read_former_tables(desk, 2021) == ()
    assert record_villages.read_villages(desk, 2021).total["poor"] == 208


def test_a_broken_copy_is_kept_as_printed_and_check_names_it(desk: Desk, tmp_path: Path) -> None:
    changes = former_years.import_former_tables(desk, 2021, table_1(tmp_path / "b.xlsx", poor=22, rate=20.40))
    told = [one for one in changes.findings if one.code == "former-rate-wrong"]
    assert [(one.values["printed"], one.values["right"], one.place.row, one.place.column) for one in told] == [
        ("20,40", "10,00", 3, "F")
    ]
    checked = [one for one in check_year.check_file(desk, None) if one.code == "former-rate-wrong"]
    assert [(one.place.section, one.place.village, one.place.field) for one in checked] == [("Biểu 1", MINH_LONG, "4")]
    assert not [one for one in check_year.check_file(desk, 2022) if one.code == "former-rate-wrong"]


def test_what_the_file_knows_stays_and_the_difference_is_told(desk: Desk, tmp_path: Path) -> None:
    former_years.import_former_tables(desk, 2022, table_1(tmp_path / "b.xlsx", poor=22, rate=10))
    (figures, *_) = villages.list_figures(desk.engine, 2023)
    assert figures.poor == 14
    found = former_years.former_findings(desk, 2022)
    assert [(one.code, one.values["printed"], one.values["kept"]) for one in found] == [
        ("former-differs-from-figures", 22, 14)
    ]


def test_residents_that_were_never_entered_fill_nothing(desk: Desk, tmp_path: Path) -> None:
    changes = former_years.import_former_tables(desk, 2021, table_1(tmp_path / "b.xlsx", poor=4488, rate=2040))
    assert "former-rate-without-base" in {one.code for one in changes.findings}
    known = former_years.read_series(desk, 2023).rows[0][1]
    assert known[2021].households == 220
    assert known[2022].poor == 4488


def test_a_village_that_goes_takes_its_printed_lines_along(desk: Desk, printed_2021: Path) -> None:
    former_years.import_former_tables(desk, 2021, printed_2021)
    record_villages.remove_village(desk, key_of(desk, MINH_LONG))
    (first, *_) = former_years.read_former_tables(desk, 2021)
    assert first.line(MINH_LONG) is None
    undo_last(desk)
    (first, *_) = former_years.read_former_tables(desk, 2021)
    assert first.line(MINH_LONG) is not None


def test_a_workbook_that_is_refused_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = table_1(tmp_path / "b.xlsx", poor=-1, rate=1)
    with pytest.raises(KnownError, match="former-tables-have-faults"):
        former_years.import_former_tables(desk, 2021, path)
    assert former_years.read_former_tables(desk, 2021) == ()


def test_without_villages_nothing_can_be_taken_in(empty: Desk, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="former-without-villages"):
        former_years.import_former_tables(empty, 2021, table_1(tmp_path / "b.xlsx", poor=1, rate=1))
