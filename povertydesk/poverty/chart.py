"""A chart described once, as data: the same description is drawn on the screen and printed on paper.

Every value bears its own label, so that nothing needs a legend, a scale or a colour to be read.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import NamedTuple


class Shade(enum.StrEnum):
    """How heavy a mark is: an accent or its lighter kin on the screen, a grey on paper."""

    STRONG = "strong"
    MIDDLE = "middle"
    FAINT = "faint"


class Reading(NamedTuple):
    """One value of a chart in words, as arrows and screen readers go through them."""

    name: str
    label: str

    @property
    def sentence(self) -> str:
        """The reading in one line."""
        return f"{self.name}: {self.label}"


class Part(NamedTuple):
    """A piece of a bar, from its left end on, in the unit of the chart."""

    size: float
    shade: Shade = Shade.STRONG


class Bar(NamedTuple):
    """One line of a bar chart: its name, its pieces side by side, and the figure written behind them."""

    name: str
    parts: tuple[Part, ...]
    label: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Lines of bars from top to bottom; `full` is the size of the longest possible bar, else the longest there is."""

    title: str
    bars: tuple[Bar, ...]
    note: str = ""
    full: float | None = None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every value in words, in the order of the bars."""
        return tuple(Reading(bar.name, bar.label) for bar in self.bars)


class Point(NamedTuple):
    """One value of a line and how it is written; None where it is not known, which interrupts the line."""

    value: float | None
    label: str


class Series(NamedTuple):
    """One line over the times of its chart, called by its name at its end."""

    name: str
    points: tuple[Point, ...]
    shade: Shade = Shade.STRONG


@dataclass(frozen=True, slots=True)
class LineChart:
    """Lines over times (years, mostly), from nought up; they are interrupted before the times in `breaks`."""

    title: str
    times: tuple[str, ...]
    series: tuple[Series, ...]
    note: str = ""
    breaks: frozenset[int] = frozenset()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every value that is known in words, time by time."""
        return tuple(
            Reading(f"{time}, {line.name}", line.points[place].label)
            for place, time in enumerate(self.times)
            for line in self.series
            if line.points[place].value is not None
        )


class StepKind(enum.StrEnum):
    """A step of a waterfall: a level it begins or ends with, or what is added or taken away between."""

    LEVEL = "level"
    RISE = "rise"
    FALL = "fall"


class Step(NamedTuple):
    """One line of a waterfall; `size` is never negative, its kind says which way it goes."""

    name: str
    size: int
    label: str
    kind: StepKind


@dataclass(frozen=True, slots=True)
class WaterfallChart:
    """What lies between two levels, step by step from top to bottom."""

    title: str
    steps: tuple[Step, ...]
    note: str = ""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every step in words."""
        return tuple(Reading(step.name, step.label) for step in self.steps)

    @property
    def spans(self) -> tuple[tuple[float, float], ...]:
        """From where to where each step reaches; a level reaches from nought and resets where the next begins."""
        spans: list[tuple[float, float]] = []
        standing = 0.0
        for step in self.steps:
            if step.kind is StepKind.LEVEL:
                spans.append((0.0, float(step.size)))
                standing = float(step.size)
                continue
            reached = standing + step.size if step.kind is StepKind.RISE else standing - step.size
            spans.append((min(standing, reached), max(standing, reached)))
            standing = reached
        return tuple(spans)


Chart = BarChart | LineChart | WaterfallChart
