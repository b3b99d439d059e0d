"""Which column of a template is which column of an official table: by its headings, and by its number under others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.paper import CellKind
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from povertydesk.exchange.template_sheet import CellRange, TemplateSheet
    from povertydesk.poverty.official_table import TableColumn

_NUMBER = re.compile(r"\(?\s*([0-9]+[a-z]?(?:\.[0-9]+)*|[A-Za-z]{1,2})\s*\)?\s*(?:=.*)?", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_REMARK = re.compile(r"\([^)]*\)")
_NEAR_POOR, _POOR = "can ngheo", "ngheo"
_SHARE, _COUNT = re.compile(r"\bty le\b|%"), re.compile(r"\bso (?:ho|khau|nguoi|luong)\b|\btong so\b")
_WHOM = re.compile(r"\b(?:hộ|khẩu|người|trẻ em)\b")
_PEOPLE, _PEOPLE_WORDS = "khẩu", {"khẩu", "người"}
_LEAST_IN_COMMON = 0.5
_LEAST_DIFFERENT = 0.75


class TemplateColumn(NamedTuple):
    """A column of a template: its place from one, the headings above it from the top, its number in the number row."""

    column: int
    headings: tuple[str, ...]
    number: str = ""


class ColumnMatch(NamedTuple):
    """What stands for a column of the table: one column of the template, several, or none.

    `differing` has its number but other words above it.
    """

    wanted: TableColumn
    found: tuple[TemplateColumn, ...]
    differing: TemplateColumn | None = None


def number_label(text: str) -> str:
    """Return the label of a cell in a number row: `4` of `4=3/1×100` or `(4)`; empty where it is none."""
    found = _NUMBER.fullmatch(text.strip())
    return found[1] if found else ""


def find_number_rows(sheet: TemplateSheet) -> list[int]:
    """Find the rows that number columns: nothing but labels, hardly one of them twice, more than two.

    A sheet may hold several tables one below the other, each with such a row.
    """
    found = []
    for number in sorted(sheet.rows):
        texts = [text for cell in sheet.rows[number].cells if (text := sheet.text(number, cell.column))]
        labels = [number_label(text) for text in texts]
        if len(labels) > 2 and all(labels) and len(set(labels)) >= _LEAST_DIFFERENT * len(labels):
            found.append(number)
    return found


def numbers_table(sheet: TemplateSheet, number_row: int, labels: Collection[str]) -> bool:
    """Say whether a row numbers at least half of these columns."""
    shown = {number_label(sheet.text(number_row, cell.column)) for cell in sheet.rows[number_row].cells}
    return 2 * len(shown.intersection(labels)) >= len(labels)


def read_columns(
    sheet: TemplateSheet, first_row: int, last_row: int, number_row: int | None
) -> Iterator[TemplateColumn]:
    """Read the columns under the heading rows, each with the words above it, from the top to the one next to it."""
    for column in range(1, sheet.last_column + 1):
        merged = None if number_row is None else sheet.merge_at(number_row, column)
        if merged is not None and merged.first_column != column:
            continue
        number = "" if number_row is None else number_label(sheet.text(number_row, column))
        yield TemplateColumn(column, tuple(_headings(sheet, first_row, last_row, column)), number)


def match_column(wanted: TableColumn, columns: Sequence[TemplateColumn]) -> ColumnMatch:
    """Find a column of the table: by the very same words, else by its number where other words do not contradict it."""
    numbered = [one for one in columns if one.number == wanted.label]
    same = [one for one in columns if _same_words(wanted, one)]
    found = [one for one in same if one in numbered] or same or [one for one in numbered if _fits(wanted, one)]
    return ColumnMatch(wanted, tuple(found), numbered[0] if numbered and not found else None)


def words(text: str) -> list[str]:
    """Return the words of a text without accents and marks."""
    return _WORD.findall(fold(text))


def _headings(sheet: TemplateSheet, first_row: int, last_row: int, column: int) -> Iterator[str]:
    seen: set[CellRange] = set()
    for row in range(first_row, last_row + 1):
        merged = sheet.merge_at(row, column)
        if merged is not None:
            if merged in seen:
                continue
            seen.add(merged)
        shown = sheet.shown(row, column)
        if not shown and merged is None and row < last_row:
            shown = _to_the_left(sheet, row, column)
        if shown:
            yield shown


def _to_the_left(sheet: TemplateSheet, row: int, column: int) -> str:
    """Return the heading that reaches over an empty cell from the left, where nothing is merged."""
    for before in range(column - 1, 0, -1):
        if sheet.merge_at(row, before) is not None:
            return ""
        if sheet.text(row, before):
            return sheet.text(row, before)
    return ""


def _same_words(wanted: TableColumn, found: TemplateColumn) -> bool:
    ours = [words(one) for one in (*wanted.headings, wanted.title)]
    theirs = [words(one) for one in found.headings]
    return bool(theirs) and theirs[-len(ours) :] == ours


def _fits(wanted: TableColumn, found: TemplateColumn) -> bool:
    """Say whether the words above a column are those of a table's column in other terms, and contradict it nowhere.

    What the table explains in brackets need not be repeated.
    """
    ours, theirs = fold(" ".join((*wanted.headings, wanted.title))), fold(" ".join(found.headings))
    statuses, other_statuses = _statuses(ours), _statuses(theirs)
    if statuses and other_statuses and not statuses & other_statuses:
        return False
    shares = _is_share(found.headings)
    if shares is not None and shares is not (wanted.kind is CellKind.RATE):
        return False
    whom, other = _whom((*wanted.headings, wanted.title)), _whom(found.headings)
    if whom and other and whom != other:
        return False
    if found.headings and words(found.headings[-1]) == words(_REMARK.sub("", wanted.title)):
        return True
    title = set(words(wanted.title))
    return len(title.intersection(words(theirs))) >= _LEAST_IN_COMMON * len(title)


def _statuses(folded: str) -> set[str]:
    without = folded.replace(_NEAR_POOR, "")
    return {name for name, text in ((_NEAR_POOR, folded), (_POOR, without)) if name in text}


def _whom(headings: Sequence[str]) -> str:
    """Say whom headings count, the one next to the figures first: households, people or children; empty if none."""
    for heading in reversed(headings):
        found = _WHOM.search(heading.casefold())
        if found is not None:
            return _PEOPLE if found[0] in _PEOPLE_WORDS else found[0]
    return ""


def _is_share(headings: Sequence[str]) -> bool | None:
    """Say whether headings speak of a share or of a count, the one next to the figures first; None where neither."""
    for heading in reversed(headings):
        folded = fold(heading)
        if _SHARE.search(folded):
            return True
        if _COUNT.search(folded):
            return False
    return None
