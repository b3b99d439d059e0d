"""Freeze the present schema: keep a file of it, and what that file holds, for every later version to open.

    .venv/bin/python tests/files/freeze.py FILE

FILE is made by the released program itself (`povertydesk sample FILE`). It becomes `v1.pdesk` (a later minor version
`v1-1.pdesk`), and `released.json` gets its counts, its totals and the digest of every step of the schema.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import sys
from pathlib import Path
from typing import Any

from povertydesk.poverty.rollup import village_totals
from povertydesk.poverty.target import target_grid
from povertydesk.store.engine import Engine
from povertydesk.store.migrations import SchemaVersion
from povertydesk.store.targets import list_targets
from povertydesk.store.undo import History
from povertydesk.store.villages import list_figures, list_villages
from povertydesk.store.file_years import list_years

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
RECORD = FOLDER / "released.json"


def contents(path: Path) -> dict[str, Any]:
    """Say what a file holds: its version, records by table, totals by year, and how long its history is."""
    with contextlib.closing(Engine(path, read_only=True)) as engine:
        tables = [
            row[0]
            for row in engine.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            if not row[0].startswith(("sqlite_", "_sqlite_"))
        ]
        totals = {}
        for year in list_years(engine):
            grid = target_grid(year, list_villages(engine), list_figures(engine, year), list_targets(engine, year))
            totals[str(year)] = {
                **village_totals(list_figures(engine, year)),
                "reduction": grid.total.reduction,
                "poor_closing": grid.total.poor_closing,
                "poor_rate_closing": str(grid.total.poor_rate_closing),
            }
        return {
            "version": str(SchemaVersion.unpacked(engine.value("PRAGMA user_version"))),
            "file_id": engine.value("SELECT file_id FROM file_identity"),
            "counts": {table: engine.value(f"SELECT count(*) FROM {table}") for table in tables},  # noqa: S608 - of the schema
            "totals": totals,
            "operations": [one.name for one in History(engine).operations],
        }


def digests() -> dict[str, str]:
    """Return the digest of each step of the schema."""
    steps = sorted((ROOT / "povertydesk" / "store" / "schema").glob("*.sql"))
    return {step.name: hashlib.sha256(step.read_bytes()).hexdigest() for step in steps}


def freeze(made: Path) -> str:
    """Keep a file of the present schema and record what it holds; returns the tables it has nothing of."""
    held = contents(made)
    major, _, minor = held["version"].partition(".")
    name = f"v{major}.pdesk" if minor == "0" else f"v{major}-{minor}.pdesk"
    released = json.loads(RECORD.read_text(encoding="utf-8"))
    if name in released["files"]:
        message = f"{name} is released: a released schema never changes"
        raise SystemExit(message)
    shutil.copy(made, FOLDER / name)
    released["files"][name] = held
    released["steps"] = digests()
    RECORD.write_text(json.dumps(released, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return ", ".join(table for table, count in held["counts"].items() if not count)


if __name__ == "__main__":
    empty = freeze(Path(sys.argv[1]))
    sys.stdout.write(f"empty tables: {empty or 'none'}\n")
