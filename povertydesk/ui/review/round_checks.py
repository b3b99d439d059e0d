"""What is to be looked at in the round in hand: an outdated result over the board, the rest as a list under it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListView, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from povertydesk.poverty.problems import Severity
from povertydesk.ui.jobs import LatestJob
from povertydesk.ui.notices import NoticeLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from povertydesk.poverty.review import ReviewRound
    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.check_reviews import LocatedFinding
    from povertydesk.workflow.round_findings import RoundFindingsRead

_AFTER_PAINT_MILLISECONDS = 30
_MOST_SHOWN = 300
_SENTENCES_IN_SIGHT = 12
_ROOM_AROUND = 16
_OUTDATED, _OTHER_AREA = "results-not-up-to-date", "round-area-differs"


class FindingList(QFrame):
    """The sentences one below the other: Enter leads to the household or village of one, Esc goes back."""

    household_wanted = Signal(str)
    village_wanted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._found: Sequence[LocatedFinding] = ()
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.lines = QListWidget()
        self.lines.setAccessibleName(self.tr("To look at in this round"))
        self.lines.setWordWrap(True)
        self.lines.setResizeMode(QListView.ResizeMode.Adjust)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setMinimumHeight(1)
        self.lines.itemActivated.connect(lambda item: self._lead_to(self.lines.row(item)))
        self.setFocusProxy(self.lines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.lines, 1)
        self.hide()

    def show_findings(self, found: Sequence[LocatedFinding], sentences: Sequence[str]) -> None:
        """Show findings in these words, standing on the same line."""
        row = self.lines.currentRow()
        self._found = found
        words = self.tr("To look at in this round: {count} · Enter opens it · Esc back")
        self.heading.setText(words.replace("{count}", str(len(found))))
        self.lines.clear()
        for sentence in sentences[:_MOST_SHOWN]:
            self.lines.addItem(sentence)
        if len(sentences) > _MOST_SHOWN:
            rest = QListWidgetItem(self.tr("… and {count} more").replace("{count}", str(len(found) - _MOST_SHOWN)))
            rest.setFlags(Qt.ItemFlag.NoItemFlags)
            self.lines.addItem(rest)
        self.lines.setCurrentRow(min(max(row, 0), len(found) - 1))

    def fit(self, most: int) -> None:
        """Be as high as the sentences, and not higher than `most`."""
        heights = [self.lines.sizeHintForRow(row) for row in range(min(self.lines.count(), _SENTENCES_IN_SIGHT))]
        frame = self.heading.sizeHint().height() + 2 * self.lines.frameWidth() + _ROOM_AROUND
        self.setFixedHeight(min(most, sum(heights) + frame))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave the list by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lead_to(self, row: int) -> None:
        if not 0 <= row < len(self._found):
            return
        one = self._found[row]
        if one.household_id is not None:
            self.household_wanted.emit(one.household_id)
        elif one.village_id is not None:
            self.village_wanted.emit(one.village_id)


class RoundChecks(QObject):
    """Checks the round in hand after the paint and beside the window, so that the board never waits for it.

    `notice` belongs over the board, `button` and `list` under it. `counted` says how many things want a look, `listed`
    that the list came or went or has other sentences.
    """

    counted = Signal(int)
    listed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Check nothing yet."""
        super().__init__(parent)
        self._session = session
        self._round: ReviewRound | None = None
        self._listed = 0
        self.notice = NoticeLine()
        self.list = FindingList()
        self.button = QPushButton()
        self.button.setProperty("role", "link")
        self.button.setToolTip("Ctrl+L")
        self.button.clicked.connect(lambda _checked=False: self.bring())
        self.button.hide()
        self._waiting = QTimer(self, interval=_AFTER_PAINT_MILLISECONDS, singleShot=True)
        self._waiting.timeout.connect(self._read)
        self._job = LatestJob(self)
        self._job.finished.connect(self._show)
        self._job.failed.connect(_raise)

    def check(self, of_round: ReviewRound | None) -> None:
        """Check a round soon; without one there is nothing to look at."""
        other = of_round is None or self._round is None or of_round.id != self._round.id
        self._round = of_round
        self._job.drop()
        if other:
            self._show(())
        if of_round is None:
            self._waiting.stop()
        else:
            self._waiting.start()

    def bring(self) -> None:
        """Show the list and take the keys to it; nothing where there is nothing to look at."""
        if self._listed:
            self.list.show()
            self.listed.emit()
            self.list.setFocus()

    def put_away(self) -> None:
        """Hide the list."""
        self.list.hide()
        self.listed.emit()

    def stop(self) -> None:
        """Let what is being checked end: the file is being put away."""
        self._waiting.stop()
        self._job.wait()

    def _read(self) -> None:
        from povertydesk.workflow.round_findings import read_findings  # noqa: PLC0415 - no first paint needs it

        session, of_round = self._session, self._round
        if of_round is None:
            return
        read: RoundFindingsRead | None = session.attempt(lambda: read_findings(session.desk, of_round.id))
        if read is not None:
            self._job.start(read.findings)

    def _show(self, found: Sequence[LocatedFinding]) -> None:
        messages = self._session.messages
        self._say_outdated({one.finding.code: messages.of_finding(one.finding) for one in found if not one.village_id})
        by_place = [one for one in found if one.village_id is not None]
        sentences = [
            messages.of_located(one.finding._replace(place=one.finding.place._replace(year=None))) for one in by_place
        ]
        self.list.show_findings(by_place, sentences)
        self._listed = len(by_place)
        self.button.setText(self.tr("{count} to look at in this round").replace("{count}", str(self._listed)))
        self.button.setVisible(bool(by_place))
        if not by_place:
            self.list.hide()
        self.listed.emit()
        self.counted.emit(len(found))

    def _say_outdated(self, told: dict[str, str]) -> None:
        """Say over the board that stored results no longer are what the answers come to, and offer to mend it."""
        from povertydesk.workflow import judge_reviews  # noqa: PLC0415 - no first paint needs it

        of_round, desk = self._round, self._session.desk
        act, words = next(
            (
                (act, words)
                for code, act, words in (
                    (_OTHER_AREA, judge_reviews.follow_area, self.tr("Calculate by the present area")),
                    (_OUTDATED, judge_reviews.rejudge, self.tr("Calculate the results again")),
                )
                if code in told
            ),
            (None, ""),
        )
        if of_round is None or act is None:
            self.notice.clear()
            return
        sentence = "\n".join(told[code] for code in (_OTHER_AREA, _OUTDATED) if code in told)
        offered = "" if desk.read_only else words
        self.notice.say(sentence, Severity.WARNING, offered, partial(self._mend, partial(act, desk, of_round.id)))

    def _mend(self, task: partial[Changes]) -> None:
        self._session.write(task)


def _raise(error: BaseException) -> None:
    raise error
