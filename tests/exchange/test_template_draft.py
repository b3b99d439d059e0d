"""A binding changed by hand: what is open, what settles it, and what no figure may be written into."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.exchange.template_binding import WHOLE, LeftLine, TemplateBinding, changes_since
from povertydesk.exchange.template_draft import (
    BindingDraft,
    draft_of,
    empty_draft,
    leaving_column,
    leaving_line,
    left_items,
    of_today,
    open_items,
    with_column,
    with_row,
    without_column,
    without_row,
)
from povertydesk.exchange.template_package import open_template
from povertydesk.exchange.template_proposal import propose_binding
from povertydesk.exchange.template_sheet import TemplateSheet, column_number, read_sheet, read_strings
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.problems import KnownError
from tests.exchange.office_templates import PLACES, TABLES, UNIT, office_template, wanted

HOUSEHOLDS, PEOPLE = Counted.HOUSEHOLDS, Counted.PEOPLE


def sheet_of(path: Path) -> TemplateSheet:
    package = open_template(path)
    strings = read_strings(package.linked("sharedStrings"))
    return read_sheet(package.part(next(iter(package.sheets.values()))), strings)


def found(path: Path, number: int = 1) -> BindingDraft:
    return draft_of(propose_binding(open_template(path), wanted(number)))


def codes(draft: BindingDraft, number: int = 1) -> list[str]:
    return [one.finding.code for one in open_items(draft, wanted(number))]


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return office_template(tmp_path / "mau.xlsx")


def test_what_was_found_whole_leaves_nothing_open(template: Path) -> None:
    draft = found(template)
    assert codes(draft) == []
    assert draft.binding.fits(TABLES[1], PLACES)


def test_a_column_taken_away_is_open_until_it_stands_elsewhere_or_is_passed_over(template: Path) -> None:
    whole = found(template)
    letters = {one.label: one.letters for one in whole.binding.columns}
    column = column_number(letters["3"])
    draft = without_column(whole, column)
    (item,) = open_items(draft, wanted(1))
    assert (item.finding.code, item.label, item.finding.values["label"]) == ("template-column-open", "3", "3")
    assert not draft.binding.fits(TABLES[1], PLACES)
    assert with_column(draft, wanted(1), column, "3").binding == whole.binding
    left = leaving_column(draft, wanted(1), "3")
    assert codes(left) == []
    assert left.binding.fits(TABLES[1], PLACES)
    assert [one.finding.code for one in left_items(left.binding, wanted(1))] == ["template-column-left"]
    assert leaving_column(left, wanted(1), "3").binding == draft.binding
    assert with_column(left, wanted(1), column, "3").binding == whole.binding
    assert TemplateBinding.from_json(left.binding.to_json()) == left.binding


def test_a_column_of_the_table_stands_in_one_column_of_the_template(template: Path) -> None:
    whole = found(template)
    letters = {one.label: one.letters for one in whole.binding.columns}
    draft = with_column(whole, wanted(1), column_number(letters["3"]), "4")
    assert {one.letters: one.label for one in draft.binding.columns}[letters["3"]] == "4"
    assert [one.label for one in open_items(draft, wanted(1))] == ["3"]
    assert sorted(one.label for one in draft.binding.columns).count("4") == 1


def test_a_row_taken_away_is_open_until_it_stands_elsewhere_or_is_passed_over(template: Path) -> None:
    whole, sheet = found(template), sheet_of(template)
    row = next(one.row for one in whole.binding.rows if one.place == "v1")
    draft = without_row(whole, wanted(1), sheet, row)
    (item,) = open_items(draft, wanted(1))
    assert (item.finding.code, item.finding.values) == ("template-line-open", {"line": "Bon Hai"})
    assert item.lines == (LeftLine("v1", HOUSEHOLDS),)
    assert with_row(draft, wanted(1), sheet, row, item.lines[0]).binding == whole.binding
    left = leaving_line(draft, wanted(1), sheet, item.lines[0])
    assert codes(left) == []
    assert left.binding.fits(TABLES[1], PLACES)
    assert [one.finding.values for one in left_items(left.binding, wanted(1))] == [{"line": "Bon Hai"}]
    assert leaving_line(left, wanted(1), sheet, item.lines[0]).binding == draft.binding
    moved = with_row(draft, wanted(1), sheet, row + 9, item.lines[0])
    assert codes(moved) == []
    assert next(one for one in moved.binding.rows if one.place == "v1").row == row + 9


def test_the_lines_of_a_pair_are_named_by_what_they_count(tmp_path: Path) -> None:
    path = office_template(tmp_path / "mau.xlsx", 2)
    whole, sheet = found(path, 2), sheet_of(path)
    row = next(one.row for one in whole.binding.rows if (one.place, one.counted) == ("v2", PEOPLE))
    (item,) = open_items(without_row(whole, wanted(2), sheet, row), wanted(2))
    assert item.finding.values == {"line": "Thôn 3 – Nhân khẩu"}
    assert item.finding.place.village == "Thôn 3"


def test_names_and_headings_take_no_figures(template: Path) -> None:
    draft, sheet = found(template), sheet_of(template)
    with pytest.raises(KnownError) as refused:
        with_column(draft, wanted(1), 2, "1")
    assert (refused.value.code, refused.value.values) == ("template-column-of-names", {"column": "B"})
    with pytest.raises(KnownError) as refused:
        with_row(draft, wanted(1), sheet, draft.binding.last_heading_row, LeftLine("v0", HOUSEHOLDS))
    assert refused.value.code == "template-row-of-headings"


def test_a_doubt_is_settled_by_choosing(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    book.worksheets[0]["B30"] = "Thôn Một"
    book.worksheets[0]["H8"] = "Ghi chú"
    book.save(template)
    draft, sheet = found(template), sheet_of(template)
    differs, twice = open_items(draft, wanted(1))
    assert (differs.finding.code, twice.finding.code) == ("template-column-differs", "template-village-twice")
    label = differs.label
    assert twice.lines == (LeftLine("v0", HOUSEHOLDS),)
    draft = with_column(draft, wanted(1), 8, label)
    assert codes(draft) == ["template-village-twice"]
    draft = with_row(draft, wanted(1), sheet, 30, LeftLine("v0", HOUSEHOLDS))
    assert codes(draft) == []
    assert next(one.row for one in draft.binding.rows if one.place == "v0") == 30


def test_two_columns_of_the_table_in_one_of_the_template_are_parted_by_choosing(template: Path) -> None:
    whole = found(template)
    shared = dataclasses.replace(
        whole.binding,
        columns=tuple(
            dataclasses.replace(one, letters="E") if one.label in {"3", "4"} else one for one in whole.binding.columns
        ),
    )
    draft = with_column(BindingDraft(shared), wanted(1), 5, "3")
    assert [one.label for one in draft.binding.columns if one.letters == "E"] == ["3"]
    assert [one.label for one in open_items(draft, wanted(1))] == ["4"]


def test_a_sheet_without_a_table_is_bound_from_nothing_and_remembers_its_headings(tmp_path: Path) -> None:
    path = tmp_path / "la.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row, cells in enumerate([("BÁO CÁO NHANH",), ("Đơn vị", "Tổng"), ("Thôn Một",), ("Thôn Hai",)], 1):
        for column, text in enumerate(cells, 1):
            sheet.cell(row, column, text)
    book.save(path)
    draft = empty_draft("Sheet", sheet_of(path), wanted(1))
    assert codes(draft)[-1] == "template-nothing-bound"
    assert len(codes(draft)) == len(TABLES[1].columns) + len(PLACES) + 1
    draft = with_column(draft, wanted(1), 2, "1")
    draft = with_row(draft, wanted(1), sheet_of(path), 4, LeftLine("v1", HOUSEHOLDS))
    draft = with_row(draft, wanted(1), sheet_of(path), 3, LeftLine("v0", HOUSEHOLDS))
    assert [(one.cell, one.words) for one in draft.binding.headings][-2:] == [("A2", "Đơn vị"), ("B2", "Tổng")]
    assert [(one.row, one.shown) for one in draft.binding.rows] == [(3, "Thôn Một"), (4, "Thôn Hai")]
    for item in open_items(draft, wanted(1)):
        draft = (
            leaving_column(draft, wanted(1), item.label)
            if item.label
            else leaving_line(draft, wanted(1), sheet_of(path), item.lines[0])
        )
    assert codes(draft) == []
    assert draft.binding.fits(TABLES[1], PLACES)
    book.worksheets[0]["B2"] = "Tổng cộng"
    book.worksheets[0]["A4"] = "Thôn Khác"
    book.save(path)
    changes = list(changes_since(draft.binding, sheet_of(path), "la.xlsx"))
    assert [(one.code, one.place.row, one.place.column) for one in changes] == [
        ("template-headings-changed", 2, "B"),
        ("template-row-changed", 4, "A"),
    ]


def test_the_line_of_the_whole_alone_needs_no_villages(template: Path) -> None:
    draft, sheet = found(template), sheet_of(template)
    for bound in draft.binding.rows:
        if bound.place != WHOLE:
            draft = without_row(draft, wanted(1), sheet, bound.row)
    assert codes(draft) == []
    assert draft.binding.fits(TABLES[1], PLACES)
    (total,) = draft.binding.rows
    assert codes(without_row(draft, wanted(1), sheet, total.row)) == [
        *["template-line-open"] * len(PLACES),
        "template-nothing-bound",
    ]


def test_what_the_table_has_no_more_is_no_part_of_the_binding(template: Path) -> None:
    binding = found(template).binding
    fewer = wanted(1, {key: name for key, name in PLACES.items() if key != "v2"})
    today = of_today(binding, fewer)
    assert {one.place for one in today.rows} == {"v0", "v1", WHOLE}
    assert today.fits(TABLES[1], fewer.places)
    assert of_today(binding, wanted(1)) == binding
    assert wanted(1).unit == UNIT


LABELS = [one.label for one in TABLES[1].columns]
LINES = [LeftLine(place, HOUSEHOLDS) for place in (*PLACES, WHOLE)]
STEPS = st.one_of(
    st.tuples(st.just("column"), st.integers(3, 20), st.sampled_from(LABELS)),
    st.tuples(st.just("no column"), st.integers(3, 20)),
    st.tuples(st.just("pass column"), st.sampled_from(LABELS)),
    st.tuples(st.just("row"), st.integers(10, 30), st.sampled_from(LINES)),
    st.tuples(st.just("no row"), st.integers(10, 30)),
    st.tuples(st.just("pass line"), st.sampled_from(LINES)),
)


@given(st.lists(STEPS, max_size=25))
def test_whatever_is_changed_no_cell_is_shared_and_what_is_settled_fits(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[object, ...]]
) -> None:
    path = office_template(tmp_path_factory.mktemp("mau") / "mau.xlsx")
    sheet, draft, table = sheet_of(path), found(path), wanted(1)
    for step in steps:
        match step:
            case ("column", int(column), str(label)):
                draft = with_column(draft, table, column, label)
            case ("no column", int(column)):
                draft = without_column(draft, column)
            case ("pass column", str(label)):
                draft = leaving_column(draft, table, label)
            case ("row", int(row), LeftLine() as line):
                draft = with_row(draft, table, sheet, row, line)
            case ("no row", int(row)):
                draft = without_row(draft, table, sheet, row)
            case ("pass line", LeftLine() as line):
                draft = leaving_line(draft, table, sheet, line)
        binding = draft.binding
        for taken in (
            [one.letters for one in binding.columns],
            [one.row for one in binding.rows],
            [one.label for one in (*binding.columns,)] + [one.label for one in binding.columns_left],
            [(one.place, one.counted) for one in binding.rows]
            + [(one.place, one.counted) for one in binding.lines_left],
        ):
            assert len(taken) == len(set(taken))
    if not open_items(draft, table):
        assert draft.binding.fits(TABLES[1], PLACES)
