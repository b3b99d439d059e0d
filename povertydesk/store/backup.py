"""Backups: made by the engine's own backup, opened again and checked, then named; thinned as they age.

All of the last two days are kept, then the newest of each day for two weeks, of each week for three months, and of
each month for ever.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from povertydesk.poverty.problems import KnownError
from povertydesk.store.engine import APPLICATION_ID, Engine

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NAME = re.compile(r"(\d{8}T\d{6})-([a-z-]+)\.pdesk")
_STAMP = "%Y%m%dT%H%M%S"
_ALL_FOR = datetime.timedelta(days=2)
_DAILY_FOR = datetime.timedelta(days=14)
_WEEKLY_FOR = datetime.timedelta(days=92)


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One backup of a file: when it was made, for what (`daily`, `import`, `restore`, `migration`, `manual`), where."""

    made_at: datetime.datetime
    reason: str
    path: Path


def make_backup(engine: Engine, folder: Path, file_id: str, reason: str, now: datetime.datetime) -> Backup:
    """Make a checked backup of an open file in the office's backup folder and thin the older ones."""
    place = folder / file_id
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError("backup-folder-not-writable", folder=str(folder)) from error
    target = place / f"{now.strftime(_STAMP)}-{reason}.pdesk"
    write_copy(engine, target)
    thin(folder, file_id, now)
    return Backup(now.replace(microsecond=0), reason, target)


def write_copy(engine: Engine, target: Path) -> None:
    """Write a checked copy of an open file: to a temporary name first, opened again, checked, flushed, then renamed."""
    unfinished = target.with_name(f"~{target.name}.part")
    try:
        unfinished.unlink(missing_ok=True)
        copy = Engine(unfinished, create=True)
        try:
            engine.back_up_into(copy)
        finally:
            copy.close()
        reopened = Engine(unfinished)
        try:
            require_sound(reopened)
        finally:
            reopened.close()
        with unfinished.open("rb+") as written:
            os.fsync(written.fileno())
        unfinished.replace(target)
    except OSError as error:
        raise KnownError("disk-error", file=target.name, folder=str(target.parent)) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def require_sound(engine: Engine) -> None:
    """Refuse a file whose pages, indexes or references do not hold together."""
    ours = engine.value("PRAGMA application_id") == APPLICATION_ID
    sound = ours and engine.value("PRAGMA integrity_check") == "ok" and not engine.execute("PRAGMA foreign_key_check")
    if not sound:
        raise KnownError("file-damaged", file=engine.path.name, folder=str(engine.path.parent))


def list_backups(folder: Path, file_id: str) -> tuple[Backup, ...]:
    """List the backups of a file, newest first."""
    place = folder / file_id
    if not place.is_dir():
        return ()
    found = []
    for path in place.iterdir():
        match = _NAME.fullmatch(path.name)
        if match:
            made_at = datetime.datetime.strptime(match[1], _STAMP)  # noqa: DTZ007 - the office's own wall clock
            found.append(Backup(made_at, match[2], path))
    return tuple(sorted(found, reverse=True))


def thin(folder: Path, file_id: str, now: datetime.datetime) -> None:
    """Remove the backups that are no longer kept at `now`."""
    backups = list_backups(folder, file_id)
    kept = set(kept_backups(backups, now))
    for one in backups:
        if one not in kept:
            with contextlib.suppress(OSError):
                one.path.unlink()


def kept_backups(backups: Iterable[Backup], now: datetime.datetime) -> tuple[Backup, ...]:
    """Choose what to keep: all of two days, then the newest of each day, week and month."""
    moment = now.replace(tzinfo=None)
    kept = []
    seen: set[tuple[object, ...]] = set()
    for one in sorted(backups, reverse=True):
        made = one.made_at.replace(tzinfo=None)
        age = moment - made
        slot: tuple[object, ...]
        if age <= _ALL_FOR:
            slot = ("each", one.path)
        elif age <= _DAILY_FOR:
            slot = ("day", made.date())
        elif age <= _WEEKLY_FOR:
            slot = ("week", *made.isocalendar()[:2])
        else:
            slot = ("month", made.year, made.month)
        if slot not in seen:
            seen.add(slot)
            kept.append(one)
    return tuple(kept)


def daily_is_due(folder: Path, file_id: str, now: datetime.datetime) -> bool:
    """Say whether no backup of the file was made on this day yet."""
    return all(one.made_at.date() != now.date() for one in list_backups(folder, file_id))


def restore_over(live: Path, source: Path) -> None:
    """Put a checked copy of a backup in the place of a closed file."""
    if not source.is_file():
        raise KnownError("file-missing", file=source.name, folder=str(source.parent))
    engine = Engine(source, read_only=True)
    try:
        write_copy(engine, live)
    finally:
        engine.close()
