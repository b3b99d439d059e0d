"""What `check` says of the reviews of a year and of the registry."""

from __future__ import annotations

from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Person, Sex
from povertydesk.poverty.problems import Finding, Severity
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households
from povertydesk.workflow import keep_registry
from povertydesk.workflow.check_reviews import registry_findings
from povertydesk.workflow.check_year import check_file
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.keep_registry import NewMember
from tests.workflow.contents import key_of
from tests.workflow.registry import household_of
from tests.workflow.reviewed import NO, amount, enter, fill_in, indicators, open_round

PHI_LONG = "Thôn Phi Long"


def of_code(findings: tuple[Finding, ...], code: str) -> list[Finding]:
    return [one for one in findings if one.code == code]


def test_the_reviews_of_a_year_are_checked_household_by_household(desk: Desk) -> None:
    village = key_of(desk, PHI_LONG)
    keys = [enter(desk, village, f"{number:03d}", 2) for number in range(1, 6)]
    of_round = open_round(desk, 2023)
    fill_in(desk, of_round, keys[0], {**indicators(desk, 0), B1_TOTAL: amount(141)}, declared=PovertyStatus.POOR)
    fill_in(desk, of_round, keys[1], {}, declared=PovertyStatus.POOR)
    fill_in(desk, of_round, keys[2], {"toilet": NO})
    fill_in(desk, of_round, keys[3], {B1_TOTAL: amount(100)}, bare_b2=500)
    found = check_file(desk, 2023)
    (against,) = of_code(found, "declared-status-contradicts-rules")
    assert against.severity is Severity.WARNING
    assert against.values == {"household": "001", "village": PHI_LONG, "declared": "poor", "found": "not_poor"}
    assert (against.place.village, against.place.year) == (PHI_LONG, 2023)
    (declared,) = of_code(found, "declared-status-not-judged")
    assert declared.values == {"village": PHI_LONG, "households": 1}
    (impossible,) = of_code(found, "b2-out-of-range")
    assert impossible.place.village == f"{PHI_LONG}, 004"
    (not_begun,) = of_code(found, "reviews-not-begun")
    assert not_begun.values == {"village": PHI_LONG, "households": 2}
    (unfinished,) = of_code(found, "reviews-unfinished")
    assert unfinished.values == {"village": PHI_LONG, "households": 2}


def test_the_registry_is_checked_for_heads_and_members(desk: Desk) -> None:
    village = key_of(desk, PHI_LONG)
    alone = keep_registry.add_household(
        desk, Household("", village, "001", "Bùi Văn Mẫu"), [NewMember(Person("", "Bùi Thị Thử"), "wife")]
    ).id
    listed = keep_registry.add_household(desk, Household("", village, "002", "Hà Văn Tập", people_count=4)).id
    with desk.operation("edit-household", household="001", head="") as act:
        act.writer.update("household", alone, {"people_count": 0})
    found = registry_findings(desk)
    (headless,) = of_code(found, "household-lacks-head")
    assert headless.values == {"household": "001", "village": PHI_LONG}
    (more,) = of_code(found, "more-members-than-people")
    assert more.values == {"household": "001", "village": PHI_LONG, "declared": 0, "members": 1}
    (fewer,) = of_code(found, "members-not-all-entered")
    assert (fewer.severity, fewer.values) == (Severity.NOTE, {"village": PHI_LONG, "households": 1})
    assert households.read_household(desk.engine, listed).people_count == 4


def test_doubtful_numbers_and_people_who_look_alike_are_found(desk: Desk) -> None:
    first = NewMember(Person("", "Bùi Văn Mẫu", birth_year=1980, sex=Sex.MALE, citizen_number="038180000123"), HEAD)
    second = NewMember(Person("", "Bùi Văn Mẫu", birth_year=1980, sex=Sex.FEMALE, citizen_number="038180000123"), HEAD)
    household_of(desk, (first,))
    household_of(desk, (second,), village="Thôn Minh Long")
    found = registry_findings(desk)
    (doubtful,) = of_code(found, "citizen-number-says-female")
    assert "038180000123" not in str(doubtful)
    (pair,) = of_code(found, "people-may-be-one")
    assert {pair.values["village"], pair.values["other_village"]} == {PHI_LONG, "Thôn Minh Long"}


def test_a_sound_registry_has_nothing_to_be_looked_at(desk: Desk) -> None:
    household_of(desk)
    assert registry_findings(desk) == ()
