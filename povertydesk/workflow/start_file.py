"""Starting an office's file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from povertydesk.poverty.area import AreaType, OfficeLevel, Region, Unit
from povertydesk.poverty.plan import Officer, SigningForm
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.store import desk_file, officers, offices
from povertydesk.store.operations import OperationKind
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.set_up_office import require_code

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FILE_SUFFIX = desk_file.SUFFIX


@dataclass(frozen=True, slots=True)
class Signer:
    """An officer who may sign papers, as the new-file assistant asks for them."""

    name: str
    position: str
    signing_form: SigningForm = SigningForm.FOR_BODY


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What a new file must know of its office before the first entry."""

    name: str
    area: AreaType
    code: str | None = None
    level: OfficeLevel = OfficeLevel.COMMUNE
    region: Region | None = None
    receiving_office: str = ""
    superior_name: str = ""
    signers: Sequence[Signer] = ()


def start_file(path: Path, office: NewOffice, program: Program) -> Desk:
    """Make a new file for an office; refused where a file of that name lies there already."""
    name = clean_line(office.name)
    if not name:
        raise KnownError("office-without-name")
    code = require_code(office.code)
    file = desk_file.create_file(path, program.authorship, program.version)
    desk = Desk(file, program)
    unit = Unit(
        id="",
        name=name,
        area=office.area,
        level=office.level,
        code=code,
        region=office.region,
        receiving_office=clean_line(office.receiving_office),
        superior_name=clean_line(office.superior_name),
    )
    try:
        with desk.operation("start-file", kind=OperationKind.FINAL, office=name) as act:
            offices.write_unit(act.writer, unit)
            for signer in office.signers:
                if clean_line(signer.name):
                    officer = Officer("", clean_line(signer.name), clean_line(signer.position), signer.signing_form)
                    officers.write_officer(act.writer, officer)
    except BaseException:
        # Nobody could open a file without its office: what was refused leaves none behind.
        desk.close()
        path.unlink(missing_ok=True)
        raise
    return desk
