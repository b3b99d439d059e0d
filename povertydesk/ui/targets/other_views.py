"""The views of the page Chỉ tiêu beside the villages, made when asked for, and the switch between all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from povertydesk.poverty.area import OfficeLevel
from povertydesk.ui.targets.view_switch import ViewSwitch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedLayout, QWidget

    from povertydesk.poverty.problems import Finding
    from povertydesk.ui.session import Session
    from povertydesk.ui.targets.committee import CommitteeView
    from povertydesk.ui.targets.indicators import IndicatorsView

    OtherView = IndicatorsView | CommitteeView

VILLAGES, INDICATORS, COMMITTEE = "villages", "indicators", "committee"
_OF_INDICATORS = frozenset({"indicator-target-worse-than-base", "indicator-result-missing", "indicator-target-missing"})
_OF_COMMITTEE = frozenset({"village-without-member", "helper-outside-term", "signer-not-in-committee"})


class OtherViews(QObject):
    """Holds the views that were made so far; `status` is the line at the foot of the window."""

    status = Signal(str)

    def __init__(self, session: Session, pages: QStackedLayout, beside: QWidget, page: QWidget) -> None:
        """Show views of a session's file among `pages` of a page; `beside` stands on the line of the switch."""
        super().__init__(page)
        commune = session.desk.unit.level is OfficeLevel.COMMUNE
        words = {
            VILLAGES: self.tr("By &village") if commune else self.tr("By commun&e"),
            INDICATORS: self.tr("By in&dicator, income"),
            COMMITTEE: self.tr("Stee&ring committee"),
        }
        self.switch = ViewSwitch(words, beside, page)
        self._session = session
        self._pages = pages
        self._made: dict[str, OtherView] = {}

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in one of the views and nowhere else."""
        return self.unsaved_view is not None

    @property
    def unsaved_view(self) -> str | None:
        """The key of the first view in which something stands and nowhere else."""
        return next((key for key, view in self._made.items() if view.has_unsaved), None)

    @property
    def in_front(self) -> OtherView | None:
        """The view that is shown, None where the villages are."""
        return next((view for view in self._made.values() if self._pages.currentWidget() is view), None)

    def named(self, key: str) -> OtherView:
        """Return a view, made when it is first asked for."""
        if key not in self._made:
            view = self._make(key)
            view.status.connect(self.status)
            self._made[key] = view
            self._pages.addWidget(view)
        return self._made[key]

    def show(self, key: str) -> None:
        """Bring a view to the front."""
        view = self.named(key)
        self._pages.setCurrentWidget(view)
        view.focus_first()

    def go_to(self, finding: Finding) -> None:
        """Wish for the view that a finding speaks of, and go to its cell there."""
        key = view_of(finding)
        if key is not None:
            self.switch.chosen.emit(key)
            self.named(key).go_to(finding)

    def commit_pending(self) -> None:
        """Keep what is being typed in them, and what could not be written before."""
        for view in self._made.values():
            view.commit_pending()

    def show_year(self) -> None:
        """Show the session's year in each."""
        for view in self._made.values():
            view.show_year()

    def stop(self) -> None:
        """Let what runs for them end."""
        for view in self._made.values():
            view.stop()

    def _make(self, key: str) -> OtherView:
        if key == COMMITTEE:
            from povertydesk.ui.targets.committee import CommitteeView  # noqa: PLC0415 - only when asked for

            return CommitteeView(self._session)
        from povertydesk.ui.targets.indicators import IndicatorsView  # noqa: PLC0415 - only when asked for

        return IndicatorsView(self._session)


def view_of(finding: Finding) -> str | None:
    """Return the key of the view that a finding speaks of, None where it speaks of villages or of the whole year."""
    if finding.code in _OF_INDICATORS:
        return INDICATORS
    return COMMITTEE if finding.code in _OF_COMMITTEE else None
