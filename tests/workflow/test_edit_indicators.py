"""What is typed into the table of targets by indicator: amounts of several years, own lines, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from povertydesk.poverty.indicator_target import IndicatorTarget, IndicatorUnit, own_key
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import draft_plan, sign_plan
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_indicators import (
    IndicatorEntry,
    enter_indicators,
    read_table,
    read_unit,
    remove_indicator,
)
from povertydesk.workflow.set_indicator_targets import INCOME, known_indicators, read_indicators
from tests.workflow.contents import assert_sound, contents, operations, undo_last
from tests.workflow.registry import day

LOANS = "Số hộ nghèo được vay vốn"


def known(desk: Desk, year: int = 2023) -> dict[str, IndicatorTarget]:
    return {one.indicator.key: one for one in read_indicators(desk, year)}


def refused(desk: Desk, *entries: IndicatorEntry) -> list[tuple[str, str | None, str | None, int | None]]:
    before = contents(desk)
    with pytest.raises(KnownError) as caught:
        enter_indicators(desk, 2023, entries)
    assert caught.value.code == "entries-refused"
    assert contents(desk) == before
    return [(one.code, one.place.section, one.place.field, one.place.year) for one in caught.value.findings]


def test_a_pasted_block_of_two_years_is_one_act(desk: Desk) -> None:
    before = contents(desk)
    done = operations(desk)
    block = [
        IndicatorEntry("toilet", "actual", "88,5", 2022),
        IndicatorEntry("toilet", "base", "88.5%", 2023),
        IndicatorEntry("toilet", "target", "97", 2023),
        IndicatorEntry(INCOME, "base", "1.500.000", 2023),
        IndicatorEntry(INCOME, "target", "1 800 000", 2023),
        IndicatorEntry("jobs", "target", "1.108", 2023),
    ]
    assert refused(desk, *block) == [("amount-not-understood", "toilet", "base", 2023)]
    block[1] = block[1]._replace(text="88,50 %")
    enter_indicators(desk, 2023, block)
    assert len(operations(desk)) == len(done) + 1
    assert known(desk, 2022)["toilet"].actual == Decimal("88.5")
    assert (known(desk)["toilet"].base, known(desk)["toilet"].target) == (Decimal("88.5"), Decimal(97))
    assert (known(desk)[INCOME].base, draft_plan.read_plan(desk, 2023).income_target_vnd) == (
        Decimal(1_500_000),
        1_800_000,
    )
    assert known(desk)["jobs"].target == 1108
    assert_sound(desk)
    undo_last(desk)
    assert contents(desk) == before


def test_the_table_has_the_usual_lines_and_an_earlier_year_only_with_entries(desk: Desk, empty: Desk) -> None:
    table = read_table(empty, 2023)
    assert table.years == (2022, 2023)
    assert [line.indicator.key for line in table.lines] == list(known_indicators())
    assert all(row.target is None for line in table.lines for row in line.years.values())
    enter_indicators(desk, 2023, [IndicatorEntry("jobs", "actual", "90", 2021)])
    assert read_table(desk, 2023).years == (2021, 2022, 2023)


class TestOwnLines:
    def test_an_own_line_is_added_renamed_and_removed(self, desk: Desk) -> None:
        before = contents(desk)
        entries = [
            IndicatorEntry("new-0", "name", f" {LOANS} "),
            IndicatorEntry("new-0", "unit", "hộ"),
            IndicatorEntry("new-0", "target", "120", 2023),
            IndicatorEntry("new-0", "actual", "100", 2022),
        ]
        enter_indicators(desk, 2023, entries)
        key = own_key(LOANS)
        own = known(desk)[key]
        assert (own.indicator.name, own.indicator.unit, own.target) == (LOANS, IndicatorUnit.COUNT, Decimal(120))
        assert known(desk, 2022)[key].actual == 100
        assert list(known(desk))[-1] == key

        renamed = f"{LOANS} ưu đãi"
        enter_indicators(desk, 2023, [IndicatorEntry(key, "name", renamed)])
        assert key not in known(desk, 2022)
        assert known(desk, 2022)[own_key(renamed)].actual == 100
        assert known(desk)[own_key(renamed)].indicator.name == renamed

        remove_indicator(desk, 2023, own_key(renamed))
        assert own_key(renamed) not in known(desk)
        assert known(desk, 2022)[own_key(renamed)].actual == 100
        assert_sound(desk)
        for _ in range(3):
            undo_last(desk)
        assert contents(desk) == before

    def test_a_name_alone_is_kept_and_a_capital_letter_can_be_mended(self, desk: Desk) -> None:
        enter_indicators(desk, 2023, [IndicatorEntry("new-0", "name", "số mô hình")])
        own = known(desk)[own_key("số mô hình")]
        assert (own.indicator.unit, own.target) == (IndicatorUnit.PERCENT, None)
        enter_indicators(desk, 2023, [IndicatorEntry(own.indicator.key, "name", "Số mô hình")])
        assert [one.indicator.name for one in known(desk).values()][-1] == "Số mô hình"

    def test_a_fall_is_what_a_plan_below_the_base_means(self, desk: Desk) -> None:
        entries = [
            IndicatorEntry("new-0", "name", "Hộ ở nhà tạm"),
            IndicatorEntry("new-0", "unit", "2"),
            IndicatorEntry("new-0", "base", "20", 2023),
            IndicatorEntry("new-0", "target", "10", 2023),
            IndicatorEntry("new-0", "actual", "5", 2023),
        ]
        enter_indicators(desk, 2023, entries)
        own = known(desk)[own_key("Hộ ở nhà tạm")]
        assert (own.indicator.falling, own.percent_reached, own.reached) == (True, Decimal("150.00"), True)

    def test_a_deprivation_of_the_year_joins_by_its_name(self, desk: Desk) -> None:
        name = next(
            one.name for one in desk.program.legislation.standard_for(2023).indicators if one.code == "water_source"
        )
        entries = [
            IndicatorEntry("new-0", "name", name.upper()),
            IndicatorEntry("new-0", "target", "80", 2023),
        ]
        enter_indicators(desk, 2023, entries)
        assert known(desk)["water_source"].target == 80
        assert "water_source" in [one.indicator for one in draft_plan.read_plan(desk, 2023).services]
        remove_indicator(desk, 2023, "water_source")
        assert "water_source" not in known(desk)
        assert "water_source" not in [one.indicator for one in draft_plan.read_plan(desk, 2023).services]

    def test_another_unit_is_refused_where_an_amount_does_not_fit_it(self, desk: Desk) -> None:
        key = own_key(LOANS)
        entries = [
            IndicatorEntry("new-0", "name", LOANS),
            IndicatorEntry("new-0", "unit", "2"),
            IndicatorEntry("new-0", "target", "120", 2023),
        ]
        enter_indicators(desk, 2023, entries)
        assert refused(desk, IndicatorEntry(key, "unit", "%")) == [("percent-out-of-range", key, "unit", None)]
        enter_indicators(desk, 2023, [IndicatorEntry(key, "unit", "đồng")])
        assert known(desk)[key].indicator.unit is IndicatorUnit.VND


class TestRefusals:
    @pytest.mark.parametrize(
        ("row", "field", "text", "code"),
        [
            ("toilet", "target", "100,01", "percent-out-of-range"),
            ("toilet", "base", "-1", "count-negative"),
            ("toilet", "target", "chín mươi", "amount-not-understood"),
            ("jobs", "target", "95%", "amount-not-understood"),
            ("jobs", "actual", "1,5", "indicator-not-whole"),
            ("jobs", "actual", "9" * 16, "count-too-large"),
        ],
    )
    def test_an_impossible_amount_is_named_with_its_cell(
        self, desk: Desk, row: str, field: str, text: str, code: str
    ) -> None:
        sound = IndicatorEntry("housing_area", "target", "91", 2023)
        assert refused(desk, sound, IndicatorEntry(row, field, text, 2023)) == [(code, row, field, 2023)]

    def test_names_and_units_that_cannot_be(self, desk: Desk) -> None:
        unit = IndicatorEntry("new-0", "unit", "tấn")
        toilet = known_indicators()["toilet"].name
        assert refused(desk, unit) == [
            ("indicator-unit-unknown", "new-0", "unit", None),
            ("indicator-without-name", "new-0", "name", None),
        ]
        twice = [IndicatorEntry(row, "name", LOANS) for row in ("new-0", "new-1")]
        assert refused(desk, *twice) == [("indicator-listed-already", "new-1", "name", None)]
        usual = IndicatorEntry("new-0", "name", toilet)
        assert refused(desk, usual) == [("indicator-listed-already", "new-0", "name", None)]

    def test_what_a_signed_plan_says_is_locked_and_results_are_not(self, desk: Desk) -> None:
        enter_indicators(desk, 2023, [IndicatorEntry("new-0", "name", LOANS)])
        draft_plan.edit_plan(desk, 2023, number="12", issued_on=day(2, 1, 2023))
        sign_plan.mark_signed(desk, 2023)
        assert read_table(desk, 2023).signed == {2023}
        acts: list[Any] = [
            lambda: enter_indicators(desk, 2023, [IndicatorEntry("toilet", "target", "90", 2023)]),
            lambda: enter_indicators(desk, 2023, [IndicatorEntry("toilet", "base", "90", 2023)]),
            lambda: enter_indicators(desk, 2023, [IndicatorEntry(own_key(LOANS), "name", "Vốn vay")]),
            lambda: remove_indicator(desk, 2023, "toilet"),
        ]
        for act in acts:
            with pytest.raises(KnownError) as caught:
                act()
            assert caught.value.code == "plan-signed"
        enter_indicators(desk, 2023, [IndicatorEntry("toilet", "actual", "96", 2023)])
        assert known(desk)["toilet"].reached is True

    def test_an_unknown_line_is_not_removed(self, desk: Desk) -> None:
        with pytest.raises(KnownError) as caught:
            remove_indicator(desk, 2023, "happiness")
        assert caught.value.code == "unknown-indicator"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("%", IndicatorUnit.PERCENT),
        ("phần trăm", IndicatorUnit.PERCENT),
        ("Người", IndicatorUnit.COUNT),
        ("hộ", IndicatorUnit.COUNT),
        ("đồng/người/tháng", IndicatorUnit.VND),
        ("đ", IndicatorUnit.VND),
        ("tấn", None),
    ],
)
def test_units_are_understood_as_offices_write_them(text: str, unit: IndicatorUnit | None) -> None:
    assert read_unit(text) is unit
