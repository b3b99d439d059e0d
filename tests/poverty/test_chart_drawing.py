"""Charts as data and laid out: every mark stands inside the sheet, bars are as long as their share."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from povertydesk.poverty.chart_drawing import Drawing, Lettering, draw_chart, in_lines

LETTERS = Lettering(lambda text: 6.0 * len(text), 14.0, 11.0)
WIDTH = 500.0
COURSE = WaterfallChart(
    "Diễn biến hộ nghèo",
    (
        Step("Đầu kỳ", 208, "208", StepKind.LEVEL),
        Step("Vượt chuẩn", 45, "−45", StepKind.FALL),
        Step("Phát sinh mới", 3, "+3", StepKind.RISE),
        Step("Cuối kỳ", 166, "166", StepKind.LEVEL),
    ),
)

names = st.text("ăâđêôơưThôn", min_size=1, max_size=60)
bars = st.lists(
    st.tuples(names, st.lists(st.floats(0, 1e6), max_size=3), st.text("0123456789,% ", max_size=12)), max_size=60
)
rates = st.one_of(st.none(), st.floats(0, 100))


def bar_chart(rows: list[tuple[str, list[float], str]]) -> BarChart:
    return BarChart("Biểu", tuple(Bar(name, tuple(map(Part, sizes)), label) for name, sizes, label in rows))


def line_chart(lines: list[list[float | None]]) -> LineChart:
    times = tuple(str(2016 + place) for place in range(len(lines[0])))
    series = tuple(
        Series(f"Dòng {number}", tuple(Point(value, "" if value is None else f"{value:.2f}") for value in line))
        for number, line in enumerate(lines)
    )
    return LineChart("Biểu", times, series)


def assert_inside(drawing: Drawing) -> None:
    for box in drawing.boxes:
        assert box.x >= -1
        assert box.x + box.width <= drawing.width + 1
        assert box.y >= -1
        assert box.y + box.height <= drawing.height + 1
    for stroke in drawing.strokes:
        assert min(stroke.x0, stroke.x1) >= -1
        assert max(stroke.x0, stroke.x1) <= drawing.width + 1
    for words in drawing.words:
        assert 0 < words.base <= drawing.height


@given(bars)
def test_bars_stand_inside_and_beside_their_words(rows: list[tuple[str, list[float], str]]) -> None:
    chart = bar_chart(rows)
    drawing = draw_chart(chart, WIDTH, LETTERS)
    assert_inside(drawing)
    assert len(drawing.frames) == len(chart.readings) == len(rows)
    for words in drawing.words:
        assert words.x + LETTERS.width_of(words.text) <= WIDTH + 1


@given(st.integers(1, 3).flatmap(lambda n: st.lists(st.lists(rates, min_size=10, max_size=10), min_size=n, max_size=n)))
def test_lines_stand_inside_and_are_interrupted_where_nothing_is_known(lines: list[list[float | None]]) -> None:
    drawing = draw_chart(line_chart(lines), WIDTH, LETTERS)
    assert_inside(drawing)
    known = sum(value is not None for line in lines for value in line)
    joined = sum(a is not None and b is not None for line in lines for a, b in itertools.pairwise(line))
    assert len(drawing.boxes) == len(drawing.frames) == known
    assert sum(stroke.bold for stroke in drawing.strokes) == joined


@given(st.integers(0, 500), st.lists(st.tuples(st.sampled_from(["rise", "fall"]), st.integers(1, 90)), max_size=7))
def test_a_waterfall_ends_where_its_steps_lead(opening: int, moves: list[tuple[str, int]]) -> None:
    steps = [Step("Đầu kỳ", opening, str(opening), StepKind.LEVEL)]
    steps += [Step("bước", size, str(size), StepKind(kind)) for kind, size in moves]
    chart = WaterfallChart("Biểu", tuple(steps))
    assert_inside(draw_chart(chart, WIDTH, LETTERS))
    reached = opening
    for (kind, size), span in zip(moves, chart.spans[1:], strict=True):
        after = reached + size if kind == "rise" else reached - size
        assert span == pytest.approx((min(reached, after), max(reached, after)))
        reached = after


def test_a_bar_is_as_long_as_its_share() -> None:
    chart = BarChart("Biểu", (Bar("A", (Part(1.0),), "1"), Bar("B", (Part(0.5), Part(0.25, Shade.FAINT)), "0,75")))
    whole, half, quarter = draw_chart(chart, WIDTH, LETTERS).boxes
    assert half.width == pytest.approx(whole.width / 2)
    assert quarter.x == pytest.approx(half.x + half.width)
    assert quarter.width == pytest.approx(whole.width / 4)
    half_full = draw_chart(BarChart("Biểu", chart.bars, full=2.0), WIDTH, LETTERS).boxes[0]
    assert half_full.width == pytest.approx(whole.width / 2)


def test_a_step_hangs_where_the_one_before_ended() -> None:
    drawing = draw_chart(COURSE, WIDTH, LETTERS)
    opening, fall, rise, closing = drawing.boxes
    assert fall.x + fall.width == pytest.approx(opening.x + opening.width)
    assert rise.x == pytest.approx(fall.x)
    assert rise.x + rise.width == pytest.approx(closing.x + closing.width)
    assert [stroke.x0 for stroke in drawing.strokes] == [
        pytest.approx(edge) for edge in (opening.x + opening.width, fall.x, rise.x + rise.width)
    ]


def test_the_line_is_interrupted_where_the_standard_changes() -> None:
    chart = line_chart([[20.0, 18.0, 14.0, 13.7]])
    broken = LineChart(chart.title, chart.times, chart.series, breaks=frozenset({2}))
    assert sum(one.bold for one in draw_chart(chart, WIDTH, LETTERS).strokes) == 3
    assert sum(one.bold for one in draw_chart(broken, WIDTH, LETTERS).strokes) == 2


def test_what_is_read_out_is_what_is_written() -> None:
    assert [one.sentence for one in COURSE.readings] == [
        "Đầu kỳ: 208", "Vượt chuẩn: −45", "Phát sinh mới: +3", "Cuối kỳ: 166",
    ]  # fmt: skip
    assert [one.sentence for one in line_chart([[13.7, None], [1.0, 2.0]]).readings] == [
        "2016, Dòng 0: 13.70", "2016, Dòng 1: 1.00", "2017, Dòng 1: 2.00",
    ]  # fmt: skip


@pytest.mark.parametrize("chart", [COURSE, bar_chart([("Thôn Một", [1.0, 2.0], "3"), ("Thôn Hai", [], "")])])
def test_cut_into_lines_nothing_is_lost(chart: Chart) -> None:
    drawing = draw_chart(chart, WIDTH, LETTERS)
    lines = in_lines(drawing)
    assert sum(one.height for one in lines) == pytest.approx(drawing.height)
    for kind in ("boxes", "words", "strokes"):
        assert sum(len(getattr(one, kind)) for one in lines) == len(getattr(drawing, kind))


def test_a_name_too_long_is_shortened_and_read_out_whole() -> None:
    name = "Thôn " + "dài " * 40
    chart = bar_chart([(name, [1.0], "1")])
    drawing = draw_chart(chart, WIDTH, LETTERS)
    assert drawing.words[0].text.endswith("…")
    assert LETTERS.width_of(drawing.words[0].text) < WIDTH * 0.75
    assert drawing.boxes[0].width >= WIDTH / 4 - 1
    assert chart.readings[0].name == name


def test_a_long_name_takes_what_the_bars_can_spare() -> None:
    name = "Phương tiện phục vụ tiếp cận thông tin"
    drawing = draw_chart(bar_chart([(name, [1.0], "114 hộ (69,94%)")]), WIDTH, LETTERS)
    assert drawing.words[0].text == name
