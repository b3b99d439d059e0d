"""Keeping the steering committee: one register of officers with their terms, villages and households."""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.committee import CommitteeRole
from povertydesk.poverty.plan import head_of
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.proofreading.committee import CommitteeRecords, check_committee
from povertydesk.store import households, officer_terms, officers, plans, registered_households, villages

if TYPE_CHECKING:
    from povertydesk.poverty.area import Village
    from povertydesk.poverty.committee import OfficerTerm
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.named_target import LeavingTarget
    from povertydesk.poverty.plan import Officer
    from povertydesk.poverty.problems import Finding
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk

_ROLES = tuple(CommitteeRole)


class CommitteeMember(NamedTuple):
    """A member with the villages and the registered households (keys) of a year that are theirs to look after."""

    officer: Officer
    term: OfficerTerm
    villages: tuple[Village, ...]
    households: tuple[str, ...]


class HelpedHousehold(NamedTuple):
    """A household registered to leave a list, and who helps it: an officer (`helper_id`), somebody else, or nobody."""

    household: Household
    village: Village
    helper: str
    helper_id: str | None
    target: LeavingTarget


class Committee(NamedTuple):
    """The committee as it is on a day, in the order of roles, with its former and later members and what it lacks.

    `registered` counts the households registered to leave poverty in the year, `unhelped` those that nobody helps.
    """

    year: int
    on: datetime.date
    members: tuple[CommitteeMember, ...]
    others: tuple[CommitteeMember, ...]
    registered: int
    unhelped: int
    findings: tuple[Finding, ...]


def read_committee(desk: Desk, year: int, on: datetime.date | None = None) -> Committee:
    """Read the committee of a year on a day: where none is given on today, or the year's day nearest to it."""
    day = on or _day_of(desk, year)
    terms = officer_terms.list_terms(desk.engine)
    known = {one.id: one for one in officers.list_officers(desk.engine)}
    places = {one.id: one for one in villages.list_villages(desk.engine)}
    helped: dict[str, tuple[str, ...]] = {}
    registered = registered_households.list_registered(desk.engine, year)
    for one in registered:
        if one.helper_id is not None:
            helped[one.helper_id] = (*helped.get(one.helper_id, ()), one.household_id)
    ranked = [
        CommitteeMember(
            known[term.officer_id],
            term,
            tuple(places[village] for village in term.villages),
            helped.get(term.officer_id, ()),
        )
        for term in sorted(terms, key=lambda term: _ROLES.index(term.role))
    ]
    return Committee(
        year,
        day,
        members=tuple(one for one in ranked if one.term.holds_on(day)),
        others=tuple(one for one in ranked if not one.term.holds_on(day)),
        registered=len(registered),
        unhelped=sum(1 for one in registered if not one.helped),
        findings=_findings(desk, year, day, terms),
    )


def list_helped(desk: Desk, year: int) -> tuple[HelpedHousehold, ...]:
    """List the households registered to leave poverty in a year by village and code, each with who helps it."""
    registered = registered_households.list_registered(desk.engine, year)
    if not registered:
        return ()
    known = {one.id: one for one in households.list_all_households(desk.engine)}
    places = {one.id: one for one in villages.list_villages(desk.engine)}
    names = {one.id: one.name for one in officers.list_officers(desk.engine)}
    return tuple(
        HelpedHousehold(
            household := known[one.household_id],
            places[household.village_id],
            one.helper if one.helper_id is None else names[one.helper_id],
            one.helper_id,
            one.target,
        )
        for one in registered
    )


def edit_term(desk: Desk, term: OfficerTerm) -> Changes:
    """Keep an officer's term with its villages, new where it has no key yet.

    Refused: `officer-not-found`, `term-ends-before-beginning`, and `term-overlaps` where the officer has another term
    on the same day.
    """
    officer = next((one for one in officers.list_officers(desk.engine) if one.id == term.officer_id), None)
    if officer is None:
        raise KnownError("officer-not-found")
    kept = dataclasses.replace(term, organisation=clean_line(term.organisation), phone=clean_line(term.phone))
    if kept.from_on is not None and kept.until_on is not None and kept.until_on < kept.from_on:
        raise KnownError("term-ends-before-beginning", officer=officer.name)
    for other in officer_terms.list_terms(desk.engine):
        if other.officer_id == kept.officer_id and other.id != kept.id and other.overlaps(kept):
            raise KnownError("term-overlaps", officer=officer.name)
    with desk.operation("edit-officer-term", officer=officer.name) as act:
        officer_terms.write_term(desk.engine, act.writer, kept)
    return act.changes


def remove_term(desk: Desk, term_id: str) -> Changes:
    """Remove a term that was entered by mistake; one that is over is ended instead. Refused: `term-not-found`."""
    term = next((one for one in officer_terms.list_terms(desk.engine) if one.id == term_id), None)
    if term is None:
        raise KnownError("term-not-found")
    name = next(one.name for one in officers.list_officers(desk.engine) if one.id == term.officer_id)
    with desk.operation("remove-officer-term", officer=name) as act:
        officer_terms.remove_term(desk.engine, act.writer, term_id)
    return act.changes


def check_members(desk: Desk, year: int) -> tuple[Finding, ...]:
    """Return what the committee lacks in a year; nothing where no committee was entered."""
    return _findings(desk, year, _day_of(desk, year), officer_terms.list_terms(desk.engine))


def _findings(desk: Desk, year: int, on: datetime.date, terms: tuple[OfficerTerm, ...]) -> tuple[Finding, ...]:
    engine = desk.engine
    plan, known = plans.read_plan(engine, year), officers.list_officers(engine)
    names = registered_households.list_registered(engine, year)
    return check_committee(
        CommitteeRecords(
            year=year,
            on=on,
            terms=terms,
            villages=villages.list_villages(engine),
            officers={one.id: one for one in known},
            signed_on=plan.issued_on or on,
            signer=plan.signer or head_of(known),
            helping=Counter(one.helper_id for one in names if one.helper_id is not None),
        )
    )


def _day_of(desk: Desk, year: int) -> datetime.date:
    today = desk.program.clock.now().date()
    return min(max(today, datetime.date(year, 1, 1)), datetime.date(year, 12, 31))
