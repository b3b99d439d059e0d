from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import pytest

from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.store import desk_file
from povertydesk.store.desk_file import DeskFile
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.open_desk import open_desk


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[bool, bool]]:
    """Stands for a store with an older file, which is refused for reading until it was opened for writing."""
    calls: list[tuple[bool, bool]] = []
    real = desk_file.open_file

    def open_file(path: Path, *arguments: Any, read_only: bool = False, any_version: bool = False) -> DeskFile:
        older = not any(not read and not any_ for read, any_ in calls)
        calls.append((read_only, any_version))
        if read_only and older and not any_version:
            raise KnownError("file-older", file=path.name, folder=str(path.parent))
        file = real(path, *arguments, read_only=read_only, any_version=any_version)
        if not read_only:
            file.notices = (Finding("file-migrated", Severity.NOTE, values={"before": "1.0", "after": "1.1"}),)
        return file

    monkeypatch.setattr(desk_file, "open_file", open_file)
    return calls


def test_an_older_file_is_brought_up_to_date_for_reading(
    desk: Desk, program: Program, asked: list[tuple[bool, bool]]
) -> None:
    desk.close()
    with contextlib.closing(open_desk(desk.path, program, read_only=True)) as opened:
        assert opened.read_only
        assert [notice.code for notice in opened.notices] == ["file-migrated"]
    assert asked == [(True, False), (False, False), (True, False)]


def test_its_health_is_examined_as_it_is(desk: Desk, program: Program, asked: list[tuple[bool, bool]]) -> None:
    with contextlib.closing(open_desk(desk.path, program, as_it_is=True)) as opened:
        assert opened.read_only
        assert opened.notices == ()
    assert asked == [(True, True)]


def test_any_other_refusal_stands(desk: Desk, program: Program) -> None:
    with pytest.raises(KnownError, match="file-missing"):
        open_desk(desk.path.with_name("none.pdesk"), program, read_only=True)
