"""The households of a round: their forms, and what came of them. A sealed round refuses every write.

The answers of a form lie in parts (A, B1, B2, characteristics …), one record each: a saved field rewrites its part.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.review import DontKnow, EntryKind, Review, ReviewStage
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import rounds
from povertydesk.store.stored_dates import read_day, stored_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from povertydesk.poverty.review import ReviewAnswer
    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


def add_reviews(
    engine: Engine, writer: OperationWriter, round_id: str, opening: Mapping[str, PovertyStatus | None]
) -> list[str]:
    """Take households into an open round, by key with their opening status; returns the keys of the reviews."""
    rounds.require_open(engine, round_id)
    return writer.insert_many(
        "review", [_values(Review("", round_id, household, status)) for household, status in opening.items()]
    )


def write_review(engine: Engine, writer: OperationWriter, review: Review, amendment_id: str | None = None) -> None:
    """Keep the totals and the result of a review; in a sealed round only under an amendment of it."""
    _require_writable(engine, review.round_id, amendment_id)
    writer.update("review", review.id, _values(review))


def write_answers(
    engine: Engine, writer: OperationWriter, review: Review, part: str, answers: Mapping[str, ReviewAnswer]
) -> None:
    """Keep the answers of one part of a form; a question that is left out is unanswered."""
    rounds.require_open(engine, review.round_id)
    stored = {question: {"dont_know": True} if isinstance(one, DontKnow) else one for question, one in answers.items()}
    text = json.dumps(stored, ensure_ascii=False, sort_keys=True)
    writer.put("review_part", {"review_id": review.id, "part": part}, {"answers": text})


def read_answers(engine: Engine, review_id: str) -> dict[str, dict[str, ReviewAnswer]]:
    """Return the answers of a form by part and question; unanswered questions have no entry."""
    rows = engine.execute("SELECT part, answers FROM review_part WHERE review_id = ? ORDER BY part", (review_id,))
    return {part: _answers(text) for part, text in rows}


def list_answers(engine: Engine, round_id: str) -> dict[str, dict[str, dict[str, ReviewAnswer]]]:
    """Return the answers of all forms of a round in one read: by household, part and question."""
    rows = engine.execute(
        "SELECT household_id, part, answers FROM review JOIN review_part ON review_id = review.id WHERE round_id = ?",
        (round_id,),
    )
    found: dict[str, dict[str, dict[str, ReviewAnswer]]] = {}
    for household, part, text in rows:
        found.setdefault(household, {})[part] = _answers(text)
    return found


def list_reviews(engine: Engine, round_id: str) -> tuple[Review, ...]:
    """List the households of a round by village and code."""
    rows = engine.records(
        "SELECT review.* FROM review JOIN household ON household.id = household_id "
        "JOIN village ON village.id = village_id WHERE round_id = ? "
        "ORDER BY position, village.name_sort, household.code",
        (round_id,),
    )
    return tuple(_review(row) for row in rows)


def find_review(engine: Engine, round_id: str, household_id: str) -> Review | None:
    """Return the review of a household in a round, or None where it is not in it."""
    rows = engine.records("SELECT * FROM review WHERE round_id = ? AND household_id = ?", (round_id, household_id))
    return _review(rows[0]) if rows else None


def remove_reviews(engine: Engine, writer: OperationWriter, reviews: Iterable[Review]) -> None:
    """Take households with their forms out of an open round."""
    for review in reviews:
        rounds.require_open(engine, review.round_id)
        for (part,) in engine.execute("SELECT id FROM review_part WHERE review_id = ?", (review.id,)):
            writer.delete("review_part", part)
        writer.delete("review", review.id)


def _require_writable(engine: Engine, round_id: str, amendment_id: str | None) -> None:
    amended = engine.value("SELECT round_id FROM round_amendment WHERE id = ?", (amendment_id,))
    if amended != round_id:
        rounds.require_open(engine, round_id)


def _values(review: Review) -> dict[str, Any]:
    return {
        "round_id": review.round_id,
        "household_id": review.household_id,
        "opening_status": review.opening_status.value if review.opening_status else None,
        "stage": review.stage.value,
        "quick_result": review.quick_result,
        "b1": review.b1,
        "b2": review.b2,
        "income_per_person_vnd": review.income_per_person_vnd,
        "status": review.status.value if review.status else None,
        "declared_status": review.declared_status.value if review.declared_status else None,
        "entry_kind": review.entry_kind.value if review.entry_kind else None,
        "reviewed_on": stored_day(review.reviewed_on),
        "reviewer": review.reviewer or None,
        "note": review.note or None,
    }


def _review(row: dict[str, Any]) -> Review:
    return Review(
        id=row["id"],
        round_id=row["round_id"],
        household_id=row["household_id"],
        opening_status=_status(row["opening_status"]),
        stage=ReviewStage(row["stage"]),
        quick_result=row["quick_result"],
        b1=row["b1"],
        b2=row["b2"],
        income_per_person_vnd=row["income_per_person_vnd"],
        status=_status(row["status"]),
        declared_status=_status(row["declared_status"]),
        entry_kind=EntryKind(row["entry_kind"]) if row["entry_kind"] else None,
        reviewed_on=read_day(row["reviewed_on"]),
        reviewer=row["reviewer"] or "",
        note=row["note"] or "",
    )


def _status(stored: str | None) -> PovertyStatus | None:
    return PovertyStatus(stored) if stored else None


def _answers(text: str) -> dict[str, ReviewAnswer]:
    return {
        question: DontKnow.DONT_KNOW if isinstance(one, dict) else one for question, one in json.loads(text).items()
    }
