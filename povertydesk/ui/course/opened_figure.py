"""The households behind a figure of the ledger, or those that break it: where they stood, what happened, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from povertydesk.ui.course.ledger_grid import break_sentences
from povertydesk.ui.course.words import CourseWords
from povertydesk.ui.records.columns import CellKind, Column
from povertydesk.ui.records.record_list import RecordList
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.workflow.course_sheet import CourseHousehold

if TYPE_CHECKING:
    from povertydesk.poverty.course_balance import BreakKind, CourseBlock
    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.course_sheet import CourseSheet

_MOST = 100
"""The list takes the room as far as it has lines; no words are spread over what is left."""


class OpenedFigure(QFrame):
    """A card under the ledger. Enter on a household leads to its panel, `reason_wanted` to the reason of a village."""

    household_wanted = Signal(str)
    reason_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.words = CourseWords(self)
        self._title = ""
        self._village = ""
        self._kind: BreakKind | None = None
        self._suspects: frozenset[str] = frozenset()
        self._looked_at: tuple[CourseHousehold, ...] = ()
        self._all: tuple[CourseHousehold, ...] = ()
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.heading.setWordWrap(True)
        self.whole_button = QPushButton()
        self.reason_button = QPushButton(self.tr("Write the &reason"))
        self.whole_button.clicked.connect(lambda _checked=False: self._show_other())
        self.reason_button.clicked.connect(lambda _checked=False: self.reason_wanted.emit(self._village))
        for button in (self.whole_button, self.reason_button):
            button.setProperty("role", "link")
            button.setAutoDefault(True)
        self.wrong = QLabel()
        self.wrong.setProperty("role", "fault")
        self.wrong.setWordWrap(True)
        self.table: RecordTable[CourseHousehold] = RecordTable((), row_id=lambda one: one.household)
        self.households = RecordList(self.table, name=self.tr("Households behind the figure"))
        self.households.opened.connect(self.household_wanted)
        self.none = QLabel(
            self.tr("No household of the lists explains it: the figure that was entered is to be looked at.")
        )
        self.none.setProperty("role", "muted")
        self.none.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.heading, 1)
        for part in (self.whole_button, self.reason_button):
            top.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(6)
        inside.addLayout(top)
        inside.addWidget(self.wrong)
        inside.addWidget(self.none)
        inside.addWidget(self.households, _MOST)
        inside.addStretch(1)
        # It takes what room there is, and never keeps the window from being low.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(1)
        self.hide()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Ask for no height: a long list would take the room of the ledger."""
        return False

    def open_figure(
        self,
        sheet: CourseSheet,
        village: str | None,
        block: CourseBlock,
        column: str,
        title: str,
        messages: Messages,
    ) -> bool:
        """Show what stands behind a figure, first what breaks it or is doubted; False where there is nothing."""
        broken = sheet.breaks_at(village, block, column)
        self._all = sheet.behind(village, block, column)
        self._looked_at = sheet.breaking(village, block, column) or sheet.doubtful(village, block, column)
        self._title = title
        of_village = {one.village for one in broken}
        self._village = (of_village.pop() or "") if len(of_village) == 1 else ""
        more = self.tr("and {count} more to look at")
        self.wrong.setText(break_sentences(sheet.ledger, broken, messages, more))
        self.wrong.setVisible(bool(broken))
        self.reason_button.setVisible(bool(broken))
        self.none.setVisible(bool(broken) and not (self._looked_at or self._all))
        if not broken and not self._all:
            return False
        self._kind = broken[0].kind if broken else None
        self._suspects = frozenset(one.household for one in self._looked_at)
        self.table.set_columns(self._columns(sheet, by_village=village is None))
        self._list(self._looked_at or self._all)
        return True

    def focus_first(self) -> None:
        """Put the keyboard on the households, or on what can be done without any."""
        (self.households if self.table.records else self.reason_button).setFocus()

    def _list(self, shown: tuple[CourseHousehold, ...]) -> None:
        is_part = shown is self._looked_at and len(shown) < len(self._all)
        words = self.tr("{title}: {shown} of {all} households") if is_part else self.tr("{title}: {shown} households")
        for name, text in (("all", str(len(self._all))), ("shown", str(len(shown))), ("title", self._title)):
            words = words.replace("{" + name + "}", text)
        self.heading.setText(words)
        self.table.set_records(shown)
        self.households.setVisible(bool(shown))
        if shown:
            self.households.stand_on(shown[0].household)
        to_all = self.tr("&All {count} households").replace("{count}", str(len(self._all)))
        self.whole_button.setText(to_all if shown is self._looked_at else self.tr("Only those to look &at"))
        self.whole_button.setVisible(bool(self._looked_at) and self._looked_at != self._all and bool(self._all))

    def _show_other(self) -> None:
        is_part = self.table.records == self._looked_at
        self._list(self._all if is_part else self._looked_at)
        self.households.setFocus()

    def _to_do(self, one: CourseHousehold) -> str:
        """Ask for a look at those that may break the figure, also where nothing of them is doubted."""
        return self.words.to_do(one, self._kind if one.household in self._suspects else None)

    def _columns(self, sheet: CourseSheet, *, by_village: bool) -> tuple[Column[CourseHousehold], ...]:
        words, closed_on = self.words, sheet.closed_on
        place = Column[CourseHousehold]("village", sheet.place_heading, lambda one: one.village, width_characters=14)
        counted = Column[CourseHousehold](
            "counted", self.tr("Counted"), lambda one: one.counted or None, CellKind.COUNT, width_characters=5
        )
        columns = (
            Column("code", self.tr("Code"), lambda one: one.code, width_characters=6),
            Column("head", self.tr("Head of household"), lambda one: one.head_name, width_characters=18),
            *((place,) if by_village else ()),
            counted,
            Column("before", self.tr("Opening"), lambda one: words.standing(one.before), width_characters=20),
            Column("after", self.tr("Closing"), lambda one: words.standing(one.after), width_characters=20),
            Column(
                "happened", self.tr("What happened"), lambda one: words.happened(one, closed_on), width_characters=30
            ),
        )
        if not any(map(self._to_do, (*self._looked_at, *self._all))):
            return columns
        return (*columns, Column("to_do", self.tr("To do"), self._to_do, width_characters=28))
