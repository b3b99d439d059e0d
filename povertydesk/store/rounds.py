"""Review rounds: opening, sealing, and amending what is sealed."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import Amendment, ReviewRound, RoundKind
from povertydesk.store.stored_dates import read_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


_COLUMNS = "id, year, kind, standard, opened_on, closed_on, area, questionnaire"
_SEALED_TABLES = (
    "household", "person", "membership", "household_event", "household_decision", "review", "review_part",
    "review_round", "round_amendment",
)  # fmt: skip


def list_rounds(engine: Engine, year: int | None = None) -> tuple[ReviewRound, ...]:
    """List the rounds of a year, or of all years, in the order they were opened."""
    rows = engine.execute(
        f"SELECT {_COLUMNS} FROM review_round WHERE ?1 IS NULL OR year = ?1 ORDER BY opened_on, id",  # noqa: S608 - fixed
        (year,),
    )
    return tuple(_round(row) for row in rows)


def read_round(engine: Engine, round_id: str) -> ReviewRound:
    """Return a round; refused where another act has removed it."""
    rows = engine.execute(f"SELECT {_COLUMNS} FROM review_round WHERE id = ?", (round_id,))  # noqa: S608 - fixed
    if not rows:
        raise KnownError("round-not-found")
    return _round(rows[0])


def open_round(
    writer: OperationWriter,
    year: int,
    kind: RoundKind,
    standard: str,
    opened_on: datetime.date,
    area: AreaType | None = None,
    questionnaire: str | None = None,
) -> str:
    """Open a round bound to one standard and area and return its key."""
    return writer.insert(
        "review_round",
        {
            "year": year,
            "kind": kind.value,
            "standard": standard,
            "opened_on": opened_on.isoformat(),
            "closed_on": None,
            "area": area.value if area else None,
            "questionnaire": questionnaire,
        },
    )


def seal_round(writer: OperationWriter, round_id: str, closed_on: datetime.date) -> None:
    """Close a round: from now on it is only amended."""
    writer.update("review_round", round_id, {"closed_on": closed_on.isoformat()})


def bind_area(writer: OperationWriter, round_id: str, area: AreaType) -> None:
    """Bind a round to another area than the one it was opened under."""
    writer.update("review_round", round_id, {"area": area.value})


def require_open(engine: Engine, round_id: str) -> ReviewRound:
    """Return a round that may be written; a sealed one is refused."""
    found = read_round(engine, round_id)
    if found.closed_on is not None:
        raise KnownError("round-sealed", year=found.year)
    return found


def sealing_round(
    engine: Engine, household_id: str, day: datetime.date, *, reviewed_only: bool = False
) -> ReviewRound | None:
    """Return the first sealed round that a household's life up to a day stands in.

    An annual round seals every household up to its closing day, unless `reviewed_only` is asked for; the other ones
    seal those reviewed in them.
    """
    rows = engine.execute(
        f"SELECT {_COLUMNS} FROM review_round AS sealed WHERE closed_on >= ? AND (kind = ? OR EXISTS "  # noqa: S608 - fixed
        "(SELECT 1 FROM review WHERE round_id = sealed.id AND household_id = ?)) ORDER BY closed_on, id LIMIT 1",
        (day.isoformat(), None if reviewed_only else RoundKind.ANNUAL.value, household_id),
    )
    return _round(rows[0]) if rows else None


def sealed_until(engine: Engine) -> dict[str, datetime.date]:
    """Return the last day that sealed rounds hold of every household they reviewed, by its key."""
    rows = engine.execute(
        "SELECT household_id, max(closed_on) FROM review JOIN review_round ON review_round.id = round_id "
        "WHERE closed_on IS NOT NULL GROUP BY household_id"
    )
    return {household: datetime.date.fromisoformat(day) for household, day in rows}


def add_amendment(
    writer: OperationWriter, round_id: str, household_id: str | None, amended_on: datetime.date, reason: str
) -> str:
    """Record why a sealed round is corrected, and of which household."""
    return writer.insert(
        "round_amendment",
        {"round_id": round_id, "household_id": household_id, "amended_on": amended_on.isoformat(), "reason": reason},
    )


def list_amendments(engine: Engine, round_id: str) -> tuple[Amendment, ...]:
    """List the amendments of a round in the order they were made."""
    rows = engine.execute(
        "SELECT id, round_id, household_id, amended_on, reason FROM round_amendment WHERE round_id = ? "
        "ORDER BY amended_on, id",
        (round_id,),
    )
    return tuple(
        Amendment(key, of_round, household, datetime.date.fromisoformat(day), reason)
        for key, of_round, household, day, reason in rows
    )


def require_not_sealed_since(engine: Engine, operations: Iterable[int]) -> None:
    """Refuse to undo operations on the registry or on a round that a round was sealed after."""
    sealings = engine.execute(
        "SELECT max(operation), year FROM operation_change JOIN review_round ON review_round.id = record_id "
        "WHERE record_table = 'review_round' AND operation_change.kind = 'update' "
        "AND before LIKE '%\"closed_on\":null%' AND closed_on IS NOT NULL GROUP BY record_id ORDER BY 1"
    )
    if not sealings:
        return
    tables = ", ".join(f"'{table}'" for table in _SEALED_TABLES)
    for number in operations:
        year = next((year for sealing, year in sealings if number < sealing), None)
        if year is not None and engine.value(
            f"SELECT 1 FROM operation_change WHERE operation = ? AND record_table IN ({tables})",  # noqa: S608 - fixed
            (number,),
        ):
            raise KnownError("operation-sealed", operation=str(number), year=year)


def _round(row: tuple[Any, ...]) -> ReviewRound:
    key, year, kind, standard, opened, closed, area, questionnaire = row
    return ReviewRound(
        key,
        year,
        RoundKind(kind),
        standard,
        datetime.date.fromisoformat(opened),
        read_day(closed),
        AreaType(area) if area else None,
        questionnaire,
    )
