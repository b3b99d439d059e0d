from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.questionnaire import ItemKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.workflow import history
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.practice_form import practice_form


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
