"""The results of a workbook's live formulas, which openpyxl leaves out: not every reader calculates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

_FORMULA = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v(?:\s*/>|></v>)')

Results = dict[str, "int | Decimal"]
"""What the formulas of a sheet come to, by the names of their cells."""


def with_results(name: str, part: bytes, results: Mapping[str, Results]) -> bytes:
    """Write the results into a sheet, `results` by the names of the sheets' parts; other parts stay as they are."""
    known = results.get(name)
    if not known:
        return part

    def written(found: re.Match[bytes]) -> bytes:
        value = known.get(found[2].decode())
        return found[0] if value is None else found[1] + f"<v>{value}</v>".encode()

    return _FORMULA.sub(written, part)
