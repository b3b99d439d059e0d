"""Score tables of Phiếu B1: points by option, one column for each rural region and one for towns.

They are data apart from the questionnaire, so that an office can load them. What is not answered is not scored, and
keeps the total from being final.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from povertydesk.legislation.reading import LegislationDataError, SourceTable, Table, read_file
from povertydesk.poverty.area import AreaType, Region
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.questionnaire import Item, SectionKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from povertydesk.legislation.instruments import InstrumentRegister
    from povertydesk.legislation.questionnaires import DatedQuestionnaire
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.questionnaire import Questionnaire

FOLDER = "score_tables"
URBAN_COLUMN = "TT"
COLUMNS = (*(region.value for region in Region), URBAN_COLUMN)


class ScoreTable(msgspec.Struct, frozen=True):
    """The points of one questionnaire in one column, by item and option; `verified` once two people agree on it."""

    questionnaire: str
    column: str
    points: Mapping[tuple[str, str], int]
    verified: bool
    practice: bool
    entered_by: str = ""
    checked_by: str = ""


class ItemScore(msgspec.Struct, frozen=True):
    """One item's part of the total: nought where it does not apply, None where it is not answered or not known."""

    item: str
    applies: bool | None
    options: tuple[str, ...]
    points: int | None


class FormScore(msgspec.Struct, frozen=True):
    """The points of every item. `total` is what is known so far, and final only without `missing` items."""

    items: tuple[ItemScore, ...]
    total: int
    missing: tuple[str, ...]
    verified: bool

    @property
    def final(self) -> bool:
        """Whether the total may be judged by."""
        return not self.missing


class _TableFile(Table, frozen=True):
    questionnaire: str
    source: SourceTable
    verified: bool
    columns: list[str]
    points: dict[str, dict[str, list[int]]]


def score_column(area: AreaType, region: Region | None) -> str:
    """Return the column of a commune: towns have one, rural communes their region's.

    Raises KnownError `region-not-set` for a rural commune of which nobody said the region.
    """
    if area is AreaType.URBAN:
        return URBAN_COLUMN
    if region is None:
        raise KnownError("region-not-set")
    return region.value


def scored_items(form: Questionnaire) -> tuple[Item, ...]:
    """Return the items that carry points: those of Phiếu B1 that are answered by options."""
    return tuple(
        item for section in form.sections if section.kind is SectionKind.B1 for item in section.items if item.options
    )


def score_cells(form: Questionnaire) -> tuple[tuple[str, str], ...]:
    """Return every cell of a column in the order of the paper, as item and option."""
    return tuple((item.code, option.code) for item in scored_items(form) for option in item.options)


def read_score_tables(
    folder: Path, register: InstrumentRegister, questionnaires: Sequence[DatedQuestionnaire]
) -> dict[tuple[str, str], ScoreTable]:
    """Read the tables that are shipped, by questionnaire and column; raises LegislationDataError for a hole in one."""
    by_id = {one.form.id: one for one in questionnaires}
    tables: dict[tuple[str, str], ScoreTable] = {}
    for name in sorted(f"{FOLDER}/{path.name}" for path in (folder / FOLDER).glob("*.toml")):
        file = read_file(folder, name, _TableFile)
        register.source(name, "source", file.source)
        owner = by_id.get(file.questionnaire)
        if owner is None:
            raise LegislationDataError(name, "questionnaire", f"unknown questionnaire {file.questionnaire}")
        if not set(file.columns) <= set(COLUMNS) or len(set(file.columns)) < len(file.columns):
            raise LegislationDataError(name, "columns", f"the columns must be of {', '.join(COLUMNS)}")
        if owner.practice and file.verified:
            raise LegislationDataError(name, "verified", "points made up for practice are never verified")
        cells = {(item, option): row for item, options in file.points.items() for option, row in options.items()}
        wrong = set(cells) ^ set(score_cells(owner.form))
        if wrong:
            raise LegislationDataError(name, ".".join(("points", *min(wrong))), "cell missing, or not of the form")
        for (item, option), row in cells.items():
            if len(row) != len(file.columns) or min(row) < 0:
                raise LegislationDataError(name, f"points.{item}.{option}", "a number from 0 up for each column")
        for place, column in enumerate(file.columns):
            if (file.questionnaire, column) in tables:
                raise LegislationDataError(name, "columns", f"{column} of {file.questionnaire} stands twice")
            points = {cell: row[place] for cell, row in cells.items()}
            tables[file.questionnaire, column] = ScoreTable(
                file.questionnaire, column, points, file.verified, owner.practice
            )
    return tables


def score(form: Questionnaire, table: ScoreTable, answers: Mapping[str, FormAnswer]) -> FormScore:
    """Score the answers of Phiếu B1 and keep every item's points.

    Raises KnownError `score-table-of-other-form`: points of another form would sum to nought, which means poor.
    """
    if table.questionnaire != form.id:
        raise KnownError("score-table-of-other-form", found=table.questionnaire, form=form.title)
    applies = form.applicability(answers)
    items = tuple(_item_score(item, table, answers.get(item.code), applies[item.code]) for item in scored_items(form))
    missing = tuple(one.item for one in items if one.points is None)
    total = sum(one.points for one in items if one.points is not None)
    return FormScore(items, total, missing, table.verified)


def _item_score(item: Item, table: ScoreTable, answer: FormAnswer | None, applies: bool | None) -> ItemScore:
    if applies is False:
        return ItemScore(item.code, applies, (), 0)
    chosen = item.chosen(answer)
    if not applies or chosen is None:
        return ItemScore(item.code, applies, (), None)
    options = tuple(chosen)
    if len(options) > 1:
        options = tuple(option.code for option in item.options if option.code in chosen)
    total = 0
    for option in options:
        points = table.points.get((item.code, option))
        if points is None:
            return ItemScore(item.code, applies, options, None)
        total += points
    return ItemScore(item.code, applies, options, total)
