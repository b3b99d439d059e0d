"""What the member list already says of a form: proposed and marked as proposed, never written as an answer.

Ages and rules come as data with their source. Where a fact of a member is missing, or a birth year alone leaves the
age in doubt, nothing is proposed that rests on it.
"""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from povertydesk.poverty.form_answers import FormAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from povertydesk.poverty.status import Source


class Fact(enum.StrEnum):
    """What a rule asks of a member: at school or in training, covered by health insurance."""

    IN_SCHOOL = "in_school"
    INSURED = "insured"


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """What is known of a member; None is "not known". `birth` is the date, or the year alone."""

    id: str
    birth: datetime.date | int | None = None
    in_school: bool | None = None
    insured: bool | None = None
    disabled: bool | None = None

    def ages_on(self, day: datetime.date) -> range:
        """Return the ages in full years the member may have on a day; empty where the birth is not known."""
        if self.birth is None:
            return range(0)
        if isinstance(self.birth, int):
            oldest = day.year - self.birth
            youngest = oldest if (day.month, day.day) == (12, 31) else oldest - 1
            return range(max(0, youngest), max(0, oldest) + 1)
        had_birthday = (day.month, day.day) >= (self.birth.month, self.birth.day)
        age = max(0, day.year - self.birth.year - (0 if had_birthday else 1))
        return range(age, age + 1)

    def aged(self, day: datetime.date, first: int, before: int | None) -> bool | None:
        """Whether the age lies from `first` up to but without `before`; None where that is in doubt."""
        inside = {first <= age and (before is None or age < before) for age in self.ages_on(day)}
        return inside.pop() if len(inside) == 1 else None


@dataclass(frozen=True, slots=True)
class IndicatorRule:
    """When members of an age decide an indicator; with nobody of that age a household is not deprived.

    `lacking_deprives`: one member of the age without the fact makes it deprived. `having_clears`: all of them with
    the fact make it not deprived.
    """

    indicator: str
    first_age: int
    before_age: int | None
    fact: Fact | None
    lacking_deprives: bool
    having_clears: bool
    source: Source


@dataclass(frozen=True, slots=True)
class MemberCount:
    """How many members a B1 item counts: all, or those under an age, over an age or disabled."""

    under_age: int | None = None
    over_age: int | None = None
    disabled: bool = False

    @property
    def counts_all(self) -> bool:
        """Whether it counts every member."""
        return self.under_age is None and self.over_age is None and not self.disabled

    def counts(self, member: MemberFacts, day: datetime.date) -> bool | None:
        """Whether the member is counted; None where a missing fact leaves it open."""
        if self.counts_all:
            return True
        parts: list[bool | None] = []
        if self.under_age is not None:
            parts.append(member.aged(day, 0, self.under_age))
        if self.over_age is not None:
            parts.append(member.aged(day, self.over_age + 1, None))
        if self.disabled:
            parts.append(member.disabled)
        if True in parts:
            return True
        return None if None in parts else False


@dataclass(frozen=True, slots=True)
class IndicatorProposal:
    """A proposed answer to an indicator, with the members it rests on and where the rule is written."""

    indicator: str
    deprived: bool
    members: tuple[str, ...]
    source: Source


def propose_indicator(
    rule: IndicatorRule, members: Sequence[MemberFacts], on: datetime.date
) -> IndicatorProposal | None:
    """Propose an indicator from the members on the day of the review; None where they leave it open."""
    if not members:
        return None
    aged = {member: member.aged(on, rule.first_age, rule.before_age) for member in members}
    fact = rule.fact
    lacking = [
        member.id for member, inside in aged.items() if inside and fact is not None and getattr(member, fact) is False
    ]
    if lacking and rule.lacking_deprives:
        return IndicatorProposal(rule.indicator, deprived=True, members=tuple(lacking), source=rule.source)
    possible = [member for member, inside in aged.items() if inside is not False]
    having = fact is not None and rule.having_clears and all(getattr(member, fact) is True for member in possible)
    if not possible or having:
        names = tuple(member.id for member in possible)
        return IndicatorProposal(rule.indicator, deprived=False, members=names, source=rule.source)
    return None


def propose_count(count: MemberCount, members: Sequence[MemberFacts], on: datetime.date) -> int | None:
    """Propose the number of members an item counts; None without members or where one is in doubt."""
    counted = [count.counts(member, on) for member in members]
    return None if not counted or None in counted else counted.count(True)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed answer to be shown as proposed; a count of members has no source of its own beside its item's."""

    answer: FormAnswer
    members: tuple[str, ...] = ()
    source: Source | None = None


def propose_answers(
    rules: Sequence[IndicatorRule],
    counts: Mapping[str, MemberCount],
    members: Sequence[MemberFacts],
    on: datetime.date,
) -> dict[str, Proposal]:
    """Propose answers by item: indicators by their rules, items of Phiếu B1 by what they count."""
    proposed = {}
    for rule in rules:
        indicator = propose_indicator(rule, members, on)
        if indicator is not None:
            answer = FormAnswer.yes_no(yes=indicator.deprived)
            proposed[rule.indicator] = Proposal(answer, indicator.members, indicator.source)
    for item, count in counts.items():
        number = propose_count(count, members, on)
        if number is not None:
            proposed[item] = Proposal(FormAnswer.counted(Decimal(number)))
    return proposed
