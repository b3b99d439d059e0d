from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.vietnamese import (
    capitalised,
    clean_line,
    fold,
    initials,
    person_sort_key,
    sort_key,
    to_nfc,
)

# Written by hand in the order of a Vietnamese dictionary; capitals after small letters only among equal words.
DICTIONARY = [
    "",
    "2",
    "10",
    "a",
    "A",
    "à",
    "ả",
    "ã",
    "á",
    "ạ",
    "An",
    "Ánh",
    "ăn",
    "Ăn",
    "ằn",
    "Ân",
    "Ẩn",
    "Ba",
    "Bà",
    "Bả",
    "Bá",
    "Bạ",
    "Bản 9",
    "Bản 10",
    "Bản Đôn",
    "Cao",
    "Chi",
    "Dung",
    "Dũng",
    "đa",
    "Đạt",
    "Đông",
    "Đồng",
    "Đống",
    "Đơn",
    "em",
    "êm",
    "Giang",
    "Hoa",
    "Hoà",
    "Lê",
    "Long",
    "Lô",
    "Lơ",
    "Mơ",
    "Nga",
    "Oanh",
    "Ốc",
    "Ơn",
    "Quý",
    "Thôn",
    "Thôn 2",
    "Thôn 2a",
    "Thôn 2b",
    "Thôn 10",
    "Thôn 100",
    "Thôn Cao Long",
    "Thôn Long Tiến",
    "Thôn Minh Long",
    "Thôn Phi Long",
    "Thơm",
    "Trang",
    "Tú",
    "Tư",
    "Uyên",
    "Ưng",
    "Vân",
    "Ý",
    "Yên",
]
# Every character a file or a clipboard can hand over, lone surrogates and marks without a letter included.
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=24)
VIETNAMESE = st.text(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ 0123456789\u0300\u0309\u0303\u0301\u0323ầẩẫấậ"), max_size=12
)


def test_sort_key_gives_the_order_of_a_dictionary() -> None:
    assert sorted(DICTIONARY[1::2] + DICTIONARY[::2], key=sort_key) == DICTIONARY


def test_the_key_is_text_in_code_point_order_so_that_any_database_sorts_alike() -> None:
    keys = [sort_key(word) for word in DICTIONARY]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    encoded = [key.encode() for key in keys]
    assert encoded == sorted(encoded)


@pytest.mark.parametrize("vowel", "aăâeêioôơuưy")
def test_tones_come_level_falling_asking_tumbling_sharp_heavy(vowel: str) -> None:
    tones = [unicodedata.normalize("NFC", vowel + mark) for mark in ("", *"\u0300\u0309\u0303\u0301\u0323")]
    for order in itertools.permutations(tones):
        assert sorted(order, key=sort_key) == tones


def test_people_are_listed_by_given_name_first() -> None:
    people = [
        "Trần Văn An",
        "Lê Thị Ánh",
        "Phạm Ân",
        "Bùi Thị Dung",
        "Bùi Văn Dũng",
        "Nguyễn Anh Dũng",
        "Nguyễn Văn Dũng",
        "Hà Văn Đông",
        "Y Bhơm",
    ]
    order = [
        "Trần Văn An",
        "Lê Thị Ánh",
        "Phạm Ân",
        "Y Bhơm",
        "Bùi Thị Dung",
        "Bùi Văn Dũng",
        "Nguyễn Anh Dũng",
        "Nguyễn Văn Dũng",
        "Hà Văn Đông",
    ]
    assert sorted(people, key=person_sort_key) == order
    assert sorted(["Lê Anh", "An"], key=person_sort_key) == ["An", "Lê Anh"]


def test_numbers_sort_by_value_with_any_number_of_digits() -> None:
    long_number = "9" * 5000
    assert sort_key(f"Thôn {long_number}") > sort_key("Thôn 10")
    assert sort_key("Thôn 6") < sort_key("Thôn 007") < sort_key("Thôn 8")
    assert sort_key("Thôn ２") == sort_key("Thôn 2")


def test_both_normal_forms_get_one_key_and_one_folding() -> None:
    for word in DICTIONARY:
        decomposed = unicodedata.normalize("NFD", word)
        assert sort_key(decomposed) == sort_key(word)
        assert fold(decomposed) == fold(word)
        assert to_nfc(decomposed) == word


@given(st.lists(VIETNAMESE, max_size=8))
def test_the_order_is_total_and_does_not_depend_on_where_words_stood(words: list[str]) -> None:
    turned = list(reversed(words))
    forwards = [sort_key(word) for word in sorted(words, key=sort_key)]
    assert forwards == [sort_key(word) for word in sorted(turned, key=sort_key)]
    assert forwards == sorted(sort_key(word) for word in words)


@given(VIETNAMESE, VIETNAMESE)
def test_a_word_stands_before_what_begins_with_it(word: str, ending: str) -> None:
    whole = clean_line(f"{clean_line(word)} {ending}")
    assert sort_key(word) <= sort_key(whole)


@given(ANY_TEXT)
def test_sort_key_takes_any_text(text: str) -> None:
    key = sort_key(text)
    assert key == sort_key(to_nfc(text))
    key.encode()


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đặng Thị Hoà", "dang thi hoa"),
        ("ĐẶNG  THỊ\u00a0HOÀ ", "dang thi hoa"),
        ("Ðào", "dao"),
        ("Ươm tơ", "uom to"),
        ("Quyết\u200b định", "quyet dinh"),
        (unicodedata.normalize("NFD", "Nguyễn Văn Đức"), "nguyen van duc"),
        ("Thôn 2", "thon 2"),
        ("", ""),
    ],
)
def test_fold_drops_case_tones_and_letter_marks(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_fold_leaves_no_vietnamese_letter_unfolded() -> None:
    marks = ["", *"\u0300\u0309\u0303\u0301\u0323"]
    letters = [unicodedata.normalize("NFC", letter + mark) for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for mark in marks]
    assert len(letters) == 144
    assert {fold(letter) for letter in [*letters, "đ", "Đ"]} == set("aeioudy")


@given(ANY_TEXT)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_the_kept_form_is_nfc_and_stays_as_it_is(text: str) -> None:
    for bring in (to_nfc, clean_line):
        kept = bring(text)
        assert unicodedata.is_normalized("NFC", kept)
        assert bring(kept) == kept
        kept.encode()


def test_what_cannot_be_seen_goes_and_does_not_part_a_letter_from_its_mark() -> None:
    assert to_nfc("Ho\u200ba\u0300") == "Hoà"
    assert to_nfc("a\u200b\u0301") == "á"
    assert to_nfc("\ufeffThôn\x00 2\ud800") == "Thôn 2"
    assert to_nfc("một\r\nhai\x0bba") == "một\nhai\nba"
    assert clean_line("  Thôn\t Minh \n Long\u00a0") == "Thôn Minh Long"


def test_small_words() -> None:
    assert initials("Nguyễn Văn Dũng") == "nvd"
    assert initials("  Đào  ") == "d"
    assert initials("") == ""
    assert capitalised("xã Cẩm Long") == "Xã Cẩm Long"
    assert capitalised("đến năm 2023") == "Đến năm 2023"
    assert capitalised("") == ""


@given(ANY_TEXT | VIETNAMESE | st.sampled_from(DICTIONARY))
def test_a_line_that_is_clean_already_folds_as_any_other(text: str) -> None:
    """Clean lines go a shorter way; a mark that changes nothing sends the same line the long one."""
    assert fold(text) == fold(text + "\u200b")
    assert clean_line(text) == clean_line(text + "\u200b")
