"""The lines of the village grid: each village's figures, what was typed and not yet kept, and blank lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.ui.records.columns import CellKind, CellValue, Column

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from povertydesk.poverty.allocation import VillageLimits
    from povertydesk.poverty.area import VillageFigures
    from povertydesk.poverty.target import TargetRow
    from povertydesk.poverty.target_outcome import TargetOutcome

NEW_ROW = "new-"
COMPUTED = frozenset(
    {
        "poor_rate_opening",
        "near_poor_rate_opening",
        "reduction_rate",
        "named",
        "poor_closing",
        "poor_rate_closing",
        "near_poor_closing",
        "near_poor_rate_closing",
        "reduction_actual",
        "percent_of_plan",
        "poor_actual",
        "poor_rate_actual",
        "near_poor_actual",
    }
)
LIMITS = ("least", "most", "fixed")


class VillageLine(NamedTuple):
    """One line of the grid. A blank line has no village yet; `unsaved` holds texts that could not be kept so far."""

    row_id: str
    serial: int | None
    row: TargetRow | None = None
    figures: VillageFigures | None = None
    named: int | None = None
    outcome: TargetOutcome | None = None
    limits: VillageLimits | None = None
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
        if key == "named":
            return self.named
        if key in LIMITS:
            limit: int | None = getattr(self.limits, key, None)
            return (limit or None) if key == "least" else limit
        if key in OUTCOMES:
            return outcome_value(self.outcome, key, self.row.reduction if self.row else None)
        value: CellValue = getattr(self.row, key) if self.row is not None else None
        return value


OUTCOMES = frozenset({"reduction_actual", "percent_of_plan", "poor_actual", "poor_rate_actual", "near_poor_actual"})


def outcome_value(outcome: TargetOutcome | None, key: str, planned: int | None) -> CellValue:
    """Return a figure of what came of the plan; blank as long as the round is not closed."""
    if outcome is None:
        return None
    match key:
        case "reduction_actual":
            return outcome.reduction
        case "percent_of_plan":
            return outcome.percent_of(planned)
        case "poor_actual":
            return outcome.poor
        case "poor_rate_actual":
            return outcome.poor_rate
        case _:
            return outcome.near_poor


class GridWords(NamedTuple):
    """The words of the grid: `text` gives a heading its words by key."""

    text: Callable[[str], str]
    total: str
    member: str


def village_columns(
    words: GridWords,
    year: int,
    total: Callable[[str], CellValue],
    shown: Container[str],
    locked: Container[str] = (),
) -> tuple[Column[VillageLine], ...]:
    """Declare the columns of the grid that are shown. `total` gives the commune's figure of a column.

    Nothing is typed into `locked` ones: a signed plan fixes them.
    """
    text = words.text
    opening, planned, closing = text("opening"), text("planned").replace("{year}", str(year)), text("closing")
    actual, sharing = text("actual"), text("sharing")
    declared: tuple[tuple[str, tuple[str, ...], CellKind], ...] = (
        ("households", (opening,), CellKind.COUNT),
        ("poor_opening", (opening,), CellKind.COUNT),
        ("poor_rate_opening", (opening,), CellKind.RATE),
        ("near_poor_opening", (opening,), CellKind.COUNT),
        ("near_poor_rate_opening", (opening,), CellKind.RATE),
        ("people", (opening,), CellKind.COUNT),
        ("least", (sharing,), CellKind.COUNT),
        ("most", (sharing,), CellKind.COUNT),
        ("fixed", (sharing,), CellKind.COUNT),
        ("assigned", (planned,), CellKind.COUNT),
        ("reduction", (planned,), CellKind.COUNT),
        ("reduction_rate", (planned,), CellKind.RATE),
        ("ethnic_minority_reduction", (planned,), CellKind.COUNT),
        ("near_poor_reduction", (planned,), CellKind.COUNT),
        ("registered", (planned,), CellKind.COUNT),
        ("named", (planned,), CellKind.COUNT),
        ("poor_closing", (closing,), CellKind.COUNT),
        ("poor_rate_closing", (closing,), CellKind.RATE),
        ("near_poor_closing", (closing,), CellKind.COUNT),
        ("near_poor_rate_closing", (closing,), CellKind.RATE),
        ("reduction_actual", (actual,), CellKind.COUNT),
        ("percent_of_plan", (actual,), CellKind.RATE),
        ("poor_actual", (actual,), CellKind.COUNT),
        ("poor_rate_actual", (actual,), CellKind.RATE),
        ("near_poor_actual", (actual,), CellKind.COUNT),
    )
    columns: list[Column[VillageLine]] = [
        Column("serial", text("serial"), _reader("serial"), CellKind.SERIAL, computed=True),
        Column(
            "village",
            words.member,
            _reader("village"),
            CellKind.TEXT,
            editable=True,
            total=lambda _: words.total,
            width_characters=18,
        ),
    ]
    for key, heading, kind in (one for one in declared if one[0] in shown):
        columns.append(
            Column(
                key,
                text(key),
                _reader(key),
                kind,
                heading=heading,
                editable=key not in COMPUTED and key not in locked,
                computed=key in COMPUTED,
                total=None if key in LIMITS else _totalled(total, key),
                width_characters=6,
                tooltip=text(f"{key}-explained"),
            )
        )
    return tuple(columns)


def _reader(key: str) -> Callable[[VillageLine], CellValue]:
    return lambda line: line.value(key)


def _totalled(total: Callable[[str], CellValue], key: str) -> Callable[[Sequence[VillageLine]], CellValue]:
    return lambda _lines: total(key)
