from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from povertydesk import paths
from povertydesk.documents.review_words import ExplanationTemplate, load_words
from povertydesk.legislation.score_tables import score_column
from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.questionnaire import ItemKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.workflow import history, score_tables
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.practice_form import practice_choices, practice_form
from povertydesk.workflow.review_papers import practice_explanation
from povertydesk.workflow.scored_forms import FormChoice, FormMark
from tests.exchange.typed_forms import TITLE, typed_form


def first_options(desk: Desk) -> dict[str, FormAnswer]:
    """Answer every question by its first option."""
    items = practice_form(desk, {}, {}).form.items.values()
    return {item.code: FormAnswer.chosen(item.options[0].code) for item in items if item.kind is not ItemKind.NUMBER}


def test_an_empty_exercise_has_no_result(desk: Desk) -> None:
    opened = practice_form(desk, {}, {})
    assert opened.form.title.startswith("BÀI TẬP")
    assert opened.standing.national is not None
    assert opened.standing.national.status is PovertyStatus.UNCLASSIFIED
    assert opened.standing.score is not None
    assert opened.standing.score.missing


def test_an_exercise_is_scored_judged_and_kept_nowhere(desk: Desk) -> None:
    before = history.list_history(desk)
    opened = practice_form(desk, first_options(desk), {})
    assert opened.standing.score is not None
    assert opened.standing.score.final
    assert opened.standing.draft
    assert opened.standing.national is not None
    assert opened.standing.national.status is not PovertyStatus.UNCLASSIFIED
    assert (opened.review.id, opened.household.id, opened.previous_id, opened.next_id) == ("", "", None, None)
    assert history.list_history(desk) == before


def test_a_note_confirms_an_unusual_number(desk: Desk) -> None:
    answers = {"electricity": FormAnswer.counted(Decimal(5000))}
    codes = [one.code for one in practice_form(desk, answers, {}).standing.findings]
    assert "form-number-unusual" in codes
    noted = [one.code for one in practice_form(desk, answers, {"electricity": "xay xát"}).standing.findings]
    assert "form-number-unusual" not in noted


def test_the_law_of_an_exercise_is_that_of_its_days(desk: Desk) -> None:
    law = practice_form(desk, {}, {}).law
    assert law.standard.id == "2022-2026"
    assert law.on == datetime.date(2023, 12, 31)


def test_a_rural_commune_without_a_region_cannot_score_it(empty: Desk) -> None:
    with pytest.raises(KnownError) as refused:
        practice_form(empty, {}, {})
    assert refused.value.code == "region-not-set"


def test_a_program_without_an_exercise_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(desk.program.legislation.__dict__, "questionnaires", ())
    with pytest.raises(KnownError) as refused:
        practice_form(desk, {}, {})
    assert refused.value.code == "no-practice-form"


def load_draft(desk: Desk, folder: Path) -> FormChoice:
    column = score_column(desk.unit.area, desk.unit.region)
    score_tables.load_table(desk, typed_form(folder / "a.xlsx", column=column))
    (choice,) = practice_choices(desk)
    return choice


def test_a_table_nobody_checked_is_practised_as_a_draft(desk: Desk, tmp_path: Path) -> None:
    assert practice_choices(desk) == ()
    choice = load_draft(desk, tmp_path)
    before = history.list_history(desk)
    opened = practice_form(desk, {"1": FormAnswer.counted(Decimal(3)), "2.1": FormAnswer.chosen("1")}, {}, choice)
    assert opened.mark is FormMark.DRAFT
    assert opened.form.title == TITLE
    assert opened.standing.score is not None
    assert {one.item: one.points for one in opened.standing.score.items if one.points is not None} == {
        "1": 70,
        "2.1": 40,
    }
    assert history.list_history(desk) == before


def test_a_checked_table_is_practised_as_an_exercise(desk: Desk, tmp_path: Path) -> None:
    load_draft(desk, tmp_path)
    column = score_column(desk.unit.area, desk.unit.region)
    score_tables.check_table(desk, typed_form(tmp_path / "b.xlsx", by="Lò Thị Mẫu", column=column))
    (choice,) = practice_choices(desk)
    assert practice_form(desk, {}, {}, choice).mark is FormMark.PRACTICE


@pytest.mark.parametrize("is_draft", [True, False])
def test_the_printed_sheet_of_an_exercise_carries_its_mark(desk: Desk, tmp_path: Path, is_draft: bool) -> None:
    words = load_words(paths.resources("templates", "explanation.toml"), ExplanationTemplate)
    choice = load_draft(desk, tmp_path) if is_draft else None
    answers = {"employment": FormAnswer.yes_no(yes=True)}
    paper = practice_explanation(desk, practice_form(desk, answers, {}, choice))
    assert paper.draft_mark == (words.draft_mark if is_draft else words.practice_mark)
    assert paper.title.startswith(words.kind)
