"""Who is nearest to leaving the list: the distance to the line, the indicators to mend, and the counts by village."""

from __future__ import annotations

import pytest

from povertydesk.poverty.allocation import AllocationBasis
from povertydesk.poverty.named_target import LeavingTarget
from povertydesk.poverty.nearness import Nearness, RankingOrder, Reach
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.workflow import edit_grid, review_rounds, set_targets
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.rank_households import able_counts, rank_households
from tests.workflow.contents import contents, key_of
from tests.workflow.judged_round import Form, fill, open_annual, seal_year, stand_on
from tests.workflow.registry import day, household_of

NEAR_LINE, ONE_LACK, FAR, NEAR_POOR, ABOVE = Form(139, 4), Form(90, 3), Form(60, 5), Form(120, 2), Form(150, 3)


@pytest.fixture
def villagers(desk: Desk) -> dict[str, str]:
    """Households of two villages whose forms of 2022 are judged and sealed, by a word for each."""
    places = {"far": "Thôn Minh Long", "one_lack": "Thôn Minh Long", "near_line": "Thôn Phi Long"}
    keys = {word: household_of(desk, village=place) for word, place in places.items()}
    keys |= {word: household_of(desk, village="Thôn Phi Long") for word in ("near_poor", "above")}
    forms = {"far": FAR, "one_lack": ONE_LACK, "near_line": NEAR_LINE, "near_poor": NEAR_POOR, "above": ABOVE}
    seal_year(desk, 2022, {keys[word]: form for word, form in forms.items()})
    return keys


def order_of(desk: Desk, **chosen: object) -> list[str]:
    return [one.household.id for one in rank_households(desk, 2023, **chosen).rows]  # type: ignore[arg-type]


def test_the_nearest_to_the_line_come_first_with_what_would_change(desk: Desk, villagers: dict[str, str]) -> None:
    before = contents(desk)
    ranking = rank_households(desk, 2023)
    assert [one.household.id for one in ranking.rows] == [villagers[word] for word in ("near_line", "one_lack", "far")]
    first, second, third = ranking.rows
    assert (first.b1, first.b2, len(first.deprived)) == (139, 40, 4)
    # Above 140 points is off the list; of four indicators two have to be mended to be below 30 points.
    assert (first.nearness.points, first.nearness.indicators, first.nearness.deciding) == (2, 2, ())
    assert (second.nearness.points, second.nearness.indicators) == (51, 1)
    assert second.nearness.deciding == second.deprived
    assert (third.nearness.points, third.nearness.indicators) == (81, 3)
    assert first.change is not None
    assert {one.status for one in first.change.amounts} == {PovertyStatus.NOT_POOR}
    assert (ranking.findings, contents(desk)) == ((), before)


def test_it_is_ordered_by_indicators_and_asked_by_village(desk: Desk, villagers: dict[str, str]) -> None:
    by_indicators = [villagers[word] for word in ("one_lack", "near_line", "far")]
    assert order_of(desk, order=RankingOrder.INDICATORS) == by_indicators
    minh_long = [villagers["one_lack"], villagers["far"]]
    assert order_of(desk, village_id=key_of(desk, "Thôn Minh Long")) == minh_long


def test_the_near_poor_leave_by_points_only(desk: Desk, villagers: dict[str, str]) -> None:
    (one,) = rank_households(desk, 2023, LeavingTarget.NEAR_POOR).rows
    assert one.household.id == villagers["near_poor"]
    assert one.nearness == Nearness(points=21)


def test_the_next_standard_ranks_by_income(desk: Desk) -> None:
    poorer, richer = household_of(desk), household_of(desk)
    stand_on(desk, day(12, 31, 2026))
    key = review_rounds.open_round(desk, 2026, RoundKind.TRANSITION, day(9, 1, 2026)).id
    fill(desk, key, {poorer: Form(None, 4, 1_200_000), richer: Form(None, 3, 2_000_000)})
    review_rounds.close_round(desk, key, day(12, 1, 2026))
    line = {poorer: 1_000_000, richer: 200_000}
    ranking = rank_households(desk, 2027)
    assert [one.household.id for one in ranking.rows] == [richer, poorer]
    assert [one.nearness.points for one in ranking.rows] == [None, None]
    assert [one.nearness.income_vnd for one in ranking.rows] == [line[richer] + 1, line[poorer] + 1]
    assert able_counts(desk, 2027, Reach(None, None, 200_001))[ranking.rows[0].village.id] == 1


def test_a_form_that_cannot_be_judged_comes_last_and_is_a_finding(desk: Desk) -> None:
    known, unknown = household_of(desk), household_of(desk)
    key = open_annual(desk, 2023)
    fill(desk, key, {known: FAR})
    told = {"opening_status": "poor"}
    with desk.operation("fill-sample", year=2023) as act:
        for (review,) in desk.engine.execute("SELECT id FROM review WHERE round_id = ?", (key,)):
            act.writer.update("review", review, told)
    ranking = rank_households(desk, 2023)
    assert [one.household.id for one in ranking.rows] == [known, unknown]
    assert not ranking.rows[1].nearness.known
    (finding,) = ranking.findings
    assert (finding.code, finding.values["households"]) == ("ranking-without-form", 1)


def test_who_the_year_s_own_form_judges_off_the_list_is_no_candidate(desk: Desk) -> None:
    left, poor = household_of(desk), household_of(desk)
    key = open_annual(desk, 2023)
    fill(desk, key, {left: ABOVE, poor: FAR})
    with desk.operation("fill-sample", year=2023) as act:
        for (review,) in desk.engine.execute("SELECT id FROM review WHERE round_id = ?", (key,)):
            act.writer.update("review", review, {"opening_status": "poor"})
    assert order_of(desk) == [poor]


def test_whom_the_list_holds_against_the_form_comes_last(desk: Desk) -> None:
    amended, poor = household_of(desk), household_of(desk)
    key = seal_year(desk, 2022, {amended: ABOVE, poor: FAR})
    review_rounds.amend_review(desk, key, amended, PovertyStatus.POOR, "Họp thôn công nhận")
    ranking = rank_households(desk, 2023)
    assert [(one.household.id, one.nearness.known) for one in ranking.rows] == [(poor, True), (amended, False)]
    assert [one.code for one in ranking.findings] == ["ranking-without-form"]


def test_a_year_without_a_round_is_refused(desk: Desk) -> None:
    with pytest.raises(KnownError, match="year-without-round"):
        rank_households(desk, 2023)


class TestAble:
    def test_who_lies_within_reach_counts(self, desk: Desk, villagers: dict[str, str]) -> None:
        assert villagers
        minh, phi = key_of(desk, "Thôn Minh Long"), key_of(desk, "Thôn Phi Long")
        assert able_counts(desk, 2023) == {minh: 1, phi: 1}
        assert able_counts(desk, 2023, Reach(points=1, indicators=0)) == {minh: 0, phi: 0}
        assert able_counts(desk, 2023, Reach(points=None, indicators=3)) == {minh: 2, phi: 1}

    def test_targets_are_shared_out_by_those_who_can_leave(self, desk: Desk, villagers: dict[str, str]) -> None:
        assert villagers
        with pytest.raises(KnownError, match="allocation-without-able"):
            set_targets.allocate_targets(desk, 2023, 2, AllocationBasis.ABLE)
        names = ("Thôn Minh Long", "Thôn Phi Long")
        others = [row.village_id for row in set_targets.read_grid(desk, 2023).rows if row.village not in names]
        edit_grid.enter_cells(desk, 2023, [CellEntry(str(key), "poor_opening", "0") for key in others])
        result = set_targets.allocate_targets(desk, 2023, 2, AllocationBasis.ABLE)
        assert [share.given for share in result.shares] == [1, 0, 1, 0, 0, 0]
        shares = set_targets.allocation_of(desk, 2023, AllocationBasis.ABLE)
        assert shares is not None
        assert [share.given for share in shares.values()] == [1, 0, 1, 0, 0, 0]
