"""How far a round is: its households in a list, and what has been done and found in each village."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.review import ReviewStage
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households, reviews, rounds, villages
from povertydesk.workflow.form_law import form_law

if TYPE_CHECKING:
    from collections.abc import Iterable

    from povertydesk.poverty.household import Household
    from povertydesk.poverty.questionnaire import Questionnaire
    from povertydesk.poverty.review import Review, ReviewRound
    from povertydesk.workflow.desk import Desk


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One household of a round. `people` is the registry's count; `ended` where the household ended since.

    `answered` of `applicable` questions have an answer. `opening` of None is "history not known". `result` is what it
    counts with, None where nothing was entered; `declared` where that was told by a list and not worked out.
    """

    household_id: str
    village_id: str
    village: str
    code: str
    head: str
    people: int | None
    opening: PovertyStatus | None
    answered: int
    applicable: int
    stage: ReviewStage
    result: PovertyStatus | None
    declared: bool
    b1: int | None
    b2: int | None
    income_per_person_vnd: int | None
    ended: bool

    @property
    def begun(self) -> bool:
        """Whether anything was entered of the household (đã có phiếu)."""
        return self.answered > 0 or self.result is not None

    @property
    def complete(self) -> bool:
        """Whether the form is complete and gave the household a status, worked out or declared."""
        judged = self.result not in {None, PovertyStatus.UNCLASSIFIED}
        return judged and (self.declared or self.stage is ReviewStage.COMPLETE)


@dataclass(frozen=True, slots=True)
class VillageProgress:
    """How far a village is: households to review, begun, complete, and how many came out poor and near-poor."""

    village_id: str
    village: str
    to_review: int
    begun: int
    complete: int
    poor: int
    near_poor: int


@dataclass(frozen=True, slots=True)
class ReviewBoard:
    """A round with its form, its households by village and code, the progress of each village, and the sum of all."""

    round: ReviewRound
    form: Questionnaire
    rows: tuple[BoardRow, ...]
    villages: tuple[VillageProgress, ...]
    total: VillageProgress


class AskingHousehold(NamedTuple):
    """A household of the registry that may be taken into a round (giấy đề nghị, Mẫu 01 and Mẫu 04)."""

    household_id: str
    code: str
    head: str
    village: str


def review_board(desk: Desk, round_id: str, village_id: str | None = None) -> ReviewBoard:
    """Say how far a round is; with a village, list its households only. Villages without households stand at nought.

    Read in one piece whatever the number of households. Refused: `round-not-found`.
    """
    of_round = rounds.read_round(desk.engine, round_id)
    form = form_law(desk, of_round).form
    reviewed = {one.household_id: one for one in reviews.list_reviews(desk.engine, round_id)}
    answers = reviews.list_answers(desk.engine, round_id)
    present = villages.list_villages(desk.engine)
    names = {village.id: village.name for village in present}
    rows = []
    for household in households.list_in_round(desk.engine, round_id):
        progress = form.progress(answers.get(household.id, {}))
        done = progress.answered, progress.applicable
        rows.append(_row(household, names[household.village_id], reviewed[household.id], done))
    by_village: dict[str, list[BoardRow]] = {village.id: [] for village in present}
    for row in rows:
        by_village[row.village_id].append(row)
    return ReviewBoard(
        round=of_round,
        form=form,
        rows=tuple(by_village.get(village_id, ()) if village_id is not None else rows),
        villages=tuple(_progress(village.id, village.name, by_village[village.id]) for village in present),
        total=_progress("", "", rows),
    )


def find_outside(desk: Desk, round_id: str, text: str, limit: int = 8) -> tuple[AskingHousehold, ...]:
    """Find households of the registry that are not in a round, by head or code: those that may ask to be reviewed."""
    inside = {household for household, _ in reviews.list_places(desk.engine, round_id)}
    names = {village.id: village.name for village in villages.list_villages(desk.engine)}
    found = households.find_households(desk.engine, text, limit + len(inside)) if text.strip() else ()
    outside = [one for one in found if one.id not in inside and one.ended_on is None]
    return tuple(AskingHousehold(one.id, one.code, one.head_name, names[one.village_id]) for one in outside[:limit])


def _row(household: Household, village: str, review: Review, done: tuple[int, int]) -> BoardRow:
    return BoardRow(
        household_id=household.id,
        village_id=household.village_id,
        village=village,
        code=household.code,
        head=household.head_name,
        people=household.people_count,
        opening=review.opening_status,
        answered=done[0],
        applicable=done[1],
        stage=review.stage,
        result=review.result,
        declared=review.status is None and review.declared_status is not None,
        b1=review.b1,
        b2=review.b2,
        income_per_person_vnd=review.income_per_person_vnd,
        ended=household.ended_on is not None,
    )


def _progress(village_id: str, village: str, rows: Iterable[BoardRow]) -> VillageProgress:
    listed = list(rows)
    results = [row.result for row in listed]
    return VillageProgress(
        village_id=village_id,
        village=village,
        to_review=len(listed),
        begun=sum(row.begun for row in listed),
        complete=sum(row.complete for row in listed),
        poor=results.count(PovertyStatus.POOR),
        near_poor=results.count(PovertyStatus.NEAR_POOR),
    )
