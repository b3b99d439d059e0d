"""The list of names behind a village's target: the nearest to leaving first, chosen and followed in one grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.named_target import LeavingTarget
from povertydesk.poverty.nearness import RankingOrder
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.records.columns import CellEdit
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.ui.targets.name_bar import NameBar, PaperWish
from povertydesk.ui.targets.name_grid import NameGrid
from povertydesk.ui.targets.name_lines import NameLine, NameTexts, figure_words, name_columns
from povertydesk.ui.targets.name_printing import NamePrinting
from povertydesk.ui.targets.name_reasons import NameReasons
from povertydesk.workflow import edit_names, name_households
from povertydesk.workflow.edit_names import EntrySheet, NameEntry
from povertydesk.workflow.name_candidates import Candidates, VillageStanding, read_candidates, read_standing
from povertydesk.workflow.nearness_words import nearness_words
from povertydesk.workflow.who_may_help import HelperChoice, helper_choices, helper_texts

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from povertydesk.poverty.named_target import VillageNames
    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.name_candidates import Candidate

_KINDS = ("registered_household", "follow_up", "officer", "officer_term", "officer_village", "village_target")
_RESTS_ON = (
    "household",
    "household_event",
    "household_decision",
    "membership",
    "review",
    "review_part",
    "review_round",
    "round_amendment",
    "score_table",
    "unit",
    "village",
)
"""The tables that lists and ranking rest on."""

_HIGH_ENOUGH_FOR_ALL = 480
_HELPERS_SHOWN = 12
_CHOICES = frozenset({"helper", "needs", "result"})


class NamesView(QWidget):
    """The names of one village and year. `left` says that the clerk goes back to the targets (Esc)."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._session = session
        self._village = ("", "")
        self._year = session.year
        self._found = Candidates((), None)
        self._standing: VillageStanding | None = None
        self._helpers: tuple[HelperChoice, ...] = ()
        self.heading = _label("title")
        self.figures = _label("muted")
        self.summary = _label("muted")
        self.back_button = QPushButton(self.tr("&Back (Esc)"))
        self.back_button.clicked.connect(self.leave)
        self.bar = NameBar(session.desk.program.clock.now().month)
        self._target, self._month = self.bar.target, self.bar.month
        self.notice = NoticeLine(dismissible=True)
        self.table: RecordTable[NameLine] = RecordTable(self._columns(), lambda line: line.row_id, parent=self)
        self.view = NameGrid(self.table, name=self.tr("Households that register to leave poverty"), frozen_columns=3)
        self.view.set_read_only(session.desk.read_only)
        self.reasons = NameReasons()
        self.finding_line = NoticeLine()
        self.why = _label("muted")
        self.keys = _label("muted")
        self.printing = NamePrinting(session, self)
        self._connect()
        self._arrange()

    def show_village(self, village_id: str, name: str, target: LeavingTarget = LeavingTarget.POOR) -> None:
        """Show the names of a village in the session's year, those of the poor or of the near-poor."""
        self._village, self._year, self._standing = (village_id, name), self._session.year, None
        self.printing.village = name
        self.notice.clear()
        self.bar.lists.setCurrentIndex(self.bar.lists.findData(target.value))
        self.bar.offer_papers(name)
        self._show_list()
        self.view.setFocus()
        if self.table.rowCount():
            self.view.go_to(self.table.row_id(0), "chosen")

    def leave(self) -> None:
        """Keep what is being typed and go back; what could not be kept is opened again instead."""
        self.view.commit_pending()
        if self.view.has_refused:
            return
        self._village = ("", "")
        self.left.emit()

    def take_proposed(self) -> None:
        """Take the needs that are proposed for the chosen lines; they are the office's own then."""
        if self.table.read_only:
            self._say_refusal("grid-read-only", {})
            return
        texts = self._texts
        chosen = {row: self.table.records[self._row(row)].candidate for row in self.view.chosen_rows()}
        edits = [CellEdit(row, "needs", texts.proposal(one)) for row, one in chosen.items() if one.proposed]
        self.table.request_edits(edits)

    def take_results(self) -> None:
        """Fill in from the sealed round what became of the names of the year."""
        self.view.commit_pending()
        session = self._session
        try:
            changes = name_households.take_results(session.desk, self._year)
        except KnownError as error:
            self.notice.say(session.messages.of_error(error), Severity.WARNING)
            return
        session.announce(changes)
        taken = self.tr("The results of the sealed round stand in the list; Ctrl+Z takes them back.")
        self.notice.say(taken if changes else self.tr("Every name the sealed round knows has its result already."))

    def toggle_reasons(self) -> None:
        """Show or hide the card beside the list."""
        self.reasons.setVisible(self.reasons.isHidden())
        self._say_current()

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+P before the window takes it for the plan."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _prints(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back; where a cell is being typed in, it takes that back first. Ctrl+P prints the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif _prints(event):
            self._print(PaperWish(follows=False, whole=False))
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """On a low screen the list gets the room of the keys."""
        super().resizeEvent(event)
        self._share_room()

    def _connect(self) -> None:
        self.table.edit_requested.connect(self._keep)
        self.view.refused.connect(self._say_refusal)
        self.view.taken_back.connect(self.notice.clear)
        self.view.month_wanted.connect(self.bar.step_month)
        self.view.other_list_wanted.connect(self.bar.toggle_list)
        self.view.other_order_wanted.connect(self.bar.toggle_order)
        self.view.reasons_wanted.connect(self.toggle_reasons)
        self.view.taking_wanted.connect(self.take_proposed)
        self.view.selectionModel().currentChanged.connect(self._say_current)
        self.table.modelReset.connect(self._say_current)
        self.bar.shown.connect(self._show_list)
        self.bar.taking_wanted.connect(self.take_results)
        self.bar.print_wanted.connect(self._print)
        self.bar.save_wanted.connect(self._save)
        self.printing.said.connect(self.notice.say)
        self._session.changed.connect(self._on_changed)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.heading, self.figures, self.summary):
            words.addWidget(part)
        head = QHBoxLayout()
        head.addWidget(self.bar, 1)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        self.reasons.hide()
        middle = QHBoxLayout()
        middle.setSpacing(10)
        grid = QVBoxLayout()
        grid.addWidget(self.view)
        grid.addStretch(1)
        middle.addLayout(grid, 1)
        middle.addWidget(self.reasons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 10)
        layout.setSpacing(8)
        layout.addLayout(words)
        layout.addLayout(head)
        layout.addWidget(self.notice)
        layout.addLayout(middle, 1)
        layout.addWidget(self.finding_line)
        layout.addWidget(self.why)
        layout.addWidget(self.keys)

    @property
    def _texts(self) -> NameTexts:
        return NameTexts(self._session.messages, self._target)

    def _columns(self) -> tuple[Any, ...]:
        return name_columns(self._month, self._target)

    def _show_list(self) -> None:
        """Show the list and month of the row above, standing where the clerk stood."""
        # What is being typed belongs to the list and month that were shown until now.
        self.view.commit_pending()
        self._target, self._month = self.bar.target, self.bar.month
        self.printing.month = self._month
        name, poor = self._village[1], self._target is LeavingTarget.POOR
        title = self.tr("{village}: households to leave poverty in {year}")
        near_poor = self.tr("{village}: households to leave the near-poor list in {year}")
        self.heading.setText(
            (title if poor else near_poor).replace("{village}", name).replace("{year}", str(self._year))
        )
        self.table.set_columns(self._columns())
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_RESTS_ON):
            self._standing = None
        if self._village[0] and (self._standing is None or changes.touches(*_KINDS)):
            self._refresh()

    def _refresh(self) -> None:
        village, name = self._village
        if not village:
            return
        desk = self._session.desk
        if self._standing is None:
            self._standing = read_standing(desk, self._year, village)
        self._found = read_candidates(desk, self._year, village, self._target, self._standing, self.bar.order)
        self._helpers = helper_choices(desk, self._year, village)
        texts = self._texts
        lines = [texts.line(one, place, self._month) for place, one in enumerate(self._found.rows, start=1)]
        self.table.set_records(lines)
        self.table.set_findings(dict(mark for line in lines for mark in texts.marks(line)))
        self.bar.take_button.setVisible(self._found.closed and not desk.read_only)
        self._say_figures()
        self._say_summary(name, lines)
        self._say_current()

    def _say_figures(self) -> None:
        """Set the three figures of the village and of all side by side; where they differ they stand out."""
        found = self._found
        told = [figure_words(found.figures)] if found.figures is not None else []
        if found.commune is not None:
            commune = self._session.desk.unit.level is OfficeLevel.COMMUNE
            whole = self.tr("Whole commune") if commune else self.tr("Total")
            told.append(f"{whole}: {figure_words(found.commune)}")
        self.figures.setText("   |   ".join(told))
        self.figures.setProperty("role", "doubt" if _differs(found.figures) else "muted")
        self.figures.style().unpolish(self.figures)
        self.figures.style().polish(self.figures)

    def _say_summary(self, name: str, lines: list[NameLine]) -> None:
        if not lines:
            empty = self.tr("No household of {village} is in the registry yet; enter the households first.")
            if self._target is LeavingTarget.NEAR_POOR and self._found.problem is None:
                empty = self.tr("{village} has no near-poor household at the beginning of the year. F6 shows the poor.")
            elif self._found.problem is None:
                empty = self.tr("{village} has no poor household at the beginning of the year. F6 shows the near-poor.")
            self.summary.setText(empty.replace("{village}", name))
            return
        told = self.tr("{named} of {all} households named, the nearest to leaving first.")
        if self.bar.order is RankingOrder.INDICATORS:
            told = self.tr("{named} of {all} households named, those with the fewest indicators to mend first.")
        if self._found.problem is not None:
            unranked = self.tr("{named} of {all} households named.")
            told = f"{unranked} {self._session.messages.of_error(self._found.problem)}"
        named = sum(1 for line in lines if line.chosen)
        told = told.replace("{named}", str(named)).replace("{all}", str(len(lines)))
        self.summary.setText(f"{told} {self._outcome(lines)}".rstrip())

    def _outcome(self, lines: list[NameLine]) -> str:
        unnamed = sum(1 for line in lines if line.candidate.left_unnamed)
        stayed = sum(1 for line in lines if line.candidate.stayed)
        if not unnamed and not stayed:
            return ""
        told = self.tr("{unnamed} left without being named, {stayed} named did not leave.")
        return told.replace("{unnamed}", str(unnamed)).replace("{stayed}", str(stayed))

    def _say_current(self) -> None:
        """Say of the household the clerk stands on why it stands there, and what is to be looked at in its cell."""
        index = self.view.currentIndex()
        found = self.table.finding(index.row(), index.column()) if index.isValid() else None
        if found is None:
            self.finding_line.clear()
        else:
            self.finding_line.say(found[1], found[0])
        one = self.table.records[index.row()].candidate if index.isValid() else None
        self.why.setText(self._reason(one))
        if not self.reasons.isHidden():
            self.reasons.show_candidate(one, self._found.indicators, self._session.messages)
        self._say_keys()
        self._share_room()

    def _reason(self, one: Candidate | None) -> str:
        if one is None or not one.is_ranked:
            return ""
        told = nearness_words(one.ranked, self._found.indicators, self._session.messages)
        more = ""
        if len(told.ways) > 1:
            more = self.tr("(F1: {count} more)").replace("{count}", str(len(told.ways) - 1))
        return " ".join(part for part in (f"{one.household.head_name}:", told.lacks, told.ways[0], more) if part)

    def _say_keys(self) -> None:
        """Name what can be typed in the column the clerk stands in, and the keys of the list."""
        index = self.view.currentIndex()
        key = self.table.columns[index.column()].key if index.isValid() else ""
        texts = self._texts
        match key:
            case "helper" if self._helpers:
                words = self.tr("Type a number or a name: {choices}").replace("{choices}", self._helper_words())
            case "needs":
                words = self.tr("Needs, with commas: {choices} · F4 takes what is proposed")
                words = words.replace("{choices}", _numbered(texts.needs.values()))
            case "result":
                words = self.tr("Results: {choices}").replace("{choices}", _numbered(texts.results.values()))
            case _:
                words = self.tr(
                    "x names a household · F1 says why · F6 poor or near-poor · F7 order · "
                    "Alt+Left, Alt+Right another month · Ctrl+D fills down · Ctrl+P prints · Esc goes back"
                )
        self.keys.setText(words)

    def _helper_words(self) -> str:
        """Name those of the village with their numbers, and how many are left to be typed by their name."""
        shown = list(helper_texts(self._helpers))
        left = len(shown) - _HELPERS_SHOWN
        if left > 0:
            more = self.tr("{count} more by their name").replace("{count}", str(left))
            shown[_HELPERS_SHOWN:] = [more]
        return " · ".join(shown)

    def _share_room(self) -> None:
        """On a low screen leave out what can be had otherwise: the reasons by F1, the keys where none is a choice."""
        is_high, is_explained = self.height() >= _HIGH_ENOUGH_FOR_ALL, not self.reasons.isHidden()
        index = self.view.currentIndex()
        is_choice = index.isValid() and self.table.columns[index.column()].key in _CHOICES
        self.summary.setVisible(is_high or self._found.problem is not None or not self._found.rows)
        self.why.setVisible(is_high and bool(self.why.text()))
        self.keys.setVisible(is_high or (is_choice and not is_explained))

    def _row(self, row_id: str) -> int:
        row = self.table.row_of(row_id)
        return 0 if row is None else row

    def _keep(self, edits: list[CellEdit]) -> None:
        session, texts = self._session, self._texts
        sheet = EntrySheet(self._year, self._month, self._target, self._helpers)
        entries = [NameEntry(edit.row_id, edit.column_key, texts.read_back(edit.text)) for edit in edits]
        try:
            changes = edit_names.enter_names(session.desk, sheet, entries, session.messages)
        except KnownError as error:
            self._say_error(error, edits)
            return
        self.notice.clear()
        session.announce(changes)

    def _print(self, wish: PaperWish) -> None:
        self.view.commit_pending()
        self.printing.print_out(wish)

    def _save(self, wish: PaperWish) -> None:
        self.view.commit_pending()
        self.printing.save(wish)

    def _say_error(self, error: KnownError, edits: list[CellEdit]) -> None:
        messages = self._session.messages
        first = error.findings[0] if error.findings else None
        self.notice.say(messages.of_error(error) if first is None else messages.of_finding(first), Severity.ERROR)
        if first is not None:
            place = (first.place.village, first.place.field)
            self.view.edit_again(next(edit for edit in edits if (edit.row_id, edit.column_key) == place))

    def _say_refusal(self, code: str, values: dict[str, Any]) -> None:
        self.notice.say(self._session.messages.sentence(code, values), Severity.WARNING)


def _numbered(words: Any) -> str:
    return ", ".join(f"{place} {word}" for place, word in enumerate(words, start=1))


def _differs(figures: VillageNames | None) -> bool:
    return figures is not None and figures.named > 0 and not figures.agrees


def _prints(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Print)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
