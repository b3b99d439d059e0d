from __future__ import annotations

import dataclasses
import datetime

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.household import Household
from povertydesk.poverty.person import Membership, Person, Sex, Work
from povertydesk.store import column_mappings, households, people, registry_rows
from povertydesk.store.authorship import Authorship
from povertydesk.store.column_mappings import ColumnMapping
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.operations import operation

DAY = datetime.date(2020, 5, 6)


def test_rows_become_the_records_that_single_reads_give(cam_long: DeskFile, author: Authorship) -> None:
    engine = cam_long.engine
    village = str(engine.value("SELECT id FROM village LIMIT 1"))
    full = Household(
        "", village, "H1", "Hà Văn Mẫu", 3, "Xóm Trên", "0912", 6, AreaType.URBAN, False, True, None, False, DAY
    )
    person = Person(
        "", "Hà Văn Mẫu", DAY, 2020, Sex.MALE, 6, "038220000001", "5/10", Work.STUDYING, True, False, ("x",), None
    )
    with operation(engine, author, "test") as writer:
        (key,) = households.insert_households(writer, [full])
        (person_key,) = people.add_people(writer, [person])
        (stay,) = people.begin_stays(writer, [Membership("", person_key, key, "head", DAY)])
    rows = registry_rows.read_registry(engine)
    found = {one.id: one for one in rows.households()}
    assert found[key] == dataclasses.replace(full, id=key) == households.read_household(engine, key)
    assert [one for one in rows.people() if one.id == person_key] == [dataclasses.replace(person, id=person_key)]
    assert [one for one in rows.stays() if one.id == stay] == [Membership(stay, person_key, key, "head", DAY)]


def test_a_mapping_takes_the_place_of_the_one_before(desk: DeskFile, author: Authorship) -> None:
    with operation(desk.engine, author, "test") as writer:
        column_mappings.remember_mapping(writer, "aa", ColumnMapping("person", {"village": "=B"}))
        column_mappings.remember_mapping(writer, "aa", ColumnMapping("household", {"village": "=C", "head_name": "=D"}))
    assert column_mappings.list_mappings(desk.engine) == {
        "aa": ColumnMapping("household", {"village": "=C", "head_name": "=D"})
    }
