"""Why a household is what it is: one review with its answers, points, lines, articles, and what would change it."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.legislation.form_judging import what_would_change
from povertydesk.poverty.area import Village
from povertydesk.poverty.deprivation import count_deprivations
from povertydesk.poverty.form_answers import yes_no_answer
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.poverty.vietnamese import clean_line, fold
from povertydesk.store import households, people, villages
from povertydesk.workflow.judge_reviews import judge_household
from povertydesk.workflow.year_standings import round_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.legislation.form_judging import Changes
    from povertydesk.legislation.scoring import FormPoints
    from povertydesk.poverty.area import AreaType
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.person import Member
    from povertydesk.poverty.status import Classification, Source
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.form_law import FormLaw
    from povertydesk.workflow.judge_reviews import HouseholdResult


class Points(NamedTuple):
    """The totals of a form beside the cut-offs of its area; None where there are no points."""

    b1: int | None
    b1_line: int | None
    b2: int | None
    b2_line: int | None


@dataclasses.dataclass(frozen=True, slots=True)
class Explanation:
    """One household's result in one round under one standard, with everything it rests on.

    `deprived` and `unanswered` are indicators in the order of the official tables; `missing` are the items that hold
    the form back as a draft. `would_change` is None where the values cannot be judged. `draft` where the points come
    from a table that no second person has checked, `practice` where they were made up.
    """

    law: FormLaw
    result: HouseholdResult
    village: Village
    area: AreaType
    members: tuple[Member, ...]
    points: Points
    deprived: tuple[str, ...]
    unanswered: tuple[str, ...]
    missing: tuple[str, ...]
    would_change: Changes | None
    draft: bool
    practice: bool

    @property
    def household(self) -> Household:
        """The household itself."""
        return self.result.household

    @property
    def asked_anew(self) -> bool:
        """Whether it was judged under another standard than the round's."""
        return self.law.standard.id != self.law.round.standard

    @property
    def national(self) -> Classification | None:
        """The result under the national standard; None where the values cannot be judged."""
        return self.result.judgement.judgement.national if self.result.judgement else None

    @property
    def local(self) -> Classification | None:
        """The result under the standard of the province, where it has its own."""
        return self.result.judgement.judgement.local if self.result.judgement else None

    @property
    def indicator_names(self) -> dict[str, str]:
        """The name of each indicator by its code."""
        return {one.code: one.name for one in self.law.standard.indicators}

    def source_words(self, source: Source) -> str:
        """Name an article as people know it: `Điều 3, Nghị định 07/2021/NĐ-CP`."""
        instrument = self.law.legislation.instrument(source.instrument, self.law.province)
        if instrument is None:
            return source.article
        named = instrument.title if instrument.kind == "law" else instrument.number
        article = source.article[:1].upper() + source.article[1:]
        return f"{article}, {instrument.kind_word} {named}"


def find_by_code(desk: Desk, code: str, village: str | None = None) -> Household:
    """Find a household by its code, which is only one's own within a village.

    Refused: `village-unknown`, `household-code-unknown`, `household-code-unknown-in-village`, and
    `household-code-in-villages` where several villages have the code and none is named.
    """
    names = {one.id: one.name for one in villages.list_villages(desk.engine)}
    wanted = clean_line(code)
    found = households.list_bearers(desk.engine, wanted)
    if village is not None:
        key = village_by_name(desk, village).id
        own = next((one for one in found if one.village_id == key), None)
        if own is None:
            raise KnownError("household-code-unknown-in-village", household=wanted, village=names[key])
        return own
    if not found:
        raise KnownError("household-code-unknown", household=wanted)
    if len(found) > 1:
        bearers = ", ".join(names[one.village_id] for one in found)
        raise KnownError("household-code-in-villages", household=wanted, villages=bearers)
    return found[0]


def village_by_name(desk: Desk, name: str) -> Village:
    """Find a village by its name, with or without accents; refused with `village-unknown`."""
    known = villages.list_villages(desk.engine)
    wanted = fold(clean_line(name))
    for village in known:
        if wanted in {fold(village.name), fold(village.name).partition(" ")[2]}:
            return village
    raise KnownError("village-unknown", village=name, villages=", ".join(one.name for one in known))


def explain_household(desk: Desk, year: int, household: Household, standard_id: str | None = None) -> Explanation:
    """Explain the result of a household in a year, under another standard where one is named.

    The members are those of the day of the review, or of today. Refused: `no-round-in-year`, `household-not-in-round`,
    and the refusals of `judge_round`.
    """
    of_round = round_for(desk, year, household.id, standard_id)
    judged = judge_household(desk, of_round, household, standard_id)
    law, (result,) = judged.law, judged.results
    today = min(desk.program.clock.now().date(), datetime.date(year, 12, 31))
    members = people.list_members(desk.engine, household.id, result.kept.reviewed_on or of_round.list_on or today)
    return explanation_of(desk, law, result, members)


def explanation_of(desk: Desk, law: FormLaw, result: HouseholdResult, members: Sequence[Member]) -> Explanation:
    """Put together what explains a result that is judged already, as for the sheets of a whole village."""
    household, answers = result.household, result.answers
    known = villages.list_villages(desk.engine)
    # The household of an exercise stands in no village.
    village = next((one for one in known if one.id == household.village_id), Village("", "", 0))
    area = law.area_of(household)
    given = {code: yes_no_answer(answers, code) for code in law.indicator_codes}
    counted = count_deprivations(law.indicator_codes, given)
    bare = result.judged.judgement is not None and result.judged.judgement.values.b2 is not None
    judgement = result.judgement
    form = next((one for one in law.legislation.questionnaires if one.form.id == law.form.id), None)
    table = law.table_for(area)
    return Explanation(
        law=law,
        result=result,
        village=village,
        area=area,
        members=tuple(members),
        points=_points(law, area, result),
        deprived=counted.deprived,
        unanswered=() if bare else counted.unanswered,
        missing=tuple(str(one.values["item"]) for one in law.form.findings(answers) if one.severity is Severity.ERROR),
        would_change=what_would_change(law.legislation, law.under(area), judgement) if judgement else None,
        draft=table is not None and not table.verified,
        practice=form is not None and form.practice,
    )


def _points(law: FormLaw, area: AreaType, result: HouseholdResult) -> Points:
    form = law.legislation.scoring_form(law.standard, law.on)
    points: FormPoints | None = form.points_on(law.on) if form is not None else None
    review = result.judged.review
    if points is None:
        return Points(None, None, None, None)
    limits = points.limits(area)
    return Points(review.b1, limits["b1_cut_off"].value, review.b2, limits["b2_cut_off"].value)
