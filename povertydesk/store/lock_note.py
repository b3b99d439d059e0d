"""The note beside an open file that says who has it open: `~cam-long.pdesk.lock`.

The operating system's lock on the note says whether its owner still lives; the words in it say who that is. A note
whose lock is free was left by a program that ended badly: it is taken over, and the screen says so.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

_LOCKED_BYTE = 1 << 20
"""Far behind the words: Windows forbids others to read the locked byte itself."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the file open, on which machine, since when."""

    person: str
    machine: str
    since: str


class LockNote:
    """One program's hold on a file."""

    def __init__(self, descriptor: int, path: Path) -> None:
        """Keep the open and locked note."""
        self._descriptor = descriptor
        self._path = path

    def release(self) -> None:
        """Take the note away and let the file go."""
        with contextlib.suppress(OSError):
            if sys.platform != "win32":
                self._path.unlink()
        with contextlib.suppress(OSError):
            os.close(self._descriptor)
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self._path.unlink()


@dataclass(frozen=True, slots=True)
class LockAttempt:
    """What came of asking for the file: the note if we hold it, and whose note stood there before."""

    note: LockNote | None
    holder: Holder | None
    writable_folder: bool = True


def note_path(file: Path) -> Path:
    """Return where the note of a file lies."""
    return file.with_name(f"~{file.name}.lock")


def acquire(file: Path, person: str, now: datetime.datetime) -> LockAttempt:
    """Try to hold a file. Another living program's hold, or a folder that cannot be written, gives no note."""
    path = note_path(file)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        return LockAttempt(None, _read(path), writable_folder=False)
    previous = _words(descriptor)
    if not _lock(descriptor) or not _still_named(descriptor, path):
        os.close(descriptor)
        return LockAttempt(None, previous or Holder("", "", ""))
    holder = Holder(person, platform.node(), now.isoformat(timespec="seconds"))
    try:
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, json.dumps(asdict(holder), ensure_ascii=False).encode())
        os.fsync(descriptor)
    except OSError:
        LockNote(descriptor, path).release()
        return LockAttempt(None, None, writable_folder=False)
    return LockAttempt(LockNote(descriptor, path), previous)


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
    os.lseek(descriptor, 0, os.SEEK_SET)
    return _holder(os.read(descriptor, 4096))


def _read(path: Path) -> Holder | None:
    try:
        return _holder(path.read_bytes())
    except OSError:
        return None


def _holder(words: bytes) -> Holder | None:
    try:
        return Holder(**json.loads(words))
    except (ValueError, TypeError):
        return None
