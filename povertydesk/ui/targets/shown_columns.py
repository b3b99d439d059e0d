"""Which columns of the village grid are shown, as this PC's user likes it, and their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from povertydesk.ui.targets.village_lines import GROUP, LIMITS, OUTCOMES

if TYPE_CHECKING:
    from povertydesk.ui.preferences import Preferences

USUAL = (
    "households",
    "poor_opening",
    "poor_rate_opening",
    "near_poor_opening",
    "people",
    "assigned",
    "reduction",
    "reduction_rate",
    "ethnic_minority_reduction",
    "registered",
    "named",
    "named_difference",
    "poor_closing",
    "poor_rate_closing",
)
CHOICES = (
    GROUP,
    *USUAL[:4],
    "near_poor_rate_opening",
    "ethnic_minority_poor",
    "people",
    *LIMITS,
    *USUAL[5:9],
    "near_poor_reduction",
    *USUAL[9:12],
    "near_poor_registered",
    "near_poor_named",
    *USUAL[12:],
    "near_poor_closing",
    "near_poor_rate_closing",
    "reduction_actual",
    "percent_of_plan",
    "poor_actual",
    "poor_rate_actual",
    "near_poor_actual",
)
"""All columns that can be shown or not, from the left; number and name of a village always are.

A unit is only chosen at a receiving office.
"""
_NAME = "targets/columns"


class ShownColumns:
    """The columns somebody wants to see. Until they chose, the usual ones, and the outcomes once there are any."""

    def __init__(self, preferences: Preferences, *, in_units: bool = False) -> None:
        """Read what was chosen on this PC; `in_units` where communes stand under units, at a receiving office."""
        self._preferences = preferences
        self.choices = CHOICES if in_units else tuple(key for key in CHOICES if key != GROUP)
        chosen = preferences.words(_NAME)
        self._chosen = frozenset(chosen) & frozenset(self.choices) if chosen is not None else None
        self.has_outcomes = False

    @property
    def keys(self) -> frozenset[str]:
        """The columns to show now."""
        if self._chosen is not None:
            return self._chosen
        return frozenset(USUAL) | (OUTCOMES if self.has_outcomes else frozenset())

    def toggle(self, *keys: str) -> None:
        """Show these columns where one of them is missing, else hide them, and keep that for the next time."""
        now = self.keys
        self._choose(now - frozenset(keys) if now.issuperset(keys) else now | frozenset(keys))

    def reset(self) -> None:
        """Show the usual ones again."""
        self._chosen = None
        self._preferences.keep_words(_NAME, None)

    def _choose(self, keys: frozenset[str]) -> None:
        self._chosen = keys
        self._preferences.keep_words(_NAME, [key for key in self.choices if key in keys])


def heading_words() -> dict[str, str]:
    """Return the words of headings and what they explain (`…-explained`), by column."""
    translate = QCoreApplication.translate
    return {
        "serial": translate("VillageEntries", "No."),
        "opening": translate("VillageEntries", "Opening"),
        "sharing": translate("VillageEntries", "Sharing out"),
        "planned": translate("VillageEntries", "Plan {year}"),
        "closing": translate("VillageEntries", "Closing"),
        "actual": translate("VillageEntries", "Actual"),
        GROUP: translate("VillageEntries", "Unit above"),
        f"{GROUP}-explained": translate(
            "VillageEntries", "The unit the commune stands under in the tables; leave it blank where there is none"
        ),
        "households": translate("VillageEntries", "Households"),
        "poor_opening": translate("VillageEntries", "Poor"),
        "poor_rate_opening": translate("VillageEntries", "Rate (%)"),
        "near_poor_opening": translate("VillageEntries", "Near-poor"),
        "near_poor_rate_opening": translate("VillageEntries", "Near-poor rate (%)"),
        "ethnic_minority_poor": translate("VillageEntries", "Minority poor"),
        "people": translate("VillageEntries", "People"),
        "least": translate("VillageEntries", "Least"),
        "most": translate("VillageEntries", "Most"),
        "fixed": translate("VillageEntries", "Fixed"),
        "assigned": translate("VillageEntries", "Assigned"),
        "reduction": translate("VillageEntries", "Reduction"),
        "reduction_rate": translate("VillageEntries", "% points"),
        "ethnic_minority_reduction": translate("VillageEntries", "Of these minority"),
        "near_poor_reduction": translate("VillageEntries", "Near-poor reduction"),
        "registered": translate("VillageEntries", "Registered"),
        "named": translate("VillageEntries", "Named"),
        "named_difference": translate("VillageEntries", "Difference"),
        "near_poor_registered": translate("VillageEntries", "Near-poor registered"),
        "near_poor_named": translate("VillageEntries", "Near-poor named"),
        "poor_closing": translate("VillageEntries", "Poor"),
        "poor_rate_closing": translate("VillageEntries", "Rate (%)"),
        "near_poor_closing": translate("VillageEntries", "Near-poor"),
        "near_poor_rate_closing": translate("VillageEntries", "Near-poor rate (%)"),
        "reduction_actual": translate("VillageEntries", "Reduction"),
        "percent_of_plan": translate("VillageEntries", "% of plan"),
        "poor_actual": translate("VillageEntries", "Poor"),
        "poor_rate_actual": translate("VillageEntries", "Rate (%)"),
        "near_poor_actual": translate("VillageEntries", "Near-poor"),
        "households-explained": translate("VillageEntries", "All resident households at the time of the review"),
        "poor_opening-explained": translate("VillageEntries", "Poor households at the beginning of the year"),
        "near_poor_opening-explained": translate("VillageEntries", "Near-poor households at the beginning of the year"),
        "ethnic_minority_poor-explained": translate(
            "VillageEntries", "Ethnic-minority households among the poor at the beginning of the year"
        ),
        "people-explained": translate("VillageEntries", "All resident people"),
        "least-explained": translate("VillageEntries", "Sharing out gives at least so many households"),
        "most-explained": translate("VillageEntries", "Sharing out gives at most so many households"),
        "fixed-explained": translate(
            "VillageEntries", "Sharing out gives exactly so many households; F4 fixes the reduction as it stands"
        ),
        "assigned-explained": translate("VillageEntries", "Households assigned by the office above"),
        "reduction-explained": translate(
            "VillageEntries", "Households planned to leave poverty in the year; 2,00 % in points of all households"
        ),
        "reduction_rate-explained": translate("VillageEntries", "Reduction in percent of all resident households"),
        "ethnic_minority_reduction-explained": translate(
            "VillageEntries", "Ethnic-minority households among the reduction"
        ),
        "near_poor_reduction-explained": translate(
            "VillageEntries", "Near-poor households planned to leave the list in the year"
        ),
        "registered-explained": translate("VillageEntries", "Households that registered to leave poverty"),
        "named-explained": translate("VillageEntries", "Length of the list of names; Enter opens it"),
        "named_difference-explained": translate(
            "VillageEntries",
            "Named (registered as long as nobody is named) less the assigned number",
        ),
        "near_poor_registered-explained": translate(
            "VillageEntries", "Households that registered to leave the near-poor list"
        ),
        "near_poor_named-explained": translate(
            "VillageEntries", "Length of the list of near-poor names; Enter opens it"
        ),
        "near_poor_closing-explained": translate("VillageEntries", "Near-poor households left as planned"),
        "reduction_actual-explained": translate(
            "VillageEntries", "Poor households fewer on the closing list than on the opening one"
        ),
        "percent_of_plan-explained": translate("VillageEntries", "Actual reduction in percent of the planned one"),
        "poor_actual-explained": translate("VillageEntries", "Poor households on the list of the closed round"),
    }
