"""What is known of a household itself: typed field by field, kept as each is left."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Person
from povertydesk.poverty.problems import KnownError
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.fields.entry_field import EntryField
from povertydesk.ui.fields.labelled import labelled
from povertydesk.ui.fields.option_row import OptionRow
from povertydesk.ui.fields.readers import optional_count
from povertydesk.ui.household.words import HouseholdWords
from povertydesk.workflow import household_choice, keep_registry
from povertydesk.workflow.people_codes import people_codes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from povertydesk.ui.session import Session
    from povertydesk.workflow.keep_registry import HouseholdView

_FIELD_OF = {
    "household-code-taken": "code",
    "household-without-code": "code",
    "household-without-head": "head_name",
    "count-negative": "people_count",
}


_NEW = "household new"
"""The place of a household that is not in the registry yet."""


class HouseholdDetails(QWidget):
    """The fields of one household. A new one is entered as soon as its village and its head's name are known.

    `entered` carries the key of a household that was just entered, `refused` what no field here can say.
    """

    entered = Signal(str)
    refused = Signal(KnownError)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._session = session
        self._draft: Household | None = None
        self._view: HouseholdView | None = None
        self._waiting: dict[str, dict[str, str]] = {}
        self._waiting_draft: Household | None = None
        self._typed = session.typed.at(_NEW)
        self._build()

    @property
    def draft(self) -> Household | None:
        """The household that is not yet in the registry."""
        return self._draft

    @property
    def has_unsaved(self) -> bool:
        """Whether something was typed that stands nowhere else, of whatever household."""
        waiting = self._waiting_draft is not None or bool(self._waiting)
        return waiting or self._is_started or any(field.is_unsaved for field in self.fields.values())

    def show_view(self, view: HouseholdView) -> None:
        """Show what the records say of a household."""
        another = self._view is None or self._view.household.id != view.household.id
        if another:
            self._put_aside()
        self._draft, self._view = None, view
        self._show(view.household)
        if another:
            self._typed = self._session.typed.at(f"household {view.household.id}")
            self._take_up(self._waiting.pop(view.household.id, {}) or self._typed.texts)
            self._hold()
        self._show_village(view.household.village_id)
        self._say_doubt(view)
        heads = any(one.membership.heads for one in view.members)
        self.head_name.set_read_only(heads or self._session.desk.read_only or self._is_ended)
        self.head_name.editor.setToolTip(self.tr("The head's name is corrected among the members.") if heads else "")

    def start_new(self, village_id: str | None) -> None:
        """Take in a new household, of a village where that is known; one that was begun before is gone on with."""
        self._put_aside()
        begun = self._waiting_draft or Household("", "", "", "")
        self._typed = self._session.typed.at(_NEW)
        typed = self._typed.texts if self._waiting_draft is None else {}
        self._view, self._waiting_draft = None, None
        known_villages = household_choice.list_villages(self._session.desk)
        before = next((one.id for one in known_villages if one.id == typed.get("village_id")), None)
        self._draft = dataclasses.replace(begun, village_id=before or village_id or begun.village_id)
        village_id = self._draft.village_id
        self._show(self._draft)
        self.head_name.set_read_only(self._session.desk.read_only)
        self.head_name.editor.setToolTip("")
        self.doubt.hide()
        self.village_choice.clear()
        for village in known_villages:
            self.village_choice.addItem(village.name, village.id)
        known = self.village_choice.count() > 0
        self.village_choice.setEnabled(known)
        self.village_choice.setPlaceholderText(
            self.tr("Choose the village") if known else self.tr("Enter the villages on the page Targets first")
        )
        self.village_choice.setCurrentIndex(self.village_choice.findData(village_id) if village_id else -1)
        self._village_box.show()
        self.village_line.hide()
        self._take_up(typed)
        self._hold()

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        if self._draft is not None and not self._draft.village_id and self.village_choice.isEnabled():
            self.village_choice.setFocus()
        elif self._draft is not None:
            self.head_name.setFocus()
        else:
            self.code.setFocus()

    def commit_pending(self) -> None:
        """Keep what is just being typed."""
        for field in self.fields.values():
            field.commit()
        if self._draft is not None and self.has_unsaved:
            self._enter(say_missing=True)

    def stop(self) -> None:
        """Keep nothing any more."""
        for field in self.fields.values():
            field.keep = None
        for row in self.rows.values():
            row.keep = None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter go on from the village; the fields do so themselves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.village_choice.hasFocus():
            self.head_name.setFocus()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self.words = HouseholdWords(self)
        self.code = EntryField(self.tr("Household code"), hint=self.tr("numbered by itself"))
        self.head_name = EntryField(self.tr("Head of the household"))
        self.phone = EntryField(self.tr("Telephone"))
        self.address = EntryField(self.tr("Address"))
        self.ethnic_group = EntryField(self.tr("Ethnic group"), _read_ethnic_group, self.tr("name or number"))
        self.people_count = EntryField(self.tr("Number of people"), optional_count)
        self.fields: dict[str, EntryField] = {
            name: getattr(self, name)
            for name in ("code", "head_name", "phone", "address", "ethnic_group", "people_count")
        }
        for name, field in self.fields.items():
            field.keep = lambda value, name=name: self._keep(name, value)
            field.changed.connect(self._hold)
            field.refused.connect(lambda error, field=field: field.show_fault(self._session.messages.of_error(error)))
        self.village_line = QLabel()
        self.village_line.setWordWrap(True)
        self.village_choice = Choice()
        self.village_choice.setPlaceholderText(self.tr("Choose the village"))
        self.village_choice.activated.connect(
            lambda _place: self._keep("village_id", self.village_choice.currentData())
        )
        self._village_box = labelled(self.tr("Village"), self.village_choice)
        self.rows: dict[str, OptionRow] = {"area": OptionRow(self.tr("Area"), self.words.area_options())}
        for name, words in self.words.group_words().items():
            self.rows[name] = OptionRow(words, self.words.yes_no_unknown())
        for name, row in self.rows.items():
            row.keep = lambda value, name=name: self._keep(name, value)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.addWidget(self._village_box, 0, 0, 1, 2)
        grid.addWidget(self.village_line, 1, 0, 1, 2)
        grid.addWidget(self.head_name, 2, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.code, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.address, 3, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.phone, 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.ethnic_group, 4, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.people_count, 4, 1, Qt.AlignmentFlag.AlignTop)
        self.doubt = QLabel()
        self.doubt.setProperty("role", "doubt")
        self.doubt.setWordWrap(True)
        self.doubt.hide()
        grid.addWidget(self.doubt, 5, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(grid)
        layout.addSpacing(4)
        for row in self.rows.values():
            layout.addWidget(row)
        layout.addStretch(1)
        order = [
            self.village_choice,
            *(field.editor for field in self._in_order()),
            *(r.row for r in self.rows.values()),
        ]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _in_order(self) -> tuple[EntryField, ...]:
        return (self.head_name, self.code, self.address, self.phone, self.ethnic_group, self.people_count)

    @property
    def _is_ended(self) -> bool:
        return self._view is not None and self._view.household.ended_on is not None

    def _show(self, household: Household) -> None:
        self.code.show_text(household.code)
        self.head_name.show_text(household.head_name)
        self.phone.show_text(household.phone)
        self.address.show_text(household.address)
        self.ethnic_group.show_text(_ethnic_group_name(household.ethnic_group))
        self.people_count.show_text("" if household.people_count is None else str(household.people_count))
        read_only = self._session.desk.read_only or self._is_ended
        for name, row in self.rows.items():
            row.show_value(getattr(household, name))
            row.setDisabled(read_only)
        for field in self.fields.values():
            field.set_read_only(read_only)

    def _say_doubt(self, view: HouseholdView) -> None:
        """Say under the number of people where not all of them are entered."""
        from povertydesk.workflow.check_members import check_people_count  # noqa: PLC0415 - only where one is shown

        finding = check_people_count(view.household, view.members)
        self.doubt.setText("" if finding is None else self._session.messages.of_finding(finding))
        self.doubt.setVisible(finding is not None)

    def _show_village(self, village_id: str) -> None:
        villages = household_choice.list_villages(self._session.desk)
        name = next((village.name for village in villages if village.id == village_id), "")
        words = self.tr("{village} – moving to another village is recorded under Events.")
        self.village_line.setText(words.replace("{village}", name))
        self._village_box.hide()
        self.village_line.show()

    @property
    def _is_started(self) -> bool:
        return self._draft is not None and self._draft != Household("", self._draft.village_id, "", "")

    def _put_aside(self) -> None:
        """Keep what could not be written of the household that is left until somebody comes back to it."""
        typed = {name: field.text for name, field in self.fields.items() if field.is_unsaved}
        if self._view is not None and typed:
            self._waiting[self._view.household.id] = typed
        if self._is_started:
            self._waiting_draft = self._draft
        for field in self.fields.values():
            field.editor.setModified(False)
            field.show_fault("")

    def _take_up(self, typed: Mapping[str, str]) -> None:
        words = self.tr("Typed and not saved yet. Enter keeps it, Esc takes it back.")
        for name in self.fields.keys() & typed.keys():
            self.fields[name].restore(typed[name])
            self.fields[name].show_fault(words)
        for name in self.rows.keys() & typed.keys() if self._draft is not None else ():
            row = self.rows[name]
            row.choose(next((place for place, one in enumerate(row.options) if one.digit == typed[name]), -1))
        if self._draft is not None:
            # The head's name enters the household, and all else that was typed of it has to be there by then.
            for name in self.fields.keys() - {"head_name"}:
                self.fields[name].commit()

    def _hold(self) -> None:
        """Keep on this PC what is typed here and stands in no record; of a new household, all of it."""
        draft = self._draft
        texts = {name: field.text for name, field in self.fields.items() if field.is_unsaved}
        if draft is not None:
            texts |= {name: field.text for name, field in self.fields.items() if field.text}
            chosen = {name: row for name, row in self.rows.items() if row.value is not None}
            texts |= {
                name: next(one.digit for one in row.options if one.value == row.value) for name, row in chosen.items()
            }
            if texts and draft.village_id:
                texts["village_id"] = draft.village_id
        self._typed.keep(texts)

    def _keep(self, name: str, value: Any) -> bool:
        if self._draft is not None:
            self._draft = dataclasses.replace(self._draft, **{name: value})
            kept = self._enter()
            self._hold()
            return kept
        if self._view is None:
            return False
        household = dataclasses.replace(self._view.household, **{name: value})
        session = self._session
        try:
            changes = keep_registry.edit_household(session.desk, household)
        except KnownError as error:
            self._say(error)
            return False
        session.announce(changes)
        return True

    def _enter(self, *, say_missing: bool = False) -> bool:
        """Enter the new household where enough is known of it; until then what was typed waits here."""
        draft = self._draft
        if draft is None:
            return True
        if not draft.village_id or not draft.head_name:
            if say_missing:
                missing = self.tr("Choose the village and enter the head's name to enter the household.")
                self.head_name.show_fault(missing)
            return True
        head = keep_registry.NewMember(Person("", draft.head_name, ethnic_group=draft.ethnic_group), HEAD)
        session = self._session
        try:
            added = keep_registry.add_household(session.desk, draft, [head])
        except KnownError as error:
            self._say(error)
            return False
        self._draft = None
        self._typed.keep({})
        self.entered.emit(added.id)
        session.announce(added.changes)
        return True

    def _say(self, error: KnownError) -> None:
        field = self.fields.get(_FIELD_OF.get(error.code, ""))
        if field is None:
            self.refused.emit(error)
        else:
            field.show_fault(self._session.messages.of_error(error))


def _read_ethnic_group(text: str) -> int | None:
    if not text:
        return None
    group = people_codes().ethnic_group(text)
    if group is None:
        raise KnownError("ethnic-group-unreadable", text=text)
    return group


def _ethnic_group_name(group: int | None) -> str:
    return "" if group is None else people_codes().ethnic_groups[group][0]
