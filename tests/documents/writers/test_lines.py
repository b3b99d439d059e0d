from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.documents.fonts import VIETNAMESE_LETTERS, Face, load_fonts
from povertydesk.documents.writers.centring import centred_lines
from povertydesk.documents.writers.lines import Line, Ruler
from povertydesk.poverty.paper import Blank, Figure, Inline, Text

_WORDS = st.text(alphabet="abcxyzAB,.-" + VIETNAMESE_LETTERS + "  \n\t", max_size=60)
_INLINES = st.one_of(
    st.builds(Text, _WORDS, bold=st.booleans(), italic=st.booleans()),
    st.builds(lambda text: Figure("poor", text, Decimal(1)), st.sampled_from(("208", "1.518", "13,70", "1 518"))),
    st.builds(Blank, st.integers(1, 8)),
)
_CONTENTS = st.lists(_INLINES, min_size=1, max_size=6).map(tuple)


@pytest.fixture(scope="module")
def ruler() -> Ruler:
    return Ruler(load_fonts())


def _text(line: Line) -> str:
    return "".join(run.text for run in line.runs)


def _plain(content: tuple[Inline, ...]) -> str:
    return "".join("\u00a0" * part.width if isinstance(part, Blank) else part.text for part in content)


def _words(text: str) -> list[str]:
    return [word for word in text.replace("\n", " ").replace("\t", " ").split(" ") if word]


@given(content=_CONTENTS, width=st.floats(20, 600), indent=st.floats(0, 19), size=st.sampled_from((9, 11, 14)))
def test_no_letter_is_lost_and_no_line_too_wide(
    ruler: Ruler, content: tuple[Inline, ...], width: float, indent: float, size: int
) -> None:
    lines = ruler.lines(ruler.words(content), size, width, indent)
    assert "".join("".join(_words(_text(line))) for line in lines) == "".join(_words(_plain(content)))
    for place, line in enumerate(lines):
        room = width if place else width - indent
        assert line.width <= room + 0.01 or len(_text(line)) == 1


@given(content=_CONTENTS, size=st.sampled_from((9, 11, 14)))
def test_wide_lines_keep_every_word_whole(ruler: Ruler, content: tuple[Inline, ...], size: int) -> None:
    words = ruler.words(content)
    width = max((word.width for word in words), default=1.0) * size + 1
    lines = ruler.lines(words, size, width)
    assert [word for line in lines for word in _words(_text(line))] == _words(_plain(content))


@given(content=_CONTENTS)
def test_the_runs_of_a_line_stand_side_by_side(ruler: Ruler, content: tuple[Inline, ...]) -> None:
    for line in ruler.lines(ruler.words(content), 14, 300):
        cursor, spaces = 0.0, 0
        for run in line.runs:
            assert run.x == pytest.approx(cursor)
            assert run.spaces_before == spaces
            assert run.width == pytest.approx(sum(ruler.width(letter, run.face) for letter in run.text) * 14, abs=0.01)
            cursor, spaces = cursor + run.width, spaces + run.spaces
        assert cursor == pytest.approx(line.width)
        assert spaces == line.spaces == sum(_text(line).count(space) for space in " \u00a0")


def test_a_space_beside_a_figure_belongs_to_the_words(ruler: Ruler) -> None:
    figure = Figure("poor", "208", 208)
    (line,) = ruler.lines(ruler.words((Text("có "), figure, Text(" hộ,"), Figure("near_poor", "14", 14))), 14, 400)
    assert [(run.text, run.figure is not None) for run in line.runs] == [
        ("có ", False),
        ("208", True),
        (" hộ,", False),
        ("14", True),
    ]


def test_faces_of_a_paragraph_hold_over_those_of_its_words(ruler: Ruler) -> None:
    (word, other) = ruler.words((Text("Căn cứ", bold=True),), italic=True)
    assert word.face is other.face is Face.BOLD_ITALIC


def test_decomposed_letters_are_composed(ruler: Ruler) -> None:
    (word,) = ruler.words((Text("nghe\u0300o"),))
    assert word.pieces[0].text == "nghèo"


def test_a_title_breaks_before_a_phrase(ruler: Ruler) -> None:
    words = ruler.words(
        (Text("Thực hiện chương trình giảm nghèo bền vững năm 2023 trên địa bàn xã Cẩm Long"),), bold=True
    )
    lines = [_text(line) for line in centred_lines(ruler, words, 14, 467)]
    assert lines == ["Thực hiện chương trình giảm nghèo bền vững", "năm 2023 trên địa bàn xã Cẩm Long"]


@given(content=_CONTENTS, width=st.floats(60, 500))
def test_centred_lines_lose_nothing_either(ruler: Ruler, content: tuple[Inline, ...], width: float) -> None:
    words = ruler.words(content)
    lines = centred_lines(ruler, words, 14, width)
    assert len(lines) == len(ruler.lines(words, 14, width))
    assert "".join("".join(_words(_text(line))) for line in lines) == "".join(_words(_plain(content)))
    assert all(line.width <= width + 0.01 or len(_text(line)) == 1 for line in lines)
