"""The figures and words a plan may name, and the conditions it may ask: the fixed list of its template.

Every figure comes from the records handed over; where it is not known, the condition that asks for it is false.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from povertydesk.documents.issuing_office import IssuingOffice
from povertydesk.documents.place_words import inside_sentence, kinds_of
from povertydesk.poverty.area import AreaType, Unit
from povertydesk.poverty.committee import HelpedName, MemberDuties
from povertydesk.poverty.indicator_target import IndicatorTarget
from povertydesk.poverty.official_text import format_amount, format_count, format_rate, format_small_count
from povertydesk.poverty.paper import Figure, Inline, Text
from povertydesk.poverty.plan import Officer, PlanSection, ReductionPlan
from povertydesk.poverty.profile import CommuneProfile
from povertydesk.poverty.target import TargetGrid
from povertydesk.poverty.vietnamese import capitalised

if TYPE_CHECKING:
    from decimal import Decimal

    from povertydesk.poverty.target import TargetRow

_BORDERS = (
    ("border_north", "phía Bắc"),
    ("border_east", "phía Đông"),
    ("border_south", "phía Nam"),
    ("border_west", "phía Tây"),
)


@dataclass(frozen=True, slots=True)
class PlanContents:
    """The finished records a plan is written from. `legal_bases` are full official names.

    `indicators` are those with a target, `committee` who is in it on the day of the plan, `helped` the registered
    households with a helper.
    """

    unit: Unit
    profile: CommuneProfile
    plan: ReductionPlan
    grid: TargetGrid
    people: int | None
    poor_people: int | None
    near_poor: int | None
    near_poor_people: int | None
    legal_bases: tuple[str, ...]
    signer: Officer | None = None
    indicators: tuple[IndicatorTarget, ...] = ()
    committee: tuple[MemberDuties, ...] = ()
    helped: tuple[HelpedName, ...] = ()

    @property
    def office(self) -> IssuingOffice:
        """The office in whose name the papers are issued."""
        return IssuingOffice(self.unit)

    @property
    def member_word(self) -> str:
        """What the grid's lines are called, by their own names: `thôn, bản`; communes at a receiving office."""
        return ", ".join(kinds_of([row.village for row in self.grid.rows], self.unit.level))


def plan_inlines(contents: PlanContents) -> Mapping[str, Inline]:
    """Return every name a template may use. An unknown figure is a node without value: a dotted blank on paper."""
    return {**_words(contents), **_figures(contents)}


def plan_conditions(contents: PlanContents) -> Mapping[str, bool]:
    """Return every condition a template may ask; each `has_…` has its `lacks_…`."""
    profile, total = contents.profile, contents.grid.total
    rates = [row for row in contents.grid.rows if row.poor_rate_opening is not None]
    facts = {
        "villages": bool(contents.grid.rows),
        "households": bool(total.households),
        "people": contents.people is not None,
        "poor": total.poor_opening is not None,
        "poor_people": contents.poor_people is not None,
        "near_poor": contents.near_poor is not None,
        "near_poor_people": contents.near_poor_people is not None,
        "spread": len({row.poor_rate_opening for row in rates}) > 1,
        "borders": any(getattr(profile, name) for name, _ in _BORDERS),
        "distance": profile.distance_to_centre_km is not None and bool(profile.centre_name),
        "area": profile.natural_area_ha is not None,
        "forest_share": bool(profile.forest_share),
        "ethnic_shares": bool(profile.ethnic_shares),
        "religion": bool(profile.religion_name) and profile.religion_people is not None,
        "religion_villages": bool(profile.religion_villages),
        "difficulties": bool(profile.difficulties),
        "legal_bases": bool(contents.legal_bases or contents.plan.lines_of(PlanSection.LOCAL_BASIS)),
        "reduction": total.reduction is not None and total.poor_closing is not None,
        "ethnic_minority_reduction": bool(total.ethnic_minority_reduction),
        "near_poor_reduction": bool(total.near_poor_reduction),
        "income_target": contents.plan.income_target_vnd is not None,
        "services": bool(contents.plan.services),
        "indicators": bool(contents.indicators),
        "committee": bool(contents.committee),
    }
    return {f"has_{name}": held for name, held in facts.items()} | {
        f"lacks_{name}": not held for name, held in facts.items()
    }


def count_figure(name: str, count: int | None, **arguments: str) -> Figure:
    """Bind a count."""
    return Figure(name, "" if count is None else format_count(count), count, tuple(sorted(arguments.items())))


def rate_figure(name: str, rate: Decimal | None, **arguments: str) -> Figure:
    """Bind a rate in percent with both decimals."""
    return Figure(name, "" if rate is None else format_rate(rate), rate, tuple(sorted(arguments.items())))


def _words(contents: PlanContents) -> dict[str, Inline]:
    unit, office, profile, year = contents.unit, contents.office, contents.profile, contents.grid.year
    member = contents.member_word
    words = {
        "office_name": unit.name,
        "office_name_inside": office.name_inside_sentence,
        "kind_word": unit.kind_word or "địa phương",
        "place_name": unit.place_name,
        "committee_name": office.short_name,
        "committee_full_name": office.full_name,
        "receiving_office": unit.receiving_office or "UBND cấp trên",
        "member_word": member,
        "member_word_capitals": member.upper(),
        "member_word_heading": capitalised(member),
        "borders": _borders(profile),
        "centre_name": profile.centre_name,
        "forest_share": profile.forest_share,
        "ethnic_shares": "; ".join(
            f"{share.group} chiếm {format_amount(share.percent)}%" for share in profile.ethnic_shares
        ),
        "religion_name": profile.religion_name,
        "religion_villages": profile.religion_villages,
        "difficulties": profile.difficulties.rstrip(". "),
        "year": str(year),
        "previous_year": str(year - 1),
    }
    return {name: Text(word) for name, word in words.items()}


def _figures(contents: PlanContents) -> dict[str, Inline]:
    total, profile, year = contents.grid.total, contents.profile, str(contents.grid.year)
    highest, lowest = _extremes(contents.grid)
    counts = {
        "households": total.households,
        "people": contents.people,
        "poor_opening": total.poor_opening,
        "poor_people": contents.poor_people,
        "near_poor": contents.near_poor,
        "near_poor_people": contents.near_poor_people,
        "reduction": total.reduction,
        "poor_closing": total.poor_closing,
        "ethnic_minority_reduction": total.ethnic_minority_reduction,
        "near_poor_reduction": total.near_poor_reduction,
        "religion_people": profile.religion_people,
        "income_target": contents.plan.income_target_vnd,
    }
    rates = {
        "poor_rate_opening": total.poor_rate_opening,
        "reduction_rate": total.reduction_rate,
        "poor_rate_closing": total.poor_rate_closing,
        "highest_rate": highest.poor_rate_opening if highest else None,
        "lowest_rate": lowest.poor_rate_opening if lowest else None,
    }
    amounts = {"natural_area": profile.natural_area_ha, "distance": profile.distance_to_centre_km}
    villages = len(contents.grid.rows)
    return {
        **{name: count_figure(name, count, year=year) for name, count in counts.items()},
        **{name: rate_figure(name, rate, year=year) for name, rate in rates.items()},
        **{
            name: Figure(name, "" if amount is None else format_amount(amount), amount, (("year", year),))
            for name, amount in amounts.items()
        },
        "village_count": Figure("village_count", format_small_count(villages), villages, (("year", year),)),
        "highest_village": Text(inside_sentence(highest.village) if highest else ""),
        "lowest_village": Text(inside_sentence(lowest.village) if lowest else ""),
    }


def _extremes(grid: TargetGrid) -> tuple[TargetRow | None, TargetRow | None]:
    rated = [(row.poor_rate_opening, row) for row in grid.rows if row.poor_rate_opening is not None]
    if not rated:
        return None, None
    return max(rated, key=lambda pair: pair[0])[1], min(rated, key=lambda pair: pair[0])[1]


def _borders(profile: CommuneProfile) -> str:
    """Name the neighbours, sides with the same neighbour together."""
    sides: dict[str, list[str]] = {}
    for name, side in _BORDERS:
        neighbour = getattr(profile, name)
        if neighbour:
            sides.setdefault(neighbour, []).append(side)
    return "; ".join(f"{_joined(names)} giáp {neighbour}" for neighbour, names in sides.items())


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} và {names[-1]}"


_NOTHING_KNOWN = PlanContents(
    unit=Unit("", "", AreaType.RURAL),
    profile=CommuneProfile(0),
    plan=ReductionPlan(0),
    grid=TargetGrid(0, ()),
    people=None,
    poor_people=None,
    near_poor=None,
    near_poor_people=None,
    legal_bases=(),
)
TEMPLATE_NAMES = frozenset(plan_inlines(_NOTHING_KNOWN))
"""Every name a template may put in braces."""
TEMPLATE_CONDITIONS = frozenset(plan_conditions(_NOTHING_KNOWN))
"""Every condition a template may ask."""
