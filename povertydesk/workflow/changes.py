"""What a write changed, so that each screen refreshes only what it shows."""

from __future__ import annotations

from typing import NamedTuple


class Changes(NamedTuple):
    """The kinds of records a write touched, and the operation it became; nothing where all was as it was."""

    touched: frozenset[str] = frozenset()
    operation: int | None = None

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.touched)

    def touches(self, *kinds: str) -> bool:
        """Say whether any of these kinds of records was touched."""
        return not self.touched.isdisjoint(kinds)


NOTHING = Changes()
