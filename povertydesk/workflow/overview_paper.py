"""The charts of a year on pages of their own, to be printed or to go into a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk import paths
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.paper import ChartBlock, Paper, Part, Text, Title
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow.overview import read_overview
from povertydesk.workflow.overview_charts import overview_charts

if TYPE_CHECKING:
    from povertydesk.poverty.paper import Block
    from povertydesk.workflow.desk import Desk

OVERVIEW_PAPER = "overview"


def overview_paper(desk: Desk, year: int) -> Paper:
    """Put every chart that can be drawn of a year on paper, in the order of the page Tổng quan.

    Refused where nothing can be drawn (`overview-empty`), or where no law covers the year.
    """
    messages = Messages.load(paths.resources("messages"), "vi").for_level(desk.unit.level)
    overview = read_overview(desk, year)
    charts = overview_charts(overview, messages)
    if not charts:
        raise overview.refusal or KnownError("overview-empty", year=year)
    title = messages.sentence("overview-paper-title", {"year": year})
    head = Title(title, (Text(desk.unit.name),))
    blocks: tuple[Block, ...] = (head, *(ChartBlock(chart) for chart in charts))
    return Paper(OVERVIEW_PAPER, f"{title} – {desk.unit.name}", (Part(blocks),), author=desk.unit.name)
