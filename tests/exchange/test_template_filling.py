"""A template round trip: the figures stand in their cells, and nothing else of the file has changed."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.exchange.template_binding import (
    WHOLE,
    BoundColumn,
    BoundRow,
    TemplateBinding,
    read_headings,
)
from povertydesk.exchange.template_filling import FigurePlace, Figures, FilledTemplate, fill_template
from povertydesk.exchange.template_package import open_template
from povertydesk.exchange.template_proposal import propose_binding
from povertydesk.exchange.template_sheet import column_number, read_sheet
from povertydesk.exchange.workbook import column_letter
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.paper import CellKind
from povertydesk.poverty.problems import KnownError, Severity
from tests.exchange.office_templates import (
    TABLES,
    hand_made,
    office_template,
    parts,
    protected,
    wanted,
    well_formed,
    with_part,
)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
CELL = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)


def bound(path: Path, number: int) -> TemplateBinding:
    proposal = propose_binding(open_template(path), wanted(number))
    assert proposal.certain
    return proposal.binding


def figures_for(binding: TemplateBinding, number: int) -> dict[FigurePlace, int | Decimal | None]:
    """A different figure for every cell: counts from 1000, rates from 10.01."""
    kinds = {one.label: one.kind for one in TABLES[number].columns}
    figures: dict[FigurePlace, int | Decimal | None] = {}
    for place, row in enumerate(binding.rows):
        for column in binding.columns:
            count = 1000 + len(figures) + place
            rate = kinds[column.label] is CellKind.RATE
            figures[FigurePlace(column.label, row.place, row.counted)] = Decimal(count) / 100 if rate else count
    return figures


def filled(path: Path, binding: TemplateBinding, figures: Figures) -> FilledTemplate:
    return fill_template(open_template(path), binding, figures)


@pytest.mark.parametrize("number", TABLES)
def test_only_the_intended_cells_differ_cell_by_cell_style_by_style_and_part_by_part(
    number: int, tmp_path: Path
) -> None:
    path = office_template(tmp_path / "mau.xlsx", number)
    binding = bound(path, number)
    figures = figures_for(binding, number)
    result = filled(path, binding, figures)
    before, after = parts(path), parts(result.data)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {SHEET}
    assert any("drawing" in name for name in before)
    assert any("comment" in name for name in before)
    old = openpyxl.load_workbook(path).worksheets
    new = openpyxl.load_workbook(io.BytesIO(result.data)).worksheets
    meant = {
        f"{column.letters}{row.row}": figures[FigurePlace(column.label, row.place, row.counted)]
        for row in binding.rows
        for column in binding.columns
    }
    for sheet, other in zip(old, new, strict=True):
        assert sheet.dimensions == other.dimensions
        for cells, others in zip(sheet.iter_rows(), other.iter_rows(), strict=True):
            for cell, written in zip(cells, others, strict=True):
                assert cell.style_id == written.style_id
                if sheet is old[0] and cell.coordinate in meant and not str(cell.value).startswith("="):
                    assert Decimal(str(written.value)) == meant[cell.coordinate]
                else:
                    assert (cell.value, cell.data_type) == (written.value, written.data_type)
        assert sheet.merged_cells.ranges == other.merged_cells.ranges
    # Outside the bound cells not one byte of the sheet has changed.
    kept = [CELL.sub(lambda one: b"" if one[1].decode() in meant else one[0], part[SHEET]) for part in (before, after)]
    assert kept[0] == kept[1]
    assert len(kept[0]) < len(before[SHEET])


def test_filling_again_changes_nothing_and_the_same_figures_give_the_same_bytes(tmp_path: Path) -> None:
    path = office_template(tmp_path / "mau.xlsx", 8)
    binding = bound(path, 8)
    figures = figures_for(binding, 8)
    once = filled(path, binding, figures).data
    assert filled(path, binding, figures).data == once
    again = tmp_path / "lan-hai.xlsx"
    again.write_bytes(once)
    assert filled(again, binding, figures).data == once


def test_formulas_stay_and_their_columns_are_named(tmp_path: Path) -> None:
    path = office_template(tmp_path / "mau.xlsx", 1)
    binding = bound(path, 1)
    total = binding.rows[-1]
    assert total.place == WHOLE
    result = filled(path, binding, figures_for(binding, 1))
    assert [(one.code, one.severity, dict(one.values)) for one in result.findings] == [
        ("template-formula-kept", Severity.NOTE, {"columns": "C", "cells": 1})
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(result.data)).worksheets[0]
    assert sheet[f"C{total.row}"].value == f"=SUM(C{total.row - 3}:C{total.row - 1})"


@pytest.mark.parametrize(("percent", "written"), [("0.00", "13.7"), ("0.00%", "0.137"), ('0.0"%"', "13.7")])
def test_a_rate_is_a_fraction_where_its_cell_shows_percent(tmp_path: Path, percent: str, written: str) -> None:
    path = office_template(tmp_path / "mau.xlsx", 1, percent=percent)
    binding = bound(path, 1)
    letters = {one.label: one.letters for one in binding.columns}
    figures: Figures = {FigurePlace("4", "v0"): Decimal("13.70"), FigurePlace("3", "v0"): 208}
    sheet = read_sheet(parts(filled(path, binding, figures).data)[SHEET], [])
    row = next(one.row for one in binding.rows if one.place == "v0")
    assert [sheet.text(row, column_number(letters[label])) for label in ("3", "4")] == ["208", written]


def test_a_figure_that_is_not_known_empties_its_cell(tmp_path: Path) -> None:
    path = office_template(tmp_path / "mau.xlsx", 1)
    binding = bound(path, 1)
    last_year = tmp_path / "nam-truoc.xlsx"
    last_year.write_bytes(filled(path, binding, figures_for(binding, 1)).data)
    assert openpyxl.load_workbook(last_year).worksheets[0]["E10"].value is not None
    sheet = openpyxl.load_workbook(io.BytesIO(filled(last_year, binding, {}).data)).worksheets[0]
    assert [sheet.cell(10, column).value for column in range(3, 17)] == [None] * 14


def test_a_protected_sheet_is_filled_only_where_its_cells_are_open(tmp_path: Path) -> None:
    path = office_template(tmp_path / "mau.xlsx", 1)
    binding = bound(path, 1)
    figures = figures_for(binding, 1)
    assert filled(protected(path, unlocked=True), binding, figures).data
    with pytest.raises(KnownError) as refused:
        filled(protected(office_template(tmp_path / "mau.xlsx", 1), unlocked=False), binding, figures)
    assert (refused.value.code, refused.value.values["cell"]) == ("template-sheet-protected", "C10")


def test_a_sheet_under_another_name_is_refused(tmp_path: Path) -> None:
    path = office_template(tmp_path / "mau.xlsx", 1)
    binding = bound(path, 1)
    book = openpyxl.load_workbook(path)
    book.worksheets[0].title = "Sheet1"
    book.save(path)
    with pytest.raises(KnownError) as refused:
        filled(path, binding, {})
    assert (refused.value.code, refused.value.values) == (
        "template-sheet-missing",
        {"file": "mau.xlsx", "sheet": "Bieu 01"},
    )


def changed(path: Path, cell: str, value: str) -> Path:
    book = openpyxl.load_workbook(path)
    book.worksheets[0][cell] = value
    book.save(path)
    return path


def test_headings_and_names_that_moved_are_refused_and_another_year_is_not(tmp_path: Path) -> None:
    path = office_template(tmp_path / "mau.xlsx", 1)
    changed(path, "C6", "Tổng số hộ dân cư năm 2023")
    binding = bound(path, 1)
    assert filled(changed(path, "C6", "TỔNG SỐ HỘ DÂN CƯ NĂM 2024"), binding, {}).data
    with pytest.raises(KnownError) as refused:
        filled(changed(path, "G8", "Tỷ lệ"), binding, {})
    assert (refused.value.code, refused.value.values["cell"]) == ("template-headings-changed", "G8")
    assert (refused.value.values["before"], refused.value.values["now"]) == ("Số hộ", "Tỷ lệ")
    changed(path, "G8", "Số hộ")
    with pytest.raises(KnownError) as refused:
        filled(changed(path, "B11", "Bon Khác"), binding, {})
    assert (refused.value.code, refused.value.values["row"]) == ("template-row-changed", 11)
    changed(path, "B11", "Bon Hai")
    book = openpyxl.load_workbook(path)
    book.worksheets[0].insert_rows(8)
    book.save(path)
    with pytest.raises(KnownError) as refused:
        filled(path, binding, {})
    assert refused.value.code == "template-headings-changed"


ODD = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<!-- c r="B3" --><x:worksheet xmlns:x="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 mc:Ignorable="y" xmlns:y="urn:y" y:a='&lt;c>'><x:dimension ref="A1:B3"/>
<x:cols><x:col min="3" max="9" style="2"/></x:cols>
<x:sheetData>
 <x:row r="1"><x:c t="inlineStr"><x:is><x:r><x:t>Thôn, </x:t></x:r><x:r><x:t>bon</x:t></x:r></x:is></x:c></x:row>
 <x:row r='3' spans='1:2' y:z="1"><x:c r="D3" y:q=' t="s" '  t='str' s="1" cm="1"><x:v>cũ</x:v></x:c>
<x:c r="A3" t="str"><x:v><![CDATA[Thôn Một]]></x:v></x:c></x:row>
 <x:row s="3" customFormat="1"><x:c t="str"><x:v>Bon Hai</x:v></x:c></x:row>
 <x:row r="7"/><x:row r="9"><x:c r="B9"><x:f t="array" ref="B9:C9">1</x:f><x:v>1</x:v></x:c>
<x:c r="D9"><x:f t="shared" si="0"/><x:v>5</x:v></x:c></x:row>
</x:sheetData><x:mergeCells><x:mergeCell ref="E3:F4"/></x:mergeCells></x:worksheet>
"""


def odd_binding(*cells: str, headings: tuple[int, int] = (1, 2)) -> TemplateBinding:
    """Bind cells by their names, each row a place of its own name."""
    names = [re.fullmatch(r"([A-Z]+)(\d+)", cell) for cell in cells]
    letters = sorted({one[1] for one in names if one})
    shown = {3: "Thôn Một", 4: "Bon Hai"}
    rows = sorted({int(one[2]) for one in names if one})
    return TemplateBinding(
        "table-01",
        "Mẫu",
        *headings,
        "A",
        tuple(BoundColumn(one, one, one) for one in letters),
        tuple(BoundRow(str(row), Counted.HOUSEHOLDS, row, shown.get(row, "")) for row in rows),
        read_headings(read_sheet(ODD.encode(), []), *headings),
    )


def at(cell: str) -> FigurePlace:
    letters = cell.rstrip("0123456789")
    return FigurePlace(letters, cell[len(letters) :])


def odd_sheet(tmp_path: Path, figures: dict[str, int | Decimal], text: str = ODD) -> tuple[str, FilledTemplate]:
    path = hand_made(tmp_path / "mau.xlsx", text)
    result = filled(path, odd_binding(*figures), {at(cell): value for cell, value in figures.items()})
    sheet = parts(result.data)["pages/one.xml"]
    well_formed(sheet)
    return sheet.decode(), result


def test_a_sheet_with_prefixes_odd_orders_and_cells_without_a_name_is_patched_in_place(tmp_path: Path) -> None:
    sheet, result = odd_sheet(tmp_path, {"B3": 5, "D3": Decimal("13.70")})
    expected = ODD.replace(
        '<x:c r="D3" y:q=\' t="s" \'  t=\'str\' s="1" cm="1"><x:v>cũ</x:v></x:c>',
        '<x:c r="B3"><x:v>5</x:v></x:c><x:c r="D3" y:q=\' t="s" \' s="1"><x:v>13.7</x:v></x:c>',
    )
    assert sheet == expected
    assert [(one.code, dict(one.values)) for one in result.findings] == [
        ("template-text-replaced", {"cell": "D3", "text": "cũ"})
    ]


def test_missing_cells_are_made_in_their_place_with_the_style_of_what_stands_around_them(tmp_path: Path) -> None:
    sheet, _ = odd_sheet(tmp_path, {"C3": 1, "D3": 2, "C4": 3, "D4": 4, "C7": 5, "D7": 6, "C8": 7})
    assert '<x:dimension ref="A1:D8"/>' in sheet
    assert '<x:row r=\'3\' spans="1:3" y:z="1">' in sheet
    # The column's style where no figure stands in it; the row's before the column's; the figure's above before both.
    assert '<x:c r="C3" s="2"><x:v>1</x:v></x:c><x:c r="D3"' in sheet
    assert (
        '<x:v>Bon Hai</x:v></x:c><x:c r="C4" s="3"><x:v>3</x:v></x:c><x:c r="D4" s="1"><x:v>4</x:v></x:c></x:row>'
        in sheet
    )
    assert '<x:row r="7"><x:c r="C7" s="2"><x:v>5</x:v></x:c><x:c r="D7" s="1"><x:v>6</x:v></x:c></x:row>' in sheet
    assert '<x:row r="8"><x:c r="C8" s="2"><x:v>7</x:v></x:c></x:row><x:row r="9">' in sheet


def test_no_cell_of_a_formula_over_several_cells_and_no_cell_inside_a_merge_is_written(tmp_path: Path) -> None:
    path = hand_made(tmp_path / "mau.xlsx", ODD)
    result = filled(path, odd_binding("B9", "C9", "D9"), {at("B9"): 1, at("C9"): 2, at("D9"): 3})
    assert result.data == path.read_bytes()
    assert [(one.code, dict(one.values)) for one in result.findings] == [
        ("template-formula-kept", {"columns": "B, C, D", "cells": 3})
    ]
    # What a formula showed goes where figures around it change; of one over several cells it stays.
    sheet, _ = odd_sheet(tmp_path, {"B3": 7, "B9": 1, "D9": 3})
    assert '<x:f t="array" ref="B9:C9">1</x:f><x:v>1</x:v></x:c>' in sheet
    assert '<x:c r="D9"><x:f t="shared" si="0"/></x:c>' in sheet
    sheet, result = odd_sheet(tmp_path, {"E3": 4, "F3": 5, "E4": 6})
    made = '<x:c r="E3" s="2"><x:v>4</x:v></x:c>'
    assert sheet == ODD.replace("</x:c></x:row>\n <x:row s", f"</x:c>{made}</x:row>\n <x:row s").replace(
        'ref="A1:B3"', 'ref="A1:E3"'
    ).replace(" spans='1:2'", ' spans="1:5"')
    assert [(one.code, dict(one.values)) for one in result.findings] == [
        ("template-cell-merged", {"cell": cell, "merged": "E3:F4"}) for cell in ("F3", "E4", "F4")
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<sheets/>", '<sheets/><calcPr fullCalcOnLoad="1"/>'),
        (
            "<sheets/><definedNames><a/></definedNames><extLst/>",
            '<definedNames><a/></definedNames><calcPr fullCalcOnLoad="1"/><extLst/>',
        ),
        ('<sheets/><calcPr calcId="1"/><extLst/>', '<calcPr calcId="1" fullCalcOnLoad="1"/><extLst/>'),
        (
            "<sheets/><calcPr fullCalcOnLoad='0' calcId=\"1\"></calcPr>",
            '<calcPr fullCalcOnLoad="1" calcId="1"></calcPr>',
        ),
        ('<sheets/><calcPr fullCalcOnLoad="1"/>', '<calcPr fullCalcOnLoad="1"/>'),
    ],
)
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_the_workbook_is_asked_to_calculate_and_stays_as_it_was(
    tmp_path: Path, prefix: str, before: str, after: str
) -> None:
    space = f'xmlns{":x" if prefix else ""}="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    sheets = '<sheets><sheet name=\'Mẫu\' sheetId="1" r:id="rId1"/></sheets>'

    def whole(inner: str) -> str:
        text = f"<workbook>{inner}</workbook>".replace("<sheets/>", sheets)
        named = re.sub(r"<(/?)(?=\w)", rf"<\1{prefix}", text)
        return named.replace(f"<{prefix}workbook>", f"<{prefix}workbook {space}>")

    path = hand_made(tmp_path / "mau.xlsx", ODD, workbook=whole(before))
    result = filled(path, odd_binding("B3"), {at("B3"): 5})
    expected = after if after.startswith("<sheets/>") else f"<sheets/>{after}"
    assert parts(result.data)["book.xml"].decode() == whole(expected)
    unchanged = filled(path, odd_binding("D9"), {at("D9"): 1})
    assert unchanged.data == path.read_bytes()


def test_a_damaged_sheet_is_refused(tmp_path: Path) -> None:
    for damage in (
        ODD.replace("</x:worksheet>", ""),
        ODD.replace('r="A3"', 'r="D3"'),
        ODD.replace('r="A3"', 'r="A4"'),
        ODD.replace('r="A3"', 'r="3A"'),
        ODD.replace("r='3'", "r='1'"),
        ODD.replace("<x:v>1</x:v>", "<x:v>&a;</x:v>"),
        ODD.replace(' t="str"><x:v><![CDATA[Thôn Một]]>', ' t="s"><x:v>77'),
    ):
        assert damage != ODD
        path = hand_made(tmp_path / "mau.xlsx", damage)
        with pytest.raises(KnownError) as refused:
            filled(path, odd_binding("B3"), {})
        assert refused.value.code == "template-unreadable"


@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 127)), min_size=1, max_size=4))
def test_any_damage_of_a_sheet_ends_in_a_sheet_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[float, int]]
) -> None:
    sheet = bytearray(ODD.encode())
    for place, byte in damage:
        sheet[int(place * len(sheet))] = byte
    path = hand_made(tmp_path_factory.mktemp("mau") / "mau.xlsx", ODD)
    with_part(path, "pages/one.xml", bytes(sheet))
    try:
        result = filled(path, odd_binding("B3", "D3"), {at("B3"): 5})
    except KnownError as refused:
        said = refused.code
    else:
        well_formed(parts(result.data)["pages/one.xml"])
        said = "filled"
    assert said in {"filled", "template-unreadable", "template-headings-changed", "template-row-changed"}


def test_a_sheet_of_two_bytes_a_letter_is_refused(tmp_path: Path) -> None:
    path = hand_made(tmp_path / "mau.xlsx", ODD)
    with_part(path, "pages/one.xml", ODD.replace("UTF-8", "UTF-16").encode("utf-16"))
    with pytest.raises(KnownError) as refused:
        filled(path, odd_binding("B3"), {at("B3"): 1})
    assert refused.value.code == "template-unreadable"


NAMES = st.tuples(st.integers(1, 12), st.integers(2, 9))
VALUES = st.one_of(st.integers(0, 10**9), st.decimals(0, 100, places=2))


@given(st.data())
def test_any_template_keeps_all_but_the_bound_cells(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    prefix = data.draw(st.sampled_from(["", "a:"]))
    written: dict[int, dict[int, str]] = {}
    for column, row in data.draw(st.lists(NAMES, max_size=30, unique=True)):
        name = f"{column_letter(column - 1)}{row}"
        written.setdefault(row, {})[column] = data.draw(
            st.sampled_from(
                [
                    f'<P:c r="{name}" s="{column}"/>',
                    f'<P:c r="{name}" s="{row}"><P:v>{column * row}.50</P:v></P:c>',
                    f'<P:c  r="{name}" t="str"><P:v>a > b</P:v></P:c>',
                    f"<P:c r='{name}'><P:f>1+1</P:f><P:v>2</P:v></P:c>",
                    f'<P:c r="{name}" t="b"><P:v>1</P:v></P:c><!-- {name} -->',
                ]
            )
        )
    rows = []
    for row in sorted(written):
        inner = "\n".join(cell for _, cell in sorted(written[row].items()))
        rows.append(f'<P:row r="{row}" ht="15">{inner}</P:row>' if inner else f'<P:row r="{row}"/>')
    space = f'xmlns{":a" if prefix else ""}="{MAIN}"'
    text = (f'<P:worksheet {space}><P:sheetData><P:row r="1"/>{"".join(rows)}</P:sheetData></P:worksheet>').replace(
        "P:", prefix
    )
    path = hand_made(tmp_path_factory.mktemp("mau") / "mau.xlsx", text)
    columns = data.draw(st.lists(st.integers(2, 14), min_size=1, max_size=5, unique=True))
    lines = data.draw(st.lists(st.integers(2, 12), min_size=1, max_size=5, unique=True))
    sheet = read_sheet(text.encode(), [])
    binding = TemplateBinding(
        "table-01",
        "Mẫu",
        1,
        1,
        "A",
        tuple(BoundColumn(column_letter(one - 1), "", column_letter(one - 1)) for one in columns),
        tuple(BoundRow(str(one), Counted.HOUSEHOLDS, one, sheet.text(one, 1)) for one in lines),
        (),
    )
    figures: dict[FigurePlace, int | Decimal | None] = {}
    for column in columns:
        for line in lines:
            figures[at(f"{column_letter(column - 1)}{line}")] = data.draw(st.one_of(st.none(), VALUES))
    data_after = fill_template(open_template(path), binding, figures).data
    after = parts(data_after)["pages/one.xml"]
    was, now = cells_of(text.encode()), cells_of(after)
    for name in was.keys() | now.keys():
        figure = figures.get(at(name), "unbound")
        if figure == "unbound":
            assert now[name] == was[name]
        elif name in was and "f" in was[name][1]:
            assert now[name][1] | {"v": "2"} == was[name][1]
            assert now[name][0] == was[name][0]
        elif figure is None:
            assert name not in now or now[name][1] == {}
        else:
            assert now[name][1].keys() == {"v"}
            assert Decimal(now[name][1]["v"]) == figure
            assert name not in was or now[name][0].get("s") == was[name][0].get("s")
    assert {name for name, figure in figures.items() if figure is not None} <= {at(name) for name in now}
    order = [int(row.get("r", "0")) for row in well_formed(after).iter(f"{{{MAIN}}}row")]
    assert order == sorted(set(order))
    for element in well_formed(after).iter(f"{{{MAIN}}}row"):
        places = [column_number(cell.get("r", "").rstrip("0123456789")) for cell in element]
        assert places == sorted(set(places))


def cells_of(data: bytes) -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """Return the cells of a sheet: their attributes, and the elements in them."""
    found = {}
    for cell in well_formed(data).iter(f"{{{MAIN}}}c"):
        inner = {one.tag.rpartition("}")[2]: one.text or "" for one in cell}
        found[cell.get("r", "")] = (dict(cell.attrib), inner)
    return found
