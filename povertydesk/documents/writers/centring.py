"""Breaking the centred lines of titles: lines of like length, broken before a word that opens a phrase.

A subject of a paper is read at a glance, so `giảm nghèo bền / vững` is worse than a line a little shorter.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.documents.writers.lines import Line, Ruler, Word

_PHRASE_OPENERS = frozenset(
    ("của", "cho", "đến", "để", "đối", "giai", "năm", "tại", "theo", "thuộc", "trên", "trong", "từ", "và", "về", "với")
)
_BROKEN_PHRASE = 0.15
"""What a break inside a phrase costs, as the share of a line left empty that is as bad (squared)."""


def centred_lines(ruler: Ruler, words: Sequence[Word], size: float, width: float) -> list[Line]:
    """Break centred words into as few lines as greedy filling needs, at the best places."""
    greedy = ruler.lines(words, size, width)
    room = width / size
    if len(greedy) < 2 or any(word.width > room for word in words):
        return greedy
    # best[n][i]: the cost of setting the first i words in n lines, and where the last of these lines begins.
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in greedy:
        costs: dict[int, tuple[float, int]] = {}
        for begin, (cost_before, _) in best[-1].items():
            line_width = -ruler.space
            for end in range(begin + 1, len(words) + 1):
                line_width += ruler.space + words[end - 1].width
                if line_width > room:
                    break
                opens = end == len(words) or _opens_phrase(words[end])
                cost = cost_before + (1 - line_width / room) ** 2 + (0.0 if opens else _BROKEN_PHRASE)
                if end not in costs or cost < costs[end][0]:
                    costs[end] = (cost, begin)
        best.append(costs)
    ends = [len(words)]
    for costs in best[:0:-1]:
        ends.append(costs[ends[-1]][1])
    ends.reverse()
    return [ruler.line(words[begin:end], size) for begin, end in itertools.pairwise(ends)]


def _opens_phrase(word: Word) -> bool:
    text = word.pieces[0].text
    return text in _PHRASE_OPENERS or text[0] in "(–-"
