"""What a receiving office calls its places: communes stand where a commune's own office speaks of villages.

Sentences and labels are written once, for a commune; here they are turned for an office whose lines are communes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from povertydesk.poverty.area import OfficeLevel

if TYPE_CHECKING:
    from collections.abc import Mapping

_TURNED: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    # "Nông thôn" is the countryside, and what a commune's office calls its whole is one line of many here.
    "vi": (
        (re.compile(r"\b([Tt])oàn xã\b"), r"\1oàn địa bàn"),
        (re.compile(r"(?<![Nn]ông )\bthôn\b"), "xã"),
        (re.compile(r"\bThôn\b"), "Xã"),
    ),
    "en": (
        (re.compile(r"\b([Ww])hole commune\b"), r"\1hole area"),
        # Fields keep their names: `{villages} villages` is `{villages} communes`.
        (re.compile(r"(?<!\{)\bvillage(s?)\b(?!\})"), r"commune\1"),
        (re.compile(r"\bVillage(s?)\b"), r"Commune\1"),
    ),
}


def worded_for(level: OfficeLevel, language: str, text: str) -> str:
    """Return a text in the words of an office: as it is written for a commune, turned for a receiving office."""
    if level is OfficeLevel.RECEIVING:
        for written, turned in _TURNED[language]:
            text = written.sub(turned, text)
    return text
