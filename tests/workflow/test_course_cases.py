"""The cases of tests/cases/courses: in which columns of tables 2 and 3 a household stands after its reviews."""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path

import msgspec
import pytest

from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import EntryKind, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.poverty.transition import NearPoorFlow, PoorFlow
from povertydesk.workflow import record_villages, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.year_course import year_course
from tests.workflow.registry import day, household_of
from tests.workflow.reviewing import found, opened, today, told

FOLDER = Path(__file__).parent.parent / "cases" / "courses"
TRANSITION_OPENS = {2021: day(10, 1, 2021), 2026: day(10, 1, 2026)}


class Reviewed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One round in the life of the household."""

    year: int
    kind: RoundKind = RoundKind.ANNUAL
    result: PovertyStatus
    opening: PovertyStatus | None = None
    entry: EntryKind | None = None


class CourseCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The rounds of one household of four, and the columns it stands in in one year; or the refusal."""

    name: str
    year: int
    rounds: list[Reviewed]
    standard: str | None = None
    poor: list[str] | None = None
    near_poor: list[str] | None = None
    findings: list[str] = []
    refused: str | None = None


class CourseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The cases of one article."""

    instrument: str
    article: str
    cases: list[CourseCase]


FILES = [
    msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), type=CourseFile)
    for path in sorted(FOLDER.glob("*.toml"))
]


def review(desk: Desk, household: str, one: Reviewed) -> str:
    """Open a round, let it find what the case says, and return its key."""
    key = opened(desk, one.year, one.kind, TRANSITION_OPENS[one.year] if one.kind is RoundKind.TRANSITION else None)
    found(desk, key, {household: one.result})
    opening = {household: one.opening} if one.opening else None
    told(desk, key, opening, {household: one.entry} if one.entry else None)
    return key


def seal(desk: Desk, key: str, year: int) -> None:
    today(desk, day(12, 10, year))
    review_rounds.close_round(desk, key, day(12, 10, year))


def columns(flow: PoorFlow | NearPoorFlow) -> dict[str, int]:
    return {field.name: count for field in dataclasses.fields(flow) if (count := getattr(flow, field.name))}


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=f"{file.instrument}, {file.article}: {case.name}") for file in FILES for case in file.cases],
)
def test_case(empty: Desk, case: CourseCase) -> None:
    record_villages.add_villages(empty, ["Thôn Phi Long"])
    household = household_of(empty)
    for number, one in enumerate(case.rounds, 1):
        key = review(empty, household, one)
        if number < len(case.rounds):
            seal(empty, key, one.year)
            continue
        check(empty, case)
        if one.result is not PovertyStatus.UNCLASSIFIED:
            seal(empty, key, one.year)
    check(empty, case)


def check(desk: Desk, case: CourseCase) -> None:
    if case.refused is not None:
        with pytest.raises(KnownError) as refusal:
            year_course(desk, case.year)
        assert refusal.value.code == case.refused
        return
    flows = year_course(desk, case.year)
    for place in (flows.commune, *flows.villages):
        assert columns(place.poor) == dict.fromkeys(case.poor or [], 1)
        assert columns(place.near_poor) == dict.fromkeys(case.near_poor or [], 1)
        assert columns(place.poor_people) == dict.fromkeys(case.poor or [], 4)
        assert columns(place.near_poor_people) == dict.fromkeys(case.near_poor or [], 4)
    assert [one.code for one in flows.findings] == case.findings
    assert case.standard in {None, flows.standard}


def test_every_case_expects_columns_or_a_refusal(empty: Desk) -> None:
    law = empty.program.legislation
    for file in FILES:
        assert law.instruments.get(file.instrument) is not None
        for case in file.cases:
            assert (case.refused is None) == (case.poor is not None) == (case.near_poor is not None), case.name
    told_columns = {
        column for file in FILES for case in file.cases for column in (*(case.poor or []), *(case.near_poor or []))
    }
    named = {field.name for flow in (PoorFlow, NearPoorFlow) for field in dataclasses.fields(flow)}
    assert told_columns == named
