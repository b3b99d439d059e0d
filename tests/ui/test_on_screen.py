"""The window opens on a real screen (under Xvfb, where that is installed) and shows itself there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from povertydesk.ui.theme import LIGHT

ROOT = Path(__file__).resolve().parents[2]
XVFB = shutil.which("xvfb-run") if sys.platform == "linux" and shutil.which("xauth") else None
PAGES = ("targets", "plan", "settings")


@pytest.fixture(scope="module")
def pictures(
    tmp_path_factory: pytest.TempPathFactory, compiled_catalogues: Path, strange_home: Path
) -> dict[str, QImage]:
    folder = tmp_path_factory.mktemp("screen")
    environment = os.environ | {
        "POVERTYDESK_DATA": str(folder / "data"),
        "HOME": str(strange_home),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "xcb" if XVFB else "offscreen",
    }
    file = folder / "cam-long.pdesk"
    ours = [sys.executable, "-m", "povertydesk", "sample", str(file)]
    subprocess.run(ours, env=environment, check=True, capture_output=True, timeout=60)
    screen = [XVFB, "-a", "-s", "-screen 0 1366x768x24"] if XVFB else []
    child = [*screen, sys.executable, "-m", "tests.ui.on_screen", str(file), str(compiled_catalogues), str(folder)]
    ended = subprocess.run(child, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=90, check=False)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.split()[-1] == environment["QT_QPA_PLATFORM"]
    assert not list(folder.glob("~*"))
    return {name: QImage(str(folder / f"{name}.png")) for name in PAGES}


def points(image: QImage) -> list[str]:
    return [image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]


@pytest.mark.parametrize("name", PAGES)
def test_the_window_stands_on_the_screen(pictures: dict[str, QImage], name: str) -> None:
    image = pictures[name]
    if XVFB:
        assert (image.width(), image.height()) == (1366, 768)
    shown = points(image)
    # The head of the window, its quiet ground, its text, and the page that is chosen.
    for colour in (LIGHT.paper, LIGHT.window, LIGHT.accent_soft):
        assert shown.count(QColor(colour).name()) > 100
    dark = [colour for colour in shown if QColor(colour).lightness() < 100]
    assert len(dark) > 300
    assert len(set(shown)) > 50


def test_each_page_is_another_picture(pictures: dict[str, QImage]) -> None:
    assert pictures["targets"] != pictures["plan"] != pictures["settings"]
