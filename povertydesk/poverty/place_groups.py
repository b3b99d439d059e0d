"""Communes under their units (đơn vị: former district, zone, cluster), as a receiving office's tables list them.

A unit is known by its name, capitals aside. Without units the places stand one after the other as they always did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from povertydesk.poverty.area import Village


class PlaceGroup(NamedTuple):
    """A unit with its communes; a commune under no unit stands alone, the name is then empty."""

    name: str
    members: tuple[Village, ...]


class PlaceLine(NamedTuple):
    """One line of a table: a unit with the keys of its communes, or a place by its key.

    `serial` is as official tables number: 1, 2, 3 for units and for places under none, 1.1, 1.2 for members.
    """

    serial: str
    name: str
    village: str | None
    members: tuple[str, ...] = ()


def place_groups(villages: Iterable[Village]) -> tuple[PlaceGroup, ...]:
    """Put the communes of one unit together, each unit where the first of them stands and as that one writes it."""
    groups: dict[str, list[Village]] = {}
    for place, village in enumerate(villages):
        groups.setdefault(village.group.casefold() or f" {place}", []).append(village)
    return tuple(PlaceGroup(members[0].group, tuple(members)) for members in groups.values())


def in_groups(villages: Iterable[Village]) -> tuple[Village, ...]:
    """Return the villages in their order, those of one group together."""
    return tuple(village for group in place_groups(villages) for village in group.members)


def place_lines(villages: Sequence[Village]) -> tuple[PlaceLine, ...]:
    """List the lines of a table of all places: each unit, then its communes; only the places where there is no unit."""
    lines: list[PlaceLine] = []
    for serial, group in enumerate(place_groups(villages), start=1):
        if not group.name:
            (village,) = group.members
            lines.append(PlaceLine(str(serial), village.name, village.id))
            continue
        lines.append(PlaceLine(str(serial), group.name, None, tuple(one.id for one in group.members)))
        lines += [PlaceLine(f"{serial}.{n}", one.name, one.id) for n, one in enumerate(group.members, start=1)]
    return tuple(lines)
