from __future__ import annotations

import datetime
import re
from decimal import Decimal

import pytest

from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.committee import CommitteeRole, HelpedName, OfficerTerm
from povertydesk.poverty.paper import Closing, Grid, Heading, Letterhead, Paper, Paragraph, ParagraphStyle, plain_text
from povertydesk.poverty.plan import Officer, PlanSection, ServiceTarget, SigningForm
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.profile import CommuneProfile, EthnicShare
from povertydesk.workflow import draft_plan, edit_grid, keep_committee, name_households, set_up_office
from povertydesk.workflow.check_year import check_file
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_committee import enter_helped
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.set_indicator_targets import set_indicator
from tests.workflow.contents import assert_sound, contents, key_of, names, operations, undo_last
from tests.workflow.registry import household_of

YEAR = 2023


def plan_of(desk: Desk, year: int = YEAR) -> Paper:
    return draft_plan.plan_paper(draft_plan.plan_contents(desk, year))


def closing_of(desk: Desk, year: int = YEAR) -> Closing:
    return next(block for block in plan_of(desk, year).blocks() if isinstance(block, Closing))


def cited(desk: Desk, ids: list[str]) -> tuple[str, ...]:
    found = [desk.program.legislation.instrument(one) for one in ids]
    return tuple(f"Căn cứ {one.citation}" for one in found if one is not None)


def text_of(paper: Paper) -> str:
    lines = (plain_text(block.content) for block in paper.blocks() if isinstance(block, (Heading, Paragraph)))
    return "\n".join(lines)


class TestPlanFields:
    def test_fields_are_kept_one_by_one(self, desk: Desk) -> None:
        before = draft_plan.read_plan(desk, YEAR)
        draft_plan.edit_plan(desk, YEAR, number="12", issued_on=datetime.date(2023, 1, 5))
        draft_plan.edit_plan(desk, YEAR, subject=" Giảm nghèo  nhanh ", income_target_vnd=1_800_000)
        plan = draft_plan.read_plan(desk, YEAR)
        assert plan == before._replace(
            number="12",
            issued_on=datetime.date(2023, 1, 5),
            subject="Giảm nghèo nhanh",
            income_target_vnd=1_800_000,
        )
        assert operations(desk)[-2:] == ["edit-plan", "edit-plan"]
        undo_last(desk)
        undo_last(desk)
        assert draft_plan.read_plan(desk, YEAR) == before
        assert_sound(desk)

    @pytest.mark.parametrize(
        ("typed", "kept"), [("5", "05"), ("05/KH-UBND", "05"), ("123", "123"), ("12a", "12a"), ("", ""), ("  ", "")]
    )
    def test_a_number_is_kept_as_papers_write_it(self, desk: Desk, typed: str, kept: str) -> None:
        draft_plan.edit_plan(desk, YEAR, number=typed)
        assert draft_plan.read_plan(desk, YEAR).number == kept

    def test_a_date_can_be_cleared(self, desk: Desk) -> None:
        draft_plan.edit_plan(desk, YEAR, issued_on=datetime.date(2023, 1, 5))
        draft_plan.edit_plan(desk, YEAR, issued_on=None)
        assert draft_plan.read_plan(desk, YEAR).issued_on is None

    def test_the_same_again_is_no_operation(self, desk: Desk) -> None:
        done = operations(desk)
        assert not draft_plan.edit_plan(desk, YEAR, archive="VT")
        assert operations(desk) == done

    def test_a_negative_amount_is_refused(self, desk: Desk) -> None:
        before = contents(desk)
        with pytest.raises(KnownError, match="count-negative"):
            draft_plan.edit_plan(desk, YEAR, income_target_vnd=-1)
        assert contents(desk) == before

    def test_an_unknown_field_is_a_mistake_of_the_program(self, desk: Desk) -> None:
        with pytest.raises(ValueError, match="colour"):
            draft_plan.edit_plan(desk, YEAR, colour="red")


class TestLinesAndServices:
    def test_lines_are_kept_in_order_without_empty_ones(self, desk: Desk) -> None:
        before = contents(desk)
        draft_plan.edit_lines(desk, YEAR, PlanSection.TASK, ["Mở lớp học nghề", "  ", "Trồng  rừng"])
        assert draft_plan.read_plan(desk, YEAR).lines_of(PlanSection.TASK) == ("Mở lớp học nghề", "Trồng rừng")
        assert "- Mở lớp học nghề.\n- Trồng rừng." in text_of(plan_of(desk))
        draft_plan.edit_lines(desk, YEAR, PlanSection.TASK, ["Trồng rừng"])
        draft_plan.edit_lines(desk, YEAR, PlanSection.TASK, [])
        assert contents(desk)["plan_line"] == before["plan_line"]
        assert_sound(desk)

    def test_services_stand_in_the_order_of_the_official_tables(self, desk: Desk) -> None:
        services = [ServiceTarget("toilet", Decimal(95)), ServiceTarget("employment", Decimal("82.5"))]
        draft_plan.edit_services(desk, YEAR, services)
        assert [one.indicator for one in draft_plan.plan_contents(desk, YEAR).plan.services] == ["employment", "toilet"]
        text = text_of(plan_of(desk))
        assert "- Hộ nghèo có lao động được hỗ trợ việc làm: 82,5%.\n- Hộ nghèo có nhà tiêu hợp vệ sinh: 95%." in text

    @pytest.mark.parametrize("percent", ["-0.01", "100.01"])
    def test_a_share_outside_nought_to_hundred_is_refused(self, desk: Desk, percent: str) -> None:
        before = contents(desk)
        with pytest.raises(KnownError, match="percent-out-of-range"):
            draft_plan.edit_services(desk, YEAR, [ServiceTarget("toilet", Decimal(percent))])
        assert contents(desk) == before

    def test_every_indicator_of_every_standard_has_its_words(self, desk: Desk) -> None:
        services = draft_plan.plan_template().services
        for standard in desk.program.legislation.standards:
            assert {indicator.code for indicator in standard.indicators} <= services.keys()

    def test_a_year_without_law_has_the_order_of_the_template(self, desk: Desk) -> None:
        services = [ServiceTarget("toilet", Decimal(95)), ServiceTarget("employment", Decimal(80))]
        draft_plan.edit_services(desk, 2031, services)
        assert draft_plan.plan_contents(desk, 2031).plan.services == tuple(reversed(services))


class TestProfile:
    def test_it_is_kept_whole_and_undone(self, desk: Desk) -> None:
        before = draft_plan.read_profile(desk, YEAR)
        after = before._replace(
            people=6500,
            natural_area_ha=Decimal("3104.5"),
            ethnic_shares=(EthnicShare("Mường", Decimal("84.5")),),
        )
        draft_plan.edit_profile(desk, after)
        assert draft_plan.read_profile(desk, YEAR) == after
        undo_last(desk)
        assert draft_plan.read_profile(desk, YEAR) == before

    def test_another_year_knows_nothing_of_it(self, desk: Desk) -> None:
        assert draft_plan.read_profile(desk, 2024) == CommuneProfile(2024)

    @pytest.mark.parametrize(
        "changes",
        [{"people": -1}, {"natural_area_ha": Decimal(-1)}, {"ethnic_shares": (EthnicShare("Mường", Decimal(-1)),)}],
    )
    def test_negative_figures_are_refused(self, desk: Desk, changes: dict[str, object]) -> None:
        before = contents(desk)
        with pytest.raises(KnownError, match="count-negative"):
            draft_plan.edit_profile(desk, draft_plan.read_profile(desk, YEAR)._replace(**changes))  # type: ignore[arg-type]
        assert contents(desk) == before


class TestContents:
    def test_declared_totals_serve_where_villages_have_none(self, desk: Desk) -> None:
        found = draft_plan.plan_contents(desk, YEAR)
        assert (found.people, found.near_poor, found.near_poor_people, found.poor_people) == (6420, 218, 957, None)

    def test_totals_of_the_villages_win_over_declared_ones(self, desk: Desk) -> None:
        keys = [key_of(desk, name) for name in names(desk)]
        edit_grid.enter_cells(desk, YEAR, [CellEntry(key, "people", "1.000") for key in keys[:-1]])
        assert draft_plan.plan_contents(desk, YEAR).people == 6420
        edit_grid.enter_cells(desk, YEAR, [CellEntry(keys[-1], "people", "1.000")])
        found = draft_plan.plan_contents(desk, YEAR)
        assert (found.people, found.near_poor) == (6000, 218)

    def test_legal_bases_follow_the_day_of_the_paper(self, desk: Desk) -> None:
        def laws(on: datetime.date | None) -> list[str]:
            return [basis for basis in draft_plan.legal_bases(desk, 2025, on) if "Luật Tổ chức chính quyền" in basis]

        assert laws(datetime.date(2025, 7, 1)) == [
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
        ]
        assert all("2025" not in basis for basis in laws(datetime.date(2025, 1, 15)))
        assert all(basis.startswith("Căn cứ ") for basis in draft_plan.legal_bases(desk, YEAR, None))

    @pytest.mark.parametrize(
        ("year", "ids"),
        [
            (2021, ["luat-77-2015", "luat-47-2019", "qd-59-2015", "tt-17-2016", "tt-14-2018"]),
            (2022, ["luat-77-2015", "luat-47-2019", "nd-07-2021", "qd-24-2021", "tt-07-2021"]),
            (
                2025,
                ["luat-77-2015", "luat-47-2019", "nd-07-2021", "qd-24-2021", "qd-90-2022", "tt-07-2021", "tt-02-2022"],
            ),
        ],
    )
    def test_a_blank_day_stands_for_the_beginning_of_the_year(self, desk: Desk, year: int, ids: list[str]) -> None:
        assert draft_plan.plan_contents(desk, year).legal_bases == cited(desk, ids)

    @pytest.mark.parametrize(("month", "law"), [(1, "luat-77-2015"), (4, "luat-65-2025"), (12, "luat-72-2025")])
    def test_a_blank_day_in_the_running_year_stands_for_today(self, desk: Desk, month: int, law: str) -> None:
        desk.program.clock = FixedClock(datetime.datetime(2025, month, 20, 9, tzinfo=datetime.UTC))
        bases = draft_plan.plan_contents(desk, 2025).legal_bases
        assert [one for one in bases if one.startswith("Căn cứ Luật Tổ chức")] == list(cited(desk, [law]))
        assert bases == draft_plan.legal_bases(desk, 2025, datetime.date(2025, month, 20))

    def test_the_day_of_the_plan_is_the_day_of_its_bases(self, desk: Desk) -> None:
        draft_plan.edit_plan(desk, 2025, issued_on=datetime.date(2025, 7, 1))
        assert draft_plan.plan_contents(desk, 2025).legal_bases == draft_plan.legal_bases(
            desk, 2025, datetime.date(2025, 7, 1)
        )

    def test_the_head_signs_where_nobody_was_chosen(self, desk: Desk) -> None:
        signer = draft_plan.plan_contents(desk, YEAR).signer
        assert signer is not None
        assert (signer.name, signer.signing_form) == ("Hà Văn Mẫu", SigningForm.FOR_BODY)
        assert closing_of(desk).signature.authority_lines == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")

    def test_a_deputy_signs_for_the_chair(self, desk: Desk) -> None:
        deputy = next(one for one in draft_plan.list_officers(desk) if one.signing_form is SigningForm.FOR_HEAD)
        draft_plan.edit_plan(desk, YEAR, signer_id=deputy.id)
        signature = closing_of(desk).signature
        assert signature.authority_lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
        assert signature.name == "Lê Thị Thử"

    def test_an_office_without_officers_leaves_room_for_the_name(self, empty: Desk) -> None:
        signature = closing_of(empty).signature
        assert (signature.authority_lines, signature.name) == (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "")


class TestOfficers:
    def test_officers_are_listed_by_given_name(self, desk: Desk) -> None:
        set_up_office.edit_officer(desk, Officer("", " Bùi  Văn Ánh ", "Phó Chủ tịch", SigningForm.FOR_HEAD))
        assert [one.name for one in draft_plan.list_officers(desk)] == ["Bùi Văn Ánh", "Hà Văn Mẫu", "Lê Thị Thử"]

    def test_a_name_is_needed(self, desk: Desk) -> None:
        with pytest.raises(KnownError, match="officer-without-name"):
            set_up_office.edit_officer(desk, Officer("", " ", "Chủ tịch"))


class TestPapers:
    def test_blanks_for_the_pen_until_number_and_day_are_known(self, desk: Desk) -> None:
        head = next(block for block in plan_of(desk).blocks() if isinstance(block, Letterhead))
        assert (head.number, head.issued_on, head.year, head.place) == (None, None, YEAR, "Cẩm Long")
        draft_plan.edit_plan(desk, YEAR, number="5", issued_on=datetime.date(2023, 1, 5))
        head = next(block for block in plan_of(desk).blocks() if isinstance(block, Letterhead))
        assert (head.number, head.issued_on) == ("05", datetime.date(2023, 1, 5))

    def test_an_empty_commune_has_a_whole_plan(self, empty: Desk) -> None:
        paper = plan_of(empty)
        assert "0 thôn" not in text_of(paper)
        assert not any(isinstance(block, Grid) for block in paper.blocks())
        parts = [block for block in paper.blocks() if isinstance(block, Heading) and block.level == 1]
        assert len(parts) == 7

    def test_a_receiving_office_speaks_of_communes(self, receiving: Desk) -> None:
        paper = plan_of(receiving, 2020)
        text = text_of(paper)
        assert "Huyện Krông Nô có 12 xã, thị trấn với 19.348 hộ dân cư." in text
        assert "V. CHỈ TIÊU GIAO CÁC XÃ, THỊ TRẤN" in text
        assert "cao nhất là xã Quảng Phú (13,36%), thấp nhất là xã Nam Đà (2,98%)" in text
        own_words = "\n".join(line for line in text.splitlines() if not line.startswith("Căn cứ "))
        assert not re.search(r"\bthôn\b", own_words.casefold())
        recipients = closing_of(receiving, 2020).recipients
        assert recipients[0] == "UBND tỉnh Đắk Nông (để báo cáo)"
        assert "Các xã, thị trấn trên địa bàn" in recipients

    def test_own_recipients_take_the_place_of_the_usual_ones(self, desk: Desk) -> None:
        draft_plan.edit_lines(desk, YEAR, PlanSection.RECIPIENT, ["- UBND huyện;", "Lưu: VT, LĐTBXH."])
        assert closing_of(desk).recipients == ("- UBND huyện;", "Lưu: VT")
        draft_plan.edit_plan(desk, YEAR, archive="VT, KT")
        assert closing_of(desk).recipients[-1] == "Lưu: VT, KT"
        draft_plan.edit_plan(desk, YEAR, archive="")
        assert closing_of(desk).recipients[-1] == "Lưu: VT, LĐTBXH."

    def test_legal_bases_are_italic_and_end_as_the_decree_says(self, desk: Desk) -> None:
        bases = [
            plain_text(block.content)
            for block in plan_of(desk).blocks()
            if isinstance(block, Paragraph) and block.style is ParagraphStyle.LEGAL_BASIS
        ]
        assert all(basis.startswith("Căn cứ ") for basis in bases)
        assert [basis[-1] for basis in bases] == [";"] * (len(bases) - 1) + ["."]
        assert "Nghị quyết số 36-NQ/ĐU" in bases[-3]

    def test_the_targets_alone(self, desk: Desk) -> None:
        paper = draft_plan.targets_paper(draft_plan.plan_contents(desk, YEAR))
        assert paper.title == "Biểu chỉ tiêu: Giảm hộ nghèo năm 2023 giao các thôn – Xã Cẩm Long"
        (grid,) = (block for block in paper.blocks() if isinstance(block, Grid))
        assert len(grid.rows) == 7

    def test_indicators_and_committee_are_printed_where_they_were_entered(self, desk: Desk) -> None:
        found = draft_plan.plan_contents(desk, YEAR)
        assert (found.indicators, found.committee, found.helped) == ((), (), ())
        set_indicator(desk, YEAR, "jobs", target=108, base=90)
        set_indicator(desk, YEAR, "labour_export", actual=3)
        helper, village = draft_plan.list_officers(desk)[0], key_of(desk, "Thôn Phi Long")
        keep_committee.edit_term(desk, OfficerTerm("", helper.id, CommitteeRole.HEAD, villages=(village,)))
        households = [household_of(desk) for _ in range(2)]
        name_households.register_households(desk, YEAR, households)
        enter_helped(desk, YEAR, helper.id, {households[0]: "x"})
        found = draft_plan.plan_contents(desk, YEAR)
        assert [one.indicator.key for one in found.indicators][-2:] == ["income_per_poor_person", "jobs"]
        (member,) = found.committee
        assert (member.name, member.villages, member.every_village, member.households) == (
            helper.name,
            ("Thôn Phi Long",),
            False,
            1,
        )
        assert found.helped == (HelpedName("Bùi Văn Mẫu", "Thôn Phi Long", helper.name),)
        names = [block.name for block in plan_of(desk).blocks() if isinstance(block, Grid)]
        assert names == ["indicators", "targets", "committee", "helped"]

    def test_who_left_the_committee_before_the_plan_is_not_printed(self, desk: Desk) -> None:
        officer = draft_plan.list_officers(desk)[0]
        until = datetime.date(2023, 2, 1)
        keep_committee.edit_term(desk, OfficerTerm("", officer.id, until_on=until))
        draft_plan.edit_plan(desk, YEAR, issued_on=datetime.date(2023, 1, 31))
        assert [one.name for one in draft_plan.plan_contents(desk, YEAR).committee] == [officer.name]
        draft_plan.edit_plan(desk, YEAR, issued_on=until)
        assert draft_plan.plan_contents(desk, YEAR).committee == ()


@pytest.mark.parametrize(
    ("day", "told"), [("2022-12-30", False), ("2023-12-31", False), ("2021-12-31", True), ("2024-01-01", True)]
)
def test_check_tells_of_a_plan_issued_outside_its_year(desk: Desk, day: str, told: bool) -> None:
    draft_plan.edit_plan(desk, 2023, issued_on=datetime.date.fromisoformat(day))
    codes = [one.code for one in check_file(desk, 2023)]
    assert codes.count("plan-issued-outside-year") == told
