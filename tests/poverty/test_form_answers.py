from __future__ import annotations

from decimal import Decimal

import pytest

from povertydesk.poverty.form_answers import NOT_KNOWN, FormAnswer, yes_no_answer


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (FormAnswer.yes_no(yes=True), True),
        (FormAnswer.yes_no(yes=False), False),
        (NOT_KNOWN, None),
        (None, None),
        (FormAnswer.chosen("yes", "no"), None),
        (FormAnswer.chosen(), None),
        (FormAnswer.counted(Decimal(1)), None),
    ],
)
def test_only_a_clear_answer_is_yes_or_no(answer: FormAnswer | None, said: bool | None) -> None:
    answers = {} if answer is None else {"toilet": answer}
    assert yes_no_answer(answers, "toilet") is said


def test_not_answered_not_known_and_none_of_these_are_three_things() -> None:
    assert FormAnswer.chosen() != NOT_KNOWN
    assert NOT_KNOWN.unknown
    assert not FormAnswer.chosen().unknown
