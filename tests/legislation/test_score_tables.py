"""Scoring: every item's points are kept, and a hole in the answers is never a nought."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.legislation import Legislation, LegislationDataError
from povertydesk.legislation.score_tables import COLUMNS, score, score_cells, score_column, scored_items
from povertydesk.poverty.area import AreaType, Region
from povertydesk.poverty.form_answers import NOT_KNOWN, FormAnswer
from povertydesk.poverty.problems import KnownError
from tests.legislation.forms import full_answers
from tests.legislation.law_copy import LawCopy
from tests.legislation.legal_cases import LAW_FOLDER

LAW = Legislation.load(LAW_FOLDER)
FORM = LAW.questionnaire("practice").form
TABLE = LAW.score_tables["practice", "NT1"]
FULL = full_answers(FORM)
FILE = "score_tables/practice.toml"


def test_every_region_and_towns_have_their_column() -> None:
    assert {column for _, column in LAW.score_tables} == set(COLUMNS)
    assert COLUMNS == ("NT1", "NT2", "NT3", "NT4", "NT5", "NT6", "TT")
    for table in LAW.score_tables.values():
        assert set(table.points) == set(score_cells(FORM))
        assert table.practice
        assert not table.verified


def test_the_column_is_the_region_in_the_country_and_one_in_towns() -> None:
    assert score_column(AreaType.RURAL, Region.MEKONG_DELTA) == "NT6"
    assert score_column(AreaType.URBAN, Region.MEKONG_DELTA) == score_column(AreaType.URBAN, None) == "TT"
    with pytest.raises(KnownError) as caught:
        score_column(AreaType.RURAL, None)
    assert caught.value.code == "region-not-set"


def test_a_full_form_scores_every_item_by_its_option() -> None:
    scored = score(FORM, TABLE, FULL)
    assert scored.final
    assert not scored.verified
    by_item = {one.item: one for one in scored.items}
    for item in scored_items(FORM):
        chosen = item.chosen(FULL[item.code])
        assert chosen is not None
        assert set(by_item[item.code].options) == (chosen if by_item[item.code].applies else set())
    assert scored.total == sum(one.points or 0 for one in scored.items)


def test_what_several_options_bring_is_added_up() -> None:
    scored = score(FORM, TABLE, {"assets": FormAnswer.chosen("television", "car")})
    assets = next(one for one in scored.items if one.item == "assets")
    assert assets.points == TABLE.points["assets", "television"] + TABLE.points["assets", "car"]
    none = score(FORM, TABLE, {"assets": FormAnswer.chosen()})
    assert next(one for one in none.items if one.item == "assets").points == 0
    assert "assets" not in none.missing


def test_an_item_that_does_not_apply_brings_nought_and_one_left_open_is_missing() -> None:
    skipped = score(FORM, TABLE, {**FULL, "all_without_labour": FormAnswer.yes_no(yes=True)})
    size = next(one for one in skipped.items if one.item == "household_size")
    assert (size.applies, size.points) == (False, 0)
    assert skipped.final
    opened = score(FORM, TABLE, {**FULL, "all_without_labour": NOT_KNOWN})
    assert opened.missing == ("all_without_labour", "household_size")


def test_a_number_outside_every_option_and_an_option_without_points_are_not_scored() -> None:
    assert score(FORM, TABLE, {**FULL, "household_size": FormAnswer.counted(Decimal(0))}).missing == ("household_size",)
    points = {cell: value for cell, value in TABLE.points.items() if cell != ("toilet_kind", "flush")}
    holed = msgspec.structs.replace(TABLE, points=points)
    assert score(FORM, holed, {**FULL, "toilet_kind": FormAnswer.chosen("flush")}).missing == ("toilet_kind",)


@given(st.sets(st.sampled_from(sorted(FULL))), st.sampled_from(sorted(LAW.score_tables)))
def test_an_answer_taken_away_keeps_the_total_from_being_final(taken: set[str], key: tuple[str, str]) -> None:
    table = LAW.score_tables[key]
    answers = {code: answer for code, answer in FULL.items() if code not in taken}
    scored = score(FORM, table, answers)
    applies = FORM.applicability(FULL)
    assert scored.final is not any(applies[code] for code in taken)
    assert scored.total <= score(FORM, table, FULL).total
    unknown = score(FORM, table, {**answers, **dict.fromkeys(taken, NOT_KNOWN)})
    assert unknown == scored


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('questionnaire = "practice"', 'questionnaire = "other"', "questionnaire"),
        ('"NT6", "TT"]', '"NT6", "NT7"]', "columns"),
        ('"NT6", "TT"]', '"NT6", "NT6"]', "columns"),
        ("verified = false", "verified = true", "verified"),
        ("[points.livestock]", "[points.poultry]", "points.livestock.no"),
        ("none = [0, 0, 0, 0, 0, 0, 0]", "none = [0, 0, 0, 0, 0, 0]", "points.off_farm_work.none"),
        ("none = [0, 0, 0, 0, 0, 0, 0]", "none = [0, 0, 0, 0, 0, 0, -1]", "points.off_farm_work.none"),
    ],
)
def test_a_spoilt_table_names_its_cell(law_copy: LawCopy, old: str, new: str, key: str) -> None:
    law_copy.replace(FILE, old, new)
    with pytest.raises(LegislationDataError) as caught:
        law_copy.read_all()
    assert (caught.value.file, caught.value.key) == (FILE, key)


def test_a_column_that_stands_in_two_files_is_refused(law_copy: LawCopy) -> None:
    law_copy.append("score_tables/second.toml", (law_copy.folder / FILE).read_text(encoding="utf-8"))
    with pytest.raises(LegislationDataError, match="stands twice"):
        law_copy.read_all()


def test_a_table_of_another_form_scores_nothing() -> None:
    standard = LAW.standard("2022-2026")
    paper = LAW.review_form(standard, standard.period.first)
    with pytest.raises(KnownError) as caught:
        score(paper, TABLE, {})
    assert caught.value.code == "score-table-of-other-form"
