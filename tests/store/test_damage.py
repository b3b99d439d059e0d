"""Single flipped bytes, cut-off files: each is either read right or told, and nothing that is refused is changed."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from povertydesk import paths
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.problems import KnownError
from povertydesk.store.authorship import Authorship
from povertydesk.store.check import check_file
from povertydesk.store.desk_file import open_file
from povertydesk.store.engine import Engine
from povertydesk.store.undo import History

HEADER = 100
PAGE = 4096
# Nothing guards these: a clerk never sees them, and nothing is computed from them.
UNGUARDED = {"file_identity": ("program_version",), "_sqlite_migrations": ("applied_at",)}

Content = dict[str, list[tuple[Any, ...]]]


def content(engine: Engine) -> Content:
    """Every value of every table that the program reads, and the tables themselves."""
    tables = [row[0] for row in engine.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    kept = {"": engine.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")}
    for table in tables:
        columns = [row[1] for row in engine.execute(f"PRAGMA table_info({table})")]
        names = ", ".join(column for column in columns if column not in UNGUARDED.get(table, ()))
        kept[table] = sorted(engine.execute(f"SELECT {names} FROM {table}"), key=repr)  # noqa: S608 - of the schema
    History(engine)
    return kept


@pytest.fixture(scope="module")
def messages() -> list[Messages]:
    return [Messages.load(paths.resources("messages"), language) for language in ("vi", "en")]


@pytest.fixture
def examine(tmp_path: Path, worked: Path, author: Authorship, messages: list[Messages]) -> Callable[[bytes], str]:
    """Says what becomes of a file with these bytes: `refused`, `found`, or `right`; anything else is a failure."""
    with_content = Engine(worked, read_only=True)
    expected = content(with_content)
    with_content.close()
    path = tmp_path / "damaged.pdesk"

    def one(data: bytes) -> str:
        path.write_bytes(data)
        came = _come_of(path, author, messages, expected)
        if came == "refused":
            assert path.read_bytes() == data
        assert [file.name for file in tmp_path.iterdir()] == [path.name]
        return came

    return one


def _come_of(path: Path, author: Authorship, messages: list[Messages], expected: Content) -> str:
    try:
        desk = open_file(path, author, "0.1.0", path.parent / "backups")
    except KnownError as error:
        return "refused" if all(path.name in spoken.of_error(error) for spoken in messages) else "without a sentence"
    try:
        findings = check_file(desk.engine)
        if findings:
            sentences = [spoken.of_finding(finding) for spoken in messages for finding in findings]
            return "found" if all(sentences) else "without a sentence"
        assert content(desk.engine) == expected
        return "right"
    finally:
        desk.close()


def flipped(data: bytes, places: Iterable[int], rng: random.Random) -> Iterable[tuple[int, bytes]]:
    for place in places:
        damaged = bytearray(data)
        damaged[place] ^= rng.randrange(1, 256)
        yield place, bytes(damaged)


def spread(size: int, count: int, rng: random.Random) -> list[int]:
    """Places all over a file, one at random in each of equal stretches."""
    return [rng.randrange(size * part // count, size * (part + 1) // count) for part in range(count)]


def test_two_hundred_flipped_bytes(worked: Path, examine: Callable[[bytes], str]) -> None:
    rng = random.Random(20230105)  # noqa: S311 - the same places in every run
    data = worked.read_bytes()
    came = [examine(damaged) for _, damaged in flipped(data, spread(len(data), 200, rng), rng)]
    assert len(came) == 200
    # The damage hits records and figures as well as room that holds nothing.
    assert set(came) == {"refused", "found", "right"}


def test_every_byte_of_the_header(worked: Path, examine: Callable[[bytes], str]) -> None:
    rng = random.Random(7)  # noqa: S311 - the same places in every run
    data = worked.read_bytes()
    came = {place: examine(damaged) for place, damaged in flipped(data, range(HEADER), rng)}
    assert {came[place] for place in (*range(16), *range(68, 72))} == {"refused"}


def test_many_bytes_of_a_table_s_description(worked: Path, examine: Callable[[bytes], str]) -> None:
    rng = random.Random(11)  # noqa: S311 - the same places in every run
    data = worked.read_bytes()
    came = set()
    for described in re.finditer(re.escape(b"CREATE TABLE village ("), data):
        places = range(described.start(), data.index(b"STRICT", described.start()), 5)
        came |= {examine(damaged) for _, damaged in flipped(data, places, rng)}
    assert {"refused", "found"} <= came


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("Nguyễn Văn A", "Nguyễn Văn B"),
        ("2023-01-05T08:00", "2023-01-06T08:00"),
        ("Thôn Phi Long", "Thôn Phi Lang"),
        ("allocate-targets", "allocate-tarxets"),
        ("'insert', 'update'", "'insert', 'apdate'"),
    ],
)
def test_a_word_changed_for_another_is_found(
    words: str, instead: str, worked: Path, examine: Callable[[bytes], str]
) -> None:
    """Pages keep remains of older ones: a word changed there changes nothing that is read."""
    data, old, new = worked.read_bytes(), words.encode(), instead.encode()
    assert len(old) == len(new)
    places = [match.start() for match in re.finditer(re.escape(old), data)]
    came = [examine(data[:place] + new + data[place + len(old) :]) for place in places[:: len(places) // 30 + 1]]
    assert "found" in came
    assert set(came) <= {"found", "right"}


@pytest.mark.parametrize("pages", [0.5, 1, 1.5, 2, 10, 40.25])
def test_a_cut_off_file(pages: float, worked: Path, examine: Callable[[bytes], str]) -> None:
    data = worked.read_bytes()
    assert examine(data[: int(pages * PAGE)]) in {"refused", "found"}


@pytest.mark.parametrize("missing", [1, PAGE, 3 * PAGE, 20 * PAGE + 7])
def test_a_file_whose_end_is_missing(missing: int, worked: Path, examine: Callable[[bytes], str]) -> None:
    assert examine(worked.read_bytes()[:-missing]) in {"refused", "found"}


@pytest.mark.parametrize("filling", [b"\0", b"\xff", b"\xe1"])
def test_a_page_that_was_lost(filling: bytes, worked: Path, examine: Callable[[bytes], str]) -> None:
    data = worked.read_bytes()
    for page in range(1, len(data) // PAGE, 7):
        damaged = data[: page * PAGE] + filling * PAGE + data[(page + 1) * PAGE :]
        assert examine(damaged) in {"refused", "found"}


def test_a_sound_file_is_found_sound(worked: Path, examine: Callable[[bytes], str]) -> None:
    data = worked.read_bytes()
    assert examine(data) == "right"
    assert hashlib.sha256(data).hexdigest() == hashlib.sha256(worked.read_bytes()).hexdigest()


@pytest.mark.torture
def test_thousands_of_flipped_bytes(worked: Path, examine: Callable[[bytes], str]) -> None:
    rng = random.Random(2)  # noqa: S311 - the same places in every run
    data = worked.read_bytes()
    for place, damaged in flipped(data, spread(len(data), 8_000, rng), rng):
        assert examine(damaged) in {"refused", "found", "right"}, place
