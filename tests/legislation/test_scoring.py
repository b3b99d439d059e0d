"""The scoring form: only for its standard, only on its days."""

from __future__ import annotations

import datetime

import pytest

from povertydesk.legislation import Legislation
from povertydesk.legislation.scoring import B1_CUT_OFF, B2_CUT_OFF
from povertydesk.poverty.area import AreaType


@pytest.mark.parametrize(("area", "b1"), [(AreaType.RURAL, 140), (AreaType.URBAN, 175)])
@pytest.mark.parametrize(("day", "verified"), [("2022-01-01", True), ("2025-12-31", True), ("2026-12-31", False)])
def test_the_form_of_2021_gives_its_cut_offs(
    law: Legislation, area: AreaType, b1: int, day: str, *, verified: bool
) -> None:
    on = datetime.date.fromisoformat(day)
    form = law.scoring_form(law.standard("2022-2026"), on)
    assert form is not None
    points = form.points_on(on)
    assert points is not None
    assert points.per_indicator == 10
    limits = points.limits(area)
    assert (limits[B1_CUT_OFF].value, limits[B2_CUT_OFF].value) == (b1, 30)
    assert limits[B1_CUT_OFF].verified is verified


def test_no_other_standard_has_a_form(law: Legislation) -> None:
    assert law.scoring_form(law.standard("2016-2021"), datetime.date(2018, 1, 1)) is None
    assert law.scoring_form(law.standard("2027-2030"), datetime.date(2027, 1, 1)) is None
    assert law.scoring_form(law.standard("2022-2026"), datetime.date(2027, 1, 1)) is None
