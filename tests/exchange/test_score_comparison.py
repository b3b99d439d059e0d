"""Two entries side by side: what differs, where, and the sums."""

from __future__ import annotations

from pathlib import Path

import pytest

from povertydesk import paths
from povertydesk.exchange.questionnaire_workbook import read_form
from povertydesk.exchange.score_comparison import EntryComparison, compare_entries
from povertydesk.legislation import Legislation
from povertydesk.poverty.problems import KnownError
from tests.exchange.typed_forms import FIRST_ROW, Edit, cell, edit_book, put, typed_form

LAW = Legislation.load(paths.resources("legislation"))


def compared(folder: Path, *edits: Edit, column: str = "NT2") -> EntryComparison:
    first = read_form(typed_form(folder / "a.xlsx"), LAW)
    second = read_form(typed_form(folder / "b.xlsx", *edits, by="Lò Thị Mẫu", column=column), LAW)
    return compare_entries(first.table, first.questionnaire.form, second.table, second.questionnaire.form)


def test_two_entries_that_agree_show_every_cell_and_sum(tmp_path: Path) -> None:
    comparison = compared(tmp_path)
    assert comparison.alike
    assert len(comparison.cells) == 9
    assert comparison.cells[0] == ("1. Số nhân khẩu", "1 đến 3 người", 70, 70)
    assert [(one.item, one.first, one.second) for one in comparison.sums] == [
        ("1. Số nhân khẩu", 100, 100),
        ("2.1. Việc làm phi nông nghiệp", 40, 40),
        ("2.10. Diện tích nhà ở bình quân", 25, 25),
        ("3. Tài sản lâu bền", 25, 25),
    ]
    assert (comparison.first_total, comparison.second_total) == (190, 190)


@pytest.mark.parametrize(
    ("name", "value", "first", "second"),
    [
        (cell(0, "B"), "Số người", "Số nhân khẩu", "Số người"),
        (cell(4, "E"), "Không", "Có", "Không"),
        (cell(8, "C"), "một lựa chọn", "nhiều lựa chọn", "một lựa chọn"),
        (cell(2, "E"), "Trên 60 người", "Trên 6 người", "Trên 60 người"),
        (cell(6, "E"), "Dưới 85 m²", "Dưới 8,5 m²", "Dưới 85 m²"),
    ],
)
def test_a_text_or_kind_that_differs_is_shown(
    tmp_path: Path, name: str, value: object, first: str, second: str
) -> None:
    comparison = compared(tmp_path, put(name, value))
    assert not comparison.alike
    finding = comparison.findings[0]
    assert (finding.code, dict(finding.values)) == ("form-entry-differs", {"first": first, "second": second})


def test_a_band_that_differs_is_shown_at_both_its_ends(tmp_path: Path) -> None:
    comparison = compared(tmp_path, put(cell(6, "G"), 85), put(cell(7, "F"), 85))
    assert [(one.code, one.place.row, one.values["first"], one.values["second"]) for one in comparison.findings] == [
        ("form-entry-differs", FIRST_ROW + 6, "đến dưới 8,5", "đến dưới 85"),
        ("form-entry-differs", FIRST_ROW + 7, "từ 8,5", "từ 85"),
    ]


@pytest.mark.parametrize(
    "edit", [put(cell(0, "B"), "SO  NHAN KHAU."), put(cell(4, "E"), "có"), put(cell(8, "B"), "Tài sản (lâu bền)")]
)
def test_case_accents_blanks_and_full_stops_make_no_difference(tmp_path: Path, edit: Edit) -> None:
    assert compared(tmp_path, edit).alike


def test_points_and_sums_that_differ_are_shown(tmp_path: Path) -> None:
    comparison = compared(tmp_path, put(cell(9, "H"), 51))
    assert [one.code for one in comparison.findings] == ["points-differ", "sums-differ"]
    assert comparison.findings[0].place[:3] == ("Bảng điểm", FIRST_ROW + 9, "H")
    assert comparison.sums[-1] == ("3. Tài sản lâu bền", 25, 61)
    assert (comparison.first_total, comparison.second_total) == (190, 226)


@pytest.mark.parametrize(("in_first", "lacking"), [(True, 2), (False, 1)])
def test_a_row_of_one_entry_only_says_which_lacks_it(tmp_path: Path, in_first: bool, lacking: int) -> None:
    longer = read_form(typed_form(tmp_path / "a.xlsx"), LAW)
    path = edit_book(typed_form(tmp_path / "b.xlsx"), lambda sheet: sheet.delete_rows(FIRST_ROW + 9))
    shorter = read_form(path, LAW)
    pair = (longer, shorter) if in_first else (shorter, longer)
    comparison = compare_entries(pair[0].table, pair[0].questionnaire.form, pair[1].table, pair[1].questionnaire.form)
    assert [one.code for one in comparison.findings] == ["score-row-in-one-entry", "sums-differ"]
    assert comparison.findings[0].values == {"entry": lacking}
    last = comparison.cells[-1]
    assert (last.first, last.second) == ((15, None) if in_first else (None, 15))


def test_entries_of_two_columns_are_not_compared(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        compared(tmp_path, column="NT3")
    assert caught.value.code == "score-tables-not-alike"
