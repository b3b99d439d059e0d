"""A mapping written by hand: every mistake in it has its own sentence and refuses before a line is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from povertydesk import paths
from povertydesk.exchange.column_mapping import load_mapping
from povertydesk.exchange.household_columns import GivenMapping, Layout, find_tables, load_household_words
from povertydesk.poverty.problems import KnownError
from tests.exchange.workbooks import workbook

LIST = (("Ký hiệu", "Nơi ở", "Tên"), ("01", "Thôn 1", "Nguyễn Văn Mẫu"))


def refusal(path: Path) -> KnownError:
    with pytest.raises(KnownError) as caught:
        load_mapping(path)
    return caught.value


def test_a_mapping_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "cot.toml"
    path.write_text('layout = "person"\nheader_row = 3\n[columns]\nperson_name = "Họ tên"\n', encoding="utf-8-sig")
    assert load_mapping(path) == GivenMapping({"person_name": "Họ tên"}, header_row=3, layout=Layout.PERSON)


@pytest.mark.parametrize(
    ("written", "code", "named"),
    [
        ('[columns]\nhead_name = "Tên"\n[colums\n', "mapping-not-toml", {"line": 3}),
        ('[columns]\nhead_name = "Tên', "mapping-not-toml", {"line": 2}),
        ('colums = 1\n[columns]\nhead_name = "Tên"', "mapping-key-unknown", {"name": "colums"}),
        ('layout = "family"\n[columns]\nhead_name = "Tên"', "mapping-layout-unknown", {"layout": "family"}),
        ("[columns]\nhead_name = 3", "mapping-value-wrong", {"name": "head_name"}),
        ('[columns]\nhead_name = " "', "mapping-value-wrong", {"name": "head_name"}),
        ('header_row = "2"\n[columns]\nhead_name = "Tên"', "mapping-value-wrong", {"name": "header_row"}),
        ('header_row = true\n[columns]\nhead_name = "Tên"', "mapping-value-wrong", {"name": "header_row"}),
        ('columns = "Tên"', "mapping-value-wrong", {"name": "columns"}),
        ("header_row = 1", "mapping-without-name", {}),
    ],
)
def test_each_mistake_is_named(tmp_path: Path, written: str, code: str, named: dict[str, object]) -> None:
    path = tmp_path / "cot.toml"
    path.write_text(written, encoding="utf-8")
    error = refusal(path)
    assert error.code == code
    assert named.items() <= error.values.items()


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    assert refusal(tmp_path / "cot.toml").code == "mapping-missing"
    (tmp_path / "cot.toml").write_bytes(b"\xff\xd8")
    assert refusal(tmp_path / "cot.toml").code == "mapping-not-toml"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (GivenMapping({"head_name": "=C"}, header_row=0), "mapping-header-outside"),
        (GivenMapping({"head_name": "=C"}, header_row=-3), "mapping-header-outside"),
        (GivenMapping({"head_name": "=C"}, header_row=2), "mapping-header-outside"),
        (GivenMapping({"head_name": "=C"}, header_row=999), "mapping-header-outside"),
        (GivenMapping({"head_name": "=ZZZ"}, header_row=1), "mapping-letter-outside"),
        (GivenMapping({"head_name": "=D"}, header_row=1), "mapping-letter-outside"),
        (GivenMapping({"head_name": "=C"}, sheet="Khác"), "mapping-sheet-unknown"),
        (GivenMapping({"head_name": "=C", "foo": "=A"}, header_row=1), "mapping-field-unknown"),
        (GivenMapping({"head_name": "Họ"}, header_row=1), "mapping-heading-unknown"),
    ],
)
def test_a_mapping_that_names_what_the_workbook_lacks_is_refused(
    tmp_path: Path, given: GivenMapping, code: str
) -> None:
    words = load_household_words(paths.resources("grids", "household_workbook.toml"))
    with pytest.raises(KnownError) as caught:
        find_tables(workbook(tmp_path / "ho.xlsx", LIST), words, given)
    assert caught.value.code == code
