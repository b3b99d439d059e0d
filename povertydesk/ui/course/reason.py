"""The written reason of a year that does not balance, or of a village: typed under the ledger, kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from povertydesk.poverty.problems import KnownError
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.fields.entry_field import EntryField
from povertydesk.workflow.explain_course import explain_course

if TYPE_CHECKING:
    from povertydesk.ui.session import Session
    from povertydesk.workflow.course_ledger import CourseLedger

_WHOLE_YEAR = ""


class ReasonLine(QWidget):
    """Which place the reason is of, and its sentence; only places that have something to explain are offered."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._session = session
        self._year = session.year
        self._reasons: dict[str, str] = {}
        self._shown = _WHOLE_YEAR
        self._typed = session.typed.at("course")
        self.label = QLabel(self.tr("&Why it does not balance"))
        self.place = Choice()
        self.place.setAccessibleName(self.tr("Whose reason"))
        self.place.currentIndexChanged.connect(lambda _index: self._on_place())
        hint = self.tr("for instance: the list of the year before was lost; it prints under tables 2 and 3")
        self.field = EntryField("", hint=hint)
        self.field.label.hide()
        self.field.editor.setAccessibleName(self.label.text().replace("&", ""))
        self.field.keep = self._keep
        self.field.refused.connect(self._say)
        self.field.changed.connect(self._hold)
        self.label.setBuddy(self.field.editor)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.label)
        row.addWidget(self.place)
        row.addWidget(self.field, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        self.hide()

    def show_ledger(self, ledger: CourseLedger) -> None:
        """Offer the places of a ledger that have a contradiction or a reason; nothing where all is well."""
        if ledger.year != self._year:
            # What could not be kept of the other year is held for it, and must not be taken for this one's.
            self.field.editor.setModified(False)
        self._year = ledger.year
        self._reasons = {village or _WHOLE_YEAR: reason for village, reason in ledger.reasons.items()}
        broken = dict.fromkeys(one.village or _WHOLE_YEAR for one in ledger.balance.breaks)
        villages = [key for key in ledger.places if key in broken or key in self._reasons]
        left = (key for key in (_WHOLE_YEAR, *villages) if self._typed.of(self._place_of(key)) is not None)
        chosen = next(left, self._shown if self._shown in villages else _WHOLE_YEAR)
        self.place.blockSignals(True)
        self.place.clear()
        self.place.addItem(self.tr("the whole year"), _WHOLE_YEAR)
        for key in villages:
            self.place.addItem(ledger.name(key), key)
        self.place.setCurrentIndex(max(self.place.findData(chosen), 0))
        self.place.blockSignals(False)
        self._show_place(chosen)
        self.field.set_read_only(self._session.desk.read_only)
        self.setVisible(bool(broken) or bool(self._reasons))

    def stand_on(self, village: str | None) -> None:
        """Ask for the reason of a village, or of the year."""
        self.place.setCurrentIndex(max(self.place.findData(village or _WHOLE_YEAR), 0))
        self.field.setFocus()

    def _on_place(self) -> None:
        chosen = str(self.place.currentData())
        if chosen != self._shown and not self.field.commit():
            self.place.setCurrentIndex(self.place.findData(self._shown))
            return
        self._show_place(chosen)

    def _show_place(self, place: str) -> None:
        self._shown = place
        self.field.show_text(self._reasons.get(place, ""))
        left = self._typed.of(self._place_of(place))
        if left is not None:
            self.field.restore(left)

    def _keep(self, text: str) -> bool:
        year, village = self._year, self._shown or None
        try:
            changes = explain_course(self._session.desk, year, village, text)
        except KnownError as error:
            self._say(error)
            return False
        self._reasons[self._shown] = text
        self._session.announce(changes)
        return True

    def _hold(self) -> None:
        """Keep what is typed on this PC at every key, until it is written."""
        text = self.field.editor.text()
        self._typed.hold(self._place_of(self._shown), text, is_unsaved=self.field.is_unsaved)

    def _place_of(self, village: str) -> str:
        return f"{self._year} {village}"

    def _say(self, error: KnownError) -> None:
        self.field.show_fault(self._session.messages.of_error(error))
