"""The exercise: every kind of question, skip rules and checks of the generated form, points live, nothing kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from povertydesk.poverty.form_answers import NO, NOT_KNOWN, YES, FormAnswer
from povertydesk.poverty.questionnaire import Item, ItemKind, Option, Section, SectionKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.ui.review import form_entries
from povertydesk.ui.review.form_view import ReviewFormView
from povertydesk.workflow import history
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.form_standing import standing_of
from povertydesk.workflow.practice_form import practice_form
from povertydesk.workflow.review_form import OpenForm
from tests.ui.hands import Hands
from tests.ui.review.conftest import FormAtWork

Keys = Callable[[str], None]
B1 = "2" + "412" + "321" + "113" + "1" + "1\n" + "1" + "2" + "2"
"""The fifteen questions of B1, by the digits of their options; several assets end with Enter."""


def test_the_exercise_says_that_it_is_one(practice: FormAtWork) -> None:
    head = practice.view.head
    assert head.heading.text().startswith("BÀI TẬP – ")
    assert head.notice.sentence.startswith("Exercise: the points are made up")
    assert [key for key, button in head.buttons.items() if button.isVisible()] == [
        "b1",
        "indicators",
        "causes",
        "support",
    ]
    assert practice.item == "all_without_labour"


def test_points_are_live_and_nothing_is_kept(practice: FormAtWork, keys: Keys, desk: Desk) -> None:
    before = history.list_history(desk)
    keys("24")
    assert practice.opened.standing.score is not None
    points = {one.item: one.points for one in practice.opened.standing.score.items}
    assert practice.points("household_size") == str(points["household_size"])
    assert practice.points("land") == "–"
    assert practice.view.side.totals.text() == f"B1 {points['household_size']} · 13 questions left · rural"
    assert history.list_history(desk) == before


def test_a_whole_exercise_is_judged(practice: FormAtWork, keys: Keys) -> None:
    keys(B1)
    assert practice.view.head.buttons["b1"].text() == "B1 Income · 15/15"
    assert practice.item == "employment"
    keys("2" * 12)
    standing = practice.opened.standing
    assert standing.national is not None
    assert standing.national.status in {PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR}
    assert practice.view.side.result.text() != "No result yet"
    keys("0" * 3)
    assert practice.view.body.strip.said == "The exercise is complete. Esc goes back."


def test_a_question_that_is_not_asked_says_why_and_is_passed_over(practice: FormAtWork, keys: Keys) -> None:
    assert practice.words("household_size") == "waits for: question 1"
    keys("1")
    assert practice.item == "outside_labour_age"
    assert practice.words("household_size") == "not asked: question 1"
    row = practice.view.body.tables["b1"].rows["household_size"]
    assert not row.question.isEnabled()
    assert practice.points("household_size") == "0"


def test_an_answer_that_is_skipped_later_is_kept_and_counts_for_nothing(
    practice: FormAtWork, keys: Keys, hands: Hands
) -> None:
    keys("24")
    hands.press(Qt.Key.Key_Up, times=2)
    keys("1")
    assert practice.opened.answers["household_size"] == FormAnswer.chosen("four")
    assert practice.points("household_size") == "0"
    hands.press(Qt.Key.Key_Up)
    keys("2")
    assert practice.item == "household_size"
    assert practice.points("household_size") != "0"


def test_a_band_takes_its_digit_or_its_number(practice: FormAtWork, keys: Keys, hands: Hands) -> None:
    practice.view.go_to("electricity")
    keys("1")
    assert practice.opened.answers["electricity"] == FormAnswer.chosen("little")
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_F2)
    hands.write("120")
    hands.enter()
    assert practice.opened.answers["electricity"] == FormAnswer.counted(Decimal(120))
    assert practice.words("electricity") == "120 – Từ 100 kWh trở lên"
    assert practice.item == "drinking_water"
    assert not practice.cell("electricity").editor.isVisible()


@pytest.mark.parametrize("way", ["write", "compose"])
def test_the_number_of_a_band_comes_from_unikey_and_from_input_methods(
    practice: FormAtWork, hands: Hands, way: str
) -> None:
    practice.view.go_to("floor_area")
    hands.press(Qt.Key.Key_F2)
    getattr(hands, way)("7,5")
    hands.press(Qt.Key.Key_Down)
    assert practice.opened.answers["floor_area"] == FormAnswer.counted(Decimal("7.5"))


def test_esc_goes_back_from_typing_a_number_to_choosing(practice: FormAtWork, hands: Hands) -> None:
    practice.view.go_to("floor_area")
    hands.press(Qt.Key.Key_F2)
    hands.write("7")
    hands.press(Qt.Key.Key_Escape)
    assert "floor_area" not in practice.opened.answers
    assert practice.cell("floor_area").hasFocus()
    assert practice.item == "floor_area"
    hands.write("9")
    assert practice.opened.answers["floor_area"] == NOT_KNOWN


def test_a_hard_contradiction_is_said_and_holds_the_form_back(
    practice: FormAtWork, hands: Hands, sentence: Callable[..., str]
) -> None:
    practice.view.go_to("all_without_labour")
    hands.write("2")
    for number in ("2", "5"):
        hands.press(Qt.Key.Key_F2)
        hands.write(number)
        hands.enter()
    text = "Số người dưới 15 tuổi, trên 60 tuổi hoặc khuyết tật lớn hơn số nhân khẩu của hộ."
    assert practice.view.body.strip.said == f"Question 3 of B1: {sentence('form-contradiction', text=text)}"
    assert not practice.view.body.strip.takes_reason


def test_a_soft_check_wants_a_reason_and_is_quiet_with_one(practice: FormAtWork, hands: Hands, keys: Keys) -> None:
    practice.view.go_to("housing_materials")
    keys("3")
    practice.view.go_to("assets")
    keys("4")
    strip = practice.view.body.strip
    assert "Hộ có ô tô mà nhà ở không bền chắc." in strip.said
    hands.tab()
    hands.write("xe chở thuê")
    hands.enter()
    assert practice.opened.notes == {"car_in_poor_house": "xe chở thuê"}
    assert strip.said == ""
    assert practice.item == "assets"


def test_an_unusual_number_wants_a_reason(practice: FormAtWork, hands: Hands, sentence: Callable[..., str]) -> None:
    practice.view.go_to("electricity")
    hands.press(Qt.Key.Key_F2)
    hands.write("4000")
    hands.enter()
    assert sentence("form-number-unusual", entered="4.000") in practice.view.body.strip.said
    hands.tab()
    hands.write("xay xát")
    hands.press(Qt.Key.Key_Up)
    assert practice.view.body.strip.said == ""


def test_an_exercise_has_no_neighbours(practice: FormAtWork, hands: Hands, keys: Keys) -> None:
    keys("2")
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9):
        hands.press(key)
    hands.control(Qt.Key.Key_D)
    hands.control(Qt.Key.Key_Return)
    assert list(practice.opened.answers) == ["all_without_labour"]
    assert not practice.view.head.next_button.isVisible()


@pytest.fixture
def with_sheet_a(monkeypatch: pytest.MonkeyPatch) -> None:
    """A made-up exercise with a Phiếu A of two questions before it, one of which has to be true."""
    options = (Option(YES, "Có", 1), Option(NO, "Không", 2))
    items = tuple(Item(code, text, ItemKind.YES_NO, options) for code, text in (("a1", "Câu một"), ("a2", "Câu hai")))
    sheet = Section(SectionKind.CHECKLIST, "A. Bài tập", items, pass_count=1)

    def opened_form(desk: Desk, answers: Mapping[str, FormAnswer], notes: Mapping[str, str], _: None) -> OpenForm:
        opened = practice_form(desk, answers, notes)
        form = dataclasses.replace(opened.form, sections=(sheet, *opened.form.sections))
        law = opened.law._replace(form=form)
        standing = standing_of(law, opened.household, opened.review, answers, notes)
        return dataclasses.replace(opened, law=law, standing=standing)

    monkeypatch.setattr(form_entries, "practice_form", opened_form)


@pytest.mark.usefixtures("with_sheet_a")
@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("2", "Sheet A: not known yet whether sheet B is to be filled in."),
        ("1", "Sheet A: sheet B is to be filled in."),
        ("22", "Sheet A: too few signs of poverty, sheet B need not be filled in."),
    ],
)
def test_sheet_a_comes_first_and_says_whether_it_leads_on(
    make_view: Callable[[], ReviewFormView], keys: Keys, answers: str, said: str
) -> None:
    view = make_view()
    assert view.open_practice()
    assert (view.body.part, view.body.item) == ("checklist", "a1")
    keys(answers)
    assert view.head.buttons["checklist"].text() == f"Sheet A · {len(answers)}/2"
    assert view.side.totals.text().splitlines()[0] == said
