"""Work beside the window: one job at a time on a thread of its own, the newest wish first, results by signal.

A job gets finished records only and never touches the open file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

Job = Callable[[], Any]


class _Runner(QObject):
    """Carries one job's result over to the window's thread."""

    finished = Signal(int, object)
    failed = Signal(int, object)


class _Task(QRunnable):
    def __init__(self, number: int, job: Job, runner: _Runner) -> None:
        super().__init__()
        self._number = number
        self._job = job
        self._runner = runner

    def run(self) -> None:
        try:
            result = self._job()
        except Exception as error:  # carried over to the window's thread, which raises it there
            self._runner.failed.emit(self._number, error)
        else:
            self._runner.finished.emit(self._number, result)


class LatestJob(QObject):
    """Runs jobs of one kind of which only the newest matters: a newer wish replaces one that has not begun."""

    finished = Signal(object)
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        """Wait for jobs."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._runner = _Runner(self)
        self._runner.finished.connect(self._on_finished)
        self._runner.failed.connect(self._on_failed)
        self._number = 0
        self._running = False
        self._waiting: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._running

    def start(self, job: Job) -> None:
        """Run a job, after the one that runs now; jobs that still wait are dropped."""
        if self._running:
            self._waiting = job
            return
        self._running = True
        self.busy_changed.emit(True)
        self._begin(job)

    def drop(self) -> None:
        """Wish for nothing any more: what still waits is not begun, what runs is not announced."""
        self._waiting = None
        self._number += 1
        if self._running:
            self._running = False
            self.busy_changed.emit(False)

    def wait(self) -> None:
        """Drop every wish and let the running job end."""
        self.drop()
        self._pool.waitForDone()

    def _begin(self, job: Job) -> None:
        self._number += 1
        self._pool.start(_Task(self._number, job, self._runner))

    def _on_finished(self, number: int, result: object) -> None:
        if self._ended(number):
            self.finished.emit(result)

    def _on_failed(self, number: int, error: object) -> None:
        if self._ended(number):
            self.failed.emit(error)

    def _ended(self, number: int) -> bool:
        if number != self._number:
            return False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._begin(waiting)
            return False
        self._running = False
        self.busy_changed.emit(False)
        return True


class PageProgress(QObject):
    """Carries the pages done over to the window, and the clerk's wish to stop to the thread that writes."""

    moved = Signal(int, int)

    def __init__(self) -> None:
        """Begin with nothing done."""
        super().__init__()
        self.is_given_up = False

    def report(self, done: int, total: int) -> None:
        """Take note of the pages that are done."""
        self.moved.emit(done, total)

    def cancelled(self) -> bool:
        """Say whether nobody waits any more."""
        return self.is_given_up
