"""Day and reviewer at the head of a form, by keys: kept, proposed in the next form, never lost half typed."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from povertydesk.store import reviews
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.review.form_view import ReviewFormView
from povertydesk.workflow import history
from povertydesk.workflow.desk import Desk
from tests.ui.hands import Hands
from tests.ui.review.conftest import FormAtWork

DAY = datetime.date(2026, 10, 12)


def sign(hands: Hands, day: str, reviewer: str) -> None:
    hands.press(Qt.Key.Key_F4)
    hands.retype(day)
    hands.enter()
    hands.retype(reviewer)
    hands.enter()


@pytest.mark.parametrize("way", ["write", "compose"])
def test_day_and_reviewer_are_typed_by_f4(form: FormAtWork, hands: Hands, desk: Desk, way: str) -> None:
    head = form.view.head.day
    assert head.button.text() == "Day of the review and reviewer not entered (F4)"
    question = form.item
    hands.press(Qt.Key.Key_F4)
    getattr(hands, way)("12/10/2026")
    hands.enter()
    getattr(hands, way)("Hà Văn Thử")
    hands.enter()
    assert (form.review().reviewed_on, form.review().reviewer) == (DAY, "Hà Văn Thử")
    assert head.button.text() == "Reviewed on 12/10/2026 by Hà Văn Thử (F4)"
    assert not head.is_typing
    assert (form.item, form.cell(question).hasFocus()) == (question, True)
    assert history.list_history(desk)[-1].name == "sign-form"


def test_the_next_form_proposes_what_the_one_before_was_signed_with(form: FormAtWork, hands: Hands) -> None:
    sign(hands, "12/10/2026", "Hà Văn Thử")
    hands.press(Qt.Key.Key_F8)
    head = form.view.head.day
    assert form.review(1).reviewed_on is None
    assert head.button.text() == "Day of the review and reviewer not entered (F4)"
    hands.press(Qt.Key.Key_F4)
    assert (head.day.text, head.reviewer.text) == ("12/10/2026", "Hà Văn Thử")
    hands.enter()
    hands.enter()
    assert (form.review(1).reviewed_on, form.review(1).reviewer) == (DAY, "Hà Văn Thử")


@pytest.mark.parametrize(
    ("typed", "code", "values"),
    [
        ("hôm kia", "date-not-understood", {"text": "hôm kia"}),
        ("21/11/2026", "review-day-outside-round", {"date": "21/11/2026", "first": "01/09/2026"}),
    ],
)
def test_a_day_that_cannot_be_says_so_under_the_field(
    form: FormAtWork, hands: Hands, sentence: Callable[..., str], typed: str, code: str, values: dict[str, str]
) -> None:
    sign(hands, typed, "Hà Văn Thử")
    head = form.view.head.day
    assert head.fault.text() == sentence(code, **values)
    assert head.fault.isVisible()
    assert (head.day.text, head.reviewer.text) == (typed, "Hà Văn Thử")
    assert head.day.editor.hasFocus()
    assert form.is_unsaved()
    hands.retype("12/10/2026")
    hands.enter()
    hands.enter()
    assert form.review().reviewed_on == DAY
    assert not form.is_unsaved()


def test_esc_leaves_day_and_reviewer_as_they_were(
    form: FormAtWork, hands: Hands, desk: Desk, preferences: Preferences
) -> None:
    before = history.list_history(desk)
    hands.press(Qt.Key.Key_F4)
    hands.write("12")
    assert list(preferences.typed_texts(desk.path).values()) == ["12", ""]
    hands.press(Qt.Key.Key_Escape)
    assert preferences.typed_texts(desk.path) == {}
    assert history.list_history(desk) == before
    assert form.view.isVisible()
    assert form.cell(form.item).hasFocus()


def test_a_reviewer_half_typed_is_there_again(
    form: FormAtWork, make_view: Callable[[], ReviewFormView], hands: Hands
) -> None:
    hands.press(Qt.Key.Key_F4)
    hands.enter()
    hands.write("Hà V")
    # The program is killed here: nothing is put away.
    again = make_view()
    assert again.reopen()
    head = again.head.day
    assert head.reviewer.editor.isVisible()
    assert head.reviewer.text == "Hà V"
    hands.press(Qt.Key.Key_F4)
    hands.write("12/10/2026")
    hands.enter()
    hands.press(Qt.Key.Key_End)
    hands.write("ăn Thử")
    hands.enter()
    assert form.review().reviewer == "Hà Văn Thử"


def test_an_exercise_has_nothing_to_sign(practice: FormAtWork, hands: Hands) -> None:
    hands.press(Qt.Key.Key_F4)
    assert not practice.view.head.day.isVisible()
    assert practice.cell(practice.item).hasFocus()


def test_in_a_narrow_window_only_the_part_that_is_shown_says_how_far_it_is(form: FormAtWork, hands: Hands) -> None:
    form.view.go_to("employment")
    hands.write("1")
    buttons = form.view.head.buttons
    assert [buttons[key].text() for key in ("b1", "indicators")] == ["B1 Income · 0/2", "B2 Deprivations · 1/12"]
    form.view.resize(form.view.minimumSizeHint().width(), 400)
    assert [buttons[key].text() for key in ("b1", "indicators")] == ["B1 Income", "B2 Deprivations · 1/12"]


def test_the_result_of_sheet_a_that_was_imported_stands_at_the_head(form: FormAtWork, desk: Desk) -> None:
    with desk.operation("fill-sample", year=2026) as act:
        reviews.write_review(desk.engine, act.writer, form.review()._replace(quick_result="đạt"))
    form.view.open(form.round_id, form.households[0])
    assert form.view.head.summary.text().endswith(" · sheet A: đạt")
