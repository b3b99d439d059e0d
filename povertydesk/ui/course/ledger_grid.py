"""The ledger of a year as a grid: opening, each way out and in as on paper, closing, and what it is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal

from povertydesk.poverty.course_balance import CLAIMED, CLOSING, LISTED
from povertydesk.poverty.problems import Severity
from povertydesk.ui.records.columns import CellKind, Column
from povertydesk.ui.tables.figure_grid import FigureGrid
from povertydesk.workflow.overview_charts import COURSE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from povertydesk.poverty.course_balance import CourseBlock, CourseBreak, CourseLine
    from povertydesk.poverty.messages import Messages
    from povertydesk.ui.records.record_table import CellFinding
    from povertydesk.workflow.course_ledger import CourseLedger
    from povertydesk.workflow.course_sheet import CourseSheet

PLACE = "place"
_FIGURE_CHARACTERS = 6
_PLACE_CHARACTERS = 16


class LedgerLine(NamedTuple):
    """One line of the grid, by its place from the top; the commune's is the last."""

    row: int
    name: str
    line: CourseLine


def ledger_columns(
    sheet: CourseSheet, block: CourseBlock, messages: Messages, words: Mapping[str, str]
) -> tuple[Column[LedgerLine], ...]:
    """Declare the columns of a block; `words` name the comparison, and its columns `listed` and `claimed`.

    They are grouped as on paper and called in short, so that the year stands on one screen; the tooltip is the paper's.
    """
    short = COURSE_WORDS[block.table]
    official = [
        Column[LedgerLine](
            one.key,
            f"{messages.sentence(short[one.key])} ({one.number.partition('=')[0].strip()})",
            lambda line, key=one.key: line.line.value(key),  # type: ignore[misc]
            CellKind.COUNT,
            heading=one.headings,
            computed=one.key == CLOSING,
            width_characters=_FIGURE_CHARACTERS,
            tooltip=f"{one.title} ({one.number})",
        )
        for one in sheet.columns(block)
    ]
    compared = [
        Column[LedgerLine](
            key,
            words[key],
            lambda line, key=key: line.line.value(key),  # type: ignore[misc]
            CellKind.COUNT,
            heading=(words["compared"],),
            computed=True,
            width_characters=_FIGURE_CHARACTERS,
        )
        for key in (LISTED, CLAIMED)
    ]
    place = Column[LedgerLine](PLACE, sheet.place_heading, lambda line: line.name, width_characters=_PLACE_CHARACTERS)
    return (place, *official, *compared)


def ledger_lines(sheet: CourseSheet, block: CourseBlock, total: str) -> list[LedgerLine]:
    """Return the lines of a block; `total` names the commune's."""
    return [
        LedgerLine(row, total if village is None else sheet.ledger.name(village), sheet.line(village, block))
        for row, village in enumerate(sheet.places)
    ]


def break_sentences(ledger: CourseLedger, broken: Sequence[CourseBreak], messages: Messages, more: str) -> str:
    """Say what does not balance; of a cell of several villages the first fault, and how many `more` there are."""
    is_of_one = len({one.village for one in broken}) == 1
    shown = broken if is_of_one else broken[:1]
    said = [messages.of_finding(ledger.finding(one)) for one in shown]
    left = len(broken) - len(shown)
    return "\n".join([*said, *([more.replace("{count}", str(left))] if left else [])])


def ledger_findings(
    sheet: CourseSheet,
    block: CourseBlock,
    columns: tuple[Column[LedgerLine], ...],
    messages: Messages,
    doubt: str,
    more: str,
) -> dict[tuple[str, str], CellFinding]:
    """Mark the cells that do not balance, and those whose households nothing recorded explains (`doubt` says how many).

    A cell that is wrong and explained in writing is marked as a warning: it prints, with its reason.
    """
    return dict(_marks(sheet, block, [one.key for one in columns if one.key != PLACE], messages, doubt, more))


def _marks(
    sheet: CourseSheet, block: CourseBlock, keys: list[str], messages: Messages, doubt: str, more: str
) -> Iterator[tuple[tuple[str, str], CellFinding]]:
    ledger = sheet.ledger
    broken_cells = ledger.balance.breaks_by_cell(block)
    for row, village in enumerate(sheet.places):
        for key in keys:
            broken = broken_cells.get((village, key), ())
            if broken:
                is_wrong = any(one.severity is Severity.ERROR and not ledger.is_explained(one) for one in broken)
                sentences = break_sentences(ledger, broken, messages, more)
                yield (str(row), key), (Severity.ERROR if is_wrong else Severity.WARNING, sentences)
                continue
            unnamed = sheet.doubted(village, block, key)
            if unnamed:
                sentence = doubt.replace("{count}", str(len(unnamed)))
                yield (str(row), key), (Severity.WARNING, sentence)


class LedgerGrid(FigureGrid):
    """The grid of a block: Enter opens a figure, a digit another block."""

    block_wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take a digit for the switch of the blocks; all other keys do what they do in any grid."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text().isdigit():
            self.block_wanted.emit(event.text())
            event.accept()
            return
        super().keyPressEvent(event)
