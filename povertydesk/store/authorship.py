"""Who does something and when: stands with every record and operation."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime


class Authorship:
    """Who does something and when."""

    __slots__ = ("at", "officer")

    def __init__(self, officer: str, at: datetime.datetime) -> None:
        """Take the officer's name in NFC and the moment with its zone."""
        self.officer = unicodedata.normalize("NFC", officer)
        self.at = at

    @property
    def stamp(self) -> str:
        """The moment as it is stored, to the millisecond with the zone."""
        return self.at.isoformat(timespec="milliseconds")
