"""Life events in any order: everybody lives in one household or none, and each event is one step back."""

from __future__ import annotations

import datetime
import itertools
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from povertydesk.poverty.person import HEAD, Person
from povertydesk.poverty.problems import KnownError
from povertydesk.store import households, people
from povertydesk.workflow import history, life_events
from povertydesk.workflow.desk import Program
from povertydesk.workflow.event_rules import Succession
from povertydesk.workflow.keep_registry import NewMember
from povertydesk.workflow.open_desk import open_desk
from tests.workflow.contents import assert_sound, contents, undo_last
from tests.workflow.registry import FAMILY, day, household_of

Contents = dict[str, list[dict[str, Any]]]
FIRST = day(1, 1)
VILLAGES = ("Thôn Phi Long", "Thôn Vân Ngọc")
RELATIONS = st.sampled_from(["child", "sibling", "other", None])


class LifeMachine(RuleBasedStateMachine):
    """Three families; days go on, and now and then an event is tried on an earlier day."""

    source: Path
    folder: Path
    program: Program
    done: ClassVar[Counter[str]] = Counter()
    count = 0

    def __init__(self) -> None:
        super().__init__()
        type(self).count += 1
        self.path = Path(shutil.copy(self.source, self.folder / f"life-{self.count}.pdesk"))
        self.desk = open_desk(self.path, self.program)
        for members, village in ((FAMILY, 0), (FAMILY[:2], 1), (FAMILY[:1], 0)):
            household_of(self.desk, members, VILLAGES[village])
        self.day = FIRST
        self.states = [contents(self.desk)]

    def teardown(self) -> None:
        assert_sound(self.desk)
        while len(self.states) > 1:
            assert contents(self.desk) == self.states.pop()
            undo_last(self.desk)
        assert contents(self.desk) == self.states.pop()
        assert_sound(self.desk)
        self.desk.close()
        self.path.unlink()

    def act(self, name: str, event: Callable[[], object]) -> None:
        """Do it as one operation, or be refused and leave everything as it was."""
        before = len(history.list_history(self.desk))
        try:
            event()
        except KnownError:
            assert contents(self.desk) == self.states[-1]
            return
        assert len(history.list_history(self.desk)) == before + 1
        self.states.append(contents(self.desk))
        type(self).done[name] += 1

    def on(self, data: st.DataObject) -> datetime.date:
        self.day = min(self.day + datetime.timedelta(days=data.draw(st.integers(0, 20))), day(12, 31))
        return self.day - datetime.timedelta(days=data.draw(st.sampled_from([0, 0, 0, 30])))

    def drawn(self, data: st.DataObject, table: str) -> str:
        keys = [row[0] for row in self.rows(f"SELECT id FROM {table} ORDER BY rowid")]  # noqa: S608 - names of our own
        return str(data.draw(st.sampled_from(keys)))

    def household(self, data: st.DataObject) -> str:
        return self.drawn(data, "household")

    def person(self, data: st.DataObject) -> str:
        return self.drawn(data, "person")

    def family(self, data: st.DataObject, household: str) -> list[str]:
        members = [one.person.id for one in people.list_members(self.desk.engine, household)]
        return data.draw(st.lists(st.sampled_from(members), unique=True, min_size=1)) if members else []

    def next_head(self, data: st.DataObject) -> Succession | None:
        return data.draw(st.sampled_from([None, Succession(self.person(data))]))

    def rows(self, query: str) -> Sequence[tuple[Any, ...]]:
        return self.desk.engine.execute(query)

    @rule(data=st.data(), relation=RELATIONS)
    def birth(self, data: st.DataObject, relation: str | None) -> None:
        child, household, on = Person("", "Bùi Văn Giả"), self.household(data), self.on(data)
        self.act("birth", lambda: life_events.record_birth(self.desk, household, NewMember(child, relation), on))

    @rule(data=st.data())
    def death(self, data: st.DataObject) -> None:
        person, successor, on = self.person(data), self.next_head(data), self.on(data)
        self.act("death", lambda: life_events.record_death(self.desk, person, on, successor))

    @rule(data=st.data(), relation=RELATIONS)
    def move_in(self, data: st.DataObject, relation: str | None) -> None:
        coming, household, on = NewMember(Person("", "Vi Thị Mới"), relation), self.household(data), self.on(data)
        self.act("move_in", lambda: life_events.move_in(self.desk, household, [coming], on))

    @rule(data=st.data())
    def move_out(self, data: st.DataObject) -> None:
        leaving, successor, on = self.family(data, self.household(data)), self.next_head(data), self.on(data)
        self.act("move_out", lambda: life_events.move_out(self.desk, leaving, on, successor))

    @rule(data=st.data(), relation=st.sampled_from([HEAD, HEAD, "other"]))
    def move_back(self, data: st.DataObject, relation: str) -> None:
        away = self.rows(
            "SELECT id FROM person WHERE died_on IS NULL AND id NOT IN "
            "(SELECT person_id FROM membership WHERE until_on IS NULL) ORDER BY rowid"
        )
        if away:
            person = data.draw(st.sampled_from([row[0] for row in away]))
            household, on = self.household(data), self.on(data)
            self.act("move_back", lambda: life_events.move_back(self.desk, household, {person: relation}, on))

    @rule(data=st.data(), relation=RELATIONS, leaves=st.booleans())
    def marry(self, data: st.DataObject, relation: str | None, leaves: bool) -> None:
        person, target, on = self.person(data), None if leaves else self.household(data), self.on(data)
        successor = self.next_head(data)
        self.act("marry", lambda: life_events.marry(self.desk, person, on, target, relation, successor))

    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        leaving = self.family(data, self.household(data))
        relations: dict[str, str | None] = {key: None if place else HEAD for place, key in enumerate(leaving)}
        successor, on = self.next_head(data), self.on(data)
        self.act("split", lambda: life_events.split_household(self.desk, relations, on, succession=successor))

    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        ending, into, on = self.household(data), self.household(data), self.on(data)
        self.act("merge", lambda: life_events.merge_households(self.desk, ending, into, {}, on))

    @rule(data=st.data())
    def move_village(self, data: st.DataObject) -> None:
        village = self.drawn(data, "village")
        household, on = self.household(data), self.on(data)
        self.act("move_village", lambda: life_events.move_village(self.desk, household, village, on))

    @rule(data=st.data())
    def change_head(self, data: st.DataObject) -> None:
        household, head, on = self.household(data), Succession(self.person(data)), self.on(data)
        self.act("change_head", lambda: life_events.change_head(self.desk, household, head, on))

    @invariant()
    def everybody_lives_in_one_household_or_none(self) -> None:
        for (person,) in self.rows("SELECT id FROM person"):
            stays = people.list_stays(self.desk.engine, person)
            for earlier, later in itertools.pairwise(stays):
                assert earlier.until_on is not None
                assert later.from_on is not None
                assert earlier.until_on <= later.from_on
            if people.read_person(self.desk.engine, person).died_on is not None:
                assert people.current_stay(self.desk.engine, person) is None

    @invariant()
    def a_household_has_members_and_one_head_or_has_ended(self) -> None:
        for (key,) in self.rows("SELECT id FROM household"):
            household = households.read_household(self.desk.engine, key)
            members = people.list_members(self.desk.engine, key)
            assert household.people_count == len(members)
            assert (household.ended_on is None) == bool(members)
            heads = [one.person.name for one in members if one.membership.heads]
            assert heads == ([household.head_name] if members else [])

    @invariant()
    def the_day_of_today_is_the_present(self) -> None:
        for (key,) in self.rows("SELECT id FROM household"):
            assert people.list_members(self.desk.engine, key, self.day) == people.list_members(self.desk.engine, key)


def test_any_life(finished: Path, tmp_path: Path, program: Program) -> None:
    LifeMachine.source, LifeMachine.folder, LifeMachine.program = finished, tmp_path, program
    LifeMachine.done = Counter()
    run_state_machine_as_test(LifeMachine, settings=settings(max_examples=40, stateful_step_count=15))
    acts = {
        "birth",
        "death",
        "move_in",
        "move_out",
        "move_back",
        "marry",
        "split",
        "merge",
        "move_village",
        "change_head",
    }
    assert set(LifeMachine.done) == acts
