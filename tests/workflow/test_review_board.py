"""How far a round is: households with the state of their forms, villages with their counts."""

from __future__ import annotations

import dataclasses

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from povertydesk.poverty.review import ReviewStage
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import reviews
from povertydesk.workflow import life_events, review_form, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.review_board import VillageProgress, review_board
from tests.workflow.contents import key_of
from tests.workflow.registry import day, household_of, member
from tests.workflow.test_review_form import NO, YES, fill, seal
from tests.workflow.test_review_rounds import ABOVE, NEAR, POOR, judge, opened, today

MINH_LONG, PHI_LONG = "Thôn Minh Long", "Thôn Phi Long"


def declare(desk: Desk, round_id: str, household: str, status: PovertyStatus) -> None:
    """Let a list say the status of a household without a form."""
    review = reviews.find_review(desk.engine, round_id, household)
    assert review is not None
    with desk.operation("fill-sample", year=2022) as act:
        reviews.write_review(desk.engine, act.writer, review._replace(declared_status=status))


def test_a_row_says_how_far_its_form_is_and_what_came_of_it(desk: Desk) -> None:
    one, two, three = (household_of(desk, village=MINH_LONG) for _ in range(3))
    key = opened(desk, 2022)
    fill(desk, key, one, 3, 140)
    review_form.answer(desk, key, two, "toilet", YES)
    rows = review_board(desk, key).rows
    assert [row.household_id for row in rows] == [one, two, three]
    assert [(row.answered, row.applicable) for row in rows] == [(13, 17), (1, 17), (0, 17)]
    assert [(row.result, row.begun, row.complete) for row in rows] == [
        (POOR, True, True),
        (PovertyStatus.UNCLASSIFIED, True, False),
        (None, False, False),
    ]
    assert (rows[0].b1, rows[0].b2, rows[0].stage) == (140, 30, ReviewStage.COMPLETE)
    assert (rows[0].village, rows[0].head, rows[0].people) == (MINH_LONG, "Bùi Văn Mẫu", 4)


def test_villages_are_counted_and_sum_to_the_commune(desk: Desk) -> None:
    one = household_of(desk, village=MINH_LONG)
    two, three = household_of(desk, village=PHI_LONG), household_of(desk, village=PHI_LONG)
    key = opened(desk, 2022)
    fill(desk, key, one, 2, 140)
    fill(desk, key, two, 3, 140)
    review_form.answer(desk, key, three, "toilet", NO)
    board = review_board(desk, key)
    counts = {row.village: dataclasses.astuple(row)[2:] for row in board.villages}
    assert counts[MINH_LONG] == (1, 1, 1, 0, 1)
    assert counts[PHI_LONG] == (2, 2, 1, 1, 0)
    assert sum(any(count) for count in counts.values()) == 2
    assert dataclasses.astuple(board.total)[2:] == (3, 3, 2, 1, 1)
    only = review_board(desk, key, key_of(desk, PHI_LONG))
    assert [row.household_id for row in only.rows] == [two, three]
    assert only.villages == board.villages


def test_what_was_only_declared_counts_and_is_marked(desk: Desk) -> None:
    one = household_of(desk)
    key = opened(desk, 2022)
    declare(desk, key, one, NEAR)
    (row,) = review_board(desk, key).rows
    assert (row.result, row.declared, row.complete, row.answered) == (NEAR, True, True, 0)
    assert review_board(desk, key).total == VillageProgress("", "", 1, 1, 1, 0, 1)


def test_the_opening_is_what_the_last_round_found(desk: Desk) -> None:
    one = household_of(desk)
    first = opened(desk, 2022)
    fill(desk, first, one, 3, 140)
    assert review_board(desk, first).rows[0].opening is None
    seal(desk, first, 2022)
    assert review_board(desk, opened(desk, 2023)).rows[0].opening is POOR


def test_a_household_that_ended_stays_in_the_list_and_holds_no_round_up(desk: Desk) -> None:
    one, gone = household_of(desk), household_of(desk)
    key = opened(desk, 2022)
    judge(desk, key, {one: ABOVE})
    names = ("Bùi Văn Mẫu", "Hà Thị Thử", "Bùi Thị Tập", "Bùi Văn Nháp")
    life_events.move_out(desk, [member(desk, gone, name) for name in names], day(10, 1))
    assert [(row.household_id, row.ended) for row in review_board(desk, key).rows] == [(one, False), (gone, True)]
    today(desk, day(12, 31))
    assert review_rounds.close_round(desk, key, day(12, 10))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(forms=st.lists(st.tuples(st.sampled_from([MINH_LONG, PHI_LONG]), st.integers(0, 12)), max_size=5))
def test_villages_always_sum_to_the_commune(desk: Desk, forms: list[tuple[str, int]]) -> None:
    present = review_rounds.rounds_of(desk, 2022)
    key = present[0].id if present else opened(desk, 2022)
    for village, answered in forms:
        one = household_of(desk, village=village)
        review_rounds.add_to_round(desk, key, [one])
        codes = review_form.open_form(desk, key, one).law.standard.indicator_codes[:answered]
        review_form.answer_many(desk, key, one, dict.fromkeys(codes, YES))
    board = review_board(desk, key)
    sums = [sum(column) for column in zip(*(dataclasses.astuple(row)[2:] for row in board.villages), strict=True)]
    assert tuple(sums) == dataclasses.astuple(board.total)[2:]
    assert board.total.to_review == len(board.rows)
    assert board.total.begun == sum(row.answered > 0 for row in board.rows)
