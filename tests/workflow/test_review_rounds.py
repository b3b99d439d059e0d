from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.form_answers import NOT_KNOWN, FormAnswer
from povertydesk.poverty.person import HEAD, Person
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import ReviewStage, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import decisions, reviews, rounds
from povertydesk.workflow import history, keep_registry, life_events, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.keep_registry import NewMember
from tests.workflow.contents import assert_sound, contents, undo_last
from tests.workflow.registry import day, household_of, member, relations

POOR, NEAR, ABOVE = PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR


def today(desk: Desk, on: datetime.date) -> None:
    desk.program.clock = FixedClock(datetime.datetime.combine(on, datetime.time(9), tzinfo=datetime.UTC))


def opened(desk: Desk, year: int, kind: RoundKind = RoundKind.ANNUAL, on: datetime.date | None = None) -> str:
    return review_rounds.open_round(desk, year, kind, on or day(9, 1, year)).id


def judge(desk: Desk, round_id: str, statuses: dict[str, PovertyStatus]) -> None:
    with desk.operation("fill-sample", year=2022) as act:
        for one in reviews.list_reviews(desk.engine, round_id):
            found = one._replace(status=statuses.get(one.household_id), stage=ReviewStage.COMPLETE)
            reviews.write_review(desk.engine, act.writer, found)


def sealed(desk: Desk, statuses: dict[str, PovertyStatus], year: int = 2022) -> str:
    """Open, judge and close an annual round; the clock then stands at the new year."""
    today(desk, day(1, 5, year + 1))
    key = opened(desk, year)
    judge(desk, key, statuses)
    review_rounds.close_round(desk, key, day(12, 10, year), "12/QĐ-UBND")
    return key


def opening(desk: Desk, round_id: str) -> dict[str, PovertyStatus | None]:
    return {one.household_id: one.opening_status for one in reviews.list_reviews(desk.engine, round_id)}


def refuses(code: str, act: Callable[[], object]) -> None:
    with pytest.raises(KnownError) as caught:
        act()
    assert caught.value.code == code


class TestOpening:
    def test_a_round_is_bound_to_the_law_of_its_year_and_the_area(self, desk: Desk) -> None:
        bound = rounds.read_round(desk.engine, opened(desk, 2022))
        assert (bound.standard, bound.area, bound.closed_on) == ("2022-2026", AreaType.RURAL, None)
        transition = rounds.read_round(desk.engine, opened(desk, 2026, RoundKind.TRANSITION))
        assert transition.standard == "2027-2030"

    def test_years_and_kinds_without_a_law_are_refused(self, desk: Desk) -> None:
        refuses("no-standard-on-date", lambda: opened(desk, 2031))
        refuses("no-transition-round", lambda: opened(desk, 2024, RoundKind.TRANSITION))
        refuses("round-outside-year", lambda: opened(desk, 2023, on=day(12, 31, 2022)))

    def test_only_what_the_law_and_the_year_leave_may_be_opened(self, desk: Desk) -> None:
        assert review_rounds.kinds_to_open(desk, 2022) == (RoundKind.ANNUAL, RoundKind.IN_YEAR)
        assert review_rounds.kinds_to_open(desk, 2026) == tuple(RoundKind)
        assert review_rounds.kinds_to_open(desk, 2031) == ()
        annual = opened(desk, 2022)
        assert review_rounds.kinds_to_open(desk, 2022) == (RoundKind.IN_YEAR,)
        monthly = opened(desk, 2022, RoundKind.IN_YEAR, day(3, 15))
        assert review_rounds.kinds_to_open(desk, 2022) == ()
        review_rounds.close_round(desk, monthly, day(3, 31))
        assert review_rounds.kinds_to_open(desk, 2022) == (RoundKind.IN_YEAR,)
        assert [one.id for one in review_rounds.rounds_of(desk, 2022)] == [monthly, annual]
        assert review_rounds.rounds_of(desk, 2023) == ()

    def test_there_is_one_annual_round_a_year_and_one_open_in_year_round(self, desk: Desk) -> None:
        opened(desk, 2022)
        refuses("round-exists", lambda: opened(desk, 2022, on=day(10, 1)))
        monthly = opened(desk, 2022, RoundKind.IN_YEAR, day(3, 15))
        refuses("round-exists", lambda: opened(desk, 2022, RoundKind.IN_YEAR, day(4, 15)))
        review_rounds.close_round(desk, monthly, day(3, 31))
        assert opened(desk, 2022, RoundKind.IN_YEAR, day(4, 15))
        assert [one.kind for one in rounds.list_rounds(desk.engine, 2022)] == ["in_year", "in_year", "annual"]

    def test_it_opens_with_what_the_last_round_closed_with(self, desk: Desk) -> None:
        one, two, three = (household_of(desk) for _ in range(3))
        sealed(desk, {one: POOR, two: NEAR, three: ABOVE})
        four = household_of(desk)
        assert opening(desk, opened(desk, 2023)) == {one: POOR, two: NEAR, four: None}
        undo_last(desk)
        assert rounds.list_rounds(desk.engine, 2023) == ()

    def test_an_annual_round_opens_with_the_year_and_not_with_its_months(self, desk: Desk) -> None:
        one = household_of(desk)
        sealed(desk, {one: POOR})
        today(desk, day(12, 31, 2023))
        monthly = opened(desk, 2023, RoundKind.IN_YEAR, day(3, 15, 2023))
        assert opening(desk, monthly) == {}
        review_rounds.add_to_round(desk, monthly, [one])
        assert not review_rounds.add_to_round(desk, monthly, [one])
        assert opening(desk, monthly) == {one: POOR}
        judge(desk, monthly, {one: NEAR})
        review_rounds.close_round(desk, monthly, day(3, 30, 2023))
        assert opening(desk, opened(desk, 2023)) == {one: POOR}
        later = opened(desk, 2023, RoundKind.IN_YEAR, day(10, 15, 2023))
        review_rounds.add_to_round(desk, later, [one])
        assert opening(desk, later) == {one: NEAR}

    def test_a_round_under_another_standard_opens_with_nothing_known(self, desk: Desk) -> None:
        one = household_of(desk)
        sealed(desk, {one: POOR}, 2026)
        assert opening(desk, opened(desk, 2027)) == {one: None}

    def test_a_transition_round_is_the_opening_of_the_next_year(self, desk: Desk) -> None:
        one = household_of(desk)
        today(desk, day(12, 31, 2026))
        transition = opened(desk, 2026, RoundKind.TRANSITION)
        judge(desk, transition, {one: NEAR})
        review_rounds.close_round(desk, transition, day(12, 1, 2026))
        assert opening(desk, opened(desk, 2027)) == {one: NEAR}


class TestClosing:
    def test_what_was_found_becomes_decisions(self, desk: Desk) -> None:
        one = household_of(desk)
        first = sealed(desk, {one: POOR})
        second = opened(desk, 2023)
        judge(desk, second, {one: ABOVE})
        today(desk, day(1, 9, 2024))
        review_rounds.close_round(desk, second, day(1, 8, 2024))
        found = decisions.list_decisions(desk.engine, one)
        assert [(each.round_id, each.status, each.from_on, each.until_on) for each in found] == [
            (first, POOR, day(12, 10, 2022), day(12, 31, 2023)),
            (second, ABOVE, day(12, 31, 2023), None),
        ]
        assert found[0].number == "12/QĐ-UBND"
        statuses = [decisions.statuses_on(desk.engine, "2022-2026", on).get(one) for on in (day(12, 9), day(12, 10))]
        assert statuses == [None, POOR]
        left = decisions.left_the_list(desk.engine, "2022-2026", day(1, 1, 2021), day(1, 1, 2024))
        assert left == {one: day(12, 31, 2023)}
        assert decisions.left_the_list(desk.engine, "2022-2026", day(1, 1, 2024), day(2, 1, 2024)) == {}
        assert_sound(desk)

    @pytest.mark.parametrize("status", [None, PovertyStatus.UNCLASSIFIED])
    def test_nothing_is_closed_over_a_household_without_a_status(
        self, desk: Desk, status: PovertyStatus | None
    ) -> None:
        one, two = household_of(desk), household_of(desk)
        key = opened(desk, 2022)
        judge(desk, key, {one: POOR} | ({two: status} if status else {}))
        before = contents(desk)
        refuses("round-has-unclassified", lambda: review_rounds.close_round(desk, key, day(12, 10)))
        refuses("round-closed-before-opening", lambda: review_rounds.close_round(desk, key, day(8, 31)))
        refuses("event-in-future", lambda: review_rounds.close_round(desk, key, day(1, 6, 2023)))
        assert contents(desk) == before

    def test_the_refusal_says_how_many_and_in_which_villages(self, desk: Desk) -> None:
        for village in ("Thôn Minh Long", "Thôn Phi Long", "Thôn Phi Long"):
            household_of(desk, village=village)
        key = opened(desk, 2022)
        with pytest.raises(KnownError) as caught:
            review_rounds.close_round(desk, key, day(12, 10))
        assert caught.value.values == {
            "households": 3,
            "year": 2022,
            "where": "Thôn Minh Long (1), Thôn Phi Long (2)",
        }
        assert [(one.place.village, one.values["households"]) for one in caught.value.findings] == [
            ("Thôn Minh Long", 1),
            ("Thôn Phi Long", 2),
        ]

    def test_what_a_list_declared_counts_where_no_form_was_entered(self, desk: Desk) -> None:
        one, two = household_of(desk), household_of(desk)
        key = opened(desk, 2022)
        with desk.operation("fill-sample", year=2022) as act:
            for review, status in zip(reviews.list_reviews(desk.engine, key), (None, POOR), strict=True):
                stage = ReviewStage.COMPLETE if status else ReviewStage.DRAFT
                found = review._replace(status=status, stage=stage, declared_status=NEAR)
                reviews.write_review(desk.engine, act.writer, found)
        today(desk, day(12, 31))
        changes = review_rounds.close_round(desk, key, day(12, 10))
        assert [(finding.code, finding.values) for finding in changes.findings] == [
            ("declared-status-sealed", {"households": 1, "year": 2022})
        ]
        assert decisions.statuses_on(desk.engine, "2022-2026", day(12, 31)) == {one: NEAR, two: POOR}

    def test_a_household_that_ended_holds_nothing_up_and_gets_no_decision(self, desk: Desk) -> None:
        one, gone, merged = (household_of(desk) for _ in range(3))
        key = opened(desk, 2022)
        judge(desk, key, {one: ABOVE, merged: POOR})
        everyone = [each.person.id for each in keep_registry.read_household(desk, gone).members]
        life_events.move_out(desk, everyone, day(10, 1))
        everyone = [each.person.id for each in keep_registry.read_household(desk, merged).members]
        life_events.move_out(desk, everyone, day(10, 2))
        today(desk, day(12, 31))
        assert review_rounds.close_round(desk, key, day(12, 10)).findings == ()
        assert decisions.statuses_on(desk.engine, "2022-2026", day(12, 31)) == {one: ABOVE}

    def test_a_draft_is_not_complete(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        judge(desk, key, {one: POOR})
        with desk.operation("fill-sample", year=2022) as act:
            (review,) = reviews.list_reviews(desk.engine, key)
            reviews.write_review(desk.engine, act.writer, review._replace(stage=ReviewStage.DRAFT))
        refuses("round-has-unclassified", lambda: review_rounds.close_round(desk, key, day(12, 10)))


class TestSealed:
    def test_a_sealed_round_refuses_every_write(self, desk: Desk) -> None:
        one, late = household_of(desk), household_of(desk)
        key = sealed(desk, {one: POOR, late: POOR})
        (review, _) = reviews.list_reviews(desk.engine, key)
        before = contents(desk)
        with desk.operation("fill-sample", year=2022) as act:
            refuses("round-sealed", lambda: reviews.write_review(desk.engine, act.writer, review))
            refuses(
                "round-sealed", lambda: reviews.write_answers(desk.engine, act.writer, review, "b1", {"a": NOT_KNOWN})
            )
            refuses("round-sealed", lambda: reviews.remove_reviews(desk.engine, act.writer, [review]))
            refuses("round-sealed", lambda: reviews.add_reviews(desk.engine, act.writer, key, {late: None}))
        refuses("round-sealed", lambda: review_rounds.add_to_round(desk, key, [late]))
        refuses("round-sealed", lambda: review_rounds.close_round(desk, key, day(12, 11)))
        assert contents(desk) == before

    def test_neither_the_closing_nor_what_it_sealed_is_undone(self, desk: Desk) -> None:
        one = household_of(desk)
        key = sealed(desk, {one: POOR})
        entered, closed = (
            next(each.id for each in history.list_history(desk) if each.name == name)
            for name in ("add-household", "close-round")
        )
        before = contents(desk)
        assert history.undo_state(desk).undo is None
        refuses("operation-is-final", lambda: history.undo(desk, closed))
        numbers = [each.number for each in history.list_history(desk)]
        with pytest.raises(KnownError, match=r"operation-is-final|operation-sealed"):
            history.undo(desk, entered, numbers)
        judging = next(each.id for each in reversed(history.list_history(desk)) if each.name == "fill-sample")
        refuses("operation-sealed", lambda: history.undo(desk, judging))
        assert contents(desk) == before
        assert rounds.read_round(desk.engine, key).closed_on == day(12, 10)

    def test_an_amendment_says_why_and_moves_the_decision(self, desk: Desk) -> None:
        one = household_of(desk)
        key = sealed(desk, {one: POOR})
        before = contents(desk)
        refuses("amendment-without-reason", lambda: review_rounds.amend_review(desk, key, one, NEAR, " "))
        unclassified = PovertyStatus.UNCLASSIFIED
        refuses("amendment-without-status", lambda: review_rounds.amend_review(desk, key, one, unclassified, "Sai"))
        review_rounds.amend_review(desk, key, one, NEAR, "Phúc tra theo đơn", "13/QĐ-UBND")
        (amendment,) = rounds.list_amendments(desk.engine, key)
        assert (amendment.household_id, amendment.reason) == (one, "Phúc tra theo đơn")
        assert decisions.statuses_on(desk.engine, "2022-2026", day(12, 31)) == {one: NEAR}
        undo_last(desk)
        assert contents(desk) == before
        other = household_of(desk)
        refuses("household-not-in-round", lambda: review_rounds.amend_review(desk, key, other, NEAR, "Sai"))
        still_open = opened(desk, 2023)
        refuses("round-not-sealed", lambda: review_rounds.amend_review(desk, still_open, one, NEAR, "Sai"))

    def test_an_event_in_its_period_needs_the_reason_of_an_amendment(self, desk: Desk) -> None:
        one = household_of(desk)
        key = sealed(desk, {one: POOR})
        child = NewMember(Person("", "Bùi Văn Giả"), "child")
        before = contents(desk)
        refuses("event-in-sealed-round", lambda: life_events.record_birth(desk, one, child, day(12, 10)))
        refuses("event-in-sealed-round", lambda: life_events.record_birth(desk, one, child, day(12, 10), " "))
        assert contents(desk) == before
        life_events.record_birth(desk, one, child, day(12, 10), "Báo sinh muộn")
        assert [each.reason for each in rounds.list_amendments(desk.engine, key)] == ["Báo sinh muộn"]
        life_events.record_death(desk, member(desk, one, "Bùi Văn Giả"), day(12, 11))
        assert len(rounds.list_amendments(desk.engine, key)) == 1

    def test_a_member_forgotten_in_it_needs_the_reason_of_an_amendment(self, desk: Desk) -> None:
        one = household_of(desk)
        key = sealed(desk, {one: POOR})
        forgotten = NewMember(Person("", "Bùi Thị Ví"), "mother")
        refuses("member-in-sealed-round", lambda: keep_registry.add_person(desk, one, forgotten))
        assert keep_registry.add_person(desk, one, forgotten, day(12, 11)).changes
        assert rounds.list_amendments(desk.engine, key) == ()
        keep_registry.add_person(desk, one, forgotten, amendment="Bỏ sót khi rà soát")
        assert [each.reason for each in rounds.list_amendments(desk.engine, key)] == ["Bỏ sót khi rà soát"]
        assert keep_registry.add_person(desk, household_of(desk), forgotten).changes

    def test_an_in_year_round_seals_those_reviewed_in_it(self, desk: Desk) -> None:
        one, other = household_of(desk), household_of(desk)
        key = opened(desk, 2022, RoundKind.IN_YEAR, day(3, 15))
        review_rounds.add_to_round(desk, key, [one])
        judge(desk, key, {one: POOR})
        review_rounds.close_round(desk, key, day(3, 30))
        child = NewMember(Person("", "Bùi Văn Giả"), "child")
        refuses("event-in-sealed-round", lambda: life_events.record_birth(desk, one, child, day(3, 1)))
        assert life_events.record_birth(desk, other, child, day(3, 1)).changes


def test_answers_stand_apart_from_what_nobody_knew_and_nobody_answered(desk: Desk) -> None:
    one = household_of(desk)
    key = opened(desk, 2022)
    review = reviews.find_review(desk.engine, key, one)
    assert review is not None
    given = {
        "roof": FormAnswer.chosen("tile"),
        "land": FormAnswer.counted(Decimal("1500.50")),
        "assets": FormAnswer.chosen("radio", "bicycle"),
        "livestock": FormAnswer.chosen(),
        "water": NOT_KNOWN,
    }
    indicators = {"employment": FormAnswer.yes_no(yes=False)}
    with desk.operation("fill-sample", year=2022) as act:
        reviews.write_answers(desk.engine, act.writer, review, "b1", given)
        reviews.write_answers(desk.engine, act.writer, review, "b2", indicators)
        reviews.write_notes(desk.engine, act.writer, review, {"land": "đã đo lại"})
    assert reviews.read_answers(desk.engine, review.id) == {"b1": given, "b2": indicators}
    assert str(reviews.read_answers(desk.engine, review.id)["b1"]["land"].number) == "1500.50"
    assert reviews.read_notes(desk.engine, review.id) == {"land": "đã đo lại"}
    whole = {one: {**given, **indicators}}
    assert reviews.list_answers(desk.engine, key) == whole
    assert reviews.list_answers_of(desk.engine, key, [one]) == whole
    assert reviews.list_answers_of(desk.engine, key, ["another"]) == {}
    with desk.operation("fill-sample", year=2022) as act:
        reviews.remove_reviews(desk.engine, act.writer, [review])
    assert reviews.list_reviews(desk.engine, key) == ()
    undo_last(desk)
    assert reviews.list_answers(desk.engine, key) == whole


def test_a_round_that_is_gone_is_said(desk: Desk) -> None:
    refuses("round-not-found", lambda: review_rounds.add_to_round(desk, "gone", []))


def test_members_of_a_sealed_year_stay_readable_as_they_were(desk: Desk) -> None:
    one = household_of(desk)
    sealed(desk, {one: POOR})
    life_events.move_out(desk, [member(desk, one, "Bùi Văn Nháp")], day(1, 2, 2023))
    assert len(relations(desk, one, day(12, 10))) == 4
    assert relations(desk, one)["Bùi Văn Mẫu"] == HEAD
    assert keep_registry.read_household(desk, one).household.people_count == 3
