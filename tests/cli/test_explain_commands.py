from __future__ import annotations

from pathlib import Path

import pytest

from povertydesk.app import build_program
from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.store import villages
from povertydesk.workflow import record_villages, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.open_desk import open_desk
from tests.cli.conftest import Run
from tests.workflow.registry import day
from tests.workflow.reviewed import amount, enter, fill_in, indicators, judged, open_round

VILLAGES = ("Thôn Một", "Thôn Hai", "Thôn Ba")
HOUSEHOLDS = 60
POOR, NEAR_POOR, NOT_POOR = (3, 140), (2, 140), (3, 141)
"""Deprived indicators and B1 points of a form in a rural commune."""


def answer_all(desk: Desk, keys: list[str], year: int, forms: list[tuple[int, int]]) -> None:
    """Fill in the annual round of a year and close it."""
    of_round = open_round(desk, year)
    for key, (deprived, b1) in zip(keys, forms, strict=True):
        fill_in(desk, of_round, key, {**indicators(desk, deprived), B1_TOTAL: amount(b1)})
    judged(desk, of_round)
    review_rounds.close_round(desk, of_round.id, day(12, 10, year), "01/QĐ-UBND")


@pytest.fixture(scope="module")
def finished_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty households of three villages reviewed in 2024 and 2025, with residents typed for 2025."""
    folder = tmp_path_factory.mktemp("two-years")
    path = folder / "hai-nam.pdesk"
    from povertydesk import app  # noqa: PLC0415 - the folder of backups is set below

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(app.DATA_FOLDER_VARIABLE, str(folder / "data"))
        assert app.main(["new", str(path), "--name", "Xã Thử Nghiệm", "--area", "rural"]) == 0
        desk = open_desk(path, build_program())
        try:
            record_villages.add_villages(desk, VILLAGES)
            places = villages.list_villages(desk.engine)
            keys = [
                enter(desk, places[number // 20].id, f"{number % 20 + 1:03d}", 1 + number % 4)
                for number in range(HOUSEHOLDS)
            ]
            first = [(POOR, NEAR_POOR, NOT_POOR)[number % 3] for number in range(HOUSEHOLDS)]
            answer_all(desk, keys, 2024, first)
            second = list(first)
            second[0:15:3] = [NEAR_POOR] * 5
            second[15:24:3] = [NOT_POOR] * 3
            second[1:13:3] = [POOR] * 4
            second[2:8:3] = [POOR] * 2
            answer_all(desk, keys, 2025, second)
            with desk.operation("enter-figures", cells=3, year=2025, place="") as act:
                for place in places:
                    villages.write_figures(act.writer, place.id, 2025, {"households": 100, "people": 300})
        finally:
            desk.close()
    return path


def test_two_years_of_sixty_households(run: Run, finished_years: Path) -> None:
    ran = run("classify", finished_years, "--year", "2025", "--json")
    document = ran.json
    assert (ran.code, document["year"], document["ruleset"]) == (0, 2025, "2022-2026")
    assert [row["village"] for row in document["rows"]] == list(VILLAGES)
    total = document["total"]
    assert (total["households"], total["people"], total["resident_households"]) == (60, 150, 300)
    assert (total["poor"], total["near_poor"]) == (20 - 5 - 3 + 4 + 2, 20 - 4 + 5)
    assert (total["average_living_standard"], total["unclassified"]) == (0, 0)
    assert total["not_poor"] == 300 - total["poor"] - total["near_poor"]
    for name in total:
        assert total[name] == sum(row[name] for row in document["rows"])
    assert document["poor_flow"] == {
        "opening": 20,
        "to_near_poor": 5,
        "escaped": 3,
        "other_out": 0,
        "from_near_poor": 4,
        "relapsed": 0,
        "new": 2,
        "other_in": 0,
        "closing": 18,
    }
    assert document["near_poor_flow"] == {
        "opening": 20,
        "escaped": 0,
        "to_poor": 4,
        "other_out": 0,
        "from_poor": 5,
        "relapsed": 0,
        "new": 0,
        "other_in": 0,
        "closing": 21,
    }
    assert document["poor_people_flow"]["closing"] is not None
    assert document["poor_flow"]["closing"] == total["poor"]


def test_without_residents_only_the_reviewed_are_counted(run: Run, finished_years: Path) -> None:
    document = run("classify", finished_years, "--year", "2024", "--json").json
    assert [row["poor"] for row in document["rows"]] == [7, 7, 6]
    assert (document["total"]["not_poor"], document["total"]["resident_households"]) == (20, None)


def test_a_year_the_file_knows_nothing_of_has_no_rows(run: Run, finished_years: Path) -> None:
    ran = run("classify", finished_years, "--year", "2023", "--json")
    assert (ran.code, ran.json["rows"], ran.json["total"]["poor"]) == (0, [], 0)


def test_a_household_is_explained_with_its_points_lines_and_articles(run: Run, finished_years: Path) -> None:
    ran = run("explain", finished_years, "--household", "001", "--village", "Thôn Một", "--year", "2024", "--json")
    document = ran.json
    assert (ran.code, document["household"], document["year"], document["ruleset"]) == (0, "001", 2024, "2022-2026")
    assert (document["b1"], document["b1_line"], document["b2"], document["b2_line"]) == (140, 140, 30, 30)
    assert (document["area"], document["status"]) == ("rural", "poor")
    assert document["deprived"] == ["employment", "dependants", "nutrition"]
    assert [one["rule"] for one in document["reasons"]] == ["b1-at-most", "b2-at-least", "status-poor"]
    assert {one["source"] for one in document["reasons"]} == {
        "Phụ lục III và Phụ lục IV (Phiếu B), Thông tư 07/2021/TT-BLĐTBXH"
    }
    changes = document["would_change"]
    assert {"measure": "b1", "difference": 1, "status": "not_poor"} in changes["amounts"]
    assert {"indicator": "nutrition", "deprived": False, "status": "near_poor"} in changes["indicators"]
    text = run("explain", finished_years, "--household", "001", "--village", "mot", "--year", "2024").out
    assert "Kết quả: hộ nghèo." in text
    assert "Nếu điểm B1 tăng thêm 1 điểm thì kết quả là hộ không nghèo." in text
    assert "Nếu hộ không còn thiếu hụt chỉ số “Dinh dưỡng” thì kết quả là hộ cận nghèo." in text


def test_a_code_of_several_villages_needs_the_village(run: Run, finished_years: Path) -> None:
    ran = run("explain", finished_years, "--household", "001", "--year", "2025", "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "Thôn Một, Thôn Hai, Thôn Ba" in ran.err
    unknown = run("explain", finished_years, "--household", "999", "--year", "2025")
    assert (unknown.code, "999" in unknown.err) == (2, True)
    elsewhere = run("explain", finished_years, "--household", "001", "--village", "Thôn Bốn", "--year", "2025")
    assert (elsewhere.code, "Thôn Bốn" in elsewhere.err) == (2, True)
    not_there = run("explain", finished_years, "--household", "099", "--village", "Thôn Hai", "--year", "2025")
    assert (not_there.code, "Thôn Hai không có hộ nào" in not_there.err) == (2, True)


def test_a_year_without_a_round_explains_nothing(run: Run, finished_years: Path) -> None:
    ran = run("explain", finished_years, "--household", "001", "--village", "Thôn Một", "--year", "2023")
    assert (ran.code, "chưa có đợt rà soát" in ran.err) == (2, True)


def test_answers_in_points_cannot_be_held_against_a_standard_without_a_form(run: Run, finished_years: Path) -> None:
    ran = run("classify", finished_years, "--year", "2025", "--standard", "2016-2021")
    assert (ran.code, ran.out) == (2, "")


def test_the_sheet_of_a_household_and_the_forms_of_a_village_are_printed(
    run: Run, finished_years: Path, tmp_path: Path
) -> None:
    sheet, forms = tmp_path / "giai-thich.pdf", tmp_path / "phieu.docx"
    ran = run(
        "print", finished_years, "explanation", "--year", "2024", "--household", "001", "--village", "Thôn Một",
        "--to", sheet,
    )  # fmt: skip
    assert (ran.code, ran.err) == (0, "")
    assert sheet.read_bytes().startswith(b"%PDF")
    assert run("print", finished_years, "review-forms", "--year", "2025", "--village", "Ba", "--to", forms).code == 0
    assert forms.exists()
    refused = run("print", finished_years, "explanation", "--year", "2023", "--to", tmp_path / "khong.pdf")
    assert (refused.code, (tmp_path / "khong.pdf").exists()) == (2, False)


def test_deprivation_stands_beside_the_counts(run: Run, finished_years: Path) -> None:
    deprivation = run("classify", finished_years, "--year", "2025", "--json").json["deprivation"]
    commune = deprivation["households"][-1]
    assert (commune["village"], commune["poor"], commune["residents"]) == (None, 18, 300)
    assert commune["headcount"] == 6.0
    assert commune["not_reviewed"] == 300 - commune["reviewed"]
    assert [one["village"] for one in deprivation["poor"]] == [*VILLAGES, None]
    assert sum(one["households"] for one in deprivation["poor"][:-1]) == 18


def test_the_registry_is_checked_once_after_the_years(run: Run, finished_years: Path) -> None:
    found = run("check", finished_years, "--json").json["findings"]
    assert "no-standard-on-date" not in {one["code"] for one in found}
    assert {one["severity"] for one in found if one["code"] == "residents-missing"} == {"warning"}
