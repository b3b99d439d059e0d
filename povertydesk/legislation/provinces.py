"""A province's own standard: it may raise a line or a cut-off above the national one, never lower it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from povertydesk.legislation.dated import DatedLimit, check_series, limit_on, refuse_overlap
from povertydesk.legislation.instruments import InstrumentRegister, InstrumentTable
from povertydesk.legislation.reading import DatedTable, LegislationDataError, Table, read_file
from povertydesk.legislation.scoring import B1_CUT_OFF, ScoringForm
from povertydesk.legislation.standards import Amount, LineName, Standard, dated_limit
from povertydesk.poverty.area import AreaType

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from povertydesk.legislation.dated import Limit

FOLDER = "provinces"
_CODE = re.compile(r"\d{2}")


class Province(msgspec.Struct, frozen=True):
    """What one province raises, by standard and line, with the register that holds its own resolutions."""

    code: str
    name: str
    register: InstrumentRegister
    limits: Mapping[tuple[str, str], tuple[DatedLimit, ...]]

    def limits_on(self, standard: str, area: AreaType, day: datetime.date) -> dict[str, Limit]:
        """Return the raised limits of a standard that hold in the area on the day."""
        found = {
            name: limit_on(series, area, day) for (owner, name), series in self.limits.items() if owner == standard
        }
        return {name: limit for name, limit in found.items() if limit is not None}


class _LineTable(DatedTable, frozen=True, kw_only=True):
    standard: str
    name: LineName
    rural_vnd: Amount
    urban_vnd: Amount


class _CutOffTable(DatedTable, frozen=True, kw_only=True):
    standard: str
    b1_rural: Amount
    b1_urban: Amount


class _ProvinceTable(Table, frozen=True, kw_only=True):
    code: str
    name: str
    instrument: list[InstrumentTable] = []  # noqa: RUF012 - msgspec copies an empty default
    line: list[_LineTable] = []  # noqa: RUF012
    cut_off: list[_CutOffTable] = []  # noqa: RUF012


def read_province(
    folder: Path,
    code: str,
    register: InstrumentRegister,
    standards: Sequence[Standard],
    forms: Mapping[str, ScoringForm],
) -> Province | None:
    """Read the file of a province by its two-digit code; None where the province has set nothing of its own.

    Raises LegislationDataError where a value lies below the national one on any day, in either area.
    """
    name = f"{FOLDER}/{code}.toml"
    if _CODE.fullmatch(code) is None or not (folder / name).is_file():
        return None
    table = read_file(folder, name, _ProvinceTable)
    if table.code != code:
        raise LegislationDataError(name, "code", f"the file is named for {code} and speaks of {table.code}")
    own_register = register.extended(name, table.instrument)
    national = {standard.id: standard for standard in standards}
    limits: dict[tuple[str, str], list[DatedLimit]] = defaultdict(list)
    for place, line in enumerate(table.line):
        key = f"line[{place}]"
        standard = national.get(line.standard)
        series = standard.limits.get(line.name) if standard else None
        if series is None:
            raise LegislationDataError(name, f"{key}.name", f"{line.standard} has no national {line.name}")
        raised = dated_limit(name, key, line, own_register, values=(line.rural_vnd, line.urban_vnd))
        _refuse_lower(name, key, raised, series)
        limits[line.standard, line.name].append(raised)
    for place, cut_off in enumerate(table.cut_off):
        key = f"cut_off[{place}]"
        form = forms.get(cut_off.standard)
        if form is None:
            raise LegislationDataError(name, f"{key}.standard", f"{cut_off.standard} has no scoring form")
        raised = dated_limit(name, key, cut_off, own_register, values=(cut_off.b1_rural, cut_off.b1_urban))
        points = [DatedLimit(one.period, one.b1_rural, one.b1_urban, one.source, one.verified) for one in form.points]
        _refuse_lower(name, key, raised, points)
        limits[cut_off.standard, B1_CUT_OFF].append(raised)
    for (owner, limit_name), own in limits.items():
        refuse_overlap(name, f"{owner} {limit_name}", [dated.period for dated in own])
    return Province(code, table.name, own_register, {key: tuple(series) for key, series in limits.items()})


def _refuse_lower(file: str, key: str, raised: DatedLimit, national: Sequence[DatedLimit]) -> None:
    check_series(file, key, [raised.period], within=[dated.period for dated in national])
    for dated in national:
        if not dated.period.overlaps(raised.period):
            continue
        for area in AreaType:
            if raised.value(area) < dated.value(area):
                problem = f"{area} {raised.value(area)} is lower than the national {dated.value(area)}"
                raise LegislationDataError(file, key, problem)
