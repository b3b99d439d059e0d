"""Opening an office's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.problems import KnownError
from povertydesk.store import desk_file
from povertydesk.workflow.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.store.desk_file import DeskFile
    from povertydesk.workflow.desk import Program


def open_desk(path: Path, program: Program, *, read_only: bool = False, as_it_is: bool = False) -> Desk:
    """Open an office's file; its notices say if it was opened read-only, taken over or brought up to date.

    An older file is brought up to date for reading, too. `as_it_is` opens a file of any version unchanged, for its
    identity and its health only.
    """

    def opened(*, read_only: bool) -> DeskFile:
        return desk_file.open_file(
            path,
            program.authorship,
            program.version,
            program.backup_folder,
            read_only=read_only,
            any_version=as_it_is,
        )

    try:
        return Desk(opened(read_only=read_only or as_it_is), program)
    except KnownError as error:
        if not read_only or error.code != "file-older":
            raise
    brought_up = opened(read_only=False)
    brought_up.close()
    file = opened(read_only=True)
    file.notices = (*brought_up.notices, *file.notices)
    return Desk(file, program)
