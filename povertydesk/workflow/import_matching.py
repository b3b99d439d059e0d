"""Which village and which household of the registry a line of a list names; what nobody could tell apart is refused."""

from __future__ import annotations

from collections import defaultdict
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.vietnamese import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from povertydesk.exchange.household_workbook import HouseholdRow
    from povertydesk.poverty.area import Village
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.person import Person
    from povertydesk.poverty.problems import Value

_SUBJECT = "head_name"
_CODE_WIDTH = 3
NEW_VILLAGE = "+"
"""Begins the key of a village that the import adds; its place in the order of adding follows."""


class Refused(Exception):  # noqa: N818 - no error of the program: a row that is answered with a sentence
    """A row that is not taken: the code of the sentence with its values, and the field it speaks of."""

    def __init__(self, code: str, field: str, **values: Value) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.values: dict[str, Value] = values


class Villages:
    """The villages by the names that lists give them; in a file without any, those of the list are added."""

    def __init__(self, known: Sequence[Village], kind_words: Iterable[str]) -> None:
        """Know the file's villages; `kind_words` (thôn, bản, …) may be left out of a name."""
        self._kinds = tuple(f"{fold(word)} " for word in kind_words)
        self._adds = not known
        self.names: dict[str, str] = {village.id: village.name for village in known}
        self.added: list[str] = []
        self._exact: dict[str, str] = {}
        self._likely: dict[str, set[str]] = defaultdict(set)
        for village in known:
            self._learn(village.id, village.name)

    def find(self, written: str | None) -> str:
        """Return the key of a village by its name: as written, else without accents or without its kind word."""
        name = clean_line(written or "")
        if not name:
            raise Refused("import-village-missing", "village")
        found = self._exact.get(name.casefold())
        if found is not None:
            return found
        for written_so in (fold(name), self._bare(name)):
            likely = self._likely.get(written_so, set())
            if len(likely) == 1:
                return next(iter(likely))
            if likely:
                alike = ", ".join(self.names[key] for key in sorted(likely))
                raise Refused("import-village-ambiguous", "village", text=name, villages=alike)
        if self._adds:
            key = f"{NEW_VILLAGE}{len(self.added)}"
            self.added.append(name)
            self.names[key] = name
            self._learn(key, name)
            return key
        near = get_close_matches(fold(name), self._likely, n=1, cutoff=0.0)
        nearest = self.names[min(self._likely[near[0]])] if near else ""
        raise Refused("import-village-unknown", "village", text=name, nearest=nearest)

    def _learn(self, key: str, name: str) -> None:
        self._exact.setdefault(name.casefold(), key)
        for written_so in {fold(name), self._bare(name)}:
            self._likely[written_so].add(key)

    def _bare(self, name: str) -> str:
        folded = fold(name)
        return next((folded.removeprefix(word) for word in self._kinds if folded.startswith(word)), folded)


class ListedHead(NamedTuple):
    """What tells a household without a code from others: its village, the head's name, birth year and number."""

    village: str
    folded: str
    birth_year: int | None
    number: str | None

    def contradicts(self, other: ListedHead) -> bool:
        """Whether a year or a number says that these are two people."""
        if self.birth_year is not None and other.birth_year is not None:
            return self.birth_year != other.birth_year
        return self.number is not None and other.number is not None and self.number != other.number


class Households:
    """The registry's households as a list finds them again; each is found by one line only."""

    def __init__(self, known: Iterable[Household], heads: Mapping[str, Person]) -> None:
        """Know the registry; `heads` are the heads of households, where they are entered."""
        self._by_code: dict[tuple[str, str], Household] = {}
        self._by_number: dict[tuple[str, str], list[Household]] = defaultdict(list)
        self._by_head: dict[tuple[str, str], list[tuple[ListedHead, Household]]] = defaultdict(list)
        self._last_codes: dict[str, tuple[int, int]] = {}
        self._taken: dict[str, int] = {}
        self._new_codes: dict[tuple[str, str], int] = {}
        self._new_heads: dict[ListedHead, int] = {}
        for household in known:
            village = household.village_id
            self._by_code[village, fold(household.code)] = household
            self._by_number[village, _number_key(household.code)].append(household)
            self.bears(village, household.code)
            if household.ended_on is None:
                head = heads.get(household.id)
                year, number = (head.birth_year, head.citizen_number) if head is not None else (None, None)
                said = ListedHead(village, fold(household.head_name), year, number)
                self._by_head[village, said.folded].append((said, household))

    def by_code(self, village: str, code: str, row: int) -> Household | None:
        """Return the household of a code in a village, None where it is new; a code that stood before is refused."""
        found = self._by_code.get((village, fold(code)))
        if found is None:
            alike = self._by_number.get((village, _number_key(code)), [])
            found = alike[0] if len(alike) == 1 else None
        first = self._new_codes.setdefault((village, _number_key(code)), row) if found is None else None
        if first not in {None, row}:
            raise Refused("household-code-twice", "household_code", text=code, first_row=str(first))
        if found is not None:
            self._take(found, row, code)
        return found

    def by_head(self, heads: Sequence[tuple[HouseholdRow, ListedHead]]) -> dict[int, Household | Refused | None]:
        """Find the households of lines without a code, by the place of the line; None are new.

        Those whose head is exactly as the list says come first, then those with something not known.
        """
        found: dict[int, Household | Refused | None] = {}
        for place, (row, head) in enumerate(heads):
            first = self._new_heads.setdefault(head, row.row)
            if first != row.row:
                found[place] = Refused("household-twice-without-code", _SUBJECT, first_row=str(first))
        for exact in (True, False):
            for place, (row, head) in enumerate(heads):
                if place not in found:
                    likely = self._likely(head, exact=exact)
                    if len(likely) == 1:
                        self._taken[likely[0].id] = row.row
                        found[place] = likely[0]
                    elif likely:
                        found[place] = Refused("household-ambiguous", _SUBJECT, households=len(likely))
                    elif not exact:
                        found[place] = None
        return found

    def next_code(self, village: str) -> str:
        """Return the next free number of a village, as long as the longest one it has."""
        last, width = self._last_codes.get(village, (0, _CODE_WIDTH))
        code = f"{last + 1:0{width}d}"
        self.bears(village, code)
        return code

    def bears(self, village: str, code: str) -> None:
        """Take note of a code that a household of the village bears."""
        if code.isascii() and code.isdecimal():
            last, width = self._last_codes.get(village, (0, 0))
            self._last_codes[village] = max(last, int(code)), max(width, len(code))

    def _take(self, household: Household, row: int, code: str) -> None:
        first = self._taken.setdefault(household.id, row)
        if first != row:
            raise Refused("household-code-twice", "household_code", text=code, first_row=str(first))
        if household.ended_on is not None:
            raise Refused("import-household-ended", "household_code", household=household.code)

    def _likely(self, head: ListedHead, *, exact: bool) -> list[Household]:
        return [
            household
            for said, household in self._by_head.get((head.village, head.folded), ())
            if household.id not in self._taken and (said == head if exact else not said.contradicts(head))
        ]


def _number_key(code: str) -> str:
    """Return a code as Excel may have left it: without the noughts before a number."""
    folded = fold(code)
    return folded.lstrip("0") or "0" if folded.isascii() and folded.isdecimal() else folded
