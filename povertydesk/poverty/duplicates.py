"""The same person twice in the registry: by number, by a mistyped number, or by name, year and village.

Each pair is a question to the clerk, never a decision. Nothing here compares everybody with everybody: people are
looked up by what they would share, so that the work grows with their number and not with its square.
"""

from __future__ import annotations

import enum
from collections import Counter, defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from povertydesk.poverty.citizen_number import OLD_NUMBER_DIGITS, is_placeholder

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

MOST_SHARING = 10
"""More people than these under one number, or one name, year and village, are one fault in the list, not pairs."""

MOST_NEAR_NUMBERS = 8
"""Where more numbers of the list are near to one, they were given out in a row, and nearness says nothing."""


class LikenessReason(enum.StrEnum):
    """Why two people may be one."""

    SAME_NUMBER = "same_number"
    LOST_ZERO = "lost_zero"
    DIGITS_SWAPPED = "digits_swapped"
    ONE_DIGIT_OFF = "one_digit_off"
    SAME_NAME_YEAR_VILLAGE = "same_name_year_village"


class RegisteredPerson(NamedTuple):
    """What is compared of a person. None and an empty text are "not known" and equal nothing.

    `number` is the citizen number or old identity number in digits; `folded_name` is the name without accents.
    """

    id: str
    household_id: str
    village_id: str
    folded_name: str
    birth_year: int | None = None
    number: str | None = None


class LikelyDuplicate(NamedTuple):
    """Two people who may be one; `first` is the lower key. The strongest reason comes first."""

    first: str
    second: str
    reasons: tuple[LikenessReason, ...]


class SharedByMany(NamedTuple):
    """People who all share one number, or one name, year and village: said once and not pair by pair."""

    reason: LikenessReason
    people: tuple[str, ...]


class DuplicateSearch(NamedTuple):
    """What a search found: pairs from the likeliest down, and what too many people share."""

    pairs: tuple[LikelyDuplicate, ...]
    shared: tuple[SharedByMany, ...]


_ORDER = {reason: place for place, reason in enumerate(LikenessReason)}
_Key = TypeVar("_Key", bound="Hashable")
_Member = TypeVar("_Member")
_Pairs = defaultdict[tuple[str, str], set[LikenessReason]]


def find_duplicates(
    people: Iterable[RegisteredPerson], not_the_same: Iterable[tuple[str, str]] = ()
) -> DuplicateSearch:
    """Find people who may stand in the registry twice, except the pairs remembered as "not the same", in either order.

    The same number is found inside one household too, since a number has one holder; near numbers and equal names
    only across households, since brothers and sisters have them. Numbers of one repeated digit are nobody's.
    The order does not depend on the order of the people: same number; near number and same name; same name, year and
    village; near number with another name; then by the keys.
    """
    known = {person.id: person for person in people}
    pairs: _Pairs = defaultdict(set)
    shared: list[SharedByMany] = []
    holders = _holders(known.values())
    for number, group in list(holders.items()):
        if len(group) > MOST_SHARING:
            shared.append(SharedByMany(LikenessReason.SAME_NUMBER, _keys(group)))
            del holders[number]
        else:
            _add(pairs, LikenessReason.SAME_NUMBER, combinations(group, 2))
    for reason, one, other in _telling(list(_near_numbers(holders)), holders):
        _add(pairs, reason, _across_households(product(holders[one], holders[other])))
    for group in _namesakes(known.values()):
        if len(group) > MOST_SHARING:
            if len({person.household_id for person in group}) > 1:
                shared.append(SharedByMany(LikenessReason.SAME_NAME_YEAR_VILLAGE, _keys(group)))
        else:
            _add(pairs, LikenessReason.SAME_NAME_YEAR_VILLAGE, _across_households(combinations(group, 2)))
    for one_id, other_id in not_the_same:
        pairs.pop((min(one_id, other_id), max(one_id, other_id)), None)
    found = [LikelyDuplicate(*keys, tuple(sorted(reasons, key=_ORDER.__getitem__))) for keys, reasons in pairs.items()]
    return DuplicateSearch(
        tuple(sorted(found, key=lambda pair: _likelihood(pair, known))),
        tuple(sorted(shared, key=lambda many: (_ORDER[many.reason], many.people))),
    )


def number_likeness(one: str, other: str) -> LikenessReason | None:
    """Tell how two numbers are alike: the same, a leading zero lost, two neighbours swapped, or one digit off.

    None where they are not, or where one is too short to be a number (under nine digits, a lost zero counted in).
    """
    if one == other:
        return LikenessReason.SAME_NUMBER
    if min(len(one), len(other)) < OLD_NUMBER_DIGITS - 1:
        return None
    if one.lstrip("0") == other.lstrip("0"):
        return LikenessReason.LOST_ZERO
    if len(one) != len(other) or len(one) < OLD_NUMBER_DIGITS:
        return None
    apart = [place for place, (digit, against) in enumerate(zip(one, other, strict=True)) if digit != against]
    if len(apart) == 1:
        return LikenessReason.ONE_DIGIT_OFF
    first, second = apart[0], apart[1]
    if len(apart) == 2 and second == first + 1 and one[first] == other[second] and one[second] == other[first]:
        return LikenessReason.DIGITS_SWAPPED
    return None


def _near_numbers(numbers: Iterable[str]) -> Iterator[tuple[LikenessReason, str, str]]:
    """Yield every two near numbers once, the lower first, by looking up what each would be if mistyped."""
    known = {number for number in numbers if len(number) >= OLD_NUMBER_DIGITS - 1}
    for group in _grouped((number.lstrip("0"), number) for number in known):
        yield from ((LikenessReason.LOST_ZERO, min(two), max(two)) for two in combinations(group, 2))
    whole = [number for number in known if len(number) >= OLD_NUMBER_DIGITS]
    for place in range(max(map(len, whole), default=0)):
        # A place at a time, so that the keys of one place only are held in memory.
        reaching = [number for number in whole if len(number) > place]
        keys = [number[:place] + number[place + 1 :] for number in reaching]
        shared = {key for key, count in Counter(keys).items() if count > 1}
        for group in _grouped((key, number) for key, number in zip(keys, reaching, strict=True) if key in shared):
            yield from ((LikenessReason.ONE_DIGIT_OFF, min(two), max(two)) for two in combinations(group, 2))
        for number in reaching:
            # Swapping two digits gives the higher number where the first of them is the lower.
            if number[place] < number[place + 1 : place + 2]:
                swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
                if swapped in known:
                    yield LikenessReason.DIGITS_SWAPPED, number, swapped


def _telling(
    near: Sequence[tuple[LikenessReason, str, str]], holders: Mapping[str, Sequence[RegisteredPerson]]
) -> Iterator[tuple[LikenessReason, str, str]]:
    """Leave out nearness that says nothing: among numbers in a row only holders of one name are looked at.

    Where those too are many (a list filled in downwards), none is left. So the pairs grow with the people.
    """
    names = {number: {person.folded_name for person in group} - {""} for number, group in holders.items()}
    neighbours: dict[str, int] = defaultdict(int)
    namesakes: dict[str, int] = defaultdict(int)
    for _, one, other in near:
        for number in (one, other):
            neighbours[number] += 1
            namesakes[number] += not names[one].isdisjoint(names[other])
    for reason, one, other in near:
        counted = neighbours if names[one].isdisjoint(names[other]) else namesakes
        if max(counted[one], counted[other]) <= MOST_NEAR_NUMBERS:
            yield reason, one, other


def _holders(people: Iterable[RegisteredPerson]) -> dict[str, list[RegisteredPerson]]:
    holders: dict[str, list[RegisteredPerson]] = defaultdict(list)
    for person in people:
        if person.number and not is_placeholder(person.number):
            holders[person.number].append(person)
    return holders


def _namesakes(people: Iterable[RegisteredPerson]) -> Iterator[list[RegisteredPerson]]:
    return _grouped(
        ((person.folded_name, person.birth_year, person.village_id), person)
        for person in people
        if person.folded_name and person.birth_year is not None and person.village_id
    )


def _grouped(keyed: Iterable[tuple[_Key, _Member]]) -> Iterator[list[_Member]]:
    groups: dict[_Key, list[_Member]] = defaultdict(list)
    for key, member in keyed:
        groups[key].append(member)
    return (group for group in groups.values() if len(group) > 1)


def _across_households(
    pairs: Iterable[tuple[RegisteredPerson, RegisteredPerson]],
) -> Iterator[tuple[RegisteredPerson, RegisteredPerson]]:
    return (pair for pair in pairs if pair[0].household_id != pair[1].household_id)


def _add(pairs: _Pairs, reason: LikenessReason, found: Iterable[tuple[RegisteredPerson, RegisteredPerson]]) -> None:
    for one, other in found:
        pairs[min(one.id, other.id), max(one.id, other.id)].add(reason)


def _keys(people: Iterable[RegisteredPerson]) -> tuple[str, ...]:
    return tuple(sorted(person.id for person in people))


def _likelihood(pair: LikelyDuplicate, known: Mapping[str, RegisteredPerson]) -> tuple[int, int, str, str]:
    has_one_name = known[pair.first].folded_name == known[pair.second].folded_name != ""
    strongest = pair.reasons[0]
    if strongest is LikenessReason.SAME_NUMBER:
        likelihood = 0
    elif strongest is LikenessReason.SAME_NAME_YEAR_VILLAGE:
        likelihood = 2
    else:
        likelihood = 1 if has_one_name else 3
    return likelihood, -len(pair.reasons), pair.first, pair.second
