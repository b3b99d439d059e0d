"""Villages and their figures of a year: from a workbook, or cell by cell and block by block in the grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from povertydesk import paths
from povertydesk.poverty.area import OfficeLevel, Village, VillageFigures
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.rollup import village_totals
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.store import file_years, signing, villages

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk


class VillageTable(NamedTuple):
    """The villages with their figures of a year, in the office's order, and the totals by count name."""

    year: int
    rows: tuple[tuple[Village, VillageFigures], ...]
    total: Mapping[str, int | None]


def read_villages(desk: Desk, year: int) -> VillageTable:
    """Read the villages and what is known of them in a year."""
    known = {figures.village_id: figures for figures in villages.list_figures(desk.engine, year)}
    rows = tuple(
        (village, known.get(village.id, VillageFigures(village.id, year)))
        for village in villages.list_villages(desk.engine)
    )
    return VillageTable(year, rows, village_totals(figures for _, figures in rows))


def commune_totals(desk: Desk, year: int) -> Mapping[str, int | None]:
    """Read the commune's totals: the villages' where each village has the figure, else what the profile declares."""
    from povertydesk.store import profiles  # noqa: PLC0415 - the window's first paint needs none of it

    profile = profiles.read_profile(desk.engine, year)
    return {
        name: getattr(profile, name, None) if added is None else added
        for name, added in read_villages(desk, year).total.items()
    }


def known_years(desk: Desk) -> tuple[int, ...]:
    """List the years the file knows something of, latest first."""
    return file_years.list_years(desk.engine)


def opening_year(desk: Desk) -> int:
    """Return the year work begins in: of the latest open round, else the latest the file knows, else today's."""
    at_work = file_years.latest_open_year(desk.engine)
    return at_work if at_work is not None else max(known_years(desk), default=desk.program.clock.now().year)


def import_villages(desk: Desk, year: int, workbook: Path) -> Changes:
    """Take villages and figures from a workbook: known villages are brought up to date, new ones added at the end.

    A receiving office's communes are put under the units that the workbook tells.

    A blank never overwrites; what contradicts the figures that stay is a fault of the workbook. Any fault refuses the
    whole workbook with every place; the same workbook taken in a second time changes nothing. A workbook that is a
    printed target grid is kept as printed besides, and what it contradicts in itself is among the findings.
    """
    signing.require_not_signed(desk.engine, year)
    # The window's first paint needs none of it.
    from povertydesk.exchange import village_workbook  # noqa: PLC0415
    from povertydesk.store import printed_targets  # noqa: PLC0415
    from povertydesk.workflow.printed_targets import printed_findings, read_printed_workbook  # noqa: PLC0415

    words = village_workbook.load_words(paths.resources("grids", "village_workbook.toml"))
    known = {village.name.casefold(): figures._asdict() for village, figures in read_villages(desk, year).rows}
    in_units = desk.unit.level is OfficeLevel.RECEIVING
    read, findings = village_workbook.read_villages(workbook, words, known, in_units=in_units)
    present = {village.name.casefold(): village for village in villages.list_villages(desk.engine)}
    new = [row for row in read if row.name.casefold() not in present]
    printed = read_printed_workbook(year, workbook, words)
    if present and not desk.read_only:
        from povertydesk.workflow.back_up import back_up  # noqa: PLC0415 - only where there is something to keep

        back_up(desk, "import")
    with desk.operation("import-villages", villages=len(read), year=year, file=workbook.name) as act:
        keys = {name: village.id for name, village in present.items()}
        added = villages.add_villages(act.writer, [row.name for row in new], _next_position(desk))
        keys.update({row.name.casefold(): key for row, key in zip(new, added, strict=True)})
        for row in read:
            if row.counts:
                villages.write_figures(act.writer, keys[row.name.casefold()], year, row.counts)
            if row.group:
                villages.set_group(act.writer, keys[row.name.casefold()], clean_line(row.group))
        if printed is not None:
            printed_targets.replace_printed_grid(desk.engine, act.writer, year, printed.grid)
    if printed is not None:
        findings = (*findings, *printed.findings, *printed_findings(desk, year))
    return act.changes._replace(findings=findings)


def add_villages(desk: Desk, names: Sequence[str]) -> Changes:
    """Add villages at the end of the list; a blank name, or one that stands already, is refused."""
    added = [clean_line(name) for name in names]
    _require_new_names(desk, added)
    with desk.operation("add-villages", villages=len(added), names=", ".join(added)) as act:
        villages.add_villages(act.writer, added, _next_position(desk))
    return act.changes


def remove_village(desk: Desk, village_id: str) -> Changes:
    """Remove a village with its figures and targets of all years.

    Refused while households are registered in it (`village-has-households`), and where a signed plan speaks of it
    (`plan-signed`).
    """
    village = next(one for one in villages.list_villages(desk.engine) if one.id == village_id)
    registered = villages.household_count(desk.engine, village_id)
    if registered:
        raise KnownError("village-has-households", village=village.name, households=registered)
    signing.require_village_not_signed(desk.engine, village_id)
    with desk.operation("remove-village", village=village.name) as act:
        villages.remove_village(desk.engine, act.writer, village_id)
    return act.changes


def _next_position(desk: Desk) -> int:
    return max((village.position for village in villages.list_villages(desk.engine)), default=0) + 1


def _require_new_names(desk: Desk, names: Sequence[str]) -> None:
    present = {village.name.casefold() for village in villages.list_villages(desk.engine)}
    for name in names:
        if not name:
            raise KnownError("village-without-name")
        if name.casefold() in present:
            raise KnownError("village-name-taken", village=name)
        present.add(name.casefold())
