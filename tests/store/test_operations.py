from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.problems import KnownError
from povertydesk.store.authorship import Authorship
from povertydesk.store.check import check_file
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.operations import (
    AUDIT_COLUMNS,
    ChangeKind,
    OperationKind,
    canonical,
    chain_hash,
    operation,
    record_digest,
    record_digester,
)

DECOMPOSED = unicodedata.normalize("NFD", "Thôn Vân Ngọc")


def village(name: str = "A", position: int = 0) -> dict[str, Any]:
    return {"name": name, "name_folded": name.lower(), "name_sort": name, "position": position, "code": None}


def changes(desk: DeskFile) -> list[tuple[Any, ...]]:
    return desk.engine.execute(
        "SELECT operation, record_table, kind, before, digest FROM operation_change ORDER BY operation, sequence"
    )


def test_an_operation_keeps_who_when_and_what(desk: DeskFile, author: Authorship) -> None:
    with operation(desk.engine, author, "add-village", {"name": "A", "count": 1, "rate": 13.7, "none": None}) as writer:
        key = writer.insert("village", village())
    (row,) = desk.engine.records("SELECT * FROM operation")
    assert (row["number"], row["kind"], row["name"], row["at"], row["officer"]) == (
        1,
        "do",
        "add-village",
        "2023-01-05T08:00:00.000+07:00",
        "Nguyễn Văn A",
    )
    assert json.loads(row["named_values"]) == {"name": "A", "count": 1, "rate": 13.7, "none": None}
    assert writer.recorded is not None
    assert (writer.recorded.number, writer.recorded.id) == (1, row["id"])
    assert writer.recorded.tables == frozenset({"village"})
    (record,) = desk.engine.records("SELECT * FROM village")
    assert [record[name] for name in AUDIT_COLUMNS] == [key, 1, author.stamp, author.officer]


def test_an_update_keeps_only_what_it_replaced(desk: DeskFile, author: Authorship) -> None:
    with operation(desk.engine, author, "add") as writer:
        key = writer.insert("village", village("A", 1))
    later = Authorship("Trần Thị B", author.at.replace(hour=9))
    with operation(desk.engine, later, "change") as writer:
        assert writer.update("village", key, village("B", 1))
        assert not writer.update("village", key, village("B", 1))
    (record,) = desk.engine.records("SELECT * FROM village")
    assert [record[name] for name in AUDIT_COLUMNS] == [key, 2, later.stamp, "Trần Thị B"]
    number, table, kind, before, digest = changes(desk)[-1]
    assert (number, table, kind) == (2, "village", "update")
    assert json.loads(before) == {"name": "A", "name_folded": "a", "name_sort": "A"}
    assert digest == record_digest(record)


def test_a_delete_keeps_the_whole_record_and_leaves_a_tombstone(desk: DeskFile, author: Authorship) -> None:
    with operation(desk.engine, author, "add") as writer:
        key = writer.insert("village", village())
    with operation(desk.engine, author, "remove") as writer:
        writer.delete("village", key)
    assert desk.engine.execute("SELECT * FROM village") == []
    assert desk.engine.execute("SELECT * FROM tombstone") == [("village", key, 1, author.stamp, author.officer)]
    _, _, kind, before, digest = changes(desk)[-1]
    assert (kind, digest) == ("delete", None)
    assert json.loads(before) == {**village(), "area": None, "unit_group": None}


def test_many_deletes_are_kept_as_one_each(desk: DeskFile, author: Authorship) -> None:
    with operation(desk.engine, author, "add") as writer:
        keys = [writer.insert("village", {**village(), "name": name}) for name in ("Thôn Một", "Thôn Hai", "Thôn Ba")]
    before = desk.engine.execute("SELECT * FROM village")
    with operation(desk.engine, author, "remove") as one_by_one:
        for key in keys[:2]:
            one_by_one.delete("village", key)
    left = desk.engine.execute("SELECT id FROM village"), desk.engine.execute("SELECT * FROM tombstone")
    with operation(desk.engine, author, "undo") as back:
        for change in one_by_one.changes:
            back.reinstate("village", change.record_id, change.before or {})
    assert [row[0] for row in before] == keys
    with operation(desk.engine, author, "remove") as together:
        together.delete_many("village", keys[:2])
    assert together.changes == one_by_one.changes
    assert desk.engine.execute("SELECT id FROM village") == left[0] == [(keys[2],)]
    stones = [(table, key, revision + 1, *by) for table, key, revision, *by in left[1]]
    assert desk.engine.execute("SELECT * FROM tombstone") == stones


def test_an_insert_keeps_its_key_and_digest_only(desk: DeskFile, author: Authorship) -> None:
    with operation(desk.engine, author, "add") as writer:
        writer.insert("village", village())
    (record,) = desk.engine.records("SELECT * FROM village")
    assert changes(desk) == [(1, "village", "insert", None, record_digest(record))]


def test_put_finds_by_the_natural_key_or_adds(desk: DeskFile, author: Authorship) -> None:
    with operation(desk.engine, author, "put") as writer:
        first = writer.put("year_assignment", {"year": 2023}, {"reduction": 45})
        assert writer.put("year_assignment", {"year": 2023}, {"reduction": 46}) == first
        assert writer.put("year_assignment", {"year": 2024}, {"reduction": 45}) != first
    assert desk.engine.execute("SELECT year, reduction, revision FROM year_assignment ORDER BY year") == [
        (2023, 46, 2),
        (2024, 45, 1),
    ]
    assert check_file(desk.engine) == ()


def test_putting_many_is_putting_each(desk: DeskFile, author: Authorship) -> None:
    kept = {2020: 1, 2021: 2, 2022: None}
    wanted = {2020: 1, 2021: 3, 2022: 4, 2023: 5, 2024: None}
    later = Authorship("Trần Thị B", author.at.replace(hour=9))
    left = []
    for together in (True, False):
        with operation(desk.engine, author, "keep") as writer:
            writer.insert_many("year_assignment", [{"year": year, "reduction": many} for year, many in kept.items()])
        with operation(desk.engine, later, "put") as writer:
            if together:
                rows = [{"year": year, "reduction": many} for year, many in wanted.items()]
                writer.put_many("year_assignment", ("year",), rows)
            else:
                for year, many in wanted.items():
                    writer.put("year_assignment", {"year": year}, {"reduction": many})
        assert check_file(desk.engine) == ()
        records = desk.engine.records("SELECT * FROM year_assignment ORDER BY year")
        changed = sorted((str(change.before), change.kind, change.digest) for change in writer.changes)
        left.append(([{**record, "id": ""} for record in records], changed))
        with operation(desk.engine, later, "clear") as writer:
            writer.delete_many("year_assignment", [record["id"] for record in records])
    assert left[0] == left[1]
    assert [(record["reduction"], record["revision"]) for record in left[0][0]] == [
        (1, 1), (3, 2), (4, 2), (5, 1), (None, 1),
    ]  # fmt: skip


def test_nothing_changed_is_no_operation(desk: DeskFile, author: Authorship) -> None:
    with operation(desk.engine, author, "add") as writer:
        key = writer.insert("village", village())
    for _ in range(2):
        with operation(desk.engine, author, "again") as writer:
            writer.update("village", key, village())
            writer.insert_many("village", [])
        assert writer.recorded is None
    assert desk.engine.value("SELECT count(*) FROM operation") == 1


def test_what_is_raised_inside_takes_all_of_it_back(desk: DeskFile, author: Authorship) -> None:
    def half() -> None:
        with operation(desk.engine, author, "half") as writer:
            writer.insert("village", village())
            raise KnownError("allocation-negative", reduction=-1)

    with pytest.raises(KnownError):
        half()
    assert desk.engine.value("SELECT count(*) FROM village") == 0
    assert desk.engine.value("SELECT count(*) FROM operation") == 0
    assert not desk.engine.connection.in_transaction


def test_all_text_is_kept_in_one_form(desk: DeskFile, author: Authorship) -> None:
    kept = unicodedata.normalize("NFC", DECOMPOSED)
    officer = Authorship(unicodedata.normalize("NFD", "Nguyễn Văn Ý"), author.at)
    with operation(desk.engine, officer, "add", {"name": DECOMPOSED}) as writer:
        key = writer.insert("village", village("A"))
        writer.update("village", key, {"name": DECOMPOSED})
        assert not writer.update("village", key, {"name": kept})
        writer.put("service_target", {"year": 2023, "indicator": DECOMPOSED}, {"percent": "95"})
        writer.put("service_target", {"year": 2023, "indicator": DECOMPOSED}, {"percent": "96"})
    texts = [
        value
        for table in ("village", "service_target", "operation", "operation_change")
        for row in desk.engine.execute(f"SELECT * FROM {table}")  # noqa: S608 - fixed names
        for value in row
        if isinstance(value, str)
    ]
    assert all(unicodedata.is_normalized("NFC", text) for text in texts)
    assert kept in texts
    assert desk.engine.value("SELECT count(*) FROM service_target") == 1
    assert check_file(desk.engine) == ()


def test_yes_and_no_are_kept_as_they_are_read_back(desk: DeskFile, author: Authorship) -> None:
    with operation(desk.engine, author, "add") as writer:
        key = writer.insert("village", {**village(), "position": True})
        assert not writer.update("village", key, {"position": 1})
        writer.update("village", key, {"position": False})
    assert desk.engine.value("SELECT position FROM village") == 0
    assert check_file(desk.engine) == ()


def test_records_of_one_call_have_the_same_columns(desk: DeskFile, author: Authorship) -> None:
    def uneven() -> None:
        with operation(desk.engine, author, "add") as writer:
            writer.insert_many("village", [village("A"), {**village("B"), "code": "1", "area": "rural"}])

    with pytest.raises(ValueError, match="village"):
        uneven()
    assert desk.engine.value("SELECT count(*) FROM village") == 0


def test_a_final_operation_is_kept_without_changes(desk: DeskFile, author: Authorship) -> None:
    with operation(desk.engine, author, "seal", {"year": 2023}, kind=OperationKind.FINAL) as writer:
        pass
    assert writer.recorded is not None
    assert writer.recorded.tables == frozenset()


def test_every_operation_is_chained_to_the_one_before(cam_long: DeskFile) -> None:
    rows = cam_long.engine.execute("SELECT previous_hash, hash FROM operation ORDER BY number")
    assert [previous for previous, _ in rows[1:]] == [own for _, own in rows[:-1]]
    assert len({own for _, own in rows}) == len(rows)
    assert all(len(own) == 64 for _, own in rows)


def test_the_hash_covers_head_changes_and_what_went_before() -> None:
    head: dict[str, Any] = {"number": 1, "name": "a"}
    change = (0, "village", "key", ChangeKind.INSERT.value, None, "digest")
    whole = chain_hash("before", head, [change])
    assert whole == chain_hash("before", dict(reversed(head.items())), [change])
    assert whole not in {
        chain_hash("other", head, [change]),
        chain_hash("before", head | {"name": "b"}, [change]),
        chain_hash("before", head, []),
        chain_hash("before", head, [(*change[:-1], "other")]),
        chain_hash("before", head, [change, change]),
    }


def test_a_digest_passes_over_blanks_and_audit_columns() -> None:
    own = {"name": "A", "position": 1}
    audit = dict.fromkeys(AUDIT_COLUMNS, "x")
    assert record_digest(own) == record_digest({**own, **audit, "a_later_column": None})
    assert record_digest(own) != record_digest({**own, "position": 2})


@given(
    st.dictionaries(
        st.sampled_from(["b", "a_name", "c", "id", "revision"]),
        st.none() | st.integers() | st.text() | st.sampled_from(ChangeKind),
    )
)
def test_a_digest_is_that_of_the_record_written_in_one_way(record: dict[str, Any]) -> None:
    own = {name: value for name, value in record.items() if name not in AUDIT_COLUMNS and value is not None}
    expected = hashlib.blake2b(canonical(own).encode(), digest_size=16).hexdigest()
    assert {record_digest(record), record_digester(tuple(record))(record)} == {expected}


@given(st.dictionaries(st.text(max_size=4), st.none() | st.integers() | st.text(max_size=6), max_size=5))
def test_values_are_written_in_one_way_only(values: dict[str, Any]) -> None:
    assert canonical(values) == canonical(dict(sorted(values.items(), reverse=True)))
    assert json.loads(canonical(values)) == values
