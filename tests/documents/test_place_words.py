from __future__ import annotations

import pytest

from povertydesk.documents.place_words import inside_sentence, kind_of, kinds_of
from povertydesk.poverty.area import OfficeLevel


@pytest.mark.parametrize(
    ("name", "kind", "inside"),
    [
        ("Thôn Minh Long", "thôn", "thôn Minh Long"),
        ("THÔN Minh Long", "thôn", "thôn Minh Long"),
        ("Tổ dân phố 2", "tổ dân phố", "tổ dân phố 2"),
        ("Tổ 2", "tổ", "tổ 2"),
        ("Khu phố 3", "khu phố", "khu phố 3"),
        ("Khu 3", "khu", "khu 3"),
        ("Thị trấn Đăk Mâm", "thị trấn", "thị trấn Đăk Mâm"),
        ("TT Đăk Mâm", "thị trấn", "TT Đăk Mâm"),
        ("TDP. 4", "tổ dân phố", "TDP. 4"),
        ("Thôn", "thôn", "thôn"),
        ("Minh Long", "", "Minh Long"),
        ("Bảng Lảng", "", "Bảng Lảng"),
        ("", "", ""),
    ],
)
def test_kinds_and_names_inside_sentences(name: str, kind: str, inside: str) -> None:
    assert (kind_of(name), inside_sentence(name)) == (kind, inside)


@pytest.mark.parametrize(
    ("names", "level", "kinds"),
    [
        ([], OfficeLevel.COMMUNE, ["thôn"]),
        ([], OfficeLevel.RECEIVING, ["xã"]),
        (["Minh Long"], OfficeLevel.COMMUNE, ["thôn"]),
        (["Bản Mạ", "Thôn 1", "Thôn 2"], OfficeLevel.COMMUNE, ["thôn", "bản"]),
        (["Bon Pinao", "Buôn Choah", "Đắk Lang"], OfficeLevel.COMMUNE, ["thôn", "buôn", "bon"]),
        (["Phường A", "Xã B", "Đặc khu C"], OfficeLevel.RECEIVING, ["xã", "phường", "đặc khu"]),
    ],
)
def test_kinds_stand_in_one_order(names: list[str], level: OfficeLevel, kinds: list[str]) -> None:
    assert kinds_of(names, level) == kinds
