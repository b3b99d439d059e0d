"""Backups: made by the engine's own backup, opened again and checked, then named; thinned as they age.

All of the last two days are kept, then the newest of each day for two weeks, of each week for three months, and of
each month for ever.
"""

from __future__ import annotations

import contextlib
import datetime
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.problems import KnownError
from povertydesk.store.engine import APPLICATION_ID, DatabaseError, Engine
from povertydesk.store.placing import exists, put_in_place, refusals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

_NAME = re.compile(r"(\d{8}T\d{6})-([a-z-]+)\.pdesk")
_STAMP = "%Y%m%dT%H%M%S"
_ALL_FOR = datetime.timedelta(days=2)
_DAILY_FOR = datetime.timedelta(days=14)
_WEEKLY_FOR = datetime.timedelta(days=92)
_OF_THE_SOURCE = frozenset({"file-damaged", "not-a-desk-file"})


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One backup of a file: when it was made by the office's wall clock, for what (`daily`, `restore`, …), where."""

    made_at: datetime.datetime
    reason: str
    path: Path


def make_backup(
    engine: Engine,
    folder: Path,
    file_id: str,
    reason: str,
    now: datetime.datetime,
    pulse: Callable[[], None] | None = None,
) -> Backup:
    """Make a checked backup of an open file in the office's backup folder and thin the older ones.

    `pulse` is called now and then while the pages are copied; what it raises ends the backup, and none was made.
    """
    target = folder / file_id / f"{now.strftime(_STAMP)}-{reason}.pdesk"
    try:
        with refusals(target):
            target.parent.mkdir(parents=True, exist_ok=True)
        write_copy(engine, target, pulse)
    except KnownError as error:
        if error.code != "folder-not-writable":
            raise
        raise KnownError("backup-folder-not-writable", folder=str(target.parent)) from error
    thin(folder, file_id, now)
    return Backup(now.replace(microsecond=0, tzinfo=None), reason, target)


def write_copy(engine: Engine, target: Path, pulse: Callable[[], None] | None = None) -> None:
    """Write a checked copy of an open file: to a temporary name first, opened again, checked, flushed, then renamed."""
    unfinished = target.with_name(f"~{target.name}.part")
    try:
        with refusals(target):
            unfinished.unlink(missing_ok=True)
            # Made here first: the operating system says better than the engine why a place cannot be written.
            unfinished.touch()
            _copy_pages(engine, unfinished, pulse)
            whole = _is_whole(unfinished)
            if whole:
                put_in_place(unfinished, target)
    except KnownError as error:
        if error.code not in _OF_THE_SOURCE:
            raise
        raise KnownError(error.code, file=engine.path.name, folder=str(engine.path.parent)) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    if not whole:
        # The copy is page by page what the file is, so it is the file that is damaged.
        raise KnownError("file-damaged", file=engine.path.name, folder=str(engine.path.parent))


def require_sound(engine: Engine, without_parent: Sequence[tuple[Any, ...]] = ()) -> None:
    """Refuse a file whose pages or indexes do not hold together, or that has lost parents beyond those known before."""
    lost = Counter(row[0] for row in engine.execute("PRAGMA foreign_key_check"))
    if lost - Counter(row[0] for row in without_parent) or not _holds_together(engine):
        raise KnownError("file-damaged", file=engine.path.name, folder=str(engine.path.parent))


def list_backups(folder: Path, file_id: str) -> tuple[Backup, ...]:
    """List the backups of a file, newest first."""
    place = folder / file_id
    if not place.is_dir():
        return ()
    found = []
    for path in place.iterdir():
        match = _NAME.fullmatch(path.name)
        with contextlib.suppress(ValueError):
            if match:
                found.append(Backup(datetime.datetime.fromisoformat(match[1]), match[2], path))
    return tuple(sorted(found, reverse=True))


def thin(folder: Path, file_id: str, now: datetime.datetime) -> None:
    """Remove the backups that are no longer kept at `now`, and copies that a crash left unfinished days ago."""
    backups = list_backups(folder, file_id)
    kept = set(kept_backups(backups, now))
    with contextlib.suppress(OSError):
        for one in backups:
            if one not in kept:
                one.path.unlink()
        for unfinished in (folder / file_id).glob("~*.part"):
            if now.timestamp() - unfinished.stat().st_mtime > _ALL_FOR.total_seconds():
                unfinished.unlink()


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
    if not exists(source):
        raise KnownError("file-missing", file=source.name, folder=str(source.parent))
    engine = Engine(source, read_only=True)
    try:
        write_copy(engine, live)
    finally:
        engine.close()


def _copy_pages(engine: Engine, target: Path, pulse: Callable[[], None] | None) -> None:
    copy = Engine(target, create=True)
    try:
        engine.back_up_into(copy, pulse)
    finally:
        copy.close()


def _is_whole(path: Path) -> bool:
    try:
        reopened = Engine(path)
        try:
            return _holds_together(reopened)
        finally:
            reopened.close()
    except KnownError as error:
        if error.code not in _OF_THE_SOURCE:
            raise
        return False
    except DatabaseError:
        return False


def _holds_together(engine: Engine) -> bool:
    ours = engine.value("PRAGMA application_id") == APPLICATION_ID
    return ours and engine.execute("PRAGMA integrity_check") == [("ok",)]
