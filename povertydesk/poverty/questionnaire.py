"""The review form as data: sections, items, options, skip rules and checks, and what a set of answers comes to.

Skip rules and checks are made of one small vocabulary (`Relation`); there is no expression language. A rule that
looks at an item nobody answered yields neither yes nor no: the item behind it is *open* until its ground is answered.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from povertydesk.poverty.form_answers import NO, YES, FormAnswer, yes_no_answer
from povertydesk.poverty.official_text import format_amount
from povertydesk.poverty.problems import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from povertydesk.poverty.proposals import MemberCount
    from povertydesk.poverty.status import Source

UNKNOWN_DIGIT = 9
"""The digit that says "không biết" at every item; no option may have it."""


class SectionKind(enum.StrEnum):
    """The parts of a form: Phiếu A, members, Phiếu B1, Phiếu B2, causes, groups, support received."""

    CHECKLIST = "checklist"
    MEMBERS = "members"
    B1 = "b1"
    INDICATORS = "indicators"
    CAUSES = "causes"
    GROUPS = "groups"
    SUPPORT = "support"


class ItemKind(enum.StrEnum):
    """How an item is answered; a number band takes the number and finds the option it falls into."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    NUMBER_BAND = "number_band"
    YES_NO = "yes_no"
    NUMBER = "number"


class Relation(enum.StrEnum):
    """The words of skip rules and checks: options of an item, its number, or its number against another item's."""

    CHOSEN = "chosen"
    NOT_CHOSEN = "not_chosen"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXCEEDS_ITEM = "exceeds_item"


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison of an item's answer; `options`, `number` or `other` according to the relation."""

    item: str
    relation: Relation
    options: frozenset[str] = frozenset()
    number: Decimal | None = None
    other: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, with its digit on the keyboard; a band reaches from `at_least` up to without `below`."""

    code: str
    text: str
    digit: int | None = None
    at_least: Decimal | None = None
    below: Decimal | None = None

    def holds(self, number: Decimal) -> bool:
        """Whether the number falls into the band."""
        return (self.at_least is None or number >= self.at_least) and (self.below is None or number < self.below)


@dataclass(frozen=True, slots=True)
class Help:
    """What F1 shows: the definition, where it is written, an example. `verified` is about the definition."""

    definition: str = ""
    source: Source | None = None
    example: str = ""
    verified: bool = False


@dataclass(frozen=True)
class Item:
    """One question. `minimum`/`maximum` are hard limits of its number, `usual_maximum` wants confirming.

    A required item holds the form back as a draft until it is answered. `from_members` says what the member list
    already tells of it.
    """

    code: str
    text: str
    kind: ItemKind
    options: tuple[Option, ...] = ()
    applies_if: tuple[Condition, ...] = ()
    required: bool = True
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    usual_maximum: Decimal | None = None
    help: Help = Help()
    from_members: MemberCount | None = None

    @cached_property
    def option_codes(self) -> frozenset[str]:
        """The codes of its options."""
        return frozenset(option.code for option in self.options)

    def chosen(self, answer: FormAnswer | None) -> frozenset[str] | None:
        """Return the options an answer comes to; None where it is not answered, not known, or does not fit."""
        if answer is None or answer.unknown or not self.fits(answer):
            return None
        if self.kind is ItemKind.NUMBER_BAND and answer.number is not None:
            return next((frozenset({band.code}) for band in self.options if band.holds(answer.number)), None)
        return answer.options

    def number(self, answer: FormAnswer | None) -> Decimal | None:
        """Return the number of an answer; None where there is none, or where it does not fit."""
        return answer.number if answer is not None and self.fits(answer) else None

    def fits(self, answer: FormAnswer) -> bool:
        """Whether the answer is one that this kind of item can have."""
        if answer.unknown:
            return not answer.options and answer.number is None
        if self.kind is ItemKind.NUMBER or (self.kind is ItemKind.NUMBER_BAND and answer.number is not None):
            return answer.number is not None and answer.number.is_finite() and not answer.options
        if answer.number is not None or (self.kind is not ItemKind.MULTIPLE and len(answer.options) != 1):
            return False
        return answer.options <= self.option_codes


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form under its title. Of a checklist (Phiếu A), `pass_count` yeses lead on to Phiếu B."""

    kind: SectionKind
    title: str
    items: tuple[Item, ...]
    pass_count: int | None = None

    def passes(self, answers: Mapping[str, FormAnswer]) -> bool | None:
        """Whether a checklist leads on; None while the answers leave it open, or where the rule is not known."""
        if self.pass_count is None:
            return None
        given = [yes_no_answer(answers, item.code) for item in self.items]
        yeses = given.count(True)
        if yeses >= self.pass_count:
            return True
        return None if yeses + given.count(None) >= self.pass_count else False


@dataclass(frozen=True, slots=True)
class Check:
    """Answers that contradict each other when all conditions hold: hard keeps the draft, soft wants a note."""

    code: str
    hard: bool
    conditions: tuple[Condition, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a form is: of the items that apply, how many are answered and how many are not known.

    `open` are items of which nobody can say yet whether they apply.
    """

    applicable: int
    answered: int
    unknown: int
    open: int

    @property
    def complete(self) -> bool:
        """Whether every item that applies has its answer; "không biết" is none."""
        return self.answered == self.applicable and not self.open


@dataclass(frozen=True)
class Questionnaire:
    """A whole form. Items stand in the order of the paper; a rule looks at earlier items only."""

    id: str
    title: str
    sections: tuple[Section, ...]
    checks: tuple[Check, ...] = ()

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every item by its code, in the order of the paper."""
        return {item.code: item for section in self.sections for item in section.items}

    @cached_property
    def _gated(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items.values() if item.applies_if)

    @property
    def member_counts(self) -> dict[str, MemberCount]:
        """What the member list tells by itself, by item."""
        return {code: item.from_members for code, item in self.items.items() if item.from_members is not None}

    def section(self, kind: SectionKind) -> Section | None:
        """Return the first section of a kind."""
        return next((section for section in self.sections if section.kind is kind), None)

    def applicability(self, answers: Mapping[str, FormAnswer]) -> dict[str, bool | None]:
        """Say of each item whether it applies; None where an item that decides it is not answered or not known."""
        applies: dict[str, bool | None] = dict.fromkeys(self.items, True)
        for item in self._gated:
            applies[item.code] = _all_of([self._holds(one, answers, applies) for one in item.applies_if])
        return applies

    def applicable(self, answers: Mapping[str, FormAnswer]) -> tuple[Item, ...]:
        """Return the items that apply for certain; answers to others are kept but count for nothing."""
        applies = self.applicability(answers)
        return tuple(item for item in self.items.values() if applies[item.code])

    def next_unanswered(self, answers: Mapping[str, FormAnswer], after: str | None = None) -> Item | None:
        """Return the next item without an answer behind one, then from the top; None where all are answered."""
        items = self.applicable(answers)
        codes = list(self.items)
        start = codes.index(after) if after is not None and after in self.items else -1
        unanswered = [item for item in items if item.code not in answers]
        behind = (item for item in unanswered if codes.index(item.code) > start)
        return next(behind, unanswered[0] if unanswered else None)

    def progress(self, answers: Mapping[str, FormAnswer]) -> Progress:
        """Count the answers of the items that apply."""
        applies = self.applicability(answers)
        given = [answers.get(code) for code, holds in applies.items() if holds]
        return Progress(
            applicable=len(given),
            answered=sum(answer is not None and not answer.unknown for answer in given),
            unknown=sum(answer is not None and answer.unknown for answer in given),
            open=list(applies.values()).count(None),
        )

    def findings(
        self, answers: Mapping[str, FormAnswer], notes: Mapping[str, str] | None = None
    ) -> tuple[Finding, ...]:
        """List what keeps the form a draft (errors) and what is to be confirmed (warnings).

        `notes` confirm soft findings: the note by the code of the check, or of the item with an unusual number.
        Each finding's values hold `item` and, of a check, `check`.
        """
        written = {code for code, note in (notes or {}).items() if note.strip()}
        applies = self.applicability(answers)
        found = [
            finding
            for section in self.sections
            for item in section.items
            if applies[item.code]
            for finding in _item_findings(section, item, answers.get(item.code), written)
        ]
        for check in self.checks:
            if _all_of([self._holds(one, answers, applies) for one in check.conditions]):
                code = "form-contradiction" if check.hard else "form-to-confirm"
                severity = Severity.ERROR if check.hard else Severity.WARNING
                place = Place(field=self.items[check.conditions[0].item].text)
                values = {"text": check.text, "item": check.conditions[0].item, "check": check.code}
                if check.hard or check.code not in written:
                    found.append(Finding(code, severity, place, values))
        return tuple(found)

    def is_draft(self, answers: Mapping[str, FormAnswer]) -> bool:
        """Whether the form must stay a draft: a hard finding, or a required item that may still come to apply."""
        applies = self.applicability(answers) if self._gated or self.checks else dict.fromkeys(self.items, True)
        return any(
            _holds_back(item, answers.get(code)) if applies[code] else applies[code] is None and item.required
            for code, item in self.items.items()
        ) or any(
            check.hard and _all_of([self._holds(one, answers, applies) for one in check.conditions])
            for check in self.checks
        )

    def _holds(
        self, condition: Condition, answers: Mapping[str, FormAnswer], applies: Mapping[str, bool | None]
    ) -> bool | None:
        """Whether a condition holds; not where its item does not apply, and None where that is not known."""
        for code in (condition.item, condition.other):
            if code and not applies[code]:
                return applies[code]
        item, answer = self.items[condition.item], answers.get(condition.item)
        if condition.relation in {Relation.CHOSEN, Relation.NOT_CHOSEN}:
            chosen = item.chosen(answer)
            if chosen is None:
                return None
            return bool(chosen & condition.options) is (condition.relation is Relation.CHOSEN)
        number = item.number(answer)
        other = self.items[condition.other].number(answers.get(condition.other)) if condition.other else None
        limit = other if condition.other else condition.number
        if number is None or limit is None:
            return None
        match condition.relation:
            case Relation.AT_LEAST:
                return number >= limit
            case Relation.AT_MOST:
                return number <= limit
            case _:
                return number > limit


def _all_of(parts: list[bool | None]) -> bool | None:
    """Return whether all hold: one that does not decides at once, one that is not known leaves it open."""
    if False in parts:
        return False
    return None if None in parts else True


def _item_findings(section: Section, item: Item, answer: FormAnswer | None, notes: set[str]) -> Iterator[Finding]:
    place = Place(section=section.title, field=item.text)
    named = {"item": item.code}
    if answer is None or answer.unknown:
        if item.required:
            code = "form-item-unanswered" if answer is None else "form-item-not-known"
            yield Finding(code, Severity.ERROR, place, named)
        return
    number = answer.number
    if not item.fits(answer):
        yield Finding("form-answer-unfit", Severity.ERROR, place, named)
    elif number is None:
        return
    elif item.chosen(answer) is None or _outside(item, number):
        yield Finding("form-number-out-of-range", Severity.ERROR, place, {**named, "entered": format_amount(number)})
    elif item.usual_maximum is not None and number > item.usual_maximum and item.code not in notes:
        yield Finding("form-number-unusual", Severity.WARNING, place, {**named, "entered": format_amount(number)})


def _holds_back(item: Item, answer: FormAnswer | None) -> bool:
    """Whether an item that applies keeps the form a draft: what `_item_findings` names an error, without its words."""
    if answer is None or answer.unknown:
        return item.required
    number = answer.number
    return not item.fits(answer) or (number is not None and (item.chosen(answer) is None or _outside(item, number)))


def _outside(item: Item, number: Decimal) -> bool:
    below = item.minimum is not None and number < item.minimum
    return below or (item.maximum is not None and number > item.maximum)


def faults(form: Questionnaire) -> Iterator[tuple[str, str]]:
    """Name what is wrong with the form itself, as item or check code and what is wrong, before anybody fills it in."""
    before: dict[str, Item] = {}
    for section in form.sections:
        for item in section.items:
            if item.code in before:
                yield item.code, "the code stands twice"
            yield from ((item.code, problem) for problem in _option_faults(item))
            yield from ((item.code, problem) for one in item.applies_if for problem in _condition_faults(one, before))
            before[item.code] = item
    codes = [check.code for check in form.checks]
    for check in form.checks:
        if codes.count(check.code) > 1 or check.code in before:
            yield check.code, "the code stands twice"
        if not check.conditions:
            yield check.code, "a check without conditions would always hold"
        yield from ((check.code, problem) for one in check.conditions for problem in _condition_faults(one, before))


def _option_faults(item: Item) -> Iterator[str]:
    codes = [option.code for option in item.options]
    digits = [option.digit for option in item.options if option.digit is not None]
    if len(set(codes)) < len(codes):
        yield "an option stands twice"
    if len(set(digits)) < len(digits) or not set(digits) <= set(range(UNKNOWN_DIGIT)):
        yield f"the digits of options must differ and lie in 0 to {UNKNOWN_DIGIT - 1}"
    if (item.kind is ItemKind.NUMBER) != (not codes):
        yield "a number has no options, every other kind has"
    if item.kind is ItemKind.YES_NO and codes != [YES, NO]:
        yield "the options must be yes and no"
    if item.kind is ItemKind.NUMBER_BAND:
        starts = [band.at_least for band in item.options]
        known = [start for start in starts[1:] if start is not None]
        if (
            [band.below for band in item.options[:-1]] != starts[1:]
            or known != sorted(set(known))
            or None in starts[1:]
        ):
            yield "each band must begin where the one before it ends"


def _condition_faults(condition: Condition, before: Mapping[str, Item]) -> Iterator[str]:
    for code in (condition.item, condition.other):
        if code and code not in before:
            yield f"a rule looks at {code}, which does not stand before it"
            return
    item = before[condition.item]
    by_options = condition.relation in {Relation.CHOSEN, Relation.NOT_CHOSEN}
    if by_options and not (condition.options and condition.options <= {option.code for option in item.options}):
        yield f"a rule names options that {item.code} does not have"
    if not by_options and item.kind not in {ItemKind.NUMBER, ItemKind.NUMBER_BAND}:
        yield f"a rule compares the number of {item.code}, which has none"
    against = (condition.number is not None, bool(condition.other))
    needed = (False, False) if by_options else (False, True)
    if condition.relation in {Relation.AT_LEAST, Relation.AT_MOST}:
        needed = (True, False)
    if against != needed:
        yield f"a rule on {item.code} does not name exactly what it compares with"
