"""The official tables of former years as they were printed, figure by figure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from povertydesk.poverty.former_year import FormerFigure, FormerLine, FormerTable
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


def list_former_years(engine: Engine) -> dict[int, tuple[int, ...]]:
    """Return which tables the file holds of which former year, latest year first."""
    found: dict[int, list[int]] = {}
    for year, number in engine.execute(
        "SELECT DISTINCT year, table_number FROM former_table ORDER BY year DESC, table_number"
    ):
        found.setdefault(year, []).append(number)
    return {year: tuple(numbers) for year, numbers in found.items()}


def list_former_tables(engine: Engine, year: int) -> tuple[FormerTable, ...]:
    """List the tables of a former year by number, villages in the office's order, the total last."""
    rows = engine.execute(
        "SELECT table_number, village.name, counted, label, value FROM former_table "
        "LEFT JOIN village ON village.id = village_id WHERE year = ? "
        "ORDER BY table_number, village_id IS NULL, position, name_sort, counted, former_table.id",
        (year,),
    )
    tables: dict[int, dict[tuple[str | None, Counted], dict[str, FormerFigure]]] = {}
    for number, village, counted, label, value in rows:
        figures = tables.setdefault(number, {}).setdefault((village, Counted(counted)), {})
        place = Place(section=f"Biểu {number}", village=village, year=year, field=label)
        figures[label] = FormerFigure(Decimal(value), place)
    return tuple(
        FormerTable(number, tuple(FormerLine(village, counted, known) for (village, counted), known in lines.items()))
        for number, lines in tables.items()
    )


def replace_former_tables(
    engine: Engine, writer: OperationWriter, year: int, tables: Iterable[FormerTable], villages: Mapping[str, str]
) -> None:
    """Keep tables of a former year in the place of those of the same number; `villages` gives the keys by name."""
    rows = []
    for table in tables:
        for (key,) in engine.execute(
            "SELECT id FROM former_table WHERE year = ? AND table_number = ?", (year, table.number)
        ):
            writer.delete("former_table", key)
        rows += [
            {
                "year": year,
                "table_number": table.number,
                "village_id": None if line.village is None else villages[line.village],
                "counted": line.counted.value,
                "label": label,
                "value": str(figure.value),
            }
            for line in table.lines
            for label, figure in line.figures.items()
        ]
    writer.insert_many("former_table", rows)


def remove_former_tables(engine: Engine, writer: OperationWriter, year: int) -> None:
    """Remove all tables of a former year."""
    for (key,) in engine.execute("SELECT id FROM former_table WHERE year = ?", (year,)):
        writer.delete("former_table", key)
