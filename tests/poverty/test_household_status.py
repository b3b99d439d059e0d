from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.household_status import (
    Escape,
    StatusDecision,
    decision_findings,
    decision_on,
    earlier_statuses,
    months_after,
    newly_escaped,
    status_on,
)
from povertydesk.poverty.status import PovertyStatus

POOR, NEAR_POOR, NOT_POOR = PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR
UNCLASSIFIED = PovertyStatus.UNCLASSIFIED
MONTHS = 36
days = st.dates(datetime.date(2016, 1, 1), datetime.date(2031, 12, 31))
statuses = st.sampled_from([POOR, NEAR_POOR, NOT_POOR, PovertyStatus.AVERAGE_LIVING_STANDARD])


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def decided(status: PovertyStatus, start: str, until: str | None = None) -> StatusDecision:
    return StatusDecision("h", status, day(start), day(until) if until else None)


def escapes(on: str, *decisions: StatusDecision) -> tuple[Escape, ...]:
    return newly_escaped({"h": decisions}, day(on), MONTHS)


def test_both_ends_of_a_decision_belong_to_it() -> None:
    year = [decided(POOR, "2024-01-01", "2024-12-31")]
    assert [status_on(year, day(on)) for on in ("2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01")] == [
        *(UNCLASSIFIED, POOR, POOR, UNCLASSIFIED)
    ]


def test_an_open_decision_holds_until_the_next_and_does_not_come_back() -> None:
    course = [decided(POOR, "2023-01-01"), decided(NOT_POOR, "2025-01-01", "2025-12-31")]
    assert status_on(course, day("2024-12-31")) is POOR
    assert status_on(course, day("2025-06-01")) is NOT_POOR
    assert status_on(course, day("2026-01-01")) is UNCLASSIFIED


def test_of_two_decisions_of_one_day_the_later_written_holds() -> None:
    course = [decided(POOR, "2024-01-01"), decided(NEAR_POOR, "2024-01-01")]
    assert decision_on(course, day("2024-01-01")) is course[1]


def test_history_without_decisions_is_unknown_not_empty() -> None:
    course = [decided(NOT_POOR, "2022-01-01"), decided(POOR, "2024-01-01")]
    assert earlier_statuses(course, day("2024-01-01")) == frozenset({NOT_POOR})
    assert earlier_statuses(course, day("2022-01-01")) is None
    assert earlier_statuses([decided(UNCLASSIFIED, "2020-01-01")], day("2022-01-01")) is None


def test_a_household_is_newly_escaped_for_the_months_from_the_day_it_left() -> None:
    course = (decided(POOR, "2023-01-01", "2023-12-31"), decided(NOT_POOR, "2024-01-01"))
    expected = (Escape("h", POOR, day("2024-01-01"), day("2026-12-31")),)
    assert escapes("2023-12-31", *course) == ()
    assert escapes("2024-01-01", *course) == expected
    assert escapes("2026-12-31", *course) == expected
    assert escapes("2027-01-01", *course) == ()


def test_yearly_decisions_above_the_lines_do_not_begin_the_months_anew() -> None:
    course = [decided(NEAR_POOR, "2022-01-01", "2022-12-31")]
    course += [decided(NOT_POOR, f"{year}-01-01", f"{year}-12-31") for year in (2023, 2024, 2025)]
    assert escapes("2025-12-31", *course) == (Escape("h", NEAR_POOR, day("2023-01-01"), day("2025-12-31")),)


def test_neither_near_poverty_nor_a_decision_run_out_is_an_escape() -> None:
    assert escapes("2024-06-01", decided(POOR, "2023-01-01"), decided(NEAR_POOR, "2024-01-01")) == ()
    assert escapes("2024-06-01", decided(POOR, "2023-01-01", "2023-12-31")) == ()
    assert escapes("2024-06-01", decided(NOT_POOR, "2023-01-01")) == ()


def test_a_relapsed_household_counts_from_its_last_escape() -> None:
    course = [decided(POOR, "2020-01-01"), decided(NOT_POOR, "2021-01-01"), decided(POOR, "2022-01-01")]
    assert escapes("2022-06-01", *course) == ()
    later = (*course, decided(NOT_POOR, "2023-01-01"))
    assert escapes("2023-06-01", *later) == (Escape("h", POOR, day("2023-01-01"), day("2025-12-31")),)


def test_months_end_with_the_month() -> None:
    assert months_after(day("2023-08-31"), 6) == day("2024-02-29")
    assert months_after(day("2024-12-15"), 36) == day("2027-12-15")


def test_two_statuses_for_the_same_days_are_a_finding() -> None:
    overlapping = [decided(NEAR_POOR, "2024-06-01"), decided(POOR, "2024-01-01", "2024-12-31")]
    (finding,) = decision_findings(overlapping, "H01")
    assert finding.code == "decisions-overlap"
    assert finding.values == {"household": "H01", "day": "01/06/2024"}
    assert decision_findings([decided(POOR, "2024-01-01"), decided(NEAR_POOR, "2024-06-01")], "H01") == ()
    assert decision_findings([decided(POOR, "2024-01-01"), decided(POOR, "2024-01-01")], "H01") == ()


@given(st.lists(st.tuples(days, statuses), unique_by=lambda one: one[0]), days)
def test_open_decisions_say_what_the_last_one_said(
    course: list[tuple[datetime.date, PovertyStatus]], on: datetime.date
) -> None:
    decisions = [StatusDecision("h", status, start) for start, status in course]
    begun = [(start, status) for start, status in course if start <= on]
    assert status_on(decisions, on) is (max(begun)[1] if begun else UNCLASSIFIED)
    assert decision_findings(decisions, "h") == ()


@given(st.lists(st.tuples(days, statuses), unique_by=lambda one: one[0]), days, st.integers(1, 60))
def test_who_is_newly_escaped_is_above_the_lines_and_was_on_the_list_the_day_before(
    course: list[tuple[datetime.date, PovertyStatus]], on: datetime.date, months: int
) -> None:
    decisions = [StatusDecision("h", status, start) for start, status in course]
    for escape in newly_escaped({"h": decisions}, on, months):
        assert status_on(decisions, on) not in {POOR, NEAR_POOR, UNCLASSIFIED}
        assert status_on(decisions, escape.left_on - datetime.timedelta(days=1)) is escape.left
        assert escape.left_on <= on <= escape.until < months_after(escape.left_on, months)
