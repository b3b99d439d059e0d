from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.form_answers import NOT_KNOWN, FormAnswer
from povertydesk.poverty.questionnaire import Item, ItemKind, Option
from povertydesk.ui.review.item_keys import keyed_answer

SINGLE = Item("s", "", ItemKind.SINGLE, (Option("a", "A", 1), Option("b", "B", 2)))
SEVERAL = Item("m", "", ItemKind.MULTIPLE, (Option("a", "A", 1), Option("b", "B", 2)))
BAND = Item("b", "", ItemKind.NUMBER_BAND, (Option("a", "A", 0, None, Decimal(8)), Option("b", "B", 1, Decimal(8))))
NUMBER = Item("n", "", ItemKind.NUMBER)


@pytest.mark.parametrize(
    ("item", "key", "answer"),
    [
        (SINGLE, "1", FormAnswer.chosen("a")),
        (SINGLE, "9", NOT_KNOWN),
        (BAND, "0", FormAnswer.chosen("a")),
        (SEVERAL, "0", FormAnswer.chosen()),
        (SEVERAL, "/", NOT_KNOWN),
        (NUMBER, "/", NOT_KNOWN),
    ],
)
def test_a_key_answers_and_is_done(item: Item, key: str, answer: FormAnswer) -> None:
    keyed = keyed_answer(item, None, key)
    assert keyed is not None
    assert keyed == (answer, True)


@pytest.mark.parametrize(("item", "key"), [(SINGLE, "3"), (SINGLE, "0"), (SINGLE, "a"), (NUMBER, "9"), (NUMBER, "1")])
def test_other_keys_say_nothing(item: Item, key: str) -> None:
    assert keyed_answer(item, None, key) is None


def test_several_answers_are_taken_and_given_back_one_by_one() -> None:
    first = keyed_answer(SEVERAL, NOT_KNOWN, "1")
    assert first == (FormAnswer.chosen("a"), False)
    both = keyed_answer(SEVERAL, FormAnswer.chosen("a"), "2")
    assert both == (FormAnswer.chosen("a", "b"), False)


def test_the_last_of_several_taken_away_is_not_none_of_these() -> None:
    assert keyed_answer(SEVERAL, FormAnswer.chosen("a"), "1") == (None, False)


@given(st.sampled_from([SINGLE, SEVERAL, BAND, NUMBER]), st.text(max_size=2), st.booleans())
def test_a_key_gives_only_answers_the_item_can_have(item: Item, key: str, before: bool) -> None:
    present = keyed_answer(item, None, "1") if before else None
    keyed = keyed_answer(item, present.answer if present else None, key)
    assert keyed is None or keyed.answer is None or item.fits(keyed.answer)
