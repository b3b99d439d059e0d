"""What a write changed, so that each screen refreshes only what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from povertydesk.poverty.problems import Finding


class Changes(NamedTuple):
    """The kinds of records a write touched, and the operation it became; nothing where all was as it was.

    `findings` is what of a workbook wants a look though it was taken.
    """

    touched: frozenset[str] = frozenset()
    operation: int | None = None
    findings: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.touched)

    def touches(self, *kinds: str) -> bool:
        """Say whether any of these kinds of records was touched."""
        return not self.touched.isdisjoint(kinds)


NOTHING = Changes()
