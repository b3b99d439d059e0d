"""A chart laid out: where its bars, lines and words stand on a given width, whatever they are painted with.

Lengths are in the unit of the caller (pixels, points), x from the left edge and y from the upper one downwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from povertydesk.poverty.chart import BarChart, Chart, LineChart, Shade, StepKind, WaterfallChart

_MOST_NAME = 0.42
"""How much of the width the names of lines may always take."""
_LEAST_BARS = 0.25
"""How much of the width the bars keep where longer names take what the bars can spare."""
_BAR_SHARE = 0.58
"""How much of a line's height its bar takes."""
_LINE_PITCH = 1.45
"""The height of a line of bars, in lines of text."""
_PLOT_LINES = 7.0
"""The height of a line chart between its labels, in lines of text."""
_ELLIPSIS = "…"
_STEP_SHADES = {StepKind.LEVEL: Shade.STRONG, StepKind.RISE: Shade.MIDDLE, StepKind.FALL: Shade.FAINT}


class Box(NamedTuple):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    shade: Shade


class Stroke(NamedTuple):
    """A straight line; a `bold` one carries values, the others guide the eye."""

    x0: float
    y0: float
    x1: float
    y1: float
    bold: bool = False
    shade: Shade = Shade.FAINT


class Words(NamedTuple):
    """A stretch of words with its left end and base line."""

    x: float
    base: float
    text: str
    muted: bool = False


class Frame(NamedTuple):
    """The room of one reading, by which it is pointed out."""

    x: float
    y: float
    width: float
    height: float


@dataclass(slots=True)
class Drawing:
    """Marks on a sheet of `width` and `height`; `frames` follow the readings of the chart."""

    width: float
    height: float = 0.0
    boxes: list[Box] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)


class Lettering(NamedTuple):
    """How the words of a chart measure: the width of a text, the height of a line, what of it is above the base."""

    width_of: Callable[[str], float]
    line_height: float
    ascent: float

    def base_in(self, top: float, height: float) -> float:
        """Return the base line of words in the middle of a line."""
        return top + (height - self.line_height) / 2 + self.ascent

    def fitted(self, text: str, room: float) -> str:
        """Shorten a text that is wider than its room, with an ellipsis."""
        if self.width_of(text) <= room:
            return text
        for length in range(len(text) - 1, 0, -1):
            shortened = text[:length].rstrip() + _ELLIPSIS
            if self.width_of(shortened) <= room:
                return shortened
        return _ELLIPSIS


def draw_chart(chart: Chart, width: float, lettering: Lettering) -> Drawing:
    """Lay a chart out on a width, without its title and note."""
    match chart:
        case BarChart():
            return _draw_bars(chart, width, lettering)
        case WaterfallChart():
            return _draw_waterfall(chart, width, lettering)
        case LineChart():
            return _draw_lines(chart, width, lettering)


class _Lines(NamedTuple):
    """The columns of a chart in lines: names left, bars, and room for the widest label behind them."""

    names: float
    room: float
    gap: float
    pitch: float

    @classmethod
    def of(cls, names: list[str], labels: list[str], width: float, lettering: Lettering) -> _Lines:
        gap = lettering.line_height * 0.5
        longest = max((lettering.width_of(name) for name in names), default=0.0)
        widest = max((lettering.width_of(label) for label in labels), default=0.0)
        to_spare = width * (1 - _LEAST_BARS) - widest - gap
        name_room = min(longest + gap, max(width * _MOST_NAME, to_spare))
        return cls(name_room, max(0.0, width - name_room - widest - gap), gap, lettering.line_height * _LINE_PITCH)


def _draw_bars(chart: BarChart, width: float, lettering: Lettering) -> Drawing:
    lines = _Lines.of([bar.name for bar in chart.bars], [bar.label for bar in chart.bars], width, lettering)
    longest = max((sum(part.size for part in bar.parts) for bar in chart.bars), default=0.0)
    full = max(chart.full or 0.0, longest)
    drawing = Drawing(width, lines.pitch * len(chart.bars))
    for place, bar in enumerate(chart.bars):
        x = lines.names
        for part in bar.parts:
            length = lines.room * part.size / full if full else 0.0
            _put_bar(drawing, place, x, length, part.shade, lines)
            x += length
        _put_words(drawing, place, (bar.name, bar.label), x, lines, lettering)
    return drawing


def _draw_waterfall(chart: WaterfallChart, width: float, lettering: Lettering) -> Drawing:
    spans = chart.spans
    lines = _Lines.of([step.name for step in chart.steps], [step.label for step in chart.steps], width, lettering)
    lowest = min((span[0] for span in spans), default=0.0)
    full = max((span[1] for span in spans), default=0.0) - min(lowest, 0.0)
    scale = lines.room / full if full else 0.0
    origin = lines.names - min(lowest, 0.0) * scale
    drawing = Drawing(width, lines.pitch * len(chart.steps))
    reached = 0.0
    for place, (step, span) in enumerate(zip(chart.steps, spans, strict=True)):
        if place:
            x = origin + reached * scale
            top = (place - (1 - _BAR_SHARE) / 2) * lines.pitch
            drawing.strokes.append(Stroke(x, top, x, top + lines.pitch * (1 - _BAR_SHARE)))
        left, right = (origin + edge * scale for edge in span)
        _put_bar(drawing, place, left, right - left, _STEP_SHADES[step.kind], lines)
        _put_words(drawing, place, (step.name, step.label), right, lines, lettering)
        reached = span[0] if step.kind is StepKind.FALL else span[1]
    return drawing


def _put_bar(drawing: Drawing, place: int, x: float, length: float, shade: Shade, lines: _Lines) -> None:
    if length > 0:
        thickness = lines.pitch * _BAR_SHARE
        drawing.boxes.append(Box(x, place * lines.pitch + (lines.pitch - thickness) / 2, length, thickness, shade))


def _put_words(
    drawing: Drawing, place: int, words: tuple[str, str], end: float, lines: _Lines, lettering: Lettering
) -> None:
    top = place * lines.pitch
    base = lettering.base_in(top, lines.pitch)
    name, label = words
    drawing.words.append(Words(0.0, base, lettering.fitted(name, lines.names - lines.gap)))
    drawing.words.append(Words(end + lines.gap, base, label))
    drawing.frames.append(Frame(0.0, top, drawing.width, lines.pitch))


def _draw_lines(chart: LineChart, width: float, lettering: Lettering) -> Drawing:
    line = lettering.line_height
    gap = line * 0.5
    widest_name = max((lettering.width_of(one.name) for one in chart.series), default=0.0)
    widest = max((lettering.width_of(point.label) for one in chart.series for point in one.points), default=0.0)
    end_room = min(widest_name, width * _MOST_NAME) + gap + widest / 2
    left, right = max(widest, lettering.width_of(chart.times[0]) if chart.times else 0.0) / 2, width - end_room
    top, bottom = line * 1.4, line * (1.4 + _PLOT_LINES)
    drawing = Drawing(width, bottom + line * 1.5)
    highest = max((point.value or 0.0 for one in chart.series for point in one.points), default=0.0)
    step = (right - left) / (len(chart.times) - 1) if len(chart.times) > 1 else 0.0
    end = left + step * max(0, len(chart.times) - 1) + widest / 2
    drawing.strokes.append(Stroke(0.0, bottom, end, bottom))
    every = max(1, -(-int(widest + gap) // int(step))) if step >= 1 else 1
    labelled = {place for place in range(len(chart.times)) if (len(chart.times) - 1 - place) % every == 0}
    places = _places(chart, (left, step), (bottom, bottom - top), highest)
    for place, time in enumerate(chart.times):
        if place in labelled:
            x = left + place * step - lettering.width_of(time) / 2
            drawing.words.append(Words(x, bottom + gap * 0.5 + lettering.ascent, time, muted=True))
    for number in range(len(chart.series)):
        _put_line(drawing, chart, number, places, line * 0.36)
    _label_points(drawing, chart, places, labelled, lettering)
    _name_series(drawing, chart, places, (end + gap, width), lettering)
    for place in range(len(chart.times)):
        for number in range(len(chart.series)):
            at = places.get((number, place))
            if at is not None:
                drawing.frames.append(Frame(at[0] - gap * 0.7, at[1] - gap * 0.7, gap * 1.4, gap * 1.4))
    return drawing


def _places(
    chart: LineChart, across: tuple[float, float], upwards: tuple[float, float], highest: float
) -> dict[tuple[int, int], tuple[float, float]]:
    """Return where the known points stand, by series and time."""
    return {
        (number, place): (
            across[0] + place * across[1],
            upwards[0] - (point.value / highest if highest else 0.0) * upwards[1],
        )
        for number, one in enumerate(chart.series)
        for place, point in enumerate(one.points)
        if point.value is not None
    }


def _put_line(
    drawing: Drawing, chart: LineChart, number: int, places: dict[tuple[int, int], tuple[float, float]], dot: float
) -> None:
    shade = chart.series[number].shade
    for place in range(len(chart.times)):
        at, before = places.get((number, place)), places.get((number, place - 1))
        if at is None:
            continue
        if before is not None and place not in chart.breaks:
            drawing.strokes.append(Stroke(*before, *at, bold=True, shade=shade))
        drawing.boxes.append(Box(at[0] - dot / 2, at[1] - dot / 2, dot, dot, shade))


def _label_points(
    drawing: Drawing,
    chart: LineChart,
    places: dict[tuple[int, int], tuple[float, float]],
    labelled: set[int],
    lettering: Lettering,
) -> None:
    """Write each value above its point; of two that stand close, the lower one's below it."""
    line = lettering.line_height
    for place in sorted(labelled):
        known = sorted(
            (places[number, place][1], number) for number in range(len(chart.series)) if (number, place) in places
        )
        for order, (y, number) in enumerate(known):
            close = order > 0 and y - known[order - 1][0] < line * 1.6
            text = chart.series[number].points[place].label
            x = places[number, place][0] - lettering.width_of(text) / 2
            is_low = y + line * 1.35 > drawing.height - line * 1.5
            # Below a point that lies on the foot line stand the times.
            rise = -line * 0.35 if close and not is_low else line * (1.25 + (order if close else 0))
            drawing.words.append(Words(x, y - rise + lettering.ascent, text))


def _name_series(
    drawing: Drawing,
    chart: LineChart,
    places: dict[tuple[int, int], tuple[float, float]],
    room: tuple[float, float],
    lettering: Lettering,
) -> None:
    """Write the name of each line level with its last value; names that would touch move apart."""
    last = []
    for number, one in enumerate(chart.series):
        known = [places[number, place] for place in range(len(chart.times)) if (number, place) in places]
        if known:
            last.append((known[-1][1], one.name))
    line, bottom = lettering.line_height, drawing.height - lettering.line_height * 2
    middles: list[float] = []
    for y, _ in sorted(last):
        middles.append(max(y, middles[-1] + line) if middles else y)
    too_low = max(0.0, middles[-1] - bottom) if middles else 0.0
    for middle, (_, name) in zip((one - too_low for one in middles), sorted(last), strict=True):
        base = middle - lettering.line_height / 2 + lettering.ascent
        drawing.words.append(Words(room[0], base, lettering.fitted(name, room[1] - room[0]), muted=True))


def in_lines(drawing: Drawing) -> tuple[Drawing, ...]:
    """Cut a drawing of lines, one reading each, into its lines from top to bottom, so that a page may end between."""
    cut = []
    for frame in drawing.frames:
        top, bottom = frame.y, frame.y + frame.height
        cut.append(
            Drawing(
                drawing.width,
                frame.height,
                [box._replace(y=box.y - top) for box in drawing.boxes if top <= box.y < bottom],
                [one._replace(y0=one.y0 - top, y1=one.y1 - top) for one in drawing.strokes if top <= one.y0 < bottom],
                [words._replace(base=words.base - top) for words in drawing.words if top <= words.base < bottom],
                [frame._replace(y=0.0)],
            )
        )
    return tuple(cut)
