"""The program's only SQLite: sqlcipher3, opened one way, with the engine's errors turned into sentences.

A second SQLite build, or a plain `open()` on the live file in the same process, would drop its locks: nothing else
in the program touches an open file.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from povertydesk.poverty.problems import KnownError
from povertydesk.store.placing import exists, journals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

DatabaseError = dbapi2.DatabaseError

APPLICATION_ID = 0x50444B31
"""Stands in the header of every file of this program ("PDK1")."""

UNTOUCHED = "ro&immutable=1"
"""Read the file as it lies there, without locks and whatever a crash left unfinished: a first look at its header."""

IN_MEMORY = "memory"
"""An empty file that lies nowhere; the path is only its name."""

_OPEN_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA busy_timeout = 2000",
)
# A crash leaves a file shorter than its header says until its journal is played back; the header is right all the same.
_PAGES_AT_ONCE = 256
_LOOKING_PRAGMAS = ("PRAGMA trusted_schema = OFF", "PRAGMA writable_schema = ON")
_WRITER_PRAGMAS = ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = EXTRA")

_KNOWN = {
    "SQLITE_FULL": "disk-full",
    "SQLITE_BUSY": "file-busy",
    "SQLITE_LOCKED": "file-busy",
    "SQLITE_CORRUPT": "file-damaged",
    "SQLITE_NOTADB": "not-a-desk-file",
    "SQLITE_CANTOPEN": "file-cannot-be-opened",
    "SQLITE_PERM": "file-cannot-be-opened",
    "SQLITE_READONLY": "file-read-only",
    "SQLITE_IOERR": "disk-error",
}
# The engine names no error of a backup, and none of a text it cannot decode.
_KNOWN_BY_WORDS = {
    "database or disk is full": "disk-full",
    "database is locked": "file-busy",
    "database disk image is malformed": "file-damaged",
    "file is not a database": "not-a-desk-file",
    "unable to open database file": "file-cannot-be-opened",
    "attempt to write a readonly database": "file-read-only",
    "disk I/O error": "disk-error",
    "Could not decode to UTF-8": "file-damaged",
}
_OF_THE_MEDIUM = frozenset({"file-read-only", "file-cannot-be-opened", "disk-error"})


class Engine:
    """One connection to one file. Reads return rows as tuples; writes happen inside `transaction` only."""

    def __init__(self, path: Path, *, read_only: bool = False, create: bool = False, access: str | None = None) -> None:
        """Open the file at `path`; it must exist unless `create` is set. `access` is `UNTOUCHED` or `IN_MEMORY`."""
        self.path = path
        self.read_only = read_only or access == UNTOUCHED
        mode = access or ("ro" if read_only else "rwc" if create else "rw")
        self._opened = _identity(path)
        with self.translated():
            self.connection = dbapi2.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
        try:
            self._opened = _identity(path)
            for pragma in _pragmas(access, self.read_only):
                self.execute(pragma)
        except BaseException as error:
            self.connection.close()
            if isinstance(error, DatabaseError):
                # No setting can be wrong here: what the engine cannot make sense of is the file.
                raise self._damaged() from error
            raise

    def close(self) -> None:
        """Close the connection; a transaction still open is rolled back by the engine."""
        self.connection.close()

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return all its rows, so that no cursor stays open to block a save."""
        with self.translated():
            return list(self.connection.execute(sql, parameters).fetchall())

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any] | Mapping[str, Any]]) -> None:
        """Run one statement for many rows of values."""
        with self.translated():
            self.connection.executemany(sql, rows)

    def value(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        """Return the first value of the first row, or None where there is no row."""
        rows = self.execute(sql, parameters)
        return rows[0][0] if rows else None

    def records(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[dict[str, Any]]:
        """Run one statement and return its rows by column name."""
        with self.translated():
            cursor = self.connection.execute(sql, parameters)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Write in one piece: all of it is kept at the end, none of it where anything is raised."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                with contextlib.suppress(KnownError, DatabaseError):
                    self.execute("ROLLBACK")
            raise

    def back_up_into(self, target: Engine, pulse: Callable[[], None] | None = None) -> None:
        """Copy the whole file into another one with the engine's own backup, page by page, as of one moment.

        `pulse` is called now and then, so that a window stays alive; what it raises ends the copying.
        """
        with self.translated():
            if pulse is None:
                self.connection.backup(target.connection)
            else:
                self.connection.backup(target.connection, pages=_PAGES_AT_ONCE, progress=lambda *_counts: pulse())

    @contextlib.contextmanager
    def translated(self) -> Iterator[None]:
        """Turn the engine's errors that a clerk can do something about into refusals; the others stay bugs."""
        try:
            yield
        except dbapi2.DatabaseError as error:
            known = self._known(error)
            if known is None:
                raise
            raise known from error
        except UnicodeDecodeError as error:
            # The engine's own words about a damaged schema hold the damage.
            raise self._damaged() from error

    def _known(self, error: dbapi2.DatabaseError) -> KnownError | None:
        name = getattr(error, "sqlite_errorname", None) or ""
        code = next((code for prefix, code in _KNOWN.items() if name.startswith(prefix)), None)
        if code is None:
            code = next((code for words, code in _KNOWN_BY_WORDS.items() if words in str(error)), None)
        if code is None:
            return None
        if code in _OF_THE_MEDIUM and self._opened != _identity(self.path):
            code = "file-gone"
        elif code == "file-read-only" and self.read_only and any(exists(journal) for journal in journals(self.path)):
            code = "file-unfinished"
        return KnownError(code, file=self.path.name, folder=str(self.path.parent))

    def _damaged(self) -> KnownError:
        return KnownError("file-damaged", file=self.path.name, folder=str(self.path.parent))


def _pragmas(access: str | None, read_only: bool) -> tuple[str, ...]:
    if access == UNTOUCHED:
        return _LOOKING_PRAGMAS
    return _OPEN_PRAGMAS if read_only else _OPEN_PRAGMAS + _WRITER_PRAGMAS


def quoted(identifier: str) -> str:
    """Quote a table or column name taken from the schema itself."""
    return '"' + identifier.replace('"', '""') + '"'


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells the file at `path` from another one of its name, without opening it."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
