"""A commune that lives through its years by what the office records: life events, rounds, amendments.

What the registry says at the moment a list is made is noted down as it is then. The lists that the program derives
later, from days and decisions, are held against these notes.
"""

from __future__ import annotations

import dataclasses
import datetime
import random
from collections import Counter
from collections.abc import Callable
from decimal import Decimal

from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.household import Household
from povertydesk.poverty.household_list import HouseholdList, ListedHousehold
from povertydesk.poverty.person import HEAD, Member, Person
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import EntryKind, Review, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households, people, reviews, rounds, villages
from povertydesk.workflow import keep_registry, life_events, record_villages, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.event_rules import Succession
from povertydesk.workflow.form_law import form_law, judge_review
from povertydesk.workflow.keep_registry import NewMember

ON_A_LIST = (PovertyStatus.POOR, PovertyStatus.NEAR_POOR)
STANDARD = "2022-2026"
NAMES = ("Bùi Văn Mẫu", "Hà Thị Thử", "Vi Văn Nháp", "Lò Thị Tập", "Quách Văn Giả")
B1_TOTALS = (90, 139, 140, 141, 200)


def today(desk: Desk, on: datetime.date) -> None:
    desk.program.clock = FixedClock(datetime.datetime.combine(on, datetime.time(9), tzinfo=datetime.UTC))


def settle(desk: Desk, chance: random.Random, size: int) -> None:
    """Make villages and enter households that always lived there; of some not all people are named yet."""
    record_villages.add_villages(desk, [f"Thôn {number}" for number in range(1, 3 + size // 100)])
    places = [village.id for village in villages.list_villages(desk.engine)]
    for number in range(size):
        members = family(chance)
        people_count = len(members) + chance.choice([0, 0, 0, 2])
        household = Household("", chance.choice(places), f"{number:05d}", "", people_count)
        keep_registry.add_household(desk, household, members)


def family(chance: random.Random) -> list[NewMember]:
    head = NewMember(Person("", chance.choice(NAMES), birth_year=chance.randint(1950, 1995)), HEAD)
    others = [NewMember(Person("", chance.choice(NAMES)), "other") for _ in range(chance.randint(0, 4))]
    return [head, *others]


@dataclasses.dataclass
class Closed:
    """What a year closed with, as it was noted on the day, and the round that closed it."""

    round_id: str
    noted: HouseholdList

    def amend(self, household: str, status: PovertyStatus | None = None, more_people: int = 0) -> None:
        """Follow an amendment."""
        rows = (
            row._replace(status=status or row.status, people=row.people + more_people)
            if row.household == household
            else row
            for row in self.noted.rows
        )
        self.noted = self.noted._replace(rows=tuple(rows))

    def leave_out(self, household: str) -> None:
        """Follow a household that was gone by the day of the list, as was reported late."""
        self.noted = self.noted._replace(rows=tuple(row for row in self.noted.rows if row.household != household))


class LivingCommune:
    """The office at work: `live` lets things happen, `review_all` and `seal` close a year."""

    def __init__(self, desk: Desk, chance: random.Random, year: int) -> None:
        self.desk = desk
        self.chance = chance
        self.annual = ""
        self.go_on(datetime.date(year, 1, 1))
        self.places = [village.id for village in villages.list_villages(desk.engine)]
        self.here = [one.id for one in households.list_households(desk.engine)]
        self.left: list[tuple[str, list[str]]] = []
        self.known: set[str] = set()
        self.decided_since: set[str] = set()
        self.decided: dict[str, PovertyStatus] = {}
        self.done: Counter[str] = Counter()
        self.closed: list[Closed] = []
        self.first_opening = HouseholdList(self.day, STANDARD, ())

    # What happens.

    def live(self, events: int, until: datetime.date) -> None:
        """Let events happen up to a day, the later ones later."""
        step = max((until - self.day).days // (events + 1), 1)
        for _ in range(events):
            self.go_on(min(self.day + datetime.timedelta(days=self.chance.randint(1, step)), until))
            self.happen()

    def go_on(self, day: datetime.date) -> None:
        self.day = day
        today(self.desk, day)

    def happen(self) -> None:
        """Record one event; what the rules refuse does not happen."""
        act = self.chance.choice(self.acts())
        try:
            act()
        except KnownError:
            self.done["refused"] += 1
        else:
            self.done[act.__name__] += 1

    def acts(self) -> list[Callable[[], object]]:
        return [
            self.birth, self.death, self.death, self.join, self.arrive, self.move_out, self.leave, self.come_back,
            self.marry, self.marry_from_elsewhere, self.split, self.merge, self.move_village, self.change_head,
        ]  # fmt: skip

    def household(self) -> str:
        return self.chance.choice(self.here)

    def members(self, household: str) -> list[Member]:
        return list(people.list_members(self.desk.engine, household))

    def birth(self) -> None:
        child = NewMember(Person("", self.chance.choice(NAMES)), "child")
        life_events.record_birth(self.desk, self.household(), child, self.day)

    def death(self) -> None:
        household = self.household()
        one = self.chance.choice(self.members(household))
        life_events.record_death(self.desk, one.person.id, self.day, self.next_head(household, [one]))
        self.look_after(household)

    def join(self) -> None:
        life_events.move_in(self.desk, self.household(), family(self.chance)[1:] or family(self.chance)[1:], self.day)

    def arrive(self) -> None:
        household = Household("", self.chance.choice(self.places), "", "", entered_on=self.day)
        self.here.append(keep_registry.add_household(self.desk, household, family(self.chance)).id)

    def move_out(self) -> None:
        household = self.household()
        own = self.members(household)
        leaving = self.chance.sample(own, self.chance.randint(1, len(own)))
        self.out(household, leaving)

    def leave(self) -> None:
        household = self.household()
        self.out(household, self.members(household))

    def out(self, household: str, leaving: list[Member]) -> None:
        keys = [one.person.id for one in leaving]
        life_events.move_out(self.desk, keys, self.day, self.next_head(household, leaving))
        self.left.append((household, keys))
        self.look_after(household)

    def come_back(self) -> None:
        household, keys = self.left.pop(self.chance.randrange(len(self.left))) if self.left else ("", [])
        if not household:
            return
        empty = household not in self.here
        back = keys[: self.chance.randint(1, len(keys))]
        relations: dict[str, str | None] = {
            key: HEAD if empty and number == 0 else "other" for number, key in enumerate(back)
        }
        life_events.move_back(self.desk, household, relations, self.day)
        if empty:
            self.here.append(household)

    def marry(self) -> None:
        origin, target = self.household(), self.chance.choice([None, self.household()])
        one = self.chance.choice(self.members(origin))
        life_events.marry(self.desk, one.person.id, self.day, target, "other", self.next_head(origin, [one]))
        self.look_after(origin)

    def marry_from_elsewhere(self) -> None:
        coming = NewMember(Person("", self.chance.choice(NAMES)), "wife")
        life_events.move_in(self.desk, self.household(), [coming], self.day, by_marriage=True)

    def split(self) -> None:
        origin = self.household()
        own = self.members(origin)
        leaving = own[len(own) // 2 :]
        relations = {one.person.id: HEAD if number == 0 else None for number, one in enumerate(leaving)}
        succession = self.next_head(origin, leaving)
        self.here.append(life_events.split_household(self.desk, relations, self.day, succession=succession).id)

    def merge(self) -> None:
        ending, into = self.household(), self.household()
        life_events.merge_households(self.desk, ending, into, {}, self.day)
        self.look_after(ending)

    def move_village(self) -> None:
        life_events.move_village(self.desk, self.household(), self.chance.choice(self.places), self.day)

    def change_head(self) -> None:
        household = self.household()
        heir = self.next_head(household, self.members(household)[:1])
        if heir is not None:
            life_events.change_head(self.desk, household, heir, self.day)

    def next_head(self, household: str, leaving: list[Member]) -> Succession | None:
        gone = {one.person.id for one in leaving}
        staying = [one.person.id for one in self.members(household) if one.person.id not in gone]
        headless = any(one.membership.heads for one in leaving)
        return Succession(self.chance.choice(staying)) if headless and staying else None

    def look_after(self, household: str) -> None:
        """Take a household that ended out of those present."""
        if households.read_household(self.desk.engine, household).ended_on is not None:
            self.here.remove(household)

    # Rounds.

    def tell_opening(self) -> None:
        """Open the first annual round with where households stood before it, as an imported list does."""
        key = self.open_round()
        choices = [PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR, None]
        told = {household: self.chance.choice(choices) for household in self.here}
        with self.desk.operation("fill-sample", year=self.day.year) as act:
            for review in reviews.list_reviews(self.desk.engine, key):
                opening = review._replace(opening_status=told[review.household_id])
                reviews.write_review(self.desk.engine, act.writer, opening)
        statuses = {household: status for household, status in told.items() if status is not None}
        self.first_opening = self.note(self.day - datetime.timedelta(days=1), statuses)

    def note(self, on: datetime.date, statuses: dict[str, PovertyStatus]) -> HouseholdList:
        """Note down the registry as it is at this moment."""
        present = households.list_households(self.desk.engine)
        rows = [
            ListedHousehold(one.id, one.village_id, statuses[one.id], one.people_count or 0)
            for one in present
            if one.id in statuses
        ]
        return HouseholdList(on, STANDARD, tuple(rows))

    def monthly_round(self, share: float = 0.1) -> None:
        """Hold an in-year round over households that asked."""
        key = review_rounds.open_round(self.desk, self.day.year, RoundKind.IN_YEAR, self.day).id
        asked = self.chance.sample(self.here, max(1, int(len(self.here) * share)))
        review_rounds.add_to_round(self.desk, key, asked)
        self.decided |= self.judge(key)
        self.decided_since |= set(asked)
        self.known |= set(asked)
        self.go_on(self.day + datetime.timedelta(days=5))
        review_rounds.close_round(self.desk, key, self.day)
        self.done["monthly_round"] += 1
        self.go_on(self.day + datetime.timedelta(days=1))

    def open_round(self) -> str:
        """Open the annual round."""
        self.annual = review_rounds.open_round(self.desk, self.day.year, RoundKind.ANNUAL, self.day).id
        return self.annual

    def ask(self) -> None:
        """Let some households ask for a review (Mẫu 01)."""
        review_rounds.add_to_round(self.desk, self.annual, self.chance.sample(self.here, len(self.here) // 5))

    def review(self) -> None:
        """Judge everybody in the annual round."""
        self.decided |= self.judge(self.annual)

    def review_all(self) -> None:
        """Take in who is on a list by now, and judge everybody in the annual round."""
        coming = [one for one in self.here if self.decided.get(one) in ON_A_LIST or not self.closed]
        review_rounds.add_to_round(self.desk, self.annual, coming)
        self.review()

    def seal(self) -> None:
        """Note the list of the annual round down, and seal it."""
        noted = self.note(self.day, self.decided)
        review_rounds.close_round(self.desk, self.annual, self.day, f"{self.day.year}/QĐ-UBND")
        self.closed.append(Closed(self.annual, noted))
        self.decided_since = set()
        self.known |= set(self.decided)
        self.go_on(self.day + datetime.timedelta(days=1))

    def judge(self, round_id: str) -> dict[str, PovertyStatus]:
        """Enter the form of every household of a round, B1 and all indicators, and return what they come to."""
        desk = self.desk
        law = form_law(desk, rounds.read_round(desk.engine, round_id))
        registered = {one.id: one for one in households.list_all_households(desk.engine)}
        found: dict[str, PovertyStatus] = {}
        yes, no = FormAnswer.yes_no(yes=True), FormAnswer.yes_no(yes=False)
        with desk.operation("fill-sample", year=law.round.year) as act:
            for review in reviews.list_reviews(desk.engine, round_id):
                deprived = self.chance.randint(0, 5)
                answers = {
                    code: yes if place < deprived else no for place, code in enumerate(law.standard.indicator_codes)
                }
                answers[B1_TOTAL] = FormAnswer.counted(Decimal(self.chance.choice(B1_TOTALS)))
                judged = judge_review(law, registered[review.household_id], review, answers).review
                assert judged.status is not None
                found[review.household_id] = judged.status
                reviews.write_answers(desk.engine, act.writer, review, "b2", answers)
                reviews.write_review(desk.engine, act.writer, self.said(judged))
        return found

    def said(self, review: Review) -> Review:
        """Say for some of the households whose past nobody knows whether they stood on the list before."""
        if review.household_id in self.known or self.chance.random() < 0.3:
            return review
        return review._replace(entry_kind=self.chance.choice([EntryKind.NEW, EntryKind.RELAPSED]))

    # Amendments.

    def amend_status(self) -> None:
        """Correct what the last sealed round found of a household."""
        last = self.closed[-1]
        found = reviews.list_reviews(self.desk.engine, last.round_id)
        review = self.chance.choice(found)
        status = self.chance.choice([PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR])
        reason = "Phúc tra theo đơn"
        review_rounds.amend_review(self.desk, last.round_id, review.household_id, status, reason)
        last.amend(review.household_id, status)
        if review.household_id not in self.decided_since:
            self.decided[review.household_id] = status
        self.done["amend_status"] += 1

    def amend_birth(self) -> None:
        """Record a birth of the time before the last sealing, reported late."""
        last = self.closed[-1]
        present = set(self.here)
        row = self.chance.choice([row for row in last.noted.rows if row.household in present])
        child = NewMember(Person("", self.chance.choice(NAMES)), "child")
        try:
            life_events.record_birth(self.desk, row.household, child, last.noted.on, "Báo sinh muộn")
        except KnownError:
            self.done["refused"] += 1
        else:
            last.amend(row.household, more_people=1)
            self.done["amend_birth"] += 1

    def amend_leaving(self) -> None:
        """Record that a whole household had left before the last sealing, reported late."""
        last, household = self.closed[-1], self.household()
        keys = [one.person.id for one in self.members(household)]
        try:
            life_events.move_out(self.desk, keys, last.noted.on, amendment="Báo chuyển đi muộn")
        except KnownError:
            self.done["refused"] += 1
        else:
            self.look_after(household)
            last.leave_out(household)
            self.done["amend_leaving"] += 1

    def recount(self) -> None:
        """Say that a household the last round reviewed has one person more, as next year's workbook does."""
        reviewed = {one.household_id for one in reviews.list_reviews(self.desk.engine, self.closed[-1].round_id)}
        key = self.chance.choice([one for one in self.here if one in reviewed])
        household = households.read_household(self.desk.engine, key)
        more = dataclasses.replace(household, people_count=(household.people_count or 0) + 1)
        keep_registry.edit_household(self.desk, more)
        self.done["recount"] += 1
