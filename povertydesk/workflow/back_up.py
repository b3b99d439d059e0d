"""Backups before anything risky and once a day, restoring one, and nursing a damaged file."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.store import backup, check, lock_note
from povertydesk.store.desk_file import SUFFIX
from povertydesk.store.migrations import HISTORY
from povertydesk.store.operations import OperationKind
from povertydesk.store.placing import put_in_place, refusals
from povertydesk.workflow.open_desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from povertydesk.store.backup import Backup
    from povertydesk.workflow.desk import Desk, Program

_MENDED_BY_COPYING = frozenset({"file-damaged", "schema-changed-outside"})


def back_up(desk: Desk, reason: str = "manual", pulse: Callable[[], None] | None = None) -> Backup:
    """Make a checked backup of the open file now; `pulse` keeps a window alive meanwhile."""
    program = desk.program
    return backup.make_backup(
        desk.engine, program.backup_folder, desk.file.identity.file_id, reason, program.clock.now(), pulse
    )


def back_up_daily(desk: Desk) -> Backup | None:
    """Make the day's backup where there is none yet; asked for after the first paint."""
    program = desk.program
    if not backup.daily_is_due(program.backup_folder, desk.file.identity.file_id, program.clock.now()):
        return None
    return back_up(desk, "daily")


def list_backups(desk: Desk) -> tuple[Backup, ...]:
    """List the backups of the open file, newest first."""
    return backup.list_backups(desk.program.backup_folder, desk.file.identity.file_id)


def save_copy(desk: Desk, target: Path) -> None:
    """Write a checked copy of the open file to another place, for instance a stick."""
    if target.exists() and target.samefile(desk.path):
        raise KnownError("file-exists", file=target.name)
    backup.write_copy(desk.engine, target)


def restore(program: Program, path: Path, source: Path) -> Desk:
    """Put a backup in the place of a file and open it; the present state is backed up first where it can be read.

    Refused where the backup belongs to another file, is itself damaged, or lies in the file's own place, and where that
    place is a folder; then nothing is changed. A file too damaged to be opened is kept beside the restored one.
    """
    wanted = open_desk(source, program, as_it_is=True)
    try:
        identity = wanted.file.identity
    finally:
        wanted.close()
    if path.exists():
        if not path.is_file():
            raise KnownError("restore-onto-folder", file=path.name)
        if path.samefile(source):
            raise KnownError("backup-is-the-file", file=path.name)
        damaged = not _keep_present_state(program, path, identity.file_id)
        with _held(program, path), _set_aside(program, path) if damaged else contextlib.nullcontext():
            backup.restore_over(path, source)
    else:
        backup.restore_over(path, source)
    desk = open_desk(path, program)
    with desk.operation("restore", kind=OperationKind.FINAL, source=source.name):
        pass
    return desk


def examine(program: Program, path: Path) -> tuple[Finding, ...]:
    """Check a file for the doctor: its pages, references, history and every record."""
    desk = open_desk(path, program, as_it_is=True)
    try:
        return check.check_file(desk.engine)
    finally:
        desk.close()


def damage_behind(desk: Desk) -> KnownError | None:
    """Say whether an unforeseen fault came of the file and not of the program: the refusal where it is not as written.

    A bit that tips over inside a name of the schema or a key of a record is met as a missing table or record.
    """
    if not check.check_file(desk.engine):
        return None
    return KnownError("file-damaged", file=desk.path.name, folder=str(desk.path.parent))


def repair(program: Program, path: Path) -> tuple[Finding, ...]:
    """Copy what can be read of a damaged file into a sound one in its place, and keep the damaged one beside it.

    Returns what was saved, what was lost, and what is still wrong afterwards. A sound file is left alone, and so is
    one whose records were changed outside the program: copying mends pages, not contents.
    """
    try:
        findings = examine(program, path)
    except KnownError as error:
        if error.code != "file-damaged":
            raise
        findings = (Finding("file-damaged", Severity.ERROR, values=error.values),)
    if not any(finding.code in _MENDED_BY_COPYING for finding in findings):
        return findings
    salvaged = path.with_name(f"~{path.name}.salvaged")
    with _held(program, path):
        with refusals(path):
            salvaged.unlink(missing_ok=True)
        counts = check.salvage(path, salvaged, HISTORY)
        with _set_aside(program, path) as kept, refusals(path):
            put_in_place(salvaged, path)
    saved = sum(copied for copied, _ in counts.values())
    lost = [table for table, (copied, expected) in counts.items() if copied != expected]
    report = [Finding("file-salvaged", Severity.NOTE, values={"records": saved, "kept": kept.name})]
    report.extend(Finding("table-not-whole", Severity.WARNING, values={"table": table}) for table in lost)
    return (*report, *examine(program, path))


def _keep_present_state(program: Program, path: Path, file_id: str) -> bool:
    """Back the present state up before a backup takes its place; False where it is too damaged to be opened."""
    try:
        present = open_desk(path, program)
    except KnownError as error:
        damaged = error.code == "file-damaged" or (error.code == "not-a-desk-file" and path.suffix == SUFFIX)
        if not damaged:
            raise
        return False
    try:
        if present.file.identity.file_id != file_id:
            raise KnownError("backup-of-another-file", file=path.name)
        present.require_writable()
        back_up(present, "restore")
    except KnownError as error:
        if error.code != "file-damaged":
            raise
        return False
    finally:
        present.close()
    return True


@contextlib.contextmanager
def _held(program: Program, path: Path) -> Iterator[None]:
    """Hold a closed file, so that nobody opens it while another one takes its place."""
    authorship = program.authorship
    attempt = lock_note.acquire(path, authorship.officer, authorship.at)
    if attempt.note is None:
        code = "file-busy" if attempt.obstacle is lock_note.Obstacle.HELD else "folder-not-writable"
        raise KnownError(code, file=path.name, folder=str(path.parent))
    try:
        yield
    finally:
        attempt.note.release()


@contextlib.contextmanager
def _set_aside(program: Program, path: Path) -> Iterator[Path]:
    """Keep a damaged file under another name beside the one that takes its place; where that fails it comes back."""
    kept = path.with_name(f"{path.stem}-hong-{program.clock.now():%Y%m%dT%H%M%S}{path.suffix}")
    with refusals(path):
        path.replace(kept)
    try:
        yield kept
    except BaseException:
        kept.replace(path)
        raise
