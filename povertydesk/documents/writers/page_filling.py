"""Strips piled into pages, and the sheet on which a part that asks for one stands whole: alike in every writer."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.documents.page_rules import sheet_of
from povertydesk.documents.writers.pdf_blocks import BlockLayout, keep_closings
from povertydesk.poverty.paper import SheetSize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from povertydesk.documents.page_rules import Sheet
    from povertydesk.documents.writers.lines import Ruler
    from povertydesk.documents.writers.pdf_strips import Strip
    from povertydesk.poverty.paper import Part

_ROUNDING = 0.01
_MOST_PAGES_SPARED = 3

Pages = list[list[tuple[float, "Strip"]]]


class SparedPages(NamedTuple):
    """A part on one sheet: its size, whether it is set tighter, and its page."""

    size: SheetSize
    tight: bool
    sheet: Sheet
    pages: Pages


def part_pages(part: Part, laid_out: list[list[Strip]], sheet: Sheet) -> Pages:
    """Fill the pages of a part with the strips of its blocks."""
    keep_closings(part.blocks, laid_out)
    return fill_pages([strip for strips in laid_out for strip in strips], sheet.text_height)


def spared_pages(part: Part, pages: Pages, ruler: Ruler, spare: float = 0.0) -> SparedPages | None:
    """Spare a part its further pages: set tighter, or on the large sheet; None where it keeps them.

    `spare` is the height to be left free on the sheet, where another program sets the lines.
    """
    if not part.one_sheet or not 1 < len(pages) <= _MOST_PAGES_SPARED:
        return None
    for size, tight in ((part.size, True), (SheetSize.A3, False), (SheetSize.A3, True)):
        sheet = sheet_of(dataclasses.replace(part, size=size))
        layout = BlockLayout(ruler, sheet, tight=tight)
        filled = part_pages(part, [layout.strips(block) for block in part.blocks], sheet)
        if len(filled) == 1 and _foot(filled[0]) <= sheet.text_height - spare:
            return SparedPages(size, tight, sheet, filled)
    return None


class Shape(NamedTuple):
    """A part on the sheet that it gets, and whether it is set tighter so that it stands there whole."""

    part: Part
    tight: bool


def shape_of(part: Part, ruler: Ruler, spare: float = 0.0) -> Shape:
    """Choose for Word and Excel the sheet on which the PDF, too, stands: the large one where that spares it pages."""
    if part.one_sheet:
        sheet = sheet_of(part)
        layout = BlockLayout(ruler, sheet)
        pages = part_pages(part, [layout.strips(block) for block in part.blocks], sheet)
        spared = spared_pages(part, pages, ruler, spare)
        if spared is not None:
            return Shape(dataclasses.replace(part, size=spared.size), spared.tight)
    return Shape(part, tight=False)


def _foot(page: list[tuple[float, Strip]]) -> float:
    return max((top + strip.height for top, strip in page), default=0.0)


def fill_pages(strips: Sequence[Strip], room: float) -> list[list[tuple[float, Strip]]]:
    """Pile strips on pages of height `room`; what keeps together moves together where it fits on one page.

    Returns for each page its strips with the distance of each from the head of the page.
    """
    pages: list[list[tuple[float, Strip]]] = [[]]
    cursor = 0.0
    page_ends = False
    for chain in _chains(strips):
        if chain[0].breaks_page:
            page_ends = True
            continue
        fits = cursor + sum(strip.gap_before + strip.height for strip in chain) <= room + _ROUNDING
        page_ends = page_ends or not fits
        for strip in chain:
            gap = strip.gap_before if pages[-1] else 0.0
            if pages[-1] and (page_ends or cursor + gap + strip.height > room + _ROUNDING):
                pages.append([])
                cursor = gap = 0.0
                if strip.repeated_head is not None:
                    pages[-1].append((0.0, strip.repeated_head))
                    cursor = strip.repeated_head.height
            pages[-1].append((cursor + gap, strip))
            cursor += gap + strip.height
            page_ends = False
    return pages


def _chains(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    chain: list[Strip] = []
    for strip in strips:
        if strip.breaks_page and chain:
            yield chain
            chain = []
        chain.append(strip)
        if not strip.keeps_with_next:
            yield chain
            chain = []
    if chain:
        yield chain
