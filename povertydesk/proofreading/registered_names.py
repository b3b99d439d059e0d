"""What must hold between a year's targets and the names behind them: the three figures, helpers, results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from povertydesk.poverty.named_target import LeavingTarget, NameStanding, VillageNames, result_of
from povertydesk.poverty.problems import Finding, Place, Severity, Value


class _ListWords(NamedTuple):
    """The codes of findings on a list of names, and the columns of the target grid they stand at."""

    differs: str
    below: str
    unhelped: str
    registered: str
    named: str


_WORDS = {
    LeavingTarget.POOR: _ListWords(
        "named-differs-from-registered", "named-below-assigned", "named-without-helper", "registered", "named"
    ),
    LeavingTarget.NEAR_POOR: _ListWords(
        "near-poor-named-differs-from-registered",
        "near-poor-named-below-plan",
        "near-poor-named-without-helper",
        "near_poor_registered",
        "near_poor_named",
    ),
}


def check_names(year: int, figures: Sequence[VillageNames], standings: Sequence[NameStanding]) -> tuple[Finding, ...]:
    """Return where names and figures of a year differ; nothing as long as no household is named at all."""
    if not standings:
        return ()
    found = [finding for one in figures for finding in _figure_findings(one, year)]
    found.extend(finding for one in standings for finding in _standing_findings(one, year))
    return tuple(found)


def _figure_findings(names: VillageNames, year: int) -> Iterator[Finding]:
    words = _WORDS[names.target]
    typed = Place(village=names.village, year=year, field=words.registered)
    listed = Place(village=names.village, year=year, field=words.named)
    values: dict[str, Value]
    if names.registered is not None and names.registered != names.named:
        values = {"village": names.village, "registered": names.registered, "named": names.named}
        yield Finding(words.differs, Severity.WARNING, typed, values)
    if names.assigned is not None and names.named < names.assigned:
        values = {"village": names.village, "assigned": names.assigned, "named": names.named}
        yield Finding(words.below, Severity.WARNING, listed, values)
    if names.unhelped:
        values = {"village": names.village, "households": names.unhelped}
        yield Finding(words.unhelped, Severity.WARNING, listed, values)


def _standing_findings(one: NameStanding, year: int) -> Iterator[Finding]:
    place = Place(village=one.village, year=year, field="registered")
    values: dict[str, Value] = {"village": one.village, "household": one.label}
    if one.opening_known and one.opening is not one.registered.target.status:
        yield Finding("registered-household-not-on-list", Severity.WARNING, place, values)
    elif one.closed and one.registered.result is not None:
        told = result_of(one.registered.target, one.closing)
        if told is not None and told is not one.registered.result:
            yield Finding("result-differs-from-round", Severity.WARNING, place, values)
