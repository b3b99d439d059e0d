from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from povertydesk.poverty.named_target import (
    ChosenBy,
    FollowUp,
    HouseholdNeed,
    LeavingTarget,
    RegisteredHousehold,
    TargetResult,
)
from povertydesk.poverty.plan import Officer
from povertydesk.store import officers, registered_households
from povertydesk.store.authorship import Authorship
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.operations import operation


@pytest.fixture
def households(cam_long: DeskFile) -> list[str]:
    """Two households, the one of the later village first."""
    rows = cam_long.engine.execute(
        "SELECT household.id FROM household JOIN village ON village.id = village_id "
        "WHERE village.name IN ('Thôn Minh Long', 'Thôn Long Tiến') GROUP BY village_id ORDER BY village.position DESC"
    )
    return [row[0] for row in rows]


def test_everything_that_is_written_is_read_again(
    cam_long: DeskFile, author: Authorship, households: list[str]
) -> None:
    engine = cam_long.engine
    with operation(engine, author, "register-households") as writer:
        helper = officers.write_officer(writer, Officer("", "Hà Thị Thử", "Công chức"))
        whole = RegisteredHousehold(
            "",
            households[0],
            2023,
            LeavingTarget.NEAR_POOR,
            ChosenBy.RANKING,
            helper,
            "",
            (HouseholdNeed.LOAN, HouseholdNeed.OTHER),
            "có đất",
            TargetResult.GONE,
            datetime.date(2023, 5, 4),
        )
        bare = RegisteredHousehold("", households[1], 2023, helper="Hội Phụ nữ xã")
        keys = registered_households.add_registered(writer, [whole, bare])
    read = registered_households.list_registered(engine, 2023)
    assert read == (replace(bare, id=keys[1]), replace(whole, id=keys[0]))
    assert registered_households.list_registered(engine, 2022) == ()
    with operation(engine, author, "edit-registered-household") as writer:
        registered_households.write_registered(writer, replace(bare, id=keys[0], household_id=households[0]))
    assert registered_households.list_registered(engine, 2023)[1] == replace(
        bare, id=keys[0], household_id=households[0]
    )


def test_the_months_of_a_household_go_with_it(cam_long: DeskFile, author: Authorship, households: list[str]) -> None:
    engine = cam_long.engine
    with operation(engine, author, "register-households") as writer:
        names = [RegisteredHousehold("", key, 2023) for key in households]
        first, second = registered_households.add_registered(writer, names)
        for key, month in ((first, 4), (first, 2), (second, 2)):
            registered_households.write_follow_up(engine, writer, FollowUp(key, month, "Vay vốn", "Hội Nông dân"))
    months = {key: [one.month for one in noted] for key, noted in _follow_ups(cam_long).items()}
    assert months == {first: [2, 4], second: [2]}
    with operation(engine, author, "unregister-households") as writer:
        registered_households.write_follow_up(engine, writer, FollowUp(second, 3, ""))
        registered_households.remove_registered(engine, writer, [RegisteredHousehold(first, households[0], 2023)])
    assert list(_follow_ups(cam_long)) == [second]
    assert [one.id for one in registered_households.list_registered(engine, 2023)] == [second]


def _follow_ups(desk: DeskFile) -> dict[str, tuple[FollowUp, ...]]:
    return registered_households.list_follow_ups(desk.engine, 2023)
