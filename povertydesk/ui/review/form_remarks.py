"""What is to be said under the questions: contradictions, what wants a reason, differences from last year, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from povertydesk.poverty.problems import Severity
from povertydesk.ui.review.form_states import numbers_of
from povertydesk.ui.review.form_strip import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from povertydesk.poverty.problems import Finding
    from povertydesk.ui.review.answer_words import AnswerWords
    from povertydesk.ui.session import Session
    from povertydesk.workflow.review_form import OpenForm

_STATED_BY_THE_ROW = frozenset({"form-item-unanswered", "form-item-not-known"})
_MOST_NAMED = 6


class FormRemarks(QObject):
    """Chooses the one remark that is said now."""

    def __init__(self, session: Session, words: AnswerWords, parent: QObject | None = None) -> None:
        """Speak with the session's sentences."""
        super().__init__(parent)
        self._session = session
        self._words = words

    def first(self, opened: OpenForm, items: Sequence[str], *near: str) -> Remark | None:
        """Return the weightiest remark on the questions of a part; of equal ones that on the question `near` first."""
        found = [(code, remark) for code, remark in self._all(opened) if code in items]
        if not found:
            return None
        weights = {"error": 0, "warning": 1, "note": 2}

        def order(one: tuple[str, Remark]) -> tuple[int, int]:
            code, remark = one
            return weights[remark.level], near.index(code) if code in near else len(near)

        open_ones = [one for one in found if not one[1].kept]
        chosen = min(open_ones, key=order) if open_ones else None
        if chosen is None:
            return next((remark for code, remark in found if code == near[0]), None)
        more = len(open_ones) - 1
        if not more:
            return chosen[1]
        words = self.tr("({count} more)").replace("{count}", str(more))
        return chosen[1]._replace(sentence=f"{chosen[1].sentence} {words}")

    def missing(self, opened: OpenForm) -> list[str]:
        """Return the questions that are asked and have no answer, in the order of the paper."""
        applies, answers = opened.standing.applies, opened.answers
        return [
            code
            for code, item in opened.form.items.items()
            if applies[code] is not False and code not in answers and item.required
        ]

    def ending(self, opened: OpenForm) -> Remark:
        """Say at the end of a form what is missing, and how to go on."""
        missing = self.missing(opened)
        errors = [one for one in opened.standing.findings if one.severity is Severity.ERROR]
        if missing:
            named = ", ".join(self._named(opened, code) for code in missing[:_MOST_NAMED])
            more = " …" if len(missing) > _MOST_NAMED else ""
            words = self.tr("Not answered yet: {questions}. Enter goes to the first, F8 to the next household.")
            return Remark(words.replace("{questions}", named + more))
        told = next((one for one in errors), None)
        if told is not None:
            where = self._named(opened, str(told.values["item"]))
            return Remark(f"{where}: {self._session.messages.of_finding(told)}", "error")
        if not opened.review.round_id:
            return Remark(self.tr("The exercise is complete. Esc goes back."), "note")
        return Remark(self.tr("The form is complete. Enter or F8 goes to the next household."), "note")

    def _all(self, opened: OpenForm) -> Iterator[tuple[str, Remark]]:
        for finding in opened.standing.findings:
            if finding.code not in _STATED_BY_THE_ROW:
                yield str(finding.values["item"]), self._of_finding(opened, finding)
        for code in opened.differences:
            kept = opened.notes.get(difference_note(code), "")
            yield (
                code,
                Remark(self._difference(opened, code), "note" if kept else "warning", difference_note(code), kept),
            )

    def _of_finding(self, opened: OpenForm, finding: Finding) -> Remark:
        item = str(finding.values["item"])
        sentence = f"{self._named(opened, item)}: {self._session.messages.of_finding(finding)}"
        if finding.severity is Severity.ERROR:
            return Remark(sentence, "error")
        return Remark(sentence, "warning", str(finding.values.get("check", item)))

    def _difference(self, opened: OpenForm, code: str) -> str:
        item = opened.form.items[code]
        words = self.tr("{question} differs from last year ({before} → {now}). If it is right, type a short reason.")
        filled = words.replace("{question}", self._named(opened, code))
        filled = filled.replace("{before}", self._words.of(item, opened.last_year[code]))
        return filled.replace("{now}", self._words.of(item, opened.answers[code]))

    def _named(self, opened: OpenForm, code: str) -> str:
        section = next(one for one in opened.form.sections if any(item.code == code for item in one.items))
        if len(section.items) == 1:
            return opened.form.items[code].text
        words = self.tr("Question {number} of {part}")
        number = numbers_of(opened)[code]
        return words.replace("{number}", str(number)).replace("{part}", section.title.partition(".")[0])


def difference_note(item: str) -> str:
    """Return the code under which the reason of a difference from last year is kept; it confirms nothing else."""
    return f"{item}:last-year"
