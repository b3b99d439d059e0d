from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from povertydesk.poverty.person_search import (
    LIKE_ESCAPE,
    Closeness,
    Match,
    MatchKind,
    SearchCandidate,
    SearchPatterns,
    SearchWords,
    match,
    patterns,
    ranked,
    read_search,
)
from povertydesk.poverty.vietnamese import clean_line, fold, initials, person_sort_key, to_nfc

WHOLE, AT_THE_END, AT_THE_START, FROM_A_WORD, WORDS_APART, INSIDE_A_WORD = Closeness
TEXT = st.text(
    st.sampled_from("aăâbcdđeêghiklnoôơpqrstuưvyAĐÔƯ   0123456789.-_%\\'\u0300\u0309\u0303\u0301\u0323"), max_size=14
)
NAME_WORDS = ("Nguyễn", "Văn", "Thị", "Dũng", "Dung", "Hoà", "Hòa", "Hoàng", "Thuý", "Thúy", "Đào", "An", "Ân")
NAMES = st.lists(st.sampled_from(NAME_WORDS), min_size=1, max_size=4).map(" ".join)


def candidate(
    name: str, *, key: str = "p", code: str = "", village: str = "", number: str | None = None
) -> SearchCandidate:
    return SearchCandidate(
        key, clean_line(name), fold(name), person_sort_key(name), clean_line(code), fold(village), number
    )


CANDIDATES = st.builds(
    candidate,
    st.one_of(NAMES, TEXT),
    code=TEXT,
    village=TEXT,
    number=st.one_of(st.none(), st.from_regex(r"[0-9]{9}|[0-9]{12}", fullmatch=True)),
)


def words_of(text: str) -> SearchWords:
    words = read_search(text)
    assert words is not None
    return words


def is_like(pattern: str, text: str) -> bool:
    """LIKE as SQLite has it: `%` any text, `_` one letter, capitals of A to Z as small ones, the escape before."""
    parts = re.findall(rf"{re.escape(LIKE_ESCAPE)}.|.", pattern, re.DOTALL)
    meaning = {"%": ".*", "_": "."}
    expression = "".join(meaning.get(part) or re.escape(_small(part[-1])) for part in parts)
    return re.fullmatch(expression, _small(text), re.DOTALL) is not None


def _small(text: str) -> str:
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)


def lets_through(asked: SearchPatterns, one: SearchCandidate) -> bool:
    return (
        any(is_like(pattern, one.folded_name) for pattern in asked.folded_name)
        or is_like(asked.household_code, one.household_code)
        or is_like(asked.folded_village, one.folded_village)
        or (asked.number is not None and one.number is not None and is_like(asked.number, one.number))
    )


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "\u0301"])
def test_nothing_typed_is_nothing_to_look_for(text: str) -> None:
    assert read_search(text) is None


@pytest.mark.parametrize(
    ("typed", "kind", "closeness"),
    [
        ("Nguyễn Văn Dũng", MatchKind.EXACT_NAME, WHOLE),
        ("nguyễn văn dũng", MatchKind.EXACT_NAME, WHOLE),
        (unicodedata.normalize("NFD", " NGUYỄN  VĂN DŨNG "), MatchKind.EXACT_NAME, WHOLE),
        ("dũng", MatchKind.EXACT_NAME, AT_THE_END),
        ("văn dũng", MatchKind.EXACT_NAME, AT_THE_END),
        ("nguyễn", MatchKind.EXACT_NAME, AT_THE_START),
        ("văn", MatchKind.EXACT_NAME, FROM_A_WORD),
        ("nguyễn dũng", MatchKind.EXACT_NAME, WORDS_APART),
        ("guyễn", MatchKind.EXACT_NAME, INSIDE_A_WORD),
        ("nguyen van dung", MatchKind.FOLDED_NAME, WHOLE),
        ("dung", MatchKind.FOLDED_NAME, AT_THE_END),
        ("dụng", MatchKind.FOLDED_NAME, AT_THE_END),
        ("ng dung", MatchKind.FOLDED_NAME, WORDS_APART),
        ("n v d", MatchKind.EXACT_NAME, WORDS_APART),
        ("nvd", MatchKind.INITIALS, WHOLE),
        ("N.V.D.", MatchKind.INITIALS, WHOLE),
        ("nv", MatchKind.INITIALS, AT_THE_START),
        ("CL-012", MatchKind.HOUSEHOLD_CODE, WHOLE),
        ("cl-0", MatchKind.HOUSEHOLD_CODE, AT_THE_START),
        ("012", MatchKind.HOUSEHOLD_CODE, AT_THE_END),
        ("3456", MatchKind.LAST_DIGITS, AT_THE_END),
        ("123 456", MatchKind.LAST_DIGITS, AT_THE_END),
        ("900.085.123.456", MatchKind.LAST_DIGITS, WHOLE),
        ("thôn 2", MatchKind.VILLAGE, WHOLE),
        ("thon", MatchKind.VILLAGE, AT_THE_START),
        ("hon 2", MatchKind.VILLAGE, INSIDE_A_WORD),
    ],
)
def test_the_reason_of_a_match_is_named(typed: str, kind: MatchKind, closeness: Closeness) -> None:
    person = candidate("Nguyễn Văn Dũng", code="CL-012", village="Thôn 2", number="900085123456")
    assert match(words_of(typed), person) == Match(kind, closeness)
    assert lets_through(patterns(words_of(typed)), person)


@pytest.mark.parametrize("typed", ["dũng văn", "dvn", "nvdd", "56", "1234", "L-01", "xyz", "%", "_", "n%g", "thôn 3"])
def test_what_does_not_answer_is_left_out(typed: str) -> None:
    person = candidate("Bùi Văn Dũng", code="CL-012", village="Thôn 2", number="900085123456")
    assert match(words_of(typed), person) is None
    assert ranked(words_of(typed), [person]) == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Hòa", "Lê Thị Hoà"), ("hoà", "Lê Thị Hòa"), ("Thúy", "Thuý"), ("hòa", "Lê Hoàng An"), ("khỏe", "Khoẻ")],
)
def test_both_places_of_a_tone_are_one_spelling(typed: str, name: str) -> None:
    found = match(words_of(typed), candidate(name))
    assert found is not None
    assert found.kind is MatchKind.EXACT_NAME


def test_exact_accents_come_first_then_the_others_by_given_name() -> None:
    names = ["Trần Thị Dung", "Lê Văn Dùng", "Bùi Dũng An", "Vũ Dũng", "Nguyễn Anh Dũng", "Đỗ Ủy Nhiên Dũng", "Dũng"]
    people = [candidate(name, key=str(place)) for place, name in enumerate(names)]
    order = [one.name for one, _ in ranked(words_of("dũng"), people)]
    exact = ["Dũng", "Đỗ Ủy Nhiên Dũng", "Nguyễn Anh Dũng", "Vũ Dũng", "Bùi Dũng An"]
    assert order == [*exact, "Trần Thị Dung", "Lê Văn Dùng"]


def test_letters_inside_a_word_come_last() -> None:
    people = [candidate(name, key=name) for name in ("Lan", "Đỗ Ân", "Ân Lan", "Âu Ngà", "Vũ An", "Ẩn")]
    order = [(one.name, answer.kind) for one, answer in ranked(words_of("an"), people)]
    assert order == [
        ("Vũ An", MatchKind.EXACT_NAME),
        ("Ẩn", MatchKind.FOLDED_NAME),
        ("Đỗ Ân", MatchKind.FOLDED_NAME),
        ("Ân Lan", MatchKind.FOLDED_NAME),
        ("Âu Ngà", MatchKind.INITIALS),
        ("Lan", MatchKind.EXACT_NAME),
    ]
    exact_inside = ranked(words_of("ũng"), [candidate("Dung"), candidate("Dũng")])
    assert [one.name for one, _ in exact_inside] == ["Dũng", "Dung"]


def test_equal_names_stand_by_household_and_key() -> None:
    people = [candidate("An", key=key, code=code) for key, code in (("c", "2"), ("b", "1"), ("a", "2"))]
    assert [one.id for one, _ in ranked(words_of("an"), people)] == ["b", "a", "c"]


def test_what_the_file_is_asked_takes_wildcards_as_they_are_written() -> None:
    assert patterns(words_of(r"50%_\đ")) == SearchPatterns(
        folded_name=("%50\\%\\_\\\\d%",),
        household_code="%50\\%\\_\\\\_%",
        folded_village="%50\\%\\_\\\\d%",
        number=None,
    )
    assert patterns(words_of("nvd")).folded_name == ("%nvd%", "n% v% d%")
    assert patterns(words_of("Nguyễn Dũng")).folded_name == ("%nguyen%dung%",)
    assert patterns(words_of("123 456")).number == "%123456"
    assert patterns(words_of("56")).number is None


@given(TEXT, CANDIDATES)
@example("đ1", candidate("An", code="Đ12"))
def test_the_file_is_asked_for_everybody_who_answers(text: str, one: SearchCandidate) -> None:
    words = read_search(text)
    if words is not None and match(words, one) is not None:
        assert lets_through(patterns(words), one)


@given(CANDIDATES, st.data())
def test_a_person_is_found_by_every_part(one: SearchCandidate, data: st.DataObject) -> None:
    pieces = [one.name, one.folded_name, one.household_code, one.folded_village, (one.number or "")[-4:]]
    letters = initials(one.name)
    if letters.isascii() and letters.isalpha() and 2 <= len(letters) <= 8:
        pieces.append(letters)
    for piece in pieces:
        if words := read_search(piece):
            assert match(words, one) is not None
            assert lets_through(patterns(words), one)
    start = data.draw(st.integers(min_value=0, max_value=len(one.folded_name)))
    if words := read_search(one.folded_name[start:]):
        assert match(words, one) is not None


@given(NAMES)
def test_a_name_as_written_is_exact_in_any_case_and_form(name: str) -> None:
    for typed in (name, name.upper(), unicodedata.normalize("NFD", name), f" {name} "):
        assert match(words_of(typed), candidate(to_nfc(name))) == Match(MatchKind.EXACT_NAME, WHOLE)


@given(st.sampled_from(["dũng", "dung", "an", "hoà", "nvd", "thi dao"]), st.lists(NAMES, max_size=8))
def test_the_order_is_total_and_exact_before_folded(typed: str, names: list[str]) -> None:
    people = [candidate(name, key=str(place)) for place, name in enumerate(names)]
    words = words_of(typed)
    found = ranked(words, people)
    assert found == ranked(words, reversed(people))
    assert [answer.rank for _, answer in found] == sorted(answer.rank for _, answer in found)
    assert {one.id for one, _ in found} == {one.id for one in people if match(words, one)}
