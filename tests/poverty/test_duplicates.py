from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.duplicates import (
    MOST_NEAR_NUMBERS,
    MOST_SHARING,
    DuplicateSearch,
    LikelyDuplicate,
    LikenessReason,
    RegisteredPerson,
    SharedByMany,
    find_duplicates,
    number_likeness,
)

SAME, ZERO, SWAPPED, OFF, NAMED = LikenessReason
NUMBER = "900185123456"


def person(
    key: str,
    number: str | None = None,
    *,
    household: str | None = None,
    name: str = "",
    born: int | None = None,
    village: str = "v1",
) -> RegisteredPerson:
    return RegisteredPerson(key, household or f"household of {key}", village, name, born, number)


# Few values, so that equal and near ones meet; a changed digit, swapped neighbours and a lost zero among them.
FEW_NUMBERS = st.sampled_from(
    (
        None,
        "",
        "12",
        "21",
        NUMBER,
        "900185123465",
        "900185123466",
        "900185124456",
        "090185123456",
        "90185123456",
        "171234567",
        "17123457",
        "017123457",
        "000000000000",
        "111111111111",
    )
)
PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["h1", "h2", "h3"]),
        st.sampled_from(["v1", "v2", ""]),
        st.sampled_from(["", "nguyen van a", "tran thi b"]),
        st.sampled_from([None, 1985, 1986]),
        FEW_NUMBERS,
    ),
    max_size=MOST_SHARING,
).map(lambda rows: [RegisteredPerson(f"p{place:02}", *row) for place, row in enumerate(rows)])


def expected_reasons(one: RegisteredPerson, other: RegisteredPerson) -> list[LikenessReason]:
    """The definition, written out for two people."""
    reasons = []
    apart = one.household_id != other.household_id
    if all(each.number and len(set(each.number)) > 1 for each in (one, other)):
        assert one.number
        assert other.number
        likeness = number_likeness(one.number, other.number)
        if likeness is not None and (apart or likeness is SAME):
            reasons.append(likeness)
    names = {(each.folded_name, each.birth_year, each.village_id) for each in (one, other)}
    if apart and len(names) == 1 and one.folded_name and one.birth_year and one.village_id:
        reasons.append(NAMED)
    return reasons


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (NUMBER, NUMBER, SAME),
        ("038185123456", "38185123456", ZERO),
        ("004185123456", "4185123456", ZERO),
        ("012345678", "12345678", ZERO),
        (NUMBER, "900185123465", SWAPPED),
        (NUMBER, "090185123456", SWAPPED),
        (NUMBER, "900185123457", OFF),
        (NUMBER, "100185123456", OFF),
        (NUMBER, "900185123475", None),
        (NUMBER, "900185123654", None),
        (NUMBER, "900185143256", None),
        (NUMBER, "90018512345", None),
        ("12345678", "12345679", None),
        ("12", "012", None),
    ],
)
def test_numbers_are_alike_in_four_ways(one: str, other: str, likeness: LikenessReason | None) -> None:
    assert number_likeness(one, other) == likeness
    assert number_likeness(other, one) == likeness


@given(PEOPLE)
def test_looking_up_finds_what_comparing_everybody_would_find(people: list[RegisteredPerson]) -> None:
    found = {(pair.first, pair.second): list(pair.reasons) for pair in find_duplicates(people).pairs}
    expected = {(one.id, other.id): expected_reasons(one, other) for one, other in combinations(people, 2)}
    assert found == {keys: reasons for keys, reasons in expected.items() if reasons}


@given(st.from_regex(r"[1-9]{9}|[1-9]{12}", fullmatch=True), st.data())
def test_every_slip_of_the_hand_is_found(number: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(min_value=0, max_value=len(number) - 2))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != number[place]))
    mistyped = number[:place] + digit + number[place + 1 :]
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    for slip, reason in ((mistyped, OFF), (swapped, SAME if swapped == number else SWAPPED)):
        if len(set(slip)) > 1 < len(set(number)):
            found = find_duplicates([person("a", number), person("b", slip)])
            assert found == DuplicateSearch((LikelyDuplicate("a", "b", (reason,)),), ())


@given(PEOPLE, st.randoms(use_true_random=False), st.data())
def test_the_order_does_not_depend_on_where_people_stood(
    people: list[RegisteredPerson], random: Random, data: st.DataObject
) -> None:
    search = find_duplicates(people)
    turned = random.sample(people, len(people))
    assert find_duplicates(turned) == search
    remembered = [(pair.second, pair.first) for pair in search.pairs if data.draw(st.booleans())]
    left = find_duplicates(turned, remembered)
    assert left.pairs == tuple(pair for pair in search.pairs if (pair.second, pair.first) not in remembered)


def test_the_likeliest_come_first() -> None:
    people = [
        person("other name", "900185123457", name="le thi c"),
        person("number", NUMBER, name="nguyen van a", born=1985),
        person("same name", "900185123465", name="nguyen van a"),
        person("same number", NUMBER),
        person("namesake", name="nguyen van a", born=1985),
    ]
    found = find_duplicates(people).pairs
    assert found == (
        LikelyDuplicate("number", "same number", (SAME,)),
        LikelyDuplicate("number", "same name", (SWAPPED,)),
        LikelyDuplicate("namesake", "number", (NAMED,)),
        LikelyDuplicate("number", "other name", (OFF,)),
        LikelyDuplicate("other name", "same number", (OFF,)),
        LikelyDuplicate("same name", "same number", (SWAPPED,)),
    )


def test_what_is_not_known_is_equal_to_nothing() -> None:
    unknown = [person("a"), person("b"), person("c", ""), person("d", "")]
    assert find_duplicates(unknown) == DuplicateSearch((), ())
    namesakes = [person("a", name="nguyen van a"), person("b", name="nguyen van a"), person("c", born=1985)]
    assert find_duplicates(namesakes) == DuplicateSearch((), ())


def test_brothers_and_sisters_are_not_one_person_but_one_number_is() -> None:
    twins = [person("a", NUMBER, household="h"), person("b", "900185123457", household="h")]
    assert find_duplicates(twins).pairs == ()
    copied = [person("a", NUMBER, household="h"), person("b", NUMBER, household="h")]
    assert find_duplicates(copied).pairs == (LikelyDuplicate("a", "b", (SAME,)),)


def test_a_number_filled_in_for_everybody_is_nobodys() -> None:
    people = [person(f"p{place}", "000000000000") for place in range(500)]
    assert find_duplicates(people) == DuplicateSearch((), ())


def test_what_many_share_is_said_once() -> None:
    many = MOST_SHARING + 1
    keys = tuple(f"p{place:02}" for place in range(many))
    numbered = [person(key, NUMBER) for key in keys]
    assert find_duplicates(numbered) == DuplicateSearch((), (SharedByMany(SAME, keys),))
    assert len(find_duplicates(numbered[:MOST_SHARING]).pairs) == MOST_SHARING * (MOST_SHARING - 1) // 2
    named = [person(key, name="nguyen van a", born=1985) for key in keys]
    assert find_duplicates(named) == DuplicateSearch((), (SharedByMany(NAMED, keys),))
    at_home = [person(key, name="nguyen van a", born=1985, household="h") for key in keys]
    assert find_duplicates(at_home) == DuplicateSearch((), ())


def test_numbers_given_out_in_a_row_are_only_near_under_one_name() -> None:
    in_a_row = [person(f"p{place:02}", f"90018512{place:04}", name=f"name {place}") for place in range(100)]
    assert find_duplicates(in_a_row).pairs == ()
    again = [in_a_row[50]._replace(folded_name="name 40"), *in_a_row[:50], *in_a_row[51:]]
    assert find_duplicates(again).pairs == (LikelyDuplicate("p40", "p50", (OFF,)),)
    filled_down = [each._replace(folded_name="nguyen van a") for each in in_a_row]
    assert find_duplicates(filled_down).pairs == ()


def test_near_numbers_are_shown_until_they_are_too_many() -> None:
    near = [person(f"p{place}", f"90018512345{place}") for place in range(MOST_NEAR_NUMBERS + 2)]
    assert len(find_duplicates(near[:-1]).pairs) == MOST_NEAR_NUMBERS * (MOST_NEAR_NUMBERS + 1) // 2
    assert find_duplicates(near).pairs == ()


@pytest.mark.parametrize("name", ["", "nguyen van a"])
def test_the_result_grows_with_the_people_and_not_with_their_square(name: str) -> None:
    people = [person(f"p{place:04}", f"9001851{place % 1500:05}", name=name, born=1985) for place in range(3000)]
    search = find_duplicates(people)
    assert len(search.pairs) <= len(people) * MOST_SHARING * (MOST_NEAR_NUMBERS + 2)
    assert sum(len(many.people) for many in search.shared) <= 2 * len(people)
