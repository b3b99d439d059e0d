"""The yearly poverty-reduction plan: records and template into the blocks of a paper, parts I to VII."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from povertydesk.documents.closing import closing
from povertydesk.documents.committee_annex import committee_annexes
from povertydesk.documents.indicator_table import indicator_table
from povertydesk.documents.plan_figures import PlanContents, plan_conditions, plan_inlines
from povertydesk.documents.target_table import target_table
from povertydesk.documents.template import GridTemplate, PaperTemplate, TemplateBlock, TemplateSection, fill, fill_words
from povertydesk.poverty.official_text import format_amount, point_letter, roman
from povertydesk.poverty.paper import (
    Block,
    Figure,
    Heading,
    Inline,
    Paper,
    Paragraph,
    ParagraphStyle,
    Part,
    Text,
    Title,
)
from povertydesk.poverty.plan import PlanSection

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEGAL_WORD = "Căn cứ "


def reduction_plan(contents: PlanContents, words: PaperTemplate, grid: GridTemplate) -> Paper:
    """Make the plan of a year, ready for signature. Its figures are nodes bound to the records."""
    names = plan_inlines(contents)
    subject = contents.plan.subject or fill_words(words.subject, names)
    blocks: list[Block] = [
        contents.office.letterhead(words.symbol, contents.plan),
        Title(words.kind, (Text(subject, bold=True),)),
    ]
    for number, section in enumerate(words.section, start=1):
        title = fill_words(section.title, names)
        blocks.append(Heading(1, (Text(f"{roman(number)}. {title}"),), section.key))
        blocks.extend(_section_blocks(section, contents, words, grid, names))
    blocks.append(Paragraph(fill(words.closing, names), section="closing"))
    blocks.append(closing(contents, words))
    return Paper(
        name="plan",
        title=f"{words.kind.capitalize()}: {subject} – {contents.unit.name}",
        parts=(Part(tuple(blocks)), *committee_annexes(contents, words, names)),
        author=contents.unit.name,
    )


def _section_blocks(
    section: TemplateSection,
    contents: PlanContents,
    words: PaperTemplate,
    grid: GridTemplate,
    names: Mapping[str, Inline],
) -> Iterator[Block]:
    conditions = plan_conditions(contents)
    headings = points = 0
    for block in section.block:
        if not all(conditions[name] for name in block.when):
            continue
        if block.insert:
            yield from _inserted(block, section.key, contents, words, grid)
            continue
        match block.style:
            case "heading":
                headings, points = headings + 1, 0
                yield Heading(2, (Text(f"{headings}. "), *fill(block.text, names)), section.key)
            case "point":
                points += 1
                content = (Text(f"{point_letter(points)}) "), *fill(block.text, names))
                yield Paragraph(content, ParagraphStyle.BODY, section.key)
            case "item":
                yield Paragraph((Text("- "), *fill(block.text, names)), ParagraphStyle.ITEM, section.key)
            case _:
                yield Paragraph(fill(block.text, names), ParagraphStyle.BODY, section.key)


def _inserted(
    block: TemplateBlock, key: str, contents: PlanContents, words: PaperTemplate, grid: GridTemplate
) -> Iterator[Block]:
    match block.insert:
        case "legal_bases":
            yield from _legal_bases(contents, key)
        case "own_lines":
            for line in contents.plan.lines_of(PlanSection(block.lines)):
                yield Paragraph((Text(f"- {_ended(line)}"),), ParagraphStyle.ITEM, key)
        case "services":
            year = str(contents.grid.year)
            for service in contents.plan.services:
                text = words.services[service.indicator]
                arguments = (("indicator", service.indicator), ("year", year))
                percent = Figure("service_target", format_amount(service.percent), service.percent, arguments)
                yield Paragraph((Text("- "), *fill(text, {"percent": percent})), ParagraphStyle.ITEM, key)
        case "indicator_grid":
            yield indicator_table(contents.indicators, contents.grid.year)
        case _:
            yield target_table(contents, grid)


def _legal_bases(contents: PlanContents, key: str) -> Iterator[Block]:
    """One paragraph a basis, in italics, each ended by `;` and the last by `.` (Decree 30/2020)."""
    bases = [*contents.legal_bases, *contents.plan.lines_of(PlanSection.LOCAL_BASIS)]
    for place, basis in enumerate(bases, start=1):
        name = basis.strip().rstrip(";. ")
        begun = name if name.startswith((_LEGAL_WORD, "Thực hiện ", "Theo ")) else _LEGAL_WORD + name
        end = "." if place == len(bases) else ";"
        yield Paragraph((Text(begun + end, italic=True),), ParagraphStyle.LEGAL_BASIS, key)


def _ended(line: str) -> str:
    text = line.strip().lstrip("-– ").strip()
    return text if text.endswith((".", ";", ":", "!", "?")) else f"{text}."
