"""The open desk on the screen: one signal tells all pages what a write changed; refusals become sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from povertydesk.poverty.problems import KnownError
from povertydesk.ui.typed_texts import TypedTexts
from povertydesk.workflow import record_villages
from povertydesk.workflow.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Callable

    from povertydesk.poverty.messages import Messages
    from povertydesk.store.undo import PastOperation
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.history import UndoState
    from povertydesk.workflow.import_plan import Cancelled, Progress

Result = TypeVar("Result")


class Session(QObject):
    """One open file on the screen, and the year the clerk works in; `typed` holds what is being typed into it."""

    changed = Signal(Changes)
    year_changed = Signal(int)
    refused = Signal(KnownError)

    def __init__(
        self,
        desk: Desk,
        messages: Callable[[], Messages],
        parent: QObject | None = None,
        *,
        typed: TypedTexts | None = None,
    ) -> None:
        """Show `desk`, speaking with `messages`, which are read when the first sentence is needed."""
        super().__init__(parent)
        self.desk = desk
        self.typed = typed if typed is not None else TypedTexts()
        self._messages = messages
        self._worded: tuple[Messages, Messages] | None = None
        self._year = record_villages.opening_year(desk)

    @property
    def messages(self) -> Messages:
        """The sentences in the language of the screens and the words of the office."""
        spoken = self._messages()
        if self._worded is None or self._worded[0] is not spoken:
            self._worded = spoken, spoken.for_level(self.desk.unit.level)
        return self._worded[1]

    @property
    def year(self) -> int:
        """The plan year the clerk works in."""
        return self._year

    def set_year(self, year: int) -> None:
        """Work in another year."""
        if year != self._year:
            self._year = year
            self.year_changed.emit(year)

    def attempt(self, task: Callable[[], Result]) -> Result | None:
        """Run a workflow task; a refusal is announced with its sentence and gives None."""
        try:
            return task()
        except KnownError as error:
            self.refused.emit(error)
            return None

    def write(self, task: Callable[[], Changes]) -> bool:
        """Run a writing task and tell all pages what it changed; False where it was refused."""
        changes = self.attempt(task)
        if changes is None:
            return False
        self.announce(changes)
        return True

    def announce(self, changes: Changes) -> None:
        """Tell all pages what a write changed."""
        if changes:
            self.changed.emit(changes)

    def undo_state(self) -> UndoState:
        """Say what can be undone and redone next."""
        from povertydesk.workflow import history  # noqa: PLC0415 - the first paint needs none of it

        return history.undo_state(self.desk)

    def is_long(self, operation: PastOperation) -> bool:
        """Say whether taking an act back takes a while."""
        from povertydesk.workflow import history  # noqa: PLC0415 - the first paint needs none of it

        return history.is_long(self.desk, operation)

    def take_back(
        self, operation: PastOperation, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> bool:
        """Undo an act, or redo one by undoing its undoing; False where it was refused or the clerk cancelled it."""
        from povertydesk.workflow import history  # noqa: PLC0415 - the first paint needs none of it

        reference = str(operation.number)
        return self.write(lambda: history.undo(self.desk, reference, (), progress, cancelled))

    def describe(self, operation: PastOperation) -> str:
        """Name an operation in words."""
        return self.messages.of_operation(operation.name, operation.named_values)

    def described_undoing(self, operation: PastOperation) -> str:
        """Name what an undoing took back, for "redo"."""
        from povertydesk.workflow import history  # noqa: PLC0415 - the first paint needs none of it

        undone = {one.number: one for one in history.list_history(self.desk)}
        return ", ".join(self.describe(undone[number]) for number in operation.undoes)
