"""How a long writing says how far it is, and ends where the clerk wants no more of it."""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING

from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from povertydesk.workflow.import_plan import Cancelled, Progress


class Pulse:
    """Says how far the writing is, and ends it where the clerk wants no more of it."""

    def __init__(self, total: int, progress: Progress | None, cancelled: Cancelled | None, refusal: str) -> None:
        """Count up to `total` records; the history takes as many again. `refusal` is the code of a cancelled task."""
        self._total = 2 * total
        self._done = 0
        self._progress = progress
        self._cancelled = cancelled
        self._refusal = refusal

    def step(self, count: int = 0) -> None:
        """Count records that were written; raises KnownError `refusal` where the clerk has cancelled."""
        self._done = min(self._done + count, self._total)
        if self._cancelled is not None and self._cancelled():
            raise KnownError(self._refusal)
        if self._progress is not None:
            self._progress("writing", self._done, self._total)


@contextlib.contextmanager
def collector_resting() -> Iterator[None]:
    """Let the collector of cycles rest: a list makes a million records and no cycle, and looking costs a quarter."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
