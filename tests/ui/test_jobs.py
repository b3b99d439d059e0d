from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from povertydesk.ui.jobs import LatestJob


class Gate:
    """A job that waits until it may end."""

    def __init__(self, result: object) -> None:
        self._result = result
        self.begun = threading.Event()
        self.may_end = threading.Event()

    def __call__(self) -> object:
        self.begun.set()
        assert self.may_end.wait(10)
        return self._result


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[LatestJob]:
    jobs = LatestJob()
    yield jobs
    jobs.wait()


@pytest.fixture
def results(jobs: LatestJob) -> list[object]:
    results: list[object] = []
    jobs.finished.connect(results.append)
    return results


def test_a_result_comes_back_on_the_windows_thread(qtbot: QtBot, jobs: LatestJob) -> None:
    seen: list[object] = []
    jobs.finished.connect(lambda _result: seen.append(QThread.currentThread()))
    with qtbot.waitSignal(jobs.finished) as finished:
        jobs.start(threading.get_ident)
    assert finished.args != [threading.get_ident()]
    assert seen == [jobs.thread()]
    assert not jobs.is_busy


def test_only_the_newest_wish_is_fulfilled(qtbot: QtBot, jobs: LatestJob, results: list[object]) -> None:
    first = Gate("first")
    dropped: list[str] = []
    jobs.start(first)
    assert first.begun.wait(10)
    jobs.start(lambda: dropped.append("second"))
    jobs.start(lambda: "third")
    first.may_end.set()
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert results == ["third"]
    assert dropped == []


def test_busy_is_told_once_for_all_of_them(qtbot: QtBot, jobs: LatestJob) -> None:
    told: list[bool] = []
    jobs.busy_changed.connect(told.append)
    first = Gate(1)
    jobs.start(first)
    jobs.start(lambda: 2)
    first.may_end.set()
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert told == [True, False]


def test_an_error_is_carried_over(qtbot: QtBot, jobs: LatestJob) -> None:
    error = ZeroDivisionError()

    def broken() -> None:
        raise error

    with qtbot.waitSignal(jobs.failed) as failed:
        jobs.start(broken)
    assert failed.args == [error]
    assert not jobs.is_busy


@pytest.mark.parametrize("end", [LatestJob.drop, LatestJob.wait])
def test_what_is_dropped_is_never_announced(
    qtbot: QtBot, jobs: LatestJob, results: list[object], end: Callable[[LatestJob], None]
) -> None:
    first, waiting = Gate("first"), Gate("waiting")
    jobs.start(first)
    jobs.start(waiting)
    assert first.begun.wait(10)
    first.may_end.set()
    end(jobs)
    assert not jobs.is_busy
    with qtbot.waitSignal(jobs.finished):
        jobs.start(lambda: "new")
    assert results == ["new"]
    assert not waiting.begun.is_set()
