"""A chart in its frame: title above, what its numbers rest on below, a button that copies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from povertydesk.ui.overview.chart_view import ChartView

if TYPE_CHECKING:
    from collections.abc import Callable

    from povertydesk.poverty.chart import Chart

_INSET = 6
"""What card and chart share of the margin: a chart draws its focus line around its own words."""


class ChartCard(QFrame):
    """One chart with its words; where there is nothing to draw, a sentence says what to do first."""

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title = QLabel()
        self.title.setProperty("role", "section")
        self.title.setWordWrap(True)
        self.view = ChartView()
        self.copy_button = QPushButton(self.tr("Copy"))
        self.copy_button.setProperty("role", "link")
        self.copy_button.setToolTip(self.tr("Copy the chart as a picture (Ctrl+C on the chart)"))
        self.copy_button.clicked.connect(lambda _checked=False: self.view.copy())
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.link = QPushButton()
        self.link.setProperty("role", "link")
        self._page = ""
        self.link.clicked.connect(lambda _checked=False: self.page_wanted.emit(self._page))
        self.details = QPushButton()
        self.details.setProperty("role", "link")
        for button in (self.copy_button, self.link, self.details):
            button.setAutoDefault(True)
        top = QHBoxLayout()
        top.setContentsMargins(_INSET, 0, _INSET, 0)
        self.note.setContentsMargins(_INSET, 0, _INSET, 0)
        top.addWidget(self.title, 1)
        top.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_INSET, 10, _INSET, 10)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.view)
        layout.addWidget(self.note)
        way = QHBoxLayout()
        way.setContentsMargins(_INSET - 4, 0, 0, 0)
        way.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        way.addWidget(self.details, 0, Qt.AlignmentFlag.AlignLeft)
        way.addStretch(1)
        layout.addLayout(way)
        layout.addStretch()

    def offer_details(self, words: str, act: Callable[[], None]) -> None:
        """Lead from the chart to what stands behind it, while there is one."""
        self.details.setText(words)
        self.details.clicked.connect(lambda _checked=False: act())

    def show_chart(self, chart: Chart) -> None:
        """Show a chart."""
        self.title.setText(chart.title)
        self.copy_button.setAccessibleName(self.tr("Copy the chart: {title}").replace("{title}", chart.title))
        self.note.setText(chart.note)
        self.note.setVisible(bool(chart.note))
        self.view.show_chart(chart)
        details = (self.details, bool(self.details.text()))
        for part, shown in ((self.view, True), (self.copy_button, True), (self.link, False), details):
            part.setVisible(shown)

    def show_empty(self, title: str, words: str, page: str = "", link: str = "") -> None:
        """Say what is missing, and lead to the page where it is entered."""
        self.title.setText(title)
        self.note.setText(words)
        self.note.show()
        self._page = page
        self.link.setText(link)
        for part, shown in (
            (self.view, False),
            (self.copy_button, False),
            (self.link, bool(page)),
            (self.details, False),
        ):
            part.setVisible(shown)
