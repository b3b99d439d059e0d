"""One officer who may sign, as a line of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from povertydesk.poverty.plan import Officer, SigningForm
from povertydesk.poverty.problems import KnownError
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.fields.entry_field import EntryField
from povertydesk.ui.fields.labelled import labelled

if TYPE_CHECKING:
    from collections.abc import Callable

NOBODY = Officer("", "", "", SigningForm.FOR_BODY)


class OfficerRow(QWidget):
    """Name, position and signing form; a blank line becomes a new officer as soon as a name is entered.

    `keep` takes the officer as typed and says whether it was kept; `explain` puts a refusal into words.
    """

    def __init__(
        self,
        keep: Callable[[OfficerRow, Officer], bool],
        explain: Callable[[KnownError], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make a blank line."""
        super().__init__(parent)
        self._keep = keep
        self._officer = NOBODY
        self.name = EntryField("", self._read_name)
        self.position = EntryField(self.tr("Position"))
        for field in (self.name, self.position):
            field.refused.connect(lambda error, field=field: field.show_fault(explain(error)))
            field.keep = self._keep_text
        self.form = Choice()
        for value, words in (
            (SigningForm.FOR_BODY, self.tr("for the committee (TM.)")),
            (SigningForm.FOR_HEAD, self.tr("for the chair (KT.)")),
            (SigningForm.ACTING, self.tr("acting chair (Q.)")),
            (SigningForm.BY_ORDER, self.tr("by order (TL.)")),
            (SigningForm.BY_MANDATE, self.tr("by mandate (TUQ.)")),
        ):
            self.form.addItem(words, value.value)
        self.form.activated.connect(self._keep_form)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.name, 3)
        layout.addWidget(self.position, 3)
        layout.addWidget(labelled(self.tr("Signs"), self.form), 2)
        self.show_officer(NOBODY)

    @property
    def officer_id(self) -> str:
        """The key of the officer; empty for the line that waits for a further one."""
        return self._officer.id

    @property
    def fields(self) -> tuple[EntryField, EntryField]:
        """The two fields that are typed."""
        return self.name, self.position

    def show_officer(self, officer: Officer) -> None:
        """Show what the records say of an officer; without a key it is the line for a further one."""
        self._officer = officer
        words = self.tr("Name") if officer.id else self.tr("Name of a further officer")
        self.name.set_label(words)
        self.name.show_text(officer.name)
        self.position.show_text(officer.position)
        self.form.setCurrentIndex(self.form.findData((officer.signing_form or SigningForm.FOR_BODY).value))

    def set_read_only(self, read_only: bool) -> None:
        """Allow or forbid changes."""
        for field in self.fields:
            field.set_read_only(read_only)
        self.form.setDisabled(read_only)

    def _read_name(self, text: str) -> str:
        if self._officer.id and not text:
            raise KnownError("officer-without-name")
        return text

    def _keep_text(self, _value: object) -> bool:
        typed = Officer(self._officer.id, self.name.text, self.position.text, SigningForm(self.form.currentData()))
        return bool(typed.name or typed.id) and self._keep(self, typed)

    def _keep_form(self, _place: int) -> None:
        if self._officer.id and not self._keep_text(None):
            self.show_officer(self._officer)
