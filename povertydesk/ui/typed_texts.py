"""Texts that are being typed and stand in no record yet: kept on this PC at every key, by file and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from povertydesk.ui.preferences import Preferences


class TypedTexts:
    """What was typed into one file and not yet written to it; it outlives the program being killed.

    There is one of each open file, so that no page overwrites what another one keeps. Without preferences the texts are
    held in hand only.
    """

    def __init__(self, preferences: Preferences | None = None, path: Path | None = None) -> None:
        """Find what was left of a file."""
        self._preferences = preferences
        self._path = path
        self._texts = preferences.typed_texts(path) if preferences is not None and path is not None else {}
        self._is_taken = True

    @property
    def is_kept(self) -> bool:
        """Whether what is typed comes back after the program has ended in any way."""
        return self._preferences is not None and self._is_taken

    def at(self, place: str) -> TypedPlace:
        """Return the texts of one place: a form, the members or the events of a household."""
        return TypedPlace(self, place)

    def of_place(self, place: str) -> dict[str, str]:
        """Return what is left of a place, by field."""
        before = f"{place} "
        return {key.removeprefix(before): text for key, text in self._texts.items() if key.startswith(before)}

    def replace(self, place: str, texts: Mapping[str, str]) -> None:
        """Keep exactly these texts of a place; on the disk at once where they differ from what is kept."""
        present = self.of_place(place)
        if present == texts:
            return
        for field in present.keys() - texts.keys():
            del self._texts[f"{place} {field}"]
        self._texts |= {f"{place} {field}": text for field, text in texts.items()}
        if self._preferences is not None and self._path is not None:
            self._is_taken = self._preferences.keep_typed_texts(self._path, self._texts)


class TypedPlace:
    """The texts of one place, by field."""

    def __init__(self, texts: TypedTexts, place: str) -> None:
        """Speak of a place."""
        self._typed = texts
        self._place = place

    @property
    def texts(self) -> dict[str, str]:
        """What is left here, by field."""
        return self._typed.of_place(self._place)

    def of(self, field: str) -> str | None:
        """Return the text of a field; None where nothing is left of it."""
        return self.texts.get(field)

    def hold(self, field: str, text: str, *, is_unsaved: bool = True) -> None:
        """Keep a text at every key, as long as it is not what the records say."""
        self.keep({**self.texts, field: text} if is_unsaved else _without(self.texts, field))

    def forget(self, field: str) -> None:
        """Let go of a text that was written, or taken back."""
        self.keep(_without(self.texts, field))

    def keep(self, texts: Mapping[str, str]) -> None:
        """Keep these texts of the place and no others."""
        self._typed.replace(self._place, texts)


def _without(texts: Mapping[str, str], field: str) -> dict[str, str]:
    return {name: text for name, text in texts.items() if name != field}
