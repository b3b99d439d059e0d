from __future__ import annotations

from povertydesk.poverty.deprivation import DeprivationCount, count_deprivations


def test_deprived_and_unanswered_keep_the_order_of_the_form() -> None:
    indicators = ("employment", "nutrition", "toilet", "water_source")
    answers = {"water_source": True, "nutrition": False, "employment": True, "not_on_the_form": True}
    counted = count_deprivations(indicators, answers)
    assert counted == DeprivationCount(deprived=("employment", "water_source"), unanswered=("toilet",))
    assert counted.count == 2


def test_a_missing_answer_is_not_no() -> None:
    assert count_deprivations(("toilet",), {"toilet": None}).unanswered == ("toilet",)
    assert count_deprivations(("toilet",), {"toilet": False}).unanswered == ()
