from __future__ import annotations

import ast
import re
import string
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from povertydesk import paths
from povertydesk.poverty.language import LANGUAGES
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity, Value

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "povertydesk"
FOLDER = paths.resources("messages")
VALUES_OF_FINDING = 3
PLACE_FIELDS = frozenset({"paper", "section", "sheet", "year", "village", "row", "column", "field"})


@pytest.fixture(params=LANGUAGES)
def messages(request: pytest.FixtureRequest) -> Messages:
    return Messages.load(FOLDER, request.param)


@pytest.fixture
def vietnamese() -> Messages:
    return Messages.load(FOLDER, "vi")


@dataclass(frozen=True)
class Raised:
    """A code that stands in the program, with the names of the values given to it, where they are written there."""

    code: str
    where: str
    values: frozenset[str] | None


def _names(call: ast.Call) -> frozenset[str] | None:
    """The names of the values given to a code; None where they are not written out at the call."""
    if isinstance(call.func, ast.Name) and call.func.id == "KnownError":
        names = [keyword.arg for keyword in call.keywords if keyword.arg != "findings"]
        return None if None in names else frozenset(name for name in names if name)
    given = next((keyword.value for keyword in call.keywords if keyword.arg == "values"), None)
    if given is None and len(call.args) > VALUES_OF_FINDING:
        given = call.args[VALUES_OF_FINDING]
    if given is None:
        return frozenset()
    if not isinstance(given, ast.Dict) or not all(isinstance(key, ast.Constant) for key in given.keys):
        return None
    return frozenset(str(key.value) for key in given.keys if isinstance(key, ast.Constant))


def raised_in(source: str, where: str) -> Iterator[Raised]:
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
            continue
        code = node.args[0]
        if node.func.id in {"KnownError", "Finding"} and isinstance(code, ast.Constant):
            yield Raised(str(code.value), f"{where}:{node.lineno}", _names(node))


RAISED = [
    raised
    for path in sorted(PACKAGE.rglob("*.py"))
    for raised in raised_in(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))
]


def test_calls_are_found_with_their_values() -> None:
    source = """
raise KnownError("one", findings=found, file=name, folder=where)
yield Finding("two", Severity.NOTE, Place(), {"a": 1, "b": 2})
yield Finding("three", Severity.NOTE, values={"a": 1})
yield Finding("four", Severity.NOTE)
raise KnownError("five", **values)
yield Finding("six", Severity.NOTE, values=values)
raise KnownError(code, file=name)
"""
    assert {raised.code: raised.values for raised in raised_in(source, "here")} == {
        "one": frozenset({"file", "folder"}),
        "two": frozenset({"a", "b"}),
        "three": frozenset({"a"}),
        "four": frozenset(),
        "five": None,
        "six": None,
    }


def test_every_code_of_the_program_has_a_sentence_whose_fields_it_gives(messages: Messages) -> None:
    assert RAISED
    missing = sorted({f"{raised.code} ({raised.where})" for raised in RAISED if raised.code not in messages.codes})
    assert not missing, f"{messages.language}.toml says nothing of {missing}"
    unfilled = [
        f"{raised.code} ({raised.where}): {sorted(lacking)}"
        for raised in RAISED
        if raised.values is not None and (lacking := messages.fields(raised.code) - raised.values)
    ]
    assert not unfilled


def test_codes_that_are_kept_in_tables_have_sentences(messages: Messages) -> None:
    """Codes chosen at run time stand in the program as plain words: the engine's errors, the operating system's."""
    words = {
        node.value
        for path in (PACKAGE / "store" / "engine.py", PACKAGE / "store" / "placing.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    codes = {word for word in words if word.islower() and "-" in word and word.replace("-", "").isalpha()}
    assert {"disk-full", "file-gone", "file-busy", "folder-missing", "file-name-not-possible"} <= codes
    assert codes <= messages.codes
    assert all(messages.fields(code) <= {"file", "folder"} for code in codes)


def test_languages_have_the_same_codes_and_fields() -> None:
    first, *others = (Messages.load(FOLDER, language) for language in LANGUAGES)
    for other in others:
        assert other.codes == first.codes
        assert {code: other.fields(code) for code in other.codes} == {code: first.fields(code) for code in first.codes}


def test_languages_name_places_alike() -> None:
    for language in LANGUAGES:
        place = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))["place"]
        assert place.keys() == PLACE_FIELDS
        for name, words in place.items():
            assert {field for _, field, _, _ in string.Formatter().parse(words) if field} == {name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_nfc_and_whole(language: str) -> None:
    text = (FOLDER / f"{language}.toml").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    for code, sentence in tomllib.loads(text)["store"].items():
        assert sentence == sentence.strip()
        assert sentence[0].isupper() or sentence[0] == "{", code
        assert sentence.endswith("."), code
        assert "  " not in sentence, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_refusals_of_the_store_say_what_to_do(language: str) -> None:
    refusals = {
        raised.code for raised in RAISED if "/store/" in raised.where and "KnownError" in _line(raised.where)
    } | {"disk-full", "disk-error", "file-gone", "file-busy", "file-read-only", "file-cannot-be-opened"}
    spoken = Messages.load(FOLDER, language)
    word = {"vi": "Hãy", "en": "."}[language]
    for code in refusals:
        sentence = spoken.sentence(code, dict.fromkeys(spoken.fields(code), "x"))
        assert word.casefold() in sentence.casefold(), code


def _line(where: str) -> str:
    path, _, number = where.rpartition(":")
    return (ROOT / path).read_text(encoding="utf-8").splitlines()[int(number) - 1]


def test_values_are_written_as_an_office_writes_them() -> None:
    sentences = {"all": "{count} {rate} {year} {row} {operation} {name} {missing}"}
    values: dict[str, Value] = {"count": 1518, "rate": 13.7, "year": 2023, "row": 1518, "operation": 1042}
    values |= {"name": "A.B", "missing": None}
    assert Messages("vi", sentences, {}).sentence("all", values) == "1.518 13,70 2023 1518 1042 A.B "
    assert Messages("en", sentences, {}).sentence("all", values) == "1,518 13.70 2023 1518 1042 A.B "


def test_values_are_never_taken_for_fields_themselves() -> None:
    assert Messages("vi", {"a": "{name}"}, {}).sentence("a", {"name": "{year} {"}) == "{year} {"


def test_errors_findings_and_places_are_said(vietnamese: Messages) -> None:
    error = KnownError("file-missing", file="a.pdesk", folder="D:/")
    assert "a.pdesk" in vietnamese.of_error(error)
    finding = Finding("opened-read-only-medium", Severity.WARNING)
    assert vietnamese.of_finding(finding) == vietnamese.sentence("opened-read-only-medium")
    place = Place(sheet="Thôn", row=1518, column="Hộ nghèo", year=2023)
    assert vietnamese.of_place(place) == "trang tính “Thôn”, năm 2023, dòng 1518, cột “Hộ nghèo”"
    assert vietnamese.of_place(Place()) == ""
    assert vietnamese.of_place(Place(field="history")) == "ô “lịch sử của hộ”"
    assert vietnamese.of_place(Place(field="opening_status")) == "ô “kết quả đầu kỳ”"
    assert vietnamese.of_place(Place(field="Nhà ở")) == "ô “Nhà ở”"


def test_what_a_sentence_names_is_not_named_again_before_it(vietnamese: Messages) -> None:
    place = Place(village="Thôn Mẫu", year=2023, field="10")
    values: dict[str, Value] = {"village": "Thôn Mẫu", "column": "10", "whole": "2", "counted": 3, "residents": 2}
    exceeding = Finding("table-exceeds-residents", Severity.WARNING, place, {"number": 12, **values})
    assert vietnamese.of_located(exceeding).startswith("năm 2023: Thôn Mẫu: biểu 12, cột 10 ")
    missing = Finding("opening-poor-missing", Severity.WARNING, place._replace(field="households"), values)
    assert vietnamese.of_located(missing).startswith("năm 2023, ô “tổng số hộ”: Thôn Mẫu: ")


def test_a_place_without_a_name_is_the_line_of_the_total(vietnamese: Messages) -> None:
    values: dict[str, Value] = {"number": 1, "column": "3", "village": "", "printed": 12, "right": 11}
    assert vietnamese.sentence("former-sum-wrong", values).startswith("Biểu 1, cột 3, Tổng cộng: số in 12")


def test_a_code_that_stands_twice_is_a_mistake_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "vi.toml").write_text('[place]\n[store]\na = "A."\n[targets]\na = "B."\n', encoding="utf-8")
    with pytest.raises(ValueError, match="a stands twice"):
        Messages.load(tmp_path, "vi")


def test_a_table_is_named_in_the_offices_words(messages: Messages) -> None:
    values = {"table": "village_year", "record": "Thôn Minh Long, 2023"}
    assert messages.sentence("table-village-year") in messages.sentence("paper-from-changed-record", values)
    assert "later_table" in messages.sentence("table-not-whole", {"table": "later_table"})


def test_every_table_of_the_file_has_words(messages: Messages) -> None:
    steps = (PACKAGE / "store" / "schema").glob("*.sql")
    tables = {name for step in steps for name in re.findall(r"CREATE TABLE (\w+)", step.read_text(encoding="utf-8"))}
    assert {f"table-{name.replace('_', '-')}" for name in tables - {"file_identity"}} <= messages.codes
