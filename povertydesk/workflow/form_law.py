"""The form of a round, and the law its answers are judged by: what opening a form, importing and counting share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.legislation.form_judging import FormJudgement, JudgedUnder, judge_form
from povertydesk.legislation.score_tables import score_column
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import ReviewStage
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import villages
from povertydesk.workflow.scored_forms import round_form

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from povertydesk.legislation.law import Legislation
    from povertydesk.legislation.score_tables import ScoreTable
    from povertydesk.legislation.standards import Standard
    from povertydesk.poverty.area import AreaType
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.proposals import IndicatorRule
    from povertydesk.poverty.questionnaire import Questionnaire
    from povertydesk.poverty.review import Review, ReviewRound
    from povertydesk.workflow.desk import Desk


class FormLaw(NamedTuple):
    """The form of one round with what judges it.

    `tables` are the score tables by column; without one the form takes the total of the paper. `on` is the day whose
    law counts for the whole round. `areas` holds the areas of villages that differ from the commune's.
    """

    legislation: Legislation
    round: ReviewRound
    standard: Standard
    on: datetime.date
    form: Questionnaire
    rules: tuple[IndicatorRule, ...]
    tables: Mapping[str, ScoreTable]
    commune_area: AreaType
    areas: Mapping[str, AreaType]
    columns: Mapping[AreaType, str]
    province: str | None

    @property
    def indicator_codes(self) -> tuple[str, ...]:
        """The indicators of the standard, in the order of the official tables."""
        return self.standard.indicator_codes

    def area_of(self, household: Household) -> AreaType:
        """Return the area whose lines a household is held against: its own, its village's, or the commune's."""
        return household.area or self.areas.get(household.village_id) or self.commune_area

    def table_for(self, area: AreaType) -> ScoreTable | None:
        """Return the score table of an area, or None where none is loaded."""
        return self.tables.get(self.columns.get(area, ""))

    def under(self, area: AreaType) -> JudgedUnder:
        """Return by which law a household of an area is judged."""
        return JudgedUnder(self.standard, area, self.on, self.province)


class JudgedReview(NamedTuple):
    """A review with its totals and status as its answers come to, and why.

    `judgement` is None where the values cannot be judged at all; `refusal` then says why.
    """

    review: Review
    judgement: FormJudgement | None
    refusal: KnownError | None = None


def form_law(desk: Desk, of_round: ReviewRound, standard_id: str | None = None) -> FormLaw:
    """Return the form of a round with the law it is judged by; under another standard where one is named.

    Raises KnownError `unknown-questionnaire`, `unknown-standard`, and `standard-not-on-date` of a standard that was
    never in force in the year of the round or the one after.
    """
    law = desk.program.legislation
    unit = desk.unit
    standard = law.standard(standard_id or of_round.standard)
    on = law.day_of_round(of_round.year, of_round.kind)
    if not standard.period.covers(on) and standard.period.first.year == of_round.year + 1:
        on = standard.period.first
    bound = (
        round_form(desk, of_round.questionnaire)
        if of_round.questionnaire is not None and standard.id == of_round.standard
        else None
    )
    tables = bound.tables if bound is not None else {}
    areas = {village.id: village.area for village in villages.list_villages(desk.engine) if village.area is not None}
    commune_area = of_round.area or unit.area
    columns = {}
    if tables:
        columns = {area: score_column(area, unit.region) for area in {commune_area, *areas.values()}}
    return FormLaw(
        legislation=law,
        round=of_round,
        standard=standard,
        on=on,
        form=law.review_form(standard, on, bound.questionnaire if bound is not None else None),
        rules=law.review_frame.rules_on(standard, on),
        tables=tables,
        commune_area=commune_area,
        areas=areas,
        columns=columns,
        province=unit.province_code,
    )


def judge_review(
    law: FormLaw, household: Household, review: Review, answers: Mapping[str, FormAnswer], b2: int | None = None
) -> JudgedReview:
    """Judge the answers of one household and return its review with totals, income and status.

    Nothing is written. `b2` is a total that came without its indicators. A form with hard problems stays a draft,
    also where its status is known already; unanswered indicators leave it unclassified. Where nothing was answered at
    all there is no status, and one that was declared stands (`Review.result`).
    """
    area = law.area_of(household)
    table = law.table_for(area)
    try:
        judged = judge_form(law.legislation, law.form, answers, law.under(area), table, b2)
    except KnownError as error:
        unjudged = review._replace(status=PovertyStatus.UNCLASSIFIED, stage=ReviewStage.DRAFT)
        return JudgedReview(unjudged, None, error)
    values, status = judged.values, _status_of(judged)
    points = _points(law, values.answers, values.b2)
    draft = status in {None, PovertyStatus.UNCLASSIFIED} or (b2 is None and law.form.is_draft(answers))
    return JudgedReview(
        review._replace(
            b1=values.b1,
            b2=points,
            income_per_person_vnd=values.income_per_person_vnd,
            status=status,
            stage=ReviewStage.DRAFT if draft else ReviewStage.COMPLETE,
        ),
        judged,
    )


def _status_of(judged: FormJudgement) -> PovertyStatus | None:
    values = judged.values
    amounts = (values.b1, values.b2, values.income_per_person_vnd)
    if all(one is None for one in (*values.answers.values(), *amounts)):
        return None
    return judged.judgement.national.status


def _points(law: FormLaw, answers: Mapping[str, bool | None], bare: int | None) -> int | None:
    """Return the B2 total of the answers once all are given, or the one that came without them."""
    if bare is not None:
        return bare
    form = law.legislation.scoring_form(law.standard, law.on)
    points = form.points_on(law.on) if form is not None else None
    if points is None or None in answers.values():
        return None
    return points.per_indicator * sum(answer is True for answer in answers.values())
