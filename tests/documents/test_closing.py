from __future__ import annotations

from povertydesk.documents.closing import closing
from povertydesk.documents.letterhead import recipient_lines
from povertydesk.poverty.plan import PlanSection, ReductionPlan
from tests.documents.plans import YEAR, contents, words


def recipients(*own: str, archive: str = "") -> tuple[str, ...]:
    plan = ReductionPlan(YEAR, archive=archive, lines={PlanSection.RECIPIENT: own} if own else {})
    return recipient_lines(closing(contents(plan=plan), words()).recipients)


def test_the_usual_recipients_end_with_the_archive() -> None:
    assert recipients() == (
        "- UBND huyện Thử Thách (để báo cáo);",
        "- Thường trực cấp ủy, Thường trực HĐND xã (để báo cáo);",
        "- Chủ tịch, các Phó Chủ tịch UBND xã;",
        "- Ủy ban MTTQ Việt Nam và các đoàn thể xã;",
        "- Các thành viên Ban Chỉ đạo giảm nghèo xã;",
        "- Các thôn, bản trên địa bàn;",
        "- Lưu: VT.",
    )


def test_the_offices_own_take_their_place() -> None:
    assert recipients("UBND huyện", "Các thôn", archive="VT, LĐTBXH") == (
        "- UBND huyện;",
        "- Các thôn;",
        "- Lưu: VT, LĐTBXH.",
    )


def test_the_archive_stands_once_however_it_was_typed() -> None:
    assert recipients("- Lưu: VP.", "- UBND huyện;") == ("- UBND huyện;", "- Lưu: VP.")
    assert recipients("UBND huyện", "Lưu: VP", archive="VT") == ("- UBND huyện;", "- Lưu: VT.")
