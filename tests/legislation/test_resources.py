"""The law's files are linted as code: sources known, parameters used, one form of text, a sentence for every code."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from povertydesk.legislation import Legislation, law
from povertydesk.legislation.decision_table import Measure
from povertydesk.paths import resources
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.language import LANGUAGES
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.status import PovertyStatus

FOLDER = resources("legislation")
FILES = sorted(FOLDER.rglob("*.toml"))
CODE = Path(law.__file__).parent


def _tables(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _tables(child)


def _parsed(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_nfc_without_stray_characters(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search("[\u200b-\u200f\u2060\ufeff\u00ad\u00a0\t\r]", text)
    assert all(line == line.rstrip() for line in text.splitlines())
    assert text.endswith("\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_dated_value_writes_its_end(path: Path) -> None:
    for table in _tables(_parsed(path)):
        assert ("from" in table) == ("until" in table), table


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_source_is_in_the_register_and_says_whether_it_was_verified(path: Path) -> None:
    register = {table["id"] for table in _parsed(FOLDER / "instruments.toml")["instrument"]}
    for table in _tables(_parsed(path)):
        if "source" in table:
            assert table["source"]["instrument"] in register
            assert table["source"]["article"].strip()
            assert isinstance(table["verified"], bool)


def test_the_folder_holds_standards_and_no_invented_province() -> None:
    names = {str(path.relative_to(FOLDER)).replace("\\", "/") for path in FILES}
    assert names == {
        "classification.toml", "coverage.toml", "instruments.toml", "newly_escaped.toml", "review_form.toml",
        "review_times.toml",
        "scoring_forms.toml",
        "questionnaires/practice.toml", "score_tables/practice.toml",
        "standards/2016-2021.toml", "standards/2022-2026.toml", "standards/2027-2030.toml",
    }  # fmt: skip


def test_every_line_is_used_on_every_day_it_holds() -> None:
    legislation = Legislation.load(FOLDER)
    rules = legislation.rules
    users = [
        (table.standard, test.line, table.period) for table in rules.tables for row in table.rows for test in row.tests
    ]
    users += [(group.standard, test.line, group.period) for group in rules.groups for test in group.tests]
    for standard in legislation.standards:
        form = legislation.scoring_form(standard, standard.period.first)
        series = {name: [dated.period for dated in one] for name, one in standard.limits.items()}
        for points in form.points if form else ():
            for name in points.limits(AreaType.RURAL):
                series.setdefault(name, []).append(points.period)
        assert set(series) == {line for owner, line, _ in users if owner == standard.id}
        for name, periods in series.items():
            using = [period for owner, line, period in users if (owner, line) == (standard.id, name)]
            assert all(any(period.contains(one) for period in using) for one in periods), name


def test_every_instrument_that_is_cited_was_issued_before_its_value_ends() -> None:
    legislation = Legislation.load(FOLDER)
    for standard in legislation.standards:
        for series in standard.limits.values():
            for dated in series:
                instrument = legislation.instruments.get(dated.source.instrument)
                assert instrument is not None
                assert instrument.issued_on is not None
                assert dated.period.last is None or instrument.issued_on <= dated.period.last


def test_instrument_dates_make_sense() -> None:
    for instrument in Legislation.load(FOLDER).instruments.all:
        if instrument.issued_on is not None:
            assert instrument.issued_on <= instrument.in_force.first, instrument.id
        if not instrument.dates_verified and instrument.confidence != "high":
            assert instrument.note or instrument.id in {"luat-65-2025", "qd-28-2015"}, instrument.id


def test_no_line_or_cut_off_of_the_law_stands_in_the_code() -> None:
    legislation = Legislation.load(FOLDER)
    numbers = {
        value
        for standard in legislation.standards
        for series in standard.limits.values()
        for dated in series
        for value in (dated.rural, dated.urban)
        if value > len(standard.indicators)
    } | {140, 175}
    for path in CODE.glob("*.py"):
        written = {int(one.replace("_", "")) for one in re.findall(r"\b\d[\d_]*\b", path.read_text(encoding="utf-8"))}
        assert not written & numbers, path.name


def _codes_of_reasons() -> set[str]:
    relations = ["at-most", "above", "at-least", "below"]
    rules = {test.rule for table in Legislation.load(FOLDER).rules.tables for row in table.rows for test in row.tests}
    assert rules <= {f"{measure}-{relation}" for measure in Measure for relation in relations}
    statuses = {f"status-{status}".replace("_", "-") for status in PovertyStatus} - {"status-unclassified"}
    notes = {row.note for table in Legislation.load(FOLDER).rules.tables for row in table.rows if row.note}
    return rules | statuses | notes


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_law_has_its_sentence(language: str) -> None:
    messages = Messages.load(resources("messages"), language)
    code = "\n".join(path.read_text(encoding="utf-8") for path in CODE.glob("*.py"))
    raised = set(re.findall(r'KnownError\(\s*"([a-z0-9-]+)"', code))
    reasons = set(re.findall(r'Reason\(\s*"([a-z0-9-]+)"', code)) | _codes_of_reasons() | {
        "income-missing", "income-or-b1-missing",
    }  # fmt: skip
    assert raised
    group = tomllib.loads((resources("messages") / f"{language}.toml").read_text(encoding="utf-8"))["legislation"]
    assert set(group) == raised | reasons
    for reason in reasons:
        assert messages.fields(reason) <= {"value", "line"}, reason
