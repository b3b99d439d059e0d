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
from povertydesk.store import officers, registered_households

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.who_may_help import HelperChoice

T = TypeVar("T")

FIELDS = ("chosen", "helper", "needs", "note", "done", "result")
_YES = frozenset({"x", "1", "co", "yes"})


class NameEntry(NamedTuple):
    """A text typed or pasted for a household; `field` is one of `FIELDS`."""

    household_id: str
    field: str
    text: str


def need_words(messages: Messages) -> dict[HouseholdNeed, str]:
    """Return what each need is called."""
    return {need: messages.sentence(f"need-{need.value}", {}) for need in HouseholdNeed}


def result_words(messages: Messages, target: LeavingTarget = LeavingTarget.POOR) -> dict[TargetResult, str]:
    """Return what each result is called, of a household that was to leave a list."""
    words = {
        result: messages.sentence(f"target-result-{result.value.replace('_', '-')}", {}) for result in TargetResult
    }
    if target is LeavingTarget.NEAR_POOR:
        words[TargetResult.LEFT] = messages.sentence("target-result-left-near-poor", {})
    return words


class EntrySheet(NamedTuple):
    """What names are entered for: the year, the month `done` speaks of, the list, and the helpers by number.

    Without a list (None) each household stays on the one it is named on.
    """

    year: int
    month: int
    target: LeavingTarget | None = LeavingTarget.POOR
    helpers: tuple[HelperChoice, ...] = ()

    @property
    def target_of_new(self) -> LeavingTarget:
        """The list a household comes on that was not named before; its words are those results are typed in."""
        return self.target or LeavingTarget.POOR


def enter_names(desk: Desk, sheet: EntrySheet, entries: Sequence[NameEntry], messages: Messages) -> Changes:
    """Keep what was typed of names as one operation, whole or not at all; `done` is what was done in the month.

    Whoever is given a helper, a need or a result is chosen by that, and one who was named for the other list is named
    for this one. Helpers are typed by their number, as an officer's name, or in free words; needs and results by
    number or by the beginning of their words. Refused with a finding for each, its place naming the household
    (`village`) and `field`: `helper-unknown`, `need-unknown`, `result-unknown`, `answer-not-yes`.
    """
    year = sheet.year
    known = {one.household_id: one for one in registered_households.list_registered(desk.engine, year)}
    texts: dict[str, dict[str, str]] = {}
    for entry in entries:
        texts.setdefault(entry.household_id, {})[entry.field] = clean_line(entry.text)
    findings = [finding for key, fields in texts.items() for finding in _faults(key, fields, sheet, messages)]
    if findings:
        raise KnownError("entries-refused", findings=tuple(findings), faults=len(findings))
    going = [known[key] for key, fields in texts.items() if key in known and fields.get("chosen") == ""]
    gone = {one.household_id for one in going}
    coming = [key for key, fields in texts.items() if key not in known and any(fields.values())]
    officer_ids = {fold(one.name): one.id for one in officers.list_officers(desk.engine)}
    read_by = _Known(sheet.helpers, officer_ids, messages, sheet.target_of_new)
    noted = registered_households.list_follow_ups(desk.engine, year)
    with desk.operation("edit-names", households=len(texts), year=year) as act:
        registered_households.remove_registered(desk.engine, act.writer, going)
        new = [RegisteredHousehold("", key, year, sheet.target_of_new, ChosenBy.RANKING) for key in coming]
        keys = registered_households.add_registered(act.writer, new)
        for one, key in zip(new, keys, strict=True):
            known[one.household_id] = dataclasses.replace(one, id=key)
        for household_id, fields in texts.items():
            if household_id not in known or household_id in gone:
                continue
            one = known[household_id]
            changed = dataclasses.replace(_changed(desk, one, fields, read_by), target=sheet.target or one.target)
            if changed != one:
                registered_households.write_registered(act.writer, changed)
            if "done" in fields:
                done_by = next((past.done_by for past in noted.get(one.id, ()) if past.month == sheet.month), "")
                follow_up = FollowUp(one.id, sheet.month, fields["done"], done_by)
                registered_households.write_follow_up(desk.engine, act.writer, follow_up)
    return act.changes


class _Known(NamedTuple):
    """What texts are read by: helpers by number, officers by folded name, and the words of needs and results."""

    helpers: Sequence[HelperChoice]
    officer_ids: Mapping[str, str]
    messages: Messages
    target: LeavingTarget

    def helper(self, text: str) -> tuple[str | None, str]:
        """Return the officer who is meant by a number or a name, else the free words."""
        if text.isdecimal():
            chosen = self.helpers[int(text) - 1]
            return chosen.officer_id, "" if chosen.officer_id else chosen.name
        officer = self.officer_ids.get(fold(text))
        return officer, "" if officer else text


def _changed(desk: Desk, one: RegisteredHousehold, fields: Mapping[str, str], read_by: _Known) -> RegisteredHousehold:
    messages = read_by.messages
    if "helper" in fields:
        officer, words = read_by.helper(fields["helper"])
        one = dataclasses.replace(one, helper_id=officer, helper=words)
    if "needs" in fields:
        found = {_meant(part, need_words(messages)) for part in _parts(fields["needs"])}
        one = dataclasses.replace(one, needs=tuple(need for need in HouseholdNeed if need in found))
    if "note" in fields:
        one = dataclasses.replace(one, note=fields["note"])
    if "result" in fields:
        known = result_words(messages, read_by.target)
        result = _meant(fields["result"], known) if fields["result"] else None
        on = desk.program.clock.now().date() if result else None
        one = dataclasses.replace(one, result=result, result_on=on if result is not one.result else one.result_on)
    return one


def _faults(household_id: str, fields: Mapping[str, str], sheet: EntrySheet, messages: Messages) -> list[Finding]:
    found = []
    helper = fields.get("helper", "")
    if helper.isdecimal() and not 1 <= int(helper) <= len(sheet.helpers):
        found.append(("helper-unknown", "helper", helper))
    for part in _parts(fields.get("needs", "")):
        if _meant(part, need_words(messages)) is None:
            found.append(("need-unknown", "needs", part))
    result, chosen = fields.get("result", ""), fields.get("chosen", "")
    if result and _meant(result, result_words(messages, sheet.target_of_new)) is None:
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
