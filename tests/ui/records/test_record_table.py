from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from pytestqt.qtbot import QtBot

from povertydesk.poverty.problems import Severity
from povertydesk.ui.records.block_edits import CellRange
from povertydesk.ui.records.cell_selection import sum_of
from povertydesk.ui.records.columns import Column
from povertydesk.ui.records.record_table import CellLook, RecordTable

Table = RecordTable[Any]


def _changed_rows(table: Table, act: Callable[[], None]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        assert (first.column(), last.column()) == (0, table.columnCount() - 1)
        ranges.append((first.row(), last.row()))

    table.dataChanged.connect(note)
    act()
    table.dataChanged.disconnect(note)
    return ranges


def test_it_keeps_the_rules_of_qt_models(table: Table, qtmodeltester: Any, make_villages: Any) -> None:
    qtmodeltester.check(table)
    table.replace_records([replace(table.records[1], reduction=3), replace(table.records[4], reduction=4)])
    table.set_records(make_villages(9))
    table.set_findings({("v1", "poor"): (Severity.ERROR, "Sai")})
    table.set_columns(table.columns[:3])
    table.set_records([])
    qtmodeltester.check(table, force_py=True)


def test_cells_are_shown_as_the_office_writes_them(table: Table) -> None:
    shown = [cell.text for cell in table.shown_row(5)]
    assert shown == ["6", "Thôn Long Tiến", "1.272", "33", "2,59", "8", "5", "25", ""]
    assert table.index(5, 2).data() == "1.272"
    assert table.index(5, 2).data(Qt.ItemDataRole.EditRole) == "1272"
    assert table.index(5, 4).data(Qt.ItemDataRole.EditRole) == "2,59"


def test_what_is_offered_is_seen_and_neither_copied_nor_edited() -> None:
    columns = (
        Column[dict[str, Any]]("name", "Name", lambda record: record["name"], editable=True),
        Column[dict[str, Any]](
            "plan", "Plan", lambda record: record["plan"], editable=True, proposed=lambda record: record["offer"]
        ),
    )
    records = [
        {"name": "a", "plan": None, "offer": "90"},
        {"name": "b", "plan": "95", "offer": "90"},
        {"name": "c", "plan": None, "offer": None},
    ]
    table: Table = RecordTable(columns, lambda record: record["name"], records)
    shown = [(cell.text, cell.look) for _, cell in (table.shown_row(row) for row in range(3))]
    assert shown == [("90", CellLook.PROPOSED), ("95", CellLook.TYPED), ("", CellLook.TYPED)]
    assert [table.plain_text(row, 1) for row in range(3)] == ["", "95", ""]
    assert table.setData(table.index(0, 1), "")
    assert table.index(0, 1).data(Qt.ItemDataRole.EditRole) == ""


def test_totals_stand_where_a_column_declares_one(table: Table) -> None:
    assert table.shown_totals() == ("", "Tổng cộng", "2.518", "208", "", "45", "15", "", "")


def test_a_line_of_sums_looks_like_one_and_adds_nothing_to_a_selection(columns: Any, table: Table) -> None:
    summed: Table = RecordTable(columns, lambda row: row.id, table.records, is_sum=lambda row: row.id == "v0")
    assert {cell.look for cell in summed.shown_row(0)} == {CellLook.SUM}
    assert CellLook.SUM not in {cell.look for cell in summed.shown_row(1)}
    assert sum_of(summed, [CellRange(0, 3, 2, 3)]) == (3, 61, 2)
    assert sum_of(table, [CellRange(0, 3, 2, 3)]) == (3, 75, 3)


def test_totals_follow_the_records(table: Table, qtbot: QtBot) -> None:
    assert table.shown_totals()[5] == "45"
    with qtbot.waitSignal(table.totals_changed):
        table.replace_records([replace(table.records[0], reduction=10)])
    assert table.shown_totals()[5] == "48"
    table.set_records([])
    assert not table.has_totals


def test_new_records_repaint_their_rows_only(table: Table) -> None:
    changed = [replace(table.records[row], reduction=1) for row in (1, 2, 4)]
    assert _changed_rows(table, lambda: table.replace_records(changed)) == [(1, 2), (4, 4)]
    assert table.shown_row(4)[5].text == "1"
    assert _changed_rows(table, lambda: table.replace_records([])) == []


def test_many_scattered_rows_are_told_in_one_range(table: Table, make_villages: Any) -> None:
    table.set_records(make_villages(300))
    changed = [replace(record, reduction=0) for record in table.records[::2]]
    assert _changed_rows(table, lambda: table.replace_records(changed)) == [(0, 298)]


def test_the_same_rows_are_no_reset_and_others_are(table: Table, qtbot: QtBot, make_villages: Any) -> None:
    rows = [*table.records[:5], replace(table.records[5], note="Xa trung tâm")]
    with qtbot.assertNotEmitted(table.modelReset):
        assert _changed_rows(table, lambda: table.set_records(rows)) == [(5, 5)]
    with qtbot.waitSignal(table.modelReset):
        table.set_records(make_villages(7))
    with qtbot.waitSignal(table.modelReset):
        table.set_records(reversed(make_villages(7)))
    assert table.row_of("v6") == 0


def test_rows_are_known_by_their_id(table: Table, columns: Sequence[Column[Any]]) -> None:
    with pytest.raises(KeyError):
        table.replace_records([replace(table.records[0], id="nowhere")])
    with pytest.raises(ValueError, match="same id"):
        RecordTable(columns, lambda _row: "one", table.records)
    assert table.row_of("nowhere") is None
    assert table.column_of("poor") == 3
    assert table.column_of("nowhere") is None


def test_an_edit_is_requested_and_not_written(table: Table, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.edit_requested) as caught:
        assert table.setData(table.index(2, 5), " 9 ")
    assert caught.args == [[("v2", "reduction", "9")]]
    assert table.index(2, 5).data() == "8"


def test_text_is_nfc_on_one_line_when_it_leaves_the_cell(table: Table, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.edit_requested) as caught:
        table.setData(table.index(0, 8), "Thôn\n  Ta\u0302\u0301n\u200b ")
    assert caught.args[0][0].text == "Thôn T\u1ea5n"


def test_an_unchanged_text_asks_for_nothing(table: Table, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.edit_requested):
        assert table.setData(table.index(5, 5), "8")
        table.request_edits([])


def test_only_typed_cells_take_text(table: Table, qtbot: QtBot) -> None:
    table.replace_records([replace(table.records[1], locked=True)])
    editable = [
        [bool(table.flags(table.index(row, column)) & Qt.ItemFlag.ItemIsEditable) for column in (3, 4, 5, 6)]
        for row in (0, 1)
    ]
    assert editable == [[False, False, True, True], [False, False, False, True]]
    with qtbot.assertNotEmitted(table.edit_requested):
        assert not table.setData(table.index(0, 4), "1")
        assert not table.setData(table.index(1, 5), "1")
        assert not table.setData(table.index(0, 5), "1", Qt.ItemDataRole.DisplayRole)
        assert not table.setData(QModelIndex(), "1")


def test_read_only_closes_every_cell_and_opens_them_again(table: Table) -> None:
    assert _changed_rows(table, lambda: table.set_read_only(True)) == [(0, 5)]
    assert not table.is_editable(0, 5)
    assert table.shown_row(0)[5].look is CellLook.GIVEN
    assert _changed_rows(table, lambda: table.set_read_only(True)) == []
    table.set_read_only(False)
    assert table.is_editable(0, 5)


def test_looks_tell_typed_computed_and_given(table: Table) -> None:
    looks = [cell.look for cell in table.shown_row(0)]
    given, typed, computed = CellLook.GIVEN, CellLook.TYPED, CellLook.COMPUTED
    assert looks == [given, given, given, given, computed, typed, typed, computed, typed]


def test_findings_mark_their_cells_and_go_again(table: Table) -> None:
    sentence = "Số hộ giảm lớn hơn số hộ nghèo."
    findings = {("v1", "reduction"): (Severity.ERROR, sentence), ("gone", "poor"): (Severity.NOTE, "Khác")}
    assert _changed_rows(table, lambda: table.set_findings(findings)) == [(1, 1)]
    cell = table.index(1, 5)
    assert table.shown_row(1)[5].severity is Severity.ERROR
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == sentence
    assert cell.data(Qt.ItemDataRole.AccessibleDescriptionRole) == sentence
    assert _changed_rows(table, lambda: table.set_findings(findings)) == []
    assert _changed_rows(table, lambda: table.set_findings({})) == [(1, 1)]
    assert table.shown_row(1)[5].severity is None
    assert cell.data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_screen_reader_hears_column_value_and_finding(table: Table) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert table.index(5, 2).data(role) == "Đầu kỳ – Tổng số hộ: 1.272"
    table.set_findings({("v5", "households"): (Severity.WARNING, "Tăng mạnh.")})
    assert table.index(5, 2).data(role) == "Đầu kỳ – Tổng số hộ: 1.272. Tăng mạnh."
    assert table.headerData(7, Qt.Orientation.Horizontal, role) == "Cuối kỳ – Hộ nghèo"
    assert table.headerData(7, Qt.Orientation.Horizontal) == "Hộ nghèo"
    assert table.headerData(8, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == "Ghi chú của thôn"
    assert table.headerData(2, Qt.Orientation.Vertical) == 3
    assert table.headerData(2, Qt.Orientation.Vertical, role) == "Thôn Phi Long"
    assert table.headerData(99, Qt.Orientation.Vertical, role) is None
    assert table.headerData(99, Qt.Orientation.Horizontal) is None


def test_unused_roles_are_answered_with_nothing(table: Table) -> None:
    for role in (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.FontRole, Qt.ItemDataRole.SizeHintRole):
        assert table.index(0, 0).data(role) is None
    assert QAbstractItemModel.hasChildren(table, table.index(0, 0)) is False


def test_other_columns_show_the_same_records(table: Table, qtbot: QtBot) -> None:
    with qtbot.waitSignals([table.modelReset, table.columns_changed, table.totals_changed]):
        table.set_columns([table.columns[1], table.columns[5]])
    assert [cell.text for cell in table.shown_row(0)] == ["Thôn Minh Long", "7"]
    assert table.shown_totals() == ("Tổng cộng", "45")
