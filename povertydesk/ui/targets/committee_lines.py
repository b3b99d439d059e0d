"""The lines of the register of the steering committee: members of today, former and future ones, blank lines."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.official_text import format_date
from povertydesk.ui.records.columns import CellKind, CellValue, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from povertydesk.workflow.keep_committee import CommitteeMember

NAME, HELPED = "name", "helped"
_WIDTHS = {
    NAME: 17,
    "position": 14,
    "organisation": 12,
    "role": 12,
    "villages": 15,
    "phone": 12,
    "from_on": 10,
    "until_on": 10,
    "standing": 9,
}


class CommitteeWords(NamedTuple):
    """The headings by column, and what a member's role and standing are called."""

    titles: Mapping[str, str]
    explained: Mapping[str, str]
    total: str


class MemberLine(NamedTuple):
    """One line of the register; a blank line has no member yet. The texts are as they are typed."""

    row_id: str
    serial: int | None = None
    member: CommitteeMember | None = None
    role: str = ""
    standing: str = ""
    unsaved: Mapping[str, str] = MappingProxyType({})

    @property
    def is_new(self) -> bool:
        """Whether the line waits for a member."""
        return self.member is None

    def value(self, key: str) -> CellValue:
        """Return what a column shows: what was typed and not kept, else what the records say."""
        if key in self.unsaved:
            return self.unsaved[key]
        if self.member is None:
            return None
        officer, term = self.member.officer, self.member.term
        match key:
            case "name":
                return officer.name
            case "position":
                return officer.position
            case "role":
                return self.role
            case "standing":
                return self.standing
            case "villages":
                return "; ".join(village.name for village in self.member.villages)
            case "helped":
                return len(self.member.households)
            case "from_on" | "until_on":
                day = getattr(term, key)
                return "" if day is None else format_date(day)
            case _:
                text: str = getattr(term, key)
                return text


def committee_columns(words: CommitteeWords, serial: str) -> tuple[Column[MemberLine], ...]:
    """Declare the columns: all but number, households and standing are typed."""
    columns: list[Column[MemberLine]] = [
        Column("serial", serial, lambda line: line.serial, CellKind.SERIAL, computed=True)
    ]
    for key, title in words.titles.items():
        counted, typed = key == HELPED, key not in {HELPED, "standing"}
        columns.append(
            Column(
                key,
                title,
                _reader(key),
                CellKind.COUNT if counted else CellKind.TEXT,
                editable=typed,
                computed=not typed,
                total=_TOTALS.get(key) if key != NAME else (lambda _lines: words.total),
                width_characters=_WIDTHS.get(key),
                tooltip=words.explained.get(key, ""),
            )
        )
    return tuple(columns)


def _reader(key: str) -> Callable[[MemberLine], CellValue]:
    return lambda line: line.value(key)


def _helped(lines: Sequence[MemberLine]) -> int | None:
    """Count households once, though a member may have a former term as well; nothing where nobody is entered."""
    members = [line.member for line in lines if line.member is not None]
    return len({key for member in members for key in member.households}) if members else None


_TOTALS: Mapping[str, Callable[[Sequence[MemberLine]], CellValue]] = {HELPED: _helped}
