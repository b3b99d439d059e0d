"""Reading the law's files: TOML in, checked records out, or an error that names file and key.

Nothing is guessed: an unknown key, a missing `until`, a text that is not NFC or a key that stands twice stops the file.
"""

from __future__ import annotations

import datetime
import re
import tomllib
import unicodedata
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")

_LINE_NUMBER = re.compile(r"at line (\d+)")
_PATH = re.compile(r" - at `\$\.?(?P<path>[^`]*)`")
_UNKNOWN_FIELD = re.compile(r"unknown field `(?P<field>[^`]*)`")
_MISSING_FIELD = re.compile(r"missing required field `(?P<field>[^`]*)`")


class LegislationDataError(Exception):
    """A file of the law breaks its form or contradicts itself; nobody is judged by it until it is mended."""

    def __init__(self, file: str, key: str, problem: str) -> None:
        """Name the file, the key inside it and what is wrong there."""
        super().__init__(f"{file}: {key}: {problem}")
        self.file = file
        self.key = key
        self.problem = problem


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a file; a key that it does not name is refused."""


class Until:
    """The last day of a value; `open` must be written where the law sets none."""

    __slots__ = ("day",)

    def __init__(self, day: datetime.date | None) -> None:
        """Hold the last day, or None for `open`."""
        self.day = day


class SourceTable(Table, frozen=True):
    """`source = { instrument, article }`."""

    instrument: str
    article: str


class PeriodTable(Table, frozen=True, kw_only=True):
    """What holds for some days only: `from` and `until`, both written."""

    first: datetime.date = msgspec.field(name="from")
    until: Until


class DatedTable(PeriodTable, frozen=True, kw_only=True):
    """What every dated value must say: its days, its source, and whether it was verified."""

    source: SourceTable
    verified: bool


def read_file(folder: Path, name: str, kind: type[T]) -> T:
    """Read `folder/name` as records of `kind`; raises LegislationDataError naming the file and the key."""
    try:
        text = (folder / name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise LegislationDataError(name, "file", "the file is missing") from error
    except UnicodeDecodeError as error:
        raise LegislationDataError(name, f"byte {error.start}", "the file is not UTF-8") from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LegislationDataError(name, _key_in_text(text, str(error)), str(error)) from error
    if not unicodedata.is_normalized("NFC", text):
        raise LegislationDataError(name, _first_not_nfc(data) or "comment", "the text is not in NFC")
    try:
        return msgspec.convert(data, type=kind, dec_hook=_from_toml)
    except msgspec.ValidationError as error:
        raise LegislationDataError(name, _key_of(str(error)), str(error)) from error


def _from_toml(kind: type, value: Any) -> Any:
    if kind is Until and value == "open":
        return Until(None)
    if kind is Until and isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return Until(value)
    message = "Expected a date or the word `open`"
    raise ValueError(message)


def _key_of(message: str) -> str:
    path = _PATH.search(message)
    field = _UNKNOWN_FIELD.search(message) or _MISSING_FIELD.search(message)
    parts = [path["path"] if path else "", field["field"] if field else ""]
    return ".".join(part for part in parts if part) or "file"


def _key_in_text(text: str, message: str) -> str:
    found = _LINE_NUMBER.search(message)
    if found is None:
        return "end of file"
    number = int(found[1])
    line = text.splitlines()[number - 1] if number <= len(text.splitlines()) else ""
    return f"line {number} ({line.partition('=')[0].strip()})"


def _first_not_nfc(value: Any, path: str = "") -> str | None:
    if isinstance(value, str):
        return None if unicodedata.is_normalized("NFC", value) else path
    children: list[tuple[str, Any]] = []
    if isinstance(value, dict):
        for key, child in value.items():
            if not unicodedata.is_normalized("NFC", key):
                return f"{path}.{key}".lstrip(".")
            children.append((f"{path}.{key}".lstrip("."), child))
    elif isinstance(value, list):
        children = [(f"{path}[{place}]", child) for place, child in enumerate(value)]
    for child_path, child in children:
        found = _first_not_nfc(child, child_path)
        if found is not None:
            return found
    return None
