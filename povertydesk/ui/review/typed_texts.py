"""Texts that are being typed into forms and are no answers yet: kept on this PC at every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.ui.preferences import Preferences


class TypedTexts:
    """What was typed and not yet taken as an answer, by field; it outlives the program being killed."""

    def __init__(self, preferences: Preferences, path: Path) -> None:
        """Find what was left of the forms of a file."""
        self._preferences = preferences
        self._path = path
        self._texts = preferences.typed_texts(path)

    def of(self, field: str) -> str | None:
        """Return the text of a field; None where nothing is left of it."""
        return self._texts.get(field)

    def keep(self, field: str, text: str) -> None:
        """Keep a text as it is typed; an empty one too, since it may be on its way to another number."""
        if self._texts.get(field) != text:
            self._texts[field] = text
            self._preferences.keep_typed_texts(self._path, self._texts)

    def forget(self, field: str) -> None:
        """Let go of a text that became an answer, or was taken back."""
        if self._texts.pop(field, None) is not None:
            self._preferences.keep_typed_texts(self._path, self._texts)
