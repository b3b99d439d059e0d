"""Commands on one household: explain."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from povertydesk.cli.terminal import DONE, FILE, YEAR, Terminal, common
from povertydesk.workflow.explain_household import explain_household, find_by_code
from povertydesk.workflow.explanation_words import explanation_words, reason_words

if TYPE_CHECKING:
    from povertydesk.legislation.form_judging import WouldChange
    from povertydesk.poverty.status import Classification
    from povertydesk.workflow.explain_household import Explanation


@click.command()
@FILE
@click.option("--household", "code", required=True, help="The code of the household.")
@YEAR
@click.option("--standard", help="The id of another standard to hold the answers against.")
@click.option("--village", help="The village, where several have a household of that code.")
@common(json_output=True)
def explain(terminal: Terminal, *, file: Path, code: str, year: int, standard: str | None, village: str | None) -> int:
    """Say why a household is poor, near-poor or neither: points, lines, articles, what would change the result."""
    with terminal.opened(file, read_only=True) as desk:
        household = find_by_code(desk, code, village)
        explanation = explain_household(desk, year, household, standard)
        if terminal.as_json:
            terminal.show_json(_document(terminal, explanation))
        else:
            for line in explanation_words(explanation, terminal.messages).lines():
                click.echo(line)
    return DONE


def _document(terminal: Terminal, explanation: Explanation) -> dict[str, Any]:
    law, result, changes = explanation.law, explanation.result, explanation.would_change
    words = explanation_words(explanation, terminal.messages)
    refusal = result.judged.refusal
    return {
        "household": explanation.household.code,
        "head": explanation.household.head_name,
        "village": explanation.village.name,
        "year": law.round.year,
        "round": law.round.kind.value,
        "sealed": result.sealed,
        "ruleset": law.standard.id,
        "standard": law.standard.title,
        "area": explanation.area.value,
        **explanation.points._asdict(),
        "income_per_person_vnd": result.judged.review.income_per_person_vnd,
        "deprived": list(explanation.deprived),
        "unanswered": list(explanation.unanswered),
        "missing": list(explanation.missing),
        "status": result.status.value,
        "declared_status": result.kept.declared_status,
        "reasons": _reasons(terminal, explanation, explanation.national),
        "would_change": _changes(changes.national) if changes else None,
        "local": None
        if explanation.local is None
        else {
            "ruleset": explanation.local.ruleset,
            "status": explanation.local.status.value,
            "reasons": _reasons(terminal, explanation, explanation.local),
            "would_change": _changes(changes.local) if changes and changes.local else None,
        },
        "refusal": None if refusal is None else {"code": refusal.code, "message": terminal.messages.of_error(refusal)},
        "draft": explanation.draft,
        "practice": explanation.practice,
        "members": len(explanation.members),
        "answers": {
            item: {
                "options": sorted(answer.options),
                "number": None if answer.number is None else float(answer.number),
                "unknown": answer.unknown,
            }
            for item, answer in result.answers.items()
        },
        "sentences": list(words.lines()),
    }


def _reasons(
    terminal: Terminal, explanation: Explanation, classification: Classification | None
) -> list[dict[str, Any]]:
    found = []
    for reason in classification.reasons if classification else ():
        words = reason_words(explanation, reason, terminal.messages)
        found.append(
            {
                "rule": reason.rule,
                "value": None if reason.value is None else int(reason.value),
                "line": None if reason.line is None else int(reason.line),
                "source": words.source,
                "verified": reason.verified,
                "message": words.sentence,
            }
        )
    return found


def _changes(changes: WouldChange) -> dict[str, Any]:
    return {
        "indicators": [
            {"indicator": one.indicator, "deprived": one.deprived, "status": one.status.value}
            for one in changes.indicators
        ],
        "counts": [{"difference": one.difference, "status": one.status.value} for one in changes.counts],
        "amounts": [
            {"measure": one.measure, "difference": one.difference, "status": one.status.value}
            for one in changes.amounts
        ],
        "possible": [status.value for status in changes.possible],
    }


COMMANDS = (explain,)
