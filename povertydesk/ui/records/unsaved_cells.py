"""What stands in the grid and not yet in the file: texts that were refused, or that could not be written so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from povertydesk.ui.records.columns import CellEdit

Place = tuple[str, str]
"""A cell by its line's key and its column's."""


class UnsavedCells:
    """Typed texts by cell, and what is wrong with them.

    Lines that were typed or pasted together are one block: nothing of a block is kept before all of it can be.
    """

    def __init__(self) -> None:
        self._texts: dict[str, dict[str, str]] = {}
        self._faults: dict[Place, str] = {}
        self._blocks: list[frozenset[str]] = []

    def __bool__(self) -> bool:
        """Whether anything is unsaved."""
        return bool(self._texts)

    @property
    def faults(self) -> Mapping[Place, str]:
        """The sentence for each cell that was refused."""
        return self._faults

    @property
    def rows(self) -> tuple[str, ...]:
        """The lines that hold something unsaved, in the order they came."""
        return tuple(self._texts)

    def take(self, edits: Iterable[CellEdit]) -> frozenset[str]:
        """Hold what was typed or pasted; returns the block it belongs to, which is to be written now."""
        lines: dict[str, dict[str, str]] = {}
        for row, column, text in edits:
            lines.setdefault(row, {})[column] = text
        for row, texts in lines.items():
            self._texts.setdefault(row, {}).update(texts)
        block = frozenset(lines)
        for other in [other for other in self._blocks if other & block]:
            self._blocks.remove(other)
            block |= other
        self._blocks.append(block)
        return block

    def lines_of(self, block: Collection[str]) -> dict[str, dict[str, str]]:
        """Return the unsaved texts of a block, by line and column."""
        return {row: dict(texts) for row, texts in self._texts.items() if row in block}

    def typed_in(self, row: str) -> dict[str, str]:
        """Return the unsaved texts of a line by column."""
        return dict(self._texts.get(row, ()))

    def refuse(self, block: Collection[str], faults: Mapping[Place, str]) -> None:
        """Remember what is wrong in a block; nothing, where it is sound and only could not be written."""
        self._faults = {place: words for place, words in self._faults.items() if place[0] not in block} | dict(faults)

    def release(self, block: Collection[str]) -> None:
        """Let a block go that stands in the file now."""
        self._texts = {row: texts for row, texts in self._texts.items() if row not in block}
        self._faults = {place: words for place, words in self._faults.items() if place[0] not in block}
        self._blocks = [left for left in (other - frozenset(block) for other in self._blocks) if left]

    def take_back_refused(self) -> bool:
        """Let the block go that was refused last; False where nothing stands refused."""
        faulty = {row for row, _ in self._faults}
        block = next((block for block in reversed(self._blocks) if block & faulty), None)
        if block is not None:
            self.release(block)
        return block is not None

    def waiting(self) -> list[frozenset[str]]:
        """List the blocks that nothing is wrong with: they could not be written before, and are worth another try."""
        faulty = {row for row, _ in self._faults}
        return [block for block in self._blocks if not block & faulty]
