"""The officers of the office, who sign its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.plan import Officer, SigningForm
from povertydesk.poverty.vietnamese import fold, person_sort_key

if TYPE_CHECKING:
    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


def list_officers(engine: Engine) -> tuple[Officer, ...]:
    """List the officers of the office by given name."""
    rows = engine.execute("SELECT id, name, position, signing_form FROM officer ORDER BY name_sort, id")
    return tuple(
        Officer(key, name, position, SigningForm(form) if form else None) for key, name, position, form in rows
    )


def write_officer(writer: OperationWriter, officer: Officer) -> str:
    """Keep an officer, new where it has no key yet; returns the key."""
    values = {
        "name": officer.name,
        "name_folded": fold(officer.name),
        "name_sort": person_sort_key(officer.name),
        "position": officer.position,
        "signing_form": officer.signing_form.value if officer.signing_form else None,
    }
    if officer.id:
        writer.update("officer", officer.id, values)
        return officer.id
    return writer.insert("officer", {**values, "since_on": None, "until_on": None})
