"""Households, people and the year's reviews from an office's own list: a dry run first, then all in one act."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from povertydesk import paths
from povertydesk.exchange.column_mapping import load_mapping
from povertydesk.exchange.household_columns import GivenMapping, find_tables, load_household_words
from povertydesk.exchange.household_workbook import read_households
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow.changes import NOTHING
from povertydesk.workflow.import_basis import last_operation, read_basis
from povertydesk.workflow.import_planning import Planner
from povertydesk.workflow.import_writing import record_count, write_plan
from povertydesk.workflow.pulse import Pulse, collector_resting

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.exchange.household_columns import HouseholdTable, HouseholdWorkbookWords
    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.import_basis import ImportBasis
    from povertydesk.workflow.import_plan import Cancelled, Counts, ImportPlan, Progress

Mappings = GivenMapping | Mapping[str, GivenMapping]
"""One mapping for a whole workbook, or those somebody confirmed, by the signature of each layout."""


class Imported(NamedTuple):
    """What an import changed, and what became of the households of the list."""

    changes: Changes
    counts: Counts


def plan_import(
    desk: Desk,
    year: int,
    path: Path,
    mapping: Mappings | None = None,
    standard: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportPlan:
    """Say what an import would do, household by household and field by field; nothing is written.

    Without a mapping the one remembered for the layout is used, or the headings are recognised. `standard` names
    another standard than the annual round's only where the year has a transition round under it. Raises the refusals
    of `find_tables`, of the law, `round-sealed`, `import-standard-differs` and `import-cancelled`.
    """
    return plan_from(read_basis(desk, year, standard), path, mapping, progress, cancelled)


def plan_from(
    basis: ImportBasis,
    path: Path,
    mapping: Mappings | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportPlan:
    """Plan an import from what was read of the file before: the open file is not touched, so a thread may do it."""
    words = household_words()
    if progress is not None:
        progress("reading", 0, 1)
    given = mapping if isinstance(mapping, GivenMapping) else {**basis.mappings, **(mapping or {})}
    with collector_resting():
        tables = find_tables(path, words, given)
        listed = read_households(tables, words, basis.today)
        plan = Planner(basis, words, tables).plan(path, listed, progress, cancelled)
    return dataclasses.replace(plan, confirmed=_confirmed(basis, tables, mapping))


def apply_import(
    desk: Desk, plan: ImportPlan, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Imported:
    """Write what a dry run showed, as one act that can be undone in one step; a backup is made before.

    A list that changes nothing leaves no line in the history. Raises KnownError `import-outdated` where the file was
    changed since the dry run, and `import-cancelled`; then nothing was written.
    """
    desk.require_writable()
    if last_operation(desk) != plan.known_as_of:
        raise KnownError("import-outdated", file=plan.workbook.name)
    if not plan.writes and not plan.confirmed:
        return Imported(NOTHING._replace(findings=plan.findings), plan.counts)
    pulse = Pulse(record_count(plan), progress, cancelled, "import-cancelled")
    pulse.step()
    if plan.writes and plan.known_as_of > 1:
        from povertydesk.workflow.back_up import back_up  # noqa: PLC0415 - only where there is something to keep

        back_up(desk, "import", pulse.step)
    counts = plan.counts
    written = counts.added + counts.updated
    file = plan.workbook.name
    with (
        collector_resting(),
        desk.operation("import-households", households=written, year=plan.year, file=file) as act,
    ):
        act.writer.pulse = pulse.step
        write_plan(desk, act.writer, plan, pulse)
    return Imported(act.changes._replace(findings=plan.findings), counts)


def read_mapping(path: Path) -> GivenMapping:
    """Read a mapping written by hand (`--map`)."""
    return load_mapping(path)


def household_words() -> HouseholdWorkbookWords:
    """Read the headings by which the columns of household lists are recognised."""
    return load_household_words(paths.resources("grids", "household_workbook.toml"))


def write_marked_copy(plan: ImportPlan, messages: Messages, target: Path) -> int:
    """Hand the clerk's own workbook back with every faulty cell coloured and commented; returns how many."""
    from povertydesk.exchange.rejects_workbook import write_rejects  # noqa: PLC0415 - loads the writer of workbooks

    return write_rejects(plan.workbook, plan.faults, messages, target)


def _confirmed(
    basis: ImportBasis, tables: tuple[HouseholdTable, ...], mapping: Mappings | None
) -> tuple[HouseholdTable, ...]:
    """Return the tables whose mapping was chosen now and is not remembered as it is."""
    if mapping is None:
        return ()
    chosen = [table for table in tables if isinstance(mapping, GivenMapping) or table.signature in mapping]
    return tuple(
        table
        for table in chosen
        if (known := basis.mappings.get(table.signature)) is None
        or (known.columns, known.layout) != (table.as_given().columns, table.layout)
    )
