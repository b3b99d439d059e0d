"""How charts look on paper: the letters they are measured in, and the greys that tell their marks apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.documents.fonts import Face
from povertydesk.documents.page_rules import NOTE_SIZE, line_height
from povertydesk.documents.writers.pdf_strips import ASCENT
from povertydesk.poverty.chart import LineChart, Shade
from povertydesk.poverty.chart_drawing import Drawing, Lettering, draw_chart, in_lines

if TYPE_CHECKING:
    from povertydesk.documents.writers.lines import Ruler
    from povertydesk.poverty.chart import Chart

CHART_SIZE = NOTE_SIZE
GREYS = {Shade.STRONG: 0.3, Shade.MIDDLE: 0.6, Shade.FAINT: 0.82}
"""Far enough apart for a copy of a copy; a mark is never told by its grey alone, since each bears its figure."""
GUIDE_THICKNESS = 0.5
LINE_THICKNESS = {Shade.STRONG: 1.6, Shade.MIDDLE: 0.9, Shade.FAINT: 0.9}


def printed_drawings(chart: Chart, width: float, ruler: Ruler) -> tuple[Drawing, ...]:
    """Lay a chart out for paper, in points: in lines between which a page may end, or whole where it has none."""
    lettering = Lettering(
        lambda text: ruler.width(text, Face.REGULAR) * CHART_SIZE, line_height(CHART_SIZE), ASCENT * CHART_SIZE
    )
    drawing = draw_chart(chart, width, lettering)
    return (drawing,) if isinstance(chart, LineChart) else in_lines(drawing)
