"""Which forms may be used where, and practising that leaves no trace."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from povertydesk import paths
from povertydesk.legislation.standards import Standard
from povertydesk.poverty.area import AreaType, Region
from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households, reviews, rounds, villages
from povertydesk.workflow import review_rounds, score_tables, scored_forms, set_up_office
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.form_law import form_law, judge_review
from povertydesk.workflow.score_tables import TableState
from povertydesk.workflow.scored_forms import FormMark
from tests.exchange.typed_forms import FORM_ID, edit_book, fill, retype, sign, typed_form
from tests.legislation.forms import full_answers
from tests.workflow.contents import contents, operations
from tests.workflow.registry import household_of

DAY = datetime.date(2023, 12, 31)
NT2 = Region.NORTHERN_MIDLANDS_AND_MOUNTAINS
SEPTEMBER = datetime.date(2023, 9, 1)
ANSWERS = {
    "1": FormAnswer.counted(Decimal(3)),
    "2.1": FormAnswer.chosen("1"),
    "2.10": FormAnswer.counted(Decimal("8.5")),
    "3": FormAnswer.chosen("a", "b"),
}
"""A household of the typed form: 70 + 40 + 25 + 25 points."""


@pytest.fixture
def office(empty: Desk) -> Desk:
    set_up_office.edit_office(empty, empty.unit._replace(region=NT2))
    return empty


def load(desk: Desk, folder: Path, *, check: bool, column: str = "NT2") -> None:
    score_tables.load_table(desk, typed_form(folder / "a.xlsx", column=column))
    if check:
        score_tables.check_table(desk, typed_form(folder / "b.xlsx", by="Lò Thị Mẫu", column=column))


def marks(desk: Desk, area: AreaType = AreaType.RURAL, on: datetime.date = DAY) -> list[tuple[str, FormMark]]:
    found = scored_forms.forms_for(desk, standard(desk), area, NT2, on)
    return [(one.questionnaire.form.id, one.mark) for one in found]


def standard(desk: Desk, standard_id: str = "2022-2026") -> Standard:
    return desk.program.legislation.standard(standard_id)


def refused(desk: Desk, questionnaire: str) -> str:
    before = contents(desk)
    with pytest.raises(KnownError) as caught:
        review_rounds.open_round(desk, 2023, RoundKind.ANNUAL, SEPTEMBER, questionnaire)
    assert contents(desk) == before
    return caught.value.code


def test_without_a_loaded_table_there_is_the_exercise_only(office: Desk) -> None:
    assert marks(office) == [("practice", FormMark.PRACTICE)]
    assert marks(office, on=datetime.date(2027, 1, 1)) == []
    assert scored_forms.forms_for(office, standard(office, "2027-2030"), AreaType.RURAL, NT2, DAY) == ()


def test_a_draft_comes_before_the_exercise_and_is_real_when_checked(office: Desk, tmp_path: Path) -> None:
    load(office, tmp_path, check=False)
    assert marks(office) == [(FORM_ID, FormMark.DRAFT), ("practice", FormMark.PRACTICE)]
    assert marks(office, AreaType.URBAN) == [("practice", FormMark.PRACTICE)]
    score_tables.check_table(office, typed_form(tmp_path / "b.xlsx", by="Lò Thị Mẫu"))
    assert marks(office) == [(FORM_ID, FormMark.NONE), ("practice", FormMark.PRACTICE)]
    real = scored_forms.forms_for(office, standard(office), AreaType.RURAL, NT2, DAY)[0]
    assert real.real
    assert real.questionnaire.verified
    assert real.table.verified


def test_every_mark_but_none_has_its_words() -> None:
    messages = Messages.load(paths.resources("messages"))
    words = {mark: messages.sentence(mark.code) for mark in FormMark if mark.code}
    assert {mark: text.partition(" – ")[0] for mark, text in words.items()} == {
        FormMark.DRAFT: "BẢN NHÁP",
        FormMark.PRACTICE: "BÀI TẬP",
    }


def test_a_rural_office_without_a_region_is_told_so(office: Desk) -> None:
    with pytest.raises(KnownError) as caught:
        scored_forms.forms_for(office, standard(office), AreaType.RURAL, None, DAY)
    assert caught.value.code == "region-not-set"


def test_a_round_is_bound_to_a_checked_table_only(office: Desk, tmp_path: Path) -> None:
    assert refused(office, "practice") == "practice-form-in-round"
    assert refused(office, FORM_ID) == "form-without-table"
    load(office, tmp_path, check=False)
    assert refused(office, FORM_ID) == "unverified-form-in-round"
    score_tables.check_table(office, typed_form(tmp_path / "b.xlsx", by="Lò Thị Mẫu"))
    key = review_rounds.open_round(office, 2023, RoundKind.ANNUAL, SEPTEMBER, FORM_ID).id
    assert rounds.read_round(office.engine, key).questionnaire == FORM_ID


def test_the_table_of_another_region_or_standard_binds_no_round(office: Desk, tmp_path: Path) -> None:
    load(office, tmp_path, check=True, column="NT3")
    assert refused(office, FORM_ID) == "form-without-table"
    opened = datetime.date(2026, 11, 1)
    with pytest.raises(KnownError) as caught:
        review_rounds.open_round(office, 2026, RoundKind.TRANSITION, opened, FORM_ID)
    assert caught.value.code == "form-without-table"


def test_every_area_of_the_commune_needs_its_points(office: Desk, tmp_path: Path) -> None:
    load(office, tmp_path, check=True)
    with office.operation("add-villages", villages=1, names="Tổ 1") as act:
        villages.add_villages(act.writer, ["Tổ 1"], 1)
        act.writer.update("village", villages.list_villages(office.engine)[0].id, {"area": AreaType.URBAN.value})
    assert refused(office, FORM_ID) == "form-without-table"
    load(office, tmp_path, check=True, column="TT")
    assert review_rounds.open_round(office, 2023, RoundKind.ANNUAL, SEPTEMBER, FORM_ID).changes


def test_a_bound_round_is_scored_by_the_table_of_each_area(office: Desk, tmp_path: Path) -> None:
    load(office, tmp_path, check=True)
    load(office, tmp_path, check=False, column="TT")
    of_round = rounds.read_round(
        office.engine, review_rounds.open_round(office, 2023, RoundKind.ANNUAL, SEPTEMBER, FORM_ID).id
    )
    law = form_law(office, of_round)
    assert (law.form.id, law.on) == (FORM_ID, DAY)
    assert {"1", "2.1", "2.10", "3"} < law.form.items.keys()
    table = law.table_for(AreaType.RURAL)
    assert table is not None
    assert table.points["2.1", "1"] == 40
    # The urban column waits for its second person: nobody is scored by it.
    assert law.table_for(AreaType.URBAN) is None
    assert form_law(office, of_round._replace(questionnaire=None)).tables == {}
    with pytest.raises(KnownError) as caught:
        form_law(office, of_round._replace(questionnaire="b1-khác"))
    assert caught.value.code == "unknown-questionnaire"


def test_practising_scores_and_judges_and_keeps_nothing(office: Desk) -> None:
    before, done = contents(office), operations(office)
    (choice,) = scored_forms.forms_for(office, standard(office), AreaType.RURAL, NT2, DAY)
    form = office.program.legislation.review_form(standard(office), DAY, choice.questionnaire)
    practised = scored_forms.practise_form(office, choice, full_answers(form), AreaType.RURAL, DAY)
    assert practised.mark is FormMark.PRACTICE
    assert practised.judged.draft
    assert practised.judged.score is not None
    assert practised.judged.score.final
    assert practised.judged.judgement.national.status is not PovertyStatus.UNCLASSIFIED
    assert (contents(office), operations(office)) == (before, done)


@pytest.mark.parametrize(("check", "mark"), [(False, FormMark.DRAFT), (True, FormMark.PRACTICE)])
def test_a_typed_form_scores_what_was_typed(office: Desk, tmp_path: Path, check: bool, mark: FormMark) -> None:
    load(office, tmp_path, check=check)
    choice = scored_forms.forms_for(office, standard(office), AreaType.RURAL, NT2, DAY)[0]
    practised = scored_forms.practise_form(office, choice, ANSWERS, AreaType.RURAL, DAY)
    assert practised.mark is mark
    assert practised.judged.draft is not check
    assert practised.judged.score is not None
    assert (practised.judged.score.total, practised.judged.score.missing) == (70 + 40 + 25 + 25, ())
    # No indicator is answered: nothing is classified.
    assert practised.judged.judgement.national.status is PovertyStatus.UNCLASSIFIED


def test_from_a_blank_template_to_a_score_in_another_office(office: Desk, desk: Desk, tmp_path: Path) -> None:
    first, second, given = (tmp_path / name for name in ("lan-mot.xlsx", "lan-hai.xlsx", "cho-xa-khac.xlsx"))
    score_tables.save_template(office, first, FORM_ID, "NT2")
    draft = score_tables.load_table(office, edit_book(first, fill, sign("Hà Văn Thử"))).line
    score_tables.save_template(office, second, FORM_ID, "NT2")
    checked = score_tables.check_table(office, edit_book(second, retype, sign("Lò Thị Mẫu"))).line
    assert (draft.state, checked.state) == (TableState.DRAFT, TableState.CHECKED)
    score_tables.export_table(office, checked.id, given)

    set_up_office.edit_office(desk, desk.unit._replace(region=NT2))
    score_tables.load_table(desk, given)
    theirs = scored_forms.forms_for(desk, standard(desk), AreaType.RURAL, NT2, DAY)[0]
    assert theirs == scored_forms.forms_for(office, standard(office), AreaType.RURAL, NT2, DAY)[0]
    key = household_of(desk)
    round_id = review_rounds.open_round(desk, 2022, RoundKind.ANNUAL, datetime.date(2022, 9, 1), FORM_ID).id
    law = form_law(desk, rounds.read_round(desk.engine, round_id))
    review = reviews.find_review(desk.engine, round_id, key)
    assert review is not None
    answers = ANSWERS | {code: FormAnswer.yes_no(yes=True) for code in law.standard.indicator_codes}
    judged = judge_review(law, households.read_household(desk.engine, key), review, answers)
    assert (judged.review.b1, judged.review.b2, judged.review.status) == (160, 120, PovertyStatus.NOT_POOR)
    assert judged.judgement is not None
    assert not judged.judgement.draft
    fewer = {**answers, "2.1": FormAnswer.chosen("2")}
    assert judge_review(law, households.read_household(desk.engine, key), review, fewer).review.status is (
        PovertyStatus.POOR
    )
