from __future__ import annotations

import pytest

from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import edit_grid, record_villages, set_targets
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry, enter_cells
from povertydesk.workflow.open_desk import open_desk
from tests.workflow.contents import assert_sound, contents, key_of, names, operations, undo_last

YEAR = 2023


def row(desk: Desk, name: str) -> dict[str, object]:
    """Return the figures of a village and its targets."""
    target = next(one for one in set_targets.read_grid(desk, YEAR).rows if one.village == name)
    known = next(figures for village, figures in record_villages.read_villages(desk, YEAR).rows if village.name == name)
    return {
        "households": known.households,
        "people": known.people,
        "poor": known.poor,
        "near_poor": known.near_poor,
        "reduction": target.reduction,
        "registered": target.registered,
    }


def refused(desk: Desk, *entries: CellEntry) -> list[tuple[str, str | None, str | None]]:
    """Return code, line and field of each fault; nothing may have been written."""
    before, done = contents(desk), operations(desk)
    with pytest.raises(KnownError) as caught:
        enter_cells(desk, YEAR, entries)
    assert caught.value.code == "entries-refused"
    assert caught.value.values == {"faults": len(caught.value.findings)}
    assert (contents(desk), operations(desk)) == (before, done)
    return [(one.code, one.place.village, one.place.field) for one in caught.value.findings]


class TestOneCell:
    @pytest.mark.parametrize(
        ("field", "kept"),
        [
            ("households", "households"),
            ("poor_opening", "poor"),
            ("near_poor_opening", "near_poor"),
            ("people", "people"),
            ("reduction", "reduction"),
            ("registered", "registered"),
        ],
    )
    def test_a_figure_is_kept_where_it_belongs(self, desk: Desk, field: str, kept: str) -> None:
        before = row(desk, "Thôn Minh Long")
        changes = enter_cells(desk, YEAR, [CellEntry(key_of(desk, "Thôn Minh Long"), field, " 1.012 ")])
        assert changes
        assert row(desk, "Thôn Minh Long") == before | {kept: 1012}
        assert operations(desk)[-1] == "enter-figures"
        assert_sound(desk)

    def test_the_same_again_is_no_operation(self, desk: Desk) -> None:
        entry = CellEntry(key_of(desk, "Thôn Minh Long"), "households", "221")
        done = operations(desk)
        assert not enter_cells(desk, YEAR, [entry])
        assert operations(desk) == done

    def test_an_empty_text_clears(self, desk: Desk) -> None:
        enter_cells(desk, YEAR, [CellEntry(key_of(desk, "Thôn Minh Long"), "poor_opening", "  ")])
        assert row(desk, "Thôn Minh Long")["poor"] is None

    def test_nought_is_no_blank(self, desk: Desk) -> None:
        enter_cells(desk, YEAR, [CellEntry(key_of(desk, "Thôn Minh Long"), "poor_opening", "0")])
        assert row(desk, "Thôn Minh Long")["poor"] == 0

    def test_a_rate_is_no_count(self, desk: Desk) -> None:
        key = key_of(desk, "Thôn Minh Long")
        assert refused(desk, CellEntry(key, "households", "13,70")) == [("count-with-decimals", key, "households")]

    @pytest.mark.parametrize("text", ["mười", "13%", "1.2.3", "1 000 00", "--"])
    def test_what_is_no_count_is_refused(self, desk: Desk, text: str) -> None:
        key = key_of(desk, "Thôn Minh Long")
        assert refused(desk, CellEntry(key, "households", text)) == [("count-not-a-number", key, "households")]

    def test_a_number_beyond_any_count_is_called_so(self, desk: Desk) -> None:
        key = key_of(desk, "Thôn Minh Long")
        assert refused(desk, CellEntry(key, "households", "1" + "0" * 20)) == [("count-too-large", key, "households")]

    def test_a_negative_count_is_refused(self, desk: Desk) -> None:
        key = key_of(desk, "Thôn Minh Long")
        assert refused(desk, CellEntry(key, "reduction", "-1")) == [("count-negative", key, "reduction")]

    def test_a_column_that_is_computed_is_a_mistake_of_the_program(self, desk: Desk) -> None:
        with pytest.raises(ValueError, match="poor_closing"):
            enter_cells(desk, YEAR, [CellEntry(key_of(desk, "Thôn Minh Long"), "poor_closing", "1")])


class TestBlock:
    def test_a_block_is_one_operation(self, desk: Desk) -> None:
        before = contents(desk)
        entries = [
            CellEntry(key_of(desk, name), field, text)
            for name, texts in (("Thôn Minh Long", ("300", "20", "4")), ("Thôn Phi Long", ("1.200", "90", "9")))
            for field, text in zip(("households", "poor_opening", "registered"), texts, strict=True)
        ]
        enter_cells(desk, YEAR, entries)
        assert operations(desk)[-1] == "enter-figures"
        assert row(desk, "Thôn Phi Long")["households"] == 1200
        undo_last(desk)
        assert contents(desk) == before
        assert_sound(desk)

    def test_a_column_is_read_in_one_style(self, desk: Desk) -> None:
        first, second = key_of(desk, "Thôn Minh Long"), key_of(desk, "Thôn Tân Long")
        enter_cells(
            desk,
            YEAR,
            [
                CellEntry(first, "households", "1.518"),
                CellEntry(second, "households", "221"),
                CellEntry(first, "people", "6,420"),
                CellEntry(second, "people", "1,234,567"),
            ],
        )
        assert (row(desk, "Thôn Minh Long")["households"], row(desk, "Thôn Minh Long")["people"]) == (1518, 6420)
        assert row(desk, "Thôn Tân Long")["people"] == 1234567

    def test_faults_refuse_the_whole_block(self, desk: Desk) -> None:
        first, second = key_of(desk, "Thôn Minh Long"), key_of(desk, "Thôn Tân Long")
        faults = refused(
            desk,
            CellEntry(first, "households", "300"),
            CellEntry(second, "households", "nhiều"),
            CellEntry(second, "poor_opening", "-3"),
        )
        assert faults == [("count-not-a-number", second, "households"), ("count-negative", second, "poor_opening")]


class TestSumsBelow:
    """A column is copied with its sum: the line below the last one, without a name."""

    LINES = (("Thôn Minh Long", "7"), ("Thôn Tân Long", "5"))

    def entries(self, desk: Desk, *below: CellEntry) -> list[CellEntry]:
        return [*(CellEntry(key_of(desk, name), "registered", count) for name, count in self.LINES), *below]

    def test_the_sum_is_no_line(self, desk: Desk) -> None:
        enter_cells(desk, YEAR, self.entries(desk, CellEntry("new-0", "registered", "12")))
        assert [row(desk, name)["registered"] for name, _ in self.LINES] == [7, 5]
        assert set_targets.read_grid(desk, YEAR).total.registered is None

    def test_the_sum_of_villages_that_come_is_none_either(self, empty: Desk) -> None:
        lines = (("a", "Thôn Một", "100"), ("b", "Thôn Hai", "1.200"))
        typed = [
            entry for key, *texts in lines for entry in map(CellEntry, [key] * 2, ("village", "households"), texts)
        ]
        enter_cells(empty, YEAR, [*typed, CellEntry("c", "households", "1.300")])
        assert names(empty) == ["Thôn Một", "Thôn Hai"]

    def test_a_sum_that_is_wrong_is_told_beside_the_right_one(self, desk: Desk) -> None:
        typed = self.entries(desk, CellEntry("new-0", "registered", "13"))
        with pytest.raises(KnownError) as caught:
            enter_cells(desk, YEAR, typed)
        (finding,) = caught.value.findings
        assert (finding.code, finding.place.village) == ("nameless-sum-differs", "new-0")
        assert finding.values == {"printed": 13, "computed": 12}
        assert enter_cells(desk, YEAR, [*typed, CellEntry("new-0", "village", "Tổng cộng")])

    @pytest.mark.parametrize(
        "below",
        [
            [CellEntry("new-0", "registered", "12"), CellEntry("new-0", "assigned", "12")],
            [CellEntry("new-0", "registered", "12"), CellEntry("new-1", "registered", "12")],
            [CellEntry("new-0", "registered", "12"), CellEntry("new-0", "unit_group", "Cụm")],
        ],
    )
    def test_anything_else_needs_its_name(self, desk: Desk, below: list[CellEntry]) -> None:
        found = refused(desk, *self.entries(desk, *below))
        assert found == [("village-without-name", key, "village") for key in dict.fromkeys(one.row for one in below)]


class TestVillages:
    def test_new_lines_become_villages_at_the_end(self, desk: Desk) -> None:
        before = contents(desk)
        enter_cells(
            desk,
            YEAR,
            [
                CellEntry("new-0", "village", " Thôn  Mới "),
                CellEntry("new-0", "households", "50"),
                CellEntry("new-0", "poor_opening", ""),
                CellEntry("new-1", "village", "Tho\u0302n Cuo\u0302\u0301i"),
            ],
        )
        assert names(desk)[-2:] == ["Thôn Mới", "Thôn Cuối"]
        assert (row(desk, "Thôn Mới")["households"], row(desk, "Thôn Mới")["poor"]) == (50, None)
        undo_last(desk)
        assert contents(desk) == before

    def test_an_empty_file_is_filled_in_one_paste(self, empty: Desk) -> None:
        entries = [
            CellEntry(f"new-{place}", field, text)
            for place, (name, households, poor) in enumerate([("Thôn 1", "221", "14"), ("Thôn 2", "186", "14")])
            for field, text in (("village", name), ("households", households), ("poor_opening", poor))
        ]
        enter_cells(empty, YEAR, entries)
        assert names(empty) == ["Thôn 1", "Thôn 2"]
        assert operations(empty) == ["start-file", "enter-figures"]

    def test_figures_need_a_name(self, desk: Desk) -> None:
        assert refused(desk, CellEntry("new-0", "households", "50")) == [("village-without-name", "new-0", "village")]
        assert refused(desk, CellEntry("new-0", "village", " "), CellEntry("new-0", "households", "50")) == [
            ("village-without-name", "new-0", "village")
        ]

    def test_a_village_is_renamed(self, desk: Desk) -> None:
        enter_cells(desk, YEAR, [CellEntry(key_of(desk, "Thôn Phi Long"), "village", "Thôn Phi Long Mới")])
        assert names(desk)[2] == "Thôn Phi Long Mới"
        assert_sound(desk)
        undo_last(desk)
        assert names(desk)[2] == "Thôn Phi Long"

    def test_a_village_keeps_its_name(self, desk: Desk) -> None:
        key = key_of(desk, "Thôn Phi Long")
        assert refused(desk, CellEntry(key, "village", "")) == [("village-without-name", key, "village")]

    def test_a_name_stands_once(self, desk: Desk) -> None:
        key = key_of(desk, "Thôn Phi Long")
        assert refused(desk, CellEntry(key, "village", "thôn minh long")) == [("village-name-taken", key, "village")]
        assert refused(desk, CellEntry("new-0", "village", "Thôn Minh Long")) == [
            ("village-name-taken", "new-0", "village")
        ]
        assert refused(desk, CellEntry("new-0", "village", "Thôn A"), CellEntry("new-1", "village", "THÔN A")) == [
            ("village-name-taken", "new-1", "village")
        ]

    def test_a_name_may_change_its_capitals(self, desk: Desk) -> None:
        enter_cells(desk, YEAR, [CellEntry(key_of(desk, "Thôn Phi Long"), "village", "THÔN PHI LONG")])
        assert names(desk)[2] == "THÔN PHI LONG"

    def test_villages_exchange_their_names(self, desk: Desk) -> None:
        before = contents(desk)
        first, second, third = (key_of(desk, name) for name in ("Thôn Minh Long", "Thôn Tân Long", "Thôn Phi Long"))
        enter_cells(
            desk,
            YEAR,
            [
                CellEntry(first, "village", "Thôn Tân Long"),
                CellEntry(second, "village", "Thôn Phi Long"),
                CellEntry(third, "village", "Thôn Minh Long"),
            ],
        )
        assert names(desk)[:3] == ["Thôn Tân Long", "Thôn Phi Long", "Thôn Minh Long"]
        assert_sound(desk)
        undo_last(desk)
        assert contents(desk) == before
        assert_sound(desk)

    def test_a_name_that_is_given_up_can_be_taken(self, desk: Desk) -> None:
        key = key_of(desk, "Thôn Minh Long")
        entries = [CellEntry("new-0", "village", "Thôn Minh Long"), CellEntry(key, "village", "Thôn Minh Long Cũ")]
        before = contents(desk)
        enter_cells(desk, YEAR, entries)
        assert (names(desk)[0], names(desk)[-1]) == ("Thôn Minh Long Cũ", "Thôn Minh Long")
        undo_last(desk)
        assert contents(desk) == before


def test_an_entry_is_described_by_its_villages(desk: Desk) -> None:
    keys = [key_of(desk, name) for name in names(desk)]
    enter_cells(desk, YEAR, [CellEntry(key, "people", "900") for key in keys])
    values = dict(desk.engine.records("SELECT named_values FROM operation ORDER BY number DESC LIMIT 1")[0])
    assert '"place":"Thôn Minh Long, Thôn Tân Long, Thôn Phi Long…"' in values["named_values"]
    assert '"cells":6' in values["named_values"]


def test_every_column_of_the_grid_is_known() -> None:
    assert {"households", "poor_opening", "near_poor_opening", "people"} <= edit_grid.FIGURE_FIELDS.keys()


def test_a_file_that_can_only_be_read_refuses(desk: Desk) -> None:
    second = open_desk(desk.path, desk.program)
    try:
        assert second.read_only
        with pytest.raises(KnownError, match="opened-read-only-locked"):
            enter_cells(second, YEAR, [CellEntry(key_of(second, "Thôn Minh Long"), "people", "900")])
    finally:
        second.close()


class TestUnits:
    def test_communes_are_put_under_a_unit_and_stand_together(self, receiving: Desk) -> None:
        first, second, third = names(receiving)[:3]
        before = contents(receiving)
        enter_cells(
            receiving,
            YEAR,
            [
                CellEntry(key_of(receiving, first), "unit_group", "  Cụm  Bắc "),
                CellEntry(key_of(receiving, third), "unit_group", "cụm bắc"),
            ],
        )
        assert [(one.village, one.group) for one in set_targets.read_grid(receiving, YEAR).rows][:3] == [
            (first, "Cụm Bắc"),
            (third, "cụm bắc"),
            (second, ""),
        ]
        assert_sound(receiving)
        undo_last(receiving)
        assert contents(receiving) == before

    def test_an_empty_text_takes_it_out_again(self, receiving: Desk) -> None:
        first = names(receiving)[0]
        for text in ("Cụm Bắc", "cum bac", " "):
            enter_cells(receiving, YEAR, [CellEntry(key_of(receiving, first), "unit_group", text)])
            assert set_targets.read_grid(receiving, YEAR).rows[0].group == text.strip()

    def test_a_new_commune_comes_with_its_unit(self, receiving: Desk) -> None:
        enter_cells(
            receiving,
            YEAR,
            [CellEntry("new-0", "village", "Xã Mới"), CellEntry("new-0", "unit_group", "Cụm Nam")],
        )
        assert [(one.village, one.group) for one in set_targets.read_grid(receiving, YEAR).rows][-1] == (
            "Xã Mới",
            "Cụm Nam",
        )
