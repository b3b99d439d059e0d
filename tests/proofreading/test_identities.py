from __future__ import annotations

from decimal import Decimal

import pytest

from povertydesk.poverty.area import Village, VillageFigures
from povertydesk.poverty.problems import Finding, Severity
from povertydesk.poverty.profile import CommuneProfile, EthnicShare
from povertydesk.poverty.target import VillageTarget, target_grid
from povertydesk.proofreading.identities import YearFigures, check_year

YEAR = 2023
SOUND = {"households": 100, "poor": 10}


def check(
    figures: dict[str, int] | None = None,
    targets: dict[str, int] | None = None,
    *more: dict[str, int],
    assigned: int | None = None,
    minority: int | None = None,
    profile: CommuneProfile | None = None,
) -> tuple[Finding, ...]:
    """Check a commune whose villages have these figures; the targets belong to the first of them."""
    places = [Village(f"v{place}", f"Thôn {place}", place) for place in range(1, 2 + len(more))]
    known = [
        VillageFigures(place.id, YEAR, **counts)
        for place, counts in zip(places, (figures or SOUND, *more), strict=True)
        if counts
    ]
    planned = [VillageTarget("v1", YEAR, **targets)] if targets else []
    return check_year(
        YearFigures(
            year=YEAR,
            villages=places,
            figures={one.village_id: one for one in known},
            grid=target_grid(YEAR, places, known, planned, assigned)._replace(assigned_minority=minority),
            profile=profile or CommuneProfile(YEAR),
        )
    )


def found(*findings: Finding) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.place.field) for finding in findings]


def test_sound_figures_have_no_findings() -> None:
    assert check() == ()


@pytest.mark.parametrize(
    ("part", "whole", "code"),
    [
        ("poor", "households", "poor-exceeds-households"),
        ("near_poor", "households", "near-poor-exceeds-households"),
        ("ethnic_minority_poor", "poor", "minority-poor-exceeds-poor"),
        ("ethnic_minority_poor", "ethnic_minority_households", "minority-poor-exceeds-minority"),
        ("kinh_households", "households", "group-exceeds-residents"),
        ("ethnic_minority_households", "households", "group-exceeds-residents"),
        ("local_minority_households", "ethnic_minority_households", "local-minority-exceeds-minority"),
        ("kinh_people", "people", "group-exceeds-residents"),
        ("ethnic_minority_people", "people", "group-exceeds-residents"),
        ("local_minority_people", "ethnic_minority_people", "local-minority-exceeds-minority"),
        ("poor_people", "people", "poor-exceeds-people"),
        ("near_poor_people", "people", "near-poor-exceeds-people"),
    ],
)
def test_a_part_is_at_most_its_whole(part: str, whole: str, code: str) -> None:
    base = {"households": 9 if whole == "ethnic_minority_households" else 5, "poor": 0 if part == "near_poor" else 5}
    base |= {whole: 5} | ({"poor": 6} if whole == "ethnic_minority_households" else {})
    assert check(base | {part: 5}) == ()
    (finding,) = check(base | {part: 6})
    assert (finding.code, finding.severity, finding.place.field) == (code, Severity.ERROR, part)
    assert finding.values == {"village": "Thôn 1", "part": 6, "whole": 5}
    assert (finding.place.village, finding.place.year) == ("Thôn 1", YEAR)


@pytest.mark.parametrize(
    ("poor", "near_poor", "whole"),
    [("poor", "near_poor", "households"), ("poor_people", "near_poor_people", "people")],
)
def test_poor_and_near_poor_together_are_at_most_everybody(poor: str, near_poor: str, whole: str) -> None:
    base = {"households": 100, "poor": 10} | {whole: 100, poor: 60}
    assert check(base | {near_poor: 40}) == ()
    (finding,) = check(base | {near_poor: 41})
    assert (finding.code, finding.place.field) == ("poor-and-near-poor-exceed", near_poor)
    assert finding.values == {"village": "Thôn 1", "part": 101, "whole": 100}


def test_a_part_beyond_its_whole_is_not_told_twice() -> None:
    assert found(*check({"households": 10, "poor": 11, "near_poor": 3})) == [("poor-exceeds-households", "poor")]


@pytest.mark.parametrize("kind", ["households", "people"])
def test_groups_add_up_to_the_whole(kind: str) -> None:
    base = SOUND | {"households": 100, kind: 100, f"kinh_{kind}": 60}
    assert check(base | {f"ethnic_minority_{kind}": 40}) == ()
    for wrong in (39, 41):
        (finding,) = check(base | {f"ethnic_minority_{kind}": wrong})
        assert (finding.code, finding.place.field) == ("groups-do-not-add-up", kind)
        assert finding.values == {"village": "Thôn 1", "part": 60 + wrong, "whole": 100}


@pytest.mark.parametrize(
    ("households", "people"),
    [
        ("households", "people"),
        ("poor", "poor_people"),
        ("near_poor", "near_poor_people"),
        ("kinh_households", "kinh_people"),
        ("ethnic_minority_households", "ethnic_minority_people"),
        ("local_minority_households", "local_minority_people"),
    ],
)
def test_each_household_has_a_person_and_each_person_a_household(households: str, people: str) -> None:
    base = {"households": 100, "poor": 10}
    assert check(base | {households: 10, people: 10}) == ()
    (finding,) = check(base | {households: 10, people: 9})
    assert (finding.code, finding.place.field) == ("fewer-people-than-households", people)
    assert finding.values == {"village": "Thôn 1", "people": 9, "households": 10}
    without = {"households": 100, "poor": 0} | {households: 0}
    assert check(without | {people: 0}) == ()
    (finding,) = check(without | {people: 1})
    assert (finding.code, finding.place.field) == ("people-without-households", households)


@pytest.mark.parametrize(
    ("part", "whole", "code"),
    [
        ("reduction", "poor", "reduction-exceeds-poor"),
        ("near_poor_reduction", "near_poor", "near-poor-reduction-exceeds"),
        ("ethnic_minority_reduction", "reduction", "minority-reduction-exceeds-reduction"),
        ("ethnic_minority_reduction", "ethnic_minority_poor", "minority-reduction-exceeds-minority-poor"),
        ("registered", "poor", "registered-exceeds-poor"),
        ("near_poor_registered", "near_poor", "near-poor-registered-exceeds"),
    ],
)
def test_targets_stay_within_reach(part: str, whole: str, code: str) -> None:
    figures, targets = {"households": 100, "poor": 10}, {"reduction": 4}
    if whole in {"near_poor", "ethnic_minority_poor"}:
        figures[whole] = 4
    limit = targets["reduction"] if whole == "reduction" else figures[whole]
    if whole == "ethnic_minority_poor":
        targets["reduction"] = 10
    assert check(figures, targets | {part: limit}) == ()
    (finding,) = check(figures, targets | {part: limit + 1})
    assert (finding.code, finding.place.field) == (code, part)
    assert finding.values == {"village": "Thôn 1", "part": limit + 1, "whole": limit}


def test_as_many_register_as_are_to_leave() -> None:
    assert check(SOUND, {"reduction": 4, "registered": 4}) == ()
    (finding,) = check(SOUND, {"reduction": 4, "registered": 3})
    assert (finding.code, finding.severity) == ("registered-below-target", Severity.WARNING)
    assert finding.values == {"village": "Thôn 1", "registered": 3, "reduction": 4}


def test_what_is_missing_is_told() -> None:
    assert found(*check({"poor": 3})) == [("residents-missing", "households")]
    assert found(*check({"households": 3})) == [("opening-poor-missing", "poor_opening")]
    assert found(*check(SOUND, None, {})) == [
        ("residents-missing", "households"),
        ("opening-poor-missing", "poor_opening"),
    ]
    assert {finding.severity for finding in check({"people": 3})} == {Severity.WARNING}


def test_a_rate_needs_its_base() -> None:
    assert check({"households": 0, "poor": 0}) == ()
    codes = [finding.code for finding in check({"households": 0, "poor": 1})]
    assert codes == ["poor-exceeds-households", "rate-without-base"]
    assert "rate-without-base" in {one.code for one in check({"households": 0, "poor": 0}, {"reduction": 1})}


class TestCommune:
    def test_a_commune_without_villages_has_a_note(self) -> None:
        grid = target_grid(YEAR, [], [], [])
        (finding,) = check_year(YearFigures(YEAR, [], {}, grid, CommuneProfile(YEAR)))
        assert (finding.code, finding.severity) == ("no-villages", Severity.NOTE)

    def test_targets_add_up_to_what_was_assigned(self) -> None:
        assert check(SOUND, {"reduction": 4}, assigned=4) == ()
        (finding,) = check(SOUND, {"reduction": 4}, assigned=5)
        assert (finding.code, finding.values) == ("targets-differ-from-assigned", {"total": 4, "assigned": 5})

    def test_minority_targets_add_up_to_what_was_assigned_of_them(self) -> None:
        targets = {"reduction": 4, "ethnic_minority_reduction": 2}
        assert check(SOUND, targets, assigned=4, minority=2) == ()
        assert check(SOUND, {"reduction": 4}, assigned=4, minority=2) == ()
        (finding,) = check(SOUND, targets, assigned=4, minority=3)
        assert found(finding) == [("minority-targets-differ-from-assigned", "ethnic_minority_reduction")]
        assert finding.values == {"total": 2, "assigned": 3}
        assert found(*check(SOUND, {"reduction": 4}, assigned=4, minority=5)) == [
            ("assigned-minority-exceeds-assigned", "ethnic_minority_reduction")
        ]

    def test_villages_without_target_are_named(self) -> None:
        (finding,) = check(SOUND, {"reduction": 4}, SOUND, SOUND)
        assert (finding.code, finding.values) == ("target-missing", {"villages": "Thôn 2, Thôn 3"})
        assert check(SOUND, None, SOUND) == ()
        (finding,) = check(SOUND, None, SOUND, assigned=4)
        assert finding.values == {"villages": "Thôn 1, Thôn 2"}

    def test_declared_near_poor_stay_within_the_households(self) -> None:
        own = {"households": 100, "poor": 10}
        assert check(own, profile=CommuneProfile(YEAR, near_poor=90)) == ()
        (finding,) = check(own, profile=CommuneProfile(YEAR, near_poor=91))
        assert found(finding) == [("declared-poor-exceed", "near_poor")]
        assert finding.values == {"part": 101, "whole": 100}

    @pytest.mark.parametrize("name", ["people", "poor_people", "near_poor", "near_poor_people"])
    def test_declared_totals_agree_with_the_villages(self, name: str) -> None:
        counts = {"households": 5, "poor": 5 if name == "poor_people" else 0, name: 5}
        right, wrong = CommuneProfile(YEAR, **{name: 10}), CommuneProfile(YEAR, **{name: 11})  # type: ignore[arg-type]
        assert check(counts, None, counts, profile=right) == ()
        (finding,) = check(counts, None, counts, profile=wrong)
        assert (finding.code, finding.place.field) == ("profile-differs-from-villages", name)
        assert finding.values == {"declared": 11, "total": 10}
        assert "profile-differs-from-villages" not in {
            one.code for one in check(counts, None, {"households": 5, "poor": 0}, profile=wrong)
        }

    def test_ethnic_shares_are_at_most_the_whole(self) -> None:
        def shares(*percents: str) -> CommuneProfile:
            return CommuneProfile(YEAR, ethnic_shares=tuple(EthnicShare("Mường", Decimal(one)) for one in percents))

        assert check(profile=shares("84.5", "15.5")) == ()
        (finding,) = check(profile=shares("84.5", "15.51"))
        assert (finding.code, finding.values) == ("ethnic-shares-exceed-whole", {"sum": 100.01})

    def test_people_of_a_religion_are_at_most_everybody(self) -> None:
        assert check(profile=CommuneProfile(YEAR, people=100, religion_people=100)) == ()
        (finding,) = check(profile=CommuneProfile(YEAR, people=100, religion_people=101))
        assert (finding.code, finding.values) == ("religion-exceeds-people", {"part": 101, "whole": 100})
        # Where the villages give the total, it counts and not the declared one.
        own = CommuneProfile(YEAR, religion_people=101)
        assert found(*check(SOUND | {"people": 100}, profile=own)) == [("religion-exceeds-people", "religion_people")]
