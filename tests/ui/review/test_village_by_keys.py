"""How many keys a form takes, and thirty forms of a village entered without the mouse."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt

from povertydesk.poverty.review import ReviewStage, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import people, reviews
from povertydesk.ui.review.form_view import ReviewFormView
from povertydesk.workflow import review_rounds
from povertydesk.workflow.desk import Desk
from tests.ui.hands import NO_MODIFIER, Hands
from tests.ui.review.conftest import INDICATORS, FormAtWork, add_households

MOST_KEYS = 1.15
TAB = "\t"
PEOPLE = (
    ("Hà Văn Thử", "04/03/1980", "1", "chủ hộ", "Mường", "038080000017", "1", "1", "9/12", "2", "2"),
    ("Bùi Thị Mẫu", "12/10/1982", "2", "vợ", "Mường", "038182000025", "2", "1", "7/12", "2", "2"),
    ("Hà Thị Tập", "30/04/2012", "2", "con đẻ", "Mường", "038312000033", "1", "3", "lớp 8", "2", "2"),
    ("Hà Văn Nháp", "19/08/2014", "1", "con đẻ", "Mường", "038214000041", "1", "3", "lớp 6", "2", "2"),
)
CLOSED = frozenset({2, 6, 7, 9, 10})
"""The columns that one digit answers."""


class CountingHands(Hands):
    """Counts the keys: those that are the answers themselves, letter by letter, and all others."""

    def __init__(self) -> None:
        super().__init__()
        self.answering = 0
        self.others = 0

    def answer(self, text: str) -> None:
        self.answering += len(text)
        super().write(text)

    def other(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        self.others += 1
        self.press(key, modifiers)

    @property
    def ratio(self) -> float:
        return (self.answering + self.others) / self.answering


@pytest.fixture
def counting() -> CountingHands:
    return CountingHands()


def enter_people(hands: CountingHands) -> None:
    for person in PEOPLE:
        for column, text in enumerate(person):
            hands.answer(text)
            if column not in CLOSED:
                hands.other(Qt.Key.Key_Tab)


def enter_questions(hands: CountingHands) -> None:
    """Type a poor household's form from the paper, up to the last answer."""
    hands.answer("125")
    hands.other(Qt.Key.Key_Return)
    hands.answer("17")
    hands.other(Qt.Key.Key_Return)
    hands.answer("112122211222")
    hands.answer("23")
    hands.other(Qt.Key.Key_Return)
    hands.answer("1")
    hands.other(Qt.Key.Key_Return)
    hands.answer("14")


def test_the_form_of_four_people_takes_few_keys_beside_its_answers(form: FormAtWork, counting: CountingHands) -> None:
    (key,) = add_households(form.desk, 1, ())
    review_rounds.add_to_round(form.desk, form.round_id, [key])
    form.households.append(key)
    form.view.open(form.round_id, key)
    enter_people(counting)
    counting.other(Qt.Key.Key_Return)
    enter_questions(counting)
    assert [one.person.name for one in people.list_members(form.desk.engine, key)].count("Hà Văn Thử") == 1
    assert len(people.list_members(form.desk.engine, key)) == len(PEOPLE)
    assert form.review(-1).status is PovertyStatus.POOR
    assert form.review(-1).stage is ReviewStage.COMPLETE
    assert len(form.answers(-1)) == len(form.opened.form.items)
    assert counting.ratio <= MOST_KEYS


def test_where_the_members_are_known_only_open_answers_need_a_key_to_end_them(
    form: FormAtWork, counting: CountingHands
) -> None:
    enter_questions(counting)
    assert len(form.answers()) == len(form.opened.form.items)
    assert (counting.answering, counting.others) == (22, 4)


def test_the_exercise_takes_few_keys_beside_its_answers(practice: FormAtWork, counting: CountingHands) -> None:
    counting.answer("24" + "1" + "321" + "11312" + "13")
    counting.other(Qt.Key.Key_Return)
    counting.answer("122" + "2" * 12 + "3")
    counting.other(Qt.Key.Key_Return)
    counting.answer("0" + "14")
    assert practice.opened.standing.progress.complete
    assert counting.ratio <= MOST_KEYS


class PaperForm(NamedTuple):
    """A form as it lies on the desk, and what a jurist would read from it."""

    b1: int
    deprived: frozenset[int]

    @property
    def status(self) -> PovertyStatus:
        """The circular's table: up to 140 points in the country, from 30 points of deprivation."""
        if self.b1 > 140:
            return PovertyStatus.NOT_POOR
        return PovertyStatus.POOR if len(self.deprived) >= 3 else PovertyStatus.NEAR_POOR

    @property
    def digits(self) -> str:
        return "".join("1" if place in self.deprived else "2" for place in range(len(INDICATORS)))


STACK = [
    PaperForm(138 + place % 5, frozenset((place * 5 + step * 7) % 12 for step in range(place % 6)))
    for place in range(30)
]
"""Thirty forms around the lines: 138 to 142 points, none to five deprivations."""
RESULTS = {
    PovertyStatus.POOR: "Poor household",
    PovertyStatus.NEAR_POOR: "Near-poor household",
    PovertyStatus.NOT_POOR: "Household not poor",
}


@pytest.fixture
def village(desk: Desk) -> tuple[str, list[str]]:
    """A round with the thirty households of a village."""
    households = add_households(desk, len(STACK))
    return review_rounds.open_round(desk, 2026, RoundKind.ANNUAL, datetime.date(2026, 9, 1)).id, households


def test_thirty_forms_of_a_village_by_keys_only(
    make_view: Callable[[], ReviewFormView], desk: Desk, village: tuple[str, list[str]], hands: Hands
) -> None:
    round_id, households = village
    view = make_view()
    view.open(round_id, households[0])
    for place, paper in enumerate(STACK, start=1):
        assert view.head.heading.text() == f"Review form – household {place:03d}, Thôn Đồng"
        hands.write(str(paper.b1))
        hands.enter()
        hands.write(str(place))
        hands.enter()
        hands.write(paper.digits)
        hands.write("000")
        side = view.side
        assert side.result.text() == RESULTS[paper.status]
        assert side.totals.text().startswith(f"B1 {paper.b1} {'>' if paper.b1 > 140 else '≤'} 140")
        assert f"B2 {10 * len(paper.deprived)}" in side.totals.text()
        assert "Thông tư 07/2021/TT-BLĐTBXH" in side.sources.text()
        assert side.changes.text()
        hands.press(Qt.Key.Key_F8)
    found = {one.household_id: one for one in reviews.list_reviews(desk.engine, round_id)}
    for key, paper in zip(households, STACK, strict=True):
        review = found[key]
        assert (review.status, review.b1, review.b2) == (paper.status, paper.b1, 10 * len(paper.deprived))
        assert review.stage is ReviewStage.COMPLETE
    assert {one.status for one in found.values()} == set(RESULTS)
