"""Which standard binds which day and round, and what is refused."""

from __future__ import annotations

import datetime
import time
import tomllib

import pytest

from povertydesk.legislation import Legislation
from povertydesk.paths import resources
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import RoundKind
from tests.legislation.law_copy import LawCopy


@pytest.mark.parametrize(
    ("day", "standard"),
    [
        ("2016-01-01", "2016-2021"),
        ("2020-12-31", "2016-2021"),
        ("2021-12-31", "2016-2021"),
        ("2022-01-01", "2022-2026"),
        ("2025-12-31", "2022-2026"),
        ("2026-01-01", "2022-2026"),
        ("2026-12-31", "2022-2026"),
        ("2027-01-01", "2027-2030"),
        ("2030-12-31", "2027-2030"),
    ],
)
def test_a_day_has_its_standard(law: Legislation, day: str, standard: str) -> None:
    assert law.standard_on(datetime.date.fromisoformat(day)).id == standard


@pytest.mark.parametrize("day", ["2015-12-31", "2031-01-01"])
def test_a_day_that_no_law_covers_is_refused(law: Legislation, day: str) -> None:
    asked = datetime.date.fromisoformat(day)
    with pytest.raises(KnownError) as refusal:
        law.standard_on(asked)
    assert refusal.value.code == "no-standard-on-date"
    assert refusal.value.values == {"date": f"{asked:%d/%m/%Y}", "first": "01/01/2016", "last": "31/12/2030"}


@pytest.mark.parametrize(
    ("year", "kind", "standard"),
    [
        (2016, RoundKind.ANNUAL, "2016-2021"),
        (2021, RoundKind.ANNUAL, "2016-2021"),
        (2021, RoundKind.TRANSITION, "2022-2026"),
        (2022, RoundKind.IN_YEAR, "2022-2026"),
        (2026, RoundKind.ANNUAL, "2022-2026"),
        (2026, RoundKind.IN_YEAR, "2022-2026"),
        (2026, RoundKind.TRANSITION, "2027-2030"),
        (2027, RoundKind.ANNUAL, "2027-2030"),
        (2015, RoundKind.TRANSITION, "2016-2021"),
    ],
)
def test_a_round_is_bound_to_one_standard(law: Legislation, year: int, kind: RoundKind, standard: str) -> None:
    found = law.standard_for(year, kind)
    assert found.id == standard
    assert found.period.covers(law.day_of_round(year, kind))


@pytest.mark.parametrize("year", [2014, 2016, 2020, 2023, 2025, 2027, 2030])
def test_a_transition_round_stands_only_before_a_new_standard(law: Legislation, year: int) -> None:
    with pytest.raises(KnownError) as refusal:
        law.standard_for(year, RoundKind.TRANSITION)
    assert refusal.value.code == "no-transition-round"
    assert refusal.value.values == {"year": str(year), "years": "2015, 2021, 2026"}


@pytest.mark.parametrize("year", [-1, 0, 2015, 2031, 9999, 123456])
def test_a_year_that_no_law_covers_is_refused(law: Legislation, year: int) -> None:
    with pytest.raises(KnownError) as refusal:
        law.standard_for(year)
    assert refusal.value.code == "no-standard-on-date"
    assert refusal.value.values["date"] == str(year)


def test_an_unknown_standard_is_refused_with_those_there_are(law: Legislation) -> None:
    with pytest.raises(KnownError) as refusal:
        law.standard("2031-2035")
    assert refusal.value.code == "unknown-standard"
    assert refusal.value.values["standards"] == "2016-2021, 2022-2026, 2027-2030"


def test_no_change_over_the_year_crosses_two_standards(law: Legislation) -> None:
    current, coming = law.standard("2022-2026"), law.standard("2027-2030")
    law.require_comparable(law.standard_for(2025), law.standard_for(2026))
    with pytest.raises(KnownError) as refusal:
        law.require_comparable(current, coming)
    assert refusal.value.code == "no-change-across-standards"


def test_a_standard_without_an_end_may_be_the_last(law_copy: LawCopy) -> None:
    law_copy.replace("standards/2027-2030.toml", "until = 2030-12-31", 'until = "open"', count=-1)
    law_copy.replace("classification.toml", "until = 2030-12-31", 'until = "open"')
    law = law_copy.law()
    law.read_all()
    assert law.standard_on(datetime.date(2099, 1, 1)).id == "2027-2030"
    with pytest.raises(KnownError) as refusal:
        law.standard_for(2015)
    assert refusal.value.values["last"] == "…"


def test_nothing_is_read_before_it_is_asked_for(law_copy: LawCopy) -> None:
    law = law_copy.law()
    law_copy.replace("classification.toml", "[[table]]", "[[table")
    assert law.standard_for(2023).id == "2022-2026"
    assert law.instruments_for_review(2023)


def test_reading_everything_costs_little_more_than_parsing_it() -> None:
    folder = resources("legislation")
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.toml")]

    def parse() -> None:
        for text in texts:
            tomllib.loads(text)

    def seconds(work: object) -> float:
        assert callable(work)
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    floor = min(seconds(parse) for _ in range(7))
    assert min(seconds(Legislation.load(folder).read_all) for _ in range(7)) < 2 * floor
