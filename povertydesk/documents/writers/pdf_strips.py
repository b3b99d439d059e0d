"""A page is a pile of strips: each a line of text, a grid row or a whole head, placed but not yet painted.

Inside a strip x counts from the left margin and y downwards from the strip's upper edge, in points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.documents.fonts import Face
from povertydesk.documents.page_rules import RULE_THICKNESS

if TYPE_CHECKING:
    from povertydesk.documents.writers.lines import Line
    from povertydesk.poverty.paper import Figure

ASCENT = 0.891
DESCENT = 0.216
"""Above and below the base line, in parts of the type size, as Times New Roman has them."""


class TextAt(NamedTuple):
    """A stretch of text on a base line; `word_space` is what justification adds to each space."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    word_space: float = 0.0


class RuleAt(NamedTuple):
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float = RULE_THICKNESS


class BoxAt(NamedTuple):
    """A rectangle filled with a grey: 0 is black, 1 white."""

    x: float
    y: float
    width: float
    height: float
    grey: float


class FigureAt(NamedTuple):
    """Where a bound figure stands."""

    figure: Figure
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Strip:
    """A piece of the page that is never cut.

    `gap_before` falls away at the head of a page. `keeps_with_next` binds it to the strip below. `repeated_head` is
    set above it again where it begins a page. One that `breaks_page` is not placed: what follows begins a new page.
    `outline_level` makes it a bookmark called `outline_title`.
    """

    height: float
    gap_before: float = 0.0
    keeps_with_next: bool = False
    texts: list[TextAt] = field(default_factory=list)
    rules: list[RuleAt] = field(default_factory=list)
    boxes: list[BoxAt] = field(default_factory=list)
    figures: list[FigureAt] = field(default_factory=list)
    repeated_head: Strip | None = None
    breaks_page: bool = False
    section: str = ""
    outline_level: int | None = None
    outline_title: str = ""

    def frame(self, x0: float, y0: float, x1: float, y1: float, thickness: float = RULE_THICKNESS) -> None:
        """Draw a rectangle of rules."""
        self.rules += (
            RuleAt(x0, y0, x1, y0, thickness),
            RuleAt(x0, y1, x1, y1, thickness),
            RuleAt(x0, y0, x0, y1, thickness),
            RuleAt(x1, y0, x1, y1, thickness),
        )

    def set_line(self, line: Line, x: float, y: float, size: float, word_space: float = 0.0) -> None:
        """Set a line of words with its base line at `y`."""
        for run in line.runs:
            left = x + run.x + run.spaces_before * word_space
            self.texts.append(TextAt(left, y, run.text, run.face, size, word_space if run.spaces else 0.0))
            if run.figure is not None:
                right = left + run.width + run.spaces * word_space
                self.figures.append(FigureAt(run.figure, left, y - ASCENT * size, right, y + DESCENT * size))


def base_line(top: float, height: float, size: float) -> float:
    """Return where the base line stands in a line of this height that begins at `top`."""
    return top + (height - (ASCENT + DESCENT) * size) / 2 + ASCENT * size
