"""The language of the screens: Vietnamese, Qt's own buttons too; English where it was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTranslator

from povertydesk import paths

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

_CATALOGUES = {"vi": ("povertydesk_vi.qm", "qtbase_vi.qm"), "en": ()}
_LOCALES = {
    "vi": QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class TranslationMissingError(Exception):
    """The compiled catalogues are not there: the program was not set up (`make.py` compiles them)."""


def install_language(application: QCoreApplication, language: str) -> tuple[QTranslator, ...]:
    """Let the application speak a language; the translators must be kept as long as it runs."""
    QLocale.setDefault(_LOCALES[language])
    translators = []
    for name in _CATALOGUES[language]:
        translator = QTranslator(application)
        if not translator.load(str(paths.translations() / name)):
            raise TranslationMissingError(name)
        application.installTranslator(translator)
        translators.append(translator)
    return tuple(translators)
