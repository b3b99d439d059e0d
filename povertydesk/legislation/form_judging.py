"""A form's answers handed to the law: its points, the judgement, and what would change the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from povertydesk.legislation.questionnaires import B1_TOTAL, INCOME
from povertydesk.legislation.score_tables import FormScore, ScoreTable, score
from povertydesk.poverty.form_answers import yes_no_answer
from povertydesk.poverty.status import Classification, PovertyStatus

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from povertydesk.legislation.judging import Judgement
    from povertydesk.legislation.law import Legislation
    from povertydesk.legislation.standards import Standard
    from povertydesk.poverty.area import AreaType
    from povertydesk.poverty.deprivation import Answer
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.questionnaire import Questionnaire

_BEYOND = {"b1-at-most": 1, "b1-above": 0, "income-at-most": 1, "income-above": 0}
"""How far beyond the line a value must lie so that the comparison turns over."""


class JudgedUnder(msgspec.Struct, frozen=True):
    """By which law a form is judged: standard, area, the day whose law counts, and the province for its own lines."""

    standard: Standard
    area: AreaType
    on: datetime.date
    province: str | None = None


class FormValues(msgspec.Struct, frozen=True):
    """What a form comes to: indicators (None not answered or not known), B1 points or income in đồng.

    `b2` is a total written down without the indicators behind it.
    """

    answers: Mapping[str, Answer]
    b1: int | None
    income_per_person_vnd: int | None
    b2: int | None = None


class FormJudgement(msgspec.Struct, frozen=True):
    """The result with what it rests on; `score` is None where the total stands on paper. A draft says so on paper.

    `draft` where a score table that nobody checked was used.
    """

    judgement: Judgement
    values: FormValues
    score: FormScore | None

    @property
    def draft(self) -> bool:
        """Whether points of a table that was not checked led to the result."""
        return self.score is not None and not self.score.verified


class IndicatorChange(msgspec.Struct, frozen=True):
    """One indicator that decides alone: with this answer instead, the household would have that status."""

    indicator: str
    deprived: bool
    status: PovertyStatus


class AmountChange(msgspec.Struct, frozen=True):
    """How far points (`b1`) or income in đồng would have to rise or, below nought, fall, and what would follow."""

    measure: str
    difference: int
    status: PovertyStatus


class CountChange(msgspec.Struct, frozen=True):
    """How many more indicators would have to be deprived, or below nought fewer, where one alone is not enough."""

    difference: int
    status: PovertyStatus


class WouldChange(msgspec.Struct, frozen=True):
    """What would change a result; `possible` are the statuses that the unanswered indicators still allow."""

    status: PovertyStatus
    indicators: tuple[IndicatorChange, ...] = ()
    amounts: tuple[AmountChange, ...] = ()
    counts: tuple[CountChange, ...] = ()
    possible: tuple[PovertyStatus, ...] = ()


class Changes(msgspec.Struct, frozen=True):
    """What would change the national result and, where the province has its own lines, the local one."""

    national: WouldChange
    local: WouldChange | None


def form_values(
    form: Questionnaire,
    answers: Mapping[str, FormAnswer],
    standard: Standard,
    score_table: ScoreTable | None,
    b2: int | None = None,
) -> tuple[FormValues, FormScore | None]:
    """Return what the answers come to.

    A total with a hole in it is no B1; then, and without a table, the paper's total counts. `b2` is a total that came
    without its indicators: it counts where none of them is answered.
    """
    indicators = {code: yes_no_answer(answers, code) for code in standard.indicator_codes}
    scored = score(form, score_table, answers) if score_table is not None else None
    b1 = scored.total if scored is not None and scored.final else _whole(answers, B1_TOTAL)
    bare = b2 if all(answer is None for answer in indicators.values()) else None
    return FormValues(indicators, b1, _whole(answers, INCOME), bare), scored


def judge_form(
    law: Legislation,
    form: Questionnaire,
    answers: Mapping[str, FormAnswer],
    under: JudgedUnder,
    score_table: ScoreTable | None = None,
    b2: int | None = None,
) -> FormJudgement:
    """Judge a form under the national standard and, where there is one, the province's own.

    Raises the refusals of `Legislation.judge` and `score`.
    """
    values, scored = form_values(form, answers, under.standard, score_table, b2)
    return FormJudgement(_judge(law, under, values), values, scored)


def what_would_change(law: Legislation, under: JudgedUnder, judged: FormJudgement) -> Changes:
    """Say which single indicators decide the result, or how many, and how many points or đồng are missing to it."""
    local = judged.judgement.local
    return Changes(
        _would_change(law, under, judged, local=False),
        _would_change(law, under, judged, local=True) if local is not None else None,
    )


def _judge(law: Legislation, under: JudgedUnder, values: FormValues) -> Judgement:
    return law.judge(
        under.standard,
        under.area,
        answers=values.answers,
        b1=values.b1,
        b2=values.b2,
        income_per_person_vnd=values.income_per_person_vnd,
        on=under.on,
        province=under.province,
    )


def _would_change(law: Legislation, under: JudgedUnder, judged: FormJudgement, *, local: bool) -> WouldChange:
    values = judged.values
    # A bare B2 total says of no indicator what it would change.
    known = values.answers if values.b2 is None else {}

    def result(changed: FormValues) -> Classification:
        judgement = _judge(law, under, changed)
        return judgement.local if local and judgement.local is not None else judgement.national

    def answered(answers: Mapping[str, Answer]) -> PovertyStatus:
        return result(msgspec.structs.replace(values, answers=answers)).status

    now = result(values)
    if now.status is PovertyStatus.UNCLASSIFIED:
        reached = {answered(answers) for answers in _fillings(known)} - {PovertyStatus.UNCLASSIFIED}
        return WouldChange(now.status, possible=tuple(status for status in PovertyStatus if status in reached))
    alone = ((code, not given, answered({**known, code: not given})) for code, given in known.items())
    indicators = tuple(IndicatorChange(*change) for change in alone if change[2] is not now.status)
    amounts = (
        AmountChange(measure, difference, result(changed).status)
        for measure, difference, changed in _crossings(now, values)
    )
    counts = (CountChange(number, answered(answers)) for number, answers in _turnings(known))
    nearest: dict[bool, CountChange] = {}
    for change in counts:
        if change.status is not now.status:
            nearest.setdefault(change.difference > 0, change)
    return WouldChange(
        now.status,
        indicators,
        tuple(change for change in amounts if change.status is not now.status),
        tuple(change for change in nearest.values() if abs(change.difference) > 1),
    )


def _crossings(now: Classification, values: FormValues) -> Iterator[tuple[str, int, FormValues]]:
    """Find the values just beyond each line that the result rests on."""
    for reason in now.reasons:
        if reason.rule not in _BEYOND or reason.line is None or reason.value is None:
            continue
        amount = int(reason.line) + _BEYOND[reason.rule]
        difference = amount - int(reason.value)
        if reason.rule.startswith("b1"):
            yield "b1", difference, msgspec.structs.replace(values, b1=amount)
        else:
            yield "income", difference, msgspec.structs.replace(values, income_per_person_vnd=amount)


def _fillings(answers: Mapping[str, Answer]) -> Iterator[dict[str, Answer]]:
    """Answer what is not answered, with none of it deprived, then one, then more; which one weighs alike."""
    missing = [code for code, given in answers.items() if given is None]
    for deprived in range(len(missing) + 1):
        yield {**answers, **{code: place < deprived for place, code in enumerate(missing)}}


def _turnings(answers: Mapping[str, Answer]) -> Iterator[tuple[int, dict[str, Answer]]]:
    """Turn one indicator over, then two, then more, once towards deprived and once away from it."""
    for deprived in (True, False):
        others = [code for code, given in answers.items() if given is not deprived]
        for number in range(1, len(others) + 1):
            yield number if deprived else -number, {**answers, **dict.fromkeys(others[:number], deprived)}


def _whole(answers: Mapping[str, FormAnswer], item: str) -> int | None:
    """Return a whole number of the form; one with decimals is none that points or đồng can have."""
    answer = answers.get(item)
    number = answer.number if answer is not None and not answer.unknown else None
    return int(number) if number is not None and number == number.to_integral_value() else None
