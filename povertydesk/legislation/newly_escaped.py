"""For how many months a household that left the list counts as newly escaped (hộ mới thoát nghèo)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from povertydesk.legislation.dated import Period, period_of, refuse_overlap
from povertydesk.legislation.reading import DatedTable, Table, read_file
from povertydesk.poverty.status import Source

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.legislation.instruments import InstrumentRegister

FILE = "newly_escaped.toml"


class EscapeTerm(msgspec.Struct, frozen=True):
    """The months, the days on which that is the law, and where it is written."""

    period: Period
    months: int
    source: Source
    verified: bool


class _TermTable(DatedTable, frozen=True, kw_only=True):
    months: Annotated[int, msgspec.Meta(gt=0)]


class _TermsTable(Table, frozen=True):
    term: list[_TermTable]


def read_escape_terms(folder: Path, register: InstrumentRegister) -> tuple[EscapeTerm, ...]:
    """Read every term; raises LegislationDataError where two hold on one day or a source is not registered."""
    terms = tuple(
        EscapeTerm(
            period_of(FILE, f"term[{place}]", table),
            table.months,
            register.source(FILE, f"term[{place}]", table.source),
            table.verified,
        )
        for place, table in enumerate(read_file(folder, FILE, _TermsTable).term)
    )
    refuse_overlap(FILE, "term", [term.period for term in terms])
    return terms
