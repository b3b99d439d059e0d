"""Who does something and when: stands with every record and operation."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime


@dataclass(frozen=True, slots=True)
class Authorship:
    """Who does something and when."""

    officer: str
    at: datetime.datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "officer", unicodedata.normalize("NFC", self.officer))

    @property
    def stamp(self) -> str:
        """The moment as it is stored, to the millisecond with the zone."""
        return self.at.isoformat(timespec="milliseconds")
