"""What all commands share: how they speak, in which language, and with which exit code they end."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.language import DEFAULT_LANGUAGE, LANGUAGES
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.official_text import format_count, format_rate
from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.workflow.back_up import damage_behind
from povertydesk.workflow.open_desk import open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from povertydesk.store.undo import PastOperation
    from povertydesk.workflow.desk import Desk, Program

DONE, DONE_WITH_FINDINGS, REFUSED, WRONG_USAGE, BUG = 0, 1, 2, 64, 70


@dataclass
class Terminal:
    """One run of the command line. `benchmarks` are handed in by the composition root."""

    program: Program
    messages_folder: Path
    benchmarks: dict[str, Callable[..., Any]]
    language: str = DEFAULT_LANGUAGE
    as_json: bool = False
    level: OfficeLevel = OfficeLevel.COMMUNE
    _loaded: dict[tuple[str, OfficeLevel], Messages] = field(default_factory=dict)

    @property
    def messages(self) -> Messages:
        """The sentences in the chosen language and the words of the office whose file was opened last."""
        if (self.language, self.level) not in self._loaded:
            spoken = Messages.load(self.messages_folder, self.language)
            self._loaded[self.language, self.level] = spoken.for_level(self.level)
        return self._loaded[self.language, self.level]

    def say(self, code: str, **values: Any) -> None:
        """Print a sentence, unless only JSON is asked for."""
        if not self.as_json:
            click.echo(self.messages.sentence(code, values))

    def show_json(self, document: Any) -> None:
        """Print the one JSON document of this run."""
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))

    def show_table(self, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Print rows under the names of their columns, numbers to the right; the last row is the total."""
        messages = self.messages
        headings = [_field_words(messages, column) for column in columns]
        lines = [tuple("" if cell is None else cell for cell in row) for row in rows]
        lines[-1] = (messages.sentence("total-line"), *lines[-1][1:])
        texts = [tuple(_shown(cell) for cell in row) for row in lines]
        widths = [max(len(text) for text in column) for column in zip(headings, *texts, strict=True)]
        click.echo("  ".join(title.ljust(width) for title, width in zip(headings, widths, strict=True)).rstrip())
        for row, written in zip(lines, texts, strict=True):
            cells = (
                text.ljust(width) if isinstance(cell, str) else text.rjust(width)
                for cell, text, width in zip(row, written, widths, strict=True)
            )
            click.echo("  ".join(cells).rstrip())

    def show_findings(self, findings: Iterable[Finding], *, to_stderr: bool = False) -> None:
        """Print findings, each with its place."""
        messages = self.messages
        for finding in findings:
            click.echo(messages.of_located(finding), err=to_stderr)

    def finding_json(self, finding: Finding) -> dict[str, Any]:
        """Return a finding as the contract has it."""
        messages = self.messages
        return {
            "code": finding.code,
            "severity": finding.severity.value,
            "place": messages.of_place(finding.place),
            "message": messages.of_finding(finding),
            "values": dict(finding.values),
        }

    def operation_words(self, operation: PastOperation) -> str:
        """Name an operation in words."""
        return self.messages.of_operation(operation.name, operation.named_values)

    @contextmanager
    def opened(self, file: Path, *, read_only: bool = False) -> Iterator[Desk]:
        """Open a file for the length of a command; what there is to say of the opening goes to stderr.

        Why it was opened for reading only is said once the command has ended, unless it was refused for that.
        """
        desk = open_desk(file, self.program, read_only=read_only)
        self.level = desk.unit.level
        because = [one for one in desk.notices if one is desk.read_only_because]
        try:
            self.show_findings([one for one in desk.notices if one not in because], to_stderr=True)
            yield desk
            self.show_findings(because, to_stderr=True)
        except KnownError as error:
            self.show_findings([one for one in because if one.code != error.code], to_stderr=True)
            raise
        except Exception as error:
            damage = damage_behind(desk)
            if damage is None:
                raise
            raise damage from error
        finally:
            desk.close()


def exit_code(findings: Iterable[Finding]) -> int:
    """Return 1 where something is worth a look, 0 where there are at most notes."""
    return DONE_WITH_FINDINGS if any(one.severity is not Severity.NOTE for one in findings) else DONE


def number(rate: Decimal | None) -> float | None:
    """Return a rate as a plain JSON number."""
    return None if rate is None else float(rate)


def common(*, json_output: bool = False) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Give a command its `--lang` and, where it has one, its `--json`, and hand it the terminal first."""

    def decorate(command: Callable[..., int]) -> Callable[..., int]:
        def run(terminal: Terminal, /, *, lang: str | None = None, as_json: bool = False, **arguments: Any) -> int:
            terminal.language = lang or terminal.language
            terminal.as_json = as_json
            return command(terminal, **arguments)

        functools.update_wrapper(run, command)
        spoken = click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the sentences.")
        decorated = spoken(click.pass_obj(run))
        if json_output:
            return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")(decorated)
        return decorated

    return decorate


class _GivenPath(click.Path):
    """A path as it was typed, made absolute, so that sentences name its folder."""

    def __init__(self) -> None:
        # Who may not read a file is told so by the task, not as wrong usage.
        super().__init__(readable=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        return Path(os.fsdecode(super().convert(value, param, ctx))).absolute()


PATH = _GivenPath()
FILE = click.argument("file", type=PATH)
YEAR = click.option("--year", type=click.IntRange(1900, 2999), required=True, help="The plan year.")


def _field_words(messages: Messages, field: str) -> str:
    code = f"field-{field.replace('_', '-')}"
    return messages.sentence(code) if code in messages.codes else field


def _shown(cell: Any) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, int):
        return format_count(cell)
    return format_rate(cell)
