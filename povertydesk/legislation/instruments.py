"""The register of legal instruments: what may be cited, since when it is in force, how a paper names it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal

import msgspec

from povertydesk.legislation.dated import Period, period_of
from povertydesk.legislation.reading import LegislationDataError, PeriodTable, Table, read_file
from povertydesk.poverty.official_text import official_date
from povertydesk.poverty.status import Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from povertydesk.legislation.reading import SourceTable

FILE = "instruments.toml"
Confidence = Literal["high", "medium", "low"]


class Instrument(msgspec.Struct, frozen=True):
    """A law, decree, decision or circular, with its official title and the days it is known to be in force.

    `rank` is its place in the order of legal bases; `issued_on` is None where only the year is known.
    """

    id: str
    kind: str
    kind_word: str
    rank: int
    number: str
    issuer: str
    issued_on: datetime.date | None
    in_force: Period
    title: str
    short_name: str
    title_verified: bool
    dates_verified: bool
    confidence: Confidence
    legal_basis: bool
    note: str

    @property
    def citation(self) -> str:
        """The full name for the legal bases of a paper (Decree 30/2020: laws by name, others by number and issuer)."""
        day = [official_date(self.issued_on)] if self.issued_on else []
        if self.kind == "law":
            return " ".join([self.kind_word, self.title, *day])
        return " ".join([self.kind_word, "số", self.number, *day, "của", self.issuer, self.title])


class InstrumentTable(PeriodTable, frozen=True, kw_only=True):
    """`[[instrument]]`, in the national register and in a province's file."""

    id: str
    kind: str
    number: str
    issuer: str
    title: str
    short_name: str
    title_verified: bool
    dates_verified: bool
    confidence: Confidence
    legal_basis: bool
    issued_on: datetime.date | None = None
    note: str = ""


class _KindTable(Table, frozen=True):
    id: str
    word: str


class _RegisterTable(Table, frozen=True):
    kind: list[_KindTable]
    instrument: list[InstrumentTable]


class InstrumentRegister:
    """The instruments by id, with the kinds in the order of their rank."""

    def __init__(self, instruments: Sequence[Instrument], kind_words: Mapping[str, str]) -> None:
        """Hold the instruments and the word of each kind, highest rank first."""
        self._by_id = {instrument.id: instrument for instrument in instruments}
        self._kind_words = dict(kind_words)

    @classmethod
    def read(cls, folder: Path) -> InstrumentRegister:
        """Read the national register."""
        table = read_file(folder, FILE, _RegisterTable)
        words: dict[str, str] = {}
        for place, kind in enumerate(table.kind):
            if kind.id in words:
                raise LegislationDataError(FILE, f"kind[{place}].id", f"{kind.id} stands twice")
            words[kind.id] = kind.word
        return cls((), words).extended(FILE, table.instrument)

    @property
    def all(self) -> tuple[Instrument, ...]:
        """Every instrument in the order of legal bases: by rank, then by date of issue."""
        latest = datetime.date.max
        return tuple(sorted(self._by_id.values(), key=lambda one: (one.rank, one.issued_on or latest, one.number)))

    def get(self, instrument_id: str) -> Instrument | None:
        """Return an instrument by its id."""
        return self._by_id.get(instrument_id)

    def source(self, file: str, key: str, table: SourceTable) -> Source:
        """Return the source that a table names; raises LegislationDataError for an instrument nobody registered."""
        if table.instrument not in self._by_id:
            raise LegislationDataError(file, f"{key}.source.instrument", f"unknown instrument {table.instrument}")
        if not table.article.strip():
            raise LegislationDataError(file, f"{key}.source.article", "the article is not named")
        return Source(table.instrument, table.article)

    def extended(self, file: str, tables: Sequence[InstrumentTable]) -> InstrumentRegister:
        """Return a register with further instruments, as a province's file brings its own resolution."""
        found = dict(self._by_id)
        ranks = list(self._kind_words)
        for place, table in enumerate(tables):
            key = f"instrument[{place}]"
            if table.id in found:
                raise LegislationDataError(file, f"{key}.id", f"{table.id} stands twice")
            if table.kind not in self._kind_words:
                raise LegislationDataError(file, f"{key}.kind", f"unknown kind {table.kind}")
            if table.legal_basis and table.issued_on is None:
                raise LegislationDataError(file, f"{key}.issued_on", "a legal basis needs its date of issue")
            found[table.id] = Instrument(
                id=table.id,
                kind=table.kind,
                kind_word=self._kind_words[table.kind],
                rank=ranks.index(table.kind),
                number=table.number,
                issuer=table.issuer,
                issued_on=table.issued_on,
                in_force=period_of(file, key, table),
                title=table.title,
                short_name=table.short_name,
                title_verified=table.title_verified,
                dates_verified=table.dates_verified,
                confidence=table.confidence,
                legal_basis=table.legal_basis,
                note=table.note,
            )
        return InstrumentRegister(tuple(found.values()), self._kind_words)
