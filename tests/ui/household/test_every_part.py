"""What every part of the panel is held to: names, room, and letters however they are typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from povertydesk.ui.theme import apply_theme
from povertydesk.workflow.event_entry import EventChoice
from tests.ui.household.at_the_panel import Panel
from tests.ui.test_every_screen import crowded, doubled_letters, fields_of, visible

PARTS = ("details", "members", "history", "result", "new", "duplicates", "escaped", *EventChoice)
Part = Callable[[str], QWidget]


@pytest.fixture
def part(at: Panel, neighbours: str) -> Part:
    """Shows a part of the panel in the office's look."""
    assert neighbours
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    larger = application.font().pointSizeF()
    apply_theme(application)
    if application.font().pointSizeF() < larger:
        font = QFont(application.font())
        font.setPointSizeF(larger)
        application.setFont(font)

    def show(name: str) -> QWidget:
        places = {"details": 1, "members": 2, "history": 4, "result": 5}
        if name in places:
            at.go_to(places[name])
        elif name == "new":
            at.panel.start_new(None)
        elif name == "duplicates":
            at.panel.show_duplicates()
        elif name == "escaped":
            at.panel.show_newly_escaped()
        else:
            at.go_to(3)
            at.panel.begin_event(EventChoice(name), (at.key_of("Bùi Văn Mẫu"),))
        QApplication.processEvents()
        return at.panel

    return show


@pytest.mark.parametrize("name", PARTS)
def test_a_screen_reader_can_name_whatever_takes_the_keys(part: Part, name: str) -> None:
    nameless = [
        widget
        for widget in visible(part(name))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not (isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QAbstractItemView | QPlainTextEdit))
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert nameless == []


@pytest.mark.parametrize("name", PARTS)
def test_no_letter_leads_to_two_things(part: Part, name: str) -> None:
    assert doubled_letters(part(name)) == []


@pytest.fixture
def larger_text(clean_application: QApplication) -> None:
    """Text half as large again, as at 150 %, in a panel of the same points."""
    font = QFont(clean_application.font())
    font.setPointSizeF(max(font.pointSizeF(), 10) * 1.5)
    clean_application.setFont(font)


@pytest.mark.usefixtures("larger_text")
@pytest.mark.parametrize("name", PARTS)
def test_at_150_percent_no_text_is_cut(qtbot: QtBot, part: Part, name: str) -> None:
    shown = part(name)
    assert QApplication.font().pointSizeF() >= 15
    texts = [widget for widget in visible(shown) if isinstance(widget, QLabel | QAbstractButton | QLineEdit)]
    assert len(texts) > 3
    assert crowded(qtbot, shown) == []


@pytest.mark.parametrize("way", ["write", "compose"])
@pytest.mark.parametrize("name", ["details", "new", *EventChoice])
def test_every_field_takes_vietnamese_however_it_is_typed(at: Panel, part: Part, name: str, way: str) -> None:
    fields = fields_of(part(name))
    assert fields
    for field in fields:
        assert isinstance(field, QLineEdit)
        field.clear()
        field.setFocus()
        getattr(at.hands, way)("Thôn Tiến Đồng")
        assert field.text() == "Thôn Tiến Đồng", field.accessibleName()
        assert field.completer() is None
        field.clear()
