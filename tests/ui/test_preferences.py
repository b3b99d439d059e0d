from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from povertydesk.ui.preferences import FormPlace, Preferences


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def kept(settings: QSettings) -> Preferences:
    return Preferences(settings)


def again(settings: QSettings) -> Preferences:
    settings.sync()
    return Preferences(QSettings(settings.fileName(), QSettings.Format.IniFormat))


def test_it_begins_in_vietnamese_and_with_nothing_known(kept: Preferences, tmp_path: Path) -> None:
    assert kept.language == "vi"
    assert kept.officer == ""
    assert kept.recent_files == ()
    assert kept.page_of(tmp_path / "a.pdesk") == ""
    assert kept.state("plan") is None
    assert kept.backups_of(tmp_path / "a.pdesk") is None


def test_what_was_chosen_is_there_the_next_day(kept: Preferences, settings: QSettings) -> None:
    kept.language = "en"
    kept.officer = "Hà Thị Mai"
    kept.keep_state("plan", QByteArray(b"\x00\x01"))
    assert again(settings).language == "en"
    assert again(settings).officer == "Hà Thị Mai"
    assert again(settings).state("plan") == QByteArray(b"\x00\x01")


def test_an_unknown_language_is_vietnamese(kept: Preferences, settings: QSettings) -> None:
    settings.setValue("language", "fr")
    assert kept.language == "vi"


def test_the_last_files_come_first_and_once(kept: Preferences, settings: QSettings, tmp_path: Path) -> None:
    files = [tmp_path / f"xã {number}.pdesk" for number in range(10)]
    for path in [*files, files[5]]:
        kept.remember_file(path)
    expected = (files[5], files[9], files[8], files[7], files[6], files[4], files[3], files[2])
    assert again(settings).recent_files == expected
    kept.forget_file(files[9])
    assert again(settings).recent_files == (files[5], *expected[2:])


def test_a_single_recent_file_is_a_list_too(kept: Preferences, settings: QSettings, tmp_path: Path) -> None:
    kept.remember_file(tmp_path / "a.pdesk")
    assert again(settings).recent_files == (tmp_path / "a.pdesk",)
    settings.setValue("recent_files", 7)
    assert kept.recent_files == ()


def test_each_file_has_its_page_and_its_backups(kept: Preferences, settings: QSettings, tmp_path: Path) -> None:
    first, second = tmp_path / "a.pdesk", tmp_path / "b.pdesk"
    kept.remember_page(first, "plan")
    kept.remember_page(second, "targets")
    kept.remember_backups(first, tmp_path)
    kept.remember_backups(second, tmp_path / "gone")
    read = again(settings)
    assert (read.page_of(first), read.page_of(second)) == ("plan", "targets")
    assert (read.backups_of(first), read.backups_of(second)) == (tmp_path, None)


def test_each_file_has_its_form_and_what_was_typed_into_it(
    kept: Preferences, settings: QSettings, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.pdesk", tmp_path / "b.pdesk"
    kept.remember_form_place(first, FormPlace("round", "household", "toilet"))
    kept.keep_typed_texts(first, {"round household note": "đi làm"})
    read = again(settings)
    assert read.form_place(first) == FormPlace("round", "household", "toilet")
    assert read.typed_texts(first) == {"round household note": "đi làm"}
    assert (read.form_place(second), read.typed_texts(second)) == (None, {})
    kept.remember_form_place(first, FormPlace("round", "household", ""))
    assert again(settings).form_place(first) == FormPlace("round", "household", "")
    kept.remember_form_place(first, None)
    assert again(settings).form_place(first) is None


@pytest.mark.parametrize("damaged", ["{", "[]", "7"])
def test_damaged_notes_of_what_was_typed_are_none(
    kept: Preferences, settings: QSettings, tmp_path: Path, damaged: str
) -> None:
    file = tmp_path / "a.pdesk"
    kept.keep_typed_texts(file, {"field": "12"})
    (key,) = (one for one in settings.allKeys() if one.startswith("typed/"))
    settings.setValue(key, damaged)
    assert kept.typed_texts(file) == {}


def test_a_template_is_found_by_its_name_while_it_is_there(
    kept: Preferences, settings: QSettings, tmp_path: Path
) -> None:
    template = tmp_path / "Biểu mẫu.xlsx"
    template.write_bytes(b"x")
    assert kept.template_named("Biểu mẫu.xlsx") is None
    kept.remember_template(template)
    assert again(settings).template_named("Biểu mẫu.xlsx") == template
    template.unlink()
    assert again(settings).template_named("Biểu mẫu.xlsx") is None


def test_a_window_stands_where_it_stood(qtbot: QtBot, kept: Preferences, settings: QSettings) -> None:
    place = QRect(40, 60, 512, 333)
    window, other = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(other)
    assert not kept.restore_window(window)
    window.setGeometry(place)
    kept.keep_window(window)
    assert again(settings).restore_window(other)
    assert other.geometry() == place
    assert not kept.restore_window(other, "welcome")
