"""Review rounds, and how many households the registry holds."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from povertydesk.poverty.review import ReviewRound, RoundKind

if TYPE_CHECKING:
    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


def list_rounds(engine: Engine, year: int) -> tuple[ReviewRound, ...]:
    """List the rounds of a year in the order they were opened."""
    rows = engine.execute(
        "SELECT id, year, kind, standard, opened_on, closed_on FROM review_round WHERE year = ? ORDER BY opened_on, id",
        (year,),
    )
    return tuple(
        ReviewRound(
            key,
            of_year,
            RoundKind(kind),
            standard,
            datetime.date.fromisoformat(opened),
            datetime.date.fromisoformat(closed) if closed else None,
        )
        for key, of_year, kind, standard, opened, closed in rows
    )


def open_round(writer: OperationWriter, year: int, kind: RoundKind, standard: str, opened_on: datetime.date) -> str:
    """Open a round bound to one standard and return its key."""
    return writer.insert(
        "review_round",
        {
            "year": year,
            "kind": kind.value,
            "standard": standard,
            "opened_on": opened_on.isoformat(),
            "closed_on": None,
        },
    )
