"""What happened to a household in a year and what is to be done about it, in the words of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from povertydesk.poverty.course_balance import BreakKind
from povertydesk.poverty.household import HouseholdEventKind as LifeEventKind
from povertydesk.poverty.household_list import HouseholdEventKind
from povertydesk.poverty.official_text import format_date
from povertydesk.ui.household.words import HouseholdWords

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from povertydesk.poverty.household_list import ListedHousehold
    from povertydesk.workflow.course_sheet import CourseHousehold

_LIFE = {
    HouseholdEventKind.MOVED_VILLAGE: LifeEventKind.MOVE_VILLAGE,
    HouseholdEventKind.MOVED_IN: LifeEventKind.MOVE_IN,
    HouseholdEventKind.MOVED_BACK: LifeEventKind.MOVE_BACK,
    HouseholdEventKind.SPLIT_OFF: LifeEventKind.SPLIT,
    HouseholdEventKind.MOVED_OUT: LifeEventKind.MOVE_OUT,
    HouseholdEventKind.MERGED: LifeEventKind.MERGE,
}


class CourseWords(QObject):
    """Says them in the language of the screens."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Speak with the registry's words where it has them."""
        super().__init__(parent)
        self._registry = HouseholdWords(self)

    def standing(self, row: ListedHousehold | None) -> str:
        """Say where a household stands on a list, with its people: `nghèo, 4 khẩu`; a dash where on none."""
        if row is None:
            return "–"
        words = self.tr("{status}, {people} people").replace("{status}", self._registry.status_words(row.status))
        return words.replace("{people}", str(row.people))

    def happened(self, one: CourseHousehold, closed_on: datetime.date) -> str:
        """Say what happened and when, in the order of the days."""
        happened = sorted(self._happened(one, closed_on), key=lambda said: said[0])
        return "; ".join(f"{format_date(on)} {words}" for on, words in happened)

    def to_do(self, one: CourseHousehold, kind: BreakKind | None) -> str:
        """Say what is to be done about a household, or to be looked at where it may break a figure (of `kind`)."""
        words = {
            "unknown-history": self.tr("say on its form whether it is new or fell back"),
            "household-gone-without-event": self.tr("record why it is gone"),
            "closing-status-missing": self.tr("finish its form"),
            "village-differs-from-moves": self.tr("record its move to another village"),
            "member-count-not-explained": self.tr("record who came or left"),
            "household-without-people": self.tr("enter its people"),
            "listed-before-arriving": self.tr("mend the day it came"),
            "listed-after-leaving": self.tr("mend the day it left"),
            "household-listed-twice": self.tr("it stands on the list twice"),
        }
        doubted = "; ".join(words[code] for code in one.doubts if code in words)
        if doubted or kind is None:
            return doubted
        if kind is BreakKind.OPENING:
            return self.tr("check whether it was on the list at the opening")
        if kind is BreakKind.CLOSING:
            return self.tr("check its result at the closing")
        return self.tr("check its events and its results")

    def _happened(self, one: CourseHousehold, closed_on: datetime.date) -> Iterator[tuple[datetime.date, str]]:
        is_decided = False
        for event in one.events:
            yield event.on, self._event(event.kind)
            is_decided = is_decided or event.kind is HouseholdEventKind.RECOGNISED
        for change in one.changes:
            if change.joined:
                yield change.on, self.tr("{people} people more").replace("{people}", str(change.joined))
            if change.left:
                yield change.on, self.tr("{people} people less").replace("{people}", str(change.left))
        status = None if one.before is None else one.before.status
        if one.after is not None and one.after.status is not status and not is_decided:
            yield closed_on, self.tr("result of the review")

    def _event(self, kind: HouseholdEventKind) -> str:
        if kind is HouseholdEventKind.RECOGNISED:
            return self.tr("decision within the year")
        if kind is HouseholdEventKind.DISSOLVED:
            return self.tr("nobody lives there any more")
        return self._registry.event_words(_LIFE[kind]).lower()
