"""The page Chỉ tiêu: villages, their figures and their targets in one grid, and sharing a total out.

Beside it stand the views of other targets and of the steering committee.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.ui.notices import NoticeLine, listed
from povertydesk.ui.records.filter_bar import FilterBar
from povertydesk.ui.targets.below_grid import BelowGrid
from povertydesk.ui.targets.column_menu import ColumnMenu
from povertydesk.ui.targets.other_views import VILLAGES, OtherViews, view_of
from povertydesk.ui.targets.plan_lock import PlanLock
from povertydesk.ui.targets.sharing import SharingOut
from povertydesk.ui.targets.shown_columns import ShownColumns
from povertydesk.ui.targets.summary import TargetSummary
from povertydesk.ui.targets.village_entries import SHOWN_KINDS, VillageEntries
from povertydesk.ui.targets.village_grid import NAMED, NEAR_POOR_NAMED
from povertydesk.ui.targets.village_lines import LIMITS
from povertydesk.workflow import record_villages, set_targets
from povertydesk.workflow.sign_plan import LOCKED_FIELDS

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from povertydesk.ui.preferences import Preferences
    from povertydesk.ui.session import Session
    from povertydesk.ui.targets.names import NamesView
    from povertydesk.workflow.changes import Changes

_FAULTS_SHOWN = 5
_KEYS_AFTER_PAINT_MILLISECONDS = 40
_HIGH_ENOUGH_FOR_ALL = 560
_CHECKED_KINDS = ("indicator_target", "service_target", "officer_term", "officer_village", "officer")


class TargetsPage(QWidget):
    """The villages of a year in one grid."""

    key = "targets"
    findings_changed = Signal(int)
    status = Signal(str)

    def __init__(self, session: Session, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Show the session's file and year, in the columns that this PC's user likes."""
        super().__init__(parent)
        self._session = session
        self._is_painted = False
        self._is_outdated = False
        self._pause = QTimer(self, interval=10, singleShot=True)
        self._pause.timeout.connect(self._check)
        self._columns = ShownColumns(preferences, in_units=session.desk.unit.level is OfficeLevel.RECEIVING)
        self.entries = VillageEntries(session, self._columns, self)
        self.table, self.view = self.entries.table, self.entries.view
        self._weighty: list[Finding] = []
        self.names: NamesView | None = None
        self._build()
        self.entries.refused.connect(self._say_refused_entries)
        self.entries.kept.connect(self._after_keeping)
        self.entries.doubted.connect(self._say_doubts)
        self.view.refused.connect(self._say_refusal)
        self.view.selection_changed.connect(self._say_selection)
        self.view.fixing_wanted.connect(self.entries.take_offered_or_fix)
        self.view.filter_wanted.connect(self._open_filter)
        self.view.names_wanted.connect(self.open_names)
        self.view.doubleClicked.connect(self._open_double_clicked)
        self.view.selectionModel().currentChanged.connect(self._say_finding)
        session.changed.connect(self._on_changed)
        session.year_changed.connect(self._on_year)
        self._say_year()
        self._say_all()

    def title(self) -> str:
        """Name the page on the rail."""
        return self.tr("Targets")

    def commit_pending(self) -> None:
        """Keep what is just being typed, and what could not be written before."""
        if self.names is not None:
            self.names.view.commit_pending()
        self.views.commit_pending()
        self.entries.commit_pending()
        self.sharing.commit()

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands on the page and nowhere else."""
        is_name_refused = self.names is not None and self.names.view.has_refused
        return self.entries.has_unsaved or self.sharing.is_unsaved or self.views.has_unsaved or is_name_refused

    def take_back_refused(self) -> bool:
        """Take what was refused last out of the grid in front, before anything that is kept is taken back."""
        if self._pages.currentWidget() is self.names:
            return False
        entries = self.entries if self.views.in_front is None else self.views.in_front.entries
        return entries.take_back_refused()

    def stop(self) -> None:
        """Let the check that was to come be, and keep nothing any more: the file is being put away."""
        self._pause.stop()
        self.views.stop()
        self.sharing.stop()

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        if self.views.in_front is not None:
            self.views.in_front.focus_first()
            return
        self.view.setFocus()
        if not self.view.currentIndex().isValid() and self.table.rowCount():
            self.view.step_to_first()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """After the first paint, check the figures and offer what the first paint need not wait for."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(_KEYS_AFTER_PAINT_MILLISECONDS, self, self._offer_keys)
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Come to the front with the figures of now."""
        self._catch_up()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """On a low screen the grid gets the room; the reasons stand under the pointer on the line above it."""
        super().resizeEvent(event)
        self._share_room()

    def import_workbook(self, path: Path) -> None:
        """Take villages and figures from a workbook."""
        self.commit_pending()
        session = self._session
        try:
            changes = record_villages.import_villages(session.desk, session.year, path)
        except KnownError as error:
            self._say_error(error)
            return
        session.announce(changes)
        taken = self.tr("The workbook {file} was taken in.").replace("{file}", path.name)
        level = Severity.WARNING if changes.findings else Severity.NOTE
        self.notice.say("\n".join([taken, *self._listed(changes.findings)]), level)

    def allocate(self) -> None:
        """Share the assigned number out to the villages."""
        self.view.commit_pending()
        if self.entries.first_fault is not None:
            self._say_at(*self.entries.first_fault)
            return
        session = self._session
        numbers, basis = self.sharing.numbers(), self.sharing.chosen_basis
        if numbers is None:
            return
        reduction, minority = numbers
        try:
            result = set_targets.allocate_targets(session.desk, session.year, reduction, basis, minority=minority)
        except KnownError as error:
            self._say_error(error)
            return
        self.notice.clear()
        self.assigned.show_text(str(reduction))
        self.sharing.minority.show_text("" if minority is None else str(minority))
        session.announce(result.changes)
        self.entries.refresh()
        self._after_showing()

    def show_view(self, key: str) -> None:
        """Show another view of the targets; what was being typed is kept first."""
        self.commit_pending()
        self.status.emit("")
        if key == VILLAGES:
            self._close_names()
        else:
            self.views.show(key)
        self.views.switch.show_chosen(key)

    def open_names(self, village_id: str, column: str = NAMED) -> None:
        """Show the list of names behind a village's number in place of the grid: of the poor or of the near-poor."""
        from povertydesk.poverty.named_target import LeavingTarget  # noqa: PLC0415 - only when asked for
        from povertydesk.ui.targets.names import NamesView  # noqa: PLC0415 - only when asked for

        self.commit_pending()
        village = next((row.village for row in self.entries.grid.rows if row.village_id == village_id), None)
        if village is None:
            return
        if self.names is None:
            self.names = NamesView(self._session)
            self.names.left.connect(self._close_names)
            self._pages.addWidget(self.names)
        self._pages.setCurrentWidget(self.names)
        self.views.switch.hide()
        target = LeavingTarget.POOR if column == NAMED else LeavingTarget.NEAR_POOR
        self.names.show_village(village_id, village, target)

    def remove_village(self) -> None:
        """Remove the village of the current line; Ctrl+Z brings it back with its figures."""
        line = self.entries.current_line
        if line is None or line.is_new or line.is_unit or self._session.desk.read_only:
            return
        self._session.write(lambda: record_villages.remove_village(self._session.desk, line.row_id))

    def _build(self) -> None:
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.heading.setWordWrap(True)
        self.summary = TargetSummary()
        self.import_button = QPushButton(self.tr("&Import from Excel…"))
        self.import_button.clicked.connect(self._ask_for_workbook)
        self.notice = NoticeLine(dismissible=True)
        self.sharing = SharingOut(self._session)
        self.sharing.wanted.connect(self.allocate)
        self.sharing.limits_wanted.connect(self._show_limits)
        self.assigned, self.basis = self.sharing.assigned, self.sharing.basis
        self.allocate_button = self.sharing.allocate_button
        self.column_menu = ColumnMenu(self._columns)
        self.column_menu.changed.connect(self._show_columns)
        self.sign_button = PlanLock(self._session, self._has_kept_all)
        self.sign_button.refused.connect(self._say_error)
        self.sign_button.done.connect(self.notice.clear)
        self.filter_bar = FilterBar(self.entries.filters)
        self.filter_bar.changed.connect(self._filter)
        self.filter_bar.left.connect(self.view.setFocus)
        self.finding_line = NoticeLine()
        self.below = BelowGrid(self._session)
        self.card, self.reasons, self.keys = self.below.card, self.below.reasons, self.below.keys
        self._arrange()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.summary)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        for part in (self.column_menu, self.import_button):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        targets = QWidget()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        self._pages = QStackedLayout()
        self._pages.addWidget(targets)
        self.views = OtherViews(self._session, self._pages, self.sign_button, self)
        self.views.switch.chosen.connect(self.show_view)
        self.views.status.connect(self.status)
        page.addWidget(self.views.switch)
        page.addLayout(self._pages, 1)
        layout = QVBoxLayout(targets)
        layout.setContentsMargins(18, 14, 18, 10)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.sharing)
        layout.addWidget(self.notice)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.view)
        layout.addWidget(self.finding_line)
        layout.addWidget(self.below)
        layout.addStretch(1)
        self.setTabOrder(self.sign_button, self.sharing.assigned.editor)
        parts = (self.sharing.limits_button, self.column_menu, self.import_button, self.view)
        for before, after in pairwise(parts):
            self.setTabOrder(before, after)

    def _offer_keys(self) -> None:
        self.views.switch.offer_keys()
        from povertydesk.ui.targets.removal import offer_removal  # noqa: PLC0415 - after the first paint

        offer_removal(self.view, self.tr("Remove the village"), self.remove_village)

    def _open_double_clicked(self, index: QModelIndex) -> None:
        column = self.table.columns[index.column()].key
        if column in {NAMED, NEAR_POOR_NAMED}:
            self.open_names(self.table.row_id(index.row()), column)

    def _close_names(self) -> None:
        self._pages.setCurrentIndex(0)
        self.views.switch.show()
        self.view.setFocus()

    def _on_year(self, _year: int) -> None:
        if self.names is not None and self._pages.currentWidget() is self.names:
            self.names.leave()
        self.views.show_year()
        self.entries.show_year()
        self._say_year()
        self._after_showing()

    def _say_year(self) -> None:
        commune = self._session.desk.unit.level is OfficeLevel.COMMUNE
        title = self.tr("Village targets of {year}") if commune else self.tr("Commune targets of {year}")
        self.heading.setText(title.replace("{year}", str(self._session.year)))
        self._say_signed()

    def _say_signed(self) -> None:
        read_only, signed = self._session.desk.read_only, self.entries.is_locked
        self.import_button.setDisabled(read_only or signed)
        self.sharing.set_locked(read_only=read_only, signed=signed)
        self.sign_button.show_state(signed=signed)
        self.sign_button.setVisible(not read_only and bool(self.entries.grid.rows))

    def _has_kept_all(self) -> bool:
        """Keep what is typed; where something cannot be kept, say where it stands."""
        self.commit_pending()
        if self.entries.first_fault is not None:
            self.show_view(VILLAGES)
            self._say_at(*self.entries.first_fault)
        elif self.sharing.is_unsaved:
            self.show_view(VILLAGES)
            self.sharing.assigned.editor.setFocus()
        elif self.views.unsaved_view is not None:
            self.show_view(self.views.unsaved_view)
        else:
            return not self.entries.has_unsaved
        return False

    def _show_limits(self) -> None:
        self._columns.toggle(*LIMITS)
        self._show_columns()
        if self._columns.keys.issuperset(LIMITS) and self.table.rowCount():
            self.view.setFocus()
            self.view.go_to(self.table.row_id(0), LIMITS[0])

    def _show_columns(self) -> None:
        self.view.commit_pending()
        self.entries.show_columns()
        self._after_showing()

    def _open_filter(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            column = self.table.columns[index.column()]
            self.filter_bar.open_for(column.key, column.full_title)
            self._say_filtered()

    def _filter(self) -> None:
        self.entries.refresh()
        self._say_filtered()
        self._after_showing()

    def _say_filtered(self) -> None:
        self.filter_bar.say_shown(self.entries.lines_shown, len(self.entries.grid.rows))

    def _on_changed(self, changes: Changes) -> None:
        if self.notice.property("level") == Severity.WARNING.value:
            # Doubts are about what was just kept: they go with the next act, its undoing above all.
            self.notice.clear()
        if changes.touches("plan"):
            self.entries.show_year()
            self._say_signed()
            self._after_showing()
        elif changes.touches(*SHOWN_KINDS):
            self._is_outdated = True
            # Behind another page nobody waits for it: what was entered there is on the screen first.
            if self.isVisible() or not self._is_painted:
                self._catch_up()
            if self._is_painted:
                self._pause.start()
        elif changes.touches(*_CHECKED_KINDS) and self._is_painted:
            self._pause.start()

    def _catch_up(self) -> None:
        """Show what another act has changed since the grid was filled."""
        if self._is_outdated:
            self._is_outdated = False
            self.entries.refresh()
            self._say_all()

    def _after_showing(self) -> None:
        """Say where things stand, and check the figures as soon as they are painted."""
        if self._is_painted:
            self._pause.start()
        self._say_all()

    def _say_all(self) -> None:
        grid = self.entries.grid
        self.summary.say(self.entries.total, grid.assigned_reduction, has_villages=bool(grid.rows))
        self.sharing.show_numbers(grid)

    def _check(self) -> None:
        """Mark what contradicts itself, once the figures are painted."""
        from povertydesk.workflow.check_year import check_year  # noqa: PLC0415 - the first paint needs none of it

        self._catch_up()
        followed = self.entries.follow()
        findings = (*check_year(self._session.desk, self._session.year), *followed)
        self.entries.mark(findings)
        self._weighty = [finding for finding in findings if finding.severity is not Severity.NOTE]
        self.findings_changed.emit(len(self._weighty))
        self._say_finding()
        self._explain()

    def _say_refused_entries(self, error: KnownError) -> None:
        """Say why what was typed could not be written, and where; it stays in the grid."""
        if error.findings:
            first = error.findings[0]
            self._say_at((first.place.village or "", first.place.field or ""), self._faults_sentence(error, first))
        else:
            words = self._session.messages.of_error(error)
            self.notice.say(words, Severity.ERROR, self.tr("Try again"), self.commit_pending)
        self._after_showing()

    def _say_doubts(self, findings: tuple[Finding, ...]) -> None:
        self.notice.say("\n".join(self._listed(findings)), Severity.WARNING)

    def _after_keeping(self) -> None:
        self.notice.clear()
        self._after_showing()

    def _faults_sentence(self, error: KnownError, first: Finding) -> str:
        sentence = self._session.messages.of_finding(first)
        return sentence if len(error.findings) == 1 else f"{self._session.messages.of_error(error)} {sentence}"

    def _say_at(self, place: tuple[str, str], sentence: str) -> None:
        self.notice.say(sentence, Severity.ERROR, self.tr("Go there"), lambda: self.entries.go_to(place))

    def _say_finding(self) -> None:
        """Say what is wrong with the cell one stands in, else the first thing of all."""
        here = self.entries.found_here()
        if here is not None:
            severity, words = here
            self.finding_line.say(words, severity)
            return
        errors_first = sorted(self._weighty, key=lambda finding: finding.severity is not Severity.ERROR)
        if not errors_first:
            self.finding_line.clear()
            return
        first = errors_first[0]
        sentence = self._session.messages.of_finding(first)
        if len(errors_first) > 1:
            more = self.tr("and {count} more to look at").replace("{count}", str(len(errors_first) - 1))
            sentence = f"{sentence} ({more})"
        place = self.entries.place_to_mend(first)
        if place is not None:
            self.finding_line.say(sentence, first.severity, self.tr("Go there"), lambda: self.entries.go_to(place))
        elif view_of(first) is not None:
            self.finding_line.say(sentence, first.severity, self.tr("Go there"), lambda: self.views.go_to(first))
        else:
            self.finding_line.say(sentence, first.severity)

    def _explain(self) -> None:
        self.below.explain(self.entries.grid, self.sharing.chosen_basis)
        self.summary.setToolTip(self.reasons.text())
        self._share_room()

    def _share_room(self) -> None:
        self.below.share_room(is_high=self.height() >= _HIGH_ENOUGH_FOR_ALL)

    def _say_selection(self, cells: int, total: Any, numbers: int) -> None:
        if numbers < 2:
            self.status.emit("")
            return
        words = self.tr("Chosen: {cells} cells · sum {sum}")
        self.status.emit(words.replace("{cells}", str(cells)).replace("{sum}", f"{total:,}".replace(",", ".")))

    def _say_refusal(self, code: str, values: dict[str, Any]) -> None:
        # The names below the last line as well: no village comes to a signed plan.
        named = {column.full_title for column in self.table.columns if column.key in LOCKED_FIELDS | {"village"}}
        if self.entries.is_locked and code in {"cell-not-typed", "paste-on-computed"} and values["column"] in named:
            code, values = "plan-signed", self.entries.signing
        self.notice.say(self._session.messages.sentence(code, values), Severity.WARNING)

    def _say_error(self, error: KnownError) -> None:
        lines = [self._session.messages.of_error(error), *self._listed(error.findings)]
        notice = self.notice if self.views.in_front is None else self.views.in_front.notice
        notice.say("\n".join(lines), Severity.ERROR)

    def _listed(self, findings: tuple[Finding, ...]) -> list[str]:
        return listed(self._session.messages, findings, _FAULTS_SHOWN, self.tr("• and {count} more places"))

    def _ask_for_workbook(self) -> None:
        from povertydesk.ui.file_choice import ask_for_file  # noqa: PLC0415 - only when asked for

        kinds = self.tr("Workbooks (*.xlsx *.xls *.ods)")
        path = ask_for_file(self, self.tr("Import villages"), kinds, self._session.desk.path.parent)
        if path is not None:
            self.import_workbook(path)
