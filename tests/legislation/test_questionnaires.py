"""Questionnaires as data: what is shipped is for practice only, and a real form asks what the paper says."""

from __future__ import annotations

import datetime
from decimal import Decimal

import msgspec
import pytest

from povertydesk.legislation import Legislation, LegislationDataError
from povertydesk.legislation.questionnaires import require_real
from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.proposals import MemberFacts, propose_answers, propose_indicator
from povertydesk.poverty.questionnaire import ItemKind, Questionnaire, Section, SectionKind
from tests.legislation.law_copy import LawCopy

PRACTICE = "questionnaires/practice.toml"
FRAME = "review_form.toml"
D2023 = datetime.date(2023, 12, 31)


def test_only_a_practice_questionnaire_is_shipped_and_says_so(law: Legislation) -> None:
    (practice,) = law.questionnaires
    assert practice.practice
    assert not practice.verified
    assert practice.form.title.startswith("BÀI TẬP")
    assert all("BÀI TẬP" in section.title for section in practice.form.sections)
    assert not any(item.help.verified for item in practice.form.items.values())


def test_practice_is_never_bound_to_a_real_round(law: Legislation) -> None:
    practice = law.questionnaire("practice")
    with pytest.raises(KnownError) as caught:
        require_real(practice, law.standard("2022-2026"), D2023)
    assert caught.value.code == "practice-form-in-round"


@pytest.mark.parametrize(
    ("standard", "day", "refused"),
    [
        ("2022-2026", "2022-01-01", None),
        ("2022-2026", "2026-12-31", None),
        ("2022-2026", "2027-01-01", "form-not-on-date"),
        ("2027-2030", "2026-12-31", "form-not-on-date"),
    ],
)
def test_a_real_questionnaire_is_bound_to_its_standard_and_days(
    law: Legislation, standard: str, day: str, refused: str | None
) -> None:
    real = msgspec.structs.replace(law.questionnaire("practice"), practice=False)
    on = datetime.date.fromisoformat(day)
    if refused is None:
        require_real(real, law.standard(standard), on)
        return
    with pytest.raises(KnownError) as caught:
        require_real(real, law.standard(standard), on)
    assert caught.value.code == refused


def test_an_unknown_questionnaire_is_refused_with_those_there_are(law: Legislation) -> None:
    with pytest.raises(KnownError) as caught:
        law.questionnaire("tt-07-2021")
    assert (caught.value.code, caught.value.values["questionnaires"]) == ("unknown-questionnaire", "practice")


@pytest.mark.parametrize(
    ("standard", "day", "asked"),
    [
        ("2022-2026", "2023-12-31", ["b1_total", "paper_number"]),
        ("2016-2021", "2020-12-31", ["income_per_person_vnd"]),
        ("2027-2030", "2027-01-01", ["income_per_person_vnd"]),
    ],
)
def test_without_a_table_the_form_asks_for_the_totals(
    law: Legislation, standard: str, day: str, asked: list[str]
) -> None:
    known = law.standard(standard)
    form = law.review_form(known, datetime.date.fromisoformat(day))
    kinds = [section.kind for section in form.sections]
    assert kinds == [
        SectionKind.MEMBERS, SectionKind.B1, SectionKind.INDICATORS,
        SectionKind.CAUSES, SectionKind.GROUPS, SectionKind.SUPPORT,
    ]  # fmt: skip
    assert [item.code for item in form.sections[1].items] == asked
    assert tuple(item.code for item in form.sections[2].items) == known.indicator_codes


def test_indicators_carry_their_threshold_and_whether_it_was_checked(law: Legislation) -> None:
    standard = law.standard("2022-2026")
    section = law.review_form(standard, D2023).section(SectionKind.INDICATORS)
    assert section is not None
    for item, indicator in zip(section.items, standard.indicators, strict=True):
        assert item.kind is ItemKind.YES_NO
        assert [option.digit for option in item.options] == [1, 2]
        assert indicator.threshold is not None
        assert indicator.threshold in item.help.definition
        assert item.help.source == standard.indicators_source
    unverified = [item.code for item in section.items if not item.help.verified]
    assert unverified == ["dependants", "child_school_attendance", "information_means"]


def test_a_form_with_a_questionnaire_asks_its_items_in_place_of_the_total(law: Legislation) -> None:
    practice = law.questionnaire("practice")
    form = law.review_form(law.standard("2022-2026"), D2023, practice)
    assert form.title == practice.form.title
    assert form.checks == practice.form.checks
    assert "b1_total" not in form.items
    assert list(practice.form.items) == [item.code for item in form.sections[1].items]


def test_members_propose_only_where_the_threshold_was_checked(law: Legislation) -> None:
    for standard in law.standards:
        rules = law.review_frame.rules_on(standard, standard.period.first)
        for rule in rules:
            (indicator,) = [one for one in standard.indicators if one.code == rule.indicator]
            assert indicator.threshold_verified
        assert bool(rules) is (standard.id == "2022-2026")


@pytest.mark.parametrize(
    ("indicator", "member", "deprived"),
    [
        ("health_insurance", MemberFacts("a", datetime.date(2017, 12, 31), insured=False), True),
        ("health_insurance", MemberFacts("a", datetime.date(2018, 1, 1), insured=False), False),
        ("child_school_attendance", MemberFacts("a", datetime.date(2020, 12, 31), in_school=False), True),
        ("child_school_attendance", MemberFacts("a", datetime.date(2021, 1, 1), in_school=False), False),
        ("child_school_attendance", MemberFacts("a", datetime.date(2007, 12, 31), in_school=False), False),
        ("child_school_attendance", MemberFacts("a", datetime.date(2008, 1, 1), in_school=False), True),
        ("adult_education", MemberFacts("a", datetime.date(2007, 12, 31), in_school=True), False),
        ("adult_education", MemberFacts("a", datetime.date(2007, 12, 31), in_school=False), None),
        ("adult_education", MemberFacts("a", datetime.date(1993, 1, 1), in_school=False), None),
        ("adult_education", MemberFacts("a", datetime.date(1992, 12, 31), in_school=False), False),
        ("nutrition", MemberFacts("a", datetime.date(2008, 1, 1)), None),
        ("nutrition", MemberFacts("a", datetime.date(2007, 12, 31)), False),
    ],
)
def test_ages_at_the_edges_propose_as_the_thresholds_say(
    law: Legislation, indicator: str, member: MemberFacts, deprived: bool | None
) -> None:
    rules = {rule.indicator: rule for rule in law.review_frame.rules_on(law.standard("2022-2026"), D2023)}
    proposal = propose_indicator(rules[indicator], [member], D2023)
    assert (None if proposal is None else proposal.deprived) is deprived


def test_members_fill_in_what_they_tell_of_a_form(law: Legislation) -> None:
    standard = law.standard("2022-2026")
    form = law.review_form(standard, D2023, law.questionnaire("practice"))
    members = [
        MemberFacts("mother", datetime.date(1990, 3, 1), insured=True, in_school=False, disabled=False),
        MemberFacts("son", datetime.date(2015, 3, 1), insured=False, in_school=True, disabled=False),
    ]
    proposed = propose_answers(law.review_frame.rules_on(standard, D2023), form.member_counts, members, D2023)
    answers = {item: proposal.answer for item, proposal in proposed.items()}
    assert answers == {
        "health_insurance": FormAnswer.yes_no(yes=True),
        "adult_education": FormAnswer.yes_no(yes=False),
        "household_size": FormAnswer.counted(Decimal(2)),
        "outside_labour_age": FormAnswer.counted(Decimal(1)),
    }
    assert proposed["health_insurance"].members == ("son",)
    assert proposed["health_insurance"].source == standard.indicators_source
    assert all(form.items[item].fits(answer) for item, answer in answers.items())
    assert propose_answers(law.review_frame.rules_on(standard, D2023), form.member_counts, [], D2023) == {}


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        (PRACTICE, 'standard = "2022-2026"', 'standard = "2020"', "standard"),
        (PRACTICE, "until = 2026-12-31", "until = 2027-12-31", "from"),
        (PRACTICE, "verified = false", "verified = true", "verified"),
        (PRACTICE, 'kind = "b1"', 'kind = "causes"', "section[0].kind"),
        (PRACTICE, 'code = "pensions"', 'code = "livestock"', "livestock"),
        (PRACTICE, 'code = "pensions"', 'code = "toilet"', "toilet"),
        (PRACTICE, 'code = "pensions"', 'kode = "pensions"', "section[0].item[5].kode"),
        (PRACTICE, 'is = "exceeds_item"', 'is = "eval"', "check[0].conditions[0].is"),
        (PRACTICE, 'other = "household_size"', 'other = "nobody"', "outside_exceeds_size"),
        (PRACTICE, 'instrument = "tt-14-2018"', 'instrument = "nobody"', "source.source.instrument"),
        (FRAME, "verified = true", "verified = false", "proposal[0].verified"),
        (FRAME, 'indicator = "nutrition"', 'indicator = "hunger"', "proposal[3].indicator"),
        (FRAME, 'code = "paper_number"', 'code = "b1_total"', "b1_total"),
        (FRAME, "nutrition = ", "hunger = ", "examples.hunger"),
    ],
)
def test_a_spoilt_file_names_its_key(law_copy: LawCopy, file: str, old: str, new: str, key: str) -> None:
    law_copy.replace(file, old, new)
    with pytest.raises(LegislationDataError) as caught:
        law_copy.read_all()
    assert (caught.value.file, caught.value.key) == (file, key)


@pytest.mark.parametrize("standard", ["2016-2021", "2022-2026", "2027-2030"])
def test_every_question_of_a_real_form_has_an_example(law: Legislation, standard: str) -> None:
    known = law.standard(standard)
    form = law.review_form(known, known.period.first)
    without = {code for code, item in form.items.items() if not item.help.example}
    # What counts as treated waste could not be verified: no example is better than a wrong one.
    assert without <= {"waste_treatment"}


def test_two_questionnaires_of_one_id_are_refused(law_copy: LawCopy) -> None:
    text = (law_copy.folder / PRACTICE).read_text(encoding="utf-8")
    law_copy.append("questionnaires/second.toml", text)
    with pytest.raises(LegislationDataError, match="stands twice"):
        law_copy.read_all()


def test_a_questionnaire_of_phieu_a_alone_leaves_the_paper_total(law: Legislation) -> None:
    practice = law.questionnaire("practice")
    checklist = Section(SectionKind.CHECKLIST, "A", ())
    only = msgspec.structs.replace(practice, form=Questionnaire("a", "A", (checklist,)))
    form = law.review_form(law.standard("2022-2026"), D2023, only)
    assert form.sections[0] is checklist
    assert "b1_total" in form.items
