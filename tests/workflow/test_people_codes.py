from __future__ import annotations

from collections import Counter

import pytest

from povertydesk.poverty.vietnamese import fold
from povertydesk.workflow.people_codes import people_codes


def test_the_national_list_is_whole() -> None:
    codes = people_codes()
    assert sorted(codes.ethnic_groups) == list(range(1, 56))
    assert (codes.ethnic_groups[1], codes.ethnic_groups[6], codes.ethnic_groups[54]) == (
        ("Kinh",),
        ("Mường",),
        ("Rơ-măm",),
    )


@pytest.mark.parametrize("which", ["ethnic_groups", "relations"])
def test_no_name_stands_for_two_codes(which: str) -> None:
    listed = getattr(people_codes(), which)
    plain = [{"".join(filter(str.isalnum, fold(name))) for name in names} for names in listed.values()]
    names = Counter(name for of_code in plain for name in of_code)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("kinh", 1), ("H'Mông", 8), ("Mông", 8), ("M’Nông", 20), ("Ê đê", 12), ("06", 6), ("55", 55), ("56", None),
        ("Mèo", None), ("", None),
    ],
)  # fmt: skip
def test_groups_are_recognised_as_offices_write_them(written: str, code: int | None) -> None:
    assert people_codes().ethnic_group(written) == code


@pytest.mark.parametrize(
    ("written", "code"), [("Chủ hộ", "head"), ("VO", "wife"), ("con dâu", "daughter_in_law"), ("bạn", None)]
)
def test_relations_are_recognised(written: str, code: str | None) -> None:
    assert people_codes().relation(written) == code


@pytest.mark.parametrize(("group", "minority"), [(1, False), (4, True), (54, True), (55, False), (None, None)])
def test_minorities_are_all_but_kinh_and_foreigners(group: int | None, minority: bool | None) -> None:
    assert people_codes().ethnic_minority(group) is minority
