"""What a form comes to, in words: result, totals against their lines, what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.official_text import format_amount
from povertydesk.poverty.questionnaire import SectionKind
from povertydesk.poverty.status import PovertyStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.legislation.form_judging import WouldChange
    from povertydesk.poverty.status import Classification, Reason, Source
    from povertydesk.workflow.review_form import OpenForm

_SIGNS = {"at-most": "≤", "above": ">", "at-least": "≥", "below": "<"}


class StandingWords(QObject):
    """Says where a form stands."""

    def status(self, status: PovertyStatus | None) -> str:
        """Name a status; "no result yet" where there is none."""
        names = {
            PovertyStatus.POOR: self.tr("Poor household"),
            PovertyStatus.NEAR_POOR: self.tr("Near-poor household"),
            PovertyStatus.AVERAGE_LIVING_STANDARD: self.tr("Household of average living standard"),
            PovertyStatus.NOT_POOR: self.tr("Household not poor"),
        }
        return names.get(status, self.tr("No result yet")) if status is not None else self.tr("No result yet")

    def missing(self, opened: OpenForm) -> str:
        """Say how many questions the result waits for, and what it may still become."""
        applies = opened.standing.applies
        asked = [code for code, item in opened.form.items.items() if item.required and applies[code] is not False]
        left = sum(code not in opened.answers for code in asked)
        unknown = sum(code in opened.answers and opened.answers[code].unknown for code in asked)
        parts = []
        if left == 1:
            parts.append(self.tr("One question is not answered yet."))
        elif left:
            parts.append(self.tr("{count} questions are not answered yet.").replace("{count}", str(left)))
        if unknown:
            parts.append(self.tr("{count} answered “don't know”.").replace("{count}", str(unknown)))
        possible = opened.standing.would_change.national.possible if opened.standing.would_change is not None else ()
        names = ", ".join(self.status(one).lower() for one in possible)
        if len(possible) == 1:
            parts.append(self.tr("Whatever they are, it will be: {names}.").replace("{names}", names))
        elif names:
            parts.append(self.tr("Still possible: {names}.").replace("{names}", names))
        return " ".join(parts)

    def checklist(self, opened: OpenForm) -> str:
        """Say whether Phiếu A leads on to Phiếu B; empty for a form without it, or whose rule is not known."""
        section = opened.form.section(SectionKind.CHECKLIST)
        if section is None or section.pass_count is None:
            return ""
        passes = section.passes(opened.answers)
        if passes is None:
            return self.tr("Sheet A: not known yet whether sheet B is to be filled in.")
        if passes:
            return self.tr("Sheet A: sheet B is to be filled in.")
        return self.tr("Sheet A: too few signs of poverty, sheet B need not be filled in.")

    def totals(self, opened: OpenForm) -> list[str]:
        """Write each total, against its line where the result rests on it."""
        standing = opened.standing
        compared = [
            one
            for one in (standing.national.reasons if standing.national else ())
            if one.rule.partition("-")[2] in _SIGNS and one.value is not None and one.line is not None
        ]
        lines = []
        for measure, kind, so_far, missing in (
            ("b1", SectionKind.B1, standing.b1_so_far, standing.b1_missing),
            ("b2", SectionKind.INDICATORS, standing.b2_so_far, standing.b2_missing),
        ):
            reasons = [self._against(one) for one in compared if one.rule.startswith(measure)]
            if reasons:
                lines += reasons
            elif so_far is not None and (not missing or standing.sections[kind].answered):
                left = self.tr(" · {count} questions left").replace("{count}", str(len(missing))) if missing else ""
                lines.append(f"{measure.upper()} {format_amount(so_far)}{left}")
        lines += [self._against(one) for one in compared if not one.rule.startswith(("b1", "b2"))]
        area = opened.law.area_of(opened.household)
        if lines:
            lines[0] += " · " + (self.tr("rural") if area is AreaType.RURAL else self.tr("urban"))
        return lines

    def sources(self, opened: OpenForm) -> str:
        """Name the instruments and articles a result rests on."""
        found = opened.standing.national
        if found is None or not found.reasons:
            return ""
        named = list(dict.fromkeys(self.source(opened, one.source) for one in found.reasons))
        words = self.tr("By: {sources}. F1 explains.").replace("{sources}", "; ".join(named))
        if not found.verified:
            words += " " + self.tr("Not held against the official text.")
        return words

    def source(self, opened: OpenForm, source: Source) -> str:
        """Name where a rule is written: instrument and article."""
        instrument = opened.law.legislation.instruments.get(source.instrument)
        named = f"{instrument.kind_word} {instrument.number}" if instrument is not None else source.instrument
        return f"{named}, {source.article}"

    def local(self, found: Classification) -> str:
        """Say the result under the province's own standard."""
        return self.tr("By the province's own standard: {status}").replace(
            "{status}", self.status(found.status).lower()
        )

    def changes(self, opened: OpenForm) -> str:
        """Say what would change the national result; empty where nothing near does."""
        would = opened.standing.would_change
        if would is None or would.national.status is PovertyStatus.UNCLASSIFIED:
            return ""
        return "\n".join(self._changes(opened, would.national))

    def _changes(self, opened: OpenForm, would: WouldChange) -> list[str]:
        lines = []
        for deprived in (False, True):
            for status in PovertyStatus:
                alone = [one for one in would.indicators if one.deprived is deprived and one.status is status]
                names = [opened.form.items[one.indicator].text.lower() for one in alone]
                if names:
                    lines.append(self._indicators(names, self.status(status).lower(), deprived=deprived))
        for amount in would.amounts:
            lines.append(self._amount(amount.measure, amount.difference, self.status(amount.status).lower()))
        for count in would.counts:
            words = (
                self.tr("{count} indicators more deprived would make it: {status}.")
                if count.difference > 0
                else self.tr("{count} indicators fewer deprived would make it: {status}.")
            )
            filled = words.replace("{count}", str(abs(count.difference)))
            lines.append(filled.replace("{status}", self.status(count.status).lower()))
        return lines

    def _indicators(self, names: Sequence[str], status: str, *, deprived: bool) -> str:
        if deprived and len(names) > 3:
            words = self.tr("Any one indicator more deprived would make it: {status}.")
        elif deprived:
            words = self.tr("Deprived in {names} too, it would be: {status}.")
        elif len(names) == 1:
            words = self.tr("No longer deprived in {names}, it would be: {status}.")
        else:
            words = self.tr("No longer deprived in any one of {names}, it would be: {status}.")
        return words.replace("{names}", ", ".join(names)).replace("{status}", status)

    def _amount(self, measure: str, difference: int, status: str) -> str:
        if measure == "b1":
            words = (
                self.tr("{amount} points of B1 more would make it: {status}.")
                if difference > 0
                else self.tr("{amount} points of B1 fewer would make it: {status}.")
            )
        else:
            words = (
                self.tr("An income {amount} đồng higher would make it: {status}.")
                if difference > 0
                else self.tr("An income {amount} đồng lower would make it: {status}.")
            )
        return words.replace("{amount}", format_amount(abs(difference))).replace("{status}", status)

    def _against(self, reason: Reason) -> str:
        measure, _, relation = reason.rule.partition("-")
        names = {
            "b1": "B1",
            "b2": "B2",
            "income": self.tr("Income"),
            "deprivations": self.tr("Deprived indicators"),
        }
        value, line = reason.value or 0, reason.line or 0
        words = f"{names[measure]} {format_amount(value)} {_SIGNS[relation]} {format_amount(line)}"
        doubt = self.tr("not verified")
        return words if reason.verified else f"{words} ({doubt})"
