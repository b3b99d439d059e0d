from __future__ import annotations

import datetime
import re
import string
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from povertydesk.documents.plan import reduction_plan
from povertydesk.documents.plan_figures import TEMPLATE_CONDITIONS, PlanContents, plan_conditions, plan_inlines
from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.official_text import roman
from povertydesk.poverty.paper import (
    Closing,
    Figure,
    Grid,
    Heading,
    Letterhead,
    Paper,
    Paragraph,
    ParagraphStyle,
    Text,
    Title,
    figures,
    outline,
)
from povertydesk.poverty.plan import PlanSection, ReductionPlan, ServiceTarget
from povertydesk.poverty.profile import CommuneProfile, EthnicShare
from povertydesk.poverty.target import TargetGrid
from tests.documents.plans import YEAR, commune, contents, grid_words, lines, section, village, words

WORDS, GRID = words(), grid_words()


def plan(**changes: object) -> Paper:
    return reduction_plan(contents(**changes), WORDS, GRID)


class TestShape:
    def test_head_title_seven_parts_closing(self) -> None:
        blocks = list(plan().blocks())
        assert isinstance(blocks[0], Letterhead)
        assert isinstance(blocks[1], Title)
        assert isinstance(blocks[-1], Closing)
        parts = [entry.title for entry in outline(plan()) if entry.level == 1]
        assert [title.partition(". ")[0] for title in parts] == [roman(number) for number in range(1, 8)]
        assert all(title == title.upper() for title in parts)

    def test_the_title_is_the_offices_own_where_it_has_one(self) -> None:
        assert plan().title == "Kế hoạch: Giảm nghèo bền vững năm 2023 – Xã Thử Nghiệm"
        own = plan(plan=ReductionPlan(YEAR, subject="Giảm nghèo nhanh {year}"))
        title = next(block for block in own.blocks() if isinstance(block, Title))
        # Words of the office are never a template.
        assert title.subject == (Text("Giảm nghèo nhanh {year}", bold=True),)

    def test_headings_and_points_are_numbered_within_their_part(self) -> None:
        for number in range(1, 8):
            said = section(plan(), roman(number))
            headings = [line for line in said if re.match(r"\d+\. ", line)]
            assert [int(line.partition(".")[0]) for line in headings] == list(range(1, len(headings) + 1))
        points = [line[:2] for line in section(plan(), "VI") if re.match(r"[a-zđ]\) ", line)]
        assert points == ["a)", "b)", "c)", "d)", "đ)", "e)"]

    def test_each_part_knows_its_field_of_the_screen(self) -> None:
        sections = {block.section for block in plan().blocks() if isinstance(block, (Heading, Paragraph))}
        assert sections == {part.key for part in WORDS.section} | {"closing"}


class TestWords:
    def test_everything_known_is_said(self) -> None:
        said = section(plan(), "I")
        assert said == [
            "1. Khái quát chung",
            "Xã Thử Nghiệm có 02 thôn, bản với 407 hộ dân cư và 1.518 nhân khẩu.",
            "Về địa giới: phía Bắc và phía Đông giáp huyện Bắc; phía Nam giáp xã Nam; phía Tây giáp xã Tây.",
            "Trung tâm xã cách trung tâm huyện khoảng 15 km.",
            "Diện tích tự nhiên toàn xã là 3.104,5 ha, trong đó đất lâm nghiệp chiếm hai phần ba.",
            "Cơ cấu dân tộc: Mường chiếm 84,5%; Kinh chiếm 15,5%.",
            "Đồng bào theo đạo Công giáo có 637 người, cư trú chủ yếu ở thôn Một.",
            "Những khó khăn chủ yếu: đường đi lại còn khó khăn.",
            "2. Tình hình hộ nghèo đầu năm 2023",
            "Kết quả rà soát cuối năm 2022: toàn xã có 54 hộ nghèo, bằng 13,27% tổng số hộ dân cư.",
            "Số nhân khẩu thuộc hộ nghèo là 210 người.",
            "Số hộ cận nghèo là 30 hộ với 120 nhân khẩu.",
            "Tỷ lệ hộ nghèo giữa các thôn, bản còn chênh lệch: cao nhất là bản Hai (21,51%), thấp nhất là thôn Một"
            " (6,33%).",
        ]

    def test_targets_add_up(self) -> None:
        assert section(plan(), "IV")[1] == (
            "Trong năm 2023, phấn đấu giảm 12 hộ nghèo, tương ứng 2,95 điểm phần trăm tính trên tổng số hộ dân cư; "
            "cuối năm toàn xã còn 42 hộ nghèo, bằng 10,32% tổng số hộ dân cư."
        )

    def test_own_lines_end_as_sentences_and_begin_with_a_dash(self) -> None:
        own: dict[PlanSection, tuple[str, ...]] = {PlanSection.TASK: ("– Trồng rừng", "- Mở lớp học nghề;", "Vay vốn!")}
        paper = plan(plan=ReductionPlan(YEAR, lines=own))
        assert section(paper, "VI")[-3:] == ["- Trồng rừng.", "- Mở lớp học nghề;", "- Vay vốn!"]
        assert section(plan(), "III")[-1] == "- Giữ gìn bản sắc."
        assert section(plan(), "VII")[-1] == "- Công an xã: giữ trật tự."

    def test_words_of_the_office_are_no_template(self) -> None:
        paper = plan(plan=ReductionPlan(YEAR, lines={PlanSection.TASK: ("Hỗ trợ {reduction} hộ {{}",)}))
        assert section(paper, "VI")[-1] == "- Hỗ trợ {reduction} hộ {{}."

    def test_legal_bases_follow_the_decree(self) -> None:
        local = ("Nghị quyết số 1.", "Thực hiện Kế hoạch số 2;", "Căn cứ Quyết định số 3")
        paper = plan(plan=ReductionPlan(YEAR, lines={PlanSection.LOCAL_BASIS: local}))
        assert section(paper, "II") == [
            "Căn cứ Luật Thử nghiệm;",
            "Căn cứ Nghị định Thử nghiệm;",
            "Căn cứ Nghị quyết số 1;",
            "Thực hiện Kế hoạch số 2;",
            "Căn cứ Quyết định số 3.",
        ]
        bases = [block for block in paper.blocks() if isinstance(block, Paragraph) and block.section == "legal_bases"]
        assert {block.style for block in bases} == {ParagraphStyle.LEGAL_BASIS}
        assert all(isinstance(one, Text) and one.italic for block in bases for one in block.content)

    def test_services_are_bound_with_their_indicator(self) -> None:
        bound = next(figure for figure in figures(plan()) if figure.name == "service_target")
        assert (bound.text, bound.value) == ("95", Decimal(95))
        assert bound.arguments == (("indicator", "toilet"), ("year", "2023"))

    def test_a_ward_speaks_of_its_quarters(self) -> None:
        rows = tuple(village(f"Tổ dân phố {number}", households=100, poor_opening=5) for number in (1, 2))
        paper = plan(unit=commune("Phường Thử"), grid=TargetGrid(YEAR, rows))
        assert "V. CHỈ TIÊU GIAO CÁC TỔ DÂN PHỐ" in lines(paper)
        assert lines(paper)[2].startswith("Phường Thử có 02 tổ dân phố với 200 hộ")

    def test_a_receiving_office_speaks_of_communes_and_towns(self) -> None:
        rows = (village("Xã Một", households=500, poor_opening=50), village("TT Hai", households=400, poor_opening=5))
        paper = plan(unit=commune("Huyện Thử", OfficeLevel.RECEIVING), grid=TargetGrid(YEAR, rows))
        assert "V. CHỈ TIÊU GIAO CÁC XÃ, THỊ TRẤN" in lines(paper)
        assert not [line for line in lines(paper) if re.search(r"\bthôn\b", line.replace("ở thôn Một", ""))]


class TestFigures:
    def test_every_digit_of_the_text_is_bound_or_the_offices_own(self) -> None:
        """Years are words; every other figure is a node that names where it comes from."""
        paper = plan()
        for block in paper.blocks():
            if isinstance(block, Paragraph) and block.section not in {"legal_bases", "closing"}:
                typed = "".join(one.text for one in block.content if isinstance(one, Text))
                assert not re.search(r"\d", re.sub(r"202[23]|84,5%|15,5%", "", typed)), typed

    def test_no_figure_is_typed_into_the_template(self) -> None:
        texts = [block.text for part in WORDS.section for block in part.block]
        texts += [WORDS.subject, WORDS.closing, *WORDS.recipients, *WORDS.services.values(), GRID.caption, GRID.subject]
        assert not [text for text in texts if re.search(r"\d", text)]

    def test_figures_carry_value_and_year(self) -> None:
        bound = {figure.name: figure for figure in figures(plan()) if ("year", "2023") in figure.arguments}
        assert (bound["reduction"].text, bound["reduction"].value) == ("12", 12)
        assert (bound["poor_rate_opening"].text, bound["poor_rate_opening"].value) == ("13,27", Decimal("13.27"))
        assert (bound["income_target"].text, bound["village_count"].text) == ("1.715.000", "02")

    def test_the_same_figure_is_the_same_everywhere(self) -> None:
        found: dict[tuple[str, tuple[tuple[str, str], ...]], set[object]] = {}
        for figure in figures(plan()):
            found.setdefault((figure.name, figure.arguments), set()).add(figure.value)
        assert all(len(values) == 1 for values in found.values())


class TestTemplate:
    def test_every_name_has_an_inline_and_every_condition_a_value(self) -> None:
        used = {
            name
            for part in WORDS.section
            for text in (part.title, *(block.text for block in part.block))
            for _, name, _, _ in string.Formatter().parse(text)
            if name
        }
        assert used <= plan_inlines(contents()).keys()
        assert {name for part in WORDS.section for block in part.block for name in block.when} <= TEMPLATE_CONDITIONS

    def test_conditions_come_in_pairs_that_exclude_each_other(self) -> None:
        held = plan_conditions(contents())
        for name in TEMPLATE_CONDITIONS:
            kind, _, fact = name.partition("_")
            assert held[f"has_{fact}"] is not held[f"lacks_{fact}"]
            assert kind in {"has", "lacks"}

    def test_what_is_asked_for_is_known(self) -> None:
        """A sentence never shows a dotted blank: its conditions ask for each of its figures."""
        for part in WORDS.section:
            for block in part.block:
                asked = set(block.when)
                for _, name, _, _ in string.Formatter().parse(block.text):
                    if name in _ASKED_BY:
                        assert _ASKED_BY[name] & asked, (block.text, name)


_ASKED_BY = {
    "households": {"has_households"},
    "people": {"has_people"},
    "poor_opening": {"has_poor"},
    "poor_rate_opening": {"has_households"},
    "poor_people": {"has_poor_people"},
    "near_poor": {"has_near_poor"},
    "near_poor_people": {"has_near_poor_people"},
    "reduction": {"has_reduction"},
    "reduction_rate": {"has_households"},
    "poor_closing": {"has_reduction"},
    "poor_rate_closing": {"has_households"},
    "ethnic_minority_reduction": {"has_ethnic_minority_reduction"},
    "near_poor_reduction": {"has_near_poor_reduction"},
    "religion_people": {"has_religion"},
    "income_target": {"has_income_target"},
    "natural_area": {"has_area"},
    "distance": {"has_distance"},
    "highest_rate": {"has_spread"},
    "lowest_rate": {"has_spread"},
    "highest_village": {"has_spread"},
    "lowest_village": {"has_spread"},
    "village_count": {"has_households", "has_villages"},
}

_counts = st.none() | st.integers(0, 3000)
_texts = st.sampled_from(["", "xã Nam", "hai phần ba"])
_measures = st.none() | st.decimals(0, 5000, places=1)
_rows = st.lists(
    st.builds(
        lambda number, households, poor, reduction, minority, near_poor: village(
            f"Thôn {number}",
            households=households,
            poor_opening=poor,
            reduction=reduction,
            ethnic_minority_reduction=minority,
            near_poor_reduction=near_poor,
        ),
        st.integers(1, 99),
        _counts,
        _counts,
        _counts,
        _counts,
        _counts,
    ),
    max_size=4,
)
_lines = st.lists(st.sampled_from(["Quyết định số 1", "Trồng rừng"]), max_size=2).map(tuple)
_profiles = st.builds(
    partial(CommuneProfile, YEAR),
    natural_area_ha=_measures,
    forest_share=_texts,
    distance_to_centre_km=_measures,
    centre_name=_texts,
    border_north=_texts,
    border_west=_texts,
    religion_name=_texts,
    religion_people=_counts,
    religion_villages=_texts,
    difficulties=_texts,
    ethnic_shares=st.sampled_from([(), (EthnicShare("Mường", Decimal(85)),)]),
)
_plans = st.builds(
    partial(ReductionPlan, YEAR),
    number=st.sampled_from(["", "05"]),
    issued_on=st.sampled_from([None, datetime.date(2023, 1, 5)]),
    income_target_vnd=_counts,
    lines=st.dictionaries(st.sampled_from(list(PlanSection)), _lines),
    services=st.sampled_from([(), (ServiceTarget("toilet", Decimal(95)),)]),
)
_contents = st.builds(
    contents,
    unit=st.builds(
        commune,
        st.sampled_from(["Xã A", "Phường B", "Huyện C", "Sở Nông nghiệp và Môi trường tỉnh Thanh Hóa"]),
        st.sampled_from(list(OfficeLevel)),
        receiving_office=st.sampled_from(["", "UBND tỉnh"]),
    ),
    profile=_profiles,
    plan=_plans,
    grid=_rows.map(lambda rows: TargetGrid(YEAR, tuple(rows))),
    people=_counts,
    poor_people=_counts,
    near_poor=_counts,
    near_poor_people=_counts,
    legal_bases=st.sampled_from([(), ("Căn cứ Luật Thử nghiệm",)]),
    signer=st.none(),
)


@given(_contents)
def test_no_part_is_empty_whatever_is_known(known: PlanContents) -> None:
    paper = reduction_plan(known, WORDS, GRID)
    blocks = [block for block in paper.blocks() if isinstance(block, (Heading, Paragraph, Grid))]
    for block, following in pairwise(blocks):
        # Under a heading stands a text, a grid, or a heading of the next level.
        if isinstance(block, Heading):
            assert not isinstance(following, Heading) or following.level > block.level, block.plain
    assert len([block for block in blocks if isinstance(block, Heading) and block.level == 1]) == 7


@given(_contents)
def test_no_sentence_shows_a_blank_or_a_gap_whatever_is_known(known: PlanContents) -> None:
    paper = reduction_plan(known, WORDS, GRID)
    for block in paper.blocks():
        if isinstance(block, Paragraph):
            assert not [one.name for one in block.content if isinstance(one, Figure) and one.value is None]
    for line in lines(paper):
        assert line == line.strip()
        assert not re.search(r"  | [,.;:]|\(\)|\{|\}", line), line
        assert line[-1] in ".;" or re.match(r"[IVX]+\. |\d+\. ", line), line


@given(_contents)
def test_a_target_is_told_only_beside_its_closing(known: PlanContents) -> None:
    said = section(reduction_plan(known, WORDS, GRID), "IV")
    total = known.grid.total
    told = any(line.startswith("Trong năm 2023, phấn đấu giảm") for line in said)
    assert told == (total.reduction is not None and total.poor_closing is not None)


def test_a_plan_is_the_same_for_the_same_records() -> None:
    assert plan() == plan()
    assert plan() != reduction_plan(replace(contents(), people=1519), WORDS, GRID)
