"""What the grid shows of a person it reads again, so that a copied block can be pasted back."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from povertydesk.poverty.citizen_number import is_placeholder
from povertydesk.poverty.person import HEAD, Person, Sex, Work
from povertydesk.ui.household.member_lines import shown_text
from povertydesk.ui.household.words import HouseholdWords
from povertydesk.workflow import edit_members, keep_registry
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.keep_registry import NewMember
from povertydesk.workflow.people_codes import people_codes
from tests.workflow.registry import household_of, member

WORDS = st.sampled_from(["Trợ cấp tuổi già", "Lớp 9/12", "Thẻ BHYT", "Trung cấp"])
BIRTHS = st.one_of(
    st.none(),
    st.integers(1920, 2026),
    st.dates(datetime.date(1920, 1, 1), datetime.date(2026, 11, 20)),
)
NUMBERS = st.text("0123456789", min_size=9, max_size=12).filter(lambda number: not is_placeholder(number))


@st.composite
def people(draw: st.DrawFn) -> Person:
    birth = draw(BIRTHS)
    on = birth if isinstance(birth, datetime.date) else None
    return Person(
        "",
        draw(st.sampled_from(["Hà Thị Thử", "Bùi Văn Đường", "Y Bhăm Niê"])),
        on,
        on.year if on else birth if isinstance(birth, int) else None,
        draw(st.sampled_from([None, *Sex])),
        draw(st.sampled_from([None, *people_codes().ethnic_groups])),
        draw(st.none() | NUMBERS),
        draw(st.none() | WORDS),
        draw(st.sampled_from([None, *Work])),
        draw(st.none() | st.booleans()),
        draw(st.none() | st.booleans()),
        draw(st.none() | st.lists(WORDS, max_size=3).map(tuple)),
    )


@pytest.fixture(params=["en", "vi"])
def words(request: pytest.FixtureRequest, qapp: QApplication, compiled_catalogues: Path) -> Iterator[HouseholdWords]:
    translator = QTranslator()
    if request.param == "vi":
        assert translator.load(str(compiled_catalogues / "povertydesk_vi.qm"))
        qapp.installTranslator(translator)
    yield HouseholdWords()
    qapp.removeTranslator(translator)


def test_what_is_shown_reads_back_to_the_same(words: HouseholdWords, desk: Desk) -> None:
    household = household_of(desk)
    wife = member(desk, household, "Hà Thị Thử")
    relations = st.sampled_from([None, *(code for code in people_codes().relations if code != HEAD)])

    @settings(max_examples=60)
    @given(people(), relations)
    def holds(person: Person, relation: str | None) -> None:
        keep_registry.edit_person(desk, dataclasses.replace(person, id=wife))
        keep_registry.edit_relation(desk, wife, relation)
        shown = keep_registry.read_household(desk, household).members[1]
        entries = [CellEntry(wife, field, shown_text(words, shown, field)) for field in edit_members.FIELDS]
        assert not edit_members.enter_members(desk, household, entries)
        assert keep_registry.read_household(desk, household).members[1] == shown

    holds()


def test_nobody_known_is_blank_in_every_column(words: HouseholdWords, desk: Desk) -> None:
    household = household_of(desk, (NewMember(Person("", "Lê Văn Ví"), None),))
    (shown,) = keep_registry.read_household(desk, household).members
    assert [shown_text(words, shown, field) for field in edit_members.FIELDS if field != "name"] == [""] * 10
