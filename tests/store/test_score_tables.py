"""Score tables as records: kept whole, one a column, and what rounds rest on them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from povertydesk.legislation.office_tables import OfficeTable, office_form
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.questionnaire import Item, ItemKind, Option
from povertydesk.poverty.review import RoundKind
from povertydesk.store import rounds, score_tables
from povertydesk.store.authorship import Authorship
from povertydesk.store.check import check_file
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.operations import operation

DAY = datetime.date(2023, 1, 5)
ITEMS = (
    Item("1", "Diện tích nhà ở", ItemKind.NUMBER_BAND, (
        Option("1", "Dưới 8,5 m²", 1, None, Decimal("8.5")), Option("2", "Từ 8,5 m²", 2, Decimal("8.5"), None),
    )),
    Item("2", "Tài sản", ItemKind.MULTIPLE, (Option("a", "Ti vi", 1), Option("b", "Xe máy", 2))),
)  # fmt: skip
DRAFT = OfficeTable(
    id="",
    form=office_form("b1-thử", "Phiếu B1 thử nghiệm", ITEMS),
    standard="2022-2026",
    column="NT2",
    points={("1", "1"): 0, ("1", "2"): 25, ("2", "a"): 10, ("2", "b"): 15},
    entered_by="Hà Văn Thử",
    entered_on=DAY,
)
CHECKED = msgspec.structs.replace(DRAFT, checked_by="Lò Thị Mẫu", checked_on=DAY, verified=True)


@pytest.fixture
def desk(opened: Callable[..., DeskFile], copy_of: Callable[[Path], Path], blank: Path) -> DeskFile:
    return opened(copy_of(blank))


def write(desk: DeskFile, author: Authorship, table: OfficeTable) -> str:
    with operation(desk.engine, author, "load-score-table") as writer:
        return score_tables.write_score_table(writer, table)


def test_a_table_is_kept_whole(desk: DeskFile, author: Authorship) -> None:
    key = write(desk, author, CHECKED)
    kept = score_tables.read_score_table(desk.engine, key)
    assert kept == msgspec.structs.replace(CHECKED, id=key)
    assert kept.checksum == CHECKED.checksum
    assert score_tables.find_score_table(desk.engine, "b1-thử", "NT2") == kept
    assert score_tables.find_score_table(desk.engine, "b1-thử", "NT3") is None
    assert check_file(desk.engine) == ()


def test_each_column_has_one_table_of_a_questionnaire(desk: DeskFile, author: Authorship) -> None:
    key = write(desk, author, DRAFT)
    assert write(desk, author, CHECKED) == key
    write(desk, author, msgspec.structs.replace(DRAFT, column="TT"))
    assert [(one.column, one.verified) for one in score_tables.list_score_tables(desk.engine)] == [
        ("NT2", True), ("TT", False),
    ]  # fmt: skip


def test_a_table_that_was_removed_is_said(desk: DeskFile, author: Authorship) -> None:
    key = write(desk, author, DRAFT)
    with operation(desk.engine, author, "remove-score-table") as writer:
        score_tables.remove_score_table(writer, key)
    assert score_tables.list_score_tables(desk.engine) == ()
    with pytest.raises(KnownError) as caught:
        score_tables.read_score_table(desk.engine, key)
    assert caught.value.code == "score-table-not-found"


def test_rounds_that_rest_on_a_table_are_found(desk: DeskFile, author: Authorship) -> None:
    write(desk, author, DRAFT)
    assert score_tables.round_year_bound_to(desk.engine, "b1-thử") is None
    with operation(desk.engine, author, "open-round") as writer:
        rounds.open_round(writer, 2022, RoundKind.ANNUAL, "2022-2026", DAY)
        key = rounds.open_round(writer, 2023, RoundKind.ANNUAL, "2022-2026", DAY, questionnaire="b1-thử")
    assert score_tables.round_year_bound_to(desk.engine, "b1-thử") == 2023
    assert score_tables.rounds_without_table(desk.engine) == {key: 2023}
    write(desk, author, CHECKED)
    assert score_tables.rounds_without_table(desk.engine) == {}
