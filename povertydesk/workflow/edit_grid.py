"""Entries in the village grid: one cell or a pasted block, taken whole or not at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.allocation import VillageLimits
from povertydesk.poverty.area import Village, VillageFigures
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity, Value
from povertydesk.poverty.rollup import total
from povertydesk.poverty.vietnamese import clean_line, fold
from povertydesk.store import signing, targets, villages
from povertydesk.workflow.set_targets import TARGET_COUNTS, read_grid
from povertydesk.workflow.sign_plan import LOCKED_FIELDS
from povertydesk.workflow.target_points import turn_points
from povertydesk.workflow.typed_counts import read_counts

if TYPE_CHECKING:
    from povertydesk.store.operations import OperationWriter
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk

NAME_FIELD = "village"
GROUP_FIELD = "unit_group"
"""The grid column of the unit that a receiving office's commune stands under."""
FIGURE_FIELDS = {"poor_opening": "poor", "near_poor_opening": "near_poor"} | {
    name: name for name in VillageFigures.count_names() if name not in {"poor", "near_poor"}
}
"""Grid columns that hold what is known of a village, and the count each stands for."""


LIMIT_FIELDS = ("least", "most", "fixed")
"""Grid columns that hold what a sharing out keeps to in a village."""


_TOTAL_NAME = re.compile(r"(tong( cong| so)?|cong|toan (xa|phuong|huyen|tinh))\W*$")


_COUNTED = frozenset({*FIGURE_FIELDS, *TARGET_COUNTS, *LIMIT_FIELDS})
_Columns = dict[str, dict[str, str]]
"""Texts by column and line."""


class CellEntry(NamedTuple):
    """A text typed or pasted into a cell. `row` is a village's key, or any other word for a line that is new."""

    row: str
    field: str
    text: str


def enter_cells(desk: Desk, year: int, entries: Sequence[CellEntry]) -> Changes:
    """Keep what was typed or pasted as one operation. An empty text clears a figure.

    Figures that a signed plan fixes, and new villages beside them, are refused (`plan-signed`). Faulty entries refuse
    the whole with a finding for each, its place naming the line (`village`) and `field`. A target may be typed in
    points, `2,87 %`. A new line named Tổng cộng is no village: its figures are held against the sums
    (`printed-total-differs` among the findings of the changes) and not kept. Nor is a line without a name that only
    adds up the others typed with it: a column is copied along with its sum.
    """
    columns: _Columns = defaultdict(dict)
    for row, field, text in entries:
        columns[field][row] = text
    if not LOCKED_FIELDS.isdisjoint(columns):
        signing.require_not_signed(desk.engine, year)
    present = {village.id: village for village in villages.list_villages(desk.engine)}
    rows = dict.fromkeys(entry.row for entry in entries)
    findings: list[Finding] = []
    for row in _sums_below(columns, rows, present):
        del rows[row]
        for texts in columns.values():
            texts.pop(row, None)
    totals = _total_lines(columns, present)
    printed = _taken_out(columns, totals) if totals else {}
    turn_points(desk, year, columns, findings)
    typed_names, groups = columns.pop(NAME_FIELD, {}), columns.pop(GROUP_FIELD, {})
    names = _names(typed_names, present, findings)
    printed_counts = _counts(printed, present, findings)
    findings.extend(
        Finding("total-line-without-figures", Severity.ERROR, Place(village=row, field=NAME_FIELD))
        for row in totals
        if row not in printed_counts
    )
    counts = _counts(columns, present, findings)
    new_rows = [row for row in rows if row not in present and row not in totals]
    if any(row in names for row in new_rows):
        # A village without figures would leave the sums of the signed plan unknown.
        signing.require_not_signed(desk.engine, year)
    faulty = {finding.place.village for finding in findings}
    nameless = [row for row in new_rows if row not in names and row not in faulty]
    findings.extend(_nameless(row, columns if len(nameless) == 1 else {}) for row in nameless)
    limits = _limits(desk, year, counts)
    findings.extend(_crossed(limits))
    if findings:
        raise KnownError("entries-refused", findings=tuple(findings), faults=len(findings))
    kept = [row for row in rows if row not in totals]
    cells = len(names) + len(groups) + sum(map(len, columns.values()))
    with desk.operation("enter-figures", cells=cells, year=year, place=_described(kept, names, present)) as act:
        _rename(act.writer, present, {row: name for row, name in names.items() if row in present})
        keys = {row: row for row in present}
        position = max((village.position for village in present.values()), default=0) + 1
        added = villages.add_villages(act.writer, [names[row] for row in new_rows], position)
        keys.update(zip(new_rows, added, strict=True))
        for row, text in groups.items():
            villages.set_group(act.writer, keys[row], clean_line(text))
        _write(act.writer, year, {keys[row]: fields for row, fields in counts.items()})
        targets.write_limits(desk.engine, act.writer, year, {keys[row]: own for row, own in limits.items()})
    return act.changes._replace(findings=tuple(_wrong_totals(desk, year, printed_counts)))


def _total_lines(columns: _Columns, present: Mapping[str, Village]) -> frozenset[str]:
    """Find the new lines that are the total of a copied table and no village."""
    names = columns.get(NAME_FIELD, {})
    return frozenset(row for row, text in names.items() if row not in present and _TOTAL_NAME.match(fold(text)))


def _sums_below(columns: _Columns, rows: Collection[str], present: Mapping[str, Village]) -> tuple[str, ...]:
    """Find the one new line without a name whose figures are the sums of the others pasted with it, if it is there."""
    names = columns.get(NAME_FIELD, {})
    nameless = tuple(row for row in rows if row not in present and not names.get(row))
    if len(nameless) != 1 or len(rows) < 3 or nameless[0] in columns.get(GROUP_FIELD, {}):
        return ()
    (row,) = nameless
    for field, cells in columns.items():
        if field in {NAME_FIELD, GROUP_FIELD} or row not in cells:
            continue
        read = read_counts(tuple(cells.values()))
        added = total(read[text].number for other, text in cells.items() if other != row)
        if added is None or read[cells[row]].number != added:
            return ()
    return nameless


def _nameless(row: str, columns: _Columns) -> Finding:
    """Say what a line without a name is: under others perhaps their sum as printed, and a wrong one."""
    place = Place(village=row, field=NAME_FIELD)
    for cells in columns.values():
        if row not in cells or len(cells) < 3:
            continue
        read = read_counts(tuple(cells.values()))
        printed = read[cells[row]].number
        added = total(read[text].number for other, text in cells.items() if other != row)
        if printed is not None and added is not None and printed != added:
            values: dict[str, Value] = {"printed": printed, "computed": added}
            return Finding("nameless-sum-differs", Severity.ERROR, place, values)
    return Finding("village-without-name", Severity.ERROR, place)


def _taken_out(columns: _Columns, rows: Collection[str]) -> _Columns:
    """Take the figures of lines out of what was typed."""
    taken: _Columns = {}
    for field, cells in columns.items():
        own = {row: cells.pop(row) for row in rows if row in cells}
        if field not in {NAME_FIELD, GROUP_FIELD}:
            taken[field] = own
    return taken


def _wrong_totals(desk: Desk, year: int, printed: Mapping[str, Mapping[str, int | None]]) -> Iterator[Finding]:
    """Hold the total of a copied table against the sums of what is kept now."""
    if not printed:
        return
    whole = read_grid(desk, year).total
    people = total(row.people for row in villages.list_figures(desk.engine, year))
    for fields in printed.values():
        for field, count in fields.items():
            computed: int | None = people if field == "people" else getattr(whole, field, None)
            if count is not None and computed is not None and count != computed:
                values: dict[str, Value] = {"printed": count, "computed": computed}
                yield Finding("printed-total-differs", Severity.ERROR, Place(year=year, field=field), values)


def _limits(desk: Desk, year: int, counts: Mapping[str, Mapping[str, int | None]]) -> dict[str, VillageLimits]:
    """Put what was typed of limits on those that are kept."""
    typed = {row: {name: fields[name] for name in LIMIT_FIELDS if name in fields} for row, fields in counts.items()}
    if not any(typed.values()):
        return {}
    kept = targets.list_limits(desk.engine, year)
    changed = {}
    for row, fields in typed.items():
        if fields:
            own = kept.get(row, VillageLimits())
            least, most, fixed = (fields.get(name, getattr(own, name)) for name in LIMIT_FIELDS)
            changed[row] = VillageLimits(least or 0, most, fixed)
    return changed


def _crossed(limits: Mapping[str, VillageLimits]) -> Iterator[Finding]:
    for row, own in limits.items():
        inside = own.least if own.fixed is None else own.fixed
        if inside < own.least or (own.most is not None and inside > own.most):
            field = "most" if own.fixed is None else "fixed"
            yield Finding("limits-of-line-cross", Severity.ERROR, Place(village=row, field=field))


def _rename(writer: OperationWriter, present: Mapping[str, Village], names: Mapping[str, str]) -> None:
    """Give villages other names; two that exchange theirs stand under their keys meanwhile: a name stands only once."""
    others = {row: name for row, name in names.items() if name != present[row].name}
    taken = {present[row].name for row in others}
    for row, name in others.items():
        if name in taken:
            villages.rename_village(writer, row, row)
    for row, name in others.items():
        villages.rename_village(writer, row, name)


def _write(writer: OperationWriter, year: int, counts: Mapping[str, Mapping[str, int | None]]) -> None:
    """Write the counts of villages, by village and column, a table at a time: a pasted block has thousands of lines."""
    figures = {
        (village, year): {FIGURE_FIELDS[name]: count for name, count in fields.items() if name in FIGURE_FIELDS}
        for village, fields in counts.items()
    }
    planned = {
        village: {name: count for name, count in fields.items() if name in TARGET_COUNTS}
        for village, fields in counts.items()
    }
    villages.write_all_figures(writer, {place: own for place, own in figures.items() if own})
    targets.write_targets(writer, year, {village: own for village, own in planned.items() if own})


def _names(typed: Mapping[str, str], present: Mapping[str, Village], findings: list[Finding]) -> dict[str, str]:
    names = {row: clean_line(text) for row, text in typed.items()}
    taken = {village.name.casefold() for key, village in present.items() if key not in names}
    for row, name in names.items():
        place = Place(village=row, field=NAME_FIELD)
        if not name:
            findings.append(Finding("village-without-name", Severity.ERROR, place))
        elif name.casefold() in taken:
            findings.append(Finding("village-name-taken", Severity.ERROR, place, {"village": name}))
        taken.add(name.casefold())
    return names


def _counts(
    columns: _Columns, present: Mapping[str, Village], findings: list[Finding]
) -> dict[str, dict[str, int | None]]:
    counts: dict[str, dict[str, int | None]] = defaultdict(dict)
    for field, cells in columns.items():
        if field not in _COUNTED:
            message = f"the grid keeps no column {field}"
            raise ValueError(message)
        read = read_counts(tuple(cells.values()))
        for row, typed in cells.items():
            text, count, fault = read[typed]
            if fault is not None:
                findings.append(Finding(fault, Severity.ERROR, Place(village=row, field=field), {"text": text}))
            elif text or row in present:
                counts[row][field] = count
    return counts


def _described(rows: Sequence[str], names: Mapping[str, str], present: Mapping[str, Village]) -> str:
    """Name the first lines: known villages before new ones."""
    named = [present[row].name for row in rows if row in present]
    added = [names[row] for row in rows if row not in present]
    return ", ".join([*named, *added][:3]) + ("…" if len(rows) > 3 else "")
