from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pytest
import reportlab

from povertydesk.documents.fonts import (
    FACE_FILES,
    OFFICIAL_SIGNS,
    VIETNAMESE_LETTERS,
    Face,
    check_fonts,
    load_fonts,
)
from povertydesk.paths import resources
from povertydesk.poverty.problems import KnownError


@pytest.fixture
def faces(tmp_path: Path) -> Path:
    """A folder with the four faces, to be spoiled."""
    for name in FACE_FILES.values():
        shutil.copy(resources("fonts", name), tmp_path / name)
    return tmp_path


def test_there_are_146_vietnamese_letters() -> None:
    assert len(VIETNAMESE_LETTERS) == len(set(VIETNAMESE_LETTERS)) == 146
    assert unicodedata.is_normalized("NFC", VIETNAMESE_LETTERS)
    assert all(letter.isalpha() for letter in VIETNAMESE_LETTERS)


@pytest.mark.parametrize("face", Face)
def test_every_bundled_face_has_every_letter(face: Face) -> None:
    known = load_fonts().faces[face].face.charToGlyph
    assert [letter for letter in VIETNAMESE_LETTERS + OFFICIAL_SIGNS if ord(letter) not in known] == []


def test_faces_add_up() -> None:
    assert Face.of(bold=False, italic=False) is Face.REGULAR
    assert Face.of(bold=True, italic=False) is Face.BOLD
    assert Face.of(bold=False, italic=True) is Face.ITALIC
    assert Face.of(bold=True, italic=True) is Face.BOLD_ITALIC


def test_loading_twice_gives_the_same_faces() -> None:
    assert load_fonts() == load_fonts()


def test_the_bundled_faces_pass_the_check() -> None:
    check_fonts()


def test_a_missing_face_is_refused(faces: Path) -> None:
    (faces / "Tinos-Italic.ttf").unlink()
    with pytest.raises(KnownError) as refusal:
        check_fonts(faces)
    assert refusal.value.code == "font-missing"
    assert refusal.value.values == {"file": "Tinos-Italic.ttf"}


@pytest.mark.parametrize(
    "spoil", [lambda data: data[: len(data) // 2], lambda data: data[:300_000] + b"\0" + data[300_001:]]
)
def test_a_damaged_face_is_refused(faces: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    path = faces / "Tinos-Bold.ttf"
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(KnownError) as refusal:
        check_fonts(faces)
    assert refusal.value.code == "font-damaged"


def test_a_face_without_vietnamese_letters_is_refused(faces: Path) -> None:
    # reportlab's own Vera knows Latin letters only.
    shutil.copy(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf", faces / "Tinos-Regular.ttf")
    with pytest.raises(KnownError) as refusal:
        check_fonts(faces)
    assert refusal.value.code == "font-lacks-letters"
    assert "ộ" in str(refusal.value.values["letters"]) or "ả" in str(refusal.value.values["letters"])


def test_letters_that_no_face_has_are_named_once() -> None:
    assert load_fonts().missing_letters("Hộ ☐ nghèo ☑ ☐") == "☐☑"
