"""How a writer says where it stands, and learns that nobody waits for it any more."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """What a caller offers to a writer that may take long."""

    def report(self, done: int, total: int) -> None:
        """Take note that `done` of `total` steps are done."""
        ...

    def cancelled(self) -> bool:
        """Say whether the work shall stop."""
        ...


class WritingCancelled(Exception):  # noqa: N818 - a wish of the clerk, no error
    """The clerk cancelled; nothing was written."""


def step(progress: Progress | None, done: int, total: int) -> None:
    """Report one step and stop with `WritingCancelled` where the clerk asked for it."""
    if progress is None:
        return
    if progress.cancelled():
        raise WritingCancelled
    progress.report(done, total)
