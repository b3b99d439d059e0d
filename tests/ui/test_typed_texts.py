"""Texts typed and not written, as another start of the program finds them."""

from __future__ import annotations

import string
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from povertydesk.ui.preferences import Preferences
from povertydesk.ui.typed_texts import TypedTexts

NAMES = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=4)
STEPS = st.lists(
    st.tuples(NAMES, NAMES, st.one_of(st.none(), st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_another_start_finds_what_was_typed_last(steps: list[tuple[str, str, str | None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = Preferences(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        file, expected = Path(folder) / "thu.pdesk", dict[str, dict[str, str]]()
        typed = TypedTexts(kept, file)
        for place, field, text in steps:
            of_place = expected.setdefault(f"cell {place}", {})
            if text is None:
                typed.at(f"cell {place}").forget(field)
                of_place.pop(field, None)
            else:
                typed.at(f"cell {place}").hold(field, text)
                of_place[field] = text
        again = TypedTexts(kept, file)
        assert {place: again.at(place).texts for place in expected} == expected
        assert typed.is_kept


def test_a_text_that_is_what_the_records_say_is_kept_no_more(tmp_path: Path) -> None:
    kept = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    place = TypedTexts(kept, tmp_path / "thu.pdesk").at("household 1")
    place.hold("phone", "09")
    place.hold("phone", "0912", is_unsaved=False)
    assert kept.typed_texts(tmp_path / "thu.pdesk") == {}


def test_without_preferences_texts_are_in_hand_only() -> None:
    typed = TypedTexts()
    typed.at("household 1").hold("phone", "09")
    assert typed.at("household 1").of("phone") == "09"
    assert not typed.is_kept
    assert TypedTexts().at("household 1").texts == {}
