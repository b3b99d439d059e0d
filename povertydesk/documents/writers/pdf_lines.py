"""Words into lines: measuring in the bundled faces, greedy breaking, and runs of one face with their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.documents.cell_text import figure_text
from povertydesk.documents.fonts import Face
from povertydesk.poverty.paper import Blank, Figure
from povertydesk.poverty.vietnamese import to_nfc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfbase.ttfonts import TTFont

    from povertydesk.documents.fonts import FontSet
    from povertydesk.poverty.paper import Inline

_BREAKING_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_NO_BREAK_SPACE = "\u00a0"


class Piece(NamedTuple):
    """An unbreakable stretch in one face; `width` is in parts of the type size."""

    text: str
    face: Face
    figure: Figure | None
    width: float


class Word(NamedTuple):
    """What stands between two spaces, one piece for each face in it."""

    pieces: tuple[Piece, ...]
    width: float


class Run(NamedTuple):
    """A stretch of a line in one face: where it begins, before justification, and how many spaces stand before it."""

    text: str
    face: Face
    figure: Figure | None
    x: float
    width: float
    spaces_before: int
    spaces: int


class Line(NamedTuple):
    """One line of runs with its natural width and the number of spaces that justification can stretch."""

    runs: tuple[Run, ...]
    width: float
    spaces: int


class _FaceWidths(dict[str, float]):
    """The widths of the words met so far in one face, at size 1."""

    def __init__(self, font: TTFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, text: str) -> float:
        width = self[text] = self._font.stringWidth(text, 1)
        return width


class Ruler:
    """Measures words once for each paper written: offices use the same few thousand words over and over."""

    def __init__(self, fonts: FontSet) -> None:
        self._faces = tuple(_FaceWidths(font) for font in fonts.faces)
        self.space = self._faces[Face.REGULAR][" "]

    def width(self, text: str, face: Face) -> float:
        """Return the width of a stretch of text at size 1."""
        return self._faces[face][text]

    def letters(self) -> str:
        """Return every letter measured so far."""
        return "".join(sorted({letter for face in self._faces for text in face for letter in text}))

    def words(self, content: Sequence[Inline], *, bold: bool = False, italic: bool = False) -> list[Word]:
        """Cut a sentence at its spaces; `bold` and `italic` hold for all of it, over what each inline says itself."""
        words: list[Word] = []
        open_pieces: list[Piece] = []

        def close() -> None:
            if open_pieces:
                words.append(Word(tuple(open_pieces), sum(piece.width for piece in open_pieces)))
                open_pieces.clear()

        for inline in content:
            if isinstance(inline, Blank):
                text = _NO_BREAK_SPACE * inline.width
                open_pieces.append(Piece(text, Face.REGULAR, None, self.width(text, Face.REGULAR)))
                continue
            figure = inline if isinstance(inline, Figure) else None
            text = to_nfc(inline.text if figure is None else figure_text(figure))
            face = Face.of(bold=bold or inline.bold, italic=italic or inline.italic)
            widths = self._faces[face]
            for place, stretch in enumerate(_BREAKING_SPACE.split(text)):
                if place:
                    close()
                if stretch:
                    open_pieces.append(Piece(stretch, face, figure, widths[stretch]))
        close()
        return words

    def split(self, word: Word, room: float) -> list[Word]:
        """Cut a word wider than `room` (at size 1) into parts that fit, at least one letter each."""
        parts: list[Word] = []
        pieces: list[Piece] = []
        used = 0.0
        for piece in word.pieces:
            start, width = 0, 0.0
            for place, letter in enumerate(piece.text):
                letter_width = self.width(letter, piece.face)
                if used + width + letter_width > room and (pieces or place > start):
                    if place > start:
                        pieces.append(Piece(piece.text[start:place], piece.face, piece.figure, width))
                    parts.append(Word(tuple(pieces), sum(part.width for part in pieces)))
                    pieces, used, start, width = [], 0.0, place, 0.0
                width += letter_width
            pieces.append(Piece(piece.text[start:], piece.face, piece.figure, width))
            used += width
        parts.append(Word(tuple(pieces), sum(part.width for part in pieces)))
        return parts

    def lines(self, words: Sequence[Word], size: float, width: float, first_indent: float = 0.0) -> list[Line]:
        """Fill lines of `width` greedily; only a word wider than the whole line is cut within itself."""
        lines: list[Line] = []
        room = (width - first_indent) / size
        full_room = width / size
        tolerance = 1e-6
        taken: list[Word] = []
        used = 0.0
        for whole in words:
            limit = full_room if taken else room
            parts = [whole] if whole.width <= limit + tolerance else self.split(whole, limit)
            for word in parts:
                needed = word.width if not taken else used + self.space + word.width
                if taken and (needed > room + tolerance or len(parts) > 1):
                    lines.append(self.line(taken, size))
                    taken, room, needed = [], full_room, word.width
                taken.append(word)
                used = needed
        if taken:
            lines.append(self.line(taken, size))
        return lines

    def line(self, words: Sequence[Word], size: float) -> Line:
        """Join words to one line; a space belongs to the words beside a figure, never to the figure."""
        runs: list[Run] = []
        text, face, figure = "", Face.REGULAR, None
        start = cursor = 0.0
        spaces = spaces_before = 0
        for place, word in enumerate(words):
            for part, piece in enumerate(word.pieces):
                gap = " " if place and not part else ""
                joins = bool(text) and figure is None and piece.figure is None and piece.face is face
                if not joins:
                    if gap and figure is None and text:
                        text, cursor, spaces, gap = text + gap, cursor + self.space, spaces + 1, ""
                    if text:
                        runs.append(_run(text, face, figure, start * size, cursor * size, spaces_before, spaces))
                    if gap and piece.figure is not None:
                        runs.append(
                            _run(" ", face, None, cursor * size, (cursor + self.space) * size, spaces, spaces + 1)
                        )
                        cursor, spaces, gap = cursor + self.space, spaces + 1, ""
                    text, face, figure, start, spaces_before = "", piece.face, piece.figure, cursor, spaces
                text += gap + piece.text
                cursor += piece.width + (self.space if gap else 0.0)
                spaces += len(gap) + piece.text.count(_NO_BREAK_SPACE)
        if text:
            runs.append(_run(text, face, figure, start * size, cursor * size, spaces_before, spaces))
        return Line(tuple(runs), cursor * size, spaces)


def _run(text: str, face: Face, figure: Figure | None, start: float, end: float, before: int, after: int) -> Run:
    return Run(text, face, figure, start, end - start, before, after - before)
