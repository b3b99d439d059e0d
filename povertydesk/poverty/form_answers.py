"""What was answered on a form: not answered, answered, and "không biết" are three things, and none of them is "no"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

YES = "yes"
NO = "no"


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """One item's answer: the options chosen or the number written, or that the household does not know.

    No option and no number is an answer too: "none of these" of an item that takes several. An item without any
    FormAnswer is not answered.
    """

    options: frozenset[str] = frozenset()
    number: Decimal | None = None
    unknown: bool = False

    @classmethod
    def chosen(cls, *options: str) -> FormAnswer:
        """Answer by options; none of them says that none applies."""
        return cls(options=frozenset(options))

    @classmethod
    def counted(cls, number: Decimal) -> FormAnswer:
        """Answer by a number."""
        return cls(number=number)

    @classmethod
    def yes_no(cls, *, yes: bool) -> FormAnswer:
        """Answer yes or no."""
        return cls.chosen(YES if yes else NO)


_YES_NO = {frozenset({YES}): True, frozenset({NO}): False}

NOT_KNOWN = FormAnswer(unknown=True)
"""The household does not know (không biết): said, and kept, but no ground for a score."""


def yes_no_answer(answers: Mapping[str, FormAnswer], item: str) -> bool | None:
    """Return yes or no; None where the item is not answered or not known."""
    answer = answers.get(item)
    if answer is None or answer.unknown:
        return None
    return _YES_NO.get(answer.options)
