"""Judging: every step has its reason, what is missing never counts as "no", and more income never makes poorer."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.legislation import Legislation
from povertydesk.legislation.judging import Judgement
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.deprivation import Answer
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.status import Classification, PovertyStatus, Reason, Source
from tests.legislation.legal_cases import LAW_FOLDER

LAW = Legislation.load(LAW_FOLDER)
ORDER = [
    PovertyStatus.POOR,
    PovertyStatus.NEAR_POOR,
    PovertyStatus.AVERAGE_LIVING_STANDARD,
    PovertyStatus.NOT_POOR,
]
STANDARDS = st.sampled_from(LAW.standards)
AREAS = st.sampled_from(AreaType)
D2023 = datetime.date(2023, 12, 31)
TT07 = Source("tt-07-2021", "Phụ lục III và Phụ lục IV (Phiếu B)")
ND07 = Source("nd-07-2021", "Điều 3")


def _judged(
    standard_id: str,
    *,
    on: datetime.date,
    area: AreaType = AreaType.RURAL,
    answers: dict[str, Answer] | None = None,
    b1: int | None = None,
    b2: int | None = None,
    income: int | None = None,
) -> Classification:
    judgement = LAW.judge(
        LAW.standard(standard_id), area, answers=answers, b1=b1, b2=b2, income_per_person_vnd=income, on=on
    )
    return judgement.national


def _answers(standard_id: str, deprived: int) -> dict[str, Answer]:
    return {code: place < deprived for place, code in enumerate(LAW.standard(standard_id).indicator_codes)}


def test_the_reasons_name_value_line_and_source() -> None:
    result = _judged("2022-2026", on=D2023, b1=120, b2=40)
    assert result == Classification(
        PovertyStatus.POOR,
        "2022-2026",
        (
            Reason("b1-at-most", 120, 140, TT07),
            Reason("b2-at-least", 40, 30, TT07),
            Reason("status-poor", None, None, TT07),
        ),
    )
    result = _judged("2022-2026", on=D2023, income=1_600_000, answers=_answers("2022-2026", 0))
    assert result.reasons == (
        Reason("income-above", 1_600_000, 1_500_000, ND07),
        Reason("income-at-most", 1_600_000, 2_250_000, ND07),
        Reason("status-average-living-standard", None, None, ND07),
    )


def test_a_year_of_a_standard_cites_the_instrument_of_that_year() -> None:
    answers = _answers("2022-2026", 3)
    reason = _judged("2022-2026", on=datetime.date(2026, 5, 1), income=1, answers=answers).reasons[0]
    assert reason.source.instrument == "nd-351-2025"
    reason = _judged("2016-2021", on=datetime.date(2021, 5, 1), income=1, answers=_answers("2016-2021", 3)).reasons[0]
    assert reason.source == Source("nd-07-2021", "khoản 1 Điều 2")


def test_what_is_missing_is_named() -> None:
    answers = _answers("2022-2026", 3) | {"toilet": None, "nutrition": None}
    result = _judged("2022-2026", on=D2023, answers=answers)
    assert result.unanswered == ("nutrition", "toilet")
    assert [(reason.rule, reason.value, reason.line) for reason in result.reasons] == [
        ("income-or-b1-missing", None, 1_500_000),
        ("unanswered", 2, 12),
    ]


def test_answers_to_indicators_of_another_standard_are_not_looked_at() -> None:
    answers = _answers("2022-2026", 12)
    result = _judged("2027-2030", on=datetime.date(2027, 1, 1), income=1, answers=answers)
    assert result.status is PovertyStatus.UNCLASSIFIED
    assert result.unanswered == ("waste_treatment",)


def test_the_refusals_carry_what_their_sentences_show() -> None:
    with pytest.raises(KnownError) as refusal:
        _judged("2022-2026", on=D2023, b1=100, b2=40, answers=_answers("2022-2026", 3))
    assert refusal.value.values == {"b2": 40, "count": 3, "points": 30}
    with pytest.raises(KnownError) as refusal:
        _judged("2027-2030", on=datetime.date(2027, 1, 1), b1=100, b2=40)
    assert refusal.value.values == {"standard": "Chuẩn nghèo đa chiều quốc gia giai đoạn 2027 - 2030"}
    with pytest.raises(KnownError) as refusal:
        _judged("2022-2026", on=D2023, b1=100, b2=130)
    assert refusal.value.values == {"b2": 130, "highest": 120}


@given(STANDARDS, AREAS, st.integers(0, 4_000_000), st.integers(0, 4_000_000), st.integers(0, 10))
def test_more_income_never_makes_a_household_poorer(
    standard: object, area: AreaType, one: int, other: int, deprived: int
) -> None:
    found = next(each for each in LAW.standards if each is standard)
    low, high = sorted((one, other))
    answers = _answers(found.id, deprived)
    results = [
        ORDER.index(_judged(found.id, on=found.period.first, area=area, income=income, answers=answers).status)
        for income in (low, high)
    ]
    assert results == sorted(results)


@given(STANDARDS, AREAS, st.data())
def test_a_form_with_an_unanswered_indicator_never_classifies(
    standard: object, area: AreaType, data: st.DataObject
) -> None:
    found = next(each for each in LAW.standards if each is standard)
    codes = found.indicator_codes
    answers: dict[str, Answer] = {code: data.draw(st.sampled_from([True, False, None])) for code in codes}
    answers[data.draw(st.sampled_from(codes))] = None
    income = data.draw(st.integers(0, 4_000_000))
    result = _judged(found.id, on=found.period.first, area=area, income=income, answers=answers)
    assert result.status is PovertyStatus.UNCLASSIFIED
    assert result.unanswered == tuple(code for code in codes if answers[code] is None)


@given(AREAS, st.integers(0, 300), st.integers(0, 12))
def test_answers_and_their_points_say_the_same(area: AreaType, b1: int, deprived: int) -> None:
    answers = _answers("2022-2026", deprived)
    by_answers = _judged("2022-2026", on=D2023, area=area, b1=b1, answers=answers)
    by_points = _judged("2022-2026", on=D2023, area=area, b1=b1, b2=10 * deprived)
    both = _judged("2022-2026", on=D2023, area=area, b1=b1, b2=10 * deprived, answers=answers)
    assert by_answers == by_points == both


def test_low_income_workers_of_an_unknown_household_are_unknown() -> None:
    day = datetime.date(2025, 6, 1)
    standard = LAW.standard("2022-2026")
    unknown = LAW.low_income_worker(
        standard,
        AreaType.RURAL,
        household_status=PovertyStatus.UNCLASSIFIED,
        income_per_person_vnd=1_000_000,
        on=day,
    )
    assert (unknown.belongs, unknown.reasons) == (None, ())
    unknown = LAW.low_income_worker(
        standard, AreaType.RURAL, household_status=PovertyStatus.NOT_POOR, income_per_person_vnd=None, on=day
    )
    assert unknown.belongs is None


def test_low_income_workers_have_their_reason() -> None:
    day = datetime.date(2026, 6, 1)
    standard = LAW.standard("2022-2026")
    source = Source("nd-30-2025", "Điều 1")
    found = LAW.low_income_worker(
        standard,
        AreaType.URBAN,
        household_status=PovertyStatus.NOT_POOR,
        income_per_person_vnd=3_000_001,
        on=day,
    )
    assert found.reasons == (Reason("income-above", 3_000_001, 3_000_000, source, verified=False),)
    poor = LAW.low_income_worker(
        standard, AreaType.URBAN, household_status=PovertyStatus.POOR, income_per_person_vnd=1, on=day
    )
    assert poor.reasons == (Reason("status-poor", None, None, source),)


def test_the_same_values_judged_again_give_the_same_answer() -> None:
    standard = LAW.standard("2022-2026")
    codes = standard.indicator_codes

    def judged(deprived: set[str], b1: int, area: AreaType = AreaType.RURAL) -> Judgement:
        return LAW.judge(
            standard,
            area,
            answers={code: code in deprived for code in codes},
            b1=b1,
            b2=None,
            income_per_person_vnd=None,
            on=D2023,
        )

    first = judged(set(codes[:3]), 140)
    assert judged(set(codes[-3:]), 140) == first
    assert judged(set(codes[:3]), 141) != first
    assert judged(set(codes[:3]), 141, AreaType.URBAN).national.status is first.national.status
    assert judged(set(codes[:2]), 140).national.status is PovertyStatus.NEAR_POOR
