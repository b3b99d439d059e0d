"""The households of a sample office: invented people and a sealed annual round that give the sample's own figures.

Everything follows from the place of a household in its village, so that the sample is the same wherever it is made.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.poverty.decision import HouseholdDecision
from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Membership, Person, Sex, Work
from povertydesk.poverty.questionnaire import SectionKind
from povertydesk.poverty.review import EntryKind, Review, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import decisions, households, people, reviews, rounds, villages
from povertydesk.store.operations import OperationKind
from povertydesk.workflow.form_law import form_law, judge_review
from povertydesk.workflow.people_codes import people_codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from povertydesk.store.operations import OperationWriter
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.form_law import FormLaw

FAMILIES = ("Bùi", "Trương", "Hà", "Phạm", "Quách", "Lê", "Nguyễn", "Đinh", "Đặng", "Trịnh", "Cao", "Lương", "Vi")
MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Thu", "Hữu", "Ngọc")
_SECONDS = (
    "Đức", "Minh", "Thu", "Hữu", "Ngọc", "Xuân", "Quang", "Hồng", "Bảo", "Kim", "Thanh", "Đình", "Mai", "Công", "Tuyết",
    "Hải", "Lan",
)  # fmt: skip
GIVENS = ("Mẫu", "Thử", "Tập", "Ví", "Giả", "Định", "Ước", "Nháp", "Đặt", "Mới", "Tạm")

_POOR, _NEAR_POOR, _NOT_POOR = PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR
_NEW, _RELAPSED, _OLD = EntryKind.NEW, EntryKind.RELAPSED, EntryKind.OLD
_SIZES = {_POOR: (4, 5, 3, 4, 2, 5), _NEAR_POOR: (3, 4, 4, 5, 6), _NOT_POOR: (4, 3, 5)}
_KINH_EVERY = 7
"""One household in so many is Kinh, all others are of the office's minority."""
_SCHOOL_AGE = range(3, 16)
_CHILD_BELOW = 16
_CAUSES = ("land", "capital", "labour", "tools", "knowledge", "skills", "illness", "other_cause")
_FEW_CAUSES = 3
_SUPPORT = ("support_health", "support_education", "support_production", "support_credit", "support_housing")
_OFTEN_DEPRIVED = (
    "employment", "toilet", "housing_quality", "health_insurance", "toilet", "information_means", "employment",
    "water_source", "housing_area", "health_insurance", "adult_education", "toilet", "telecommunication",
    "housing_quality", "dependants", "employment", "information_means",
)  # fmt: skip
_OF_CHILDREN = ("nutrition", "child_school_attendance")


class SampleCourse(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the households of one village went through the year: how many there were, and what became of them.

    `poor` and `near_poor` are the opening; of those that came from neither list some relapsed, the others are new.
    """

    poor: int
    near_poor: int
    poor_to_near_poor: int = 0
    poor_escaped: int = 0
    near_poor_to_poor: int = 0
    near_poor_escaped: int = 0
    poor_relapsed: int = 0
    poor_new: int = 0
    near_poor_relapsed: int = 0
    near_poor_new: int = 0


class SampleReview(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The annual round of a sample: its days, the decision's number, and which minority lives there."""

    opened_on: datetime.date
    closed_on: datetime.date
    decision: str
    minority: int


class _Course(NamedTuple):
    """What one household was at the opening, what the round found, and how it came onto its list."""

    opening: PovertyStatus
    found: PovertyStatus
    entry_kind: EntryKind | None


class _Invented(NamedTuple):
    """A household with its members, its course and its answers by part of the form."""

    household: Household
    members: tuple[tuple[str, Person], ...]
    course: _Course
    parts: Mapping[str, Mapping[str, FormAnswer]]


def fill_households(desk: Desk, year: int, review: SampleReview, courses: Sequence[SampleCourse]) -> None:
    """Enter the households of each village with their people and the year's round: opened, answered, judged, sealed.

    `courses` stand in the order of the villages. As with every sealing this cannot be undone.
    """
    places = villages.list_villages(desk.engine)
    standard = desk.program.legislation.standard_for(year)
    maker = _Maker(year, review, standard.indicator_codes)
    made = [one for place, course in zip(places, courses, strict=True) for one in maker.village(place.id, course)]
    engine = desk.engine
    with desk.operation("fill-sample-households", kind=OperationKind.FINAL, households=len(made), year=year) as act:
        writer = act.writer
        keys = _enter(writer, made)
        round_id = rounds.open_round(writer, year, RoundKind.ANNUAL, standard.id, review.opened_on, area=desk.unit.area)
        law = form_law(desk, rounds.read_round(engine, round_id))
        judged = [_judged(law, key, one, review) for key, one in zip(keys, made, strict=True)]
        kept = reviews.insert_reviews(engine, writer, round_id, judged)
        answered = (
            (key, part, answers) for key, one in zip(kept, made, strict=True) for part, answers in one.parts.items()
        )
        reviews.insert_answers(engine, writer, round_id, answered)
        decisions.add_decisions(
            engine,
            writer,
            [
                HouseholdDecision(
                    household_id=one.household_id,
                    standard=standard.id,
                    status=one.result,
                    from_on=review.closed_on,
                    round_id=round_id,
                    decided_on=review.closed_on,
                    number=review.decision,
                )
                for one in judged
                if one.result is not None
            ],
        )
        rounds.seal_round(writer, round_id, review.closed_on)


def _enter(writer: OperationWriter, made: Sequence[_Invented]) -> list[str]:
    keys = households.insert_households(writer, [one.household for one in made])
    homes = [(key, relation, person) for key, one in zip(keys, made, strict=True) for relation, person in one.members]
    living = people.add_people(writer, [person for _, _, person in homes])
    people.begin_stays(
        writer,
        [Membership("", key, home, relation) for key, (home, relation, _) in zip(living, homes, strict=True)],
    )
    return keys


def _judged(law: FormLaw, household_id: str, one: _Invented, review: SampleReview) -> Review:
    answers = {code: answer for part in one.parts.values() for code, answer in part.items()}
    season = (review.closed_on - review.opened_on).days // 2
    bare = Review(
        "",
        law.round.id,
        household_id,
        opening_status=one.course.opening,
        entry_kind=one.course.entry_kind,
        people_count=len(one.members),
        reviewed_on=review.opened_on + datetime.timedelta(days=10 + int(one.household.code) % season),
        reviewer="Lê Thị Thử",
    )
    return judge_review(law, one.household, bare, answers).review


def _courses(of: SampleCourse) -> Iterator[_Course]:
    """List what became of the households of a village: the poor of the opening, its near-poor, and who came anew."""
    stayed_poor = of.poor - of.poor_to_near_poor - of.poor_escaped
    stayed_near_poor = of.near_poor - of.near_poor_to_poor - of.near_poor_escaped
    for count, course in (
        (stayed_poor, _Course(_POOR, _POOR, _OLD)),
        (of.poor_to_near_poor, _Course(_POOR, _NEAR_POOR, _NEW)),
        (of.poor_escaped, _Course(_POOR, _NOT_POOR, None)),
        (stayed_near_poor, _Course(_NEAR_POOR, _NEAR_POOR, _OLD)),
        (of.near_poor_to_poor, _Course(_NEAR_POOR, _POOR, _NEW)),
        (of.near_poor_escaped, _Course(_NEAR_POOR, _NOT_POOR, None)),
        (of.poor_relapsed, _Course(_NOT_POOR, _POOR, _RELAPSED)),
        (of.poor_new, _Course(_NOT_POOR, _POOR, _NEW)),
        (of.near_poor_relapsed, _Course(_NOT_POOR, _NEAR_POOR, _RELAPSED)),
        (of.near_poor_new, _Course(_NOT_POOR, _NEAR_POOR, _NEW)),
    ):
        yield from (course for _ in range(count))


class _Maker:
    """Invents one household after the other; each status goes through its sizes on its own."""

    def __init__(self, year: int, review: SampleReview, indicators: Sequence[str]) -> None:
        self._year = year
        self._review = review
        self._indicators = indicators
        self._counts = dict.fromkeys(_SIZES, 0)
        self._households = 0
        self._people = 0

    def village(self, village_id: str, of: SampleCourse) -> Iterator[_Invented]:
        for place, course in enumerate(_courses(of), start=1):
            yield self._household(village_id, place, course)

    def _household(self, village_id: str, place: int, course: _Course) -> _Invented:
        serial = self._households
        self._households += 1
        sizes = _SIZES[course.opening]
        size = sizes[self._counts[course.opening] % len(sizes)]
        self._counts[course.opening] += 1
        kinh = serial % _KINH_EVERY == 3
        group = people_codes().kinh if kinh else self._review.minority
        # An old couple or somebody living alone: nobody of them can work any more.
        weak = size == 2 and serial % 2 == 0
        members = tuple(self._members(serial, size, group, old=weak))
        merit = serial % 23 == 5
        household = Household(
            "",
            village_id,
            f"{place:03d}",
            members[0][1].name,
            people_count=size,
            ethnic_group=group,
            no_labour_capacity=weak,
            merit=merit,
            local_minority=not kinh,
            social_protection=weak and serial % 3 == 0,
        )
        return _Invented(household, members, course, self._parts(serial, household, members, course.found))

    def _members(self, serial: int, size: int, group: int, *, old: bool) -> Iterator[tuple[str, Person]]:
        woman_heads = serial % 5 == 2
        born = (1938 if old else 1966) + serial * 7 % (12 if old else 24)
        family = FAMILIES[serial * 5 % len(FAMILIES)]
        head = Sex.FEMALE if woman_heads else Sex.MALE
        yield HEAD, self._person(family, head, born, group)
        with_parent = size >= 5 and serial % 4 == 1
        rest = size - 1
        if not woman_heads or old:
            spouse = Sex.MALE if woman_heads else Sex.FEMALE
            other = FAMILIES[(serial * 5 + 3) % len(FAMILIES)]
            yield "husband" if woman_heads else "wife", self._person(other, spouse, born + 1 + serial % 4, group)
            rest -= 1
        if with_parent:
            yield "mother", self._person(FAMILIES[serial % len(FAMILIES)], Sex.FEMALE, born - 24, group)
            rest -= 1
        first_born = born + 26 + serial % 4
        for child in range(rest):
            sex = (Sex.FEMALE, Sex.MALE)[(serial + child) % 2]
            year = min(first_born + 4 * child, self._year - 1 - (rest - child))
            yield "child", self._person(family, sex, year, group)

    def _person(self, family: str, sex: Sex, born: int, group: int) -> Person:
        serial = self._people
        self._people += 1
        middle = "Thị" if sex is Sex.FEMALE else "Văn"
        second = _SECONDS[(serial * 7 + serial // len(GIVENS)) % len(_SECONDS)]
        name = f"{family} {middle} {second} {GIVENS[serial % len(GIVENS)]}"
        age = self._year - born
        at_school = age in _SCHOOL_AGE
        work = Work.STUDYING if at_school else Work.EMPLOYED if age < 70 else Work.NOT_EMPLOYED
        return Person(
            "",
            name,
            birth_year=born,
            sex=sex,
            ethnic_group=group,
            work=None if age < _SCHOOL_AGE.start else work,
            insurance=serial % 9 != 4,
        )

    def _parts(
        self, serial: int, household: Household, members: Sequence[tuple[str, Person]], found: PovertyStatus
    ) -> dict[str, dict[str, FormAnswer]]:
        deprived = self._deprived(serial, members, found)
        points = 145 + serial * 11 % 40 if found is _NOT_POOR else 88 + serial * 13 % 53
        first = serial % len(_CAUSES)
        causes = {_CAUSES[first], _CAUSES[(first * 3 + 1) % (_FEW_CAUSES + 1)]}
        groups = [
            name
            for name in ("no_labour_capacity", "merit", "local_minority", "social_protection")
            if getattr(household, name)
        ]
        support = {_SUPPORT[0], _SUPPORT[serial % len(_SUPPORT)]} if found is _POOR else {_SUPPORT[serial % 4]}
        if serial % 31 == 7:
            support = {"support_other"}
        return {
            SectionKind.B1.value: {B1_TOTAL: FormAnswer.counted(Decimal(points))},
            SectionKind.INDICATORS.value: {code: FormAnswer.yes_no(yes=code in deprived) for code in self._indicators},
            SectionKind.CAUSES.value: {"causes": FormAnswer.chosen(*causes)},
            SectionKind.GROUPS.value: {"groups": FormAnswer.chosen(*groups)},
            SectionKind.SUPPORT.value: {"support": FormAnswer.chosen(*support)},
        }

    def _deprived(self, serial: int, members: Sequence[tuple[str, Person]], found: PovertyStatus) -> set[str]:
        """Choose what a household lacks: three to five services where it is poor, at most two where it is near-poor."""
        wanted = {_POOR: 3 + serial % 3, _NEAR_POOR: serial % 3, _NOT_POOR: serial % 2}[found]
        walk = (_OFTEN_DEPRIVED[(serial * 3 + step) % len(_OFTEN_DEPRIVED)] for step in range(len(_OFTEN_DEPRIVED)))
        often = list(dict.fromkeys(walk))[:wanted]
        ages = [self._year - (person.birth_year or 0) for _, person in members]
        if wanted and serial % 6 == 1 and any(age < _CHILD_BELOW for age in ages):
            often[0] = _OF_CHILDREN[0]
        if wanted > 1 and serial % 8 == 3 and any(age in _SCHOOL_AGE for age in ages):
            often[1] = _OF_CHILDREN[1]
        return set(often)
