"""Which column of an office's household list holds what: found by its headings, shown for confirmation, given back.

A layout is recognised again by its signature, which rests on the headings alone: not on the sheet's name, the lines
above the table or the year in a heading.
"""

from __future__ import annotations

import enum
import hashlib
import re
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

import msgspec

from povertydesk.exchange.heading_search import Heading, HeadingWords, best_heading, column_titles
from povertydesk.exchange.old_encodings import EncodingDecision, decide_encoding, decide_with, to_unicode
from povertydesk.exchange.workbook import Sheet, column_letter, read_sheets
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_HEADINGS_WITHIN = 34
_YEAR = re.compile(r"\b20\d\d\b")
_LETTER = re.compile(r"=([A-Za-z]{1,3})")
_BARE_DEPRIVATIONS = 3

DEPRIVATIONS = (
    "employment", "dependants", "nutrition", "health_insurance", "adult_education", "child_school_attendance",
    "housing_quality", "housing_area", "water_source", "toilet", "telecommunication", "information_means",
    "waste_treatment", "health_care",
)  # fmt: skip
CAUSES = ("land", "capital", "labour", "tools", "knowledge", "skills", "illness", "other_cause")
SUPPORTS = (
    "support_health", "support_education", "support_production", "support_credit", "support_housing", "support_other",
)  # fmt: skip


class Layout(enum.StrEnum):
    """What a line of the table is: a household, or a person (the head first, then the members)."""

    HOUSEHOLD = "household"
    PERSON = "person"


class HouseholdWorkbookWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The headings by which columns are recognised, and the words of lines that are no household."""

    columns: dict[str, tuple[str, ...]]
    neutral_headings: tuple[str, ...]
    total_lines: tuple[str, ...]
    closing_lines: tuple[str, ...]
    village_words: tuple[str, ...]
    head_relations: tuple[str, ...]
    list_titles: dict[str, tuple[str, ...]]
    most_income_per_person_vnd: int


class GivenMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mapping somebody confirmed or wrote: for each field the heading's words, or a column as `=C`.

    `header_row` is the number Excel shows of the last line of headings.
    """

    columns: dict[str, str]
    sheet: str | None = None
    header_row: int | None = None
    layout: Layout | None = None


@dataclass(frozen=True, slots=True)
class HouseholdTable:
    """One table of households as it will be read: shown to the clerk before a line is taken.

    `unmapped` are the columns that will not be read, `alike` those left out because two have the same heading,
    `listed_as` what the title says of every household in the list (poor, near_poor,
    escaped_poor, escaped_near_poor, or escaped where it names both).
    """

    heading: Heading
    layout: Layout
    signature: str
    titles: Mapping[str, str]
    unmapped: tuple[tuple[str, str], ...] = ()
    alike: tuple[str, ...] = ()
    listed_as: str | None = None
    encodings: Mapping[str, EncodingDecision] = field(default_factory=dict)

    @property
    def sheet(self) -> Sheet:
        """The sheet the table stands in."""
        return self.heading.sheet

    @property
    def columns(self) -> Mapping[str, int]:
        """The column of each field, by position from nought."""
        return self.heading.columns

    def as_given(self) -> GivenMapping:
        """Return this mapping as one that can be remembered under the signature and given back."""
        columns = {name: f"={column_letter(column)}" for name, column in self.columns.items()}
        return GivenMapping(columns=columns, header_row=self.heading.first_row, layout=self.layout)

    def findings(self) -> tuple[Finding, ...]:
        """Warn of the columns that were left out because two have the same heading."""
        return tuple(
            Finding("household-columns-alike", Severity.WARNING, Place(sheet=self.sheet.name), {"title": title})
            for title in self.alike
        )


def load_household_words(path: Path) -> HouseholdWorkbookWords:
    """Read the headings the program recognises; a file that offices broke in editing is refused."""
    try:
        return msgspec.toml.decode(path.read_text(encoding="utf-8"), type=HouseholdWorkbookWords)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise KnownError("template-broken", file=path.name, detail=str(error)) from error


def read_household_sheets(path: Path) -> tuple[tuple[Sheet, ...], dict[str, dict[int, EncodingDecision]]]:
    """Read the visible sheets as Unicode, with what was decided for each column of an old encoding."""
    decoded = [_decoded(sheet) for sheet in read_sheets(path, old_letters=True)]
    return tuple(sheet for sheet, _ in decoded), {sheet.name: decisions for sheet, decisions in decoded}


def find_tables(
    path: Path, words: HouseholdWorkbookWords, given: Mapping[str, GivenMapping] | GivenMapping | None = None
) -> tuple[HouseholdTable, ...]:
    """Find the tables of a workbook, one a sheet at most, with the mapping proposed for each.

    `given` is one mapping for the whole workbook, or remembered ones by signature; a remembered one is laid over the
    table whose signature it has. Refused where no sheet holds a table, or the given mapping names what is not there.
    """
    sheets, decisions = read_household_sheets(path)
    if isinstance(given, GivenMapping):
        tables = _given_tables(path, sheets, words, given)
    else:
        tables = [table for sheet in sheets if (table := _proposed(sheet, words)) is not None]
        if given:
            tables = [
                _with_mapping(path, table, words, given[table.signature]) if table.signature in given else table
                for table in tables
            ]
    if not tables:
        raise KnownError("households-without-headings", file=path.name)
    return tuple(
        replace(
            table,
            encodings={column_letter(column): decision for column, decision in decisions[table.sheet.name].items()},
        )
        for table in tables
    )


def _decoded(sheet: Sheet) -> tuple[Sheet, dict[int, EncodingDecision]]:
    columns: dict[int, list[str]] = {}
    for column, cells in enumerate(zip_longest(*sheet.rows)):
        texts = [cell for cell in set(cells) if isinstance(cell, str) and not cell.isascii()]
        if texts:
            columns[column] = texts
    whole = decide_encoding(text for texts in columns.values() for text in texts)
    decisions = {column: decide_with(texts, whole) for column, texts in columns.items()}
    old = {column: decision for column, decision in decisions.items() if decision.encoding != "unicode"}
    if not old and not any("\u00ad" in text for texts in columns.values() for text in texts):
        return sheet, {}
    rows = tuple(
        tuple(
            to_unicode(cell, decisions[column].encoding) if isinstance(cell, str) and not cell.isascii() else cell
            for column, cell in enumerate(cells)
        )
        for cells in sheet.rows
    )
    return Sheet(sheet.name, rows, sheet.merged), old


def _proposed(sheet: Sheet, words: HouseholdWorkbookWords) -> HouseholdTable | None:
    top = Sheet(
        sheet.name,
        sheet.rows[:_HEADINGS_WITHIN],
        tuple(merged for merged in sheet.merged if merged[0][0] < _HEADINGS_WITHIN),
    )
    best = _best_reading(top, words)
    if best is None:
        return None
    # Headings repeated on every page read alike: the first are the table's.
    while (before := _best_reading(replace(top, rows=top.rows[: best.title_row]), words)) is not None:
        if before.columns != best.columns:
            break
        best = before
    columns, alike = _without_alike(best, top)
    columns = _without_bare_deprivations(columns, top, best)
    if not {"person_name", "head_name"} & columns.keys():
        return None
    return _table(sheet, top, best.title_row, best.first_row, columns, None, words, alike)


def _best_reading(top: Sheet, words: HouseholdWorkbookWords) -> Heading | None:
    readings = [
        heading
        for subject in ("person_name", "head_name")
        if (heading := best_heading(top, HeadingWords(words.columns, words.neutral_headings, subject))) is not None
    ]
    best = max(readings, key=lambda heading: heading.worth, default=None)
    if best is None:
        return None
    first_row = best.first_row
    # A line without a heading of its own is not of the headings: it may name the first village.
    while first_row - best.title_row > 1 and not any(
        top.text(first_row - 1, column) for column in best.columns.values()
    ):
        first_row -= 1
    return replace(best, first_row=first_row)


def _table(
    sheet: Sheet,
    top: Sheet,
    title_row: int,
    first_row: int,
    columns: dict[str, int],
    layout: Layout | None,
    words: HouseholdWorkbookWords,
    alike: tuple[str, ...] = (),
) -> HouseholdTable:
    titles = _titles_of(top, title_row, first_row)
    layout = layout or _layout_of(columns)
    if layout is Layout.HOUSEHOLD and "head_name" not in columns:
        columns["head_name"] = columns.pop("person_name")
    taken = set(columns.values())
    return HouseholdTable(
        heading=Heading(sheet, title_row, first_row, columns),
        layout=layout,
        signature=_signature(titles),
        titles={name: titles.get(column, "") for name, column in columns.items()},
        unmapped=tuple((column_letter(column), title) for column, title in titles.items() if column not in taken),
        alike=alike,
        listed_as=_listed_as(top, title_row, words),
    )


def _titles_of(top: Sheet, title_row: int, first_row: int) -> dict[int, str]:
    width = max((len(cells) for cells in top.rows[title_row:first_row]), default=0)
    titles = {
        column: " – ".join(dict.fromkeys(column_titles(top, title_row, first_row - title_row, column)))
        for column in range(width)
    }
    return {column: title for column, title in titles.items() if title}


def _signature(titles: Mapping[int, str]) -> str:
    written = "\n".join(f"{column}:{_YEAR.sub('', fold(title)).strip()}" for column, title in titles.items())
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def _without_alike(heading: Heading, top: Sheet) -> tuple[dict[str, int], tuple[str, ...]]:
    titles = {column: fold(title) for column, title in _titles_of(top, heading.title_row, heading.first_row).items()}
    every = list(titles.values())
    kept = {name: column for name, column in heading.columns.items() if every.count(titles[column]) == 1}
    left = {titles[column]: top.text(heading.first_row - 1, column) or titles[column]
            for name, column in heading.columns.items() if name not in kept}  # fmt: skip
    return kept, tuple(left.values())


def _without_bare_deprivations(columns: dict[str, int], top: Sheet, heading: Heading) -> dict[str, int]:
    """Leave out a lone “BHYT” or “Việc làm”: among people it says who has it, among indicators who lacks it."""
    found = [name for name in DEPRIVATIONS if name in columns]
    if len(found) >= _BARE_DEPRIVATIONS:
        return columns
    titles = _titles_of(top, heading.title_row, heading.first_row)
    bare = {name for name in found if "thieu hut" not in fold(titles[columns[name]])}
    return {name: column for name, column in columns.items() if name not in bare}


def _layout_of(columns: Mapping[str, int]) -> Layout:
    person = {"relation", "member_number"} & columns.keys() or {"person_name", "head_name"} <= columns.keys()
    return Layout.PERSON if person else Layout.HOUSEHOLD


def _listed_as(top: Sheet, title_row: int, words: HouseholdWorkbookWords) -> str | None:
    """Return what the title says of every household; None where it names several kinds or none."""
    title = " ".join(fold(top.text(row, column)) for row in range(title_row) for column in range(len(top.rows[row])))
    if "danh sach" not in title:
        return None
    named = []
    for kind, phrases in words.list_titles.items():
        for phrase in map(fold, phrases):
            if phrase in title:
                named.append(kind)
                title = title.replace(phrase, " ")
    kinds = set(named)
    if kinds == {"escaped_poor", "escaped_near_poor"}:
        return "escaped"
    return named[0] if len(kinds) == 1 else None


def _given_tables(
    path: Path, sheets: Sequence[Sheet], words: HouseholdWorkbookWords, given: GivenMapping
) -> list[HouseholdTable]:
    wanted = [sheet for sheet in sheets if given.sheet is None or fold(sheet.name) == fold(given.sheet)]
    if not wanted:
        raise KnownError("mapping-sheet-unknown", file=path.name, sheet=given.sheet)
    refusals: list[KnownError] = []
    tables = []
    for sheet in wanted:
        try:
            tables.append(_given_table(path, sheet, words, given))
        except KnownError as error:
            refusals.append(error)
    if not tables:
        raise refusals[0]
    return tables


def _given_table(path: Path, sheet: Sheet, words: HouseholdWorkbookWords, given: GivenMapping) -> HouseholdTable:
    proposed = _proposed(sheet, words)
    if given.header_row is not None:
        if not 1 <= given.header_row < len(sheet.rows):
            raise KnownError("mapping-header-outside", sheet=sheet.name, row=given.header_row, last=len(sheet.rows))
        first_row = given.header_row
        title_row = (
            proposed.heading.title_row if proposed and proposed.heading.first_row == first_row else first_row - 1
        )
    elif proposed is not None:
        title_row, first_row = proposed.heading.title_row, proposed.heading.first_row
    else:
        title_row, first_row = _row_with(path, sheet, given)
    return _mapped(path, sheet, (title_row, first_row), words, given)


def _with_mapping(
    path: Path, table: HouseholdTable, words: HouseholdWorkbookWords, given: GivenMapping
) -> HouseholdTable:
    return _mapped(path, table.sheet, (table.heading.title_row, table.heading.first_row), words, given)


def _mapped(
    path: Path, sheet: Sheet, rows: tuple[int, int], words: HouseholdWorkbookWords, given: GivenMapping
) -> HouseholdTable:
    title_row, first_row = rows
    top = Sheet(sheet.name, sheet.rows[:first_row], tuple(one for one in sheet.merged if one[0][0] < first_row))
    titles = _titles_of(top, title_row, first_row)
    columns: dict[str, int] = {}
    for name, where in given.columns.items():
        if name not in words.columns:
            raise KnownError("mapping-field-unknown", name=name)
        columns[name] = _column_of(path, sheet, titles, top, first_row, where)
    if not {"person_name", "head_name"} & columns.keys():
        raise KnownError("mapping-without-name")
    return _table(sheet, top, title_row, first_row, columns, given.layout, words)


def _column_of(path: Path, sheet: Sheet, titles: Mapping[int, str], top: Sheet, first_row: int, where: str) -> int:
    if letters := _LETTER.fullmatch(where.strip()):
        position = 0
        for letter in letters[1].upper():
            position = position * 26 + ord(letter) - ord("A") + 1
        if position > max(map(len, sheet.rows), default=0):
            raise KnownError("mapping-letter-outside", sheet=sheet.name, letter=letters[1].upper())
        return position - 1
    wanted = fold(where)
    own = {column: fold(top.text(first_row - 1, column)) for column in titles}
    found = [column for column, title in titles.items() if wanted in {fold(title), own[column]}]
    if len(found) != 1:
        raise KnownError("mapping-heading-unknown", file=path.name, sheet=sheet.name, title=where)
    return found[0]


def _row_with(path: Path, sheet: Sheet, given: GivenMapping) -> tuple[int, int]:
    wanted = {fold(where) for where in given.columns.values() if not _LETTER.fullmatch(where.strip())}
    for row, cells in enumerate(sheet.rows[:_HEADINGS_WITHIN]):
        if wanted and wanted <= {fold(sheet.text(row, column)) for column in range(len(cells))}:
            return row, row + 1
    raise KnownError("mapping-without-header", file=path.name, sheet=sheet.name)
