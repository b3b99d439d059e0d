"""The sentences of refusals and findings, so that screens, command line and papers say the same words."""

from __future__ import annotations

import string
import tomllib
from typing import TYPE_CHECKING

from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.language import DEFAULT_LANGUAGE
from povertydesk.poverty.office_words import worded_for
from povertydesk.poverty.official_text import format_count, format_rate
from povertydesk.poverty.problems import Finding, KnownError, Place, Value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NUMBERS_THAT_NAME = frozenset({"column", "number", "operation", "position", "row", "year"})
"""Fields whose number names a thing and counts nothing: the year 2023 and row 1518 take no dots."""

_COLUMNS = frozenset({"column", "columns", "trait"})
"""Fields by which a sentence names the column that it speaks of."""

_WORDED = {
    "table": "table",
    "parent": "table",
    "status": "status-word",
    "declared": "status-word",
    "found": "status-word",
    "trait": "column",
    "counted": "counted",
}
"""Fields that hold a code with words of its own: one of the file's tables (`table-village-year`), a status,
a field of households, households or people."""


class Messages:
    """The catalogue of one language: code to sentence with named fields.

    A file groups its sentences by room (`[store]`, `[targets]`, …) for the reader; codes are unique over all rooms.
    """

    def __init__(self, language: str, sentences: Mapping[str, str], place_words: Mapping[str, str]) -> None:
        """Hold the sentences and the words that name a place (`row = "dòng {row}"`)."""
        self.language = language
        self._sentences = dict(sentences)
        self._place_words = dict(place_words)

    @classmethod
    def load(cls, folder: Path, language: str = DEFAULT_LANGUAGE) -> Messages:
        """Read `<folder>/<language>.toml`; a code that stands twice is a mistake in the file and raises ValueError."""
        groups = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
        place_words = groups.pop("place")
        sentences: dict[str, str] = {}
        for group in groups.values():
            for code, sentence in group.items():
                if code in sentences:
                    message = f"{language}.toml: the code {code} stands twice"
                    raise ValueError(message)
                sentences[code] = sentence
        return cls(language, sentences, place_words)

    def for_level(self, level: OfficeLevel) -> Messages:
        """Return the catalogue in the words of an office: at a receiving office places are communes."""
        if level is OfficeLevel.COMMUNE:
            return self
        words = (
            {code: worded_for(level, self.language, text) for code, text in texts.items()}
            for texts in (self._sentences, self._place_words)
        )
        return Messages(self.language, *words)

    @property
    def codes(self) -> frozenset[str]:
        """Every code that has a sentence."""
        return frozenset(self._sentences)

    def fields(self, code: str) -> frozenset[str]:
        """Return the names of the fields that the sentence of a code shows."""
        return frozenset(name for _, name, _, _ in string.Formatter().parse(self._sentences[code]) if name)

    def sentence(self, code: str, values: Mapping[str, Value] | None = None) -> str:
        """Return the sentence of a code with its values written as an office writes them."""
        written = {name: self._written(name, value) for name, value in (values or {}).items()}
        return self._sentences[code].format(**written)

    def of_error(self, error: KnownError) -> str:
        """Return the sentence of a refusal."""
        return self.sentence(error.code, error.values)

    def of_operation(self, name: str, values: Mapping[str, Value]) -> str:
        """Name an operation in words; one that only a newer version of the program knows keeps its code."""
        try:
            return self.sentence(f"operation-{name}", values)
        except KeyError:
            return name

    def of_finding(self, finding: Finding) -> str:
        """Return the sentence of a finding without its place."""
        return self.sentence(finding.code, finding.values)

    def of_place(self, place: Place) -> str:
        """Name a place in words: `trang tính "Thôn", dòng 7, cột "Hộ nghèo"`."""
        parts = place._replace(field=self._field(place.field)).parts()
        return ", ".join(self._place_words[name].format(**{name: value}) for name, value in parts)

    def of_located(self, finding: Finding) -> str:
        """Return the sentence of a finding behind its place; a village or column it names stands there only."""
        named, where = self.fields(finding.code), finding.place
        if "village" in named:
            where = where._replace(village=None)
        if named & _COLUMNS:
            where = where._replace(field=None)
        place = self.of_place(where)
        sentence = self.of_finding(finding)
        return f"{place}: {sentence}" if place else sentence

    def written(self, value: Value) -> str:
        """Write a value that counts as an office writes it."""
        return self._written("", value)

    def _field(self, field: str | None) -> str | None:
        """Name a field by the words that its code has, else as it stands."""
        return self._sentences.get(f"field-{field.replace('_', '-')}", field) if field is not None else None

    def _written(self, name: str, value: Value) -> str:
        if value is None:
            return ""
        if isinstance(value, str):
            if name == "village" and not value:
                return self._sentences.get("total-line", value)
            worded = _WORDED.get(name)
            return self._sentences.get(f"{worded}-{value.replace('_', '-')}", value) if worded else value
        if isinstance(value, int):
            if name in _NUMBERS_THAT_NAME:
                return str(value)
            return format_count(value) if self.language == "vi" else f"{value:,}"
        return format_rate(value) if self.language == "vi" else f"{value:,.2f}"
