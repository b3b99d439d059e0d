"""The detailed lists of near-poor and poor households (biểu 14, 15): a line a person, the head first, by village.

Lists go out without any personal number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.documents.official_tables import table_name
from povertydesk.poverty.paper import (
    CellKind,
    Closing,
    Grid,
    GridColumn,
    GridHeading,
    GridRow,
    Paper,
    Part,
    RowKind,
    SheetSize,
    Title,
)
from povertydesk.poverty.person import Sex
from povertydesk.poverty.status import PovertyStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from povertydesk.documents.issuing_office import IssuingOffice
    from povertydesk.poverty.paper import CellValue, Letterhead
    from povertydesk.poverty.plan import Officer

LIST_NUMBERS = {14: PovertyStatus.NEAR_POOR, 15: PovertyStatus.POOR}
LIST_TITLES = {14: "DANH SÁCH CHI TIẾT HỘ CẬN NGHÈO", 15: "DANH SÁCH CHI TIẾT HỘ NGHÈO"}
LIST_SHORT_TITLES = {14: "Danh sách hộ cận nghèo", 15: "Danh sách hộ nghèo"}
_HISTORY = {
    PovertyStatus.POOR: (("new", "Nghèo mới"), ("relapsed", "Tái nghèo"), ("old", "Nghèo cũ")),
    PovertyStatus.NEAR_POOR: (("new", "Cận nghèo mới"), ("relapsed", "Tái cận nghèo"), ("old", "Cận nghèo cũ")),
}
_GROUPS = (
    ("merit", "Hộ chính sách có công"),
    ("local_minority", "Hộ dân tộc tại chỗ"),
    ("no_labour_capacity", "Hộ không có khả năng lao động"),
)
_SUPPORTS = (
    ("support_health", "Y tế"),
    ("support_education", "Giáo dục"),
    ("support_production", "Sản xuất"),
    ("support_credit", "Vay vốn tín dụng"),
    ("support_housing", "Nhà ở"),
    ("support_other", "Khác"),
)
_MARK = "x"


class ListedPerson(NamedTuple):
    """One person of a list; where only the number of people is known the name is empty and nothing is said of it."""

    name: str
    birth_year: int | None = None
    sex: Sex | None = None
    ethnic_group: str = ""
    relation: str = ""


class ListedHousehold(NamedTuple):
    """One household of a list: its people, the head first, and what is marked of it, by the names of the columns."""

    people: tuple[ListedPerson, ...]
    marks: frozenset[str]


class ListedVillage(NamedTuple):
    """The households of one village; at a receiving office with the unit that the commune stands under."""

    name: str
    households: tuple[ListedHousehold, ...]
    group: str = ""


def list_grid(number: int, villages: Iterable[ListedVillage], place_word: str = "thôn") -> Grid:
    """Lay a list out: a band for each village, households numbered through, members within their household.

    A unit has a band of its own above its communes; `place_word` is what the bands are called in the heading.
    """
    marks = [key for key, _ in (*_HISTORY[LIST_NUMBERS[number]], *_GROUPS, *_SUPPORTS)]
    rows: list[GridRow] = []
    serial = 0
    group = ""
    for village in villages:
        if not village.households:
            continue
        if village.group and village.group != group:
            rows.append(_band(village.group.upper(), len(marks)))
        group = village.group
        rows.append(_band(village.name, len(marks)))
        for household in village.households:
            serial += 1
            rows += _lines(household, serial, marks)
    return Grid(table_name(number), _columns(number, place_word), tuple(rows), numbered=True)


def list_paper(number: int, grid: Grid, office: IssuingOffice, letterhead: Letterhead, signer: Officer | None) -> Paper:
    """Make the paper of a list, on the large sheet as its columns need."""
    blocks = (
        letterhead,
        Title(f"Biểu {number}. {LIST_TITLES[number]}"),
        grid,
        Closing((), office.signature(signer)),
    )
    title = f"Biểu {number}: {LIST_TITLES[number].capitalize()} – {office.unit.name}"
    return Paper(grid.name, title, (Part(blocks, SheetSize.A3, landscape=True),), author=office.unit.name)


def _columns(number: int, place_word: str) -> tuple[GridHeading | GridColumn, ...]:
    places = iter(range(1, 40))

    def column(key: str, title: str, kind: CellKind, width: float) -> GridColumn:
        return GridColumn(key, title, kind, width, str(next(places)))

    def marked(columns: Sequence[tuple[str, str]], width: float) -> tuple[GridColumn, ...]:
        return tuple(column(key, title, CellKind.SERIAL, width) for key, title in columns)

    return (
        column("household", "STT chủ hộ", CellKind.SERIAL, 12),
        column("member", "STT thành viên", CellKind.SERIAL, 14),
        column("name", f"Họ và tên chủ hộ và thành viên trong hộ; {place_word}", CellKind.TEXT, 52),
        GridHeading(
            "Năm sinh",
            (
                column("birth_male", "Nam", CellKind.SERIAL, 13),
                column("birth_female", "Nữ", CellKind.SERIAL, 13),
            ),
        ),
        column("ethnic_group", "Dân tộc", CellKind.TEXT, 18),
        column("relation", "Quan hệ với chủ hộ", CellKind.TEXT, 22),
        GridHeading("Phân loại hộ", marked(_HISTORY[LIST_NUMBERS[number]], 14)),
        *marked(_GROUPS, 17),
        GridHeading("Chính sách hỗ trợ đã nhận", marked(_SUPPORTS, 14)),
    )


def _band(name: str, mark_count: int) -> GridRow:
    cells: tuple[CellValue, ...] = (name, *(None,) * (6 + mark_count))
    return GridRow(cells, RowKind.BAND)


def _lines(household: ListedHousehold, serial: int, marks: Sequence[str]) -> list[GridRow]:
    lines = []
    for place, person in enumerate(household.people, start=1):
        head = place == 1
        born = (
            person.birth_year if person.sex is Sex.MALE else None,
            person.birth_year if person.sex is Sex.FEMALE else None,
        )
        cells: tuple[CellValue, ...] = (
            serial if head else None,
            place,
            person.name,
            *(None if year is None else str(year) for year in born),
            person.ethnic_group,
            person.relation,
            *(_MARK if head and key in household.marks else None for key in marks),
        )
        lines.append(GridRow(cells))
    return lines
