"""A year whose course does not fit what the office says of it: what is refused, what a written reason changes."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest

from povertydesk.poverty.area import AreaType, OfficeLevel
from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import people
from povertydesk.workflow import (
    check_year,
    edit_grid,
    former_years,
    history,
    life_events,
    record_villages,
    review_rounds,
)
from povertydesk.workflow.check_tables import table_findings
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.explain_course import COURSE_PAPERS, explain_course, given_reason, print_explained
from povertydesk.workflow.fill_template import fill, fill_kept, keep_binding, propose_binding
from povertydesk.workflow.print_paper import PAPERS, print_paper
from povertydesk.workflow.start_file import NewOffice, start_file
from povertydesk.workflow.table_papers import read_table_set
from povertydesk.workflow.year_course import read_course
from tests.exchange.office_templates import office_template
from tests.workflow.contents import assert_sound, contents, key_of, operations, undo_last
from tests.workflow.registry import day, household_of
from tests.workflow.reviewing import found, opened, sealed, today, told

POOR, NEAR, ABOVE = PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR
PHI_LONG, VAN_NGOC = "Thôn Phi Long", "Thôn Vân Ngọc"
REASON = "Sổ năm 2022 thất lạc <trong lũ> & chưa lập lại"


@pytest.fixture
def desk(empty: Desk) -> Desk:
    """A commune with two villages and nothing else."""
    record_villages.add_villages(empty, [PHI_LONG, VAN_NGOC])
    return empty


@pytest.fixture
def unbalanced(desk: Desk) -> Desk:
    """A sealed year without a round before it: nine poor households were typed for a village that opens with one."""
    one, two = household_of(desk), household_of(desk, village=VAN_NGOC)
    key = opened(desk, 2023)
    told(desk, key, {one: POOR, two: NEAR})
    typed(desk, 2023, {(PHI_LONG, "poor_opening"): "9", (VAN_NGOC, "near_poor_opening"): "1"})
    sealed_with(desk, key, {one: POOR, two: NEAR})
    return desk


def sealed_with(desk: Desk, key: str, statuses: dict[str, PovertyStatus]) -> None:
    found(desk, key, dict(statuses))
    today(desk, day(12, 10, 2023))
    review_rounds.close_round(desk, key, day(12, 10, 2023))
    today(desk, day(12, 11, 2023))


def typed(desk: Desk, year: int, counts: dict[tuple[str, str], str]) -> None:
    entries = [CellEntry(key_of(desk, village), field, text) for (village, field), text in counts.items()]
    edit_grid.enter_cells(desk, year, entries)


def breaks(desk: Desk, year: int) -> tuple[Finding, ...]:
    return tuple(one for one in table_findings(desk, year) if one.code.startswith("course-"))


def refusal(act: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        pages = (document[number].get_textpage().get_text_range() for number in range(len(document)))
        return " ".join(" ".join(pages).split())
    finally:
        document.close()


def docx_text(path: Path) -> str:
    return " ".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def xlsx_text(path: Path) -> str:
    book = openpyxl.load_workbook(path)
    return " ".join(
        cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, str)
    )


def test_what_does_not_balance_is_not_printed_and_says_where(unbalanced: Desk, tmp_path: Path) -> None:
    for paper in COURSE_PAPERS:
        target = tmp_path / f"{paper}.pdf"
        error = refusal(lambda paper=paper, target=target: print_paper(unbalanced, paper, 2023, target))  # type: ignore[misc]
        assert error.code == "course-not-balanced"
        assert error.values == {"year": 2023, "places": "Thôn Phi Long (Biểu 2 cột 1)"}
        assert not target.exists()
    for paper in ("table-01", "table-04", "table-15"):
        assert print_paper(unbalanced, paper, 2023, tmp_path / f"{paper}.pdf").path.exists()


def test_every_table_of_a_course_asks_for_the_reason(unbalanced: Desk) -> None:
    tables = read_table_set(unbalanced, 2023)
    refused = []
    for name in (one for one in PAPERS if one.startswith("table")):
        try:
            tables.paper(name)
        except KnownError as error:
            refused.append((name, error.code))
    assert refused == [(name, "course-not-balanced") for name in COURSE_PAPERS]


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".xlsx"])
def test_the_reason_prints_under_the_tables(unbalanced: Desk, tmp_path: Path, suffix: str) -> None:
    read = {".pdf": pdf_text, ".docx": docx_text, ".xlsx": xlsx_text}[suffix]
    explain_course(unbalanced, 2023, None, REASON)
    line = f"Lý do số liệu diễn biến chưa cân đối – Thôn Phi Long (Biểu 2 cột 1: hộ 9, theo danh sách 1): {REASON}"
    for paper, times in (("table-02", 1), ("table-03", 1), ("tables", 2), ("table-01", 0)):
        printed = print_paper(unbalanced, paper, 2023, tmp_path / f"{paper}{suffix}")
        assert read(printed.path).count(line) == times
        assert "course-opening-unbalanced" not in [one.code for one in printed.findings]


def test_a_reason_is_one_act_that_goes_back_by_name(unbalanced: Desk, tmp_path: Path) -> None:
    before = contents(unbalanced)
    changes = explain_course(unbalanced, 2023, None, f"  {REASON} ")
    assert changes.touched == {"course_reason"}
    assert read_course(unbalanced, 2023).ledger.reasons == {None: REASON}
    assert not explain_course(unbalanced, 2023, None, REASON)
    assert operations(unbalanced)[-1] == "explain-course"
    values = history.list_history(unbalanced)[-1].named_values
    assert values == {"year": 2023, "village": "Xã Thử Nghiệm"}
    undo_last(unbalanced)
    assert contents(unbalanced) == before
    assert refusal(lambda: print_paper(unbalanced, "table-02", 2023, tmp_path / "2.pdf")).code == "course-not-balanced"
    assert_sound(unbalanced)


def test_an_empty_reason_takes_the_written_one_away(unbalanced: Desk) -> None:
    explain_course(unbalanced, 2023, key_of(unbalanced, PHI_LONG), REASON)
    assert explain_course(unbalanced, 2023, key_of(unbalanced, PHI_LONG), " ")
    assert operations(unbalanced)[-1] == "withdraw-course-reason"
    assert read_course(unbalanced, 2023).ledger.reasons == {}
    assert not explain_course(unbalanced, 2023, None, "")


def test_a_village_s_reason_covers_that_village_only(unbalanced: Desk, tmp_path: Path) -> None:
    typed(unbalanced, 2023, {(VAN_NGOC, "near_poor_opening"): "4"})
    village = key_of(unbalanced, PHI_LONG)
    explain_course(unbalanced, 2023, village, REASON)
    error = refusal(lambda: print_paper(unbalanced, "tables", 2023, tmp_path / "all.pdf"))
    assert error.values["places"] == "Thôn Vân Ngọc (Biểu 3 cột 1)"
    explain_course(unbalanced, 2023, None, "Chưa rõ")
    text = pdf_text(print_paper(unbalanced, "table-03", 2023, tmp_path / "3.pdf").path)
    assert f"cân đối – Thôn Phi Long (Biểu 2 cột 1: hộ 9, theo danh sách 1): {REASON}" in text
    assert "cân đối – Thôn Vân Ngọc (Biểu 3 cột 1: hộ 4, theo danh sách 1): Chưa rõ" in text
    severities = {one.place.village: one.severity for one in breaks(unbalanced, 2023)}
    assert severities == {PHI_LONG: Severity.NOTE, VAN_NGOC: Severity.NOTE}


def test_a_reason_for_the_year_leaves_a_mere_hint_what_it_is(unbalanced: Desk) -> None:
    typed(unbalanced, 2024, {(VAN_NGOC, "near_poor_opening"): "5"})
    explain_course(unbalanced, 2023, None, REASON)
    ledger = read_course(unbalanced, 2023).ledger
    [written] = ledger.reasons_in_force()
    assert written.about == "Thôn Phi Long (Biểu 2 cột 1: hộ 9, theo danh sách 1)"
    severities = {one.place.village: one.severity for one in ledger.findings}
    assert severities == {PHI_LONG: Severity.NOTE, VAN_NGOC: Severity.WARNING}
    explain_course(unbalanced, 2023, key_of(unbalanced, VAN_NGOC), "Sẽ sửa")
    assert len(read_course(unbalanced, 2023).ledger.reasons_in_force()) == 2


def test_a_reason_that_nothing_asks_for_is_refused(unbalanced: Desk, tmp_path: Path) -> None:
    village = key_of(unbalanced, VAN_NGOC)
    error = refusal(lambda: explain_course(unbalanced, 2023, village, REASON))
    assert (error.code, error.values["village"]) == ("course-balanced", VAN_NGOC)
    target = tmp_path / "2.pdf"
    assert refusal(lambda: print_explained(unbalanced, "table-02", 2023, target, REASON, VAN_NGOC)).code == error.code
    assert refusal(lambda: print_explained(unbalanced, "plan", 2023, target, REASON)).code == "reason-not-of-paper"
    assert refusal(lambda: print_explained(unbalanced, "tables", 2023, target, " ")).code == "course-reason-missing"
    assert (
        refusal(lambda: print_explained(unbalanced, "tables", 2023, target, "x", "Thôn Lạ")).code == "village-unknown"
    )
    assert not target.exists()


def test_printing_with_a_reason_keeps_it_or_does_neither(unbalanced: Desk, tmp_path: Path) -> None:
    before = contents(unbalanced)
    for target in (tmp_path / "2.odt", tmp_path / "not there" / "2.pdf"):
        refusal(lambda target=target: print_explained(unbalanced, "table-02", 2023, target, REASON))  # type: ignore[misc]
        assert contents(unbalanced) == before
    printed = print_explained(unbalanced, "table-02", 2023, tmp_path / "2.pdf", REASON, "phi long")
    assert [one.code for one in printed.findings] == []
    assert REASON in pdf_text(printed.path)
    assert read_course(unbalanced, 2023).ledger.reasons == {key_of(unbalanced, PHI_LONG): REASON}


def test_the_charts_of_an_unbalanced_course_print_with_its_reason_only(unbalanced: Desk, tmp_path: Path) -> None:
    target = tmp_path / "overview.pdf"
    error = refusal(lambda: print_paper(unbalanced, "overview", 2023, target))
    assert (error.code, error.values["places"]) == ("overview-not-balanced", "Thôn Phi Long (Biểu 2 cột 1)")
    assert not target.exists()
    explain_course(unbalanced, 2023, None, REASON)
    print_paper(unbalanced, "overview", 2023, target)
    said = f"chưa cân đối – Thôn Phi Long (Biểu 2 cột 1: hộ 9, theo danh sách 1): {REASON}"
    assert " ".join(said.split()) in pdf_text(target)


def test_a_template_is_filled_with_the_reason_kept_or_neither(unbalanced: Desk, tmp_path: Path) -> None:
    template = office_template(tmp_path / "mau.xlsx", 2, [PHI_LONG, VAN_NGOC])
    target, paper = tmp_path / "nop.xlsx", "table-02"
    assert refusal(lambda: fill(unbalanced, paper, 2023, template, target)).code == "course-not-balanced"
    before = contents(unbalanced)
    given = given_reason(unbalanced, paper, 2023, REASON, PHI_LONG)
    missing = tmp_path / "không có" / "nop.xlsx"
    assert refusal(lambda: fill(unbalanced, paper, 2023, template, missing, given=given)).code == "folder-missing"
    assert contents(unbalanced) == before
    changes = fill(unbalanced, paper, 2023, template, target, given=given).changes
    assert changes.touched == {"course_reason", "template_binding"}
    assert read_course(unbalanced, 2023).ledger.reasons == {key_of(unbalanced, PHI_LONG): REASON}
    undo_last(unbalanced)
    assert contents(unbalanced) == before


def test_a_bound_template_takes_no_course_that_contradicts_itself(unbalanced: Desk, tmp_path: Path) -> None:
    template = office_template(tmp_path / "mau.xlsx", 2, [PHI_LONG, VAN_NGOC])
    keep_binding(unbalanced, template, propose_binding(unbalanced, "table-02", 2023, template).binding)
    target = tmp_path / "nop.xlsx"
    assert refusal(lambda: fill_kept(unbalanced, "table-02", 2023, template, target)).code == "course-not-balanced"
    assert not target.exists()
    explain_course(unbalanced, 2023, None, REASON)
    [told] = [
        one
        for one in fill_kept(unbalanced, "table-02", 2023, template, target).findings
        if one.code == "template-without-reason"
    ]
    assert (told.values["reason"], told.values["places"]) == (
        REASON,
        "Thôn Phi Long (Biểu 2 cột 1: hộ 9, theo danh sách 1)",
    )


def test_while_the_round_is_open_a_typed_opening_is_a_hint(desk: Desk, tmp_path: Path) -> None:
    one = household_of(desk)
    key = opened(desk, 2023)
    told(desk, key, {one: POOR})
    found(desk, key, {one: POOR})
    typed(desk, 2023, {(PHI_LONG, "poor_opening"): "9"})
    printed = print_paper(desk, "table-02", 2023, tmp_path / "2.pdf")
    assert "poor-opening-differs-from-list" in [one.code for one in printed.findings]
    assert breaks(desk, 2023) == ()


def test_a_sealed_round_of_the_year_before_outweighs_what_was_typed(desk: Desk, tmp_path: Path) -> None:
    one = household_of(desk)
    sealed(desk, 2022, {one: POOR})
    sealed(desk, 2023, {one: POOR})
    typed(desk, 2023, {(PHI_LONG, "poor_opening"): "9"})
    assert breaks(desk, 2023) == ()
    assert print_paper(desk, "tables", 2023, tmp_path / "all.pdf").path.exists()


def test_typed_figures_of_a_year_after_an_older_round_are_its_opening(desk: Desk, tmp_path: Path) -> None:
    one = household_of(desk)
    sealed(desk, 2021, {one: ABOVE})
    sealed(desk, 2022, {one: POOR})
    found(desk, opened(desk, 2024), {one: NEAR})
    typed(desk, 2024, {(PHI_LONG, "poor_people"): "7"})
    error = refusal(lambda: print_paper(desk, "table-02", 2024, tmp_path / "2.pdf"))
    assert error.values["places"] == "Thôn Phi Long (Biểu 2 cột 1)"
    [broken] = breaks(desk, 2024)
    assert broken.values == {
        "village": PHI_LONG, "number": 2, "column": 1, "counted": "people", "expected": 7, "found": 4
    }  # fmt: skip


def test_the_opening_of_the_next_year_is_held_against_the_closing_list(desk: Desk, tmp_path: Path) -> None:
    one = household_of(desk)
    sealed(desk, 2022, {one: POOR})
    sealed(desk, 2023, {one: POOR})
    typed(desk, 2024, {(PHI_LONG, "poor_opening"): "3", (PHI_LONG, "near_poor_opening"): "0"})
    [hint] = breaks(desk, 2023)
    assert (hint.code, hint.severity) == ("course-closing-unbalanced", Severity.WARNING)
    assert (hint.values["expected"], hint.values["found"]) == (3, 1)
    assert print_paper(desk, "table-02", 2023, tmp_path / "2.pdf").path.exists()


def test_closing_figures_that_were_handed_in_are_held_against_the_sealed_list(desk: Desk, tmp_path: Path) -> None:
    one, two = household_of(desk), household_of(desk)
    sealed(desk, 2022, {one: POOR, two: NEAR})
    sealed(desk, 2023, {one: NEAR, two: NEAR})
    former_years.import_former_tables(desk, 2023, handed_in(tmp_path / "2023.xlsx", closing=2))
    broken = breaks(desk, 2023)
    assert {(one.code, one.severity, one.place.village) for one in broken} == {
        ("course-closing-unbalanced", Severity.ERROR, PHI_LONG)
    }
    assert {(one.values["counted"], one.values["expected"], one.values["found"]) for one in broken} == {
        ("households", 2, 0),
        ("people", 8, 0),
    }
    places = refusal(lambda: print_paper(desk, "table-03", 2023, tmp_path / "3.pdf")).values["places"]
    assert places == "Thôn Phi Long (Biểu 2 cột 9)"
    [first, _] = read_course(desk, 2023).ledger.balance.breaks
    assert first.households == (one,)


def handed_in(path: Path, closing: int) -> Path:
    """Table 2 as it was printed, with another closing than the households give."""
    book = openpyxl.Workbook()
    assert book.active is not None
    people_closing = 4 * closing
    rows: list[list[str | int]] = [
        ["BIỂU 2. TỔNG HỢP DIỄN BIẾN HỘ NGHÈO"],
        ["A", "B", "C", 1, 2, 3, 4, 5, 6, 7, 8, "9=1−2−3−4+5+6+7+8"],
        [1, PHI_LONG, "Hộ", closing, 0, 0, 0, 0, 0, 0, 0, closing],
        ["", "", "Nhân khẩu", people_closing, 0, 0, 0, 0, 0, 0, 0, people_closing],
    ]
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_check_tells_what_does_not_balance(unbalanced: Desk) -> None:
    codes = [one.code for one in check_year.check_file(unbalanced, 2023)]
    assert "course-opening-unbalanced" in codes
    explain_course(unbalanced, 2023, None, REASON)
    [said] = [one for one in check_year.check_file(unbalanced, None) if one.code == "course-difference-explained"]
    assert said.severity is Severity.NOTE
    assert "poor-opening-differs-from-list" not in [one.code for one in read_course(unbalanced, 2023).flows.findings]


def test_a_year_without_a_course_is_nothing_to_check(desk: Desk) -> None:
    household_of(desk)
    assert breaks(desk, 2023) == ()
    assert breaks(desk, 2040) == ()


def test_the_sample_balances_without_a_word(full_sample: Desk, tmp_path: Path) -> None:
    assert breaks(full_sample, 2023) == ()
    assert print_paper(full_sample, "tables", 2023, tmp_path / "all.pdf").path.exists()


def test_a_death_of_a_lone_person_and_a_move_balance(desk: Desk, tmp_path: Path) -> None:
    one, two = household_of(desk), household_of(desk)
    sealed(desk, 2022, {one: POOR, two: POOR})
    today(desk, day(6, 1, 2023))
    life_events.move_out(desk, [each.person.id for each in people.list_members(desk.engine, one)], day(5, 1, 2023))
    life_events.move_village(desk, two, key_of(desk, VAN_NGOC), day(5, 2, 2023))
    sealed(desk, 2023, {two: NEAR})
    assert breaks(desk, 2023) == ()
    assert print_paper(desk, "tables", 2023, tmp_path / "all.xlsx").path.exists()


def test_a_receiving_office_has_communes_in_the_place_of_villages(tmp_path: Path, program: Program) -> None:
    office = NewOffice("Huyện Thử Nghiệm", AreaType.RURAL, level=OfficeLevel.RECEIVING)
    desk = start_file(tmp_path / "huyen.pdesk", office, program)
    record_villages.add_villages(desk, ["Xã Thử Một", "Xã Thử Hai"])
    one = household_of(desk, village="Xã Thử Một")
    sealed(desk, 2022, {one: POOR}, on=datetime.date(2022, 9, 1))
    sealed(desk, 2023, {one: NEAR})
    assert breaks(desk, 2023) == ()
    typed(desk, 2024, {("Xã Thử Một", "poor_opening"): "5"})
    assert [one.place.village for one in breaks(desk, 2023)] == ["Xã Thử Một"]
    desk.close()
