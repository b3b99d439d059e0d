"""What is typed into the register of the steering committee, and whom its members help."""

from __future__ import annotations

import pytest

from povertydesk import paths
from povertydesk.poverty.committee import CommitteeRole, OfficerTerm
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.problems import KnownError
from povertydesk.store import officer_terms, officers, registered_households
from povertydesk.workflow import keep_committee, name_households
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_committee import enter_helped, enter_terms, role_words
from povertydesk.workflow.edit_grid import CellEntry
from tests.workflow.contents import assert_sound, contents, key_of, operations, undo_last
from tests.workflow.registry import day, household_of

MESSAGES = Messages.load(paths.resources("messages"))
CHAIR = "Hà Văn Mẫu"


def typed(row: str, **texts: str) -> list[CellEntry]:
    return [CellEntry(row, field, text) for field, text in texts.items()]


def enter(desk: Desk, *entries: CellEntry) -> None:
    enter_terms(desk, entries, MESSAGES)


def terms(desk: Desk) -> dict[str, OfficerTerm]:
    names = {one.id: one.name for one in officers.list_officers(desk.engine)}
    return {names[one.officer_id]: one for one in officer_terms.list_terms(desk.engine)}


def refused(desk: Desk, *entries: CellEntry) -> list[tuple[str, str | None, str | None]]:
    before = contents(desk)
    with pytest.raises(KnownError) as caught:
        enter_terms(desk, entries, MESSAGES)
    assert contents(desk) == before
    return [(one.code, one.place.section, one.place.field) for one in caught.value.findings]


def test_a_pasted_committee_is_one_act(desk: Desk) -> None:
    before, done = contents(desk), operations(desk)
    enter(
        desk,
        *typed("new-0", name=CHAIR, role="1", villages="*"),
        *typed(
            "new-1", name="Bùi Thị Nháp", position="Cán bộ chính sách", organisation="UBND  xã", role="phó trưởng ban t"
        ),
        *typed("new-2", name="Lương Văn Thử", villages="Minh Long; 3, Thôn Cao Long", phone="0900 000 000"),
        *typed("new-2", from_on="5/1/2023", until_on="31/12/2023"),
    )
    assert len(operations(desk)) == len(done) + 1
    found = terms(desk)
    chair, policy, member = found[CHAIR], found["Bùi Thị Nháp"], found["Lương Văn Thử"]
    assert (chair.role, len(chair.villages)) == (CommitteeRole.HEAD, 6)
    assert (policy.role, policy.organisation) == (CommitteeRole.STANDING_DEPUTY, "UBND xã")
    named = {key_of(desk, name) for name in ("Thôn Minh Long", "Thôn Phi Long", "Thôn Cao Long")}
    assert set(member.villages) == named
    assert (member.from_on, member.until_on, member.phone) == (day(1, 5, 2023), day(12, 31, 2023), "0900 000 000")
    by_name = {one.name: one for one in officers.list_officers(desk.engine)}
    assert (by_name["Bùi Thị Nháp"].position, by_name["Bùi Thị Nháp"].signing_form) == ("Cán bộ chính sách", None)
    assert by_name[CHAIR].position == "Chủ tịch"
    assert_sound(desk)
    undo_last(desk)
    assert contents(desk) == before


def test_cells_of_a_term_change_one_by_one(desk: Desk) -> None:
    enter(desk, *typed("new-0", name="Lương Văn Thử", villages="1; 2"))
    key = terms(desk)["Lương Văn Thử"].id
    enter(desk, *typed(key, name="Lương Văn Tập"))
    enter(desk, *typed(key, villages="", role="thư"))
    enter(desk, *typed(key, position="Bí thư Đoàn"))
    (term,) = officer_terms.list_terms(desk.engine)
    assert (term.id, term.villages, term.role) == (key, (), CommitteeRole.SECRETARY)
    officer = next(one for one in officers.list_officers(desk.engine) if one.id == term.officer_id)
    assert (officer.name, officer.position) == ("Lương Văn Tập", "Bí thư Đoàn")
    enter(desk, *typed(key, role=""))
    assert officer_terms.list_terms(desk.engine)[0].role is CommitteeRole.MEMBER
    # The name of another officer hands the term over.
    enter(desk, *typed(key, name="hà văn mẫu"))
    assert list(terms(desk)) == [CHAIR]


def test_one_new_person_with_two_terms_is_one_officer(desk: Desk) -> None:
    enter(
        desk,
        *typed("new-0", name="Lương Văn Thử", until_on="1/6/2023"),
        *typed("new-1", name="lương văn thử", from_on="1/6/2023", role="3"),
    )
    assert len({one.officer_id for one in officer_terms.list_terms(desk.engine)}) == 1
    committee = keep_committee.read_committee(desk, 2023, day(7, 1, 2023))
    assert [one.term.role for one in committee.members] == [CommitteeRole.DEPUTY]
    assert len(committee.others) == 1


@pytest.mark.parametrize(
    ("texts", "code", "field"),
    [
        ({"role": "9"}, "role-unknown", "role"),
        ({"role": "phó"}, "role-unknown", "role"),
        ({"villages": "Thôn Không Có"}, "committee-village-unknown", "villages"),
        ({"villages": "Long"}, "committee-village-unknown", "villages"),
        ({"from_on": "32/1/2023"}, "date-not-understood", "from_on"),
        ({"from_on": "1/6/2023", "until_on": "1/5/2023"}, "term-ends-before-beginning", "until_on"),
    ],
)
def test_what_is_not_understood_is_named_with_its_cell(
    desk: Desk, texts: dict[str, str], code: str, field: str
) -> None:
    entries = typed("new-0", name="Lương Văn Thử", **texts)
    assert refused(desk, *typed("new-1", name="Hà Thị Nháp"), *entries) == [(code, "new-0", field)]


def test_a_line_without_a_name_and_two_terms_on_one_day_are_refused(desk: Desk) -> None:
    assert refused(desk, *typed("new-0", role="1")) == [("committee-member-without-name", "new-0", "name")]
    enter(desk, *typed("new-0", name=CHAIR))
    assert refused(desk, *typed("new-0", name=CHAIR)) == [("term-overlaps", "new-0", "name")]
    again = typed("new-0", name=CHAIR, from_on="1/1/2024")
    assert refused(desk, *again) == [("term-overlaps", "new-0", "from_on")]
    enter(desk, *typed(terms(desk)[CHAIR].id, until_on="1/1/2024"), *again)
    assert len(officer_terms.list_terms(desk.engine)) == 2


def test_roles_have_words_of_their_own() -> None:
    words = role_words(MESSAGES)
    assert list(words) == list(CommitteeRole)
    assert len(set(words.values())) == len(words)


class TestHelped:
    def test_marks_give_and_take_households_in_one_act(self, desk: Desk) -> None:
        first, second, third = (household_of(desk, head=f"Bùi Văn {name}") for name in ("Một", "Hai", "Ba"))
        name_households.register_households(desk, 2023, [first, second, third])
        chair, deputy = (one.id for one in officers.list_officers(desk.engine))
        name_households.assign_helper(desk, 2023, [third], deputy)
        done = operations(desk)
        enter_helped(desk, 2023, chair, {first: "x", third: "X"})
        assert len(operations(desk)) == len(done) + 1
        assert helpers(desk) == {first: chair, second: None, third: chair}
        enter_helped(desk, 2023, chair, {first: "", second: ""})
        assert helpers(desk) == {first: None, second: None, third: chair}
        undo_last(desk)
        assert helpers(desk) == {first: chair, second: None, third: chair}

    def test_a_blank_takes_nothing_from_another_helper(self, desk: Desk) -> None:
        household = household_of(desk)
        name_households.register_households(desk, 2023, [household])
        chair, deputy = (one.id for one in officers.list_officers(desk.engine))
        name_households.assign_helper(desk, 2023, [household], deputy)
        assert not enter_helped(desk, 2023, chair, {household: ""})
        assert helpers(desk) == {household: deputy}

    def test_other_words_choose_nothing(self, desk: Desk) -> None:
        household = household_of(desk)
        name_households.register_households(desk, 2023, [household])
        with pytest.raises(KnownError) as caught:
            enter_helped(desk, 2023, officers.list_officers(desk.engine)[0].id, {household: "không"})
        (finding,) = caught.value.findings
        assert (finding.code, finding.place.section, finding.place.field) == ("answer-not-yes", household, "helped")


def helpers(desk: Desk) -> dict[str, str | None]:
    return {one.household_id: one.helper_id for one in registered_households.list_registered(desk.engine, 2023)}
