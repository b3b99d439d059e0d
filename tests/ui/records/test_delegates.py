"""Typing in a cell: how an entry begins and ends, and what Unikey, ibus and fcitx send meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionFrame
from pytestqt.qtbot import QtBot

from povertydesk.ui.records.columns import CellEdit
from povertydesk.ui.records.grid_view import GridView

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
REDUCTION, MINORITY, CLOSING, NOTE = 5, 6, 7, 8


def test_f2_edits_in_place_with_the_cursor_at_the_end(grid: GridView, page: Any, clerk: Any) -> None:
    grid.table.replace_records([replace(grid.table.records[0], reduction=1234)])
    clerk.press(Key.Key_F2)
    editor = clerk.editor
    assert (editor.text(), editor.cursorPosition(), editor.hasSelectedText()) == ("1234", 4, False)
    clerk.press(Key.Key_Left)
    assert clerk.is_editing, "after F2 the arrows move in the text"
    clerk.type("5")
    clerk.press(Key.Key_Return)
    assert page.texts == [("v0", "reduction", "12354")]


def test_arrows_end_an_entry_that_began_by_typing(grid: GridView, page: Any, clerk: Any) -> None:
    moves = [
        (Key.Key_Down, (1, REDUCTION)),
        (Key.Key_Right, (1, MINORITY)),
        (Key.Key_Up, (0, MINORITY)),
        (Key.Key_Left, (0, REDUCTION)),
    ]
    for key, place in moves:
        clerk.type("12")
        clerk.press(key)
        assert clerk.current == place
    assert len(page.requests) == 4


def test_f2_while_typing_lets_the_arrows_move_in_the_text(grid: GridView, clerk: Any) -> None:
    clerk.type("13")
    clerk.press(Key.Key_F2)
    clerk.press(Key.Key_Left)
    clerk.type("2")
    assert clerk.editor.text() == "123"


def test_escape_leaves_the_cell_as_it_was(grid: GridView, page: Any, clerk: Any) -> None:
    clerk.type("99")
    clerk.press(Key.Key_Escape)
    assert page.requests == []
    assert not clerk.is_editing
    assert clerk.current == (0, REDUCTION)
    assert grid.table.index(0, REDUCTION).data() == "7"
    assert grid.hasFocus()


def test_an_unchanged_cell_asks_for_nothing(grid: GridView, page: Any, clerk: Any) -> None:
    clerk.press(Key.Key_F2)
    clerk.press(Key.Key_Return)
    assert page.requests == []
    assert clerk.current == (1, REDUCTION)


def test_backspace_begins_an_empty_entry(grid: GridView, page: Any, clerk: Any) -> None:
    clerk.press(Key.Key_Backspace, "\b")
    assert clerk.editor.text() == ""
    clerk.press(Key.Key_Return)
    assert page.texts == [("v0", "reduction", "")]


def test_a_letter_of_altgr_begins_an_entry_and_control_letters_do_not(grid: GridView, clerk: Any) -> None:
    clerk.press(Key.Key_B, "\x02", Qt.KeyboardModifier.ControlModifier)
    clerk.press(Key.Key_B, "b", Qt.KeyboardModifier.AltModifier)
    assert not clerk.is_editing
    clerk.press(Key.Key_4, "4", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert clerk.editor.text() == "4"


def test_read_only_first_requests_what_is_being_typed(grid: GridView, page: Any, clerk: Any) -> None:
    clerk.type("11")
    grid.set_read_only(True)
    assert page.texts == [("v0", "reduction", "11")]
    assert not clerk.is_editing


def test_the_page_can_ask_for_what_is_being_typed(grid: GridView, page: Any, clerk: Any) -> None:
    clerk.type("12")
    grid.commit_pending()
    grid.commit_pending()
    assert page.texts == [("v0", "reduction", "12")]


def test_a_click_elsewhere_commits(grid: GridView, page: Any, qtbot: QtBot, clerk: Any) -> None:
    clerk.type("12")
    place = grid.visualRect(grid.table.index(3, MINORITY)).center()
    grid.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.texts == [("v0", "reduction", "12")]
    assert clerk.current == (3, MINORITY)
    qtbot.waitUntil(lambda: not clerk.is_editing)


def test_another_field_taking_the_keys_commits(grid: GridView, page: Any, qtbot: QtBot, clerk: Any) -> None:
    other = QLineEdit(grid)
    other.show()
    clerk.type("12")
    other.setFocus()
    assert page.texts == [("v0", "reduction", "12")]


def test_unikey_telex_in_the_middle_of_a_name(grid: GridView, page: Any, clerk: Any) -> None:
    """Telex `Thoon`: at the second o Unikey takes the key back, sends Backspace and `ô`."""
    grid.go_to("v0", "note")
    clerk.type("Tho")
    clerk.unikey(1, "ô")
    clerk.type("n")
    assert clerk.editor.text() == "Thôn"
    clerk.press(Key.Key_Return)
    assert page.texts == [("v0", "note", "Thôn")]


@pytest.mark.parametrize(
    ("keys", "result"),
    [
        (["dd"], "dd"),
        (["d", (1, "đ")], "đ"),
        (["Nguye", (1, "ê"), "n", (2, "ễn")], "Nguyễn"),
        (["d", (1, "đ"), "uo", (2, "ươ"), "ng", (4, "ường")], "đường"),
        (["T", "a", (1, "â"), "n", (2, "ấn")], "Tấn"),
        (["hoa", (2, "òa"), " "], "hòa"),
        (["VN", "1", "2"], "VN12"),
    ],
)
def test_unikey_sequences_from_the_first_key_on(
    grid: GridView, page: Any, clerk: Any, keys: Sequence[str | tuple[int, str]], result: str
) -> None:
    grid.go_to("v2", "note")
    for piece in keys:
        if isinstance(piece, str):
            clerk.type(piece)
        else:
            clerk.unikey(*piece)
    clerk.press(Key.Key_Return)
    assert page.texts == [("v2", "note", result)]


@pytest.mark.parametrize("letter", ["ê", "đ", "ư", "Ộ", "ễ"])
def test_a_letter_without_key_code_opens_the_editor(grid: GridView, page: Any, clerk: Any, letter: str) -> None:
    grid.table.replace_records([replace(grid.table.records[0], note="ghi chú cũ")])
    grid.go_to("v0", "note")
    clerk.unikey(0, letter)
    clerk.type("n")
    assert clerk.editor.text() == letter + "n"


def test_the_blank_that_unikey_sends_before_backspace_leaves_no_trace(grid: GridView, page: Any, clerk: Any) -> None:
    """With its fix for suggestions, Unikey sends U+202F before the Backspaces."""
    grid.go_to("v0", "note")
    clerk.type("Tho")
    clerk.unikey(0, "\u202f")
    clerk.unikey(2, "ô")
    clerk.type("n")
    clerk.press(Key.Key_Return)
    assert page.texts == [("v0", "note", "Thôn")]


def test_an_input_method_commits_words_in_the_editor(grid: GridView, page: Any, clerk: Any) -> None:
    grid.go_to("v0", "note")
    clerk.press(Key.Key_F2)
    for preedit in ("T", "Th", "Tho", "Thô", "Thôn"):
        clerk.compose(preedit)
    clerk.commit("Thôn ")
    clerk.commit("Ta\u0302\u0301n")
    clerk.press(Key.Key_Return)
    assert page.texts == [("v0", "note", "Thôn T\u1ea5n")]


def test_an_input_method_opens_the_editor_by_its_first_word(grid: GridView, page: Any, clerk: Any) -> None:
    grid.table.replace_records([replace(grid.table.records[0], note="cũ")])
    grid.go_to("v0", "note")
    assert grid.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) or grid.testAttribute(
        Qt.WidgetAttribute.WA_InputMethodEnabled
    )
    clerk.compose("Đ")
    clerk.compose("Đô")
    clerk.commit("Đông")
    assert clerk.editor.text() == "Đông"
    clerk.type(" 2")
    clerk.press(Key.Key_Return)
    assert page.texts == [("v0", "note", "Đông 2")]


def test_a_word_committed_at_once_opens_the_editor_too(grid: GridView, page: Any, clerk: Any) -> None:
    grid.table.replace_records([replace(grid.table.records[0], note="cũ")])
    grid.go_to("v0", "note")
    clerk.commit("ê")
    clerk.commit("m")
    assert clerk.editor.text() == "êm"


def test_an_input_method_cannot_write_into_a_computed_cell(grid: GridView, page: Any, clerk: Any) -> None:
    grid.go_to("v0", "closing")
    event = QInputMethodEvent("", [])
    event.setCommitString("ê")
    QApplication.sendEvent(grid, event)
    assert not clerk.is_editing
    assert page.requests == []


def test_the_editor_is_a_plain_line_without_completion_or_mask(grid: GridView, clerk: Any) -> None:
    clerk.type("1")
    editor = clerk.editor
    assert type(editor).__mro__[1] is QLineEdit
    assert editor.completer() is None
    assert editor.inputMask() == ""
    assert editor.validator() is None
    assert editor.accessibleName() == "Kế hoạch năm 2023 – Giảm (hộ)"


def test_borders_of_a_theme_do_not_cut_the_text_in_a_cell(grid: GridView, clerk: Any, qapp: QApplication) -> None:
    qapp.setStyleSheet("QLineEdit { border: 1px solid red; padding: 6px; border-radius: 4px }")
    try:
        clerk.type("1")
        option = QStyleOptionFrame()
        clerk.editor.initStyleOption(option)
        contents = clerk.editor.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, clerk.editor)
        assert contents == clerk.editor.rect()
        assert contents.height() >= clerk.editor.fontMetrics().height()
    finally:
        qapp.setStyleSheet("")


def test_new_records_do_not_overwrite_what_is_being_typed(grid: GridView, clerk: Any) -> None:
    grid.table.set_columns([grid.table.columns[REDUCTION]])
    grid.step_to((0, 0))
    clerk.type("12")
    grid.table.replace_records([replace(grid.table.records[0], reduction=3)])
    assert clerk.editor.text() == "12"


def test_rows_that_come_while_a_cell_is_committed_keep_the_place(
    grid: GridView, make_villages: Any, clerk: Any
) -> None:
    grid.table.edit_requested.connect(lambda _edits: grid.table.set_records(make_villages(9)))
    grid.go_to("v2", "reduction")
    clerk.type("4")
    clerk.press(Key.Key_Return)
    assert grid.table.rowCount() == 9
    assert clerk.current == (3, REDUCTION)
    assert not clerk.is_editing


def test_a_text_the_page_could_not_take_is_opened_again(grid: GridView, qtbot: QtBot, clerk: Any) -> None:
    requests = []

    def refuse(edits: list[CellEdit]) -> None:
        requests.append(edits)
        grid.edit_again(edits[0])

    grid.table.edit_requested.connect(refuse)
    clerk.type("1x")
    clerk.press(Key.Key_Return)
    qtbot.waitUntil(lambda: clerk.is_editing)
    assert clerk.current == (0, REDUCTION)
    assert clerk.editor.text() == "1x"
    assert clerk.editor.hasFocus()
    assert requests == [[("v0", "reduction", "1x")]]
    clerk.press(Key.Key_Escape)
    assert len(requests) == 1


def test_two_refused_texts_are_opened_one_after_the_other(grid: GridView, qtbot: QtBot, clerk: Any) -> None:
    """As one who types ahead of a slow PC: the first refusal is not said before the second text is typed."""
    requests = []

    def refuse(edits: list[CellEdit]) -> None:
        requests.append(edits[0].text)
        assert len(requests) < 9, "the cells close each other for ever"
        if not edits[0].text.isdecimal():
            grid.edit_again(edits[0])

    grid.table.edit_requested.connect(refuse)
    for text in ("1x", "2x"):
        clerk.type(text)
        clerk.press(Key.Key_Return)
    assert grid.has_refused
    qtbot.waitUntil(lambda: clerk.is_editing)
    qtbot.wait(20)
    assert (clerk.current, clerk.editor.text()) == ((1, REDUCTION), "2x")
    clerk.press(Key.Key_Backspace)
    clerk.press(Key.Key_Return)
    qtbot.waitUntil(lambda: clerk.is_editing)
    assert (clerk.current, clerk.editor.text()) == ((0, REDUCTION), "1x")
    clerk.press(Key.Key_Escape)
    qtbot.wait(20)
    assert (clerk.is_editing, grid.has_refused) == (False, False)
    assert requests == ["1x", "2x", "2"]


def test_rows_exchanged_by_someone_else_end_the_entry_quietly(
    grid: GridView, make_villages: Any, page: Any, clerk: Any
) -> None:
    clerk.type("4")
    grid.table.set_records(make_villages(9))
    assert not clerk.is_editing
    assert page.requests == []
    assert grid.hasFocus()
    assert clerk.current == (0, REDUCTION)


def test_closing_the_window_requests_what_is_being_typed(grid: GridView, page: Any, clerk: Any) -> None:
    clerk.type("12")
    grid.close()
    assert page.texts == [("v0", "reduction", "12")]
