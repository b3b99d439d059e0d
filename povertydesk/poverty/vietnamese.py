"""Vietnamese words as text: one normal form, folding for search, and the order of lists.

Keys are plain strings whose code-point order is the wanted order, so they can stand in an indexed column that any
SQLite program reads.
"""

from __future__ import annotations

import functools
import re
import unicodedata

_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_WEIGHT = {letter: chr(ord("A") + place) for place, letter in enumerate(_LETTERS)}
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LETTERS_WITHOUT_MARK = str.maketrans({"đ": "d", "ð": "d"})
_SPACES = re.compile(r"\s+")
_PLAIN_LETTERS = "À-ÖØ-öø-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ"
_PLAIN_LINE = re.compile(f"[!-~{_PLAIN_LETTERS}]+(?: [!-~{_PLAIN_LETTERS}]+)*")
"""A line that is clean already: most names and words are, and a whole list is brought into one form in less time."""
_NUMBER_OR_CHARACTER = re.compile(r"\d+|.", re.DOTALL)


def to_nfc(text: str) -> str:
    """Bring text into the one form the program keeps: NFC, one kind of line break, nothing that cannot be printed."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _BREAKS.sub("\n", text)))


def clean_line(text: str) -> str:
    """Bring a one-line entry (a name, a village) into NFC with single blanks and none at the ends."""
    if _PLAIN_LINE.fullmatch(text):
        return text
    return _SPACES.sub(" ", to_nfc(text)).strip()


def fold(text: str) -> str:
    """Drop case, tone and letter marks, đ too, for a search without accents: `Đặng Thị Hoà` → `dang thi hoa`.

    The Icelandic Ð, which old fonts put in the place of Đ, is taken for it.
    """
    if _PLAIN_LINE.fullmatch(text):
        return text.translate(_FOLDED)
    return _fold(text)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", clean_line(text).casefold().translate(_LETTERS_WITHOUT_MARK))
    return clean_line("".join(mark for mark in decomposed if not unicodedata.combining(mark)))


class _FoldedLetters(dict[int, str]):
    """The letters of a clean line with their folded form, each worked out when it is first met."""

    def __missing__(self, place: int) -> str:
        folded = self[place] = _fold(chr(place))
        return folded


_FOLDED = _FoldedLetters({ord(" "): " "})


@functools.lru_cache(maxsize=16_384)
def sort_key(text: str) -> str:
    """Return the key of Vietnamese dictionary order with numbers by value: Thôn 2 before Thôn 10, An, Ánh, Ăn, Ân.

    Letters decide first, tones (ngang, huyền, hỏi, ngã, sắc, nặng) among equal letters, capitals last.
    """
    primary: list[str] = []
    tones: list[str] = []
    line = clean_line(text)
    for piece in _NUMBER_OR_CHARACTER.findall(line.casefold()):
        if piece.isdecimal():
            digits = "".join(str(unicodedata.decimal(digit)) for digit in piece).lstrip("0") or "0"
            primary.append(f"0{chr(ord('0') + min(len(digits), 70))}{digits}")
            continue
        letter, tone = _letter_and_tone(piece)
        weight = _LETTER_WEIGHT.get(letter)
        if weight is None:
            weight = " " if letter.isspace() else "!" + letter
        primary.append(weight)
        tones.append(tone)
    capitals = "".join("1" if letter.isupper() else "0" for letter in line)
    return "\x1f".join(("".join(primary), "".join(tones), capitals))


def person_sort_key(full_name: str) -> str:
    """Return the key of a list of people: the given name (last word) first, then family and middle names."""
    family, _, given = clean_line(full_name).rpartition(" ")
    return f"{sort_key(given)}\x1e{sort_key(family)}"


def initials(full_name: str) -> str:
    """Return the folded initials of a name: `Nguyễn Văn Dũng` → `nvd`."""
    return "".join(word[0] for word in fold(full_name).split())


def capitalised(text: str) -> str:
    """Raise the first letter only, leaving the rest as it is written."""
    return text[:1].upper() + text[1:]


def _letter_and_tone(character: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", character)
    tone = "0"
    kept = []
    for mark in decomposed:
        if mark in _TONES:
            tone = _TONES[mark]
        else:
            kept.append(mark)
    return unicodedata.normalize("NFC", "".join(kept)), tone
