"""Official tables of former years (biểu của các năm trước) as they were printed: nothing in them is computed anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.problems import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal


class FormerFigure(NamedTuple):
    """A printed figure, a rate in percent, and where it stands."""

    value: Decimal
    place: Place = Place()


class FormerLine(NamedTuple):
    """One line of a former table: a village by its name, or the total where `village` is None; figures by label."""

    village: str | None
    counted: Counted
    figures: Mapping[str, FormerFigure]

    def value(self, label: str) -> Decimal | None:
        """Return the figure of a column, None where it is blank or the table has no such column."""
        found = self.figures.get(label)
        return None if found is None else found.value


class FormerTable(NamedTuple):
    """One official table of a former year, by its number."""

    number: int
    lines: tuple[FormerLine, ...]

    def line(self, village: str | None, counted: Counted = Counted.HOUSEHOLDS) -> FormerLine | None:
        """Return the line of a place, None where the table has none."""
        return next((one for one in self.lines if one.village == village and one.counted is counted), None)


def shown_numbers(numbers: Sequence[int]) -> str:
    """Write table numbers shortly: `1–13`, `1, 2, 12`."""
    if len(numbers) > 2 and list(numbers) == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(map(str, numbers))
