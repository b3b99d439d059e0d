from __future__ import annotations

import datetime

from povertydesk.poverty.review import RoundKind
from povertydesk.store import file_years, rounds
from povertydesk.store.authorship import Authorship
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.operations import operation


def test_work_goes_on_in_the_latest_year_whose_round_is_open(cam_long: DeskFile, author: Authorship) -> None:
    engine = cam_long.engine
    assert file_years.latest_open_year(engine) is None
    keys = {}
    with operation(engine, author, "open-round") as writer:
        for year in (2023, 2024):
            opened = datetime.date(year, 9, 1)
            keys[year] = rounds.open_round(writer, year, RoundKind.ANNUAL, "2022-2026", opened)
    assert file_years.list_years(engine)[:2] == (2024, 2023)
    for year, left in ((2024, 2023), (2023, None)):
        with operation(engine, author, "seal-round") as writer:
            writer.update("review_round", keys[year], {"closed_on": f"{year}-12-14"})
        assert file_years.latest_open_year(engine) == left
