"""The lines of a village's list of names: what stands in each column, what is marked, and how it is typed back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from povertydesk.poverty.named_target import LeavingTarget
from povertydesk.poverty.official_text import format_count, format_difference
from povertydesk.poverty.problems import Severity
from povertydesk.ui.records.columns import Alignment, CellKind, Column
from povertydesk.workflow import edit_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from povertydesk.poverty.messages import Messages
    from povertydesk.poverty.named_target import VillageNames
    from povertydesk.ui.records.record_table import CellFinding
    from povertydesk.workflow.name_candidates import Candidate

MARK = "x"
_MONTHS = range(1, 13)
translate = QCoreApplication.translate
_NOTHING = "·"


class NameLine(NamedTuple):
    """One household of the list; the texts are as they are typed."""

    candidate: Candidate
    serial: int
    lacking: str
    chosen: str = ""
    helper: str = ""
    needs: str = ""
    months: str = ""
    done: str = ""
    result: str = ""
    note: str = ""

    @property
    def row_id(self) -> str:
        """The household."""
        return self.candidate.household.id


class NameTexts:
    """Puts a candidate into the texts of its line, in the language of the screens, and reads texts back."""

    def __init__(self, messages: Messages, target: LeavingTarget) -> None:
        """Speak with these words of a list."""
        self.needs = edit_names.need_words(messages)
        self.results = edit_names.result_words(messages, target)
        self._proposed = translate("NamesView", "(proposed)")
        self._by_round = translate("NamesView", "(review)")

    def line(self, one: Candidate, serial: int, month: int) -> NameLine:
        """Put a candidate into the texts of a month."""
        named = one.named
        if named is None:
            result = translate("NamesView", "left, not named") if one.left_unnamed else ""
            return NameLine(one, serial, lacking_words(one), result=result)
        registered = named.registered
        needs = "; ".join(self.needs[need] for need in registered.needs or one.proposed)
        result = self.results[registered.result] if registered.result else ""
        return NameLine(
            one,
            serial,
            lacking_words(one),
            MARK,
            named.helper,
            f"{self._proposed} {needs}" if one.proposed else needs,
            months_line(past.month for past in named.follow_ups),
            next((past.done for past in named.follow_ups if past.month == month), ""),
            f"{result} {self._by_round}" if named.by_round else result,
            registered.note,
        )

    def read_back(self, text: str) -> str:
        """Leave out what the program put beside a text: a text that is typed over may still hold it."""
        return text.replace(self._proposed, "").replace(self._by_round, "").strip()

    def proposal(self, one: Candidate) -> str:
        """Write the needs that are proposed as they would be typed."""
        return "; ".join(self.needs[need] for need in one.proposed)

    def marks(self, line: NameLine) -> Iterator[tuple[tuple[str, str], CellFinding]]:
        """Say what is to be looked at in a line: proposals, and results that are not what the list says."""
        one = line.candidate
        if one.off_list:
            words = translate(
                "NamesView", "The household is named and was not on this list at the beginning of the year."
            )
            yield (line.row_id, "chosen"), (Severity.WARNING, words)
        if one.proposed:
            words = translate(
                "NamesView", "Proposed by the deprived indicators of the form; F4 takes it, or type what is needed."
            )
            yield (line.row_id, "needs"), (Severity.NOTE, words)
        if one.left_unnamed:
            words = translate("NamesView", "The household left the list in the year without being named.")
            yield (line.row_id, "result"), (Severity.WARNING, words)
        elif one.named is not None:
            told, kept = one.named.told, one.named.registered.result
            if told is not None and kept is not None and told is not kept:
                words = translate("NamesView", "The sealed round says: {result}.").replace(
                    "{result}", self.results[told]
                )
                yield (line.row_id, "result"), (Severity.WARNING, words)
            elif one.stayed and one.named.told is not None:
                words = translate("NamesView", "The household is named and did not leave the list.")
                yield (line.row_id, "result"), (Severity.WARNING, words)


def name_columns(month: int, target: LeavingTarget) -> tuple[Column[NameLine], ...]:
    """Declare the columns of a list; `done` speaks of the month."""

    def chosen(lines: Sequence[NameLine]) -> int:
        return sum(1 for line in lines if line.chosen)

    lacking = (
        translate("NamesView", "To leave the list")
        if target is LeavingTarget.POOR
        else translate("NamesView", "To leave the near-poor list")
    )
    done = translate("NamesView", "Done in month {month}").replace("{month}", str(month))
    return (
        Column("serial", translate("NamesView", "No."), lambda line: line.serial, CellKind.SERIAL, computed=True),
        Column("code", translate("NamesView", "Code"), lambda line: line.candidate.household.code),
        Column("head", translate("NamesView", "Head of household"), lambda line: line.candidate.household.head_name),
        Column(
            "chosen",
            translate("NamesView", "Named (x)"),
            lambda line: line.chosen,
            align=Alignment.CENTRE,
            editable=True,
            total=chosen,
        ),
        Column("lacking", lacking, lambda line: line.lacking, computed=True, width_characters=22),
        Column(
            "helper", translate("NamesView", "Helped by"), lambda line: line.helper, editable=True, width_characters=16
        ),
        Column("needs", translate("NamesView", "Needs"), lambda line: line.needs, editable=True, width_characters=18),
        Column(
            "months",
            translate("NamesView", "Months noted"),
            lambda line: line.months,
            computed=True,
            width_characters=20,
            tooltip=translate("NamesView", "The months of the year in which something was done"),
        ),
        Column("done", done, lambda line: line.done, editable=True, width_characters=16),
        Column(
            "result",
            translate("NamesView", "Result"),
            lambda line: line.result,
            editable=lambda line: not line.candidate.left_unnamed,
            width_characters=19,
        ),
        Column("note", translate("NamesView", "Note"), lambda line: line.note, editable=True, width_characters=10),
    )


def months_line(noted: Iterator[int]) -> str:
    """Write the twelve months in one line, a number where something was noted: `1 2 · · 5 · · · · · · ·`."""
    known = set(noted)
    return " ".join(str(month) if month in known else _NOTHING for month in _MONTHS)


def figure_words(figures: VillageNames) -> str:
    """Write the three figures of a village or of all side by side: `assigned 5 · registered 6 · named 2 (−3)`."""
    poor = figures.target is LeavingTarget.POOR
    first = translate("NamesView", "Assigned {count}") if poor else translate("NamesView", "Reduction planned {count}")
    shown = [
        first.replace("{count}", _or_dash(figures.assigned)),
        translate("NamesView", "registered {count}").replace("{count}", _or_dash(figures.registered)),
        translate("NamesView", "named {count}").replace("{count}", format_count(figures.named)),
    ]
    told = " · ".join(shown)
    if not figures.difference:
        return told
    differs = translate("NamesView", "differs by {difference}")
    return f"{told} ({differs.replace('{difference}', format_difference(figures.difference))})"


def lacking_words(one: Candidate) -> str:
    """Say what would bring a household off the list; nothing where no form says it."""
    if one.ranked is None or not one.ranked.nearness.known:
        return ""
    near, ways = one.ranked.nearness, []
    if near.points is not None:
        ways.append(translate("NamesView", "{count} points B1").replace("{count}", str(near.points)))
    if near.income_vnd is not None:
        amount = format_count(near.income_vnd)
        ways.append(translate("NamesView", "{amount} đồng a person and month").replace("{amount}", amount))
    if near.indicators is not None:
        ways.append(translate("NamesView", "{count} indicators").replace("{count}", str(near.indicators)))
    return translate("NamesView", " or ").join(ways)


def _or_dash(count: int | None) -> str:
    return "–" if count is None else format_count(count)
