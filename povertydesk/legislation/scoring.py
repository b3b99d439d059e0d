"""Scoring forms (Phiếu B): the cut-offs in points of one form, valid only for its standard and its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from povertydesk.legislation.dated import Limit, Period, check_series, period_of
from povertydesk.legislation.reading import DatedTable, LegislationDataError, Table, read_file
from povertydesk.legislation.standards import Amount, Standard
from povertydesk.poverty.area import AreaType

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from pathlib import Path

    from povertydesk.legislation.instruments import InstrumentRegister
    from povertydesk.poverty.status import Source

FILE = "scoring_forms.toml"
B1_CUT_OFF = "b1_cut_off"
B2_CUT_OFF = "b2_cut_off"


class FormPoints(msgspec.Struct, frozen=True):
    """The points of a form in a period: up to B1 a household's income is within the line, from B2 it is deprived."""

    period: Period
    b1_rural: int
    b1_urban: int
    b2: int
    per_indicator: int
    source: Source
    verified: bool

    def limits(self, area: AreaType) -> dict[str, Limit]:
        """Return the cut-offs of the area by their names in the decision table."""
        b1 = self.b1_rural if area is AreaType.RURAL else self.b1_urban
        return {
            B1_CUT_OFF: Limit(b1, self.source, self.verified),
            B2_CUT_OFF: Limit(self.b2, self.source, self.verified),
        }


class ScoringForm(msgspec.Struct, frozen=True):
    """A form whose points estimate income (B1) and count deprivations (B2) under one standard."""

    id: str
    standard: str
    title: str
    points: tuple[FormPoints, ...]

    def points_on(self, day: datetime.date) -> FormPoints | None:
        """Return the points that hold on the day, or None where the form does not apply."""
        return next((points for points in self.points if points.period.covers(day)), None)


class _PointsTable(DatedTable, frozen=True, kw_only=True):
    b1_rural: Amount
    b1_urban: Amount
    b2: Amount
    per_indicator: Amount


class _FormTable(Table, frozen=True):
    id: str
    standard: str
    title: str
    points: list[_PointsTable]


class _FormsTable(Table, frozen=True):
    form: list[_FormTable]


def read_scoring_forms(
    folder: Path, register: InstrumentRegister, standards: Sequence[Standard]
) -> dict[str, ScoringForm]:
    """Read the scoring form of each standard that has one, by the standard's id; a form stays inside its days."""
    by_id = {standard.id: standard for standard in standards}
    forms: dict[str, ScoringForm] = {}
    for place, table in enumerate(read_file(folder, FILE, _FormsTable).form):
        key = f"form[{place}]"
        if table.standard not in by_id:
            raise LegislationDataError(FILE, f"{key}.standard", f"unknown standard {table.standard}")
        if table.standard in forms:
            raise LegislationDataError(FILE, f"{key}.standard", f"{table.standard} has two forms")
        if not table.points:
            raise LegislationDataError(FILE, f"{key}.points", "the form has no cut-offs")
        points = tuple(_points(f"{key}.points[{row}]", one, register) for row, one in enumerate(table.points))
        periods = [one.period for one in points]
        check_series(FILE, f"{key}.points", periods, within=[by_id[table.standard].period])
        forms[table.standard] = ScoringForm(table.id, table.standard, table.title, points)
    return forms


def _points(key: str, table: _PointsTable, register: InstrumentRegister) -> FormPoints:
    return FormPoints(
        period=period_of(FILE, key, table),
        b1_rural=table.b1_rural,
        b1_urban=table.b1_urban,
        b2=table.b2,
        per_indicator=table.per_indicator,
        source=register.source(FILE, key, table.source),
        verified=table.verified,
    )
