"""The decision tables as shipped leave nobody out and nobody doubtful."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.legislation import Legislation, LegislationDataError
from povertydesk.legislation.decision_table import DecisionTable, Measure
from povertydesk.legislation.judging import RuleSet, rule_set
from povertydesk.poverty.area import AreaType
from tests.legislation.law_copy import LawCopy
from tests.legislation.legal_cases import LAW_FOLDER

LAW = Legislation.load(LAW_FOLDER)


def _rules(table: DecisionTable, area: AreaType, day: datetime.date) -> RuleSet:
    standard = LAW.standard(table.standard)
    form = LAW.scoring_form(standard, day)
    return rule_set(standard, area, day, (table,), form.points_on(day) if form else None)


@pytest.mark.parametrize("table", LAW.rules.tables, ids=lambda table: f"{table.standard} {table.basis}")
@given(
    area=st.sampled_from(AreaType),
    share=st.integers(0, 10_000),
    income=st.integers(0, 4_000_000),
    b1=st.integers(0, 300),
    count=st.integers(0, 12),
)
def test_exactly_one_row_holds_for_every_household(
    table: DecisionTable, area: AreaType, share: int, income: int, b1: int, count: int
) -> None:
    assert table.period.last is not None
    day = table.period.first + (table.period.last - table.period.first) * share / 10_000
    rules = _rules(table, area, day)
    values = {Measure.INCOME: income, Measure.B1: b1, Measure.B2: 10 * count, Measure.DEPRIVATIONS: count}
    holding = [row for row in table.rows if all(test.holds(values, rules.limits) for test in row.tests)]
    assert len(holding) == 1
    assert table.first_row(values, rules.limits) is holding[0]


def test_a_table_that_leaves_somebody_out_is_a_mistake_in_the_file(law_copy: LawCopy) -> None:
    law_copy.replace(
        "classification.toml",
        '{ value = "income", is = "above", line = "average_living_standard_line" }',
        '{ value = "income", is = "below", line = "poverty_line" }',
    )
    law = law_copy.law()
    with pytest.raises(LegislationDataError, match="no row holds") as refusal:
        law.judge(
            law.standard("2016-2021"),
            AreaType.RURAL,
            answers=dict.fromkeys(law.standard("2016-2021").indicator_codes, False),
            b1=None,
            b2=None,
            income_per_person_vnd=2_000_000,
            on=datetime.date(2018, 1, 1),
        )
    assert refusal.value.key == "table 2016-2021 income"


def test_each_comparison_has_a_code_for_reasons() -> None:
    rules = {test.rule for table in LAW.rules.tables for row in table.rows for test in row.tests}
    assert rules == {
        "income-at-most", "income-above", "deprivations-at-least", "deprivations-below",
        "b1-at-most", "b1-above", "b2-at-least", "b2-below",
    }  # fmt: skip
