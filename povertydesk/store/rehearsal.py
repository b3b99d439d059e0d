"""Taking operations back in mind only, to see which records would stand in the way.

A village cannot be removed again while figures of it remain, a name cannot be given back that another village bears
by now. Nothing is written: the records as they would become lie over those in the file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from povertydesk.store.engine import quoted
from povertydesk.store.operations import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from povertydesk.store.engine import Engine


_REFERENCES = """
    SELECT tables.name, keys."from", keys."table"
    FROM pragma_table_list AS tables JOIN pragma_foreign_key_list(tables.name) AS keys WHERE tables.schema = 'main'
"""
_UNIQUE = """
    SELECT tables.name, indexes.name, columns.name
    FROM pragma_table_list AS tables
    JOIN pragma_index_list(tables.name) AS indexes JOIN pragma_index_info(indexes.name) AS columns
    WHERE tables.schema = 'main' AND indexes."unique" AND indexes.origin <> 'pk' ORDER BY 1, 2, columns.seqno
"""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A record that stands in the way by the values of these fields; without fields, a record that is missing."""

    table: str
    record_id: str
    fields: frozenset[str]


class Rehearsal:
    """The records as they would be after taking operations back."""

    def __init__(self, engine: Engine) -> None:
        """Begin with the records as they are in `engine`'s file."""
        self._engine = engine
        self._parents: dict[str, list[tuple[str, str]]] = {}
        self._children: dict[str, list[tuple[str, str]]] = {}
        for table, field, parent in engine.execute(_REFERENCES):
            self._parents.setdefault(table, []).append((field, parent))
            self._children.setdefault(parent, []).append((table, field))
        unique: dict[str, dict[str, tuple[str, ...]]] = {}
        for table, index, field in engine.execute(_UNIQUE):
            fields = unique.setdefault(table, {})
            fields[index] = (*fields.get(index, ()), field)
        self._unique = {table: tuple(fields.values()) for table, fields in unique.items()}
        self._become: dict[tuple[str, str], dict[str, Any] | None] = {}
        self._holding: dict[tuple[str, tuple[str, ...], tuple[Any, ...]], set[str]] = {}

    def take_back(self, changes: Iterable[tuple[str, str, str, str | None]]) -> Iterator[Obstacle]:
        """Take an operation's changes back, given last change first, and name what stands in the way of each."""
        for table, record_id, kind, before in changes:
            if kind == ChangeKind.INSERT:
                yield from self._orphans(table, record_id)
                self._put(table, record_id, None)
                continue
            restored = json.loads(before or "{}")
            record = {**(self._record(table, record_id) or {"id": record_id}), **restored}
            yield from self._missing_parents(table, restored)
            yield from self._rivals(table, record, restored.keys())
            self._put(table, record_id, record)

    def _orphans(self, table: str, record_id: str) -> Iterator[Obstacle]:
        for child_table, field in self._children.get(table, ()):
            for key in self._holders(child_table, (field,), (record_id,)):
                yield Obstacle(child_table, key, frozenset({field}))

    def _missing_parents(self, table: str, restored: Mapping[str, Any]) -> Iterator[Obstacle]:
        for field, parent_table in self._parents.get(table, ()):
            parent = restored.get(field)
            if parent is not None and self._record(parent_table, parent) is None:
                yield Obstacle(parent_table, parent, frozenset())

    def _rivals(self, table: str, record: Mapping[str, Any], restored: Set[str]) -> Iterator[Obstacle]:
        for fields in self._unique.get(table, ()):
            values = tuple(record[name] for name in fields)
            if restored.isdisjoint(fields) or None in values:
                continue
            for key in self._holders(table, fields, values):
                if key != record["id"]:
                    yield Obstacle(table, key, frozenset(fields))

    def _record(self, table: str, record_id: str) -> dict[str, Any] | None:
        if (table, record_id) in self._become:
            return self._become[table, record_id]
        found = self._engine.records(f"SELECT * FROM {quoted(table)} WHERE id = ?", (record_id,))  # noqa: S608 - quoted
        return found[0] if found else None

    def _holders(self, table: str, fields: tuple[str, ...], values: tuple[Any, ...]) -> list[str]:
        """Find the records that would hold these values."""
        conditions = " AND ".join(f"{quoted(name)} = ?" for name in fields)
        query = f"SELECT id FROM {quoted(table)} WHERE {conditions}"  # noqa: S608 - names are quoted
        unchanged = [key for (key,) in self._engine.execute(query, values) if (table, key) not in self._become]
        return unchanged + sorted(self._holding.get((table, fields, values), ()))

    def _put(self, table: str, record_id: str, record: dict[str, Any] | None) -> None:
        for holding in self._held_by(table, self._become.get((table, record_id))):
            self._holding[holding].discard(record_id)
        self._become[table, record_id] = record
        for holding in self._held_by(table, record):
            self._holding.setdefault(holding, set()).add(record_id)

    def _held_by(
        self, table: str, record: Mapping[str, Any] | None
    ) -> list[tuple[str, tuple[str, ...], tuple[Any, ...]]]:
        if record is None:
            return []
        references = [(field,) for field, _ in self._parents.get(table, ())]
        keys = [*references, *self._unique.get(table, ())]
        return [(table, fields, tuple(record[name] for name in fields)) for fields in keys]
