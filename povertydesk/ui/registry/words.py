"""The words of the list: its columns, and where a household stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from povertydesk.poverty.registry_list import RegistryColumn, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.status import PovertyStatus


class RegistryWords(QObject):
    """Says them in the language of the screens."""

    def columns(self) -> Mapping[RegistryColumn, str]:
        """Name the columns of the list."""
        return {
            RegistryColumn.CODE: self.tr("Code"),
            RegistryColumn.HEAD: self.tr("Head of household"),
            RegistryColumn.VILLAGE: self.tr("Village"),
            RegistryColumn.PEOPLE: self.tr("People"),
            RegistryColumn.ETHNIC_GROUP: self.tr("Ethnic group"),
            RegistryColumn.ADDRESS: self.tr("Address, phone"),
            RegistryColumn.STATUS: self.tr("Status"),
            RegistryColumn.IN_ROUND: self.tr("Under review"),
        }

    def standings(self) -> Mapping[Standing, str]:
        """Name where a household can stand; what is not known is never "not poor"."""
        return {
            Standing.POOR: self.tr("Poor"),
            Standing.NEAR_POOR: self.tr("Near-poor"),
            Standing.AVERAGE_LIVING_STANDARD: self.tr("Average living standard"),
            Standing.NOT_POOR: self.tr("Not poor"),
            Standing.UNKNOWN: self.tr("Not known"),
            Standing.DRAFT: self.tr("Form not finished"),
            Standing.NOT_IN_ROUND: self.tr("Not in the round"),
        }

    def so_far(self) -> str:
        """Say of a household without a decision what the open round found so far."""
        return self.tr("{status} (so far)")


def standing_of(status: PovertyStatus | None) -> Standing:
    """Return where a household with a status stands."""
    return Standing.UNKNOWN if status is None else Standing(status.value)
