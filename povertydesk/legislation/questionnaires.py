"""Questionnaires as dated data, and the review form that is made of one and of a standard's indicators.

No official questionnaire is shipped, since none could be had. A form without one takes the total of the paper form.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from povertydesk.legislation.dated import Period, period_of
from povertydesk.legislation.reading import DatedTable, LegislationDataError, Table, read_file
from povertydesk.poverty.form_answers import NO, YES
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.proposals import Fact, IndicatorRule, MemberCount
from povertydesk.poverty.questionnaire import (
    Check,
    Condition,
    Help,
    Item,
    ItemKind,
    Option,
    Questionnaire,
    Relation,
    Section,
    SectionKind,
    faults,
)

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from povertydesk.legislation.instruments import InstrumentRegister
    from povertydesk.legislation.standards import Indicator, Standard
    from povertydesk.poverty.status import Source

FOLDER = "questionnaires"
FRAME_FILE = "review_form.toml"
B1_TOTAL = "b1_total"
PAPER_NUMBER = "paper_number"
INCOME = "income_per_person_vnd"

_Number = int | float


class DatedQuestionnaire(msgspec.Struct, frozen=True):
    """A questionnaire with its standard, days and source; one for practice has invented items or points."""

    form: Questionnaire
    standard: str
    period: Period
    source: Source
    verified: bool
    practice: bool


class ReviewFrame(msgspec.Struct, frozen=True):
    """What every review form has beside the questionnaire: titles, the totals from paper, and characteristics."""

    members_title: str
    indicators_title: str
    paper_section: Section
    income_section: Section
    deprived: str
    not_deprived: str
    characteristics: tuple[Section, ...]
    examples: Mapping[str, str]
    rules: tuple[tuple[str, Period, IndicatorRule], ...]

    def rules_on(self, standard: Standard, day: datetime.date) -> tuple[IndicatorRule, ...]:
        """Return what the member list may propose for the indicators of a standard on a day."""
        return tuple(rule for owner, period, rule in self.rules if owner == standard.id and period.covers(day))


class _ConditionTable(Table, frozen=True, kw_only=True):
    item: str
    relation: Relation = msgspec.field(name="is")
    options: list[str] = []  # noqa: RUF012 - msgspec copies an empty default
    number: _Number | None = None
    other: str = ""


class _OptionTable(Table, frozen=True, kw_only=True):
    code: str
    text: str
    digit: int | None = None
    at_least: _Number | None = None
    below: _Number | None = None


class _CountTable(Table, frozen=True, kw_only=True):
    under_age: int | None = None
    over_age: int | None = None
    disabled: bool = False


class _HelpTable(Table, frozen=True, kw_only=True):
    definition: str = ""
    example: str = ""


class _ItemTable(Table, frozen=True, kw_only=True):
    code: str
    text: str
    kind: ItemKind
    option: list[_OptionTable] = []  # noqa: RUF012
    applies_if: list[_ConditionTable] = []  # noqa: RUF012
    required: bool = True
    minimum: _Number | None = None
    maximum: _Number | None = None
    usual_maximum: _Number | None = None
    help: _HelpTable = _HelpTable()
    from_members: _CountTable | None = None


class _SectionTable(Table, frozen=True, kw_only=True):
    kind: SectionKind
    title: str
    item: list[_ItemTable]
    pass_count: int | None = None


class _CheckTable(Table, frozen=True, kw_only=True):
    code: str
    hard: bool
    text: str
    conditions: list[_ConditionTable]


class _QuestionnaireTable(DatedTable, frozen=True, kw_only=True):
    id: str
    title: str
    standard: str
    practice: bool
    section: list[_SectionTable]
    check: list[_CheckTable] = []  # noqa: RUF012


class _RuleTable(DatedTable, frozen=True, kw_only=True):
    standard: str
    indicator: str
    first_age: int
    before_age: int | None = None
    fact: Fact | None = None
    lacking_deprives: bool
    having_clears: bool


class _FrameTable(Table, frozen=True, kw_only=True):
    members_title: str
    indicators_title: str
    deprived: str
    not_deprived: str
    paper: _SectionTable
    income: _SectionTable
    characteristics: list[_SectionTable]
    proposal: list[_RuleTable]
    examples: dict[str, str]


def read_questionnaires(
    folder: Path, register: InstrumentRegister, standards: Sequence[Standard]
) -> tuple[DatedQuestionnaire, ...]:
    """Read every questionnaire; raises LegislationDataError where one contradicts itself or names what is not known."""
    names = sorted(f"{FOLDER}/{path.name}" for path in (folder / FOLDER).glob("*.toml"))
    found: dict[str, DatedQuestionnaire] = {}
    for name in names:
        one = _read(folder, name, register, standards)
        if one.form.id in found:
            raise LegislationDataError(name, "id", f"{one.form.id} stands twice")
        found[one.form.id] = one
    return tuple(found.values())


def read_frame(folder: Path, register: InstrumentRegister, standards: Sequence[Standard]) -> ReviewFrame:
    """Read what every review form has beside the questionnaire, and the rules that propose from the member list."""
    table = read_file(folder, FRAME_FILE, _FrameTable)
    codes = {standard.id: standard.indicator_codes for standard in standards}
    rules = []
    for place, rule in enumerate(table.proposal):
        key = f"proposal[{place}]"
        source = register.source(FRAME_FILE, key, rule.source)
        if rule.indicator not in codes.get(rule.standard, ()):
            raise LegislationDataError(FRAME_FILE, f"{key}.indicator", f"{rule.standard} has no {rule.indicator}")
        if not rule.verified:
            raise LegislationDataError(FRAME_FILE, f"{key}.verified", "nothing may be proposed on an unverified rule")
        known = IndicatorRule(
            indicator=rule.indicator,
            first_age=rule.first_age,
            before_age=rule.before_age,
            fact=rule.fact,
            lacking_deprives=rule.lacking_deprives,
            having_clears=rule.having_clears,
            source=source,
        )
        rules.append((rule.standard, period_of(FRAME_FILE, key, rule), known))
    strange = set(table.examples) - {code for known_codes in codes.values() for code in known_codes}
    if strange:
        raise LegislationDataError(FRAME_FILE, f"examples.{min(strange)}", "no standard has this indicator")
    frame = ReviewFrame(
        members_title=table.members_title,
        indicators_title=table.indicators_title,
        paper_section=_section(table.paper, None),
        income_section=_section(table.income, None),
        deprived=table.deprived,
        not_deprived=table.not_deprived,
        characteristics=tuple(_section(section, None) for section in table.characteristics),
        examples=table.examples,
        rules=tuple(rules),
    )
    for sections in ((frame.paper_section, *frame.characteristics), (frame.income_section,)):
        _refuse_faults(FRAME_FILE, Questionnaire("", "", sections))
    return frame


def review_form(
    frame: ReviewFrame, standard: Standard, questionnaire: DatedQuestionnaire | None, *, by_points: bool
) -> Questionnaire:
    """Return the form of a household: members, income, the standard's indicators, characteristics.

    Without a questionnaire income is the paper's B1 total with the paper's number, or, where the standard has no form
    in points, đồng a person and month.
    """
    if questionnaire is not None:
        sections, checks = questionnaire.form.sections, questionnaire.form.checks
        form_id, title = questionnaire.form.id, questionnaire.form.title
    else:
        sections, checks = (frame.paper_section if by_points else frame.income_section,), ()
        form_id, title = standard.id, standard.title
    checklist = tuple(section for section in sections if section.kind is SectionKind.CHECKLIST)
    income = tuple(section for section in sections if section.kind is SectionKind.B1)
    income = income or (frame.paper_section if by_points else frame.income_section,)
    members = Section(SectionKind.MEMBERS, frame.members_title, ())
    whole = (*checklist, members, *income, indicator_section(frame, standard), *frame.characteristics)
    return Questionnaire(form_id, title, whole, checks)


def indicator_section(frame: ReviewFrame, standard: Standard) -> Section:
    """Return the indicators of a standard as Phiếu B2, with the thresholds as their help."""
    items = tuple(_indicator_item(frame, standard, indicator) for indicator in standard.indicators)
    return Section(SectionKind.INDICATORS, frame.indicators_title, items)


def require_real(questionnaire: DatedQuestionnaire, standard: Standard, on: datetime.date) -> None:
    """Refuse to bind a round to a questionnaire that is for practice, or not of its standard and day.

    Raises KnownError `practice-form-in-round` or `form-not-on-date`.
    """
    title = questionnaire.form.title
    if questionnaire.practice:
        raise KnownError("practice-form-in-round", form=title)
    if questionnaire.standard != standard.id or not questionnaire.period.covers(on):
        raise KnownError("form-not-on-date", form=title, standard=standard.title, date=format_date(on))


def _read(folder: Path, name: str, register: InstrumentRegister, standards: Sequence[Standard]) -> DatedQuestionnaire:
    table = read_file(folder, name, _QuestionnaireTable)
    standard = next((one for one in standards if one.id == table.standard), None)
    if standard is None:
        raise LegislationDataError(name, "standard", f"unknown standard {table.standard}")
    period = period_of(name, "from", table)
    if not standard.period.contains(period):
        raise LegislationDataError(name, "from", f"the questionnaire leaves the days of {standard.id}")
    if table.practice and table.verified:
        raise LegislationDataError(name, "verified", "what is made up for practice is never verified")
    source = register.source(name, "source", table.source)
    for place, section in enumerate(table.section):
        if section.kind not in {SectionKind.CHECKLIST, SectionKind.B1}:
            problem = "a questionnaire holds checklist and B1; indicators and characteristics come from elsewhere"
            raise LegislationDataError(name, f"section[{place}].kind", problem)
    form = Questionnaire(
        id=table.id,
        title=table.title,
        sections=tuple(_section(section, source, verified=table.verified) for section in table.section),
        checks=tuple(Check(check.code, check.hard, _conditions(check.conditions), check.text) for check in table.check),
    )
    _refuse_faults(name, form)
    taken = sorted(set(standard.indicator_codes) & set(form.items))
    if taken:
        raise LegislationDataError(name, taken[0], f"the code is an indicator's of {standard.id}")
    return DatedQuestionnaire(form, standard.id, period, source, table.verified, table.practice)


def _refuse_faults(name: str, form: Questionnaire) -> None:
    for code, problem in faults(form):
        raise LegislationDataError(name, code, problem)


def _section(table: _SectionTable, source: Source | None, *, verified: bool = False) -> Section:
    items = tuple(_item(item, source, verified=verified) for item in table.item)
    return Section(table.kind, table.title, items, table.pass_count)


def _item(table: _ItemTable, source: Source | None, *, verified: bool) -> Item:
    count = table.from_members
    return Item(
        code=table.code,
        text=table.text,
        kind=table.kind,
        options=tuple(
            Option(one.code, one.text, one.digit, _decimal(one.at_least), _decimal(one.below)) for one in table.option
        ),
        applies_if=_conditions(table.applies_if),
        required=table.required,
        minimum=_decimal(table.minimum),
        maximum=_decimal(table.maximum),
        usual_maximum=_decimal(table.usual_maximum),
        help=Help(table.help.definition, source, table.help.example, verified),
        from_members=MemberCount(count.under_age, count.over_age, count.disabled) if count else None,
    )


def _conditions(tables: Sequence[_ConditionTable]) -> tuple[Condition, ...]:
    return tuple(
        Condition(one.item, one.relation, frozenset(one.options), _decimal(one.number), one.other) for one in tables
    )


def _decimal(number: _Number | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def _indicator_item(frame: ReviewFrame, standard: Standard, indicator: Indicator) -> Item:
    parts = [part for part in (indicator.threshold, indicator.detail) if part]
    verified = indicator.threshold_verified and (indicator.detail is None or indicator.detail_verified)
    return Item(
        code=indicator.code,
        text=indicator.name,
        kind=ItemKind.YES_NO,
        options=(Option(YES, frame.deprived, 1), Option(NO, frame.not_deprived, 2)),
        help=Help(". ".join(parts), standard.indicators_source, frame.examples.get(indicator.code, ""), verified),
    )
