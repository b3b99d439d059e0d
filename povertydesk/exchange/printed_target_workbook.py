"""A target grid in an office's workbook, taken as it is printed: opening, reduction, closing, their rates and totals.

Nothing is computed here. A figure that cannot be read is left out and told; the villages of the same workbook are read
elsewhere, so nothing here refuses them.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from povertydesk.exchange.heading_search import HeadingWords, best_heading, is_number_row, without_doubtful
from povertydesk.exchange.village_workbook import names_total
from povertydesk.exchange.workbook import cell_figure, cell_text, read_sheets
from povertydesk.poverty.number_reading import BEYOND_ANY_COUNT, ColumnKind, decide_style
from povertydesk.poverty.printed_target import PRINTED_COUNTS, PRINTED_RATES, PrintedGrid, PrintedTarget
from povertydesk.poverty.problems import Finding, KnownError, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from povertydesk.exchange.heading_search import Heading
    from povertydesk.exchange.village_workbook import VillageWorkbookWords
    from povertydesk.exchange.workbook import Cell
    from povertydesk.poverty.number_reading import NumberStyle

_PLACE = "place"
_OF_A_PLAN = frozenset({"reduction", "reduction_rate", "poor_closing", "poor_rate_closing"})


class PrintedTargetWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The headings of printed target grids: groups over columns, and what stands in or under them."""

    opening: tuple[str, ...]
    closing: tuple[str, ...]
    reduction: tuple[str, ...]
    in_year: tuple[str, ...]
    households: tuple[str, ...]
    poor: tuple[str, ...]
    poor_rate: tuple[str, ...]
    reduction_count: tuple[str, ...]
    reduction_rate: tuple[str, ...]
    ethnic_minority: tuple[str, ...]
    registered: tuple[str, ...]


class PrintedBook(NamedTuple):
    """The grid of a workbook, and which of its figures could not be read."""

    grid: PrintedGrid
    findings: tuple[Finding, ...]


def load_printed_words(path: Path) -> PrintedTargetWords:
    """Read the headings the program recognises; a file that offices broke in editing is refused."""
    try:
        return msgspec.toml.decode(path.read_text(encoding="utf-8"), type=PrintedTargetWords)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise KnownError("template-broken", file=path.name, detail=str(error)) from error


def read_printed_targets(
    path: Path, words: PrintedTargetWords, villages: VillageWorkbookWords, year: int
) -> PrintedBook | None:
    """Read the target grid of a year that a workbook holds; None where it has no column of a plan."""
    known = _heading_words(words, villages, year)
    found = [heading for sheet in read_sheets(path) if (heading := best_heading(sheet, known)) is not None]
    certain = [without_doubtful(heading, known) for heading in found]
    planned = [one for one in certain if _PLACE in one.columns and _OF_A_PLAN & one.columns.keys()]
    if not planned:
        return None
    reader = _Reader(max(planned, key=lambda heading: heading.worth), villages)
    rows = tuple(reader.lines(totals=False))
    if not rows:
        return None
    totals = tuple(reader.lines(totals=True))
    # Where parts have totals of their own, the last one is of all.
    return PrintedBook(PrintedGrid(rows, totals[-1] if totals else None), tuple(reader.findings))


def _heading_words(words: PrintedTargetWords, villages: VillageWorkbookWords, year: int) -> HeadingWords:
    def dated(titles: Iterable[str]) -> list[str]:
        return [title.replace("{year}", str(year)).replace("{before}", str(year - 1)) for title in titles]

    opening, closing = dated(words.opening), dated(words.closing)
    leaving = [" ".join(pair) for pair in product(words.reduction, dated(words.in_year))]
    counts = {
        _PLACE: villages.columns["village"],
        "households": _together(opening, words.households),
        "poor_opening": _together(opening, words.poor),
        "reduction": _together(leaving, words.reduction_count),
        "ethnic_minority_reduction": _together(leaving, words.ethnic_minority),
        "registered": words.registered,
        "households_closing": _together(closing, words.households),
        "poor_closing": _together(closing, words.poor),
    }
    rates = {
        "poor_rate_opening": _together(opening, words.poor_rate),
        "reduction_rate": _together(leaving, words.reduction_rate),
        "poor_rate_closing": _together(closing, words.poor_rate),
    }
    return HeadingWords(counts, (), subject=_PLACE, rates=rates)


def _together(groups: Sequence[str], titles: Sequence[str]) -> list[str]:
    """Write every group with every title, over it or within it, in the order of the lists."""
    pairs = list(product(groups, titles))
    written = [f"{group} {title}" for group, title in pairs] + [f"{title} {group}" for group, title in pairs]
    return [title for one in dict.fromkeys(written) if (title := " ".join(one.split()))]


class _Reader:
    """Reads the lines of one grid, keeping what of them cannot be read."""

    def __init__(self, heading: Heading, words: VillageWorkbookWords) -> None:
        self.findings: list[Finding] = []
        self._heading = heading
        self._words = words
        self._figures = {name: column for name, column in heading.columns.items() if name != _PLACE}
        self._rows = range(heading.first_row, len(heading.sheet.rows))
        self._styles = {name: self._style(name, column) for name, column in self._figures.items()}

    def lines(self, *, totals: bool) -> Iterator[PrintedTarget]:
        """Go through the lines of places, or through those of totals."""
        sheet = self._heading.sheet
        for row in self._rows:
            cells = {name: sheet.cell(row, column) for name, column in self._figures.items()}
            total, name = self._total(row), sheet.text(row, self._heading.columns[_PLACE])
            blank = all(cell is None for cell in cells.values()) or is_number_row(sheet, row)
            if not blank and bool(total) is totals and (total or name):
                yield PrintedTarget(total or name, **dict(self._read(row, cells)))

    def _total(self, row: int) -> str:
        """Return the words of a total, which may stand in the serial's cell; none on other lines."""
        texts = (self._heading.sheet.text(row, column) for column in range(self._heading.columns[_PLACE] + 1))
        return next((text for text in texts if text and names_total(text, self._words)), "")

    def _read(self, row: int, cells: Mapping[str, Cell]) -> Iterator[tuple[str, Any]]:
        for name, cell in cells.items():
            if cell is None:
                continue
            figure = cell_figure(cell, self._styles[name])
            whole = name in PRINTED_COUNTS
            if figure is None or not 0 <= figure < BEYOND_ANY_COUNT or (whole and figure != figure.to_integral_value()):
                place = self._heading.place(row, name)
                self.findings.append(
                    Finding("printed-figure-not-read", Severity.WARNING, place, {"text": cell_text(cell)})
                )
            else:
                yield name, int(figure) if whole else figure

    def _style(self, name: str, column: int) -> NumberStyle:
        texts = [cell for row in self._rows if isinstance(cell := self._heading.sheet.cell(row, column), str)]
        return decide_style(texts, ColumnKind.DECIMAL if name in PRINTED_RATES else ColumnKind.COUNT).style
