"""The law as one answers from it: which standard holds on a day, what a household is under it, and why."""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from povertydesk.legislation.coverage import Coverage, read_coverage
from povertydesk.legislation.dated import Period
from povertydesk.legislation.decision_table import Basis, Rules, read_rules
from povertydesk.legislation.instruments import Instrument, InstrumentRegister
from povertydesk.legislation.judging import (
    HouseholdValues,
    Judgement,
    Membership,
    RuleSet,
    check_values,
    judge,
    judge_membership,
    rule_set,
)
from povertydesk.legislation.provinces import Province, read_province
from povertydesk.legislation.scoring import B1_CUT_OFF, ScoringForm, read_scoring_forms
from povertydesk.legislation.standards import POVERTY_LINE, Standard, read_standards
from povertydesk.poverty.deprivation import count_deprivations
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import RoundKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from povertydesk.legislation.newly_escaped import EscapeTerm
    from povertydesk.legislation.questionnaires import DatedQuestionnaire, ReviewFrame
    from povertydesk.legislation.review_times import ReviewTimes
    from povertydesk.legislation.score_tables import ScoreTable
    from povertydesk.poverty.area import AreaType
    from povertydesk.poverty.deprivation import Answer
    from povertydesk.poverty.questionnaire import Questionnaire
    from povertydesk.poverty.status import PovertyStatus


_MOST_REMEMBERED = 20_000
LOW_INCOME_WORKER = "low_income_worker"


class Legislation:
    """The law in a folder of dated TOML files. Each file is read when something of it is first asked for.

    Every method may raise LegislationDataError where a file it needs is wrong; KnownError is a refusal to the clerk.
    """

    def __init__(self, folder: Path) -> None:
        """Stand on a folder; nothing is read yet."""
        self._folder = folder
        self._judged: dict[tuple[object, ...], Judgement] = {}
        self._provinces: dict[str, Province | None] = {}
        self._known_rule_sets: dict[
            tuple[str, AreaType, datetime.date, str | None], tuple[RuleSet, RuleSet | None]
        ] = {}

    @classmethod
    def load(cls, folder: Path) -> Legislation:
        """Return the law of a folder such as `resources/legislation`."""
        return cls(folder)

    @cached_property
    def instruments(self) -> InstrumentRegister:
        """The register of instruments."""
        return InstrumentRegister.read(self._folder)

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        """All national standards, oldest first."""
        return read_standards(self._folder, self.instruments)

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """What of each standard was checked, against which text and when."""
        return read_coverage(self._folder, self.instruments, self.standards)

    @cached_property
    def scoring_forms(self) -> Mapping[str, ScoringForm]:
        """The form in points of each standard that has one, by the standard's id."""
        return read_scoring_forms(self._folder, self.instruments, self.standards)

    @cached_property
    def rules(self) -> Rules:
        """The decision tables and the groups beside them."""
        return read_rules(self._folder, self.instruments, self.standards, self.scoring_forms)

    @cached_property
    def questionnaires(self) -> tuple[DatedQuestionnaire, ...]:
        """Every questionnaire that is loaded, those for practice too."""
        from povertydesk.legislation.questionnaires import read_questionnaires  # noqa: PLC0415 - only when asked

        return read_questionnaires(self._folder, self.instruments, self.standards)

    @cached_property
    def score_tables(self) -> Mapping[tuple[str, str], ScoreTable]:
        """The score tables that are shipped, by questionnaire and column; an office's own stand in its file."""
        from povertydesk.legislation.score_tables import read_score_tables  # noqa: PLC0415 - only when asked

        return read_score_tables(self._folder, self.instruments, self.questionnaires)

    @cached_property
    def review_frame(self) -> ReviewFrame:
        """What every review form has beside the questionnaire."""
        from povertydesk.legislation.questionnaires import read_frame  # noqa: PLC0415 - only when asked

        return read_frame(self._folder, self.instruments, self.standards)

    @cached_property
    def escape_terms(self) -> tuple[EscapeTerm, ...]:
        """For how many months a household that left the list counts as newly escaped, by days."""
        from povertydesk.legislation.newly_escaped import read_escape_terms  # noqa: PLC0415 - only when asked

        return read_escape_terms(self._folder, self.instruments)

    def escape_term(self, on: datetime.date) -> EscapeTerm | None:
        """Return the term that holds on a day, or None where nothing was laid down."""
        return next((term for term in self.escape_terms if term.period.covers(on)), None)

    @cached_property
    def review_times(self) -> tuple[ReviewTimes, ...]:
        """When households are reviewed in a year, by days."""
        from povertydesk.legislation.review_times import read_review_times  # noqa: PLC0415 - only when asked

        return read_review_times(self._folder, self.instruments)

    def review_times_on(self, on: datetime.date) -> ReviewTimes | None:
        """Return the times that hold on a day, or None where nothing is known."""
        return next((times for times in self.review_times if times.period.covers(on)), None)

    def read_all(self) -> None:
        """Read and check every national file at once, as the self-test does; raises LegislationDataError."""
        _ = self.coverage, self.rules, self.score_tables, self.review_frame, self.escape_terms, self.review_times

    def questionnaire(self, questionnaire_id: str) -> DatedQuestionnaire:
        """Return a questionnaire by its id; raises KnownError `unknown-questionnaire`."""
        for one in self.questionnaires:
            if one.form.id == questionnaire_id:
                return one
        known = ", ".join(one.form.id for one in self.questionnaires)
        raise KnownError("unknown-questionnaire", questionnaire=questionnaire_id, questionnaires=known)

    def review_form(
        self, standard: Standard, on: datetime.date, questionnaire: DatedQuestionnaire | None = None
    ) -> Questionnaire:
        """Return the form of a household on a day; without a questionnaire it takes the totals of the paper form."""
        from povertydesk.legislation.questionnaires import review_form  # noqa: PLC0415 - only when asked

        by_points = self.scoring_form(standard, on) is not None
        return review_form(self.review_frame, standard, questionnaire, by_points=by_points)

    def standard(self, standard_id: str) -> Standard:
        """Return a standard by its id; raises KnownError `unknown-standard`."""
        for standard in self.standards:
            if standard.id == standard_id:
                return standard
        raise KnownError(
            "unknown-standard", standard=standard_id, standards=", ".join(one.id for one in self.standards)
        )

    def standard_on(self, day: datetime.date) -> Standard:
        """Return the standard that applies on a day; raises KnownError `no-standard-on-date`."""
        standard = self._applying_on(day)
        if standard is None:
            raise self._no_standard(format_date(day))
        return standard

    def standard_for(self, year: int, kind: RoundKind = RoundKind.ANNUAL) -> Standard:
        """Return the standard that binds a round of a year.

        A transition round is judged by the standard that begins with the next year, and exists in no other year.
        Raises KnownError `no-standard-on-date` or `no-transition-round`.
        """
        day = self.day_of_round(year, kind)
        standard = self._applying_on(day)
        if kind is RoundKind.TRANSITION and (standard is None or standard.period.first != day):
            years = ", ".join(str(one.period.first.year - 1) for one in self.standards)
            raise KnownError("no-transition-round", year=str(year), years=years)
        if standard is None:
            raise self._no_standard(str(year))
        return standard

    def day_of_round(self, year: int, kind: RoundKind = RoundKind.ANNUAL) -> datetime.date:
        """Return the day whose law judges a whole round: the year's last, or the next year's first in a transition.

        Raises KnownError `no-standard-on-date` for a year outside the calendar.
        """
        if not datetime.MINYEAR <= year < datetime.MAXYEAR:
            raise self._no_standard(str(year))
        return datetime.date(year + 1, 1, 1) if kind is RoundKind.TRANSITION else datetime.date(year, 12, 31)

    def unverified_for(self, year: int, standard: Standard | None = None) -> tuple[Coverage, ...]:
        """Return what of the standard of a year, or of another it is held against, was not verified.

        Raises KnownError `no-standard-on-date`.
        """
        day = self.day_of_round(year)
        standard = standard or self.standard_for(year)
        if not standard.period.covers(day):
            day = standard.period.first
        return tuple(one for one in self.coverage if one.standard == standard.id and one.doubtful_on(day))

    def require_comparable(self, before: Standard, after: Standard) -> None:
        """Refuse a change-over-the-year between two standards; raises KnownError `no-change-across-standards`."""
        if before.id != after.id:
            raise KnownError("no-change-across-standards", before=before.title, after=after.title)

    def scoring_form(self, standard: Standard, on: datetime.date) -> ScoringForm | None:
        """Return the form whose points may be used under a standard on a day, or None where there is none."""
        form = self.scoring_forms.get(standard.id)
        return form if form is not None and form.points_on(on) is not None else None

    def judge(
        self,
        standard: Standard,
        area: AreaType,
        *,
        answers: Mapping[str, Answer] | None,
        b1: int | None,
        b2: int | None,
        income_per_person_vnd: int | None,
        on: datetime.date,
        province: str | None = None,
    ) -> Judgement:
        """Judge a household by points where B1 is given and the standard has a form, otherwise by income.

        `answers` are the indicators by code; `b2` alone may stand for them. `on` is the day whose law counts
        (`day_of_round` for a whole round). Answers to indicators that the standard does not have are not looked at.
        Raises KnownError: `standard-not-on-date` and the refusals of `check_values`.
        """
        counted = count_deprivations(standard.indicator_codes, answers or {})
        # Which indicators are deprived does not matter, only how many: in a round the same values come again and again.
        key = (
            (standard.id, area, on, province),
            (counted.count, counted.unanswered, b1, b2, income_per_person_vnd),
        )
        found = self._judged.get(key)
        if found is None:
            national, local = self._rule_sets(standard, area, on, province)
            values = HouseholdValues(counted, b1, b2, income_per_person_vnd)
            check_values(national, values)
            found = Judgement(judge(national, values), judge(local, values) if local else None)
            if len(self._judged) >= _MOST_REMEMBERED:
                self._judged.clear()
            self._judged[key] = found
        return found

    def low_income_worker(
        self,
        standard: Standard,
        area: AreaType,
        *,
        household_status: PovertyStatus,
        income_per_person_vnd: int | None,
        on: datetime.date,
    ) -> Membership:
        """Say whether the workers of a household count as workers with a low income (Decree 30/2025, Article 1).

        Raises KnownError `no-low-income-worker-rule` on a day for which nothing was laid down.
        """
        for group in self.rules.groups:
            if group.code == LOW_INCOME_WORKER and group.standard == standard.id and group.period.covers(on):
                limits = rule_set(standard, area, on, (), None).limits
                return judge_membership(group, limits, household_status, income_per_person_vnd)
        raise KnownError("no-low-income-worker-rule", date=format_date(on))

    def instrument(self, instrument_id: str, province: str | None = None) -> Instrument | None:
        """Return an instrument of the register, or of a province's own."""
        own = self._province(province)
        return (own.register if own else self.instruments).get(instrument_id)

    def instruments_for_review(
        self, year: int, *, on: datetime.date | None = None, province: str | None = None
    ) -> tuple[Instrument, ...]:
        """Return the legal bases of a poverty-reduction plan of a year, in the order in which a paper names them.

        All that are in force on some day of the year; with `on`, the day of the paper, only those in force then; with
        `province`, those of its own file too. Raises KnownError `no-standard-on-date` for a year outside the calendar.
        """
        last = self.day_of_round(year)
        whole_year = Period(datetime.date(year, 1, 1), last)
        own = self._province(province)
        return tuple(
            instrument
            for instrument in (own.register if own else self.instruments).all
            if instrument.legal_basis
            and instrument.in_force.overlaps(whole_year)
            and (on is None or instrument.in_force.covers(on))
        )

    def _province(self, code: str | None) -> Province | None:
        if code is None:
            return None
        if code not in self._provinces:
            self._provinces[code] = read_province(
                self._folder, code, self.instruments, self.standards, self.scoring_forms
            )
        return self._provinces[code]

    def _rule_sets(
        self, standard: Standard, area: AreaType, on: datetime.date, province: str | None
    ) -> tuple[RuleSet, RuleSet | None]:
        """Return the national and the local rules of a day, kept since a round asks for them household by household."""
        key = (standard.id, area, on, province)
        if key not in self._known_rule_sets:
            if not standard.period.covers(on):
                raise KnownError("standard-not-on-date", standard=standard.title, date=format_date(on))
            form = self.scoring_forms.get(standard.id)
            national = rule_set(standard, area, on, self.rules.tables, form.points_on(on) if form else None)
            self._known_rule_sets[key] = (national, self._local_rules(national, area, on, province))
        return self._known_rule_sets[key]

    def _local_rules(self, national: RuleSet, area: AreaType, on: datetime.date, code: str | None) -> RuleSet | None:
        province = self._province(code)
        raised = province.limits_on(national.standard.id, area, on) if province else {}
        if province is None or not raised:
            return None
        points_fit = POVERTY_LINE not in raised or B1_CUT_OFF in raised
        return msgspec.structs.replace(
            national,
            id=f"{national.id}/{province.code}",
            limits={**national.limits, **raised},
            bases=frozenset(Basis) if points_fit else frozenset({Basis.INCOME}),
        )

    def _applying_on(self, day: datetime.date) -> Standard | None:
        return next((standard for standard in self.standards if standard.period.covers(day)), None)

    def _no_standard(self, asked: str) -> KnownError:
        last = self.standards[-1].period.last
        return KnownError(
            "no-standard-on-date",
            date=asked,
            first=format_date(self.standards[0].period.first),
            last=format_date(last) if last else "…",
        )
