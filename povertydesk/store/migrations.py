"""The steps from an empty file to today's schema; a new file is made by running all of them.

A released step is frozen: it names no class of today and its SQL never changes (a test holds the digests).
The version of a file is `user_version = major << 16 | minor`: a newer minor may be read, a newer major may not.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from povertydesk.store.engine import Engine

_SCHEMA = Path(__file__).parent / "schema"

Step = Callable[[Any], None]


class SchemaVersion(NamedTuple):
    """The version of a file's schema."""

    major: int
    minor: int

    @property
    def packed(self) -> int:
        """The number that stands in the file's header."""
        return self.major << 16 | self.minor

    @classmethod
    def unpacked(cls, user_version: int) -> SchemaVersion:
        """Read the number of a file's header."""
        return cls(user_version >> 16, user_version & 0xFFFF)

    def __str__(self) -> str:
        """Show `1.0`."""
        return f"{self.major}.{self.minor}"


class SchemaHistory(NamedTuple):
    """All steps in order and the version they end at."""

    version: SchemaVersion
    steps: tuple[tuple[str, Step], ...]

    def migrate(self, engine: Engine) -> None:
        """Run the steps that a file does not have yet and write the version into its header.

        sqlite-utils keeps which steps were run and runs each in a transaction; it is loaded only here, since an
        up-to-date file needs none of it at the start.
        """
        from sqlite_utils import Database, Migrations  # noqa: PLC0415

        migrations = Migrations("povertydesk")
        for name, step in self.steps:
            migrations(name=name)(step)
        with engine.translated():
            migrations.apply(Database(engine.connection))
        engine.execute(f"PRAGMA user_version = {self.version.packed}")


def _from_file(name: str) -> tuple[str, Step]:
    """Make a step of the statements in a file of the schema's folder."""

    def run(database: Any) -> None:
        for statement in _statements(f"{name}.sql"):
            database.execute(statement)

    return name, run


def _statements(file_name: str) -> list[str]:
    lines = (_SCHEMA / file_name).read_text(encoding="utf-8").splitlines()
    code = "\n".join(line for line in lines if not line.startswith("--"))
    return [statement.strip() for statement in code.split(";\n") if statement.strip(" ;\n")]


HISTORY = SchemaHistory(
    version=SchemaVersion(1, 2),
    steps=tuple(
        _from_file(name)
        for name in (
            "0001_office",
            "0002_registry",
            "0003_templates",
            "0004_targets",
            "0005_assignments",
            "0006_former_years",
            "0007_course_reasons",
            "0008_unit_groups",
            "0009_near_poor_names",
            "0010_printed_targets",
        )
    ),
)
