"""The history of the file and its undoing, by name, also after a restart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from povertydesk.poverty.problems import KnownError
from povertydesk.store import rounds, signing
from povertydesk.store.operations import OperationKind
from povertydesk.store.undo import History, PastOperation, change_count, take_back
from povertydesk.workflow.pulse import Pulse, collector_resting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.import_plan import Cancelled, Progress

_MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class UndoState:
    """What Ctrl+Z and Ctrl+Y would take back now."""

    undo: PastOperation | None
    redo: PastOperation | None


def list_history(desk: Desk) -> tuple[PastOperation, ...]:
    """List all operations of the file, oldest first."""
    return History(desk.engine).operations


def undo_state(desk: Desk) -> UndoState:
    """Say what can be undone and redone next."""
    history = History(desk.engine)
    return UndoState(history.next_undo(), history.next_redo())


def hanging_together(desk: Desk, reference: str) -> tuple[PastOperation, ...]:
    """List the later operations that must be undone together with an operation, newest first, and then itself.

    An undoing that taking the later ones back already cancels needs no taking back of its own and is not listed.
    """
    history = History(desk.engine)
    return history.to_undo(history.find(reference))


def is_long(desk: Desk, operation: PastOperation) -> bool:
    """Say whether taking an operation back takes long enough that a window says how far it is."""
    return change_count(desk.engine, (operation.number,)) > _MOST_AT_ONCE


def undo(
    desk: Desk,
    reference: str,
    confirmed: Sequence[int] = (),
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Changes:
    """Undo an operation. Where later ones hang on it, they must be confirmed by number; they are undone with it.

    Raises KnownError `undo-cancelled` where `cancelled` says so meanwhile; then nothing was changed.
    """
    from povertydesk.store import score_tables  # noqa: PLC0415 - showing what can be undone needs none of it

    history = History(desk.engine)
    target = history.find(reference)
    chosen = history.to_undo(target)
    unconfirmed = {one.number for one in chosen if one.number != target.number} - set(confirmed)
    if unconfirmed:
        raise KnownError(
            "undo-needs-confirmation",
            operation=str(target.number),
            others=", ".join(str(number) for number in sorted(unconfirmed, reverse=True)),
        )
    redoing = target.kind is OperationKind.UNDO
    kind = OperationKind.REDO if redoing else OperationKind.UNDO
    name = "redo" if redoing else "undo"
    numbers = [one.number for one in chosen]
    rounds.require_not_sealed_since(desk.engine, numbers)
    signing.require_not_signed_since(desk.engine, numbers)
    waiting = score_tables.rounds_without_table(desk.engine)
    pulse = Pulse(change_count(desk.engine, numbers), progress, cancelled, "undo-cancelled")
    with (
        collector_resting(),
        desk.operation(name, kind=kind, undone=numbers, operation=str(target.number)) as act,
    ):
        act.writer.pulse = pulse.step
        for number in numbers:
            take_back(desk.engine, act.writer, number, pulse.step)
        for key, year in score_tables.rounds_without_table(desk.engine).items():
            if key not in waiting:
                raise KnownError("score-table-in-round", year=year)
    return act.changes
