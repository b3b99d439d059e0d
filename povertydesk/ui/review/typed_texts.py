"""Texts that are being typed into forms and are no answers yet: kept on this PC at every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.ui.preferences import Preferences


class TypedTexts:
    """What was typed into one form and not yet taken as an answer, by field; it outlives the program being killed."""

    def __init__(self, preferences: Preferences, path: Path) -> None:
        """Find what was left of the forms of a file."""
        self._preferences = preferences
        self._path = path
        self._texts = preferences.typed_texts(path)
        self._form = ""

    def turn_to(self, form: str) -> None:
        """Speak of the fields of another form from now on."""
        self._form = form

    def of(self, field: str) -> str | None:
        """Return the text of a field; None where nothing is left of it."""
        return self._texts.get(f"{self._form} {field}")

    def hold(self, field: str, text: str, *, is_unsaved: bool) -> None:
        """Keep a text at every key, as long as it is not what the records say."""
        if not is_unsaved:
            self.forget(field)
        elif self.of(field) != text:
            self._texts[f"{self._form} {field}"] = text
            self._preferences.keep_typed_texts(self._path, self._texts)

    def forget(self, field: str) -> None:
        """Let go of a text that became an answer, or was taken back."""
        if self._texts.pop(f"{self._form} {field}", None) is not None:
            self._preferences.keep_typed_texts(self._path, self._texts)
