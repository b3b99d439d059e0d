"""What is to be looked at in the round: told over the board, listed under it by Ctrl+L, and mended in one step."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QMessageBox, QPushButton  # noqa: TID251 (the question is answered here)
from pytestqt.qtbot import QtBot

from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Person
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households, reviews
from povertydesk.ui import printing
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.review.round_page import RoundPage
from povertydesk.workflow import keep_registry, record_villages, review_form, review_rounds, set_up_office
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.keep_registry import NewMember
from povertydesk.workflow.open_desk import open_desk
from tests.ui.hands import Hands

YES, NO = FormAnswer.yes_no(yes=True), FormAnswer.yes_no(yes=False)
YEAR = 2023
HEADS = ("Bùi Văn Mẫu", "Hà Thị Thử")
BETWEEN_THE_CUT_OFFS = Decimal(150)
"""A B1 total above the rural cut-off of 140 points and below the urban one of 175."""


@pytest.fixture
def keys(sample: Path, program: Program) -> list[str]:
    """Two households of two villages whose forms are complete: not poor in a rural commune, poor in a town."""
    with contextlib.closing(open_desk(sample, program)) as desk:
        villages = [village.id for village, _ in record_villages.read_villages(desk, YEAR).rows]
        found = [
            keep_registry.add_household(
                desk, Household("", village, "", head), [NewMember(Person("", head, birth_year=1980), HEAD)]
            ).id
            for village, head in zip(villages, HEADS, strict=False)
        ]
        key = review_rounds.open_round(desk, YEAR, RoundKind.ANNUAL, datetime.date(YEAR, 9, 1)).id
        codes = desk.program.legislation.standard_for(YEAR).indicator_codes
        given = {code: YES if at < 3 else NO for at, code in enumerate(codes)}
        for one in found:
            review_form.answer_many(desk, key, one, {**given, B1_TOTAL: FormAnswer.counted(BETWEEN_THE_CUT_OFFS)})
        return found


@pytest.fixture
def page(show: Callable[[Path], MainWindow], sample: Path, keys: list[str], qtbot: QtBot) -> RoundPage:
    """The page on the round, once it was checked."""
    assert keys
    window = show(sample)
    window.show_page("reviews")
    page = window.page
    assert isinstance(page, RoundPage)
    return page


def window_of(page: RoundPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def desk_of(page: RoundPage) -> Desk:
    return window_of(page).session.desk


def status_of(page: RoundPage, key: str) -> PovertyStatus | None:
    (of_round,) = review_rounds.rounds_of(desk_of(page), YEAR)
    review = reviews.find_review(desk_of(page).engine, of_round.id, key)
    assert review is not None
    return review.status


def move_to_town(page: RoundPage, key: str) -> None:
    desk = desk_of(page)
    moved = dataclasses.replace(households.read_household(desk.engine, key), area=AreaType.URBAN)
    assert window_of(page).session.write(lambda: keep_registry.edit_household(desk, moved))


def declare(page: RoundPage, key: str, status: PovertyStatus) -> None:
    desk = desk_of(page)
    (of_round,) = review_rounds.rounds_of(desk, YEAR)
    review = reviews.find_review(desk.engine, of_round.id, key)
    assert review is not None
    with desk.operation("fill-sample", year=YEAR) as act:
        reviews.write_review(desk.engine, act.writer, review._replace(declared_status=status))
    window_of(page).session.announce(act.changes)


def press_link(hands: Hands, page: RoundPage) -> None:
    (link,) = (one for one in page.checks.notice.findChildren(QPushButton) if one.isVisible())
    link.setFocus()
    hands.press(Qt.Key.Key_Space)


class TestOutdated:
    def test_results_are_calculated_again_in_one_step(
        self, page: RoundPage, keys: list[str], hands: Hands, qtbot: QtBot, sentence: Callable[..., str]
    ) -> None:
        with qtbot.waitSignal(page.findings_changed, check_params_cb=lambda count: count == 1):
            move_to_town(page, keys[0])
        assert page.checks.notice.sentence == sentence("results-not-up-to-date", households=1)
        assert not page.checks.button.isVisible()
        with qtbot.waitSignal(page.findings_changed, check_params_cb=lambda count: count == 0):
            press_link(hands, page)
        qtbot.waitUntil(lambda: not page.checks.notice.isVisible())
        assert status_of(page, keys[0]) is PovertyStatus.POOR
        with qtbot.waitSignal(page.findings_changed, check_params_cb=lambda count: count == 1):
            hands.control(Qt.Key.Key_Z)
        assert page.checks.notice.isVisible()
        assert status_of(page, keys[0]) is PovertyStatus.NOT_POOR

    def test_another_area_of_the_commune_is_told_and_taken_over(
        self, page: RoundPage, keys: list[str], hands: Hands, qtbot: QtBot, sentence: Callable[..., str]
    ) -> None:
        desk = desk_of(page)
        with qtbot.waitSignal(page.findings_changed, check_params_cb=lambda count: count == 1):
            window_of(page).session.write(
                lambda: set_up_office.edit_office(desk, desk.unit._replace(area=AreaType.URBAN))
            )
        assert page.checks.notice.sentence == sentence("round-area-differs", year=YEAR)
        with qtbot.waitSignal(page.findings_changed, check_params_cb=lambda count: count == 0):
            press_link(hands, page)
        assert [status_of(page, key) for key in keys] == [PovertyStatus.POOR] * 2
        assert page.round is not None
        assert page.round.area is AreaType.URBAN

    def test_sealing_says_what_it_calculates_again(
        self, page: RoundPage, keys: list[str], hands: Hands, sentence: Callable[..., str]
    ) -> None:
        move_to_town(page, keys[0])
        line = page.acts.sealing_line
        page.acts.seal_button.setFocus()
        hands.press(Qt.Key.Key_Space)
        hands.retype("14/12/2023")
        told: list[str] = []

        def agree(box: QMessageBox) -> None:
            told.append(box.informativeText())
            next(one for one in box.buttons() if box.buttonRole(one) is QMessageBox.ButtonRole.AcceptRole).click()

        hands.enter()
        hands.when_asked(QMessageBox, agree)
        hands.enter()
        hands.back_at(page.window())
        words = line.tr("{count} results are calculated again first: area, points or law changed meanwhile.")
        assert told[0].startswith(words.replace("{count}", "1"))
        assert page.notice.sentence.endswith(sentence("results-renewed-at-sealing", households=1, year=YEAR))
        assert status_of(page, keys[0]) is PovertyStatus.POOR


class TestList:
    def test_enter_on_a_sentence_opens_its_household_and_escape_comes_back(
        self, page: RoundPage, keys: list[str], hands: Hands, qtbot: QtBot, sentence: Callable[..., str]
    ) -> None:
        with qtbot.waitSignal(page.findings_changed, check_params_cb=lambda count: count == 1):
            declare(page, keys[1], PovertyStatus.POOR)
        assert page.checks.button.text() == page.checks.tr("{count} to look at in this round").replace("{count}", "1")
        page.board.list.setFocus()
        hands.control(Qt.Key.Key_L)
        lines = page.checks.list.lines
        assert lines.hasFocus()
        assert [lines.item(row).text() for row in range(lines.count())] == [
            sentence(
                "declared-status-contradicts-rules",
                village="Thôn Tân Long",
                household="001",
                declared="poor",
                found="not_poor",
            )
        ]
        hands.press(Qt.Key.Key_Escape)
        assert not page.checks.list.isVisible()
        assert page.board.list.hasFocus()
        hands.control(Qt.Key.Key_L)
        hands.enter()
        assert page.form.isVisible()
        assert page.form.opened is not None
        assert page.form.opened.household.id == keys[1]

    def test_what_is_of_a_village_lists_its_households(
        self, page: RoundPage, keys: list[str], hands: Hands, qtbot: QtBot
    ) -> None:
        desk = desk_of(page)
        village = record_villages.read_villages(desk, YEAR).rows[2][0].id
        late = keep_registry.add_household(desk, Household("", village, "", "Lê Văn Tập")).id
        assert page.round is not None
        review_rounds.add_to_round(desk, page.round.id, [late])
        with qtbot.waitSignal(page.findings_changed, check_params_cb=lambda count: count == 1):
            declare(page, late, PovertyStatus.NEAR_POOR)
        page.board.list.setFocus()
        hands.control(Qt.Key.Key_L)
        hands.enter()
        assert page.board.list.hasFocus()
        assert [row.head for row in page.board.table.records] == ["Lê Văn Tập"]

    def test_on_a_low_screen_the_list_takes_the_room_of_the_board(
        self, page: RoundPage, keys: list[str], hands: Hands, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(page.findings_changed, check_params_cb=lambda count: count == 1):
            declare(page, keys[0], PovertyStatus.POOR)
        window_of(page).resize(910, 420)
        qtbot.waitUntil(lambda: not page.keys.isVisible())
        page.board.list.setFocus()
        hands.control(Qt.Key.Key_L)
        assert not page.board.isVisible()
        assert page.checks.list.lines.hasFocus()
        hands.press(Qt.Key.Key_Escape)
        assert page.board.isVisible()
        assert page.board.list.hasFocus()

    def test_another_year_has_nothing_to_look_at(self, page: RoundPage, keys: list[str], qtbot: QtBot) -> None:
        with qtbot.waitSignal(page.findings_changed, check_params_cb=lambda count: count == 1):
            declare(page, keys[0], PovertyStatus.POOR)
        with qtbot.waitSignal(page.findings_changed, check_params_cb=lambda count: count == 0):
            window_of(page).session.set_year(YEAR - 1)
        assert not page.checks.button.isVisible()


class TestExplanation:
    def test_f10_explains_the_form_and_escape_goes_back_to_its_question(
        self, page: RoundPage, keys: list[str], hands: Hands
    ) -> None:
        page.open_form(keys[0], "toilet")
        hands.press(Qt.Key.Key_F10)
        panel = page.explanation.panel
        assert panel.isVisible()
        assert "Kết quả: hộ không nghèo." in panel.text()
        hands.press(Qt.Key.Key_Escape)
        assert page.form.isVisible()
        assert page.form.body.item == "toilet"
        page.form.side.result_button.click()
        assert panel.isVisible()
        hands.press(Qt.Key.Key_F10)
        assert page.form.isVisible()

    def test_ctrl_p_prints_it(
        self, page: RoundPage, keys: list[str], hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Accepted)
        monkeypatch.setattr(printing, "print_pdf", lambda _printer, data: bytes(data).startswith(b"%PDF"))
        page.open_form(keys[0], "toilet")
        with qtbot.waitSignal(page.explanation.panel.printed):
            hands.control(Qt.Key.Key_P)
        assert page.explanation.isVisible()

    def test_the_exercise_is_nobodys_result(self, page: RoundPage, hands: Hands) -> None:
        page.practise()
        assert not page.form.side.result_button.isVisible()
        hands.press(Qt.Key.Key_F10)
        assert page.form.isVisible()


class TestDeprivation:
    def test_it_is_worked_out_beside_the_window_and_follows_the_village(
        self, page: RoundPage, keys: list[str], hands: Hands, qtbot: QtBot
    ) -> None:
        assert keys
        page.profile.button.setFocus()
        hands.press(Qt.Key.Key_Space)
        card = page.profile.card
        assert card is not None
        assert card.summary.text() == card.tr("Calculating…")
        qtbot.waitUntil(lambda: not page.profile.is_busy)
        heading = card.tr("Deprivation of poor households: {place}")
        assert card.heading.text() == heading.format(place=card.tr("commune"))
        page.board.village.setFocus()
        hands.press(Qt.Key.Key_Down)
        assert card.heading.text() == heading.format(place="Thôn Minh Long")
        page.profile.button.setFocus()
        hands.press(Qt.Key.Key_Space)
        assert not card.isVisible()
