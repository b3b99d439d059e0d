from __future__ import annotations

import pytest

from povertydesk import paths
from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.office_words import worded_for
from povertydesk.poverty.problems import Finding, Place, Severity


@pytest.mark.parametrize(
    ("language", "commune", "receiving"),
    [
        ("vi", "Chưa có thôn nào. Hãy nhập danh sách thôn.", "Chưa có xã nào. Hãy nhập danh sách xã."),
        ("vi", "{villages} thôn · Thôn", "{villages} xã · Xã"),
        ("vi", "Nông thôn, khu vực nông thôn", "Nông thôn, khu vực nông thôn"),
        ("vi", "không thôn nào vượt", "không xã nào vượt"),
        ("vi", "sửa thông tin đơn vị", "sửa thông tin đơn vị"),
        ("vi", "Toàn xã", "Toàn địa bàn"),
        ("en", "{village}: {villages} villages of this village", "{village}: {villages} communes of this commune"),
        ("en", "Village · Villages · Whole commune", "Commune · Communes · Whole area"),
    ],
)
def test_places_are_communes_at_a_receiving_office(language: str, commune: str, receiving: str) -> None:
    assert worded_for(OfficeLevel.RECEIVING, language, commune) == receiving
    assert worded_for(OfficeLevel.COMMUNE, language, commune) == commune


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_whole_catalogue_is_turned_and_keeps_its_fields(language: str) -> None:
    own = Messages.load(paths.resources("messages"), language)
    assert own.for_level(OfficeLevel.COMMUNE) is own
    turned = own.for_level(OfficeLevel.RECEIVING)
    assert turned.codes == own.codes
    assert {code: turned.fields(code) for code in turned.codes} == {code: own.fields(code) for code in own.codes}


def test_a_place_is_named_by_the_offices_word() -> None:
    own = Messages.load(paths.resources("messages"), "vi")
    finding = Finding("village-twice", Severity.ERROR, Place(village="Nam Đà", year=2023), {"row": 2, "first_row": "1"})
    assert own.for_level(OfficeLevel.RECEIVING).of_place(finding.place) == own.of_place(finding.place).replace(
        "thôn", "xã"
    )
    assert own.for_level(OfficeLevel.RECEIVING).sentence("no-villages").startswith("Chưa có xã nào.")
