"""Where a form stands while it is filled in: progress, findings, totals, the result with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.legislation.form_judging import what_would_change
from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.poverty.questionnaire import SectionKind
from povertydesk.workflow.form_law import judge_review

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.legislation.form_judging import Changes as WouldChange
    from povertydesk.legislation.score_tables import FormScore
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.problems import Finding, KnownError
    from povertydesk.poverty.questionnaire import Progress
    from povertydesk.poverty.review import Review
    from povertydesk.poverty.status import Classification
    from povertydesk.workflow.form_law import FormLaw


class SectionProgress(NamedTuple):
    """How many questions of one part apply, and how many of them are answered; "không biết" is no answer."""

    applicable: int
    answered: int


@dataclass(frozen=True, slots=True)
class FormStanding:
    """What the answers of a form come to at this moment.

    `review` is the review as it would be kept: totals, income, status, stage. `applies` says of each item whether it
    is asked; None is "not yet known". `score` holds the points of each item where a score table is loaded, and
    `b1_so_far`, `b2_so_far` what is known of the totals while the items in `b1_missing`, `b2_missing` have no answer.
    Without a table `b1_so_far` is the paper's total; both are None under a standard that has no form in points.
    Where the values cannot be judged there is a `refusal` instead of results. `draft`: the points come from a table
    that nobody checked, which the paper says as well.
    """

    review: Review
    progress: Progress
    sections: Mapping[SectionKind, SectionProgress]
    applies: Mapping[str, bool | None]
    findings: tuple[Finding, ...]
    score: FormScore | None
    b1_so_far: int | None
    b1_missing: tuple[str, ...]
    b2_so_far: int | None
    b2_missing: tuple[str, ...]
    national: Classification | None
    local: Classification | None
    would_change: WouldChange | None
    draft: bool
    refusal: KnownError | None


def standing_of(
    law: FormLaw,
    household: Household,
    review: Review,
    answers: Mapping[str, FormAnswer],
    notes: Mapping[str, str],
) -> FormStanding:
    """Say where a form with these answers stands; `review` is the kept one, whose bare B2 total still counts."""
    judged = judge_review(law, household, review, answers, bare_b2(law, review, answers))
    applies = law.form.applicability(answers)
    judgement = judged.judgement
    form_points = law.legislation.scoring_form(law.standard, law.on)
    points = form_points.points_on(law.on) if form_points is not None else None
    score = judgement.score if judgement is not None else None
    return FormStanding(
        review=judged.review,
        progress=law.form.progress(answers),
        sections=_by_section(law, answers, applies),
        applies=applies,
        findings=law.form.findings(answers, notes),
        score=score,
        b1_so_far=score.total if score is not None else judged.review.b1,
        b1_missing=_b1_missing(law, answers, score),
        b2_so_far=_b2_so_far(judged.review, judgement.values.answers, points.per_indicator)
        if points is not None and judgement is not None
        else None,
        b2_missing=()
        if judgement is None or judgement.values.b2 is not None
        else tuple(code for code, given in judgement.values.answers.items() if given is None),
        national=judgement.judgement.national if judgement is not None else None,
        local=judgement.judgement.local if judgement is not None else None,
        would_change=what_would_change(law.legislation, law.under(law.area_of(household)), judgement)
        if judgement is not None
        else None,
        draft=judgement is not None and judgement.draft,
        refusal=judged.refusal,
    )


def bare_b2(law: FormLaw, review: Review, answers: Mapping[str, FormAnswer]) -> int | None:
    """Return the B2 total of a list that came without its indicators; None once one of them is answered."""
    return None if any(code in answers for code in law.standard.indicator_codes) else review.b2


def _by_section(
    law: FormLaw, answers: Mapping[str, FormAnswer], applies: Mapping[str, bool | None]
) -> dict[SectionKind, SectionProgress]:
    found: dict[SectionKind, SectionProgress] = {}
    for section in law.form.sections:
        asked = [answers.get(item.code) for item in section.items if applies[item.code]]
        given = sum(answer is not None and not answer.unknown for answer in asked)
        before = found.get(section.kind, SectionProgress(0, 0))
        found[section.kind] = SectionProgress(before.applicable + len(asked), before.answered + given)
    return found


def _b1_missing(law: FormLaw, answers: Mapping[str, FormAnswer], score: FormScore | None) -> tuple[str, ...]:
    if score is not None:
        return score.missing
    given = answers.get(B1_TOTAL)
    return (B1_TOTAL,) if B1_TOTAL in law.form.items and (given is None or given.unknown) else ()


def _b2_so_far(review: Review, indicators: Mapping[str, bool | None], each: int) -> int:
    return review.b2 if review.b2 is not None else each * sum(given is True for given in indicators.values())
