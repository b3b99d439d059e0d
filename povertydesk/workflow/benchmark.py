"""How long the one search box takes in a large commune, beside a LIKE over the folded names on the same connection."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from povertydesk.store.find_floor import names_like
from povertydesk.workflow.find_people import find_people
from povertydesk.workflow.sample import add_practice_households, add_practice_people, make_sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from povertydesk.workflow.desk import Desk, Program

PEOPLE = 100_000
_PER_HOUSEHOLD = 4
_REPEATS = 9
_SEARCHES = {
    "find": ("định", "a given name"),
    "find-folded": ("ha thi dinh", "a whole name without accents"),
    "find-initials": ("nvd", "initials"),
    "find-digits": ("4719", "last digits of a citizen number"),
    "find-code": ("00417", "a household code"),
    "find-village": ("phi long", "a village"),
    "find-nobody": ("xyz", "what nobody is called"),
}


def benchmark_find(program: Program, size: int | None = None) -> list[dict[str, Any]]:
    """Time each kind of search among `size` people, in turn with its floor, in the shape the command line prints."""
    wanted = size or PEOPLE
    with tempfile.TemporaryDirectory(prefix="povertydesk-bench-") as folder:
        desk = make_sample(Path(folder, "people.pdesk"), program, with_households=False)
        try:
            add_practice_households(desk, -(-wanted // _PER_HOUSEHOLD))
            add_practice_people(desk, _PER_HOUSEHOLD)
            return [_result(desk, name, wanted) for name in _SEARCHES]
        finally:
            desk.close()


def _result(desk: Desk, name: str, size: int) -> dict[str, Any]:
    text, kind = _SEARCHES[name]
    seconds, floor_seconds = [], []
    for _ in range(_REPEATS):
        seconds.append(_taken(lambda: find_people(desk, text)))
        floor_seconds.append(_taken(lambda: names_like(desk.engine, text)))
    # What else the PC does only ever adds time: the shortest run is the one that measures the program.
    taken, floor = min(seconds), min(floor_seconds)
    return {
        "name": name,
        "size": size,
        "seconds": round(taken, 4),
        "floor_seconds": round(floor, 4),
        "ratio": round(taken / floor, 3),
        "peak_mb": round(_peak_megabytes(), 1),
        "note": f"{kind} / LIKE over the folded names",
    }


def _taken(task: Callable[[], object]) -> float:
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def _peak_megabytes() -> float:
    """Return the most memory this process has held; Windows keeps no such count that Python can read."""
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
