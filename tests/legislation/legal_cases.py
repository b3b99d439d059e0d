"""The legal cases of tests/cases: reading them and putting each to the law."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path

import msgspec

from povertydesk.legislation import Legislation
from povertydesk.legislation.standards import Standard
from povertydesk.paths import resources
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import Classification, PovertyStatus

FOLDER = Path(__file__).parent.parent / "cases"
LAW_FOLDER = resources("legislation")


class LegalCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One household or question with the answer of the law; either a status or a refusal is expected.

    `deprived` is how many indicators are deprived: the first of the form, while the others are answered "no".
    `unanswered` takes the answer of some away again. Without `deprived` no indicator is answered.
    """

    name: str
    year: int
    round: RoundKind = RoundKind.ANNUAL
    on: datetime.date | None = None
    standard: str | None = None
    area: AreaType
    income: int | None = None
    b1: int | None = None
    b2: int | None = None
    deprived: int | None = None
    unanswered: list[str] = []
    status: PovertyStatus | None = None
    rules: list[str] | None = None
    verified: bool | None = None
    household_status: PovertyStatus | None = None
    low_income_worker: bool | None = None
    refused: str | None = None

    def answers(self, standard: Standard) -> dict[str, bool | None] | None:
        """Return the answers of the form under a standard, or None where there is no form."""
        if self.deprived is None:
            return None
        assert set(self.unanswered) <= set(standard.indicator_codes), "an indicator that the standard does not have"
        given = {code: place < self.deprived for place, code in enumerate(standard.indicator_codes)}
        return given | dict.fromkeys(self.unanswered, None)


class CaseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The cases of one article; without an instrument they show what no article covers."""

    instrument: str | None = None
    article: str | None = None
    cases: list[LegalCase]


def read_case_files() -> dict[str, CaseFile]:
    """Read every file of cases, by its name."""
    return {
        path.name: msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), type=CaseFile)
        for path in sorted(FOLDER.glob("*.toml"))
    }


def standard_of(law: Legislation, case: LegalCase) -> Standard:
    """Return the standard that binds the round of a case."""
    return law.standard_for(case.year, case.round)


def day_of(law: Legislation, case: LegalCase) -> datetime.date:
    """Return the day whose law judges the case."""
    return case.on or law.day_of_round(case.year, case.round)


def classify(law: Legislation, case: LegalCase) -> Classification:
    """Judge the household of a case by the national standard of its round."""
    standard = standard_of(law, case)
    judgement = law.judge(
        standard,
        case.area,
        answers=case.answers(standard),
        b1=case.b1,
        b2=case.b2,
        income_per_person_vnd=case.income,
        on=day_of(law, case),
    )
    assert judgement.local is None
    return judgement.national
