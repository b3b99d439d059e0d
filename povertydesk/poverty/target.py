"""Village targets: how many households each village brings out of poverty, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.area import Village
from povertydesk.poverty.place_groups import place_lines
from povertydesk.poverty.rate import percent
from povertydesk.poverty.rollup import total

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from povertydesk.poverty.area import VillageFigures
    from povertydesk.poverty.place_groups import PlaceLine


class VillageTarget(NamedTuple):
    """What is planned for a village in a year, in households; None is "not set".

    `assigned` is what the office above gave this village or commune (số giao), where it did so village by village;
    `near_poor_registered` are the households that registered to leave the list of the near-poor.
    """

    village_id: str
    year: int
    reduction: int | None = None
    ethnic_minority_reduction: int | None = None
    near_poor_reduction: int | None = None
    registered: int | None = None
    assigned: int | None = None
    near_poor_registered: int | None = None


class TargetRow(NamedTuple):
    """One line of the target grid: residents and poor at the opening, the planned reduction, and what follows.

    `group` is the unit that a commune of a receiving office stands under.
    """

    village_id: str | None
    village: str
    households: int | None
    poor_opening: int | None
    near_poor_opening: int | None
    ethnic_minority_poor: int | None
    reduction: int | None
    ethnic_minority_reduction: int | None
    near_poor_reduction: int | None
    registered: int | None
    assigned: int | None = None
    group: str = ""
    near_poor_registered: int | None = None

    @property
    def poor_closing(self) -> int | None:
        """Poor households left at the end of the year; None where opening or reduction is not known."""
        if self.poor_opening is None or self.reduction is None:
            return None
        return self.poor_opening - self.reduction

    @property
    def poor_rate_opening(self) -> Decimal | None:
        """Poor households at the opening in percent of the resident households."""
        return percent(self.poor_opening, self.households)

    @property
    def reduction_rate(self) -> Decimal | None:
        """The planned reduction in percentage points of the resident households."""
        return percent(self.reduction, self.households)

    @property
    def poor_rate_closing(self) -> Decimal | None:
        """Poor households at the end of the year in percent of the resident households."""
        return percent(self.poor_closing, self.households)

    @property
    def near_poor_closing(self) -> int | None:
        """Near-poor households left where the plan comes true; None where opening or reduction is not known.

        Who leaves poverty only for the near-poor is planned nowhere, so nobody is added.
        """
        if self.near_poor_opening is None or self.near_poor_reduction is None:
            return None
        return self.near_poor_opening - self.near_poor_reduction

    @property
    def near_poor_rate_opening(self) -> Decimal | None:
        """Near-poor households at the opening in percent of the resident households."""
        return percent(self.near_poor_opening, self.households)

    @property
    def near_poor_rate_closing(self) -> Decimal | None:
        """Near-poor households at the end of the year in percent of the resident households."""
        return percent(self.near_poor_closing, self.households)


class TargetGrid(NamedTuple):
    """The targets of all villages of a year with their total, and what the office above assigned.

    `assigned_minority` are the ethnic-minority households among `assigned_reduction`.
    """

    year: int
    rows: tuple[TargetRow, ...]
    assigned_reduction: int | None = None
    assigned_minority: int | None = None

    @property
    def total(self) -> TargetRow:
        """The commune's line: counts added up, rates computed anew from the sums."""
        return total_row(self.rows)

    @property
    def lines(self) -> tuple[PlaceLine, ...]:
        """The lines as a table numbers them: each unit above its communes; only the places where there is no unit."""
        return place_lines([Village(str(row.village_id), row.village, 0, group=row.group) for row in self.rows])

    def of_group(self, group: str) -> TargetRow:
        """Return the line of a unit: the sums of its communes, capitals in its name aside."""
        members = [row for row in self.rows if row.group.casefold() == group.casefold()]
        return total_row(members, group)


def total_row(rows: Sequence[TargetRow], name: str = "") -> TargetRow:
    """Add lines up; a count that one of them lacks is not known for the whole, rates rest on the sums."""

    def added(count: str) -> int | None:
        return total(getattr(row, count) for row in rows)

    return TargetRow(
        village_id=None,
        village=name,
        households=added("households"),
        poor_opening=added("poor_opening"),
        near_poor_opening=added("near_poor_opening"),
        ethnic_minority_poor=added("ethnic_minority_poor"),
        reduction=added("reduction"),
        ethnic_minority_reduction=added("ethnic_minority_reduction"),
        near_poor_reduction=added("near_poor_reduction"),
        registered=added("registered"),
        assigned=added("assigned"),
        near_poor_registered=added("near_poor_registered"),
    )


def target_grid(
    year: int,
    villages: Sequence[Village],
    figures: Sequence[VillageFigures],
    targets: Sequence[VillageTarget],
    assigned_reduction: int | None = None,
) -> TargetGrid:
    """Join villages, their figures and their targets into the grid, in the office's order of villages."""
    figures_of = {row.village_id: row for row in figures}
    target_of = {row.village_id: row for row in targets}
    rows = []
    for village in villages:
        known = figures_of.get(village.id)
        planned = target_of.get(village.id)
        rows.append(
            TargetRow(
                village_id=village.id,
                village=village.name,
                households=known.households if known else None,
                poor_opening=known.poor if known else None,
                near_poor_opening=known.near_poor if known else None,
                ethnic_minority_poor=known.ethnic_minority_poor if known else None,
                reduction=planned.reduction if planned else None,
                ethnic_minority_reduction=planned.ethnic_minority_reduction if planned else None,
                near_poor_reduction=planned.near_poor_reduction if planned else None,
                registered=planned.registered if planned else None,
                assigned=planned.assigned if planned else None,
                group=village.group,
                near_poor_registered=planned.near_poor_registered if planned else None,
            )
        )
    return TargetGrid(year, tuple(rows), assigned_reduction)
