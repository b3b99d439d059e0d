"""Reads a PDF back as PDFium shows it: lines of letters with their base line, size and face, and drawn rules."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True)
class PrintedLine:
    """Letters on one base line; y counts from the page's upper edge, in points."""

    text: str
    left: float
    right: float
    base: float
    size: float
    font: str
    lefts: tuple[float, ...]

    def left_of(self, words: str) -> float:
        """Return where these words begin."""
        return self.lefts[self.text.index(words)]

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class PrintedRule:
    """A straight rule; y counts from the page's upper edge."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def length(self) -> float:
        return abs(self.x1 - self.x0) + abs(self.y1 - self.y0)


@dataclass(frozen=True)
class PrintedPage:
    """One page read back."""

    width: float
    height: float
    text: str
    lines: tuple[PrintedLine, ...]
    rules: tuple[PrintedRule, ...]

    def line(self, words: str) -> PrintedLine:
        """Return the first line that holds these words."""
        return next(line for line in self.lines if words in line.text)

    def rule_below(self, line: PrintedLine) -> PrintedRule:
        """Return the first level rule below the middle of a line."""
        below = [rule for rule in self.horizontal_rules() if rule.y0 > line.base and rule.x0 < line.middle < rule.x1]
        return min(below, key=lambda rule: rule.y0)

    def column_edges(self) -> list[float]:
        """Return where the upright rules of a page's grid stand, left to right."""
        return sorted({round(rule.x0, 1) for rule in self.vertical_rules()})

    def horizontal_rules(self) -> list[PrintedRule]:
        return [rule for rule in self.rules if abs(rule.y0 - rule.y1) < 0.01]

    def vertical_rules(self) -> list[PrintedRule]:
        return [rule for rule in self.rules if abs(rule.x0 - rule.x1) < 0.01]


def read_pages(data: bytes) -> list[PrintedPage]:
    """Read every page."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_read_page(document[number]) for number in range(len(document))]
    finally:
        document.close()


def page_texts(data: bytes) -> list[str]:
    """Return the text of every page with plain line ends."""
    return [page.text for page in read_pages(data)]


def page_image(data: bytes, number: int, scale: float = 1.0) -> Image:
    """Return a page as a grey picture."""
    document = pypdfium2.PdfDocument(data)
    try:
        picture: Image = document[number - 1].render(scale=scale, grayscale=True).to_pil().convert("L")
        return picture
    finally:
        document.close()


def _read_page(page: pypdfium2.PdfPage) -> PrintedPage:
    width, height = page.get_size()
    text_page = page.get_textpage()
    text = text_page.get_text_range().replace("\r\n", "\n")
    letters = [_letter(text_page, place, height) for place in range(text_page.count_chars())]
    rules = [rule for item in page.get_objects() for rule in _rules(item, height)]
    text_page.close()
    return PrintedPage(width, height, text, tuple(_lines(letters)), tuple(rules))


@dataclass(frozen=True)
class _Letter:
    text: str
    left: float
    right: float
    base: float
    size: float
    font: str


def _letter(text_page: pypdfium2.PdfTextPage, place: int, height: float) -> _Letter:
    raw = pypdfium2.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text_page.raw, place, x, y)
    left, _, right, _ = text_page.get_charbox(place, loose=True)
    code = raw.FPDFText_GetUnicode(text_page.raw, place)
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(100)
    raw.FPDFText_GetFontInfo(text_page.raw, place, name, 100, flags)
    size = raw.FPDFText_GetFontSize(text_page.raw, place)
    return _Letter(chr(code), left, right, height - y.value, size, name.value.decode())


def _lines(letters: list[_Letter]) -> list[PrintedLine]:
    groups: list[list[_Letter]] = []
    for letter in letters:
        if letter.text in "\r\n\x00":
            groups.append([])
            continue
        if not groups or not groups[-1] or abs(groups[-1][-1].base - letter.base) > 0.5:
            groups.append([])
        groups[-1].append(letter)
    lines = []
    for group in groups:
        seen = [letter for letter in group if letter.text.strip()]
        if seen:
            text = "".join(letter.text for letter in group)
            lefts = tuple(letter.left for letter in group)
            left, right = min(letter.left for letter in seen), max(letter.right for letter in seen)
            first = seen[0]
            lines.append(PrintedLine(text, left, right, first.base, first.size, first.font, lefts))
    return lines


def _rules(item: pypdfium2.PdfObject, height: float) -> list[PrintedRule]:
    raw = pypdfium2.raw
    if item.type != raw.FPDF_PAGEOBJ_PATH:
        return []
    rules = []
    before = (0.0, 0.0)
    for place in range(raw.FPDFPath_CountSegments(item.raw)):
        segment = raw.FPDFPath_GetPathSegment(item.raw, place)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, height - y.value)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            rules.append(PrintedRule(*before, *point))
        before = point
    return rules
