"""The national multidimensional poverty standards: lines, indicators and the number of deprivations that counts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from povertydesk.legislation.dated import DatedLimit, Period, check_series, period_of, spanned
from povertydesk.legislation.reading import DatedTable, LegislationDataError, SourceTable, Table, read_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from povertydesk.legislation.instruments import InstrumentRegister
    from povertydesk.poverty.status import Source

FOLDER = "standards"
MINIMUM_DEPRIVATIONS = "minimum_deprivations"
POVERTY_LINE = "poverty_line"

LineName = Literal["poverty_line", "near_poverty_line", "average_living_standard_line", "low_income_worker_line"]
Amount = Annotated[int, msgspec.Meta(gt=0)]


class Indicator(msgspec.Struct, frozen=True):
    """One indicator of deprivation (chỉ số thiếu hụt); `threshold` says when a household is deprived, if known.

    `detail` refines the threshold and is marked apart, since a detail may be unverified where the rule is not.
    """

    code: str
    name: str
    dimension: str
    threshold: str | None
    threshold_verified: bool
    detail: str | None
    detail_verified: bool


class Application(msgspec.Struct, frozen=True):
    """The days on which an instrument puts the standard to use."""

    period: Period
    source: Source
    verified: bool


class Standard(msgspec.Struct, frozen=True):
    """A standard (chuẩn nghèo) with the days it applies; its indicators stand in the order of the official tables.

    `thresholds_verified` says whether it was checked for every indicator when a household counts as deprived.
    """

    id: str
    title: str
    applications: tuple[Application, ...]
    indicators: tuple[Indicator, ...]
    indicator_codes: tuple[str, ...]
    indicators_source: Source
    indicators_verified: bool
    thresholds_verified: bool
    limits: Mapping[str, tuple[DatedLimit, ...]]

    @property
    def period(self) -> Period:
        """All days on which the standard applies."""
        return spanned([application.period for application in self.applications])

    @property
    def income_lines(self) -> tuple[str, ...]:
        """The names of the lines in đồng a person and month."""
        return tuple(name for name in self.limits if name != MINIMUM_DEPRIVATIONS)


class LineTable(DatedTable, frozen=True, kw_only=True):
    """`[[line]]`: a line in đồng a person and month, up to and including which a household counts."""

    name: LineName
    rural_vnd: Amount
    urban_vnd: Amount


class _MinimumTable(DatedTable, frozen=True, kw_only=True):
    count: Amount


class _IndicatorTable(Table, frozen=True):
    code: str
    name: str
    dimension: str
    threshold_verified: bool
    threshold: str | None = None
    detail: str | None = None
    detail_verified: bool | None = None


class _IndicatorsTable(Table, frozen=True):
    source: SourceTable
    verified: bool
    item: list[_IndicatorTable]


class _StandardTable(Table, frozen=True):
    id: str
    title: str
    period: list[DatedTable]
    line: list[LineTable]
    minimum_deprivations: list[_MinimumTable]
    indicators: _IndicatorsTable


def read_standards(folder: Path, register: InstrumentRegister) -> tuple[Standard, ...]:
    """Read every standard, oldest first; two may neither overlap nor leave a day between them."""
    names = sorted(f"{FOLDER}/{path.name}" for path in (folder / FOLDER).glob("*.toml"))
    standards = sorted((_read(folder, name, register) for name in names), key=lambda one: one.period.first)
    if not standards:
        raise LegislationDataError(FOLDER, "file", "the folder holds no standard")
    ids = [standard.id for standard in standards]
    for standard_id in ids:
        if ids.count(standard_id) > 1:
            raise LegislationDataError(FOLDER, "id", f"{standard_id} stands twice")
    check_series(FOLDER, "period", [standard.period for standard in standards])
    return tuple(standards)


def dated_limit(
    file: str, key: str, table: DatedTable, register: InstrumentRegister, *, values: tuple[int, int]
) -> DatedLimit:
    """Return a dated table as a limit with its rural and urban value, its source checked."""
    source = register.source(file, key, table.source)
    return DatedLimit(period_of(file, key, table), *values, source, table.verified)


def _read(folder: Path, name: str, register: InstrumentRegister) -> Standard:
    table = read_file(folder, name, _StandardTable)
    applications = []
    for place, dated in enumerate(table.period):
        key = f"period[{place}]"
        source = register.source(name, key, dated.source)
        applications.append(Application(period_of(name, key, dated), source, dated.verified))
    if not applications:
        raise LegislationDataError(name, "period", "the standard names no days on which it applies")
    periods = [application.period for application in applications]
    check_series(name, "period", periods)

    limits: dict[str, list[DatedLimit]] = defaultdict(list)
    for place, line in enumerate(table.line):
        values = (line.rural_vnd, line.urban_vnd)
        limits[line.name].append(dated_limit(name, f"line[{place}]", line, register, values=values))
    for place, minimum in enumerate(table.minimum_deprivations):
        key = f"{MINIMUM_DEPRIVATIONS}[{place}]"
        values = (minimum.count, minimum.count)
        limits[MINIMUM_DEPRIVATIONS].append(dated_limit(name, key, minimum, register, values=values))
    for limit_name, series in limits.items():
        check_series(name, limit_name, [dated.period for dated in series], within=periods)
    indicators = _indicators(name, table.indicators.item)
    return Standard(
        id=table.id,
        title=table.title,
        applications=tuple(applications),
        indicators=indicators,
        indicator_codes=tuple(indicator.code for indicator in indicators),
        indicators_source=register.source(name, "indicators", table.indicators.source),
        indicators_verified=table.indicators.verified,
        thresholds_verified=all(indicator.threshold_verified for indicator in indicators),
        limits={limit_name: tuple(series) for limit_name, series in limits.items()},
    )


def _indicators(file: str, tables: Sequence[_IndicatorTable]) -> tuple[Indicator, ...]:
    found: dict[str, Indicator] = {}
    for place, table in enumerate(tables):
        key = f"indicators.item[{place}]"
        if table.code in found:
            raise LegislationDataError(file, f"{key}.code", f"{table.code} stands twice")
        if table.threshold is None and table.threshold_verified:
            raise LegislationDataError(file, f"{key}.threshold", "a verified threshold must be written")
        if (table.detail is None) != (table.detail_verified is None):
            raise LegislationDataError(file, f"{key}.detail_verified", "a detail says whether it was verified")
        found[table.code] = Indicator(
            code=table.code,
            name=table.name,
            dimension=table.dimension,
            threshold=table.threshold,
            threshold_verified=table.threshold_verified,
            detail=table.detail,
            detail_verified=bool(table.detail_verified),
        )
    return tuple(found.values())
