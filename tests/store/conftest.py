"""Files of the office for the store's tests: a blank one, and one with a year's work in it."""

from __future__ import annotations

import contextlib
import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from povertydesk.poverty.vietnamese import fold, person_sort_key, sort_key
from povertydesk.store.authorship import Authorship
from povertydesk.store.desk_file import DeskFile, create_file, open_file
from povertydesk.store.migrations import HISTORY, SchemaHistory
from povertydesk.store.operations import OperationKind, OperationWriter, operation
from povertydesk.store.undo import History, take_back

MOMENT = datetime.datetime(2023, 1, 5, 8, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
CAM_LONG = [
    ("Thôn Minh Long", 221, 14, 7),
    ("Thôn Tân Long", 186, 14, 5),
    ("Thôn Phi Long", 267, 47, 8),
    ("Thôn Vân Ngọc", 329, 59, 10),
    ("Thôn Cao Long", 243, 41, 7),
    ("Thôn Long Tiến", 272, 33, 8),
]
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Bùi", "Hà")
GIVEN = ("An", "Ánh", "Dũng", "Đông", "Hoà", "Long", "Ngọc", "Tiến", "Vân", "Ý")


@pytest.fixture(scope="session")
def moment() -> datetime.datetime:
    return MOMENT


@pytest.fixture(scope="session")
def author() -> Authorship:
    return Authorship("Nguyễn Văn A", MOMENT)


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory, author: Authorship) -> Path:
    """A closed file with nothing entered."""
    path = tmp_path_factory.mktemp("blank") / "blank.pdesk"
    create_file(path, author, "0.1.0").close()
    return path


@pytest.fixture(scope="session")
def worked(tmp_path_factory: pytest.TempPathFactory, blank: Path, author: Authorship) -> Path:
    """A closed file of Cẩm Long with villages, figures, targets, households, and work that was undone."""
    folder = tmp_path_factory.mktemp("worked")
    path = folder / "cam-long.pdesk"
    shutil.copy(blank, path)
    with contextlib.closing(open_file(path, author, "0.1.0", folder / "backups")) as desk:
        fill_cam_long(desk, author)
    return path


@pytest.fixture
def copy_of(tmp_path: Path) -> Callable[[Path], Path]:
    """Copies a closed file into the test's own folder."""

    def copy(source: Path) -> Path:
        return Path(shutil.copy(source, tmp_path / "cam-long.pdesk"))

    return copy


Opener = Callable[..., DeskFile]


@pytest.fixture
def opened(tmp_path: Path, author: Authorship) -> Iterator[Opener]:
    """Opens files as the program does, and closes them at the end of the test."""
    with contextlib.ExitStack() as at_the_end:

        def open_one(path: Path, *, history: SchemaHistory = HISTORY, read_only: bool = False) -> DeskFile:
            desk = open_file(path, author, "0.1.0", tmp_path / "backups", read_only=read_only, history=history)
            at_the_end.callback(desk.close)
            return desk

        yield open_one


@pytest.fixture
def desk(blank: Path, copy_of: Callable[[Path], Path], opened: Opener) -> DeskFile:
    """An open file with nothing entered."""
    return opened(copy_of(blank))


@pytest.fixture
def cam_long(worked: Path, copy_of: Callable[[Path], Path], opened: Opener) -> DeskFile:
    """The open file of Cẩm Long."""
    return opened(copy_of(worked))


def village_row(name: str, position: int) -> dict[str, object]:
    return {
        "name": name,
        "name_folded": fold(name),
        "name_sort": sort_key(name),
        "position": position,
        "code": None,
        "area": None,
    }


def fill_cam_long(desk: DeskFile, author: Authorship) -> None:
    with operation(desk.engine, author, "add-villages", {"count": len(CAM_LONG)}) as writer:
        villages = writer.insert_many(
            "village", [village_row(name, position) for position, (name, *_) in enumerate(CAM_LONG)]
        )
    with operation(desk.engine, author, "enter-figures", {"year": 2023}) as writer:
        for village, (_, households, poor, _) in zip(villages, CAM_LONG, strict=True):
            writer.put("village_year", {"village_id": village, "year": 2023}, {"households": households, "poor": poor})
    with operation(desk.engine, author, "allocate-targets", {"reduction": 45, "year": 2023}) as writer:
        for village, (*_, reduction) in zip(villages, CAM_LONG, strict=True):
            writer.put("village_target", {"village_id": village, "year": 2023}, {"reduction": reduction})
    with operation(desk.engine, author, "import-households", {"count": 300}) as writer:
        fill_households(writer, villages)
    with operation(desk.engine, author, "rename-village") as writer:
        writer.update("village", villages[0], village_row("Thôn Minh Long Mới", 0))
    with operation(desk.engine, author, "undo", kind=OperationKind.UNDO, undone=[5]) as writer:
        take_back(desk.engine, writer, 5)
    with operation(desk.engine, author, "remove-target") as writer:
        found = desk.engine.value("SELECT id FROM village_target WHERE village_id = ?", (villages[5],))
        writer.delete("village_target", found)
    assert [one.number for one in History(desk.engine).operations] == list(range(1, 8))


def fill_households(writer: OperationWriter, villages: list[str]) -> None:
    rows = []
    for number in range(300):
        head = f"{FAMILY[number % len(FAMILY)]} Văn {GIVEN[number % len(GIVEN)]}"
        rows.append(
            {
                "village_id": villages[number % len(villages)],
                "code": f"{number:03d}",
                "head_name": head,
                "head_folded": fold(head),
                "head_sort": person_sort_key(head),
                "people_count": number % 8 + 1,
                "address": "",
            }
        )
    writer.insert_many("household", rows)
