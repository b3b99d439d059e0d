from __future__ import annotations

from pathlib import Path

import pytest

from povertydesk.poverty.area import AreaType, OfficeLevel, Region
from povertydesk.poverty.plan import SigningForm
from povertydesk.poverty.problems import KnownError
from povertydesk.store import offices
from povertydesk.workflow import draft_plan
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.open_desk import open_desk
from povertydesk.workflow.start_file import NewOffice, Signer, start_file
from tests.workflow.contents import assert_sound, operations


def test_a_file_begins_with_its_office_and_officers(tmp_path: Path, program: Program) -> None:
    office = NewOffice(
        name=" Phường  Quảng Phú ",
        area=AreaType.URBAN,
        code=" 16522 ",
        level=OfficeLevel.COMMUNE,
        region=Region.NORTH_CENTRAL_AND_CENTRAL_COAST,
        receiving_office="UBND tỉnh",
        superior_name="UBND tỉnh Thanh Hóa",
        signers=[
            Signer("Hà Văn Mẫu", "Chủ tịch"),
            Signer("  ", "Phó Chủ tịch"),
            Signer("Lê Thị Thử", "Phó Chủ tịch", SigningForm.FOR_HEAD),
        ],
    )
    desk = start_file(tmp_path / "xa.pdesk", office, program)
    try:
        unit = desk.unit
        assert (unit.name, unit.code, unit.area) == ("Phường Quảng Phú", "16522", AreaType.URBAN)
        assert (unit.kind_word, unit.place_name, unit.superior_name) == ("phường", "Quảng Phú", "UBND tỉnh Thanh Hóa")
        assert [(one.name, one.signing_form) for one in draft_plan.list_officers(desk)] == [
            ("Hà Văn Mẫu", SigningForm.FOR_BODY),
            ("Lê Thị Thử", SigningForm.FOR_HEAD),
        ]
        assert operations(desk) == ["start-file"]
        assert_sound(desk)
    finally:
        desk.close()


def test_what_is_refused_leaves_no_file(tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise KnownError("disk-full", file="xa.pdesk", folder=str(tmp_path))

    monkeypatch.setattr(offices, "write_unit", full)
    with pytest.raises(KnownError, match="disk-full"):
        start_file(tmp_path / "xa.pdesk", NewOffice("Xã A", AreaType.RURAL), program)
    assert list(tmp_path.iterdir()) == []


def test_a_file_without_an_office_is_damaged(desk: Desk) -> None:
    desk.engine.execute("DELETE FROM unit")
    with pytest.raises(KnownError, match="file-damaged"):
        _ = desk.unit


def test_a_second_program_reads_only_and_says_who_has_it_open(desk: Desk, program: Program) -> None:
    second = open_desk(desk.path, program.under_name("Lê Thị Thử"))
    try:
        assert second.read_only
        (notice,) = second.notices
        assert (notice.code, notice.values["person"]) == ("opened-read-only-locked", "Hà Văn Mẫu")
        assert not desk.read_only
    finally:
        second.close()
