"""Who was in the steering committee from when until when, and the villages each member is responsible for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.committee import CommitteeRole, OfficerTerm
from povertydesk.store.stored_dates import read_day, stored_day

if TYPE_CHECKING:
    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


def list_terms(engine: Engine) -> tuple[OfficerTerm, ...]:
    """List every term, by the officer's given name and then by time."""
    villages: dict[str, tuple[str, ...]] = {}
    for term, village in engine.execute(
        "SELECT officer_term_id, village_id FROM officer_village JOIN village ON village.id = village_id "
        "ORDER BY position, name_sort"
    ):
        villages[term] = (*villages.get(term, ()), village)
    rows = engine.execute(
        "SELECT officer_term.id, officer_id, role, organisation, phone, from_on, officer_term.until_on "
        "FROM officer_term JOIN officer ON officer.id = officer_id "
        "ORDER BY name_sort, officer.id, coalesce(from_on, ''), officer_term.id"
    )
    return tuple(
        OfficerTerm(
            key,
            officer,
            CommitteeRole(role),
            organisation or "",
            phone or "",
            read_day(first),
            read_day(until),
            villages.get(key, ()),
        )
        for key, officer, role, organisation, phone, first, until in rows
    )


def write_term(engine: Engine, writer: OperationWriter, term: OfficerTerm) -> str:
    """Keep a term with its villages, new where it has no key yet; returns the key."""
    values = {
        "officer_id": term.officer_id,
        "role": term.role.value,
        "organisation": term.organisation or None,
        "phone": term.phone or None,
        "from_on": stored_day(term.from_on),
        "until_on": stored_day(term.until_on),
    }
    key = term.id or writer.insert("officer_term", values)
    if term.id:
        writer.update("officer_term", key, values)
    kept = _villages_of(engine, key)
    for village, record in kept.items():
        if village not in term.villages:
            writer.delete("officer_village", record)
    coming = [village for village in dict.fromkeys(term.villages) if village not in kept]
    writer.insert_many("officer_village", [{"officer_term_id": key, "village_id": village} for village in coming])
    return key


def remove_term(engine: Engine, writer: OperationWriter, term_id: str) -> None:
    """Remove a term that was entered by mistake, with its villages."""
    for record in _villages_of(engine, term_id).values():
        writer.delete("officer_village", record)
    writer.delete("officer_term", term_id)


def _villages_of(engine: Engine, term_id: str) -> dict[str, str]:
    return dict(engine.execute("SELECT village_id, id FROM officer_village WHERE officer_term_id = ?", (term_id,)))
