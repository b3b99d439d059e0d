"""Commands on figures: villages, classify, targets, check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import click

from povertydesk.cli.terminal import DONE, FILE, PATH, YEAR, Terminal, common, exit_code, number
from povertydesk.poverty.allocation import AllocationBasis
from povertydesk.poverty.area import VillageFigures
from povertydesk.poverty.multidimensional import DeprivationProfile, PovertyMeasure, in_percent
from povertydesk.poverty.target import TargetGrid, TargetRow
from povertydesk.poverty.transition import NearPoorFlow, PoorFlow
from povertydesk.workflow import check_year, classify_year, record_villages, set_targets
from povertydesk.workflow.deprivation_profile import YearProfile, profile_of_standings
from povertydesk.workflow.year_standings import year_standings

_VILLAGE_COUNTS = ("households", "people", "poor", "near_poor")
_GROUP_COUNTS = tuple(name for name in VillageFigures.count_names() if name not in _VILLAGE_COUNTS)


def _points(_context: click.Context, _parameter: click.Parameter, written: str | None) -> Decimal | None:
    """Read percentage points as an office writes them: `2`, `2.5` or `2,50`."""
    if written is None:
        return None
    try:
        points = Decimal(written.replace(",", "."))
    except InvalidOperation:
        points = Decimal("NaN")
    if not points.is_finite():
        message = f"{written!r} is not a number of percentage points."
        raise click.BadParameter(message)
    return points


@click.command()
@FILE
@YEAR
@click.option("--import", "workbook", type=PATH, help="A workbook of villages.")
@common(json_output=True)
def villages(terminal: Terminal, *, file: Path, year: int, workbook: Path | None) -> int:
    """Show the villages with residents, poor and near-poor, or take them from a workbook."""
    with terminal.opened(file, read_only=workbook is None) as desk:
        imported = None if workbook is None else record_villages.import_villages(desk, year, workbook)
        table = record_villages.read_villages(desk, year)
        findings = () if imported is None else (*imported.findings, *check_year.check_year(desk, year))
    rows = [{"village": village.name, **_figures(known._asdict())} for village, known in table.rows]
    total = _figures(table.total)
    if terminal.as_json:
        terminal.show_json({"year": year, "rows": rows, "total": total})
        return exit_code(findings)
    if workbook is not None:
        terminal.say("villages-imported" if imported else "villages-unchanged", file=workbook.name)
    _show_counts(terminal, _VILLAGE_COUNTS, rows, total)
    terminal.show_findings(findings)
    return exit_code(findings)


@click.command()
@FILE
@YEAR
@click.option("--standard", help="The id of the standard to count by; of village figures only the year's own.")
@common(json_output=True)
def classify(terminal: Terminal, *, file: Path, year: int, standard: str | None) -> int:
    """Count households by village and status, with the flows from the opening."""
    with terminal.opened(file, read_only=True) as desk:
        standings = year_standings(desk, year, standard)
        result = classify_year.classify_standings(desk, year, standings, standard)
        measured = result.from_households and terminal.as_json
        profile = profile_of_standings(standings, record_villages.read_villages(desk, year)) if measured else None
    rows = [asdict(row) for row in result.rows]
    total = asdict(result.total)
    del total["village"]
    if terminal.as_json:
        flows = {
            name: _flow_json(flow)
            for name, flow in (
                ("poor_flow", result.poor_flow),
                ("near_poor_flow", result.near_poor_flow),
                ("poor_people_flow", result.poor_people_flow),
                ("near_poor_people_flow", result.near_poor_people_flow),
            )
        }
        found = [terminal.finding_json(finding) for finding in result.findings]
        document = {"year": year, "ruleset": result.ruleset, "rows": rows, "total": total, **flows}
        if profile is not None:
            document["deprivation"] = _profile_json(profile)
        document["findings"] = found
        terminal.show_json(document)
    else:
        _show_counts(terminal, ("resident_households", "poor", "near_poor", "not_poor", "unclassified"), rows, total)
        terminal.show_findings(result.findings)
    return exit_code(result.findings)


@click.command()
@FILE
@YEAR
@click.option("--allocate", type=int, metavar="N", help="Share N households out to the villages.")
@click.option("--points", callback=_points, metavar="P", help="Share out as many as P percentage points come to.")
@click.option("--by", "basis", type=click.Choice([one.value for one in AllocationBasis]), default="households")
@common(json_output=True)
def targets(
    terminal: Terminal, *, file: Path, year: int, allocate: int | None, points: Decimal | None, basis: str
) -> int:
    """Show the village targets, or share a total out to the villages: households, or points of all households."""
    if allocate is not None and points is not None:
        message = "--allocate and --points say the same thing twice."
        raise click.UsageError(message)
    with terminal.opened(file, read_only=allocate is None and points is None) as desk:
        if points is not None:
            allocate = set_targets.reduction_of_points(desk, year, points)
        if allocate is not None:
            set_targets.allocate_targets(desk, year, allocate, AllocationBasis(basis))
        grid = set_targets.read_grid(desk, year)
        findings = check_year.check_year(desk, year)
    if terminal.as_json:
        terminal.show_json(_grid_json(grid))
    else:
        titles = ("village", "households", "poor_opening", "reduction", "poor_closing", "poor_rate_closing")
        terminal.show_table(titles, [[getattr(row, title) for title in titles] for row in (*grid.rows, grid.total)])
        terminal.show_findings(findings)
    return exit_code(findings)


@click.command()
@FILE
@click.option("--year", type=click.IntRange(1900, 2999), help="One year; all years without it.")
@common(json_output=True)
def check(terminal: Terminal, *, file: Path, year: int | None) -> int:
    """List what contradicts itself among the figures of a file."""
    with terminal.opened(file, read_only=True) as desk:
        findings = check_year.check_file(desk, year)
    if terminal.as_json:
        terminal.show_json({"findings": [terminal.finding_json(finding) for finding in findings]})
    else:
        terminal.show_findings(findings)
        if exit_code(findings) == DONE:
            terminal.say("nothing-found")
    return exit_code(findings)


def _flow_json(flow: PoorFlow | NearPoorFlow) -> dict[str, int | None]:
    """Give the parts of a flow; where its opening is not known, nothing of it is."""
    parts = {**asdict(flow), "closing": flow.closing}
    return dict.fromkeys(parts) if flow.opening is None else parts


def _figures(known: Mapping[str, Any]) -> dict[str, Any]:
    return {name: known.get(name) for name in (*_VILLAGE_COUNTS, *_GROUP_COUNTS)}


def _show_counts(
    terminal: Terminal, counts: Sequence[str], rows: Sequence[Mapping[str, Any]], total: Mapping[str, Any]
) -> None:
    columns = ("village", *counts)
    terminal.show_table(columns, [[row.get(column) for column in columns] for row in (*rows, total)])


def _profile_json(profile: YearProfile) -> dict[str, Any]:
    """Return headcount, intensity and adjusted headcount in percent of the residents, and tables 4 to 7."""
    villages = [one.village for one in profile.households if one.village is not None]
    return {
        "households": [_measure_json(one) for one in profile.households],
        "people": [_measure_json(one) for one in profile.people],
        "poor": _tables_json(profile.poor, villages),
        "near_poor": _tables_json(profile.near_poor, villages),
    }


def _measure_json(measure: PovertyMeasure) -> dict[str, Any]:
    return {
        "village": measure.village,
        "residents": measure.residents,
        "reviewed": measure.reviewed,
        "not_reviewed": measure.not_reviewed,
        "incomplete": measure.incomplete,
        "poor": measure.poor,
        "headcount": number(in_percent(measure.headcount)),
        "intensity": number(in_percent(measure.intensity)),
        "adjusted_headcount": number(in_percent(measure.adjusted_headcount)),
        "indicators": [
            {
                "indicator": one.indicator,
                "deprived": one.deprived,
                "deprived_poor": one.deprived_poor,
                "headcount": number(in_percent(one.headcount)),
                "contribution": number(in_percent(one.contribution)),
            }
            for one in measure.indicators
        ],
    }


def _tables_json(profiles: Sequence[DeprivationProfile], villages: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {
            "village": village,
            "households": one.households,
            "deprived": dict(one.deprived),
            "rates": {code: number(one.rate(code)) for code in one.deprived},
            "unanswered": dict(one.unanswered),
        }
        for village, one in zip((*villages, None), profiles, strict=True)
    ]


def _grid_json(grid: TargetGrid) -> dict[str, Any]:
    total = _target_json(grid.total)
    del total["village"]
    return {
        "year": grid.year,
        "assigned": grid.assigned_reduction,
        "rows": [_target_json(row) for row in grid.rows],
        "total": total,
    }


def _target_json(row: TargetRow) -> dict[str, Any]:
    return {
        "village": row.village,
        "households": row.households,
        "poor_opening": row.poor_opening,
        "poor_rate_opening": number(row.poor_rate_opening),
        "near_poor_opening": row.near_poor_opening,
        "reduction": row.reduction,
        "reduction_rate": number(row.reduction_rate),
        "poor_closing": row.poor_closing,
        "poor_rate_closing": number(row.poor_rate_closing),
        "ethnic_minority_reduction": row.ethnic_minority_reduction,
        "near_poor_reduction": row.near_poor_reduction,
        "registered": row.registered,
    }


COMMANDS = (villages, classify, targets, check)
