from __future__ import annotations

import dataclasses

import pytest

from povertydesk.poverty.form_answers import NOT_KNOWN, FormAnswer
from povertydesk.poverty.household import Household
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import EntryKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households, reviews, rounds
from povertydesk.workflow import keep_registry, life_events, record_villages
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.event_rules import Succession
from povertydesk.workflow.form_law import form_law
from povertydesk.workflow.keep_registry import NewMember
from povertydesk.workflow.listed_people import ListedFamily, listed_people
from povertydesk.workflow.year_course import year_course
from tests.workflow.contents import key_of
from tests.workflow.registry import FAMILY, day, household_of, member
from tests.workflow.reviewing import found, opened, sealed, today, told

POOR, NEAR, ABOVE = PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR
PHI_LONG, VAN_NGOC = "Thôn Phi Long", "Thôn Vân Ngọc"


@pytest.fixture
def desk(empty: Desk) -> Desk:
    """A commune with two villages and nothing else."""
    record_villages.add_villages(empty, [PHI_LONG, VAN_NGOC])
    return empty


def lines(families: tuple[ListedFamily, ...]) -> list[tuple[str, str, list[tuple[str, str | None]]]]:
    return [
        (one.village.name, one.household.code, [(each.person.name, each.membership.relation) for each in one.members])
        for one in families
    ]


def test_a_head_and_its_members_stand_by_village_and_code(desk: Desk) -> None:
    below, above, first = household_of(desk, village=VAN_NGOC), household_of(desk), household_of(desk, FAMILY[:1])
    sealed(desk, 2022, {below: POOR, above: NEAR, first: POOR})
    lists = listed_people(desk, 2022)
    mother, child = ("Hà Thị Thử", "wife"), ("Bùi Thị Tập", "child")
    whole = [("Bùi Văn Mẫu", "head"), mother, child, ("Bùi Văn Nháp", "child")]
    assert lines(lists.poor) == [(PHI_LONG, "002", [("Bùi Văn Mẫu", "head")]), (VAN_NGOC, "001", whole)]
    assert lines(lists.near_poor) == [(PHI_LONG, "001", whole)]
    assert [one.status for one in (*lists.poor, *lists.near_poor)] == [POOR, POOR, NEAR]


def test_members_are_those_of_the_day_of_the_list(desk: Desk) -> None:
    one = household_of(desk)
    sealed(desk, 2022, {one: POOR})
    today(desk, day(6, 1, 2023))
    wife = member(desk, one, "Hà Thị Thử")
    life_events.record_death(desk, member(desk, one, "Bùi Văn Mẫu"), day(5, 1, 2023), Succession(wife))
    life_events.move_village(desk, one, key_of(desk, VAN_NGOC), day(5, 2, 2023))
    sealed(desk, 2023, {one: POOR})
    (before,), (after,) = listed_people(desk, 2022).poor, listed_people(desk, 2023).poor
    assert (before.village.name, before.people, before.members[0].person.name) == (PHI_LONG, 4, "Bùi Văn Mẫu")
    assert (after.village.name, after.people, after.members[0].person.name) == (VAN_NGOC, 3, "Hà Thị Thử")
    assert [each.membership.relation for each in after.members] == ["head", None, None]


def test_people_nobody_named_are_counted_beside_the_members(desk: Desk) -> None:
    one = household_of(desk, FAMILY[:2])
    keep_registry.edit_household(desk, dataclasses.replace(households.read_household(desk.engine, one), people_count=5))
    nobody = keep_registry.add_household(desk, Household("", key_of(desk, PHI_LONG), "", "Hà Văn Mẫu", 3)).id
    sealed(desk, 2022, {one: NEAR, nobody: NEAR})
    families = listed_people(desk, 2022).near_poor
    assert [(len(each.members), each.unnamed, each.people) for each in families] == [(2, 3, 5), (0, 3, 3)]
    assert year_course(desk, 2022).commune.near_poor_people.closing == 8


def test_the_marks_follow_the_own_history(desk: Desk) -> None:
    old, back, fresh, worse, unknown = (household_of(desk) for _ in range(5))
    sealed(desk, 2022, {old: POOR, back: POOR, fresh: ABOVE, worse: NEAR, unknown: ABOVE})
    late = household_of(desk, village=VAN_NGOC)
    sealed(desk, 2023, {old: POOR, back: ABOVE, worse: NEAR, late: ABOVE})
    told_new, nobody_knows = household_of(desk, village=VAN_NGOC), household_of(desk, village=VAN_NGOC)
    key = opened(desk, 2024)
    found(desk, key, dict.fromkeys([old, back, fresh, worse, told_new, nobody_knows], POOR))
    told(desk, key, entry_kinds={told_new: EntryKind.NEW})
    kinds = {one.household.id: one.entry_kind for one in listed_people(desk, 2024).poor}
    assert kinds == {
        old: EntryKind.OLD,
        back: EntryKind.RELAPSED,
        fresh: EntryKind.NEW,
        worse: EntryKind.NEW,
        told_new: EntryKind.NEW,
        nobody_knows: None,
    }
    assert year_course(desk, 2024).commune.unknown_history == (nobody_knows,)


def test_of_who_came_from_elsewhere_only_what_is_told_stands(desk: Desk) -> None:
    village = key_of(desk, PHI_LONG)
    sealed(desk, 2022, {household_of(desk): POOR})
    came, said = (
        keep_registry.add_household(desk, Household("", village, "", "", entered_on=day(3, 1, 2023)), FAMILY[:2]).id
        for _ in range(2)
    )
    key = opened(desk, 2023)
    found(desk, key, {came: POOR, said: POOR})
    told(desk, key, entry_kinds={said: EntryKind.RELAPSED})
    kinds = {one.household.id: one.entry_kind for one in listed_people(desk, 2023).poor}
    assert kinds == {came: None, said: EntryKind.RELAPSED}
    assert year_course(desk, 2023).commune.poor.other_in == 2


def test_it_is_refused_like_the_tables(desk: Desk) -> None:
    with pytest.raises(KnownError, match="year-without-round"):
        listed_people(desk, 2023)


def test_a_child_of_the_year_stands_in_the_list(desk: Desk) -> None:
    one = household_of(desk, FAMILY[:1])
    sealed(desk, 2022, {one: POOR})
    today(desk, day(3, 1, 2023))
    child = NewMember(dataclasses.replace(FAMILY[3].person, name="Bùi Văn Giả"), "child")
    life_events.record_birth(desk, one, child, day(2, 1, 2023))
    sealed(desk, 2023, {one: POOR})
    assert [len(listed_people(desk, year).poor[0].members) for year in (2022, 2023)] == [1, 2]


def test_groups_and_support_are_those_of_the_form_of_the_year(desk: Desk) -> None:
    answered, none, unknown, silent = (household_of(desk, FAMILY[:1]) for _ in range(4))
    key = opened(desk, 2022)
    found(desk, key, dict.fromkeys([answered, none, unknown, silent], POOR))
    given = {
        answered: {
            "groups": FormAnswer.chosen("merit"),
            "support": FormAnswer.chosen("support_health", "support_credit"),
        },
        none: {"groups": FormAnswer.chosen(), "support": FormAnswer.chosen()},
        unknown: {"groups": NOT_KNOWN},
    }
    with desk.operation("fill-sample", year=2022) as act:
        for review in reviews.list_reviews(desk.engine, key):
            for item, answer in given.get(review.household_id, {}).items():
                reviews.write_answers(desk.engine, act.writer, review, item, {item: answer})
    assert {one.household.id: (one.groups, one.support) for one in listed_people(desk, 2022).poor} == {
        answered: ({"merit"}, {"support_health", "support_credit"}),
        none: (frozenset(), frozenset()),
        unknown: (None, None),
        silent: (None, None),
    }
    assert {"groups", "support"} <= form_law(desk, rounds.read_round(desk.engine, key)).form.items.keys()
