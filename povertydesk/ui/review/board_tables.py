"""The two lists of the page of the rounds: villages with their progress, households with their forms."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from povertydesk.poverty.status import PovertyStatus
from povertydesk.poverty.vietnamese import fold
from povertydesk.ui.records.columns import Alignment, CellKind, Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from povertydesk.ui.review.board_words import BoardWords
    from povertydesk.workflow.review_board import BoardRow, VillageProgress


class ShownForms(enum.StrEnum):
    """Which households of a round a list shows."""

    ALL = "all"
    OPEN = "open"
    UNTOUCHED = "untouched"
    COMPLETE = "complete"
    POOR = "poor"
    NEAR_POOR = "near_poor"
    CHANGED = "changed"

    def holds(self, row: BoardRow) -> bool:
        """Whether a household belongs to it; the open ones are those that keep the round from being sealed."""
        match self:
            case ShownForms.OPEN:
                return not row.complete and not row.ended
            case ShownForms.UNTOUCHED:
                return not row.begun and not row.ended
            case ShownForms.COMPLETE:
                return row.complete
            case ShownForms.POOR | ShownForms.NEAR_POOR:
                return row.result is PovertyStatus(self.value)
            case ShownForms.CHANGED:
                return row.complete and row.opening is not None and row.result is not row.opening
            case _:
                return True


def chosen_rows(rows: Iterable[BoardRow], shown: ShownForms, text: str) -> list[BoardRow]:
    """Return the households of a filter whose head, without accents, or code holds a text."""
    folded = fold(text)
    code = text.strip().casefold()
    return [row for row in rows if shown.holds(row) and (folded in fold(row.head) or code in row.code.casefold())]


class BoardColumns(QObject):
    """Declares the columns in the language of the screens."""

    def villages(self) -> tuple[Column[VillageProgress], ...]:
        """Return the columns of the villages, with the commune in the row of totals."""
        counts = (
            ("to_review", self.tr("To review")),
            ("begun", self.tr("Forms begun")),
            ("complete", self.tr("Complete")),
            ("poor", self.tr("Poor")),
            ("near_poor", self.tr("Near-poor")),
        )
        name: Column[VillageProgress] = Column(
            "village", self.tr("Village"), lambda row: row.village, total=lambda _: self.tr("Whole commune")
        )
        return (name, *(_count(key, title) for key, title in counts))

    def households(self, words: BoardWords, *, by_points: bool) -> tuple[Column[BoardRow], ...]:
        """Return the columns of the households; under a standard without points the income stands for them."""
        found: list[Column[BoardRow]] = [
            Column("code", self.tr("Code"), lambda row: row.code, width_characters=7),
            Column("head", self.tr("Head of household"), lambda row: row.head, width_characters=24),
            Column("village", self.tr("Village"), lambda row: row.village, width_characters=16),
            Column("opening", self.tr("Opening"), lambda row: words.opening(row.opening), width_characters=10),
            Column("stage", self.tr("Form"), words.stage, width_characters=13),
            Column("result", self.tr("Result"), lambda row: words.status(row.result), width_characters=13),
        ]
        if by_points:
            found += [
                Column("b1", "B1", lambda row: row.b1, CellKind.COUNT, width_characters=4),
                Column("b2", "B2", lambda row: row.b2, CellKind.COUNT, width_characters=4),
            ]
        else:
            income = self.tr("Income a person and month (đồng)")
            found.append(
                Column("income", income, lambda row: row.income_per_person_vnd, CellKind.COUNT, width_characters=10)
            )
        found += [
            Column(
                "answers",
                self.tr("Answered"),
                lambda row: f"{row.answered}/{row.applicable}" if row.answered else "",
                align=Alignment.RIGHT,
                width_characters=7,
                tooltip=self.tr("How many of the questions that apply are answered"),
            ),
            Column("people", self.tr("People"), lambda row: row.people, CellKind.COUNT, width_characters=4),
        ]
        return tuple(found)


def _count(key: str, title: str) -> Column[VillageProgress]:
    return Column(
        key,
        title,
        lambda row: getattr(row, key),
        CellKind.COUNT,
        total=lambda rows: sum(getattr(row, key) for row in rows),
    )
