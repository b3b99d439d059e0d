from __future__ import annotations

import pytest

from povertydesk.poverty.area import AreaType, Unit, VillageFigures


@pytest.mark.parametrize(
    ("name", "kind", "place"),
    [
        ("Xã Cẩm Long", "xã", "Cẩm Long"),
        ("Phường Hoàng Lưu", "phường", "Hoàng Lưu"),
        ("Thị trấn Đắk Mâm", "thị trấn", "Đắk Mâm"),
        ("Đặc khu Phú Quốc", "đặc khu", "Phú Quốc"),
        ("Thị xã Sơn Tây", "thị xã", "Sơn Tây"),
        ("Thành phố Huế", "thành phố", "Huế"),
        ("Xãng", "", "Xãng"),
    ],
)
def test_the_kind_word_of_an_office_and_its_bare_name(name: str, kind: str, place: str) -> None:
    unit = Unit("u", name, AreaType.RURAL)
    assert unit.kind_word == kind
    assert unit.place_name == place


def test_the_names_of_all_counts_in_their_order() -> None:
    names = list(VillageFigures._fields)
    assert list(VillageFigures.count_names()) == names[2:]
    assert {getattr(VillageFigures("v", 2023), name) for name in VillageFigures.count_names()} == {None}
