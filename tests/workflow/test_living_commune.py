"""Three years of a generated commune, recorded by workflow functions only: the tables of every year balance."""

from __future__ import annotations

import datetime
import itertools
import random
import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from povertydesk import __version__
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.household_flows import Figure, FlowTable, YearFlows
from povertydesk.poverty.household_list import Counted, HouseholdList
from povertydesk.poverty.review import EntryKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.history import list_history
from povertydesk.workflow.listed_people import listed_people
from povertydesk.workflow.open_desk import open_desk
from povertydesk.workflow.registry_days import RegistryDays
from povertydesk.workflow.start_file import NewOffice, start_file
from povertydesk.workflow.year_course import read_course, year_course
from tests.poverty.balance import check_balance
from tests.workflow.conftest import LAW, NOON
from tests.workflow.contents import assert_sound, contents, undo_last
from tests.workflow.living_commune import ON_A_LIST, LivingCommune, settle

FIRST, LAST = 2023, 2025
EXPLAINED = {"unknown-history", "member-count-not-explained"}
EVENTS = {
    "birth", "death", "join", "arrive", "move_out", "leave", "come_back", "marry", "marry_from_elsewhere", "split",
    "merge", "move_village", "change_head", "monthly_round", "amend_status", "amend_birth", "amend_leaving",
    "recount",
}  # fmt: skip


def three_years(desk: Desk, chance: random.Random, events: int) -> LivingCommune:
    """Live through the years and hold every list and table against what was noted down at its time."""
    commune = LivingCommune(desk, chance, FIRST)
    commune.tell_opening()
    for year in range(FIRST, LAST + 1):
        if commune.closed:
            amend(commune)
            check_year(commune, year - 1)
            commune.recount()
        commune.live(events, datetime.date(year, 3, 1))
        commune.go_on(datetime.date(year, 3, 15))
        commune.monthly_round()
        commune.live(events, datetime.date(year, 8, 20))
        commune.go_on(datetime.date(year, 9, 1))
        check_present(commune)
        if commune.closed:
            commune.open_round()
        commune.ask()
        commune.live(events, datetime.date(year, 12, 1))
        commune.go_on(datetime.date(year, 12, chance.randint(5, 14)))
        commune.review_all()
        judged = year_course(desk, year)
        commune.seal()
        assert year_course(desk, year) == judged
        commune.go_on(datetime.date(year, 12, 16))
        commune.monthly_round()
    for year in range(FIRST, LAST + 1):
        check_year(commune, year)
    return commune


def check_present(commune: LivingCommune) -> None:
    """The registry of today, derived from days, is the registry."""
    present = RegistryDays(commune.desk.engine).present_on(commune.day)
    assert {key: (one.village, one.people) for key, one in present.items()} == {
        one.id: (one.village_id, one.people_count) for one in households.list_households(commune.desk.engine)
    }


def amend(commune: LivingCommune) -> None:
    commune.go_on(datetime.date(commune.day.year + 1, 1, 5))
    commune.amend_status()
    commune.amend_birth()
    for _ in range(3):
        commune.amend_leaving()


def check_year(commune: LivingCommune, year: int) -> None:
    number = year - FIRST
    opening = commune.closed[number - 1].noted if number else commune.first_opening
    closing = commune.closed[number].noted
    course = read_course(commune.desk, year)
    flows = course.flows
    assert {one.code for one in flows.findings} <= EXPLAINED
    check_balance(opening, closing, flows)
    check_lists(commune.desk, year, flows)
    check_entries(flows, opening, closing, course.lists.history)


def check_lists(desk: Desk, year: int, flows: YearFlows) -> None:
    lists = listed_people(desk, year)
    commune = flows.commune
    for table, families, flow, people_flow in (
        (FlowTable.POOR, lists.poor, commune.poor, commune.poor_people),
        (FlowTable.NEAR_POOR, lists.near_poor, commune.near_poor, commune.near_poor_people),
    ):
        assert len(families) == flow.closing
        assert sum(one.people for one in families) == people_flow.closing
        assert [one.members[0].membership.heads for one in families] == [True] * len(families)
        assert sum(member.membership.heads for one in families for member in one.members) == len(families)
        assert all(one.unnamed >= 0 and one.status.value == table.value for one in families)
        for kind, column in ((EntryKind.RELAPSED, "relapsed"), (EntryKind.NEW, "new")):
            marked = {one.household.id for one in families if one.entry_kind is kind}
            assert set(commune.households_behind(Figure(table, Counted.HOUSEHOLDS, column))) <= marked


def check_entries(
    flows: YearFlows, opening: HouseholdList, closing: HouseholdList, history: Mapping[str, frozenset[PovertyStatus]]
) -> None:
    """Nobody escapes by being missing, and nobody is new who stood on the list or whose past nobody knows."""
    was = {row.household: row.status for row in opening.rows}
    now = {row.household: row.status for row in closing.rows}
    for table in FlowTable:
        status = PovertyStatus(table.value)
        behind = flows.commune.households_behind
        escaped = {key for key in was.keys() & now.keys() if was[key] is status and now[key] not in ON_A_LIST}
        assert escaped <= set(behind(Figure(table, Counted.HOUSEHOLDS, "escaped")))
        for column in ("relapsed", "new"):
            entered = set(behind(Figure(table, Counted.HOUSEHOLDS, column)))
            assert all(was.get(key) not in ON_A_LIST and now[key] is status for key in entered)
            assert all((status in history[key]) is (column == "relapsed") for key in entered)
    assert not set(flows.commune.unknown_history) & history.keys()


def commune_of(folder: Path, size: int) -> Path:
    """Make a file of a commune of so many households."""
    program = Program(__version__, FixedClock(NOON), LAW, folder / "backups", "Hà Văn Mẫu")
    desk = start_file(folder / f"{size}.pdesk", NewOffice("Xã Thử Nghiệm", AreaType.RURAL), program)
    hurry(desk)
    settle(desk, random.Random(size), size)  # noqa: S311 - a commune
    desk.close()
    return desk.path


def hurry(desk: Desk) -> None:
    """Wait for no disk: power cuts are tried elsewhere."""
    desk.engine.execute("PRAGMA synchronous = OFF")


def live_and_look_back(path: Path, program: Program, seed: int, events: int) -> Counter[str]:
    desk = open_desk(path, program)
    hurry(desk)
    commune = three_years(desk, random.Random(seed), events)  # noqa: S311 - a commune
    check_undoing(commune)
    assert_sound(desk)
    desk.close()
    return commune.done


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commune of fifty households."""
    return commune_of(tmp_path_factory.mktemp("settled"), 50)


def test_three_years_of_a_commune_of_fifty_households_balance(settled: Path, tmp_path: Path, program: Program) -> None:
    done: Counter[str] = Counter()
    lived = itertools.count()

    # A failing year says enough: making it smaller would take minutes.
    @settings(max_examples=4, phases=[Phase.generate])
    @given(st.integers(0, 1_000_000))
    def live(seed: int) -> None:
        path = Path(shutil.copy(settled, tmp_path / f"{next(lived)}.pdesk"))
        done.update(live_and_look_back(path, program, seed, 20))

    live()
    assert done.keys() - {"refused"} == EVENTS


def test_three_years_of_two_hundred_households_balance(tmp_path: Path, program: Program) -> None:
    assert live_and_look_back(commune_of(tmp_path, 200), program, 200, 40).keys() - {"refused"} == EVENTS


@pytest.mark.torture
def test_three_years_of_ten_thousand_households_balance(tmp_path: Path, program: Program) -> None:
    assert live_and_look_back(commune_of(tmp_path, 10_000), program, 10_000, 700).keys() - {"refused"} == EVENTS


def check_undoing(commune: LivingCommune) -> None:
    """What no round has sealed is taken back step by step, and each act was one step."""
    desk, states = commune.desk, []
    commune.go_on(datetime.date(LAST + 1, 1, 2))
    acts = [
        *(commune.happen for _ in range(8)),
        commune.amend_status,
        commune.amend_birth,
        commune.amend_leaving,
        commune.open_round,
        commune.ask,
        commune.review,
    ]
    for act in (*acts, *(commune.happen for _ in range(4))):
        before, done = contents(desk), len(list_history(desk))
        act()
        steps = len(list_history(desk)) - done
        assert steps == (before != contents(desk))
        states += [before] * steps
    assert len(states) > 4
    for state in reversed(states):
        undo_last(desk)
        assert contents(desk) == state
