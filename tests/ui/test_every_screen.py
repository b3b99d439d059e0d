"""What every screen is held to: words, names, keys, room, and letters however they are typed."""

from __future__ import annotations

import contextlib
import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from povertydesk.poverty.review import RoundKind
from povertydesk.ui.find.box import FindBox
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.new_file.assistant import NewFileAssistant
from povertydesk.ui.overview.page import OverviewPage
from povertydesk.ui.plan.page import PlanPage
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.registry.page import HouseholdsPage
from povertydesk.ui.start import Office
from povertydesk.ui.targets.page import TargetsPage
from povertydesk.workflow import review_rounds
from povertydesk.workflow.open_desk import open_desk
from povertydesk.workflow.sample import add_practice_households
from tests.ui.hands import Hands

SOURCES = Path(__file__).resolve().parents[2] / "i18n"
VIEWS_OF_TARGETS = ("indicators", "committee")
SCREENS = (
    "overview",
    "households",
    "registry",
    "targets",
    *VIEWS_OF_TARGETS,
    "plan",
    "tables",
    "reviews",
    "settings",
    "assistant",
    "welcome",
)
WITH_LISTS = (*SCREENS, "names")
# Names of things that are called so in every language.
SAME_IN_BOTH = re.compile(r"PovertyDesk|English|Tiếng Việt|PDF|Word|Excel|&?(PDF|Word|Excel)…|[\W\d_]*")

Screen = Callable[[str], QWidget]


@pytest.fixture
def screen(
    qtbot: QtBot,
    office: Office,
    sample: Path,
    settle: Callable[[MainWindow], MainWindow],
    documents: Path,
) -> Iterator[Screen]:
    """Shows a screen in the smallest office window and waits until it stands."""
    shown: list[QWidget] = []

    def show(name: str) -> QWidget:
        if name == "welcome":
            page = office.show_welcome()
            page.show_recent([sample, documents / "mot-tep-khac.pdesk"])
            assert office.welcome is not None
            stand(office.welcome)
            return office.welcome
        if name == "assistant":
            assistant = NewFileAssistant(office.program, office.messages, documents)
            shown.append(assistant)
            stand(assistant)
            return assistant
        if name in {"registry", "names"}:
            fill_registry(sample, office)
        office.open(sample)
        assert office.window is not None
        window = settle(office.window)
        if name == "overview":
            overview = window.page_named(name)
            assert isinstance(overview, OverviewPage)
            with qtbot.waitSignal(overview.shown):
                window.show_page(name)
        elif name in {"households", "registry"}:
            page_of_households = window.page_named("households")
            assert isinstance(page_of_households, HouseholdsPage)
            with qtbot.waitSignal(page_of_households.listed):
                window.show_page("households")
        elif name in VIEWS_OF_TARGETS:
            window.show_page("targets")
            assert isinstance(window.page, TargetsPage)
            window.page.show_view(name)
        else:
            window.show_page("targets" if name == "names" else name)
        if name == "names":
            page_of_targets = window.page
            assert isinstance(page_of_targets, TargetsPage)
            page_of_targets.open_names(page_of_targets.table.row_id(2))
        if isinstance(window.page, PlanPage):
            page_of_plan = window.page
            qtbot.waitUntil(lambda: page_of_plan.document is not None)
        return window

    def stand(window: QWidget) -> None:
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()

    yield show
    for widget in shown:
        widget.close()
        widget.deleteLater()


def fill_registry(path: Path, office: Office) -> None:
    """Enter households, one of them reviewed, as they stand in the list."""
    with contextlib.closing(open_desk(path, office.program)) as desk:
        add_practice_households(desk, 40)
        review_rounds.open_round(desk, 2023, RoundKind.ANNUAL, datetime.date(2023, 9, 5))


def visible(screen: QWidget) -> list[QWidget]:
    return [widget for widget in screen.findChildren(QWidget) if widget.isVisible()]


def texts_of(widget: QWidget) -> Iterator[str]:
    """Every text that a widget shows or speaks."""
    yield widget.toolTip()
    yield widget.accessibleName()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QComboBox():
            yield widget.placeholderText()
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QTableView():
            model = widget.model()
            for column in range(model.columnCount()):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")


def words_on(screen: QWidget) -> set[str]:
    texts = {text for widget in [screen, *screen.findChildren(QWidget)] for text in texts_of(widget)}
    texts |= {text for action in screen.findChildren(QAction) for text in (action.text(), action.toolTip())}
    return {text.partition("\t")[0] for text in texts if text}


def english_texts() -> set[str]:
    """Every English text of the program's and of Qt's own catalogue that is other words in Vietnamese."""
    found = set()
    for name in ("povertydesk_vi.ts", "qtbase_vi.ts"):
        for message in etree.parse(str(SOURCES / name)).getroot().iter("message"):
            english, vietnamese = message.findtext("source") or "", message.findtext("translation") or ""
            if english != vietnamese and not SAME_IN_BOTH.fullmatch(english):
                found |= {english, english.replace("&", "")}
    return found


@pytest.mark.parametrize("name", WITH_LISTS)
def test_no_english_stands_on_a_screen(screen: Screen, name: str) -> None:
    words = words_on(screen(name))
    assert len(words) > 8
    assert sorted(words & english_texts()) == []
    # What a translation was never asked for shows by its letters: Vietnamese sentences have marks.
    plain = [
        text
        for text in words
        if re.fullmatch(r"[A-Za-z][a-z]+( [a-z]+)+[.…]?", text) and text.isascii() and "&" not in text
    ]
    assert plain == []


@pytest.mark.parametrize("name", WITH_LISTS)
def test_a_screen_reader_can_name_whatever_takes_the_keys(screen: Screen, name: str) -> None:
    shown = screen(name)
    nameless = []
    for widget in visible(shown):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.NoFocus or widget.focusProxy():
            continue
        inside = widget.parent()
        if isinstance(inside, QAbstractSpinBox | QComboBox):
            continue  # the editor of a box is spoken of by the box
        if (
            isinstance(widget, QAbstractScrollArea)
            and not isinstance(widget, QAbstractItemView | QPlainTextEdit)
            and not widget.accessibleName()
            and widget.objectName() != "preview"
        ):
            continue  # an area that only scrolls its fields
        named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
        if not named:
            nameless.append(widget)
    assert nameless == []


@pytest.mark.parametrize("name", WITH_LISTS)
def test_every_label_of_a_field_leads_to_it_or_names_it(screen: Screen, name: str) -> None:
    fields = [
        widget
        for widget in visible(screen(name))
        if isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox | QAbstractSpinBox)
        and not isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
    ]
    buddies = {label.buddy() for field in fields[:1] for label in field.window().findChildren(QLabel)}
    alone = [field for field in fields if field not in buddies and not field.accessibleName()]
    assert alone == []


def accelerators(widget: QWidget) -> list[str]:
    if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
        return [key.lower() for key in re.findall(r"&(\w)", widget.text().replace("&&", ""))]
    return []


def doubled_letters(shown: QWidget) -> list[str]:
    counts = Counter(key for widget in visible(shown) for key in accelerators(widget))
    assert all(re.fullmatch("[a-z]", key) for key in counts)
    return [key for key, count in counts.items() if count > 1]


@pytest.mark.parametrize("name", WITH_LISTS)
def test_no_letter_leads_to_two_things(screen: Screen, name: str) -> None:
    assert doubled_letters(screen(name)) == []


@pytest.fixture
def in_english(preferences: Preferences) -> None:
    preferences.language = "en"


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize("name", WITH_LISTS)
def test_no_letter_leads_to_two_things_in_english(screen: Screen, name: str) -> None:
    shown = screen(name)
    assert words_on(shown) & english_texts()
    assert doubled_letters(shown) == []


def is_cut(widget: QWidget) -> bool:
    """Say whether a text has less room than it needs."""
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + 1
        return widget.sizeHint().width() > widget.width() + 1 or widget.sizeHint().height() > widget.height() + 1
    if isinstance(widget, QPushButton | QComboBox) or (isinstance(widget, QAbstractButton) and widget.text()):
        hint = widget.minimumSizeHint() if isinstance(widget, QComboBox) else widget.sizeHint()
        return hint.width() > widget.width() + 1 or hint.height() > widget.height() + 1
    if isinstance(widget, QLineEdit):
        return widget.fontMetrics().height() > widget.height()
    return False


def sticks_out(widget: QWidget) -> bool:
    """Say whether a widget reaches over the border of what holds it, where that does not scroll."""
    holder = widget.parentWidget()
    while holder is not None and not holder.isWindow():
        if isinstance(holder.parent(), QAbstractScrollArea):
            area = holder.parentWidget()
            assert area is not None
            # What scrolls up and down may be higher than its window, but not wider.
            inside = QRect(widget.mapTo(holder, QPoint()), widget.size())
            return inside.right() > area.width() + 1
        holder = holder.parentWidget()
    if holder is None:
        return False
    return not holder.rect().contains(QRect(widget.mapTo(holder, QPoint()), widget.size()))


def crowded(qtbot: QtBot, shown: QWidget) -> list[tuple[str, str]]:
    """Name what has too little room or sticks out of a screen once its layouts have come to rest."""

    def found() -> list[tuple[str, str]]:
        return [
            (type(widget).__name__, next((text for text in texts_of(widget) if text), ""))
            for widget in visible(shown)
            if is_cut(widget) or (isinstance(widget, QLabel | QAbstractButton) and sticks_out(widget))
        ]

    with contextlib.suppress(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: not found(), timeout=2000)
    return found()


@pytest.fixture
def larger_text(clean_application: QApplication) -> None:
    """Text half as large again, as at 150 %, in a window of the same points."""
    font = QFont(clean_application.font())
    font.setPointSizeF(max(font.pointSizeF(), 10) * 1.5)
    clean_application.setFont(font)


@pytest.mark.usefixtures("larger_text")
@pytest.mark.parametrize("name", WITH_LISTS)
def test_at_150_percent_no_text_is_cut(qtbot: QtBot, screen: Screen, name: str) -> None:
    shown = screen(name)
    assert (shown.width() <= 1366, shown.height() <= 768) == (True, True)
    assert crowded(qtbot, shown) == []


@pytest.mark.parametrize("name", WITH_LISTS)
def test_a_screen_of_768_lines_at_150_percent_has_room_for_it(screen: Screen, name: str) -> None:
    """1366×768 at 150 % are 910×512 points, less the bar of the system and the title."""
    least = screen(name).minimumSizeHint()
    assert least.width() <= 910
    assert least.height() <= 440


def tab_way(hands: Hands, screen: QWidget, most: int = 200) -> list[QWidget]:
    """Where Tab leads, from the first place round to it again."""
    way = [hands.place]
    for _ in range(most):
        hands.tab()
        if hands.place in way:
            return way
        way.append(hands.place)
    raise AssertionError("Tab never comes round")


@pytest.mark.parametrize("name", ["registry", "plan", "settings", "assistant"])
def test_tab_goes_through_the_fields_as_one_reads(qtbot: QtBot, screen: Screen, hands: Hands, name: str) -> None:
    """From left to right, then down; a column of its own (the paper) comes after the fields."""
    shown = screen(name)
    if isinstance(shown, MainWindow):
        assert hands.place.window() is shown
    way = tab_way(hands, shown)
    fields = [
        widget
        for widget in way
        if isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox) and not isinstance(widget, FindBox)
    ]
    inside = fields[0].parentWidget()
    while inside is not None and not all(inside.isAncestorOf(field) for field in fields):
        inside = inside.parentWidget()
    assert inside is not None
    rows = [
        (round((field.mapTo(inside, QPoint(0, 0)).y()) / 24), field.mapTo(inside, QPoint(0, 0)).x()) for field in fields
    ]
    first = rows.index(min(rows))
    rows = rows[first:] + rows[:first]
    assert rows == sorted(rows)
    assert len(fields) > 5


def test_tab_leaves_the_grid_only_at_its_end_and_goes_on(qtbot: QtBot, screen: Screen, hands: Hands) -> None:
    window = screen("targets")
    assert isinstance(window, MainWindow)
    page = window.page
    assert isinstance(page, TargetsPage)
    page.sign_button.setFocus()
    order = []
    to_the_grid = [
        page.assigned.editor,
        page.sharing.minority.editor,
        page.basis,
        page.allocate_button,
        page.sharing.limits_button,
        page.column_menu,
        page.import_button,
        page.view,
    ]
    for _ in to_the_grid:
        hands.tab()
        order.append(hands.place)
    assert order == to_the_grid
    hands.tab()
    assert hands.place is page.view


def fields_of(screen: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    return [
        widget
        for widget in visible(screen)
        if isinstance(widget, QLineEdit | QPlainTextEdit)
        and not widget.isReadOnly()
        and not isinstance(widget.parent(), QAbstractSpinBox)
    ]


@pytest.mark.parametrize("way", ["write", "compose"])
@pytest.mark.parametrize("name", ["registry", "plan", "settings", "assistant", "targets"])
def test_every_field_takes_vietnamese_however_it_is_typed(
    qtbot: QtBot, screen: Screen, hands: Hands, name: str, way: str
) -> None:
    """Unikey's Backspace and letter, and the words of ibus: nothing is doubled, nothing decomposed."""
    shown = screen(name)
    fields = fields_of(shown)
    assert fields
    for field in fields:
        if isinstance(field, QLineEdit):
            field.clear()
        else:
            field.setPlainText("")
        field.setFocus()
        assert hands.place is field
        getattr(hands, way)("Thôn Tiến Đồng")
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        assert text == "Thôn Tiến Đồng", field.accessibleName()
        assert unicodedata.is_normalized("NFC", text)
        assert not isinstance(field, QLineEdit) or field.completer() is None
        if isinstance(field, QLineEdit):
            field.undo()
            hands.press(Qt.Key.Key_Escape) if name != "assistant" else field.clear()
