"""The form: what applies, what is missing, what contradicts itself; an open gate is never taken for a no."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.form_answers import NO, NOT_KNOWN, YES, FormAnswer
from povertydesk.poverty.problems import Severity
from povertydesk.poverty.questionnaire import (
    Check,
    Condition,
    Item,
    ItemKind,
    Option,
    Questionnaire,
    Relation,
    Section,
    SectionKind,
    faults,
)

YES_NO = (Option(YES, "Có", 1), Option(NO, "Không", 2))
BANDS = (
    Option("small", "Dưới 10", 1, None, Decimal(10)),
    Option("middle", "Từ 10 đến dưới 20", 2, Decimal(10), Decimal(20)),
    Option("large", "Từ 20", 3, Decimal(20), None),
)
LAND = Item("land", "Có đất", ItemKind.YES_NO, YES_NO)
HAS_LAND = Condition("land", Relation.CHOSEN, frozenset({YES}))
AREA = Item(
    "area", "Diện tích", ItemKind.NUMBER_BAND, BANDS, (HAS_LAND,), minimum=Decimal(1), usual_maximum=Decimal(99)
)
LARGE = Condition("area", Relation.AT_LEAST, number=Decimal(20))
CROP = Item("crop", "Cây trồng", ItemKind.SINGLE, (Option("rice", "Lúa", 1), Option("maize", "Ngô", 2)), (LARGE,))
ASSETS = Item("assets", "Tài sản", ItemKind.MULTIPLE, (Option("tv", "Ti vi", 1), Option("car", "Ô tô", 2)))
PEOPLE = Item("people", "Số người", ItemKind.NUMBER, minimum=Decimal(1), maximum=Decimal(30))
OLD = Item("old", "Số người già", ItemKind.NUMBER)
NOTE = Item("note", "Ghi thêm", ItemKind.MULTIPLE, (Option("a", "A", 1),), required=False)
CHECKS = (
    Check("too_old", True, (Condition("old", Relation.EXCEEDS_ITEM, other="people"),), "Người già nhiều hơn số người."),
    Check(
        "car",
        False,
        (
            Condition("assets", Relation.CHOSEN, frozenset({"car"})),
            Condition("people", Relation.AT_MOST, number=Decimal(1)),
        ),
        "Một người mà có ô tô.",
    ),
)
FORM = Questionnaire(
    "f", "Phiếu", (Section(SectionKind.B1, "B1", (LAND, AREA, CROP, ASSETS, PEOPLE, OLD, NOTE)),), CHECKS
)


def number(value: float | str) -> FormAnswer:
    return FormAnswer.counted(Decimal(str(value)))


FULL = {
    "land": FormAnswer.yes_no(yes=True),
    "area": number(20),
    "crop": FormAnswer.chosen("rice"),
    "assets": FormAnswer.chosen(),
    "people": number(4),
    "old": number(1),
}
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "land": st.sampled_from([FULL["land"], FormAnswer.yes_no(yes=False), NOT_KNOWN]),
        "area": st.sampled_from([number(5), number(20), number("19.99"), NOT_KNOWN]),
        "crop": st.sampled_from([FULL["crop"], NOT_KNOWN]),
        "assets": st.sampled_from([FULL["assets"], FormAnswer.chosen("tv", "car"), NOT_KNOWN]),
        "people": st.sampled_from([number(1), number(4), NOT_KNOWN]),
        "old": st.sampled_from([number(0), number(3), NOT_KNOWN]),
    },
)


def codes(answers: dict[str, FormAnswer], notes: dict[str, str] | None = None) -> list[tuple[str, str]]:
    return [(one.code, str(one.values["item"])) for one in FORM.findings(answers, notes)]


def test_the_form_itself_has_no_fault() -> None:
    assert list(faults(FORM)) == []


@pytest.mark.parametrize(
    ("land", "area", "applies"),
    [
        (None, None, (None, None)),
        (NOT_KNOWN, None, (None, None)),
        (FormAnswer.yes_no(yes=False), number(20), (False, False)),
        (FormAnswer.yes_no(yes=True), None, (True, None)),
        (FormAnswer.yes_no(yes=True), NOT_KNOWN, (True, None)),
        (FormAnswer.yes_no(yes=True), number("19.99"), (True, False)),
        (FormAnswer.yes_no(yes=True), number(20), (True, True)),
    ],
)
def test_a_skip_rule_is_open_until_its_ground_is_answered(
    land: FormAnswer | None, area: FormAnswer | None, applies: tuple[bool | None, bool | None]
) -> None:
    answers = {code: answer for code, answer in (("land", land), ("area", area)) if answer is not None}
    found = FORM.applicability(answers)
    assert (found["area"], found["crop"]) == applies


def test_enter_goes_to_the_next_unanswered_item_and_then_from_the_top() -> None:
    assert FORM.next_unanswered({}) is LAND
    assert FORM.next_unanswered({}, after="land") is ASSETS
    assert FORM.next_unanswered({"land": FULL["land"]}, after="land") is AREA
    assert FORM.next_unanswered({"assets": NOT_KNOWN}, after="land") is PEOPLE
    assert FORM.next_unanswered({**FULL, "note": NOT_KNOWN} | {}, after="land") is None
    without_land = {code: answer for code, answer in FULL.items() if code != "land"} | {"note": FormAnswer.chosen("a")}
    assert FORM.next_unanswered(without_land, after="note") is LAND


def test_progress_keeps_not_known_and_open_apart() -> None:
    start = FORM.progress({})
    assert (start.applicable, start.answered, start.unknown, start.open, start.complete) == (5, 0, 0, 2, False)
    some = FORM.progress({"land": FULL["land"], "people": NOT_KNOWN})
    assert (some.applicable, some.answered, some.unknown, some.open) == (6, 1, 1, 1)
    assert FORM.progress({**FULL, "note": FormAnswer.chosen()}).complete
    assert not FORM.progress({**FULL, "note": NOT_KNOWN}).complete


@given(ANSWERS)
def test_progress_adds_up_and_ends_where_nothing_is_asked_any_more(answers: dict[str, FormAnswer]) -> None:
    progress = FORM.progress(answers)
    skipped = list(FORM.applicability(answers).values()).count(False)
    assert progress.applicable + progress.open + skipped == len(FORM.items)
    asked = FORM.next_unanswered(answers)
    assert (asked is None) == (progress.answered + progress.unknown == progress.applicable)
    assert asked is None or (asked.code not in answers and asked in FORM.applicable(answers))


@given(ANSWERS, st.sampled_from(sorted(FORM.items)))
def test_taking_an_answer_away_never_settles_what_was_open(answers: dict[str, FormAnswer], taken: str) -> None:
    before = FORM.applicability(answers)
    after = FORM.applicability({code: answer for code, answer in answers.items() if code != taken})
    assert all(after[code] in {None, holds} for code, holds in before.items())


@given(ANSWERS)
def test_a_form_that_is_no_draft_has_every_required_answer(answers: dict[str, FormAnswer]) -> None:
    if not FORM.is_draft(answers):
        for item in FORM.applicable(answers):
            assert not item.required or not answers.get(item.code, NOT_KNOWN).unknown
        assert None not in FORM.applicability(answers).values()


@given(ANSWERS)
def test_a_draft_is_what_a_hard_finding_or_an_open_required_item_makes(answers: dict[str, FormAnswer]) -> None:
    applies = FORM.applicability(answers)
    is_open = any(applies[code] is None and item.required for code, item in FORM.items.items())
    hard = any(one.severity is Severity.ERROR for one in FORM.findings(answers))
    assert FORM.is_draft(answers) == (is_open or hard)


def test_a_full_form_is_no_draft_and_has_nothing_to_say() -> None:
    assert codes(FULL) == []
    assert not FORM.is_draft(FULL)


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"people": NOT_KNOWN}, [("form-item-not-known", "people")]),
        ({"people": number(0)}, [("form-number-out-of-range", "people"), ("form-contradiction", "old")]),
        ({"people": number(31)}, [("form-number-out-of-range", "people")]),
        ({"people": number(30)}, []),
        ({"people": FormAnswer.chosen("tv")}, [("form-answer-unfit", "people")]),
        ({"crop": FormAnswer.chosen("rice", "maize")}, [("form-answer-unfit", "crop")]),
        ({"crop": FormAnswer.chosen("wheat")}, [("form-answer-unfit", "crop")]),
        ({"crop": FormAnswer.chosen()}, [("form-answer-unfit", "crop")]),
        ({"people": FormAnswer.counted(Decimal("NaN"))}, [("form-answer-unfit", "people")]),
        ({"old": number(5)}, [("form-contradiction", "old")]),
        ({"old": number(4)}, []),
    ],
)
def test_hard_findings_keep_the_form_a_draft(changed: dict[str, FormAnswer], found: list[tuple[str, str]]) -> None:
    answers = {**FULL, **changed}
    assert codes(answers) == found
    assert FORM.is_draft(answers) is bool(found)


def test_soft_findings_are_confirmed_by_a_note_and_keep_no_draft() -> None:
    answers = {**FULL, "assets": FormAnswer.chosen("car"), "people": number(1), "area": number(100)}
    assert codes(answers) == [("form-number-unusual", "area"), ("form-to-confirm", "assets")]
    assert all(one.severity is Severity.WARNING for one in FORM.findings(answers))
    assert not FORM.is_draft(answers)
    assert codes(answers, {"car": "con cho", "area": "  "}) == [("form-number-unusual", "area")]
    assert codes(answers, {"car": "con cho", "area": "đất rừng"}) == []


def test_answers_to_items_that_do_not_apply_count_for_nothing() -> None:
    answers = {**FULL, "land": FormAnswer.yes_no(yes=False), "area": number(-5)}
    assert codes(answers) == []
    assert [item.code for item in FORM.applicable(answers)] == ["land", "assets", "people", "old", "note"]


@given(st.decimals(min_value=-1000, max_value=1000, places=2))
def test_a_number_falls_into_exactly_one_band(value: Decimal) -> None:
    chosen = AREA.chosen(FormAnswer.counted(value))
    assert chosen is not None
    assert chosen == {option.code for option in BANDS if option.holds(value)}
    assert len(chosen) == 1


@pytest.mark.parametrize(
    ("answers", "passes"),
    [
        ({}, None),
        ({"a": True}, None),
        ({"a": True, "b": True}, True),
        ({"a": False, "b": False}, False),
        ({"a": False, "b": True}, None),
        ({"a": False, "b": True, "c": False}, False),
    ],
)
def test_a_checklist_counts_its_yeses(answers: dict[str, bool], passes: bool | None) -> None:
    items = tuple(Item(code, code, ItemKind.YES_NO, YES_NO) for code in "abc")
    section = Section(SectionKind.CHECKLIST, "A", items, pass_count=2)
    given_answers = {code: FormAnswer.yes_no(yes=yes) for code, yes in answers.items()}
    assert section.passes(given_answers) is passes
    assert replace(section, pass_count=None).passes(given_answers) is None


def section_with(*items: Item, checks: tuple[Check, ...] = ()) -> Questionnaire:
    return Questionnaire("f", "f", (Section(SectionKind.B1, "B1", items),), checks)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (section_with(LAND, LAND), "land"),
        (section_with(AREA, LAND), "area"),
        (section_with(replace(LAND, options=(YES_NO[0], Option(NO, "Không", 1)))), "land"),
        (section_with(replace(LAND, options=(YES_NO[0], Option(NO, "Không", 9)))), "land"),
        (section_with(replace(LAND, options=YES_NO[::-1])), "land"),
        (section_with(replace(LAND, kind=ItemKind.NUMBER)), "land"),
        (section_with(replace(PEOPLE, kind=ItemKind.SINGLE)), "people"),
        (section_with(LAND, replace(AREA, options=BANDS[::-1])), "area"),
        (section_with(LAND, replace(AREA, options=(BANDS[0], BANDS[2]))), "area"),
        (section_with(LAND, replace(PEOPLE, applies_if=(Condition("land", Relation.CHOSEN),))), "people"),
        (
            section_with(LAND, replace(PEOPLE, applies_if=(Condition("land", Relation.AT_LEAST, number=Decimal(1)),))),
            "people",
        ),
        (section_with(PEOPLE, replace(OLD, applies_if=(Condition("people", Relation.AT_LEAST),))), "old"),
        (section_with(OLD, PEOPLE, checks=(replace(CHECKS[0], conditions=()),)), "too_old"),
        (section_with(OLD, checks=(CHECKS[0],)), "too_old"),
        (section_with(OLD, PEOPLE, checks=(CHECKS[0], CHECKS[0])), "too_old"),
    ],
)
def test_a_form_that_contradicts_itself_is_named(form: Questionnaire, code: str) -> None:
    assert code in [one for one, _ in faults(form)]


def test_sections_are_found_by_kind() -> None:
    assert FORM.section(SectionKind.B1) is FORM.sections[0]
    assert FORM.section(SectionKind.SUPPORT) is None
