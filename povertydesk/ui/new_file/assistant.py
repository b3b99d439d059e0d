"""The new-file assistant: the office, its area and region, who receives its papers, who signs, where the file goes."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from povertydesk.poverty.area import AreaType, OfficeLevel
from povertydesk.poverty.plan import SigningForm
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.poverty.vietnamese import clean_line, fold
from povertydesk.ui.fields.entry_field import EntryField
from povertydesk.ui.fields.labelled import labelled
from povertydesk.ui.fields.region_choice import RegionChoice
from povertydesk.ui.file_choice import ask_where_to_save
from povertydesk.ui.notices import NoticeLine
from povertydesk.workflow.start_file import FILE_SUFFIX, NewOffice, Signer, start_file

if TYPE_CHECKING:
    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.desk import Desk, Program


_COLUMN_WIDTH = 290


class NewFileAssistant(QDialog):
    """Asks once for what a file must know of its office, and makes the file."""

    def __init__(self, program: Program, messages: Messages, folder: Path, parent: QWidget | None = None) -> None:
        """Propose to keep the file in `folder`."""
        super().__init__(parent)
        self._program = program
        self._messages = messages
        self._folder = folder
        self._path_typed = False
        self.desk: Desk | None = None
        self.setWindowTitle(self.tr("New file"))
        self._build()

    def make_file(self) -> None:
        """Make the file from what was entered; a fault is said where it stands."""
        for field in (self.name, self.code, self.path):
            field.show_fault("")
        self.notice.clear()
        if not self.name.text:
            self._fault(self.name, self.tr("Enter the full name, for instance “Xã Cẩm Long”."))
            return
        if self.area.currentIndex() < 0:
            self.notice.say(self.tr("Choose whether the commune is rural or urban."), Severity.ERROR)
            self.area.setFocus()
            return
        if not self.path.text:
            self._fault(self.path, self.tr("Choose where the file is kept."))
            return
        try:
            self.desk = start_file(self.chosen_path(), self._office(), self._program)
        except KnownError as error:
            sentence = self._messages.of_error(error)
            fields = {"office-code-malformed": self.code, "file-exists": self.path, "folder-missing": self.path}
            if error.code in fields:
                self._fault(fields[error.code], sentence)
            else:
                self.notice.say(sentence, Severity.ERROR)
            return
        self.accept()

    def chosen_path(self) -> Path:
        """Return where the file will lie: in the proposed folder where none is named, with the program's own ending."""
        path = self._folder / Path(self.path.text).expanduser()
        return path if path.suffix == FILE_SUFFIX else path.with_name(path.name + FILE_SUFFIX)

    def _build(self) -> None:
        self.name = EntryField(self.tr("&Name of the office"), hint="Xã Cẩm Long")
        self.name.editor.textChanged.connect(self._propose_path)
        self.area = _choice(
            self.tr("Choose…"), [(self.tr("Rural"), AreaType.RURAL.value), (self.tr("Urban"), AreaType.URBAN.value)]
        )
        self.region = RegionChoice()
        self.level = _choice(
            "",
            [
                (self.tr("Commune office"), OfficeLevel.COMMUNE.value),
                (self.tr("Office that receives many communes"), OfficeLevel.RECEIVING.value),
            ],
        )
        self.level.setCurrentIndex(0)
        self.code = EntryField(self.tr("Unit &code (may be left empty)"), hint=self.tr("5 digits"))
        self.receiving = EntryField(self.tr("O&ffice that receives the papers"), hint="UBND tỉnh Thanh Hóa")
        self.chair = EntryField(self.tr("C&hair of the committee"), hint="Hà Văn Mẫu")
        self.deputy = EntryField(self.tr("&Deputy chair"), hint="Lê Thị Thử")
        self.path = EntryField(self.tr("File"))
        self.path.editor.textEdited.connect(self._on_path_typed)
        self.browse = QPushButton(self.tr("Elsewhere…"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._ask_for_path)
        self.notice = NoticeLine()
        self.make_button = QPushButton(self.tr("&Make the file"))
        self.make_button.setProperty("role", "primary")
        self.make_button.setDefault(True)
        self.make_button.clicked.connect(self.make_file)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self._arrange()

    def _arrange(self) -> None:
        title = QLabel(self.tr("New file"))
        title.setProperty("role", "title")
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(labelled(self.tr("&Area (decides the poverty line)"), self.area), 0, 1)
        grid.addWidget(labelled(self.tr("&Region (decides the score table)"), self.region), 1, 0)
        grid.addWidget(self.code, 1, 1)
        grid.addWidget(labelled(self.tr("&Kind of file"), self.level), 2, 0)
        grid.addWidget(self.receiving, 2, 1)
        grid.addWidget(self.chair, 3, 0)
        grid.addWidget(self.deputy, 3, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, _COLUMN_WIDTH)
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignBottom)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.make_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addLayout(grid)
        layout.addLayout(place)
        layout.addWidget(self.notice)
        layout.addLayout(buttons)
        order = (
            self.name.editor,
            self.area,
            self.region,
            self.code.editor,
            self.level,
            self.receiving.editor,
            self.chair.editor,
            self.deputy.editor,
            self.path.editor,
            self.browse,
            self.cancel_button,
            self.make_button,
        )
        for before, after in itertools.pairwise(order):
            self.setTabOrder(before, after)
        self.name.setFocus()

    def _office(self) -> NewOffice:
        signers = [
            Signer(self.chair.text, "Chủ tịch", SigningForm.FOR_BODY),
            Signer(self.deputy.text, "Phó Chủ tịch", SigningForm.FOR_HEAD),
        ]
        return NewOffice(
            name=self.name.text,
            area=AreaType(self.area.currentData()),
            code=self.code.text or None,
            level=OfficeLevel(self.level.currentData()),
            region=self.region.region,
            receiving_office=self.receiving.text,
            signers=[signer for signer in signers if signer.name],
        )

    def _fault(self, field: EntryField, sentence: str) -> None:
        field.show_fault(sentence)
        field.setFocus()

    def _propose_path(self, name: str) -> None:
        if not self._path_typed:
            self.path.editor.setText(str(self._folder / _file_name(name)))

    def _on_path_typed(self, _text: str) -> None:
        self._path_typed = True

    def _ask_for_path(self) -> None:
        proposed = self.chosen_path() if self.path.text else self._folder / _file_name(self.name.text)
        chosen = ask_where_to_save(self, self.tr("Where the file is kept"), "PovertyDesk (*.pdesk)", proposed)
        if chosen is not None:
            self._path_typed = True
            self.path.editor.setText(str(chosen))


def _file_name(office: str) -> str:
    words = fold(clean_line(office)).split()
    for kind in ("xa", "phuong", "huyen", "tinh"):
        if words[:1] == [kind] and len(words) > 1:
            words = words[1:]
    kept = "-".join("".join(letter for letter in word if letter.isalnum()) for word in words)
    return f"{kept or 'povertydesk'}{FILE_SUFFIX}"


def _choice(placeholder: str, entries: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setPlaceholderText(placeholder)
    for words, value in entries:
        box.addItem(words, value)
    box.setCurrentIndex(-1)
    return box
