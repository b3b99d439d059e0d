"""Where the program's own data lie: in a checkout, in an installed package, or in a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path


def data_folder() -> Path:
    """Return the folder that holds `resources` and `i18n`."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    installed = Path(__file__).parent / "_data"
    return installed if installed.is_dir() else Path(__file__).parent.parent


def resources(*parts: str) -> Path:
    """Return a path below `resources`."""
    return data_folder().joinpath("resources", *parts)


def translations() -> Path:
    """Return the folder of the compiled screen translations."""
    return data_folder() / "i18n"
