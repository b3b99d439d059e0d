from __future__ import annotations

import pytest

from povertydesk.poverty.person import HEAD, Person
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import event_entry, keep_registry, life_events
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.event_entry import EventChoice, EventEntry
from tests.workflow.contents import contents, undo_last
from tests.workflow.registry import day, household_of, member, relations


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        (EventChoice.BIRTH, "person-without-name"),
        (EventChoice.DEATH, "event-without-people"),
        (EventChoice.MOVE_IN, "person-without-name"),
        (EventChoice.MOVE_OUT, "event-without-people"),
        (EventChoice.MOVE_BACK, "event-without-people"),
        (EventChoice.MARRY_OUT, "event-without-people"),
        (EventChoice.MARRY_IN, "person-without-name"),
        (EventChoice.SPLIT, "event-without-people"),
        (EventChoice.MERGE, "event-without-household"),
        (EventChoice.MOVE_VILLAGE, "event-without-village"),
        (EventChoice.CHANGE_OF_HEAD, "event-without-people"),
    ],
)
def test_what_was_not_chosen_is_refused(desk: Desk, choice: EventChoice, code: str) -> None:
    household = household_of(desk)
    before = contents(desk)
    with pytest.raises(KnownError, match=code):
        event_entry.record_event(desk, EventEntry(choice, household, day(6, 1)))
    assert contents(desk) == before


def test_a_successor_is_asked_for_where_the_head_leaves_others(desk: Desk) -> None:
    household = household_of(desk)
    keys = {name: member(desk, household, name) for name in relations(desk, household)}
    head, son = keys["Bùi Văn Mẫu"], keys["Bùi Văn Nháp"]
    asked = {
        chosen: event_entry.needs_of(desk, household, EventChoice.MOVE_OUT, chosen).successor
        for chosen in ((), (son,), (head,), (head, son), tuple(keys.values()))
    }
    assert list(asked.values()) == [False, False, True, True, False]
    assert event_entry.needs_of(desk, household, EventChoice.CHANGE_OF_HEAD, ()).successor
    assert not event_entry.needs_of(desk, household, EventChoice.MOVE_BACK, ()).head
    life_events.move_out(desk, list(keys.values()), day(6, 1))
    assert event_entry.needs_of(desk, household, EventChoice.MOVE_BACK, ()).head


def test_the_household_a_split_founds_is_told(desk: Desk) -> None:
    household = household_of(desk)
    before = contents(desk)
    son = member(desk, household, "Bùi Văn Nháp")
    entry = EventEntry(EventChoice.SPLIT, household, day(6, 1), people=(son,), head_id=son)
    recorded = event_entry.record_event(desk, entry)
    assert recorded.founded_id is not None
    assert relations(desk, recorded.founded_id) == {"Bùi Văn Nháp": HEAD}
    assert recorded.changes.touches("household_event")
    undo_last(desk)
    assert contents(desk) == before


def test_who_marries_in_is_recorded_as_a_marriage(desk: Desk) -> None:
    household = household_of(desk)
    newcomer = Person("", "Vi Thị Mới", birth_year=2000)
    entry = EventEntry(EventChoice.MARRY_IN, household, day(6, 1), newcomer=newcomer, relation="daughter_in_law")
    event_entry.record_event(desk, entry)
    came = keep_registry.read_household(desk, household).members[-1]
    assert (came.person.name, came.membership.relation) == ("Vi Thị Mới", "daughter_in_law")
    assert desk.engine.execute("SELECT kind FROM household_event") == [("marriage",)]
