"""What the tests of the law share."""

from __future__ import annotations

from pathlib import Path

import pytest

from povertydesk.legislation import Legislation
from povertydesk.paths import resources
from tests.legislation.law_copy import LawCopy


@pytest.fixture(scope="session")
def law() -> Legislation:
    return Legislation.load(resources("legislation"))


@pytest.fixture
def law_copy(tmp_path: Path) -> LawCopy:
    return LawCopy(tmp_path / "legislation")
