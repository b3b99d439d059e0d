"""Records of an invented commune for the tests of the plan, and what a paper says in plain words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from povertydesk import paths
from povertydesk.documents.plan_figures import TEMPLATE_CONDITIONS, TEMPLATE_NAMES, PlanContents
from povertydesk.documents.template import GridTemplate, PaperTemplate, load_grid_template, load_paper_template
from povertydesk.poverty.area import AreaType, OfficeLevel, Unit
from povertydesk.poverty.paper import Block, Figure, Heading, Paper, Paragraph, plain_text
from povertydesk.poverty.plan import Officer, PlanSection, ReductionPlan, ServiceTarget, SigningForm
from povertydesk.poverty.profile import CommuneProfile, EthnicShare
from povertydesk.poverty.target import TargetGrid, TargetRow

YEAR = 2023
PLAN = paths.resources("templates", "plan.toml")
GRID = paths.resources("grids", "targets.toml")


def words() -> PaperTemplate:
    """Return the shipped words of the plan."""
    return load_paper_template(PLAN, TEMPLATE_NAMES, TEMPLATE_CONDITIONS)


def grid_words() -> GridTemplate:
    """Return the shipped columns of the grid."""
    return load_grid_template(GRID, TEMPLATE_NAMES, TEMPLATE_CONDITIONS)


def village(name: str, **counts: int | None) -> TargetRow:
    """Return a line of the grid; what is not given is not known."""
    known: dict[str, Any] = dict.fromkeys(
        (
            "households",
            "poor_opening",
            "near_poor_opening",
            "ethnic_minority_poor",
            "reduction",
            "ethnic_minority_reduction",
            "near_poor_reduction",
            "registered",
        )
    )
    return TargetRow(village_id=name, village=name, **(known | counts))


def commune(name: str = "Xã Thử Nghiệm", level: OfficeLevel = OfficeLevel.COMMUNE, **values: Any) -> Unit:
    """Return an office."""
    return Unit("office", name, AreaType.RURAL, level, **values)


def contents(**changes: Any) -> PlanContents:
    """Return the records of a plan in which everything is known."""
    rows = (
        village("Thôn Một", households=221, poor_opening=14, reduction=7),
        village("Bản Hai", households=186, poor_opening=40, reduction=5),
    )
    known: dict[str, Any] = {
        "unit": commune(receiving_office="UBND huyện Thử Thách"),
        "profile": CommuneProfile(
            YEAR,
            natural_area_ha=Decimal("3104.5"),
            forest_share="hai phần ba",
            distance_to_centre_km=Decimal(15),
            centre_name="trung tâm huyện",
            border_north="huyện Bắc",
            border_east="huyện Bắc",
            border_south="xã Nam",
            border_west="xã Tây",
            religion_name="đạo Công giáo",
            religion_people=637,
            religion_villages="thôn Một",
            difficulties="đường đi lại còn khó khăn. ",
            ethnic_shares=(EthnicShare("Mường", Decimal("84.5")), EthnicShare("Kinh", Decimal("15.5"))),
        ),
        "plan": ReductionPlan(
            YEAR,
            income_target_vnd=1_715_000,
            lines={PlanSection.AIM: ("Giữ gìn bản sắc",), PlanSection.ORGANISATION: ("Công an xã: giữ trật tự",)},
            services=(ServiceTarget("toilet", Decimal(95)),),
        ),
        "grid": TargetGrid(YEAR, rows, 12),
        "people": 1518,
        "poor_people": 210,
        "near_poor": 30,
        "near_poor_people": 120,
        "legal_bases": ("Căn cứ Luật Thử nghiệm", "Căn cứ Nghị định Thử nghiệm;"),
        "signer": Officer("chair", "Hà Văn Mẫu", "Chủ tịch", SigningForm.FOR_BODY),
    }
    return PlanContents(**(known | changes))


def lines(paper: Paper) -> list[str]:
    """Return the words of headings and paragraphs, dots where a figure is not known."""
    return [_line(block) for block in paper.blocks() if isinstance(block, (Heading, Paragraph))]


def _line(block: Block) -> str:
    content = block.content if isinstance(block, (Heading, Paragraph)) else ()
    return plain_text(
        tuple(Figure("", "…") if isinstance(one, Figure) and one.value is None else one for one in content)
    )


def section(paper: Paper, number: str) -> list[str]:
    """Return the lines of one part by its Roman number, without its heading."""
    said = lines(paper)
    start = next(place for place, line in enumerate(said) if line.startswith(f"{number}. "))
    parts = ("I. ", "II. ", "III. ", "IV. ", "V. ", "VI. ", "VII. ", "Trên đây là Kế hoạch")
    rest = said[start + 1 :]
    end = next((place for place, line in enumerate(rest) if line.startswith(parts)), len(rest))
    return rest[:end]
