"""Words into lines: measuring in the bundled faces, greedy breaking, and runs of one face with their places."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.documents.cell_text import NO_BREAK_SPACE, figure_text
from povertydesk.documents.fonts import Face
from povertydesk.poverty.paper import Blank, Figure
from povertydesk.poverty.vietnamese import to_nfc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfbase.ttfonts import TTFont

    from povertydesk.documents.fonts import FontSet
    from povertydesk.poverty.paper import Inline

_BREAKING_SPACE = re.compile(r"[ \t\r\n\f\v]+")


class Piece(NamedTuple):
    """An unbreakable stretch in one face; `width` is in parts of the type size."""

    text: str
    face: Face
    figure: Figure | None
    width: float


class Word(NamedTuple):
    """What stands between two spaces, one piece for each face in it; `face` is set where it is one piece of words."""

    pieces: tuple[Piece, ...]
    width: float
    face: Face | None


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


class _FaceWords(dict[str, Word]):
    """The words met so far in one face."""

    def __init__(self, font: TTFont, face: Face) -> None:
        super().__init__()
        self._font = font
        self._face = face

    def __missing__(self, text: str) -> Word:
        width = self._font.stringWidth(text, 1)
        word = self[text] = Word((Piece(text, self._face, None, width),), width, self._face)
        return word


class Ruler:
    """Measures words once for each paper written: offices use the same few thousand words over and over."""

    def __init__(self, fonts: FontSet) -> None:
        self._faces = tuple(_FaceWords(font, face) for font, face in zip(fonts.faces, Face, strict=True))
        self._spaces = tuple(words[" "].pieces[0] for words in self._faces)
        self.space = self._spaces[Face.REGULAR].width

    def width(self, text: str, face: Face) -> float:
        """Return the width of a stretch of text at size 1."""
        return self._faces[face][text].width

    def letters(self) -> str:
        """Return every letter measured so far."""
        return "".join(sorted({letter for face in self._faces for text in face for letter in text}))

    def words(self, content: Sequence[Inline], *, bold: bool = False, italic: bool = False) -> list[Word]:
        """Cut a sentence at its spaces; `bold` and `italic` hold for all of it, over what each inline says itself."""
        words: list[Word] = []
        glued = False
        for inline in content:
            if isinstance(inline, Blank):
                blank = NO_BREAK_SPACE * inline.width
                _append(words, self._faces[Face.REGULAR][blank], glued=glued)
                glued = True
                continue
            figure = inline if isinstance(inline, Figure) else None
            text = to_nfc(inline.text if figure is None else figure_text(figure))
            known = self._faces[Face.of(bold=bold or inline.bold, italic=italic or inline.italic)]
            for place, stretch in enumerate(_BREAKING_SPACE.split(text)):
                glued = glued and not place
                if stretch:
                    word = known[stretch]
                    _append(words, word if figure is None else _bound(word, figure), glued=glued)
                    glued = True
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
                    parts.append(_joined(pieces))
                    pieces, used, start, width = [], 0.0, place, 0.0
                width += letter_width
            pieces.append(Piece(piece.text[start:], piece.face, piece.figure, width))
            used += width
        parts.append(_joined(pieces))
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
        face = words[0].face
        if face is not None and all(word.face is face for word in words):
            text = " ".join([word.pieces[0].text for word in words])
            width = (sum([word.width for word in words]) + (len(words) - 1) * self.space) * size
            spaces = len(words) - 1 + text.count(NO_BREAK_SPACE)
            return Line((Run(text, face, None, 0.0, width, 0, spaces),), width, spaces)
        pieces = list(words[0].pieces)
        for word in words[1:]:
            before, after = pieces[-1], word.pieces[0]
            pieces.append(self._spaces[before.face if before.figure is None else after.face])
            pieces += word.pieces
        runs: list[Run] = []
        cursor, spaces = 0.0, 0
        for (face, figure), group in itertools.groupby(pieces, key=lambda piece: (piece.face, piece.figure)):
            stretch = list(group)
            text = "".join([piece.text for piece in stretch])
            width = sum([piece.width for piece in stretch]) * size
            stretched = text.count(" ") + text.count(NO_BREAK_SPACE)
            runs.append(Run(text, face, figure, cursor, width, spaces, stretched))
            cursor += width
            spaces += stretched
        return Line(tuple(runs), cursor, spaces)


def _append(words: list[Word], word: Word, *, glued: bool) -> None:
    """Add a word, or glue it to the last one where no space stands between."""
    if glued:
        words[-1] = _joined([*words[-1].pieces, *word.pieces])
    else:
        words.append(word)


def _bound(word: Word, figure: Figure) -> Word:
    piece = word.pieces[0]._replace(figure=figure)
    return Word((piece,), word.width, None)


def _joined(pieces: Sequence[Piece]) -> Word:
    only = pieces[0]
    face = only.face if len(pieces) == 1 and only.figure is None else None
    return Word(tuple(pieces), sum(piece.width for piece in pieces), face)
