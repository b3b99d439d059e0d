"""From a form's answers to its result, and what would change it: each change is proved by judging again."""

from __future__ import annotations

import datetime
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.legislation import Legislation
from povertydesk.legislation.form_judging import (
    AmountChange,
    CountChange,
    FormJudgement,
    IndicatorChange,
    JudgedUnder,
    WouldChange,
    judge_form,
    what_would_change,
)
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.form_answers import NOT_KNOWN, FormAnswer
from povertydesk.poverty.status import PovertyStatus
from tests.legislation.forms import full_answers
from tests.legislation.law_copy import CUT_OFF, PROVINCE, LawCopy
from tests.legislation.legal_cases import LAW_FOLDER

LAW = Legislation.load(LAW_FOLDER)
STANDARD = LAW.standard("2022-2026")
CODES = STANDARD.indicator_codes
D2024 = datetime.date(2024, 12, 31)
RURAL = JudgedUnder(STANDARD, AreaType.RURAL, D2024)
FORM = LAW.review_form(STANDARD, D2024)
POOR, NEAR_POOR, NOT_POOR = PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR


def paper(b1: int | None, deprived: int, unanswered: int = 0) -> dict[str, FormAnswer]:
    """Answer from the top: so many deprived, the last so many not at all, the rest not deprived."""
    answered = CODES[: len(CODES) - unanswered]
    answers = {code: FormAnswer.yes_no(yes=place < deprived) for place, code in enumerate(answered)}
    return answers if b1 is None else {**answers, "b1_total": FormAnswer.counted(Decimal(b1))}


def judged(answers: dict[str, FormAnswer], under: JudgedUnder = RURAL, law: Legislation = LAW) -> FormJudgement:
    return judge_form(law, FORM, answers, under)


def changes(answers: dict[str, FormAnswer]) -> WouldChange:
    return what_would_change(LAW, RURAL, judged(answers)).national


@pytest.mark.parametrize(
    ("area", "b1", "deprived", "status"),
    [
        (AreaType.RURAL, 140, 3, POOR),
        (AreaType.RURAL, 140, 2, NEAR_POOR),
        (AreaType.RURAL, 141, 12, NOT_POOR),
        (AreaType.URBAN, 175, 3, POOR),
        (AreaType.URBAN, 176, 3, NOT_POOR),
    ],
)
def test_a_paper_total_and_the_indicators_are_judged(
    area: AreaType, b1: int, deprived: int, status: PovertyStatus
) -> None:
    result = judged(paper(b1, deprived), JudgedUnder(STANDARD, area, D2024))
    assert result.judgement.national.status is status
    assert result.score is None
    assert not result.draft


@pytest.mark.parametrize("missing", [None, NOT_KNOWN])
def test_an_indicator_not_answered_or_not_known_leaves_the_form_unclassified(missing: FormAnswer | None) -> None:
    answers = paper(100, 5, unanswered=1) | ({CODES[-1]: missing} if missing else {})
    national = judged(answers).judgement.national
    assert national.status is PovertyStatus.UNCLASSIFIED
    assert national.unanswered == (CODES[-1],)


@pytest.mark.parametrize("written", [None, NOT_KNOWN, FormAnswer.counted(Decimal("120.5"))])
def test_a_total_that_is_no_number_of_points_is_none(written: FormAnswer | None) -> None:
    answers = paper(None, 4) | ({"b1_total": written} if written else {})
    result = judged(answers)
    assert result.values.b1 is None
    assert result.judgement.national.status is PovertyStatus.UNCLASSIFIED


def test_a_scored_form_hands_its_total_on_only_when_it_is_final() -> None:
    practice = LAW.questionnaire("practice")
    form = LAW.review_form(STANDARD, D2024, practice)
    table = LAW.score_tables["practice", "NT1"]
    answers = full_answers(form)
    whole = judge_form(LAW, form, answers, RURAL, table)
    assert whole.score is not None
    assert whole.values.b1 == whole.score.total
    assert whole.judgement.national.status is NEAR_POOR
    assert whole.draft
    holed = judge_form(LAW, form, {**answers, "pensions": NOT_KNOWN}, RURAL, table)
    assert holed.score is not None
    assert (holed.score.missing, holed.values.b1) == (("pensions",), None)
    assert holed.judgement.national.status is PovertyStatus.UNCLASSIFIED


def test_income_is_judged_where_the_standard_has_no_points() -> None:
    standard = LAW.standard("2027-2030")
    under = JudgedUnder(standard, AreaType.RURAL, datetime.date(2027, 12, 31))
    form = LAW.review_form(standard, under.on)
    answers = {code: FormAnswer.yes_no(yes=place < 3) for place, code in enumerate(standard.indicator_codes)}
    answers["income_per_person_vnd"] = FormAnswer.counted(Decimal(2_200_000))
    result = judge_form(LAW, form, answers, under)
    assert result.judgement.national.status is POOR
    change = what_would_change(LAW, under, result).national
    assert change.amounts == (AmountChange("income", 1, NOT_POOR),)


def test_the_provinces_own_lines_give_a_second_result(law_copy: LawCopy) -> None:
    law_copy.append("provinces/38.toml", PROVINCE + CUT_OFF)
    law = law_copy.law()
    under = JudgedUnder(law.standard("2022-2026"), AreaType.RURAL, D2024, "38")
    result = judged(paper(145, 3), under, law)
    assert result.judgement.local is not None
    assert (result.judgement.national.status, result.judgement.local.status) == (NOT_POOR, POOR)
    change = what_would_change(law, under, result)
    assert change.national.amounts == (AmountChange("b1", -5, POOR),)
    assert change.local is not None
    assert change.local.amounts == (AmountChange("b1", 6, NOT_POOR),)


def test_at_the_line_each_deprived_indicator_decides_alone() -> None:
    change = changes(paper(125, 3))
    assert change.indicators == tuple(IndicatorChange(code, False, NEAR_POOR) for code in CODES[:3])
    assert change.amounts == (AmountChange("b1", 16, NOT_POOR),)
    assert change.counts == ()


def test_below_the_line_each_other_indicator_decides_alone() -> None:
    change = changes(paper(140, 2))
    assert change.indicators == tuple(IndicatorChange(code, True, POOR) for code in CODES[2:])
    assert change.amounts == (AmountChange("b1", 1, NOT_POOR),)


def test_where_one_is_not_enough_it_says_how_many() -> None:
    assert changes(paper(140, 5)).counts == (CountChange(-3, NEAR_POOR),)
    assert changes(paper(140, 0)).counts == (CountChange(3, POOR),)


def test_above_the_line_only_points_decide() -> None:
    assert changes(paper(150, 12)) == WouldChange(NOT_POOR, amounts=(AmountChange("b1", -10, POOR),))


@pytest.mark.parametrize(
    ("deprived", "unanswered", "possible"),
    [(0, 2, (NEAR_POOR,)), (2, 1, (POOR, NEAR_POOR)), (3, 4, (POOR,)), (0, 12, (POOR, NEAR_POOR))],
)
def test_an_unfinished_form_says_what_it_may_still_come_to(
    deprived: int, unanswered: int, possible: tuple[PovertyStatus, ...]
) -> None:
    assert changes(paper(120, deprived, unanswered)).possible == possible


def test_without_points_nothing_can_be_said_yet() -> None:
    assert changes(paper(None, 3)) == WouldChange(PovertyStatus.UNCLASSIFIED)


@given(st.integers(0, 300), st.lists(st.booleans(), min_size=12, max_size=12), st.sampled_from(AreaType))
def test_every_change_that_is_named_really_changes_the_result_and_none_is_left_out(
    b1: int, deprived: list[bool], area: AreaType
) -> None:
    under = JudgedUnder(STANDARD, area, D2024)
    answers = {code: FormAnswer.yes_no(yes=yes) for code, yes in zip(CODES, deprived, strict=True)}
    answers["b1_total"] = FormAnswer.counted(Decimal(b1))
    result = judged(answers, under)
    change = what_would_change(LAW, under, result).national
    named = {one.indicator: one for one in change.indicators}
    for code, yes in zip(CODES, deprived, strict=True):
        turned = judged({**answers, code: FormAnswer.yes_no(yes=not yes)}, under).judgement.national.status
        assert (code in named) is (turned is not change.status)
        assert code not in named or (named[code].status, named[code].deprived) == (turned, not yes)
    (points,) = change.amounts
    for short, status in ((0, points.status), (1 if points.difference > 0 else -1, change.status)):
        moved = FormAnswer.counted(Decimal(b1 + points.difference - short))
        assert judged({**answers, "b1_total": moved}, under).judgement.national.status is status
    assert not (change.counts and change.indicators)


def test_a_checked_table_makes_no_draft() -> None:
    practice = LAW.questionnaire("practice")
    form = LAW.review_form(STANDARD, D2024, practice)
    table = msgspec.structs.replace(LAW.score_tables["practice", "TT"], verified=True)
    assert not judge_form(LAW, form, full_answers(form), RURAL, table).draft
