"""The choice of the region, which decides the column of the score tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from povertydesk.poverty.area import Region
from povertydesk.ui.fields.choice import Choice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def region_name(region: Region) -> str:
    """Name a region in the language of the screens."""
    translate = QCoreApplication.translate
    return {
        Region.RED_RIVER_DELTA: translate("RegionChoice", "Red River Delta"),
        Region.NORTHERN_MIDLANDS_AND_MOUNTAINS: translate("RegionChoice", "Northern midlands and mountains"),
        Region.NORTH_CENTRAL_AND_CENTRAL_COAST: translate("RegionChoice", "North Central and Central Coast"),
        Region.CENTRAL_HIGHLANDS: translate("RegionChoice", "Central Highlands"),
        Region.SOUTHEAST: translate("RegionChoice", "Southeast"),
        Region.MEKONG_DELTA: translate("RegionChoice", "Mekong Delta"),
    }[region]


class RegionChoice(Choice):
    """The six regions; none is chosen until the clerk chooses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the choice with nothing chosen."""
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Choose…"))
        for region in Region:
            self.addItem(region_name(region), region.value)
        self.show_region(None)

    @property
    def region(self) -> Region | None:
        """The chosen region."""
        value = self.currentData()
        return Region(value) if value else None

    def show_region(self, region: Region | None) -> None:
        """Choose a region, or none."""
        self.setCurrentIndex(-1 if region is None else self.findData(region.value))
