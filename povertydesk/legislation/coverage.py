"""What of the law was checked, against which text and on which day: shown on screen wherever it matters."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal

import msgspec

from povertydesk.legislation.reading import LegislationDataError, Table, read_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from povertydesk.legislation.instruments import InstrumentRegister
    from povertydesk.legislation.standards import Standard

FILE = "coverage.toml"
Topic = Literal[
    "income_lines",
    "average_living_standard",
    "low_income_worker",
    "minimum_deprivations",
    "indicators",
    "thresholds",
    "threshold_details",
    "scoring_form",
    "score_table",
    "classification",
    "article_numbers",
]


class Coverage(msgspec.Struct, frozen=True):
    """One topic of one standard: whether it was verified, up to which day, against which text."""

    standard: str
    topic: Topic
    verified: bool
    checked_on: datetime.date
    against: str
    note: str


class _CoverageTable(Table, frozen=True, kw_only=True):
    standard: str
    topic: Topic
    verified: bool
    checked_on: datetime.date
    against: str
    instruments: list[str]
    note: str = ""


class _CoverageFile(Table, frozen=True):
    item: list[_CoverageTable]


def read_coverage(folder: Path, register: InstrumentRegister, standards: Sequence[Standard]) -> tuple[Coverage, ...]:
    """Read the register of what was checked; one entry for each topic of a standard."""
    known = {standard.id for standard in standards}
    found: dict[tuple[str, str], Coverage] = {}
    for place, item in enumerate(read_file(folder, FILE, _CoverageFile).item):
        key = f"item[{place}]"
        if item.standard not in known:
            raise LegislationDataError(FILE, f"{key}.standard", f"unknown standard {item.standard}")
        if (item.standard, item.topic) in found:
            raise LegislationDataError(FILE, f"{key}.topic", f"{item.topic} of {item.standard} stands twice")
        for instrument in item.instruments:
            if register.get(instrument) is None:
                raise LegislationDataError(FILE, f"{key}.instruments", f"unknown instrument {instrument}")
        found[item.standard, item.topic] = Coverage(
            item.standard, item.topic, item.verified, item.checked_on, item.against, item.note
        )
    return tuple(found.values())
