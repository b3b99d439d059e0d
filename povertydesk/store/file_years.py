"""Which years the file knows something of, and in which the office is at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from povertydesk.store.engine import Engine


def list_years(engine: Engine) -> tuple[int, ...]:
    """List the years that have village figures, targets, names behind them, a plan or a round, latest first."""
    rows = engine.execute(
        "SELECT year FROM village_year UNION SELECT year FROM village_target UNION SELECT year FROM plan "
        "UNION SELECT year FROM year_assignment UNION SELECT year FROM indicator_target "
        "UNION SELECT year FROM registered_household UNION SELECT year FROM review_round ORDER BY year DESC"
    )
    return tuple(row[0] for row in rows)


def latest_open_year(engine: Engine) -> int | None:
    """Return the latest year with a round that is not sealed yet; None where no round is open."""
    year = engine.value("SELECT max(year) FROM review_round WHERE closed_on IS NULL")
    return None if year is None else int(year)
