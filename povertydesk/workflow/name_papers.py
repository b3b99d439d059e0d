"""The papers on the names behind the targets: the list of registered households, and the sheet to follow them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk import paths
from povertydesk.documents.follow_up import FollowUpSheet, follow_up_paper
from povertydesk.documents.issuing_office import IssuingOffice
from povertydesk.documents.place_words import inside_sentence, kinds_of
from povertydesk.documents.registered_list import ListedName, NamedVillage, RegisteredContents, registered_paper
from povertydesk.documents.registered_words import FollowUpTemplate, RegisteredTemplate
from povertydesk.documents.review_words import load_words
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.named_target import LeavingTarget, TargetResult
from povertydesk.poverty.plan import ReductionPlan, head_of
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import capitalised
from povertydesk.store import officers
from povertydesk.workflow.edit_names import need_words, result_words
from povertydesk.workflow.explain_household import village_by_name
from povertydesk.workflow.keep_committee import read_committee
from povertydesk.workflow.named_lists import read_names
from povertydesk.workflow.rank_households import indicator_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from povertydesk.poverty.named_target import VillageNames
    from povertydesk.poverty.paper import Paper
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.named_lists import NamedHousehold, NamedList
    from povertydesk.workflow.review_papers import PaperScope

REGISTERED_PAPER = "registered"
FOLLOW_UP_PAPER = "follow-up"


class NamePaper(NamedTuple):
    """A paper on names with what contradicts itself in what it shows."""

    paper: Paper
    names: NamedList


def registered_list(desk: Desk, year: int, scope: PaperScope) -> NamePaper:
    """Write the list of the households registered in a year, of one village or of all.

    Refused: `nobody-registered` where there is no name in the scope, `village-unknown`.
    """
    names, village = _names(desk, year, scope)
    words = load_words(paths.resources("templates", "registered.toml"), RegisteredTemplate)
    office = IssuingOffice(desk.unit)
    villages = {target: _villages(desk, names, target) for target in LeavingTarget}
    member = kinds_of([one.village for one in names.figures], desk.unit.level)
    contents = RegisteredContents(
        year=year,
        place=inside_sentence(village or desk.unit.name),
        member=capitalised(", ".join(member)),
        villages=villages,
        letterhead=office.letterhead(words.symbol, ReductionPlan(year)),
        office=office,
        signer=head_of(officers.list_officers(desk.engine)),
    )
    return NamePaper(registered_paper(contents, words), names)


def follow_up_sheets(desk: Desk, year: int, scope: PaperScope) -> NamePaper:
    """Write the sheets on which villages follow their names: of the month `scope.period`, or of all twelve.

    Refused: `nobody-registered`, `village-unknown`, `month-out-of-range` where the period is no month.
    """
    month = _month(scope.period)
    names, _ = _names(desk, year, scope)
    words = load_words(paths.resources("templates", "follow_up.toml"), FollowUpTemplate)
    members = read_committee(desk, year).members
    listed = {target: _villages(desk, names, target) for target in LeavingTarget}
    sheets = [
        FollowUpSheet(
            office=desk.unit.name,
            village=inside_sentence(poor.figures.village),
            year=year,
            month=month,
            members=tuple(one.officer.name for one in members if poor.figures.village_id in one.term.villages),
            names={LeavingTarget.POOR: poor.names, LeavingTarget.NEAR_POOR: near_poor.names},
        )
        for poor, near_poor in zip(*listed.values(), strict=True)
        if poor.names or near_poor.names
    ]
    return NamePaper(follow_up_paper(sheets, words), names)


NAME_PAPERS: Mapping[str, Callable[[Desk, int, PaperScope], NamePaper]] = {
    REGISTERED_PAPER: registered_list,
    FOLLOW_UP_PAPER: follow_up_sheets,
}
"""The papers on names, by the command line's word."""


def _names(desk: Desk, year: int, scope: PaperScope) -> tuple[NamedList, str]:
    """Read the names of the scope and the name of its village, empty for all of them."""
    village = village_by_name(desk, scope.village) if scope.village is not None else None
    names = read_names(desk, year, village.id if village else None)
    if not names.rows:
        raise KnownError("nobody-registered", year=year)
    return names, village.name if village else ""


def _month(period: str | None) -> int | None:
    if period is None:
        return None
    if not period.isdecimal() or not 1 <= int(period) <= 12:
        raise KnownError("month-out-of-range", number=period)
    return int(period)


def _villages(desk: Desk, names: NamedList, target: LeavingTarget) -> tuple[NamedVillage, ...]:
    messages = Messages.load(paths.resources("messages"), "vi")
    write = _Written(indicator_names(desk, names.year), messages)
    rows: dict[str, list[NamedHousehold]] = {}
    for one in names.rows:
        if one.registered.target is target:
            rows.setdefault(one.household.village_id, []).append(one)
    return tuple(
        _village(figures, rows.get(figures.village_id, ()), names, write) for figures in names.figures_of(target)
    )


def _village(figures: VillageNames, rows: Sequence[NamedHousehold], names: NamedList, write: _Written) -> NamedVillage:
    results = [one.registered.result for one in rows]
    return NamedVillage(
        figures,
        tuple(write.name(one) for one in rows),
        left=results.count(TargetResult.LEFT),
        stayed=results.count(TargetResult.NOT_LEFT),
        unnamed=tuple(
            one.household.head_name
            for one in names.unnamed
            if one.target is figures.target and one.household.village_id == figures.village_id
        ),
    )


class _Written:
    """Puts a name into the words of papers."""

    def __init__(self, indicators: Mapping[str, str], messages: Messages) -> None:
        self._indicators = indicators
        self._needs = need_words(messages)
        self._results = {target: result_words(messages, target) for target in LeavingTarget}

    def name(self, one: NamedHousehold) -> ListedName:
        """Return the line of a registered household."""
        registered, deprived = one.registered, one.ranked.deprived if one.ranked else ()
        return ListedName(
            code=one.household.code,
            head=one.household.head_name,
            deprived="; ".join(self._indicators.get(code, code) for code in deprived),
            needs="; ".join(self._needs[need] for need in registered.needs),
            helper=one.helper,
            done={past.month: (past.done, past.done_by) for past in one.follow_ups},
            result=self._results[registered.target][registered.result] if registered.result else "",
            note=registered.note,
        )
