"""The list of households registered to leave poverty in a year: village by village, with totals and a summary."""

from __future__ import annotations

import itertools
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.documents.place_words import inside_sentence
from povertydesk.poverty.named_target import LeavingTarget, VillageNames
from povertydesk.poverty.official_text import format_count, format_difference, roman
from povertydesk.poverty.paper import (
    CellKind,
    Closing,
    Grid,
    GridColumn,
    GridHeading,
    GridRow,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphStyle,
    Part,
    RowKind,
    Text,
    Title,
)
from povertydesk.poverty.rollup import total

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from povertydesk.documents.issuing_office import IssuingOffice
    from povertydesk.documents.registered_words import RegisteredTemplate
    from povertydesk.poverty.paper import Block, CellValue, Letterhead
    from povertydesk.poverty.plan import Officer


class ListedName(NamedTuple):
    """One registered household as papers name it; `done` says by month what was done and by whom."""

    code: str
    head: str
    deprived: str = ""
    needs: str = ""
    helper: str = ""
    done: Mapping[int, tuple[str, str]] = MappingProxyType({})
    result: str = ""
    note: str = ""


class NamedVillage(NamedTuple):
    """The names of one village on one list, with its three figures and what came of them.

    `left` and `stayed` count recorded results; `unnamed` are the heads of those who left without being named.
    """

    figures: VillageNames
    names: tuple[ListedName, ...]
    left: int = 0
    stayed: int = 0
    unnamed: tuple[str, ...] = ()

    @property
    def helped(self) -> int:
        """How many of the names somebody helps."""
        return self.figures.named - self.figures.unhelped


class RegisteredContents(NamedTuple):
    """What the paper is made from; `place` is the village or the office the list is of, `member` the word for one."""

    year: int
    place: str
    member: str
    villages: Mapping[LeavingTarget, Sequence[NamedVillage]]
    letterhead: Letterhead
    office: IssuingOffice
    signer: Officer | None


def registered_paper(contents: RegisteredContents, words: RegisteredTemplate) -> Paper:
    """Make the paper: the poor, the near-poor, and for several villages the summary of the figures."""
    subject = words.subject.format(year=contents.year, place=contents.place)
    blocks = (contents.letterhead, Title(words.kind, (Text(subject, bold=True),)), *_sections(contents, words))
    closing = Closing((), contents.office.signature(contents.signer))
    title = f"{words.kind.capitalize()}: {subject}"
    author = contents.office.unit.name
    return Paper("registered", title, (Part((*blocks, closing), landscape=True),), author=author)


def _sections(contents: RegisteredContents, words: RegisteredTemplate) -> Iterator[Block]:
    numbers = (roman(number) for number in itertools.count(1))
    titles = {LeavingTarget.POOR: words.poor, LeavingTarget.NEAR_POOR: words.near_poor}
    for target, villages in contents.villages.items():
        title = f"{next(numbers)}. {titles[target].upper()}"
        if any(village.names for village in villages):
            yield _list_grid(title, target, villages, words)
        else:
            yield Paragraph((Text(title, bold=True),), ParagraphStyle.CENTRED)
            yield Paragraph((Text(words.nobody),), ParagraphStyle.CENTRED)
        unnamed = [f"{head} ({village.figures.village})" for village in villages for head in village.unnamed]
        if unnamed:
            told = words.unnamed_poor if target is LeavingTarget.POOR else words.unnamed_near_poor
            yield Paragraph((Text(told.format(households="; ".join(unnamed))),), ParagraphStyle.NOTE)
    if max(map(len, contents.villages.values())) > 1:
        yield PageBreak()
        yield _summary_grid(f"{next(numbers)}. {words.summary.upper()}", contents, words)


def _list_grid(title: str, target: LeavingTarget, villages: Sequence[NamedVillage], words: RegisteredTemplate) -> Grid:
    columns = (
        GridColumn("serial", words.serial_title, CellKind.SERIAL, 10),
        GridColumn("code", words.code_title, CellKind.SERIAL, 16),
        GridColumn("head", words.head_title, CellKind.TEXT, 44),
        GridColumn("deprived", words.deprived_title, CellKind.TEXT, 72),
        GridColumn("needs", words.needs_title, CellKind.TEXT, 36),
        GridColumn("helper", words.helper_title, CellKind.TEXT, 38),
        GridColumn("months", words.months_title, CellKind.SERIAL, 24),
        GridColumn("result", words.result_title, CellKind.TEXT, 26),
        GridColumn("note", words.note_title, CellKind.TEXT, 24),
    )
    listed = [village for village in villages if village.names]
    rows: list[GridRow] = []
    for village in listed:
        rows.append(GridRow((_band(village.figures, words), *(None,) * (len(columns) - 1)), RowKind.BAND))
        rows += (_line(one, place) for place, one in enumerate(village.names, start=1))
        rows.append(
            _total(
                words.total.format(village=inside_sentence(village.figures.village), named=len(village.names)),
                [village],
                words,
            )
        )
    if len(listed) > 1:
        named = sum(len(village.names) for village in listed)
        rows.append(_total(words.grand_total.format(named=format_count(named)), listed, words))
    return Grid(f"registered_{target.value}", columns, tuple(rows), caption=title)


def _band(figures: VillageNames, words: RegisteredTemplate) -> str:
    poor = figures.target is LeavingTarget.POOR
    difference = ""
    if figures.difference:
        base = words.base_poor if poor else words.base_near_poor
        difference = words.difference.format(difference=format_difference(figures.difference), base=base)
    return (words.band_poor if poor else words.band_near_poor).format(
        village=figures.village,
        assigned=words.not_set if figures.assigned is None else figures.assigned,
        registered=words.not_set if figures.registered is None else figures.registered,
        named=figures.named,
        difference=difference,
    )


def _line(one: ListedName, place: int) -> GridRow:
    months = ", ".join(str(month) for month in sorted(one.done))
    texts = (one.deprived, one.needs, one.helper, months, one.result, one.note)
    return GridRow((place, one.code, one.head, *(text or None for text in texts)))


def _total(words_of_total: str, villages: Sequence[NamedVillage], words: RegisteredTemplate) -> GridRow:
    helped, left = sum(village.helped for village in villages), sum(village.left for village in villages)
    return GridRow(
        (
            None,
            None,
            words_of_total,
            None,
            None,
            words.helped.format(count=format_count(helped)),
            None,
            words.left.format(count=format_count(left)) if left else None,
            None,
        ),
        RowKind.TOTAL,
    )


def _summary_grid(title: str, contents: RegisteredContents, words: RegisteredTemplate) -> Grid:
    def group(target: LeavingTarget) -> GridHeading:
        poor = target is LeavingTarget.POOR
        titles = (
            ("assigned", words.assigned_title if poor else words.planned_title),
            ("registered", words.registered_title),
            ("named", words.named_title),
            ("difference", words.difference_title),
            ("helped", words.helped_title),
            ("left", words.left_title),
            ("stayed", words.stayed_title),
        )
        members = tuple(GridColumn(f"{target.value}_{key}", title, CellKind.COUNT, 15) for key, title in titles)
        return GridHeading(words.poor_title if poor else words.near_poor_title, members)

    columns: tuple[GridHeading | GridColumn, ...] = (
        GridColumn("serial", words.serial_title, CellKind.SERIAL, 10),
        GridColumn("village", contents.member, CellKind.TEXT, 44),
        *(group(target) for target in contents.villages),
    )
    sides = tuple(contents.villages.values())
    rows = [
        GridRow((place, of_village[0].figures.village, *(cell for side in of_village for cell in _figures([side]))))
        for place, of_village in enumerate(zip(*sides, strict=True), start=1)
    ]
    whole = GridRow((None, words.total_title, *(cell for side in sides for cell in _figures(side))), RowKind.TOTAL)
    return Grid("registered_summary", columns, (*rows, whole), caption=title)


def _figures(villages: Sequence[NamedVillage]) -> tuple[CellValue, ...]:
    assigned = total(village.figures.assigned for village in villages)
    named = sum(village.figures.named for village in villages)
    return (
        assigned,
        total(village.figures.registered for village in villages),
        named,
        None if assigned is None else named - assigned,
        sum(village.helped for village in villages),
        sum(village.left for village in villages),
        sum(village.stayed for village in villages),
    )
