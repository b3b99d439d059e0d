"""Target grids of a year as they were printed, line by line."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.printed_target import PRINTED_COUNTS, PRINTED_RATES, PrintedGrid, PrintedTarget

if TYPE_CHECKING:
    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter

_FIGURES = (*PRINTED_COUNTS, *PRINTED_RATES)


def list_printed_years(engine: Engine) -> tuple[int, ...]:
    """List the years with a printed grid, latest first."""
    return tuple(year for (year,) in engine.execute("SELECT DISTINCT year FROM printed_target ORDER BY year DESC"))


def read_printed_grid(engine: Engine, year: int) -> PrintedGrid:
    """Read the grid of a year as it was printed; it has no lines where none was taken in."""
    rows: list[PrintedTarget] = []
    whole = None
    for is_total, place, *figures in engine.execute(
        f"SELECT is_total, place, {', '.join(_FIGURES)} FROM printed_target "  # noqa: S608 - names of our own
        "WHERE year = ? ORDER BY position",
        (year,),
    ):
        known: dict[str, Any] = dict(zip(_FIGURES, map(_read, _FIGURES, figures), strict=True))
        line = PrintedTarget(place, **known)
        if is_total:
            whole = line
        else:
            rows.append(line)
    return PrintedGrid(tuple(rows), whole)


def replace_printed_grid(engine: Engine, writer: OperationWriter, year: int, grid: PrintedGrid) -> None:
    """Keep a grid in the place of the one that was taken in before; the same one a second time changes nothing."""
    if read_printed_grid(engine, year) == grid:
        return
    for (key,) in engine.execute("SELECT id FROM printed_target WHERE year = ?", (year,)):
        writer.delete("printed_target", key)
    lines = [(line, False) for line in grid.rows] + ([(grid.whole, True)] if grid.whole is not None else [])
    writer.insert_many(
        "printed_target",
        [
            {"year": year, "position": position, "is_total": total, "place": line.place, **_written(line)}
            for position, (line, total) in enumerate(lines)
        ],
    )


def _read(name: str, figure: Any) -> int | Decimal | None:
    return Decimal(figure) if figure is not None and name in PRINTED_RATES else figure


def _written(line: PrintedTarget) -> dict[str, int | str | None]:
    counts = {name: getattr(line, name) for name in PRINTED_COUNTS}
    rates = {name: getattr(line, name) for name in PRINTED_RATES}
    return counts | {name: None if rate is None else str(rate) for name, rate in rates.items()}
