"""Finding people and households from the one search box: by name, initials, number, household code or village."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.citizen_number import mask_citizen_number
from povertydesk.poverty.person_search import MatchKind, ranked, read_search
from povertydesk.store import person_find
from povertydesk.workflow.registry_list import day_within

if TYPE_CHECKING:
    from povertydesk.workflow.desk import Desk

MOST_HITS = 50


class Hit(NamedTuple):
    """Somebody who answers to a search, and why. Without `person_id` only the name of the household's head is known.

    `masked_number` shows the last four digits of the citizen number where they are why; a whole one is never shown.
    """

    household_id: str
    person_id: str | None
    household: str
    person: str
    village: str
    birth_year: int | None
    why: MatchKind
    masked_number: str = ""


def find_people(desk: Desk, text: str, year: int | None = None, most: int = MOST_HITS) -> tuple[Hit, ...]:
    """Return who answers to what was typed, the best first, of those who live in the commune today.

    With a year: of those who lived there on its last day, or today where it is not over. Nothing to look for finds
    nobody.
    """
    words = read_search(text)
    if words is None:
        return ()
    found = {one.candidate.id: one for one in person_find.find_candidates(desk.engine, words, day_within(desk, year))}
    hits = []
    for candidate, answer in ranked(words, (one.candidate for one in found.values()))[:most]:
        one = found[candidate.id]
        by_number = answer.kind is MatchKind.LAST_DIGITS and candidate.number
        hits.append(
            Hit(
                one.household_id,
                one.person_id,
                candidate.household_code,
                candidate.name,
                one.village,
                one.birth_year,
                answer.kind,
                mask_citizen_number(candidate.number or "") if by_number else "",
            )
        )
    return tuple(hits)
