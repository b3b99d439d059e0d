"""Why a household is what it is: points, lines, articles, what is missing, what would change the result."""

from __future__ import annotations

import pytest

from povertydesk import paths
from povertydesk.legislation.questionnaires import B1_TOTAL, INCOME
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.form_answers import NOT_KNOWN
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.workflow import review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.explain_household import Explanation, explain_household, find_by_code, village_by_name
from povertydesk.workflow.explanation_words import explanation_words
from tests.workflow.contents import contents, key_of
from tests.workflow.registry import day
from tests.workflow.reviewed import amount, enter, fill_in, household, indicators, judged, open_round

PHI_LONG = "Thôn Phi Long"
VIETNAMESE = Messages.load(paths.resources("messages"), "vi")


def explained(desk: Desk, key: str, year: int = 2023, standard: str | None = None) -> Explanation:
    return explain_household(desk, year, household(desk, key), standard)


def lines(explanation: Explanation) -> list[str]:
    return list(explanation_words(explanation, VIETNAMESE).lines())


def test_points_lines_and_what_would_change(desk: Desk) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 4)
    fill_in(desk, open_round(desk, 2023), key, {**indicators(desk, 3), B1_TOTAL: amount(138)})
    before = contents(desk)
    explanation = explained(desk, key)
    assert contents(desk) == before
    assert explanation.points == (138, 140, 30, 30)
    assert (explanation.area, explanation.village.name) == (AreaType.RURAL, PHI_LONG)
    assert explanation.deprived == ("employment", "dependants", "nutrition")
    assert (explanation.unanswered, explanation.draft, explanation.practice) == ((), False, False)
    assert len(explanation.members) == 4
    said = lines(explanation)
    assert said[0] == f"Hộ 001 – Bùi Văn Mẫu 001-0, {PHI_LONG}. Rà soát năm 2023."
    assert "Kết quả: hộ nghèo." in said
    assert any("Điểm B1 là 138, không quá 140 điểm." in one and "Thông tư 07/2021/TT-BLĐTBXH" in one for one in said)
    assert "- Nếu điểm B1 tăng thêm 3 điểm thì kết quả là hộ không nghèo." in said
    assert "Chỉ số thiếu hụt: Việc làm; Người phụ thuộc trong hộ gia đình; Dinh dưỡng." in said


def test_what_is_missing_is_named_and_what_it_may_still_come_to(desk: Desk) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 4)
    answers = {**indicators(desk, 2), B1_TOTAL: amount(138), "toilet": NOT_KNOWN}
    del answers["water_source"]
    fill_in(desk, open_round(desk, 2023), key, answers)
    explanation = explained(desk, key)
    assert explanation.result.status is PovertyStatus.UNCLASSIFIED
    assert explanation.unanswered == ("water_source", "toilet")
    assert explanation.missing == ("water_source", "toilet")
    said = lines(explanation)
    assert "Chưa trả lời: Nguồn nước sinh hoạt; Nhà tiêu hợp vệ sinh." in said
    assert "- Khi trả lời đủ các chỉ số, kết quả có thể là: hộ nghèo, hộ cận nghèo." in said


def test_a_status_only_declared_and_values_that_cannot_be(desk: Desk) -> None:
    village = key_of(desk, PHI_LONG)
    declared, impossible = enter(desk, village, "001", 2), enter(desk, village, "002", 2)
    of_round = open_round(desk, 2023)
    fill_in(desk, of_round, declared, {}, declared=PovertyStatus.POOR)
    fill_in(desk, of_round, impossible, {B1_TOTAL: amount(100)}, bare_b2=500)
    assert "Kết quả đã khai: hộ nghèo." in lines(explained(desk, declared))
    explanation = explained(desk, impossible)
    assert (explanation.national, explanation.would_change) == (None, None)
    assert any("Điểm B2 phải từ 0 đến 120" in one for one in lines(explanation))


def test_a_sealed_result_that_was_amended_is_told_beside_what_the_answers_say(desk: Desk) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
    of_round = open_round(desk, 2022)
    fill_in(desk, of_round, key, {**indicators(desk, 3), B1_TOTAL: amount(138)})
    judged(desk, of_round)
    review_rounds.close_round(desk, of_round.id, day(12, 10, 2022))
    review_rounds.amend_review(desk, of_round.id, key, PovertyStatus.NEAR_POOR, "Xác minh lại")
    explanation = explained(desk, key, 2022)
    assert explanation.result.status is PovertyStatus.NEAR_POOR
    said = lines(explanation)
    assert "Kết quả: hộ cận nghèo." in said
    assert any(one.startswith("Kết quả đã chốt của đợt rà soát là: hộ cận nghèo") for one in said)


def test_the_standard_that_follows_and_the_transition_round(desk: Desk) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
    both = {**indicators(desk, 3), **indicators(desk, 3, "2027-2030"), INCOME: amount(2_200_000)}
    fill_in(desk, open_round(desk, 2026), key, {**both, B1_TOTAL: amount(140)})
    what_if = explained(desk, key, 2026, "2027-2030")
    assert (what_if.asked_anew, what_if.points) == (True, (None, None, None, None))
    assert what_if.result.status is PovertyStatus.POOR
    assert any("tính thử" in one for one in lines(what_if))
    transition = open_round(desk, 2026, RoundKind.TRANSITION, month=11)
    fill_in(desk, transition, key, {**indicators(desk, 3, "2027-2030"), INCOME: amount(2_200_001)})
    opening_list = explained(desk, key, 2026, "2027-2030")
    assert (opening_list.asked_anew, opening_list.result.status) == (False, PovertyStatus.NOT_POOR)
    assert any("đồng/người/tháng" in one for one in lines(opening_list))


def test_a_household_outside_the_round_and_a_year_without_one_are_refused(desk: Desk) -> None:
    village = key_of(desk, PHI_LONG)
    with pytest.raises(KnownError, match="no-round-in-year"):
        explained(desk, enter(desk, village, "001", 2))
    open_round(desk, 2023)
    with pytest.raises(KnownError, match="household-not-in-round"):
        explained(desk, enter(desk, village, "002", 2))


def test_an_in_year_round_explains_whom_the_annual_one_does_not_have(desk: Desk) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
    in_year = open_round(desk, 2023, RoundKind.IN_YEAR, month=3)
    fill_in(desk, in_year, key, {**indicators(desk, 3), B1_TOTAL: amount(138)})
    assert explained(desk, key).law.round.kind is RoundKind.IN_YEAR


def test_a_code_is_found_within_its_village(desk: Desk) -> None:
    here, there = key_of(desk, PHI_LONG), key_of(desk, "Thôn Minh Long")
    only, twice = enter(desk, here, "001", 1), enter(desk, here, "002", 1)
    enter(desk, there, "002", 1)
    assert find_by_code(desk, "001").id == only
    assert find_by_code(desk, "002", "thon phi long").id == twice
    assert village_by_name(desk, "Phi Long").id == here
    with pytest.raises(KnownError, match="household-code-in-villages") as several:
        find_by_code(desk, "002")
    assert several.value.values["villages"] == "Thôn Minh Long, Thôn Phi Long"
    for code, village, refusal in (
        ("009", None, "household-code-unknown"),
        ("001", "Thôn Minh Long", "household-code-unknown-in-village"),
        ("001", "Thôn Xa", "village-unknown"),
    ):
        with pytest.raises(KnownError, match=refusal):
            find_by_code(desk, code, village)
