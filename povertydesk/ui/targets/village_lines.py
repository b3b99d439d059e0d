"""The lines of the village grid: each village's figures, what was typed and not yet kept, and blank lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.area import VillageFigures
from povertydesk.poverty.rollup import total
from povertydesk.poverty.target import total_row
from povertydesk.poverty.target_outcome import total_outcome
from povertydesk.ui.records.columns import CellKind, CellValue, Column

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from povertydesk.poverty.allocation import VillageLimits
    from povertydesk.poverty.target import TargetRow
    from povertydesk.poverty.target_outcome import TargetOutcome
    from povertydesk.workflow.follow_targets import ListedOpening

NEW_ROW = "new-"
_UNIT_ROW = "unit-"
COMPUTED = frozenset(
    {
        "poor_rate_opening",
        "near_poor_rate_opening",
        "reduction_rate",
        "named",
        "named_difference",
        "near_poor_named",
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
GROUP = "unit_group"
LIMITS = ("least", "most", "fixed")
OFFERED = ("poor_opening", "near_poor_opening")
"""Columns of the opening for which the list of the year before is offered."""


class VillageLine(NamedTuple):
    """One line of the grid. A blank line has no village yet; `unsaved` holds texts that could not be kept so far.

    A unit of a receiving office has a line with the sums of its communes; nothing is typed there.
    """

    row_id: str
    serial: str
    row: TargetRow | None = None
    figures: VillageFigures | None = None
    named: int | None = None
    outcome: TargetOutcome | None = None
    limits: VillageLimits | None = None
    unsaved: Mapping[str, str] = MappingProxyType({})
    near_poor_named: int | None = None
    listed: ListedOpening | None = None

    @property
    def is_new(self) -> bool:
        """Whether the line waits for a new village."""
        return self.row is None

    @property
    def is_unit(self) -> bool:
        """Whether the line adds the communes of a unit up."""
        return self.row is not None and self.row.village_id is None

    def offered(self, key: str) -> int | None:
        """Return the opening figure that is missing and that the sealed list of the year before says."""
        if self.listed is None or key not in OFFERED or self.value(key) is not None:
            return None
        return self.listed.poor if key == "poor_opening" else self.listed.near_poor

    def value(self, key: str) -> CellValue:
        """Return what the line shows in a column: what was typed and not kept, else what the records say."""
        if key in self.unsaved:
            return self.unsaved[key]
        if key == "serial":
            return self.serial
        if key == GROUP:
            return self.row.group if self.row else None
        if key == "people":
            return self.figures.people if self.figures else None
        if key in {"named", "near_poor_named"}:
            count: int | None = getattr(self, key)
            return count
        if key == "named_difference":
            return named_difference(self.named, self.row)
        if key in LIMITS:
            limit: int | None = getattr(self.limits, key, None)
            return (limit or None) if key == "least" else limit
        if key in OUTCOMES:
            return outcome_value(self.outcome, key, self.row.reduction if self.row else None)
        value: CellValue = getattr(self.row, key) if self.row is not None else None
        return value


def named_difference(named: int | None, row: TargetRow | None) -> int | None:
    """Return how many more are named than assigned, of a village or of all; what is planned stands for it.

    As long as nobody is named anywhere the registered count.
    """
    if row is None:
        return None
    base, counted = row.reduction if row.assigned is None else row.assigned, row.registered if named is None else named
    return None if counted is None or base is None else counted - base


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


def unit_line(serial: str, name: str, members: Sequence[VillageLine]) -> VillageLine:
    """Add the communes of a unit up; a count that one of them lacks is not known for the unit."""
    outcomes = [line.outcome for line in members if line.outcome is not None]
    people = total(line.figures.people if line.figures else None for line in members)
    return VillageLine(
        f"{_UNIT_ROW}{name.casefold()}",
        serial,
        total_row([line.row for line in members if line.row is not None], name),
        VillageFigures("", 0, people=people),
        total(line.named for line in members),
        total_outcome(outcomes) if len(outcomes) == len(members) else None,
        near_poor_named=total(line.near_poor_named for line in members),
    )


class GridWords(NamedTuple):
    """The words of the grid: `text` gives a heading its words by key."""

    text: Callable[[str], str]
    total: str
    member: str


def village_columns(
    words: GridWords,
    year: int,
    whole: Callable[[str], CellValue],
    shown: Collection[str],
    locked: Collection[str] = (),
) -> tuple[Column[VillageLine], ...]:
    """Declare the columns of the grid that are shown. `whole` gives the commune's figure of a column.

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
        ("ethnic_minority_poor", (opening,), CellKind.COUNT),
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
        ("named_difference", (planned,), CellKind.COUNT),
        ("near_poor_registered", (planned,), CellKind.COUNT),
        ("near_poor_named", (planned,), CellKind.COUNT),
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
            editable=_is_known if locked else _is_typed,
            total=lambda _: words.total,
            width_characters=18,
        ),
    ]
    if GROUP in shown:
        tooltip = text(f"{GROUP}-explained")
        columns.append(
            Column(
                GROUP,
                text(GROUP),
                _reader(GROUP),
                CellKind.TEXT,
                editable=_is_typed if GROUP not in locked else False,
                width_characters=18,
                tooltip=tooltip,
            )
        )
    for key, heading, kind in (one for one in declared if one[0] in shown):
        columns.append(
            Column(
                key,
                text(key),
                _reader(key),
                kind,
                heading=heading,
                editable=_is_typed if key not in COMPUTED and key not in locked else False,
                computed=key in COMPUTED,
                proposed=_offer(key) if key in OFFERED and key not in locked else None,
                total=None if key in LIMITS else _totalled(whole, key),
                width_characters=6,
                tooltip=text(f"{key}-explained"),
            )
        )
    return tuple(columns)


def _is_typed(line: VillageLine) -> bool:
    return not line.is_unit


def _is_known(line: VillageLine) -> bool:
    return not line.is_unit and not line.is_new


def _reader(key: str) -> Callable[[VillageLine], CellValue]:
    return lambda line: line.value(key)


def _offer(key: str) -> Callable[[VillageLine], CellValue]:
    return lambda line: line.offered(key)


def _totalled(whole: Callable[[str], CellValue], key: str) -> Callable[[Sequence[VillageLine]], CellValue]:
    return lambda _lines: whole(key)
