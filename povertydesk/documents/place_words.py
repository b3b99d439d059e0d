"""What kind of place a village or commune is, by the word its name begins with, and how names stand in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.area import OfficeLevel

if TYPE_CHECKING:
    from collections.abc import Sequence

_USUAL = {OfficeLevel.COMMUNE: "thôn", OfficeLevel.RECEIVING: "xã"}
_KINDS = (
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "thôn",
    "bản",
    "buôn",
    "bon",
    "làng",
    "plei",
    "xóm",
    "ấp",
    "khóm",
    "phum",
    "sóc",
    "tổ dân phố",
    "khu dân cư",
    "khu phố",
    "tiểu khu",
    "khu",
    "tổ",
    "huyện",
    "thị xã",
    "thành phố",
    "quận",
    "tỉnh",
)
_SHORT_FORMS = {"tt": "thị trấn", "tdp": "tổ dân phố"}
"""How lists abbreviate; a sentence writes them out."""


def kind_of(name: str) -> str:
    """Return the word of its kind that a name begins with: `Thôn Minh Long` → `thôn`; empty where there is none."""
    folded = f"{name.casefold()} "
    short = folded.partition(" ")[0].rstrip(".")
    return next((kind for kind in _KINDS if folded.startswith(f"{kind} ")), _SHORT_FORMS.get(short, ""))


def kinds_of(names: Sequence[str], level: OfficeLevel) -> list[str]:
    """List the kinds of some places in the order papers name them; the usual one of a level where a name tells none."""
    found = {kind_of(name) or _USUAL[level] for name in names} or {_USUAL[level]}
    return [kind for kind in _KINDS if kind in found]


def inside_sentence(name: str) -> str:
    """Write a name as it stands inside a sentence: `Thôn Minh Long` → `thôn Minh Long`; bare names stay as they are."""
    kind = kind_of(name)
    return kind + name[len(kind) :] if kind and name.casefold().startswith(kind) else name
