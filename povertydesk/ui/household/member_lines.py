"""The lines of the members grid: what is known of each person, what was typed and not kept, and blank lines."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.official_text import format_date
from povertydesk.ui.records.columns import Alignment, CellKind, CellValue, Column
from povertydesk.workflow.people_codes import people_codes

if TYPE_CHECKING:
    from collections.abc import Callable

    from povertydesk.poverty.person import Member
    from povertydesk.ui.household.words import HouseholdWords

NEW_ROW = "new-"
_WIDTHS = {
    "name": 17, "birth": 11, "sex": 5, "relation": 11, "ethnic_group": 8, "citizen_number": 14, "insurance": 6,
    "work": 13, "education": 11, "disability": 8, "benefits": 16,
}  # fmt: skip


class MemberLine(NamedTuple):
    """One line of the grid. A blank line is nobody yet; `unsaved` holds texts that could not be kept so far."""

    row_id: str
    serial: int | None
    member: Member | None = None
    unsaved: Mapping[str, str] = MappingProxyType({})

    @property
    def is_new(self) -> bool:
        """Whether the line waits for a new person."""
        return self.member is None


def member_columns(words: HouseholdWords, title: Callable[[str], str], serial: str) -> tuple[Column[MemberLine], ...]:
    """Declare the columns of the grid; `title` gives a field its heading."""
    columns: list[Column[MemberLine]] = [
        Column("serial", serial, lambda line: line.serial, CellKind.SERIAL, computed=True, width_characters=2)
    ]
    for field, width in _WIDTHS.items():
        columns.append(
            Column(
                field,
                title(field),
                _reader(words, field),
                align=Alignment.CENTRE if field in {"sex", "insurance", "disability"} else Alignment.LEFT,
                editable=True,
                width_characters=width,
                tooltip=title(f"{field}-explained"),
            )
        )
    return tuple(columns)


def shown_text(words: HouseholdWords, member: Member, field: str) -> str:
    """Write what is known of a person as the grid shows it and reads it again; what is not known is blank."""
    person = member.person
    if field == "birth":
        if person.birth_on is not None:
            return format_date(person.birth_on)
        return "" if person.birth_year is None else str(person.birth_year)
    if field == "relation":
        relation = member.membership.relation
        return "" if relation is None else people_codes().relations.get(relation, (relation,))[0]
    if field == "ethnic_group":
        return "" if person.ethnic_group is None else people_codes().ethnic_groups[person.ethnic_group][0]
    if field == "sex":
        return words.sex_words(person.sex)
    if field == "work":
        return words.work_words(person.work)
    if field == "benefits":
        return words.benefit_words(person.benefits)
    if field in {"insurance", "disability"}:
        return words.mark_words(getattr(person, field))
    return getattr(person, field) or ""


def _reader(words: HouseholdWords, field: str) -> Callable[[MemberLine], CellValue]:
    def read(line: MemberLine) -> str:
        if field in line.unsaved:
            return line.unsaved[field]
        return "" if line.member is None else shown_text(words, line.member, field)

    return read
