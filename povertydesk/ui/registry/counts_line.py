"""The foot of the list: how many households it shows, of how many people, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from povertydesk.poverty.official_text import format_count
from povertydesk.poverty.registry_list import Standing
from povertydesk.poverty.status import PovertyStatus
from povertydesk.ui.registry.words import RegistryWords, standing_of

if TYPE_CHECKING:
    from povertydesk.poverty.registry_list import RegistryCounts


class CountsLine(QLabel):
    """Says the counts in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self._words = RegistryWords(self).standings()

    def say(self, counts: RegistryCounts) -> None:
        """Say how many fit the filters; statuses only where any is known, and of how many where some are left out."""
        whole = self.tr("{households} households · {people} people")
        people = format_count(counts.people)
        parts = [whole.replace("{households}", format_count(counts.households)).replace("{people}", people)]
        known = [(standing_of(one), counts.by_status[one]) for one in PovertyStatus if one in counts.by_status]
        unknown = counts.households - sum(count for _, count in known)
        if known and unknown:
            known.append((Standing.UNKNOWN, unknown))
        parts += [f"{self._words[standing].lower()} {format_count(count)}" for standing, count in known]
        if counts.households != counts.registered:
            of_all = self.tr("of {registered} in the registry")
            parts.append(of_all.replace("{registered}", format_count(counts.registered)))
        self.setText(" · ".join(parts))
