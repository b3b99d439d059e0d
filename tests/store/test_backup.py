from __future__ import annotations

import contextlib
import datetime
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.problems import KnownError
from povertydesk.store.authorship import Authorship
from povertydesk.store.backup import (
    Backup,
    daily_is_due,
    kept_backups,
    list_backups,
    make_backup,
    require_sound,
    restore_over,
    thin,
    write_copy,
)
from povertydesk.store.check import check_file
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.engine import Engine
from povertydesk.store.operations import operation

Copy = Callable[[Path], Path]
Opener = Callable[..., DeskFile]
NOW = datetime.datetime(2023, 6, 15, 10, 0)  # noqa: DTZ001 - the office's wall clock


def refused(call: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as caught:
        call()
    return caught.value


def backup_at(moment: datetime.datetime) -> Backup:
    return Backup(moment, "daily", Path(f"{moment:%Y%m%dT%H%M%S}-daily.pdesk"))


def test_a_backup_is_a_whole_file_of_its_own(
    cam_long: DeskFile, tmp_path: Path, author: Authorship, opened: Opener
) -> None:
    folder = tmp_path / "backups" / "deep"
    made = make_backup(cam_long.engine, folder, cam_long.identity.file_id, "manual", author.at)
    assert made.path == folder / cam_long.identity.file_id / "20230105T080000-manual.pdesk"
    assert list_backups(folder, cam_long.identity.file_id) == (made,)
    assert [one.name for one in made.path.parent.iterdir()] == [made.path.name]
    copy = opened(made.path, read_only=True)
    assert copy.identity == cam_long.identity
    assert check_file(copy.engine) == ()
    assert copy.engine.value("SELECT sum(households) FROM village_year") == 1518


def test_a_backup_in_steps_is_whole_and_ends_when_it_is_no_longer_wanted(
    cam_long: DeskFile, tmp_path: Path, author: Authorship, opened: Opener
) -> None:
    steps = []
    file_id = cam_long.identity.file_id
    made = make_backup(cam_long.engine, tmp_path, file_id, "import", author.at, lambda: steps.append(1))
    assert steps
    assert check_file(opened(made.path, read_only=True).engine) == ()
    made.path.unlink()

    def stop() -> None:
        raise KnownError("import-cancelled")

    error = refused(lambda: make_backup(cam_long.engine, tmp_path, file_id, "import", author.at, stop))
    assert error.code == "import-cancelled"
    assert list((tmp_path / file_id).iterdir()) == []


def test_a_backup_is_as_of_one_moment(cam_long: DeskFile, author: Authorship, tmp_path: Path) -> None:
    made = make_backup(cam_long.engine, tmp_path, "id", "import", author.at)
    with operation(cam_long.engine, author, "enter") as writer:
        writer.put("year_assignment", {"year": 2023}, {"reduction": 45})
    with contextlib.closing(Engine(made.path, read_only=True)) as engine:
        assert engine.value("SELECT count(*) FROM year_assignment") == 0


def test_two_backups_of_one_second_are_told_apart_by_their_reason(
    cam_long: DeskFile, author: Authorship, tmp_path: Path
) -> None:
    for reason in ("import", "restore"):
        make_backup(cam_long.engine, tmp_path, "id", reason, author.at)
    assert [one.reason for one in list_backups(tmp_path, "id")] == ["restore", "import"]


def test_only_backups_are_listed_newest_first(tmp_path: Path) -> None:
    place = tmp_path / "id"
    place.mkdir()
    for name in (
        "20230105T080000-daily.pdesk",
        "20230106T080000-manual.pdesk",
        "20231301T080000-daily.pdesk",
        "20230105T080000-daily.pdesk.txt",
        "~20230107T080000-daily.pdesk.part",
        "ghi chú.txt",
    ):
        (place / name).touch()
    assert [one.path.name for one in list_backups(tmp_path, "id")] == [
        "20230106T080000-manual.pdesk",
        "20230105T080000-daily.pdesk",
    ]
    assert list_backups(tmp_path, "unknown") == ()
    (place / "~20230107T080000-daily.pdesk.part").unlink()


def test_a_daily_backup_is_due_once_a_day(cam_long: DeskFile, author: Authorship, tmp_path: Path) -> None:
    assert daily_is_due(tmp_path, "id", author.at)
    make_backup(cam_long.engine, tmp_path, "id", "daily", author.at)
    assert not daily_is_due(tmp_path, "id", author.at.replace(hour=23))
    assert daily_is_due(tmp_path, "id", author.at + datetime.timedelta(days=1))


def test_backups_thin_out_as_they_age() -> None:
    every_six_hours = [backup_at(NOW - datetime.timedelta(hours=6 * step)) for step in range(4 * 400)]
    kept = kept_backups(every_six_hours, NOW)
    ages = [(NOW - one.made_at) / datetime.timedelta(days=1) for one in kept]
    assert [age for age in ages if age <= 2] == [step / 4 for step in range(9)]
    daily = [one.made_at.date() for one, age in zip(kept, ages, strict=True) if 2 < age <= 14]
    assert len(daily) == len(set(daily)) >= 12
    weekly = [one.made_at.isocalendar()[:2] for one, age in zip(kept, ages, strict=True) if 14 < age <= 92]
    assert len(weekly) == len(set(weekly)) in {11, 12, 13}
    monthly = [(one.made_at.year, one.made_at.month) for one, age in zip(kept, ages, strict=True) if age > 92]
    assert len(monthly) == len(set(monthly))
    assert monthly[-1] == (2022, 5)
    assert list(kept) == sorted(kept, reverse=True)


def test_of_a_day_a_week_and_a_month_the_newest_is_kept() -> None:
    def day(days: int, hour: int) -> Backup:
        return backup_at((NOW - datetime.timedelta(days=days)).replace(hour=hour))

    assert kept_backups([day(5, 8), day(5, 16), day(5, 12)], NOW) == (day(5, 16),)
    monday = NOW - datetime.timedelta(days=NOW.weekday() + 28)
    week = [backup_at(monday + datetime.timedelta(days=step)) for step in range(7)]
    assert kept_backups(week, NOW) == (week[-1],)
    month = [backup_at(NOW.replace(month=1, day=step)) for step in range(1, 29)]
    assert kept_backups(month, NOW) == (month[-1],)


@given(st.lists(st.integers(min_value=-5 * 24 * 60, max_value=900 * 24 * 60), max_size=40, unique=True))
def test_thinning_again_takes_no_more_and_never_the_newest(minutes: list[int]) -> None:
    backups = [backup_at(NOW - datetime.timedelta(minutes=one)) for one in minutes]
    kept = kept_backups(backups, NOW)
    assert kept_backups(kept, NOW) == kept
    if backups:
        assert max(backups) in kept
    recent = {one for one in backups if NOW - one.made_at <= datetime.timedelta(days=2)}
    assert recent <= set(kept)


def test_every_month_that_had_a_backup_still_has_one_after_years_of_days() -> None:
    kept: tuple[Backup, ...] = ()
    first = datetime.datetime(2021, 1, 1, 8, 0)  # noqa: DTZ001 - the office's wall clock
    for step in range(900):
        now = first + datetime.timedelta(days=step)
        kept = kept_backups([*kept, backup_at(now)], now)
    months = {(one.made_at.year, one.made_at.month) for one in kept}
    assert months == {((2021 * 12 + month) // 12, (month % 12) + 1) for month in range(30)}
    assert len(kept) < 60


def test_thinning_removes_files_and_what_a_crash_left(tmp_path: Path) -> None:
    place = tmp_path / "id"
    place.mkdir()
    old = [place / f"202301{day:02d}T080000-daily.pdesk" for day in range(9, 15)]
    stale, fresh = place / "~20230101T080000-daily.pdesk.part", place / "~20230615T095900-daily.pdesk.part"
    for path in (*old, stale, fresh, place / "ghi chú.txt"):
        path.touch()
    now = NOW.astimezone()
    os.utime(stale, (0, now.timestamp() - 3 * 86400))
    os.utime(fresh, (0, now.timestamp() - 60))
    thin(tmp_path, "id", now)
    assert sorted(one.name for one in place.iterdir()) == sorted([old[-1].name, fresh.name, "ghi chú.txt"])
    fresh.unlink()


def test_thinning_a_folder_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    thin(tmp_path, "unknown", NOW.astimezone())
    assert list(tmp_path.iterdir()) == []


def test_a_copy_replaces_an_older_copy_whole(cam_long: DeskFile, tmp_path: Path, opened: Opener) -> None:
    target = tmp_path / "usb" / "cam-long.pdesk"
    target.parent.mkdir()
    target.write_bytes(b"an older copy")
    write_copy(cam_long.engine, target)
    assert check_file(opened(target).engine) == ()


def test_a_copy_of_a_damaged_file_is_refused_in_the_file_s_own_name(
    copy_of: Copy, worked: Path, tmp_path: Path
) -> None:
    path = copy_of(worked)
    with contextlib.closing(Engine(path)) as engine:
        page = engine.value("SELECT rootpage FROM sqlite_schema WHERE name = 'household'") - 1
    data = path.read_bytes()
    path.write_bytes(data[: page * 4096] + b"\xff" * 4096 + data[(page + 1) * 4096 :])
    folder = tmp_path / "backups"
    with contextlib.closing(Engine(path)) as engine:
        error = refused(lambda: make_backup(engine, folder, "id", "manual", NOW))
        assert (error.code, error.values) == ("file-damaged", {"file": path.name, "folder": str(path.parent)})
    assert list((folder / "id").iterdir()) == []


def test_a_restored_backup_is_the_file(
    copy_of: Copy, worked: Path, opened: Opener, author: Authorship, tmp_path: Path
) -> None:
    desk = opened(copy_of(worked))
    made = make_backup(desk.engine, tmp_path / "backups", desk.identity.file_id, "manual", author.at)
    with operation(desk.engine, author, "spoil") as writer:
        for (key,) in desk.engine.execute("SELECT id FROM household"):
            writer.delete("household", key)
    desk.close()
    restore_over(desk.path, made.path)
    again = opened(desk.path)
    assert again.identity == desk.identity
    assert again.engine.value("SELECT count(*) FROM household") == 300
    assert check_file(again.engine) == ()
    assert made.path.exists()


@pytest.mark.parametrize("kind", ["missing", "damaged", "not-ours"])
def test_what_cannot_be_restored_leaves_the_file(kind: str, copy_of: Copy, worked: Path, tmp_path: Path) -> None:
    live = copy_of(worked)
    before = live.read_bytes()
    source = tmp_path / "source.pdesk"
    if kind == "damaged":
        source.write_bytes(before[:4096] + b"\xff" * 4096 + before[8192:])
    elif kind == "not-ours":
        source.write_text("x" * 5000, encoding="utf-8")
    error = refused(lambda: restore_over(live, source))
    assert error.code == {"missing": "file-missing", "damaged": "file-damaged", "not-ours": "not-a-desk-file"}[kind]
    assert error.values == {"file": "source.pdesk", "folder": str(tmp_path)}
    assert live.read_bytes() == before


def test_sound_means_ours_whole_and_no_more_parents_lost(copy_of: Copy, worked: Path, tmp_path: Path) -> None:
    with contextlib.closing(Engine(copy_of(worked))) as engine:
        require_sound(engine)
        engine.execute("PRAGMA foreign_keys = OFF")
        engine.execute("DELETE FROM village WHERE position = 5")
        assert refused(lambda: require_sound(engine)).code == "file-damaged"
        known = engine.execute("PRAGMA foreign_key_check")
        require_sound(engine, known)
        # A backup of such a file is still worth having.
        make_backup(engine, tmp_path / "backups", "id", "manual", NOW)
        engine.execute("PRAGMA application_id = 0")
        assert refused(lambda: require_sound(engine, known)).code == "file-damaged"
