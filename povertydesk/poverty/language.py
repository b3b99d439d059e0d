"""The languages the program speaks: Vietnamese first, English where it is chosen."""

from __future__ import annotations

DEFAULT_LANGUAGE = "vi"
LANGUAGES = ("vi", "en")
