from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk import paths
from povertydesk.documents.table_layouts import Named, read_layouts
from povertydesk.poverty.former_year import FormerFigure, FormerLine, FormerTable
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.problems import Finding, Place
from povertydesk.proofreading.former_tables import check_former_year

YEAR = 2022
INDICATORS = [Named(f"i{number}", f"Chỉ số {number}") for number in range(1, 13)]
LAYOUTS = read_layouts(paths.resources("grids", "official_tables.toml"), INDICATORS, ()).tables

Figures = Mapping[str, int | str]
FLOW = {"1": 20, "2": 4, "3": 3, "4": 1, "5": 2, "6": 1, "7": 2, "8": 0, "9": 17}


def line(village: str | None, figures: Figures, counted: Counted = Counted.HOUSEHOLDS) -> FormerLine:
    known = {label: FormerFigure(Decimal(value), Place("Biểu", 9, label)) for label, value in figures.items()}
    return FormerLine(village, counted, known)


def table(number: int, *figures: Figures) -> FormerTable:
    """Make a table with a line of households for each village, named in order."""
    return FormerTable(number, tuple(line(f"Thôn {place}", one) for place, one in enumerate(figures, start=1)))


def check(*tables: FormerTable) -> tuple[Finding, ...]:
    return check_former_year(YEAR, tables, LAYOUTS)


def said(*tables: FormerTable) -> list[tuple[str, object, object]]:
    """Return of each finding its code, the printed and the right figure."""
    return [(one.code, one.values.get("printed"), one.values.get("right")) for one in check(*tables)]


def test_a_rate_on_residents_that_were_never_entered_is_told_with_its_cell() -> None:
    (finding,) = check(table(1, {"1": 5, "4": "2040.00", "3": 102}))[:1]
    assert finding.code == "former-rate-without-base"
    assert (finding.values["printed"], finding.values["base"]) == ("2.040,00", 5)
    assert finding.place == Place("Biểu", 9, "4", "Thôn 1", YEAR)


@pytest.mark.parametrize("printed", ["13.70", "13.7", "0.1370", "13.7022"])
def test_a_rate_may_be_written_as_excel_writes_it(printed: str) -> None:
    assert said(table(1, {"1": 1518, "3": 208, "4": printed})) == []


def test_a_rate_that_is_none_is_told_with_the_right_one() -> None:
    assert said(table(1, {"1": 1518, "3": 208, "4": "13.72"})) == [("former-rate-wrong", "13,72", "13,70")]


def test_a_blank_rate_without_a_base_is_as_it_should_be() -> None:
    assert said(table(1, {"3": 102})) == []


def test_the_course_of_the_year_follows_its_formula() -> None:
    assert said(table(2, FLOW)) == []
    assert said(table(2, FLOW | {"9": 18})) == [("former-sum-wrong", 18, 17)]


def test_a_closing_that_repeats_the_opening_is_told_once() -> None:
    found = check(table(2, FLOW | {"9": 20}, FLOW | {"1": 30, "9": 30}))
    assert [one.code for one in found] == ["former-sum-wrong", "former-sum-wrong", "former-columns-repeated"]
    assert found[-1].values == {"number": 2, "first": "1", "second": "9"}


def test_a_total_is_the_sum_of_the_villages() -> None:
    lines = (line("Thôn 1", {"1": 3}), line("Thôn 2", {"1": 4}), line(None, {"1": 8}))
    assert said(FormerTable(11, lines)) == [("former-total-wrong", 8, 7)]


def test_a_total_over_a_blank_village_is_not_held_against_it() -> None:
    lines = (line("Thôn 1", {"1": 3}), line("Thôn 2", {}), line(None, {"1": 8}))
    assert said(FormerTable(11, lines)) == []


@pytest.mark.parametrize(("people", "codes"), [(20, []), (19, ["former-fewer-people"])])
def test_there_are_as_many_people_as_households(people: int, codes: list[str]) -> None:
    lines = (line("Thôn 1", {"1": 20}), line("Thôn 1", {"1": people}, Counted.PEOPLE))
    assert [one.code for one in check(FormerTable(2, lines))] == codes


def test_a_part_is_never_more_than_its_whole() -> None:
    assert said(table(12, {"9": 10, "15": 11})) == [("former-part-exceeds", 11, 10)]
    assert said(table(12, {"9": 10, "15": 10})) == []


@pytest.mark.parametrize(
    ("number", "part", "whole"),
    [
        (4, "7", "C"),
        (9, "1.2", "1.0"),
        (9, "2.2.1", "2.2"),
        (10, "9a", "D"),
        (12, "10", "2"),
        (13, "18", "7"),
        (13, "19", "8"),
    ],
)
def test_a_group_is_never_more_than_those_it_is_of(number: int, part: str, whole: str) -> None:
    assert said(table(number, {part: 11, whole: 11})) == []
    assert said(table(number, {part: 12, whole: 11})) == [("former-part-exceeds", 12, 11)]


def test_poor_and_near_poor_together_are_at_most_all_residents() -> None:
    assert said(table(1, {"1": 10, "3": 6, "5": 4})) == []
    (finding,) = check(table(1, {"1": 10, "3": 6, "5": 4, "7": 1}))
    assert (finding.code, finding.values["column"], finding.values["printed"]) == (
        "former-part-exceeds",
        "3 + 5 + 7",
        11,
    )


@pytest.mark.parametrize(("number", "part", "whole"), [(11, "1", "9"), (11, "5", "11")])
def test_children_are_at_most_the_people_they_are_of(number: int, part: str, whole: str) -> None:
    assert said(table(number, {part: 11}), table(1, {whole: 11})) == []
    (finding,) = check(table(number, {part: 12}), table(1, {whole: 11}))
    assert (finding.code, finding.place.column) == ("former-part-exceeds-across", part)
    assert finding.values["other_column"] == whole


@pytest.mark.parametrize(("part", "whole"), [("9", "1"), ("11", "3"), ("16", "5"), ("19", "8")])
def test_poor_and_near_poor_of_a_group_are_together_at_most_its_residents(part: str, whole: str) -> None:
    poor = table(12, {part: 7, whole: 11})
    assert said(poor, table(13, {part: 4, whole: 11})) == []
    (finding,) = check(poor, table(13, {part: 5, whole: 11}))
    assert (finding.code, finding.values["printed"], finding.values["right"]) == ("former-parts-exceed-across", 12, 11)
    assert (finding.values["first_number"], finding.values["number"]) == (12, 13)
    assert said(poor) == []


def test_who_moves_between_villages_is_in_other_of_both_and_of_the_whole_in_none() -> None:
    gone, come = FLOW | {"4": 1, "8": 0, "9": 17}, FLOW | {"4": 0, "8": 1, "9": 19}
    both = {label: int(gone[label]) + int(come[label]) for label in FLOW}
    villages = (line("Thôn 1", gone), line("Thôn 2", come))
    for total in (both, both | {"4": 0, "8": 0}):
        assert said(FormerTable(2, (*villages, line(None, total)))) == []
    assert said(FormerTable(2, (*villages, line(None, both | {"4": 2, "8": 2})))) == [
        ("former-total-wrong", 2, 1),
        ("former-total-wrong", 2, 1),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((12, "11"), (8, "2")),
        ((12, "13"), (8, "4")),
        ((13, "14"), (8, "8")),
        ((13, "11"), (9, "2.2")),
        ((1, "5"), (10, "D")),
    ],
)
def test_a_group_is_the_same_in_every_table(first: tuple[int, str], second: tuple[int, str]) -> None:
    of = {number: {label: 5} for number, label in (first, second)}
    assert said(*(table(number, figures) for number, figures in of.items())) == []
    of[second[0]][second[1]] = 4
    assert said(*(table(number, figures) for number, figures in of.items())) == [("former-tables-differ", 4, 5)]


@pytest.mark.parametrize("number", [2, 4, 12])
def test_what_several_tables_print_is_the_same_in_all(number: int) -> None:
    label = {2: "9", 4: "C", 12: "9"}[number]
    assert said(table(1, {"3": 17}), table(number, {label: 17})) == []
    assert said(table(1, {"3": 17}), table(number, {label: 18})) == [("former-tables-differ", 18, 17)]


def test_who_left_one_list_for_the_other_stands_in_both_tables() -> None:
    assert said(table(2, {"2": 4, "5": 2}), table(3, {"5": 4, "3": 2})) == []
    found = said(table(2, {"2": 4, "5": 2}), table(3, {"5": 5, "3": 1}))
    assert found == [("former-tables-differ", 5, 4), ("former-tables-differ", 1, 2)]


def test_the_deprivations_add_up_and_their_rates_follow_from_the_counts() -> None:
    counts = {str(number): 2 for number in range(1, 13)} | {"C": 16, "D": 24}
    rates = {str(number): "12.5" for number in range(1, 13)} | {"C": 16}
    assert said(table(4, counts), table(5, rates)) == []
    assert said(table(4, counts | {"D": 25})) == [("former-sum-wrong", 25, 24)]
    assert said(table(4, counts), table(5, rates | {"7": "12.0"})) == [("former-rate-wrong", "12,00", "12,50")]


def test_the_causes_are_shares_of_their_own_households() -> None:
    assert said(table(10, {"C": 8, "1a": 1, "1b": "12.5"})) == []
    assert said(table(10, {"C": 8, "1a": 1, "1b": "25"})) == [("former-rate-wrong", "25,00", "12,50")]


@given(st.lists(st.tuples(*[st.integers(0, 30)] * 7), min_size=1, max_size=5), st.integers(0, 200))
def test_a_course_that_balances_is_never_told_and_one_that_does_not_always(
    moves: list[tuple[int, ...]], beyond: int
) -> None:
    figures = []
    for out_one, out_two, out_three, in_one, in_two, in_three, in_four in moves:
        opening = 100 + out_one + out_two + out_three
        closing = 100 + in_one + in_two + in_three + in_four
        row = dict(zip("2345678", (out_one, out_two, out_three, in_one, in_two, in_three, in_four), strict=True))
        figures.append(row | {"1": opening, "9": closing})
    assert check(table(2, *figures)) == ()
    wrong = [one | {"9": one["9"] + beyond} for one in figures]
    told = [one for one in check(table(2, *wrong)) if one.code == "former-sum-wrong"]
    assert len(told) == (len(figures) if beyond else 0)
