"""What is to be looked at in one round: read from the file in one go, worked out beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.store import rounds, villages
from povertydesk.workflow.check_reviews import LocatedFinding, area_findings, located_findings
from povertydesk.workflow.judge_reviews import read_round

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.area import AreaType
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.judge_reviews import RoundRead


class RoundFindingsRead(NamedTuple):
    """All that checking a round needs; `findings` may run beside the window."""

    round_read: RoundRead
    villages: Mapping[str, str]
    area: AreaType

    def findings(self) -> tuple[LocatedFinding, ...]:
        """Say what is to be looked at: what concerns the whole round first, then household by household."""
        of_round = self.round_read.law.round
        found = tuple(located_findings(self.round_read.judge().results, self.villages, of_round.year))
        whole = (LocatedFinding(one) for one in area_findings(of_round, self.area))
        return (*whole, *sorted(found, key=lambda one: one.village_id is not None))


def read_findings(desk: Desk, round_id: str) -> RoundFindingsRead:
    """Read what the findings of a round rest on; refused as judging it is, and with `round-not-found`."""
    of_round = rounds.read_round(desk.engine, round_id)
    names = {village.id: village.name for village in villages.list_villages(desk.engine)}
    return RoundFindingsRead(read_round(desk, of_round), names, desk.unit.area)
