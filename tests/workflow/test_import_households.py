"""A list of households taken in: who is found again, what changes, what is kept out, and how it is taken back."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from povertydesk import paths
from povertydesk.exchange.household_columns import GivenMapping
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.person import HEAD
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import ReviewStage, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import column_mappings, reviews, rounds
from povertydesk.workflow import history, import_households, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.import_plan import FieldChange, RowState
from tests.exchange.household_lists import LAYOUTS, TITLES, TOTALS, paged, shifted
from tests.exchange.old_fonts import typed_tcvn3, typed_vni
from tests.exchange.workbooks import Rows, open_document, workbook
from tests.workflow.contents import assert_sound, contents, operations, undo_last
from tests.workflow.lists import (
    INDICATORS,
    YEAR,
    codes,
    faults,
    household,
    listed,
    members,
    planned,
    review,
    taken,
)

HEADINGS = ("Mã hộ", "Thôn", "Họ tên chủ hộ", "Năm sinh", "Giới tính", "Số nhân khẩu", "Điện thoại", "B1", "B2")
GOOD = ("01", "Thôn Minh Long", "Nguyễn Văn Mẫu", 1980, "Nam", 4, "0912345678", 120, 30)
OTHER = ("02", "Thôn Minh Long", "Trần Thị Thử", 1975, "Nữ", 3, None, 150, 10)
PEOPLE = ("Mã hộ", "Thôn", "Họ và tên", "Quan hệ với chủ hộ", "Năm sinh", "Giới tính", "CCCD", "Dân tộc")
FONTS: dict[str, Callable[[str], str]] = {"unicode": str, "tcvn3": typed_tcvn3, "vni": typed_vni}


class TestTheCorpus:
    @pytest.mark.parametrize("kind", ["xlsx", "ods"])
    @pytest.mark.parametrize("around", ["bare", "paged"])
    @pytest.mark.parametrize("font", FONTS)
    @pytest.mark.parametrize("layout", LAYOUTS)
    def test_every_mixture_comes_in_once_and_goes_in_one_step(
        self, empty: Desk, tmp_path: Path, layout: str, font: str, around: str, kind: str
    ) -> None:
        """Four layouts, three encodings, with titles and totals or without, two formats: 48 workbooks."""
        made = LAYOUTS[layout]()
        rows: Rows = (*made.headings, *made.lines)
        above = 0
        if around == "paged":
            above, rows = len(TITLES), (*TITLES, *paged(made), *TOTALS)
        rows = tuple(tuple(FONTS[font](cell) if isinstance(cell, str) else cell for cell in row) for row in rows)
        if kind == "ods":
            path = open_document(tmp_path / "ho.ods", rows, "Danh sách")
        else:
            path = workbook(tmp_path / "ho.xlsx", rows, merged=shifted(made.merged, above), title="Danh sách")
        before = contents(empty)
        first = taken(empty, path)
        assert first.counts == (4, 4, 0, 0, 0)
        found = empty.engine.execute(
            "SELECT village.name, head_name FROM household JOIN village ON village.id = village_id"
        )
        assert sorted(found) == sorted((village, names[0]) for village, names in made.households)
        after = contents(empty)
        again = taken(empty, path)
        assert (again.counts, bool(again.changes)) == ((4, 0, 0, 4, 0), False)
        assert contents(empty) == after
        undo_last(empty)
        assert contents(empty) == before
        assert operations(empty).count("import-households") == 1

    @pytest.mark.parametrize(
        ("title", "cell", "code"),
        [
            ("Thôn", "Thôn Minh Lông Xa", "import-village-unknown"),
            ("Thôn", None, "import-village-missing"),
            ("Năm sinh", "khoảng 60", "birth-unreadable"),
            ("Giới tính", "x", "sex-unreadable"),
            ("Số nhân khẩu", "bốn", "count-not-a-number"),
            ("B1", -1, "count-negative"),
            ("B2", 500, "b2-out-of-range"),
            ("Họ tên chủ hộ", 12, "person-name-unreadable"),
            ("B2", "=1+1", "cell-not-calculated"),
            ("B1", "#REF!", "cell-shows-error"),
        ],
    )
    def test_one_fault_keeps_one_household_out(
        self, desk: Desk, tmp_path: Path, title: str, cell: str | int | None, code: str
    ) -> None:
        place = HEADINGS.index(title)
        row = (*GOOD[:place], cell, *GOOD[place + 1 :])
        plan = planned(desk, listed(tmp_path, HEADINGS, row, OTHER))
        assert faults(plan) == [(code, 2, f"{'ABCDEFGHI'[place]} – {title}")]
        assert plan.counts == (2, 1, 0, 0, 1)
        assert [row.state for row in plan.rows if row.state is not RowState.REJECTED] == [RowState.NEW]

    def test_a_number_whose_place_code_is_none_is_looked_at(self, desk: Desk, tmp_path: Path) -> None:
        people = [("01", "Nguyễn Văn Mẫu", "003085012345"), ("02", "Lê Văn Nháp", "038085054321")]
        rows = [(code, "Thôn Minh Long", name, "Chủ hộ", 1985, "Nam", number, "Kinh") for code, name, number in people]
        plan = planned(desk, listed(tmp_path, PEOPLE, *rows))
        doubts = [(one.code, one.place.row, one.values["code"]) for one in plan.findings if "citizen" in one.code]
        assert doubts == [("citizen-number-place-unknown", 2, "003")]
        assert plan.counts == (2, 2, 0, 0, 0)

    def test_numbers_that_excel_mangled(self, desk: Desk, tmp_path: Path) -> None:
        path = listed(
            tmp_path,
            PEOPLE,
            ("01", "Thôn Minh Long", "Nguyễn Văn Mẫu", "Chủ hộ", 1985, "Nam", 38085012345, "Kinh"),
            ("02", "Thôn Minh Long", "Lê Văn Nháp", "Chủ hộ", 1985, "Nam", "1,23E+11", "Kinh"),
            ("02", "Thôn Minh Long", "Hà Thị Tập", "Vợ", 1985, "Nữ", None, "Kinh"),
            ("03", "Thôn Minh Long", "Lê Thị Thử", "Chủ hộ", 1990, "Nam", "038185054321", "Kinh"),
        )
        plan = planned(desk, path)
        assert faults(plan) == [("citizen-number-digits-lost", 3, "G – CCCD")]
        assert {"citizen-number-zeros-restored", "citizen-number-says-female", "citizen-number-year-differs"} <= codes(
            plan
        )
        taken(desk, path)
        assert members(desk, "01")["Nguyễn Văn Mẫu"].person.citizen_number == "038085012345"

    def test_no_sentence_holds_a_whole_number(self, desk: Desk, tmp_path: Path) -> None:
        number = "038085012345"
        path = listed(
            tmp_path,
            PEOPLE,
            ("01", "Thôn Minh Long", "Nguyễn Văn Mẫu", "Chủ hộ", 1980, "Nữ", number, "Kinh"),
            ("02", "Thôn Minh Long", "Lê Văn Nháp", "Chủ hộ", 1985, "Nam", number, "Kinh"),
            ("03", "Thôn Minh Long", "Lê Thị Thử", "Chủ hộ", 1990, number, None, "Kinh"),
        )
        plan = planned(desk, path)
        messages = Messages.load(paths.resources("messages"))
        said = [messages.of_finding(one) for one in plan.findings]
        assert {"person-number-twice"} <= codes(plan)
        assert said
        assert not [sentence for sentence in said if number in sentence.replace(" ", "")]


class TestVillages:
    def test_a_village_is_found_without_accents_and_without_its_kind_word(self, desk: Desk, tmp_path: Path) -> None:
        rows = [("01", name, "Nguyễn Văn Mẫu", 1980) for name in ("Minh Long", "THÔN TAN LONG", "thôn phi long")]
        plan = planned(desk, listed(tmp_path, HEADINGS[:4], *rows))
        assert [row.village for row in plan.rows] == ["Thôn Minh Long", "Thôn Tân Long", "Thôn Phi Long"]

    def test_the_sentence_names_the_nearest_one(self, desk: Desk, tmp_path: Path) -> None:
        plan = planned(desk, listed(tmp_path, HEADINGS[:4], ("01", "Thôn Vân Ngok", "Nguyễn Văn Mẫu", 1980)))
        (fault,) = plan.findings
        assert (fault.code, fault.values["nearest"]) == ("import-village-unknown", "Thôn Vân Ngọc")

    def test_a_file_without_villages_gets_those_of_the_list(self, empty: Desk, tmp_path: Path) -> None:
        rows = [("01", name, "Nguyễn Văn Mẫu", 1980) for name in ("Thôn 2", "Thôn 10", "thôn 2 ")]
        plan = planned(empty, listed(tmp_path, HEADINGS[:4], *rows))
        assert plan.new_villages == ("Thôn 2", "Thôn 10")
        assert "import-villages-added" in codes(plan)
        assert plan.counts == (3, 2, 0, 0, 1)


class TestFoundAgain:
    def test_only_what_the_list_says_changes_field_by_field(self, desk: Desk, tmp_path: Path) -> None:
        taken(desk, listed(tmp_path, HEADINGS, GOOD, OTHER))
        path = listed(
            tmp_path,
            ("Mã hộ", "Thôn", "Chủ hộ", "Địa chỉ", "Điện thoại", "Năm sinh"),
            (1, "Minh Long", "Nguyễn Văn Mẫu", "Xóm Trên", None, None),
            ("02", "Thôn Minh Long", "Trần Thị Thử", None, "0977", None),
            name="sua.xlsx",
        )
        before = contents(desk)
        plan = planned(desk, path)
        assert [row.changes for row in plan.rows] == [
            (FieldChange("address", None, "Xóm Trên"),),
            (FieldChange("phone", None, "0977"),),
        ]
        taken(desk, path)
        assert (household(desk, "01").address, household(desk, "01").phone) == ("Xóm Trên", "0912345678")
        assert household(desk, "01").people_count == 4
        undo_last(desk)
        assert contents(desk) == before
        assert_sound(desk)

    def test_codes_begin_anew_in_every_village_and_stand_once_in_each(self, desk: Desk, tmp_path: Path) -> None:
        rows = (GOOD, ("01", "Thôn Tân Long", *OTHER[2:]), ("1", "Minh Long", "Lê Văn Nháp", 1990, *OTHER[4:]))
        plan = planned(desk, listed(tmp_path, HEADINGS, *rows))
        assert plan.counts == (3, 2, 0, 0, 1)
        assert faults(plan) == [("household-code-twice", 4, "A – Mã hộ")]

    def test_a_code_of_another_household_is_no_new_head(self, desk: Desk, tmp_path: Path) -> None:
        taken(desk, listed(tmp_path, HEADINGS, GOOD))
        row = ("01", "Thôn Minh Long", "Võ Đức Kỷ", 1950, *GOOD[4:])
        assert faults(planned(desk, listed(tmp_path, HEADINGS, row))) == [
            ("household-head-differs", 2, "C – Họ tên chủ hộ")
        ]

    def test_a_name_that_was_mistyped_is_mended(self, desk: Desk, tmp_path: Path) -> None:
        taken(desk, listed(tmp_path, HEADINGS, GOOD))
        taken(desk, listed(tmp_path, HEADINGS, (*GOOD[:2], "Nguyễn Văn Mẩu", *GOOD[3:])))
        assert household(desk, "01").head_name == "Nguyễn Văn Mẩu"
        assert list(members(desk, "01")) == ["Nguyễn Văn Mẩu"]

    def test_without_codes_the_head_tells(self, desk: Desk, tmp_path: Path) -> None:
        headings = ("Thôn", "Họ tên chủ hộ", "Năm sinh", "Điện thoại")
        first = listed(
            tmp_path,
            headings,
            ("Thôn Minh Long", "Nguyễn Văn Mẫu", 1980, None),
            ("Thôn Minh Long", "Nguyễn Văn Mẫu", 1955, None),
            ("Thôn Minh Long", "Nguyễn Văn Mẫu", 1955, "1"),
            ("Thôn Tân Long", "Nguyễn Văn Mẫu", 1955, None),
        )
        plan = planned(desk, first)
        assert plan.counts == (4, 3, 0, 0, 1)
        assert faults(plan) == [("household-twice-without-code", 4, "B – Họ tên chủ hộ")]
        taken(desk, first)
        assert planned(desk, first).counts == (4, 0, 0, 3, 1)
        doubtful = listed(tmp_path, headings, ("Thôn Minh Long", "Nguyen Van Mau", None, "2"))
        assert faults(planned(desk, doubtful)) == [("household-ambiguous", 2, "B – Họ tên chủ hộ")]

    def test_members_are_brought_up_to_date_and_added(self, desk: Desk, tmp_path: Path) -> None:
        head = ("01", "Thôn Minh Long", "Nguyễn Văn Mẫu", "Chủ hộ", 1980, "Nam", None, "Mường")
        wife = (None, None, "Trần Thị Thử", "Vợ", 1982, "Nữ", None, None)
        taken(desk, listed(tmp_path, PEOPLE, head, wife))
        child = (None, None, "Nguyễn Thị Bé", "Con đẻ", 2015, "Nữ", None, None)
        taken(desk, listed(tmp_path, PEOPLE, head, (*wife[:6], "038182000123", "Thái"), child))
        found = members(desk, "01")
        assert {name: one.membership.relation for name, one in found.items()} == {
            "Nguyễn Văn Mẫu": HEAD,
            "Trần Thị Thử": "wife",
            "Nguyễn Thị Bé": "child",
        }
        assert found["Trần Thị Thử"].person.citizen_number == "038182000123"
        assert found["Trần Thị Thử"].person.birth_year == 1982
        assert (household(desk, "01").people_count, household(desk, "01").ethnic_group) == (3, 6)

    def test_words_of_no_list_stay_blank_and_are_told_once(self, desk: Desk, tmp_path: Path) -> None:
        rows = [
            (f"0{number}", "Thôn Minh Long", "Nguyễn Văn Mẫu", "Chủ hộ", 1950 + number, "Nam", None, "Sao Hỏa")
            for number in range(1, 4)
        ]
        plan = planned(desk, listed(tmp_path, PEOPLE, *rows))
        (told,) = [one for one in plan.findings if one.code == "ethnic-group-not-known"]
        assert (told.place.row, told.values["count"]) == (2, 3)
        assert plan.counts.added == 3


class TestReviews:
    def test_answers_and_totals_are_judged_and_kept_in_the_parts_of_the_form(self, desk: Desk, tmp_path: Path) -> None:
        headings = (*HEADINGS[:4], "B1", *INDICATORS, "Thiếu vốn", "Hỗ trợ y tế", "Hộ có công")
        marks = ("x", "x", "x", *[None] * 9)
        taken(desk, listed(tmp_path, headings, (*GOOD[:4], 140, *marks, "x", "x", "x")))
        found = review(desk, "01")
        assert (found.status, found.b1, found.b2, found.stage) == (PovertyStatus.POOR, 140, 30, ReviewStage.COMPLETE)
        answers = reviews.read_answers(desk.engine, found.id)
        assert set(answers) == {"b1", "indicators", "causes", "groups", "support"}
        assert answers["causes"]["causes"].options == {"capital"}
        assert len(answers["indicators"]) == 12
        assert household(desk, "01").merit is True
        (of_round,) = rounds.list_rounds(desk.engine, YEAR)
        assert (of_round.kind, of_round.standard) == (RoundKind.ANNUAL, "2022-2026")

    def test_a_blank_is_not_answered_where_columns_are_missing(self, desk: Desk, tmp_path: Path) -> None:
        taken(desk, listed(tmp_path, (*HEADINGS[:4], "B1", *INDICATORS[:4]), (*GOOD[:4], 140, "x", "x", None, "x")))
        found = review(desk, "01")
        assert (found.status, found.stage) == (PovertyStatus.UNCLASSIFIED, ReviewStage.DRAFT)
        assert set(reviews.read_answers(desk.engine, found.id)["indicators"]) == {
            "employment",
            "dependants",
            "health_insurance",
        }

    @pytest.mark.parametrize(
        ("b2", "marked", "accepted"), [(30, 3, True), (20, 3, False), (30, 0, False), (0, 0, True)]
    )
    def test_b2_is_ten_times_the_marks(self, desk: Desk, tmp_path: Path, b2: int, marked: int, accepted: bool) -> None:
        marks = ["x" if place < marked else None for place in range(12)]
        plan = planned(desk, listed(tmp_path, (*HEADINGS[:4], "B1", "B2", *INDICATORS), (*GOOD[:4], 100, b2, *marks)))
        assert faults(plan) == ([] if accepted else [("b2-contradicts-deprivations", 2, "F – B2")])

    @pytest.mark.parametrize(
        ("b2", "marks", "answered"),
        [(20, ("x", "x", None, None), 12), (0, (None,) * 4, 12), (30, ("x", "x", None, None), 0), (50, (None,) * 4, 0)],
    )
    def test_b2_is_kept_beside_some_of_the_columns(
        self, desk: Desk, tmp_path: Path, b2: int, marks: tuple[str | None, ...], answered: int
    ) -> None:
        """As many as are marked: all others are no. More than are marked, which may stand in columns left out: bare."""
        path = listed(tmp_path, (*HEADINGS[:4], "B1", "B2", *INDICATORS[:4]), (*GOOD[:4], 100, b2, *marks))
        plan = planned(desk, path)
        assert ("b2-kept-without-deprivations" in codes(plan)) == (b2 == 30)
        taken(desk, path)
        found = review(desk, "01")
        assert (found.b1, found.b2) == (100, b2)
        assert found.status is (PovertyStatus.POOR if b2 >= 30 else PovertyStatus.NEAR_POOR)
        answers = reviews.read_answers(desk.engine, found.id).get("indicators", {})
        assert len(answers) == answered
        assert planned(desk, path).counts.unchanged == 1

    @pytest.mark.parametrize(
        ("b2", "marks"), [(10, ("x", "x", None, None)), (25, ("x", "x", None, None)), (40, ("x", 0, 0, 0))]
    )
    def test_b2_that_the_marks_cannot_come_to_is_a_fault(
        self, desk: Desk, tmp_path: Path, b2: int, marks: tuple[str | int | None, ...]
    ) -> None:
        columns = INDICATORS[:10] if 0 in marks else INDICATORS[:4]
        filled = (*marks, *[0] * (len(columns) - 4))
        path = listed(tmp_path, (*HEADINGS[:4], "B1", "B2", *columns), (*GOOD[:4], 100, b2, *filled))
        assert faults(planned(desk, path)) == [("b2-contradicts-deprivations", 2, "F – B2")]

    def test_b2_fills_what_was_answered_before_in_part(self, desk: Desk, tmp_path: Path) -> None:
        taken(desk, listed(tmp_path, (*HEADINGS[:4], "B1", *INDICATORS[:4]), (*GOOD[:4], 100, "x", "x", None, None)))
        assert review(desk, "01").status is PovertyStatus.UNCLASSIFIED
        taken(desk, listed(tmp_path, (*HEADINGS[:4], "B2"), (*GOOD[:4], 20)))
        found = review(desk, "01")
        assert (found.b2, found.status) == (20, PovertyStatus.NEAR_POOR)

    @pytest.mark.parametrize(
        ("points", "doubted"), [((100, 25), {"b2-not-possible"}), ((401, 30), {"b1-doubtful"}), ((400, 120), set())]
    )
    def test_points_no_form_comes_to_are_asked_about(
        self, desk: Desk, tmp_path: Path, points: tuple[int, int], doubted: set[str]
    ) -> None:
        plan = planned(desk, listed(tmp_path, HEADINGS, (*GOOD[:7], *points)))
        assert codes(plan) & {"b2-not-possible", "b1-doubtful"} == doubted
        assert plan.counts.added == 1

    def test_a_yes_that_only_a_blank_takes_back_is_shown_and_asked_about(self, desk: Desk, tmp_path: Path) -> None:
        headings = (*HEADINGS[:4], "B1", *INDICATORS)
        taken(desk, listed(tmp_path, headings, (*GOOD[:4], 100, "x", "x", "x", *[None] * 9)))
        path = listed(tmp_path, headings, (*GOOD[:4], 100, None, 0, "x", *[None] * 9))
        plan = planned(desk, path)
        (asked,) = [one for one in plan.findings if one.code == "deprivation-blanked"]
        assert (asked.place.row, asked.place.column, asked.values) == (2, "F – Việc làm", {"count": 1})
        assert FieldChange("employment", True, False) in plan.rows[0].changes
        taken(desk, path)
        assert "deprivation-blanked" not in codes(planned(desk, path))

    def test_declared_against_the_rules_is_kept_judged_and_told(self, desk: Desk, tmp_path: Path) -> None:
        path = listed(tmp_path, (*HEADINGS, "Kết quả rà soát"), (*GOOD, "Hộ không nghèo"))
        plan = planned(desk, path)
        (told,) = [one for one in plan.findings if one.code == "declared-status-contradicts-rules"]
        assert (told.values["declared"], told.values["found"]) == ("not_poor", "poor")
        taken(desk, path)
        found = review(desk, "01")
        assert (found.declared_status, found.status) == (PovertyStatus.NOT_POOR, PovertyStatus.POOR)

    def test_unknown_history_is_told_and_never_new(self, desk: Desk, tmp_path: Path) -> None:
        headings = (*HEADINGS, "Phân loại đầu năm", "Mới/tái/cũ")
        path = listed(
            tmp_path, headings, (*GOOD, None, None), ("02", *GOOD[1:2], "Lê Văn Nháp", *GOOD[3:], "Hộ nghèo", None)
        )
        plan = planned(desk, path)
        (told,) = [one for one in plan.findings if one.code == "unknown-history"]
        assert told.values == {"village": "Thôn Minh Long", "households": 1}
        taken(desk, path)
        assert review(desk, "01").opening_status is None
        assert review(desk, "01").entry_kind is None
        assert review(desk, "02").opening_status is PovertyStatus.POOR

    def test_the_last_closed_round_counts_before_the_list(self, desk: Desk, tmp_path: Path) -> None:
        marks = ("x", "x", "x", *[None] * 9)
        year_before = listed(
            tmp_path, (*HEADINGS[:4], "B1", *INDICATORS), (*GOOD[:4], 140, *marks), name="nam-truoc.xlsx"
        )
        taken(desk, year_before, 2022)
        (closed,) = rounds.list_rounds(desk.engine, 2022)
        review_rounds.close_round(desk, closed.id, datetime.date(2022, 12, 10))
        path = listed(tmp_path, (*HEADINGS, "Phân loại đầu năm"), (*GOOD, "Hộ cận nghèo"))
        plan = planned(desk, path)
        assert "listed-opening-differs" in codes(plan)
        taken(desk, path)
        assert review(desk, "01").opening_status is PovertyStatus.POOR
        with pytest.raises(KnownError, match="round-sealed"):
            planned(desk, listed(tmp_path, HEADINGS, (*GOOD[:7], 90, 30)), 2022)
        assert planned(desk, year_before, 2022).counts.unchanged == 1

    def test_a_standard_that_is_not_the_years_is_refused(self, desk: Desk, tmp_path: Path) -> None:
        path = listed(tmp_path, HEADINGS, GOOD)
        with pytest.raises(KnownError, match="import-standard-differs"):
            import_households.plan_import(desk, YEAR, path, standard="2016-2021")
        with pytest.raises(KnownError, match="no-standard-on-date"):
            import_households.plan_import(desk, 2031, path)

    def test_the_transition_round_takes_a_list_of_the_next_standard(self, desk: Desk, tmp_path: Path) -> None:
        path = listed(tmp_path, (*HEADINGS[:4], "Thu nhập bình quân"), (*GOOD[:4], 1_500_000))
        plan = import_households.plan_import(desk, 2026, path, standard="2027-2030")
        import_households.apply_import(desk, plan)
        (of_round,) = rounds.list_rounds(desk.engine, 2026)
        assert (of_round.kind, of_round.standard) == (RoundKind.TRANSITION, "2027-2030")

    def test_a_list_of_the_registry_opens_no_round(self, desk: Desk, tmp_path: Path) -> None:
        taken(desk, listed(tmp_path, (*HEADINGS[:7], "Hộ có công"), (*GOOD[:7], "x")))
        assert rounds.list_rounds(desk.engine, YEAR) == ()
        assert household(desk, "01").merit is True

    def test_a_title_declares_every_household(self, desk: Desk, tmp_path: Path) -> None:
        taken(desk, listed(tmp_path, ("DANH SÁCH HỘ CẬN NGHÈO",), HEADINGS[:4], GOOD[:4]))
        assert review(desk, "01").result is PovertyStatus.NEAR_POOR


class TestTheAct:
    def test_what_changed_since_the_dry_run_asks_for_another(self, desk: Desk, tmp_path: Path) -> None:
        plan = planned(desk, listed(tmp_path, HEADINGS, GOOD))
        taken(desk, listed(tmp_path, HEADINGS, OTHER, name="khac.xlsx"))
        with pytest.raises(KnownError, match="import-outdated"):
            import_households.apply_import(desk, plan)

    @pytest.mark.parametrize("step", ["matching", "writing"])
    def test_a_cancelled_import_leaves_the_file_as_it_was(self, desk: Desk, tmp_path: Path, step: str) -> None:
        path = listed(tmp_path, HEADINGS, GOOD, OTHER)
        before, steps = contents(desk), [""]

        def moved(name: str, _done: int, _total: int) -> None:
            steps.append(name)

        def run() -> None:
            plan = import_households.plan_import(
                desk, YEAR, path, progress=moved, cancelled=lambda: step == "matching" and "reading" in steps
            )
            import_households.apply_import(desk, plan, moved, lambda: steps.count("writing") > 1)

        with pytest.raises(KnownError, match="import-cancelled"):
            run()
        assert contents(desk) == before
        assert "import-households" not in operations(desk)

    def test_a_chosen_mapping_is_remembered_by_the_layout(self, desk: Desk, tmp_path: Path) -> None:
        headings = ("Ký hiệu", "Thôn", "Họ tên chủ hộ", "Năm sinh")
        path = listed(tmp_path, headings, GOOD[:4])
        chosen = GivenMapping({"household_code": "Ký hiệu", "village": "=B", "head_name": "=C", "birth": "=D"})
        import_households.apply_import(desk, import_households.plan_import(desk, YEAR, path, chosen))
        assert household(desk, "01").head_name == "Nguyễn Văn Mẫu"
        (kept,) = column_mappings.list_mappings(desk.engine).values()
        assert kept.columns["household_code"] == "=A"
        later = listed(tmp_path, headings, (*OTHER[:4],), name="nam-sau.xlsx")
        assert import_households.apply_import(desk, planned(desk, later)).counts.added == 1
        assert household(desk, "02").head_name == "Trần Thị Thử"

    def test_the_faults_go_back_in_the_clerks_own_workbook(self, desk: Desk, tmp_path: Path) -> None:
        path = listed(tmp_path, HEADINGS, GOOD, (*OTHER[:3], "khoảng 60", *OTHER[4:]))
        plan = planned(desk, path)
        messages = Messages.load(paths.resources("messages"))
        target = tmp_path / "can-sua.xlsx"
        import_households.write_marked_copy(plan, messages, target)
        sheet = openpyxl.load_workbook(target)["Danh sách"]
        cell = sheet["D3"]
        assert cell.fill.start_color.rgb == "FFFFC7CE"
        assert cell.comment is not None
        assert "khoảng 60" in cell.comment.text
        assert sheet["D2"].comment is None

    def test_an_import_is_named_in_the_history(self, desk: Desk, tmp_path: Path) -> None:
        taken(desk, listed(tmp_path, HEADINGS, GOOD, OTHER))
        last = history.undo_state(desk).undo
        assert last is not None
        assert last.named_values == {"households": 2, "year": YEAR, "file": "ho.xlsx"}
