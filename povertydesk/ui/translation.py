"""The language of the screens: Vietnamese, Qt's own buttons too; English where it was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTranslator

from povertydesk import paths
from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.office_words import worded_for

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication, QObject

_CATALOGUES = {"vi": ("povertydesk_vi.qm", "qtbase_vi.qm"), "en": ()}
_LOCALES = {
    "vi": QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class TranslationMissingError(Exception):
    """The compiled catalogues are not there: the program was not set up (`make.py` compiles them)."""


class _ReceivingOfficeTranslator(QTranslator):
    """Says what the catalogue says, or the source where there is none, in the words of a receiving office."""

    def __init__(self, language: str, catalogue: QTranslator | None, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._catalogue = catalogue

    def isEmpty(self) -> bool:  # noqa: N802
        """An empty translator would not be asked."""
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # noqa: N803
        """Return the words for a label that says something else here; any other is asked of the next translator."""
        said = self._catalogue.translate(context, sourceText, disambiguation, n) if self._catalogue else sourceText
        turned = worded_for(OfficeLevel.RECEIVING, self._language, said or "")
        return turned if turned != said else None


def install_language(
    application: QCoreApplication, language: str, level: OfficeLevel = OfficeLevel.COMMUNE
) -> tuple[QTranslator, ...]:
    """Let the application speak a language in the words of an office.

    The translators must be kept as long as it runs.
    """
    QLocale.setDefault(_LOCALES[language])
    translators = []
    for name in _CATALOGUES[language]:
        translator = QTranslator(application)
        if not translator.load(str(paths.translations() / name)):
            raise TranslationMissingError(name)
        application.installTranslator(translator)
        translators.append(translator)
    if level is OfficeLevel.RECEIVING:
        catalogue = translators[0] if translators else None
        worded = _ReceivingOfficeTranslator(language, catalogue, application)
        # Qt asks the last one first.
        application.installTranslator(worded)
        translators.append(worded)
    return tuple(translators)
