"""A table typed by an office: its questionnaire as plain values, and the checksum it travels with."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk import paths
from povertydesk.legislation import Legislation
from povertydesk.legislation.office_tables import (
    OfficeTable,
    items_data,
    items_from_data,
    office_form,
    office_form_id,
    office_questionnaire,
)
from povertydesk.legislation.questionnaires import require_real
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.questionnaire import Item, ItemKind, Option

LAW = Legislation.load(paths.resources("legislation"))
STANDARD = LAW.standard("2022-2026")
DAY = datetime.date(2023, 1, 5)
ITEMS = (
    Item("1", "Số nhân khẩu", ItemKind.NUMBER_BAND, (
        Option("1", "Dưới 4 người", 1, None, Decimal(4)), Option("2", "Từ 4 người", 2, Decimal(4), None),
    )),
    Item("2.1", "Tài sản", ItemKind.MULTIPLE, (Option("a", "Ti vi", 1), Option("b", "Xe máy", 2))),
)  # fmt: skip
TABLE = OfficeTable(
    id="x",
    form=office_form(office_form_id(STANDARD), "Phiếu B1 thử nghiệm", ITEMS),
    standard=STANDARD.id,
    column="NT2",
    points={("1", "1"): 30, ("1", "2"): 0, ("2.1", "a"): 10, ("2.1", "b"): 15},
    entered_by="Hà Văn Thử",
    entered_on=DAY,
    checked_by="Lò Thị Mẫu",
    checked_on=DAY,
    verified=True,
)

bounds = st.none() | st.decimals(0, 10**6, places=2)
options = st.builds(
    Option, st.text("abc123", min_size=1), st.text(), st.none() | st.integers(0, 8), at_least=bounds, below=bounds
)
items = st.builds(
    Item,
    st.from_regex(r"\A[1-9](\.[1-9])?\Z"),
    st.text(),
    st.sampled_from([ItemKind.SINGLE, ItemKind.MULTIPLE, ItemKind.NUMBER_BAND]),
    st.lists(options, max_size=3).map(tuple),
)


@given(st.lists(items, max_size=3))
def test_items_go_into_json_and_come_back(typed: list[Item]) -> None:
    form = office_form("b1-x", "Phiếu B1", typed)
    assert items_from_data(json.loads(json.dumps(items_data(form)))) == tuple(typed)


@pytest.mark.parametrize(
    "changed",
    [
        {"column": "NT3"},
        {"standard": "2027-2030"},
        {"points": {**TABLE.points, ("1", "2"): 1}},
        {"entered_by": "Hà Văn Khác"},
        {"entered_on": DAY + datetime.timedelta(1)},
        {"checked_by": ""},
        {"checked_on": None},
        {"form": office_form(TABLE.form.id, "Phiếu khác", ITEMS)},
        {"form": office_form("b1-khác", TABLE.form.title, ITEMS)},
        {"form": office_form(TABLE.form.id, TABLE.form.title, ITEMS[:1])},
    ],
)
def test_the_checksum_covers_everything_but_the_key_and_the_verdict(changed: dict[str, object]) -> None:
    assert msgspec.structs.replace(TABLE, **changed).checksum != TABLE.checksum
    assert msgspec.structs.replace(TABLE, id="", verified=False).checksum == TABLE.checksum


def test_the_checksum_can_be_read_out() -> None:
    groups = TABLE.checksum.split("-")
    assert [len(group) for group in groups] == [4, 4, 4, 4]
    assert set("".join(groups)) <= set("0123456789ABCDEF")
    whole = msgspec.structs.replace(TABLE, points=dict(reversed(list(TABLE.points.items()))))
    assert whole.checksum == TABLE.checksum


def test_its_points_are_scored_by_and_those_for_practice_never_verified() -> None:
    table = TABLE.score_table()
    assert (table.questionnaire, table.column, table.verified, table.practice) == (TABLE.form.id, "NT2", True, False)
    assert (table.entered_by, table.checked_by) == ("Hà Văn Thử", "Lò Thị Mẫu")
    practice = TABLE.score_table(practice=True)
    assert (practice.verified, practice.practice) == (False, True)


def test_a_typed_questionnaire_holds_in_the_days_of_its_standard_only() -> None:
    source = LAW.scoring_forms[STANDARD.id].points[0].source
    typed = office_questionnaire(TABLE.form, STANDARD, source, verified=True)
    require_real(typed, STANDARD, DAY)
    with pytest.raises(KnownError) as caught:
        require_real(typed, LAW.standard("2027-2030"), datetime.date(2027, 1, 1))
    assert caught.value.code == "form-not-on-date"
    form = LAW.review_form(STANDARD, DAY, typed)
    assert list(form.items)[:2] == ["1", "2.1"]
