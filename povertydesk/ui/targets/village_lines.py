"""The lines of the village grid: each village's figures, what was typed and not yet kept, and blank lines."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.ui.records.columns import CellKind, CellValue, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from povertydesk.poverty.area import VillageFigures
    from povertydesk.poverty.target import TargetRow

NEW_ROW = "new-"
COMPUTED = {"poor_rate_opening", "reduction_rate", "poor_closing", "poor_rate_closing"}


class VillageLine(NamedTuple):
    """One line of the grid. A blank line has no village yet; `unsaved` holds texts that could not be kept so far."""

    row_id: str
    serial: int | None
    row: TargetRow | None = None
    figures: VillageFigures | None = None
    unsaved: Mapping[str, str] = MappingProxyType({})

    @property
    def is_new(self) -> bool:
        """Whether the line waits for a new village."""
        return self.row is None

    def value(self, key: str) -> CellValue:
        """Return what the line shows in a column: what was typed and not kept, else what the records say."""
        if key in self.unsaved:
            return self.unsaved[key]
        if key == "serial":
            return self.serial
        if key == "people":
            return self.figures.people if self.figures else None
        value: CellValue = getattr(self.row, key) if self.row is not None else None
        return value


def village_columns(
    text: Callable[[str], str], year: int, total: Callable[[str], CellValue], total_words: str, member_word: str
) -> tuple[Column[VillageLine], ...]:
    """Declare the columns of the grid. `text` gives a heading its words, `total` the commune's figure of a column."""
    opening, planned, closing = text("opening"), text("planned").replace("{year}", str(year)), text("closing")
    declared: tuple[tuple[str, tuple[str, ...], CellKind], ...] = (
        ("households", (opening,), CellKind.COUNT),
        ("poor_opening", (opening,), CellKind.COUNT),
        ("poor_rate_opening", (opening,), CellKind.RATE),
        ("near_poor_opening", (opening,), CellKind.COUNT),
        ("people", (opening,), CellKind.COUNT),
        ("reduction", (planned,), CellKind.COUNT),
        ("reduction_rate", (planned,), CellKind.RATE),
        ("ethnic_minority_reduction", (planned,), CellKind.COUNT),
        ("registered", (planned,), CellKind.COUNT),
        ("poor_closing", (closing,), CellKind.COUNT),
        ("poor_rate_closing", (closing,), CellKind.RATE),
    )
    columns: list[Column[VillageLine]] = [
        Column("serial", text("serial"), _reader("serial"), CellKind.SERIAL, computed=True),
        Column(
            "village",
            member_word,
            _reader("village"),
            CellKind.TEXT,
            editable=True,
            total=lambda _: total_words,
            width_characters=18,
        ),
    ]
    for key, heading, kind in declared:
        columns.append(
            Column(
                key,
                text(key),
                _reader(key),
                kind,
                heading=heading,
                editable=key not in COMPUTED,
                computed=key in COMPUTED,
                total=_totalled(total, key),
                width_characters=8,
                tooltip=text(f"{key}-explained"),
            )
        )
    return tuple(columns)


def _reader(key: str) -> Callable[[VillageLine], CellValue]:
    return lambda line: line.value(key)


def _totalled(total: Callable[[str], CellValue], key: str) -> Callable[[Sequence[VillageLine]], CellValue]:
    return lambda _lines: total(key)
