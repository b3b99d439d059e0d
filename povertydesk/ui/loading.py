"""Loading Qt beside the rest of the program without its slowing every later import.

PySide6 puts its own import in the place of Python's, which reads and searches the source of each module loaded after
it for a language feature that this program never uses. What the first paint needs of the rooms below is therefore
loaded first, and Python's own import is put back once Qt is there.
"""

from __future__ import annotations

import builtins
import importlib

_NEEDED_FOR_THE_FIRST_PAINT = (
    "povertydesk.poverty.official_text",
    "povertydesk.poverty.vietnamese",
    "povertydesk.workflow.open_desk",
    "povertydesk.workflow.record_villages",
    "povertydesk.workflow.set_targets",
)


def load_qt() -> None:
    """Load what the first paint needs, then Qt, and give the interpreter its import back."""
    for name in (*_NEEDED_FOR_THE_FIRST_PAINT, "PySide6.QtWidgets"):
        importlib.import_module(name)
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
