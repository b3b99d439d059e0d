"""The steering committee: terms of officers, their villages and households, and what a year's committee lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from povertydesk.poverty.committee import CommitteeRole, OfficerTerm
from povertydesk.poverty.plan import Officer, SigningForm
from povertydesk.poverty.problems import KnownError
from povertydesk.store import officers
from povertydesk.workflow import (
    check_year,
    draft_plan,
    keep_committee,
    name_households,
    record_villages,
    set_up_office,
)
from povertydesk.workflow.desk import Desk
from tests.workflow.contents import assert_sound, contents, key_of, operations, undo_last
from tests.workflow.registry import day, household_of

MINH_LONG, PHI_LONG = "Thôn Minh Long", "Thôn Phi Long"


def officer(desk: Desk, name: str) -> str:
    return next(one.id for one in officers.list_officers(desk.engine) if one.name == name)


@pytest.fixture
def head(desk: Desk) -> str:
    return officer(desk, "Hà Văn Mẫu")


@pytest.fixture
def deputy(desk: Desk) -> str:
    return officer(desk, "Lê Thị Thử")


def every_village(desk: Desk) -> tuple[str, ...]:
    return tuple(village.id for village, _ in record_villages.read_villages(desk, 2023).rows)


def codes(desk: Desk, year: int = 2023) -> list[tuple[str, str | None]]:
    return [(one.code, one.place.village) for one in keep_committee.read_committee(desk, year).findings]


def refuses(code: str, act: Callable[[], object]) -> None:
    with pytest.raises(KnownError) as caught:
        act()
    assert caught.value.code == code


def test_members_stand_in_the_order_of_their_roles_with_villages(desk: Desk, head: str, deputy: str) -> None:
    before = contents(desk)
    places = (key_of(desk, PHI_LONG), key_of(desk, MINH_LONG))
    deputy_term = OfficerTerm("", deputy, CommitteeRole.DEPUTY, " UBND  xã ", "0900 000 000", villages=places)
    assert keep_committee.edit_term(desk, deputy_term).touches("officer_term", "officer_village")
    keep_committee.edit_term(desk, OfficerTerm("", head, CommitteeRole.HEAD, villages=every_village(desk)))
    committee = keep_committee.read_committee(desk, 2023)
    assert [one.officer.id for one in committee.members] == [head, deputy]
    second = committee.members[1]
    assert (second.term.organisation, second.term.phone) == ("UBND xã", "0900 000 000")
    assert [village.name for village in second.villages] == [MINH_LONG, PHI_LONG]
    assert committee.findings == ()
    assert_sound(desk)
    for _ in range(2):
        undo_last(desk)
    assert contents(desk) == before


def test_a_term_is_edited_and_the_villages_with_it(desk: Desk, head: str) -> None:
    keep_committee.edit_term(desk, OfficerTerm("", head, villages=every_village(desk)))
    (member,) = keep_committee.read_committee(desk, 2023).members
    done = operations(desk)
    assert not keep_committee.edit_term(desk, member.term)
    assert operations(desk) == done
    kept = replace(member.term, role=CommitteeRole.HEAD, villages=(key_of(desk, PHI_LONG),))
    keep_committee.edit_term(desk, kept)
    (member,) = keep_committee.read_committee(desk, 2023).members
    assert (member.term.role, [village.name for village in member.villages]) == (CommitteeRole.HEAD, [PHI_LONG])
    keep_committee.remove_term(desk, member.term.id)
    assert keep_committee.read_committee(desk, 2023).members == ()
    refuses("term-not-found", lambda: keep_committee.remove_term(desk, member.term.id))
    assert_sound(desk)


def test_terms_follow_each_other_and_never_overlap(desk: Desk, head: str) -> None:
    first = OfficerTerm("", head, from_on=day(1, 1, 2021), until_on=day(6, 1, 2023))
    keep_committee.edit_term(desk, first)
    before = contents(desk)
    refuses("term-overlaps", lambda: keep_committee.edit_term(desk, OfficerTerm("", head, from_on=day(5, 31, 2023))))
    turned = OfficerTerm("", head, from_on=day(6, 1, 2024), until_on=day(5, 1, 2024))
    refuses("term-ends-before-beginning", lambda: keep_committee.edit_term(desk, turned))
    refuses("officer-not-found", lambda: keep_committee.edit_term(desk, OfficerTerm("", "nobody")))
    assert contents(desk) == before
    keep_committee.edit_term(desk, OfficerTerm("", head, CommitteeRole.HEAD, from_on=day(6, 1, 2023)))
    roles = {
        on: [one.term.role for one in keep_committee.read_committee(desk, 2023, on).members]
        for on in (day(12, 31, 2020), day(5, 31, 2023), day(6, 1, 2023))
    }
    assert list(roles.values()) == [[], [CommitteeRole.MEMBER], [CommitteeRole.HEAD]]
    assert len(keep_committee.read_committee(desk, 2023, day(5, 31, 2023)).others) == 1


class TestWhatIsLacking:
    def test_nothing_is_said_where_no_committee_was_entered(self, desk: Desk) -> None:
        assert codes(desk) == []

    def test_villages_without_a_member_are_found(self, desk: Desk, head: str) -> None:
        without = [key for key in every_village(desk) if key != key_of(desk, MINH_LONG)]
        keep_committee.edit_term(desk, OfficerTerm("", head, villages=tuple(without), until_on=day(2, 1, 2023)))
        assert codes(desk) == [("village-without-member", MINH_LONG)]
        assert {one.code for one in check_year.check_year(desk, 2023)} >= {"village-without-member"}
        # By the day nearest to the clock's in 2024, its first, the term is over.
        assert len([code for code, _ in codes(desk, 2024) if code == "village-without-member"]) == 6

    def test_the_households_of_a_former_member_are_found(self, desk: Desk, head: str, deputy: str) -> None:
        household = household_of(desk, village=PHI_LONG)
        name_households.register_households(desk, 2023, [household])
        name_households.assign_helper(desk, 2023, [household], deputy)
        everywhere = every_village(desk)
        keep_committee.edit_term(desk, OfficerTerm("", head, CommitteeRole.HEAD, villages=everywhere))
        assert codes(desk) == []
        keep_committee.edit_term(desk, OfficerTerm("", deputy, until_on=day(1, 6, 2023)))
        committee = keep_committee.read_committee(desk, 2023)
        assert [one.households for one in committee.members if one.officer.id == deputy] == [(household,)]
        assert codes(desk) == []
        after = keep_committee.read_committee(desk, 2023, day(1, 6, 2023))
        assert [(one.code, one.values["households"]) for one in after.findings] == [("helper-outside-term", 1)]

    def test_who_signs_is_held_to_the_day_of_the_plan(self, desk: Desk, head: str, deputy: str) -> None:
        keep_committee.edit_term(desk, OfficerTerm("", head, villages=every_village(desk), from_on=day(1, 1, 2023)))
        assert codes(desk) == []
        draft_plan.edit_plan(desk, 2023, issued_on=day(12, 30, 2022))
        assert codes(desk) == [("signer-not-in-committee", None)]
        draft_plan.edit_plan(desk, 2023, issued_on=day(1, 3, 2023), signer_id=deputy)
        assert codes(desk) == [("signer-not-in-committee", None)]
        draft_plan.edit_plan(desk, 2023, signer_id=head)
        assert codes(desk) == []


def test_a_village_that_goes_leaves_the_members(desk: Desk, head: str) -> None:
    places = every_village(desk)
    keep_committee.edit_term(desk, OfficerTerm("", head, villages=places))
    record_villages.remove_village(desk, places[0])
    (member,) = keep_committee.read_committee(desk, 2023).members
    assert [village.id for village in member.villages] == list(places[1:])
    assert_sound(desk)
    undo_last(desk)
    (member,) = keep_committee.read_committee(desk, 2023).members
    assert member.term.villages == places


def test_editing_an_officer_keeps_the_term(desk: Desk, head: str) -> None:
    keep_committee.edit_term(desk, OfficerTerm("", head, phone="0900 000 001", villages=every_village(desk)))
    set_up_office.edit_officer(desk, Officer(head, "Hà Văn Tập", "Chủ tịch", SigningForm.FOR_BODY))
    (member,) = keep_committee.read_committee(desk, 2023).members
    assert (member.officer.name, member.term.phone) == ("Hà Văn Tập", "0900 000 001")
