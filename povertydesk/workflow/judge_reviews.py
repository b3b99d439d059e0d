"""All households of a round judged in one read, and the results written anew where area, points or law changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households, reviews, rounds
from povertydesk.workflow.form_law import FormLaw, JudgedReview, form_law, judge_review

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.legislation.form_judging import FormJudgement
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.review import Review, ReviewRound
    from povertydesk.store.households import HouseholdRows
    from povertydesk.store.reviews import RoundRows
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk

_RESULT_FIELDS = ("b1", "b2", "income_per_person_vnd", "status", "stage")


class HouseholdResult(NamedTuple):
    """What a round found of one household: the review as the file has it, and its answers as they are judged now."""

    household: Household
    kept: Review
    answers: Mapping[str, FormAnswer]
    judged: JudgedReview
    sealed: bool = False

    @property
    def status(self) -> PovertyStatus:
        """The status it counts with: of a sealed round as sealed or amended, else as judged or only declared."""
        review = self.kept if self.sealed else self.judged.review
        return review.result or PovertyStatus.UNCLASSIFIED

    @property
    def judgement(self) -> FormJudgement | None:
        """The judgement with its reasons; None where the values cannot be judged (`judged.refusal` says why)."""
        return self.judged.judgement

    @property
    def only_declared(self) -> bool:
        """Whether nothing was entered that could be judged, so that the declared status counts."""
        review = self.kept if self.sealed else self.judged.review
        return review.status is None and review.declared_status is not None

    @property
    def contradicts(self) -> bool:
        """Whether a status was declared that the rules do not give."""
        found, declared = self.judged.review, self.kept.declared_status
        return declared is not None and found.judged and found.status is not declared

    @property
    def changed(self) -> bool:
        """Whether the answers come to something else than what the file keeps of them; without answers nothing does."""
        kept, found = self.kept, self.judged.review
        return bool(self.answers) and any(getattr(kept, name) != getattr(found, name) for name in _RESULT_FIELDS)

    @property
    def current(self) -> Review:
        """The review with what its answers come to now."""
        return self.judged.review if self.changed else self.kept


class RoundResults(NamedTuple):
    """The results of a round under one standard, by village and code; `asked_anew` where it is not the round's own."""

    law: FormLaw
    results: tuple[HouseholdResult, ...]

    @property
    def asked_anew(self) -> bool:
        """Whether the answers were judged by another standard than the one that the round is bound to."""
        return self.law.standard.id != self.law.round.standard


class RoundRead(NamedTuple):
    """All that judging a round needs, read from the file in one go; `judge` may run beside the window."""

    law: FormLaw
    household_rows: HouseholdRows
    review_rows: RoundRows

    def judge(self) -> RoundResults:
        """Judge every review from its answers."""
        of_round = self.law.round
        sealed = of_round.closed_on is not None and self.law.standard.id == of_round.standard
        kept, answers = self.review_rows.reviews(), self.review_rows.whole_answers()
        return RoundResults(
            self.law,
            tuple(
                _result(self.law, household, kept[household.id], answers.get(household.id, {}), sealed=sealed)
                for household in self.household_rows.households()
            ),
        )


def judge_round(desk: Desk, of_round: ReviewRound, standard_id: str | None = None) -> RoundResults:
    """Judge every review of a round from its answers; nothing is written.

    A sealed round keeps what it found, under another standard its answers are judged as of any other round. A
    transition year's answers may be held against the standard that follows: what that standard asks and the form did
    not stays unclassified. Refused: `unknown-standard`, `standard-not-on-date`.
    """
    return read_round(desk, of_round, standard_id).judge()


def read_round(desk: Desk, of_round: ReviewRound, standard_id: str | None = None) -> RoundRead:
    """Read what `judge_round` rests on, for judging a large round beside the window; refused as it is."""
    return RoundRead(
        _law_for(desk, of_round, standard_id),
        households.read_in_round(desk.engine, of_round.id),
        reviews.read_round_rows(desk.engine, of_round.id),
    )


def judge_household(desk: Desk, of_round: ReviewRound, household: Household, standard_id: str | None) -> RoundResults:
    """Judge the one review of a household as `judge_round` does; refused with `household-not-in-round`."""
    law = _law_for(desk, of_round, standard_id)
    review = reviews.find_review(desk.engine, of_round.id, household.id)
    if review is None:
        raise KnownError("household-not-in-round", household=household.code, year=of_round.year)
    parts = reviews.read_answers(desk.engine, review.id)
    answers = {item: answer for part in parts.values() for item, answer in part.items()}
    sealed = of_round.closed_on is not None and law.standard.id == of_round.standard
    return RoundResults(law, (_result(law, household, review, answers, sealed=sealed),))


def rejudge(desk: Desk, round_id: str) -> Changes:
    """Write what the answers of an open round come to now: after another area, other points or other law.

    Only reviews whose result changed are written. A sealed round is refused (`round-sealed`): it is amended.
    """
    of_round = rounds.require_open(desk.engine, round_id)
    changed = [one.judged.review for one in judge_round(desk, of_round).results if one.changed]
    with desk.operation("rejudge-round", households=len(changed), year=of_round.year) as act:
        for review in changed:
            reviews.write_review(desk.engine, act.writer, review)
    return act.changes


def follow_area(desk: Desk, round_id: str) -> Changes:
    """Hold an open round against the area that the commune has now, and write what its answers then come to.

    A round is bound to the area of its opening, so this is asked for and never happens by itself. Refused:
    `round-sealed`.
    """
    bound = rounds.require_open(desk.engine, round_id)._replace(area=desk.unit.area)
    changed = [one.judged.review for one in judge_round(desk, bound).results if one.changed]
    with desk.operation("follow-area", households=len(changed), year=bound.year) as act:
        rounds.bind_area(act.writer, round_id, desk.unit.area)
        for review in changed:
            reviews.write_review(desk.engine, act.writer, review)
    return act.changes


def _law_for(desk: Desk, of_round: ReviewRound, standard_id: str | None) -> FormLaw:
    law = form_law(desk, of_round, standard_id)
    if not law.standard.period.covers(law.on):
        raise KnownError("standard-not-on-date", standard=law.standard.title, date=format_date(law.on))
    return law


def _result(
    law: FormLaw, household: Household, review: Review, answers: Mapping[str, FormAnswer], *, sealed: bool
) -> HouseholdResult:
    bare = review.b2 if review.b2 is not None and not any(one in answers for one in law.indicator_codes) else None
    judged = judge_review(law, household, review, answers, bare)
    return HouseholdResult(household, review, answers, judged, sealed)
