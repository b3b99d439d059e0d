from __future__ import annotations

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from povertydesk import paths
from povertydesk.poverty.citizen_number import (
    NumberMeaning,
    check_citizen_number,
    is_placeholder,
    mask_citizen_number,
    number_meaning,
    read_citizen_number,
    without_separators,
)
from povertydesk.poverty.language import LANGUAGES
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.person import Sex
from povertydesk.poverty.problems import Place, Severity

# Invented: the codes of no place, and numbers nobody holds.
PLACES = {"900": "Tỉnh A", "038": "Tỉnh B", "004": "Tỉnh C"}
MESSAGES = {language: Messages.load(paths.resources("messages"), language) for language in LANGUAGES}

NUMBERS = st.from_regex(r"0[0-9]{2}[0-5][0-9]{8}", fullmatch=True).filter(
    lambda number: not number.startswith("000") and number[6:] != "000000"
)
ANY_CELL = st.one_of(
    st.none(),
    st.text(st.characters(codec=None, exclude_categories=()), max_size=30),
    st.text(st.sampled_from("0123456789.,-–eE+ '"), max_size=30),
    st.floats(),
    st.integers(),
)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("038185123456", "038185123456"),
        (" 038 185 123 456 ", "038185123456"),
        ("038.185.123.456", "038185123456"),
        ("038-185–123−456", "038185123456"),
        ("'038185123456", "038185123456"),
        ("038\u00a0185\u200b123456", "038185123456"),
        ("０３８１８５１２３４５６", "038185123456"),
        ("171234567", "171234567"),
        ("171 234 567", "171234567"),
        ("171234567.0", "171234567"),
        (171234567.0, "171234567"),
        (238185123456, "238185123456"),
        (238185123456.0, "238185123456"),
        # Nothing stands there.
        (None, None),
        ("", None),
        ("  ", None),
        ("-", None),
        ("...", None),
        # Other lengths stay as they stand: the check warns of them.
        ("03818512345", "03818512345"),
        ("0381851234567", "0381851234567"),
        ("12345678", "12345678"),
        ("12.05.1990", "12051990"),
    ],
)
def test_what_leaves_no_doubt_is_read_without_a_word(cell: str | float | None, number: str | None) -> None:
    assert read_citizen_number(cell) == (number, None, False)


@pytest.mark.parametrize(
    ("cell", "number", "zeros"),
    [
        ("38185123456", "038185123456", 1),
        ("38.185.123.456", "038185123456", 1),
        ("38185123456.0", "038185123456", 1),
        ("38185123456,00", "038185123456", 1),
        (38185123456.0, "038185123456", 1),
        (38185123456, "038185123456", 1),
        ("4185123456", "004185123456", 2),
        (4185123456.0, "004185123456", 2),
    ],
)
def test_zeros_that_a_workbook_dropped_are_proposed(cell: str | float, number: str, zeros: int) -> None:
    reading = read_citizen_number(cell, Place(row=7))
    assert reading.number == number
    assert reading.is_proposal
    assert reading.finding is not None
    assert reading.finding.code == "citizen-number-zeros-restored"
    assert reading.finding.severity is Severity.WARNING
    assert reading.finding.place == Place(row=7)
    assert reading.finding.values["zeros"] == zeros


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1.23E+11", "citizen-number-digits-lost"),
        ("1,23E+11", "citizen-number-digits-lost"),
        (" 3.81851e10 ", "citizen-number-digits-lost"),
        ("4E+09", "citizen-number-digits-lost"),
        # The same, after the workbook read its own short form back as a figure.
        (238185000000.0, "citizen-number-digits-lost"),
        (38185100000.0, "citizen-number-digits-lost"),
        ("03818512345O", "citizen-number-unreadable"),
        ("chưa có", "citizen-number-unreadable"),
        ("12/05/1990", "citizen-number-unreadable"),
        ("038185123456, 038185123457", "citizen-number-unreadable"),
        (0.5, "citizen-number-unreadable"),
        (-38185123456, "citizen-number-unreadable"),
        (float("nan"), "citizen-number-unreadable"),
        (float("inf"), "citizen-number-unreadable"),
        (1e15, "citizen-number-unreadable"),
        (True, "citizen-number-unreadable"),
        ("000000000000", "citizen-number-filled-in"),
        ("111 111 111", "citizen-number-filled-in"),
        (0, "citizen-number-filled-in"),
        ("99999999999", "citizen-number-filled-in"),
    ],
)
def test_what_is_no_number_is_refused_by_name(cell: str | float, code: str) -> None:
    reading = read_citizen_number(cell, Place(row=7))
    assert reading.number is None
    assert not reading.is_proposal
    assert reading.finding is not None
    assert reading.finding.code == code
    assert reading.finding.severity is Severity.ERROR
    assert reading.finding.place == Place(row=7)


@given(NUMBERS)
def test_a_number_survives_every_way_of_writing_it(number: str) -> None:
    groups = (number[:3], number[3:6], number[6:9], number[9:])
    for mark in (" ", ".", "-", "\u00a0"):
        assert read_citizen_number(mark.join(groups)) == (number, None, False)


@given(NUMBERS)
def test_a_number_kept_as_a_figure_comes_back_or_is_refused(number: str) -> None:
    for cell in (int(number), float(number), str(int(number)), str(float(number))):
        reading = read_citizen_number(cell)
        assert reading.finding is not None
        assert reading.number == number if reading.is_proposal else reading.number is None
        assert reading.is_proposal or reading.finding.code in {"citizen-number-digits-lost", "citizen-number-filled-in"}


@given(ANY_CELL)
@example(10**400)
def test_any_cell_is_read_and_what_is_returned_is_read_alike(cell: str | float | None) -> None:
    reading = read_citizen_number(cell)
    assert reading.is_proposal == (reading.finding is not None and reading.number is not None)
    if reading.number is not None:
        assert reading.number.isdecimal()
        assert reading.number.isascii()
    if reading.is_proposal and reading.number is not None:
        assert len(reading.number) == 12
        assert reading.number.startswith("0")
        assert read_citizen_number(reading.number) == (reading.number, None, False)


@pytest.mark.parametrize(
    ("number", "meaning"),
    [
        ("038085123456", NumberMeaning("038", Sex.MALE, 1985)),
        ("038185123456", NumberMeaning("038", Sex.FEMALE, 1985)),
        ("038205123456", NumberMeaning("038", Sex.MALE, 2005)),
        ("038300123456", NumberMeaning("038", Sex.FEMALE, 2000)),
        ("038401123456", NumberMeaning("038", Sex.MALE, 2101)),
        ("038599123456", NumberMeaning("038", Sex.FEMALE, 2199)),
        ("038685123456", NumberMeaning("038", None, None)),
        ("171234567", None),
        ("03818512345", None),
        ("03818512345x", None),
        ("", None),
    ],
)
def test_a_citizen_number_says_place_sex_and_year(number: str, meaning: NumberMeaning | None) -> None:
    assert number_meaning(number) == meaning


@pytest.mark.parametrize(
    ("number", "sex", "born", "codes"),
    [
        ("038185123456", Sex.FEMALE, 1985, []),
        ("038185123456", Sex.FEMALE, datetime.date(1985, 12, 31), []),
        ("038185123456", None, None, []),
        ("038185123456", Sex.MALE, None, ["citizen-number-says-female"]),
        ("038085123456", Sex.FEMALE, None, ["citizen-number-says-male"]),
        ("038185123456", None, 1986, ["citizen-number-year-differs"]),
        ("038185123456", None, datetime.date(2085, 1, 1), ["citizen-number-year-differs"]),
        ("038685123456", Sex.MALE, 1985, ["citizen-number-century-unknown"]),
        ("039185123456", None, None, ["citizen-number-place-unknown"]),
        ("038185000000", None, None, ["citizen-number-ends-in-zeros"]),
        ("038185100000", None, None, []),
        ("038185000001", None, None, []),
        ("03818512345", Sex.MALE, 1900, ["citizen-number-wrong-length"]),
        ("0381851234567", None, None, ["citizen-number-wrong-length"]),
        ("17123456x", None, None, ["citizen-number-wrong-length"]),
        ("171234567", Sex.MALE, 1985, []),
        (
            "999185000000",
            Sex.MALE,
            1986,
            [
                "citizen-number-place-unknown",
                "citizen-number-says-female",
                "citizen-number-year-differs",
                "citizen-number-ends-in-zeros",
            ],
        ),
    ],
)
def test_a_number_is_checked_against_what_is_known(
    number: str, sex: Sex | None, born: datetime.date | int | None, codes: list[str]
) -> None:
    findings = check_citizen_number(number, sex=sex, born=born, place_codes=PLACES, place=Place(row=7))
    assert [finding.code for finding in findings] == codes
    assert {finding.severity for finding in findings} <= {Severity.WARNING}
    assert {finding.place for finding in findings} <= {Place(row=7)}


def test_without_a_list_of_places_the_code_is_not_looked_at() -> None:
    assert check_citizen_number("999185123456") == ()
    assert [finding.code for finding in check_citizen_number("999185123456", place_codes={})] == [
        "citizen-number-place-unknown"
    ]


@given(NUMBERS)
def test_what_a_number_says_of_itself_never_contradicts_it(number: str) -> None:
    meaning = number_meaning(number)
    assert meaning is not None
    known = {meaning.place_code}
    assert check_citizen_number(number, sex=meaning.sex, born=meaning.birth_year, place_codes=known) == ()


@given(ANY_CELL, st.sampled_from(Sex), st.integers(min_value=1900, max_value=2100))
@example("038185123456", Sex.MALE, 1986)
@example(38185123456.0, Sex.MALE, 1986)
def test_no_sentence_shows_more_than_four_digits_in_a_row(cell: str | float | None, sex: Sex, born: int) -> None:
    reading = read_citizen_number(cell)
    findings = [reading.finding] if reading.finding else []
    if reading.number:
        findings += check_citizen_number(reading.number, sex=sex, born=born, place_codes=PLACES)
    for language in LANGUAGES:
        spoken = MESSAGES[language]
        for finding in findings:
            sentence = spoken.of_finding(finding)
            runs = "".join(character if character.isdecimal() else " " for character in sentence).split()
            assert max(map(len, runs), default=0) <= 4


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("038185123456", "********3456"),
        ("038 185 123 456", "********3456"),
        ("171234567", "*****4567"),
        ("12345678", "********"),
        ("1234", "****"),
        ("", ""),
        ("9" * 40, "********9999"),
    ],
)
def test_a_number_is_hidden_but_for_its_last_four_digits(text: str, masked: str) -> None:
    assert mask_citizen_number(text) == masked


@given(st.text(max_size=40))
def test_a_masked_number_shows_no_more_than_four_and_never_half(text: str) -> None:
    masked = mask_citizen_number(text)
    shown = masked.lstrip("*")
    number = without_separators(text).lstrip("*")
    assert len(shown) <= 4
    assert number.endswith(shown)
    assert not shown or len(without_separators(text)) >= 9


def test_one_digit_throughout_is_nobodys_number() -> None:
    assert is_placeholder("000000000000")
    assert is_placeholder("1")
    assert not is_placeholder("")
    assert not is_placeholder("100000000000")
