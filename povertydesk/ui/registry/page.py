"""The page Hộ gia đình: every household the office knows, and one of them beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from povertydesk.poverty.problems import Severity
from povertydesk.poverty.registry_list import RegistryFilter, RegistryOrder
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.registry.counts_line import CountsLine
from povertydesk.ui.registry.empty_list import EmptyList
from povertydesk.ui.registry.filters import RegistryFilters
from povertydesk.ui.registry.household_table import HouseholdTable
from povertydesk.ui.registry.household_view import HouseholdView
from povertydesk.workflow import registry_list
from povertydesk.workflow.people_codes import people_codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from povertydesk.poverty.registry_list import RegistryRow
    from povertydesk.ui.household.panel import HouseholdPanel
    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes

_FIRST_ROWS = 200
_AFTER_PAINT_MILLISECONDS = 10
_FOLLOWING_MILLISECONDS = 120
_PANEL_WIDTH = 580
_LEAST_LIST_WIDTH = 380
_SHOWN_KINDS = (
    "household", "person", "membership", "village", "household_decision", "review", "review_round",
)  # fmt: skip


class HouseholdsPage(QWidget):
    """The list with its filters, and the panel of the household that was opened.

    `import_wanted` asks for the page that takes households from Excel, `paper_wanted` for the paper of the year.
    `listed` comes when the list stands complete with its counts.
    """

    key = "households"
    findings_changed = Signal(int)
    status = Signal(str)
    import_wanted = Signal()
    paper_wanted = Signal()
    listed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the first households at once; the others and the counts come after the first paint."""
        super().__init__(parent)
        self._session = session
        self._panel: HouseholdPanel | None = None
        self._of_day = registry_list.registry_day(session.desk, session.year)
        self._is_stale = False
        self._is_incomplete = False
        self._wanted: str | None = None
        self._completing = QTimer(self, interval=_AFTER_PAINT_MILLISECONDS, singleShot=True)
        self._completing.timeout.connect(self._complete)
        self._following = QTimer(self, interval=_FOLLOWING_MILLISECONDS, singleShot=True)
        self._following.timeout.connect(self._follow)
        self._build()
        session.changed.connect(self._on_changed)
        session.year_changed.connect(self._on_year_changed)
        self._show_frame()
        self._show_order(limit=_FIRST_ROWS)

    def title(self) -> str:
        """Name the page on the rail."""
        return self.tr("Household registry")

    @property
    def panel(self) -> HouseholdPanel:
        """The household beside the list, made when it is first asked for."""
        if self._panel is None:
            self._panel = self._make_panel()
        return self._panel

    @property
    def panel_is_open(self) -> bool:
        """Whether a household stands beside the list."""
        return self._panel is not None and not self._panel.isHidden()

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in the panel and nowhere else."""
        return self._panel is not None and self._panel.has_unsaved

    @property
    def would_lose(self) -> bool:
        """Whether something typed would not come back: what stands in the panel is kept on this PC at every key."""
        return self.has_unsaved and not self._session.typed.is_kept

    def commit_pending(self) -> None:
        """Keep what is just being typed."""
        if self._panel is not None:
            self._panel.commit_pending()

    def print_out(self) -> None:
        """Print why the household in front is classified as it is; without one, the paper of the year."""
        if self.panel_is_open and self.panel.household_id is not None:
            self.commit_pending()
            self.panel.print_out()
        else:
            self.paper_wanted.emit()

    def stop(self) -> None:
        """Keep nothing any more: the file is being put away."""
        self._completing.stop()
        self._following.stop()
        if self._panel is not None:
            self._panel.stop()

    def focus_first(self) -> None:
        """Put the keyboard into the list; where it is empty, on what fills it."""
        if self.empty.isVisibleTo(self):
            self.empty.focus_first()
        elif not self.view.isVisibleTo(self):
            self.panel.focus_first()
        else:
            self._stand_somewhere()
            self.view.setFocus()

    def refresh(self) -> None:
        """Show what the records say now, standing on the same household."""
        self._of_day = registry_list.registry_day(self._session.desk, self._session.year)
        self._show_frame()
        self._show_order()

    def show_household(self, household_id: str, person_id: str | None = None) -> None:
        """Open a household that was found elsewhere, on a person of it; a filter that hides it is taken off."""
        self.filters.settle()
        number = registry_list.list_number(self._session.desk, household_id)
        if self.table.row_of(number) is None:
            self.filters.let_through()
            self._wanted = household_id
            self._show_order()
        row = self.table.row_of(number)
        if row is not None:
            self.view.stand_on(row)
        self._open(household_id)
        if person_id is not None:
            self.panel.show_person(person_id)

    def start_new(self) -> None:
        """Take in a new household, of the village that is filtered, else of the one the list stands on."""
        if not self.new_button.isEnabled():
            return
        self._following.stop()
        village = self.filters.chosen.village_id or self._village_of_current()
        self._show_panel()
        self.panel.start_new(village)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave by Esc whatever has no Esc of its own."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """On a narrow screen the open household has all of it."""
        super().resizeEvent(event)
        self._share_room()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Show what changed while another page was in front."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _build(self) -> None:
        heading = QLabel(self.tr("Household registry"))
        heading.setProperty("role", "title")
        self.import_button = QPushButton(self.tr("Import from &Excel…"))
        self.import_button.clicked.connect(self.import_wanted)
        self.new_button = QPushButton(self.tr("&Add a household"))
        self.new_button.setToolTip("Ctrl+N")
        self.new_button.clicked.connect(self.start_new)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(heading, 1)
        head.addWidget(self.import_button)
        head.addWidget(self.new_button)
        self.filters = RegistryFilters()
        self.filters.changed.connect(self._show_order)
        self.filters.done.connect(self.focus_first)
        groups = {number: names[0] for number, names in people_codes().ethnic_groups.items()}
        self.table = HouseholdTable(self._read_rows, groups, self)
        self.view = HouseholdView(self.table)
        self.view.opened.connect(self._open_current)
        self.view.left.connect(self._leave)
        self.view.typed.connect(self.filters.take_key)
        self.view.order_wanted.connect(self._order_by)
        self.view.current_changed.connect(self._following.start)
        self.view.painted.connect(self._complete_after_paint)
        self.nothing = NoticeLine()
        self.counts = CountsLine()
        self.clear_button = QPushButton(self.tr("Clear &filters"))
        self.clear_button.setProperty("role", "link")
        self.clear_button.clicked.connect(self.filters.clear)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.counts, 1)
        foot.addWidget(self.clear_button)
        self.empty = EmptyList()
        self.empty.import_wanted.connect(self.import_wanted)
        self.empty.new_wanted.connect(self.start_new)
        self.list_side = QWidget()
        left = QVBoxLayout(self.list_side)
        left.setContentsMargins(18, 14, 18, 10)
        left.setSpacing(8)
        left.addLayout(head)
        left.addWidget(self.filters)
        left.addWidget(self.nothing)
        left.addWidget(self.view, 1)
        left.addWidget(self.empty, 1)
        left.addLayout(foot)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list_side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _make_panel(self) -> HouseholdPanel:
        from povertydesk.ui.household.panel import HouseholdPanel  # noqa: PLC0415 - the list stands without it

        panel = HouseholdPanel(self._session)
        panel.refused.connect(self._session.refused)
        panel.household_shown.connect(self._on_household_shown)
        panel.left.connect(self._leave_panel)
        panel.hide()
        self.splitter.addWidget(panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        return panel

    def _show_frame(self) -> None:
        """Show what the list is framed by: villages, the open round, whether anything may be entered."""
        desk = self._session.desk
        villages = registry_list.list_villages(desk)
        is_open = self._of_day.open_round is not None
        self.filters.show_villages(villages)
        self.filters.show_round(is_open=is_open)
        self.view.show_round(is_open=is_open)
        self.new_button.setEnabled(bool(villages) and not desk.read_only)
        self.import_button.setDisabled(desk.read_only)
        self.empty.show_state(has_villages=bool(villages), read_only=desk.read_only)

    def _show_order(self, limit: int | None = None) -> None:
        """Show the households of the filter in order, keeping the place."""
        desk, chosen = self._session.desk, self.filters.chosen
        standing = self._wanted or self._current_id()
        row_before = max(self.view.currentIndex().row(), 0)
        numbers = self._session.attempt(
            lambda: registry_list.list_order(desk, self._of_day, chosen, self.view.order, limit)
        )
        if numbers is None:
            return
        self.table.show_order(numbers)
        self._wanted = None
        row = None if standing is None else self.table.row_of(registry_list.list_number(desk, standing))
        if row is not None or standing is not None:
            self._stand_on(min(row_before, len(numbers) - 1) if row is None else row)
        has_any = bool(numbers) or chosen != RegistryFilter()
        for part in (self.filters, self.view, self.counts, self.import_button, self.new_button):
            part.setVisible(has_any)
        self.empty.setVisible(not has_any)
        self.clear_button.setVisible(bool(numbers) and chosen != RegistryFilter())
        self._say_nothing_found(bool(numbers) or not has_any)
        self._is_incomplete = True
        if not has_any:
            self._completing.start()

    def _complete_after_paint(self) -> None:
        if self._is_incomplete:
            self._completing.start()

    def _complete(self) -> None:
        """After the paint: the rest of a long list, and what is counted over all of it."""
        self._is_incomplete = False
        desk, chosen = self._session.desk, self.filters.chosen
        if len(self.table.numbers) == _FIRST_ROWS:
            whole = self._session.attempt(lambda: registry_list.list_order(desk, self._of_day, chosen, self.view.order))
            if whole is not None:
                self.table.complete_order(whole)
        counts = self._session.attempt(lambda: registry_list.list_counts(desk, self._of_day, chosen))
        if counts is not None:
            self.counts.say(counts)
        self.listed.emit()

    def _read_rows(self, numbers: Sequence[int]) -> Sequence[RegistryRow]:
        """Read what rows show; what cannot be read stays blank, and the window says why."""
        desk = self._session.desk
        return self._session.attempt(lambda: registry_list.list_rows(desk, self._of_day, numbers)) or ()

    def _order_by(self, order: RegistryOrder) -> None:
        self.view.show_order(order)
        self._show_order()

    def _say_nothing_found(self, found: bool) -> None:
        if found:
            self.nothing.clear()
        else:
            sentence = self.tr("No household fits the filters.")
            self.nothing.say(sentence, Severity.NOTE, self.tr("Clear filters"), self.filters.clear)

    def _current_id(self) -> str | None:
        found = self.table.household(self.view.currentIndex().row())
        return None if found is None else found.household_id

    def _village_of_current(self) -> str | None:
        found = self.table.household(self.view.currentIndex().row())
        if found is None:
            return None
        villages = registry_list.list_villages(self._session.desk)
        return next((one.id for one in villages if one.name == found.village), None)

    def _stand_on(self, row: int) -> None:
        if row >= 0:
            self.view.stand_on(row)

    def _stand_somewhere(self) -> None:
        if not self.view.currentIndex().isValid() and self.table.rowCount():
            self.view.stand_on(0)

    def _open_current(self) -> None:
        household = self._current_id()
        if household is not None:
            self._open(household)
            self.panel.focus_first()

    def _open(self, household_id: str) -> None:
        self._following.stop()
        self._show_panel()
        self.panel.show_household(household_id)

    def _follow(self) -> None:
        """Let the open household be the one the list stands on."""
        household = self._current_id()
        is_walking = self.panel_is_open and self.view.hasFocus()
        if is_walking and household is not None and household != self.panel.household_id:
            self.panel.show_household(household)

    def _show_panel(self) -> None:
        panel = self.panel
        if panel.isHidden():
            panel.show()
            self.splitter.setSizes([self.width() - _PANEL_WIDTH, _PANEL_WIDTH])
        self._share_room()

    def _share_room(self) -> None:
        narrow = self.width() < _PANEL_WIDTH + _LEAST_LIST_WIDTH
        self.list_side.setHidden(narrow and self.panel_is_open)

    def _leave_panel(self) -> None:
        """Go back to the list; what it hid on a narrow screen comes back."""
        if self.list_side.isHidden() or self.empty.isVisibleTo(self):
            self._close_panel()
        self.focus_first()

    def _leave(self) -> None:
        """Esc in the list: the open household goes, then the filters."""
        if self.panel_is_open:
            self._close_panel()
            self.focus_first()
        elif self.filters.chosen != RegistryFilter():
            self.filters.clear()

    def _close_panel(self) -> None:
        self.commit_pending()
        if not self.has_unsaved:
            self.panel.hide()
        self._share_room()

    def _on_household_shown(self, household_id: str) -> None:
        """Stand in the list on the household of the panel, also on one that was just entered."""
        row = self.table.row_of(registry_list.list_number(self._session.desk, household_id))
        if row is None:
            # One that was just entered is told of before the list knows it.
            self._wanted = household_id
        elif row != self.view.currentIndex().row():
            self.view.stand_on(row)
            self._following.stop()

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(*_SHOWN_KINDS):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    def _on_year_changed(self, _year: int) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True
