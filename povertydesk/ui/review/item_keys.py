"""What one key says to a question of a form, without Qt: digits choose, 9 and / say "không biết"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.form_answers import NOT_KNOWN, FormAnswer
from povertydesk.poverty.questionnaire import UNKNOWN_DIGIT, ItemKind

if TYPE_CHECKING:
    from povertydesk.poverty.questionnaire import Item, Option

UNKNOWN_KEYS = frozenset({"/", "?"})
"""Where a number is typed, 9 is a figure of it; the sign beside the figures of a number pad says it everywhere."""

NONE_DIGIT = "0"
"""The digit that says "none of these" to a question that takes several answers."""


class KeyedAnswer(NamedTuple):
    """The answer a key gives, and whether the question is done with it."""

    answer: FormAnswer | None
    is_done: bool


def keyed_answer(item: Item, present: FormAnswer | None, key: str) -> KeyedAnswer | None:
    """Return what a key answers to an item that is answered so far by `present`; None where the key says nothing.

    The digits of a number are no answers by themselves; a band is chosen by its digit, as it is ticked on paper.
    """
    if key in UNKNOWN_KEYS or (key == str(UNKNOWN_DIGIT) and item.kind is not ItemKind.NUMBER):
        return KeyedAnswer(NOT_KNOWN, is_done=True)
    if item.kind is ItemKind.NUMBER:
        return None
    option = next((one for one in item.options if one.digit is not None and str(one.digit) == key), None)
    if option is not None:
        return chosen_answer(item, present, option)
    if item.kind is ItemKind.MULTIPLE and key == NONE_DIGIT:
        return KeyedAnswer(FormAnswer.chosen(), is_done=True)
    return None


def chosen_answer(item: Item, present: FormAnswer | None, option: Option) -> KeyedAnswer:
    """Return what choosing an option answers; of several answers one more or one fewer.

    Taking the last of several away leaves the question unanswered: "none of these" is said, never left over.
    """
    if item.kind is not ItemKind.MULTIPLE:
        return KeyedAnswer(FormAnswer.chosen(option.code), is_done=True)
    before = present.options if present is not None and not present.unknown else frozenset()
    after = before ^ {option.code}
    return KeyedAnswer(FormAnswer(options=after) if after else None, is_done=False)
