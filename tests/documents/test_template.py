from __future__ import annotations

import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

from povertydesk.documents.template import (
    INSERTS,
    STYLES,
    PaperTemplate,
    fill,
    fill_words,
    load_grid_template,
    load_paper_template,
)
from povertydesk.poverty.paper import Blank, Figure, Inline, Text
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.target import TargetRow
from tests.documents.plans import GRID, PLAN, grid_words, words

NAMES = frozenset({"year", "reduction"})
CONDITIONS = frozenset({"has_poor", "lacks_poor"})

PAPER = """
kind = "KẾ HOẠCH"
symbol = "KH-UBND"
subject = "Giảm nghèo năm {year}"
closing = "Hết./."
recipients = ["Các thôn"]
archive_word = "Lưu:"
archive = "VT"

[[section]]
key = "aims"
title = "MỤC TIÊU"

[[section.block]]
text = "Giảm {reduction} hộ."
when = ["has_poor"]
"""

COLUMNS = """
kind = "BIỂU"
subject = "Năm {year}"
caption = "BIỂU NĂM {year}"
total = "TỔNG"

[[column]]
key = "reduction"
title = "Số hộ"
kind = "count"
width = 14
"""


def paper(folder: Path, old: str = "", new: str = "") -> PaperTemplate:
    """Load the small template with some words exchanged."""
    assert old in PAPER
    path = folder / "plan.toml"
    path.write_text(PAPER.replace(old, new) if old else PAPER, encoding="utf-8")
    return load_paper_template(path, NAMES, CONDITIONS)


def refusal(folder: Path, old: str, new: str) -> object:
    """Return what a broken template is refused for."""
    with pytest.raises(KnownError) as caught:
        paper(folder, old, new)
    assert (caught.value.code, caught.value.values["file"]) == ("template-broken", "plan.toml")
    return caught.value.values["detail"]


class TestPaperTemplate:
    def test_a_template_is_read(self, tmp_path: Path) -> None:
        template = paper(tmp_path)
        assert template.section[0].block[0].when == ("has_poor",)

    def test_letters_are_composed(self, tmp_path: Path) -> None:
        template = paper(tmp_path, "Các thôn", unicodedata.normalize("NFD", "Các thôn"))
        assert template.recipients == ("Các thôn",)

    @pytest.mark.parametrize(
        ("old", "new", "detail"),
        [
            ("{reduction} hộ", "{households} hộ", "{households}"),
            ("năm {year}", "năm {yaer}", "{yaer}"),
            ("Các thôn", "{village}", "{village}"),
            ("Hết", "{0}", "{0}"),
            ("Hết", "{}", "{}"),
            ("Hết", "{year.numerator}", "{year.numerator}"),
            ("Hết", "{year[0]}", "{year[0]}"),
            ("MỤC TIÊU", "{target}", "{target}"),
            ("has_poor", "has_rich", "has_rich"),
            ('when = ["has_poor"]', 'style = "poem"', "poem"),
            ('text = "Giảm {reduction} hộ."', 'insert = "picture"', "picture"),
            ('when = ["has_poor"]', 'insert = "services"', "Giảm {reduction} hộ."),
            ('text = "Giảm {reduction} hộ."', "", "MỤC TIÊU"),
            ('text = "Giảm {reduction} hộ."', 'insert = "own_lines"\nlines = "wish"', "wish"),
            ('text = "Giảm {reduction} hộ."', 'insert = "own_lines"', "MỤC TIÊU"),
            ('when = ["has_poor"]', 'lines = "task"', "task"),
        ],
    )
    def test_what_the_program_does_not_know_is_refused(self, tmp_path: Path, old: str, new: str, detail: str) -> None:
        assert refusal(tmp_path, old, new) == detail

    def test_an_open_brace_is_refused_with_its_text(self, tmp_path: Path) -> None:
        assert refusal(tmp_path, "Giảm {reduction} hộ.", "Giảm {reduction hộ.") == "Giảm {reduction hộ."

    @pytest.mark.parametrize(("old", "new"), [('kind = "KẾ HOẠCH"', ""), ("[[section]]", "[[part]]"), ("width", "{")])
    def test_what_has_another_form_is_refused(self, tmp_path: Path, old: str, new: str) -> None:
        path = tmp_path / "plan.toml"
        path.write_text((PAPER + "width = 3").replace(old, new), encoding="utf-8")
        with pytest.raises(KnownError, match="template-broken"):
            load_paper_template(path, NAMES, CONDITIONS)

    @pytest.mark.parametrize("content", [b"\xff\xfe", b"kind = "])
    def test_what_is_no_text_is_refused(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "plan.toml"
        path.write_bytes(content)
        with pytest.raises(KnownError, match="template-broken"):
            load_paper_template(path, NAMES, CONDITIONS)

    def test_a_missing_template_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(KnownError, match="template-broken"):
            load_paper_template(tmp_path / "none.toml", NAMES, CONDITIONS)

    def test_a_service_names_nothing_but_its_share(self, tmp_path: Path) -> None:
        template = paper(tmp_path, "[[section]]", '[services]\ntoilet = "Nhà tiêu: {percent}%."\n\n[[section]]')
        assert template.services == {"toilet": "Nhà tiêu: {percent}%."}
        detail = refusal(tmp_path, "[[section]]", '[services]\ntoilet = "Nhà tiêu: {year}%."\n\n[[section]]')
        assert detail == "{year}"

    def test_the_shipped_plan_uses_every_style_and_insert(self) -> None:
        blocks = [block for part in words().section for block in part.block]
        assert {block.style for block in blocks} == set(STYLES)
        assert {block.insert for block in blocks} - {""} == set(INSERTS)
        assert PLAN.read_text(encoding="utf-8") == unicodedata.normalize("NFC", PLAN.read_text(encoding="utf-8"))


class TestGridTemplate:
    @pytest.mark.parametrize(
        ("old", "new", "detail"),
        [
            ('key = "reduction"', 'key = "growth"', "growth"),
            ('key = "reduction"', 'key = "__class__"', "__class__"),
            ('key = "reduction"', 'key = "count"', "count"),
            ('kind = "count"', 'kind = "number"', "number"),
            ("width = 14", "width = 0", "Số hộ"),
            ("width = 14", 'width = 14\nwhen = "has_rich"', "has_rich"),
            ("width = 14", 'width = 14\ngroup = "{month}"', "{month}"),
            ("NĂM {year}", "NĂM {month}", "{month}"),
        ],
    )
    def test_what_the_program_does_not_know_is_refused(self, tmp_path: Path, old: str, new: str, detail: str) -> None:
        path = tmp_path / "targets.toml"
        path.write_text(COLUMNS, encoding="utf-8")
        assert load_grid_template(path, NAMES, CONDITIONS).column[0].width == 14
        path.write_text(COLUMNS.replace(old, new), encoding="utf-8")
        with pytest.raises(KnownError) as caught:
            load_grid_template(path, NAMES, CONDITIONS)
        assert (caught.value.code, caught.value.values["detail"]) == ("template-broken", detail)

    def test_every_column_of_a_target_can_be_shown(self, tmp_path: Path) -> None:
        shown = {column.key for column in grid_words().column} - {"serial", "village"}
        assert all(hasattr(TargetRow, key) for key in shown)
        path = tmp_path / "targets.toml"
        for key in ("near_poor_opening", "near_poor_reduction", "registered", "ethnic_minority_poor"):
            assert hasattr(TargetRow, key)
            path.write_text(COLUMNS.replace('"reduction"', f'"{key}"'), encoding="utf-8")
            assert load_grid_template(path, NAMES, CONDITIONS).column[0].key == key
        assert GRID.is_file()


class TestFill:
    FIGURE = Figure("reduction", "45", 45, (("year", "2023"),))
    INLINES: dict[str, Inline] = {"reduction": FIGURE, "year": Text("2023"), "pen": Blank(4)}  # noqa: RUF012

    def test_figures_stay_nodes_between_words(self) -> None:
        assert fill("Năm {year} giảm {reduction} hộ", self.INLINES) == (
            Text("Năm "),
            Text("2023"),
            Text(" giảm "),
            self.FIGURE,
            Text(" hộ"),
        )

    def test_faces_reach_every_inline(self) -> None:
        filled = fill("{year} {reduction}{pen}", self.INLINES, bold=True, italic=True)
        assert filled == (
            Text("2023", bold=True, italic=True),
            Text(" ", bold=True, italic=True),
            Figure("reduction", "45", 45, (("year", "2023"),), bold=True, italic=True),
            Blank(4),
        )

    def test_doubled_braces_are_braces(self) -> None:
        assert fill_words("{{{year}}}", self.INLINES) == "{2023}"

    def test_plain_words(self) -> None:
        assert fill_words("Giảm {reduction} hộ năm {year}", self.INLINES) == "Giảm 45 hộ năm 2023"

    def test_what_stands_in_a_record_is_no_template(self) -> None:
        inlines: dict[str, Inline] = {"name": Text("{reduction}"), "rate": Figure("rate", "1,50", Decimal("1.50"))}
        assert fill_words("{name}: {rate}", inlines) == "{reduction}: 1,50"
