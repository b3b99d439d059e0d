"""The floor of the search: the plainest question there is, a LIKE over the folded names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.vietnamese import fold
from povertydesk.store.households import like

if TYPE_CHECKING:
    from povertydesk.store.engine import Engine


def names_like(engine: Engine, text: str) -> list[tuple[str, str]]:
    """Return key and name of everybody in whose name the letters stand, in no order, for whatever reason."""
    pattern = f"%{like(fold(text))}%"
    return [
        (key, name)
        for key, name in engine.execute("SELECT id, name FROM person WHERE name_folded LIKE ? ESCAPE '\\'", (pattern,))
    ]
