from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from povertydesk import __version__
from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Person
from povertydesk.poverty.person_search import MatchKind, SearchCandidate, ranked, read_search
from povertydesk.poverty.vietnamese import fold, person_sort_key
from povertydesk.store import households, people, villages
from povertydesk.store.households import NewHousehold, add_households
from povertydesk.workflow import find_people, keep_registry, life_events
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.find_people import Hit
from povertydesk.workflow.keep_registry import NewMember
from povertydesk.workflow.open_desk import open_desk
from tests.workflow.conftest import LAW, NOON
from tests.workflow.contents import key_of
from tests.workflow.registry import day, household_of, member

FAMILIES = ("Nguyễn", "Bùi", "Đặng", "Hà")
MIDDLES = ("Văn", "Thị")
GIVENS = ("Dũng", "Dung", "Đông", "Hoà", "Hòa", "Anh Vũ", "Lan", "Lân")
LETTERS = st.sampled_from("nguyễnguyendũngđônghoàVăn lan%_[*1")


def people_of(desk: Desk, households: int) -> None:
    """Enter households of four with every mixture of the names above, and one that has only its head's name."""
    whole = [" ".join(parts) for parts in itertools.product(FAMILIES, MIDDLES, GIVENS)]
    names = itertools.cycle(whole)
    for number in range(households):
        members = tuple(
            NewMember(
                Person("", next(names), birth_year=1950 + place, citizen_number=f"0380{place}{500 + number:07d}"),
                "child" if place else HEAD,
            )
            for place in range(4)
        )
        household_of(desk, members, village=("Thôn Phi Long", "Thôn Vân Ngọc")[number % 2])
    household_of(desk, (), head="Đinh Thị Hoà")


@pytest.fixture
def peopled(desk: Desk) -> Desk:
    people_of(desk, 16)
    return desk


def found(desk: Desk, text: str, year: int | None = None) -> list[str]:
    return [hit.person for hit in find_people.find_people(desk, text, year, most=1000)]


@pytest.mark.parametrize(
    ("text", "first", "why"),
    [
        ("Nguyễn Văn Dũng", "Nguyễn Văn Dũng", MatchKind.EXACT_NAME),
        ("nguyễn văn dũng", "Nguyễn Văn Dũng", MatchKind.EXACT_NAME),
        ("nguyen van dung", "Nguyễn Văn Dung", MatchKind.FOLDED_NAME),
        ("hà thị hoà", "Hà Thị Hòa", MatchKind.EXACT_NAME),
        ("dtd", "Đặng Thị Dung", MatchKind.INITIALS),
        ("đinh", "Đinh Thị Hoà", MatchKind.EXACT_NAME),
        ("vân ngọc", "Bùi Thị Hòa", MatchKind.VILLAGE),
    ],
)
def test_people_are_found_by_what_a_clerk_knows_of_them(peopled: Desk, text: str, first: str, why: MatchKind) -> None:
    hits = find_people.find_people(peopled, text)
    assert (hits[0].person.replace("Hoà", "Hòa"), hits[0].why) == (first.replace("Hoà", "Hòa"), why)


def test_an_exact_spelling_comes_before_the_same_letters(peopled: Desk) -> None:
    assert [name.split()[-1] for name in found(peopled, "dung")][:8] == ["Dung"] * 8
    assert [name.split()[-1] for name in found(peopled, "dũng")][:8] == ["Dũng"] * 8
    assert {name.split()[-1] for name in found(peopled, "dũng")} == {"Dũng", "Dung"}
    assert [name.split()[-1] for name in found(peopled, "lan")] == ["Lan"] * 8 + ["Lân"] * 8


def test_the_last_digits_find_a_person_and_show_no_whole_number(peopled: Desk) -> None:
    hits = find_people.find_people(peopled, "0503")
    assert [(hit.why, hit.masked_number) for hit in hits] == [(MatchKind.LAST_DIGITS, "********0503")] * 4
    assert [hit.household for hit in hits] == ["002"] * 4
    assert {hit.birth_year for hit in hits} == {1950, 1951, 1952, 1953}
    assert find_people.find_people(peopled, "53") == ()


def test_a_code_finds_the_heads_of_the_households_that_bear_it_in_every_village(peopled: Desk) -> None:
    hits = find_people.find_people(peopled, "002")
    by_code = [hit for hit in hits if hit.why is MatchKind.HOUSEHOLD_CODE]
    assert {(hit.household, hit.village) for hit in by_code} == {("002", "Thôn Phi Long"), ("002", "Thôn Vân Ngọc")}
    heads = {keep_registry.read_household(peopled, hit.household_id).household.head_name for hit in by_code}
    assert {hit.person for hit in by_code} == heads


@pytest.mark.parametrize("typed", ["a017", "A017", "017", "A0"])
def test_a_code_with_letters_is_found_however_it_is_typed(desk: Desk, typed: str) -> None:
    keep_registry.add_household(desk, Household("", key_of(desk, "Thôn Phi Long"), "A017", "Bùi Văn Mẫu"))
    assert [(hit.household, hit.person_id) for hit in find_people.find_people(desk, typed)] == [("A017", None)]


def test_a_head_of_whom_no_person_is_entered_is_found_by_name(peopled: Desk) -> None:
    (hit,) = find_people.find_people(peopled, "dinh thi hoa")
    assert (hit.person, hit.person_id, hit.birth_year) == ("Đinh Thị Hoà", None, None)


def test_nobody_is_found_by_nothing_and_by_what_nobody_is_called(peopled: Desk) -> None:
    assert [found(peopled, text) for text in ("", "  ", "xyz", "%", "_", "nguyễn thị không có", "*", "[")] == [[]] * 8


def test_who_died_or_moved_away_is_found_in_the_years_before(desk: Desk) -> None:
    household = household_of(desk)
    life_events.record_death(desk, member(desk, household, "Bùi Thị Tập"), day(6, 1))
    assert found(desk, "Bùi Thị Tập") == []
    assert found(desk, "Bùi Thị Tập", 2022) == []
    assert found(desk, "Bùi Thị Tập", 2021) == ["Bùi Thị Tập"]
    keys = [one.person.id for one in people.list_members(desk.engine, household)]
    life_events.move_out(desk, keys, day(7, 1))
    assert found(desk, "Bùi Văn Mẫu") == []
    assert found(desk, "Bùi Văn Mẫu", 2021) == ["Bùi Văn Mẫu"]


def test_the_likeliest_are_brought_where_more_answer_than_are_read(desk: Desk) -> None:
    """Of six hundred whose names begin so, the one whose given name it is still comes first."""
    heads = [*(f"Nguyễn Lan {letter}nh" for letter in "ABCDEGHIKL" * 60), "Hà Lan", "Hà Lân"]
    village = key_of(desk, "Thôn Phi Long")
    with desk.operation("add-practice-households", households=len(heads)) as act:
        entered = [NewHousehold(village, f"{number:04d}", head) for number, head in enumerate(heads)]
        add_households(act.writer, entered)
    assert found(desk, "lan")[0] == "Hà Lan"
    assert found(desk, "lân")[0] == "Hà Lân"
    assert len(found(desk, "lan")) < len(heads)


def everybody(desk: Desk) -> list[SearchCandidate]:
    """Whom the office knows to live in the commune: the people entered, else the heads."""
    names = {one.id: fold(one.name) for one in villages.list_villages(desk.engine)}
    known = []
    for household in households.list_households(desk.engine):
        members = people.list_members(desk.engine, household.id)
        living = [(one.person.id, one.person.name, one.person.citizen_number) for one in members]
        known += [
            SearchCandidate(
                key, name, fold(name), person_sort_key(name), household.code, names[household.village_id], number
            )
            for key, name, number in living or [(household.id, household.head_name, None)]
        ]
    return known


@pytest.fixture(scope="module")
def standing(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A commune that nobody changes any more."""
    folder = tmp_path_factory.mktemp("standing")
    program = Program(__version__, FixedClock(NOON), LAW, folder / "backups", "Hà Văn Mẫu")
    desk = open_desk(Path(shutil.copy(finished, folder / "cam-long.pdesk")), program)
    people_of(desk, 16)
    yield desk
    desk.close()


@settings(max_examples=60, deadline=None)
@given(text=st.text(LETTERS, max_size=8))
@example("hoà")
@example("Hòa")
@example("ng dung")
@example("nvd")
@example("0503")
def test_whoever_answers_by_name_initials_or_number_is_found_in_order(standing: Desk, text: str) -> None:
    """The question to the file lets nobody fall through whom the rules of the search let in."""
    words = read_search(text)
    hits = find_people.find_people(standing, text, most=1000)
    known = [] if words is None else ranked(words, everybody(standing))
    by_household = {MatchKind.HOUSEHOLD_CODE, MatchKind.VILLAGE}
    expected = [(candidate.id, answer.kind) for candidate, answer in known if answer.kind not in by_household]
    assert [(hit.person_id or hit.household_id, hit.why) for hit in hits if hit.why not in by_household] == expected


def test_a_hit_holds_what_is_shown(peopled: Desk) -> None:
    (hit,) = find_people.find_people(peopled, "Đinh")
    assert hit == Hit(hit.household_id, None, "009", "Đinh Thị Hoà", "Thôn Phi Long", None, MatchKind.EXACT_NAME)
