"""What can go wrong and be said: refusals, findings, and the place each speaks of.

A code stands for one sentence in `resources/messages/<language>.toml`; the values fill its named fields.
"""

from __future__ import annotations

import enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | int | float | None


class Severity(enum.StrEnum):
    """How much a finding weighs: an error contradicts itself, a warning wants a look, a note is no mistake."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(NamedTuple):
    """Where a finding stands: in a workbook (sheet, row, column), a village, a year, a paper's section or a field.

    `row` is the number Excel shows; `column` is the heading or letter a clerk can find.
    """

    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    village: str | None = None
    year: int | None = None
    paper: str | None = None
    section: str | None = None
    field: str | None = None

    def parts(self) -> tuple[tuple[str, str | int], ...]:
        """Return the named parts that are set, from the widest to the narrowest."""
        names = ("paper", "section", "sheet", "year", "village", "row", "column", "field")
        return tuple((name, getattr(self, name)) for name in names if getattr(self, name) is not None)


class Finding(NamedTuple):
    """One thing that a clerk should look at; the work goes on. Codes are stable kebab-case English."""

    code: str
    severity: Severity
    place: Place = Place()
    values: Mapping[str, Value] = MappingProxyType({})


class KnownError(Exception):
    """A refusal the program foresees: one sentence for the clerk with the next step, and nothing was changed.

    Anything else that is raised is a bug and ends in a report file.
    """

    def __init__(self, code: str, /, *, findings: tuple[Finding, ...] = (), **values: Value) -> None:
        """Name the sentence by its code, give its values and, where the refusal rests on them, the findings."""
        super().__init__(code)
        self.code = code
        self.values: dict[str, Value] = values
        self.findings = findings

    def __str__(self) -> str:
        """Show code and values for a report file; the clerk reads the sentence of the message catalogue."""
        return f"{self.code} {self.values}" if self.values else self.code
