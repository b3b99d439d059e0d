"""What a clerk does at the panel, by keys alone, and what then stands on the screen and in the file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from povertydesk.store import people
from povertydesk.ui.household.panel import HouseholdPanel
from povertydesk.workflow import history, keep_registry
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.keep_registry import HouseholdView
from tests.ui.hands import Hands
from tests.workflow.contents import contents


class Panel:
    """The panel on one household."""

    def __init__(self, panel: HouseholdPanel, desk: Desk, household: str, hands: Hands) -> None:
        self.panel = panel
        self.desk = desk
        self.household = household
        self.hands = hands
        self.keys = 0

    @property
    def view(self) -> HouseholdView:
        return keep_registry.read_household(self.desk, self.household)

    @property
    def members(self) -> dict[str, str | None]:
        return {one.person.name: one.membership.relation for one in self.view.members}

    @property
    def contents(self) -> object:
        return contents(self.desk)

    def key_of(self, name: str) -> str:
        found = self.desk.engine.execute("SELECT id FROM person WHERE name = ?", (name,))
        assert len(found) == 1
        return str(found[0][0])

    def lives(self, name: str) -> bool:
        return people.current_stay(self.desk.engine, self.key_of(name)) is not None

    def go_to(self, part: int) -> None:
        keys = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
        self.hands.alt(keys[part - 1])

    def choose_member(self, name: str) -> None:
        """Stand on a member's line by the arrow keys, and go on to the events."""
        self.go_to(2)
        grid = self.panel.members.grid
        names = [self.panel.members.table.plain_text(row, 1) for row in range(self.panel.members.table.rowCount())]
        self.hands.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        self.hands.press(Qt.Key.Key_Down, times=names.index(name))
        assert grid.currentIndex().row() == names.index(name)
        self.go_to(3)

    def press(self, keys: str) -> None:
        """Press digits, and Enter for each `⏎`, and count them."""
        for key in keys:
            self.keys += 1
            if key == "⏎":
                self.hands.enter()
            elif key == "↓":
                self.hands.press(Qt.Key.Key_Down)
            else:
                self.hands.write(key)

    def cells(self, row: int) -> dict[str, str]:
        table = self.panel.members.table
        return {column.key: table.shown_row(row)[place].text for place, column in enumerate(table.columns)}

    def past_events(self) -> list[tuple[str, ...]]:
        table = self.panel.events.table
        return [tuple(cell.text for cell in table.shown_row(row)) for row in range(table.rowCount())]

    def take_back_newest_event(self) -> None:
        """Undo by the Delete key on the newest line of the events."""
        self.go_to(3)
        grid = self.panel.events.grid
        grid.setFocus()
        self.hands.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        self.hands.press(Qt.Key.Key_Delete)

    def last_operation(self) -> str:
        return next(one.name for one in reversed(history.list_history(self.desk)))

    def shown(self) -> str:
        """Everything that labels say now."""
        labels = [label for label in self.panel.findChildren(QLabel) if label.isVisible()]
        return "\n".join(label.text() for label in labels)
