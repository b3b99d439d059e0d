"""The whole registry in one short read of bare rows, turned into records where time and thread do not matter.

Reading 40,000 people as rows takes a fraction of making records of them, and the open file is only touched by the
first: an import or a search for duplicates goes on beside the window.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.household import Household
from povertydesk.poverty.person import Membership, Person, Sex, Work
from povertydesk.store.stored_dates import read_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from povertydesk.store.engine import Engine

_HOUSEHOLD = (
    "id, village_id, code, head_name, people_count, address, phone, ethnic_group, area, no_labour_capacity, merit, "
    "local_minority, social_protection, entered_on, ended_on"
)
_PERSON = (
    "id, name, birth_on, birth_year, sex, ethnic_group, citizen_number, education, work, insurance, disability, "
    "benefits, died_on"
)


class RegistryRows(NamedTuple):
    """Bare rows of all households, people and stays, also of those that ended."""

    household_rows: list[tuple[Any, ...]]
    person_rows: list[tuple[Any, ...]]
    stay_rows: list[tuple[Any, ...]]

    def households(self) -> Iterator[Household]:
        """Make the households, in the order they were entered."""
        for (
            key,
            village,
            code,
            head,
            count,
            address,
            phone,
            ethnic,
            area,
            *groups,
            entered,
            ended,
        ) in self.household_rows:
            labour, merit, minority, protection = (None if one is None else bool(one) for one in groups)
            yield Household(
                key,
                village,
                code,
                head,
                count,
                address,
                phone or "",
                ethnic,
                AreaType(area) if area else None,
                labour,
                merit,
                minority,
                protection,
                read_day(entered),
                read_day(ended),
            )

    def people(self) -> Iterator[Person]:
        """Make the people, in the order they were entered."""
        for (
            key,
            name,
            day,
            year,
            sex,
            ethnic,
            number,
            education,
            work,
            insured,
            disabled,
            benefits,
            died,
        ) in self.person_rows:
            yield Person(
                key,
                name,
                read_day(day),
                year,
                Sex(sex) if sex else None,
                ethnic,
                number,
                education,
                Work(work) if work else None,
                None if insured is None else bool(insured),
                None if disabled is None else bool(disabled),
                None if benefits is None else tuple(json.loads(benefits)),
                read_day(died),
            )

    def stays(self) -> Iterator[Membership]:
        """Make the stays, in the order they were entered."""
        for key, person, household, relation, since, until in self.stay_rows:
            yield Membership(key, person, household, relation, read_day(since), read_day(until))


def read_registry(engine: Engine) -> RegistryRows:
    """Read all households, people and stays."""
    return RegistryRows(
        engine.execute(f"SELECT {_HOUSEHOLD} FROM household ORDER BY id"),  # noqa: S608 - fixed names
        engine.execute(f"SELECT {_PERSON} FROM person ORDER BY id"),  # noqa: S608 - fixed names
        engine.execute("SELECT id, person_id, household_id, relation, from_on, until_on FROM membership ORDER BY id"),
    )
