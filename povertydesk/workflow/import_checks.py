"""What of a list wants a look though it is taken: people who may stand twice, words nobody knows, unknown histories."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.citizen_number import mask_citizen_number
from povertydesk.poverty.duplicates import LikenessReason, RegisteredPerson, find_duplicates
from povertydesk.poverty.problems import Finding, Place, Severity
from povertydesk.workflow.import_plan import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from povertydesk.exchange.household_columns import HouseholdTable
    from povertydesk.poverty.problems import Value
    from povertydesk.workflow.import_people import UnknownWord

_NEAR = frozenset({LikenessReason.LOST_ZERO, LikenessReason.DIGITS_SWAPPED, LikenessReason.ONE_DIGIT_OFF})


class SeenPerson(NamedTuple):
    """A person of the list or of the registry as it is compared, with the name and household a sentence needs.

    `table` and `row` are those of the line that names it; a person the list does not name has none.
    """

    compared: RegisteredPerson
    name: str
    household: str
    village: str
    table: HouseholdTable | None = None
    row: int = 0


def duplicate_findings(people: Mapping[str, SeenPerson], not_the_same: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Warn of people of the list who may stand twice, in it or in the registry, at the later one's line."""
    search = find_duplicates((seen.compared for seen in people.values()), not_the_same)
    for pair in search.pairs:
        one, other = sorted((people[pair.first], people[pair.second]), key=_later_last)
        if other.table is None:
            continue
        values: dict[str, Value] = {"person": one.name, "household": one.household, "village": one.village}
        if LikenessReason.SAME_NUMBER in pair.reasons:
            values["masked"] = mask_citizen_number(other.compared.number or "")
            place = place_of(other.table, other.row, "citizen_number")
            yield Finding("person-number-twice", Severity.WARNING, place, values)
        elif not _NEAR.isdisjoint(pair.reasons):
            values |= {
                "masked": mask_citizen_number(other.compared.number or ""),
                "other_masked": mask_citizen_number(one.compared.number or ""),
            }
            place = place_of(other.table, other.row, "citizen_number")
            yield Finding("person-number-near", Severity.WARNING, place, values)
        else:
            place = place_of(other.table, other.row, _name_field(other.table))
            yield Finding("person-name-twice", Severity.WARNING, place, values)
    for shared in search.shared:
        listed = [people[key] for key in shared.people if people[key].table is not None]
        if listed:
            last = max(listed, key=lambda seen: seen.row)
            if last.table is not None:
                place = place_of(last.table, last.row, _name_field(last.table))
                yield Finding("person-shared-by-many", Severity.WARNING, place, {"people": len(shared.people)})


def unknown_word_findings(table: HouseholdTable, unknown: Iterable[UnknownWord]) -> Iterator[Finding]:
    """Say once of each word that is in none of the program's lists, at the first line that has it."""
    words = list(unknown)
    counted = Counter((one.field, one.word) for one in words)
    said: set[tuple[str, str]] = set()
    for one in words:
        if (one.field, one.word) in said:
            continue
        said.add((one.field, one.word))
        place = place_of(table, one.row, one.field)
        values: dict[str, Value] = {"text": one.word, "count": counted[one.field, one.word]}
        if one.field == "relation":
            yield Finding("relation-not-known", Severity.WARNING, place, values)
        elif one.field == "ethnic_group":
            yield Finding("ethnic-group-not-known", Severity.WARNING, place, values)
        else:
            yield Finding("work-not-known", Severity.NOTE, place, values)


def column_findings(table: HouseholdTable, not_of_the_standard: Iterable[str], standard: str) -> Iterator[Finding]:
    """Say which columns of deprivations the standard of the round does not have."""
    for name in not_of_the_standard:
        place = place_of(table, table.heading.first_row, name)
        title = table.titles.get(name) or name
        yield Finding("deprivation-not-of-standard", Severity.NOTE, place, {"title": title, "standard": standard})


def history_findings(unknown: Mapping[str, int]) -> Iterator[Finding]:
    """Say of each village how many of its listed households nobody knows the history of."""
    for village, count in unknown.items():
        place = Place(village=village, field="history")
        yield Finding("unknown-history", Severity.WARNING, place, {"village": village, "households": count})


def _name_field(table: HouseholdTable) -> str:
    return "person_name" if "person_name" in table.columns else "head_name"


def _later_last(seen: SeenPerson) -> tuple[bool, int]:
    return seen.table is not None, seen.row
