"""A second look at an .xlsx or .xlsm workbook for cells without a value that are not blank.

They show an error, or hold a formula that was never calculated; the library that reads workbooks returns
both as empty cells.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers import expat

from povertydesk.poverty.vietnamese import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

_WORKBOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_CHUNK = 1 << 16
_LONGEST_ERROR = 24
# Anything else that may stand for them, such as another encoding of the letters, is read cell by cell.
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
_FORMULA_TRACES = (b"<f", b":f")
_ERROR = re.compile(rb"=\s*[\"']\s*e")
_ESCAPED_IN_TAG = re.compile(rb"<[^<>&]*&#")
_LONGEST_TRACE = 128
_LAST_ROW, _LAST_COLUMN = 1 << 20, 1 << 14
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    expat.ExpatError,
    EOFError,
    LookupError,
    ValueError,
    RuntimeError,
)


class DamagedWorkbookError(Exception):
    """The package cannot be read, or has declarations that no workbook has."""


@dataclass(frozen=True, slots=True)
class FaultyCell:
    """A cell that shows an error (`#REF!`), or holds a formula that was never calculated: no text."""

    text: str = ""


def find_faulty_cells(path: Path, sheets: Collection[str]) -> Mapping[str, Mapping[tuple[int, int], FaultyCell]]:
    """Find the faulty cells of these sheets by row and column from nought; none where the format does not tell.

    Raises DamagedWorkbookError.
    """
    if not zipfile.is_zipfile(path):
        return {}
    try:
        with zipfile.ZipFile(path) as package:
            parts = {_plain(name): name for name in package.namelist()}
            if _WORKBOOK not in parts or _LINKS not in parts:
                return {}
            places = _sheet_parts(package, parts)
            return {
                name: _faulty_cells_of(package, part) if _may_hold_faults(package, part) else {}
                for name in sheets
                for part in (parts[places[name]],)
            }
    except _DAMAGE as error:
        raise DamagedWorkbookError from error


def _sheet_parts(package: zipfile.ZipFile, parts: Mapping[str, str]) -> dict[str, str]:
    """Return the part of the package that holds each sheet, by the sheet's name."""
    links: dict[str, str] = {}
    named: dict[str, str] = {}

    def link(tag: str, given: Mapping[str, str]) -> None:
        if tag == "Relationship":
            target = given["Target"]
            links[given["Id"]] = _plain(target.lstrip("/") if target.startswith("/") else f"xl/{target}")

    def sheet(tag: str, given: Mapping[str, str]) -> None:
        if tag == "sheet":
            named[given["name"]] = next(value for key, value in given.items() if key.endswith(":id"))

    _read(package, parts[_LINKS], link)
    _read(package, parts[_WORKBOOK], sheet)
    return {name: links[key] for name, key in named.items() if key in links}


class _CellReader:
    """Follows the cells of one sheet; a row or cell without its own place stands after the one before."""

    def __init__(self) -> None:
        self.found: dict[tuple[int, int], FaultyCell] = {}
        self._row = self._column = -1
        self._kind = ""
        self._formula = self._in_value = False
        self._value = ""

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == "row":
            self._row = int(given["r"]) - 1 if "r" in given else self._row + 1
            self._column = -1
        elif tag == "c":
            self._row, self._column = _position(given["r"]) if "r" in given else (self._row, self._column + 1)
            self._kind, self._formula, self._value = given.get("t", ""), False, ""
        elif tag == "f":
            self._formula = True
        self._in_value = tag == "v"

    def text(self, text: str) -> None:
        if self._in_value and len(self._value) < _LONGEST_ERROR:
            self._value += text

    def end(self, tag: str) -> None:
        self._in_value = False
        if tag != "c" or not (0 <= self._row < _LAST_ROW and 0 <= self._column < _LAST_COLUMN):
            return
        value = clean_line(self._value)
        if self._kind == "e":
            self.found[self._row, self._column] = FaultyCell(value[:_LONGEST_ERROR] or "#")
        # A formula whose result is an empty text was calculated.
        elif self._formula and not value and self._kind != "str":
            self.found[self._row, self._column] = FaultyCell()


def _may_hold_faults(package: zipfile.ZipFile, part: str) -> bool:
    """Whether a sheet has a formula or an error at all: most lists have none, and need no reading cell by cell.

    Raises what reading a part does: the whole of it must be sound.
    """
    found = False
    before = b""

    def look(piece: bytes) -> None:
        nonlocal found, before
        if not found:
            seen = before + piece
            escaped = b"&#" in seen and _ESCAPED_IN_TAG.search(seen) is not None
            formula = any(trace in seen for trace in _FORMULA_TRACES) and _FORMULA.search(seen) is not None
            found = escaped or formula or b"\x00" in seen or _ERROR.search(seen) is not None
        before = piece[-_LONGEST_TRACE:]

    _read(package, part, None, look=look)
    return found


def _faulty_cells_of(package: zipfile.ZipFile, part: str) -> dict[tuple[int, int], FaultyCell]:
    reader = _CellReader()
    _read(package, part, reader.start, reader.end, reader.text)
    return reader.found


def _read(
    package: zipfile.ZipFile,
    part: str,
    start: Callable[[str, Mapping[str, str]], None] | None,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
    look: Callable[[bytes], None] | None = None,
) -> None:
    """Read a part piece by piece. What comes from outside may declare no entities, so none is ever expanded."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_declarations
    if start is not None:
        parser.StartElementHandler = lambda tag, given: start(tag.rpartition(":")[2], given)
    if end is not None:
        parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    parser.CharacterDataHandler = text
    with package.open(part) as stream:
        while piece := stream.read(_CHUNK):
            if look is not None:
                look(piece)
            parser.Parse(piece, False)
        parser.Parse(b"", True)


def _refuse_declarations(*_declared: object) -> None:
    message = "a workbook declares no document type"
    raise ValueError(message)


def _plain(name: str) -> str:
    return name.replace("\\", "/").casefold()


def _position(reference: str) -> tuple[int, int]:
    """Read `AB12` as row and column from nought."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(reference[len(letters) :]) - 1, column - 1
