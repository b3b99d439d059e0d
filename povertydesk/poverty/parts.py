"""Which counts of a village are parts of which: no part is more than its whole, nor are parts together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PARTS = (
    ("poor", "households", "poor-exceeds-households"),
    ("near_poor", "households", "near-poor-exceeds-households"),
    ("ethnic_minority_poor", "poor", "minority-poor-exceeds-poor"),
    ("ethnic_minority_poor", "ethnic_minority_households", "minority-poor-exceeds-minority"),
    ("kinh_households", "households", "group-exceeds-residents"),
    ("ethnic_minority_households", "households", "group-exceeds-residents"),
    ("local_minority_households", "ethnic_minority_households", "local-minority-exceeds-minority"),
    ("kinh_people", "people", "group-exceeds-residents"),
    ("ethnic_minority_people", "people", "group-exceeds-residents"),
    ("local_minority_people", "ethnic_minority_people", "local-minority-exceeds-minority"),
    ("poor_people", "people", "poor-exceeds-people"),
    ("near_poor_people", "people", "near-poor-exceeds-people"),
)
SUMS = (
    (("poor", "near_poor"), "households", "poor-and-near-poor-exceed"),
    (("poor_people", "near_poor_people"), "people", "poor-and-near-poor-exceed"),
)
"""Parts that together are at most a whole, and the code of the finding."""


class Excess(NamedTuple):
    """Parts that are more than their whole: the code of the finding, the counts by name, and both figures."""

    code: str
    parts: tuple[str, ...]
    whole: str
    part_count: int
    whole_count: int


def excesses(counts: Mapping[str, int | None]) -> Iterator[Excess]:
    """Find the parts among a village's counts that exceed their whole; counts that are not known contradict nothing."""
    contradicted = set()
    for part, whole, code in _PARTS:
        first, second = counts.get(part), counts.get(whole)
        if first is not None and second is not None and first > second:
            contradicted.add((part, whole))
            yield Excess(code, (part,), whole, first, second)
    for parts, whole, code in SUMS:
        known = [count for part in parts if (count := counts.get(part)) is not None]
        limit = counts.get(whole)
        alone = any((part, whole) in contradicted for part in parts)
        if not alone and limit is not None and len(known) == len(parts) and sum(known) > limit:
            yield Excess(code, parts, whole, sum(known), limit)
