"""A form that was left in any way stands again at the same question, with everything that was typed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt

from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.ui.preferences import FormPlace, Preferences
from povertydesk.ui.review.form_view import ReviewFormView
from povertydesk.workflow.desk import Desk
from tests.ui.hands import Hands
from tests.ui.review.conftest import FormAtWork

MakeView = Callable[[], ReviewFormView]
ANSWERED = {"employment": FormAnswer.yes_no(yes=True), "dependants": FormAnswer.yes_no(yes=False)}


def put_away(view: ReviewFormView) -> None:
    view.commit_pending()
    view.stop()
    view.close()


def test_a_form_opens_again_at_the_same_question_with_the_same_answers(
    form: FormAtWork, make_view: MakeView, hands: Hands, keys: Callable[[str], None]
) -> None:
    hands.press(Qt.Key.Key_F8)
    form.view.go_to("employment")
    keys("12")
    assert form.item == "nutrition"
    put_away(form.view)
    again = make_view()
    assert again.reopen()
    assert again.opened is not None
    assert again.opened.household.id == form.households[1]
    assert again.body.item == "nutrition"
    assert again.body.cells["nutrition"].hasFocus()
    assert again.opened.answers == ANSWERED
    assert again.head.heading.text() == form.view.head.heading.text()


def test_the_place_is_kept_at_every_move(form: FormAtWork, preferences: Preferences, desk: Desk, hands: Hands) -> None:
    household = form.households[0]
    assert preferences.form_place(desk.path) == FormPlace(form.round_id, household, "b1_total")
    hands.press(Qt.Key.Key_Down)
    assert preferences.form_place(desk.path) == FormPlace(form.round_id, household, "paper_number")
    assert preferences.page_of(desk.path) == "reviews"
    hands.press(Qt.Key.Key_Escape)
    assert preferences.form_place(desk.path) is None


def test_the_members_are_a_place_too(form: FormAtWork, make_view: MakeView, hands: Hands) -> None:
    hands.control(Qt.Key.Key_PageUp)
    put_away(form.view)
    again = make_view()
    assert again.reopen()
    assert again.body.part == "members"
    assert again.body.members.grid.hasFocus()


def test_a_number_typed_and_not_yet_kept_is_there_again(form: FormAtWork, make_view: MakeView, hands: Hands) -> None:
    hands.write("12")
    # The program is killed here: nothing is put away.
    again = make_view()
    assert again.reopen()
    cell = again.body.cells["b1_total"]
    assert cell.editor.text() == "12"
    assert cell.editor.hasFocus()
    hands.write("5")
    hands.enter()
    assert again.opened is not None
    assert str(again.opened.answers["b1_total"].number) == "125"
    assert again._preferences.typed_texts(form.desk.path) == {}


def test_what_was_taken_back_is_not_brought_up_again(form: FormAtWork, desk: Desk, hands: Hands) -> None:
    preferences = form.view._preferences
    hands.write("12")
    assert list(preferences.typed_texts(desk.path).values()) == ["12"]
    hands.press(Qt.Key.Key_Escape)
    assert preferences.typed_texts(desk.path) == {}
    hands.write("12")
    hands.press(Qt.Key.Key_Backspace, times=2)
    assert preferences.typed_texts(desk.path) == {}


def test_a_reason_typed_and_not_yet_kept_is_there_again(
    form_after_last_year: FormAtWork, make_view: MakeView, hands: Hands, keys: Callable[[str], None]
) -> None:
    form_after_last_year.view.go_to("employment")
    keys("2")
    hands.tab()
    hands.write("đi làm")
    again = make_view()
    assert again.reopen()
    hands.press(Qt.Key.Key_Up)
    assert again.body.strip.editor.text() == "đi làm"


def test_a_household_that_left_the_round_opens_nothing(
    preferences: Preferences, desk: Desk, make_view: MakeView, round_id: str
) -> None:
    preferences.remember_form_place(desk.path, FormPlace(round_id, "gone", "employment"))
    view = make_view()
    assert not view.reopen()
    assert view.opened is None


_CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from povertydesk.ui.preferences import FormPlace, Preferences
preferences = Preferences(QSettings(sys.argv[1], QSettings.Format.IniFormat))
path = Path(sys.argv[2])
preferences.keep_typed_texts(path, {"r h b1_total": "12"})
preferences.remember_form_place(path, FormPlace("r", "h", "b1_total"))
print("kept", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="ends the process as the system would, by a signal")
def test_place_and_typing_outlive_a_killed_program(tmp_path: Path) -> None:
    settings, file = tmp_path / "settings.ini", tmp_path / "thu.pdesk"
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD, settings, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "kept\n"
        os.kill(child.pid, signal.SIGKILL)
    preferences = Preferences(QSettings(str(settings), QSettings.Format.IniFormat))
    assert preferences.form_place(file) == FormPlace("r", "h", "b1_total")
    assert preferences.typed_texts(file) == {"r h b1_total": "12"}
