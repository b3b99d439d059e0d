"""The bars of deprivation: each with its figure, the most frequent first, the base said below."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.ui.review.profile_card import ProfileCard
from povertydesk.workflow.deprivation_profile import deprivation_profile
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.sample import make_sample
from tests.workflow.contents import key_of
from tests.workflow.reviewed import YES, amount, enter, fill_in, indicators, open_round

PHI_LONG = "Thôn Phi Long"


@pytest.fixture
def desk(tmp_path: Path, program: Program) -> Iterator[Desk]:
    desk = make_sample(tmp_path / "cam-long.pdesk", program, with_households=False)
    yield desk
    desk.close()


@pytest.fixture
def card(qtbot: QtBot) -> ProfileCard:
    card = ProfileCard()
    qtbot.addWidget(card)
    card.resize(420, 400)
    card.show()
    return card


def test_before_the_first_review_it_says_so(card: ProfileCard) -> None:
    assert card.summary.text() == "No household was reviewed yet. The indicators will stand here."
    assert card.bars.bars == ()


def test_the_bars_bear_their_figures_and_the_base_is_said(card: ProfileCard, desk: Desk) -> None:
    of_round = open_round(desk, 2023)
    for number, deprived in enumerate((3, 4), start=1):
        key = enter(desk, key_of(desk, PHI_LONG), f"{number:03d}", 2)
        given = {**indicators(desk, deprived), "toilet": YES, B1_TOTAL: amount(140)}
        fill_in(desk, of_round, key, given)
    profile = deprivation_profile(desk, 2023)
    card.show_profile(profile)
    labels = {bar.name: (bar.label, bar.share) for bar in card.bars.bars}
    assert labels["Việc làm"] == ("2 (100,00%)", 1.0)
    assert labels["Bảo hiểm y tế"] == ("1 (50,00%)", 0.5)
    assert labels["Nguồn nước sinh hoạt"] == ("0 (0,00%)", 0.0)
    shares = [bar.share for bar in card.bars.bars]
    assert (len(shares), shares) == (12, sorted(shares, reverse=True))
    assert card.summary.text().startswith("2 poor households · poverty rate H 0,13%")
    assert card.base.text().startswith("Base: 1.518 resident households; 1.516 not reviewed count as not poor.")
    card.show_profile(profile, "Thôn Minh Long")
    assert card.heading.text() == "Deprivation of poor households: Thôn Minh Long"
    assert card.summary.text().startswith("0 poor households")


def test_a_bar_is_as_long_as_its_share(card: ProfileCard, desk: Desk, qtbot: QtBot) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
    fill_in(desk, open_round(desk, 2023), key, {**indicators(desk, 3), B1_TOTAL: amount(140)})
    card.show_profile(deprivation_profile(desk, 2023))
    qtbot.waitUntil(card.isVisible)
    image = card.bars.grab().toImage()
    accent = card.bars.palette().highlight().color().rgb()
    height = image.height() // 12

    def length(line: int) -> int:
        y = line * height + height // 2
        return sum(image.pixel(x, y) == accent for x in range(image.width()))

    assert length(0) == length(2) > 40
    assert length(3) == 0


def test_without_residents_the_rates_are_left_open(card: ProfileCard, desk: Desk) -> None:
    with desk.operation("enter-figures", cells=1, year=2023, place="") as act:
        act.writer.put("village_year", {"village_id": key_of(desk, PHI_LONG), "year": 2023}, {"households": None})
    key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
    fill_in(desk, open_round(desk, 2023), key, {**indicators(desk, 3), B1_TOTAL: amount(140)})
    card.show_profile(deprivation_profile(desk, 2023))
    assert card.base.text() == "Rates need the resident households of every village."
    assert "H …" in card.summary.text()
