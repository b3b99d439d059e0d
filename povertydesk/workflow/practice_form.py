"""The form for practice (BÀI TẬP): filled in, scored and judged as a real one, in no round and never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.household import Household
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import Review, ReviewRound, RoundKind
from povertydesk.workflow.form_law import form_law
from povertydesk.workflow.form_standing import standing_of
from povertydesk.workflow.review_form import OpenForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.workflow.desk import Desk

_CODE = "BT"


def practice_form(desk: Desk, answers: Mapping[str, FormAnswer], notes: Mapping[str, str]) -> OpenForm:
    """Open the shipped questionnaire for practice with answers in hand, scored by its invented points.

    Its household is invented and stands in no village; nothing of it is read from the file or written to it. The law
    is that of the questionnaire's last year up to now. Refused: `no-practice-form`, and `region-not-set` in a rural
    commune of which nobody said the region.
    """
    law = desk.program.legislation
    questionnaire = next((one for one in law.questionnaires if one.practice), None)
    if questionnaire is None:
        raise KnownError("no-practice-form")
    first, last = questionnaire.period.first, questionnaire.period.last
    now = desk.program.clock.now().year
    of_round = ReviewRound(
        id="",
        year=max(first.year, now if last is None else min(now, last.year)),
        kind=RoundKind.ANNUAL,
        standard=questionnaire.standard,
        opened_on=first,
        area=desk.unit.area,
        questionnaire=questionnaire.form.id,
    )
    bound = form_law(desk, of_round)
    household, review = Household("", "", _CODE, ""), Review("", "", "")
    return OpenForm(
        review=review,
        household=household,
        village_name="",
        members=(),
        law=bound,
        answers=dict(answers),
        notes=dict(notes),
        proposals={},
        last_year={},
        last_status=None,
        differences=(),
        standing=standing_of(bound, household, review, answers, notes),
        number=1,
        count=1,
        previous_id=None,
        next_id=None,
        read_only=False,
    )
