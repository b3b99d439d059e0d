"""What a form may be filled from without asking anew: the members, last year's form, the form of the neighbour.

All of it is offered, none of it is an answer until the clerk takes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.legislation.questionnaires import B1_TOTAL, INCOME, PAPER_NUMBER
from povertydesk.poverty.person import Work
from povertydesk.poverty.proposals import MemberFacts
from povertydesk.poverty.questionnaire import SectionKind
from povertydesk.store import reviews

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.person import Member
    from povertydesk.poverty.review import Review, ReviewRound
    from povertydesk.poverty.status import PovertyStatus
    from povertydesk.store.engine import Engine
    from povertydesk.workflow.form_law import FormLaw

ONE_PAPER_ONLY = frozenset({PAPER_NUMBER})
"""What belongs to one paper form and is never shown beside another one."""

MEASURED_ANEW = frozenset({B1_TOTAL, INCOME})
"""Amounts of one review: shown beside the next one, but neither taken over nor called a difference."""

_OF_THE_STANDARD = frozenset({SectionKind.INDICATORS})
_OF_THE_QUESTIONNAIRE = frozenset({SectionKind.CHECKLIST, SectionKind.B1})


class LastForm(NamedTuple):
    """What the last sealed round found of a household, and its answers to questions that are asked again."""

    status: PovertyStatus | None
    answers: Mapping[str, FormAnswer]


def last_form(engine: Engine, law: FormLaw, household_id: str) -> LastForm:
    """Return what the last round sealed before this one holds of a household; empty where there is none.

    Indicators count as asked again only under the same standard, since their thresholds differ between two; Phiếu A
    and B1 only with the same questionnaire.
    """
    found = reviews.last_sealed(engine, household_id, law.round)
    if found is None:
        return LastForm(None, {})
    review, of_round = found
    again = _asked_again(law, of_round)
    answers = merged(reviews.read_answers(engine, review.id))
    return LastForm(review.result, {code: one for code, one in answers.items() if code in again})


def differing_items(law: FormLaw, answers: Mapping[str, FormAnswer], last: Mapping[str, FormAnswer]) -> tuple[str, ...]:
    """List the items answered otherwise than last time, in the order of the form; a missing answer differs from none.

    Numbers that fall into the same band are the same answer.
    """
    return tuple(
        code
        for code, item in law.form.items.items()
        if code in answers
        and code in last
        and code not in MEASURED_ANEW
        and answers[code] != last[code]
        and (item.chosen(answers[code]) is None or item.chosen(answers[code]) != item.chosen(last[code]))
    )


def merged(parts: Mapping[str, Mapping[str, FormAnswer]]) -> dict[str, FormAnswer]:
    """Return the answers of all parts of a form by item."""
    return {code: answer for part in parts.values() for code, answer in part.items()}


def facts_of(member: Member) -> MemberFacts:
    """Return what the registry knows of a member that a form asks about; what is not known stays not known."""
    person = member.person
    return MemberFacts(
        id=person.id,
        birth=person.birth_on or person.birth_year,
        in_school=None if person.work is None else person.work is Work.STUDYING,
        insured=person.insurance,
        disabled=person.disability,
    )


def review_day(review: Review, of_round: ReviewRound, today: datetime.date) -> datetime.date:
    """Return the day as of which a household is looked at: of the review, else of the sealing, else today.

    An open round is looked at no earlier than it was opened and no later than its year ends.
    """
    known = review.reviewed_on or of_round.closed_on
    if known is not None:
        return known
    return max(of_round.opened_on, min(today, today.replace(year=of_round.year, month=12, day=31)))


def _asked_again(law: FormLaw, last_round: ReviewRound) -> frozenset[str]:
    dropped = set[SectionKind]()
    if last_round.standard != law.standard.id:
        dropped |= _OF_THE_STANDARD
    if (last_round.standard, last_round.questionnaire) != (law.standard.id, law.round.questionnaire):
        dropped |= _OF_THE_QUESTIONNAIRE
    return (
        frozenset(item.code for section in law.form.sections if section.kind not in dropped for item in section.items)
        - ONE_PAPER_ONLY
    )
