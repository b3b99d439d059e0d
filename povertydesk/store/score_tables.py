"""The score tables that the office loaded, each with its questionnaire."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

from povertydesk.legislation.office_tables import OfficeTable, items_data, items_from_data, office_form
from povertydesk.legislation.score_tables import score_cells
from povertydesk.poverty.problems import KnownError
from povertydesk.store.stored_dates import read_day, stored_day

if TYPE_CHECKING:
    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter

_COLUMNS = (
    "id, questionnaire, title, standard, score_column, items, points, entered_by, entered_on, checked_by, checked_on, "
    "verified"
)


def list_score_tables(engine: Engine) -> tuple[OfficeTable, ...]:
    """List the tables by questionnaire and column."""
    rows = engine.execute(f"SELECT {_COLUMNS} FROM score_table ORDER BY questionnaire, score_column")  # noqa: S608 - fixed
    return tuple(_table(row) for row in rows)


def find_score_table(engine: Engine, questionnaire: str, column: str) -> OfficeTable | None:
    """Return the table of a questionnaire and column; None where the office has none."""
    rows = engine.execute(
        f"SELECT {_COLUMNS} FROM score_table WHERE questionnaire = ? AND score_column = ?",  # noqa: S608 - fixed
        (questionnaire, column),
    )
    return _table(rows[0]) if rows else None


def read_score_table(engine: Engine, table_id: str) -> OfficeTable:
    """Return a table by its key; refused where another act has removed it."""
    rows = engine.execute(f"SELECT {_COLUMNS} FROM score_table WHERE id = ?", (table_id,))  # noqa: S608 - fixed
    if not rows:
        raise KnownError("score-table-not-found")
    return _table(rows[0])


def write_score_table(writer: OperationWriter, table: OfficeTable) -> str:
    """Keep a table in the place of the one of its questionnaire and column, and return its key."""
    points = [[*cell, table.points[cell]] for cell in score_cells(table.form) if cell in table.points]
    return writer.put(
        "score_table",
        {"questionnaire": table.form.id, "score_column": table.column},
        {
            "title": table.form.title,
            "standard": table.standard,
            "items": json.dumps(items_data(table.form), ensure_ascii=False),
            "points": json.dumps(points, ensure_ascii=False),
            "entered_by": table.entered_by,
            "entered_on": table.entered_on.isoformat(),
            "checked_by": table.checked_by,
            "checked_on": stored_day(table.checked_on),
            "verified": table.verified,
        },
    )


def remove_score_table(writer: OperationWriter, table_id: str) -> None:
    """Remove a table."""
    writer.delete("score_table", table_id)


def round_year_bound_to(engine: Engine, questionnaire: str) -> int | None:
    """Return the year of a round that a questionnaire is bound to; None where no round rests on it."""
    year = engine.value("SELECT min(year) FROM review_round WHERE questionnaire = ?", (questionnaire,))
    return None if year is None else int(year)


def rounds_without_table(engine: Engine) -> dict[str, int]:
    """Return the year of each round, by its key, whose questionnaire has no checked table in the file."""
    rows = engine.execute(
        "SELECT id, year FROM review_round WHERE questionnaire IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM score_table WHERE score_table.questionnaire = review_round.questionnaire AND verified = 1)"
    )
    return dict(rows)


def _table(row: tuple[Any, ...]) -> OfficeTable:
    key, form_id, title, standard, column, items, points, entered_by, entered_on, checked_by, checked_on, verified = row
    return OfficeTable(
        id=key,
        form=office_form(form_id, title, items_from_data(json.loads(items))),
        standard=standard,
        column=column,
        points={(item, option): number for item, option, number in json.loads(points)},
        entered_by=entered_by,
        entered_on=datetime.date.fromisoformat(entered_on),
        checked_by=checked_by,
        checked_on=read_day(checked_on),
        verified=bool(verified),
    )
