"""The fixed words of the papers of a review, which an office may edit in `resources/templates`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from pathlib import Path

_Words = TypeVar("_Words")


class ExplanationTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the sheet that explains a result."""

    kind: str
    subject: str
    place: str
    people: str
    people_unknown: str
    reviewed_on: str
    reviewer: str
    rural: str
    urban: str
    answers: str
    result: str
    changes: str
    no_changes: str
    number_title: str
    question_title: str
    answer_title: str
    points_title: str
    total_b1: str
    total_b2: str
    income: str
    unanswered: str
    unknown: str
    none_chosen: str
    not_verified: str
    signers: tuple[str, ...]
    signing_hint: str
    draft_mark: str
    practice_mark: str
    what_if_mark: str


class ReviewFormTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the review form that is taken to a household; `spare_members` lines are left blank for new ones."""

    kind: str
    subject: str
    place: str
    address: str
    phone: str
    reviewed_on: str
    reviewer: str
    dots: str
    rural: str
    urban: str
    members: str
    questions: str
    number_title: str
    name_title: str
    birth_title: str
    sex_title: str
    relation_title: str
    change_title: str
    male: str
    female: str
    question_title: str
    yes_title: str
    no_title: str
    amount_title: str
    last_year_title: str
    mark: str
    not_here: str
    yes: str
    no: str
    unknown: str
    spare_members: int
    signers: tuple[str, ...]
    signing_hint: str
    draft_mark: str
    practice_mark: str


def load_words(path: Path, of_type: type[_Words]) -> _Words:
    """Read the words of one paper; refused with `template-broken` where something is missing or too much."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=of_type)
    except (msgspec.DecodeError, OSError) as error:
        raise KnownError("template-broken", file=path.name, detail=str(error)) from error
