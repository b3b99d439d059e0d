"""The sheet for the village meeting: a household's answers, points, result with its articles, what would change it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from povertydesk.documents.review_words import ExplanationTemplate
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.paper import Block
    from povertydesk.poverty.questionnaire import Item, Questionnaire

_BODY_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Reasoned:
    """A result in one sentence, its reasons with article and whether it was checked, and what would change it."""

    result: str
    reasons: tuple[tuple[str, str, bool], ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExplanationSheet:
    """What is known of one household for its sheet; sentences come finished, figures as they are.

    `points` are those of each item of the form where a score table gave them. A line is the cut-off a total is held
    against; `b1_line` None where the standard knows no points.
    """

    office: str
    household: str
    head: str
    village: str
    year: int
    standard: str
    urban: bool
    people: int | None
    form: Questionnaire
    answers: Mapping[str, FormAnswer]
    points: Mapping[str, int]
    b1: int | None
    b1_line: int | None
    b2: int | None
    b2_line: int | None
    warnings: tuple[str, ...]
    national: Reasoned
    local: Reasoned | None
    remarks: tuple[str, ...]
    draft: bool = False
    practice: bool = False
    what_if: bool = False
    reviewed_on: str = ""
    reviewer: str = ""


def explanation_paper(sheets: Sequence[ExplanationSheet], words: ExplanationTemplate) -> Paper:
    """Make one paper of the sheets, each household with pages of its own."""
    first = sheets[0]
    marks = (
        (any(sheet.practice for sheet in sheets), words.practice_mark),
        (any(sheet.draft for sheet in sheets), words.draft_mark),
        (any(sheet.what_if for sheet in sheets), words.what_if_mark),
    )
    return Paper(
        name="explanation",
        title=f"{words.kind} {first.year} – {first.office}",
        parts=tuple(Part(tuple(_sheet(sheet, words))) for sheet in sheets),
        author=first.office,
        draft_mark=next((mark for holds, mark in marks if holds), ""),
    )


def _sheet(sheet: ExplanationSheet, words: ExplanationTemplate) -> Iterator[Block]:
    subject = words.subject.format(head=sheet.head, household=sheet.household, village=sheet.village, year=sheet.year)
    area = words.urban if sheet.urban else words.rural
    people = words.people_unknown if sheet.people is None else words.people.format(people=sheet.people)
    place = words.place.format(office=sheet.office, area=area, standard=sheet.standard)
    yield Title(words.kind, (Text(subject),))
    signed = [words.reviewed_on.format(date=sheet.reviewed_on)] if sheet.reviewed_on else []
    signed += [words.reviewer.format(name=sheet.reviewer)] if sheet.reviewer else []
    yield Paragraph((Text(" ".join([place, people, *signed])),), ParagraphStyle.NOTE)
    for warning in sheet.warnings:
        yield Paragraph((Text(warning, italic=True),), ParagraphStyle.NOTE)
    yield Heading(_BODY_LEVEL, (Text(words.answers),))
    yield _answers(sheet, words)
    yield Heading(_BODY_LEVEL, (Text(words.result),))
    for part in (sheet.national, sheet.local):
        if part is not None:
            yield from _reasoned(part, words)
    for remark in sheet.remarks:
        yield Paragraph((Text(remark),), ParagraphStyle.NOTE)
    yield Heading(_BODY_LEVEL, (Text(words.changes),))
    changes = (*sheet.national.changes, *(sheet.local.changes if sheet.local else ()))
    for change in changes or (words.no_changes,):
        yield Paragraph((Text(f"- {change}"),), ParagraphStyle.NOTE)
    yield Signers(words.signers, words.signing_hint)


def _reasoned(part: Reasoned, words: ExplanationTemplate) -> Iterator[Block]:
    yield Paragraph((Text(part.result, bold=True),), ParagraphStyle.NOTE)
    for sentence, source, verified in part.reasons:
        doubt = "" if verified else f"; {words.not_verified}"
        yield Paragraph((Text(f"- {sentence} "), Text(f"({source}{doubt})", italic=True)), ParagraphStyle.NOTE)


def _answers(sheet: ExplanationSheet, words: ExplanationTemplate) -> Grid:
    columns = (
        GridColumn("number", words.number_title, CellKind.SERIAL, 10),
        GridColumn("question", words.question_title, CellKind.TEXT, 90),
        GridColumn("answer", words.answer_title, CellKind.TEXT, 48),
        GridColumn("points", words.points_title, CellKind.COUNT, 17),
    )
    return Grid("answers", columns, tuple(_rows(sheet, words)))


def _rows(sheet: ExplanationSheet, words: ExplanationTemplate) -> Iterator[GridRow]:
    applies = sheet.form.applicability(sheet.answers)
    number = 0
    for section in sheet.form.sections:
        shown = [
            item
            for item in section.items
            if applies[item.code] is not False and (item.required or item.code in sheet.answers)
        ]
        if not shown:
            continue
        yield GridRow((section.title, None, None, None), RowKind.BAND)
        for item in shown:
            number += 1
            answer = _answer_words(item, sheet.answers.get(item.code), words)
            yield GridRow((number, item.text, answer, sheet.points.get(item.code)))
    for title, total, line in ((words.total_b1, sheet.b1, sheet.b1_line), (words.total_b2, sheet.b2, sheet.b2_line)):
        if line is not None:
            yield GridRow((None, title.format(line=line), None, total), RowKind.GROUP)


def _answer_words(item: Item, answer: FormAnswer | None, words: ExplanationTemplate) -> str:
    if answer is None:
        return words.unanswered
    if answer.unknown:
        return words.unknown
    if answer.number is not None:
        return format_amount(answer.number)
    chosen = [option.text for option in item.options if option.code in answer.options]
    return "; ".join(chosen) or words.none_chosen
