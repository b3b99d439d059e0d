"""Commands on the program itself: self-test, bench."""

from __future__ import annotations

import click

from povertydesk.cli.terminal import DONE, REFUSED, Terminal, common
from povertydesk.poverty.problems import KnownError


@click.command("self-test")
@common()
def self_test(terminal: Terminal) -> int:
    """Examine the program on this PC: fonts, resources, law, a sample to a PDF."""
    from povertydesk.workflow.self_test import self_test as examine  # noqa: PLC0415 - loads what it examines

    failed = False
    for step in examine(terminal.program):
        name = terminal.messages.sentence(step.code)
        if step.error is None:
            terminal.say("self-test-passed", name=name)
        else:
            failed = True
            click.echo(f"{name}: {terminal.messages.of_error(step.error)}", err=True)
    return REFUSED if failed else DONE


@click.command()
@click.argument("name", required=False)
@click.option("--size", type=click.IntRange(1), help="How large, where the benchmark has sizes.")
@common(json_output=True)
def bench(terminal: Terminal, *, name: str | None, size: int | None) -> int:
    """Measure against a floor in the same run: all benchmarks, or one."""
    if name is not None and name not in terminal.benchmarks:
        raise KnownError("unknown-benchmark", name=name, names=", ".join(terminal.benchmarks))
    chosen = [name] if name is not None else list(terminal.benchmarks)
    results = [result for one in chosen for result in terminal.benchmarks[one](size)]
    if terminal.as_json:
        terminal.show_json({"results": results})
        return DONE
    for result in results:
        click.echo(
            f"{result['name']:<10} {result['size']:>8}  {result['seconds']:.3f} s / {result['floor_seconds']:.3f} s"
            f" = {result['ratio']:.2f}  {result['peak_mb']:.0f} MB  {result['note']}"
        )
    return DONE


COMMANDS = (self_test, bench)
