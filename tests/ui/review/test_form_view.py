from __future__ import annotations

import unicodedata
from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from povertydesk.poverty.form_answers import NOT_KNOWN, FormAnswer
from povertydesk.poverty.review import ReviewStage
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import reviews
from povertydesk.workflow import history, review_rounds
from tests.ui.hands import Hands
from tests.ui.review.conftest import INDICATORS, FormAtWork, add_households

NO, YES = FormAnswer.yes_no(yes=False), FormAnswer.yes_no(yes=True)
Keys = Callable[[str], None]


def counted(number: int) -> FormAnswer:
    return FormAnswer.counted(Decimal(number))


def to_indicators(keys: Keys) -> None:
    """Answer what stands before the indicators."""
    keys("125\n17\n")


def test_the_head_says_whose_form_it_is(form: FormAtWork) -> None:
    head = form.view.head
    assert head.heading.text() == "Review form – household 001, Thôn Đồng"
    assert head.summary.text() == "Head: Hà Văn Thử · 4 people · last year: no history · form 1 of 3 of the village"
    assert [one.text() for one in head.buttons.values()] == [
        "Members · 4",
        "B1 Income · 0/2",
        "B2 Deprivations · 0/12",
        "Causes, groups · 0/2",
        "Support · 0/1",
        "History",
    ]
    assert form.item == "b1_total"
    assert form.cell("b1_total").editor.hasFocus()
    assert form.cell("b1_total").editor.placeholderText() == "not answered"


def test_a_number_is_kept_by_enter_which_goes_on(form: FormAtWork, keys: Keys) -> None:
    keys("125\n")
    assert form.answers() == {"b1_total": counted(125)}
    assert form.item == "paper_number"
    assert form.view.side.totals.text() == "B1 125 · rural"


def test_digits_answer_and_go_on_by_themselves(form: FormAtWork, keys: Keys) -> None:
    to_indicators(keys)
    assert form.item == "employment"
    keys("12")
    assert (form.answers()["employment"], form.answers()["dependants"]) == (YES, NO)
    assert form.item == "nutrition"
    assert form.words("employment") == "1 Thiếu hụt"
    assert form.words("nutrition").startswith("1 Thiếu hụt   2 Không thiếu hụt   9 don't know")
    assert (form.points("employment"), form.points("dependants"), form.points("nutrition")) == ("10", "0", "–")
    assert form.view.head.buttons["indicators"].text() == "B2 Deprivations · 2/12"


def test_not_answered_answered_and_not_known_are_three_states(form: FormAtWork, keys: Keys) -> None:
    to_indicators(keys)
    keys("19")
    assert form.answers()["dependants"] == NOT_KNOWN
    assert form.words("dependants") == "9 don't know"
    assert form.words("toilet") == "not answered"
    assert "1 answered “don't know”." in form.view.side.missing.text()
    assert form.view.side.result.text() == "No result yet"


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_backspace_takes_an_answer_away(form: FormAtWork, keys: Keys, hands: Hands, key: Qt.Key) -> None:
    to_indicators(keys)
    keys("1")
    hands.press(Qt.Key.Key_Up)
    assert form.item == "employment"
    hands.press(key)
    assert "employment" not in form.answers()
    assert form.item == "employment"


def test_several_answers_toggle_and_enter_goes_on(form: FormAtWork, keys: Keys) -> None:
    form.view.go_to("causes")
    keys("231")
    assert form.answers()["causes"] == FormAnswer.chosen("land", "capital", "labour")
    keys("3")
    assert form.answers()["causes"] == FormAnswer.chosen("land", "capital")
    assert form.item == "causes"
    keys("\n")
    assert form.item == "groups"
    keys("0")
    assert form.answers()["groups"] == FormAnswer.chosen()
    assert form.item == "support"
    keys("1")
    assert form.words("groups") == "none of these"


def test_a_whole_form_is_judged_with_reasons(form: FormAtWork, keys: Keys) -> None:
    to_indicators(keys)
    keys("111" + "2" * 9)
    assert (form.review().status, form.review().b1, form.review().b2) == (PovertyStatus.POOR, 125, 30)
    assert form.review().stage is ReviewStage.COMPLETE
    side = form.view.side
    assert side.result.text() == "Poor household"
    assert side.totals.text() == "B1 125 ≤ 140 (not verified) · rural\nB2 30 ≥ 30 (not verified)"
    assert side.sources.text().startswith("By: Thông tư 07/2021/TT-BLĐTBXH, ")
    assert side.changes.text().splitlines() == [
        "No longer deprived in any one of việc làm, người phụ thuộc trong hộ gia đình, dinh dưỡng, "
        "it would be: near-poor household.",
        "16 points of B1 more would make it: household not poor.",
    ]


def test_the_side_says_what_is_missing_and_what_can_still_come_of_it(form: FormAtWork, keys: Keys) -> None:
    assert form.view.side.missing.text() == "13 questions are not answered yet."
    to_indicators(keys)
    keys("1" * 3 + "2" * 8)
    assert form.view.side.missing.text() == (
        "One question is not answered yet. Whatever they are, it will be: poor household."
    )


def test_what_the_members_say_is_proposed_and_enter_takes_it(form: FormAtWork, keys: Keys, hands: Hands) -> None:
    to_indicators(keys)
    assert form.words("health_insurance") == ("not answered · proposed from the members: Thiếu hụt (Bùi Thị Mẫu)")
    assert "health_insurance" not in form.answers()
    form.view.go_to("health_insurance")
    hands.enter()
    assert form.answers()["health_insurance"] == YES
    assert form.item == "adult_education"
    assert form.words("health_insurance") == "1 Thiếu hụt"


def test_enter_without_a_proposal_answers_nothing(form: FormAtWork, keys: Keys) -> None:
    to_indicators(keys)
    keys("\n")
    assert form.item == "dependants"
    assert "employment" not in form.answers()


def test_all_proposals_are_taken_by_one_key_and_taken_back_by_one(form: FormAtWork, keys: Keys, hands: Hands) -> None:
    to_indicators(keys)
    before = form.answers()
    hands.control(Qt.Key.Key_Return)
    taken = form.answers().keys() - before.keys()
    assert {"health_insurance", "adult_education"} <= taken
    assert form.item == "employment"
    undone = history.undo_state(form.desk).undo
    assert undone is not None
    assert undone.name == "confirm-proposals"
    history.undo(form.desk, str(undone.number))
    assert form.answers() == before


def test_last_years_answers_are_shown_and_differences_stand_out(form_after_last_year: FormAtWork, keys: Keys) -> None:
    form = form_after_last_year
    assert form.view.head.summary.text().endswith("last year: poor household · form 1 of 3 of the village")
    to_indicators(keys)
    assert "last year: Thiếu hụt" in form.words("employment")
    keys("2")
    assert form.words("employment") == "2 Không thiếu hụt · last year: Thiếu hụt"
    keys("1")
    assert form.words("dependants") == "1 Thiếu hụt"
    assert form.view.body.strip.said == (
        "Question 1 of B2 differs from last year (Thiếu hụt → Không thiếu hụt). If it is right, type a short reason."
    )


def test_a_difference_takes_a_reason_and_leaves_the_keys_where_they_were(
    form_after_last_year: FormAtWork, keys: Keys, hands: Hands
) -> None:
    form = form_after_last_year
    to_indicators(keys)
    keys("2")
    hands.tab()
    assert form.view.body.strip.editor.hasFocus()
    hands.write("đã có việc ở xưởng may")
    hands.enter()
    assert form.notes() == {"employment:last-year": "đã có việc ở xưởng may"}
    assert form.item == "dependants"
    assert form.cell("dependants").hasFocus()
    assert form.view.body.strip.said == ""
    hands.press(Qt.Key.Key_Up)
    assert form.view.body.strip.editor.text() == "đã có việc ở xưởng may"


@pytest.mark.parametrize("way", ["write", "compose"])
def test_a_reason_arrives_composed_however_it_is_typed(
    form_after_last_year: FormAtWork, keys: Keys, hands: Hands, way: str
) -> None:
    form = form_after_last_year
    to_indicators(keys)
    keys("2")
    hands.tab()
    getattr(hands, way)("Chuyển việc về xã")
    hands.press(Qt.Key.Key_Up)
    (note,) = form.notes().values()
    assert note == "Chuyển việc về xã"
    assert unicodedata.is_normalized("NFC", note)


def test_last_years_answers_are_taken_over_by_one_key(form_after_last_year: FormAtWork, hands: Hands) -> None:
    form = form_after_last_year
    hands.press(Qt.Key.Key_F9)
    assert form.answers() == {code: FormAnswer.yes_no(yes=place < 3) for place, code in enumerate(INDICATORS)}
    assert form.item == "b1_total"
    assert form.opened.differences == ()


def test_the_history_compares_question_by_question(form_after_last_year: FormAtWork, keys: Keys, hands: Hands) -> None:
    form = form_after_last_year
    to_indicators(keys)
    keys("2")
    hands.control(Qt.Key.Key_PageUp)
    hands.control(Qt.Key.Key_PageUp)
    hands.control(Qt.Key.Key_PageUp)
    assert form.view.body.part == "history"
    told = " ".join(form.view.body.history.text.text().split())
    assert "Result of last year: Poor household" in told
    assert ">Việc làm</td>" in told


@pytest.mark.parametrize("way", ["write", "compose"])
def test_a_number_comes_from_unikey_and_from_input_methods(form: FormAtWork, hands: Hands, way: str) -> None:
    getattr(hands, way)("118")
    hands.press(Qt.Key.Key_Down)
    assert form.answers()["b1_total"] == counted(118)


def test_unikeys_backspace_and_letter_stay_in_the_number(form: FormAtWork, hands: Hands) -> None:
    hands.write("12")
    hands.press(Qt.Key.Key_Backspace)
    hands.send_letter("3")
    hands.enter()
    assert form.answers()["b1_total"] == counted(13)


def test_what_is_no_number_stays_with_its_sentence(
    form: FormAtWork, hands: Hands, sentence: Callable[..., str]
) -> None:
    hands.write("mười")
    hands.enter()
    cell = form.cell("b1_total")
    assert cell.editor.text() == "mười"
    assert cell.fault.text() == sentence("count-not-a-number", text="mười")
    assert cell.fault.isVisible()
    assert form.is_unsaved()
    hands.press(Qt.Key.Key_Escape)
    assert cell.editor.text() == ""
    assert not form.is_unsaved()
    assert form.answers() == {}


def test_points_have_no_decimals(form: FormAtWork, hands: Hands, sentence: Callable[..., str]) -> None:
    hands.write("12,5")
    hands.enter()
    assert form.cell("b1_total").fault.text() == sentence("count-not-a-number", text="12,5")
    assert form.answers() == {}
    hands.retype("1.125")
    hands.enter()
    assert form.answers() == {"b1_total": counted(1125)}


def test_what_is_no_number_stays_in_sight_when_another_question_is_answered(
    form: FormAtWork, hands: Hands, sentence: Callable[..., str]
) -> None:
    hands.write("12a")
    hands.press(Qt.Key.Key_Down)
    hands.write("17")
    hands.enter()
    assert form.answers() == {"paper_number": counted(17)}
    cell = form.cell("b1_total")
    assert cell.editor.text() == "12a"
    assert cell.fault.text() == sentence("count-not-a-number", text="12a")


def test_what_is_no_number_waits_at_its_household(form: FormAtWork, hands: Hands) -> None:
    hands.write("12a")
    hands.press(Qt.Key.Key_F8)
    assert form.opened.household.id == form.households[1]
    assert form.cell("b1_total").editor.text() == ""
    hands.press(Qt.Key.Key_F7)
    assert form.cell("b1_total").editor.text() == "12a"
    assert form.is_unsaved()


@pytest.mark.parametrize(
    "leave",
    [Qt.Key.Key_Down, Qt.Key.Key_F8, Qt.Key.Key_Tab, Qt.Key.Key_F9],
)
def test_a_number_half_typed_is_kept_by_any_key_that_leaves(form: FormAtWork, hands: Hands, leave: Qt.Key) -> None:
    hands.write("99")
    hands.press(leave)
    assert form.answers()["b1_total"] == counted(99)


def test_a_number_half_typed_is_kept_when_the_form_is_left(qtbot: QtBot, form: FormAtWork, hands: Hands) -> None:
    hands.write("99")
    with qtbot.waitSignal(form.view.closed):
        hands.press(Qt.Key.Key_Down)
        hands.write("3")
        hands.press(Qt.Key.Key_Down)
        hands.press(Qt.Key.Key_Escape)
    assert form.answers() == {"b1_total": counted(99), "paper_number": counted(3)}


def test_a_number_is_cleared_and_can_be_not_known(form: FormAtWork, hands: Hands, keys: Keys) -> None:
    keys("125\n")
    hands.press(Qt.Key.Key_Up)
    hands.select_all()
    hands.press(Qt.Key.Key_Backspace)
    hands.enter()
    assert form.answers() == {}
    hands.write("/")
    assert form.answers() == {"b1_total": NOT_KNOWN}
    assert form.item == "paper_number"
    assert form.words("b1_total") == "/ don't know"
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Backspace)
    assert form.answers() == {}


def test_f1_explains_beside_the_form_and_follows_the_question(form: FormAtWork, keys: Keys, hands: Hands) -> None:
    to_indicators(keys)
    hands.press(Qt.Key.Key_F1)
    side = form.view.side
    assert form.is_explaining()
    assert side.help_title.text() == "Việc làm"
    assert "Source: Nghị định 07/2021/NĐ-CP, Điều 3 và Phụ lục" in side.help.text()
    keys("1")
    assert side.help_title.text() == "Người phụ thuộc trong hộ gia đình"
    closed = QSignalSpy(form.view.closed)
    hands.press(Qt.Key.Key_Escape)
    assert not form.is_explaining()
    assert closed.count() == 0


def test_ctrl_d_answers_as_the_household_before(form: FormAtWork, keys: Keys, hands: Hands) -> None:
    to_indicators(keys)
    keys("12")
    hands.press(Qt.Key.Key_F8)
    form.view.go_to("employment")
    hands.control(Qt.Key.Key_D)
    hands.control(Qt.Key.Key_D)
    hands.control(Qt.Key.Key_D)
    given = form.answers(1)
    assert (given["employment"], given["dependants"]) == (YES, NO)
    assert "nutrition" not in given
    assert form.item == "nutrition"
    assert form.view.body.strip.said == "The household before has no answer to this question."


def test_f8_and_f7_go_from_household_to_household(qtbot: QtBot, form: FormAtWork, hands: Hands) -> None:
    with qtbot.waitSignal(form.view.household_changed) as changed:
        hands.press(Qt.Key.Key_F8)
    assert changed.args == [form.households[1]]
    assert "household 002" in form.view.head.heading.text()
    hands.press(Qt.Key.Key_F8)
    hands.press(Qt.Key.Key_F8)
    assert "household 003" in form.view.head.heading.text()
    assert form.view.body.strip.said.startswith("This is the last form in this direction.")
    hands.press(Qt.Key.Key_F7, times=2)
    assert "household 001" in form.view.head.heading.text()


def test_the_parts_turn_by_keys(form: FormAtWork, hands: Hands) -> None:
    hands.control(Qt.Key.Key_PageDown)
    assert (form.view.body.part, form.item) == ("indicators", "employment")
    hands.control(Qt.Key.Key_PageUp)
    hands.control(Qt.Key.Key_PageUp)
    assert form.view.body.part == "members"
    hands.control(Qt.Key.Key_PageUp)
    assert form.view.body.part == "history"


def test_the_end_of_the_form_says_what_is_missing_and_leads_there(form: FormAtWork, keys: Keys) -> None:
    to_indicators(keys)
    keys("1\n" + "2" * 10)
    keys("0" * 3)
    assert form.item == "support"
    assert form.view.body.strip.said == (
        "Not answered yet: Question 2 of B2. Enter goes to the first, F8 to the next household."
    )
    keys("\n")
    assert form.item == "dependants"
    keys("2")
    form.view.go_to("support")
    keys("\n")
    assert form.view.body.strip.said == "The form is complete. Enter or F8 goes to the next household."
    keys("\n")
    assert form.opened.household.id == form.households[1]


def test_a_sealed_round_is_shown_and_not_answered(last_year: str, form: FormAtWork, keys: Keys, hands: Hands) -> None:
    view = form.view
    view.open(last_year, form.households[1], "employment")
    assert view.head.notice.sentence.startswith("This form can only be read")
    assert form.words("employment").startswith("1 Thiếu hụt")
    assert view.side.result.text() == "Poor household"
    keys("29")
    hands.press(Qt.Key.Key_Backspace)
    for key in (Qt.Key.Key_D, Qt.Key.Key_Return):
        hands.control(key)
    hands.press(Qt.Key.Key_F9)
    review = reviews.find_review(form.desk.engine, last_year, form.households[1])
    assert review is not None
    assert reviews.read_answers(form.desk.engine, review.id)["indicators"]["employment"] == YES
    view.go_to("b1_total")
    hands.write("99")
    assert form.cell("b1_total").editor.text() == "120"


def test_ctrl_z_shows_what_the_records_say_again(form: FormAtWork, keys: Keys) -> None:
    to_indicators(keys)
    keys("1")
    session = form.view._session
    state = session.undo_state()
    assert state.undo is not None
    session.take_back(state.undo)
    assert "employment" not in form.answers()
    assert form.words("employment") == "not answered"
    assert form.view.head.buttons["indicators"].text() == "B2 Deprivations · 0/12"


def test_options_are_chosen_by_arrows_too(form: FormAtWork, keys: Keys, hands: Hands) -> None:
    to_indicators(keys)
    hands.press(Qt.Key.Key_Right, times=2)
    hands.press(Qt.Key.Key_Space)
    assert form.answers()["employment"] == NO


def test_an_option_is_clicked(form: FormAtWork, keys: Keys) -> None:
    to_indicators(keys)
    form.cell("employment").label.linkActivated.emit("#yes")
    form.cell("dependants").label.linkActivated.emit("#unknown")
    assert (form.answers()["employment"], form.answers()["dependants"]) == (YES, NOT_KNOWN)
    form.view.go_to("groups")
    form.cell("groups").label.linkActivated.emit("#")
    assert form.answers()["groups"] == FormAnswer.chosen()
    QTest.mouseClick(form.view.head.buttons["b1"], Qt.MouseButton.LeftButton)
    assert form.item == "b1_total"


def test_a_household_without_members_begins_with_them(form: FormAtWork) -> None:
    (key,) = add_households(form.desk, 1, ())
    review_rounds.add_to_round(form.desk, form.round_id, [key])
    form.view.open(form.round_id, key)
    assert form.view.body.part == "members"
    assert form.view.body.members.grid.hasFocus()


def test_cells_speak_to_a_screen_reader(form: FormAtWork, keys: Keys) -> None:
    to_indicators(keys)
    keys("1")
    assert form.cell("employment").accessibleName() == "Việc làm: Thiếu hụt"
    assert form.cell("toilet").accessibleName() == "Nhà tiêu hợp vệ sinh: not answered"
