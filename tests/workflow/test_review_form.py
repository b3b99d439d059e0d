"""The form of a household in a round: opened, answered, filled from what is known, and found again."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from povertydesk import paths
from povertydesk.legislation.questionnaires import B1_TOTAL, INCOME, PAPER_NUMBER
from povertydesk.poverty.form_answers import NOT_KNOWN, FormAnswer
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.person import HEAD, Person, Work
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.questionnaire import SectionKind
from povertydesk.poverty.review import ReviewStage, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import reviews, rounds
from povertydesk.workflow import history, keep_registry, life_events, review_form, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.form_standing import SectionProgress
from povertydesk.workflow.keep_registry import NewMember
from povertydesk.workflow.review_form import OpenForm
from tests.workflow.contents import assert_sound, contents, key_of, operations, undo_last
from tests.workflow.registry import day, household_of
from tests.workflow.test_review_rounds import ABOVE, NEAR, POOR, opened, today

YES, NO = FormAnswer.yes_no(yes=True), FormAnswer.yes_no(yes=False)
CAUSES = FormAnswer.chosen("land", "capital")


def points(total: int) -> FormAnswer:
    return FormAnswer.counted(Decimal(total))


def fill(desk: Desk, round_id: str, household: str, deprived: int, b1: int | None) -> OpenForm:
    """Answer every indicator, and the total of points where there is one, key by key."""
    form = review_form.open_form(desk, round_id, household)
    for place, code in enumerate(form.law.standard.indicator_codes):
        review_form.answer(desk, round_id, household, code, YES if place < deprived else NO)
    if b1 is not None:
        review_form.answer(desk, round_id, household, B1_TOTAL, points(b1))
    return review_form.open_form(desk, round_id, household)


def seal(desk: Desk, round_id: str, year: int) -> None:
    today(desk, day(12, 31, year))
    review_rounds.close_round(desk, round_id, day(12, 10, year))


class TestAnswering:
    def test_every_answer_is_kept_at_once_and_leads_to_a_status(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        form = fill(desk, key, one, 3, 140)
        assert (form.review.b1, form.review.b2, form.review.status) == (140, 30, POOR)
        assert form.review.stage is ReviewStage.COMPLETE
        assert form.answers[B1_TOTAL] == points(140)
        assert operations(desk).count("answer-form") == 13
        parts = reviews.read_answers(desk.engine, form.review.id)
        assert set(parts) == {SectionKind.INDICATORS.value, SectionKind.B1.value}
        assert_sound(desk)

    def test_the_same_answer_again_writes_nothing(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        assert review_form.answer(desk, key, one, "toilet", YES)
        before = operations(desk)
        assert not review_form.answer(desk, key, one, "toilet", YES)
        assert not review_form.answer(desk, key, one, "employment", None)
        assert operations(desk) == before

    def test_an_answer_taken_away_is_not_answered_and_not_no(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        fill(desk, key, one, 0, 200)
        review_form.answer(desk, key, one, "toilet", None)
        form = review_form.open_form(desk, key, one)
        assert "toilet" not in form.answers
        assert (form.review.status, form.review.b2) == (PovertyStatus.UNCLASSIFIED, None)
        assert form.standing.b2_missing == ("toilet",)
        review_form.answer(desk, key, one, "toilet", NOT_KNOWN)
        form = review_form.open_form(desk, key, one)
        assert form.answers["toilet"] == NOT_KNOWN
        assert form.review.stage is ReviewStage.DRAFT
        assert form.standing.progress.unknown == 1

    def test_one_undo_takes_back_one_answer(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        fill(desk, key, one, 3, None)
        before = contents(desk)
        review_form.answer(desk, key, one, B1_TOTAL, points(100))
        undo_last(desk)
        assert contents(desk) == before

    def test_an_answer_that_does_not_fit_is_kept_and_holds_the_form_back(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        fill(desk, key, one, 3, -5)
        form = review_form.open_form(desk, key, one)
        assert form.answers[B1_TOTAL] == points(-5)
        assert form.review.stage is ReviewStage.DRAFT
        assert form.standing.refusal is not None
        assert form.standing.refusal.code == "negative-b1"
        assert "form-number-out-of-range" in [one.code for one in form.standing.findings]

    def test_several_answers_are_one_step(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        before = contents(desk)
        review_form.answer_many(desk, key, one, {"causes": CAUSES, "toilet": YES, B1_TOTAL: points(90)})
        assert review_form.open_form(desk, key, one).answers == {"causes": CAUSES, "toilet": YES, B1_TOTAL: points(90)}
        undo_last(desk)
        assert contents(desk) == before
        assert not review_form.answer_many(desk, key, one, {})

    def test_a_total_that_came_without_its_indicators_stands_until_one_is_answered(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        with desk.operation("fill-sample", year=2022) as act:
            (review,) = reviews.list_reviews(desk.engine, key)
            reviews.write_review(desk.engine, act.writer, review._replace(b2=30, b1=100, status=POOR))
        review_form.answer(desk, key, one, B1_TOTAL, points(150))
        form = review_form.open_form(desk, key, one)
        assert (form.review.b1, form.review.b2, form.review.status) == (150, 30, ABOVE)
        assert (form.standing.b2_so_far, form.standing.b2_missing) == (30, ())
        review_form.answer(desk, key, one, "toilet", YES)
        form = review_form.open_form(desk, key, one)
        assert (form.review.b2, form.review.status) == (None, PovertyStatus.UNCLASSIFIED)
        assert form.standing.b2_so_far == 10

    def test_a_sealed_form_is_read_only(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        assert not fill(desk, key, one, 3, 140).read_only
        seal(desk, key, 2022)
        assert review_form.open_form(desk, key, one).read_only
        writes: tuple[Callable[[], object], ...] = (
            lambda: review_form.answer(desk, key, one, "toilet", YES),
            lambda: review_form.note(desk, key, one, "x", "y"),
            lambda: review_form.carry_over(desk, key, one),
            lambda: review_form.confirm_proposals(desk, key, one),
        )
        for write in writes:
            with pytest.raises(KnownError) as caught:
                write()
            assert caught.value.code == "round-sealed"

    def test_a_household_outside_the_round_has_no_form(self, desk: Desk) -> None:
        key = opened(desk, 2022)
        with pytest.raises(KnownError) as caught:
            review_form.open_form(desk, key, household_of(desk))
        assert caught.value.code == "household-not-in-round"


class TestStanding:
    def test_it_says_how_far_the_form_is_and_why(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        empty = review_form.open_form(desk, key, one).standing
        assert empty.sections[SectionKind.INDICATORS] == SectionProgress(12, 0)
        assert (empty.b1_so_far, empty.b1_missing, empty.b2_so_far) == (None, (B1_TOTAL,), 0)
        assert len(empty.b2_missing) == 12
        assert empty.review.status is None
        full = fill(desk, key, one, 3, 140).standing
        assert full.sections[SectionKind.INDICATORS] == SectionProgress(12, 12)
        assert (full.b1_so_far, full.b1_missing, full.b2_so_far, full.b2_missing) == (140, (), 30, ())
        assert full.national is not None
        assert [reason.rule for reason in full.national.reasons][:2] == ["b1-at-most", "b2-at-least"]
        assert full.would_change is not None
        deciding = {change.indicator for change in full.would_change.national.indicators}
        assert deciding == {"employment", "dependants", "nutrition"}

    def test_it_follows_answers_that_are_not_written_yet(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        form = fill(desk, key, one, 3, 140)
        before = contents(desk)
        answers = {**form.answers, "employment": NO}
        found = review_form.standing(form.law, form.household, form.review, answers, form.notes)
        assert (found.review.b2, found.review.status) == (20, NEAR)
        assert contents(desk) == before

    def test_a_standard_without_points_has_no_totals(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2027)
        form = fill(desk, key, one, 3, None)
        review_form.answer(desk, key, one, INCOME, points(2_000_000))
        form = review_form.open_form(desk, key, one)
        assert (form.standing.b1_so_far, form.standing.b1_missing, form.standing.b2_so_far) == (None, (), None)
        assert form.review.status is POOR


class TestSources:
    def test_what_members_say_is_proposed_and_taken_when_asked(self, desk: Desk) -> None:
        insured = NewMember(Person("", "Bùi Văn Mẫu", birth_year=1970, insurance=True), HEAD)
        child = NewMember(Person("", "Bùi Thị Tập", birth_year=2012, insurance=False, work=Work.EMPLOYED), "child")
        one = household_of(desk, (insured, child))
        key = opened(desk, 2022)
        form = review_form.open_form(desk, key, one)
        assert form.proposals["health_insurance"].answer == YES
        assert form.proposals["child_school_attendance"].answer == YES
        assert form.answers == {}
        review_form.answer(desk, key, one, "health_insurance", NO)
        before = contents(desk)
        assert review_form.confirm_proposals(desk, key, one)
        taken = review_form.open_form(desk, key, one).answers
        assert taken["health_insurance"] == NO
        assert taken["child_school_attendance"] == YES
        assert not review_form.confirm_proposals(desk, key, one)
        undo_last(desk)
        assert contents(desk) == before

    def test_members_are_those_of_the_day_of_the_review(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        fill(desk, key, one, 3, 140)
        seal(desk, key, 2022)
        child = NewMember(Person("", "Bùi Văn Giả", day(12, 20)), "child")
        life_events.record_birth(desk, one, child, day(12, 20))
        assert len(review_form.open_form(desk, key, one).members) == 4
        assert len(keep_registry.read_household(desk, one).members) == 5

    def test_last_year_is_shown_compared_and_taken_over(self, desk: Desk) -> None:
        one = household_of(desk)
        first = opened(desk, 2022)
        assert review_form.open_form(desk, first, one).last_status is None
        fill(desk, first, one, 3, 140)
        review_form.answer_many(desk, first, one, {"causes": CAUSES, PAPER_NUMBER: points(17)})
        seal(desk, first, 2022)
        second = opened(desk, 2023)
        form = review_form.open_form(desk, second, one)
        assert (form.last_status, form.last_year["toilet"], form.last_year[B1_TOTAL]) == (POOR, NO, points(140))
        assert PAPER_NUMBER not in form.last_year
        review_form.answer(desk, second, one, "toilet", YES)
        review_form.answer(desk, second, one, "employment", YES)
        review_form.answer(desk, second, one, B1_TOTAL, points(90))
        assert review_form.open_form(desk, second, one).differences == ("toilet",)
        before = contents(desk)
        assert review_form.carry_over(desk, second, one)
        taken = review_form.open_form(desk, second, one)
        assert (taken.answers["toilet"], taken.answers["nutrition"], taken.answers["causes"]) == (YES, YES, CAUSES)
        assert taken.answers[B1_TOTAL] == points(90)
        assert taken.review.status is POOR
        undo_last(desk)
        assert contents(desk) == before

    def test_points_and_income_of_last_year_are_never_taken_over(self, desk: Desk) -> None:
        one = household_of(desk)
        first = opened(desk, 2022)
        fill(desk, first, one, 3, 140)
        seal(desk, first, 2022)
        second = opened(desk, 2023)
        review_form.carry_over(desk, second, one)
        form = review_form.open_form(desk, second, one)
        assert len(form.answers) == 12
        assert form.review.status is PovertyStatus.UNCLASSIFIED
        assert not review_form.carry_over(desk, second, one)

    def test_indicators_of_another_standard_are_not_asked_again(self, desk: Desk) -> None:
        one = household_of(desk)
        first = opened(desk, 2026)
        fill(desk, first, one, 3, 140)
        review_form.answer(desk, first, one, "causes", CAUSES)
        seal(desk, first, 2026)
        form = review_form.open_form(desk, opened(desk, 2027), one)
        assert dict(form.last_year) == {"causes": CAUSES}
        assert form.last_status is POOR

    def test_the_form_before_is_copied_item_by_item(self, desk: Desk) -> None:
        one, two = household_of(desk), household_of(desk)
        key = opened(desk, 2022)
        review_form.answer_many(desk, key, one, {"causes": CAUSES, PAPER_NUMBER: points(17)})
        assert review_form.copied_answer(desk, key, two, "causes") == CAUSES
        assert review_form.copied_answer(desk, key, two, "toilet") is None
        assert review_form.copied_answer(desk, key, two, PAPER_NUMBER) is None
        assert review_form.copied_answer(desk, key, one, "causes") is None

    def test_a_note_confirms_and_an_empty_one_takes_it_away(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        before = contents(desk)
        assert review_form.note(desk, key, one, "toilet", "  Nhà tiêu bị lũ cuốn ")
        assert review_form.open_form(desk, key, one).notes == {"toilet": "Nhà tiêu bị lũ cuốn"}
        assert not review_form.note(desk, key, one, "toilet", "Nhà tiêu bị lũ cuốn")
        undo_last(desk)
        assert contents(desk) == before
        assert not review_form.note(desk, key, one, "toilet", " ")


class TestPlace:
    def test_forms_stand_in_the_order_of_villages_and_codes(self, desk: Desk) -> None:
        far = household_of(desk, village="Thôn Phi Long")
        near = [household_of(desk, village="Thôn Minh Long") for _ in range(3)]
        key = opened(desk, 2022)
        order = [*near, far]
        forms = [review_form.open_form(desk, key, one) for one in order]
        assert [(form.number, form.count) for form in forms] == [(1, 3), (2, 3), (3, 3), (1, 1)]
        assert [form.village_name for form in forms] == ["Thôn Minh Long"] * 3 + ["Thôn Phi Long"]
        assert [form.next_id for form in forms] == [*order[1:], None]
        assert [form.previous_id for form in forms] == [None, *order[:-1]]
        assert key_of(desk, "Thôn Phi Long") == forms[-1].household.village_id

    def test_entering_goes_on_behind_the_answer_given_last(self, desk: Desk) -> None:
        one, two = household_of(desk), household_of(desk)
        key = opened(desk, 2022)
        assert review_form.last_touched(desk, key) is None
        assert review_form.resume_place(desk, key) is None
        review_form.answer(desk, key, one, "toilet", YES)
        review_form.answer(desk, key, two, "nutrition", NO)
        review_form.answer(desk, key, two, "health_insurance", NO)
        assert review_form.last_touched(desk, key) == (two, "health_insurance")
        assert review_form.resume_place(desk, key) == (two, "adult_education")
        undo_last(desk)
        assert review_form.resume_place(desk, key) == (two, "health_insurance")
        review_form.answer(desk, key, one, "toilet", NO)
        assert review_form.last_touched(desk, key) == (one, "toilet")
        every = {item.code: NOT_KNOWN for item in review_form.open_form(desk, key, one).form.items.values()}
        review_form.answer_many(desk, key, one, every)
        assert review_form.resume_place(desk, key) == (one, None)

    def test_what_another_round_holds_is_no_place_of_this_one(self, desk: Desk) -> None:
        one = household_of(desk)
        annual = opened(desk, 2022)
        monthly = opened(desk, 2022, RoundKind.IN_YEAR, day(3, 15))
        review_rounds.add_to_round(desk, monthly, [one])
        review_form.answer(desk, annual, one, "toilet", YES)
        review_form.answer(desk, monthly, one, "nutrition", YES)
        assert review_form.last_touched(desk, annual) == (one, "toilet")
        assert review_form.last_touched(desk, monthly) == (one, "nutrition")


ANSWERS = st.sampled_from([None, YES, NO, NOT_KNOWN])
ITEMS = ("employment", "toilet", "nutrition", "water_source")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=st.lists(st.tuples(st.sampled_from(ITEMS), ANSWERS), max_size=12))
def test_the_form_holds_what_was_answered_last_and_undoing_all_leaves_nothing(
    desk: Desk, keys: list[tuple[str, FormAnswer | None]]
) -> None:
    present = rounds.list_rounds(desk.engine)
    key = present[0].id if present else opened(desk, 2022)
    one = household_of(desk)
    review_rounds.add_to_round(desk, key, [one])
    before = contents(desk)
    wanted: dict[str, FormAnswer] = {}
    written = 0
    for item, answer in keys:
        changes = review_form.answer(desk, key, one, item, answer)
        assert bool(changes) == (wanted.get(item) != answer)
        written += bool(changes)
        wanted = {code: kept for code, kept in {**wanted, item: answer}.items() if kept is not None}
    form = review_form.open_form(desk, key, one)
    assert form.answers == wanted
    assert form.standing.review == form.review
    for _ in range(written):
        undo_last(desk)
    assert contents(desk) == before


def test_the_history_names_the_question(desk: Desk) -> None:
    one = household_of(desk)
    key = opened(desk, 2022)
    review_form.answer(desk, key, one, "toilet", YES)
    last = history.list_history(desk)[-1]
    messages = Messages.load(paths.resources("messages"))
    code = review_form.open_form(desk, key, one).household.code
    assert messages.of_operation(last.name, last.named_values) == (
        f"trả lời “Nhà tiêu hợp vệ sinh” trong phiếu rà soát hộ {code}, năm 2022"
    )


class TestReadingAgain:
    def test_a_form_read_again_is_as_one_opened_anew(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        before = review_form.open_form(desk, key, one)
        review_form.answer(desk, key, one, B1_TOTAL, points(130))
        review_form.answer(desk, key, one, "employment", YES)
        review_form.note(desk, key, one, "employment", "nghỉ việc tháng 5")
        again, anew = review_form.read_again(desk, before), review_form.open_form(desk, key, one)
        for field in dataclasses.fields(OpenForm):
            if field.name != "law":
                assert getattr(again, field.name) == getattr(anew, field.name), field.name
        assert again.answers["employment"] == YES

    def test_one_that_left_the_round_is_refused(self, desk: Desk) -> None:
        one = household_of(desk)
        before = review_form.open_form(desk, opened(desk, 2022), one)
        undo_last(desk)
        with pytest.raises(KnownError) as refused:
            review_form.read_again(desk, before)
        assert refused.value.code == "household-not-in-round"


class TestSigning:
    def test_day_and_reviewer_are_one_step_that_is_taken_back(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        today(desk, day(10, 20, 2022))
        before = contents(desk)
        assert review_form.sign(desk, key, one, day(10, 12, 2022), "  Hà Văn  Thử ")
        review = review_form.open_form(desk, key, one).review
        assert (review.reviewed_on, review.reviewer) == (day(10, 12, 2022), "Hà Văn Thử")
        assert not review_form.sign(desk, key, one, day(10, 12, 2022), "Hà Văn Thử")
        assert operations(desk)[-1] == "sign-form"
        undo_last(desk)
        assert contents(desk) == before

    def test_an_answer_leaves_day_and_reviewer_as_they_are(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        today(desk, day(10, 20, 2022))
        review_form.sign(desk, key, one, day(10, 12, 2022), "Hà Văn Thử")
        review = fill(desk, key, one, 3, 140).review
        assert (review.reviewed_on, review.reviewer, review.status) == (day(10, 12, 2022), "Hà Văn Thử", POOR)

    @pytest.mark.parametrize("on", [day(10, 21, 2022), day(8, 31, 2022)])
    def test_a_day_outside_the_round_is_refused(self, desk: Desk, on: datetime.date) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        today(desk, day(10, 20, 2022))
        before = contents(desk)
        with pytest.raises(KnownError) as refused:
            review_form.sign(desk, key, one, on, "Hà Văn Thử")
        assert refused.value.code == "review-day-outside-round"
        assert contents(desk) == before

    def test_a_sealed_form_is_signed_no_more(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        fill(desk, key, one, 3, 140)
        seal(desk, key, 2022)
        with pytest.raises(KnownError) as refused:
            review_form.sign(desk, key, one, None, "Hà Văn Thử")
        assert refused.value.code == "round-sealed"
