"""The deprivation of a commune or village as quiet bars: which indicators the poor households lack, and how deep."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from povertydesk.poverty.multidimensional import in_percent
from povertydesk.poverty.official_text import format_count, format_rate

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from povertydesk.workflow.deprivation_profile import YearProfile

_GAP = 8
_SHORTEST_FULL_BAR = 56
_BAR_SHARE_OF_LINE = 0.56


class Bar(NamedTuple):
    """One indicator: its name, the share of households deprived (0 to 1), and the figure written behind the bar."""

    name: str
    share: float
    label: str


class ProfileBars(QWidget):
    """Draws the bars; every bar bears its own figure, so that it reads in grey and without a scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Draw nothing yet."""
        super().__init__(parent)
        self.bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Draw these bars, from top to bottom."""
        self.bars = bars
        self.setAccessibleDescription("; ".join(f"{bar.name}: {bar.label}" for bar in bars))
        self.setToolTip("\n".join(f"{bar.name}: {bar.label}" for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Take a line for each bar."""
        return QSize(320, self._line_height * len(self.bars))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Never be lower than the bars."""
        return QSize(220, self._line_height * len(self.bars))

    @property
    def _line_height(self) -> int:
        return self.fontMetrics().height() + 4

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw name, bar and figure of each line."""
        painter = QPainter(self)
        metrics, palette, height = self.fontMetrics(), self.palette(), self._line_height
        widest = max((metrics.horizontalAdvance(bar.label) for bar in self.bars), default=0)
        longest = max((metrics.horizontalAdvance(bar.name) for bar in self.bars), default=0)
        names = min(longest + _GAP, self.width() - widest - 2 * _GAP - _SHORTEST_FULL_BAR)
        room = max(0, self.width() - names - widest - 2 * _GAP)
        for place, bar in enumerate(self.bars):
            top = place * height
            name = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, names - _GAP)
            painter.setPen(palette.text().color())
            painter.drawText(0, top, names - _GAP, height, Qt.AlignmentFlag.AlignVCenter, name)
            thickness = height * _BAR_SHARE_OF_LINE
            length = room * bar.share
            painter.fillRect(QRectF(names, top + (height - thickness) / 2, length, thickness), palette.highlight())
            left = int(names + length + _GAP)
            painter.drawText(left, top, self.width() - left, height, Qt.AlignmentFlag.AlignVCenter, bar.label)
        painter.end()


class ProfileCard(QFrame):
    """The deprivation of a place in a year: headcount and depth in a sentence, indicators as bars, the base below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.bars = ProfileBars()
        self.base = QLabel()
        self.base.setProperty("role", "muted")
        self.base.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(6)
        for widget in (self.heading, self.summary, self.bars, self.base):
            layout.addWidget(widget)
        layout.addStretch()
        self.show_profile(None)

    def show_waiting(self) -> None:
        """Say that the figures are being worked out."""
        self.heading.setText(self.tr("Deprivation"))
        self.summary.setText(self.tr("Calculating…"))
        self.bars.show_bars(())
        self.base.hide()

    def show_profile(self, profile: YearProfile | None, village: str | None = None) -> None:
        """Show the deprivation of a village, or of the commune where none is named; None where nothing was reviewed."""
        if profile is None:
            self.heading.setText(self.tr("Deprivation"))
            self.summary.setText(self.tr("No household was reviewed yet. The indicators will stand here."))
            self.bars.show_bars(())
            self.base.hide()
            return
        places = [one.village for one in profile.households]
        place = places.index(village) if village in places else len(places) - 1
        measure, table = profile.households[place], profile.poor[place]
        self.heading.setText(
            self.tr("Deprivation of poor households: {place}").format(place=village or self.tr("commune"))
        )
        shares = [in_percent(one) for one in (measure.headcount, measure.intensity, measure.adjusted_headcount)]
        headcount, intensity, adjusted = ("…" if one is None else f"{format_rate(one)}%" for one in shares)
        self.summary.setText(
            self.tr("{poor} poor households · poverty rate H {h} · intensity A {a} · adjusted rate M0 {m}").format(
                poor=format_count(measure.poor), h=headcount, a=intensity, m=adjusted
            )
        )
        names = profile.indicator_names
        bars = []
        for code, count in sorted(table.deprived.items(), key=lambda pair: -pair[1]):
            rate = table.rate(code)
            written = "" if rate is None else f" ({format_rate(rate)}%)"
            share = count / table.households if table.households else 0.0
            bars.append(Bar(names[code], share, f"{format_count(count)}{written}"))
        self.bars.show_bars(tuple(bars))
        self.base.setText(self._base(measure.residents, measure.not_reviewed))
        self.base.show()

    def _base(self, residents: int | None, not_reviewed: int | None) -> str:
        if residents is None or not_reviewed is None:
            return self.tr("Rates need the resident households of every village.")
        return self.tr(
            "Base: {residents} resident households; {others} not reviewed count as not poor. "
            "Shares of the bars are of the poor households."
        ).format(residents=format_count(residents), others=format_count(not_reviewed))
