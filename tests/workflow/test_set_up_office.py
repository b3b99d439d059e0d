from __future__ import annotations

from typing import Any

import pytest

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.plan import Officer, SigningForm
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import draft_plan, set_up_office
from povertydesk.workflow.desk import Desk
from tests.workflow.contents import contents, operations, undo_last


def test_the_office_is_kept_clean(desk: Desk) -> None:
    before = desk.unit
    set_up_office.edit_office(
        desk,
        before._replace(
            name=" Phường  Cẩm Long ",
            code=" 14902 ",
            area=AreaType.URBAN,
            receiving_office=" UBND  tỉnh ",
            superior_name=" Tỉnh  ủy ",
        ),
    )
    unit = desk.unit
    assert (unit.name, unit.code, unit.area) == ("Phường Cẩm Long", "14902", AreaType.URBAN)
    assert (unit.receiving_office, unit.superior_name) == ("UBND tỉnh", "Tỉnh ủy")
    undo_last(desk)
    assert desk.unit == before


@pytest.mark.parametrize(
    ("changes", "code"), [({"name": "  "}, "office-without-name"), ({"code": "123"}, "office-code-malformed")]
)
def test_what_an_office_needs(desk: Desk, changes: dict[str, Any], code: str) -> None:
    before, done = contents(desk), operations(desk)
    with pytest.raises(KnownError, match=code):
        set_up_office.edit_office(desk, desk.unit._replace(**changes))
    assert (contents(desk), operations(desk)) == (before, done)


def test_a_code_may_be_left_out(desk: Desk) -> None:
    set_up_office.edit_office(desk, desk.unit._replace(code=""))
    assert desk.unit.code is None


def test_an_officer_is_changed_under_the_same_key(desk: Desk) -> None:
    chair = next(one for one in draft_plan.list_officers(desk) if one.signing_form is SigningForm.FOR_BODY)
    set_up_office.edit_officer(desk, Officer(chair.id, " Hà  Văn Thử ", " Quyền Chủ tịch ", SigningForm.ACTING))
    changed = next(one for one in draft_plan.list_officers(desk) if one.id == chair.id)
    assert changed == Officer(chair.id, "Hà Văn Thử", "Quyền Chủ tịch", SigningForm.ACTING)
    assert len(draft_plan.list_officers(desk)) == 2
    assert draft_plan.plan_contents(desk, 2023).signer == changed
