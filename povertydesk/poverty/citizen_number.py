"""A person's citizen number (số định danh cá nhân, số CCCD) or old identity number (CMND): reading, checking, hiding.

Twelve digits: three for the place of birth registration, one for century and sex (0 male and 1 female of the 1900s,
2 and 3 of the 2000s, 4 and 5 of the 2100s), two for the year of birth, six that are never all zero; there is no check
digit. The old identity number has nine digits that say nothing more. Papers hold typing errors, so a check warns and
never blocks.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.person import Sex
from povertydesk.poverty.problems import Finding, Place, Severity
from povertydesk.poverty.vietnamese import clean_line

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from povertydesk.poverty.problems import Value

CITIZEN_NUMBER_DIGITS = 12
OLD_NUMBER_DIGITS = 9
_MOST_LOST_ZEROS = 2
"""The lowest code of a place is 001: a workbook that keeps the number as a figure drops two zeros at the most."""

_DIGITS_OF_SCIENTIFIC_FORM = 6
"""As many as a workbook shows of a long figure (1.23457E+11)."""

_LEAST_FIGURE_WITH_LOST_DIGITS = 10**15
"""A workbook keeps fifteen digits of a figure; what is longer has lost some."""

_NOWHERE = Place()
_SHOWN_DIGITS = 4
_MOST_STARS = CITIZEN_NUMBER_DIGITS - _SHOWN_DIGITS
_SEPARATORS = re.compile("[\\s.'\u2019_\\-\u2010-\u2015\u2212]")
_DIGITS = re.compile("[0-9]+")
_SCIENTIFIC = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]*)?[eE]\+?[0-9]{1,3}")
_WRITTEN_FIGURE = re.compile(r"([1-9][0-9]{7,11})[.,]0+")


class CitizenNumberReading(NamedTuple):
    """A cell or entry as read. `number` is None where nothing stands there, and where the finding says it is no number.

    With `is_proposal` leading zeros were restored: a person has to look at the number before it is kept.
    """

    number: str | None
    finding: Finding | None = None
    is_proposal: bool = False


class NumberMeaning(NamedTuple):
    """What a citizen number says of its holder; sex and year are None where the century digit stands for neither."""

    place_code: str
    sex: Sex | None
    birth_year: int | None


def read_citizen_number(value: str | float | None, place: Place = _NOWHERE) -> CitizenNumberReading:
    """Read a typed entry or a workbook's cell: blanks, dots and dashes go, lost leading zeros come back as a proposal.

    Refused with an error and no number: what a workbook cut to `1.23E+11` (the digits are lost), one digit filled in
    throughout (`000000000000`), and what is no number at all. A number of another length is returned as it stands;
    `check_citizen_number` warns of it.
    """
    if value is None:
        return CitizenNumberReading(None)
    is_figure = not isinstance(value, str)
    digits = _written_digits(value) if isinstance(value, str) else _figure_digits(value)
    if digits == "":
        return CitizenNumberReading(None)
    if digits is None:
        if isinstance(value, str) and _SCIENTIFIC.fullmatch(_plain(value).replace(" ", "")):
            return CitizenNumberReading(None, Finding("citizen-number-digits-lost", Severity.ERROR, place))
        return CitizenNumberReading(None, Finding("citizen-number-unreadable", Severity.ERROR, place))
    if is_placeholder(digits):
        return CitizenNumberReading(None, Finding("citizen-number-filled-in", Severity.ERROR, place))
    lost_zeros = CITIZEN_NUMBER_DIGITS - len(digits)
    if is_figure and lost_zeros in {0, 1} and len(digits.rstrip("0")) <= _DIGITS_OF_SCIENTIFIC_FORM:
        return CitizenNumberReading(None, Finding("citizen-number-digits-lost", Severity.ERROR, place))
    if 0 < lost_zeros <= _MOST_LOST_ZEROS and not digits.startswith("0"):
        number = digits.zfill(CITIZEN_NUMBER_DIGITS)
        finding = Finding(
            "citizen-number-zeros-restored",
            Severity.WARNING,
            place,
            {"masked": mask_citizen_number(number), "zeros": lost_zeros},
        )
        return CitizenNumberReading(number, finding, is_proposal=True)
    return CitizenNumberReading(digits)


def number_meaning(number: str) -> NumberMeaning | None:
    """Return what a citizen number of twelve digits says of its holder; None for any other number."""
    if len(number) != CITIZEN_NUMBER_DIGITS or not _DIGITS.fullmatch(number):
        return None
    century, is_female = divmod(int(number[3]), 2)
    if century > 2:
        return NumberMeaning(number[:3], None, None)
    sex = Sex.FEMALE if is_female else Sex.MALE
    return NumberMeaning(number[:3], sex, 1900 + 100 * century + int(number[4:6]))


def check_citizen_number(
    number: str,
    *,
    sex: Sex | None = None,
    born: datetime.date | int | None = None,
    place_codes: Container[str] | None = None,
    place: Place = _NOWHERE,
) -> tuple[Finding, ...]:
    """Warn where a number contradicts itself or what is known of the person; what is not known contradicts nothing.

    `born` is the date of birth or, where only that is known, the year. `place_codes` are the three-digit codes of
    places of birth registration with their names; without them the code is not looked at. Of an old number of nine
    digits nothing can be checked.
    """
    return tuple(_contradictions(number, sex, born, place_codes, place))


def is_placeholder(number: str) -> bool:
    """Tell whether one digit stands throughout (`000000000000`): filled in to leave no blank, and nobody's number."""
    return len(set(number)) == 1


def without_separators(text: str) -> str:
    """Return an entry without the blanks, dots, dashes and apostrophes that people write between digits."""
    return _SEPARATORS.sub("", _plain(text))


def mask_citizen_number(text: str) -> str:
    """Hide all but the last four digits (`********6789`): a message or log never holds a whole personal number.

    What is too short to be a number, so that four digits would give most of it away, is hidden entirely.
    """
    number = without_separators(text)
    shown = number[-_SHOWN_DIGITS:] if len(number) >= OLD_NUMBER_DIGITS else ""
    return "*" * min(len(number) - len(shown), _MOST_STARS) + shown


def _contradictions(
    number: str,
    sex: Sex | None,
    born: datetime.date | int | None,
    place_codes: Container[str] | None,
    place: Place,
) -> Iterator[Finding]:
    def doubt(name: str, **values: Value) -> Finding:
        return Finding(name, Severity.WARNING, place, {"masked": mask_citizen_number(number), **values})

    meaning = number_meaning(number)
    if meaning is None:
        if len(number) != OLD_NUMBER_DIGITS or not _DIGITS.fullmatch(number):
            digits = sum(character.isdecimal() for character in number)
            yield doubt("citizen-number-wrong-length", digits=digits)
        return
    if place_codes is not None and meaning.place_code not in place_codes:
        yield doubt("citizen-number-place-unknown", code=meaning.place_code)
    if meaning.sex is None:
        yield doubt("citizen-number-century-unknown", digit=number[3])
    elif sex is not None and sex != meaning.sex:
        says_male = meaning.sex is Sex.MALE
        yield doubt("citizen-number-says-male" if says_male else "citizen-number-says-female")
    year = born.year if isinstance(born, datetime.date) else born
    if meaning.birth_year is not None and year is not None and year != meaning.birth_year:
        yield doubt("citizen-number-year-differs", year=year, year_of_number=str(meaning.birth_year))
    if not number[6:].strip("0"):
        yield doubt("citizen-number-ends-in-zeros")


def _figure_digits(value: float) -> str | None:
    """Return the digits of a figure; None where it cannot be a number that people are given."""
    if isinstance(value, bool) or not 0 <= value < _LEAST_FIGURE_WITH_LOST_DIGITS or value != int(value):
        return None
    return str(int(value))


def _written_digits(text: str) -> str | None:
    """Return the digits of an entry; nothing where only separators stand there, None where it is no number."""
    if figure := _WRITTEN_FIGURE.fullmatch(_plain(text)):
        return figure[1]
    digits = without_separators(text)
    return digits if not digits or _DIGITS.fullmatch(digits) else None


def _plain(text: str) -> str:
    """Return one clean line whose digits are all plain ones, whatever keyboard or font they come from."""
    line = clean_line(text)
    if line.isascii():
        return line
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in line)
