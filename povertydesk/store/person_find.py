"""What the one search box asks the file for: the people and heads of household that may answer to the words typed.

More answer to a common family name than anybody reads: each question brings the likeliest few hundred, in nearly the
order in which `person_search.ranked` puts them for good.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from povertydesk.poverty.person import HEAD
from povertydesk.poverty.person_search import SearchCandidate, patterns

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from povertydesk.poverty.person_search import SearchWords
    from povertydesk.store.engine import Engine

_MOST_NAMES = 240
_MOST_OTHERS = 120
_AFTER_ALL_TEXT = "\U0010ffff"
_GLOB_SIGNS = frozenset("*?[")
_BEFORE_A_TONE = frozenset("ou")

_LIVES = (
    "coalesce(membership.from_on, '') <= :day AND coalesce(membership.until_on, '9999') > :day "
    "AND membership.household_id = household.id"
)
_THERE = "coalesce(household.entered_on, '') <= :day AND coalesce(household.ended_on, '9999') > :day"
_COLUMNS = (
    "person.id, coalesce(person.name, head_name), coalesce(person.name_folded, head_folded), "
    "coalesce(person.name_sort, head_sort), household.id, household.code, village.name_folded, citizen_number, "
    "village.name, birth_year"
)
_BY_PERSON = (
    f"SELECT {_COLUMNS} FROM (SELECT rowid AS number FROM person WHERE {{}} LIMIT :most) "  # noqa: S608 - fixed
    "JOIN person ON person.rowid = number JOIN membership ON person_id = person.id "
    f"JOIN household ON {_LIVES} JOIN village ON village.id = village_id"
)
_BY_HOUSEHOLD = (
    f"SELECT {_COLUMNS} FROM (SELECT household.rowid AS number FROM household {{}} LIMIT :most) "  # noqa: S608 - fixed
    "JOIN household ON household.rowid = number JOIN village ON village.id = village_id "
    f"LEFT JOIN membership ON relation = :head AND {_LIVES} LEFT JOIN person ON person.id = person_id "
    f"WHERE {_THERE}"
)
# Looking through an index of one column and then for the few that answer is half the work of looking through everybody.
_ANY_PERSON = "person.rowid IN (SELECT rowid FROM person WHERE {} ESCAPE '\\')"
_NAME_IS_NEAR = (
    "CASE WHEN ' ' || {0} LIKE :from_a_word ESCAPE '\\' OR ' ' || {0} LIKE :words_apart ESCAPE '\\' THEN 0 ELSE 1 END, "
    "CASE WHEN {1} GLOB :spelt THEN 0 ELSE 1 END, CASE WHEN {0} = :folded THEN 0 "
    "WHEN {0} LIKE :at_the_end ESCAPE '\\' THEN 1 WHEN {0} LIKE :at_the_start ESCAPE '\\' THEN 2 ELSE 3 END, {2}"
)


class FoundPerson(NamedTuple):
    """A person who may answer, with the household the person lives in; without a key where only a head's name is known.

    `candidate` is what the words are held against.
    """

    candidate: SearchCandidate
    person_id: str | None
    household_id: str
    village: str
    birth_year: int | None


def find_candidates(engine: Engine, words: SearchWords, day: datetime.date) -> tuple[FoundPerson, ...]:
    """Return who may answer to the words among those who live in the commune on a day, each once, in no order.

    Heads of household of whom no person is entered are among them; a code or village brings the heads only.
    """
    found: dict[str, FoundPerson] = {}
    for sql, values in _questions(words):
        for row in engine.execute(sql, {"day": day.isoformat(), "head": HEAD, **values}):
            one = _found(row)
            found.setdefault(one.candidate.id, one)
    return tuple(found.values())


def _questions(words: SearchWords) -> Iterator[tuple[str, dict[str, Any]]]:
    asked = patterns(words)
    if words.digits:
        values = {"number": asked.number, "most": _MOST_OTHERS}
        yield _BY_PERSON.format(_ANY_PERSON.format("citizen_number LIKE :number") + " ORDER BY name_sort, id"), values
    else:
        yield from _name_questions(words, asked.folded_name[0])
    if words.letters:
        # Whole initials stand in the names of as many words, longer names come after them.
        values = {"initials": asked.folded_name[1], "most": _MOST_NAMES}
        yield (
            _BY_PERSON.format(
                f"{_begins('name_folded')} AND name_folded LIKE :initials ESCAPE '\\' "
                "ORDER BY length(name_folded) - length(replace(name_folded, ' ', '')), name_sort, id"
            ),
            {**values, **_range(words.letters[0])},
        )
    yield from _code_questions(words)
    values = {"village": asked.folded_village, "most": _MOST_OTHERS}
    yield (
        _BY_HOUSEHOLD.format(
            "WHERE village_id IN (SELECT id FROM village WHERE name_folded LIKE :village ESCAPE '\\') "  # noqa: S608
            f"AND {_THERE} ORDER BY village_id, code"
        ),
        values,
    )


def _name_questions(words: SearchWords, pattern: str) -> Iterator[tuple[str, dict[str, Any]]]:
    literal = patterns(words).folded_village.strip("%")
    values = {
        "pattern": pattern,
        "folded": words.folded,
        "from_a_word": f"% {literal}%",
        "words_apart": "".join(f"% {word}" for word in literal.split()) + "%",
        "at_the_end": f"% {literal}",
        "at_the_start": f"{literal}%",
        "spelt": f"*{_any_spelling(words.spelt)}*",
        "most": _MOST_NAMES,
    }
    near = _NAME_IS_NEAR.format("name_folded", "name", "name_sort")
    yield _BY_PERSON.format(f"{_ANY_PERSON.format('name_folded LIKE :pattern')} ORDER BY {near}, id"), values
    near = _NAME_IS_NEAR.format("head_folded", "head_name", "head_sort")
    unknown = (
        "NOT EXISTS (SELECT 1 FROM membership WHERE membership.household_id = household.id "
        "AND coalesce(until_on, '9999') > :day)"
    )
    yield (
        _BY_HOUSEHOLD.format(f"WHERE head_folded LIKE :pattern ESCAPE '\\' AND {unknown} ORDER BY {near}, code"),
        values,
    )


def _code_questions(words: SearchWords) -> Iterator[tuple[str, dict[str, Any]]]:
    """Ask for the beginning of a code, which an index has; for its end only where a number was typed."""
    for beginning in {words.line, words.line.upper(), words.line.lower()}:
        values = {**_range(beginning), "most": _MOST_OTHERS}
        yield _BY_HOUSEHOLD.format(f"WHERE {_begins('code')} AND {_THERE} ORDER BY code, village_id"), values
    if any(sign.isdecimal() for sign in words.line):
        values = {"code": patterns(words).household_code.removesuffix("%"), "most": _MOST_OTHERS}
        yield (
            _BY_HOUSEHOLD.format(f"WHERE code LIKE :code ESCAPE '\\' AND {_THERE} ORDER BY code, village_id"),
            values,
        )


def _begins(column: str) -> str:
    return f"{column} >= :lowest AND {column} < :highest"


def _range(beginning: str) -> dict[str, str]:
    return {"lowest": beginning, "highest": beginning + _AFTER_ALL_TEXT}


def _any_spelling(spelt: str) -> str:
    """Return the GLOB pattern of a text in small letters or capitals, its tone on either vowel of `oa`, `oe`, `uy`."""
    classes: list[set[str]] = []
    for letter in spelt:
        plain, tone = _tone_apart(letter)
        if tone and classes and plain in "aey" and classes[-1] & _BEFORE_A_TONE:
            classes[-1] |= {unicodedata.normalize("NFC", before + tone) for before in classes[-1]}
            classes.append({letter, plain})
        else:
            classes.append({letter})
    return "".join(_one_of(letters) for letters in classes)


def _tone_apart(letter: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in decomposed if mark in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in tones)), tones


def _one_of(letters: set[str]) -> str:
    either = sorted(letters | {letter.upper() for letter in letters if len(letter.upper()) == 1})
    return either[0] if len(either) == 1 and either[0] not in _GLOB_SIGNS else f"[{''.join(either)}]"


def _found(row: tuple[Any, ...]) -> FoundPerson:
    person_id, name, folded_name, name_sort, household_id, code, folded_village, number, village, birth_year = row
    key = person_id or household_id
    candidate = SearchCandidate(key, name, folded_name, name_sort, code, folded_village, number)
    return FoundPerson(candidate, person_id, household_id, village, birth_year)
