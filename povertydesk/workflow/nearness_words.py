"""Why a household stands where it does in the ranking: what it lacks, and each change that alone leads off the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.workflow.explanation_words import change_words
from povertydesk.workflow.rank_households import leaving_ways

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.rank_households import RankedHousehold


class NearnessWords(NamedTuple):
    """What a household lacks, empty where it lacks nothing, and the ways off the list or why none is known."""

    lacks: str
    ways: tuple[str, ...]


def nearness_words(ranked: RankedHousehold | None, names: Mapping[str, str], messages: Messages) -> NearnessWords:
    """Put into sentences what a household would have to change to leave its list; `names` are the indicators'."""
    if ranked is None:
        return NearnessWords("", (messages.sentence("nearness-no-form"),))
    lacks = ""
    if ranked.deprived:
        shown = "; ".join(names.get(code, code) for code in ranked.deprived)
        lacks = messages.sentence("nearness-deprived", {"count": len(ranked.deprived), "indicators": shown})
    if ranked.change is None:
        judged = bool(ranked.deprived) or ranked.b1 is not None or ranked.income_per_person_vnd is not None
        code = "nearness-sealed-otherwise" if judged else "nearness-no-form"
        return NearnessWords(lacks, (messages.sentence(code, {"status": ranked.target.status.value}),))
    ways = tuple(change_words(leaving_ways(ranked.change, ranked.target), names, messages))
    nothing = messages.sentence("nearness-nothing-alone", {"status": ranked.target.status.value})
    return NearnessWords(lacks, ways or (nothing,))
