"""Loading Qt for the window, in a process of its own as at a real start."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import builtins, sys
from povertydesk.ui.loading import load_qt
load_qt()
import povertydesk.ui.records.columns
print("PySide6.QtWidgets" in sys.modules, "povertydesk.workflow.open_desk" in sys.modules, builtins.__import__.__name__)
"""


def test_after_loading_qt_the_program_imports_as_python_does() -> None:
    said = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True, timeout=60)
    has_qt, has_rooms, name = said.stdout.split()
    assert (has_qt, has_rooms) == ("True", "True")
    assert name != "__feature_import__"
