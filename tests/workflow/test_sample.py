from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from povertydesk import __version__
from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import ReviewStage
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households
from povertydesk.workflow import (
    check_year,
    classify_year,
    draft_plan,
    judge_reviews,
    listed_people,
    official_tables,
    print_paper,
    record_villages,
    review_rounds,
    set_targets,
    year_course,
)
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


def test_its_households_give_the_figures_of_the_sample(full_sample: Desk) -> None:
    """Whoever counts the households of each village by hand finds what the published plan says of 2022 and 2023."""
    flows = year_course.year_course(full_sample, 2023)
    assert flows.findings == ()
    assert [place.poor.opening for place in flows.villages] == [14, 14, 47, 59, 41, 33]
    assert [place.poor.closing for place in flows.villages] == [7, 9, 39, 49, 34, 25]
    assert (flows.commune.poor.opening, flows.commune.poor.closing) == (208, 163)
    assert (flows.commune.near_poor.opening, flows.commune.near_poor_people.opening) == (218, 957)
    figures = record_villages.read_villages(full_sample, 2023).total
    assert (figures["households"], figures["people"], figures["near_poor"]) == (1518, 6420, 218)
    assert [one.code for one in check_year.check_file(full_sample, None)] == ["law-not-verified"]
    assert_sound(full_sample)


def test_its_households_are_judged_by_their_own_forms(full_sample: Desk) -> None:
    (sealed,) = review_rounds.rounds_of(full_sample, 2023)
    judged = judge_reviews.judge_round(full_sample, sealed).results
    assert sealed.closed_on is not None
    assert not [one for one in judged if one.changed or one.kept.stage is not ReviewStage.COMPLETE]
    assert {one.status for one in judged} == {PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR}


def test_every_table_of_it_is_full_and_adds_up(full_sample: Desk) -> None:
    tables = official_tables.read_year_tables(full_sample, 2023)
    for number in range(1, 14):
        filled = tables.table(number)
        assert filled.findings == ()
        assert None not in [cell.value for cell in filled.line(None).cells], number
    lists = listed_people.listed_people(full_sample, 2023)
    assert (len(lists.poor), len(lists.near_poor)) == (163, tables.table(13).cell("9", None).value)
    assert not [one for one in (*lists.poor, *lists.near_poor) if one.unnamed or one.entry_kind is None]


def test_the_sample_is_the_same_wherever_it_is_made(tmp_path: Path, full_sample: Desk) -> None:
    program = Program(__version__, FixedClock(NOON.replace(year=2026)), LAW, tmp_path / "backups", "Vi Thị Thử")
    other = make_sample(tmp_path / "khac.pdesk", program)
    try:
        names = [
            [one.head_name for one in households.list_all_households(desk.engine)] for desk in (full_sample, other)
        ]
        assert names[0] == names[1]
        tables = [official_tables.read_year_tables(desk, 2023) for desk in (full_sample, other)]
        for number in range(1, 14):
            values = [[cell.value for cell in one.table(number).line(None).cells] for one in tables]
            assert values[0] == values[1]
    finally:
        other.close()


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
