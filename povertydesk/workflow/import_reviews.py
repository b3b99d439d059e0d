"""What a household list says of the year's review: answers by the parts of the form, judged by the law of the round."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.household_columns import CAUSES, DEPRIVATIONS, SUPPORTS
from povertydesk.legislation.questionnaires import B1_TOTAL, INCOME
from povertydesk.poverty.form_answers import FormAnswer, yes_no_answer
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import Finding, Severity
from povertydesk.poverty.questionnaire import SectionKind
from povertydesk.poverty.review import EntryKind, Review, ReviewStage
from povertydesk.poverty.status import PovertyStatus
from povertydesk.workflow.form_law import judge_review
from povertydesk.workflow.import_plan import FieldChange, PlannedReview, place_of

if TYPE_CHECKING:
    from povertydesk.exchange.household_columns import HouseholdTable
    from povertydesk.exchange.household_workbook import HouseholdRow
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.problems import Value
    from povertydesk.workflow.form_law import FormLaw
    from povertydesk.workflow.import_basis import ReviewBasis

Parts = dict[str, dict[str, FormAnswer]]

GROUPS = ("no_labour_capacity", "merit", "local_minority", "social_protection")
_MULTIPLE = (
    (SectionKind.CAUSES, "causes", CAUSES),
    (SectionKind.GROUPS, "groups", GROUPS),
    (SectionKind.SUPPORT, "support", SUPPORTS),
)
_VALUES = (
    "b1", "b2", INCOME, "declared_status", "opening_status", "entry_kind", "quick_result", "reviewed_on", "reviewer",
)  # fmt: skip
_MARKS = frozenset((*DEPRIVATIONS, *CAUSES, *SUPPORTS))
_LISTED_AS: Mapping[str, Mapping[str, PovertyStatus]] = {
    "poor": {"declared_status": PovertyStatus.POOR},
    "near_poor": {"declared_status": PovertyStatus.NEAR_POOR},
    "escaped": {"declared_status": PovertyStatus.NOT_POOR},
    "escaped_poor": {"declared_status": PovertyStatus.NOT_POOR, "opening_status": PovertyStatus.POOR},
    "escaped_near_poor": {"declared_status": PovertyStatus.NOT_POOR, "opening_status": PovertyStatus.NEAR_POOR},
}
_ESCAPED = frozenset({"escaped", "escaped_poor", "escaped_near_poor"})
_MOST_B1 = 400
_DEPRIVED, _NOT_DEPRIVED = FormAnswer.yes_no(yes=True), FormAnswer.yes_no(yes=False)
_ON_THE_LIST = frozenset({PovertyStatus.POOR, PovertyStatus.NEAR_POOR})
_NOT_POOR = frozenset({PovertyStatus.NOT_POOR, PovertyStatus.AVERAGE_LIVING_STANDARD})


class ReviewOutcome(NamedTuple):
    """What becomes of a household's review: nothing to keep, a review to keep, or faults that reject the row."""

    planned: PlannedReview | None
    changes: tuple[FieldChange, ...] = ()
    findings: tuple[Finding, ...] = ()
    unknown_history: bool = False


class ReviewPlanner:
    """Brings the review values of one table together with what the round holds."""

    def __init__(self, table: HouseholdTable, basis: ReviewBasis) -> None:
        """Plan for the households of `table`; deprivations that the standard does not have are not read."""
        self._table = table
        self._basis = basis
        self._law: FormLaw = basis.law
        self._indicators = basis.law.standard.indicator_codes
        self._all_columns = set(self._indicators) <= table.columns.keys()
        self._some_columns = not table.columns.keys().isdisjoint(self._indicators)
        self._each = _points_of_one(basis.law)
        self.not_of_the_standard = tuple(
            name for name in DEPRIVATIONS if name in table.columns and name not in self._indicators
        )

    def plan(
        self,
        row: HouseholdRow,
        village: str,
        household: Household,
        present: Review | None,
        answers: Mapping[str, Mapping[str, FormAnswer]],
    ) -> ReviewOutcome:
        """Plan the review of one household, which is as the list leaves it; `present` is its review in the round."""
        given = _given(row)
        if not given and not _MARKS & row.marks.keys() and (present is None or not set(GROUPS) & row.marks.keys()):
            return ReviewOutcome(None)
        before: Parts = {part: dict(of_part) for part, of_part in answers.items()}
        after = self._answered(row, given, before)
        indicators = after.get(SectionKind.INDICATORS, {})
        fault = self._b2_fault(row, given, indicators)
        if fault is not None:
            return ReviewOutcome(None, findings=(fault,))
        opening = self._basis.opening.get(household.id)
        review = self._with_values(present, household, given, opening)
        whole = {code: answer for of_part in after.values() for code, answer in of_part.items()}
        b2 = given.get("b2", None if present is None else present.b2)
        bare = b2 if isinstance(b2, int) and not any(code in indicators for code in self._indicators) else None
        judged = judge_review(self._law, household, review, whole, bare)
        if judged.refusal is not None:
            place = place_of(self._table, row.row, _FIELD_OF_REFUSAL.get(judged.refusal.code, "b2"))
            fault = Finding(judged.refusal.code, Severity.ERROR, place, judged.refusal.values)
            return ReviewOutcome(None, findings=(fault,))
        changed = {part: of_part for part, of_part in after.items() if of_part != before.get(part)}
        kept = judged.review
        same_total = present is not None and bare in {None, present.b2}
        if present is not None and same_total and not changed and _as_given(kept) == _as_given(present):
            kept = present
        unknown = kept.opening_status is None and kept.entry_kind is None and kept.result in _ON_THE_LIST
        findings = (
            *self._findings(row, given, kept, {"village": village, "household": household.code}),
            *self._doubts(row, given, before.get(SectionKind.INDICATORS, {}), indicators),
        )
        if kept == present and not changed:
            return ReviewOutcome(None, findings=findings, unknown_history=unknown)
        # Of a new household everything is new: nobody is shown it field by field.
        changes = _changes(present or Review("", "", ""), kept, before, changed) if household.id else ()
        return ReviewOutcome(PlannedReview(kept, changed), changes, findings, unknown)

    def _answered(self, row: HouseholdRow, given: Mapping[str, object], before: Parts) -> Parts:
        """Return the answers with what the row says; what it leaves blank stays as it was."""
        after = {part: dict(of_part) for part, of_part in before.items()}
        for name, item in (("b1", B1_TOTAL), (INCOME, INCOME)):
            amount = given.get(name)
            if isinstance(amount, int):
                after.setdefault(SectionKind.B1, {})[item] = FormAnswer.counted(Decimal(amount))
        for code, deprived in self._marked(row, given, before).items():
            after.setdefault(SectionKind.INDICATORS, {})[code] = _DEPRIVED if deprived else _NOT_DEPRIVED
        for part, item, options in _MULTIPLE:
            said = {option: row.marks[option] for option in options if option in row.marks}
            known = before.get(part, {}).get(item)
            chosen = set(known.options) if known is not None else set()
            chosen |= {option for option, yes in said.items() if yes}
            chosen -= {option for option, yes in said.items() if not yes}
            if said and (chosen or known is not None or len(said) == len(options)):
                after.setdefault(part, {})[item] = FormAnswer.chosen(*chosen)
        return after

    def _marked(
        self, row: HouseholdRow, given: Mapping[str, object], before: Mapping[str, Mapping[str, FormAnswer]]
    ) -> dict[str, bool]:
        """Return what the row says of each indicator; where it says how many are marked, its blanks say no."""
        marked = {code: row.marks[code] for code in self._indicators if code in row.marks}
        if self._all_columns:
            says_all = True in marked.values() or "b2" in given
            return {code: marked.get(code, False) for code in self._indicators} if says_all else marked
        kept = before.get(SectionKind.INDICATORS, {})
        known = {code: yes for code in self._indicators if (yes := yes_no_answer(kept, code)) is not None}
        for said in (marked if self._some_columns else None, known | marked or None):
            if said is not None and self._each and given.get("b2") == self._each * list(said.values()).count(True):
                return {code: said.get(code, False) for code in self._indicators}
        return {} if not known and self._more_than_marked(given, marked) else marked

    def _more_than_marked(self, given: Mapping[str, object], marked: Mapping[str, bool]) -> bool:
        """Whether the B2 of a list that lacks columns can be right though it is more than the marks come to."""
        b2, each, count = given.get("b2"), self._each, list(marked.values()).count(True)
        if not isinstance(b2, int) or not each or b2 % each:
            return False
        return each * count < b2 <= each * (count + len(self._indicators) - len(marked))

    def _b2_fault(
        self, row: HouseholdRow, given: Mapping[str, object], indicators: Mapping[str, FormAnswer]
    ) -> Finding | None:
        b2, each = given.get("b2"), self._each
        if each is None or not isinstance(b2, int):
            return None
        answers = [yes_no_answer(indicators, code) for code in self._indicators]
        count = answers.count(True)
        if all(answer is None for answer in answers) or b2 == each * count:
            return None
        place = place_of(self._table, row.row, "b2")
        values: dict[str, Value] = {"b2": b2, "count": count, "points": each * count}
        return Finding("b2-contradicts-deprivations", Severity.ERROR, place, values)

    def _with_values(
        self, present: Review | None, household: Household, given: Mapping[str, object], opening: PovertyStatus | None
    ) -> Review:
        review = present or Review("", self._basis.of_round.id, household.id, opening_status=opening)
        new: dict[str, object] = {}
        for name in ("declared_status", "entry_kind", "quick_result", "reviewed_on", "reviewer"):
            if name in given:
                new[name] = given[name]
        if opening is None and "opening_status" in given:
            new["opening_status"] = given["opening_status"]
        return review._replace(**new)  # type: ignore[arg-type]

    def _findings(
        self, row: HouseholdRow, given: Mapping[str, object], review: Review, named: Mapping[str, Value]
    ) -> tuple[Finding, ...]:
        found = []
        declared, status = review.declared_status, review.status
        agree = status is declared or {status, declared} == _NOT_POOR
        if "declared_status" in given and review.judged and declared is not None and not agree:
            place = place_of(self._table, row.row, "declared_status")
            values: dict[str, Value] = {
                **named,
                "declared": declared.value,
                "found": str(status),
            }
            found.append(Finding("declared-status-contradicts-rules", Severity.WARNING, place, values))
        marks = sum(row.marks.get(code, False) for code in self._indicators)
        if (
            marks
            and not self._all_columns
            and isinstance(given.get("b2"), int)
            and review.b2 != marks * (self._each or 0)
        ):
            place = place_of(self._table, row.row, "b2")
            values = {"b2": review.b2, "count": marks, "indicators": len(self._indicators)}
            found.append(Finding("b2-kept-without-deprivations", Severity.WARNING, place, values))
        listed, opening = given.get("opening_status"), self._basis.opening.get(review.household_id)
        if isinstance(listed, PovertyStatus) and opening is not None and listed is not opening:
            place = place_of(self._table, row.row, "opening_status")
            values = {"declared": listed.value, "found": opening.value}
            found.append(Finding("listed-opening-differs", Severity.WARNING, place, values))
        return tuple(found)

    def _doubts(
        self,
        row: HouseholdRow,
        given: Mapping[str, object],
        before: Mapping[str, FormAnswer],
        after: Mapping[str, FormAnswer],
    ) -> Iterator[Finding]:
        """Warn of points no form comes to, and of a yes that only a blank cell of a whole list turned into a no."""
        b1, b2, each = given.get("b1"), given.get("b2"), self._each
        if isinstance(b1, int) and each and b1 > _MOST_B1:
            yield Finding("b1-doubtful", Severity.WARNING, place_of(self._table, row.row, "b1"), {"b1": b1})
        if isinstance(b2, int) and each and b2 % each:
            values: dict[str, Value] = {"b2": b2, "each": each}
            yield Finding("b2-not-possible", Severity.WARNING, place_of(self._table, row.row, "b2"), values)
        blanked = [
            code
            for code in self._indicators
            if code not in row.marks and yes_no_answer(before, code) is True and yes_no_answer(after, code) is False
        ]
        if blanked:
            place = place_of(self._table, row.row, blanked[0])
            yield Finding("deprivation-blanked", Severity.WARNING, place, {"count": len(blanked)})


_FIELD_OF_REFUSAL = {"negative-b1": "b1", "negative-income": INCOME, "no-scoring-form": "b1"}


def _points_of_one(law: FormLaw) -> int | None:
    form = law.legislation.scoring_form(law.standard, law.on)
    points = form.points_on(law.on) if form is not None else None
    return None if points is None else points.per_indicator


def has_review_values(row: HouseholdRow) -> bool:
    """Say whether a row speaks of a review and not only of the registry."""
    return bool(_given(row)) or not _MARKS.isdisjoint(row.marks)


def _given(row: HouseholdRow) -> dict[str, object]:
    """Return the review values of a row, statuses and kinds as such; the list's title speaks where no cell does."""
    given: dict[str, object] = {name: row.values[name] for name in _VALUES if name in row.values}
    said = [row.listed_as or ""]
    if given.get("declared_status") in _ESCAPED:
        # “Hộ thoát nghèo” as a result says what the household was before, too.
        said.insert(0, str(given.pop("declared_status")))
    if given.get("opening_status") in _ESCAPED:
        given["opening_status"] = PovertyStatus.NOT_POOR
    for name in ("declared_status", "opening_status"):
        if name in given:
            given[name] = PovertyStatus(str(given[name]))
    if "entry_kind" in given:
        given["entry_kind"] = EntryKind(str(given["entry_kind"]))
    for kind in said:
        given = {**_LISTED_AS.get(kind, {}), **given}
    return given


def _as_given(review: Review) -> Review:
    """Return a review without what follows from its answers by the law."""
    return review._replace(stage=ReviewStage.DRAFT, b1=None, b2=None, income_per_person_vnd=None, status=None)


def _changes(before: Review, after: Review, answers: Parts, changed: Parts) -> tuple[FieldChange, ...]:
    names = ("b2", *_VALUES[3:], "status")
    changes = [
        FieldChange(name, _shown(old), _shown(new))
        for name in names
        if (old := getattr(before, name)) != (new := getattr(after, name)) and (new is not None or old is not None)
    ]
    for part, of_part in changed.items():
        for item, answer in of_part.items():
            known = answers.get(part, {}).get(item)
            if known != answer:
                changes.extend(_answer_changes(part, item, known, answer))
    return tuple(changes)


def _answer_changes(part: str, item: str, known: FormAnswer | None, answer: FormAnswer) -> list[FieldChange]:
    if answer.number is not None:
        before = int(known.number) if known is not None and known.number is not None else None
        return [FieldChange("b1" if item == B1_TOTAL else item, before, int(answer.number))]
    if part == SectionKind.INDICATORS:
        before_yes = yes_no_answer({item: known}, item) if known is not None else None
        return [FieldChange(item, before_yes, yes_no_answer({item: answer}, item))]
    options = known.options if known is not None else frozenset()
    return [
        FieldChange(option, option in options if known is not None else None, option in answer.options)
        for option in sorted(options ^ answer.options)
    ]


def _shown(value: object) -> Value:
    if isinstance(value, datetime.date):
        return format_date(value)
    if isinstance(value, (PovertyStatus, EntryKind)):
        return value.value
    return value if isinstance(value, (int, str)) else None
