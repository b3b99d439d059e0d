"""The form of one household in a round: opened with all it needs, saved field by field, judged at every answer.

Answers lie in parts named after their section (`SectionKind`). Each answer is one operation, so that nothing typed is
lost and Ctrl+Z takes back one answer. What the member list says and what stood in the form a year ago is shown, and
taken over when the clerk says so, never by itself.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.proposals import propose_answers
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.store import households, people, reviews, rounds, villages
from povertydesk.workflow.changes import NOTHING
from povertydesk.workflow.form_law import form_law, judge_review
from povertydesk.workflow.form_sources import (
    MEASURED_ANEW,
    ONE_PAPER_ONLY,
    differing_items,
    facts_of,
    last_form,
    merged,
    review_day,
)
from povertydesk.workflow.form_standing import FormStanding, bare_b2, standing_of
from povertydesk.workflow.scored_forms import FormMark

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.person import Member
    from povertydesk.poverty.proposals import Proposal
    from povertydesk.poverty.questionnaire import Questionnaire
    from povertydesk.poverty.review import Review
    from povertydesk.poverty.status import PovertyStatus
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.form_law import FormLaw

_FORM_OPERATIONS = ("answer-form", "fill-form", "confirm-proposals", "carry-over-form")


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form as it is opened: what is kept of it, what may be offered, and where it stands.

    `members` are those of the day of the review. `proposals` come from them, for all items the form has; a screen
    shows those of unanswered items. `last_year` holds the answers of the last sealed round to questions that are asked
    again, `differences` the items answered otherwise now. `number` and `count` are "phiếu 17/63 của thôn";
    `previous_id` and `next_id` are the households before and after it, through all villages of the round. `mark` is
    what a form for practice is shown and printed with.
    """

    review: Review
    household: Household
    village_name: str
    members: tuple[Member, ...]
    law: FormLaw
    answers: Mapping[str, FormAnswer]
    notes: Mapping[str, str]
    proposals: Mapping[str, Proposal]
    last_year: Mapping[str, FormAnswer]
    last_status: PovertyStatus | None
    differences: tuple[str, ...]
    standing: FormStanding
    number: int
    count: int
    previous_id: str | None
    next_id: str | None
    read_only: bool
    mark: FormMark = FormMark.NONE

    @property
    def form(self) -> Questionnaire:
        """The questions, in the order of the paper."""
        return self.law.form


class FormPlace(NamedTuple):
    """A household of a round and a question of its form; without one the form has no question left open."""

    household_id: str
    item: str | None


def open_form(desk: Desk, round_id: str, household_id: str) -> OpenForm:
    """Open the form of a household of a round; of a sealed round to be read only.

    Refused: `round-not-found`, `household-not-found`, `household-not-in-round`.
    """
    law, household, review = _present(desk, round_id, household_id)
    on = review_day(review, law.round, desk.program.clock.now().date())
    members = people.list_members(desk.engine, household_id, on)
    answers = merged(reviews.read_answers(desk.engine, review.id))
    notes = reviews.read_notes(desk.engine, review.id)
    last = last_form(desk.engine, law, household_id)
    places = reviews.list_places(desk.engine, round_id)
    order = [key for key, _ in places]
    at = order.index(household_id)
    in_village = [key for key, village in places if village == household.village_id]
    return OpenForm(
        review=review,
        household=household,
        village_name=next(one.name for one in villages.list_villages(desk.engine) if one.id == household.village_id),
        members=members,
        law=law,
        answers=answers,
        notes=notes,
        proposals=_proposals(law, members, review, desk),
        last_year=last.answers,
        last_status=last.status,
        differences=differing_items(law, answers, last.answers),
        standing=standing_of(law, household, review, answers, notes),
        number=in_village.index(household_id) + 1,
        count=len(in_village),
        previous_id=order[at - 1] if at else None,
        next_id=order[at + 1] if at + 1 < len(order) else None,
        read_only=desk.read_only or law.round.closed_on is not None,
    )


def read_again(desk: Desk, opened: OpenForm) -> OpenForm:
    """Read a form again after an answer to it: its members, its law and its neighbours stay as they were opened.

    A few milliseconds also in a round of ten thousand households. Refused: `household-not-in-round`.
    """
    household, of_round = opened.household, opened.law.round
    review = reviews.find_review(desk.engine, of_round.id, household.id)
    if review is None:
        raise KnownError("household-not-in-round", household=household.code, year=of_round.year)
    answers = merged(reviews.read_answers(desk.engine, review.id))
    notes = reviews.read_notes(desk.engine, review.id)
    return dataclasses.replace(
        opened,
        review=review,
        answers=answers,
        notes=notes,
        differences=differing_items(opened.law, answers, opened.last_year),
        standing=standing_of(opened.law, household, review, answers, notes),
    )


def standing(
    law: FormLaw,
    household: Household,
    review: Review,
    answers: Mapping[str, FormAnswer],
    notes: Mapping[str, str],
) -> FormStanding:
    """Say where a form with these answers stands, for totals that follow every key; nothing is read or written."""
    return standing_of(law, household, review, answers, notes)


def answer(desk: Desk, round_id: str, household_id: str, item: str, given: FormAnswer | None) -> Changes:
    """Keep the answer to one question, or take it away, with the totals and the status that follow from it.

    The same answer again writes nothing. An answer that does not fit is kept and holds the form back as a draft.
    Refused: `round-sealed`, `household-not-in-round`.
    """
    return _write(desk, round_id, household_id, {item: given}, "answer-form")


def answer_many(desk: Desk, round_id: str, household_id: str, given: Mapping[str, FormAnswer | None]) -> Changes:
    """Keep several answers in one step that is taken back in one, as those copied from the form before."""
    return _write(desk, round_id, household_id, given, "fill-form")


def copied_answer(desk: Desk, round_id: str, household_id: str, item: str) -> FormAnswer | None:
    """Return what the household before this one in the round answered to a question; None where it did not."""
    order = [key for key, _ in reviews.list_places(desk.engine, round_id)]
    at = order.index(household_id) if household_id in order else 0
    before = reviews.find_review(desk.engine, round_id, order[at - 1]) if at else None
    if before is None or item in ONE_PAPER_ONLY:
        return None
    return merged(reviews.read_answers(desk.engine, before.id)).get(item)


def confirm_proposals(desk: Desk, round_id: str, household_id: str) -> Changes:
    """Take what the members say as answers of the questions not yet answered, in one step."""
    law, _, review = _present(desk, round_id, household_id)
    on = review_day(review, law.round, desk.program.clock.now().date())
    members = people.list_members(desk.engine, household_id, on)
    present = merged(reviews.read_answers(desk.engine, review.id))
    proposed = _proposals(law, members, review, desk)
    given = {code: one.answer for code, one in proposed.items() if code not in present}
    return _write(desk, round_id, household_id, given, "confirm-proposals")


def carry_over(desk: Desk, round_id: str, household_id: str) -> Changes:
    """Take last year's answers for the questions not yet answered, in one step.

    Totals of points and incomes are not taken over: they were measured for that year.
    """
    law, _, review = _present(desk, round_id, household_id)
    present = merged(reviews.read_answers(desk.engine, review.id))
    last = last_form(desk.engine, law, household_id).answers
    given = {code: one for code, one in last.items() if code not in present and code not in MEASURED_ANEW}
    return _write(desk, round_id, household_id, given, "carry-over-form")


def note(desk: Desk, round_id: str, household_id: str, code: str, text: str) -> Changes:
    """Keep the short note that confirms a soft check or an unusual number, by its code; an empty one takes it away."""
    law, household, review = _present(desk, round_id, household_id)
    rounds.require_open(desk.engine, round_id)
    notes = reviews.read_notes(desk.engine, review.id)
    written = {**notes, code: clean_line(text)}
    kept = {one: words for one, words in written.items() if words}
    if kept == notes:
        return NOTHING
    with desk.operation("note-form", household=household.code, year=law.round.year) as act:
        reviews.write_notes(desk.engine, act.writer, review, kept)
    return act.changes


def sign(desk: Desk, round_id: str, household_id: str, reviewed_on: datetime.date | None, reviewer: str) -> Changes:
    """Keep the day of the review and who reviewed (ngày rà soát, người rà soát), as they stand on the paper form.

    The members of the form are those of that day. The same again writes nothing. Refused: `round-sealed`,
    `household-not-in-round`, and `review-day-outside-round` of a day before the round was opened or yet to come.
    """
    law, household, review = _present(desk, round_id, household_id)
    rounds.require_open(desk.engine, round_id)
    signed = review._replace(reviewed_on=reviewed_on, reviewer=clean_line(reviewer))
    if signed == review:
        return NOTHING
    first, today = law.round.opened_on, desk.program.clock.now().date()
    is_new = reviewed_on is not None and reviewed_on != review.reviewed_on
    if reviewed_on is not None and is_new and not first <= reviewed_on <= today:
        raise KnownError("review-day-outside-round", date=format_date(reviewed_on), first=format_date(first))
    with desk.operation("sign-form", household=household.code, year=law.round.year) as act:
        reviews.write_review(desk.engine, act.writer, signed)
    return act.changes


def last_touched(desk: Desk, round_id: str) -> FormPlace | None:
    """Return the household whose form was last written in a round, and the question answered last; None in none."""
    found = reviews.last_answered(desk.engine, round_id, _FORM_OPERATIONS)
    if found is None:
        return None
    household_id, items = found
    form = form_law(desk, rounds.read_round(desk.engine, round_id)).form
    return FormPlace(household_id, next((code for code in reversed(list(form.items)) if code in items), None))


def resume_place(desk: Desk, round_id: str) -> FormPlace | None:
    """Return where entering forms of a round goes on: the form last written, and its next question without answer.

    It follows from the records alone, so that a program that was killed stands there again.
    """
    touched = last_touched(desk, round_id)
    if touched is None:
        return None
    law, _, review = _present(desk, round_id, touched.household_id)
    answers = merged(reviews.read_answers(desk.engine, review.id))
    if touched.item is not None and touched.item not in answers:
        return touched
    following = law.form.next_unanswered(answers, touched.item)
    return FormPlace(touched.household_id, following.code if following else None)


def _present(desk: Desk, round_id: str, household_id: str) -> tuple[FormLaw, Household, Review]:
    of_round = rounds.read_round(desk.engine, round_id)
    household = households.read_household(desk.engine, household_id)
    review = reviews.find_review(desk.engine, round_id, household_id)
    if review is None:
        raise KnownError("household-not-in-round", household=household.code, year=of_round.year)
    return form_law(desk, of_round), household, review


def _proposals(law: FormLaw, members: tuple[Member, ...], review: Review, desk: Desk) -> dict[str, Proposal]:
    on = review_day(review, law.round, desk.program.clock.now().date())
    return propose_answers(law.rules, law.form.member_counts, [facts_of(member) for member in members], on)


def _write(desk: Desk, round_id: str, household_id: str, given: Mapping[str, FormAnswer | None], name: str) -> Changes:
    law, household, review = _present(desk, round_id, household_id)
    rounds.require_open(desk.engine, round_id)
    parts = reviews.read_answers(desk.engine, review.id)
    answers = merged(parts)
    after = {code: one for code, one in {**answers, **given}.items() if one is not None}
    if after == answers:
        return NOTHING
    kinds = {item.code: section.kind.value for section in law.form.sections for item in section.items}
    judged = judge_review(law, household, review, after, bare_b2(law, review, after))
    question = law.form.items[next(iter(given))].text
    with desk.operation(
        name, household=household.code, year=law.round.year, question=question, answers=len(given)
    ) as act:
        for part in dict.fromkeys(kinds[code] for code in given):
            present = parts.get(part, {})
            written = {**present, **{code: one for code, one in given.items() if kinds[code] == part}}
            kept = {code: one for code, one in written.items() if one is not None}
            if kept != present:
                reviews.write_answers(desk.engine, act.writer, review, part, kept)
        reviews.write_review(desk.engine, act.writer, judged.review)
    return act.changes
