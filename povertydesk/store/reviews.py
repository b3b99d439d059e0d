"""The households of a round: their forms, and what came of them. A sealed round refuses every write.

The answers of a form lie in parts (A, B1, B2, characteristics …), one record each: a saved field rewrites its part. The
notes that confirm what is unusual are a part of their own.
"""

from __future__ import annotations

import datetime
import functools
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from povertydesk.poverty.form_answers import NOT_KNOWN, FormAnswer
from povertydesk.poverty.review import EntryKind, Review, ReviewStage
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import rounds
from povertydesk.store.stored_dates import read_day, stored_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from povertydesk.poverty.review import ReviewRound
    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter

_NOTES = "notes"
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


def add_reviews(
    engine: Engine, writer: OperationWriter, round_id: str, opening: Mapping[str, PovertyStatus | None]
) -> list[str]:
    """Take households into an open round, by key with their opening status; returns the keys of the reviews."""
    rounds.require_open(engine, round_id)
    return writer.insert_many(
        "review", [_values(Review("", round_id, household, status)) for household, status in opening.items()]
    )


def insert_reviews(engine: Engine, writer: OperationWriter, round_id: str, new: Iterable[Review]) -> list[str]:
    """Take households into an open round with all that is known of their reviews; returns the keys in order."""
    rounds.require_open(engine, round_id)
    return writer.insert_many("review", [{**_values(review), "round_id": round_id} for review in new])


def insert_answers(
    engine: Engine,
    writer: OperationWriter,
    round_id: str,
    parts: Iterable[tuple[str, str, Mapping[str, FormAnswer]]],
) -> None:
    """Keep parts of forms that have none yet: the key of the review, the part and its answers."""
    rounds.require_open(engine, round_id)
    rows = [{"review_id": review, "part": part, "answers": _text(answers)} for review, part, answers in parts]
    writer.insert_many("review_part", rows)


def write_review(engine: Engine, writer: OperationWriter, review: Review, amendment_id: str | None = None) -> None:
    """Keep the totals and the result of a review; in a sealed round only under an amendment of it."""
    _require_writable(engine, review.round_id, amendment_id)
    writer.update("review", review.id, _values(review))


def write_answers(
    engine: Engine, writer: OperationWriter, review: Review, part: str, answers: Mapping[str, FormAnswer]
) -> None:
    """Keep the answers of one part of a form; a question that is left out is unanswered."""
    _write_part(engine, writer, review, part, _text(answers))


def write_notes(engine: Engine, writer: OperationWriter, review: Review, notes: Mapping[str, str]) -> None:
    """Keep the notes that confirm what is unusual in a form, by the code of the check or item."""
    _write_part(engine, writer, review, _NOTES, json.dumps(notes, ensure_ascii=False, sort_keys=True))


def read_answers(engine: Engine, review_id: str) -> dict[str, dict[str, FormAnswer]]:
    """Return the answers of a form by part and question; unanswered questions have no entry."""
    rows = engine.execute(
        "SELECT part, answers FROM review_part WHERE review_id = ? AND part <> ? ORDER BY part", (review_id, _NOTES)
    )
    return {part: _answers(text) for part, text in rows}


def read_notes(engine: Engine, review_id: str) -> dict[str, str]:
    """Return the notes of a form by the code they confirm."""
    text = engine.value("SELECT answers FROM review_part WHERE review_id = ? AND part = ?", (review_id, _NOTES))
    return {} if text is None else json.loads(text)


class RoundRows(NamedTuple):
    """The bare rows of all reviews of a round, made into records where time and thread do not matter."""

    review_rows: list[dict[str, Any]]
    part_rows: list[tuple[str, str, str]]

    def reviews(self) -> dict[str, Review]:
        """Make the reviews, by household."""
        return {row["household_id"]: _review(row) for row in self.review_rows}

    def answers(self) -> dict[str, dict[str, dict[str, FormAnswer]]]:
        """Make the answers, by household, part and question."""
        found: dict[str, dict[str, dict[str, FormAnswer]]] = {}
        for household, part, text in self.part_rows:
            found.setdefault(household, {})[part] = _answers(text)
        return found

    def whole_answers(self) -> dict[str, dict[str, FormAnswer]]:
        """Make the answers, by household and question."""
        found: dict[str, dict[str, FormAnswer]] = {}
        for household, _part, text in self.part_rows:
            found.setdefault(household, {}).update(_answers(text))
        return found


def read_round_rows(engine: Engine, round_id: str) -> RoundRows:
    """Read all reviews of a round with their answers in one short read."""
    return RoundRows(
        engine.records("SELECT * FROM review WHERE round_id = ?", (round_id,)),
        [
            (household, part, text)
            for household, part, text in engine.execute(
                "SELECT household_id, part, answers FROM review JOIN review_part ON review_id = review.id "
                "WHERE round_id = ? AND part <> ?",
                (round_id, _NOTES),
            )
        ],
    )


def list_answers(engine: Engine, round_id: str, village_id: str | None = None) -> dict[str, dict[str, FormAnswer]]:
    """Return the answers of all forms of a round, or of a village in it, in one read: by household and question."""
    return _by_household(
        engine.execute(
            "SELECT household_id, answers FROM review JOIN review_part ON review_id = review.id "
            "WHERE round_id = ?1 AND part <> ?2 "
            "AND (?3 IS NULL OR household_id IN (SELECT id FROM household WHERE village_id = ?3))",
            (round_id, _NOTES, village_id),
        )
    )


def list_answers_of(engine: Engine, round_id: str, household_ids: Iterable[str]) -> dict[str, dict[str, FormAnswer]]:
    """Return the answers of some households' forms of a round in one read: by household and question."""
    return _by_household(
        engine.execute(
            "SELECT household_id, answers FROM review JOIN review_part ON review_id = review.id "
            "WHERE round_id = ?1 AND part <> ?2 AND household_id IN (SELECT value FROM json_each(?3))",
            (round_id, _NOTES, json.dumps(list(household_ids))),
        )
    )


def list_reviews(engine: Engine, round_id: str, village_id: str | None = None) -> tuple[Review, ...]:
    """List the households of a round, or of a village in it, by village and code."""
    rows = engine.records(
        "SELECT review.* FROM review JOIN household ON household.id = household_id "
        "JOIN village ON village.id = village_id WHERE round_id = ?1 AND (?2 IS NULL OR village_id = ?2) "
        "ORDER BY position, village.name_sort, household.code",
        (round_id, village_id),
    )
    return tuple(_review(row) for row in rows)


def list_household_reviews(engine: Engine, household_id: str) -> tuple[tuple[ReviewRound, Review], ...]:
    """List the rounds a household stands in with its review, in the order the rounds were opened."""
    rows = engine.records("SELECT * FROM review WHERE household_id = ?", (household_id,))
    found = {row["round_id"]: _review(row) for row in rows}
    return tuple((one, found[one.id]) for one in rounds.list_rounds(engine) if one.id in found)


def find_review(engine: Engine, round_id: str, household_id: str) -> Review | None:
    """Return the review of a household in a round, or None where it is not in it."""
    rows = engine.records("SELECT * FROM review WHERE round_id = ? AND household_id = ?", (round_id, household_id))
    return _review(rows[0]) if rows else None


def note_people(writer: OperationWriter, counts: Mapping[str, int]) -> None:
    """Keep with how many people households stand in the list of a round, by the key of the review."""
    for review_id, people in counts.items():
        writer.update("review", review_id, {"people_count": people})


def list_sealed_people(engine: Engine, round_id: str) -> dict[str, int]:
    """Return with how many people each household stands in the list a round was sealed with."""
    return dict(
        engine.execute(
            "SELECT household_id, people_count FROM review WHERE round_id = ? AND people_count IS NOT NULL", (round_id,)
        )
    )


def sealed_since(engine: Engine, household_id: str, day: datetime.date) -> tuple[tuple[Review, datetime.date], ...]:
    """List the reviews of a household in rounds sealed since a day, with the day of each round's list."""
    rows = engine.records(
        "SELECT review.*, min(closed_on, year || '-12-31') AS list_on FROM review "
        "JOIN review_round ON review_round.id = round_id WHERE household_id = ? AND closed_on >= ? ORDER BY closed_on",
        (household_id, day.isoformat()),
    )
    return tuple((_review(row), datetime.date.fromisoformat(row["list_on"])) for row in rows)


def list_entry_kinds(engine: Engine, year: int, opened_on: datetime.date) -> dict[str, EntryKind]:
    """Return what the reviews of a year say households entering a list were before; the annual one's word counts.

    A monthly round sealed after the day of the year's opening list belongs to the year too.
    """
    rows = engine.execute(
        "SELECT household_id, entry_kind FROM review JOIN review_round ON review_round.id = round_id "
        "WHERE entry_kind IS NOT NULL AND review_round.kind <> 'transition' "
        "AND (year = ?1 OR (year < ?1 AND review_round.kind = 'in_year' AND closed_on > ?2)) "
        "ORDER BY year, review_round.kind = 'annual', opened_on, review.id",
        (year, opened_on.isoformat()),
    )
    return {household: EntryKind(kind) for household, kind in rows}


def list_places(engine: Engine, round_id: str) -> tuple[tuple[str, str], ...]:
    """List the households of a round by village and code, as keys of household and village."""
    rows = engine.execute(
        "SELECT household_id, village_id FROM review JOIN household ON household.id = household_id "
        "JOIN village ON village.id = village_id WHERE round_id = ? "
        "ORDER BY position, village.name_sort, household.code",
        (round_id,),
    )
    return tuple((household, village) for household, village in rows)


def last_sealed(engine: Engine, household_id: str, before: ReviewRound) -> tuple[Review, ReviewRound] | None:
    """Return the review of a household in the last round opened before another one and sealed; None without one."""
    rows = engine.records(
        "SELECT review.* FROM review JOIN review_round ON review_round.id = round_id WHERE household_id = ? "
        "AND round_id <> ? AND closed_on IS NOT NULL AND opened_on <= ? "
        "ORDER BY closed_on DESC, review_round.id DESC LIMIT 1",
        (household_id, before.id, before.opened_on.isoformat()),
    )
    if not rows:
        return None
    review = _review(rows[0])
    return review, rounds.read_round(engine, review.round_id)


def last_answered(engine: Engine, round_id: str, names: Sequence[str]) -> tuple[str, frozenset[str]] | None:
    """Return the household whose form an operation of these names last wrote in a round, with the items it answered.

    Also one that was taken back counts: the clerk stood there.
    """
    rows = engine.execute(
        "SELECT household_id, operation_change.operation, review_part.id FROM operation "  # noqa: S608 - only marks
        "JOIN operation_change ON operation_change.operation = operation.number "
        "JOIN review_part ON record_table = 'review_part' AND review_part.id = record_id "
        f"JOIN review ON review.id = review_id WHERE round_id = ? AND name IN ({', '.join('?' * len(names))}) "
        "ORDER BY operation.number DESC, sequence DESC LIMIT 1",
        (round_id, *names),
    )
    if not rows:
        return None
    household, number, part = rows[0]
    versions = engine.execute(
        "SELECT before FROM operation_change WHERE record_table = 'review_part' AND record_id = ? AND operation >= ? "
        "ORDER BY operation, sequence LIMIT 2",
        (part, number),
    )
    images = [json.loads(before)["answers"] if before is not None else "{}" for (before,) in versions]
    images.append(engine.value("SELECT answers FROM review_part WHERE id = ?", (part,)))
    earlier, later = json.loads(images[0]), json.loads(images[1])
    return household, frozenset(code for code in {*earlier, *later} if earlier.get(code) != later.get(code))


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
        "people_count": review.people_count,
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
        people_count=row["people_count"],
    )


def _status(stored: str | None) -> PovertyStatus | None:
    return PovertyStatus(stored) if stored else None


def _write_part(engine: Engine, writer: OperationWriter, review: Review, part: str, text: str) -> None:
    rounds.require_open(engine, review.round_id)
    writer.put("review_part", {"review_id": review.id, "part": part}, {"answers": text})


def _text(answers: Mapping[str, FormAnswer]) -> str:
    stored = {question: _stored(answer) for question, answer in answers.items()}
    return _ENCODER.encode(stored)


def _stored(answer: FormAnswer) -> str | list[str] | dict[str, str | bool]:
    """Write options as a list, or alone where there is one; a number as text, so that no digit of it changes."""
    if answer.unknown:
        return {"dont_know": True}
    if answer.number is not None:
        return {"number": str(answer.number)}
    return next(iter(answer.options)) if len(answer.options) == 1 else sorted(answer.options)


def _by_household(rows: Iterable[tuple[str, str]]) -> dict[str, dict[str, FormAnswer]]:
    found: dict[str, dict[str, FormAnswer]] = {}
    for household, text in rows:
        found.setdefault(household, {}).update(_answers(text))
    return found


def _answers(text: str) -> dict[str, FormAnswer]:
    return {question: _answer(one) for question, one in json.loads(text).items()}


def _answer(stored: str | list[str] | dict[str, str | bool]) -> FormAnswer:
    if isinstance(stored, str):
        return _option(stored)
    if isinstance(stored, list):
        return FormAnswer(frozenset(stored))
    return FormAnswer(number=Decimal(str(stored["number"]))) if "number" in stored else NOT_KNOWN


@functools.cache
def _option(code: str) -> FormAnswer:
    """Return one object an option: a round of ten thousand forms holds the same few answers over and over."""
    return FormAnswer(frozenset({code}))
