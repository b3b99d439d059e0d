"""Charts as pictures for Word and Excel, which take no drawing of ours: greys on white, sharp enough to print."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageDraw, ImageFont

from povertydesk.documents.fonts import FACE_FILES, Face
from povertydesk.documents.writers.chart_lettering import (
    CHART_SIZE,
    GREYS,
    GUIDE_THICKNESS,
    LINE_THICKNESS,
    printed_drawings,
)
from povertydesk.paths import resources
from povertydesk.poverty.vietnamese import to_nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from povertydesk.documents.writers.lines import Ruler
    from povertydesk.poverty.chart import Chart
    from povertydesk.poverty.chart_drawing import Drawing

_DOTS_A_POINT = 200 / 72
_HIGHEST = 480.0
"""How high one picture may be, in points: a page of Word takes no higher one whole."""
_WHITE = 255


class ChartPicture(NamedTuple):
    """A picture as PNG with its size in points."""

    data: bytes
    width: float
    height: float


def chart_pictures(chart: Chart, width: float, ruler: Ruler) -> tuple[ChartPicture, ...]:
    """Draw a chart without title and note; one with many lines becomes several pictures, one below the other."""
    return tuple(_picture(group, width) for group in _groups(printed_drawings(chart, width, ruler)))


def _groups(drawings: tuple[Drawing, ...]) -> Iterator[list[Drawing]]:
    group: list[Drawing] = []
    for drawing in drawings:
        if group and sum(one.height for one in group) + drawing.height > _HIGHEST:
            yield group
            group = []
        group.append(drawing)
    if group:
        yield group


def _picture(drawings: list[Drawing], width: float) -> ChartPicture:
    height = sum(one.height for one in drawings)
    size = (round(width * _DOTS_A_POINT), round(height * _DOTS_A_POINT))
    image = Image.new("L", size, _WHITE)
    pen = ImageDraw.Draw(image)
    face = str(resources("fonts", FACE_FILES[Face.REGULAR]))
    letters = ImageFont.truetype(face, CHART_SIZE * _DOTS_A_POINT, layout_engine=ImageFont.Layout.BASIC)
    top = 0.0
    for drawing in drawings:
        for box in drawing.boxes:
            corners = (box.x, box.y + top, box.x + box.width, box.y + top + box.height)
            # The last row and column of dots belong to the rectangle.
            x0, y0, x1, y1 = (edge * _DOTS_A_POINT for edge in corners)
            pen.rectangle((x0, y0, max(x0, x1 - 1), max(y0, y1 - 1)), fill=round(GREYS[box.shade] * _WHITE))
        for stroke in drawing.strokes:
            thickness = LINE_THICKNESS[stroke.shade] if stroke.bold else GUIDE_THICKNESS
            ends = [(stroke.x0, stroke.y0 + top), (stroke.x1, stroke.y1 + top)]
            dots = [(x * _DOTS_A_POINT, y * _DOTS_A_POINT) for x, y in ends]
            pen.line(dots, fill=0, width=max(1, round(thickness * _DOTS_A_POINT)))
        for words in drawing.words:
            at = (words.x * _DOTS_A_POINT, (words.base + top) * _DOTS_A_POINT)
            pen.text(at, to_nfc(words.text), fill=0, font=letters, anchor="ls")
        top += drawing.height
    target = io.BytesIO()
    image.save(target, "PNG", optimize=True)
    return ChartPicture(target.getvalue(), width, height)
