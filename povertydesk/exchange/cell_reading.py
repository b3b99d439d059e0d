"""What a cell of a household list says: a mark, a sex, a birth, a citizen number, a status, a figure.

Each reader gets a filled cell and returns what it says, or raises `Unreadable` with the code of the sentence for the
clerk. What a cell shows is repeated in that sentence, but never a whole citizen number.
"""

from __future__ import annotations

import datetime
import functools
import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.workbook import cell_text
from povertydesk.poverty.date_reading import read_date
from povertydesk.poverty.number_reading import NumberStyle, read_count, read_number
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from povertydesk.exchange.workbook import Cell

NOTHING_WRITTEN = frozenset({"", "-", "–", "—", "--", "/", "."})
"""What offices put into a cell to show that they left it empty."""

_YES = frozenset({"x", "×", "v", "√", "✓", "✔", "1", "co", "true", "yes"})
_NO = frozenset({"0", "khong", "false", "no"})
_SEXES = {"nam": "male", "1": "male", "male": "male", "nu": "female", "2": "female", "female": "female"}
_AREAS = {"nt": "rural", "tt": "urban", "nong thon": "rural", "rural": "rural", "thanh thi": "urban", "urban": "urban"}
_STATUSES = {
    "ngheo": "poor",
    "poor": "poor",
    "can ngheo": "near_poor",
    "near_poor": "near_poor",
    "khong ngheo": "not_poor",
    "not_poor": "not_poor",
    "co muc song trung binh": "average_living_standard",
    "muc song trung binh": "average_living_standard",
    "average_living_standard": "average_living_standard",
    "hn": "poor",
    "hcn": "near_poor",
    "thoat ngheo": "escaped_poor",
    "thoat can ngheo": "escaped_near_poor",
    "moi thoat ngheo": "escaped",
    "moi thoat can ngheo": "escaped",
    "thoat ngheo, thoat can ngheo": "escaped",
}
_ENTRY_KINDS = {"moi": "new", "new": "new", "tai": "relapsed", "relapsed": "relapsed", "cu": "old", "old": "old"}
_POVERTY_WORDS = re.compile(r"\b(ho|can|ngheo)\b")
_YEAR_ALONE = re.compile(r"(?:\d{1,2}[/.\-]){0,1}(\d{4})|(?:0{1,2}[/.\-]){1,2}(\d{4})")
_MANY_DIGITS = re.compile(r"\d(?:[\s.]?\d){5,}(?=(?:[\s.]?\d){3})")
_LONGEST_SHOWN = 60
_OLDEST = 130
_YEARS_AS_DAYS = (datetime.date(1905, 3, 14), datetime.date(1905, 9, 30))
_LEAST_INCOME_VND = 20_000
_REMEMBERED = 1_000


class Unreadable(Exception):  # noqa: N818 - no error of the program: a cell that is answered with a sentence
    """A cell that does not say what its column asks; `code` is the sentence, `text` what the cell shows."""

    def __init__(self, code: str, cell: Cell = None) -> None:
        super().__init__(code)
        self.code = code
        self.text = shown(cell)


class Birth(NamedTuple):
    """A birth by its year, and its day where the list gives it."""

    year: int
    on: datetime.date | None = None


class CitizenNumberCell(NamedTuple):
    """A citizen number as it stands in the workbook; a cell that was a number has lost its leading zeros."""

    text: str
    was_number: bool


folded = functools.lru_cache(maxsize=50_000)(fold)
"""`fold` for the few words that a list repeats from line to line."""


def words_of(cell: Cell) -> str:
    """Return a cell's words; a sheet's text is clean already."""
    return cell if isinstance(cell, str) else cell_text(cell)


def shown(cell: Cell) -> str:
    """Return a cell's words for a sentence, shortened, with long numbers hidden but for their last three digits."""
    text = _MANY_DIGITS.sub("…", cell_text(cell))
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def read_text(cell: Cell) -> str:
    """Read any words."""
    return words_of(cell)


def read_name(cell: Cell) -> str:
    """Read a person's name; a figure or a date is none."""
    text = words_of(cell)
    if not isinstance(cell, str) or not any(letter.isalpha() for letter in text):
        raise Unreadable("person-name-unreadable", cell)
    return text


@functools.lru_cache(maxsize=_REMEMBERED, typed=True)
def read_mark(cell: Cell) -> bool:
    """Read yes (`x`, 1, `có`) or no (0, `không`)."""
    text = folded(words_of(cell))
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise Unreadable("cell-not-a-mark", cell)


@functools.lru_cache(maxsize=_REMEMBERED, typed=True)
def read_sex(cell: Cell) -> str:
    """Read `male` or `female` from Nam, Nữ, 1 or 2 (the numbers of the review forms)."""
    return _word(cell, _SEXES, "sex-unreadable")


def read_area(cell: Cell) -> str:
    """Read `rural` or `urban` from the words; the numbers of old forms are not agreed and stay unread."""
    return _word(cell, _AREAS, "area-unreadable")


def read_status(cell: Cell) -> str:
    """Read a status code from (hộ) nghèo, cận nghèo, không nghèo, mức sống trung bình, or what a household left.

    `escaped_poor` is one that left poverty this year, `escaped` one of an earlier year or of either list.
    """
    text = folded(words_of(cell)).removeprefix("ho ")
    if text not in _STATUSES:
        raise Unreadable("status-unreadable", cell)
    return _STATUSES[text]


def read_entry_kind(cell: Cell) -> str:
    """Read how a household came into the list: mới, tái, cũ, also with the words (cận) nghèo."""
    text = _POVERTY_WORDS.sub("", folded(words_of(cell))).strip()
    if text not in _ENTRY_KINDS:
        raise Unreadable("entry-kind-unreadable", cell)
    return _ENTRY_KINDS[text]


def read_day(cell: Cell) -> datetime.date:
    """Read a date of the calendar, from a date cell or as offices write it."""
    day = _day(cell)
    if day is None:
        raise Unreadable("cell-not-a-date", cell)
    return day


def read_birth(cell: Cell, today: datetime.date) -> Birth:
    """Read a birth: a date, a year, or a month and year (the year is kept); `00/00/1950` is a year."""
    day = _day(cell)
    if day is not None:
        # A year typed into a cell that Excel shows as a date: 1985 becomes 07/06/1905.
        if isinstance(cell, datetime.date) and _YEARS_AS_DAYS[0] <= day <= _YEARS_AS_DAYS[1]:
            raise Unreadable("birth-unreadable", cell)
        birth = Birth(day.year, day)
    elif isinstance(cell, int) and not isinstance(cell, bool):
        birth = Birth(cell)
    elif isinstance(cell, str) and (match := _YEAR_ALONE.fullmatch(cell)):
        birth = Birth(int(match[1] or match[2]))
    else:
        raise Unreadable("birth-unreadable", cell)
    if not today.year - _OLDEST <= birth.year <= today.year or (birth.on is not None and birth.on > today):
        raise Unreadable("birth-out-of-range", cell)
    return birth


def read_citizen_number(cell: Cell) -> CitizenNumberCell:
    """Hand a citizen number on as it stands; `1,23E+11` too, since only the number's own rules can say what is lost."""
    if isinstance(cell, bool) or not isinstance(cell, (str, int)):
        raise Unreadable("citizen-number-unreadable", cell)
    return CitizenNumberCell(str(cell), was_number=isinstance(cell, int))


def read_whole_number(cell: Cell, style: NumberStyle) -> int:
    """Read a count of 0 or more in its column's style."""
    if isinstance(cell, int) and not isinstance(cell, bool):
        count: int | None = cell
    else:
        count = read_count(cell, style) if isinstance(cell, str) else None
    if count is None:
        raise Unreadable("count-not-a-number", cell)
    if count < 0:
        raise Unreadable("count-negative", cell)
    return count


def read_income(cell: Cell, style: NumberStyle, unit: int, most: int) -> int:
    """Read an income per person and month in đồng; `unit` is what the heading counts in.

    A few hundred or thousand đồng under a heading without a unit are thousands that nobody named: not guessed. More
    than `most` đồng were written in full under a heading that counts thousands or millions.
    """
    amount: Decimal | None = None
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        amount = Decimal(str(cell))
    elif isinstance(cell, str):
        amount = read_number(cell, style)
        other = NumberStyle.ENGLISH if style is NumberStyle.VIETNAMESE else NumberStyle.VIETNAMESE
        if amount is None and read_number(cell, other) is not None:
            by_comma = style is NumberStyle.VIETNAMESE
            raise Unreadable("income-read-with-commas" if by_comma else "income-read-with-points", cell)
    if amount is None or amount < 0 or (amount * unit) % 1 or "%" in cell_text(cell):
        raise Unreadable("income-unreadable", cell)
    income = int(amount * unit)
    if 0 < income < _LEAST_INCOME_VND:
        raise Unreadable("income-unit-doubtful", cell)
    if income > most:
        raise Unreadable("income-too-large", cell)
    return income


def income_unit(title: str) -> int:
    """Return how many đồng the figures under a heading count in: 1, a thousand or a million."""
    written = fold(title)
    if "trieu" in written:
        return 1_000_000
    return 1_000 if re.search(r"nghin|ngan|1[.,]?000\s*(d|vnd)", written) else 1


def _word(cell: Cell, words: dict[str, str], code: str) -> str:
    text = folded(words_of(cell))
    if text not in words:
        raise Unreadable(code, cell)
    return words[text]


def _day(cell: Cell) -> datetime.date | None:
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if isinstance(cell, datetime.date):
        return cell
    return read_date(cell) if isinstance(cell, str) else None
