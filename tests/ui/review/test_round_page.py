"""The page of the rounds, worked by keys: opened, filtered, entered, sealed, amended."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton  # noqa: TID251 (the question is answered here)
from pytestqt.qtbot import QtBot

from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Person
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.review.board_words import BoardWords
from povertydesk.ui.review.round_page import RoundPage
from povertydesk.ui.session import Session
from povertydesk.ui.start import Office
from povertydesk.workflow import history, keep_registry, record_villages, review_form, review_rounds
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.keep_registry import NewMember
from povertydesk.workflow.open_desk import open_desk
from povertydesk.workflow.review_board import review_board
from tests.ui.hands import Hands

YES, NO = FormAnswer.yes_no(yes=True), FormAnswer.yes_no(yes=False)
HEADS = ("Bùi Văn Mẫu", "Hà Thị Thử", "Trần Thị Nháp", "Lê Văn Tập")
YEAR = 2023


def enter_households(desk: Desk) -> list[str]:
    """Enter two households in each of the first two villages."""
    villages = [village.id for village, _ in record_villages.read_villages(desk, YEAR).rows]
    return [
        keep_registry.add_household(
            desk, Household("", villages[place // 2], "", head), [NewMember(Person("", head, birth_year=1980), HEAD)]
        ).id
        for place, head in enumerate(HEADS)
    ]


def complete(desk: Desk, round_id: str, household: str, deprived: int = 3) -> None:
    form = review_form.open_form(desk, round_id, household)
    answers = {code: YES if at < deprived else NO for at, code in enumerate(form.law.standard.indicator_codes)}
    review_form.answer_many(desk, round_id, household, {**answers, B1_TOTAL: FormAnswer.counted(Decimal(120))})


@pytest.fixture
def households(sample: Path, program: Program) -> list[str]:
    """Four households of the sample's first two villages, entered before the window opens."""
    with contextlib.closing(open_desk(sample, program)) as desk:
        return enter_households(desk)


@pytest.fixture
def round_id(sample: Path, program: Program, households: list[str]) -> str:
    """The annual round of the year with the first household's form complete."""
    with contextlib.closing(open_desk(sample, program)) as desk:
        key = review_rounds.open_round(desk, YEAR, RoundKind.ANNUAL, datetime.date(YEAR, 9, 1)).id
        complete(desk, key, households[0])
        return key


@pytest.fixture
def page(show: Callable[[Path], MainWindow], sample: Path, round_id: str) -> RoundPage:
    """The page on the round."""
    return page_of(show(sample))


@pytest.fixture
def desk(page: RoundPage) -> Desk:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window.session.desk


def page_of(window: MainWindow) -> RoundPage:
    window.show_page("reviews")
    assert isinstance(window.page, RoundPage)
    return window.page


def shown(page: RoundPage, column: str) -> list[str]:
    """What stands in a column of the households, from the top."""
    at = page.board.table.column_of(column)
    assert at is not None
    return [page.board.table.shown_row(row)[at].text for row in range(page.board.table.rowCount())]


def heads(page: RoundPage) -> list[str]:
    return shown(page, "head")


def status(status: PovertyStatus) -> str:
    return BoardWords().status(status)


def press_button(hands: Hands, button: QPushButton) -> None:
    assert button.isVisible()
    button.setFocus()
    hands.press(Qt.Key.Key_Space)


def agree(box: QMessageBox) -> None:
    """Choose what is asked about; Enter alone would leave it."""
    (button,) = (one for one in box.buttons() if box.buttonRole(one) is QMessageBox.ButtonRole.AcceptRole)
    button.click()


class TestOpening:
    def test_a_year_without_a_round_says_so_and_enter_opens_one(
        self, show: Callable[[Path], MainWindow], sample: Path, households: list[str], hands: Hands
    ) -> None:
        window = show(sample)
        page = page_of(window)
        desk = window.session.desk
        assert page.heading.text() == page.tr("Review of {year}").replace("{year}", "2023")
        assert not page.board.isVisible()
        line = page.acts.opening_line
        assert line.isVisible()
        assert not line.cancel.isVisible()
        assert line.isAncestorOf(hands.place)
        hands.press(Qt.Key.Key_Escape)
        hands.enter()
        assert line.isVisible()
        assert line.day.text == "01/09/2023"
        hands.enter()
        (opened,) = review_rounds.rounds_of(desk, YEAR)
        assert (opened.kind, opened.opened_on) == (RoundKind.ANNUAL, datetime.date(2023, 9, 1))
        assert not line.isVisible()
        assert heads(page) == list(HEADS)
        assert len(households) == page.board.list.model().rowCount()
        assert page.board.list.hasFocus()
        assert desk.program.legislation.standard("2022-2026").title in page.summary.text()
        hands.control(Qt.Key.Key_Z)
        assert review_rounds.rounds_of(desk, YEAR) == ()
        assert line.isVisible()

    def test_the_kind_is_chosen_and_the_day_is_typed(self, page: RoundPage, desk: Desk, hands: Hands) -> None:
        press_button(hands, page.acts.open_button)
        line = page.acts.opening_line
        assert [line.kind.itemData(at) for at in range(line.kind.count())] == ["in_year"]
        hands.enter()
        hands.retype("15/13/2023")
        hands.enter()
        assert line.day.fault.isVisible()
        hands.retype("15/03/2023")
        assert not line.day.fault.isVisible()
        hands.enter()
        assert page.round is not None
        assert (page.round.kind, page.round.opened_on) == (RoundKind.IN_YEAR, datetime.date(2023, 3, 15))
        assert heads(page) == []
        assert page.choice.isVisible()
        assert len(review_rounds.rounds_of(desk, YEAR)) == 2

    def test_a_refusal_stands_under_the_line(self, page: RoundPage, hands: Hands, sentence: Callable[..., str]) -> None:
        press_button(hands, page.acts.open_button)
        hands.enter()
        hands.retype("15/03/2022")
        hands.enter()
        line = page.acts.opening_line
        assert line.notice.sentence == sentence("round-outside-year", date="15/03/2022", year=2023)
        assert line.day.text == "15/03/2022"
        hands.press(Qt.Key.Key_Escape)
        assert not line.isVisible()
        assert page.board.list.hasFocus()

    def test_a_year_that_no_law_covers_says_so(self, window: MainWindow, sentence: Callable[..., str]) -> None:
        page = page_of(window)
        window.year_box.setValue(2031)
        assert not page.acts.opening_line.isVisible()
        law = window.session.desk.program.legislation
        first, last = law.standards[0].period.first, law.standards[-1].period.last
        assert last is not None
        days = {"first": f"{first:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"}
        assert page.summary.text() == sentence("no-standard-on-date", date="2031", **days)
        window.year_box.setValue(2024)
        assert page.acts.opening_line.isVisible()


class TestBoard:
    def test_villages_and_households_are_listed(self, page: RoundPage) -> None:
        table = page.board.village_table
        assert [cell.text for cell in table.shown_row(0)] == ["Thôn Minh Long", "2", "1", "1", "1", "0"]
        assert table.shown_totals()[1:] == ("4", "1", "1", "1", "0")
        assert shown(page, "result") == [status(PovertyStatus.POOR), "", "", ""]
        assert shown(page, "answers") == ["13/17", "", "", ""]
        assert shown(page, "opening") == [BoardWords().opening(None)] * 4
        assert page.board.found.text() == page.board.tr("{count} households").replace("{count}", "4")

    def test_enter_on_a_village_lists_its_households_and_once_more_all(self, page: RoundPage, hands: Hands) -> None:
        page.board.villages.setFocus()
        hands.press(Qt.Key.Key_Down)
        hands.enter()
        assert heads(page) == ["Trần Thị Nháp", "Lê Văn Tập"]
        assert page.board.village.currentText() == "Thôn Tân Long"
        assert page.board.list.hasFocus()
        assert page.board.villages.current_id is None
        page.board.villages.setFocus()
        hands.enter()
        assert heads(page) == list(HEADS)

    @pytest.mark.parametrize("way", ["write", "compose"])
    def test_the_filter_takes_vietnamese_however_it_is_typed(self, page: RoundPage, hands: Hands, way: str) -> None:
        page.board.text.setFocus()
        getattr(hands, way)("Thử")
        assert page.board.text.text == "Thử"
        assert heads(page) == ["Hà Thị Thử"]
        hands.enter()
        assert page.board.list.hasFocus()
        assert page.board.list.current_id == page.board.table.row_id(0)

    def test_forms_are_filtered_by_how_far_they_are(self, page: RoundPage, hands: Hands) -> None:
        page.board.shown.setFocus()
        hands.press(Qt.Key.Key_Down)
        assert heads(page) == list(HEADS[1:])
        hands.press(Qt.Key.Key_Down, times=2)
        assert heads(page) == ["Bùi Văn Mẫu"]
        hands.press(Qt.Key.Key_Down)
        assert heads(page) == ["Bùi Văn Mẫu"]
        hands.press(Qt.Key.Key_Down)
        assert heads(page) == []

    def test_another_round_of_the_year_is_taken_in_hand(self, page: RoundPage, desk: Desk, hands: Hands) -> None:
        assert not page.choice.isVisible()
        monthly = review_rounds.open_round(desk, YEAR, RoundKind.IN_YEAR, datetime.date(YEAR, 3, 15))
        session_of(page).announce(monthly.changes)
        page.choice.setFocus()
        hands.press(Qt.Key.Key_Up)
        assert page.round is not None
        assert page.round.id == monthly.id
        assert heads(page) == []
        assert page.going_on.words.text() == page.going_on.tr(
            "No household in this round yet. Import the list of households first, or take one in."
        )

    def test_a_low_screen_leaves_room_for_the_households(self, qtbot: QtBot, page: RoundPage) -> None:
        window = page.window()
        qtbot.waitUntil(lambda: window.minimumSizeHint().width() <= 910)
        window.resize(910, 420)
        qtbot.waitUntil(lambda: not page.board.villages.isVisible())
        qtbot.waitUntil(lambda: page.board.list.height() >= 4 * page.board.list.row_height)
        assert not page.board.side_card.isVisible()
        page.acts.bring_sealing()
        QApplication.processEvents()
        assert (window.width(), window.height()) == (910, 420)
        assert page.board.list.height() >= 2 * page.board.list.row_height


def session_of(page: RoundPage) -> Session:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window.session


class TestForms:
    def test_enter_opens_a_form_and_escape_comes_back_to_its_household(
        self, page: RoundPage, desk: Desk, households: list[str], round_id: str, hands: Hands
    ) -> None:
        page.board.list.setFocus()
        hands.press(Qt.Key.Key_Down)
        hands.enter()
        assert page.form.isVisible()
        assert page.form.opened is not None
        assert page.form.opened.household.id == households[1]
        review_form.answer(desk, round_id, households[1], "toilet", YES)
        hands.press(Qt.Key.Key_Escape)
        assert page.board.isVisible()
        assert page.board.list.hasFocus()
        assert page.board.list.current_id == households[1]
        assert shown(page, "answers")[1] == "1/17"
        assert shown(page, "result")[1] == status(PovertyStatus.UNCLASSIFIED)

    def test_entering_goes_on_at_the_next_question(
        self, page: RoundPage, desk: Desk, households: list[str], round_id: str, hands: Hands
    ) -> None:
        changes = review_form.answer(desk, round_id, households[2], "nutrition", NO)
        session_of(page).announce(changes)
        assert "Trần Thị Nháp" in page.going_on.words.text()
        press_button(hands, page.acts.enter_button)
        assert page.form.opened is not None
        assert page.form.opened.household.id == households[2]
        assert page.form.body.item == "health_insurance"

    def test_behind_the_last_complete_form_comes_the_next_open_one(
        self, page: RoundPage, desk: Desk, households: list[str], round_id: str
    ) -> None:
        every = dict.fromkeys(["paper_number", "causes", "groups", "support"], FormAnswer(unknown=True))
        review_form.answer_many(desk, round_id, households[0], every)
        page.enter_on()
        assert page.form.opened is not None
        assert page.form.opened.household.id == households[1]

    def test_the_program_comes_back_to_the_form_it_was_left_in(
        self,
        make_office: Callable[[], Office],
        settle: Callable[[MainWindow], MainWindow],
        sample: Path,
        households: list[str],
        round_id: str,
    ) -> None:
        office = make_office()
        office.open(sample)
        assert office.window is not None
        page = page_of(settle(office.window))
        page.open_form(households[1], "toilet")
        assert page.form.body.item == "toilet"
        office = make_office()
        office.open(sample)
        assert office.window is not None
        window = settle(office.window)
        again = window.page
        assert isinstance(again, RoundPage)
        assert again.round is not None
        assert again.round.id == round_id
        assert again.form.isVisible()
        assert again.form.opened is not None
        assert (again.form.opened.household.id, again.form.body.item) == (households[1], "toilet")
        assert window.year_box.value() == YEAR


class TestTakingIn:
    @pytest.mark.parametrize("way", ["write", "compose"])
    def test_a_household_that_asked_is_found_and_taken_in(
        self, page: RoundPage, desk: Desk, round_id: str, hands: Hands, way: str
    ) -> None:
        village = record_villages.read_villages(desk, YEAR).rows[2][0].id
        late = [
            keep_registry.add_household(desk, Household("", village, "", head)).id
            for head in ("Phạm Thị Đề", "Phạm Văn Đề")
        ]
        press_button(hands, page.acts.ask_button)
        getattr(hands, way)("Đề")
        line = page.acts.asking_line
        assert line.search.text == "Đề"
        assert [line.found.item(row).text() for row in range(line.found.count())] == [
            "001 · Phạm Thị Đề · Thôn Phi Long",
            "002 · Phạm Văn Đề · Thôn Phi Long",
        ]
        hands.press(Qt.Key.Key_Down)
        hands.enter()
        assert {row.household_id for row in review_board(desk, round_id).rows} & set(late) == {late[1]}
        assert page.board.list.current_id == late[1]
        assert page.board.list.hasFocus()
        assert page.notice.sentence == page.tr("The household is in the round. Enter opens its form.")
        hands.control(Qt.Key.Key_Z)
        assert heads(page) == list(HEADS)

    def test_one_that_is_not_found_is_said(self, page: RoundPage, desk: Desk, hands: Hands) -> None:
        press_button(hands, page.acts.ask_button)
        hands.write("Mẫu")
        line = page.acts.asking_line
        assert not line.found.isVisible()
        assert line.hint.text() == line.tr(
            "No household outside the round is called so. Enter it on the page of households first."
        )
        before = len(history.list_history(desk))
        hands.enter()
        assert line.search.fault.isVisible()
        assert len(history.list_history(desk)) == before


class TestSealing:
    def test_what_is_open_holds_it_up_and_is_listed(
        self, page: RoundPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
    ) -> None:
        press_button(hands, page.acts.seal_button)
        line = page.acts.sealing_line
        words = page.acts.tr("{count} households have no complete form yet: finish them first.")
        assert line.notice.sentence == words.replace("{count}", "3")
        link = page.acts.tr("Show these households")
        press_button(hands, next(one for one in line.notice.findChildren(QPushButton) if one.text() == link))
        assert heads(page) == list(HEADS[1:])
        line.day.setFocus()
        hands.enter()
        hands.enter()
        where = "Thôn Minh Long (1), Thôn Tân Long (2)"
        assert line.notice.sentence == sentence("round-has-unclassified", households=3, year=2023, where=where)
        assert review_rounds.rounds_of(desk, YEAR)[0].closed_on is None

    def test_it_is_asked_about_and_then_only_read(
        self, page: RoundPage, desk: Desk, households: list[str], round_id: str, hands: Hands
    ) -> None:
        for household in households[1:]:
            complete(desk, round_id, household, deprived=1)
        page.refresh()
        press_button(hands, page.acts.seal_button)
        hands.retype("14/12/2023")
        hands.enter()
        hands.write("125/QĐ-UBND")
        hands.when_asked(QMessageBox, lambda box: box.reject())
        hands.enter()
        hands.back_at(page.window())
        assert review_rounds.rounds_of(desk, YEAR)[0].closed_on is None
        assert page.acts.sealing_line.number.text == "125/QĐ-UBND"
        page.acts.sealing_line.number.setFocus()
        hands.when_asked(QMessageBox, agree)
        hands.enter()
        hands.back_at(page.window())
        assert review_rounds.rounds_of(desk, YEAR)[0].closed_on == datetime.date(2023, 12, 14)
        assert page.notice.sentence == page.tr("The round is sealed: its results are the decided list now.")
        assert not page.acts.enter_button.isVisible()
        page.open_form(households[0])
        assert page.form.opened is not None
        assert page.form.opened.read_only

    @pytest.mark.parametrize("way", ["write", "compose"])
    def test_a_sealed_result_is_amended_with_a_reason(
        self, page: RoundPage, desk: Desk, households: list[str], round_id: str, hands: Hands, way: str
    ) -> None:
        for household in households[1:]:
            complete(desk, round_id, household, deprived=1)
        changes = review_rounds.close_round(desk, round_id, datetime.date(2023, 12, 14))
        session_of(page).announce(changes)
        page.board.list.setFocus()
        hands.press(Qt.Key.Key_Home)
        press_button(hands, page.acts.amend_button)
        line = page.acts.amending_line
        assert "Bùi Văn Mẫu" in line.heading.text()
        others = [line.result.itemData(at) for at in range(line.result.count())]
        assert others == ["near_poor", "average_living_standard", "not_poor"]
        hands.press(Qt.Key.Key_3)
        hands.enter()
        hands.enter()
        hands.enter()
        assert line.reason.fault.isVisible()
        assert line.reason.editor.hasFocus()
        getattr(hands, way)("Phúc tra theo đơn")
        hands.enter()
        getattr(hands, way)("13/QĐ-UBND")
        hands.enter()
        assert shown(page, "result")[0] == status(PovertyStatus.NOT_POOR)
        assert not line.isVisible()
        assert page.board.list.hasFocus()
        hands.control(Qt.Key.Key_Z)
        assert shown(page, "result")[0] == status(PovertyStatus.POOR)

    def test_what_stands_on_a_line_is_not_left_without_asking(self, page: RoundPage, hands: Hands) -> None:
        press_button(hands, page.acts.seal_button)
        assert [page.has_unsaved] == [False]
        hands.enter()
        hands.write("125/QĐ")
        assert [page.has_unsaved] == [True]
        hands.press(Qt.Key.Key_Escape)
        assert [page.has_unsaved] == [False]
