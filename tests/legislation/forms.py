"""Answers for the tests of forms: invented households."""

from __future__ import annotations

from decimal import Decimal

from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.questionnaire import Item, ItemKind, Questionnaire


def full_answers(form: Questionnaire) -> dict[str, FormAnswer]:
    """Answer every item by its last option, and by a number where it takes one."""
    return {item.code: _answer(item) for item in form.items.values()}


def _answer(item: Item) -> FormAnswer:
    if item.kind is ItemKind.NUMBER_BAND:
        return FormAnswer.counted(item.options[-1].at_least or Decimal(1))
    if item.kind is ItemKind.NUMBER:
        return FormAnswer.counted(item.minimum or Decimal(1))
    return FormAnswer.chosen(item.options[-1].code)
