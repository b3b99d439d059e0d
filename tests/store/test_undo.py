from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from povertydesk.poverty.problems import KnownError
from povertydesk.store.authorship import Authorship
from povertydesk.store.check import check_file
from povertydesk.store.desk_file import DeskFile, open_file
from povertydesk.store.engine import Engine
from povertydesk.store.operations import AUDIT_COLUMNS, OperationKind, OperationWriter, operation
from povertydesk.store.undo import History, PastOperation, take_back

TABLES = ("village", "village_year", "village_target")
Records = dict[tuple[str, str], dict[str, Any]]
Edit = Callable[[OperationWriter], object]


def records(engine: Engine) -> Records:
    """All records of the tables that the tests write, without revision, time and person."""
    return {
        (table, row["id"]): {name: value for name, value in row.items() if name not in AUDIT_COLUMNS}
        for table in TABLES
        for row in engine.records(f"SELECT * FROM {table}")  # noqa: S608 - fixed names
    }


def undo(desk: DeskFile, author: Authorship, target: PastOperation) -> list[int]:
    """Undo as the workflow does, with everything that hangs together; return the numbers, newest first."""
    numbers = [one.number for one in History(desk.engine).to_undo(target)]
    kind = OperationKind.REDO if target.kind is OperationKind.UNDO else OperationKind.UNDO
    with operation(desk.engine, author, kind.value, kind=kind, undone=numbers) as writer:
        for number in numbers:
            take_back(desk.engine, writer, number)
    return numbers


class Office:
    """A desk in a test's words: acts by name, and what the village table holds."""

    def __init__(self, desk: DeskFile, author: Authorship) -> None:
        self.desk = desk
        self.engine = desk.engine
        self.author = author

    def act(self, *edits: Edit, kind: OperationKind = OperationKind.DO) -> int:
        with operation(self.engine, self.author, "act", kind=kind) as writer:
            for edit in edits:
                edit(writer)
        assert writer.recorded is not None
        return writer.recorded.number

    def village(self, name: str, position: int = 0) -> tuple[int, str]:
        keys: list[str] = []
        number = self.act(lambda writer: keys.append(writer.insert("village", village(name, position))))
        return number, keys[0]

    def rename(self, key: str, name: str) -> int:
        return self.act(lambda writer: writer.update("village", key, village(name, 0)))

    def figures(self, key: str, **counts: int | None) -> int:
        return self.act(lambda writer: writer.put("village_year", {"village_id": key, "year": 2023}, counts))

    def target(self, key: str, **counts: int | None) -> int:
        return self.act(lambda writer: writer.put("village_target", {"village_id": key, "year": 2023}, counts))

    def remove(self, table: str, key: str) -> int:
        return self.act(lambda writer: writer.delete(table, key))

    def undo(self, number: int) -> list[int]:
        return undo(self.desk, self.author, History(self.engine).find(str(number)))

    def together(self, number: int) -> list[int]:
        history = History(self.engine)
        return [one.number for one in history.to_undo(history.find(str(number)))]

    def names(self) -> list[str]:
        return [row[0] for row in self.engine.execute("SELECT name FROM village ORDER BY name")]

    def value(self, table: str, field: str) -> Any:
        return self.engine.value(f"SELECT {field} FROM {table}")  # noqa: S608 - fixed names


def village(name: str, position: int) -> dict[str, Any]:
    return {"name": name, "name_folded": name.lower(), "name_sort": name, "position": position, "code": None}


@pytest.fixture
def office(desk: DeskFile, author: Authorship) -> Office:
    return Office(desk, author)


def test_an_act_is_undone_and_redone(office: Office) -> None:
    made, key = office.village("A")
    renamed = office.rename(key, "B")
    assert office.undo(renamed) == [renamed]
    assert office.names() == ["A"]
    redo = History(office.engine).next_redo()
    assert redo is not None
    assert undo(office.desk, office.author, redo) == [redo.number]
    assert office.names() == ["B"]
    assert [one.undone for one in History(office.engine).operations] == [False, False, True, False]
    assert office.undo(made) == [renamed, made]
    assert office.names() == []
    assert check_file(office.engine) == ()


def test_other_fields_of_a_record_stay(office: Office) -> None:
    _, key = office.village("A")
    first = office.figures(key, poor=14)
    poor = office.figures(key, poor=15)
    households = office.figures(key, households=221)
    assert office.undo(poor) == [poor]
    assert (office.value("village_year", "poor"), office.value("village_year", "households")) == (14, 221)
    assert office.together(first) == [households, first]


def test_what_hangs_on_a_record_goes_with_it_and_nothing_else(office: Office) -> None:
    first, one = office.village("A")
    _, other = office.village("B")
    figures = office.figures(one, households=5)
    elsewhere = office.figures(other, households=6)
    target = office.target(one, reduction=2)
    assert office.together(first) == [target, figures, first]
    assert elsewhere not in office.undo(first)
    assert office.names() == ["B"]
    assert office.value("village_year", "households") == 6


def test_a_child_comes_back_with_its_parent(office: Office) -> None:
    _, key = office.village("A")
    office.figures(key, households=5)
    year = office.value("village_year", "id")
    removed_figures = office.remove("village_year", year)
    removed_village = office.remove("village", key)
    assert office.undo(removed_figures) == [removed_village, removed_figures]
    assert office.names() == ["A"]
    assert office.value("village_year", "households") == 5


def test_a_name_given_back_takes_it_from_whoever_bears_it_since(office: Office) -> None:
    _, one = office.village("A")
    renamed = office.rename(one, "B")
    taken, _ = office.village("A")
    later = office.figures(one, households=5)
    assert office.together(renamed) == [taken, renamed]
    assert office.undo(renamed) == [taken, renamed]
    assert office.names() == ["A"]
    assert office.together(later) == [later]


def test_a_record_removed_and_entered_anew_is_the_new_one_until_that_is_undone(office: Office) -> None:
    _, key = office.village("A")
    office.target(key, reduction=5)
    removed = office.remove("village_target", office.value("village_target", "id"))
    again = office.target(key, reduction=6)
    assert office.undo(removed) == [again, removed]
    assert office.value("village_target", "reduction") == 5


def test_two_names_exchanged_come_back(office: Office) -> None:
    _, one = office.village("A")
    _, other = office.village("B")
    first = office.rename(one, "C")
    second = office.rename(other, "A")
    third = office.rename(one, "B")
    assert office.together(first) == [third, second, first]
    office.undo(first)
    assert office.names() == ["A", "B"]
    assert office.engine.value("SELECT name FROM village WHERE id = ?", (one,)) == "A"


def test_an_undoing_of_many_does_not_hang_on_what_it_left_alone(office: Office) -> None:
    _, key = office.village("A")
    office.figures(key, households=1, poor=1)
    households = office.figures(key, households=2)
    poor = office.figures(key, poor=2)
    both = office.figures(key, households=3, poor=3)
    assert office.undo(households) == [both, households]
    assert office.together(poor) == [poor]
    office.undo(poor)
    assert (office.value("village_year", "households"), office.value("village_year", "poor")) == (1, 1)


def test_an_undoing_can_be_undone_by_name_after_later_acts(office: Office) -> None:
    _, key = office.village("A")
    renamed = office.rename(key, "B")
    office.undo(renamed)
    again = office.rename(key, "C")
    undoing = again - 1
    assert office.undo(undoing) == [again, undoing]
    assert office.names() == ["B"]


def test_what_cannot_be_undone_is_refused_with_what_hangs_on_it(office: Office) -> None:
    made, key = office.village("A")
    sealed = office.act(lambda writer: writer.update("village", key, {"position": 7}), kind=OperationKind.FINAL)
    for number in (made, sealed):
        with pytest.raises(KnownError) as refused:
            office.together(number)
        assert (refused.value.code, refused.value.values) == ("operation-is-final", {"operation": str(sealed)})
    assert History(office.engine).next_undo() is None
    later = office.rename(key, "B")
    assert office.undo(later) == [later]


def test_an_act_that_seals_without_writing_is_in_the_history(office: Office) -> None:
    number = office.act(kind=OperationKind.FINAL)
    assert History(office.engine).find(str(number)).kind is OperationKind.FINAL


def test_refusals_name_the_operation(office: Office) -> None:
    number, _ = office.village("A")
    office.undo(number)
    with pytest.raises(KnownError) as refused:
        office.undo(number)
    assert (refused.value.code, refused.value.values) == ("operation-already-undone", {"operation": str(number)})
    with pytest.raises(KnownError) as refused:
        History(office.engine).find("77")
    assert (refused.value.code, refused.value.values) == ("operation-not-found", {"operation": "77"})


def test_operations_are_found_by_number_and_by_key(office: Office) -> None:
    number, _ = office.village("A")
    found = History(office.engine).find(str(number))
    assert History(office.engine).find(found.id) == found
    assert (found.name, found.officer, found.at) == ("act", office.author.officer, office.author.stamp)


def test_undo_goes_back_act_by_act_and_redo_forward(office: Office) -> None:
    _, key = office.village("A")
    for name in "BCD":
        office.rename(key, name)
    for name in "CBA":
        target = History(office.engine).next_undo()
        assert target is not None
        undo(office.desk, office.author, target)
        assert office.names() == [name]
    for name in "BCD":
        target = History(office.engine).next_redo()
        assert target is not None
        undo(office.desk, office.author, target)
        assert office.names() == [name]
    assert History(office.engine).next_redo() is None
    undo(office.desk, office.author, History(office.engine).find("2"))
    assert office.names() == ["A"]
    office.rename(key, "E")
    assert History(office.engine).next_redo() is None


def test_nothing_done_is_nothing_to_undo(office: Office) -> None:
    history = History(office.engine)
    assert (history.next_undo(), history.next_redo(), history.operations) == (None, None, ())


def test_an_undone_removal_leaves_no_tombstone_and_goes_on_counting_revisions(office: Office) -> None:
    _, key = office.village("A")
    office.rename(key, "B")
    removed = office.remove("village", key)
    assert office.engine.execute("SELECT record_table, record_id, revision FROM tombstone") == [("village", key, 2)]
    office.undo(removed)
    assert office.engine.execute("SELECT * FROM tombstone") == []
    assert office.value("village", "revision") == 3


class UndoMachine(RuleBasedStateMachine):
    """Acts, undoings and redoings in any order against a model: the acts in force, played anew from nothing."""

    blank: Path
    folder: Path
    author: Authorship
    count = 0

    def __init__(self) -> None:
        super().__init__()
        type(self).count += 1
        self.path = self.folder / f"machine-{self.count}.pdesk"
        shutil.copy(self.blank, self.path)
        self.desk = self._open()
        self.effects: dict[int, list[tuple[tuple[str, str], dict[str, Any] | None]]] = {}
        self.undoes: dict[int, list[int]] = {}
        self.in_force: set[int] = set()

    def _open(self) -> DeskFile:
        return open_file(self.path, self.author, "0.1.0", self.folder / "backups")

    def teardown(self) -> None:
        assert check_file(self.desk.engine) == ()
        self.desk.close()
        self.path.unlink()

    def _expected(self) -> Records:
        state: Records = {}
        for number in sorted(self.in_force):
            for key, fields in self.effects[number]:
                if fields is None:
                    del state[key]
                else:
                    state.setdefault(key, {}).update(fields)
        return state

    def _flip(self, number: int) -> None:
        if number in self.effects:
            self.in_force ^= {number}
        for one in self.undoes.get(number, ()):
            self._flip(one)

    def _edit(self, data: st.DataObject, writer: OperationWriter) -> None:
        engine = self.desk.engine
        villages = [row[0] for row in engine.execute("SELECT id FROM village ORDER BY rowid")]
        what = data.draw(st.sampled_from(["village", "rename", "move", "count", "target", "reassign", "remove"]))
        names = [row[0] for row in engine.execute("SELECT name FROM village")]
        free = [name for name in "ABCD" if name not in names]
        if what == "village" and free:
            writer.insert("village", village(data.draw(st.sampled_from(free)), data.draw(st.integers(0, 3))))
        if not villages:
            return
        key = data.draw(st.sampled_from(villages))
        if what == "rename" and free:
            name = data.draw(st.sampled_from(free))
            writer.update("village", key, {"name": name, "name_folded": name.lower(), "name_sort": name})
        elif what == "move":
            writer.update("village", key, {"position": data.draw(st.integers(0, 3))})
        elif what in {"count", "target"}:
            table, field = (
                ("village_year", data.draw(st.sampled_from(["poor", "households"])))
                if what == "count"
                else ("village_target", "reduction")
            )
            counts = {field: data.draw(st.none() | st.integers(0, 2))}
            writer.put(table, {"village_id": key, "year": data.draw(st.sampled_from([2022, 2023]))}, counts)
        elif what == "reassign":
            self._reassign(data, writer, key)
        elif what == "remove":
            self._remove(data, writer, key)

    def _reassign(self, data: st.DataObject, writer: OperationWriter, key: str) -> None:
        engine = self.desk.engine
        movable = engine.execute(
            "SELECT id FROM village_year AS one WHERE NOT EXISTS "
            "(SELECT 1 FROM village_year AS other WHERE other.village_id = ? AND other.year = one.year) ORDER BY rowid",
            (key,),
        )
        if movable:
            writer.update("village_year", data.draw(st.sampled_from(movable))[0], {"village_id": key})

    def _remove(self, data: st.DataObject, writer: OperationWriter, key: str) -> None:
        engine = self.desk.engine
        children: list[tuple[str, str]] = [
            (table, row[0])
            for table in ("village_year", "village_target")
            for row in engine.execute(f"SELECT id FROM {table} WHERE village_id = ? ORDER BY rowid", (key,))  # noqa: S608
        ]
        only_a_child: bool = data.draw(st.booleans())
        if children and only_a_child:
            children = [data.draw(st.sampled_from(children))]
        else:
            children.append(("village", key))
        for table, record in children:
            writer.delete(table, record)

    @rule(data=st.data(), edits=st.integers(1, 3))
    def act(self, data: st.DataObject, edits: int) -> None:
        before = records(self.desk.engine)
        with operation(self.desk.engine, self.author, "act") as writer:
            for _ in range(edits):
                self._edit(data, writer)
        if writer.recorded is None:
            return
        after = records(self.desk.engine)
        effects: list[tuple[tuple[str, str], dict[str, Any] | None]] = []
        for key in before.keys() | after.keys():
            if key not in after:
                effects.append((key, None))
            else:
                old = before.get(key, {})
                changed = {name: value for name, value in after[key].items() if name not in old or old[name] != value}
                if changed:
                    effects.append((key, changed))
        self.effects[writer.recorded.number] = effects
        self.in_force.add(writer.recorded.number)

    def _undo(self, target: PastOperation) -> None:
        history = History(self.desk.engine)
        chosen = undo(self.desk, self.author, target)
        assert chosen == sorted(chosen, reverse=True)
        assert chosen[-1] >= target.number
        assert History(self.desk.engine).find(target.id).undone
        self.undoes[len(history.operations) + 1] = chosen
        for number in chosen:
            self._flip(number)

    @precondition(lambda self: any(not one.undone for one in History(self.desk.engine).operations))
    @rule(data=st.data())
    def undo_any(self, data: st.DataObject) -> None:
        standing = [one for one in History(self.desk.engine).operations if not one.undone]
        self._undo(data.draw(st.sampled_from(standing)))

    @precondition(lambda self: History(self.desk.engine).next_undo() is not None)
    @rule()
    def undo_last(self) -> None:
        target = History(self.desk.engine).next_undo()
        assert target is not None
        assert target.number == max(self.in_force)
        self._undo(target)

    @precondition(lambda self: History(self.desk.engine).next_redo() is not None)
    @rule()
    def redo(self) -> None:
        target = History(self.desk.engine).next_redo()
        assert target is not None
        self._undo(target)

    @rule()
    def close_and_open(self) -> None:
        self.desk.close()
        self.desk = self._open()

    @invariant()
    def holds_what_the_acts_in_force_made(self) -> None:
        assert records(self.desk.engine) == self._expected()
        undone = {one.number for one in History(self.desk.engine).operations if one.undone}
        assert self.in_force == self.effects.keys() - undone


def run_machine(blank: Path, folder: Path, author: Authorship, examples: int, steps: int) -> None:
    machine = type("Machine", (UndoMachine,), {"blank": blank, "folder": folder, "author": author})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=examples, stateful_step_count=steps, phases=[Phase.generate])
    )


def test_undo_and_redo_in_any_order_hold_what_the_acts_in_force_made(
    blank: Path, tmp_path: Path, author: Authorship
) -> None:
    run_machine(blank, tmp_path, author, examples=40, steps=25)


@pytest.mark.torture
def test_undo_and_redo_for_long(blank: Path, tmp_path: Path, author: Authorship) -> None:
    run_machine(blank, tmp_path, author, examples=700, steps=60)
