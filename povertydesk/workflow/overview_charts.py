"""The charts of a year with their words: the same descriptions go to the screen and onto paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.chart import (
    Bar,
    BarChart,
    Chart,
    LineChart,
    Part,
    Point,
    Series,
    Shade,
    Step,
    StepKind,
    WaterfallChart,
)
from povertydesk.poverty.household_flows import FlowTable
from povertydesk.poverty.rate import percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from povertydesk.poverty.messages import Messages
    from povertydesk.poverty.transition import NearPoorFlow, PoorFlow
    from povertydesk.workflow.count_standings import StatusRow
    from povertydesk.workflow.overview import Overview

_POOR_STEPS = (
    ("to_near_poor", "overview-step-to-near-poor", StepKind.FALL),
    ("escaped", "overview-step-escaped-poor", StepKind.FALL),
    ("other_out", "overview-step-other-out", StepKind.FALL),
    ("from_near_poor", "overview-step-from-near-poor", StepKind.RISE),
    ("relapsed", "overview-step-relapsed", StepKind.RISE),
    ("new", "overview-step-new", StepKind.RISE),
    ("other_in", "overview-step-other-in", StepKind.RISE),
)
_NEAR_POOR_STEPS = (
    ("escaped", "overview-step-escaped-near-poor", StepKind.FALL),
    ("to_poor", "overview-step-to-poor", StepKind.FALL),
    ("other_out", "overview-step-other-out", StepKind.FALL),
    ("from_poor", "overview-step-from-poor", StepKind.RISE),
    ("relapsed", "overview-step-relapsed-near-poor", StepKind.RISE),
    ("new", "overview-step-new", StepKind.RISE),
    ("other_in", "overview-step-other-in", StepKind.RISE),
)
COURSE_WORDS = {
    table: {
        "opening": "overview-step-opening",
        **{column: code for column, code, _ in steps},
        "closing": "overview-step-closing",
    }
    for table, steps in ((FlowTable.POOR, _POOR_STEPS), (FlowTable.NEAR_POOR, _NEAR_POOR_STEPS))
}
"""How the parts of tables 2 and 3 are called in short, by the columns of the flows: codes of sentences."""

_SIGNS = {StepKind.LEVEL: "", StepKind.RISE: "+", StepKind.FALL: "\N{MINUS SIGN}"}


def round_chart(overview: Overview, messages: Messages) -> BarChart | None:
    """Draw how far the round is by village and in all; None without a round or with no household in it."""
    standing = overview.standing
    if standing is None or not standing.total.to_review:
        return None
    bars = []
    for one in (*standing.villages, standing.total):
        begun = max(0, one.begun - one.complete)
        to_do = max(0, one.to_review - one.complete - begun)
        values = {"complete": one.complete, "all": one.to_review, "begun": begun}
        code = "overview-round-label" if begun else "overview-round-label-complete"
        label = messages.sentence(code if one.to_review else "overview-nothing-to-review", values)
        base = one.to_review or 1
        parts = (
            Part(one.complete / base, Shade.STRONG),
            Part(begun / base, Shade.MIDDLE),
            Part(to_do / base, Shade.FAINT),
        )
        bars.append(Bar(one.village or messages.sentence("overview-commune"), parts, label))
    title = messages.sentence("overview-round", {"year": overview.year})
    return BarChart(title, tuple(bars), messages.sentence("overview-round-note"), full=1.0)


def rate_chart(overview: Overview, messages: Messages) -> BarChart | None:
    """Draw the poverty rate of each village and the commune; None where no poor household is known."""
    counts = overview.counts
    if counts is None or all(row.poor is None or not row.resident_households for row in (*counts.rows, counts.total)):
        return None
    commune = messages.sentence("overview-commune")
    bars = tuple(_rate_bar(row, row.village or commune, messages) for row in (*counts.rows, counts.total))
    note = "overview-rates-note-households" if counts.from_households else "overview-rates-note-figures"
    title = messages.sentence("overview-rates", {"year": overview.year})
    return BarChart(title, bars, messages.sentence(note))


def series_chart(overview: Overview, messages: Messages) -> LineChart | BarChart | None:
    """Draw the rates at the end of the years, interrupted where the standard changes; None without any rate.

    A single year makes no line: its rates stand as bars.
    """
    ends = [one for one in overview.year_ends if one.poor_rate is not None or one.near_poor_rate is not None]
    if not ends:
        return None
    title, note = messages.sentence("overview-series"), messages.sentence("overview-series-note")
    if len(ends) == 1:
        rates = (("poor", ends[0].poor_rate), ("near-poor", ends[0].near_poor_rate))
        bars = tuple(
            Bar(f"{messages.sentence(f'overview-series-{code}')}, {ends[0].year}", (Part(float(rate)),), label)
            for code, rate in rates
            if rate is not None and (label := messages.written(float(rate)))
        )
        return BarChart(title, bars, note)
    series = (
        Series(messages.sentence("overview-series-poor"), _points([one.poor_rate for one in ends], messages)),
        Series(
            messages.sentence("overview-series-near-poor"),
            _points([one.near_poor_rate for one in ends], messages),
            Shade.MIDDLE,
        ),
    )
    known = tuple(one for one in series if any(point.value is not None for point in one.points))
    breaks = frozenset(
        place
        for place in range(1, len(ends))
        if ends[place].standard != ends[place - 1].standard or ends[place].year != ends[place - 1].year + 1
    )
    if len({one.standard for one in ends}) > 1:
        note += " " + messages.sentence("overview-series-note-standards")
    return LineChart(title, tuple(str(one.year) for one in ends), known, note, breaks)


def profile_chart(overview: Overview, messages: Messages) -> BarChart | None:
    """Draw in which indicators the commune's poor households are deprived, the most frequent first."""
    profile = overview.profile
    if profile is None or not profile.poor or not profile.poor[-1].households:
        return None
    table, names = profile.poor[-1], profile.indicator_names
    bars = []
    for code, count in sorted(table.deprived.items(), key=lambda pair: -pair[1]):
        rate = percent(count, table.households)
        label = messages.sentence(
            "overview-profile-label", {"households": count, "rate": None if rate is None else float(rate)}
        )
        bars.append(Bar(names[code], (Part(float(count)),), label))
    title = messages.sentence("overview-profile", {"poor": table.households, "year": overview.year})
    return BarChart(title, tuple(bars), messages.sentence("overview-profile-note"), full=float(table.households))


def course_charts(overview: Overview, messages: Messages) -> tuple[WaterfallChart, ...]:
    """Draw tables 2 and 3 of the commune; none where the year's course is not known household by household."""
    counts = overview.counts
    if counts is None or not counts.from_households:
        return ()
    drawn = (
        _course("overview-course-poor", counts.poor_flow, _POOR_STEPS, overview.year, messages),
        _course("overview-course-near-poor", counts.near_poor_flow, _NEAR_POOR_STEPS, overview.year, messages),
    )
    return tuple(one for one in drawn if one is not None)


def overview_charts(overview: Overview, messages: Messages) -> tuple[Chart, ...]:
    """Return every chart that can be drawn of a year, in the order of the page."""
    made = (
        round_chart(overview, messages),
        rate_chart(overview, messages),
        series_chart(overview, messages),
        *course_charts(overview, messages),
        profile_chart(overview, messages),
    )
    return tuple(one for one in made if one is not None)


def _rate_bar(row: StatusRow, name: str, messages: Messages) -> Bar:
    rate = percent(row.poor, row.resident_households)
    if rate is not None:
        values = {"rate": float(rate), "poor": row.poor, "residents": row.resident_households}
        return Bar(name, (Part(float(rate)),), messages.sentence("overview-rate-label", values))
    code = "overview-not-known" if row.poor is None else "overview-count-label"
    return Bar(name, (), messages.sentence(code, {"poor": row.poor}))


def _points(rates: Sequence[Decimal | None], messages: Messages) -> tuple[Point, ...]:
    values = (None if rate is None else float(rate) for rate in rates)
    return tuple(Point(value, messages.written(value)) for value in values)


def _course(
    title: str,
    flow: PoorFlow | NearPoorFlow,
    columns: Sequence[tuple[str, str, StepKind]],
    year: int,
    messages: Messages,
) -> WaterfallChart | None:
    if flow.opening is None or flow.closing is None:
        return None
    steps = tuple(_steps(flow, columns, flow.opening, flow.closing, messages))
    return WaterfallChart(messages.sentence(title, {"year": year}), steps, messages.sentence("overview-course-note"))


def _steps(
    flow: PoorFlow | NearPoorFlow,
    columns: Sequence[tuple[str, str, StepKind]],
    opening: int,
    closing: int,
    messages: Messages,
) -> Iterator[Step]:
    levels = (("overview-step-opening", opening), ("overview-step-closing", closing))
    first, last = (Step(messages.sentence(code), size, messages.written(size), StepKind.LEVEL) for code, size in levels)
    yield first
    for column, code, kind in columns:
        size: int = getattr(flow, column)
        if size:
            yield Step(messages.sentence(code), size, _SIGNS[kind] + messages.written(size), kind)
    yield last
