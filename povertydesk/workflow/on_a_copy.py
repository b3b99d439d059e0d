"""Reading that takes longer than a save may wait: done on a copy in memory, beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from povertydesk.store.desk_file import DeskFile
from povertydesk.store.engine import IN_MEMORY, Engine
from povertydesk.workflow.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


def on_a_copy(desk: Desk, task: Callable[[Desk], Result]) -> Callable[[], Result]:
    """Return a job for another thread that does a reading task on the file as it is when the job begins.

    The job opens the file for as long as copying takes and never touches the desk's own connection. Refused as the
    file is refused that cannot be opened, and as the task is.
    """
    path, identity, program = desk.path, desk.file.identity, desk.program

    def job() -> Result:
        copy = Engine(path, access=IN_MEMORY)
        try:
            original = Engine(path, read_only=True)
            try:
                original.back_up_into(copy)
            finally:
                original.close()
            return task(Desk(DeskFile(copy, identity, None), program))
        finally:
            copy.close()

    return job
