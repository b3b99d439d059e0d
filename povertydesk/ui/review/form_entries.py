"""Where the answers of a form on the screen are kept: in a round, key by key, or nowhere, for practice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from povertydesk.workflow import review_form
from povertydesk.workflow.practice_form import practice_form

if TYPE_CHECKING:
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.ui.review.form_day import SignedBy
    from povertydesk.ui.session import Session
    from povertydesk.workflow.review_form import OpenForm
    from povertydesk.workflow.scored_forms import FormChoice


class FormEntries(Protocol):
    """The form of one household, read as a whole and written answer by answer; each write says if it was kept."""

    @property
    def key(self) -> str:
        """What tells this form from every other one."""

    def read(self) -> OpenForm | None:
        """Read the form; None where it was refused, which the session has said."""

    def read_again(self, opened: OpenForm) -> OpenForm | None:
        """Read the form after an answer to it, which is quicker."""

    def answer(self, item: str, given: FormAnswer | None) -> bool:
        """Keep the answer to a question, or take it away."""

    def note(self, code: str, text: str) -> bool:
        """Keep the reason that confirms something unusual."""

    def confirm_proposals(self) -> bool:
        """Take what the members say as the answers not yet given."""

    def carry_over(self) -> bool:
        """Take last year's answers where none is given yet."""

    def copied(self, item: str) -> FormAnswer | None:
        """Return what the household before answered; None where it did not."""

    def sign(self, signed: SignedBy) -> None:
        """Keep the day and the reviewer; raises KnownError where they are refused."""


class RoundEntries:
    """The form of a household in a round; every answer is a step of the history."""

    def __init__(self, session: Session, round_id: str, household_id: str) -> None:
        """Work at the form of a household."""
        self._session = session
        self.round_id = round_id
        self.household_id = household_id

    @property
    def key(self) -> str:
        """The round and the household."""
        return f"{self.round_id} {self.household_id}"

    def read(self) -> OpenForm | None:
        """Read the form with everything it is filled in from."""
        return self._session.attempt(
            lambda: review_form.open_form(self._session.desk, self.round_id, self.household_id)
        )

    def read_again(self, opened: OpenForm) -> OpenForm | None:
        """Read the answers anew, and leave members and neighbours as they are."""
        return self._session.attempt(lambda: review_form.read_again(self._session.desk, opened))

    def answer(self, item: str, given: FormAnswer | None) -> bool:
        """Keep the answer to a question in the file."""
        return self._session.write(
            lambda: review_form.answer(self._session.desk, self.round_id, self.household_id, item, given)
        )

    def note(self, code: str, text: str) -> bool:
        """Keep the reason that confirms something unusual in the file."""
        return self._session.write(
            lambda: review_form.note(self._session.desk, self.round_id, self.household_id, code, text)
        )

    def confirm_proposals(self) -> bool:
        """Take what the members say, in one step."""
        return self._session.write(
            lambda: review_form.confirm_proposals(self._session.desk, self.round_id, self.household_id)
        )

    def carry_over(self) -> bool:
        """Take last year's answers, in one step."""
        return self._session.write(lambda: review_form.carry_over(self._session.desk, self.round_id, self.household_id))

    def copied(self, item: str) -> FormAnswer | None:
        """Return what the household before in the round answered."""
        return self._session.attempt(
            lambda: review_form.copied_answer(self._session.desk, self.round_id, self.household_id, item)
        )

    def sign(self, signed: SignedBy) -> None:
        """Keep the day and the reviewer in the file."""
        session = self._session
        session.announce(review_form.sign(session.desk, self.round_id, self.household_id, signed.on, signed.reviewer))


class PracticeEntries:
    """A form in hand: what is answered is scored and judged, and gone when the form is left."""

    key = "practice"

    def __init__(self, session: Session, choice: FormChoice | None = None) -> None:
        """Begin with an empty form of a table the office typed, else of the shipped exercise."""
        self._session = session
        self._choice = choice
        self._answers: dict[str, FormAnswer] = {}
        self._notes: dict[str, str] = {}

    def read(self) -> OpenForm | None:
        """Judge the form as it stands now."""
        return self._session.attempt(
            lambda: practice_form(self._session.desk, self._answers, self._notes, self._choice)
        )

    def read_again(self, opened: OpenForm) -> OpenForm | None:
        """Judge the form as it stands now."""
        return self.read()

    def answer(self, item: str, given: FormAnswer | None) -> bool:
        """Hold the answer in hand."""
        if given is None:
            self._answers.pop(item, None)
        else:
            self._answers[item] = given
        return True

    def note(self, code: str, text: str) -> bool:
        """Hold the reason in hand."""
        self._notes[code] = text
        return True

    def confirm_proposals(self) -> bool:
        """Do nothing: nobody lives in the household of an exercise."""
        return True

    def carry_over(self) -> bool:
        """Do nothing: an exercise has no last year."""
        return True

    def copied(self, item: str) -> FormAnswer | None:
        """Return nothing: no household stands before it."""
        return None

    def sign(self, signed: SignedBy) -> None:
        """Do nothing: nobody reviews the household of an exercise."""
