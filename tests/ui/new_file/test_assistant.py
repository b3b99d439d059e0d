from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from povertydesk.poverty.area import AreaType, OfficeLevel, Region
from povertydesk.poverty.plan import SigningForm
from povertydesk.poverty.problems import KnownError
from povertydesk.ui.new_file import assistant as module
from povertydesk.ui.new_file.assistant import NewFileAssistant
from povertydesk.ui.start import Office
from povertydesk.workflow import draft_plan
from povertydesk.workflow.desk import Program
from tests.ui.hands import Hands

Sentence = Callable[..., str]


@pytest.fixture
def assistant(qtbot: QtBot, office: Office, program: Program, documents: Path) -> Iterator[NewFileAssistant]:
    assistant = NewFileAssistant(program, office.messages, documents)
    qtbot.addWidget(assistant)
    with qtbot.waitActive(assistant):
        assistant.show()
        assistant.activateWindow()
    yield assistant
    if assistant.desk is not None:
        assistant.desk.close()


def test_a_whole_file_is_made_by_keys(assistant: NewFileAssistant, documents: Path, hands: Hands) -> None:
    assert assistant.name.editor.hasFocus()
    hands.write("Phường Ngọc Châu")
    hands.tab()
    hands.press(Qt.Key.Key_Down, times=2)
    hands.tab()
    hands.press(Qt.Key.Key_Down)
    hands.tab()
    hands.write("14950")
    hands.tab()
    hands.press(Qt.Key.Key_Down)
    hands.tab()
    hands.compose("Bộ Nông nghiệp")
    hands.tab(3)
    assert assistant.path.editor.text() == str(documents / "ngoc-chau.pdesk")
    hands.enter()
    desk = assistant.desk
    assert desk is not None
    unit = desk.unit
    assert (unit.name, unit.area, unit.region, unit.code, unit.level, unit.receiving_office) == (
        "Phường Ngọc Châu",
        AreaType.URBAN,
        Region.RED_RIVER_DELTA,
        "14950",
        OfficeLevel.RECEIVING,
        "Bộ Nông nghiệp",
    )
    assert draft_plan.list_officers(desk) == ()
    assert not assistant.isVisible()


def test_signers_are_optional_and_sign_as_their_office_does(assistant: NewFileAssistant, hands: Hands) -> None:
    hands.write("Xã Cẩm Long")
    assistant.area.setCurrentIndex(0)
    assistant.deputy.setFocus()
    hands.write("Lê Thị Thử")
    hands.enter()
    assert assistant.desk is not None
    (officer,) = draft_plan.list_officers(assistant.desk)
    assert (officer.name, officer.position, officer.signing_form) == (
        "Lê Thị Thử",
        "Phó Chủ tịch",
        SigningForm.FOR_HEAD,
    )


def test_enter_leads_to_what_is_still_missing(assistant: NewFileAssistant, hands: Hands) -> None:
    hands.enter()
    assert assistant.name.fault.text() == "Hãy nhập tên đầy đủ, ví dụ “Xã Cẩm Long”."
    assert assistant.name.editor.hasFocus()
    hands.write("Xã Cẩm Long")
    hands.enter()
    assert assistant.name.fault.text() == ""
    assert assistant.notice.sentence == "Hãy chọn địa bàn là nông thôn hay thành thị."
    assert assistant.area.hasFocus()
    hands.press(Qt.Key.Key_Down)
    assistant.path.setFocus()
    hands.retype("")
    hands.enter()
    assert assistant.path.fault.text() == "Hãy chọn nơi lưu tệp."
    assert assistant.desk is None


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("Xã Cẩm Long", "cam-long"),
        ("Xã", "xa"),
        ("Huyện Krông Nô", "krong-no"),
        ("  Phường  Đống  Đa ", "dong-da"),
        ("Xã Ngọc/Châu:1", "ngocchau1"),
        ("///", "povertydesk"),
    ],
)
def test_the_file_is_named_after_the_office(assistant: NewFileAssistant, documents: Path, unit: str, name: str) -> None:
    assistant.name.editor.setText(unit)
    assert assistant.chosen_path() == documents / f"{name}.pdesk"


def test_a_place_that_was_typed_is_kept(assistant: NewFileAssistant, documents: Path, hands: Hands) -> None:
    assistant.path.setFocus()
    hands.retype("nam 2023")
    assistant.name.setFocus()
    hands.write("Xã Cẩm Long")
    assert assistant.chosen_path() == documents / "nam 2023.pdesk"


def test_a_file_that_is_there_is_not_written_over(
    assistant: NewFileAssistant, documents: Path, hands: Hands, sentence: Sentence
) -> None:
    (documents / "cam-long.pdesk").write_text("của tôi", encoding="utf-8")
    hands.write("Xã Cẩm Long")
    assistant.area.setCurrentIndex(0)
    hands.enter()
    assert assistant.path.fault.text() == sentence("file-exists", file="cam-long.pdesk")
    assert assistant.path.editor.hasFocus()
    assert (documents / "cam-long.pdesk").read_text(encoding="utf-8") == "của tôi"
    hands.retype("khac")
    hands.enter()
    assert assistant.desk is not None
    assert assistant.desk.path == documents / "khac.pdesk"


@pytest.mark.parametrize(
    ("field", "text", "code", "values"),
    [
        ("code", "123", "office-code-malformed", {"code": "123"}),
        ("path", "khong-co/a", "folder-missing", {"folder": "{documents}/khong-co"}),
    ],
)
def test_a_fault_stands_under_its_field(
    assistant: NewFileAssistant,
    documents: Path,
    hands: Hands,
    sentence: Sentence,
    field: str,
    text: str,
    code: str,
    values: dict[str, str],
) -> None:
    hands.write("Xã Cẩm Long")
    assistant.area.setCurrentIndex(0)
    entry = getattr(assistant, field)
    entry.setFocus()
    hands.retype(text)
    hands.enter()
    named = {name: value.replace("{documents}", str(documents)) for name, value in values.items()}
    assert entry.fault.text() == sentence(code, **named)
    assert entry.editor.hasFocus()
    assert assistant.desk is None


def test_a_folder_that_takes_nothing_is_said_in_the_dialog(
    assistant: NewFileAssistant, hands: Hands, sentence: Sentence, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise KnownError("disk-full", file="cam-long.pdesk", folder="D:")

    monkeypatch.setattr(module, "start_file", refuse)
    hands.write("Xã Cẩm Long")
    assistant.area.setCurrentIndex(0)
    hands.enter()
    assert assistant.notice.sentence == sentence("disk-full", file="cam-long.pdesk", folder="D:")
    assert assistant.isVisible()


def test_another_place_is_chosen_in_the_systems_dialog(
    assistant: NewFileAssistant, tmp_path: Path, hands: Hands
) -> None:
    hands.write("Xã Cẩm Long")

    def choose(dialog: QFileDialog) -> None:
        assert dialog.selectedFiles() == [str(assistant.chosen_path())]
        hands.retype(str(tmp_path / "o-day"))
        hands.enter()

    hands.when_asked(QFileDialog, choose)
    assistant.browse.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert assistant.chosen_path() == tmp_path / "o-day.pdesk"
    assistant.name.editor.setText("Xã Cẩm Ngọc")
    assert assistant.chosen_path() == tmp_path / "o-day.pdesk"


def test_escape_makes_nothing(assistant: NewFileAssistant, documents: Path, hands: Hands) -> None:
    hands.write("Xã Cẩm Long")
    hands.press(Qt.Key.Key_Escape)
    assert not assistant.isVisible()
    assert assistant.desk is None
    assert list(documents.iterdir()) == []
