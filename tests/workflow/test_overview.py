"""Where a year stands: the round, rates, the ends of years, what is due next, and its charts."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from povertydesk import paths
from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.poverty.chart import BarChart, LineChart, StepKind
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.paper import ChartBlock
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.status import PovertyStatus
from povertydesk.workflow import edit_grid, overview_charts, record_villages, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.on_a_copy import on_a_copy
from povertydesk.workflow.overview import Overview, YearEnd, read_overview, year_ends
from povertydesk.workflow.overview_paper import overview_paper
from tests.workflow.contents import contents, key_of
from tests.workflow.reviewed import YES, amount, enter, fill_in, indicators, judged, open_round
from tests.workflow.reviewing import found, sealed, today

PHI_LONG = "Thôn Phi Long"


@pytest.fixture(scope="module")
def messages() -> Messages:
    return Messages.load(paths.resources("messages"))


def reviewed_year(desk: Desk) -> None:
    """Three households in Phi Long: one done and poor, one begun, one not begun."""
    of_round = open_round(desk, 2023)
    keys = [enter(desk, key_of(desk, PHI_LONG), f"{number:03d}", 2) for number in range(3)]
    review_rounds.add_to_round(desk, of_round.id, keys)
    unknown = {name: amount(1) for name in ("paper_number",)}
    fill_in(desk, of_round, keys[0], {**indicators(desk, 3), **unknown, B1_TOTAL: amount(120)}, PovertyStatus.POOR)
    fill_in(desk, of_round, keys[1], {"toilet": YES})
    judged(desk, of_round)


def tasks(found: Overview) -> dict[str, str]:
    return {one.code: one.page for one in found.tasks}


def at(desk: Desk, *on: int) -> Desk:
    """Let the program stand on a day."""
    today(desk, datetime.date(*on))
    return desk


class TestReading:
    def test_before_a_round_the_opening_figures_stand(self, desk: Desk) -> None:
        seen = read_overview(desk, 2023)
        assert seen.standing is None
        assert seen.counts is not None
        assert (seen.counts.total.poor, seen.counts.from_households) == (208, False)
        assert seen.profile is None
        assert seen.year_ends == (YearEnd(2022, "2022-2026", 1518, 208, 218, from_round=False),)
        assert seen.year_ends[0].poor_rate == Decimal("13.70")

    def test_a_round_is_told_by_village(self, desk: Desk) -> None:
        reviewed_year(desk)
        seen = read_overview(desk, 2023)
        assert seen.standing is not None
        row = next(one for one in seen.standing.villages if one.village == PHI_LONG)
        assert (row.to_review, row.begun, row.complete) == (3, 2, seen.standing.total.complete)
        assert seen.standing.total.to_review == 3

    def test_it_is_read_the_same_on_a_copy_and_changes_nothing(self, desk: Desk) -> None:
        reviewed_year(desk)
        before = contents(desk)
        copied = on_a_copy(desk, lambda other: read_overview(other, 2023))()
        own = read_overview(desk, 2023)
        assert (copied.standing, copied.year_ends, copied.tasks) == (own.standing, own.year_ends, own.tasks)
        assert contents(desk) == before

    def test_a_year_without_a_law_says_so(self, desk: Desk) -> None:
        seen = read_overview(desk, 2011)
        assert seen.refusal is not None
        assert seen.refusal.code == "no-standard-on-date"
        assert seen.counts is None

    def test_a_sealed_round_counts_more_than_typed_figures(self, desk: Desk) -> None:
        key = key_of(desk, PHI_LONG)
        edit_grid.enter_cells(desk, 2024, [CellEntry(key, "poor_opening", "44"), CellEntry(key, "households", "267")])
        sealed(desk, 2023, {enter(desk, key, "001", 2): PovertyStatus.POOR})
        ends = year_ends(desk)
        assert [(one.year, one.poor, one.from_round) for one in ends] == [(2022, 208, False), (2023, 1, True)]
        assert ends[1].residents == 1518


class TestDue:
    def test_an_empty_file_begins_with_the_villages(self, empty: Desk) -> None:
        assert tasks(read_overview(empty, 2023)) == {"due-villages": "targets"}

    def test_what_is_missing_comes_in_the_order_of_the_work(self, empty: Desk) -> None:
        record_villages.add_villages(empty, ["Thôn Một"])
        assert list(tasks(read_overview(empty, 2023))) == [
            "due-residents", "due-opening", "due-targets", "due-annual-round", "due-in-year-round",
        ]  # fmt: skip

    def test_the_annual_review_has_the_days_of_the_law(self, desk: Desk) -> None:
        due = {one.code: one for one in read_overview(desk, 2023).tasks}
        annual, monthly = due["due-annual-round"], due["due-in-year-round"]
        assert (annual.first, annual.last) == (datetime.date(2023, 9, 1), datetime.date(2023, 12, 14))
        assert (annual.verified, annual.is_late) == (True, False)
        assert monthly.first == datetime.date(2023, 1, 15)

    def test_once_its_last_day_is_over_it_is_late(self, desk: Desk) -> None:
        for on, is_late in (((2023, 12, 14), False), ((2023, 12, 16), True)):
            due = {one.code: one for one in read_overview(at(desk, *on), 2023).tasks}
            assert due["due-annual-round"].is_late is is_late
        assert "due-in-year-round" not in due

    def test_of_2026_the_days_are_not_verified_and_of_2027_none_is_named(self, desk: Desk) -> None:
        seen = {one.code: one for one in read_overview(at(desk, 2026, 11, 20), 2026).tasks}
        assert not seen["due-annual-round"].verified
        later = {one.code: one for one in read_overview(at(desk, 2026, 11, 20), 2027).tasks}
        assert later["due-annual-round"].first is None

    def test_a_round_leads_from_households_to_forms_to_sealing(self, desk: Desk) -> None:
        of_round = open_round(desk, 2023)
        assert tasks(read_overview(desk, 2023))["due-households"] == "households"
        key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
        review_rounds.add_to_round(desk, of_round.id, [key])
        (due,) = [one for one in read_overview(desk, 2023).tasks if one.code == "due-forms"]
        assert due.values == {"households": 1}
        found(desk, of_round.id, {key: PovertyStatus.POOR})
        assert tasks(read_overview(desk, 2023))["due-sealing"] == "reviews"


class TestCharts:
    def test_every_village_bears_its_rate(self, desk: Desk, messages: Messages) -> None:
        chart = overview_charts.rate_chart(read_overview(desk, 2023), messages)
        assert chart is not None
        assert [one.sentence for one in chart.readings][-1] == "Tổng cộng: 13,70% · 208/1.518 hộ"
        assert "Thôn Phi Long: 17,60% · 47/267 hộ" in [one.sentence for one in chart.readings]

    def test_without_residents_no_rate_is_drawn(self, desk: Desk, messages: Messages) -> None:
        edit_grid.enter_cells(desk, 2023, [CellEntry(key_of(desk, PHI_LONG), "households", "")])
        chart = overview_charts.rate_chart(read_overview(desk, 2023), messages)
        assert chart is not None
        bar = next(one for one in chart.bars if one.name == PHI_LONG)
        assert (bar.parts, bar.label) == ((), "47 hộ · chưa có tổng số hộ")

    def test_one_year_is_bars_and_several_are_lines_broken_at_another_standard(
        self, desk: Desk, messages: Messages
    ) -> None:
        seen = read_overview(desk, 2023)
        assert isinstance(overview_charts.series_chart(seen, messages), BarChart)
        ends = (YearEnd(2020, "2016-2021", 1500, 300, 200, from_round=False), *seen.year_ends)
        ends += (YearEnd(2023, "2022-2026", 1518, 163, None, from_round=True),)
        chart = overview_charts.series_chart(seen._replace(year_ends=ends), messages)
        assert isinstance(chart, LineChart)
        assert (chart.times, chart.breaks) == (("2020", "2022", "2023"), frozenset({1}))
        assert chart.readings[0].sentence == "2020, Hộ nghèo: 20,00"
        assert "không so sánh" in chart.note

    def test_the_round_is_drawn_with_what_is_done(self, desk: Desk, messages: Messages) -> None:
        assert overview_charts.round_chart(read_overview(desk, 2023), messages) is None
        reviewed_year(desk)
        seen = read_overview(desk, 2023)
        chart = overview_charts.round_chart(seen, messages)
        assert chart is not None
        labels = {bar.name: bar.label for bar in chart.bars}
        assert labels["Thôn Minh Long"] == "chưa có hộ"
        assert labels[PHI_LONG] == labels["Tổng cộng"]
        assert all(sum(part.size for part in bar.parts) in {0, 1} for bar in chart.bars)

    def test_the_course_ends_with_the_closing(self, desk: Desk, messages: Messages) -> None:
        assert overview_charts.course_charts(read_overview(desk, 2023), messages) == ()
        reviewed_year(desk)
        for chart in overview_charts.course_charts(read_overview(desk, 2023), messages):
            assert [step.kind for step in (chart.steps[0], chart.steps[-1])] == [StepKind.LEVEL, StepKind.LEVEL]
            standing = chart.steps[0].size
            for step in chart.steps[1:-1]:
                standing += step.size if step.kind is StepKind.RISE else -step.size
            assert standing == chart.steps[-1].size

    def test_the_profile_begins_with_the_most_frequent(self, desk: Desk, messages: Messages) -> None:
        reviewed_year(desk)
        chart = overview_charts.profile_chart(read_overview(desk, 2023), messages)
        assert chart is not None
        assert chart.bars[0].label == "1 hộ (100,00%)"
        sizes = [bar.parts[0].size for bar in chart.bars]
        assert sizes == sorted(sizes, reverse=True)


class TestPaper:
    def test_it_holds_every_chart(self, desk: Desk, messages: Messages) -> None:
        reviewed_year(desk)
        paper = overview_paper(desk, 2023)
        drawn = [block.chart for block in paper.blocks() if isinstance(block, ChartBlock)]
        assert drawn == list(overview_charts.overview_charts(read_overview(desk, 2023), messages))
        assert len(drawn) >= 5

    def test_an_empty_year_is_refused(self, empty: Desk) -> None:
        with pytest.raises(KnownError) as caught:
            overview_paper(empty, 2023)
        assert caught.value.code == "overview-empty"
