from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from povertydesk.documents.writers.page_filling import fill_pages
from povertydesk.documents.writers.pdf_strips import Strip

_ROOM = 100.0
_HEAD = Strip(height=20.0)
_STRIPS = st.lists(
    st.sampled_from((Strip(height=0.0, breaks_page=True),))
    | st.builds(
        Strip,
        height=st.floats(1, 60),
        gap_before=st.floats(0, 10),
        keeps_with_next=st.booleans(),
        repeated_head=st.sampled_from((None, None, _HEAD)),
    ),
    max_size=40,
)


@given(strips=_STRIPS)
def test_every_strip_is_placed_once_in_order(strips: list[Strip]) -> None:
    placed = [strip for page in fill_pages(strips, _ROOM) for _, strip in page if strip is not _HEAD]
    assert [id(strip) for strip in placed] == [id(strip) for strip in strips if not strip.breaks_page]


@given(strips=_STRIPS)
def test_nothing_runs_over_the_foot_and_nothing_overlaps(strips: list[Strip]) -> None:
    for page in fill_pages(strips, _ROOM):
        assert all(top + strip.height <= _ROOM + 0.02 for top, strip in page)
        assert all(top + strip.height <= below + 0.02 for (top, strip), (below, _) in itertools.pairwise(page))


@given(strips=_STRIPS)
def test_what_keeps_together_stays_where_it_fits(strips: list[Strip]) -> None:
    pages = fill_pages(strips, _ROOM)
    page_of = {id(strip): number for number, page in enumerate(pages) for _, strip in page}
    chain: list[Strip] = []
    for strip, following in itertools.zip_longest(strips, strips[1:]):
        if strip.breaks_page:
            continue
        chain.append(strip)
        if strip.keeps_with_next and following is not None and not following.breaks_page:
            continue
        head = chain[0].repeated_head.height if chain[0].repeated_head else 0.0
        if head + sum(part.height + part.gap_before for part in chain) <= _ROOM:
            assert len({page_of[id(part)] for part in chain}) == 1
        chain = []


@given(strips=_STRIPS)
def test_a_head_comes_again_above_what_wants_it(strips: list[Strip]) -> None:
    for page in fill_pages(strips, _ROOM)[1:]:
        first = page[0][1]
        if first is _HEAD:
            assert page[1][1].repeated_head is _HEAD
        else:
            assert first.repeated_head is None


def test_a_page_break_begins_a_page_and_leaves_no_empty_one() -> None:
    line, page_break = Strip(height=10.0, gap_before=6.0), Strip(height=0.0, breaks_page=True)
    other = Strip(height=10.0, gap_before=6.0)
    pages = fill_pages([page_break, line, page_break, page_break, other, page_break], _ROOM)
    assert [[top for top, strip in page if strip.height] for page in pages] == [[0.0], [0.0]]


def test_an_empty_part_is_one_empty_page() -> None:
    assert fill_pages([], _ROOM) == [[]]
