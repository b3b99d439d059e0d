"""The charts of a year on pages of their own, to be printed or to go into a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk import paths
from povertydesk.documents.official_tables import reason_notes
from povertydesk.poverty.chart import WaterfallChart
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.paper import ChartBlock, Paper, Part, Text, Title
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow.overview import read_overview
from povertydesk.workflow.overview_charts import overview_charts
from povertydesk.workflow.year_course import read_course

if TYPE_CHECKING:
    from povertydesk.poverty.paper import Block
    from povertydesk.workflow.desk import Desk

OVERVIEW_PAPER = "overview"


def overview_paper(desk: Desk, year: int) -> Paper:
    """Put every chart that can be drawn of a year on paper, in the order of the page Tổng quan.

    What does not balance of the year's course has its written reason under the last chart of it. Refused where nothing
    can be drawn (`overview-empty`), where no law covers the year, and where the course contradicts itself without a
    reason (`overview-not-balanced`).
    """
    messages = Messages.load(paths.resources("messages"), "vi").for_level(desk.unit.level)
    overview = read_overview(desk, year)
    charts = overview_charts(overview, messages)
    if not charts:
        raise overview.refusal or KnownError("overview-empty", year=year)
    title = messages.sentence("overview-paper-title", {"year": year})
    head = Title(title, (Text(desk.unit.name),))
    blocks: list[Block] = [head, *(ChartBlock(chart) for chart in charts)]
    of_course = [place for place, chart in enumerate(charts, 1) if isinstance(chart, WaterfallChart)]
    if of_course:
        ledger = read_course(desk, year).ledger
        if ledger.unexplained:
            raise KnownError("overview-not-balanced", year=year, places=ledger.broken_places)
        blocks[of_course[-1] + 1 : of_course[-1] + 1] = reason_notes(ledger.reasons_in_force())
    return Paper(OVERVIEW_PAPER, f"{title} – {desk.unit.name}", (Part(tuple(blocks)),), author=desk.unit.name)
