"""The four faces of Tinos that papers are printed in (the widths of Times New Roman, licence OFL 1.1).

reportlab prints an empty box for a letter that a face lacks and says nothing, so every face is checked for all
Vietnamese letters before it may print.
"""

from __future__ import annotations

import enum
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from povertydesk.paths import resources
from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from pathlib import Path

_PLAIN_VOWELS = "aăâeêioôơuưy"
_VOWELS = _PLAIN_VOWELS + _PLAIN_VOWELS.upper()
_TONE_MARKS = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")

VIETNAMESE_LETTERS = (
    "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONE_MARKS) + "đĐ"
)
"""The 144 vowels with their tones in both cases, and đ, Đ."""

OFFICIAL_SIGNS = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0“”‘’–—…·•§°²³±×÷=≤≥½«»₫"
"""Latin letters, digits and the signs that papers and tables of an office use."""


class Face(enum.IntEnum):
    """The four faces; bold counts 1 and italic 2, so that faces add up."""

    REGULAR = 0
    BOLD = 1
    ITALIC = 2
    BOLD_ITALIC = 3

    @classmethod
    def of(cls, *, bold: bool, italic: bool) -> Face:
        """Return the face that is bold, italic, both or neither."""
        return cls((1 if bold else 0) + (2 if italic else 0))


FACE_FILES = {
    Face.REGULAR: "Tinos-Regular.ttf",
    Face.BOLD: "Tinos-Bold.ttf",
    Face.ITALIC: "Tinos-Italic.ttf",
    Face.BOLD_ITALIC: "Tinos-BoldItalic.ttf",
}


@dataclass(frozen=True, slots=True)
class FontSet:
    """The faces, read, checked and known to reportlab; `names` and `faces` go in the order of `Face`."""

    names: tuple[str, ...]
    faces: tuple[TTFont, ...]

    def missing_letters(self, letters: str) -> str:
        """Return those of `letters` that at least one face cannot print, each once, in their order."""
        lacking = {letter for face in self.faces for letter in letters if ord(letter) not in face.face.charToGlyph}
        return "".join(letter for letter in dict.fromkeys(letters) if letter in lacking)


def load_fonts() -> FontSet:
    """Read the bundled faces once a process and hand them to reportlab.

    Raises:
        KnownError: `font-missing` or `font-damaged` (with `file`), `font-lacks-letters` (with `file`, `letters`).
    """
    faces = tuple(_registered_face(file_name) for file_name in FACE_FILES.values())
    return FontSet(tuple(face.fontName for face in faces), faces)


def check_fonts(folder: Path | None = None) -> None:
    """Read each face anew from the disk and refuse the first that is missing, damaged or lacks a letter.

    Raises:
        KnownError: as `load_fonts`.
    """
    place = folder if folder is not None else resources("fonts")
    for file_name in FACE_FILES.values():
        _read_face(file_name, place / file_name)


def _registered_face(file_name: str) -> TTFont:
    # The name goes into the PDF, so it holds no path of this PC.
    name = file_name.removesuffix(".ttf")
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(_read_face(name, resources("fonts", file_name)))
    font = pdfmetrics.getFont(name)
    assert isinstance(font, TTFont)  # noqa: S101 - the registry's type is wider than what was put in
    return font


def _read_face(name: str, path: Path) -> TTFont:
    if not path.is_file():
        raise KnownError("font-missing", file=path.name)
    try:
        # Checksums are compared so that a face damaged on the disk is refused and not printed with wrong letters.
        font = TTFont(name, str(path), validate=1)
    except TTFError as error:
        raise KnownError("font-damaged", file=path.name) from error
    lacking = "".join(
        letter for letter in VIETNAMESE_LETTERS + OFFICIAL_SIGNS if ord(letter) not in font.face.charToGlyph
    )
    if lacking:
        raise KnownError("font-lacks-letters", file=path.name, letters=lacking[:40])
    return font
