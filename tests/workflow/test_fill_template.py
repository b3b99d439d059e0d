"""Filling a template of the office above: bound once, filled from then on, refused where it is another."""

from __future__ import annotations

import datetime
import functools
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from povertydesk.documents.writers.xlsx import write_xlsx
from povertydesk.exchange.template_binding import WHOLE
from povertydesk.exchange.template_filling import FigurePlace
from povertydesk.exchange.template_filling import fill_template as fill_cells
from povertydesk.exchange.template_package import open_template
from povertydesk.exchange.template_proposal import WantedTable
from povertydesk.exchange.template_proposal import propose_binding as find_cells
from povertydesk.poverty.area import Village
from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import ReviewStage, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import reviews
from povertydesk.store.template_bindings import list_template_bindings
from povertydesk.workflow import fill_template, official_tables, record_villages, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry, enter_cells
from povertydesk.workflow.fill_template import fill, keep_binding, kept_binding, propose_binding
from povertydesk.workflow.open_desk import open_desk
from tests.documents.test_official_tables import TABLES, VILLAGES, laid_out
from tests.exchange.office_templates import office_template
from tests.workflow.contents import assert_sound, contents, names, operations, undo_last
from tests.workflow.registry import household_of

YEAR = 2023
PAPER = "table-01"


@pytest.fixture
def reviewed(desk: Desk) -> Desk:
    """The sample with one poor household of four in Thôn Phi Long, in the open round of 2023."""
    moment = datetime.datetime(YEAR, 12, 5, 9, tzinfo=datetime.UTC)
    desk.program.clock = FixedClock(moment)
    household = household_of(desk)
    of_round = review_rounds.open_round(desk, YEAR, RoundKind.ANNUAL, datetime.date(YEAR, 9, 1)).id
    review_rounds.add_to_round(desk, of_round, [household])
    with desk.operation("fill-sample", year=YEAR) as act:
        for one in reviews.list_reviews(desk.engine, of_round):
            judged = one._replace(status=PovertyStatus.POOR, stage=ReviewStage.COMPLETE)
            reviews.write_review(desk.engine, act.writer, judged)
    return desk


@pytest.fixture
def template(reviewed: Desk, tmp_path: Path) -> Path:
    return office_template(tmp_path / "Biểu mẫu của huyện.xlsx", 1, names(reviewed))


def refuses(code: str, act: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as caught:
        act()
    assert caught.value.code == code
    return caught.value


def lines(path: Path, first: int = 10) -> dict[str, list[object]]:
    """Return the figures of a filled template by the name of their line."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    shown = (row for row in sheet.iter_rows(min_row=first, max_col=16, values_only=True) if row[1])
    return {str(row[1]): list(row[2:]) for row in shown}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_template_is_bound_once_and_holds_the_figures_of_the_table(
    reviewed: Desk, template: Path, tmp_path: Path
) -> None:
    target, before = tmp_path / "nop.xlsx", digest(template)
    filled = fill(reviewed, PAPER, YEAR, template, target)
    assert (filled.path, digest(template)) == (target, before)
    table = official_tables.read_year_tables(reviewed, YEAR).table(1)
    written = lines(target)
    for village, name in [*((one.id, one.name) for one in villages(reviewed)), (None, "TỔNG CỘNG")]:
        for column, figure in zip(table.table.columns, written[name], strict=True):
            value = table.cell(column.label, village).value
            assert str(figure).startswith("=SUM") or figure == (None if value is None else float(value))
    assert written["Thôn Phi Long"][2:4] == [1, 0.37]
    told = {one.code: dict(one.values) for one in filled.findings if one.code.startswith("template")}
    # The sample knows no residents' heads: column 2 of six villages and of the whole.
    assert told == {
        "template-formula-kept": {"columns": "C", "cells": 1},
        "template-figures-missing": {"cells": 7, "columns": "D"},
    }
    assert filled.changes.touches("template_binding")
    assert operations(reviewed)[-1] == "bind-template"
    again = fill(reviewed, PAPER, YEAR, template, tmp_path / "nop-lai.xlsx")
    assert (digest(again.path), bool(again.changes)) == (digest(target), False)
    assert operations(reviewed).count("bind-template") == 1
    assert_sound(reviewed)


@pytest.mark.parametrize("listed", [True, False])
def test_a_template_may_list_the_units_of_its_communes(reviewed: Desk, tmp_path: Path, listed: bool) -> None:
    first, second, *others = villages(reviewed)
    entries = [CellEntry(one.id, "unit_group", "Cụm Bắc") for one in (first, second)]
    enter_cells(reviewed, YEAR, entries)
    shown = [*(["CỤM BẮC"] if listed else []), *(one.name for one in (first, second, *others))]
    template = office_template(tmp_path / "mau.xlsx", 1, shown)
    fill(reviewed, PAPER, YEAR, template, tmp_path / "nop.xlsx")
    written = lines(tmp_path / "nop.xlsx")
    table = official_tables.read_year_tables(reviewed, YEAR).table(1)
    unit = table.lines[0]
    assert (unit.unit, unit.cells[0].value) == ("Cụm Bắc", 221 + 186)
    if listed:
        assert written["CỤM BẮC"][:3] == [None if one.value is None else float(one.value) for one in unit.cells[:3]]
    assert written[first.name][0] == 221
    again = fill(reviewed, PAPER, YEAR, template, tmp_path / "nop-lai.xlsx")
    assert not again.changes
    # A unit that is no more leaves its line open: the template is searched again.
    enter_cells(reviewed, YEAR, [CellEntry(one.id, "unit_group", "") for one in (first, second)])
    assert bool(fill(reviewed, PAPER, YEAR, template, tmp_path / "nop-moi.xlsx").changes) is listed


def villages(desk: Desk) -> list[Village]:
    return [one for one, _ in record_villages.read_villages(desk, YEAR).rows]


def test_what_was_bound_can_be_undone_and_is_bound_again(reviewed: Desk, template: Path, tmp_path: Path) -> None:
    before = contents(reviewed)
    fill(reviewed, PAPER, YEAR, template, tmp_path / "nop.xlsx")
    binding = kept_binding(reviewed, PAPER, template)
    assert binding == propose_binding(reviewed, PAPER, YEAR, template).binding
    undo_last(reviewed)
    assert contents(reviewed) == before
    assert kept_binding(reviewed, PAPER, template) is None
    assert binding is not None
    assert keep_binding(reviewed, template, binding)
    assert not keep_binding(reviewed, template, binding)
    (kept,) = list_template_bindings(reviewed.engine, PAPER)
    assert (kept.file_name, kept.sheet, kept.signature) == (template.name, "Bieu 01", binding.signature)


def test_a_template_that_changed_is_refused_until_it_is_bound_again(
    reviewed: Desk, template: Path, tmp_path: Path
) -> None:
    target = tmp_path / "nop.xlsx"
    fill(reviewed, PAPER, YEAR, template, target)
    target.unlink()
    book = openpyxl.load_workbook(template)
    book.worksheets[0].title = "Biểu 1"
    book.save(template)
    before = contents(reviewed)
    refuses("template-sheet-missing", lambda: fill(reviewed, PAPER, YEAR, template, target))
    assert contents(reviewed) == before
    assert not target.exists()
    fill(reviewed, PAPER, YEAR, template, target, bind_again=True)
    again = openpyxl.load_workbook(template)
    again.worksheets[0]["C6"] = "Khác"
    again.save(template)
    refuses("template-headings-changed", lambda: fill(reviewed, PAPER, YEAR, template, target))


def test_a_new_village_needs_a_row_of_its_own(reviewed: Desk, template: Path, tmp_path: Path) -> None:
    target = tmp_path / "nop.xlsx"
    fill(reviewed, PAPER, YEAR, template, target)
    kept = target.read_bytes()
    record_villages.add_villages(reviewed, ["Thôn Mới"])
    refused = refuses("template-not-bound", lambda: fill(reviewed, PAPER, YEAR, template, target))
    assert [(one.code, one.place.village) for one in refused.findings] == [("template-village-without-row", "Thôn Mới")]
    assert target.read_bytes() == kept
    office_template(template, 1, names(reviewed))
    filled = fill(reviewed, PAPER, YEAR, template, target)
    assert filled.changes
    assert "Thôn Mới" in lines(target)


def test_a_template_of_a_form_that_is_known_serves_where_a_search_leaves_something_open(
    reviewed: Desk, template: Path, tmp_path: Path
) -> None:
    fill(reviewed, PAPER, YEAR, template, tmp_path / "nop.xlsx")
    doubled = Path(shutil.copy(template, tmp_path / "Biểu mẫu 2024.xlsx"))
    book = openpyxl.load_workbook(doubled)
    book.worksheets[0]["B30"] = names(reviewed)[0]
    book.save(doubled)
    assert not propose_binding(reviewed, PAPER, YEAR, doubled).certain
    filled = fill(reviewed, PAPER, YEAR, doubled, tmp_path / "nop-2024.xlsx")
    assert filled.changes
    assert lines(filled.path)["Thôn Phi Long"] == lines(tmp_path / "nop.xlsx")["Thôn Phi Long"]


def test_the_template_itself_is_written_to_only_when_told(reviewed: Desk, template: Path) -> None:
    before = digest(template)
    refuses("template-not-overwritten", lambda: fill(reviewed, PAPER, YEAR, template, template))
    assert digest(template) == before
    fill(reviewed, PAPER, YEAR, template, template, over_template=True)
    assert lines(template)["Thôn Phi Long"][2] == 1


def test_what_cannot_be_filled_is_refused_and_writes_nothing(reviewed: Desk, template: Path, tmp_path: Path) -> None:
    before, target = contents(reviewed), tmp_path / "nop.xlsx"
    old = tmp_path / "cu.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    refuses("template-is-xls", lambda: fill(reviewed, PAPER, YEAR, old, target))
    refuses("unknown-format", lambda: fill(reviewed, PAPER, YEAR, template, tmp_path / "nop.pdf"))
    for paper in ("plan", "table-14", "table-1", "table-00"):
        refused = refuses("unknown-paper", functools.partial(fill, reviewed, paper, YEAR, template, target))
        assert str(refused.values["papers"]).startswith("table-01, table-02")
    refuses("year-without-round", lambda: fill(reviewed, PAPER, 2022, template, target))
    refuses("template-without-table", lambda: fill(reviewed, "table-10", YEAR, template, target))
    refuses("folder-missing", lambda: fill(reviewed, PAPER, YEAR, template, tmp_path / "khong" / "nop.xlsx"))
    assert contents(reviewed) == before
    assert not target.exists()


def test_a_record_changed_outside_the_program_stops_the_table(reviewed: Desk, template: Path, tmp_path: Path) -> None:
    reviewed.engine.execute("UPDATE village_year SET households = 1")
    refuses("paper-from-changed-record", lambda: fill(reviewed, PAPER, YEAR, template, tmp_path / "nop.xlsx"))


def test_a_file_that_may_only_be_read_fills_and_keeps_nothing(reviewed: Desk, template: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(reviewed.path, tmp_path / "ban-sao.pdesk"))
    reading = open_desk(copy, reviewed.program, read_only=True)
    filled = fill(reading, PAPER, YEAR, template, tmp_path / "nop.xlsx")
    assert not filled.changes
    assert lines(filled.path)["Thôn Phi Long"][2] == 1
    assert list_template_bindings(reading.engine, PAPER) == ()
    reading.close()


def test_the_course_of_the_year_says_what_is_to_be_looked_at(reviewed: Desk, tmp_path: Path) -> None:
    template = office_template(tmp_path / "mau.xlsx", 2, names(reviewed))
    filled = fill(reviewed, "table-02", YEAR, template, tmp_path / "nop.xlsx")
    course = official_tables.read_year_tables(reviewed, YEAR).source.flows
    assert course is not None
    assert course.findings
    assert filled.findings[: len(course.findings)] == course.findings


@pytest.mark.parametrize("number", TABLES)
def test_a_table_of_our_own_filled_with_its_own_figures_is_the_same_file(number: int, tmp_path: Path) -> None:
    filled, _, paper = laid_out(number)
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(write_xlsx(paper))
    wanted = WantedTable(f"table-{number:02d}", filled.table, {one.id: one.name for one in VILLAGES}, "Xã Mẫu")
    package = open_template(path)
    proposal = find_cells(package, wanted)
    assert proposal.certain
    figures = {
        FigurePlace(column.label, line.village or WHOLE, line.counted): cell.value
        for line in filled.lines
        for column, cell in zip(filled.table.columns, line.cells, strict=True)
    }
    assert fill_cells(package, proposal.binding, figures).data == path.read_bytes()


def test_every_table_of_figures_can_be_filled(reviewed: Desk, tmp_path: Path) -> None:
    layouts = official_tables.read_year_tables(reviewed, YEAR).layouts
    assert fill_template.papers() == tuple(f"table-{number:02d}" for number in layouts)
