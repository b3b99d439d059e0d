from __future__ import annotations

from pathlib import Path

import pytest

from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import check_year, classify_year, draft_plan, record_villages, set_targets
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.sample import make_sample, sample_names
from tests.workflow.contents import assert_sound, operations


def test_the_sample_of_cam_long_is_ready_to_print(desk: Desk) -> None:
    assert operations(desk) == ["start-file", "fill-sample", "allocate-targets"]
    grid = set_targets.read_grid(desk, 2023)
    assert [row.reduction for row in grid.rows] == [7, 5, 8, 10, 7, 8]
    assert (grid.assigned_reduction, grid.total.poor_closing) == (45, 163)
    assert check_year.check_all_years(desk) == ()
    assert_sound(desk)


def test_the_district_speaks_for_itself(receiving: Desk) -> None:
    grid = set_targets.read_grid(receiving, 2020)
    assert len(grid.rows) == 12
    assert (grid.total.poor_opening, grid.total.reduction, grid.total.poor_closing) == (1229, 387, 842)
    assert str(grid.total.poor_rate_closing) == "4.35"


@pytest.mark.parametrize("which", sample_names())
def test_every_sample_is_sound_and_its_people_invented(tmp_path: Path, program: Program, which: str) -> None:
    desk = make_sample(tmp_path / "mau.pdesk", program, which)
    try:
        assert_sound(desk)
        assert {officer.name.split()[1] for officer in draft_plan.list_officers(desk)} <= {"Văn", "Thị", "Thử"}
        assert {officer.name.split()[-1] for officer in draft_plan.list_officers(desk)} <= {"Mẫu", "Thử", "Niê"}
        (year,) = record_villages.known_years(desk)
        assert draft_plan.plan_contents(desk, year).legal_bases
        assert classify_year.classify_year(desk, year).year == year
    finally:
        desk.close()


def test_an_unknown_sample_makes_no_file(tmp_path: Path, program: Program) -> None:
    with pytest.raises(KnownError, match="unknown-sample"):
        make_sample(tmp_path / "mau.pdesk", program, "../cam-long")
    assert list(tmp_path.iterdir()) == []
