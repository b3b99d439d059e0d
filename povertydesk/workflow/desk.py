"""The desk: the open file with the law, the clock and the officer who works at it."""

from __future__ import annotations

import contextlib
from functools import cached_property
from typing import TYPE_CHECKING

from povertydesk.poverty.problems import KnownError
from povertydesk.store.authorship import Authorship
from povertydesk.store.offices import read_unit
from povertydesk.workflow.changes import NOTHING, Changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from povertydesk.legislation.law import Legislation
    from povertydesk.poverty.area import Unit
    from povertydesk.poverty.clock import Clock
    from povertydesk.poverty.problems import Finding, Value
    from povertydesk.store.desk_file import DeskFile
    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationKind, OperationWriter


class Program:
    """What every desk of this program shares: its version, the clock, the law, and where backups lie."""

    def __init__(self, version: str, clock: Clock, law_folder: Path, backup_folder: Path, officer: str) -> None:
        """Put the program together; the law is read when it is first asked for."""
        self.version = version
        self.clock = clock
        self.law_folder = law_folder
        self.backup_folder = backup_folder
        self.officer = officer

    @cached_property
    def legislation(self) -> Legislation:
        """The law, loaded after the window stands: the first paint needs none of it."""
        from povertydesk.legislation.law import Legislation  # noqa: PLC0415 - see above

        return Legislation.load(self.law_folder)

    def under_name(self, officer: str) -> Program:
        """Return the same program with another officer at it."""
        return Program(self.version, self.clock, self.law_folder, self.backup_folder, officer)

    @property
    def authorship(self) -> Authorship:
        """Who works at this PC, now."""
        return Authorship(self.officer, self.clock.now())


class Act:
    """One workflow call while it writes; `changes` is known when it has ended."""

    def __init__(self, writer: OperationWriter) -> None:
        """Write through `writer`."""
        self.writer = writer

    @property
    def changes(self) -> Changes:
        """What came of it."""
        recorded = self.writer.recorded
        return Changes(recorded.tables, recorded.number) if recorded else NOTHING


class Desk:
    """One open file and everything a task needs to work on it."""

    def __init__(self, file: DeskFile, program: Program) -> None:
        """Work on `file`."""
        self.file = file
        self.program = program

    @property
    def engine(self) -> Engine:
        """The file's engine, for the store's own readers."""
        return self.file.engine

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.file.path

    @property
    def read_only(self) -> bool:
        """Whether nothing may be written."""
        return self.file.read_only

    @property
    def notices(self) -> tuple[Finding, ...]:
        """What the clerk should know about how the file was opened."""
        return self.file.notices

    @property
    def read_only_because(self) -> Finding | None:
        """Which of the notices says why nothing may be written; None where only reading was asked for."""
        return self.file.read_only_because

    def require_writable(self) -> None:
        """Refuse to write into a file that may only be read, in the words of its opening."""
        because = self.read_only_because
        if because is not None:
            raise KnownError(because.code, findings=(), **because.values)
        if self.read_only:
            raise KnownError("desk-read-only", file=self.path.name)

    @property
    def unit(self) -> Unit:
        """The office that owns the file."""
        unit = read_unit(self.engine)
        if unit is None:
            raise KnownError("file-damaged", file=self.path.name, folder=str(self.path.parent))
        return unit

    @contextlib.contextmanager
    def operation(
        self,
        name: str,
        *,
        kind: OperationKind | None = None,
        undone: Sequence[int] = (),
        **values: Value,
    ) -> Iterator[Act]:
        """Write as one named operation in one transaction; refused where the file may only be read."""
        self.require_writable()
        from povertydesk.store import operations  # noqa: PLC0415 - opening and showing a file needs none of it

        of_kind = kind or operations.OperationKind.DO
        authorship = self.program.authorship
        with operations.operation(self.engine, authorship, name, values, kind=of_kind, undone=undone) as writer:
            yield Act(writer)

    def close(self) -> None:
        """Put the file away."""
        self.file.close()
