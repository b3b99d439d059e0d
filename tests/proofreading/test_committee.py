from __future__ import annotations

import datetime
from dataclasses import replace

from povertydesk.poverty.area import Village
from povertydesk.poverty.committee import OfficerTerm
from povertydesk.poverty.plan import Officer
from povertydesk.proofreading.committee import CommitteeRecords, check_committee

DAY = datetime.date(2023, 6, 1)
ONE, OTHER = Officer("o1", "Bùi Văn Mẫu", "Chủ tịch"), Officer("o2", "Hà Thị Thử", "Công chức")
VILLAGES = (Village("v1", "Thôn Một", 1), Village("v2", "Thôn Hai", 2))
SOUND = CommitteeRecords(
    year=2023,
    on=DAY,
    terms=(OfficerTerm("t1", "o1", until_on=DAY + datetime.timedelta(1), villages=("v1", "v2")),),
    villages=VILLAGES,
    officers={"o1": ONE, "o2": OTHER},
    signed_on=DAY,
    signer=ONE,
    helping={"o1": 3},
)


def codes(known: CommitteeRecords) -> list[str]:
    return [one.code for one in check_committee(known)]


def test_a_committee_that_covers_everything_has_no_findings() -> None:
    assert codes(SOUND) == []


def test_without_terms_there_is_nothing_to_hold_anybody_to() -> None:
    assert codes(replace(SOUND, terms=())) == []


def test_on_the_day_a_term_ends_it_covers_nothing_any_more() -> None:
    after = DAY + datetime.timedelta(1)
    found = check_committee(replace(SOUND, on=after, signed_on=after))
    assert [(one.code, one.place.village) for one in found] == [
        ("village-without-member", "Thôn Một"),
        ("village-without-member", "Thôn Hai"),
        ("helper-outside-term", None),
        ("signer-not-in-committee", None),
    ]


def test_a_helper_who_never_was_a_member_is_held_to_no_term_but_a_signer_is() -> None:
    assert codes(replace(SOUND, helping={"o2": 1})) == []
    assert codes(replace(SOUND, signer=OTHER)) == ["signer-not-in-committee"]
    assert codes(replace(SOUND, signer=None)) == []
