"""How the answer to a question is written: not answered, answered and "không biết" look like three things."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from povertydesk.poverty.official_text import format_amount
from povertydesk.poverty.questionnaire import UNKNOWN_DIGIT, ItemKind

if TYPE_CHECKING:
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.questionnaire import Item, Option
    from povertydesk.ui.theme import Theme

UNKNOWN_LINK = "unknown"
_GAP = "&nbsp;&nbsp; "
_MOST_IN_A_LINE = 4
"""Options that are read well beside each other; more of them stand under each other."""

_SHORT = 16
"""Letters of an option that still fits into a narrow cell unbroken."""


class AnswerState(NamedTuple):
    """What is shown of one question.

    `proposal` stands beside an unanswered question with the names it rests on, `last` is the answer of the round
    before. `applies` is None while another answer decides it; `because` names that answer. `cursor` is the option the
    arrow keys stand on.
    """

    item: Item
    answer: FormAnswer | None = None
    proposal: FormAnswer | None = None
    proposal_from: str = ""
    last: FormAnswer | None = None
    differs: bool = False
    applies: bool | None = True
    because: str = ""
    is_current: bool = False
    is_typing: bool = False
    cursor: str | None = None


class AnswerWords(QObject):
    """Writes answers in plain words and, with the colours of the screen, in a cell."""

    def of(self, item: Item, answer: FormAnswer | None) -> str:
        """Write an answer in words: `Không thiếu hụt`, `125`, `4 – 4 người`, `không biết`."""
        if answer is None:
            return self.tr("not answered")
        if answer.unknown:
            return self._unknown
        if answer.number is not None:
            number = format_amount(answer.number)
            bands = [one.text for one in item.options if one.code in (item.chosen(answer) or ())]
            return " – ".join([number, *bands])
        chosen = [one for one in item.options if one.code in answer.options]
        if not chosen:
            return self.tr("none of these")
        return " · ".join(one.text for one in chosen)

    @property
    def _unknown(self) -> str:
        return self.tr("don't know")

    def plain(self, state: AnswerState) -> str:
        """Say the state of a question in one line, for a screen reader."""
        if state.applies is False:
            return self._skipped(state)
        parts = [self.of(state.item, state.answer)]
        if state.answer is None and state.applies is None:
            parts = [self._waiting(state)]
        return " · ".join([*parts, *(words for words, _colour in self._remarks(state, None))])

    def rich(self, state: AnswerState, theme: Theme) -> str:
        """Write the cell of a question; the one that is worked at shows everything that may be chosen."""
        if state.applies is False:
            return _coloured(self._skipped(state), theme.muted)
        remarks = [_coloured(words, colour) for words, colour in self._remarks(state, theme)]
        kind = state.item.kind
        if state.is_current and kind is not ItemKind.NUMBER and not state.is_typing:
            return self._choices(state, theme) + "".join(_GAP + one for one in remarks)
        if kind is ItemKind.NUMBER or state.is_typing:
            if state.answer is not None and state.answer.unknown:
                remarks.insert(0, _coloured(f"/ {self._unknown}", theme.warning, bold=True))
                return _GAP.join(remarks)
            hint = [_coloured(self.tr("/ don't know"), theme.muted)] if state.is_current else []
            return _GAP.join([*remarks, *hint])
        return " · ".join([self._given(state, theme), *remarks])

    def _given(self, state: AnswerState, theme: Theme) -> str:
        if state.answer is None:
            words = self._waiting(state) if state.applies is None else self.tr("not answered")
            return _coloured(words, theme.muted)
        if state.answer.unknown:
            return _coloured(f"{UNKNOWN_DIGIT} {self._unknown}", theme.warning, bold=True)
        chosen = [one for one in state.item.options if one.code in state.answer.options]
        if not chosen:
            return f"<b>{escape(self.of(state.item, state.answer))}</b>"
        return " · ".join(f"<b>{_kept_together(one, theme)}</b>" for one in chosen)

    def _choices(self, state: AnswerState, theme: Theme) -> str:
        parts = []
        chosen = state.item.chosen(state.answer) or frozenset()
        for option in state.item.options:
            words = _kept_together(option, theme)
            if option.code in chosen:
                words = f"<b>{words}</b>"
            parts.append(self._link(option.code, words, theme, under=state.cursor == option.code))
        is_none = state.answer is not None and not state.answer.unknown and not chosen and state.answer.number is None
        if state.item.kind is ItemKind.MULTIPLE and all(one.digit != 0 for one in state.item.options):
            none = escape(self.tr("none of these")).replace(" ", "&nbsp;")
            words = f"{_digit(0, theme)}&nbsp;{none}"
            parts.append(self._link("", f"<b>{words}</b>" if is_none else words, theme, under=False))
        is_unknown = state.answer is not None and state.answer.unknown
        colour = theme.warning if is_unknown else theme.muted
        unknown = _coloured(self._unknown, colour, bold=is_unknown)
        words = f"{_digit(UNKNOWN_DIGIT, theme)}&nbsp;{unknown}"
        parts.append(self._link(UNKNOWN_LINK, words, theme, under=False))
        if state.item.kind is ItemKind.NUMBER_BAND:
            number = state.answer.number if state.answer is not None else None
            known = f"<b>{escape(format_amount(number))}</b> · " if number is not None else ""
            parts.append(known + _coloured(self.tr("F2 types the number"), theme.muted))
        return ("<br>" if len(state.item.options) > _MOST_IN_A_LINE else _GAP).join(parts)

    def _link(self, target: str, words: str, theme: Theme, *, under: bool) -> str:
        line = "underline" if under else "none"
        return f'<a href="#{target}" style="color:{theme.text};text-decoration:{line}">{words}</a>'

    def _remarks(self, state: AnswerState, theme: Theme | None) -> list[tuple[str, str]]:
        muted, warning, accent = (theme.muted, theme.warning, theme.accent) if theme else ("", "", "")
        found = []
        if state.answer is None and state.proposal is not None:
            words = self.tr("proposed from the members: {answer}")
            names = f" ({state.proposal_from})" if state.proposal_from else ""
            found.append((words.replace("{answer}", self.of(state.item, state.proposal)) + names, accent))
        if state.last is not None and (state.differs or state.answer is None):
            words = self.tr("last year: {answer}").replace("{answer}", self.of(state.item, state.last))
            found.append((words, warning if state.differs else muted))
        return found

    def _skipped(self, state: AnswerState) -> str:
        return self.tr("not asked: {reason}").replace("{reason}", state.because)

    def _waiting(self, state: AnswerState) -> str:
        return self.tr("waits for: {reason}").replace("{reason}", state.because)


def _kept_together(option: Option, theme: Theme) -> str:
    """Write an option so that its digit never stands at the end of a line; a short one does not break at all."""
    text = escape(option.text)
    if len(option.text) <= _SHORT:
        text = text.replace(" ", "&nbsp;")
    return text if option.digit is None else f"{_digit(option.digit, theme)}&nbsp;{text}"


def _digit(digit: int, theme: Theme) -> str:
    """Write a key so that it is told from a figure of the words behind it."""
    return f'<span style="color:{theme.accent}">{digit}</span>'


def _coloured(words: str, colour: str, *, bold: bool = False) -> str:
    weight = ";font-weight:600" if bold else ""
    written = escape(words)
    if len(words) <= _SHORT:
        written = written.replace(" ", "&nbsp;")
    return f'<span style="color:{colour}{weight}">{written}</span>'
