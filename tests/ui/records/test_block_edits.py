from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from povertydesk.paths import resources
from povertydesk.poverty.language import LANGUAGES
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.problems import KnownError, Value
from povertydesk.ui.records.block_edits import CellRange, clear_edits, fill_down_edits, paste_edits
from povertydesk.ui.records.columns import Column
from povertydesk.ui.records.record_table import RecordTable

Table = RecordTable[Any]


def _at(row: int, column: int) -> list[CellRange]:
    return [CellRange(row, column, row, column)]


def test_a_block_lands_from_the_first_cell_on(table: Table) -> None:
    edits = paste_edits(table, [["1", "2"], ["3", "4"]], _at(4, 5))
    assert [tuple(edit) for edit in edits] == [
        ("v4", "reduction", "1"),
        ("v4", "minority", "2"),
        ("v5", "reduction", "3"),
        ("v5", "minority", "4"),
    ]


def test_a_ragged_block_touches_only_the_cells_it_has(table: Table) -> None:
    edits = paste_edits(table, [["1", "2"], ["3"]], _at(0, 5))
    assert [(edit.row_id, edit.column_key) for edit in edits] == [
        ("v0", "reduction"),
        ("v0", "minority"),
        ("v1", "reduction"),
    ]


def test_a_block_fills_a_selection_it_fits_into_several_times(table: Table) -> None:
    edits = paste_edits(table, [["1"], ["2"]], [CellRange(0, 5, 3, 6)])
    assert [edit.text for edit in edits] == ["1", "1", "2", "2"] * 2
    assert len(paste_edits(table, [["1"], ["2"]], [CellRange(0, 5, 2, 5)])) == 2


def test_blanks_of_a_block_overwrite_nothing_and_meet_no_computed_cell(table: Table) -> None:
    edits = paste_edits(table, [["1", "", " ", "a"], ["", "2", "", ""]], _at(0, 5))
    assert [tuple(edit) for edit in edits] == [
        ("v0", "reduction", "1"),
        ("v0", "note", "a"),
        ("v1", "minority", "2"),
    ]
    assert paste_edits(table, [["", ""]], _at(0, 5)) == []


def test_one_blank_cell_clears(table: Table) -> None:
    assert [edit.text for edit in paste_edits(table, [[""]], _at(0, 5))] == [""]


def test_a_locked_cell_refuses_the_whole_block_and_is_named(table: Table) -> None:
    table.replace_records([replace(table.records[2], locked=True)])
    with pytest.raises(KnownError) as refused:
        paste_edits(table, [["1"], ["2"], ["3"]], _at(1, 5))
    assert refused.value.code == "paste-on-computed"
    assert refused.value.values == {"row": 3, "column": "Kế hoạch năm 2023 – Giảm (hộ)"}


def test_one_value_over_a_computed_cell_of_the_selection_is_refused(table: Table) -> None:
    with pytest.raises(KnownError, match="paste-on-computed"):
        paste_edits(table, [["1"]], [CellRange(0, 6, 1, 7)])


def test_one_value_fills_several_ranges(table: Table) -> None:
    edits = paste_edits(table, [["1"]], [*_at(0, 5), CellRange(2, 6, 3, 6)])
    assert [(edit.row_id, edit.column_key) for edit in edits] == [
        ("v0", "reduction"),
        ("v2", "minority"),
        ("v3", "minority"),
    ]


def test_the_edge_is_met_exactly_and_not_passed(table: Table) -> None:
    assert len(paste_edits(table, [["a"], ["b"]], _at(4, 8))) == 2
    with pytest.raises(KnownError, match="paste-too-large"):
        paste_edits(table, [["a"], ["b"], ["c"]], _at(4, 8))
    with pytest.raises(KnownError, match="paste-too-large"):
        paste_edits(table, [["a", "b"]], _at(4, 8))


def test_filling_and_clearing_leave_computed_and_unchanged_cells_out(table: Table) -> None:
    everything = [CellRange(0, 0, 1, 8)]
    assert [edit.column_key for edit in fill_down_edits(table, everything)] == ["reduction", "minority"]
    assert [(edit.row_id, edit.column_key) for edit in clear_edits(table, everything)] == [
        ("v0", "reduction"),
        ("v0", "minority"),
        ("v1", "reduction"),
        ("v1", "minority"),
    ]
    assert fill_down_edits(table, _at(0, 5)) == []


@pytest.fixture
def summed(columns: Sequence[Column[Any]], make_villages: Callable[[int], list[Any]]) -> Table:
    """The table with lines of sums above the first and the fourth village; nothing is typed there."""
    return RecordTable(
        columns,
        lambda row: row.id,
        [replace(row, locked=row.number in {1, 4}) for row in make_villages(6)],
        is_sum=lambda row: row.number in {1, 4},
    )


def test_a_block_passes_lines_of_sums_over(summed: Table) -> None:
    edits = paste_edits(summed, [["1"], ["2"], ["3"]], _at(1, 5))
    assert [(edit.row_id, edit.text) for edit in edits] == [("v1", "1"), ("v2", "2"), ("v4", "3")]
    edits = paste_edits(summed, [["7"]], [CellRange(2, 5, 4, 5)])
    assert [(edit.row_id, edit.text) for edit in edits] == [("v2", "7"), ("v4", "7")]


def test_a_line_of_sums_that_was_copied_along_falls_away(summed: Table) -> None:
    copied = [[summed.plain_text(row, column) for column in (5, 6)] for row in range(1, 5)]
    edits = paste_edits(summed, copied, _at(1, 5))
    assert [(edit.row_id, edit.text) for edit in edits if edit.column_key == "reduction"] == [
        ("v1", "5"),
        ("v2", "8"),
        ("v4", "7"),
    ]


def test_lines_of_sums_make_a_block_longer(summed: Table) -> None:
    assert len(paste_edits(summed, [["1"]] * 4, _at(1, 5))) == 4
    with pytest.raises(KnownError, match="paste-too-large"):
        paste_edits(summed, [["1"]] * 5, _at(1, 5))


def test_one_value_on_a_line_of_sums_is_refused(summed: Table) -> None:
    with pytest.raises(KnownError, match="paste-on-computed"):
        paste_edits(summed, [["1"]], _at(3, 5))


def test_filling_down_repeats_no_sums(summed: Table) -> None:
    assert [(edit.row_id, edit.text) for edit in fill_down_edits(summed, [CellRange(3, 5, 5, 5)])] == [("v5", "7")]
    assert [(edit.row_id, edit.text) for edit in fill_down_edits(summed, _at(4, 5))] == [("v4", "8")]
    assert fill_down_edits(summed, _at(1, 5)) == []


def _refusal(act: Callable[[], object]) -> tuple[str, dict[str, Value]]:
    with pytest.raises(KnownError) as refused:
        act()
    return refused.value.code, refused.value.values


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_its_sentence(table: Table, language: str) -> None:
    messages = Messages.load(resources("messages"), language)
    refusals: list[tuple[str, dict[str, Value]]] = [
        _refusal(lambda: paste_edits(table, [["1"]] * 9, _at(1, 5))),
        _refusal(lambda: paste_edits(table, [["1"]], _at(0, 7))),
        ("cell-not-typed", {"row": 1, "column": "Thôn"}),
        ("grid-read-only", {}),
    ]
    for code, values in refusals:
        assert messages.fields(code) == values.keys()
        sentence = messages.sentence(code, values)
        assert all(str(value) in sentence for value in values.values())
