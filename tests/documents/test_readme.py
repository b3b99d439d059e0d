from __future__ import annotations

import re
from pathlib import Path

import povertydesk.documents
from povertydesk.documents.plan_figures import TEMPLATE_CONDITIONS, TEMPLATE_NAMES


def test_the_readme_lists_what_a_template_may_name() -> None:
    """The template tells offices to look there."""
    readme = (Path(povertydesk.documents.__file__).parent / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"\w+", readme.partition("## What a template may name")[2]))
    conditions = {name.partition("_")[2] for name in TEMPLATE_CONDITIONS}
    assert listed >= TEMPLATE_NAMES
    assert listed >= conditions
