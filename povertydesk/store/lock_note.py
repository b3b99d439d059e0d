"""The note beside an open file that says who has it open: `~cam-long.pdesk.lock`.

The operating system's lock on the note says whether its owner still lives; the words in it say who that is. A note
whose lock is free was left by a program that ended badly: it is taken over, and the screen says so.
"""

from __future__ import annotations

import contextlib
import enum
import errno
import os
import sys
from typing import TYPE_CHECKING, NamedTuple

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

_LOCKED_BYTE = 1 << 20
"""Far behind the words: Windows forbids others to read the locked byte itself."""

_ATTEMPTS = 5


class Holder(NamedTuple):
    """Who has the file open, on which machine, since when."""

    person: str
    machine: str
    since: str


class LockNote:
    """One program's hold on a file."""

    def __init__(self, descriptor: int, path: Path) -> None:
        """Keep the open and locked note."""
        self._descriptor: int | None = descriptor
        self._path = path

    def release(self) -> None:
        """Take the note away and let the file go; a second call does nothing."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        ours = _still_named(descriptor, self._path)
        with contextlib.suppress(OSError):
            if ours and sys.platform != "win32":
                self._path.unlink()
        with contextlib.suppress(OSError):
            os.close(descriptor)
        if sys.platform == "win32":
            # Windows removes no open file; whoever took it in between keeps it.
            with contextlib.suppress(OSError):
                self._path.unlink()


class Obstacle(enum.Enum):
    """Why a file could not be held: another living program has it, its folder cannot be written, its disk is full."""

    HELD = "held"
    NOT_WRITABLE = "not_writable"
    FULL = "full"


class LockAttempt(NamedTuple):
    """What came of asking for the file: the note if we hold it, else the obstacle, and whose words stood there."""

    note: LockNote | None
    holder: Holder | None = None
    obstacle: Obstacle | None = None


def note_path(file: Path) -> Path:
    """Return where the note of a file lies."""
    return file.with_name(f"~{file.name}.lock")


def acquire(file: Path, person: str, now: datetime.datetime) -> LockAttempt:
    """Try to hold a file. Another living program's hold, or a folder that cannot be written, gives no note."""
    path = note_path(file)
    for _ in range(_ATTEMPTS):
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            if error.errno == errno.ENOSPC:
                return LockAttempt(None, None, Obstacle.FULL)
            return _without_writing(path)
        previous = _words(descriptor)
        if not _lock(descriptor):
            os.close(descriptor)
            return LockAttempt(None, previous, Obstacle.HELD)
        if _still_named(descriptor, path):
            return _written(LockNote(descriptor, path), descriptor, Holder(person, _machine(), _stamp(now)), previous)
        # Its owner took it away between our opening and locking it: the next one is ours or another's.
        os.close(descriptor)
    return LockAttempt(None, None, Obstacle.HELD)


def _written(note: LockNote, descriptor: int, holder: Holder, previous: Holder | None) -> LockAttempt:
    try:
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, _words_of(holder))
    except OSError as error:
        note.release()
        return LockAttempt(None, None, Obstacle.FULL if error.errno == errno.ENOSPC else Obstacle.NOT_WRITABLE)
    return LockAttempt(note, previous)


def _without_writing(path: Path) -> LockAttempt:
    """Say who holds a file whose note we may not write; a note that nobody locks is only a leftover."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return LockAttempt(None, None, Obstacle.NOT_WRITABLE)
    try:
        holder = _words(descriptor)
        if _lock(descriptor):
            return LockAttempt(None, None, Obstacle.NOT_WRITABLE)
        return LockAttempt(None, holder, Obstacle.HELD)
    finally:
        os.close(descriptor)


def _stamp(now: datetime.datetime) -> str:
    return now.isoformat(timespec="seconds")


def _lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _still_named(descriptor: int, path: Path) -> bool:
    """Say whether the locked note is the one that lies there: its owner may have removed it in between."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False


def _words(descriptor: int) -> Holder | None:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        return _holder(os.read(descriptor, 4096))
    except OSError:
        return None


def _words_of(holder: Holder) -> bytes:
    """Write person, machine and moment, a line each, so that anybody can read the note."""
    return "\n".join(" ".join(part.split()) for part in holder).encode()


def _holder(words: bytes) -> Holder | None:
    lines = words.decode(errors="replace").split("\n")
    return Holder(*lines) if len(lines) == len(Holder._fields) else None


def _machine() -> str:
    """Return the PC's name as its network knows it."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    else:  # noqa: RET505 - each system's branch is checked on that system only
        return os.uname().nodename
