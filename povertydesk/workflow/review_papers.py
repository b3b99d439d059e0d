"""The papers of a review, household by household, put together from the file: forms to fill in, results explained."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from povertydesk import paths
from povertydesk.documents.explanation import ExplanationSheet, Reasoned, explanation_paper
from povertydesk.documents.review_form import MemberLine, ReviewFormSheet, review_forms_paper
from povertydesk.documents.review_words import ExplanationTemplate, ReviewFormTemplate, load_words
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.form_answers import yes_no_answer
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.person import Sex
from povertydesk.poverty.problems import KnownError
from povertydesk.store import households, people, reviews, rounds, villages
from povertydesk.workflow.explain_household import (
    explain_household,
    explanation_of,
    find_by_code,
    village_by_name,
)
from povertydesk.workflow.explanation_words import explanation_words
from povertydesk.workflow.form_law import form_law, judge_review
from povertydesk.workflow.judge_reviews import HouseholdResult
from povertydesk.workflow.people_codes import people_codes
from povertydesk.workflow.scored_forms import FormMark
from povertydesk.workflow.year_standings import round_for, year_standings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.paper import Paper
    from povertydesk.poverty.person import Member
    from povertydesk.poverty.review import Review, ReviewRound
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.explain_household import Explanation
    from povertydesk.workflow.explanation_words import ResultWords
    from povertydesk.workflow.form_law import FormLaw
    from povertydesk.workflow.review_form import OpenForm


_DOTS = "……"


class PaperScope(NamedTuple):
    """What a paper is about: one household by its code, one village, or all; under which standard, of which period."""

    household: str | None = None
    village: str | None = None
    standard: str | None = None
    period: str | None = None


EVERYTHING = PaperScope()


def explanations(desk: Desk, year: int, scope: PaperScope = EVERYTHING) -> Paper:
    """Write the sheets of one household, of a village or of all reviewed households.

    Refused where nothing of the scope was reviewed in the year (`nothing-reviewed`), and as `explain_household` is.
    """
    words = load_words(paths.resources("templates", "explanation.toml"), ExplanationTemplate)
    messages = Messages.load(paths.resources("messages"), "vi")
    office = desk.unit.name
    sheets = tuple(explanation_sheet(one, office, messages) for one in _explained(desk, year, scope))
    if not sheets:
        raise KnownError("nothing-reviewed", year=year)
    return explanation_paper(sheets, words)


def explain_paper(desk: Desk, year: int, household: Household, standard: str | None = None) -> Paper:
    """Write the sheet of one household, as the screen prints it."""
    words = load_words(paths.resources("templates", "explanation.toml"), ExplanationTemplate)
    messages = Messages.load(paths.resources("messages"), "vi")
    explained = explain_household(desk, year, household, standard)
    return explanation_paper((explanation_sheet(explained, desk.unit.name, messages),), words)


def practice_explanation(desk: Desk, opened: OpenForm) -> Paper:
    """Write the sheet of a form for practice as it is filled in now, under its mark; it stands in no file."""
    words = load_words(paths.resources("templates", "explanation.toml"), ExplanationTemplate)
    messages = Messages.load(paths.resources("messages"), "vi")
    law, household, review = opened.law, opened.household, opened.review
    judged = judge_review(law, household, review, opened.answers)
    explained = explanation_of(desk, law, HouseholdResult(household, review, opened.answers, judged), ())
    sheet = explanation_sheet(explained, desk.unit.name, messages)
    practice = opened.mark is FormMark.PRACTICE
    return explanation_paper((replace(sheet, head=_DOTS, village=_DOTS, practice=practice),), words)


def review_forms(desk: Desk, year: int, scope: PaperScope = EVERYTHING) -> Paper:
    """Write the forms of the year's round to be taken to the households: of one, of a village, or of all in the round.

    What was answered by now is marked, what was answered the time before stands beside it. A household that is not in
    the round gets a form too where it is asked for by its code. Refused: `no-round-in-year`, `nothing-reviewed`.
    """
    words = load_words(paths.resources("templates", "review_form.toml"), ReviewFormTemplate)
    law, wanted = _to_visit(desk, year, scope)
    if not wanted:
        raise KnownError("nothing-reviewed", year=year)
    engine, of_round = desk.engine, law.round
    answers, last = reviews.list_answers(engine, of_round.id), _last_answers(desk, of_round)
    names = {village.id: village.name for village in villages.list_villages(engine)}
    today = of_round.list_on or desk.program.clock.now().date()
    members = people.list_members_of(engine, [one.id for one in wanted], today)
    reviewed = {review.household_id: review for review in reviews.list_reviews(engine, of_round.id)}
    questionnaire = next((one for one in law.legislation.questionnaires if one.form.id == law.form.id), None)
    sheets = [
        ReviewFormSheet(
            office=desk.unit.name,
            household=one.code,
            head=one.head_name,
            village=names[one.village_id],
            address=one.address,
            phone=one.phone,
            year=year,
            standard=law.standard.title,
            urban=law.area_of(one) is AreaType.URBAN,
            members=tuple(_member_line(member) for member in members.get(one.id, ())),
            form=law.form,
            answers=answers.get(one.id, {}),
            last_answers=last.get(one.id, {}),
            practice=questionnaire is not None and questionnaire.practice,
            draft=questionnaire is not None and not questionnaire.verified,
            reviewed_on=_reviewed_on(reviewed.get(one.id)),
            reviewer=reviewed[one.id].reviewer if one.id in reviewed else "",
        )
        for one in wanted
    ]
    return review_forms_paper(sheets, words)


def _to_visit(desk: Desk, year: int, scope: PaperScope) -> tuple[FormLaw, list[Household]]:
    if scope.household is not None:
        household = find_by_code(desk, scope.household, scope.village)
        return form_law(desk, round_for(desk, year, household.id, scope.standard)), [household]
    of_round = round_for(desk, year, "", scope.standard)
    village = village_by_name(desk, scope.village).id if scope.village is not None else None
    known = households.list_reviewed(desk.engine, of_round.id)
    in_order = [known[review.household_id] for review in reviews.list_reviews(desk.engine, of_round.id)]
    return form_law(desk, of_round), [one for one in in_order if village in {None, one.village_id}]


def _last_answers(desk: Desk, of_round: ReviewRound) -> dict[str, dict[str, FormAnswer]]:
    """Return what every household answered in the last sealed round before, by household and question."""
    sealed = [one for one in rounds.list_rounds(desk.engine) if one.closed_on and one.opened_on < of_round.opened_on]
    found: dict[str, dict[str, FormAnswer]] = {}
    for one in sealed:
        found.update(reviews.list_answers(desk.engine, one.id))
    return found


def _member_line(member: Member) -> MemberLine:
    person, codes = member.person, people_codes().relations
    birth = format_date(person.birth_on) if person.birth_on else str(person.birth_year or "")
    relation = codes.get(member.membership.relation or "", ("",))[0]
    return MemberLine(person.name, birth, None if person.sex is None else person.sex is Sex.MALE, relation)


def explanation_sheet(explanation: Explanation, office: str, messages: Messages) -> ExplanationSheet:
    """Turn an explanation into the finished record that its sheet is written from."""
    words = explanation_words(explanation, messages)
    return ExplanationSheet(
        office=office,
        household=explanation.household.code,
        head=explanation.household.head_name,
        village=explanation.village.name,
        year=explanation.law.round.year,
        standard=explanation.law.standard.title,
        urban=explanation.area is AreaType.URBAN,
        people=explanation.household.people_count or len(explanation.members) or None,
        form=explanation.law.form,
        answers=explanation.result.answers,
        points=_item_points(explanation),
        b1=explanation.points.b1,
        b1_line=explanation.points.b1_line,
        b2=explanation.points.b2,
        b2_line=explanation.points.b2_line,
        warnings=words.warnings,
        national=_reasoned(words.national),
        local=_reasoned(words.local) if words.local else None,
        remarks=(*words.indicators, *((words.missing,) if words.missing else ())),
        draft=explanation.draft,
        practice=explanation.practice,
        what_if=explanation.asked_anew,
        reviewed_on=_reviewed_on(explanation.result.kept),
        reviewer=explanation.result.kept.reviewer,
    )


def _reviewed_on(review: Review | None) -> str:
    return format_date(review.reviewed_on) if review is not None and review.reviewed_on is not None else ""


def _item_points(explanation: Explanation) -> dict[str, int]:
    """Return the points of each item: of B1 by the score table, of an indicator as many as a deprivation has."""
    law, judgement = explanation.law, explanation.result.judgement
    score = judgement.score if judgement else None
    found = {one.item: one.points for one in score.items if one.points is not None} if score else {}
    form = law.legislation.scoring_form(law.standard, law.on)
    points = form.points_on(law.on) if form else None
    if points is not None:
        given = {code: yes_no_answer(explanation.result.answers, code) for code in law.indicator_codes}
        found |= {code: points.per_indicator * deprived for code, deprived in given.items() if deprived is not None}
    return found


def _reasoned(words: ResultWords) -> Reasoned:
    reasons = tuple((one.sentence, one.source, one.verified) for one in words.reasons)
    return Reasoned(words.result, reasons, words.changes)


def _explained(desk: Desk, year: int, scope: PaperScope) -> Iterator[Explanation]:
    if scope.household is not None:
        household = find_by_code(desk, scope.household, scope.village)
        yield explain_household(desk, year, household, scope.standard)
        return
    village = village_by_name(desk, scope.village).id if scope.village is not None else None
    standings = year_standings(desk, year, scope.standard)
    if standings is None:
        return
    laws = {one.household.id: judged.law for judged in standings.rounds for one in judged.results}
    wanted = {key: one for key, one in standings.results.items() if village in {None, one.household.village_id}}
    members = people.list_members_of(desk.engine, wanted, standings.day)
    for key, result in wanted.items():
        yield explanation_of(desk, laws[key], result, members.get(key, ()))
