"""The one search box: what to ask the file for, why a person answers to the words typed, and who comes first.

A name answers with its accents, without them, or by its initials (`nvd`: Nguyễn Văn Dũng); a person also by the last
digits of the citizen number, by the household's code and by the village. The store asks with the patterns of
`patterns`, which let through more than answers; `ranked` keeps what does and puts it in order.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.citizen_number import without_separators
from povertydesk.poverty.vietnamese import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LIKE_ESCAPE = "\\"
"""The backslash stands before a `%` or `_` that is meant as it is written; the store names it as ESCAPE."""

FEWEST_LAST_DIGITS = 3
FEWEST_INITIALS = 2
_MOST_INITIALS = 8
_WILDCARDS = re.compile(r"([%_\\])")
_TONE_BEFORE_LAST_VOWEL = re.compile(
    "(o)([\u0300\u0301\u0303\u0309\u0323])([ae])|(u)([\u0300\u0301\u0303\u0309\u0323])(y)"
)


class MatchKind(enum.IntEnum):
    """Why a person answers to a search, the best first."""

    EXACT_NAME = 0
    FOLDED_NAME = 1
    INITIALS = 2
    HOUSEHOLD_CODE = 3
    LAST_DIGITS = 4
    VILLAGE = 5


class Closeness(enum.IntEnum):
    """How near the found words come to the whole, the best first: `dũng` is the given name of Nguyễn Văn Dũng."""

    WHOLE = 0
    AT_THE_END = 1
    AT_THE_START = 2
    FROM_A_WORD = 3
    WORDS_APART = 4
    INSIDE_A_WORD = 5


class Match(NamedTuple):
    """Why and how nearly a person answers."""

    kind: MatchKind
    closeness: Closeness

    @property
    def rank(self) -> tuple[bool, MatchKind, Closeness]:
        """The place in the order, the lower the better: by the reason, but letters inside a word after all else."""
        return self.closeness is Closeness.INSIDE_A_WORD, self.kind, self.closeness


class SearchCandidate(NamedTuple):
    """A person the file gives back, with its own columns for text without accents and for the order of names."""

    id: str
    name: str
    folded_name: str
    name_sort: str
    household_code: str = ""
    folded_village: str = ""
    number: str | None = None


class SearchWords(NamedTuple):
    """What was typed, in the forms it is compared in. `digits` and `letters` are empty where it is neither."""

    line: str
    spelt: str
    folded: str
    digits: str
    letters: str


class SearchPatterns(NamedTuple):
    """What to ask the file for, each with LIKE and `LIKE_ESCAPE`; None where the words cannot mean that column."""

    folded_name: tuple[str, ...]
    household_code: str
    folded_village: str
    number: str | None


def read_search(text: str) -> SearchWords | None:
    """Read what stands in the search box; None where nothing to look for stands there."""
    line = clean_line(text)
    folded = fold(line)
    if not folded:
        return None
    digits = without_separators(line)
    is_number = digits.isascii() and digits.isdecimal() and len(digits) >= FEWEST_LAST_DIGITS
    letters = folded.replace(".", "")
    are_initials = letters.isascii() and letters.isalpha() and FEWEST_INITIALS <= len(letters) <= _MOST_INITIALS
    return SearchWords(line, _spelt(line), folded, digits if is_number else "", letters if are_initials else "")


def patterns(words: SearchWords) -> SearchPatterns:
    """Return what the store asks for: every person that answers is let through, others too."""
    names = ["%" + "%".join(_literal(word) for word in words.folded.split()) + "%"]
    if words.letters:
        names.append("".join(f"{letter}% " for letter in words.letters).rstrip())
    code = "".join(_literal(letter) if letter.isascii() else "_" for letter in words.line)
    return SearchPatterns(
        folded_name=tuple(names),
        household_code=f"%{code}%",
        folded_village=f"%{_literal(words.folded)}%",
        number=f"%{words.digits}" if words.digits else None,
    )


def match(words: SearchWords, candidate: SearchCandidate) -> Match | None:
    """Return the best reason why a person answers to the words; None where there is none."""
    return min(_reasons(words, candidate), key=lambda reason: reason.rank, default=None)


def ranked(words: SearchWords, candidates: Iterable[SearchCandidate]) -> list[tuple[SearchCandidate, Match]]:
    """Return those who answer, the best first; equal ones by given name, then household code, then key."""
    found = [(candidate, answer) for candidate in candidates if (answer := match(words, candidate)) is not None]
    return sorted(found, key=lambda one: (one[1].rank, one[0].name_sort, one[0].household_code, one[0].id))


def _reasons(words: SearchWords, candidate: SearchCandidate) -> Iterator[Match]:
    folded = _closeness(words.folded, candidate.folded_name)
    if folded is not None:
        yield Match(MatchKind.FOLDED_NAME, folded)
        exact = _closeness(words.spelt, _spelt(candidate.name))
        if exact is not None:
            yield Match(MatchKind.EXACT_NAME, exact)
    if words.letters:
        own = "".join(word[0] for word in candidate.folded_name.split())
        if own.startswith(words.letters):
            whole = own == words.letters
            yield Match(MatchKind.INITIALS, Closeness.WHOLE if whole else Closeness.AT_THE_START)
    code = _code_closeness(words.line.lower(), candidate.household_code.lower())
    if code is not None:
        yield Match(MatchKind.HOUSEHOLD_CODE, code)
    if words.digits and candidate.number and candidate.number.endswith(words.digits):
        whole = candidate.number == words.digits
        yield Match(MatchKind.LAST_DIGITS, Closeness.WHOLE if whole else Closeness.AT_THE_END)
    village = _closeness(words.folded, candidate.folded_village, may_part=False)
    if village is not None:
        yield Match(MatchKind.VILLAGE, village)


def _closeness(words: str, text: str, *, may_part: bool = True) -> Closeness | None:
    if words == text:
        return Closeness.WHOLE
    if words in text:
        if text.endswith(f" {words}"):
            return Closeness.AT_THE_END
        if text.startswith(words):
            return Closeness.AT_THE_START
        return Closeness.FROM_A_WORD if f" {words}" in text else Closeness.INSIDE_A_WORD
    if may_part and " " in words and _begin_words_in_order(words.split(), text.split()):
        return Closeness.WORDS_APART
    return None


def _begin_words_in_order(beginnings: list[str], words: list[str]) -> bool:
    """Tell whether each beginning starts a word, in the order typed: `ng dung` in `nguyen van dung`."""
    remaining = iter(words)
    return all(any(word.startswith(beginning) for word in remaining) for beginning in beginnings)


def _code_closeness(line: str, code: str) -> Closeness | None:
    if line == code:
        return Closeness.WHOLE
    if code.startswith(line):
        return Closeness.AT_THE_START
    return Closeness.AT_THE_END if code.endswith(line) else None


def _literal(text: str) -> str:
    return _WILDCARDS.sub(r"\\\1", text)


def _spelt(text: str) -> str:
    """Return small letters with their accents, where Hòa and Hoà, Thúy and Thuý are one spelling."""
    decomposed = unicodedata.normalize("NFD", clean_line(text).casefold())
    moved = _TONE_BEFORE_LAST_VOWEL.sub(lambda found: "".join(_tone_last(found)), decomposed)
    return unicodedata.normalize("NFC", moved)


def _tone_last(found: re.Match[str]) -> tuple[str, str, str]:
    first, tone, last = (part for part in found.groups() if part)
    return first, last, tone
