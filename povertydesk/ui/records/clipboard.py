"""Blocks of cells on the clipboard, as Excel and LibreOffice write them: tabs between cells, a line a row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Block = list[list[str]]

# A quoted cell ends at a quote before a tab or a line's end; a cell that merely begins with a quote stays as it is.
_CELL = re.compile(r'"((?:[^"]++|"")*+)"(?=[\t\n]|\Z)|([^\t\n]*)')
_NEEDS_QUOTES = re.compile(r"[\t\n\r]")


def read_block(text: str) -> Block:
    """Read the rows and cells of a clipboard text; quoted cells may hold line breaks, the closing one ends no row.

    The rows of a block from a spreadsheet are equally long; merged cells come as one text and blanks.
    """
    lines = text.rstrip("\0").replace("\r\n", "\n").replace("\r", "\n")
    lines = lines.removesuffix("\n")
    if '"' not in lines:
        return [line.split("\t") for line in lines.split("\n")]
    return _read_quoted(lines)


def write_block(rows: Iterable[Iterable[str]]) -> str:
    """Write rows of cells for the clipboard; a cell with a tab or line break stands in quotes."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def _read_quoted(lines: str) -> Block:
    block: Block = [[]]
    position = 0
    while True:
        match = _CELL.match(lines, position)
        if match is None:  # pragma: no cover - the second alternative matches everywhere
            break
        quoted, plain = match.groups()
        if quoted is None:
            block[-1].append(plain)
        else:
            block[-1].append(quoted.replace('""', '"') if _meant_as_quotes(quoted) else match.group())
        position = match.end()
        if position == len(lines):
            break
        if lines[position] == "\n":
            block.append([])
        position += 1
    return block


def _meant_as_quotes(inner: str) -> bool:
    """Excel quotes a cell only for what would break the block; `"Phú Lộc"` alone is text with quotes in it."""
    return '""' in inner or _NEEDS_QUOTES.search(inner) is not None


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell
