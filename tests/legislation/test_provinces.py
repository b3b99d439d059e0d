"""A province's own lines: never lower than the national ones, and both results for each household."""

from __future__ import annotations

import datetime

import pytest

from povertydesk.legislation import Legislation, LegislationDataError
from povertydesk.legislation.judging import Judgement
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.status import PovertyStatus
from tests.legislation.law_copy import CUT_OFF, PROVINCE, LawCopy

FILE = "provinces/38.toml"
D2025 = datetime.date(2025, 12, 31)


def _judged(
    law: Legislation,
    *,
    income: int | None = None,
    b1: int | None = None,
    b2: int | None = None,
    deprived: int | None = 3,
    area: AreaType = AreaType.RURAL,
    province: str = "38",
    on: datetime.date = D2025,
) -> Judgement:
    standard = law.standard("2022-2026")
    answers = None
    if deprived is not None:
        answers = {code: place < deprived for place, code in enumerate(standard.indicator_codes)}
    return law.judge(
        standard, area, answers=answers, b1=b1, b2=b2, income_per_person_vnd=income, province=province, on=on
    )


@pytest.mark.parametrize(
    ("income", "national", "local"),
    [
        (1_500_000, PovertyStatus.POOR, PovertyStatus.POOR),
        (1_500_001, PovertyStatus.AVERAGE_LIVING_STANDARD, PovertyStatus.POOR),
        (1_800_000, PovertyStatus.AVERAGE_LIVING_STANDARD, PovertyStatus.POOR),
        (1_800_001, PovertyStatus.AVERAGE_LIVING_STANDARD, PovertyStatus.AVERAGE_LIVING_STANDARD),
        (2_250_001, PovertyStatus.NOT_POOR, PovertyStatus.NOT_POOR),
    ],
)
def test_both_results_are_given(law_copy: LawCopy, income: int, national: PovertyStatus, local: PovertyStatus) -> None:
    law_copy.append(FILE, PROVINCE)
    result = _judged(law_copy.law(), income=income)
    assert result.national.status is national
    assert result.national.ruleset == "2022-2026"
    assert result.local is not None
    assert result.local.status is local
    assert result.local.ruleset == "2022-2026/38"


def test_the_local_reason_cites_the_local_resolution(law_copy: LawCopy) -> None:
    law_copy.append(FILE, PROVINCE)
    local = _judged(law_copy.law(), income=1_700_000).local
    assert local is not None
    assert (local.reasons[0].line, local.reasons[0].source.instrument) == (1_800_000, "nq-hdnd-thu")


def test_a_raised_line_without_a_raised_cut_off_needs_the_income(law_copy: LawCopy) -> None:
    law_copy.append(FILE, PROVINCE)
    law = law_copy.law()
    by_points = _judged(law, b1=145, b2=30, deprived=None)
    assert by_points.national.status is PovertyStatus.NOT_POOR
    assert by_points.local is not None
    assert by_points.local.status is PovertyStatus.UNCLASSIFIED
    assert [reason.rule for reason in by_points.local.reasons] == ["income-missing"]
    with_income = _judged(law, b1=145, b2=30, deprived=None, income=1_700_000)
    assert with_income.local is not None
    assert with_income.local.status is PovertyStatus.POOR


@pytest.mark.parametrize(("b1", "local"), [(150, PovertyStatus.POOR), (151, PovertyStatus.NOT_POOR)])
def test_a_raised_cut_off_judges_by_points(law_copy: LawCopy, b1: int, local: PovertyStatus) -> None:
    law_copy.append(FILE, PROVINCE + CUT_OFF)
    result = _judged(law_copy.law(), b1=b1, b2=30, deprived=None)
    assert result.national.status is PovertyStatus.NOT_POOR
    assert result.local is not None
    assert result.local.status is local


@pytest.mark.parametrize(
    ("province", "on"),
    [("38", datetime.date(2024, 1, 31)), ("40", D2025), ("../38", D2025), ("", D2025)],
    ids=["before the resolution", "another province", "no code", "empty code"],
)
def test_without_a_local_line_there_is_no_local_result(law_copy: LawCopy, province: str, on: datetime.date) -> None:
    law_copy.append(FILE, PROVINCE)
    assert _judged(law_copy.law(), income=1_700_000, province=province, on=on).local is None


def test_no_province_is_invented(law: Legislation) -> None:
    assert all(law.instrument("x", province=f"{code:02d}") is None for code in range(100))
    assert all(_judged(law, income=1, province=f"{code:02d}").local is None for code in range(100))


@pytest.mark.parametrize(
    ("old", "new", "key", "says"),
    [
        ("1_800_000", "1_499_999", "line[0]", "rural 1499999 is lower than the national 1500000"),
        ("urban_vnd = 2_000_000", "urban_vnd = 1_999_999", "line[0]", "urban 1999999 is lower"),
        ("b1_rural = 150", "b1_rural = 139", "cut_off[0]", "rural 139 is lower than the national 140"),
        ("until = 2026-12-31", "until = 2027-12-31", "line[0].from", "leaves the days"),
        ("until = 2026-12-31", 'until = "open"', "line[0].from", "leaves the days"),
        ('code = "38"', 'code = "40"', "code", "named for 38"),
        ('"poverty_line"', '"near_poverty_line"', "line[0].name", "no national near_poverty_line"),
        ('standard = "2022-2026"', 'standard = "2022"', "line[0].name", "no national poverty_line"),
        ('"nq-hdnd-thu", article', '"nq-khac", article', "line[0].source.instrument", "unknown instrument"),
        ('id = "nq-hdnd-thu"', 'id = "nd-07-2021"', "instrument[0].id", "stands twice"),
        ("rural_vnd", "rural", "line[0].rural", "unknown field"),
        (
            '[[cut_off]]\nstandard = "2022-2026"',
            '[[cut_off]]\nstandard = "2027-2030"',
            "cut_off[0].standard",
            "has no scoring form",
        ),
    ],
)
def test_a_fault_in_a_province_is_refused(law_copy: LawCopy, old: str, new: str, key: str, says: str) -> None:
    law_copy.append(FILE, PROVINCE + CUT_OFF)
    law_copy.replace(FILE, old, new)
    with pytest.raises(LegislationDataError, match=says) as refusal:
        law_copy.law().instrument("x", province="38")
    assert (refusal.value.file, refusal.value.key) == (FILE, key)


def test_two_lines_on_one_day_are_refused_and_a_gap_is_not(law_copy: LawCopy) -> None:
    line = PROVINCE[PROVINCE.index("[[line]]") :]
    law_copy.append(FILE, PROVINCE + line.replace("2024-02-01", "2023-01-01").replace("2026-12-31", "2023-06-30"))
    law = law_copy.law()
    assert _judged(law, income=1_700_000, on=datetime.date(2023, 6, 30)).local is not None
    assert _judged(law, income=1_700_000, on=datetime.date(2023, 7, 1)).local is None
    law_copy.append(FILE, line)
    with pytest.raises(LegislationDataError, match="overlap") as refusal:
        law_copy.law().instrument("x", province="38")
    assert refusal.value.key == "2022-2026 poverty_line.from"
