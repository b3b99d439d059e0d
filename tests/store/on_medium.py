"""One scenario of the store on a medium of its own, run as a program: prints what came of it as JSON.

    on_medium.py SCENARIO FOLDER OTHER_FOLDER [USER]

FOLDER is the medium (full, or read-only by now) with `cam-long.pdesk` on it, OTHER_FOLDER an ordinary one. USER is
who the program becomes once it is loaded, where permissions do not bind the one who starts it.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from povertydesk.poverty.problems import KnownError
from povertydesk.store.authorship import Authorship
from povertydesk.store.backup import make_backup, restore_over, write_copy
from povertydesk.store.check import check_file, salvage
from povertydesk.store.desk_file import DeskFile, create_file, open_file
from povertydesk.store.engine import IN_MEMORY, Engine
from povertydesk.store.migrations import HISTORY, SchemaHistory, SchemaVersion
from povertydesk.store.operations import operation

AT = datetime.datetime(2023, 1, 5, 8, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
AUTHOR = Authorship("Nguyễn Văn A", AT)
BIG = "x" * 2000


def attempt(call: Callable[[], object]) -> dict[str, Any]:
    """The refusal of a call in words, or that it went well."""
    try:
        made = call()
    except KnownError as error:
        return {"code": error.code, **error.values}
    if isinstance(made, DeskFile):
        made.close()
    return {"code": "done"}


def opened(path: Path, backups: Path, history: SchemaHistory = HISTORY) -> DeskFile:
    return open_file(path, AUTHOR, "0.1.0", backups, history=history)


def seen(path: Path, backups: Path) -> dict[str, Any]:
    """What a fresh opening finds."""
    with contextlib.closing(opened(path, backups)) as desk:
        return {
            "read_only": desk.read_only,
            "notices": [notice.code for notice in desk.notices],
            "findings": [finding.code for finding in check_file(desk.engine)],
            "households": desk.engine.value("SELECT count(*) FROM household"),
            "plans": desk.engine.value("SELECT count(*) FROM commune_profile"),
            "write": attempt(lambda: write(desk, 1900)),
        }


def write(desk: DeskFile, year: int) -> None:
    texts = ("forest_share", "centre_name", "border_north", "border_east", "border_south", "border_west")
    more = ("religion_name", "religion_villages", "difficulties", "ethnic_shares")
    with operation(desk.engine, AUTHOR, "fill") as writer:
        writer.insert("commune_profile", {"year": year, **dict.fromkeys(texts + more, BIG)})


def fill(folder: Path, leave: int) -> None:
    """Fill the medium up to `leave` bytes."""
    with (folder / "filler").open("wb", buffering=0) as filler:
        with contextlib.suppress(OSError):
            while True:
                filler.write(b"\0" * 65536)
        with contextlib.suppress(OSError):
            while True:
                filler.write(b"\0" * 1024)
        filler.truncate(max(filler.tell() - leave, 0))
        os.fsync(filler.fileno())


def read_only(folder: Path, other: Path) -> dict[str, Any]:
    path = folder / "cam-long.pdesk"
    with contextlib.closing(opened(path, other)) as desk:
        backed_up = attempt(lambda: make_backup(desk.engine, other, desk.identity.file_id, "manual", AT))
        copied = attempt(lambda: write_copy(desk.engine, folder / "copy.pdesk"))
        backed_up_here = attempt(lambda: make_backup(desk.engine, folder / "b", desk.identity.file_id, "manual", AT))
    newer = SchemaHistory(SchemaVersion(HISTORY.version.major, HISTORY.version.minor + 1), HISTORY.steps)
    return {
        "seen": seen(path, other),
        "broken_off": attempt(lambda: opened(folder / "broken-off.pdesk", other)),
        "older": attempt(lambda: opened(path, other, newer)),
        "create": attempt(lambda: create_file(folder / "new.pdesk", AUTHOR, "0.1.0")),
        "restore": attempt(lambda: restore_over(path, path)),
        "backed_up": backed_up,
        "copied": copied,
        "backed_up_here": backed_up_here,
        "left": sorted(one.name for one in folder.iterdir()),
    }


def full_while_working(folder: Path, other: Path) -> dict[str, Any]:
    path = folder / "cam-long.pdesk"
    kept: list[int] = []
    with contextlib.closing(opened(path, other)) as desk:
        fill(folder, leave=300_000)
        refusal: dict[str, Any] = {"code": "done"}
        while refusal["code"] == "done" and len(kept) < 500:
            refusal = attempt(lambda: write(desk, 2000 + len(kept)))
            if refusal["code"] == "done":
                kept.append(2000 + len(kept))
        years = [row[0] for row in desk.engine.execute("SELECT year FROM commune_profile ORDER BY year")]

        def delete() -> None:
            with operation(desk.engine, AUTHOR, "delete") as writer:
                for (key,) in desk.engine.execute("SELECT id FROM household"):
                    writer.delete("household", key)

        deleted = attempt(delete)
        households = desk.engine.value("SELECT count(*) FROM household")
        findings = [finding.code for finding in check_file(desk.engine)]
        (folder / "filler").unlink()
        again = attempt(lambda: write(desk, 3000))
    return {
        "refusal": refusal,
        "kept": kept,
        "years": years,
        "deleted": deleted,
        "households": households,
        "findings": findings,
        "again": again,
        "seen": seen(path, other),
    }


def full_before(folder: Path, other: Path) -> dict[str, Any]:
    path = folder / "cam-long.pdesk"
    fill(folder, leave=0)
    full = seen(path, other)
    newer = SchemaHistory(SchemaVersion(HISTORY.version.major, HISTORY.version.minor + 1), HISTORY.steps)
    created = attempt(lambda: create_file(folder / "new.pdesk", AUTHOR, "0.1.0"))
    fill(folder, leave=60_000)
    with contextlib.closing(opened(path, other)) as desk:
        copied = attempt(lambda: write_copy(desk.engine, folder / "copy.pdesk"))
        backed_up = attempt(lambda: make_backup(desk.engine, folder / "b", desk.identity.file_id, "manual", AT))
    return {
        "seen": full,
        "create": created,
        "create_with_a_little": attempt(lambda: create_file(folder / "new.pdesk", AUTHOR, "0.1.0")),
        "copied": copied,
        "backed_up": backed_up,
        "older": attempt(lambda: opened(path, other, newer)),
        "restored": attempt(lambda: restore_over(path, path)),
        "salvaged": attempt(lambda: salvage(path, folder / "salvaged.pdesk", HISTORY)),
        "left": sorted(str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()),
    }


SCENARIOS = {"read-only": read_only, "full-while-working": full_while_working, "full-before": full_before}

if __name__ == "__main__":
    if len(sys.argv) > 4:
        # What the store loads only when it builds a schema, while its folders can still be read.
        with contextlib.closing(Engine(Path("schema"), access=IN_MEMORY)) as engine:
            HISTORY.migrate(engine)
        os.setgroups([])
        os.setgid(int(sys.argv[4]))
        os.setuid(int(sys.argv[4]))
    print(json.dumps(SCENARIOS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))))
