from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.exchange.old_encodings import Encoding, decide_encoding, decide_with, to_unicode
from povertydesk.exchange.workbook import read_sheets
from tests.exchange.old_fonts import LETTERS, typed_tcvn3, typed_vni
from tests.exchange.workbooks import workbook

_WORDS = (
    "nguyễn văn dũng trần thị hương lê hoàng phạm đức ngọc ánh bùi xuân thuỷ võ kiều oanh đặng quý vũ phượng hồ tưởng "
    "nghĩa khuê giàng quỳnh ướt yến mỹ ỷ lục kỷ thưởng tuyết quốc thoại khuỷu triều"
)
SYLLABLES = _WORDS.split()
names = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=5)
typing = {Encoding.TCVN3: typed_tcvn3, Encoding.VNI: typed_vni}


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_has_its_place_in_both(letter: str) -> None:
    assert to_unicode(typed_tcvn3(letter), Encoding.TCVN3) == letter
    assert to_unicode(typed_vni(letter), Encoding.VNI) == letter
    assert to_unicode(typed_vni(letter.upper()), Encoding.VNI) == letter.upper()


@given(names)
def test_names_come_back_from_both(syllables: list[str]) -> None:
    small, title, large = " ".join(syllables), " ".join(map(str.title, syllables)), " ".join(syllables).upper()
    assert to_unicode(typed_tcvn3(small), Encoding.TCVN3) == small
    assert [to_unicode(typed_vni(text), Encoding.VNI) for text in (small, title, large)] == [small, title, large]


@given(st.lists(st.sampled_from(LETTERS + list("abcdeghiklmnopqrstuvxy")), min_size=1).map("".join))
def test_any_letters_in_any_order_are_kept_apart(letters: str) -> None:
    """The word before is one that no reading takes for Unicode."""
    for encoding, typed in typing.items():
        text = f"nguyễn {letters}"
        assert to_unicode(typed(text), encoding) == text


@given(st.lists(names, min_size=3, max_size=20), st.sampled_from(Encoding))
def test_a_column_is_never_taken_for_another_encoding(rows: list[list[str]], encoding: Encoding) -> None:
    texts = [" ".join(row) for row in rows]
    typed = [typing.get(encoding, str)(text) for text in texts]
    decision = decide_encoding(typed)
    if decision.proven:
        assert decision.encoding is encoding
        assert [to_unicode(text, decision.encoding) for text in typed] == texts
    else:
        assert decision.encoding is Encoding.UNICODE


@given(st.text(), st.sampled_from(Encoding))
def test_whatever_is_read_is_composed(text: str, encoding: Encoding) -> None:
    assert unicodedata.is_normalized("NFC", to_unicode(text, encoding))


@pytest.mark.parametrize(
    ("texts", "encoding", "words"),
    [
        (["NguyÔn V¨n Dòng"], Encoding.TCVN3, 2),
        (["Nguyeãn Vaên Duõng"], Encoding.VNI, 3),
        (["Nguyễn Văn Dũng"], Encoding.UNICODE, 3),
        (["Krông Nô", "Êđê", "H'Bia Niê"], Encoding.UNICODE, 1),
        (["Lò Thị Hà", "Tú"], Encoding.UNICODE, 1),
    ],
)
def test_what_columns_prove(texts: list[str], encoding: Encoding, words: int) -> None:
    decision = decide_encoding(texts)
    assert (decision.encoding, decision.words, decision.certainty) == (encoding, words, 1.0)


@pytest.mark.parametrize("texts", [["Hà"], ["Cã"], ["Hµ"], ["Nam", "N÷", "N÷"], ["Lò", "Tú", "Hà"], ["abc"], []])
def test_little_proves_nothing(texts: list[str]) -> None:
    decision = decide_encoding(texts)
    assert (decision.encoding, decision.proven, decision.certainty) == (Encoding.UNICODE, False, 0.0)


def test_a_column_of_few_words_follows_its_sheet() -> None:
    whole = decide_encoding(["NguyÔn V¨n Dòng", "TrÇn ThÞ H­¬ng"])
    assert decide_with(["Nam", "N÷"], whole).encoding is Encoding.TCVN3
    assert decide_with(["Nguyễn Văn Dũng"], whole).encoding is Encoding.UNICODE
    assert decide_with(["Nam", "N÷"], decide_encoding([])).encoding is Encoding.UNICODE


def test_cells_that_are_unicode_already_are_left_alone() -> None:
    for encoding in Encoding:
        assert to_unicode("Nguyễn Văn Dũng", encoding) == "Nguyễn Văn Dũng"
        assert to_unicode("Thon 1", encoding) == "Thon 1"
    assert to_unicode("Hoàng Hà", Encoding.TCVN3) == "Hoàng Hà"


def test_what_two_encodings_can_read_is_read_as_its_column() -> None:
    assert [to_unicode("Hoàng", encoding) for encoding in (Encoding.UNICODE, Encoding.VNI)] == ["Hoàng", "Hồng"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("NGUYÔN V¡N DòNG", "NGUYỄN VĂN DŨNG"),
        ("§ç ThÞ ¸nh", "Đỗ Thị ánh"),
        ("Lª Hµ ¢u", "Lê Hà Âu"),
        ("nguyÔn v¨n dòng", "nguyễn văn dũng"),
        ("¸NH", "ÁNH"),
    ],
)
def test_capitals_of_tcvn3_as_far_as_the_text_tells_them(typed: str, text: str) -> None:
    assert to_unicode(typed, Encoding.TCVN3) == text


def test_a_capital_of_vni_with_its_mark_typed_small() -> None:
    assert to_unicode("Aùnh", Encoding.VNI) == "Ánh"


def test_the_letter_u_horn_survives_the_reading(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [[typed_tcvn3("Trần Thị Hương")]])
    (kept,) = read_sheets(path, old_letters=True)
    (lost,) = read_sheets(path)
    assert to_unicode(str(kept.cell(0, 0)), Encoding.TCVN3) == "Trần Thị Hương"
    assert to_unicode(str(lost.cell(0, 0)), Encoding.TCVN3) == "Trần Thị Hơng"
