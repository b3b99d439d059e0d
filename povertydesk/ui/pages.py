"""The pages of the rail by their keys, each loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.ui.targets.page import TargetsPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from povertydesk.ui.main_window import MainWindow
    from povertydesk.ui.preferences import Preferences
    from povertydesk.ui.session import Session

OVERVIEW, HOUSEHOLDS, REVIEWS, TARGETS = "overview", "households", "reviews", TargetsPage.key
PLAN, TABLES, SETTINGS = "plan", "tables", "settings"
HOUSEHOLD_IMPORT = "household_import"
"""A page without a place on the rail: it is reached from the registry and from the menu of files."""
COURSE = "course"
"""Another one: it is reached from tables 2 and 3 and from the overview's charts of the course."""
TEMPLATE_FILL = "template_fill"
"""Another one: it is reached from the official tables."""


def make_page(key: str, session: Session, preferences: Preferences, window: MainWindow) -> QWidget:
    """Make a page and connect what it wants of the window."""
    match key:
        case "overview":
            from povertydesk.ui.overview.page import OverviewPage  # noqa: PLC0415 - made when first asked for

            overview = OverviewPage(session)
            overview.page_wanted.connect(window.show_page)
            overview.course_wanted.connect(window.show_course)
            return overview
        case "households":
            from povertydesk.ui.registry.page import HouseholdsPage  # noqa: PLC0415 - made when first asked for

            registry = HouseholdsPage(session)
            registry.import_wanted.connect(window.import_households)
            registry.paper_wanted.connect(window.print_year)
            return registry
        case "reviews":
            from povertydesk.ui.review.round_page import RoundPage  # noqa: PLC0415 - made when first asked for

            return RoundPage(session, preferences)
        case "plan":
            from povertydesk.ui.plan.page import PlanPage  # noqa: PLC0415 - made when first asked for

            return PlanPage(session, preferences)
        case "tables":
            from povertydesk.ui.tables.page import TablesPage  # noqa: PLC0415 - made when first asked for

            tables = TablesPage(session)
            tables.household_wanted.connect(window.open_household)
            tables.course_wanted.connect(window.show_course)
            tables.template_wanted.connect(window.fill_template)
            return tables
        case "course":
            from povertydesk.ui.course.page import CoursePage  # noqa: PLC0415 - made when first asked for

            course = CoursePage(session)
            course.household_wanted.connect(window.open_household)
            course.table_wanted.connect(window.show_table)
            course.left.connect(window.leave_aside)
            return course
        case "settings":
            from povertydesk.ui.settings.page import SettingsPage  # noqa: PLC0415 - made when first asked for

            settings = SettingsPage(session, preferences)
            settings.language_chosen.connect(window.language_chosen)
            settings.officer_named.connect(window.officer_named)
            settings.restore_wanted.connect(window.restore_wanted)
            return settings
        case "household_import":
            from povertydesk.ui.household_import.page import HouseholdImportPage  # noqa: PLC0415 - as above

            importing = HouseholdImportPage(session, lambda: session.desk.path.parent)
            importing.done.connect(window.leave_aside)
            importing.writing.connect(window.wait_for_writing)
            return importing
        case "template_fill":
            from povertydesk.ui.template_fill.page import TemplateFillPage  # noqa: PLC0415 - made when first asked for

            filling = TemplateFillPage(session, preferences)
            filling.course_wanted.connect(window.show_course)
            filling.done.connect(window.leave_aside)
            return filling
        case _:
            return TargetsPage(session, preferences)
