"""Two entries of one score table side by side: every cell, every item's sum, and what differs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.questionnaire_workbook import KIND_WORDS, band_words
from povertydesk.exchange.score_table_workbook import compare
from povertydesk.poverty.problems import Finding, Severity
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from povertydesk.exchange.score_table_workbook import Cell, EnteredTable
    from povertydesk.poverty.questionnaire import Item, Option, Questionnaire

_NOT_SAID = re.compile(r"(?<!\d)[\W_]|[\W_](?!\d)")


class ComparedCell(NamedTuple):
    """One option's points in both entries; None where an entry does not have the cell."""

    item: str
    option: str
    first: int | None
    second: int | None


class ComparedSum(NamedTuple):
    """The sum of one item's points in both entries."""

    item: str
    first: int
    second: int


class EntryComparison(NamedTuple):
    """Two entries side by side; without findings they are alike."""

    cells: tuple[ComparedCell, ...]
    sums: tuple[ComparedSum, ...]
    first_total: int
    second_total: int
    findings: tuple[Finding, ...]

    @property
    def differing_count(self) -> int:
        """How many texts, bands and points differ; sums only follow from them."""
        return sum(finding.code != "sums-differ" for finding in self.findings)

    @property
    def alike(self) -> bool:
        """Whether the two entries agree in everything."""
        return not self.findings


def compare_entries(
    first: EnteredTable, first_form: Questionnaire, second: EnteredTable, second_form: Questionnaire
) -> EntryComparison:
    """Compare texts, kinds, bands and points; case, accents, blanks and full stops of a text do not count.

    Raises KnownError `score-tables-not-alike` where the entries are not of one questionnaire and column.
    """
    compared = compare(first, second)
    one_by_cell, other_by_cell = _by_cell(first_form), _by_cell(second_form)
    both = {**other_by_cell, **one_by_cell}
    cells = tuple(dict.fromkeys((*one_by_cell, *other_by_cell)))
    differing = tuple(
        Finding(
            "form-entry-differs",
            Severity.ERROR,
            second.places[cell]._replace(column=None),
            {"first": one, "second": other},
        )
        for cell in cells
        if cell in one_by_cell and cell in other_by_cell
        for one, other in _differences(one_by_cell[cell], other_by_cell[cell])
    )
    names = {cell: (_named(item), option.text) for cell, (item, option) in both.items()}
    items = {cell[0]: names[cell][0] for cell in cells}
    return EntryComparison(
        cells=tuple(ComparedCell(*names[cell], first.points.get(cell), second.points.get(cell)) for cell in cells),
        sums=tuple(
            ComparedSum(name, first.sums.get(code, 0), second.sums.get(code, 0)) for code, name in items.items()
        ),
        first_total=compared.first_total,
        second_total=compared.second_total,
        findings=(*differing, *compared.findings),
    )


def _by_cell(form: Questionnaire) -> Mapping[Cell, tuple[Item, Option]]:
    return {(item.code, option.code): (item, option) for item in form.items.values() for option in item.options}


def _differences(one: tuple[Item, Option], other: tuple[Item, Option]) -> Iterator[tuple[str, str]]:
    (item, option), (other_item, other_option) = one, other
    for mine, yours in ((item.text, other_item.text), (option.text, other_option.text)):
        if _essence(mine) != _essence(yours):
            yield mine, yours
    if item.kind is not other_item.kind:
        yield KIND_WORDS.get(item.kind, ""), KIND_WORDS.get(other_item.kind, "")
    if (option.at_least, option.below) != (other_option.at_least, other_option.below):
        yield band_words(option), band_words(other_option)


def _essence(text: str) -> str:
    """Return letters and digits, and the marks inside a number: 8,5 is not 85."""
    return _NOT_SAID.sub("", fold(text))


def _named(item: Item) -> str:
    return f"{item.code}. {item.text}" if item.code[:1].isdigit() else item.text
