"""Text typed with the fonts of before Unicode: TCVN3 (.VnTime) and VNI (VNI-Times), read as Vietnamese again.

Such text stands in a workbook as other Latin letters: `NguyÔn V¨n Dòng`, `Nguyeãn Vaên Duõng`. One cell proves little
(`Hà` is a name in Unicode, `Cã` in TCVN3), so a column is decided over all its words. A word proves an encoding where
it is a Vietnamese syllable in that one only.

TCVN3 has no capitals with a tone: offices used a second font (.VnTimeH) that draws the same letters as capitals, and a
workbook's text does not tell the font. A word whose other letters are capitals becomes all capitals; one written in
small letters stays small (`¸nh` → `ánh`), and so does a line typed small under the font of capitals.
"""

from __future__ import annotations

import enum
import functools
import itertools
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.vietnamese import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_TCVN3_TONED = {
    "a": "µ¶·¸¹",
    "ă": "»¼½¾Æ",
    "â": "ÇÈÉÊË",
    "e": "ÌÎÏÐÑ",
    "ê": "ÒÓÔÕÖ",
    "i": "×ØÜÝÞ",
    "o": "ßáâãä",
    "ô": "åæçèé",
    "ơ": "êëìíî",
    "u": "ïñòóô",
    "ư": "õö÷øù",
    "y": "úûüýþ",
}
_TCVN3_PLAIN = dict(zip("ăâđêôơư", "¨©®ª«¬\u00ad", strict=True)) | dict(zip("ĂÂĐÊÔƠƯ", "¡¢§£¤¥¦", strict=True))
_VNI_TONES = "øûõùï"
_VNI_MARKED = {"ă": ("a", "ê", "èúüéë"), "â": ("a", "â", "àåãáä"), "ê": ("e", "â", "àåãáä"), "ô": ("o", "â", "àåãáä")}
_VNI_SINGLE = {"i": ("i", "ìæóíò"), "ơ": ("ô", ""), "ư": ("ö", ""), "đ": ("ñ", "")}
_VNI_LOW_Y = "î"

_ONSETS = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|b|c|d|đ|g|h|k|l|m|n|p|q|r|s|t|v|x"
_RIMES = (
    "oang|oăng|uâng|uyên|uyêt|iêng|yêng|uông|ương|oanh|oach|uynh|uych|oong|oăn|oăt|oat|oan|oai|oay|oac|oap|oam|oăc|oăm|"
    "oen|oet|oeo|uân|uât|uây|uyu|uya|uyt|uyn|uyp|uêch|uênh|uơn|iên|iêt|iêu|iêc|iêp|iêm|yên|yêt|yêu|yêm|uôn|uôt|uôi|uôc|"
    "uôm|ươn|ươt|ươi|ươc|ươp|ươm|ươu|ang|anh|ach|ăng|âng|eng|ênh|êch|ênh|inh|ich|ong|ông|ung|ưng|oa|oe|uê|uy|uơ|uâ|ua|ưa|"
    "ia|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|ac|am|an|ap|at|ăc|ăm|ăn|ăp|ăt|âc|âm|ân|âp|ât|ec|em|en|ep|et|êm|ên|"
    "êp|êt|im|in|ip|it|oc|om|on|op|ot|ôc|ôm|ôn|ôp|ôt|ơm|ơn|ơp|ơt|uc|um|un|up|ut|ưc|ưm|ưt|ưng|ynh|ych|yt|"
    "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
)
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:{_RIMES})")
_STOPPED = ("p", "t", "c", "ch")
_OPEN_TONES = {"\u0300", "\u0309", "\u0303"}
_OLD_LETTERS = re.compile("[\u00a1-\u00ff]")
_BEYOND_OLD = re.compile("[\u0100-\uffff]")
_WORD = re.compile("[A-Za-z\u00a1-\uffff]+")
_LEAST_WORDS = 2


class Encoding(enum.StrEnum):
    """How a column's Vietnamese letters are written."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


class EncodingDecision(NamedTuple):
    """The encoding a column is read in; `certainty` is the share of proving words that speak for it, 0 without any."""

    encoding: Encoding
    certainty: float
    words: int

    @property
    def proven(self) -> bool:
        """Whether enough words speak, and nearly all for this encoding."""
        return self.words >= _LEAST_WORDS and self.certainty >= 0.8


def decide_encoding(texts: Iterable[str]) -> EncodingDecision:
    """Decide how the texts of one column are written, from the different words that can be read in one way only.

    Fewer than two such words prove nothing: the answer is then Unicode, not proven.
    """
    proofs = dict.fromkeys(Encoding, 0)
    unlike = {text for text in texts if not text.isascii()}
    for word in {word for word in _WORD.findall(" ".join(unlike)) if not word.isascii()}:
        proof = _proof(word)
        if proof is not None:
            proofs[proof] += 1
    best = max(Encoding, key=lambda encoding: proofs[encoding])
    words = sum(proofs.values())
    if not words:
        return EncodingDecision(Encoding.UNICODE, 0.0, 0)
    decision = EncodingDecision(best, proofs[best] / words, proofs[best])
    return decision if decision.proven or best is Encoding.UNICODE else EncodingDecision(Encoding.UNICODE, 0.0, words)


def decide_with(texts: Iterable[str], whole: EncodingDecision) -> EncodingDecision:
    """Decide one column; where its own words prove nothing, take the proven decision over its whole sheet."""
    decision = decide_encoding(texts)
    return decision if decision.proven or not whole.proven else whole


def to_unicode(text: str, encoding: Encoding) -> str:
    """Return text of a column that was decided to be in an encoding as NFC Unicode on one line.

    A cell with letters no old font has is Unicode already, and so is one whose words are Vietnamese only as they stand.
    """
    if text.isascii() or encoding is Encoding.UNICODE or _BEYOND_OLD.search(text) or _is_unicode(text):
        return clean_line(text)
    return clean_line(_from_tcvn3(text) if encoding is Encoding.TCVN3 else _from_vni(text))


def _tables() -> tuple[dict[str, str], dict[str, str]]:
    tcvn3 = {old: letter for letter, old in _TCVN3_PLAIN.items()}
    vni: dict[str, str] = {}
    for vowel in _VOWELS:
        toned = [unicodedata.normalize("NFC", vowel + tone) for tone in _TONES[1:]]
        tcvn3.update(zip(_TCVN3_TONED[vowel], toned, strict=True))
        vni.update(zip(_vni_toned(vowel), toned, strict=True))
    for letter, (letter_base, mark, _) in _VNI_MARKED.items():
        vni[letter_base + mark] = letter
    for letter, (single, _) in _VNI_SINGLE.items():
        vni[single] = letter
    vni |= {old.upper(): letter.upper() for old, letter in vni.items()}
    # A capital with its mark typed small, as the first letter of a name.
    vni |= {
        old[0].upper() + old[1:]: letter.upper() for old, letter in tuple(vni.items()) if len(old) > 1 and old.islower()
    }
    return tcvn3, vni


def _vni_toned(vowel: str) -> list[str]:
    if vowel in _VNI_MARKED:
        letter, _, marks = _VNI_MARKED[vowel]
        return [letter + mark for mark in marks]
    letter, singles = _VNI_SINGLE.get(vowel, (vowel, ""))
    if singles:
        return list(singles)
    toned = [letter + mark for mark in _VNI_TONES]
    return [*toned[:-1], _VNI_LOW_Y] if vowel == "y" else toned


_FROM_TCVN3, _FROM_VNI = _tables()
_TCVN3_MAP = str.maketrans(_FROM_TCVN3)
_VNI_PIECES = re.compile("|".join(sorted(map(re.escape, _FROM_VNI), key=len, reverse=True)))


def _from_tcvn3(text: str) -> str:
    return "".join(_tcvn3_word(piece) if piece.strip() else piece for piece in re.split(r"(\s+)", text))


def _tcvn3_word(word: str) -> str:
    converted = word.translate(_TCVN3_MAP)
    toned = set(itertools.chain.from_iterable(_TCVN3_TONED.values())) | {"\u00ad"}
    others = "".join(_FROM_TCVN3.get(letter, letter) for letter in word if letter not in toned)
    letters = [letter for letter in others if letter.isalpha()]
    begins_lower = word[:1] in toned
    all_capitals = bool(letters) and all(letter.isupper() for letter in letters)
    # `Lª` has one capital and a small letter; `Hµ` has a capital alone before its tone, as a name begins.
    return converted.upper() if all_capitals and (len(letters) > 1 or begins_lower) else converted


def _from_vni(text: str) -> str:
    return _VNI_PIECES.sub(lambda piece: _FROM_VNI[piece.group()], text)


def _is_unicode(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return bool(words) and all(_proof(word) is Encoding.UNICODE for word in words)


@functools.lru_cache(maxsize=20_000)
def _proof(word: str) -> Encoding | None:
    """Return the only encoding in which a word with marks is a Vietnamese syllable; None where that leaves doubt."""
    if _BEYOND_OLD.search(word):
        return Encoding.UNICODE if any(unicodedata.category(letter).startswith("L") for letter in word) else None
    if not _OLD_LETTERS.search(word):
        return None
    readings = {Encoding.UNICODE: word, Encoding.TCVN3: _from_tcvn3(word), Encoding.VNI: _from_vni(word)}
    possible = [encoding for encoding, reading in readings.items() if _is_syllable(reading)]
    return possible[0] if len(possible) == 1 else None


def _is_syllable(word: str) -> bool:
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in decomposed if mark in _TONES[1:]]
    plain = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES[1:]))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(plain):
        return False
    return not (plain.endswith(_STOPPED) and (not tones or tones[0] in _OPEN_TONES))
