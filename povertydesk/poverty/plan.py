"""The yearly poverty-reduction plan of an office, as far as the clerk decides its contents."""

from __future__ import annotations

import datetime
import enum
import types
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal


class SigningForm(enum.StrEnum):
    """The short words before a signature: for the body, acting head, for the head, by the head's order or mandate."""

    FOR_BODY = "TM"
    ACTING = "Q"
    FOR_HEAD = "KT"
    BY_ORDER = "TL"
    BY_MANDATE = "TUQ"


class Officer(NamedTuple):
    """A person of the office: name, position (`Chủ tịch`), and in whose stead they sign, where they do."""

    id: str
    name: str
    position: str
    signing_form: SigningForm | None = None


def head_of(officers: Iterable[Officer]) -> Officer | None:
    """Return the head of the office, who signs where nobody else was chosen."""
    heads = {SigningForm.FOR_BODY, SigningForm.ACTING}
    return next((officer for officer in officers if officer.signing_form in heads), None)


class PlanSection(enum.StrEnum):
    """The parts of the plan that take lines of the office's own."""

    LOCAL_BASIS = "local_basis"
    AIM = "aim"
    TASK = "task"
    ORGANISATION = "organisation"
    RECIPIENT = "recipient"


class ServiceTarget(NamedTuple):
    """How many of the poor households are to have a service by the end of the year, in percent."""

    indicator: str
    percent: Decimal


class ReductionPlan(NamedTuple):
    """What the office decides of its plan for a year; figures of villages and targets are not repeated here.

    `number` empty and `issued_on` None leave room for the pen. `income_target_vnd` is đồng per person and month.
    `signed_on` is the day the office marked it as signed; its figures are locked from then on.
    """

    year: int
    number: str = ""
    issued_on: datetime.date | None = None
    subject: str = ""
    income_target_vnd: int | None = None
    archive: str = ""
    signer: Officer | None = None
    lines: Mapping[PlanSection, tuple[str, ...]] = types.MappingProxyType({})
    services: tuple[ServiceTarget, ...] = ()
    signed_on: datetime.date | None = None

    def lines_of(self, section: PlanSection) -> tuple[str, ...]:
        """The office's own lines of a section, in order."""
        return self.lines.get(section, ())
