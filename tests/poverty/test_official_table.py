"""The official tables: what they count, what they compute, and what they leave empty."""

from __future__ import annotations

import datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.area import Village, VillageFigures
from povertydesk.poverty.household_flows import FlowTable, YearFlows, year_flows
from povertydesk.poverty.household_list import Counted, HouseholdList, ListedHousehold
from povertydesk.poverty.official_table import (
    CountedHousehold,
    FlowPart,
    Measure,
    OfficialTable,
    Subject,
    TableColumn,
    TableSource,
    Unit,
    fill_table,
)
from povertydesk.poverty.paper import CellKind
from povertydesk.poverty.status import PovertyStatus

VILLAGES = (Village("v0", "Thôn Thượng", 0), Village("v1", "Thôn Trung", 1), Village("v2", "Thôn Hạ", 2))
STATUSES = (PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR)


def counted(
    number: str, subject: Subject, where: str = "", unit: Unit = Unit.HOUSEHOLDS, **more: object
) -> TableColumn:
    return TableColumn(number, number, measure=Measure(subject, unit, where), **more)  # type: ignore[arg-type]


RESULTS = OfficialTable(
    1,
    "",
    (
        counted("1", Subject.RESIDENTS),
        counted("2", Subject.POOR),
        TableColumn("3=2/1×100", "", kind=CellKind.RATE),
        counted("4=5+6", Subject.POOR),
        counted("5", Subject.POOR, "kinh"),
        counted("6", Subject.POOR, "minority"),
        counted("7", Subject.POOR, "deprived:toilet", kind=CellKind.RATE, base="2"),
        TableColumn("8=2−5", ""),
        counted("9", Subject.POOR, unit=Unit.CHILDREN),
    ),
)
COURSE = OfficialTable(
    2,
    "",
    (
        *(
            TableColumn(str(place), "", flow=FlowPart(FlowTable.POOR, part))
            for place, part in enumerate(
                ("opening", "to_near_poor", "escaped", "other_out", "from_near_poor", "relapsed", "new", "other_in"), 1
            )
        ),
        TableColumn("9=1−2−3−4+5+6+7+8", ""),
        TableColumn("10", "", measure=Measure(Subject.POOR)),
    ),
    by_lines=True,
)


def household(key: str, village: str, status: PovertyStatus, *traits: str, people: int = 4) -> CountedHousehold:
    return CountedHousehold(key, village, status, people, frozenset(traits), children=people // 2)


def source(*households: CountedHousehold, residents: int | None = 100, flows: YearFlows | None = None) -> TableSource:
    figures = {one.id: VillageFigures(one.id, 2023, households=residents) for one in VILLAGES}
    return TableSource(2023, "Xã Mẫu", VILLAGES, figures, households, flows)


def test_counts_sums_and_rates_of_a_village_and_of_the_whole() -> None:
    filled = fill_table(
        RESULTS,
        source(
            household("a", "v0", PovertyStatus.POOR, "kinh", "deprived:toilet"),
            household("b", "v0", PovertyStatus.POOR, "minority", people=7),
            household("c", "v1", PovertyStatus.POOR, "minority"),
            household("d", "v1", PovertyStatus.NEAR_POOR, "kinh"),
        ),
    )
    assert [cell.value for cell in filled.line("v0").cells] == [
        100, 2, Decimal("2.00"), 2, 1, 1, Decimal("50.00"), 1, 5,
    ]  # fmt: skip
    assert filled.cell("2", None).behind == {"a": 1, "b": 1, "c": 1}
    assert filled.cell("8", "v0").behind == {"b": 1}
    assert filled.cell("3", None).value == Decimal("1.00")
    assert filled.findings == ()


def test_a_rate_rests_on_its_base_or_stays_empty_and_is_named() -> None:
    poor = household("a", "v0", PovertyStatus.POOR, "kinh")
    for residents in (None, 0):
        filled = fill_table(RESULTS, source(poor, residents=residents))
        assert filled.cell("3", "v0").value is None
        found = [
            (one.code, one.values["villages"], one.values["columns"], one.values["base"]) for one in filled.findings
        ]
        assert found == [("table-rate-without-base", "Thôn Thượng", "3", "1")]
    several = [household(f"h{place}", "v0", PovertyStatus.POOR, "kinh") for place in range(3)]
    short = fill_table(RESULTS, source(*several, residents=2))
    assert short.cell("3", "v0").value is None
    assert [one.code for one in short.findings] == ["table-rate-base-too-small"]
    assert fill_table(RESULTS, source(*several, residents=3)).cell("3", "v0").value == Decimal("100.00")


def test_residents_that_one_village_lacks_are_not_known_for_the_whole() -> None:
    known = source(household("a", "v0", PovertyStatus.POOR, "kinh"))
    partly = known._replace(residents={"v0": VillageFigures("v0", 2023, households=100)})
    filled = fill_table(RESULTS, partly)
    assert (filled.cell("1", "v0").value, filled.cell("1", "v1").value, filled.cell("1", None).value) == (
        100,
        None,
        None,
    )


def test_what_nobody_knows_of_a_household_is_named_and_breaks_the_sum() -> None:
    one = household("a", "v0", PovertyStatus.POOR)._replace(unknown=frozenset({"kinh", "minority"}))
    filled = fill_table(RESULTS, source(one))
    found = {finding.code: dict(finding.values) for finding in filled.findings}
    assert found == {
        "table-trait-not-known": {"number": 1, "trait": "ethnic_group", "households": 1, "villages": "Thôn Thượng"},
        "table-formula-differs": {"number": 1, "columns": "4", "villages": "Thôn Thượng (1 ≠ 0)"},
    }
    other = household("b", "v0", PovertyStatus.NOT_POOR)._replace(unknown=frozenset({"kinh"}))
    assert fill_table(RESULTS, source(other)).findings == ()


def test_one_sentence_names_all_the_villages_of_what_is_not_known() -> None:
    unknown = frozenset({"deprived:toilet", "cause:land"})
    families = [household(f"h{place}", f"v{place % 2}", PovertyStatus.POOR, "kinh") for place in range(5)]
    filled = fill_table(RESULTS, source(*(one._replace(unknown=unknown) for one in families)))
    [finding] = filled.findings
    assert finding.code == "table-trait-not-known"
    assert finding.values == {"number": 1, "trait": "toilet", "households": 5, "villages": "Thôn Thượng, Thôn Trung"}


def test_a_formula_known_to_be_wrong_is_not_held_against_the_count() -> None:
    groups = OfficialTable(
        8,
        "",
        (
            counted("1", Subject.POOR),
            counted("2", Subject.POOR, "minority"),
            counted("3", Subject.POOR, "merit"),
            counted("5=1−2−3", Subject.POOR, "no_group", formula_may_differ=True),
        ),
    )
    in_two = household("a", "v0", PovertyStatus.POOR, "minority", "merit")
    filled = fill_table(groups, source(in_two))
    assert filled.cell("5", "v0").value == 0
    assert filled.findings == ()


_FAMILY = st.tuples(
    st.sampled_from(["v0", "v1", "v2"]), st.sampled_from(STATUSES), st.sampled_from(STATUSES), st.integers(1, 9),
    st.sampled_from(["kinh", "minority"]),
)  # fmt: skip


@given(st.lists(_FAMILY, max_size=40))
def test_the_course_closes_with_what_is_counted_and_villages_add_up(families: list[tuple[str, ...]]) -> None:
    listed: tuple[list[ListedHousehold], list[ListedHousehold]] = ([], [])
    households = []
    for place, (village, before, after, people, group) in enumerate(families):
        key = f"h{place}"
        status, size = PovertyStatus(after), int(people)
        listed[0].append(ListedHousehold(key, village, PovertyStatus(before), size))
        listed[1].append(ListedHousehold(key, village, status, size))
        households.append(CountedHousehold(key, village, status, size, frozenset({group}), children=0))
    days = datetime.date(2022, 12, 14), datetime.date(2023, 12, 14)
    lists = [HouseholdList(day, "2022-2026", tuple(rows)) for day, rows in zip(days, listed, strict=True)]
    flows = year_flows(lists[0], lists[1], VILLAGES, history={one.household: frozenset() for one in households})
    drawn_from = source(*households, flows=flows)
    course = fill_table(COURSE, drawn_from)
    results = fill_table(RESULTS, drawn_from)
    for what in Counted:
        for where in (*[one.id for one in VILLAGES], None):
            line = course.line(where, what)
            assert line.cells[8].value == line.cells[9].value
            assert line.cells[8].value == sum(line.cells[9].behind.values())
        for column in range(len(COURSE.columns)):
            parts = [course.line(one.id, what).cells[column].value for one in VILLAGES]
            assert course.line(None, what).cells[column].value == sum(int(part or 0) for part in parts)
    assert results.cell("2", None).value == course.cell("9", None).value
    assert results.cell("4", None).value == int(results.cell("5", None).value or 0) + int(
        results.cell("6", None).value or 0
    )
    assert {finding.code for finding in (*course.findings, *results.findings)} <= {"table-rate-without-base"}


GROUPED = (
    Village("v0", "Xã Thượng", 0, group="Cụm Bắc"),
    Village("v1", "Xã Trung", 1, group="Cụm Bắc"),
    Village("v2", "Xã Hạ", 2, group="Cụm Nam"),
)


def test_a_unit_has_the_sums_of_its_communes_and_rates_that_rest_on_them() -> None:
    families = [
        *(household(f"a{place}", "v0", PovertyStatus.POOR, "kinh", "deprived:toilet") for place in range(3)),
        household("b", "v1", PovertyStatus.POOR, "minority"),
        household("c", "v2", PovertyStatus.POOR, "minority"),
    ]
    residents = {"v0": 10, "v1": 90, "v2": 50}
    figures = {key: VillageFigures(key, 2023, households=count) for key, count in residents.items()}
    filled = fill_table(RESULTS, TableSource(2023, "Huyện Mẫu", GROUPED, figures, families, None))
    assert [(line.serial, line.unit, line.village) for line in filled.lines] == [
        ("1", "Cụm Bắc", None),
        ("1.1", "", "v0"),
        ("1.2", "", "v1"),
        ("2", "Cụm Nam", None),
        ("2.1", "", "v2"),
        ("", "", None),
    ]
    north = filled.lines[0]
    # 3/10 and 1/90 are 30,00 % and 1,11 %: of the sums it is 4,00 %, not their mean.
    assert [cell.value for cell in north.cells] == [
        100, 4, Decimal("4.00"), 4, 3, 1, Decimal("75.00"), 1, 8,
    ]  # fmt: skip
    assert north.cells[1].behind == {"a0": 1, "a1": 1, "a2": 1, "b": 1}
    assert filled.cell("2", None).value == 5
    assert filled.findings == ()


def test_a_finding_names_the_communes_and_not_their_unit() -> None:
    poor = household("a", "v0", PovertyStatus.POOR, "kinh")
    filled = fill_table(RESULTS, TableSource(2023, "Huyện Mẫu", GROUPED, {}, [poor], None))
    assert filled.lines[0].cells[0].value is None
    assert [(one.code, one.values["villages"]) for one in filled.findings] == [
        ("table-rate-without-base", "Xã Thượng"),
    ]


@given(
    st.lists(st.sampled_from(["", "Cụm Bắc", "Cụm Nam"]), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from(STATUSES[:2]), st.integers(1, 7)), max_size=20),
)
def test_units_add_up_to_the_whole(groups: list[str], homes: list[tuple[int, PovertyStatus, int]]) -> None:
    places = tuple(Village(f"v{place}", f"Xã {place}", place, group=group) for place, group in enumerate(groups))
    families = [
        household(f"h{number}", f"v{place % len(places)}", status, "kinh", people=people)
        for number, (place, status, people) in enumerate(homes)
    ]
    filled = fill_table(COURSE, TableSource(2023, "Huyện Mẫu", places, {}, families, None))
    for counted_as in Counted:
        lines = [line for line in filled.lines if line.counted is counted_as]
        members = {key for line in lines for key in line.members}
        upper = [line for line in lines if not line.is_whole and line.village not in members]
        for line in (one for one in lines if one.members):
            assert line.cells[-1].value == sum(
                int(filled.cell("10", key, counted_as).value or 0) for key in line.members
            )
        assert filled.cell("10", None, counted_as).value == sum(int(line.cells[-1].value or 0) for line in upper)
