"""The sheet on which a village follows its registered households: one month with room for the pen, or twelve months."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.named_target import LeavingTarget
from povertydesk.poverty.paper import (
    CellKind,
    Grid,
    GridColumn,
    GridHeading,
    GridRow,
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

    from povertydesk.documents.registered_list import ListedName
    from povertydesk.documents.registered_words import FollowUpTemplate
    from povertydesk.poverty.paper import Block, CellValue

_MONTHS = range(1, 13)


class FollowUpSheet(NamedTuple):
    """One village's sheet; `members` of the committee are those responsible for it, `month` None is all twelve."""

    office: str
    village: str
    year: int
    month: int | None
    members: tuple[str, ...]
    names: Mapping[LeavingTarget, Sequence[ListedName]]


def follow_up_paper(sheets: Sequence[FollowUpSheet], words: FollowUpTemplate) -> Paper:
    """Make one paper of the sheets, each village with pages of its own."""
    first = sheets[0]
    parts = tuple(Part(tuple(_sheet(sheet, words)), landscape=True) for sheet in sheets)
    title = f"{words.kind.capitalize()}: {_subject(first, words)} – {first.office}"
    return Paper("follow-up", title, parts, author=first.office)


def _subject(sheet: FollowUpSheet, words: FollowUpTemplate) -> str:
    subject = words.subject_year if sheet.month is None else words.subject_month
    return subject.format(month=sheet.month, year=sheet.year, village=sheet.village)


def _sheet(sheet: FollowUpSheet, words: FollowUpTemplate) -> Iterator[Block]:
    yield Title(words.kind, (Text(_subject(sheet, words), bold=True),))
    members = ", ".join(sheet.members) or words.nobody_in_charge
    yield Paragraph((Text(words.office.format(office=sheet.office, members=members)),), ParagraphStyle.NOTE)
    yield _grid(sheet, words)
    yield Signers(words.signers, words.signing_hint)


def _grid(sheet: FollowUpSheet, words: FollowUpTemplate) -> Grid:
    columns = _month_columns(sheet.month, words) if sheet.month is not None else _year_columns(words)
    leaves = Grid("", columns, ()).leaves
    bands = {LeavingTarget.POOR: words.poor, LeavingTarget.NEAR_POOR: words.near_poor}
    rows: list[GridRow] = []
    for target, names in sheet.names.items():
        if not names:
            continue
        rows.append(GridRow((bands[target], *(None,) * (len(leaves) - 1)), RowKind.BAND))
        for place, one in enumerate(names, start=1):
            rows.append(GridRow((place, one.code, one.head, *_cells(one, sheet.month, words))))
    return Grid("follow_up", columns, tuple(rows))


def _first_columns(words: FollowUpTemplate, head: float) -> tuple[GridColumn, ...]:
    return (
        GridColumn("serial", words.serial_title, CellKind.SERIAL, 10),
        GridColumn("code", words.code_title, CellKind.SERIAL, 16),
        GridColumn("head", words.head_title, CellKind.TEXT, head),
    )


def _month_columns(month: int, words: FollowUpTemplate) -> tuple[GridColumn, ...]:
    return (
        *_first_columns(words, 40),
        GridColumn("needs", words.needs_title, CellKind.TEXT, 36),
        GridColumn("helper", words.helper_title, CellKind.TEXT, 36),
        GridColumn("before", words.before_title, CellKind.SERIAL, 22),
        GridColumn("done", words.done_title.format(month=month), CellKind.TEXT, 60),
        GridColumn("done_by", words.done_by_title, CellKind.TEXT, 30),
        GridColumn("result", words.result_title, CellKind.TEXT, 24),
    )


def _year_columns(words: FollowUpTemplate) -> tuple[GridHeading | GridColumn, ...]:
    months = tuple(GridColumn(f"month_{month}", str(month), CellKind.SERIAL, 10) for month in _MONTHS)
    return (
        *_first_columns(words, 44),
        GridColumn("helper", words.helper_title, CellKind.TEXT, 44),
        GridHeading(words.months_title, months),
        GridColumn("result", words.result_title, CellKind.TEXT, 30),
    )


def _cells(one: ListedName, month: int | None, words: FollowUpTemplate) -> tuple[CellValue, ...]:
    if month is None:
        return (one.helper or None, *(words.mark if n in one.done else None for n in _MONTHS), one.result or None)
    before = ", ".join(str(past) for past in sorted(one.done) if past < month)
    done, done_by = one.done.get(month, ("", ""))
    texts = (one.needs, one.helper, before or words.no_months, done, done_by, one.result)
    return tuple(text or None for text in texts)
