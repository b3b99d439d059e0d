"""The register of what was checked says the same as the marks on the values."""

from __future__ import annotations

import pytest

from povertydesk.legislation import Legislation
from povertydesk.legislation.standards import MINIMUM_DEPRIVATIONS, Standard

NEEDED = {"income_lines", "average_living_standard", "minimum_deprivations", "indicators", "thresholds",
          "scoring_form", "classification"}  # fmt: skip


def _marks(law: Legislation, standard: Standard) -> dict[str, bool]:
    """What the values of a standard say of each topic; a topic without values counts as not verified."""

    def verified(*names: str) -> bool:
        series = [dated for name in names for dated in standard.limits.get(name, ())]
        return bool(series) and all(dated.verified for dated in series)

    form = law.scoring_form(standard, standard.period.first)
    rows = [row for table in law.rules.tables if table.standard == standard.id for row in table.rows]
    return {
        "income_lines": verified("poverty_line") and all(dated.verified for dated in standard.limits["poverty_line"]),
        "average_living_standard": verified("average_living_standard_line"),
        "low_income_worker": verified("low_income_worker_line"),
        "minimum_deprivations": verified(MINIMUM_DEPRIVATIONS),
        "indicators": standard.indicators_verified,
        "thresholds": standard.thresholds_verified,
        "threshold_details": all(one.detail_verified for one in standard.indicators if one.detail),
        "scoring_form": form is not None and all(points.verified for points in form.points),
        "classification": all(row.verified for row in rows),
    }


@pytest.mark.parametrize("standard_id", ["2016-2021", "2022-2026", "2027-2030"])
def test_coverage_agrees_with_the_values(law: Legislation, standard_id: str) -> None:
    entries = {one.topic: one for one in law.coverage if one.standard == standard_id}
    assert set(entries) >= NEEDED
    marks = _marks(law, law.standard(standard_id))
    said = {topic: entry.verified for topic, entry in entries.items() if topic in marks}
    assert said == {topic: marks[topic] for topic in said}


def test_what_was_not_verified_says_why(law: Legislation) -> None:
    assert all(one.note for one in law.coverage if not one.verified)


@pytest.mark.parametrize(
    ("year", "topics"),
    [
        (2021, ["thresholds", "scoring_form"]),
        (2023, ["threshold_details", "score_table"]),
        (2026, ["low_income_worker", "threshold_details", "scoring_form", "score_table", "article_numbers"]),
        (2027, ["average_living_standard", "thresholds", "scoring_form", "article_numbers"]),
    ],
)
def test_a_year_has_what_of_its_standard_was_not_verified(law: Legislation, year: int, topics: list[str]) -> None:
    assert [one.topic for one in law.unverified_for(year)] == topics
    assert all(one.word for one in law.unverified_for(year))


def test_an_unverified_article_number_is_not_a_number(law: Legislation) -> None:
    """Where the number of an article is unknown the source names its content instead."""
    unknown = {one.standard for one in law.coverage if one.topic == "article_numbers" and not one.verified}
    for standard in law.standards:
        sources = [dated.source for series in standard.limits.values() for dated in series]
        for source in sources:
            if source.instrument == "nd-351-2025":
                assert standard.id in unknown
                assert not source.article.startswith(("Điều", "khoản"))
