from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

import pytest

from povertydesk.poverty.allocation import AllocationBasis
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import edit_grid, history, record_villages, set_targets
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.open_desk import open_desk
from tests.workflow.contents import assert_sound, contents, key_of, operations

YEAR = 2023
OLD_FILE = Path(__file__).resolve().parents[1] / "files" / "v1.pdesk"


def enter(desk: Desk, text: str) -> None:
    edit_grid.enter_cells(desk, YEAR, [CellEntry(key_of(desk, "Thôn Minh Long"), "people", text)])


def redo(desk: Desk) -> None:
    found = history.undo_state(desk).redo
    assert found is not None
    history.undo(desk, found.id)


def undo(desk: Desk) -> None:
    found = history.undo_state(desk).undo
    assert found is not None
    history.undo(desk, found.id)


def test_steps_go_back_and_forth_in_order(desk: Desk) -> None:
    states = [contents(desk)]
    for text in ("900", "910", "920"):
        enter(desk, text)
        states.append(contents(desk))
    for state in reversed(states[:-1]):
        undo(desk)
        assert contents(desk) == state
    for state in states[1:]:
        redo(desk)
        assert contents(desk) == state
    assert history.undo_state(desk).redo is None
    assert_sound(desk)


def test_undoing_says_how_far_it_is_and_cancelled_changes_nothing(desk: Desk) -> None:
    record_villages.add_villages(desk, [f"Thôn {number}" for number in range(600)])
    act = history.undo_state(desk).undo
    assert act is not None
    assert history.is_long(desk, act)
    before, acts = contents(desk), operations(desk)
    told: list[tuple[str, int, int]] = []
    with pytest.raises(KnownError, match="undo-cancelled"):
        history.undo(desk, str(act.number), (), lambda *step: told.append(step), lambda: bool(told))
    assert (contents(desk), operations(desk)) == (before, acts)
    assert told == [("writing", 500, 1200)]
    history.undo(desk, str(act.number), (), lambda *step: told.append(step))
    assert told[1:] == [("writing", 500, 1200), ("writing", 600, 1200)]
    assert contents(desk) != before
    undoing = history.undo_state(desk).redo
    assert undoing is not None
    history.undo(desk, str(undoing.number))
    assert_sound(desk)


def test_undo_survives_a_restart(desk: Desk) -> None:
    before = contents(desk)
    enter(desk, "900")
    desk.close()
    again = open_desk(desk.path, desk.program)
    try:
        undo(again)
        assert contents(again) == before
    finally:
        again.close()


def test_a_new_act_ends_what_can_be_redone(desk: Desk) -> None:
    enter(desk, "900")
    undo(desk)
    enter(desk, "910")
    assert history.undo_state(desk).redo is None


def test_later_work_that_hangs_on_it_is_listed_and_confirmed(desk: Desk) -> None:
    record_villages.add_villages(desk, ["Thôn Mới"])
    edit_grid.enter_cells(
        desk,
        YEAR,
        [
            CellEntry(key_of(desk, "Thôn Mới"), "households", "50"),
            CellEntry(key_of(desk, "Thôn Mới"), "poor_opening", "5"),
        ],
    )
    enter(desk, "900")
    set_targets.allocate_targets(desk, YEAR, 50, AllocationBasis.POOR)
    before = contents(desk)
    together = history.hanging_together(desk, "4")
    assert [one.name for one in together] == ["allocate-targets", "enter-figures", "add-villages"]
    with pytest.raises(KnownError) as caught:
        history.undo(desk, "4")
    assert (caught.value.code, caught.value.values["others"]) == ("undo-needs-confirmation", "7, 5")
    with pytest.raises(KnownError, match="undo-needs-confirmation"):
        history.undo(desk, "4", [7])
    assert contents(desk) == before
    changes = history.undo(desk, "4", [7, 5])
    assert changes.touches("village", "village_year", "village_target")
    figures = dict(record_villages.read_villages(desk, YEAR).rows)
    assert [village.name for village in figures][-1] == "Thôn Long Tiến"
    # What does not hang on the village stays.
    assert next(known.people for village, known in figures.items() if village.name == "Thôn Minh Long") == 900
    assert operations(desk)[-1] == "undo"
    assert_sound(desk)
    redo(desk)
    assert contents(desk) == before
    assert_sound(desk)


def assert_final(desk: Desk, number: str) -> None:
    before = contents(desk)
    with pytest.raises(KnownError) as caught:
        history.undo(desk, number)
    assert (caught.value.code, caught.value.values) == ("operation-is-final", {"operation": number})
    assert contents(desk) == before


def test_the_making_of_a_file_is_never_taken_back(empty: Desk) -> None:
    assert history.undo_state(empty).undo is None
    assert_final(empty, "1")
    assert empty.engine.value("SELECT kind FROM operation") == "final"


def test_the_making_of_a_sample_is_never_taken_back(desk: Desk) -> None:
    undo(desk)
    undo(desk)
    assert history.undo_state(desk).undo is None
    assert_final(desk, "1")
    assert desk.unit.name == "Xã Cẩm Long"


def test_a_file_that_holds_its_making_as_an_ordinary_act_keeps_its_office(tmp_path: Path, program: Program) -> None:
    path = Path(shutil.copy(OLD_FILE, tmp_path))
    with contextlib.closing(open_desk(path, program)) as old:
        assert old.engine.value("SELECT kind FROM operation WHERE name = 'start-file'") == "do"
        assert_final(old, "1")
        assert old.unit.name
        assert_sound(old)
