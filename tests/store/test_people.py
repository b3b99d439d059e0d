from __future__ import annotations

import datetime

import pytest

from povertydesk.poverty.household_list import MemberChange
from povertydesk.poverty.person import Membership, Person
from povertydesk.store import people
from povertydesk.store.authorship import Authorship
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.operations import operation

JUNE = datetime.date(2022, 6, 1)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM person WHERE citizen_number = 'x'",
        "SELECT * FROM person WHERE name_folded = 'x' AND birth_year = 1",
        "SELECT * FROM person ORDER BY name_sort",
        "SELECT * FROM membership WHERE person_id = 'x' AND until_on IS NULL",
        "SELECT * FROM membership WHERE household_id = 'x' AND until_on IS NULL",
        "SELECT * FROM household_event WHERE happened_on BETWEEN 'a' AND 'b'",
        "SELECT * FROM household_decision WHERE household_id = 'x' AND standard = 'y' ORDER BY from_on",
        "SELECT * FROM review WHERE round_id = 'x'",
        "SELECT * FROM household WHERE code = 'x'",
    ],
)
def test_what_is_asked_for_all_day_has_an_index(desk: DeskFile, query: str) -> None:
    plan = desk.engine.execute(f"EXPLAIN QUERY PLAN {query}")
    assert "USING INDEX" in plan[0][3]
    assert not any("TEMP B-TREE" in step[3] for step in plan)


@pytest.mark.parametrize(
    ("from_on", "on", "expected"),
    [
        (None, JUNE, [(None, None, JUNE), (1, JUNE, None)]),
        (JUNE, JUNE, [(1, JUNE, None)]),
        (JUNE, JUNE - datetime.timedelta(days=1), [(1, JUNE, None)]),
        (None, None, [(1, None, None)]),
    ],
)
def test_another_relation_ends_a_stay_or_corrects_it(
    cam_long: DeskFile,
    author: Authorship,
    from_on: datetime.date | None,
    on: datetime.date | None,
    expected: list[tuple[int | None, datetime.date | None, datetime.date | None]],
) -> None:
    engine = cam_long.engine
    household = engine.value("SELECT id FROM household LIMIT 1")
    with operation(engine, author, "edit-person") as writer:
        key = people.write_person(writer, Person("", "Hà Thị Thử"))
        people.begin_stays(writer, [Membership("", key, household, "child", from_on)])
        stay = people.current_stay(engine, key)
        assert stay is not None
        people.change_relation(writer, stay, "head", on)
    found = [(1 if stay.heads else None, stay.from_on, stay.until_on) for stay in people.list_stays(engine, key)]
    assert found == expected


def test_no_benefit_is_another_thing_than_not_known(desk: DeskFile, author: Authorship) -> None:
    with operation(desk.engine, author, "edit-person") as writer:
        keys = people.add_people(writer, [Person("", "A", benefits=()), Person("", "B")])
    assert [people.read_person(desk.engine, key).benefits for key in keys] == [(), None]


def test_members_are_counted_and_their_changes_listed_by_household_and_day(
    cam_long: DeskFile, author: Authorship
) -> None:
    engine, july = cam_long.engine, datetime.date(2022, 7, 1)
    one, other = (row[0] for row in engine.execute("SELECT id FROM household LIMIT 2"))
    with operation(engine, author, "edit-person") as writer:
        stays, moves, renamed, born, away = people.add_people(writer, [Person("", name) for name in "ABCDE"])
        people.begin_stays(
            writer,
            [
                Membership("", stays, one, "head"),
                Membership("", moves, one, "child", None, JUNE),
                Membership("", moves, other, "wife", JUNE),
                # Another relation, and out and back on one day, change nothing.
                Membership("", renamed, one, "child", None, JUNE),
                Membership("", renamed, one, None, JUNE),
                Membership("", away, one, "child", None, JUNE),
                Membership("", away, one, "child", JUNE, JUNE),
                Membership("", away, one, "child", JUNE),
                Membership("", born, one, "child", july),
            ],
        )
    may = JUNE - datetime.timedelta(days=1)
    assert people.count_members(engine, may)[one] == people.MemberCount(4, 4)
    counts = people.count_members(engine, JUNE)
    assert (counts[one], counts[other]) == (people.MemberCount(3, 4), people.MemberCount(1, 1))
    assert set(people.list_member_changes(engine, may, july)) == {
        MemberChange(one, JUNE, 0, 1),
        MemberChange(other, JUNE, 1, 0),
        MemberChange(one, july, 1, 0),
    }
    assert people.list_member_changes(engine, JUNE, JUNE) == ()
    assert [change.on for change in people.list_member_changes(engine, JUNE, july)] == [july]
    for day in (may, JUNE, july):
        members = people.list_members_of(engine, [one, other], day)
        assert members == {key: people.list_members(engine, key, day) for key in members}
        assert sum(map(len, members.values())) == sum(
            count.present for count in people.count_members(engine, day).values()
        )
    assert people.list_members_of(engine, [], JUNE) == {}
