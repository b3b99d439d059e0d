"""Opening an office's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.store import desk_file
from povertydesk.workflow.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.workflow.desk import Program


def open_desk(path: Path, program: Program, *, read_only: bool = False) -> Desk:
    """Open an office's file; its notices say if it was opened read-only, taken over or brought up to date."""
    file = desk_file.open_file(path, program.authorship, program.version, program.backup_folder, read_only=read_only)
    return Desk(file, program)
