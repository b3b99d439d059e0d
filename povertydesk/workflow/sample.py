"""Sample offices for practice: places and figures of published plans, invented people."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from povertydesk import paths
from povertydesk.poverty.allocation import AllocationBasis
from povertydesk.poverty.area import AreaType, OfficeLevel, Region, VillageFigures
from povertydesk.poverty.person import HEAD, Membership, Person
from povertydesk.poverty.plan import PlanSection, ServiceTarget, SigningForm
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.profile import CommuneProfile, EthnicShare
from povertydesk.store import households, people, plans, profiles, targets, villages
from povertydesk.store.households import NewHousehold
from povertydesk.store.services import write_service_targets
from povertydesk.workflow.sample_households import (
    FAMILIES,
    GIVENS,
    MIDDLES,
    SampleCourse,
    SampleReview,
    fill_households,
)
from povertydesk.workflow.set_targets import TARGET_COUNTS, allocate_targets
from povertydesk.workflow.start_file import NewOffice, Signer, start_file

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.workflow.desk import Desk, Program

DEFAULT_SAMPLE = "cam-long"


class _Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    area: AreaType
    region: Region
    receiving_office: str
    level: OfficeLevel = OfficeLevel.COMMUNE


class _Officer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    position: str
    signing_form: SigningForm


class _Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    archive: str = ""
    income_target_vnd: int | None = None
    lines: dict[PlanSection, tuple[str, ...]] = {}


class _Invented(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What no published paper says of a village: its people by group, its near-poor, the course of its year."""

    people: int
    minority_households: int
    minority_people: int
    course: SampleCourse


class _Village(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    households: int | None = None
    people: int | None = None
    poor: int | None = None
    near_poor: int | None = None
    assigned: int | None = None
    reduction: int | None = None
    ethnic_minority_reduction: int | None = None
    registered: int | None = None
    invented: _Invented | None = None


class _Sample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    year: int
    office: _Office
    officer: tuple[_Officer, ...] = ()
    profile: dict[str, Any] = {}
    plan: _Plan = _Plan()
    services: dict[str, str] = {}
    village: tuple[_Village, ...] = ()
    assigned_reduction: int | None = None
    allocate_by: AllocationBasis | None = None
    review: SampleReview | None = None


def sample_names() -> tuple[str, ...]:
    """List the sample offices there are."""
    return tuple(sorted(path.stem for path in paths.resources("sample").glob("*.toml")))


def make_sample(path: Path, program: Program, which: str = DEFAULT_SAMPLE, *, with_households: bool = True) -> Desk:
    """Make the file of a sample office at `path`, ready to print.

    With its households where the sample has some: invented people, and the annual round of the year, sealed. Without
    them the registry is empty and nothing of the year is reviewed yet.
    """
    if which not in sample_names():
        raise KnownError("unknown-sample", sample=which, samples=", ".join(sample_names()))
    text = paths.resources("sample", f"{which}.toml").read_text(encoding="utf-8")
    sample = msgspec.toml.decode(text, type=_Sample)
    if not with_households:
        bare = tuple(msgspec.structs.replace(village, invented=None) for village in sample.village)
        sample = msgspec.structs.replace(sample, review=None, village=bare)
    office = NewOffice(
        name=sample.office.name,
        area=sample.office.area,
        level=sample.office.level,
        region=sample.office.region,
        receiving_office=sample.office.receiving_office,
        signers=[Signer(one.name, one.position, one.signing_form) for one in sample.officer],
    )
    desk = start_file(path, office, program)
    try:
        _fill(desk, sample)
        if sample.review is not None:
            courses = [village.invented.course for village in sample.village if village.invented is not None]
            fill_households(desk, sample.year, sample.review, courses)
    except BaseException:
        desk.close()
        raise
    return desk


def add_practice_households(desk: Desk, count: int) -> None:
    """Enter invented households into the registry, evenly over the villages, for practice and for benchmarks."""
    places = villages.list_villages(desk.engine)
    invented = [
        NewHousehold(
            village_id=places[number % len(places)].id,
            code=f"{number // len(places) + 1:05d}",
            head_name=f"{FAMILIES[number % len(FAMILIES)]} {MIDDLES[number % 7]} {GIVENS[number % 11]}",
            people_count=1 + number % 6,
        )
        for number in range(count)
    ]
    with desk.operation("add-practice-households", households=count) as act:
        households.add_households(act.writer, invented)


def add_practice_people(desk: Desk, per_household: int) -> None:
    """Enter invented people into every household that has nobody yet: its head, the others of mixed names."""
    empty = [one for one in households.list_households(desk.engine) if not people.list_members(desk.engine, one.id)]
    invented, homes = [], []
    for number, home in enumerate(empty):
        for place in range(per_household):
            serial = number * per_household + place
            middle = f"{MIDDLES[serial // 13 % 7]} {MIDDLES[serial // 5 % 7]}"
            name = f"{FAMILIES[serial % 13]} {middle} {GIVENS[serial % 11]}"
            invented.append(
                Person(
                    "",
                    home.head_name if place == 0 else name,
                    birth_year=1940 + serial % 80,
                    citizen_number=f"0380{serial * 7919 % 10**8:08d}",
                )
            )
            homes.append((home.id, HEAD if place == 0 else None))
    with desk.operation("add-practice-people", people=len(invented)) as act:
        keys = people.add_people(act.writer, invented)
        stays = [Membership("", key, home, relation) for key, (home, relation) in zip(keys, homes, strict=True)]
        people.begin_stays(act.writer, stays)


def _fill(desk: Desk, sample: _Sample) -> None:
    year = sample.year
    with desk.operation("fill-sample", year=year) as act:
        writer = act.writer
        keys = villages.add_villages(writer, [village.name for village in sample.village], 1)
        figures = [_figures(key, year, village) for key, village in zip(keys, sample.village, strict=True)]
        villages.insert_figures(writer, figures)
        for key, village in zip(keys, sample.village, strict=True):
            planned = {name: getattr(village, name) for name in TARGET_COUNTS if hasattr(village, name)}
            if any(count is not None for count in planned.values()):
                targets.write_target(writer, key, year, planned)
        targets.write_assigned_reduction(writer, year, sample.assigned_reduction)
        if sample.profile:
            profiles.write_profile(writer, _profile(year, sample.profile))
        plan_id = plans.write_plan(
            writer,
            desk.engine,
            year,
            {"archive": sample.plan.archive, "income_target_vnd": sample.plan.income_target_vnd},
        )
        for section, lines in sample.plan.lines.items():
            plans.write_plan_lines(writer, desk.engine, plan_id, section, lines)
        services = [ServiceTarget(indicator, Decimal(share)) for indicator, share in sample.services.items()]
        write_service_targets(desk.engine, writer, year, services)
    if sample.allocate_by is not None and sample.assigned_reduction is not None:
        allocate_targets(desk, year, sample.assigned_reduction, sample.allocate_by)


def _figures(key: str, year: int, village: _Village) -> VillageFigures:
    figures = VillageFigures(key, year, village.households, village.people, poor=village.poor)
    one = village.invented
    if one is None:
        return figures._replace(near_poor=village.near_poor)
    households = village.households or 0
    return figures._replace(
        people=one.people,
        near_poor=one.course.near_poor,
        kinh_households=households - one.minority_households,
        kinh_people=one.people - one.minority_people,
        ethnic_minority_households=one.minority_households,
        ethnic_minority_people=one.minority_people,
        local_minority_households=one.minority_households,
        local_minority_people=one.minority_people,
    )


def _profile(year: int, values: dict[str, Any]) -> CommuneProfile:
    known = dict(values)
    for name in ("natural_area_ha", "distance_to_centre_km"):
        if name in known:
            known[name] = Decimal(known[name])
    shares = tuple(EthnicShare(share["group"], Decimal(share["percent"])) for share in known.pop("ethnic_shares", ()))
    return CommuneProfile(year=year, ethnic_shares=shares, **known)
