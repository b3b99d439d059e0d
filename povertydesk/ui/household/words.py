"""The words for what stands in the registry: special groups, statuses, areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.household import HouseholdEventKind
from povertydesk.poverty.person import Sex, Work
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.ui.fields.option_row import Option

if TYPE_CHECKING:
    from collections.abc import Mapping


class HouseholdWords(QObject):
    """Says them in the language of the screens."""

    def yes_no_unknown(self) -> tuple[Option, ...]:
        """Offer yes, no and not known; nothing is "no" before someone said so."""
        return (
            Option("9", None, self.tr("not known")),
            Option("1", True, self.tr("yes")),
            Option("2", False, self.tr("no")),
        )

    def area_options(self) -> tuple[Option, ...]:
        """Offer the area of the commune, or another one for this household."""
        return (
            Option("1", None, self.tr("as the commune")),
            Option("2", AreaType.RURAL, self.tr("rural area")),
            Option("3", AreaType.URBAN, self.tr("urban area")),
        )

    def group_words(self) -> Mapping[str, str]:
        """Name the special groups of the official tables, by field."""
        return {
            "no_labour_capacity": self.tr("Household without capacity to work"),
            "merit": self.tr("Household with a person of merit"),
            "local_minority": self.tr("Household of a local ethnic minority"),
            "social_protection": self.tr("Household under social protection"),
        }

    def status_words(self, status: PovertyStatus | None) -> str:
        """Name a status; an unknown one is not "not poor"."""
        return {
            PovertyStatus.POOR: self.tr("poor"),
            PovertyStatus.NEAR_POOR: self.tr("near-poor"),
            PovertyStatus.AVERAGE_LIVING_STANDARD: self.tr("average living standard"),
            PovertyStatus.NOT_POOR: self.tr("not poor"),
            PovertyStatus.UNCLASSIFIED: self.tr("not classified"),
            None: self.tr("history not known"),
        }[status]

    def round_words(self, kind: RoundKind) -> str:
        """Name a kind of round."""
        return {
            RoundKind.ANNUAL: self.tr("annual review"),
            RoundKind.IN_YEAR: self.tr("in-year review"),
            RoundKind.TRANSITION: self.tr("transition review"),
        }[kind]

    def event_words(self, kind: HouseholdEventKind) -> str:
        """Name a kind of event as an office calls it."""
        return {
            HouseholdEventKind.BIRTH: self.tr("Birth"),
            HouseholdEventKind.DEATH: self.tr("Death"),
            HouseholdEventKind.MOVE_IN: self.tr("Moving in"),
            HouseholdEventKind.MOVE_OUT: self.tr("Moving out"),
            HouseholdEventKind.MOVE_BACK: self.tr("Coming back"),
            HouseholdEventKind.MARRIAGE: self.tr("Marriage"),
            HouseholdEventKind.SPLIT: self.tr("Splitting off"),
            HouseholdEventKind.MERGE: self.tr("Merging into another household"),
            HouseholdEventKind.MOVE_VILLAGE: self.tr("Moving to another village"),
            HouseholdEventKind.CHANGE_OF_HEAD: self.tr("Change of head"),
        }[kind]

    def sex_words(self, sex: Sex | None) -> str:
        """Name a sex; nothing where it is not known."""
        return {Sex.MALE: self.tr("male"), Sex.FEMALE: self.tr("female"), None: ""}[sex]

    def work_words(self, work: Work | None) -> str:
        """Name the situation of the request paper; nothing where it is not known."""
        return {
            Work.EMPLOYED: self.tr("in work"),
            Work.NOT_EMPLOYED: self.tr("without work"),
            Work.STUDYING: self.tr("at school"),
            None: "",
        }[work]

    def mark_words(self, mark: bool | None) -> str:
        """Write yes or no; nothing where it is not known."""
        return "" if mark is None else self.tr("yes") if mark else self.tr("no")

    def benefit_words(self, benefits: tuple[str, ...] | None) -> str:
        """List benefits; without any it says so, and nothing where it is not known."""
        if benefits is None:
            return ""
        return "; ".join(benefits) or self.tr("none")
