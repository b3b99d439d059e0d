"""The columns of a list as the clerk confirms them: heading, a few values, and the field each is read as."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.cell_reading import NOTHING_WRITTEN, shown
from povertydesk.exchange.household_columns import GivenMapping, find_tables
from povertydesk.exchange.workbook import column_letter
from povertydesk.workflow.import_households import household_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from povertydesk.exchange.household_columns import HouseholdTable

_SAMPLES = 3


class ListColumn(NamedTuple):
    """One column with its heading, some of its values, and the field it is read as; None is not read.

    `old_encoding` is `tcvn3` or `vni` where the column was typed with a font of before Unicode.
    """

    letter: str
    title: str
    samples: tuple[str, ...]
    field: str | None
    old_encoding: str = ""


class ListSheet(NamedTuple):
    """One sheet with a list: where it is known again by its `signature`, and what its columns hold."""

    name: str
    signature: str
    by_person: bool
    columns: tuple[ListColumn, ...]


def propose_columns(path: Path, remembered: Mapping[str, GivenMapping]) -> tuple[ListSheet, ...]:
    """Say how each sheet of a workbook would be read: as confirmed before, or by its headings."""
    return tuple(_sheet(table) for table in find_tables(path, household_words(), remembered))


def chosen_mapping(fields: Mapping[str, str]) -> GivenMapping:
    """Return the mapping of a sheet from the field of each column by its letter."""
    return GivenMapping(columns={field: f"={letter}" for letter, field in fields.items()})


def known_fields() -> tuple[str, ...]:
    """List every field a column can hold, in the order they are offered."""
    return tuple(household_words().columns)


def _sheet(table: HouseholdTable) -> ListSheet:
    fields = {column_letter(position): name for name, position in table.columns.items()}
    titles = {letter: table.titles[name] for letter, name in fields.items()} | dict(table.unmapped)
    width = max((len(cells) for cells in table.sheet.rows), default=0)
    places = [(position, letter) for position in range(width) if (letter := column_letter(position)) in titles]
    return ListSheet(
        table.sheet.name,
        table.signature,
        table.layout.value == "person",
        tuple(
            ListColumn(letter, titles[letter], _samples(table, position), fields.get(letter), _encoding(table, letter))
            for position, letter in places
        ),
    )


def _samples(table: HouseholdTable, position: int) -> tuple[str, ...]:
    found: list[str] = []
    for row in range(table.heading.first_row, len(table.sheet.rows)):
        cell = table.sheet.cell(row, position)
        words = "" if cell is None else shown(cell)
        if words not in NOTHING_WRITTEN and words not in found:
            found.append(words)
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def _encoding(table: HouseholdTable, letter: str) -> str:
    decision = table.encodings.get(letter)
    return decision.encoding.value if decision is not None else ""
