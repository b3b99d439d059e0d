"""A template as a package: what is no .xlsx of today, and what stays as it was where one part is replaced."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.exchange import template_package
from povertydesk.exchange.template_package import TemplatePackage, open_template
from povertydesk.poverty.problems import KnownError
from tests.exchange.office_templates import hand_made, office_template, parts, with_part

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
EMPTY_SHEET = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refused(path: Path) -> str:
    with pytest.raises(KnownError) as caught:
        open_template(path)
    assert caught.value.values["file"] == path.name
    return caught.value.code


def test_what_is_no_workbook_of_today_is_refused_by_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    assert refused(path) == "file-missing"
    for data, code in (
        (COMPOUND, "template-is-xls"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "template-encrypted"),
        (b"<html><table></table></html>", "template-other-kind"),
        (b"PK\x03\x04 torn", "template-unreadable"),
        (b"", "template-other-kind"),
    ):
        path.write_bytes(data)
        assert refused(path) == code
    old = tmp_path / "mau.xls"
    old.write_bytes(COMPOUND)
    assert refused(old) == "template-is-xls"
    package = open_template(office_template(tmp_path / "mau.XLSM"))
    assert list(package.sheets) == ["Bieu 01", "Biểu đồ"]
    other = office_template(tmp_path / "mau.xlsx").rename(tmp_path / "mau.ods")
    assert refused(other) == "template-other-kind"


def test_the_strict_variant_is_refused(tmp_path: Path) -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    book = f'<workbook xmlns="{strict}"><sheets/></workbook>'
    assert refused(hand_made(tmp_path / "mau.xlsx", EMPTY_SHEET, workbook=book)) == "template-strict"


@pytest.mark.parametrize(
    "name",
    ["_rels/.rels", "_rels/book.xml.rels", "book.xml"],
)
def test_a_torn_part_is_damage(tmp_path: Path, name: str) -> None:
    path = hand_made(tmp_path / "mau.xlsx", EMPTY_SHEET)
    for data in (b"<torn", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', b"<x/>"):
        assert refused(with_part(path, name, data)) == "template-unreadable"


def test_two_parts_of_one_name_are_damage(tmp_path: Path) -> None:
    path = hand_made(tmp_path / "mau.xlsx", EMPTY_SHEET, extra={"PAGES/ONE.xml": b"<x/>"})
    assert refused(path) == "template-unreadable"


def test_a_part_larger_than_any_template_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = hand_made(tmp_path / "mau.xlsx", EMPTY_SHEET)
    monkeypatch.setattr(template_package, "_MOST_BYTES_OF_A_PART", 100)
    assert refused(path) == "template-unreadable"


def test_a_member_with_a_password_is_said_to_have_one(tmp_path: Path) -> None:
    path = hand_made(tmp_path / "mau.xlsx", EMPTY_SHEET)
    data = bytearray(path.read_bytes())
    for mark, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            struct.pack_into("<H", data, place + flags_at, 1)
            place = data.find(mark, place + 4)
    path.write_bytes(data)
    assert refused(path) == "template-encrypted"


def test_a_file_that_excel_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = office_template(tmp_path / "mau.xlsx")

    def held(_self: Path) -> bytes:
        raise PermissionError(13, "held by another program")

    monkeypatch.setattr(Path, "read_bytes", held)
    assert refused(path) == "template-not-opened"


def test_hidden_sheets_do_not_exist(tmp_path: Path) -> None:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{kinds}"><sheets>'
        '<sheet name="Mẫu" sheetId="1" state="{state}" r:id="rId1"/></sheets></workbook>'
    )
    shown = hand_made(tmp_path / "a.xlsx", EMPTY_SHEET, workbook=book.format(state="visible"))
    assert open_template(shown).sheets == {"Mẫu": "pages/one.xml"}
    for state in ("hidden", "veryHidden"):
        hidden = hand_made(tmp_path / "b.xlsx", EMPTY_SHEET, workbook=book.format(state=state))
        assert refused(hidden) == "template-unreadable"


def local_bytes(data: bytes) -> dict[str, bytes]:
    """Return each member as it lies in the file: header, packed data, and what follows it."""
    package = zipfile.ZipFile(io.BytesIO(data))
    members = sorted(package.infolist(), key=lambda one: one.header_offset)
    ends = [*(one.header_offset for one in members[1:]), package.start_dir]
    return {one.filename: data[one.header_offset : end] for one, end in zip(members, ends, strict=True)}


def written(kind: str, path: Path) -> bytes:
    """Write a package as different programs write theirs."""
    held = parts(path)
    out = io.BytesIO()
    if kind == "streamed":
        # Sizes follow the data, as of programs that write without going back.
        class Unseekable(io.BytesIO):
            def seekable(self) -> bool:
                return False

            def seek(self, *_given: int) -> int:
                raise OSError

            def tell(self) -> int:
                raise AttributeError

        out = Unseekable()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if kind == "stored" else zipfile.ZIP_DEFLATED) as package:
        for name, data in held.items():
            info = zipfile.ZipInfo(name, (1999, 5, 6, 7, 8, 10))
            info.compress_type = zipfile.ZIP_STORED if kind == "stored" else zipfile.ZIP_DEFLATED
            if kind == "extra":
                info.extra = struct.pack("<2H4s", 0x5455, 4, b"\x01abc")
            with package.open(info, "w", force_zip64=kind == "large") as member:
                member.write(data)
        if kind == "comment":
            package.comment = "của phòng".encode()
    return out.getvalue()


@pytest.mark.parametrize("kind", ["plain", "stored", "streamed", "extra", "comment", "large"])
def test_all_other_parts_stay_byte_for_byte(tmp_path: Path, kind: str) -> None:
    data = written(kind, hand_made(tmp_path / "mau.xlsx", EMPTY_SHEET, extra={"media/anh.png": bytes(range(256))}))
    package = TemplatePackage(data, "mau.xlsx")
    new = EMPTY_SHEET.replace("<v>1</v>", "<v>2345678</v>").encode()
    replaced = package.with_parts({"pages/one.xml": new})
    before, after = zipfile.ZipFile(io.BytesIO(data)), zipfile.ZipFile(io.BytesIO(replaced))
    assert after.testzip() is None
    assert after.comment == before.comment
    assert after.read("pages/one.xml") == new
    kept = ("filename", "date_time", "compress_type", "external_attr", "create_system", "extra")
    for one, other in zip(before.infolist(), after.infolist(), strict=True):
        assert [getattr(one, name) for name in kept] == [getattr(other, name) for name in kept]
    raw, raw_after = local_bytes(data), local_bytes(replaced)
    assert {name for name in raw if raw[name] != raw_after[name]} == {"pages/one.xml"}


def test_a_package_behind_other_bytes_or_in_the_large_form_keeps_its_contents(tmp_path: Path) -> None:
    path = hand_made(tmp_path / "mau.xlsx", EMPTY_SHEET)
    behind = b"#!shell\n" + path.read_bytes()
    large = io.BytesIO()
    with zipfile.ZipFile(large, "w") as package:
        for name, content in parts(path).items():
            info = zipfile.ZipInfo(name, (2001, 2, 3, 4, 5, 6))
            info.extra = struct.pack("<2HQ", 1, 8, 0)
            package.writestr(info, content)
    for data in (behind, large.getvalue()):
        package_ = TemplatePackage(data, "mau.xlsx")
        replaced = package_.with_parts({"pages/one.xml": b"<new/>"})
        assert parts(replaced) == parts(path) | {"pages/one.xml": b"<new/>"}
        dates = [one.date_time for one in zipfile.ZipFile(io.BytesIO(data)).infolist()]
        assert [one.date_time for one in zipfile.ZipFile(io.BytesIO(replaced)).infolist()] == dates


@given(st.lists(st.binary(max_size=400), min_size=1, max_size=6), st.binary(max_size=900), st.data())
def test_any_part_of_any_package_can_be_replaced(contents: list[bytes], new: bytes, data: st.DataObject) -> None:
    out = io.BytesIO()
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(out, "w") as package:
        for place, content in enumerate(contents):
            method = data.draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
            package.writestr(f"p{place}.bin", content, method)
        for name, text in (
            ("_rels/.rels", f'<R xmlns="{links}"><Relationship Id="a" Type="x/officeDocument" Target="b.xml"/></R>'),
            ("_rels/b.xml.rels", f'<R xmlns="{links}"><Relationship Id="a" Type="x/worksheet" Target="s.xml"/></R>'),
            ("b.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{kinds}"><sheet name="S" r:id="a"/></workbook>'),
        ):
            package.writestr(name, text)
    chosen = data.draw(st.sampled_from([f"p{place}.bin" for place in range(len(contents))]))
    replaced = TemplatePackage(out.getvalue(), "a.xlsx").with_parts({chosen: new})
    assert zipfile.ZipFile(io.BytesIO(replaced)).testzip() is None
    assert parts(replaced) == parts(out.getvalue()) | {chosen: new}
