"""The registry of households known to the office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from povertydesk.poverty.vietnamese import fold, person_sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


@dataclass(frozen=True, slots=True)
class NewHousehold:
    """A household as it enters the registry; `code` is unique within its village."""

    village_id: str
    code: str
    head_name: str
    people_count: int | None = None
    address: str = ""


def add_households(writer: OperationWriter, households: Iterable[NewHousehold]) -> list[str]:
    """Enter households into the registry and return their keys."""
    return writer.insert_many(
        "household",
        [
            {
                "village_id": household.village_id,
                "code": household.code,
                "head_name": household.head_name,
                "head_folded": fold(household.head_name),
                "head_sort": person_sort_key(household.head_name),
                "people_count": household.people_count,
                "address": household.address,
            }
            for household in households
        ],
    )


def registry_counts(engine: Engine) -> dict[str, tuple[int, int]]:
    """Count households and their people in the registry, by village key."""
    rows = engine.execute(
        "SELECT village_id, count(*), coalesce(sum(people_count), 0) FROM household GROUP BY village_id"
    )
    return {village: (households, people) for village, households, people in rows}
