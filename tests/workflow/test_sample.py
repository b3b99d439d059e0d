from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from povertydesk import __version__
from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import check_year, classify_year, draft_plan, print_paper, record_villages, set_targets
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.open_desk import open_desk
from povertydesk.workflow.sample import make_sample, sample_names
from tests.documents.printed import page_image, page_texts
from tests.workflow.conftest import LAW, NOON
from tests.workflow.contents import assert_sound, operations

GOLDEN = Path(__file__).parent.parent / "golden" / "workflow"
UPDATE_GOLDEN = "POVERTYDESK_UPDATE_GOLDEN" in os.environ


def test_the_sample_of_cam_long_is_ready_to_print(desk: Desk) -> None:
    assert operations(desk) == ["start-file", "fill-sample", "allocate-targets"]
    grid = set_targets.read_grid(desk, 2023)
    assert [row.reduction for row in grid.rows] == [7, 5, 8, 10, 7, 8]
    assert (grid.assigned_reduction, grid.total.poor_closing) == (45, 163)
    assert check_year.check_year(desk, 2023) == ()
    assert [one.code for one in check_year.check_file(desk, None)] == ["law-not-verified"]
    assert_sound(desk)


@pytest.fixture(scope="module")
def printed(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The plan of the sample as it prints."""
    folder = tmp_path_factory.mktemp("printed")
    program = Program(__version__, FixedClock(NOON), LAW, folder / "backups", "Hà Văn Mẫu")
    desk = open_desk(Path(shutil.copy(finished, folder)), program)
    try:
        return print_paper.render(print_paper.make_paper(desk, "plan", 2023)).data
    finally:
        desk.close()


def test_the_plan_says_what_it_said(printed: bytes) -> None:
    """The text of every page; run with POVERTYDESK_UPDATE_GOLDEN=1 after a wanted change and read the difference."""
    path = GOLDEN / "plan-cam-long.txt"
    text = "\n\f\n".join(page_texts(printed)) + "\n"
    if UPDATE_GOLDEN:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_of_the_plan_looks_as_it_looked(printed: bytes, number: int) -> None:
    path = GOLDEN / f"plan-cam-long-{number}.png"
    page = page_image(printed, number, scale=0.9)
    if UPDATE_GOLDEN:
        page.quantize(16).save(path, optimize=True)
    kept = Image.open(path).convert("L")
    assert page.size == kept.size
    difference = ImageChops.difference(page, kept)
    assert ImageStat.Stat(difference).mean[0] < 4.0
    assert sum(difference.histogram()[96:]) / (page.width * page.height) < 0.002


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
