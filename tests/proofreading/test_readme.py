from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import povertydesk
from povertydesk import paths
from povertydesk.poverty.messages import Messages

PACKAGE = Path(povertydesk.__file__).parent
LINE = re.compile(r"^\| `([a-z0-9-]+)` \| (error|warning|note) \| (\w.{15,}) \|$", re.MULTILINE)

TABLES_OF_CODES = (
    "poverty/course_balance.py",
    "poverty/household_flows.py",
    "poverty/parts.py",
    "proofreading/former_tables.py",
    "proofreading/identities.py",
    "proofreading/registered_names.py",
    "poverty/citizen_number.py",
    "workflow/import_leaving.py",
    "workflow/target_points.py",
    "workflow/typed_counts.py",
)
"""Modules that keep codes of findings apart from where they make them."""

MAKERS = ("Finding", "_holder_notice", "_of_column", "_of_line")
"""What is called with the code of a finding and its severity."""

ALSO_REFUSALS = {
    "count-negative",
    "count-not-a-number",
    "count-too-large",
    "no-standard-on-date",
    "points-without-minority-households",
}
"""Refusals that are told as findings too: of the law by `check`, of one field or village by a grid with its place."""


def calls(source: str, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names and node.args:
            yield node


def code_of(call: ast.Call) -> str | None:
    return str(call.args[0].value) if isinstance(call.args[0], ast.Constant) else None


def words_of(source: str) -> set[str]:
    nodes = ast.walk(ast.parse(source))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def sources() -> Iterator[str]:
    for path in PACKAGE.rglob("*.py"):
        yield path.read_text(encoding="utf-8")


def listed() -> dict[str, str]:
    readme = (PACKAGE / "proofreading" / "README.md").read_text(encoding="utf-8")
    return {code: severity for code, severity, _ in LINE.findall(readme)}


def test_the_readme_lists_every_finding_with_its_meaning() -> None:
    spoken = Messages.load(paths.resources("messages"), "vi").codes
    refusals = {code_of(call) for source in sources() for call in calls(source, "KnownError")}
    found = {code_of(call) for source in sources() for call in calls(source, *MAKERS)} - {None}
    for name in TABLES_OF_CODES:
        found |= spoken & words_of((PACKAGE / name).read_text(encoding="utf-8")) - refusals
    found |= ALSO_REFUSALS
    assert found - listed().keys() == set()
    assert listed().keys() - found == set()


def test_the_readme_names_the_severity_of_each() -> None:
    for source in sources():
        for call in calls(source, *MAKERS):
            code, severity = code_of(call), call.args[1] if len(call.args) > 1 else None
            if code is not None and isinstance(severity, ast.Attribute):
                assert listed()[code] == severity.attr.lower(), code
