from __future__ import annotations

import datetime
import errno
import os
import platform
from pathlib import Path

import pytest

from povertydesk.store import lock_note
from povertydesk.store.lock_note import Holder, LockAttempt, LockNote, Obstacle, acquire, note_path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cam-long.pdesk"


def held(file: Path, person: str, moment: datetime.datetime) -> LockNote:
    attempt = acquire(file, person, moment)
    assert attempt.note is not None
    return attempt.note


def words(path: Path) -> dict[str, str]:
    return Holder(*path.read_text(encoding="utf-8").split("\n"))._asdict()


def test_the_note_says_who_where_and_since_when(file: Path, moment: datetime.datetime) -> None:
    note = held(file, "Nguyễn Văn A", moment)
    assert note_path(file).name == "~cam-long.pdesk.lock"
    assert words(note_path(file)) == {
        "person": "Nguyễn Văn A",
        "machine": platform.node(),
        "since": "2023-01-05T08:00:00+07:00",
    }
    note.release()
    assert not note_path(file).exists()


def test_a_held_file_is_not_given_twice(file: Path, moment: datetime.datetime) -> None:
    note = held(file, "A", moment)
    attempt = acquire(file, "B", moment)
    assert (attempt.note, attempt.obstacle) == (None, Obstacle.HELD)
    assert attempt.holder == Holder("A", platform.node(), "2023-01-05T08:00:00+07:00")
    assert words(note_path(file))["person"] == "A"
    note.release()
    held(file, "B", moment).release()


def test_releasing_twice_closes_nobody_elses_descriptor(file: Path, moment: datetime.datetime) -> None:
    note = held(file, "A", moment)
    note.release()
    other = held(file, "B", moment)
    note.release()
    assert acquire(file, "C", moment).obstacle is Obstacle.HELD
    other.release()
    assert not note_path(file).exists()


def test_a_note_removed_by_hand_and_made_anew_is_not_taken_from_its_new_owner(
    file: Path, moment: datetime.datetime
) -> None:
    first = held(file, "A", moment)
    note_path(file).unlink()
    second = held(file, "B", moment)
    first.release()
    assert words(note_path(file))["person"] == "B"
    second.release()
    assert not note_path(file).exists()


def test_a_shorter_note_leaves_no_words_of_the_longer_one(file: Path, moment: datetime.datetime) -> None:
    note_path(file).write_text("\n".join(("x" * 500, "m", "s")), encoding="utf-8")
    attempt = acquire(file, "A", moment)
    assert attempt.holder == Holder("x" * 500, "m", "s")
    assert words(note_path(file))["person"] == "A"
    assert attempt.note is not None
    attempt.note.release()


def test_an_owner_who_leaves_just_then_does_not_keep_the_next_one_out(
    file: Path, moment: datetime.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaving = held(file, "A", moment)
    lock = lock_note._lock

    def lock_after_the_owner_left(descriptor: int) -> bool:
        leaving.release()
        return lock(descriptor)

    monkeypatch.setattr(lock_note, "_lock", lock_after_the_owner_left)
    attempt = acquire(file, "B", moment)
    assert attempt.note is not None
    assert attempt.holder is None
    attempt.note.release()


def test_whoever_always_comes_too_late_gives_up(
    file: Path, moment: datetime.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_note, "_still_named", lambda descriptor, path: False)
    assert acquire(file, "A", moment) == LockAttempt(None, None, Obstacle.HELD)
    note_path(file).unlink()


@pytest.mark.parametrize(("number", "obstacle"), [(errno.ENOSPC, Obstacle.FULL), (errno.EIO, Obstacle.NOT_WRITABLE)])
def test_words_that_cannot_be_written_give_the_file_back(
    number: int, obstacle: Obstacle, file: Path, moment: datetime.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "write", refuse)
    assert acquire(file, "A", moment) == LockAttempt(None, None, obstacle)
    assert not note_path(file).exists()


def test_a_full_disk_and_a_missing_folder_are_told_apart(
    file: Path, moment: datetime.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert acquire(file.parent / "gone" / "a.pdesk", "A", moment).obstacle is Obstacle.NOT_WRITABLE

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "open", full)
    assert acquire(file, "A", moment) == LockAttempt(None, None, Obstacle.FULL)


def test_where_nothing_can_be_written_a_living_owner_is_told_from_a_leftover(
    file: Path, moment: datetime.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = held(file, "A", moment)
    system_open = os.open

    def read_only(path: Path, flags: int, *mode: int) -> int:
        if flags & (os.O_RDWR | os.O_CREAT):
            raise PermissionError(errno.EACCES, "read-only")
        return system_open(path, flags, *mode)

    monkeypatch.setattr(os, "open", read_only)
    attempt = acquire(file, "B", moment)
    assert (attempt.note, attempt.obstacle) == (None, Obstacle.HELD)
    assert attempt.holder is not None
    assert attempt.holder.person == "A"
    monkeypatch.undo()
    note.release()
    note_path(file).write_text("A\nm\ns", encoding="utf-8")
    monkeypatch.setattr(os, "open", read_only)
    assert acquire(file, "B", moment) == LockAttempt(None, None, Obstacle.NOT_WRITABLE)
    note_path(file).unlink()
