"""In whose name a paper is issued: a people's committee, or an office such as a department that is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from povertydesk.documents.place_words import inside_sentence
from povertydesk.documents.signature import PEOPLES_COMMITTEE, signature_lines
from povertydesk.poverty.paper import Letterhead, Signature
from povertydesk.poverty.plan import SigningForm

if TYPE_CHECKING:
    from povertydesk.poverty.area import Unit
    from povertydesk.poverty.plan import Officer, ReductionPlan

_COMMITTEE_CHAIR = "Chủ tịch"
_OFFICE_HEAD = "Giám đốc"
_SEAT = re.compile(r"\b(?:tỉnh|thành phố)\s+(.+)$")


@dataclass(frozen=True, slots=True)
class IssuingOffice:
    """The office that owns a file, as papers name it.

    A commune, district or province issues papers as a people's committee; any other office (`Sở Nông nghiệp và Môi
    trường tỉnh Đắk Nông`) under its own name, below its superior's, and its head signs without `TM.` (Decree 30/2020,
    Annex I, part II, items 2 and 7).
    """

    unit: Unit

    @property
    def is_committee(self) -> bool:
        """Whether papers go out in the name of a people's committee."""
        return bool(self.unit.kind_word)

    @property
    def name_inside_sentence(self) -> str:
        """The office's name as it stands inside a sentence: `xã Cẩm Long`."""
        return inside_sentence(self.unit.name)

    @property
    def short_name(self) -> str:
        """What it is called where its place is known: `UBND xã`."""
        return f"UBND {self.unit.kind_word}" if self.is_committee else self.unit.name

    @property
    def full_name(self) -> str:
        """What it is called in full: `UBND xã Cẩm Long`."""
        return f"UBND {self.name_inside_sentence}" if self.is_committee else self.unit.name

    def letterhead(self, symbol: str, plan: ReductionPlan) -> Letterhead:
        """Return the head of a paper of this office, with number and day as the plan has them."""
        name, superior = self.unit.name.upper(), self.unit.superior_name.upper()
        return Letterhead(
            office_lines=(PEOPLES_COMMITTEE, name) if self.is_committee else (name,),
            superior=None if self.is_committee or not superior else superior,
            symbol=symbol if self.is_committee else f"{symbol.partition('-')[0]}-{self._initials}",
            place=self._place,
            year=plan.year,
            number=plan.number or None,
            issued_on=plan.issued_on,
        )

    def signature(self, signer: Officer | None) -> Signature:
        """Return the signature block; without a signer the head of the office signs, with room for the name."""
        head = _COMMITTEE_CHAIR if self.is_committee else _OFFICE_HEAD
        form = (signer.signing_form if signer else None) or SigningForm.FOR_BODY
        lines = signature_lines(form, (signer.position if signer else "") or head, head=head)
        own = lines if self.is_committee else tuple(line for line in lines if not line.startswith("TM. "))
        return Signature(own, signer.name if signer else "")

    @property
    def _place(self) -> str:
        seat = _SEAT.search(self.unit.name)
        return seat[1] if seat and not self.is_committee else self.unit.place_name

    @property
    def _initials(self) -> str:
        """Abbreviate an office as symbols of papers do: `Sở Nông nghiệp và Môi trường tỉnh Đắk Nông` → `SNNMT`."""
        words = _SEAT.sub("", self.unit.name).split()
        return "".join(word[0] for word in words if word != "và").upper()
