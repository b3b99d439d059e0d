from __future__ import annotations

from typing import Any

import pytest

from povertydesk.store.authorship import Authorship
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.engine import Engine
from povertydesk.store.operations import canonical, operation
from povertydesk.store.rehearsal import Obstacle, Rehearsal


def village(name: str) -> dict[str, Any]:
    return {"name": name, "name_folded": name.lower(), "name_sort": name, "position": 0, "code": None}


@pytest.fixture
def keys(desk: DeskFile, author: Authorship) -> dict[str, str]:
    """Villages A and B, and figures of A in 2023."""
    with operation(desk.engine, author, "add") as writer:
        made = {name: writer.insert("village", village(name)) for name in "AB"}
        made["figures"] = writer.insert("village_year", {"village_id": made["A"], "year": 2023, "poor": 1})
    return made


def obstacles(engine: Engine, *changes: tuple[str, str, str, dict[str, Any] | None]) -> list[Obstacle]:
    written = [
        (table, key, kind, None if before is None else canonical(before)) for table, key, kind, before in changes
    ]
    return list(Rehearsal(engine).take_back(written))


def test_a_record_with_children_cannot_go(desk: DeskFile, keys: dict[str, str]) -> None:
    assert obstacles(desk.engine, ("village", keys["A"], "insert", None)) == [
        Obstacle("village_year", keys["figures"], frozenset({"village_id"}))
    ]
    assert obstacles(desk.engine, ("village", keys["B"], "insert", None)) == []


def test_a_child_that_goes_first_is_no_obstacle(desk: DeskFile, keys: dict[str, str]) -> None:
    gone = ("village_year", keys["figures"], "insert", None)
    assert obstacles(desk.engine, gone, ("village", keys["A"], "insert", None)) == []


def test_a_child_moved_here_in_mind_is_one(desk: DeskFile, keys: dict[str, str]) -> None:
    moved = ("village_year", keys["figures"], "update", {"village_id": keys["B"]})
    assert obstacles(desk.engine, moved, ("village", keys["A"], "insert", None)) == []
    assert obstacles(desk.engine, moved, ("village", keys["B"], "insert", None)) == [
        Obstacle("village_year", keys["figures"], frozenset({"village_id"}))
    ]


def test_a_name_borne_by_another_stands_in_the_way(desk: DeskFile, keys: dict[str, str]) -> None:
    given_back = ("village", keys["A"], "update", {"name": "B", "name_folded": "b"})
    (obstacle,) = set(obstacles(desk.engine, given_back))
    assert (obstacle.table, obstacle.record_id) == ("village", keys["B"])
    renamed = ("village", keys["B"], "update", {"name": "C", "name_folded": "c"})
    assert obstacles(desk.engine, renamed, given_back) == []
    assert obstacles(desk.engine, ("village", keys["A"], "update", {"position": 3})) == []


def test_a_blank_is_no_rival_and_a_pair_is_one_only_as_a_whole(desk: DeskFile, keys: dict[str, str]) -> None:
    back = dict.fromkeys(_columns(desk.engine, "village_year")) | {"village_id": keys["A"], "year": 2023}
    assert obstacles(desk.engine, ("village_year", "deleted", "delete", back)) == [
        Obstacle("village_year", keys["figures"], frozenset({"village_id", "year"}))
    ]
    assert obstacles(desk.engine, ("village_year", "deleted", "delete", back | {"year": 2024})) == []
    assert obstacles(desk.engine, ("village_year", "deleted", "delete", back | {"year": None})) == []


def test_a_parent_that_is_gone_is_missed(desk: DeskFile, keys: dict[str, str]) -> None:
    back = dict.fromkeys(_columns(desk.engine, "village_year")) | {"village_id": "gone", "year": 2020}
    missing = ("village_year", "deleted", "delete", back)
    assert obstacles(desk.engine, missing) == [Obstacle("village", "gone", frozenset())]
    parent = ("village", "gone", "delete", {**village("G"), "area": None})
    assert obstacles(desk.engine, parent, missing) == []


def test_nothing_is_written(desk: DeskFile, keys: dict[str, str]) -> None:
    before = desk.path.read_bytes()
    obstacles(desk.engine, ("village", keys["A"], "insert", None), ("village", keys["B"], "update", {"name": "A"}))
    assert desk.path.read_bytes() == before


def _columns(engine: Engine, table: str) -> list[str]:
    audit = {"id", "revision", "changed_at", "changed_by"}
    return [row[1] for row in engine.execute(f"PRAGMA table_info({table})") if row[1] not in audit]
