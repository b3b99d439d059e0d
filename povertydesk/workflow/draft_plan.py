"""Drafting the yearly plan: what the office decides of it, and the finished records it is written from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypedDict

from povertydesk import paths
from povertydesk.documents.plan import reduction_plan
from povertydesk.documents.plan_figures import TEMPLATE_CONDITIONS, TEMPLATE_NAMES, PlanContents
from povertydesk.documents.target_table import target_paper
from povertydesk.documents.template import GridTemplate, PaperTemplate, load_grid_template, load_paper_template
from povertydesk.poverty.committee import HelpedName, MemberDuties
from povertydesk.poverty.official_text import paper_number
from povertydesk.poverty.plan import Officer, PlanSection, ReductionPlan, ServiceTarget, head_of
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.store import indicator_targets, officers, plans, profiles, signing, villages
from povertydesk.store.services import write_service_targets
from povertydesk.workflow.entries import require_not_negative
from povertydesk.workflow.keep_committee import list_helped, read_committee
from povertydesk.workflow.record_villages import commune_totals
from povertydesk.workflow.set_indicator_targets import read_indicators
from povertydesk.workflow.set_targets import read_grid

if TYPE_CHECKING:
    import datetime

    from povertydesk.poverty.indicator_target import IndicatorTarget
    from povertydesk.poverty.paper import Paper
    from povertydesk.poverty.profile import CommuneProfile
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk

PLAN_FIELDS = ("number", "issued_on", "subject", "income_target_vnd", "archive", "signer_id")

_PROFILE_FIGURES = (
    "people",
    "poor_people",
    "near_poor",
    "near_poor_people",
    "religion_people",
    "natural_area_ha",
    "distance_to_centre_km",
)


def read_plan(desk: Desk, year: int) -> ReductionPlan:
    """Read what the office decided of its plan for a year."""
    return plans.read_plan(desk.engine, year)


def read_profile(desk: Desk, year: int) -> CommuneProfile:
    """Read what is known of the commune in a year."""
    return profiles.read_profile(desk.engine, year)


def list_officers(desk: Desk) -> tuple[Officer, ...]:
    """List the officers who may sign."""
    return officers.list_officers(desk.engine)


def edit_plan(desk: Desk, year: int, **fields: Any) -> Changes:
    """Keep fields of the plan (`PLAN_FIELDS`); a date is kept as a date, an amount as whole đồng.

    Of a number typed with its symbol (`5/KH-UBND`) the number is kept, since the paper writes the symbol itself. The
    income is a target of the year: under a signed plan it is refused (`plan-signed`).
    """
    unknown = fields.keys() - set(PLAN_FIELDS)
    if unknown:
        message = f"a plan has no {', '.join(sorted(unknown))}"
        raise ValueError(message)
    require_not_negative(fields.get("income_target_vnd"))
    if "income_target_vnd" in fields:
        signing.require_not_signed(desk.engine, year)
    values = {name: _kept_value(name, value) for name, value in fields.items()}
    with desk.operation("edit-plan", year=year) as act:
        plans.write_plan(act.writer, desk.engine, year, values)
    return act.changes


def edit_lines(desk: Desk, year: int, section: PlanSection, lines: Sequence[str]) -> Changes:
    """Keep the office's own lines of a section; empty lines are left out."""
    kept = [line for line in (clean_line(line) for line in lines) if line]
    with desk.operation("edit-plan", year=year) as act:
        plan_id = plans.write_plan(act.writer, desk.engine, year, {})
        plans.write_plan_lines(act.writer, desk.engine, plan_id, section, kept)
    return act.changes


def edit_services(desk: Desk, year: int, services: Sequence[ServiceTarget]) -> Changes:
    """Keep exactly these service targets; refused: a share outside 0 to 100 percent, and `plan-signed`."""
    signing.require_not_signed(desk.engine, year)
    for service in services:
        if not 0 <= service.percent <= 100:
            raise KnownError("percent-out-of-range", percent=float(service.percent))
    with desk.operation("edit-services", year=year) as act:
        write_service_targets(desk.engine, act.writer, year, services)
    return act.changes


def edit_profile(desk: Desk, profile: CommuneProfile) -> Changes:
    """Keep what is known of the commune in the profile's year; negative figures are refused."""
    counts = (getattr(profile, name) for name in _PROFILE_FIGURES)
    require_not_negative(*counts, *(share.percent for share in profile.ethnic_shares))
    with desk.operation("edit-profile", year=profile.year) as act:
        profiles.write_profile(act.writer, profile)
    return act.changes


def plan_contents(desk: Desk, year: int) -> PlanContents:
    """Gather in one read everything the papers of a year's plan are written from."""
    plan = plans.read_plan(desk.engine, year)
    totals = commune_totals(desk, year)
    return PlanContents(
        unit=desk.unit,
        profile=profiles.read_profile(desk.engine, year),
        plan=plan._replace(services=_in_official_order(desk, year, plan.services)),
        grid=read_grid(desk, year),
        people=totals["people"],
        poor_people=totals["poor_people"],
        near_poor=totals["near_poor"],
        near_poor_people=totals["near_poor_people"],
        legal_bases=legal_bases(desk, year, plan.issued_on),
        signer=plan.signer or head_of(officers.list_officers(desk.engine)),
        indicators=_indicators(desk, year),
        **_committee(desk, year, plan.issued_on),
    )


def legal_bases(desk: Desk, year: int, on: datetime.date | None) -> tuple[str, ...]:
    """Return the instruments a year's plan stands on, by rank, with their full names; those in force `on` its day.

    Where the day is still blank: those in force today where today lies in the year, else on its 1 January, since a plan
    is issued at the year's beginning.
    """
    law = desk.program.legislation
    today = desk.program.clock.now().date()
    day = on or (today if today.year == year else law.day_of_round(year).replace(month=1, day=1))
    instruments = law.instruments_for_review(year, on=day, province=desk.unit.province_code)
    return tuple(f"Căn cứ {instrument.citation}" for instrument in instruments)


def plan_paper(contents: PlanContents) -> Paper:
    """Write the plan itself."""
    return reduction_plan(contents, plan_template(), targets_template())


def targets_paper(contents: PlanContents) -> Paper:
    """Write the grid of village targets as a paper of its own."""
    return target_paper(contents, plan_template(), targets_template())


def plan_template() -> PaperTemplate:
    """Read the words of the plan."""
    return load_paper_template(paths.resources("templates", "plan.toml"), TEMPLATE_NAMES, TEMPLATE_CONDITIONS)


def targets_template() -> GridTemplate:
    """Read the columns of the target grid."""
    return load_grid_template(paths.resources("grids", "targets.toml"), TEMPLATE_NAMES, TEMPLATE_CONDITIONS)


def _indicators(desk: Desk, year: int) -> tuple[IndicatorTarget, ...]:
    """Return the indicators with a target; nothing where only the plan itself speaks of services and income."""
    if not indicator_targets.list_entries(desk.engine, year):
        return ()
    return tuple(one for one in read_indicators(desk, year) if one.target is not None)


def _committee(desk: Desk, year: int, on: datetime.date | None) -> _PlanCommittee:
    """Return who is in the committee on the day of the plan, and whom it helps; nothing where none was entered."""
    members = read_committee(desk, year, on).members
    places = len(villages.list_villages(desk.engine))
    duties = tuple(
        MemberDuties(
            name=one.officer.name,
            position=one.officer.position,
            organisation=one.term.organisation,
            role=one.term.role,
            villages=tuple(village.name for village in one.villages),
            every_village=places > 1 and len(one.villages) == places,
            households=len(one.households),
        )
        for one in members
    )
    helped = list_helped(desk, year) if duties else ()
    names = tuple(HelpedName(one.household.head_name, one.village.name, one.helper) for one in helped if one.helper)
    return {"committee": duties, "helped": names}


class _PlanCommittee(TypedDict):
    committee: tuple[MemberDuties, ...]
    helped: tuple[HelpedName, ...]


def _kept_value(name: str, value: Any) -> Any:
    if isinstance(value, str):
        text = clean_line(value)
        return _bare_number(text) if name == "number" else text
    return value.isoformat() if hasattr(value, "isoformat") else value


def _bare_number(text: str) -> str:
    number = text.partition("/")[0].strip()
    return paper_number(int(number)) if number.isdecimal() else number


def _in_official_order(desk: Desk, year: int, services: Sequence[ServiceTarget]) -> tuple[ServiceTarget, ...]:
    """Put service targets in the order of the year's indicators; where no law covers the year, of the template."""
    try:
        codes = [indicator.code for indicator in desk.program.legislation.standard_for(year).indicators]
    except KnownError:
        codes = list(plan_template().services)
    order = {code: place for place, code in enumerate(codes)}
    return tuple(sorted(services, key=lambda service: order.get(service.indicator, len(order))))
