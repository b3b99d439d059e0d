"""Forms for practice: the shipped exercise (BÀI TẬP), or a table the office typed; in no round and never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.legislation.score_tables import score_column
from povertydesk.poverty.household import Household
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import Review, ReviewRound, RoundKind
from povertydesk.store import score_tables
from povertydesk.workflow.form_law import form_law
from povertydesk.workflow.form_standing import standing_of
from povertydesk.workflow.review_form import OpenForm
from povertydesk.workflow.scored_forms import FormMark, forms_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.legislation.dated import Period
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.scored_forms import FormChoice

_CODE = "BT"


def practice_choices(desk: Desk) -> tuple[FormChoice, ...]:
    """List the tables the office typed for its own area, checked or not, that can be practised beside the exercise.

    Refused: `region-not-set` in a rural commune of which nobody said the region.
    """
    law, unit = desk.program.legislation, desk.unit
    found: dict[str, FormChoice] = {}
    for table in score_tables.list_score_tables(desk.engine):
        standard = law.standard(table.standard)
        on = law.day_of_round(_year(desk, standard.period), RoundKind.ANNUAL)
        for one in forms_for(desk, standard, unit.area, unit.region, on):
            if one.mark is not FormMark.PRACTICE:
                found.setdefault(one.questionnaire.form.id, one)
    return tuple(found.values())


def practice_form(
    desk: Desk, answers: Mapping[str, FormAnswer], notes: Mapping[str, str], choice: FormChoice | None = None
) -> OpenForm:
    """Open a questionnaire for practice with answers in hand: the chosen table's, else the shipped one with its points.

    Its household is invented and stands in no village; nothing of it is read from the file or written to it. The law
    is that of the questionnaire's last year up to now. Refused: `no-practice-form`, and `region-not-set` in a rural
    commune of which nobody said the region.
    """
    law = desk.program.legislation
    shipped = next((one for one in law.questionnaires if one.practice), None)
    questionnaire = shipped if choice is None else choice.questionnaire
    if questionnaire is None:
        raise KnownError("no-practice-form")
    of_round = ReviewRound(
        id="",
        year=_year(desk, questionnaire.period),
        kind=RoundKind.ANNUAL,
        standard=questionnaire.standard,
        opened_on=questionnaire.period.first,
        area=desk.unit.area,
        questionnaire=questionnaire.form.id if choice is None else None,
    )
    bound = form_law(desk, of_round)
    if choice is not None:
        column = score_column(desk.unit.area, desk.unit.region)
        bound = bound._replace(
            form=law.review_form(bound.standard, bound.on, questionnaire),
            tables={column: choice.table},
            columns={desk.unit.area: column},
        )
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
        mark=choice.mark if choice is not None and not choice.real else FormMark.PRACTICE,
    )


def _year(desk: Desk, period: Period) -> int:
    """Return the last year of a period up to now."""
    now, last = desk.program.clock.now().year, period.last
    return max(period.first.year, now if last is None else min(now, last.year))
