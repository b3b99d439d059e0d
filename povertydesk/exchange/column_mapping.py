"""A mapping of columns written by hand (`--map`): read from TOML, with a sentence for each thing that can be wrong."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import msgspec

from povertydesk.exchange.household_columns import GivenMapping, Layout
from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from pathlib import Path

_LINE = re.compile(r"at line (\d+)")
_LAYOUTS = tuple(layout.value for layout in Layout)


def load_mapping(path: Path) -> GivenMapping:
    """Read a mapping; whether its sheet, fields and columns exist is said when a workbook is read with it.

    Raises KnownError `mapping-missing`, `mapping-not-toml` with the line, `mapping-key-unknown`,
    `mapping-layout-unknown`, `mapping-value-wrong` and `mapping-without-name`.
    """
    try:
        written = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnownError("mapping-not-toml", file=path.name, line=1) from error
    except OSError as error:
        raise KnownError("mapping-missing", file=str(path)) from error
    try:
        document = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        at = _LINE.search(str(error))
        line = int(at[1]) if at is not None else written.count("\n") + 1
        raise KnownError("mapping-not-toml", file=path.name, line=line) from error
    _check(path.name, document)
    return msgspec.convert(document, GivenMapping)


def _check(file: str, document: dict[str, Any]) -> None:
    for name, value in document.items():
        if name not in GivenMapping.__struct_fields__:
            raise KnownError("mapping-key-unknown", file=file, name=name)
        expected = {"columns": dict, "header_row": int}.get(name, str)
        if type(value) is not expected:
            raise KnownError("mapping-value-wrong", file=file, name=name)
    if document.get("layout", _LAYOUTS[0]) not in _LAYOUTS:
        raise KnownError("mapping-layout-unknown", file=file, layout=document["layout"])
    for name, value in document.get("columns", {}).items():
        if not isinstance(value, str) or not value.strip():
            raise KnownError("mapping-value-wrong", file=file, name=name)
    if "columns" not in document:
        raise KnownError("mapping-without-name")
