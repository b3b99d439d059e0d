"""Entries in a village's list of names: who is chosen, who helps, what is needed, what came of it, in one grid."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from povertydesk.poverty.named_target import (
    ChosenBy,
    FollowUp,
    HouseholdNeed,
    LeavingTarget,
    RegisteredHousehold,
    TargetResult,
)
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.vietnamese import clean_line, fold
from povertydesk.store import households, officers, registered_households
from povertydesk.workflow.named_lists import read_names
from povertydesk.workflow.rank_households import rank_households

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from povertydesk.poverty.household import Household
    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.named_lists import NamedHousehold
    from povertydesk.workflow.rank_households import RankedHousehold

T = TypeVar("T")

FIELDS = ("chosen", "helper", "needs", "note", "done", "result")
_YES = frozenset({"x", "1", "co", "yes"})


class Candidate(NamedTuple):
    """A household that may be named, with its place in the ranking and what is known where it is named."""

    household: Household
    ranked: RankedHousehold | None
    named: NamedHousehold | None


class NameEntry(NamedTuple):
    """A text typed or pasted for a household; `field` is one of `FIELDS`."""

    household_id: str
    field: str
    text: str


class Candidates(NamedTuple):
    """The households of a village, nearest to leaving first; `problem` says why they could not be ranked."""

    rows: tuple[Candidate, ...]
    problem: KnownError | None


def read_candidates(desk: Desk, year: int, village_id: str) -> Candidates:
    """Read the poor households of a village in the order of the ranking, then other names.

    Where the year has no list yet, all households of the village stand in their own order.
    """
    named = {one.household.id: one for one in read_names(desk, year, village_id).rows}
    problem = None
    try:
        ranked = rank_households(desk, year, village_id=village_id).rows
        rows = [Candidate(one.household, one, named.pop(one.household.id, None)) for one in ranked]
    except KnownError as error:
        problem = error
        present = households.list_households(desk.engine, village_id)
        rows = [Candidate(one, None, named.pop(one.id, None)) for one in present]
    rows.extend(Candidate(one.household, one.ranked, one) for one in named.values())
    return Candidates(tuple(rows), problem)


def need_words(messages: Messages) -> dict[HouseholdNeed, str]:
    """Return what each need is called."""
    return {need: messages.sentence(f"need-{need.value}", {}) for need in HouseholdNeed}


def result_words(messages: Messages) -> dict[TargetResult, str]:
    """Return what each result is called."""
    return {result: messages.sentence(f"target-result-{result.value.replace('_', '-')}", {}) for result in TargetResult}


def enter_names(desk: Desk, year: int, month: int, entries: Sequence[NameEntry], messages: Messages) -> Changes:
    """Keep what was typed of names as one operation, whole or not at all; `done` is what was done in the month.

    Whoever is given a helper, a need or a result is chosen by that. Needs and results are typed by number or by the
    beginning of their words. Refused with a finding for each, its place naming the household
    (`village`) and `field`: `need-unknown`, `result-unknown`, `answer-not-yes`.
    """
    known = {one.household_id: one for one in registered_households.list_registered(desk.engine, year)}
    texts: dict[str, dict[str, str]] = {}
    for entry in entries:
        texts.setdefault(entry.household_id, {})[entry.field] = clean_line(entry.text)
    findings = [finding for key, fields in texts.items() for finding in _faults(key, fields, messages)]
    if findings:
        raise KnownError("entries-refused", findings=tuple(findings), faults=len(findings))
    going = [known[key] for key, fields in texts.items() if key in known and fields.get("chosen") == ""]
    gone = {one.household_id for one in going}
    coming = [key for key, fields in texts.items() if key not in known and any(fields.values())]
    helpers = {fold(one.name): one.id for one in officers.list_officers(desk.engine)}
    with desk.operation("edit-names", households=len(texts), year=year) as act:
        registered_households.remove_registered(desk.engine, act.writer, going)
        new = [RegisteredHousehold("", key, year, LeavingTarget.POOR, ChosenBy.RANKING) for key in coming]
        keys = registered_households.add_registered(act.writer, new)
        for one, key in zip(new, keys, strict=True):
            known[one.household_id] = dataclasses.replace(one, id=key)
        for household_id, fields in texts.items():
            if household_id not in known or household_id in gone:
                continue
            one = known[household_id]
            changed = _changed(desk, one, fields, helpers, messages)
            if changed != one:
                registered_households.write_registered(act.writer, changed)
            if "done" in fields:
                follow_up = FollowUp(one.id, month, fields["done"])
                registered_households.write_follow_up(desk.engine, act.writer, follow_up)
    return act.changes


def _changed(
    desk: Desk, one: RegisteredHousehold, fields: Mapping[str, str], helpers: Mapping[str, str], messages: Messages
) -> RegisteredHousehold:
    if "helper" in fields:
        officer = helpers.get(fold(fields["helper"]))
        one = dataclasses.replace(one, helper_id=officer, helper="" if officer else fields["helper"])
    if "needs" in fields:
        found = {_meant(part, need_words(messages)) for part in _parts(fields["needs"])}
        one = dataclasses.replace(one, needs=tuple(need for need in HouseholdNeed if need in found))
    if "note" in fields:
        one = dataclasses.replace(one, note=fields["note"])
    if "result" in fields:
        result = _meant(fields["result"], result_words(messages)) if fields["result"] else None
        on = desk.program.clock.now().date() if result else None
        one = dataclasses.replace(one, result=result, result_on=on if result is not one.result else one.result_on)
    return one


def _faults(household_id: str, fields: Mapping[str, str], messages: Messages) -> list[Finding]:
    found = []
    for part in _parts(fields.get("needs", "")):
        if _meant(part, need_words(messages)) is None:
            found.append(("need-unknown", "needs", part))
    result, chosen = fields.get("result", ""), fields.get("chosen", "")
    if result and _meant(result, result_words(messages)) is None:
        found.append(("result-unknown", "result", result))
    if chosen and fold(chosen) not in _YES:
        found.append(("answer-not-yes", "chosen", chosen))
    return [
        Finding(code, Severity.ERROR, Place(village=household_id, field=field), {"text": text})
        for code, field, text in found
    ]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]


def _meant(text: str, words: Mapping[T, str]) -> T | None:
    """Return what is meant by a number of the list or by the beginning of exactly one of its words."""
    if text.isdecimal():
        places = list(words)
        return places[int(text) - 1] if 1 <= int(text) <= len(places) else None
    typed = fold(text)
    exact = [one for one, word in words.items() if fold(word) == typed]
    found = exact or [one for one, word in words.items() if fold(word).startswith(typed)]
    return found[0] if len(found) == 1 else None
