"""Commits one operation after another and prints the number of each once it is acknowledged, until it is killed.

committing.py FILE BACKUP_FOLDER FIRST
"""

from __future__ import annotations

import datetime
import itertools
import os
import sys
from pathlib import Path

from povertydesk.store.authorship import Authorship
from povertydesk.store.desk_file import open_file
from povertydesk.store.operations import operation

AUTHOR = Authorship(
    "Trần Thị B", datetime.datetime(2023, 1, 5, 7, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
)


def commit_for_ever(file: Path, backups: Path, first: int) -> None:
    desk = open_file(file, AUTHOR, "0.1.0", backups)
    village = desk.engine.value("SELECT id FROM village ORDER BY position LIMIT 1")
    for number in itertools.count(first):
        with operation(desk.engine, AUTHOR, "commit", {"number": number}) as writer:
            # Three records at a time, one of them changed again and again: half a transaction would show.
            writer.insert("year_assignment", {"year": number, "reduction": number})
            writer.insert("village_target", {"village_id": village, "year": number, "reduction": number})
            writer.put("village_year", {"village_id": village, "year": 1}, {"households": number})
        os.write(1, f"{number}\n".encode())


if __name__ == "__main__":
    commit_for_ever(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
