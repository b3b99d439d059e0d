"""The legal cases, each an item of its own that names its article; and that no threshold is without cases."""

from __future__ import annotations

import msgspec
import pytest

from povertydesk.legislation import Legislation
from povertydesk.legislation.dated import Period
from povertydesk.legislation.scoring import B1_CUT_OFF, B2_CUT_OFF
from povertydesk.legislation.standards import MINIMUM_DEPRIVATIONS
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.problems import KnownError
from tests.legislation.legal_cases import LAW_FOLDER, LegalCase, classify, day_of, read_case_files, standard_of

LAW = Legislation.load(LAW_FOLDER)
FILES = read_case_files()
CASES = [
    pytest.param(case, id=f"{file.instrument or 'no law'}, {file.article or name}: {case.name}")
    for name, file in FILES.items()
    for case in file.cases
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: LegalCase) -> None:
    if case.refused is not None:
        with pytest.raises(KnownError) as refusal:
            _worker(case) if case.household_status else classify(LAW, case)
        assert refusal.value.code == case.refused
    elif case.household_status is not None:
        assert _worker(case) is case.low_income_worker
    else:
        _check_status(case)


def _check_status(case: LegalCase) -> None:
    result = classify(LAW, case)
    assert result.status == case.status
    assert result.unanswered == tuple(
        code
        for code in standard_of(LAW, case).indicator_codes
        if case.rules and "unanswered" in case.rules and (case.deprived is None or code in case.unanswered)
    )
    rules = [reason.rule for reason in result.reasons]
    if result.status != "unclassified":
        assert rules.pop() == f"status-{result.status}".replace("_", "-")
    assert rules == case.rules
    if case.standard is not None:
        assert result.ruleset == case.standard
    if case.verified is not None:
        assert result.verified is case.verified


def _worker(case: LegalCase) -> bool | None:
    assert case.household_status is not None
    day = day_of(LAW, case)
    membership = LAW.low_income_worker(
        LAW.standard_on(day),
        case.area,
        household_status=case.household_status,
        income_per_person_vnd=case.income,
        on=day,
    )
    return membership.belongs


def test_no_case_classifies_when_any_one_answer_is_missing() -> None:
    put = 0
    for case in (case for file in FILES.values() for case in file.cases if case.status and case.deprived is not None):
        for code in standard_of(LAW, case).indicator_codes:
            result = classify(LAW, msgspec.structs.replace(case, unanswered=[code]))
            assert (result.status, result.unanswered) == ("unclassified", (code,)), case.name
            put += 1
    assert put > 1000


def test_every_case_expects_something() -> None:
    for file in FILES.values():
        for case in file.cases:
            expected = [case.status, case.low_income_worker, case.refused]
            assert sum(one is not None for one in expected) == 1, case.name
            assert (case.rules is not None) == (case.status is not None), case.name


def test_every_file_names_an_instrument_of_the_register() -> None:
    for name, file in FILES.items():
        if file.instrument is not None:
            assert LAW.instruments.get(file.instrument) is not None, name
            assert file.article, name
    assert [name for name, file in FILES.items() if file.instrument is None] == ["outside-all-standards.toml"]


def _thresholds() -> list[tuple[str, str, AreaType, int, Period]]:
    """Every number of the law: its standard, name, area, value and days."""
    found = []
    for standard in LAW.standards:
        for name, series in standard.limits.items():
            found += [(standard.id, name, area, one.value(area), one.period) for one in series for area in AreaType]
        form = LAW.scoring_form(standard, standard.period.first)
        for points in form.points if form else ():
            for area in AreaType:
                found += [(standard.id, n, area, one.value, points.period) for n, one in points.limits(area).items()]
    return found


def _value_put_to(name: str, case: LegalCase) -> int | None:
    """The value that a case puts to a threshold: income, points or a number of deprivations."""
    if case.household_status is not None:
        return case.income if name == "low_income_worker_line" else None
    by_points = case.b1 is not None
    return {
        MINIMUM_DEPRIVATIONS: None if by_points else case.deprived,
        B1_CUT_OFF: case.b1,
        B2_CUT_OFF: case.b2 if by_points else None,
        "low_income_worker_line": None,
    }.get(name, None if by_points else case.income)


@pytest.mark.parametrize(
    ("standard", "name", "area", "value", "period"),
    [pytest.param(*one, id=f"{one[0]} {one[1]} {one[2]} from {one[4].first}") for one in _thresholds()],
)
def test_every_threshold_has_cases_just_below_at_and_just_above(
    standard: str, name: str, area: AreaType, value: int, period: Period
) -> None:
    put = {
        _value_put_to(name, case)
        for file in FILES.values()
        for case in file.cases
        if case.refused is None and case.area is area and period.covers(day_of(LAW, case))
    }
    step = 10 if name == B2_CUT_OFF else 1
    assert {value - step, value, value + step} <= put, standard
