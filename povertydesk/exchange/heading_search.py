"""Finding the line of headings in an office's table, and which column holds what.

Headings may stand on one to three lines. A heading over several columns ("Hộ nghèo" over "Số hộ" and "Tỷ lệ") is
read together with the one below it. A column is taken only where its words are known: what is under a heading the
program does not know ("Dự kiến" over "Số hộ") stays out, since a guess would put plans in the place of results.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.workbook import column_letter
from povertydesk.poverty.problems import KnownError, Place
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from povertydesk.exchange.workbook import Sheet

_ROWS_SEARCHED = 30
_DEEPEST = 3
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_YEAR = re.compile(r"(?: nam)?(?: 20\d\d)?$")
_RATE = "ty le"
_LABEL = re.compile(r"\(?(?:[^\W\d_]|(\d{1,2}))\)?(?:\s*=.*)?")


class HeadingWords:
    """The words columns are known by, best first, and the headings over others that add no meaning.

    `subject` is the field that names a row; of several such columns the one with the better title is taken.
    """

    def __init__(
        self,
        columns: Mapping[str, Sequence[str]],
        neutral: Sequence[str],
        subject: str,
        rates: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> None:
        """Take titles by field; case, accents and what stands in brackets do not matter.

        `rates` are the titles of columns in percent; without them such columns are never taken.
        """
        self.subject = subject
        self._ranks = _ranks(columns)
        self._rates = _ranks(rates)
        self._neutral = {_without_year(_plain(title)) for title in neutral}

    def known(self, titles: Sequence[str]) -> tuple[str, int] | None:
        """Return field and rank of a heading with those over it; one that adds no meaning may be left out."""
        in_percent = any("%" in title for title in titles)
        written = [_plain(title.replace("%", " ")) for title in titles]
        if self._rates and (in_percent or any(_RATE in title for title in written)):
            return self._rates.get(" ".join(" ".join(written).split()))
        if in_percent:
            return None
        meaning = [title for title in written if _without_year(title) not in self._neutral]
        return self._ranks.get(" ".join(written)) or self._ranks.get(" ".join(meaning))


class _KnownColumn(NamedTuple):
    field: str
    rank: int
    column: int


@dataclass(frozen=True, slots=True)
class Heading:
    """The headings of one table: where they stand, the first line below them, and the column of each field."""

    sheet: Sheet
    title_row: int
    first_row: int
    columns: Mapping[str, int]

    @property
    def worth(self) -> tuple[int, int]:
        """How much of the table this reading finds: its columns, and how far down it reaches."""
        return len(self.columns), self.first_row

    def place(self, row: int, field: str) -> Place:
        """Name a cell as Excel does, its column with its heading."""
        column = self.columns[field]
        titles = (self.sheet.text(line, column) for line in range(self.first_row - 1, self.title_row - 1, -1))
        title = next((title for title in titles if title), "")
        return Place(sheet=self.sheet.name, row=row + 1, column=f"{column_letter(column)} – {title}")


def find_heading(sheets: Sequence[Sheet], words: HeadingWords, file: str) -> Heading:
    """Find the one table with known headings.

    Refused where there is none, where two sheets hold one alike, or where two columns mean the same.
    """
    found = [heading for sheet in sheets if (heading := best_heading(sheet, words)) is not None]
    if not found:
        raise KnownError("workbook-without-headings", file=file)
    most = max(len(heading.columns) for heading in found)
    best, *others = (heading for heading in found if len(heading.columns) == most)
    if others:
        alike = ", ".join(f"“{heading.sheet.name}”" for heading in (best, *others))
        raise KnownError("workbook-two-tables", file=file, sheets=alike)
    _require_one_column_each(best, words, file)
    return best


def is_number_row(sheet: Sheet, row: int) -> bool:
    """Say whether a line only numbers the columns: `A, B, 1, 2, 3`, also `(1)` and `3=2/1×100`."""
    labels = [_LABEL.fullmatch(text) for column in range(_width(sheet, row, 1)) if (text := sheet.text(row, column))]
    if len(labels) < 2 or None in labels:
        return False
    numbers = [int(label[1]) for label in labels if label and label[1]]
    return not numbers or numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def best_heading(sheet: Sheet, words: HeadingWords) -> Heading | None:
    """Find a sheet's reading with the most columns; among equal ones the one that reaches down to the last heading."""
    best: Heading | None = None
    for row in range(min(len(sheet.rows), _ROWS_SEARCHED)):
        for depth in range(1, _DEEPEST + 1):
            columns: dict[str, int] = {}
            for known in _known_columns(sheet, row, depth, words):
                columns.setdefault(known.field, known.column)
            enough = words.subject in columns and len(columns) > 1
            reading = Heading(sheet, row, row + depth, columns)
            if enough and (best is None or reading.worth > best.worth):
                best = reading
    return best


def _known_columns(sheet: Sheet, row: int, depth: int, words: HeadingWords) -> list[_KnownColumn]:
    """List the columns whose headings are known, best titles first."""
    found = []
    for column in range(_width(sheet, row, depth)):
        known = words.known(column_titles(sheet, row, depth, column))
        if known is not None:
            found.append(_KnownColumn(*known, column))
    return sorted(found, key=lambda one: (one.rank, one.column))


def without_doubtful(heading: Heading, words: HeadingWords) -> Heading:
    """Leave the columns out of which several have one meaning: nobody can say which of them holds the figures."""
    doubtful = {one.field for pair in _alike(heading, words) for one in pair}
    return replace(heading, columns={name: at for name, at in heading.columns.items() if name not in doubtful})


def _require_one_column_each(heading: Heading, words: HeadingWords, file: str) -> None:
    for pair in _alike(heading, words):
        first, second = (column_letter(column) for column in sorted(one.column for one in pair))
        raise KnownError("workbook-column-twice", file=file, sheet=heading.sheet.name, first=first, second=second)


def _alike(heading: Heading, words: HeadingWords) -> Iterator[tuple[_KnownColumn, _KnownColumn]]:
    """Go through the pairs of columns that mean the same; of those that name a row the better title is taken."""
    depth = heading.first_row - heading.title_row
    seen: dict[str, _KnownColumn] = {}
    for known in _known_columns(heading.sheet, heading.title_row, depth, words):
        before = seen.setdefault(known.field, known)
        narrower = known.field == words.subject and before.rank < known.rank
        if before is not known and not narrower:
            yield before, known


def _ranks(columns: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, int]]:
    return {_plain(title): (field, rank) for field, titles in columns.items() for rank, title in enumerate(titles)}


def _plain(title: str) -> str:
    return fold(_IN_BRACKETS.sub(" ", title)).strip(" .:;*-")


def _without_year(title: str) -> str:
    return _YEAR.sub("", title).strip()


def column_titles(sheet: Sheet, row: int, depth: int, column: int) -> list[str]:
    """List the headings of a column from the widest down; empty where the lowest line says nothing of its own."""
    own = [sheet.text(row + line, column) for line in range(depth)]
    lowest = max((line for line in range(depth) if own[line]), default=None)
    if lowest is None:
        return []
    above = [own[line] or _reaching(sheet, row, depth, line, column) for line in range(lowest)]
    return [title for title in (*above, own[lowest]) if title]


def _reaching(sheet: Sheet, row: int, depth: int, line: int, column: int) -> str:
    """Return the heading that reaches over a column from its left: merged over it, or with others below it."""
    for start in range(column - 1, -1, -1):
        title = sheet.text(row + line, start)
        if not title:
            continue
        width = sheet.merged_width(row + line, start)
        if width is not None:
            return title if start + width > column else ""
        divided = any(sheet.text(below, start) for below in range(row + line + 1, row + depth))
        return title if divided else ""
    return ""


def _width(sheet: Sheet, row: int, depth: int) -> int:
    return max((len(cells) for cells in sheet.rows[row : row + depth]), default=0)
