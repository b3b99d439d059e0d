"""The review form on paper (phiếu rà soát): household and members filled in, a ruled box for every answer.

The boxes are cells of the grid, so that they are drawn in every format and no face has to hold a box.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.official_text import format_amount
from povertydesk.poverty.paper import (
    CellKind,
    Grid,
    GridColumn,
    GridRow,
    Heading,
    Paper,
    Paragraph,
    ParagraphStyle,
    Part,
    RowKind,
    Signers,
    Text,
    Title,
)
from povertydesk.poverty.questionnaire import ItemKind, SectionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from povertydesk.documents.review_words import ReviewFormTemplate
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.paper import Block
    from povertydesk.poverty.questionnaire import Item, Option, Questionnaire

_BODY_LEVEL = 2


class MemberLine(NamedTuple):
    """One member as the form shows it; an empty text is not known and left to the pen."""

    name: str
    birth: str
    male: bool | None
    relation: str


@dataclass(frozen=True, slots=True)
class ReviewFormSheet:
    """One household's form: what is known of it, what was answered by now, and what was answered the time before.

    `practice` where the questionnaire was made up, `draft` where nobody checked it. Day and reviewer are left to the
    pen where they are not known.
    """

    office: str
    household: str
    head: str
    village: str
    address: str
    phone: str
    year: int
    standard: str
    urban: bool
    members: tuple[MemberLine, ...]
    form: Questionnaire
    answers: Mapping[str, FormAnswer]
    last_answers: Mapping[str, FormAnswer]
    practice: bool = False
    draft: bool = False
    reviewed_on: str = ""
    reviewer: str = ""


def review_forms_paper(sheets: Sequence[ReviewFormSheet], words: ReviewFormTemplate) -> Paper:
    """Make one paper of the forms, each household with pages of its own."""
    first = sheets[0]
    mark = words.draft_mark if first.draft else ""
    return Paper(
        name="review-forms",
        title=f"{words.kind} {first.year} – {first.office}",
        parts=tuple(Part(tuple(_sheet(sheet, words))) for sheet in sheets),
        author=first.office,
        draft_mark=words.practice_mark if first.practice else mark,
    )


def _sheet(sheet: ReviewFormSheet, words: ReviewFormTemplate) -> Iterator[Block]:
    subject = words.subject.format(head=sheet.head, household=sheet.household, village=sheet.village, year=sheet.year)
    area = words.urban if sheet.urban else words.rural
    address = words.address.format(address=sheet.address or words.dots)
    phone = words.phone.format(phone=sheet.phone or words.dots)
    yield Title(words.kind, (Text(subject),))
    place = words.place.format(office=sheet.office, area=area, standard=sheet.standard)
    yield Paragraph((Text(place),), ParagraphStyle.NOTE)
    reviewed_on = words.reviewed_on.format(date=sheet.reviewed_on or words.dots)
    reviewer = words.reviewer.format(name=sheet.reviewer or words.dots)
    yield Paragraph((Text(f"{address}   {phone}"),), ParagraphStyle.NOTE)
    yield Paragraph((Text(f"{reviewed_on}   {reviewer}"),), ParagraphStyle.NOTE)
    yield Heading(_BODY_LEVEL, (Text(words.members),))
    yield _members(sheet, words)
    yield Heading(_BODY_LEVEL, (Text(words.questions),))
    yield _questions(sheet, words)
    yield Signers(words.signers, words.signing_hint)


def _members(sheet: ReviewFormSheet, words: ReviewFormTemplate) -> Grid:
    columns = (
        GridColumn("number", words.number_title, CellKind.SERIAL, 10),
        GridColumn("name", words.name_title, CellKind.TEXT, 52),
        GridColumn("birth", words.birth_title, CellKind.SERIAL, 26),
        GridColumn("sex", words.sex_title, CellKind.SERIAL, 18),
        GridColumn("relation", words.relation_title, CellKind.TEXT, 30),
        GridColumn("change", words.change_title, CellKind.TEXT, 29),
    )
    sexes = {True: words.male, False: words.female, None: None}
    rows = [
        GridRow((number, one.name, one.birth or None, sexes[one.male], one.relation or None, None))
        for number, one in enumerate(sheet.members, start=1)
    ]
    filled = len(rows)
    rows += [GridRow((filled + spare, None, None, None, None, None)) for spare in range(1, words.spare_members + 1)]
    return Grid("members", columns, tuple(rows))


def _questions(sheet: ReviewFormSheet, words: ReviewFormTemplate) -> Grid:
    columns = (
        GridColumn("number", words.number_title, CellKind.SERIAL, 10),
        GridColumn("question", words.question_title, CellKind.TEXT, 78),
        GridColumn("yes", words.yes_title, CellKind.SERIAL, 17),
        GridColumn("no", words.no_title, CellKind.SERIAL, 19),
        GridColumn("amount", words.amount_title, CellKind.SERIAL, 19),
        GridColumn("last", words.last_year_title, CellKind.SERIAL, 22),
    )
    return Grid("review", columns, tuple(_rows(sheet, words)))


def _rows(sheet: ReviewFormSheet, words: ReviewFormTemplate) -> Iterator[GridRow]:
    number = 0
    for section in sheet.form.sections:
        if section.kind is SectionKind.MEMBERS or not section.items:
            continue
        yield GridRow((section.title, None, None, None, None, None), RowKind.BAND)
        for item in section.items:
            number += 1
            yield from _item(item, number, sheet, words)


def _item(item: Item, number: int, sheet: ReviewFormSheet, words: ReviewFormTemplate) -> Iterator[GridRow]:
    answer, before = sheet.answers.get(item.code), sheet.last_answers.get(item.code)
    given = None if answer is None else words.unknown if answer.unknown else _number(answer)
    last = None if before is None else words.unknown if before.unknown else _number(before)
    if item.kind is ItemKind.YES_NO:
        yes, no = (_mark(answer, option.code, words) for option in item.options)
        said = last if last is not None else _chosen_word(item, before, words)
        yield GridRow((number, item.text, yes, no, given or words.not_here, said))
        return
    takes_number = item.kind in {ItemKind.NUMBER, ItemKind.NUMBER_BAND}
    own = given if takes_number or given else words.not_here
    yield GridRow((number, item.text, words.not_here, words.not_here, own, last))
    if item.kind is ItemKind.NUMBER_BAND:
        return
    for option in item.options:
        mark, marked = _mark(answer, option.code, words), _mark(before, option.code, words)
        yield GridRow((None, _option_words(option), mark, words.not_here, words.not_here, marked))


def _option_words(option: Option) -> str:
    return f"– {option.text}" if option.digit is None else f"{option.digit}) {option.text}"


def _number(answer: FormAnswer) -> str | None:
    return None if answer.number is None else format_amount(answer.number)


def _mark(answer: FormAnswer | None, option: str, words: ReviewFormTemplate) -> str | None:
    return words.mark if answer is not None and option in answer.options else None


def _chosen_word(item: Item, answer: FormAnswer | None, words: ReviewFormTemplate) -> str | None:
    if answer is None:
        return None
    return words.yes if item.options[0].code in answer.options else words.no
