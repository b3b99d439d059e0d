"""A village of households that were reviewed last year and are reviewed again, and its forms on the screen."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from povertydesk import paths
from povertydesk.poverty.area import AreaType, Region
from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.household import Household
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.person import HEAD, Person, Sex, Work
from povertydesk.poverty.review import Review, RoundKind
from povertydesk.store import reviews, villages
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.review.answer_cell import AnswerCell
from povertydesk.ui.review.form_view import ReviewFormView
from povertydesk.ui.session import Session
from povertydesk.ui.typed_texts import TypedTexts
from povertydesk.workflow import keep_registry, record_villages, review_form, review_rounds
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.keep_registry import NewMember
from povertydesk.workflow.review_form import OpenForm
from povertydesk.workflow.start_file import NewOffice, start_file
from tests.ui.hands import Hands

VILLAGE = "Thôn Đồng"
FAMILY = (
    NewMember(Person("", "Hà Văn Thử", birth_year=1980, sex=Sex.MALE, insurance=True, work=Work.EMPLOYED), HEAD),
    NewMember(Person("", "Bùi Thị Mẫu", birth_year=1982, sex=Sex.FEMALE, insurance=False), "wife"),
    NewMember(Person("", "Hà Thị Tập", birth_year=2012, sex=Sex.FEMALE, insurance=True, work=Work.STUDYING), "child"),
    NewMember(Person("", "Hà Văn Nháp", birth_year=2014, sex=Sex.MALE, insurance=True, work=Work.STUDYING), "child"),
)
INDICATORS = (
    "employment", "dependants", "nutrition", "health_insurance", "adult_education", "child_school_attendance",
    "housing_quality", "housing_area", "water_source", "toilet", "telecommunication", "information_means",
)  # fmt: skip


class FormAtWork:
    """A form on the screen with the file behind it."""

    def __init__(self, view: ReviewFormView, desk: Desk, round_id: str, households: list[str]) -> None:
        self.view = view
        self.desk = desk
        self.round_id = round_id
        self.households = households

    @property
    def item(self) -> str:
        """The question the keys are at."""
        return self.view.body.item

    @property
    def opened(self) -> OpenForm:
        opened = self.view.opened
        assert opened is not None
        return opened

    def is_unsaved(self) -> bool:
        return self.view.has_unsaved

    def is_explaining(self) -> bool:
        return self.view.side.is_explaining

    def cell(self, code: str) -> AnswerCell:
        return self.view.body.cells[code]

    def words(self, code: str) -> str:
        """What the cell of a question shows."""
        return shown(self.cell(code).label)

    def points(self, code: str) -> str:
        return next(table.rows[code].points.text() for table in self.view.body.tables.values() if code in table.rows)

    def answers(self, household: int = 0) -> dict[str, FormAnswer]:
        """The answers that are kept in the file."""
        parts = reviews.read_answers(self.desk.engine, self.review(household).id)
        return {code: answer for part in parts.values() for code, answer in part.items()}

    def notes(self, household: int = 0) -> dict[str, str]:
        return reviews.read_notes(self.desk.engine, self.review(household).id)

    def review(self, household: int = 0) -> Review:
        review = reviews.find_review(self.desk.engine, self.round_id, self.households[household])
        assert review is not None
        return review


def shown(label: QLabel) -> str:
    """What a label with rich text shows."""
    return QTextDocumentFragment.fromHtml(label.text()).toPlainText().replace("\xa0", " ")


def add_households(desk: Desk, number: int, members: tuple[NewMember, ...] = FAMILY) -> list[str]:
    village = villages.list_villages(desk.engine)[0]
    head = "" if members else "Hà Văn Thử"
    return [keep_registry.add_household(desk, Household("", village.id, "", head), members).id for _ in range(number)]


@pytest.fixture
def desk(tmp_path: Path, program: Program) -> Iterator[Desk]:
    """A commune with one village and nobody registered."""
    office = NewOffice("Xã Thử Nghiệm", AreaType.RURAL, region=Region.NORTH_CENTRAL_AND_CENTRAL_COAST)
    desk = start_file(tmp_path / "thu.pdesk", office, program)
    record_villages.add_villages(desk, [VILLAGE])
    yield desk
    desk.close()


@pytest.fixture
def households(desk: Desk) -> list[str]:
    """Three families of four."""
    return add_households(desk, 3)


@pytest.fixture
def last_year(desk: Desk, households: list[str]) -> str:
    """Last year's sealed round: every family poor, deprived in the first three indicators."""
    round_id = review_rounds.open_round(desk, 2025, RoundKind.ANNUAL, datetime.date(2025, 9, 1)).id
    given = {code: FormAnswer.yes_no(yes=place < 3) for place, code in enumerate(INDICATORS)}
    given["b1_total"] = FormAnswer.counted(Decimal(120))
    for key in households:
        review_form.answer_many(desk, round_id, key, given)
    review_rounds.close_round(desk, round_id, datetime.date(2025, 12, 10))
    return round_id


@pytest.fixture
def round_id(desk: Desk, households: list[str]) -> str:
    """The annual round of 2026, with every family in it."""
    assert households
    return review_rounds.open_round(desk, 2026, RoundKind.ANNUAL, datetime.date(2026, 9, 1)).id


@pytest.fixture
def make_view(qtbot: QtBot, desk: Desk, preferences: Preferences) -> Iterator[Callable[[], ReviewFormView]]:
    """Makes the form's screen in a window of its own, as often as the program is started."""
    messages = Messages.load(paths.resources("messages"))
    made: list[ReviewFormView] = []

    def make() -> ReviewFormView:
        session = Session(desk, lambda: messages, typed=TypedTexts(preferences, desk.path))
        view = ReviewFormView(session, preferences)
        session.setParent(view)
        made.append(view)
        view.resize(1150, 660)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        return view

    yield make
    for view in made:
        view.stop()
        view.close()
        view.deleteLater()


@pytest.fixture
def form(make_view: Callable[[], ReviewFormView], desk: Desk, round_id: str, households: list[str]) -> FormAtWork:
    """The form of the first family, open at its first question."""
    view = make_view()
    assert view.open(round_id, households[0])
    return FormAtWork(view, desk, round_id, households)


@pytest.fixture
def form_after_last_year(last_year: str, form: FormAtWork) -> FormAtWork:
    """The form of the first family, which was poor last year."""
    assert last_year
    return form


@pytest.fixture
def practice(make_view: Callable[[], ReviewFormView], desk: Desk) -> FormAtWork:
    """The exercise."""
    view = make_view()
    assert view.open_practice()
    return FormAtWork(view, desk, "", [])


@pytest.fixture
def keys(hands: Hands) -> Callable[[str], None]:
    """Presses digits and signs one after the other, at whatever has the keys."""

    def press(signs: str) -> None:
        for sign in signs:
            if sign == "\n":
                hands.enter()
            else:
                hands.write(sign)

    return press
