from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.area import Village
from povertydesk.poverty.place_groups import in_groups, place_groups, place_lines


def communes(*groups: str) -> list[Village]:
    return [Village(f"v{place}", f"Xã {place}", place, group=group) for place, group in enumerate(groups)]


def test_units_are_numbered_and_their_communes_below_them() -> None:
    lines = place_lines(communes("Cụm Bắc", "Cụm Nam", "cụm bắc", "Cụm Nam"))
    assert [(line.serial, line.name, line.village, line.members) for line in lines] == [
        ("1", "Cụm Bắc", None, ("v0", "v2")),
        ("1.1", "Xã 0", "v0", ()),
        ("1.2", "Xã 2", "v2", ()),
        ("2", "Cụm Nam", None, ("v1", "v3")),
        ("2.1", "Xã 1", "v1", ()),
        ("2.2", "Xã 3", "v3", ()),
    ]


def test_a_commune_under_no_unit_has_a_number_of_its_own() -> None:
    lines = place_lines(communes("Cụm Bắc", "", "Cụm Bắc", ""))
    assert [(line.serial, line.name) for line in lines] == [
        ("1", "Cụm Bắc"),
        ("1.1", "Xã 0"),
        ("1.2", "Xã 2"),
        ("2", "Xã 1"),
        ("3", "Xã 3"),
    ]


def test_without_units_places_stand_as_they_always_did() -> None:
    lines = place_lines(communes("", "", ""))
    assert [(line.serial, line.village, line.members) for line in lines] == [
        ("1", "v0", ()),
        ("2", "v1", ()),
        ("3", "v2", ()),
    ]
    assert place_lines([]) == ()


@given(st.lists(st.sampled_from(["", "Cụm Bắc", "CỤM BẮC", "Cụm Nam", "Đặc khu"]), max_size=12))
def test_every_place_stands_once_with_the_others_of_its_unit(groups: list[str]) -> None:
    villages = communes(*groups)
    ordered = in_groups(villages)
    assert sorted(ordered) == sorted(villages)
    assert [one.village for one in place_lines(villages) if one.village] == [one.id for one in ordered]
    for group in place_groups(villages):
        assert len({one.group.casefold() for one in group.members}) == 1
        assert [one.position for one in group.members] == sorted(one.position for one in group.members)
    assert in_groups(ordered) == ordered
