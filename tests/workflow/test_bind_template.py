"""Binding a template on the screen: what is shown of it, what is kept, what its changes mean."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import openpyxl
import pytest

from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import bind_template, official_tables, record_villages
from povertydesk.workflow.bind_template import (
    OpenTemplate,
    forget_template,
    keep_open_template,
    known_templates,
    open_for_binding,
    papers_of,
)
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.fill_template import fill, fill_kept, kept_binding
from povertydesk.workflow.on_a_copy import on_a_copy
from tests.exchange.office_templates import office_template, parts, with_part
from tests.workflow.contents import assert_sound, contents, names, operations, undo_last
from tests.workflow.test_fill_template import PAPER, YEAR, digest, lines, refuses, reviewed, template

__all__ = ["reviewed", "template"]


def opened(desk: Desk, path: Path, **how: object) -> OpenTemplate:
    return open_for_binding(desk, PAPER, YEAR, path, **how)  # type: ignore[arg-type]


def codes(shown: OpenTemplate) -> list[str]:
    return [one.finding.code for one in shown.items]


def test_a_template_is_shown_with_what_each_of_its_cells_takes(reviewed: Desk, template: Path) -> None:
    before = contents(reviewed)
    shown = opened(reviewed, template)
    assert contents(reviewed) == before
    assert (shown.number, shown.sheet_name, shown.sheet_names) == (1, "Bieu 01", ("Bieu 01", "Biểu đồ"))
    assert shown.text(3, 1) == "Biểu số 01"
    assert shown.labels[3] == "1"
    row = next(row for row in shown.bound_rows if shown.line_of(row) == "Thôn Phi Long")
    assert shown.text(row, shown.name_column) == "Thôn Phi Long"
    table = official_tables.read_year_tables(reviewed, YEAR).table(1)
    village = shown.bound_rows[row].place
    for column, label in shown.labels.items():
        planned = shown.planned(row, column)
        assert planned is not None
        assert planned.value == table.cell(label, village).value
        assert planned.is_written is (planned.value is not None)
    total = max(shown.bound_rows)
    computed = shown.planned(total, 3)
    assert computed is not None
    assert computed.computes
    assert shown.planned(total + 1, 3) is None
    assert codes(shown) == ["template-formula-kept"]
    assert (shown.can_be_kept, shown.is_kept) == (True, False)
    assert [one.words for one in shown.lines][:2] == [reviewed.unit.name, names(reviewed)[0]]


def test_what_is_planned_is_what_is_written(reviewed: Desk, template: Path, tmp_path: Path) -> None:
    shown = opened(reviewed, template)
    fill(reviewed, PAPER, YEAR, template, tmp_path / "nop.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "nop.xlsx").worksheets[0]
    for (row, column), planned in shown.plan.cells.items():
        value = sheet.cell(row, column).value
        if planned.computes:
            assert str(value).startswith("=")
        else:
            assert value == (None if planned.value is None else float(planned.value))


def test_keeping_is_one_act_and_the_template_is_known_from_then_on(
    reviewed: Desk, template: Path, tmp_path: Path
) -> None:
    before = contents(reviewed)
    shown = opened(reviewed, template)
    changes = keep_open_template(reviewed, shown)
    assert changes.touches("template_binding")
    assert operations(reviewed)[-1] == "bind-template"
    again = opened(reviewed, template)
    assert again.is_kept
    (known,) = known_templates(reviewed)
    assert (known.file_name, known.number, known.bound_by) == (template.name, 1, reviewed.program.authorship.officer)
    assert known.bound_at == reviewed.program.clock.now()
    assert papers_of(reviewed, tmp_path / "elsewhere" / template.name) == (PAPER,)
    written = fill_kept(reviewed, PAPER, YEAR, template, tmp_path / "nop.xlsx")
    assert lines(written.path)["Thôn Phi Long"][2:4] == [1, 0.37]
    undo_last(reviewed)
    assert contents(reviewed) == before
    assert known_templates(reviewed) == ()
    refuses("template-not-kept", lambda: fill_kept(reviewed, PAPER, YEAR, template, tmp_path / "khong.xlsx"))
    assert not (tmp_path / "khong.xlsx").exists()
    assert_sound(reviewed)


def test_a_template_bound_by_hand_leaves_blank_what_it_has_no_cells_for(
    reviewed: Desk, template: Path, tmp_path: Path
) -> None:
    shown = opened(reviewed, template)
    shown = shown.without_column(4)
    (item,) = shown.open_items
    refused = refuses("template-not-bound", lambda: keep_open_template(reviewed, shown))
    assert [one.code for one in refused.findings] == ["template-column-open"]
    assert "bind-template" not in operations(reviewed)
    passed = shown.passing_over(item)
    keep_open_template(reviewed, passed)
    filled = fill_kept(reviewed, PAPER, YEAR, template, tmp_path / "nop.xlsx")
    assert {row[1] for row in lines(filled.path).values()} == {None}
    told = {one.code: dict(one.values) for one in filled.findings if one.code.startswith("template")}
    assert told["template-column-left"]["label"] == "2"
    # Column 2 was all that was not known.
    assert "template-figures-missing" not in told
    assert opened(reviewed, template).is_kept


def test_a_new_village_is_open_until_it_has_its_row(reviewed: Desk, template: Path, tmp_path: Path) -> None:
    keep_open_template(reviewed, opened(reviewed, template))
    record_villages.add_villages(reviewed, ["Thôn Mới"])
    shown = opened(reviewed, template)
    assert not shown.is_kept
    (item,) = shown.open_items
    assert item.finding.values == {"line": "Thôn Mới"}
    refuses("template-not-kept", lambda: fill_kept(reviewed, PAPER, YEAR, template, tmp_path / "nop.xlsx"))
    shown = shown.with_row(max(shown.bound_rows) + 3, item.lines[0])
    keep_open_template(reviewed, shown)
    fill_kept(reviewed, PAPER, YEAR, template, tmp_path / "nop.xlsx")
    assert opened(reviewed, template).is_kept


def test_a_village_that_is_gone_leaves_its_row(reviewed: Desk, template: Path) -> None:
    record_villages.add_villages(reviewed, ["Thôn Mới"])
    office_template(template, 1, names(reviewed))
    keep_open_template(reviewed, opened(reviewed, template))
    undo_last(reviewed)
    undo_last(reviewed)
    shown = opened(reviewed, template)
    assert "Thôn Mới" not in {shown.line_of(row) for row in shown.bound_rows}
    assert shown.can_be_kept


def test_a_template_that_changed_says_where_and_is_bound_anew_on_wish(reviewed: Desk, template: Path) -> None:
    keep_open_template(reviewed, opened(reviewed, template))
    book = openpyxl.load_workbook(template)
    book.worksheets[0]["B11"] = "Thôn Khác"
    book.worksheets[0]["C6"] = "Khác"
    book.save(template)
    shown = opened(reviewed, template)
    assert codes(shown)[:2] == ["template-headings-changed", "template-row-changed"]
    assert [(one.place.column, one.place.row) for one in shown.changed] == [("C", 6), ("B", 11)]
    assert (shown.is_kept, shown.can_be_kept) == (False, False)
    refuses("template-not-bound", lambda: keep_open_template(reviewed, shown))
    anew = opened(reviewed, template, anew=True)
    assert anew.changed == ()
    assert [one.finding.code for one in anew.open_items] == ["template-line-open"]


def test_a_sheet_that_was_renamed_has_its_own_sentence(reviewed: Desk, template: Path) -> None:
    keep_open_template(reviewed, opened(reviewed, template))
    book = openpyxl.load_workbook(template)
    book.worksheets[0].title = "Biểu 1"
    book.save(template)
    shown = opened(reviewed, template)
    assert shown.refusal is not None
    assert (shown.refusal.code, shown.refusal.values["sheet"]) == ("template-sheet-missing", "Bieu 01")
    assert (shown.sheet_name, shown.is_kept, shown.labels) == ("Biểu 1", False, {})
    anew = opened(reviewed, template, anew=True)
    assert (anew.refusal, anew.can_be_kept) == (None, True)


def test_a_template_without_the_table_is_shown_to_be_bound_by_hand(reviewed: Desk, template: Path) -> None:
    shown = open_for_binding(reviewed, "table-10", YEAR, template)
    assert shown.refusal is not None
    assert shown.refusal.code == "template-without-table"
    assert shown.text(3, 1) == "Biểu số 01"
    assert not shown.can_be_kept
    other = opened(reviewed, template, sheet="Biểu đồ")
    assert other.refusal is not None
    assert (other.refusal.code, other.sheet_name) == ("template-without-table", "Biểu đồ")
    assert opened(reviewed, template, sheet="Bieu 01").can_be_kept


def test_of_several_sheets_alike_one_is_pointed_to(reviewed: Desk, template: Path) -> None:
    book = openpyxl.load_workbook(template)
    book.copy_worksheet(book.worksheets[0]).title = "Bieu 01 (2)"
    book.save(template)
    shown = opened(reviewed, template)
    assert shown.refusal is not None
    assert shown.refusal.code == "template-several-sheets"
    chosen = opened(reviewed, template, sheet="Bieu 01 (2)")
    assert (chosen.sheet_name, chosen.can_be_kept) == ("Bieu 01 (2)", True)


def test_a_draft_goes_on_when_the_records_changed(reviewed: Desk, template: Path) -> None:
    shown = opened(reviewed, template).without_column(4)
    record_villages.add_villages(reviewed, ["Thôn Mới"])
    again = opened(reviewed, template, draft=shown.draft)
    assert [one.finding.code for one in again.open_items] == ["template-column-open", "template-line-open"]


def test_the_binding_of_another_template_of_the_same_form_is_offered(
    reviewed: Desk, template: Path, tmp_path: Path
) -> None:
    keep_open_template(reviewed, opened(reviewed, template))
    doubled = Path(shutil.copy(template, tmp_path / "Biểu mẫu 2024.xlsx"))
    book = openpyxl.load_workbook(doubled)
    book.worksheets[0]["B30"] = names(reviewed)[0]
    book.save(doubled)
    shown = opened(reviewed, doubled)
    assert shown.can_be_kept
    assert shown.draft.binding == kept_binding(reviewed, PAPER, template)


def test_a_locked_cell_is_told_before_anything_is_written(reviewed: Desk, template: Path) -> None:
    book = openpyxl.load_workbook(template)
    book.worksheets[0].protection.sheet = True
    book.save(template)
    shown = opened(reviewed, template)
    (item,) = [one for one in shown.items if one.finding.code == "template-sheet-protected"]
    assert (item.finding.place.row, item.finding.place.column) == (10, "C")


def test_a_known_template_can_be_forgotten_and_comes_back(reviewed: Desk, template: Path) -> None:
    keep_open_template(reviewed, opened(reviewed, template))
    before = contents(reviewed)
    (known,) = known_templates(reviewed)
    assert forget_template(reviewed, known).touches("template_binding")
    assert known_templates(reviewed) == ()
    assert not forget_template(reviewed, known)
    undo_last(reviewed)
    assert contents(reviewed) == before


def test_a_kept_template_is_filled_beside_the_window_and_can_be_given_up(
    reviewed: Desk, template: Path, tmp_path: Path
) -> None:
    keep_open_template(reviewed, opened(reviewed, template))
    before, whole, target = contents(reviewed), digest(template), tmp_path / "nop.xlsx"
    steps: list[tuple[str, int, int]] = []
    filled = on_a_copy(
        reviewed, lambda copy: fill_kept(copy, PAPER, YEAR, template, target, lambda *step: steps.append(step))
    )()
    assert steps == [("reading", 0, 3), ("filling", 1, 3), ("writing", 2, 3)]
    assert (contents(reviewed), digest(template)) == (before, whole)
    assert lines(filled.path)["Thôn Phi Long"][2] == 1
    written = digest(target)
    for allowed in range(3):
        asked: list[bool] = []

        def given_up(asked: list[bool] = asked, allowed: int = allowed) -> bool:
            asked.append(True)
            return len(asked) > allowed

        refuses(
            "template-fill-cancelled",
            lambda given_up=given_up: fill_kept(  # type: ignore[misc]
                reviewed, PAPER, YEAR, template, target, cancelled=given_up
            ),
        )
        assert digest(target) == written


def test_what_is_no_template_is_refused(reviewed: Desk, template: Path, tmp_path: Path) -> None:
    old = tmp_path / "cu.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    refuses("template-is-xls", lambda: opened(reviewed, old))
    refuses("unknown-paper", lambda: open_for_binding(reviewed, "table-14", YEAR, template))
    refuses("year-without-round", lambda: open_for_binding(reviewed, PAPER, 2022, template))
    with pytest.raises(KnownError):
        opened(reviewed, tmp_path / "không có.xlsx")
    assert bind_template.table_numbers() == tuple(range(1, 14))


SHEET, WORKBOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
CELL = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
SETTINGS, CONTROL = "xl/printerSettings/printerSettings1.bin", "xl/ctrlProps/ctrlProp1.xml"


def with_printer_and_control(path: Path) -> Path:
    """Give a template what Excel puts beside its cells: a printer's settings, a button, a workbook that is not asked
    to calculate.
    """
    held = parts(path)
    sheet = held[SHEET].replace(
        b"<pageMargins",
        b'<controls xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        b'<control shapeId="1025" r:id="rIdC" name="Nut"/></controls><pageMargins',
    )
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    kinds = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = b'<Relationship Id="rIdC" Type="%s/ctrlProp" Target="../ctrlProps/ctrlProp1.xml"/>' % kinds
    links += (
        b'<Relationship Id="rIdP" Type="%s/printerSettings" Target="../printerSettings/printerSettings1.bin"/>' % kinds
    )
    with_part(path, SHEET, sheet)
    with_part(path, rels, held[rels].replace(b"</Relationships>", links + b"</Relationships>"))
    with_part(path, SETTINGS, bytes(range(256)) * 8)
    with_part(path, CONTROL, b'<formControlPr objectType="Button" lockText="1"/>')
    return with_part(path, WORKBOOK, held[WORKBOOK].replace(b' fullCalcOnLoad="1"', b""))


def test_a_template_bound_by_hand_keeps_every_byte_but_its_cells(
    reviewed: Desk, template: Path, tmp_path: Path
) -> None:
    with_printer_and_control(template)
    shown = opened(reviewed, template).without_column(6)
    (item,) = shown.open_items
    shown = shown.passing_over(item)
    keep_open_template(reviewed, shown)
    fill_kept(reviewed, PAPER, YEAR, template, tmp_path / "nop.xlsx")
    before, after = parts(template), parts(tmp_path / "nop.xlsx")
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {SHEET, WORKBOOK}
    assert {SETTINGS, CONTROL} <= {*before}
    assert after[WORKBOOK].replace(b' fullCalcOnLoad="1"', b"") == before[WORKBOOK]
    meant = {f"{shown.letters_of(column)}{row}" for row, column in shown.plan.cells}
    kept = [CELL.sub(lambda one: b"" if one[1].decode() in meant else one[0], part[SHEET]) for part in (before, after)]
    assert kept[0] == kept[1]
    assert not any(cell.startswith("F") for cell in meant)
    old, new = (openpyxl.load_workbook(path).worksheets[0] for path in (template, tmp_path / "nop.xlsx"))
    for cells, others in zip(old.iter_rows(), new.iter_rows(), strict=True):
        for cell, written in zip(cells, others, strict=True):
            assert cell.style_id == written.style_id
            if str(cell.value).startswith("=") or cell.coordinate not in meant:
                assert cell.value == written.value


def test_findings_lead_to_the_cells_they_are_about(reviewed: Desk, template: Path) -> None:
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    sheet["H8"] = "Ghi chú"
    sheet["B30"] = names(reviewed)[0]
    book.save(template)
    shown = opened(reviewed, template)
    places = {one.finding.code: shown.cell_of(one) for one in shown.items}
    assert places["template-column-differs"] == (9, 8)
    assert places["template-village-twice"] == (30, 2)
    assert places["template-formula-kept"] is None
    settled = shown.with_column(8, "6").with_row(30, shown.open_items[-1].lines[0])
    assert settled.open_items == ()


def test_the_tables_are_named_short(reviewed: Desk) -> None:
    names_of = bind_template.table_names()
    assert tuple(names_of) == bind_template.table_numbers()
    assert all(names_of.values())
    assert [bind_template.paper_of(number) for number in (1, 13)] == ["table-01", "table-13"]
    assert bind_template.number_of("table-13") == 13
