"""The lists a person is described by: ethnic groups of the country, relations to a head of household, work."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from povertydesk import paths
from povertydesk.poverty.person import Work
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Mapping


class _Stored(TypedDict):
    kinh: int
    foreigner: int
    ethnic_groups: dict[str, tuple[str, ...]]
    relations: dict[str, tuple[str, ...]]
    works: dict[str, tuple[str, ...]]


class PeopleCodes(NamedTuple):
    """The lists with the names of each code, the official one first, and how a written name is recognised."""

    kinh: int
    foreigner: int
    ethnic_groups: Mapping[int, tuple[str, ...]]
    relations: Mapping[str, tuple[str, ...]]
    works: Mapping[str, tuple[str, ...]]

    def ethnic_group(self, written: str) -> int | None:
        """Return the number of an ethnic group by a name or its number as an office writes it; None where unknown."""
        if written.strip().isdecimal():
            number = int(written)
            return number if number in self.ethnic_groups else None
        return next((code for code, names in self.ethnic_groups.items() if _stands_in(written, names)), None)

    def relation(self, written: str) -> str | None:
        """Return the code of a relation to the head by a name as an office writes it; None where unknown."""
        return next((code for code, names in self.relations.items() if _stands_in(written, names)), None)

    def work(self, written: str) -> Work | None:
        """Return the situation of work by a name as an office writes it; None where unknown."""
        return next((Work(code) for code, names in self.works.items() if _stands_in(written, names)), None)

    def ethnic_minority(self, ethnic_group: int | None) -> bool | None:
        """Say whether a group is one of the ethnic minorities (dân tộc thiểu số); None where it is not known."""
        return None if ethnic_group is None else ethnic_group not in {self.kinh, self.foreigner}


@cache
def people_codes() -> PeopleCodes:
    """Read the lists of `resources/grids/people_codes.toml`, once."""
    import msgspec  # noqa: PLC0415 - the window's first paint needs none of it

    stored = msgspec.toml.decode(paths.resources("grids", "people_codes.toml").read_bytes(), type=_Stored)
    groups = {int(number): names for number, names in stored["ethnic_groups"].items()}
    return PeopleCodes(stored["kinh"], stored["foreigner"], groups, stored["relations"], stored["works"])


def _stands_in(written: str, names: tuple[str, ...]) -> bool:
    return _plain(written) in {_plain(name) for name in names}


def _plain(name: str) -> str:
    return "".join(letter for letter in fold(name) if letter.isalnum())
