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
    """One topic of one standard: whether it was verified, up to which day, against which text.

    `word` names the topic; before `unverified_from` nothing of it was in use that was not verified.
    """

    standard: str
    topic: Topic
    word: str
    verified: bool
    unverified_from: datetime.date | None
    checked_on: datetime.date
    against: str
    note: str

    def doubtful_on(self, day: datetime.date) -> bool:
        """Say whether something of it that is in use on a day was not verified."""
        return not self.verified and (self.unverified_from is None or self.unverified_from <= day)


class _CoverageTable(Table, frozen=True, kw_only=True):
    standard: str
    topic: Topic
    verified: bool
    checked_on: datetime.date
    against: str
    instruments: list[str]
    note: str = ""
    unverified_from: datetime.date | None = None


class _TopicTable(Table, frozen=True):
    id: Topic
    word: str


class _CoverageFile(Table, frozen=True):
    topic: list[_TopicTable]
    item: list[_CoverageTable]


def read_coverage(folder: Path, register: InstrumentRegister, standards: Sequence[Standard]) -> tuple[Coverage, ...]:
    """Read the register of what was checked; one entry for each topic of a standard."""
    known = {standard.id for standard in standards}
    file = read_file(folder, FILE, _CoverageFile)
    words = {topic.id: topic.word for topic in file.topic}
    found: dict[tuple[str, str], Coverage] = {}
    for place, item in enumerate(file.item):
        key = f"item[{place}]"
        if item.standard not in known:
            raise LegislationDataError(FILE, f"{key}.standard", f"unknown standard {item.standard}")
        if item.topic not in words:
            raise LegislationDataError(FILE, f"{key}.topic", f"{item.topic} has no word")
        if (item.standard, item.topic) in found:
            raise LegislationDataError(FILE, f"{key}.topic", f"{item.topic} of {item.standard} stands twice")
        for instrument in item.instruments:
            if register.get(instrument) is None:
                raise LegislationDataError(FILE, f"{key}.instruments", f"unknown instrument {instrument}")
        found[item.standard, item.topic] = Coverage(
            standard=item.standard,
            topic=item.topic,
            word=words[item.topic],
            verified=item.verified,
            unverified_from=item.unverified_from,
            checked_on=item.checked_on,
            against=item.against,
            note=item.note,
        )
    return tuple(found.values())
