"""The shape of the house: arrows, sizes, names, and what stands in no file."""

from __future__ import annotations

import ast
import io
import os
import re
import tokenize
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "povertydesk"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES_OF_CODE = 400
MOST_LINES_OF_README = 60
BANNED_NAMES = {"utils", "util", "common", "helpers", "helper", "misc", "manager", "base"}
# Assembled here, because this file is searched for them as well.
WORKPLACE = ["/wo" + "rk/", "/ro" + "ot/", "far" + "m-"]
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) + r")\b")
NOT_OURS = {".git", ".hypothesis", ".venv", "build", "dist", "__pycache__"}
TEXT = {".cfg", ".csv", ".in", ".json", ".md", ".py", ".sh", ".sql", ".svg", ".toml", ".ts", ".txt", ".yml", ""}


def ours() -> Iterator[Path]:
    """Every file of the project itself: no git is asked, since a copy without it is tested as well."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in NOT_OURS and not name.endswith(("_cache", ".egg-info"))]
        yield from (Path(folder) / name for name in files)


FILES = sorted(ours())


def texts() -> Iterator[tuple[str, str]]:
    for path in FILES:
        if path.suffix in TEXT:
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def lines_of_code(source: str) -> int:
    """Count lines that hold code: neither blank, nor comment, nor docstring."""
    passed_over = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
    passed_over |= {tokenize.ENCODING, tokenize.ENDMARKER}
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in passed_over:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            lines.difference_update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(lines)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_arrows_point_one_way() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_lines_of_code_are_counted_without_words_about_them() -> None:
    source = (
        '"""Module."""\n\n# comment\nx = """\na\n"""\n\n\ndef f():\n    """Doc\n\n    string."""\n    return x  # why\n'
    )
    assert lines_of_code(source) == 5


def test_modules_stay_small() -> None:
    large = {name_of(path): lines_of_code(path.read_text(encoding="utf-8")) for path in MODULES}
    assert {name: count for name, count in large.items() if count > MOST_LINES_OF_CODE} == {}


def test_no_module_or_folder_is_named_after_nothing() -> None:
    named = {
        part
        for path in FILES
        for part in path.relative_to(ROOT).parts
        if BANNED_NAMES & set(re.split(r"[_.\-]", part.lower()))
    }
    assert named == set()


def test_every_package_says_what_lives_in_it() -> None:
    packages = [path for path in sorted(PACKAGE.iterdir()) if (path / "__init__.py").is_file()]
    assert {"poverty", "store"} <= {path.name for path in packages}
    lacking = [name_of(path) for path in packages if not (path / "README.md").is_file()]
    assert lacking == []


@pytest.mark.parametrize("readme", sorted(PACKAGE.rglob("README.md")), ids=name_of)
def test_a_readme_of_a_package_is_under_a_page(readme: Path) -> None:
    lines = readme.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    # A table of codes is looked up, not read.
    assert len([line for line in lines if not line.startswith("|")]) <= MOST_LINES_OF_README


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for path in MODULES}
    assert [name_of(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_no_place_of_a_machine_it_was_made_on_is_named() -> None:
    found = [f"{name}: {word}" for name, text in texts() for word in WORKPLACE if word in text.lower()]
    assert found == []


def test_nothing_is_left_to_do() -> None:
    assert [name for name, text in texts() if UNFINISHED.search(text)] == []


def test_every_text_is_nfc() -> None:
    unusual = [name for name, text in texts() if not unicodedata.is_normalized("NFC", text)]
    assert unusual == []


def test_every_module_reads_its_types_late() -> None:
    for path in MODULES:
        code = [node for node in ast.parse(path.read_text(encoding="utf-8")).body if not isinstance(node, ast.Expr)]
        if path.name != "__init__.py":
            assert isinstance(code[0], ast.ImportFrom), name_of(path)
            assert code[0].module == "__future__", name_of(path)


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_there_is_one_sqlite() -> None:
    importing: dict[str, set[str]] = {}
    for path in MODULES:
        for name in set(_imported(ast.parse(path.read_text(encoding="utf-8")))):
            importing.setdefault(name, set()).add(name_of(path))
    assert "sqlite3" not in importing
    assert importing["sqlcipher3"] == {"povertydesk/store/engine.py"}


def test_only_the_command_line_prints() -> None:
    printing = [
        f"{name_of(path)}:{node.lineno}"
        for path in MODULES
        if path.parent.name != "cli"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []
