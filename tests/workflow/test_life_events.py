from __future__ import annotations

from povertydesk.poverty.person import Person
from povertydesk.workflow import keep_registry, life_events
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.keep_registry import NewMember
from tests.workflow.contents import assert_sound, contents, operations, undo_last
from tests.workflow.registry import day, household_of, relations


class TestBirth:
    def test_a_child_belongs_to_the_household_from_its_day_on_and_goes_with_one_step_back(self, desk: Desk) -> None:
        household = household_of(desk)
        before = contents(desk)
        born = life_events.record_birth(
            desk, household, NewMember(Person("", " Bùi  Thị Mới "), "grandchild"), day(6, 1)
        )
        assert operations(desk)[-1] == "record-birth"
        assert born.changes.touches("person", "membership", "household_event", "household")
        assert "Bùi Thị Mới" not in relations(desk, household, day(5, 31))
        assert relations(desk, household, day(6, 1))["Bùi Thị Mới"] == "grandchild"
        assert keep_registry.read_household(desk, household).household.people_count == 5
        assert_sound(desk)
        undo_last(desk)
        assert contents(desk) == before
        assert_sound(desk)
