"""The lists of households with a line a person."""

from __future__ import annotations

import pytest

from povertydesk.documents.household_lists import (
    ListedHousehold,
    ListedPerson,
    ListedVillage,
    list_grid,
    list_paper,
)
from povertydesk.documents.issuing_office import IssuingOffice
from povertydesk.poverty.area import AreaType, Unit
from povertydesk.poverty.paper import GridHeading, Letterhead, RowKind, SheetSize
from povertydesk.poverty.person import Sex

FAMILY = ListedHousehold(
    (
        ListedPerson("Bùi Văn Mẫu", 1970, Sex.MALE, "Mường", "Chủ hộ"),
        ListedPerson("Hà Thị Thử", 1972, Sex.FEMALE, "Thái", "Vợ"),
        ListedPerson("Bùi Nháp", 1998, None, "Mường", "Con"),
        ListedPerson(""),
    ),
    frozenset({"old", "merit", "support_credit"}),
)
ALONE = ListedHousehold((ListedPerson("Hà Thị Một", None, Sex.FEMALE),), frozenset({"new"}))


def test_the_year_of_birth_stands_under_the_sex_and_marks_at_the_head_only() -> None:
    grid = list_grid(15, [ListedVillage("Thôn Không", ()), ListedVillage("Thôn Một", (FAMILY, ALONE))])
    shown = [
        {leaf.key: cell for leaf, cell in zip(grid.leaves, row.cells, strict=True) if cell not in {None, ""}}
        for row in grid.rows
    ]
    assert shown == [
        {"household": "Thôn Một"},
        {
            "household": 1, "member": 1, "name": "Bùi Văn Mẫu", "birth_male": "1970", "ethnic_group": "Mường",
            "relation": "Chủ hộ", "old": "x", "merit": "x", "support_credit": "x",
        },
        {"member": 2, "name": "Hà Thị Thử", "birth_female": "1972", "ethnic_group": "Thái", "relation": "Vợ"},
        {"member": 3, "name": "Bùi Nháp", "ethnic_group": "Mường", "relation": "Con"},
        {"member": 4},
        {"household": 2, "member": 1, "name": "Hà Thị Một", "new": "x"},
    ]  # fmt: skip
    assert grid.rows[0].kind is RowKind.BAND


@pytest.mark.parametrize(("number", "words"), [(14, "Cận nghèo mới"), (15, "Nghèo mới")])
def test_each_list_has_its_own_words_and_the_large_sheet(number: int, words: str) -> None:
    grid = list_grid(number, [ListedVillage("Thôn Một", (FAMILY,))])
    history = next(one for one in grid.columns if isinstance(one, GridHeading) and one.title == "Phân loại hộ")
    assert history.members[0].title == words
    assert [leaf.number for leaf in grid.leaves] == [str(place) for place in range(1, 20)]
    office = IssuingOffice(Unit("u", "Xã Mẫu", AreaType.RURAL))
    head = Letterhead(("ỦY BAN NHÂN DÂN", "XÃ MẪU"), "BC-UBND", "Mẫu", 2023)
    paper = list_paper(number, grid, office, head, None)
    assert (paper.name, paper.parts[0].size, paper.parts[0].landscape) == (f"table-{number}", SheetSize.A3, True)


def test_units_and_communes_stand_as_bands() -> None:
    villages = [
        ListedVillage("Xã Một", (FAMILY,), "Cụm Bắc"),
        ListedVillage("Xã Hai", (ALONE,), "Cụm Bắc"),
        ListedVillage("Xã Ba", (ALONE,), "Cụm Nam"),
        ListedVillage("Xã Không", (), "Cụm Đông"),
    ]
    grid = list_grid(15, villages, "xã, thị trấn")
    bands = [row.cells[0] for row in grid.rows if row.kind is RowKind.BAND]
    assert bands == ["CỤM BẮC", "Xã Một", "Xã Hai", "CỤM NAM", "Xã Ba"]
    assert grid.leaves[2].title == "Họ và tên chủ hộ và thành viên trong hộ; xã, thị trấn"
    assert [row.cells[0] for row in grid.rows if row.cells[1] == 1] == [1, 2, 3]
