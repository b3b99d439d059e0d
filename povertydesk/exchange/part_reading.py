"""Reading one XML part of a workbook package, with the byte at which every element begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
"""The names under which Excel writes the elements of a workbook, and the ones of the strict variant."""

_START_TAG = re.compile(rb"<[^\s/>\"'\0]+(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")
_ATTRIBUTE = re.compile(rb"\s+([^\s=/>]+)\s*=\s*(\"[^\"]*\"|'[^']*')")


class DamagedPartError(Exception):
    """A part that is no XML, or has declarations that no workbook has."""


def read_part(
    data: bytes,
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
    at: Callable[[int], None] | None = None,
) -> None:
    """Read a part from beginning to end; elements are named `namespace name`.

    `at` is told the place of each element before `start`, and of each end before `end`. What comes from outside may
    declare no entities, so none is ever expanded.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_declarations

    def started(tag: str, given: Mapping[str, str]) -> None:
        if at is not None:
            at(parser.CurrentByteIndex)
        start(tag, given)

    def ended(tag: str) -> None:
        if at is not None:
            at(parser.CurrentByteIndex)
        if end is not None:
            end(tag)

    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise DamagedPartError from error


def start_tag(data: bytes, begin: int) -> bytes:
    """Return the tag that begins at a byte, up to its closing bracket."""
    found = _START_TAG.match(data, begin)
    if found is None:
        # Two bytes a letter: nothing that Excel writes.
        raise DamagedPartError
    return found[0]


def closed_in_itself(tag: bytes) -> bool:
    """Say whether a tag is a whole element: `<c r="A1"/>`."""
    return tag.endswith(b"/>")


def attributes(tag: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Return the attributes of a tag as they are written: their name, and everything with the blank before."""
    for found in _ATTRIBUTE.finditer(tag):
        yield found[1], found[0]


def with_attribute(tag: bytes, name: bytes, value: bytes) -> bytes:
    """Return a tag in which one attribute has another value."""
    written = b" " + name + b'="' + value + b'"'
    present = next((whole for given, whole in attributes(tag) if given == name), None)
    if present is not None:
        return tag.replace(present, written, 1)
    ending = b"/>" if closed_in_itself(tag) else b">"
    return tag[: -len(ending)].rstrip() + written + ending


def _refuse_declarations(*_declared: object) -> None:
    raise DamagedPartError
