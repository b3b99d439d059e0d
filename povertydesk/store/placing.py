"""Putting a finished file in its place: on the medium first, then under the name that counts, in one step.

What the operating system refuses on the way becomes a sentence that names the file the clerk knows, not the
unfinished one beside it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import TYPE_CHECKING

from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_WRITABLE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NAME_NOT_POSSIBLE = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ})
HELD_BY_ANOTHER_PROGRAM = frozenset({32, 33})
"""Windows: a sharing violation, a lock violation."""


def put_in_place(finished: Path, target: Path) -> None:
    """Give a finished copy the name of `target`, over the file that may lie there.

    A journal that a crash left beside `target` belongs to the file that goes: with the new one it would be played
    back into it.
    """
    flush_to_disk(finished)
    for journal in journals(target):
        journal.unlink(missing_ok=True)
    finished.replace(target)
    if sys.platform != "win32":
        # Some network folders cannot be flushed; the file itself is.
        with contextlib.suppress(OSError):
            folder = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def flush_to_disk(path: Path) -> None:
    """Make sure that a finished copy is on the medium before it takes a name that counts."""
    with path.open("rb+") as copy:
        os.fsync(copy.fileno())


def journals(path: Path) -> tuple[Path, ...]:
    """Return where the engine's journals of a file lie, where there are any."""
    return tuple(path.with_name(f"{path.name}-{kind}") for kind in ("journal", "wal", "shm"))


@contextlib.contextmanager
def refusals(target: Path) -> Iterator[None]:
    """Turn what the operating system or the engine refuses while `target` is made into refusals that name `target`."""
    try:
        yield
    except OSError as error:
        raise KnownError(refusal_code(error, target), file=target.name, folder=str(target.parent)) from error
    except KnownError as error:
        values = error.values | {"file": target.name, "folder": str(target.parent)}
        raise KnownError(error.code, findings=error.findings, **values) from error


def refusal_code(error: OSError, target: Path) -> str:
    """Return the code of what the operating system refused while `target` was made."""
    if getattr(error, "winerror", None) in HELD_BY_ANOTHER_PROGRAM:
        return "file-busy"
    if error.errno in _FULL:
        return "disk-full"
    if error.errno in _NOT_WRITABLE:
        return "folder-not-writable"
    if error.errno in _NAME_NOT_POSSIBLE:
        return "file-name-not-possible"
    return "disk-error" if exists(target.parent) else "folder-missing"


def exists(path: Path) -> bool:
    """Say whether something lies at `path`; a medium that cannot be asked holds nothing."""
    try:
        return path.exists()
    except OSError:
        return False
