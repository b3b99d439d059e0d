"""Places: the commune or receiving office that owns the file, its villages, and what is known of them in a year."""

from __future__ import annotations

import enum
from typing import NamedTuple

_KIND_WORDS = ("Xã", "Phường", "Thị trấn", "Đặc khu", "Huyện", "Thị xã", "Thành phố", "Quận", "Tỉnh")


class AreaType(enum.StrEnum):
    """Rural or urban: an attribute of the commune that decides the line, never read from its name."""

    RURAL = "rural"
    URBAN = "urban"


class Region(enum.StrEnum):
    """The region whose score column a form uses; stored with the commune, since merged provinces mix regions."""

    RED_RIVER_DELTA = "NT1"
    NORTHERN_MIDLANDS_AND_MOUNTAINS = "NT2"
    NORTH_CENTRAL_AND_CENTRAL_COAST = "NT3"
    CENTRAL_HIGHLANDS = "NT4"
    SOUTHEAST = "NT5"
    MEKONG_DELTA = "NT6"


class OfficeLevel(enum.StrEnum):
    """A commune's own file, or the file of an office that receives many communes."""

    COMMUNE = "commune"
    RECEIVING = "receiving"


class Unit(NamedTuple):
    """The office that owns the file. `name` carries its kind word (`Xã Cẩm Long`); the code identifies, never the name.

    `receiving_office` is who gets the file and the papers: a district until 30/06/2025, the province since.
    """

    id: str
    name: str
    area: AreaType
    level: OfficeLevel = OfficeLevel.COMMUNE
    code: str | None = None
    province_code: str | None = None
    region: Region | None = None
    receiving_office: str = ""
    superior_name: str = ""

    @property
    def kind_word(self) -> str:
        """The word of its kind in lower case as it stands inside a sentence: `xã`, `phường`."""
        word = next((word for word in _KIND_WORDS if self.name.startswith(f"{word} ")), "")
        return word[:1].lower() + word[1:]

    @property
    def place_name(self) -> str:
        """The bare name as it stands in the date line of a paper: `Cẩm Long`."""
        return self.name[len(self.kind_word) :].strip() if self.kind_word else self.name


class Village(NamedTuple):
    """A village of the commune (thôn, bon, buôn, bản, tổ dân phố), or a commune in a receiving office's file.

    Villages have no national code; `position` is the office's own order. `area` overrides the commune's. `group` is
    the unit a commune stands under at a receiving office (former district, zone, cluster), empty where it has none.
    """

    id: str
    name: str
    position: int
    area: AreaType | None = None
    code: str | None = None
    group: str = ""


class VillageFigures(NamedTuple):
    """What is known of a village in a year: residents by group, and the poor and near-poor it opens the year with.

    Residents are all households and people living there, not the registry. None is "not known", never nought.
    """

    village_id: str
    year: int
    households: int | None = None
    people: int | None = None
    kinh_households: int | None = None
    kinh_people: int | None = None
    ethnic_minority_households: int | None = None
    ethnic_minority_people: int | None = None
    local_minority_households: int | None = None
    local_minority_people: int | None = None
    poor: int | None = None
    poor_people: int | None = None
    near_poor: int | None = None
    near_poor_people: int | None = None
    ethnic_minority_poor: int | None = None

    @classmethod
    def count_names(cls) -> tuple[str, ...]:
        """The names of all counts, in the order above."""
        return tuple(name for name in cls._fields if name not in {"village_id", "year"})
