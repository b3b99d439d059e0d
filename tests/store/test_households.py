from __future__ import annotations

import datetime

from povertydesk.poverty.person import HEAD, Membership, Person
from povertydesk.poverty.review import RoundKind
from povertydesk.store import file_years, households, people, reviews, rounds, villages
from povertydesk.store.authorship import Authorship
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.households import NewHousehold, add_households
from povertydesk.store.operations import operation

OPENED = datetime.date(2023, 9, 1)


def test_the_bearers_of_a_code_stand_in_the_order_of_the_villages(cam_long: DeskFile, author: Authorship) -> None:
    places = villages.list_villages(cam_long.engine)
    with operation(cam_long.engine, author, "add-household") as writer:
        for village in reversed(places[:3]):
            add_households(writer, [NewHousehold(village.id, "A017", "Hà Văn Mẫu")])
    found = households.list_bearers(cam_long.engine, "A017")
    assert [one.village_id for one in found] == [village.id for village in places[:3]]
    assert households.list_bearers(cam_long.engine, "A018") == ()


def test_the_households_of_a_round_are_read_with_those_that_ended(cam_long: DeskFile, author: Authorship) -> None:
    engine = cam_long.engine
    first, second, other = (one.id for one in households.list_households(engine)[:3])
    with operation(engine, author, "open-round") as writer:
        key = rounds.open_round(writer, 2023, RoundKind.ANNUAL, "2022-2026", OPENED)
        reviews.add_reviews(engine, writer, key, {first: None, second: None})
        writer.update("household", second, {"ended_on": "2023-10-01"})
    assert households.list_reviewed(engine, key).keys() == {first, second}
    assert households.rounds_of(engine, second) == {key}
    assert households.rounds_of(engine, other) == frozenset()
    assert 2023 in file_years.list_years(engine)


def test_who_lives_somewhere_now_is_listed_once(cam_long: DeskFile, author: Authorship) -> None:
    engine = cam_long.engine
    key = households.list_households(engine)[0].id
    with operation(engine, author, "add-person") as writer:
        staying, gone = people.add_people(writer, [Person("", "Hà Thị Thử"), Person("", "Hà Văn Tập")])
        people.begin_stays(
            writer, [Membership("", staying, key, HEAD), Membership("", gone, key, "child", until_on=OPENED)]
        )
    (present,) = people.list_present(engine)
    assert (present.person.id, present.membership.household_id, present.membership.heads) == (staying, key, True)
