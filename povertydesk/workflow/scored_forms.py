"""Which questionnaires and score tables may be used where: checked ones in rounds, drafts and exercises for practice.

Practising stores nothing: a form is filled in, scored and judged in hand, and shown and printed with its mark.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.legislation.form_judging import FormJudgement, JudgedUnder, judge_form
from povertydesk.legislation.office_tables import office_questionnaire
from povertydesk.legislation.questionnaires import DatedQuestionnaire, require_real
from povertydesk.legislation.score_tables import ScoreTable, score_column
from povertydesk.poverty.area import AreaType, Region
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.questionnaire import Questionnaire
from povertydesk.store import score_tables, villages

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from povertydesk.legislation.office_tables import OfficeTable
    from povertydesk.legislation.standards import Standard
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.workflow.desk import Desk


class FormMark(enum.StrEnum):
    """What stands on screen and paper beside a form's points; the words are the sentences `form-mark-…`.

    A checked form has none in a round; practised, it is an exercise like any other.
    """

    NONE = "none"
    DRAFT = "draft"
    PRACTICE = "practice"

    @property
    def code(self) -> str:
        """The code of the words; empty where nothing is to be said."""
        return "" if self is FormMark.NONE else f"form-mark-{self.value}"


class FormChoice(NamedTuple):
    """A questionnaire with the points of one column, and how it is marked."""

    questionnaire: DatedQuestionnaire
    table: ScoreTable
    mark: FormMark

    @property
    def real(self) -> bool:
        """Whether a round may be bound to it."""
        return self.mark is FormMark.NONE


class RoundForm(NamedTuple):
    """What a round is bound to: the questionnaire and its checked points by column."""

    questionnaire: DatedQuestionnaire
    tables: Mapping[str, ScoreTable]


class PractisedForm(NamedTuple):
    """An exercise: the form, what the answers come to, and the mark it is shown and printed with."""

    form: Questionnaire
    judged: FormJudgement
    mark: FormMark


def forms_for(
    desk: Desk, standard: Standard, area: AreaType, region: Region | None, on: datetime.date
) -> tuple[FormChoice, ...]:
    """List what may be used under a standard on a day in an area: checked tables, then drafts, then the exercise.

    Raises KnownError `region-not-set` for a rural area of which nobody said the region.
    """
    column = score_column(area, region)
    law = desk.program.legislation
    found: list[FormChoice] = []
    for table in score_tables.list_score_tables(desk.engine):
        questionnaire = _typed(desk, table, standard)
        if questionnaire is not None and table.column == column and questionnaire.period.covers(on):
            mark = FormMark.NONE if table.verified else FormMark.DRAFT
            found.append(FormChoice(questionnaire, table.score_table(), mark))
    for (form_id, of_column), shipped in law.score_tables.items():
        questionnaire = law.questionnaire(form_id)
        fits = questionnaire.standard == standard.id and questionnaire.period.covers(on)
        if of_column == column and fits:
            found.append(FormChoice(questionnaire, shipped, _shipped_mark(questionnaire, shipped)))
    return tuple(sorted(found, key=lambda one: list(FormMark).index(one.mark)))


def require_for_round(desk: Desk, questionnaire: str, standard: Standard, on: datetime.date) -> None:
    """Refuse to bind a round to an exercise, a draft, or a form that lacks points for an area of the commune.

    Raises KnownError `practice-form-in-round`, `unverified-form-in-round`, `form-not-on-date`, `form-without-table`,
    `region-not-set`.
    """
    region = desk.unit.region
    for one in desk.program.legislation.questionnaires:
        if one.form.id == questionnaire:
            require_real(one, standard, on)
    for area in areas_in_use(desk):
        offered = forms_for(desk, standard, area, region, on)
        choice = next((one for one in offered if one.questionnaire.form.id == questionnaire), None)
        if choice is None:
            column = score_column(area, region)
            raise KnownError("form-without-table", questionnaire=questionnaire, column=column, standard=standard.title)
        if not choice.real:
            raise KnownError("unverified-form-in-round", form=choice.questionnaire.form.title)


def round_form(desk: Desk, questionnaire: str) -> RoundForm:
    """Return the questionnaire a round is bound to with its checked points; raises KnownError `unknown-questionnaire`.

    One that the office typed stands in the file, another in the law.
    """
    law = desk.program.legislation
    kept = [one for one in score_tables.list_score_tables(desk.engine) if one.form.id == questionnaire and one.verified]
    if kept:
        typed = _typed(desk, kept[0], law.standard(kept[0].standard))
        if typed is not None:
            return RoundForm(typed, {one.column: one.score_table() for one in kept})
    shipped = {column: table for (owner, column), table in law.score_tables.items() if owner == questionnaire}
    return RoundForm(law.questionnaire(questionnaire), shipped)


def areas_in_use(desk: Desk) -> tuple[AreaType, ...]:
    """Return the commune's area and those of villages that have another one."""
    others = [one.area for one in villages.list_villages(desk.engine) if one.area is not None]
    return tuple(dict.fromkeys([desk.unit.area, *others]))


def practise_form(
    desk: Desk, choice: FormChoice, answers: Mapping[str, FormAnswer], area: AreaType, on: datetime.date
) -> PractisedForm:
    """Score and judge a form in hand and keep nothing of it; what it comes to is never a result of the commune."""
    law = desk.program.legislation
    standard = law.standard(choice.questionnaire.standard)
    form = law.review_form(standard, on, choice.questionnaire)
    under = JudgedUnder(standard, area, on, desk.unit.province_code)
    judged = judge_form(law, form, answers, under, choice.table)
    return PractisedForm(form, judged, FormMark.PRACTICE if choice.real else choice.mark)


def _typed(desk: Desk, table: OfficeTable, standard: Standard) -> DatedQuestionnaire | None:
    """Return the questionnaire of an office's table where it is of the standard and no exercise."""
    law = desk.program.legislation
    scoring = law.scoring_forms.get(standard.id)
    shipped = {one.form.id for one in law.questionnaires}
    if table.standard != standard.id or scoring is None or table.form.id in shipped:
        return None
    return office_questionnaire(table.form, standard, scoring.points[-1].source, verified=table.verified)


def _shipped_mark(questionnaire: DatedQuestionnaire, table: ScoreTable) -> FormMark:
    if questionnaire.practice:
        return FormMark.PRACTICE
    return FormMark.NONE if table.verified else FormMark.DRAFT
