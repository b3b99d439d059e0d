"""A district's published grid of communes entered by keys alone, with what is wrong in it, at the receiving office."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from povertydesk.poverty.area import AreaType, OfficeLevel
from povertydesk.poverty.printed_target import PrintedTarget
from povertydesk.poverty.problems import Severity
from povertydesk.proofreading.printed_grid import check_printed_grid
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.targets.page import TargetsPage
from povertydesk.workflow import set_targets
from povertydesk.workflow.desk import Program
from povertydesk.workflow.start_file import NewOffice, start_file
from tests.ui.grid_sight import column_of, marked, shown_column, shown_total, stand_on, targets_page
from tests.ui.hands import Hands

FIGURES = Path(__file__).parents[2] / "proofreading" / "figures" / "krong-no-2020.toml"
PRINTED = tomllib.loads(FIGURES.read_text(encoding="utf-8"))
ROWS: list[list[Any]] = PRINTED["rows"]


@pytest.fixture
def page(documents: Path, program: Program, show: Callable[[Path], MainWindow]) -> TargetsPage:
    """The page of a receiving office that has nothing yet, in 2020."""
    path = documents / "huyen.pdesk"
    office = NewOffice("Huyện Krông Nô", AreaType.RURAL, level=OfficeLevel.RECEIVING)
    start_file(path, office, program).close()
    window = show(path)
    window.year_box.setValue(2020)
    page = targets_page(window)
    stand_on(page, 0, "village")
    return page


def type_column(hands: Hands, page: TargetsPage, key: str, values: list[object]) -> None:
    """Type a column from the top; Enter goes down."""
    stand_on(page, 0, key)
    for value in values:
        hands.write(str(value))
        hands.enter()


def test_the_grid_of_twelve_communes_is_entered_by_keys(
    qtbot: QtBot, page: TargetsPage, hands: Hands, sentence: Callable[..., str]
) -> None:
    columns = list(zip(*ROWS, strict=True))
    for key, place in (
        ("village", 0),
        ("households", 1),
        ("poor_opening", 2),
        ("assigned", 5),
        ("reduction", 5),
        ("ethnic_minority_reduction", 6),
        ("registered", 8),
    ):
        type_column(hands, page, key, list(columns[place]))
    assert shown_column(page, "village") == [row[0] for row in ROWS]
    assert [shown_total(page, key) for key in ("poor_opening", "assigned", "reduction", "registered")] == [
        "1.229",
        "387",
        "387",
        "391",
    ]
    assert shown_total(page, "named_difference") == "4"
    assert shown_column(page, "named_difference") == [str(row[8] - row[5]) for row in ROWS]
    assert [shown_total(page, key) for key in ("reduction_rate", "poor_closing", "poor_rate_closing")] == [
        "2,00",
        "842",
        "4,35",
    ]
    assert shown_column(page, "poor_closing") == [str(row[4]) for row in ROWS]
    assert shown_column(page, "poor_rate_closing") == [row[7].replace(".", ",") for row in ROWS]
    errors = {(10, "ethnic_minority_reduction"), (11, "ethnic_minority_reduction")}
    qtbot.waitUntil(lambda: {place for place, level in marked(page).items() if level is Severity.ERROR} == errors)
    stand_on(page, 11, "ethnic_minority_reduction")
    expected = sentence("minority-reduction-exceeds-reduction", village="Nam Xuân", part=59, whole=29)
    assert page.finding_line.sentence == expected

    hands.alt(Qt.Key.Key_C)
    hands.write("387")
    hands.tab()
    assert page.summary.text() == "Cấp trên giao 387 hộ · đã phân bổ 387 · đã đăng ký 391"


def test_the_total_of_the_copied_table_is_held_against_the_sums(
    page: TargetsPage, hands: Hands, receiving_sentence: Callable[..., str]
) -> None:
    sentence = receiving_sentence
    type_column(hands, page, "village", [row[0] for row in ROWS])
    type_column(hands, page, "ethnic_minority_reduction", [row[6] for row in ROWS])
    hands.write("280")
    hands.enter()
    assert page.notice.sentence == sentence("village-without-name")
    stand_on(page, 12, "village")
    hands.write("Tổng cộng")
    hands.enter()
    assert sentence("printed-total-differs", printed=280, computed=326) in page.notice.sentence
    assert shown_column(page, "village") == [row[0] for row in ROWS]
    assert not page.has_unsaved
    hands.control(Qt.Key.Key_Z)
    assert page.notice.sentence == ""
    hands.write("Tổng số")
    hands.enter()
    assert page.notice.sentence == sentence("total-line-without-figures")


def test_sums_that_are_not_what_was_assigned_are_marked_in_the_totals(
    qtbot: QtBot, page: TargetsPage, hands: Hands, receiving_sentence: Callable[..., str]
) -> None:
    for key, place in (("village", 0), ("households", 1), ("poor_opening", 2), ("reduction", 5)):
        type_column(hands, page, key, [row[place] for row in ROWS])
    type_column(hands, page, "ethnic_minority_reduction", [min(row[5], row[6]) for row in ROWS])
    minority = column_of(page, "ethnic_minority_reduction")
    hands.alt(Qt.Key.Key_C)
    hands.write("390")
    hands.tab()
    hands.write("280")
    hands.tab()
    wrong = (Severity.ERROR, receiving_sentence("minority-targets-differ-from-assigned", total=286, assigned=280))
    qtbot.waitUntil(lambda: page.table.total_finding(minority) == wrong)
    differing = receiving_sentence("targets-differ-from-assigned", total=387, assigned=390)
    assert page.table.total_finding(column_of(page, "reduction")) == (Severity.ERROR, differing)
    assert differing in page.finding_line.sentence
    (going,) = (one for one in page.finding_line.findChildren(QPushButton) if one.text() == "Đến ô đó")
    going.click()
    assert page.view.hasFocus()
    assert page.view.currentIndex() == page.table.index(0, column_of(page, "reduction"))
    hands.alt(Qt.Key.Key_C)
    hands.retype("387")
    hands.tab()
    qtbot.waitUntil(lambda: page.table.total_finding(column_of(page, "reduction")) is None)
    assert page.table.total_finding(minority) == wrong


def test_printed_rates_that_differ_from_the_grid_are_reported(page: TargetsPage, hands: Hands) -> None:
    for key, place in (("village", 0), ("households", 1), ("reduction", 5)):
        type_column(hands, page, key, [row[place] for row in ROWS])
    window = page.window()
    assert isinstance(window, MainWindow)
    known = set_targets.read_grid(window.session.desk, 2020).rows
    lines = [
        PrintedTarget(row.village, row.households, reduction=row.reduction, reduction_rate=Decimal(printed[3]))
        for row, printed in zip(known, ROWS, strict=True)
    ]
    differing = [str(one.place.village) for one in check_printed_grid(2020, lines, None)]
    assert differing == ["Nâm N'Dir", "Đăk Nang", "Đăk Sôr", "Nam Đà", "Nâm Nung", "Nam Xuân"]
    own = dict(zip(shown_column(page, "village"), shown_column(page, "reduction_rate"), strict=True))
    assert [own[name] for name in differing] == ["1,45", "4,07", "1,48", "0,81", "3,94", "1,73"]


def test_points_come_to_households_that_are_shared_out_by_commune(
    qtbot: QtBot, page: TargetsPage, hands: Hands, receiving_sentence: Callable[..., str]
) -> None:
    for key, place in (("village", 0), ("households", 1), ("poor_opening", 2)):
        type_column(hands, page, key, [row[place] for row in ROWS])
    hands.alt(Qt.Key.Key_C)
    hands.write("2,00 %")
    hands.tab()
    assert page.entries.grid.assigned_reduction == 387
    hands.alt(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: page.entries.grid.total.reduction == 387)
    # 387 of 19.348 households: 11,86, 40,12, 21,60 and so on; the largest remainders are rounded up.
    assert shown_column(page, "reduction")[:3] == ["12", "40", "22"]
    quotas = [row[1] * 387 / 19348 for row in ROWS]
    given = [row.reduction or 0 for row in page.entries.grid.rows]
    assert all(abs(share - quota) < 1 for share, quota in zip(given, quotas, strict=True))
    assert shown_total(page, "reduction_rate") == "2,00"
    qtbot.waitUntil(lambda: "không xã nào vượt" in page.reasons.text())
    hands.alt(Qt.Key.Key_C)
    hands.retype("101 %")
    hands.tab()
    assert page.assigned.fault.text() == receiving_sentence("percent-out-of-range", percent=101.0)
