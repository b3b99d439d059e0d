"""The fields an event can ask for, in the order they are asked; which of them are shown is the form's to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from povertydesk.poverty.person import Sex
from povertydesk.ui.fields.entry_field import EntryField
from povertydesk.ui.fields.list_choice import Line, ListChoice
from povertydesk.ui.fields.option_row import Option, OptionRow
from povertydesk.ui.fields.search_choice import SearchChoice
from povertydesk.ui.notices import NoticeLine
from povertydesk.workflow.event_entry import EventChoice

Find = Callable[[str], Sequence[Line]]

_DIGITS = "1234567890"
_KINDS_A_LINE = 3
"""As on a keypad: 1 2 3, 4 5 6, 7 8 9, 0."""


class EventFields(QWidget):
    """The kind of the event, who it happened to, what else its kind needs, the day, and the reason of an amendment."""

    def __init__(self, find_households: Find, find_villages: Find, parent: QWidget | None = None) -> None:
        """Make all fields; the two searches say what fits a text."""
        super().__init__(parent)
        self._build(find_households, find_villages)

    @property
    def texts(self) -> dict[str, EntryField]:
        """The plain entries by name."""
        return {name: getattr(self, name) for name in ("name", "born", "relation", "date", "reason")}

    @property
    def lists(self) -> dict[str, ListChoice]:
        """The lists of people by name."""
        return {name: getattr(self, name) for name in ("people", "person", "head", "successor")}

    @property
    def searches(self) -> dict[str, SearchChoice]:
        """What is searched for, by name."""
        return {"household": self.household, "village": self.village}

    def _build(self, find_households: Find, find_villages: Find) -> None:
        kinds = (
            (EventChoice.BIRTH, self.tr("Birth")),
            (EventChoice.DEATH, self.tr("Death")),
            (EventChoice.MOVE_IN, self.tr("Moving in")),
            (EventChoice.MOVE_OUT, self.tr("Moving out")),
            (EventChoice.MOVE_BACK, self.tr("Coming back")),
            (EventChoice.MARRY_OUT, self.tr("Marriage")),
            (EventChoice.SPLIT, self.tr("Splitting off")),
            (EventChoice.MERGE, self.tr("Merging")),
            (EventChoice.MOVE_VILLAGE, self.tr("Other village")),
            (EventChoice.CHANGE_OF_HEAD, self.tr("Other head")),
        )
        self.kind = OptionRow(
            self.tr("What happened? Press its digit."),
            [Option(digit, choice, words) for digit, (choice, words) in zip(_DIGITS, kinds, strict=True)],
            beside=False,
            per_line=_KINDS_A_LINE,
            nothing_first=True,
        )
        self.direction = OptionRow(
            self.tr("Who marries"),
            (
                Option("1", EventChoice.MARRY_OUT, self.tr("a member, leaving this household")),
                Option("2", EventChoice.MARRY_IN, self.tr("someone from elsewhere, joining it")),
            ),
            beside=False,
            per_line=1,
        )
        self.people = ListChoice(self.tr("Who"), several=True)
        self.person = ListChoice(self.tr("Who"), several=False)
        self.name = EntryField(self.tr("Full name"))
        self.born = EntryField(self.tr("Born (day or year)"))
        self.sex = OptionRow(
            self.tr("Sex"),
            (
                Option("9", None, self.tr("not known")),
                Option("1", Sex.MALE, self.tr("male")),
                Option("2", Sex.FEMALE, self.tr("female")),
            ),
            beside=False,
        )
        self.household = SearchChoice(
            self.tr("Which household they join"),
            find_households,
            self.tr("No household in the registry fits. Type its code or its head's name."),
            self.tr("code or head's name"),
        )
        self.relation = EntryField(self.tr("Relation to the head (may be left empty)"))
        self.village = SearchChoice(self.tr("To which village"), find_villages, self.tr("No village is called so."))
        self.head = ListChoice(self.tr("Who heads the household they live in now"), several=False)
        self.successor = ListChoice(self.tr("Who is the next head"), several=False)
        self.date = EntryField(self.tr("Day it happened"))
        self.reason = EntryField(self.tr("Reason for the amendment"))
        self.notice = NoticeLine()
        self.button = QPushButton(self.tr("Record the event"))
        self.button.setProperty("role", "primary")
        for field in (self.name, self.born, self.relation):
            field.editor.returnPressed.connect(field.editor.focusNextChild)
        newcomer = QHBoxLayout()
        newcomer.setSpacing(14)
        newcomer.addWidget(self.name, 3)
        newcomer.addWidget(self.born, 2)
        last = QHBoxLayout()
        last.setSpacing(14)
        last.addWidget(self.date, 1)
        last.addWidget(self.reason, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.kind)
        layout.addWidget(self.direction)
        layout.addWidget(self.people)
        layout.addWidget(self.person)
        layout.addLayout(newcomer)
        layout.addWidget(self.sex)
        layout.addWidget(self.household)
        layout.addWidget(self.relation)
        layout.addWidget(self.village)
        layout.addWidget(self.head)
        layout.addWidget(self.successor)
        layout.addLayout(last)
        layout.addWidget(self.notice)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
