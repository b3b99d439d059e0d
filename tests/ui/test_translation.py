from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from povertydesk import paths
from povertydesk.poverty.area import OfficeLevel
from povertydesk.ui.translation import TranslationMissingError, install_language


def test_vietnamese_speaks_the_programs_words_and_qts_own(
    clean_application: QApplication, compiled_catalogues: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "translations", lambda: compiled_catalogues)
    translators = install_language(clean_application, "vi")
    try:
        assert clean_application.translate("TargetsPage", "Targets") == "Chỉ tiêu"
        assert clean_application.translate("QPlatformTheme", "Cancel") == "Hủy"
        assert QLocale().toString(1234567) == "1.234.567"
    finally:
        for translator in translators:
            clean_application.removeTranslator(translator)


def test_english_needs_no_catalogue(
    clean_application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "translations", lambda: tmp_path)
    assert install_language(clean_application, "en") == ()
    assert QLocale().language() is QLocale.Language.English


@pytest.mark.parametrize(
    ("language", "label", "said"),
    [
        ("vi", "Villages and targets", "Xã và chỉ tiêu"),
        ("vi", "Households", "Tổng số hộ"),
        ("en", "Villages and targets", "Communes and targets"),
        ("en", "Households", "Households"),
    ],
)
def test_a_receiving_office_speaks_of_communes(
    clean_application: QApplication,
    compiled_catalogues: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    label: str,
    said: str,
) -> None:
    monkeypatch.setattr(paths, "translations", lambda: compiled_catalogues)
    translators = install_language(clean_application, language, OfficeLevel.RECEIVING)
    try:
        assert clean_application.translate("VillageEntries", label) == said
        if language == "vi":
            assert clean_application.translate("QPlatformTheme", "Cancel") == "Hủy"
    finally:
        for translator in translators:
            clean_application.removeTranslator(translator)


def test_a_program_that_was_not_set_up_says_what_is_missing(
    clean_application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "translations", lambda: tmp_path)
    with pytest.raises(TranslationMissingError, match=r"povertydesk_vi\.qm"):
        install_language(clean_application, "vi")
