"""What this PC's user likes: language, window, recent files. Nothing here changes a figure or a paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QSettings

from povertydesk.poverty.language import DEFAULT_LANGUAGE, LANGUAGES
from povertydesk.poverty.vietnamese import to_nfc

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

_RECENT_KEPT = 8


class FormPlace(NamedTuple):
    """Where a clerk is in the forms of a round: the keys of round and household, and the code of the question."""

    round_id: str
    household_id: str
    item: str


class Preferences:
    """The settings of this PC's user."""

    def __init__(self, settings: QSettings) -> None:
        """Keep them in `settings`."""
        self._settings = settings

    @property
    def language(self) -> str:
        """The language of the screens: Vietnamese unless English was chosen."""
        chosen = str(self._settings.value("language", DEFAULT_LANGUAGE))
        return chosen if chosen in LANGUAGES else DEFAULT_LANGUAGE

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def officer(self) -> str:
        """The name under which this user's changes are kept; empty for the PC's own user name."""
        return str(self._settings.value("officer", ""))

    @officer.setter
    def officer(self, name: str) -> None:
        self._settings.setValue("officer", name)

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """The files opened last, latest first."""
        stored = self._settings.value("recent_files", [])
        names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return tuple(Path(str(name)) for name in names)

    def remember_file(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        kept = [path.absolute(), *(one for one in self.recent_files if one != path.absolute())][:_RECENT_KEPT]
        self._settings.setValue("recent_files", [str(one) for one in kept])

    def forget_file(self, path: Path) -> None:
        """Take a file off the recent ones."""
        self._settings.setValue("recent_files", [str(one) for one in self.recent_files if one != path])

    def backups_of(self, path: Path) -> Path | None:
        """Return where the backups of a file lay when it was open last, while they are there."""
        folder = str(self._settings.value(f"backups/{_key(path)}", ""))
        return Path(folder) if folder and Path(folder).is_dir() else None

    def remember_backups(self, path: Path, folder: Path) -> None:
        """Keep where the backups of a file lie: a damaged file cannot tell any more."""
        self._settings.setValue(f"backups/{_key(path)}", str(folder))

    def template_named(self, name: str) -> Path | None:
        """Return the template of the office above that was opened last under a file name, while it is there."""
        path = Path(str(self._settings.value(f"template/{name}", "")))
        return path if path.name and path.is_file() else None

    def remember_template(self, path: Path) -> None:
        """Keep where a template of the office above lies."""
        self._settings.setValue(f"template/{to_nfc(path.name)}", str(path.absolute()))

    def page_of(self, path: Path) -> str:
        """Return the page a file was left on; empty where it is not known."""
        return str(self._settings.value(f"page/{_key(path)}", ""))

    def remember_page(self, path: Path, page: str) -> None:
        """Keep the page a file is left on."""
        self._settings.setValue(f"page/{_key(path)}", page)

    def form_place(self, path: Path) -> FormPlace | None:
        """Return the question of a review form at which a file was left; None where no form was open."""
        kept = str(self._settings.value(f"form/{_key(path)}", "")).split(" ")
        return FormPlace(*kept) if len(kept) == len(FormPlace._fields) else None

    def remember_form_place(self, path: Path, place: FormPlace | None) -> None:
        """Keep the question the clerk is at, on the disk at once: the PC may be switched off at any key."""
        self._settings.setValue(f"form/{_key(path)}", " ".join(place) if place is not None else "")
        self._settings.sync()

    def typed_texts(self, path: Path) -> dict[str, str]:
        """Return what was typed in a file and stands in no record yet, by the key of its field."""
        kept = str(self._settings.value(f"typed/{_key(path)}", ""))
        if not kept:
            return {}
        import json  # noqa: PLC0415 - nearly always nothing is left

        try:
            texts = json.loads(kept)
        except ValueError:
            return {}
        return {str(field): str(text) for field, text in texts.items()} if isinstance(texts, dict) else {}

    def keep_typed_texts(self, path: Path, texts: Mapping[str, str]) -> bool:
        """Keep what is typed in a file and stands in no record yet; False where the disk did not take it."""
        import json  # noqa: PLC0415 - the first paint needs none of it

        self._settings.setValue(f"typed/{_key(path)}", json.dumps(dict(texts), ensure_ascii=False))
        self._settings.sync()
        return self._settings.status() is QSettings.Status.NoError

    def restore_window(self, window: QWidget, name: str = "window") -> bool:
        """Give a window back its place and size; False where none was kept."""
        geometry = self._settings.value(f"{name}/geometry")
        return isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)

    def keep_window(self, window: QWidget, name: str = "window") -> None:
        """Keep a window's place and size."""
        self._settings.setValue(f"{name}/geometry", window.saveGeometry())

    def words(self, name: str) -> tuple[str, ...] | None:
        """Return a kept list of words, the columns of a grid for instance; None where nothing was chosen."""
        stored = str(self._settings.value(f"words/{name}", ""))
        return tuple(stored.split()[1:]) if stored else None

    def keep_words(self, name: str, words: Sequence[str] | None) -> None:
        """Keep a list of words without spaces; None forgets it."""
        if words is None:
            self._settings.remove(f"words/{name}")
        else:
            self._settings.setValue(f"words/{name}", " ".join(("=", *words)))

    def state(self, name: str) -> QByteArray | None:
        """Return a kept state, of a splitter for instance."""
        value = self._settings.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else None

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Keep a state."""
        self._settings.setValue(f"state/{name}", state)


def _key(path: Path) -> str:
    return str(path.absolute()).replace("/", "|").replace("\\", "|")
