"""The annexes of a plan: who is in the steering committee and looks after which place, and who helps which household.

They stand behind a plan only where they were entered. Nothing of a person is printed but the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.documents.template import fill_words
from povertydesk.poverty.committee import CommitteeRole
from povertydesk.poverty.official_text import official_date
from povertydesk.poverty.paper import AnnexHeading, Blank, CellKind, Grid, GridColumn, GridRow, Part, Text
from povertydesk.poverty.vietnamese import capitalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from povertydesk.documents.plan_figures import PlanContents
    from povertydesk.documents.template import PaperTemplate
    from povertydesk.poverty.committee import MemberDuties
    from povertydesk.poverty.paper import Inline

_ROLES = {
    CommitteeRole.HEAD: "Trưởng ban",
    CommitteeRole.STANDING_DEPUTY: "Phó Trưởng ban Thường trực",
    CommitteeRole.DEPUTY: "Phó Trưởng ban",
    CommitteeRole.SECRETARY: "Thư ký",
    CommitteeRole.MEMBER: "Thành viên",
}
_COMMITTEE = "Ban Chỉ đạo giảm nghèo và phân công phụ trách"
_HELPED = "Hộ đăng ký thoát nghèo năm {year} và người giúp đỡ"


def committee_annexes(contents: PlanContents, words: PaperTemplate, names: Mapping[str, Inline]) -> Iterator[Part]:
    """Make the annexes of a plan, none where no committee was entered."""
    if not contents.committee:
        return
    reference = _reference(contents, words, names)
    first = "Phụ lục I" if contents.helped else "Phụ lục"
    yield Part((AnnexHeading(first, _COMMITTEE, reference), _committee(contents)))
    if contents.helped:
        title = fill_words(_HELPED, names)
        yield Part((AnnexHeading("Phụ lục II", title, reference), _helped(contents)))


def _reference(contents: PlanContents, words: PaperTemplate, names: Mapping[str, Inline]) -> tuple[Inline, ...]:
    """Name the plan by number and day (Decree 30/2020); what is not known yet is left for the pen."""
    plan = contents.plan
    symbol = contents.office.letterhead(words.symbol, plan).symbol
    office = fill_words("{committee_full_name}", names)
    number: Inline = Text(plan.number) if plan.number else Blank()
    day: tuple[Inline, ...] = (Text(official_date(plan.issued_on)),) if plan.issued_on else _day_for_the_pen(plan.year)
    kind = words.kind.capitalize()
    return (Text(f"Kèm theo {kind} số "), number, Text(f"/{symbol} "), *day, Text(f" của {office}"))


def _day_for_the_pen(year: int) -> tuple[Inline, ...]:
    return Text("ngày"), Blank(), Text("tháng"), Blank(), Text(f"năm {year}")


def _committee(contents: PlanContents) -> Grid:
    place = capitalised(contents.member_word)
    columns = (
        GridColumn("serial", "TT", CellKind.SERIAL, 10),
        GridColumn("name", "Họ và tên", CellKind.TEXT, 36),
        GridColumn("position", "Chức vụ, cơ quan", CellKind.TEXT, 38),
        GridColumn("role", "Vai trò trong Ban Chỉ đạo", CellKind.TEXT, 30),
        GridColumn("villages", f"{place} phụ trách", CellKind.TEXT, 36),
        GridColumn("households", "Số hộ giúp đỡ", CellKind.COUNT, 15),
    )
    rows = tuple(
        GridRow((place, *_duties(one, contents.member_word))) for place, one in enumerate(contents.committee, start=1)
    )
    return Grid("committee", columns, rows)


def _duties(one: MemberDuties, member_word: str) -> tuple[str | int | None, ...]:
    position = ", ".join(filter(None, (one.position, one.organisation)))
    villages = f"Tất cả các {member_word}" if one.every_village else ", ".join(one.villages)
    return one.name, position, _ROLES[one.role], villages, one.households or None


def _helped(contents: PlanContents) -> Grid:
    columns = (
        GridColumn("serial", "TT", CellKind.SERIAL, 10),
        GridColumn("head", "Chủ hộ", CellKind.TEXT, 50),
        GridColumn("village", capitalised(contents.member_word), CellKind.TEXT, 45),
        GridColumn("helper", "Người, tổ chức giúp đỡ", CellKind.TEXT, 60),
    )
    rows = tuple(GridRow((place, *one[:2], one.helper)) for place, one in enumerate(contents.helped, start=1))
    return Grid("helped", columns, rows)
