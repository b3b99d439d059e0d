"""What each question of a form shows: its answer, what is proposed, last year's, whether it is asked, its points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from povertydesk.poverty.form_answers import yes_no_answer
from povertydesk.poverty.questionnaire import SectionKind
from povertydesk.ui.review.answer_words import AnswerState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.questionnaire import Item
    from povertydesk.workflow.review_form import OpenForm

_NO_POINTS = "–"
_MOST_NAMES = 2


class FormStates(QObject):
    """Reads an open form question by question."""

    def of(self, opened: OpenForm, current: str) -> dict[str, AnswerState]:
        """Return the state of every question; `current` is the one the keys are at."""
        names = {one.person.id: one.person.name for one in opened.members}
        states = {}
        for code, item in opened.form.items.items():
            proposal = opened.proposals.get(code)
            about = [names[member] for member in proposal.members if member in names] if proposal else []
            applies = opened.standing.applies[code]
            states[code] = AnswerState(
                item,
                answer=opened.answers.get(code),
                proposal=proposal.answer if proposal is not None else None,
                proposal_from=", ".join(about[:_MOST_NAMES]) + (" …" if len(about) > _MOST_NAMES else ""),
                last=opened.last_year.get(code),
                differs=code in opened.differences,
                applies=applies,
                because="" if applies else self._because(opened, item),
                is_current=code == current,
            )
        return states

    def points(self, opened: OpenForm) -> dict[str, str]:
        """Return the points of the questions that carry some, as they are written; a dash where none are known."""
        written: dict[str, str] = {}
        if opened.standing.score is not None:
            for one in opened.standing.score.items:
                written[one.item] = _NO_POINTS if one.points is None else str(one.points)
        section = opened.form.section(SectionKind.INDICATORS)
        each = self._points_an_indicator(opened)
        if section is not None and each is not None:
            for item in section.items:
                given = yes_no_answer(opened.answers, item.code)
                written[item.code] = _NO_POINTS if given is None else str(each * given)
        return written

    def _points_an_indicator(self, opened: OpenForm) -> int | None:
        law = opened.law
        form = law.legislation.scoring_form(law.standard, law.on)
        points = form.points_on(law.on) if form is not None else None
        return points.per_indicator if points is not None else None

    def _because(self, opened: OpenForm, item: Item) -> str:
        """Name the question that decides whether an item is asked: its number, and its part where that is another."""
        numbers = numbers_of(opened)
        decides = next((one.item for one in item.applies_if), "")
        if not decides:
            return ""
        parts = {one.code: section.title for section in opened.form.sections for one in section.items}
        if parts[decides] == parts[item.code]:
            return self.tr("question {number}").replace("{number}", str(numbers[decides]))
        words = self.tr("question {number} of {part}").replace("{number}", str(numbers[decides]))
        return words.replace("{part}", parts[decides].partition(".")[0])


def numbers_of(opened: OpenForm) -> Mapping[str, int]:
    """Return the number each question bears in its part of the form."""
    return {item.code: place for section in opened.form.sections for place, item in enumerate(section.items, start=1)}
