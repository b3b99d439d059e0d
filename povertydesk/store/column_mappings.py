"""The confirmed mappings of household lists: which column holds what, by the signature of the list's headings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


class ColumnMapping(NamedTuple):
    """Where each field of a list stands, and whether a line is a household or a person."""

    layout: str
    columns: Mapping[str, str]


def list_mappings(engine: Engine) -> dict[str, ColumnMapping]:
    """Return the remembered mappings by the signature of their layout."""
    rows = engine.execute("SELECT signature, layout, fields FROM column_mapping")
    return {signature: ColumnMapping(layout, json.loads(fields)) for signature, layout, fields in rows}


def remember_mapping(writer: OperationWriter, signature: str, mapping: ColumnMapping) -> None:
    """Keep how a layout is read, in the place of what was kept of it before."""
    fields = json.dumps(dict(mapping.columns), ensure_ascii=False, sort_keys=True)
    writer.put("column_mapping", {"signature": signature}, {"layout": mapping.layout, "fields": fields})
