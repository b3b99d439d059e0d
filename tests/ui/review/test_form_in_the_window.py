"""The form in the program's window: closed in the middle and opened again, undone by Ctrl+Z."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from povertydesk.legislation.score_tables import score_column
from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.review import RoundKind
from povertydesk.store import reviews
from povertydesk.ui import notices
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.printing import Printed
from povertydesk.ui.review.form_view import ReviewFormView
from povertydesk.ui.review.round_page import RoundPage
from povertydesk.ui.start import Office
from povertydesk.workflow import history, review_rounds, score_tables
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.open_desk import open_desk
from tests.exchange.typed_forms import TITLE, typed_form
from tests.ui.hands import Hands
from tests.ui.review.conftest import add_households

YES, NO = FormAnswer.yes_no(yes=True), FormAnswer.yes_no(yes=False)


@pytest.fixture
def round_id(sample: Path, program: Program) -> str:
    """A round with three families of the sample's first village."""
    with contextlib.closing(open_desk(sample, program)) as desk:
        add_households(desk, 3)
        return review_rounds.open_round(desk, 2023, RoundKind.ANNUAL, datetime.date(2023, 9, 1)).id


@pytest.fixture
def form(show: Callable[[Path], MainWindow], sample: Path, round_id: str) -> ReviewFormView:
    """The form of the second family, in the window, reached from the page of the rounds."""
    window = show(sample)
    window.show_page("reviews")
    page = window.page
    assert isinstance(page, RoundPage)
    households = [one.household_id for one in reviews.list_reviews(window.session.desk.engine, round_id)]
    page.open_form(households[1])
    return page.form


def answers(desk: Desk, form: ReviewFormView) -> dict[str, FormAnswer]:
    assert form.opened is not None
    parts = reviews.read_answers(desk.engine, form.opened.review.id)
    return {code: answer for part in parts.values() for code, answer in part.items()}


def desk_of(form: ReviewFormView) -> Desk:
    window = form.window()
    assert isinstance(window, MainWindow)
    return window.session.desk


def test_a_program_closed_in_the_middle_of_a_form_stands_there_again(
    form: ReviewFormView,
    make_office: Callable[[], Office],
    settle: Callable[[MainWindow], MainWindow],
    sample: Path,
    hands: Hands,
) -> None:
    hands.write("99")
    hands.enter()
    form.go_to("employment")
    hands.write("12")
    before = form.opened
    assert before is not None
    assert form.window().close()
    office = make_office()
    assert office.open(sample)
    assert office.window is not None
    page = settle(office.window).page
    assert isinstance(page, RoundPage)
    again = page.form
    assert again.opened is not None
    assert (again.opened.household.id, again.body.item) == (before.household.id, "nutrition")
    assert again.body.cells["nutrition"].hasFocus()
    assert answers(desk_of(again), again) == before.answers
    assert before.answers == {"b1_total": FormAnswer.counted(Decimal(99)), "employment": YES, "dependants": NO}


def test_a_number_half_typed_is_kept_when_the_window_is_closed(
    form: ReviewFormView, sample: Path, program: Program, hands: Hands
) -> None:
    opened = form.opened
    assert opened is not None
    hands.write("13")
    assert form.window().close()
    with contextlib.closing(open_desk(sample, program)) as desk:
        kept = reviews.read_answers(desk.engine, opened.review.id)
    assert kept["b1"] == {"b1_total": FormAnswer.counted(Decimal(13))}


def test_ctrl_z_takes_back_one_answer_and_ctrl_y_brings_it_again(
    qtbot: QtBot, form: ReviewFormView, hands: Hands
) -> None:
    desk = desk_of(form)
    form.go_to("employment")
    hands.write("12")
    hands.control(Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: "dependants" not in answers(desk, form))
    assert answers(desk, form)["employment"] == YES
    assert form.opened is not None
    assert "dependants" not in form.opened.answers
    hands.control(Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: answers(desk, form).get("dependants") == NO)
    assert form.opened.answers["dependants"] == NO


def test_what_changed_behind_another_page_is_shown_on_coming_back(
    form: ReviewFormView, hands: Hands, qtbot: QtBot
) -> None:
    window = form.window()
    assert isinstance(window, MainWindow)
    form.go_to("employment")
    hands.write("1")
    window.show_page("plan")
    window.undo()
    window.show_page("reviews")
    qtbot.waitUntil(form.isVisible)
    assert form.opened is not None
    assert "employment" not in form.opened.answers
    assert form.body.tables["indicators"].rows["employment"].points.text() == "–"


def test_the_exercise_is_entered_from_the_page_of_the_rounds_and_left_by_esc(
    form: ReviewFormView, hands: Hands
) -> None:
    window = form.window()
    assert isinstance(window, MainWindow)
    page = window.page
    assert isinstance(page, RoundPage)
    hands.press(Qt.Key.Key_Escape)
    before = history.list_history(window.session.desk)
    page.practice_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert form.isVisible()
    assert form.head.heading.text().startswith("BÀI TẬP")
    hands.write("24")
    assert form.body.tables["b1"].rows["household_size"].points.text() not in {"", "–"}
    hands.press(Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert page.board.list.hasFocus()
    assert history.list_history(window.session.desk) == before


def test_an_exercise_without_a_region_says_what_to_set(
    form: ReviewFormView, hands: Hands, sentence: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = form.window()
    assert isinstance(window, MainWindow)
    page = window.page
    assert isinstance(page, RoundPage)
    hands.press(Qt.Key.Key_Escape)
    unit = window.session.desk.unit
    monkeypatch.setattr(Desk, "unit", property(lambda _desk: unit._replace(region=None)))
    page.practise()
    assert window.notice.sentence == sentence("region-not-set")
    assert not form.isVisible()


def test_a_table_nobody_checked_is_chosen_for_practice_and_printed_as_a_draft(
    form: ReviewFormView, hands: Hands, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = form.window()
    assert isinstance(window, MainWindow)
    page = window.page
    assert isinstance(page, RoundPage)
    desk = window.session.desk
    column = score_column(desk.unit.area, desk.unit.region)
    score_tables.load_table(desk, typed_form(tmp_path / "a.xlsx", column=column))
    before = history.list_history(desk)
    hands.press(Qt.Key.Key_Escape)
    page.practice_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    menu = page.practice_button.menu_of_tables
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.opened is not None
    assert form.head.heading.text() == f"BẢN NHÁP – bảng điểm chưa kiểm tra – {TITLE}"
    assert form.head.notice.sentence
    hands.write("1")
    assert form.body.tables["b1"].rows["1"].points.text() == "70"
    printed: list[bytes] = []

    def print_pages(_parent: QWidget, data: bytes, _title: str, _pages: int) -> Printed:
        printed.append(data)
        return Printed.SENT

    monkeypatch.setattr("povertydesk.ui.printing.print_with_dialog", print_pages)
    hands.control(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: bool(printed))
    with contextlib.closing(pypdfium2.PdfDocument(printed[0])) as pages:
        assert "BẢN NHÁP" in pages[0].get_textpage().get_text_range()
    assert history.list_history(desk) == before


def questions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions asked from now on; each is answered by no."""
    asked: list[str] = []

    def ask(_parent: QWidget, question: str, *_words: str) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr(notices, "confirm", ask)
    return asked


def test_closing_asks_nothing_about_a_number_that_comes_back(
    form: ReviewFormView,
    make_office: Callable[[], Office],
    settle: Callable[[MainWindow], MainWindow],
    sample: Path,
    hands: Hands,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = questions(monkeypatch)
    hands.write("mười")
    assert form.window().close()
    assert asked == []
    office = make_office()
    assert office.open(sample)
    assert office.window is not None
    page = settle(office.window).page
    assert isinstance(page, RoundPage)
    assert page.form.body.cells["b1_total"].editor.text() == "mười"
    assert page.form.has_unsaved


def test_closing_asks_where_the_pc_keeps_nothing(
    form: ReviewFormView, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = questions(monkeypatch)
    monkeypatch.setattr(Preferences, "keep_typed_texts", lambda *_: False)
    hands.write("mười")
    assert not form.window().close()
    assert len(asked) == 1
