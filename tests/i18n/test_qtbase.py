from __future__ import annotations

import re
import shutil
import struct
import subprocess
import sys
import sysconfig
import unicodedata
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from lxml import etree
from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrinter, QPrintPreviewDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget

SOURCE = Path(__file__).resolve().parents[2] / "i18n" / "qtbase_vi.ts"


class Message(NamedTuple):
    context: str
    english: str
    vietnamese: str


def translations() -> list[Message]:
    return [
        Message(
            context.findtext("name") or "",
            message.findtext("source") or "",
            message.findtext("translation") or "",
        )
        for context in etree.parse(str(SOURCE)).getroot().findall("context")
        for message in context.findall("message")
    ]


def told(message: Message) -> str:
    return f"{message.context}: {message.english!r} -> {message.vietnamese!r}"


def test_every_text_is_translated() -> None:
    root = etree.parse(str(SOURCE)).getroot()
    assert root.get("language") == "vi_VN"
    assert not root.findall(".//location"), "line numbers hide what a change is about"
    untranslated = [told(message) for message in translations() if not message.vietnamese.strip()]
    assert not untranslated
    assert not root.findall(".//translation[@type]"), "unfinished, obsolete or vanished"
    # Qt 6.11 counts nothing in these texts; where it will, Vietnamese has one form.
    assert all(len(found.findall(".//numerusform")) == 1 for found in root.findall(".//message[@numerus]"))


def test_no_text_stands_twice() -> None:
    root = etree.parse(str(SOURCE)).getroot()
    keys = Counter(
        (context.findtext("name"), message.findtext("source"), message.findtext("comment"))
        for context in root.findall("context")
        for message in context.findall("message")
    )
    assert [key for key, count in keys.items() if count > 1] == []


def kept(text: str) -> dict[str, object]:
    """What must be the same in both languages: what a program fills in, draws or breaks."""
    return {
        "placeholders": sorted(re.findall(r"%(?:L?\d+|n|p)", text)),
        "elements": sorted(re.findall(r"</?(?:a|p|h3|b)\b[^>]*>", text)),
        "lines": text.count("\n"),
        "backslashes": text.count("\\"),
        "first blank": text[:1].isspace(),
        "last blank": text[-1:].isspace(),
        "ellipsis": text.endswith("..."),
        "colon": text.endswith(":"),
        "full stop": text.endswith("."),
        "question mark": text.endswith("?"),
    }


def test_what_programs_fill_in_is_kept() -> None:
    changed = [told(message) for message in translations() if kept(message.english) != kept(message.vietnamese)]
    assert not changed


def accelerators(text: str) -> list[str]:
    """The keys after `&`; `&&` is a plain ampersand and `&nbsp;` is HTML."""
    return [key.lower() for key in re.findall(r"&(?!nbsp;)(\S)", text.replace("&&", ""))]


def test_accelerators_stand_where_english_has_them_on_keys_of_every_keyboard() -> None:
    wrong = [
        told(message)
        for message in translations()
        if len(accelerators(message.english)) != len(accelerators(message.vietnamese))
        or any(not re.fullmatch(r"[a-z0-9]", key) for key in accelerators(message.vietnamese))
    ]
    assert not wrong


def test_letters_are_composed_and_tone_marks_stand_where_official_papers_have_them() -> None:
    assert unicodedata.is_normalized("NFC", SOURCE.read_text(encoding="utf-8"))
    # "hóa, xóa, hủy, tùy", not "hoá, xoá, huỷ, tuỳ"; "quý" has its mark on the vowel in either way.
    other_style = re.compile(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b", re.IGNORECASE)
    assert not [told(message) for message in translations() if other_style.search(message.vietnamese)]


def test_two_keys_never_have_one_name() -> None:
    # A shortcut is written and read by these names; Qt itself has two names for the key Print Screen.
    names = Counter(message.vietnamese for message in translations() if message.context == "QShortcut")
    assert [name for name, count in names.items() if count > 1] == ["Print Screen"]


QM_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
QM_MESSAGES = 0x69
TAG_END, TAG_TRANSLATION, TAG_SOURCE, TAG_CONTEXT = 1, 3, 6, 7
TAGS_WITH_LENGTH = {TAG_TRANSLATION, TAG_SOURCE, TAG_CONTEXT, 2, 4, 8}


def asked_for(compiled: Path) -> set[tuple[str, str]]:
    """Context and English text of every message of a compiled translation, as Qt's own reader finds them."""
    data = compiled.read_bytes()
    assert data.startswith(QM_MAGIC)
    sections: dict[int, bytes] = {}
    place = len(QM_MAGIC)
    while place < len(data):
        tag, length = struct.unpack_from(">BI", data, place)
        sections[tag] = data[place + 5 : place + 5 + length]
        place += 5 + length
    messages = sections[QM_MESSAGES]
    found: set[tuple[str, str]] = set()
    parts: dict[int, bytes] = {}
    place = 0
    while place < len(messages):
        tag = messages[place]
        place += 1
        if tag == TAG_END:
            found.add((parts[TAG_CONTEXT].decode(), parts[TAG_SOURCE].decode()))
            parts = {}
            continue
        assert tag in TAGS_WITH_LENGTH, f"unknown tag {tag} in {compiled.name}"
        (length,) = struct.unpack_from(">I", messages, place)
        parts[tag] = messages[place + 4 : place + 4 + length]
        place += 4 + length
    return found


# German is the language Qt itself looks after; the Kazakh of Qt 6.11 has the names of file types as well.
@pytest.mark.parametrize("language", ["de", "kk"])
def test_nothing_that_another_language_of_qt_translates_is_missing(language: str) -> None:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    asked = asked_for(folder / f"qtbase_{language}.qm")
    assert len(asked) > 1700
    missing = asked - {(message.context, message.english) for message in translations()}
    assert not missing, "add these to i18n/qtbase_vi.ts"


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("i18n") / "qtbase_vi.qm"
    lrelease = shutil.which("pyside6-lrelease", path=sysconfig.get_path("scripts"))
    assert lrelease is not None
    subprocess.run([lrelease, SOURCE, "-qm", target], capture_output=True, check=True)
    return target


def test_the_compiled_file_holds_every_text(compiled: Path) -> None:
    assert asked_for(compiled) == {(message.context, message.english) for message in translations()}


@contextmanager
def in_vietnamese(compiled: Path) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(compiled))
    assert QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)


def message_box() -> QWidget:
    box = QtWidgets.QMessageBox()  # noqa: TID251 (what Qt writes on its buttons is under test here)
    for button in box.StandardButton:
        if box.StandardButton.FirstButton.value <= button.value <= box.StandardButton.LastButton.value:
            box.addButton(button)
    box.setDetailedText("…")
    return box


def file_dialog() -> QWidget:
    dialog = QtWidgets.QFileDialog()
    dialog.setOption(dialog.Option.DontUseNativeDialog)
    return dialog


def saving_dialog() -> QWidget:
    dialog = QtWidgets.QFileDialog()
    dialog.setOption(dialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    return dialog


def folder_dialog() -> QWidget:
    dialog = QtWidgets.QFileDialog()
    dialog.setOption(dialog.Option.DontUseNativeDialog)
    dialog.setFileMode(dialog.FileMode.Directory)
    return dialog


def color_dialog() -> QWidget:
    dialog = QtWidgets.QColorDialog()
    dialog.setOptions(dialog.ColorDialogOption.DontUseNativeDialog | dialog.ColorDialogOption.ShowAlphaChannel)
    return dialog


def font_dialog() -> QWidget:
    dialog = QtWidgets.QFontDialog()
    dialog.setOption(dialog.FontDialogOption.DontUseNativeDialog)
    return dialog


def input_dialog() -> QWidget:
    dialog = QtWidgets.QInputDialog()
    dialog.setInputMode(dialog.InputMode.TextInput)
    dialog.sizeHint()  # Only now Qt puts the fields into it.
    return dialog


def wizard() -> QWidget:
    dialog = QtWidgets.QWizard()
    dialog.setOption(dialog.WizardOption.HaveHelpButton)
    dialog.setWizardStyle(dialog.WizardStyle.ClassicStyle)
    dialog.addPage(QtWidgets.QWizardPage())
    return dialog


def line_edit_menu() -> QWidget:
    window = QtWidgets.QMainWindow()
    edit = QtWidgets.QLineEdit(window)
    edit.createStandardContextMenu()
    return window


def text_menu() -> QWidget:
    window = QtWidgets.QMainWindow()
    edit = QtWidgets.QTextBrowser(window)
    edit.setHtml('<a href="…">…</a>')
    menu = edit.createStandardContextMenu()
    menu.setParent(window)
    return window


def inner_window() -> QWidget:
    area = QtWidgets.QMdiArea()
    area.addSubWindow(QtWidgets.QWidget())
    return area


def print_dialog() -> QWidget:
    dialog = QPrintDialog(QPrinter())
    dialog.setOptions(
        dialog.PrintDialogOption.PrintSelection
        | dialog.PrintDialogOption.PrintCurrentPage
        | dialog.PrintDialogOption.PrintPageRange
    )
    return dialog


def preview_dialog() -> QWidget:
    return QPrintPreviewDialog(QPrinter())


def page_setup_dialog() -> QWidget:
    return QPageSetupDialog(QPrinter())


# Each with some of the texts that it must show.
SCREENS: dict[str, tuple[Callable[[], QWidget], set[str]]] = {
    "message box": (message_box, {"&Có", "&Không", "Hủy", "Lưu", "Không lưu", "Đóng", "Hiện chi tiết..."}),
    "file dialog": (file_dialog, {"&Mở", "Hủy", "Tê&n tệp:", "&Kiểu tệp:", "Tạo thư mục mới", "Ngày sửa đổi"}),
    "saving": (saving_dialog, {"&Lưu", "Hủy", "&Trong thư mục:"}),
    "folder dialog": (folder_dialog, {"&Chọn", "Thư mục:"}),
    "color dialog": (color_dialog, {"Màu cơ &bản", "&Màu đỏ:", "Đồng ý"}),
    "font dialog": (font_dialog, {"&Phông chữ", "&Cỡ chữ", "Hiệu ứng", "Tiếng Việt"}),
    "input dialog": (input_dialog, {"Nhập một giá trị:", "Đồng ý", "Hủy"}),
    "progress": (QtWidgets.QProgressDialog, {"Hủy"}),
    "error message": (QtWidgets.QErrorMessage, {"Đồn&g ý", "&Hiện lại thông báo này lần sau"}),
    "wizard": (wizard, {"&Tiếp >", "< &Quay lại", "&Hoàn tất", "Trợ &giúp", "Hủy"}),
    "line edit menu": (line_edit_menu, {"&Hoàn tác", "&Làm lại", "Cắ&t", "&Sao chép", "&Dán", "Chọn tất cả"}),
    "text menu": (text_menu, {"&Sao chép", "Sao chép địa chỉ liên &kết", "Chọn tất cả"}),
    "inner window": (inner_window, {"&Khôi phục", "&Phóng to", "Đón&g"}),
}
if sys.platform != "win32":
    # Windows shows its own print dialogs, in its own language.
    SCREENS |= {
        "print dialog": (print_dialog, {"&In", "Số bản:", "Phạm vi in", "In tất cả", "In hai mặt"}),
        "print preview": (preview_dialog, {"Vừa chiều rộng", "Trang sau", "Thiết lập trang", "Khổ ngang"}),
        "page setup": (page_setup_dialog, {"Khổ giấy:", "Khổ dọc", "Lề", "Phong bì DL", "Milimét (mm)"}),
    }

# What stands on a screen as data: folders, and the printers of this machine.
DATA = {"lookInCombo", "printers", "location", "type"}

# Sizes of paper, printers' units and the number of pages on a sheet have one name in all languages.
SAME_IN_VIETNAMESE = re.compile(
    r"[ABC]\d+|JIS B\d+|ANSI [CDE]|(Letter|Ledger|Tabloid) / ANSI [AB]|Legal|Quarto|Statement|Super [AB]"
    r"|(Pica|Didot|Cicero) \(.+\)|\d+ \(\dx\d\)"
)


def texts_of(widget: QWidget) -> Iterator[str]:
    """Every text that one widget shows, its tool tip and the texts of its columns, tabs and choices."""
    yield widget.windowTitle()
    yield widget.toolTip()
    match widget:
        case QtWidgets.QAbstractButton() | QtWidgets.QLabel():
            yield widget.text()
        case QtWidgets.QGroupBox():
            yield widget.title()
        case QtWidgets.QTabBar():
            yield from (widget.tabText(index) for index in range(widget.count()))
        case QtWidgets.QComboBox():
            yield from (widget.itemText(index) for index in range(widget.count()))
        case QtWidgets.QHeaderView() if widget.orientation() is Qt.Orientation.Horizontal:
            model = widget.model()
            yield from (str(model.headerData(n, widget.orientation())) for n in range(model.columnCount()))
        case _:
            return


def widgets_of(screen: QWidget) -> list[QWidget]:
    children = [*screen.findChildren(QtWidgets.QWidget), screen]
    return [widget for widget in children if widget.objectName() not in DATA]


def texts_on(screen: QWidget) -> set[str]:
    texts = {text for widget in widgets_of(screen) for text in texts_of(widget)}
    for action in screen.findChildren(QAction):
        texts |= {action.text(), action.toolTip()}
    # A menu shows the shortcut after a tab.
    texts = {text.partition("\t")[0] for text in texts}
    return {text for text in texts if re.search(r"[^\W\d_]", text)}


@pytest.mark.qt_log_ignore("QPageSetupDialog: Cannot be used on non-native printers")
@pytest.mark.parametrize("name", SCREENS)
def test_no_english_stands_on_a_screen_of_qt(qapp: QApplication, compiled: Path, name: str) -> None:
    make, expected = SCREENS[name]
    english = texts_on(make())
    with in_vietnamese(compiled):
        vietnamese = texts_on(make())
    assert expected <= vietnamese
    left = {text for text in english & vietnamese if not SAME_IN_VIETNAMESE.fullmatch(text)}
    assert not left
    assert texts_on(make()) == english


def doubled(texts: list[str]) -> list[str]:
    counts = Counter(key for text in texts for key in accelerators(text))
    return [key for key, count in counts.items() if count > 1]


@pytest.mark.qt_log_ignore("QPageSetupDialog: Cannot be used on non-native printers")
@pytest.mark.parametrize("name", SCREENS)
def test_no_accelerator_stands_twice_on_a_screen_or_in_a_menu(qapp: QApplication, compiled: Path, name: str) -> None:
    make, _ = SCREENS[name]
    with in_vietnamese(compiled):
        screen = make()
        shown = [
            widget.text()
            for widget in widgets_of(screen)
            if isinstance(widget, QtWidgets.QAbstractButton)
            or (isinstance(widget, QtWidgets.QLabel) and widget.buddy() is not None)
        ]
        menus = [[action.text() for action in menu.actions()] for menu in screen.findChildren(QtWidgets.QMenu)]
    assert doubled(shown) == []
    assert [doubled(menu) for menu in menus if doubled(menu)] == []


@pytest.mark.parametrize(
    ("portable", "shown"),
    [
        ("Ctrl+Left", "Ctrl+Trái"),
        ("Shift+Space", "Shift+Phím cách"),
        ("Del", "Del"),
        ("F2", "F2"),
        ("Alt+Up", "Alt+Lên"),
    ],
)
def test_shortcuts_are_shown_and_read_in_vietnamese(
    qapp: QApplication, compiled: Path, portable: str, shown: str
) -> None:
    with in_vietnamese(compiled):
        sequence = QKeySequence(portable, QKeySequence.SequenceFormat.PortableText)
        assert sequence.toString(QKeySequence.SequenceFormat.NativeText) == shown
        assert QKeySequence(shown, QKeySequence.SequenceFormat.NativeText) == sequence
        # The shortcuts inside Qt's file dialog keep their English names, and still work.
        assert QKeySequence(portable, QKeySequence.SequenceFormat.NativeText) == sequence
