"""The fixed words of an official paper: national title and motto, number and date line, recipients (Decree 30/2020)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.official_text import official_date
from povertydesk.poverty.paper import Text, plain_text

if TYPE_CHECKING:
    from povertydesk.poverty.paper import AnnexHeading, Inline, Letterhead

NATIONAL_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS_WORD = "Nơi nhận:"

_PEN_ROOM = " " * 6


def number_line(letterhead: Letterhead) -> str:
    """Return `Số: 05/KH-UBND`, with room for the pen where the paper has no number yet."""
    number = letterhead.number if letterhead.number else _PEN_ROOM
    return f"Số: {number}/{letterhead.symbol.lstrip('/')}"


def date_line(letterhead: Letterhead) -> str:
    """Return `Cẩm Long, ngày 05 tháng 01 năm 2023`, with room for day and month where the paper has no date yet."""
    if letterhead.issued_on is not None:
        return f"{letterhead.place}, {official_date(letterhead.issued_on)}"
    return f"{letterhead.place}, ngày{_PEN_ROOM}tháng{_PEN_ROOM}năm {letterhead.year}"


def recipient_lines(recipients: tuple[str, ...]) -> tuple[str, ...]:
    """Return the list below `Nơi nhận:`, each line `- …;` and the last `- ….`."""
    names = [name for recipient in recipients if (name := recipient.strip().lstrip("-–").strip().rstrip(";., "))]
    return tuple(f"- {name}{'.' if place == len(names) else ';'}" for place, name in enumerate(names, start=1))


def annex_reference(heading: AnnexHeading) -> tuple[Inline, ...]:
    """Return what paper an annex goes with, in brackets; nothing where it names none."""
    if not heading.reference or plain_text(heading.reference).lstrip().startswith("("):
        return heading.reference
    return (Text("("), *heading.reference, Text(")"))
