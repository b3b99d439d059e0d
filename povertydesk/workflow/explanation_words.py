"""The sentences that explain a household's result, alike on screen, on the command line and on the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from povertydesk.legislation.form_judging import WouldChange
    from povertydesk.poverty.messages import Messages
    from povertydesk.poverty.status import Classification, PovertyStatus, Reason
    from povertydesk.workflow.explain_household import Explanation


class ReasonWords(NamedTuple):
    """One step of a judgement in words, the article it stands in, and whether that was checked."""

    sentence: str
    source: str
    verified: bool


class ResultWords(NamedTuple):
    """A result under one standard: the sentence, its reasons, and what would change it."""

    result: str
    reasons: tuple[ReasonWords, ...]
    changes: tuple[str, ...]


class ExplanationWords(NamedTuple):
    """Everything an explanation says; `warnings` stand first, `local` is None without an own standard."""

    household: str
    standard: str
    warnings: tuple[str, ...]
    national: ResultWords
    local: ResultWords | None
    indicators: tuple[str, ...]
    missing: str

    def lines(self) -> Iterator[str]:
        """Go through all sentences in the order in which they are read out."""
        yield self.household
        yield self.standard
        yield from self.warnings
        for part in (self.national, self.local):
            if part is None:
                continue
            yield part.result
            yield from (f"- {one.sentence} ({one.source})" for one in part.reasons)
            yield from (f"- {one}" for one in part.changes)
        yield from self.indicators
        if self.missing:
            yield self.missing


def status_words(status: PovertyStatus, messages: Messages) -> str:
    """Name a status inside a sentence: `hộ nghèo`."""
    return messages.sentence(f"status-word-{status.replace('_', '-')}")


def explanation_words(explanation: Explanation, messages: Messages) -> ExplanationWords:
    """Put an explanation into sentences."""
    result, law = explanation.result, explanation.law
    household = messages.sentence(
        "explain-household",
        {
            "household": explanation.household.code,
            "head": explanation.household.head_name,
            "village": explanation.village.name,
            "year": law.round.year,
        },
    )
    local = explanation.local
    changes, names = explanation.would_change, explanation.indicator_names
    return ExplanationWords(
        household=household,
        standard=messages.sentence("explain-standard", {"standard": law.standard.title}),
        warnings=tuple(_warnings(explanation, messages)),
        national=ResultWords(
            messages.sentence("explain-result", {"status": result.status.value}),
            _reasons(explanation, explanation.national, messages),
            tuple(change_words(changes.national, names, messages)) if changes else (),
        ),
        local=ResultWords(
            messages.sentence("explain-local-result", {"status": local.status.value}),
            _reasons(explanation, local, messages),
            tuple(change_words(changes.local, names, messages)) if changes and changes.local else (),
        )
        if local is not None
        else None,
        indicators=tuple(_indicators(explanation, messages)),
        missing=messages.sentence("explain-items-missing", {"count": len(explanation.missing)})
        if explanation.missing and not explanation.asked_anew
        else "",
    )


def reason_words(explanation: Explanation, reason: Reason, messages: Messages) -> ReasonWords:
    """Put one reason into words."""
    values = {
        "value": None if reason.value is None else int(reason.value),
        "line": None if reason.line is None else int(reason.line),
    }
    return ReasonWords(messages.sentence(reason.rule, values), explanation.source_words(reason.source), reason.verified)


def _reasons(
    explanation: Explanation, classification: Classification | None, messages: Messages
) -> tuple[ReasonWords, ...]:
    reasons = classification.reasons if classification else ()
    return tuple(reason_words(explanation, reason, messages) for reason in reasons)


def _warnings(explanation: Explanation, messages: Messages) -> Iterator[str]:
    result = explanation.result
    if explanation.practice:
        yield messages.sentence("explain-practice")
    elif explanation.draft:
        yield messages.sentence("explain-draft")
    if explanation.asked_anew:
        yield messages.sentence("judged-under-other-standard", {"standard": explanation.law.standard.title})
    if result.judged.refusal is not None:
        yield messages.of_error(result.judged.refusal)
    if result.kept.declared_status is not None:
        yield messages.sentence("explain-declared", {"status": result.kept.declared_status.value})
    national = explanation.national
    if result.sealed and national is not None and national.status is not result.status:
        yield messages.sentence("explain-sealed", {"status": result.status.value})


def _indicators(explanation: Explanation, messages: Messages) -> Iterator[str]:
    names = explanation.indicator_names
    if explanation.deprived:
        shown = "; ".join(names[code] for code in explanation.deprived)
        yield messages.sentence("explain-deprived", {"indicators": shown})
    elif not explanation.unanswered and explanation.points.b2 in {None, 0}:
        yield messages.sentence("explain-not-deprived")
    if explanation.unanswered:
        shown = "; ".join(names[code] for code in explanation.unanswered)
        yield messages.sentence("explain-indicators-missing", {"indicators": shown})


def change_words(changes: WouldChange, names: Mapping[str, str], messages: Messages) -> Iterator[str]:
    """Say each change that would turn a result, a sentence each; `names` are the indicators' by code."""
    for indicator in changes.indicators:
        code = "change-indicator-deprived" if indicator.deprived else "change-indicator-not-deprived"
        values = {"indicator": names[indicator.indicator], "status": indicator.status.value}
        yield messages.sentence(code, values)
    for count in changes.counts:
        code = "change-more-indicators" if count.difference > 0 else "change-fewer-indicators"
        yield messages.sentence(code, {"count": abs(count.difference), "status": count.status.value})
    for amount in changes.amounts:
        code = f"change-{amount.measure}-{'more' if amount.difference > 0 else 'less'}"
        yield messages.sentence(code, {"count": abs(amount.difference), "status": amount.status.value})
    if changes.possible:
        words = ", ".join(status_words(status, messages) for status in changes.possible)
        yield messages.sentence("change-possible", {"statuses": words})
