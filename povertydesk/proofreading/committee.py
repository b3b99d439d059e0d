"""What must hold of the steering committee on a day: every village has a member, helpers and signers are in it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from povertydesk.poverty.area import Village
from povertydesk.poverty.committee import OfficerTerm
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.plan import Officer
from povertydesk.poverty.problems import Finding, Place, Severity, Value


@dataclass(frozen=True, slots=True)
class CommitteeRecords:
    """Everything of a year that the committee is held against.

    `helping` counts the registered households each officer helps. `signer` signs the year's plan, on `signed_on`.
    """

    year: int
    on: datetime.date
    terms: Sequence[OfficerTerm]
    villages: Sequence[Village]
    officers: Mapping[str, Officer]
    signed_on: datetime.date
    signer: Officer | None = None
    helping: Mapping[str, int] = field(default_factory=dict)


def check_committee(known: CommitteeRecords) -> tuple[Finding, ...]:
    """Return what the committee lacks on a day of a year; nothing where no committee was entered.

    Only helpers who were members at some time are held to a term.
    """
    if not known.terms:
        return ()
    return (*_villages(known), *_helpers(known), *_signer(known))


def _villages(known: CommitteeRecords) -> Iterator[Finding]:
    covered = {village for term in known.terms if term.holds_on(known.on) for village in term.villages}
    for village in known.villages:
        if village.id not in covered:
            place = Place(village=village.name, year=known.year)
            values: dict[str, Value] = {"village": village.name, "date": format_date(known.on)}
            yield Finding("village-without-member", Severity.WARNING, place, values)


def _helpers(known: CommitteeRecords) -> Iterator[Finding]:
    members = {term.officer_id for term in known.terms if term.holds_on(known.on)}
    for key in dict.fromkeys(term.officer_id for term in known.terms):
        households = known.helping.get(key, 0)
        if key not in members and households:
            values: dict[str, Value] = {"officer": known.officers[key].name, "households": households}
            yield Finding("helper-outside-term", Severity.WARNING, Place(year=known.year), values)


def _signer(known: CommitteeRecords) -> Iterator[Finding]:
    members = {term.officer_id for term in known.terms if term.holds_on(known.signed_on)}
    if known.signer is not None and known.signer.id not in members:
        values: dict[str, Value] = {"officer": known.signer.name, "date": format_date(known.signed_on)}
        yield Finding("signer-not-in-committee", Severity.WARNING, Place(year=known.year), values)
