"""The Vietnamese of the program's own screens."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sysconfig
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "i18n" / "povertydesk_vi.ts"
SCREENS = sorted((ROOT / "povertydesk" / "ui").rglob("*.py"))
OTHERS = sorted(set((ROOT / "povertydesk").rglob("*.py")) - set(SCREENS))


class Message(NamedTuple):
    context: str
    english: str
    vietnamese: str

    def __str__(self) -> str:
        return f"{self.context}: {self.english!r} -> {self.vietnamese!r}"


def messages(catalogue: Path) -> list[Message]:
    return [
        Message(context.findtext("name") or "", message.findtext("source") or "", message.findtext("translation") or "")
        for context in etree.parse(str(catalogue)).getroot().findall("context")
        for message in context.findall("message")
    ]


TRANSLATED = messages(CATALOGUE)


def test_every_text_is_translated() -> None:
    root = etree.parse(str(CATALOGUE)).getroot()
    assert (root.get("language"), root.get("sourcelanguage")) == ("vi_VN", "en")
    assert not root.findall(".//location"), "line numbers hide what a change is about"
    assert not root.findall(".//translation[@type]"), "unfinished, obsolete or vanished"
    assert [str(message) for message in TRANSLATED if not message.vietnamese.strip()] == []


def test_the_catalogue_is_what_the_screens_ask_for(tmp_path: Path) -> None:
    """Collected anew, nothing comes and nothing goes: `packaging/make.py i18n` brings it up to date."""
    anew = tmp_path / "povertydesk_vi.ts"
    lupdate = shutil.which("pyside6-lupdate", path=sysconfig.get_path("scripts"))
    assert lupdate is not None
    arguments = [
        *map(str, SCREENS),
        "-locations",
        "none",
        "-source-language",
        "en",
        "-target-language",
        "vi_VN",
        "-ts",
        str(anew),
    ]
    subprocess.run([lupdate, *arguments], check=True, capture_output=True)
    asked = {(message.context, message.english) for message in messages(anew)}
    known = {(message.context, message.english) for message in TRANSLATED}
    assert len(asked) > 150
    assert asked - known == set(), "not translated yet"
    assert known - asked == set(), "asked for nowhere"


def test_no_text_stands_twice_and_one_english_text_is_one_vietnamese_one() -> None:
    keys = Counter((message.context, message.english) for message in TRANSLATED)
    assert [key for key, count in keys.items() if count > 1] == []
    words: dict[str, set[str]] = defaultdict(set)
    for message in TRANSLATED:
        words[message.english].add(message.vietnamese)
    assert {english: found for english, found in words.items() if len(found) > 1} == {}


def kept(text: str) -> dict[str, object]:
    """What must be the same in both languages: what the program fills in, and how a text ends."""
    return {
        "fields": sorted(re.findall(r"\{\w+\}", text)),
        "lines": text.count("\n"),
        "ellipsis": text.endswith("…"),
        "colon": text.endswith(":"),
        "full stop": text.endswith(".") and " " in text,  # "No." heads a column
        "question mark": text.endswith("?"),
        "first blank": text[:1].isspace(),
        "last blank": text[-1:].isspace(),
        "accelerators": len(re.findall(r"&\S", text.replace("&&", ""))),
    }


def test_what_the_program_fills_in_is_kept() -> None:
    changed = [str(message) for message in TRANSLATED if kept(message.english) != kept(message.vietnamese)]
    assert changed == []


def test_accelerators_are_on_keys_of_every_keyboard() -> None:
    wrong = [
        str(message)
        for message in TRANSLATED
        if not all(re.fullmatch("[A-Za-z]", key) for key in re.findall(r"&(\S)", message.vietnamese.replace("&&", "")))
    ]
    assert wrong == []


def test_letters_are_composed_and_tone_marks_stand_where_official_papers_have_them() -> None:
    assert unicodedata.is_normalized("NFC", CATALOGUE.read_text(encoding="utf-8"))
    other_style = re.compile(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b", re.IGNORECASE)
    assert [str(message) for message in TRANSLATED if other_style.search(message.vietnamese)] == []


def test_a_sentence_ends_as_one_and_nobody_shouts() -> None:
    assert [str(message) for message in TRANSLATED if "!" in message.vietnamese] == []
    loose = [str(message) for message in TRANSLATED if re.search(r"  |\s[.,;:]|\.{2,}", message.vietnamese)]
    assert [text for text in loose if "…" not in text and "–" not in text] == []


def calls_of_tr(tree: ast.AST) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr"
    ]


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: str(path.relative_to(ROOT / "povertydesk" / "ui")))
def test_every_text_can_be_collected(path: Path) -> None:
    """The collector reads whole literals only, and none inside an f-string."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = [call.lineno for text in ast.walk(tree) if isinstance(text, ast.JoinedStr) for call in calls_of_tr(text)]
    assert hidden == [], "take the text out of the f-string"
    made = [
        call.lineno
        for call in calls_of_tr(tree)
        if len(call.args) != 1 or not isinstance(call.args[0], ast.Constant) or not isinstance(call.args[0].value, str)
    ]
    assert made == [], "one literal, fields filled in afterwards"


def test_only_screens_are_translated_so() -> None:
    """Everything else speaks by the codes of `resources/messages`."""
    asking = [path for path in OTHERS if calls_of_tr(ast.parse(path.read_text(encoding="utf-8")))]
    assert asking == []


def test_names_in_the_source_are_in_the_catalogue_under_their_own_class() -> None:
    """Qt looks a text up under the class that asks for it."""
    classes = {
        node.name
        for path in SCREENS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert {message.context for message in TRANSLATED} <= classes
