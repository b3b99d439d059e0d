"""Score tables that an office typed in from its paper form, each with the questionnaire it belongs to.

The checksum of an exported table finds a cell that was changed on the way; it is no signature.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from povertydesk.legislation.questionnaires import DatedQuestionnaire
from povertydesk.legislation.score_tables import ScoreTable, score_cells
from povertydesk.poverty.questionnaire import Item, ItemKind, Option, Questionnaire, Section, SectionKind

if TYPE_CHECKING:
    from povertydesk.legislation.standards import Standard
    from povertydesk.poverty.status import Source

_CHECKSUM_GROUPS, _CHECKSUM_GROUP = 4, 4


class OfficeTable(msgspec.Struct, frozen=True):
    """One column of points in the office's file, who typed it and who checked it; `id` is empty before it is kept."""

    id: str
    form: Questionnaire
    standard: str
    column: str
    points: Mapping[tuple[str, str], int]
    entered_by: str
    entered_on: datetime.date
    checked_by: str = ""
    checked_on: datetime.date | None = None
    verified: bool = False

    def score_table(self, *, practice: bool = False) -> ScoreTable:
        """Return the points to score by; those for practice are never verified."""
        return ScoreTable(
            self.form.id,
            self.column,
            self.points,
            verified=self.verified and not practice,
            practice=practice,
            entered_by=self.entered_by,
            checked_by=self.checked_by,
        )

    @property
    def checksum(self) -> str:
        """The digest of items, points, names and days, short enough to be read out."""
        import hashlib  # noqa: PLC0415 - only when a table comes or goes

        content = [
            self.form.id,
            self.form.title,
            self.standard,
            self.column,
            items_data(self.form),
            [[*cell, self.points.get(cell)] for cell in score_cells(self.form)],
            [self.entered_by, self.entered_on.isoformat()],
            [self.checked_by, self.checked_on.isoformat() if self.checked_on else ""],
        ]
        digits = hashlib.sha256(msgspec.json.encode(content)).hexdigest().upper()
        starts = range(0, _CHECKSUM_GROUPS * _CHECKSUM_GROUP, _CHECKSUM_GROUP)
        return "-".join(digits[start : start + _CHECKSUM_GROUP] for start in starts)


def office_form_id(standard: Standard) -> str:
    """Return the id of the official questionnaire of a standard, as offices type it in."""
    return f"b1-{standard.id}"


def office_form(form_id: str, title: str, items: Sequence[Item]) -> Questionnaire:
    """Return the questionnaire of items typed in: Phiếu B1 and nothing else."""
    return Questionnaire(form_id, title, (Section(SectionKind.B1, title, tuple(items)),))


def office_questionnaire(
    form: Questionnaire, standard: Standard, source: Source, *, verified: bool
) -> DatedQuestionnaire:
    """Return a typed questionnaire with the days of its standard."""
    return DatedQuestionnaire(form, standard.id, standard.period, source, verified=verified, practice=False)


def items_data(form: Questionnaire) -> list[dict[str, Any]]:
    """Return the items of Phiếu B1 as plain values that go into JSON and come back the same."""
    return [
        {
            "code": item.code,
            "text": item.text,
            "kind": item.kind.value,
            "options": [
                {
                    "code": option.code,
                    "text": option.text,
                    "digit": option.digit,
                    "at_least": _written(option.at_least),
                    "below": _written(option.below),
                }
                for option in item.options
            ],
        }
        for section in form.sections
        if section.kind is SectionKind.B1
        for item in section.items
    ]


def items_from_data(data: Sequence[Mapping[str, Any]]) -> tuple[Item, ...]:
    """Return the items that `items_data` wrote."""
    return tuple(
        Item(
            code=item["code"],
            text=item["text"],
            kind=ItemKind(item["kind"]),
            options=tuple(
                Option(one["code"], one["text"], one["digit"], _number(one["at_least"]), _number(one["below"]))
                for one in item["options"]
            ),
        )
        for item in data
    )


def _written(number: Decimal | None) -> str | None:
    return None if number is None else format(number.normalize(), "f")


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
