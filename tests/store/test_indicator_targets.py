from __future__ import annotations

from decimal import Decimal

from povertydesk.poverty.indicator_target import Indicator, IndicatorUnit
from povertydesk.store.authorship import Authorship
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.indicator_targets import IndicatorEntry, list_entries, write_entry
from povertydesk.store.operations import operation

JOBS = Indicator("jobs", "Việc làm mới", IndicatorUnit.COUNT)
SHARE = Indicator("farm_labour_share", "Lao động nông nghiệp", IndicatorUnit.PERCENT, falling=True)


def test_amounts_are_kept_to_the_digit_and_one_by_one(desk: DeskFile, author: Authorship) -> None:
    engine = desk.engine
    with operation(engine, author, "set-indicators") as writer:
        write_entry(engine, writer, 2023, JOBS, {"target": Decimal(108)})
        write_entry(engine, writer, 2023, SHARE, {"base": Decimal("26.15"), "actual": None})
        write_entry(engine, writer, 2023, JOBS, {"actual": Decimal(110)})
    assert list_entries(engine, 2023) == (
        IndicatorEntry("jobs", IndicatorUnit.COUNT, None, Decimal(108), Decimal(110)),
        IndicatorEntry("farm_labour_share", IndicatorUnit.PERCENT, Decimal("26.15"), None, None),
    )
    assert str(list_entries(engine, 2023)[1].base) == "26.15"
    assert list_entries(engine, 2024) == ()
