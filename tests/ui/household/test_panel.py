from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.store import households
from povertydesk.ui.household.panel import HouseholdPanel
from povertydesk.ui.session import Session
from povertydesk.workflow import household_choice
from povertydesk.workflow.desk import Desk
from tests.ui.hands import Hands
from tests.ui.household.at_the_panel import Panel
from tests.workflow.contents import key_of
from tests.workflow.reviewed import amount, fill_in, indicators, open_round

Said = Callable[..., str]


def test_without_a_household_it_says_what_to_do(panel: HouseholdPanel) -> None:
    assert panel.empty.isVisible()
    assert panel.empty.text() == "Choose a household in the list to see its people and what happened to it."
    assert panel.household_id is None


def test_a_household_is_shown_with_its_head_and_village(qtbot: QtBot, panel: HouseholdPanel, home: str) -> None:
    with qtbot.waitSignal(panel.household_shown) as shown:
        panel.show_household(home)
    assert shown.args == [home]
    assert panel.title.text() == "001 – Bùi Văn Mẫu"
    assert panel.subtitle.text() == "Thôn Phi Long · 4 people entered"
    assert not panel.empty.isVisible()


def test_parts_are_one_key_away(at: Panel) -> None:
    shown = []
    for part in (2, 3, 4, 5, 1):
        at.go_to(part)
        shown.append(at.panel.parts.currentIndex() + 1)
    assert shown == [2, 3, 4, 5, 1]
    assert at.panel.details.code.editor.hasFocus()


def test_the_result_is_explained_for_the_year_in_hand(at: Panel, desk: Desk, session: Session, said: Said) -> None:
    at.go_to(5)
    explanation = at.panel.explanation
    assert explanation.text() == said("no-round-in-year", year=2023)
    of_round = open_round(desk, 2022)
    fill_in(desk, of_round, at.household, {**indicators(desk, 3), B1_TOTAL: amount(138)})
    session.set_year(2022)
    assert "Kết quả: hộ nghèo." in explanation.text()
    assert explanation.reading.hasFocus()
    at.go_to(1)
    assert "Kết quả" not in explanation.text()
    at.go_to(5)
    assert "Kết quả: hộ nghèo." in explanation.text()


def test_escape_leaves_the_result(qtbot: QtBot, at: Panel) -> None:
    at.go_to(5)
    with qtbot.waitSignal(at.panel.left):
        at.hands.press(Qt.Key.Key_Escape)


def test_escape_leaves_after_keeping_what_is_typed(qtbot: QtBot, at: Panel) -> None:
    at.go_to(2)
    with qtbot.waitSignal(at.panel.left):
        at.hands.press(Qt.Key.Key_Escape)
    at.go_to(1)
    at.panel.details.address.setFocus()
    at.hands.write("Xóm 3")
    at.panel.commit_pending()
    assert at.view.household.address == "Xóm 3"


@pytest.mark.parametrize("way", ["write", "compose"])
def test_a_household_is_entered_by_keys(
    qtbot: QtBot, panel: HouseholdPanel, desk: Desk, hands: Hands, way: str
) -> None:
    panel.start_new(None)
    assert panel.details.village_choice.hasFocus()
    hands.press(Qt.Key.Key_Down, times=2)
    hands.enter()
    getattr(hands, way)("Bùi Thị Tập")
    with qtbot.waitSignal(panel.household_shown) as shown:
        hands.enter()
    (household,) = [one for one in households.list_households(desk.engine) if one.head_name == "Bùi Thị Tập"]
    assert shown.args == [household.id]
    village = panel.details.village_choice.itemText(1)
    assert household.village_id == key_of(desk, village)
    assert panel.title.text() == f"{household.code} – Bùi Thị Tập"
    assert panel.subtitle.text() == f"{village} · 1 people entered"
    assert panel.details.code.editor.hasFocus()
    hands.control(Qt.Key.Key_Z)
    assert households.list_households(desk.engine) == ()
    assert panel.empty.isVisible()


def test_what_was_typed_before_the_head_goes_in_with_it(panel: HouseholdPanel, desk: Desk, hands: Hands) -> None:
    panel.start_new(key_of(desk, "Thôn Phi Long"))
    panel.details.address.setFocus()
    hands.write("Xóm 5")
    hands.enter()
    panel.details.rows["merit"].setFocus()
    hands.write("2")
    assert panel.has_unsaved
    panel.details.head_name.setFocus()
    hands.write("Hà Văn Thử")
    hands.enter()
    (household,) = households.list_households(desk.engine)
    assert (household.address, household.merit, household.local_minority) == ("Xóm 5", False, None)
    assert not panel.has_unsaved


def test_a_household_without_a_head_waits_and_comes_back(
    panel: HouseholdPanel, home: str, desk: Desk, hands: Hands
) -> None:
    panel.start_new(key_of(desk, "Thôn Phi Long"))
    panel.details.address.setFocus()
    hands.write("Xóm 5")
    panel.show_household(home)
    assert panel.has_unsaved
    assert panel.details.address.text == ""
    panel.start_new(None)
    assert panel.details.address.text == "Xóm 5"
    panel.commit_pending()
    assert (
        panel.details.head_name.fault.text() == "Choose the village and enter the head's name to enter the household."
    )
    assert len(households.list_households(desk.engine)) == 1


def test_a_text_that_could_not_be_kept_comes_back_with_its_household(at: Panel, neighbours: str, said: Said) -> None:
    at.panel.details.code.setFocus()
    at.hands.retype("002")
    at.hands.enter()
    refusal = said("household-code-taken", household="002", village="Thôn Phi Long", head="Lê Văn Giả")
    assert at.panel.details.code.fault.text() == refusal
    at.panel.show_household(neighbours)
    assert at.panel.has_unsaved
    assert (at.panel.details.code.text, at.panel.details.code.fault.text()) == ("002", "")
    at.panel.show_household(at.household)
    assert at.panel.details.code.text == "002"
    at.panel.details.code.setFocus()
    at.hands.retype("007")
    at.hands.enter()
    assert at.view.household.code == "007"
    assert not at.panel.has_unsaved


def test_who_may_only_read_changes_nothing(at: Panel, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(session.desk), "read_only", property(lambda _desk: True))
    at.panel.show_household(at.household)
    assert all(field.editor.isReadOnly() for field in at.panel.details.fields.values())
    assert not any(row.isEnabled() for row in at.panel.details.rows.values())
    assert at.panel.members.table.read_only
    assert at.panel.members.table.rowCount() == 4
    assert not at.panel.events.form.isEnabled()


def test_without_villages_it_says_where_they_are_entered(
    panel: HouseholdPanel, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.unit
    monkeypatch.setattr(household_choice, "list_villages", lambda _desk: ())
    panel.start_new(None)
    assert panel.details.village_choice.placeholderText() == "Enter the villages on the page Targets first"
    assert not panel.details.village_choice.isEnabled()
    assert panel.details.head_name.editor.hasFocus()


def test_the_panel_fits_beside_the_list(at: Panel) -> None:
    for part in (1, 2, 3, 4):
        at.go_to(part)
    at.panel.show_duplicates()
    at.panel.show_newly_escaped()
    assert at.panel.minimumSizeHint().width() <= 520
    inside = [at.panel.details, at.panel.members, at.panel.events, at.panel.status_history]
    assert max(part.minimumSizeHint().width() for part in inside) <= 470
