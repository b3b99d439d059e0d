"""The office's file (`*.pdesk`): making one, opening it in the safe order, and closing it.

Opening goes: is it there, is it ours, is its version known, who else has it open, is it older than the program. An
older file is backed up, a copy of it is migrated and checked, and only then takes its place.
"""

from __future__ import annotations

import contextlib
import datetime
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.store import lock_note
from povertydesk.store.engine import APPLICATION_ID, UNTOUCHED, DatabaseError, Engine
from povertydesk.store.identifiers import new_key
from povertydesk.store.migrations import HISTORY, SchemaHistory, SchemaVersion
from povertydesk.store.placing import exists, journals, put_in_place, refusals

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.store.authorship import Authorship

SUFFIX = ".pdesk"

_READ_ONLY_BECAUSE = {
    "file-read-only": "opened-read-only-medium",
    "file-cannot-be-opened": "opened-read-only-medium",
    "disk-full": "opened-read-only-full",
}

_WRITE_BITS = 0o222
"""Without these the file itself is marked as not to be written; Windows shows its read-only attribute so, too."""


class FileIdentity(NamedTuple):
    """Which file this is: its own key for life, and the program that wrote its schema."""

    file_id: str
    created_at: str
    program_version: str


class DeskFile:
    """An open file. `notices` tell what the clerk should know about this opening (read-only, taken over, migrated).

    `read_only_because` is the one of them that says why nothing may be written; None where only reading was asked for.
    """

    def __init__(
        self,
        engine: Engine,
        identity: FileIdentity,
        note: lock_note.LockNote | None,
        notices: tuple[Finding, ...] = (),
        read_only_because: Finding | None = None,
    ) -> None:
        """Hold an opened engine; use `create_file` or `open_file`."""
        self.engine = engine
        self.identity = identity
        self.notices = notices
        self.read_only_because = read_only_because
        self._note = note

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.engine.path

    @property
    def read_only(self) -> bool:
        """Whether nothing may be written."""
        return self.engine.read_only

    def close(self) -> None:
        """Close the file and take its note away."""
        self.engine.close()
        if self._note is not None:
            self._note.release()
            self._note = None


def create_file(path: Path, authorship: Authorship, program_version: str, history: SchemaHistory = HISTORY) -> DeskFile:
    """Make a new, empty file at `path` by running all migrations; an existing file is never written over."""
    with refusals(path):
        if path.exists():
            raise KnownError("file-exists", file=path.name)
    if not path.parent.is_dir():
        raise KnownError("folder-missing", folder=str(path.parent))
    attempt = lock_note.acquire(path, authorship.officer, authorship.at)
    if attempt.note is None:
        raise _cannot_start(attempt, path)
    unfinished = path.with_name(f"~{path.name}.new")
    try:
        with refusals(path):
            unfinished.unlink(missing_ok=True)
            _build(unfinished, authorship, program_version, history)
            put_in_place(unfinished, path)
        return DeskFile(*_opened(path, read_only=False), attempt.note)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        attempt.note.release()
        raise


def open_file(
    path: Path,
    authorship: Authorship,
    program_version: str,
    backup_folder: Path,
    *,
    read_only: bool = False,
    any_version: bool = False,
    history: SchemaHistory = HISTORY,
) -> DeskFile:
    """Open an office's file. Raises KnownError with the next step; a file that is refused is not changed.

    An older file that cannot be brought up to date where it lies is refused, since today's questions would not find
    its answers. `any_version` opens it nevertheless, read-only, for who only wants its identity and its health.
    """
    with refusals(path):
        if not path.exists():
            raise KnownError("file-missing", file=path.name, folder=str(path.parent))
        if not path.is_file():
            raise KnownError("not-a-desk-file", file=path.name, folder=str(path.parent))
    version = _checked_version(path, history)
    older = version < history.version and not any_version
    if read_only or any_version or version > history.version:
        return _opened_read_only(path, older, _newer_notice(version) if version > history.version else None)
    attempt = lock_note.acquire(path, authorship.officer, authorship.at)
    if attempt.note is None:
        return _opened_read_only(path, older, _not_held_notice(attempt))
    notices: tuple[Finding, ...] = ()
    if attempt.holder is not None:
        notices = (_holder_notice("lock-taken-over", Severity.NOTE, attempt.holder),)
    try:
        refusal = _refusal_of_writing(path)
        if refusal is not None:
            attempt.note.release()
            return _opened_read_only(path, older, refusal)
        if older:
            notices += (_migrate(path, version, authorship, program_version, backup_folder, history),)
        return DeskFile(*_opened(path, read_only=False), attempt.note, notices)
    except BaseException:
        attempt.note.release()
        raise


def _cannot_start(attempt: lock_note.LockAttempt, path: Path) -> KnownError:
    if attempt.obstacle is lock_note.Obstacle.NOT_WRITABLE:
        return KnownError("folder-not-writable", file=path.name, folder=str(path.parent))
    if attempt.obstacle is lock_note.Obstacle.FULL:
        return KnownError("disk-full", file=path.name, folder=str(path.parent))
    return KnownError("file-busy", file=path.name, folder=str(path.parent))


def _build(path: Path, authorship: Authorship, program_version: str, history: SchemaHistory) -> None:
    engine = Engine(path, create=True)
    try:
        engine.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        history.migrate(engine)
        with engine.transaction():
            engine.execute(
                "INSERT INTO file_identity VALUES ('file', ?, ?, ?, ?)",
                (new_key(authorship.at), authorship.stamp, authorship.officer, program_version),
            )
    finally:
        engine.close()


def _checked_version(path: Path, history: SchemaHistory) -> SchemaVersion:
    """Read application id and version off the file as it lies there, so that what is not ours stays as it is."""
    engine = Engine(path, access=UNTOUCHED)
    try:
        if engine.value("PRAGMA application_id") != APPLICATION_ID:
            raise KnownError("not-a-desk-file", file=path.name, folder=str(path.parent))
        version = SchemaVersion.unpacked(engine.value("PRAGMA user_version"))
        if version.major > history.version.major:
            raise KnownError("file-newer", file=path.name, version=_writer_version(engine, version))
        if version.major < 1:
            raise _damaged(path)
        return version
    finally:
        engine.close()


def _writer_version(engine: Engine, version: SchemaVersion) -> str:
    try:
        return str(engine.value("SELECT program_version FROM file_identity"))
    except (DatabaseError, KnownError):
        # A later schema may keep it elsewhere: then the schema's own number must do.
        return str(version)


def _opened(path: Path, *, read_only: bool) -> tuple[Engine, FileIdentity]:
    engine = Engine(path, read_only=read_only)
    try:
        return engine, _identity(engine)
    except BaseException:
        engine.close()
        raise


def _identity(engine: Engine) -> FileIdentity:
    try:
        rows = engine.execute("SELECT file_id, created_at, program_version FROM file_identity")
    except DatabaseError as error:
        # The header is ours but the table is not there: its name in the schema was hit.
        raise _damaged(engine.path) from error
    if len(rows) != 1:
        raise _damaged(engine.path)
    return FileIdentity(*rows[0])


def _opened_read_only(path: Path, older: bool, because: Finding | None) -> DeskFile:
    if older:
        raise KnownError("file-older", file=path.name, folder=str(path.parent))
    if any(exists(journal) for journal in journals(path)):
        _roll_back_unfinished(path)
    return DeskFile(*_opened(path, read_only=True), None, (because,) if because else (), because)


def _roll_back_unfinished(path: Path) -> None:
    """Let the engine take back what a crash left half-written, which a reader may not do."""
    with contextlib.suppress(KnownError):
        engine = Engine(path)
        try:
            engine.value("SELECT count(*) FROM sqlite_schema")
        finally:
            engine.close()


def _refusal_of_writing(path: Path) -> Finding | None:
    """Begin a write, which closing takes back: what the operating system says of permissions is not always true."""
    engine = Engine(path)
    try:
        engine.execute("BEGIN IMMEDIATE")
        engine.execute(f"PRAGMA user_version = {engine.value('PRAGMA user_version')}")
    except KnownError as error:
        if error.code not in _READ_ONLY_BECAUSE:
            raise
        if error.code == "file-read-only" and not path.stat().st_mode & _WRITE_BITS:
            return Finding("opened-read-only-attribute", Severity.WARNING)
        return Finding(_READ_ONLY_BECAUSE[error.code], Severity.WARNING)
    else:
        return None
    finally:
        engine.close()


def _damaged(path: Path) -> KnownError:
    return KnownError("file-damaged", file=path.name, folder=str(path.parent))


def _migrate(
    path: Path,
    version: SchemaVersion,
    authorship: Authorship,
    program_version: str,
    backup_folder: Path,
    history: SchemaHistory,
) -> Finding:
    from povertydesk.store import backup  # noqa: PLC0415 - an up-to-date file needs none of it

    unfinished = path.with_name(f"~{path.name}.migrating")
    live, identity = _opened(path, read_only=False)
    try:
        backup.make_backup(live, backup_folder, identity.file_id, "migration", authorship.at)
        with refusals(path):
            unfinished.unlink(missing_ok=True)
            _build_migrated(live, unfinished, program_version, history)
        live.close()
        with refusals(path):
            put_in_place(unfinished, path)
    finally:
        live.close()
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return Finding("file-migrated", Severity.NOTE, values={"before": str(version), "after": str(history.version)})


def _build_migrated(live: Engine, unfinished: Path, program_version: str, history: SchemaHistory) -> None:
    from povertydesk.store import backup  # noqa: PLC0415 - an up-to-date file needs none of it

    copy = Engine(unfinished, create=True)
    try:
        live.back_up_into(copy)
        without_parent = copy.execute("PRAGMA foreign_key_check")
        history.migrate(copy)
        copy.execute("UPDATE file_identity SET program_version = ?", (program_version,))
        backup.require_sound(copy, without_parent)
    finally:
        copy.close()


def _newer_notice(version: SchemaVersion) -> Finding:
    return Finding("opened-read-only-newer", Severity.WARNING, values={"version": str(version)})


def _not_held_notice(attempt: lock_note.LockAttempt) -> Finding:
    if attempt.obstacle is lock_note.Obstacle.NOT_WRITABLE:
        return Finding("opened-read-only-medium", Severity.WARNING)
    if attempt.obstacle is lock_note.Obstacle.FULL:
        return Finding("opened-read-only-full", Severity.WARNING)
    if attempt.holder is None:
        return Finding("opened-read-only-held", Severity.WARNING)
    return _holder_notice("opened-read-only-locked", Severity.WARNING, attempt.holder)


def _holder_notice(code: str, severity: Severity, holder: lock_note.Holder) -> Finding:
    values = {"person": holder.person, "machine": holder.machine, "since": _spoken_time(holder.since)}
    return Finding(code, severity, values=values)


def _spoken_time(stamp: str) -> str:
    try:
        moment = datetime.datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    return f"{moment:%H:%M} {format_date(moment.date())}"
