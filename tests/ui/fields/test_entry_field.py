from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from povertydesk.poverty.problems import KnownError
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.fields.entry_field import EntryField
from povertydesk.ui.fields.labelled import labelled
from povertydesk.ui.fields.lines_field import LinesField
from povertydesk.ui.fields.readers import optional_count
from tests.ui.hands import Hands


class Keeper:
    """Takes what a field hands on, or refuses it as a full disk would."""

    def __init__(self) -> None:
        self.values: list[object] = []
        self.works = True

    def keep(self, value: object) -> bool:
        if self.works:
            self.values.append(value)
        return self.works


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def form(qtbot: QtBot) -> Callable[..., QMainWindow]:
    """Shows fields under each other in a window, and puts the keys into the first."""
    windows: list[QMainWindow] = []

    def show(*fields: QWidget) -> QMainWindow:
        window = QMainWindow()
        inside = QWidget()
        layout = QVBoxLayout(inside)
        for field in fields:
            layout.addWidget(field)
        window.setCentralWidget(inside)
        windows.append(window)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        fields[0].setFocus()
        return window

    return show


@pytest.fixture
def entry(form: Callable[..., QMainWindow], keeper: Keeper) -> EntryField:
    field, other = EntryField("&Tên đơn vị"), EntryField("Mã")
    field.keep = keeper.keep
    form(field, other)
    return field


def test_a_label_names_the_editor_and_leads_to_it(entry: EntryField) -> None:
    assert entry.label.buddy() is entry.editor
    assert entry.editor.accessibleName() == "Tên đơn vị"
    entry.set_label("&Chức vụ")
    assert (entry.label.text(), entry.editor.accessibleName()) == ("&Chức vụ", "Chức vụ")


@pytest.mark.parametrize("way", ["write", "compose"])
def test_vietnamese_arrives_composed_however_it_is_typed(
    entry: EntryField, hands: Hands, keeper: Keeper, way: str
) -> None:
    getattr(hands, way)("Ủy ban nhân dân xã Cẩm Long")
    hands.enter()
    assert keeper.values == ["Ủy ban nhân dân xã Cẩm Long"]
    assert unicodedata.is_normalized("NFC", entry.editor.text())


def test_decomposed_letters_are_kept_composed(entry: EntryField, hands: Hands, keeper: Keeper) -> None:
    hands.compose(unicodedata.normalize("NFD", "Cẩm Thủy"))
    hands.enter()
    assert keeper.values == ["Cẩm Thủy"]


def test_a_value_is_handed_on_once_and_only_where_it_is_new(entry: EntryField, hands: Hands, keeper: Keeper) -> None:
    hands.write("Long")
    hands.enter()
    entry.commit()
    hands.press(Qt.Key.Key_Backtab)
    hands.tab()
    assert keeper.values == ["Long"]
    assert not entry.is_unsaved


def test_enter_goes_on_to_the_next_field(entry: EntryField, hands: Hands) -> None:
    hands.write("Long")
    hands.enter()
    assert not entry.editor.hasFocus()
    assert hands.place.accessibleName() == "Mã"


def test_a_refused_text_stays_with_its_sentence_until_it_is_right(
    form: Callable[..., QMainWindow], hands: Hands, keeper: Keeper
) -> None:
    field = EntryField("Số hộ", optional_count)
    field.keep = keeper.keep
    refused: list[KnownError] = []
    field.refused.connect(refused.append)
    field.refused.connect(lambda error: field.show_fault(error.code))
    form(field, EntryField("Khác"))
    hands.write("bon muoi")
    hands.enter()
    assert field.editor.hasFocus()
    assert field.editor.text() == "bon muoi"
    assert (field.fault.text(), field.fault.isVisible()) == ("count-not-a-number", True)
    assert field.editor.accessibleDescription() == "count-not-a-number"
    assert [error.code for error in refused] == ["count-not-a-number"]
    hands.retype("45")
    hands.enter()
    assert keeper.values == [45]
    assert not field.fault.isVisible()


def test_going_back_to_what_was_kept_takes_the_sentence_away(
    form: Callable[..., QMainWindow], hands: Hands, keeper: Keeper
) -> None:
    field = EntryField("Số hộ", optional_count)
    field.keep = keeper.keep
    field.refused.connect(lambda error: field.show_fault(error.code))
    form(field)
    field.show_text("45")
    hands.retype("x")
    field.commit()
    assert field.fault.isVisible()
    hands.retype("45")
    field.commit()
    assert not field.fault.isVisible()
    assert keeper.values == []


def test_escape_brings_the_kept_text_back(entry: EntryField, hands: Hands, keeper: Keeper) -> None:
    entry.show_text("Xã Cẩm Long")
    hands.retype("nham")
    hands.press(Qt.Key.Key_Escape)
    assert entry.editor.text() == "Xã Cẩm Long"
    hands.enter()
    assert keeper.values == []


def test_what_could_not_be_kept_stays_and_is_handed_on_again(entry: EntryField, hands: Hands, keeper: Keeper) -> None:
    keeper.works = False
    hands.write("Cẩm Long")
    hands.enter()
    assert entry.editor.hasFocus()
    assert entry.is_unsaved
    entry.show_text("what the records say")
    assert entry.editor.text() == "Cẩm Long"
    keeper.works = True
    hands.tab()
    assert keeper.values == ["Cẩm Long"]
    assert not entry.is_unsaved


def test_a_bug_while_keeping_leaves_the_text_unsaved(entry: EntryField, hands: Hands) -> None:
    def broken(_value: object) -> bool:
        raise ZeroDivisionError

    entry.keep = broken
    entry.editor.setText("Cẩm Long")
    with pytest.raises(ZeroDivisionError):
        entry.commit()
    assert entry.is_unsaved
    entry.keep = lambda _value: True
    assert entry.commit()


def test_the_records_are_shown_unless_something_is_being_typed(entry: EntryField, hands: Hands) -> None:
    entry.show_text("Xã Cẩm Long")
    entry.show_text("Xã Cẩm Châu")
    assert entry.editor.text() == "Xã Cẩm Châu"
    hands.retype("Xã K")
    entry.show_text("Xã Cẩm Ngọc")
    assert entry.editor.text() == "Xã K"


def test_a_read_only_field_takes_nothing_and_can_be_copied(entry: EntryField, hands: Hands) -> None:
    entry.show_text("Xã Cẩm Long")
    entry.set_read_only(True)
    hands.write("x")
    assert not entry.editor.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert entry.editor.text() == "Xã Cẩm Long"
    hands.select_all()
    hands.control(Qt.Key.Key_C)
    assert QApplication.clipboard().text() == "Xã Cẩm Long"


def count_undo(window: QMainWindow) -> list[str]:
    pressed: list[str] = []
    for keys, name in ((QKeySequence.StandardKey.Undo, "undo"), (QKeySequence.StandardKey.Redo, "redo")):
        action = QAction(window)
        action.setShortcuts(QKeySequence.keyBindings(keys))
        action.triggered.connect(lambda _checked=False, what=name: pressed.append(what))
        window.addAction(action)
    return pressed


@pytest.mark.parametrize("kind", [EntryField, LinesField])
def test_undo_is_the_fields_while_it_has_something_to_take_back_and_then_the_windows(
    form: Callable[..., QMainWindow], hands: Hands, kind: type[EntryField | LinesField]
) -> None:
    field = kind("Tên")
    pressed = count_undo(form(field))
    hands.control(Qt.Key.Key_Z)
    assert pressed == ["undo"]
    hands.write("ab")
    hands.control(Qt.Key.Key_Z)
    assert pressed == ["undo"]
    assert not (field.editor.text() if isinstance(field, EntryField) else field.editor.toPlainText())
    hands.control(Qt.Key.Key_Z)
    assert pressed == ["undo", "undo"]


def test_once_kept_undo_is_the_windows(form: Callable[..., QMainWindow], hands: Hands, keeper: Keeper) -> None:
    field = EntryField("Tên")
    field.keep = keeper.keep
    pressed = count_undo(form(field))
    hands.write("ab")
    field.commit()
    hands.control(Qt.Key.Key_Z)
    assert pressed == ["undo"]
    assert field.editor.text() == "ab"


@pytest.fixture
def lines(form: Callable[..., QMainWindow], keeper: Keeper) -> LinesField:
    field = LinesField("Nhiệm vụ, mỗi dòng một ý", rows=3)
    field.keep = keeper.keep
    form(field, EntryField("Khác"))
    return field


def test_lines_are_kept_when_they_are_left_without_empty_ones(lines: LinesField, hands: Hands, keeper: Keeper) -> None:
    assert lines.label.buddy() is lines.editor
    assert lines.editor.accessibleName() == "Nhiệm vụ, mỗi dòng một ý"
    hands.write("Hỗ trợ nhà ở")
    hands.enter()
    hands.enter()
    hands.compose("Dạy nghề")
    assert keeper.values == []
    hands.tab()
    assert keeper.values == [["Hỗ trợ nhà ở", "Dạy nghề"]]
    assert not lines.is_unsaved


def test_lines_that_could_not_be_kept_stay(lines: LinesField, hands: Hands, keeper: Keeper) -> None:
    keeper.works = False
    hands.write("Dạy nghề")
    hands.tab()
    assert lines.is_unsaved
    lines.show_lines(["other"])
    assert lines.lines == ["Dạy nghề"]
    keeper.works = True
    assert lines.commit()
    assert keeper.values == [["Dạy nghề"]]


def test_lines_follow_the_records(lines: LinesField) -> None:
    lines.show_lines(["một", "hai"])
    assert lines.editor.toPlainText() == "một\nhai"
    lines.set_read_only(True)
    assert lines.editor.isReadOnly()


def test_the_wheel_scrolls_past_a_choice(qtbot: QtBot) -> None:
    choice = Choice()
    choice.addItems(["Chủ tịch", "Phó Chủ tịch"])
    holder = labelled("&Người ký", choice)
    qtbot.addWidget(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    assert choice.accessibleName() == "Người ký"
    assert holder.focusProxy() is choice
    place = QPointF(5, 5)
    wheel = QWheelEvent(
        place,
        QPointF(choice.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, wheel)
    assert choice.currentIndex() == 0
    assert not wheel.isAccepted()
