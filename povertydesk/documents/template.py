"""Texts of papers that an office may edit: words with `{names}`, and a fixed list of conditions.

There is no expression language: a name stands for a figure or a word of the records, a condition is true or false.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, TypeVar

import msgspec

from povertydesk.poverty.paper import CellKind, Figure, Inline, Text, plain_text
from povertydesk.poverty.plan import PlanSection
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import to_nfc

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_Template = TypeVar("_Template")

_SECTIONS_OF_LINES = frozenset(section.value for section in PlanSection)
_COLUMN_KINDS = frozenset(kind.value for kind in CellKind)

STYLES = ("body", "heading", "item", "point")
INSERTS = ("legal_bases", "own_lines", "services", "indicator_grid", "village_grid")
SERIAL, VILLAGE = "serial", "village"

_GRID_COLUMNS = frozenset(
    {
        SERIAL,
        VILLAGE,
        "households",
        "poor_opening",
        "poor_rate_opening",
        "near_poor_opening",
        "ethnic_minority_poor",
        "reduction",
        "reduction_rate",
        "ethnic_minority_reduction",
        "near_poor_reduction",
        "registered",
        "poor_closing",
        "poor_rate_closing",
    }
)


class TemplateBlock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One paragraph of a template, or a block the program makes; printed only if every condition holds."""

    text: str = ""
    style: str = "body"
    when: tuple[str, ...] = ()
    insert: str = ""
    lines: str = ""


class TemplateSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One part of a paper under a Roman number."""

    key: str
    title: str
    block: tuple[TemplateBlock, ...]


class PaperTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one kind of paper."""

    kind: str
    symbol: str
    subject: str
    closing: str
    recipients: tuple[str, ...]
    archive_word: str
    archive: str
    section: tuple[TemplateSection, ...]
    services: dict[str, str] = {}


class GridTemplateColumn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column of a grid; neighbours with the same group share a heading over them."""

    key: str
    title: str
    kind: str
    width: float
    group: str = ""
    number: str = ""
    when: str = ""


class GridTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The columns of one official grid, its caption inside a paper, and kind and subject where it is one of its own."""

    kind: str
    subject: str
    caption: str
    total: str
    column: tuple[GridTemplateColumn, ...]


def load_paper_template(path: Path, names: frozenset[str], conditions: frozenset[str]) -> PaperTemplate:
    """Read a paper's template and refuse one that names a figure or condition the program does not know."""
    template = decoded(path, PaperTemplate)
    texts = [template.subject, template.closing, *template.recipients]
    for section in template.section:
        texts.append(section.title)
        for block in section.block:
            texts.append(block.text)
            wrong = _wrong_part(block, conditions)
            if wrong is not None:
                raise KnownError("template-broken", file=path.name, detail=wrong or section.title)
    _require_names(path, texts, names)
    _require_names(path, list(template.services.values()), frozenset({"percent"}))
    return template


def load_grid_template(path: Path, names: frozenset[str], conditions: frozenset[str]) -> GridTemplate:
    """Read the columns of a grid and refuse unknown columns, names and conditions."""
    template = decoded(path, GridTemplate)
    for column in template.column:
        for part, known in (
            (column.key, column.key in _GRID_COLUMNS),
            (column.kind, column.kind in _COLUMN_KINDS),
            (column.when, not column.when or column.when in conditions),
            (column.title, column.width > 0),
        ):
            if not known:
                raise KnownError("template-broken", file=path.name, detail=part)
    texts = [text for column in template.column for text in (column.title, column.group)]
    _require_names(path, [template.caption, template.subject, *texts], names)
    return template


def fill(text: str, figures: Mapping[str, Inline], *, bold: bool = False, italic: bool = False) -> tuple[Inline, ...]:
    """Put figures and words into a text; figures stay nodes with their names."""
    content: list[Inline] = []
    for words, name, _, _ in string.Formatter().parse(text):
        if words:
            content.append(Text(words, bold=bold, italic=italic))
        if name is None:
            continue
        inline = figures[name]
        match inline:
            case Text():
                content.append(Text(inline.text, bold=bold, italic=italic))
            case Figure():
                content.append(
                    Figure(inline.name, inline.text, inline.value, inline.arguments, bold=bold, italic=italic)
                )
            case _:
                content.append(inline)
    return tuple(content)


def fill_words(text: str, figures: Mapping[str, Inline]) -> str:
    """Put figures and words into a text that is printed as plain words (a heading cell, a recipient)."""
    return plain_text(fill(text, figures))


def _wrong_part(block: TemplateBlock, conditions: frozenset[str]) -> str | None:
    """Return the wrong part of a block, empty where it has neither words nor an insert; None where all is right."""
    own_lines = block.insert == "own_lines"
    parts = (
        (block.style, block.style in STYLES),
        (block.insert, not block.insert or block.insert in INSERTS),
        (block.lines, block.lines in _SECTIONS_OF_LINES if own_lines else not block.lines),
        *((name, name in conditions) for name in block.when),
        (block.text, bool(block.text) != bool(block.insert)),
    )
    return next((part for part, known in parts if not known), None)


def decoded(path: Path, kind: type[_Template]) -> _Template:
    """Read a file of templates as records; refused as `template-broken` where it is not one."""
    try:
        return msgspec.toml.decode(to_nfc(path.read_text(encoding="utf-8")), type=kind)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise KnownError("template-broken", file=path.name, detail=str(error)) from error


def _require_names(path: Path, texts: list[str], names: frozenset[str]) -> None:
    for text in texts:
        try:
            used = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        except ValueError:
            raise KnownError("template-broken", file=path.name, detail=text[:40]) from None
        unknown = sorted(used - names)
        if unknown:
            raise KnownError("template-broken", file=path.name, detail="{" + unknown[0] + "}")
