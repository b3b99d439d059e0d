"""Text as it was typed with the fonts of before Unicode, letter by letter as their keyboards wrote it."""

from __future__ import annotations

_ALPHABET = (
    "à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ đ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ "
    "ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ"
)
_TCVN3 = (
    "µ ¸ ¶ · ¹ ¨ » ¾ ¼ ½ Æ © Ç Ê È É Ë ® Ì Ð Î Ï Ñ ª Ò Õ Ó Ô Ö × Ý Ø Ü Þ ß ã á â ä « å è æ ç é ¬ ê í ë ì î "
    "ï ó ñ ò ô \u00ad õ ø ö ÷ ù ú ý û ü þ"
)
_VNI = (
    "aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò "
    "oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î"
)
LETTERS = _ALPHABET.split()
_TO_TCVN3 = dict(zip(LETTERS, _TCVN3.split(), strict=True)) | dict(zip("ĂÂĐÊÔƠƯ", "¡¢§£¤¥¦", strict=True))
_TO_VNI = dict(zip(LETTERS, _VNI.split(), strict=True))


def typed_tcvn3(text: str) -> str:
    """Type text with .VnTime; a capital with a tone is its small letter, which a font of capitals would draw large."""
    return "".join(_TO_TCVN3.get(letter) or _TO_TCVN3.get(letter.lower(), letter) for letter in text)


def typed_vni(text: str) -> str:
    """Type text with VNI-Times: the mark follows its letter and has its size."""
    return "".join(
        _TO_VNI[letter.lower()].upper()
        if letter.isupper() and letter.lower() in _TO_VNI
        else _TO_VNI.get(letter, letter)
        for letter in text
    )
