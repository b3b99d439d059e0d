from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from povertydesk.poverty.number_reading import read_count
from povertydesk.store.engine import Engine
from tests.cli.conftest import Run
from tests.printed_grids import printed_workbook

VILLAGES = ["Thôn Minh Long", "Thôn Tân Long", "Thôn Phi Long", "Thôn Vân Ngọc", "Thôn Cao Long", "Thôn Long Tiến"]
HOUSEHOLDS = [221, 186, 267, 329, 243, 272]
POOR = [14, 14, 47, 59, 41, 33]
TARGET_KEYS = {
    "village",
    "households",
    "poor_opening",
    "poor_rate_opening",
    "reduction",
    "reduction_rate",
    "poor_closing",
    "poor_rate_closing",
    "ethnic_minority_reduction",
    "registered",
}
FLOW_KEYS = {"opening", "escaped", "other_out", "relapsed", "new", "other_in", "closing"}


def column(document: Any, key: str) -> list[Any]:
    return [row[key] for row in document["rows"]]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def village_workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("Thôn", "Tổng số hộ", "Nhân khẩu", "Hộ nghèo", "Hộ cận nghèo"), *rows):
        book.active.append(list(row))
    book.save(path)
    return path


def contradict(path: Path, **counts: int) -> None:
    """Write figures that contradict each other past the program's checks, as another program might."""
    engine = Engine(path)
    try:
        for name, count in counts.items():
            engine.execute(f"UPDATE village_year SET {name} = ? WHERE households = 221", (count,))  # noqa: S608
    finally:
        engine.close()


class TestTargets:
    def test_a_total_is_shared_out_by_households(self, run: Run, sample: Path) -> None:
        ran = run("targets", sample, "--year", "2023", "--allocate", "45", "--by", "households", "--json")
        assert (ran.code, ran.err) == (0, "")
        document = ran.json
        assert set(document) >= {"year", "rows", "total"}
        assert document["year"] == 2023
        assert column(document, "village") == VILLAGES
        assert column(document, "households") == HOUSEHOLDS
        assert column(document, "poor_opening") == POOR
        assert column(document, "reduction") == [7, 5, 8, 10, 7, 8]
        assert column(document, "poor_closing") == [7, 9, 39, 49, 34, 25]
        assert column(document, "poor_rate_opening") == [6.33, 7.53, 17.6, 17.93, 16.87, 12.13]
        assert column(document, "reduction_rate") == [3.17, 2.69, 3.0, 3.04, 2.88, 2.94]
        assert column(document, "poor_rate_closing") == [3.17, 4.84, 14.61, 14.89, 13.99, 9.19]
        total = document["total"]
        assert (total["households"], total["poor_opening"], total["reduction"]) == (1518, 208, 45)
        assert (total["poor_closing"], total["poor_rate_closing"]) == (163, 10.74)
        assert (total["poor_rate_opening"], total["reduction_rate"]) == (13.7, 2.96)

    def test_a_total_is_shared_out_by_poor_households(self, run: Run, sample: Path) -> None:
        document = run("targets", sample, "--year", "2023", "--allocate", "45", "--by", "poor", "--json").json
        # 45/208 of 14, 14, 47, 59, 41, 33: 3.03, 3.03, 10.17, 12.76, 8.87, 7.14; two are left for .87 and .76.
        assert column(document, "reduction") == [3, 3, 10, 13, 9, 7]
        assert document["total"]["poor_closing"] == 163

    @pytest.mark.parametrize("points", ["2.96", "2,96"])
    def test_a_target_in_points_is_shared_out_as_households(self, run: Run, sample: Path, points: str) -> None:
        document = run("targets", sample, "--year", "2023", "--points", points, "--by", "poor", "--json").json
        assert column(document, "reduction") == [3, 3, 10, 13, 9, 7]
        assert (document["total"]["reduction"], document["total"]["reduction_rate"]) == (45, 2.96)

    @pytest.mark.parametrize("words", [["--points", "hai"], ["--points", "NaN"], ["--points", "2", "--allocate", "45"]])
    def test_points_that_are_none_or_said_twice_are_wrong_usage(self, run: Run, sample: Path, words: list[str]) -> None:
        before = digest(sample)
        assert run("targets", sample, "--year", "2023", *words).code == 64
        assert digest(sample) == before

    def test_sharing_by_those_who_can_leave_needs_a_round(self, run: Run, sample: Path) -> None:
        ran = run("targets", sample, "--year", "2023", "--allocate", "45", "--by", "able")
        assert ran.code == 2
        assert "rà soát" in ran.err

    def test_figures_are_plain_numbers_under_the_agreed_keys(self, run: Run, sample: Path) -> None:
        document = run("targets", sample, "--year", "2023", "--json").json
        for row in (*document["rows"], {**document["total"], "village": ""}):
            assert row.keys() >= TARGET_KEYS
            for key in row.keys() - {"village"}:
                value = row[key]
                assert value is None or type(value) is (float if "_rate" in key or key.endswith("rate") else int)
        assert "village" not in document["total"]

    def test_what_is_stored_is_shown_and_nothing_is_written(self, run: Run, sample: Path) -> None:
        before = digest(sample)
        assert column(run("targets", sample, "--year", "2023", "--json").json, "reduction") == [7, 5, 8, 10, 7, 8]
        assert digest(sample) == before

    @pytest.mark.parametrize(("count", "sentence"), [("209", "208 hộ nghèo"), ("-1", "nhỏ hơn 0")])
    def test_an_impossible_total_is_refused_and_changes_nothing(
        self, run: Run, sample: Path, count: str, sentence: str
    ) -> None:
        before = digest(sample)
        ran = run("targets", sample, "--year", "2023", "--allocate", count, "--json")
        assert (ran.code, ran.out) == (2, "")
        assert sentence in ran.err
        assert digest(sample) == before

    def test_every_poor_household_can_be_shared_out_and_none(self, run: Run, sample: Path) -> None:
        everyone = run("targets", sample, "--year", "2023", "--allocate", "208", "--json").json
        assert column(everyone, "reduction") == POOR
        nobody = run("targets", sample, "--year", "2023", "--allocate", "0", "--json").json
        assert column(nobody, "reduction") == [0] * 6
        assert nobody["total"]["reduction_rate"] == 0.0

    def test_an_empty_file_has_nothing_to_share_out(self, run: Run, empty: Path) -> None:
        ran = run("targets", empty, "--year", "2023", "--allocate", "5")
        assert ran.code == 2
        assert "danh sách thôn" in ran.err
        shown = run("targets", empty, "--year", "2023", "--json")
        assert (shown.code, shown.json["rows"]) == (0, [])
        assert set(shown.json["total"].values()) == {None}

    def test_a_table_speaks_the_chosen_language(self, run: Run, sample: Path) -> None:
        lines = run("targets", sample, "--year", "2023").out.splitlines()
        assert lines[0].startswith("tên thôn")
        assert lines[-1].split() == ["Tổng", "cộng", "1.518", "208", "45", "163", "10,74"]
        assert run("targets", sample, "--year", "2023", "--lang", "en").out.splitlines()[0].startswith("village")

    def test_targets_beside_the_assigned_number_are_found(self, run: Run, sample: Path) -> None:
        assert run("undo", sample, "3").code == 0
        ran = run("targets", sample, "--year", "2023")
        assert ran.code == 1
        assert "Chưa giao chỉ tiêu cho: Thôn Minh Long, Thôn Tân Long" in ran.out


class TestVillages:
    def test_villages_are_shown_with_what_is_known(self, run: Run, sample: Path) -> None:
        ran = run("villages", sample, "--year", "2023", "--json")
        document = ran.json
        assert (ran.code, document["year"], column(document, "village")) == (0, 2023, VILLAGES)
        assert column(document, "poor") == POOR
        assert column(document, "people") == [None] * 6
        assert document["total"]["households"] == 1518
        assert document["total"].keys() >= {"households", "people", "poor", "near_poor"}
        assert run("villages", sample, "--year", "2023").out.splitlines()[-1].split()[:3] == ["Tổng", "cộng", "1.518"]

    def test_a_workbook_is_taken_in_once(self, run: Run, empty: Path, tmp_path: Path) -> None:
        book = village_workbook(tmp_path / "thon.xlsx", ("Thôn 1", 221, 900, 14, 10), ("Thôn 2", 186, 700, 14, 9))
        ran = run("villages", empty, "--year", "2023", "--import", book, "--json")
        assert (ran.code, ran.json["total"]["poor"]) == (0, 28)
        assert ran.json["rows"][0] == {**ran.json["rows"][0], "village": "Thôn 1", "people": 900, "near_poor": 10}
        again = run("villages", empty, "--year", "2023", "--import", book)
        assert (again.code, "không có gì thay đổi" in again.out) == (0, True)
        assert [one["name"] for one in run("history", empty, "--json").json["operations"]] == [
            "start-file",
            "import-villages",
        ]

    def test_an_import_can_be_undone_in_one_step(self, run: Run, empty: Path, tmp_path: Path) -> None:
        book = village_workbook(tmp_path / "thon.xlsx", ("Thôn 1", 221, 900, 14, 10), ("Thôn 2", 186, 700, 14, 9))
        run("villages", empty, "--year", "2023", "--import", book)
        assert run("undo", empty, "2").code == 0
        assert run("villages", empty, "--year", "2023", "--json").json["rows"] == []

    def test_an_import_over_present_villages_is_backed_up_first(self, run: Run, sample: Path, tmp_path: Path) -> None:
        book = village_workbook(tmp_path / "thon.xlsx", ("Thôn Minh Long", 222, None, None, None))
        ran = run("villages", sample, "--year", "2023", "--import", book, "--json")
        assert (ran.json["rows"][0]["households"], ran.json["rows"][0]["poor"]) == (222, 14)
        assert [path.name[16:] for path in (tmp_path / "data" / "backups").rglob("*.pdesk")] == ["import.pdesk"]

    def test_faults_are_named_and_nothing_is_taken(self, run: Run, empty: Path, tmp_path: Path) -> None:
        book = village_workbook(
            tmp_path / "thon.xlsx",
            ("Thôn 1", 221, 900, 14, 10),
            ("Thôn 2", "nhiều", 700, -3, 9),
            ("Thôn 1", 10, 50, 11, 1),
        )
        before = digest(empty)
        ran = run("villages", empty, "--year", "2023", "--import", book, "--json")
        assert (ran.code, ran.out) == (2, "")
        refusal, *faults = ran.err.splitlines()
        assert refusal.startswith("Chưa nhập dòng nào từ thon.xlsx: có 4 chỗ cần sửa trong 3 dòng thôn.")
        assert faults == [
            "trang tính “Sheet”, dòng 3, cột “B – Tổng số hộ”: “nhiều” không phải số nguyên."
            " Hãy nhập số nguyên, ví dụ 1.518.",
            "trang tính “Sheet”, dòng 3, cột “D – Hộ nghèo”: Số -3 nhỏ hơn 0. Hãy nhập số từ 0 trở lên.",
            "trang tính “Sheet”, dòng 4, cột “A – Thôn”: Thôn 1 đứng hai lần: ở dòng 4 và dòng 2. Hãy bỏ một dòng.",
            "trang tính “Sheet”, dòng 4, cột “D – Hộ nghèo”: Thôn 1: 11 hộ nghèo nhiều hơn 10 hộ dân cư."
            " Hãy kiểm tra hai số này.",
        ]
        assert digest(empty) == before

    def test_what_the_import_leaves_open_is_told(self, run: Run, empty: Path, tmp_path: Path) -> None:
        book = village_workbook(tmp_path / "thon.xlsx", ("Thôn 1", 221, None, None, None))
        ran = run("villages", empty, "--year", "2023", "--import", book)
        assert ran.code == 1
        assert "Thôn 1: chưa có số hộ nghèo đầu kỳ" in ran.out

    def test_the_repeated_columns_of_a_printed_target_grid_are_told_by_check(
        self, run: Run, empty: Path, tmp_path: Path
    ) -> None:
        book = printed_workbook(tmp_path / "bieu-chi-tieu.xlsx")
        ran = run("villages", empty, "--year", "2023", "--import", book)
        assert ran.code == 1
        assert "chỉ lặp lại cột đầu kỳ" in ran.out
        shown = run("villages", empty, "--year", "2023", "--json").json
        assert (column(shown, "households"), column(shown, "poor")) == (HOUSEHOLDS, POOR)
        checked = run("check", empty, "--json")
        assert checked.code == 1
        found = checked.json["findings"]
        repeated = next(one for one in found if one["code"] == "printed-columns-repeated")
        assert repeated["values"] == {"year": 2023, "villages": 6, "reduction": 45}
        closing = [one["values"] for one in found if one["code"] == "printed-closing-differs"]
        assert [one["printed"] for one in closing] == [*POOR, 208]
        assert [one["computed"] for one in closing] == [7, 9, 39, 49, 34, 25, 163]
        assert run("check", empty, "--year", "2023", "--json").json["findings"] == found

    def test_a_total_that_does_not_add_up_is_told_and_the_villages_taken(
        self, run: Run, empty: Path, tmp_path: Path
    ) -> None:
        book = village_workbook(tmp_path / "thon.xlsx", ("Thôn 1", 221, 900, 14, 10), ("Tổng", 222, 900, 14, 10))
        ran = run("villages", empty, "--year", "2023", "--import", book)
        assert ran.code == 1
        assert "dòng 3, cột “B – Tổng số hộ”: Dòng tổng ghi 222, các thôn cộng lại là 221." in ran.out
        assert run("villages", empty, "--year", "2023", "--json").json["total"]["households"] == 221

    def test_no_workbook_at_all(self, run: Run, empty: Path, tmp_path: Path) -> None:
        ran = run("villages", empty, "--year", "2023", "--import", tmp_path / "khong-co.xlsx")
        assert (ran.code, "khong-co.xlsx" in ran.err) == (2, True)


class TestClassify:
    def test_the_sample_is_counted_from_its_village_figures(self, run: Run, sample: Path) -> None:
        ran = run("classify", sample, "--year", "2023", "--json")
        document = ran.json
        assert (ran.code, document["year"], document["ruleset"]) == (1, 2023, "2022-2026")
        total = document["total"]
        assert (total["resident_households"], total["poor"], total["resident_people"]) == (1518, 208, 6420)
        assert (total["near_poor"], total["not_poor"], column(document, "near_poor")) == (218, 1092, [None] * 6)
        assert document["near_poor_people_flow"]["opening"] == 957
        assert (total["households"], total["people"]) == (0, 0)
        assert document["poor_flow"]["opening"] == document["poor_flow"]["closing"] == 208
        assert document["poor_flow"].keys() >= FLOW_KEYS | {"to_near_poor", "from_near_poor"}
        assert document["near_poor_flow"].keys() >= FLOW_KEYS | {"to_poor", "from_poor"}
        assert document["poor_people_flow"].keys() == document["poor_flow"].keys()
        assert document["near_poor_people_flow"].keys() == document["near_poor_flow"].keys()
        assert {one["code"] for one in document["findings"]} == {
            "classified-from-opening-figures",
            "near-poor-not-known",
            "law-not-verified",
        }

    def test_more_poor_and_near_poor_than_households_are_found(self, run: Run, sample: Path) -> None:
        contradict(sample, near_poor=210)
        ran = run("classify", sample, "--year", "2023", "--json")
        assert ran.code == 1
        (error,) = [one for one in ran.json["findings"] if one["severity"] == "error"]
        assert (error["code"], error["values"]["part"]) == ("poor-and-near-poor-exceed", 224)
        row = ran.json["rows"][0]
        assert (row["poor"], row["near_poor"], row["not_poor"], row["unclassified"]) == (14, 210, None, None)

    def test_an_empty_file_gives_noughts(self, run: Run, empty: Path) -> None:
        ran = run("classify", empty, "--year", "2023", "--json")
        document = ran.json
        assert (ran.code, document["rows"]) == (0, [])
        assert [one["code"] for one in document["findings"]] == ["law-not-verified"]
        statuses = ("poor", "near_poor", "average_living_standard", "not_poor", "unclassified")
        assert {document["total"][status] for status in statuses} == {0}
        for flow in ("poor_flow", "near_poor_flow", "poor_people_flow", "near_poor_people_flow"):
            assert set(document[flow].values()) == {0}

    def test_a_year_without_law_is_refused(self, run: Run, sample: Path) -> None:
        ran = run("classify", sample, "--year", "2031", "--json")
        assert (ran.code, ran.out) == (2, "")
        assert "2031" in ran.err
        assert "chuẩn nghèo" in ran.err

    def test_village_figures_are_not_judged_by_another_standard(self, run: Run, sample: Path) -> None:
        own = run("classify", sample, "--year", "2023", "--standard", "2022-2026", "--json")
        assert (own.code, own.json["ruleset"]) == (1, "2022-2026")
        other = run("classify", sample, "--year", "2023", "--standard", "2027-2030", "--json")
        assert (other.code, other.out) == (2, "")
        assert "Số liệu thôn năm 2023" in other.err
        assert "không phân loại lại được" in other.err
        refused = run("classify", sample, "--year", "2023", "--standard", "2099")
        assert (refused.code, "2022-2026" in refused.err) == (2, True)

    def test_a_table_is_shown(self, run: Run, sample: Path) -> None:
        out = run("classify", sample, "--year", "2023").out
        assert "Thôn Vân Ngọc" in out
        assert "Chưa có đợt rà soát nào được chốt trong năm" in out


class TestCheck:
    def test_a_sound_file_has_only_the_note_on_the_law(self, run: Run, sample: Path) -> None:
        ran = run("check", sample, "--json")
        (note,) = ran.json["findings"]
        assert (ran.code, note["code"], note["severity"]) == (0, "law-not-verified", "note")
        assert "chưa đối chiếu với văn bản gốc: chi tiết của ngưỡng thiếu hụt, bảng điểm chi tiết." in note["message"]
        told, nothing = run("check", sample).out.splitlines()
        assert note["message"] in told
        assert nothing == "Không thấy mâu thuẫn nào."

    def test_each_finding_says_what_where_and_how_much(self, run: Run, sample: Path) -> None:
        contradict(sample, poor=222)
        ran = run("check", sample, "--year", "2023", "--json")
        assert ran.code == 1
        (finding,) = [one for one in ran.json["findings"] if one["code"] == "poor-exceeds-households"]
        assert finding == {
            "code": "poor-exceeds-households",
            "severity": "error",
            "place": "năm 2023, Thôn Minh Long, ô “hộ nghèo”",
            "message": "Thôn Minh Long: 222 hộ nghèo nhiều hơn 221 hộ dân cư. Hãy kiểm tra hai số này.",
            "values": {"village": "Thôn Minh Long", "part": 222, "whole": 221},
        }

    def test_a_line_names_its_village_once(self, run: Run, sample: Path) -> None:
        contradict(sample, poor=222)
        line = next(line for line in run("check", sample).out.splitlines() if "222" in line)
        assert line == (
            "năm 2023, ô “hộ nghèo”: Thôn Minh Long: 222 hộ nghèo nhiều hơn 221 hộ dân cư. Hãy kiểm tra hai số này."
        )

    def test_all_years_are_checked_where_none_is_named(self, run: Run, sample: Path, tmp_path: Path) -> None:
        book = village_workbook(tmp_path / "thon.xlsx", ("Thôn Minh Long", 221, 100, 14, 10))
        assert run("villages", sample, "--year", "2024", "--import", book).code == 1
        codes = {one["code"] for one in run("check", sample, "--json").json["findings"]}
        assert "fewer-people-than-households" in codes
        checked = run("check", sample, "--year", "2023", "--json").json
        assert [one["code"] for one in checked["findings"]] == ["law-not-verified"]

    def test_a_year_without_law_is_a_finding(self, run: Run, sample: Path) -> None:
        ran = run("check", sample, "--year", "2031", "--json")
        assert ran.code == 1
        assert "no-standard-on-date" in {one["code"] for one in ran.json["findings"]}

    def test_an_empty_file_has_a_note_at_most(self, run: Run, empty: Path) -> None:
        ran = run("check", empty, "--year", "2023", "--json")
        assert (ran.code, [one["severity"] for one in ran.json["findings"]]) == (0, ["note", "note"])

    def test_the_published_figures_of_a_district_contradict_themselves(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "krong-no.pdesk"
        run("sample", path, "--which", "krong-no")
        ran = run("check", path, "--json")
        assert ran.code == 1
        assert [(one["code"], one["values"].get("village")) for one in ran.json["findings"]] == [
            ("minority-reduction-exceeds-reduction", "Thị trấn Đăk Mâm"),
            ("minority-reduction-exceeds-reduction", "Xã Nam Xuân"),
            ("law-not-verified", None),
        ]


def test_counts_in_tables_read_back(run: Run, sample: Path) -> None:
    """Dots between thousands are for people; they are never in JSON."""
    total = run("villages", sample, "--year", "2023").out.splitlines()[-1].split()[2]
    assert read_count(total) == 1518
    assert '"households": 1518' in run("villages", sample, "--year", "2023", "--json").out
