from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from povertydesk.store.authorship import Authorship
from povertydesk.store.check import check_file
from povertydesk.store.engine import IN_MEMORY, DatabaseError, Engine
from povertydesk.store.migrations import HISTORY
from povertydesk.store.operations import operation
from povertydesk.store.template_bindings import (
    KeptBinding,
    delete_template_binding,
    list_bound_templates,
    list_template_bindings,
    write_template_binding,
)

KEPT = KeptBinding("table-01", "Mẫu huyện.xlsx", "Biểu 1", "ab12", '{"sheet":"Biểu 1"}')


@pytest.fixture
def engine(author: Authorship) -> Iterator[Engine]:
    with contextlib.closing(Engine(Path("schema"), access=IN_MEMORY)) as engine:
        HISTORY.migrate(engine)
        engine.execute("INSERT INTO file_identity VALUES ('file', 'f', ?, ?, '0')", (author.stamp, author.officer))
        yield engine


def keep(engine: Engine, author: Authorship, *several: KeptBinding) -> None:
    with operation(engine, author, "bind-template", {"number": 1, "file": "x"}) as writer:
        for one in several:
            write_template_binding(writer, one)


def test_a_template_has_one_binding_a_paper(engine: Engine, author: Authorship) -> None:
    other, paper = KEPT._replace(file_name="B.xlsx"), KEPT._replace(paper="table-02")
    keep(engine, author, KEPT, other, paper)
    keep(engine, author, KEPT._replace(sheet="Khác", signature="cd"))
    assert list_template_bindings(engine, "table-01") == (other, KEPT._replace(sheet="Khác", signature="cd"))
    assert list_template_bindings(engine, "table-02") == (paper,)
    assert list_template_bindings(engine, "table-03") == ()
    assert check_file(engine) == ()


def test_a_binding_names_its_paper_and_its_file(engine: Engine, author: Authorship) -> None:
    for nameless in (KEPT._replace(paper=""), KEPT._replace(file_name="")):
        with pytest.raises(DatabaseError):
            keep(engine, author, nameless)


def test_bound_templates_are_listed_with_whom_and_when_and_can_be_forgotten(engine: Engine, author: Authorship) -> None:
    paper = KEPT._replace(paper="table-02")
    keep(engine, author, KEPT, paper)
    first, second = list_bound_templates(engine)
    assert [(one.file_name, one.paper) for one in (first, second)] == [
        ("Mẫu huyện.xlsx", "table-01"),
        ("Mẫu huyện.xlsx", "table-02"),
    ]
    assert (first.bound_at, first.bound_by) == (datetime.datetime.fromisoformat(author.stamp), author.officer)
    with operation(engine, author, "forget-template", {"number": 1, "file": "x"}) as writer:
        delete_template_binding(writer, first.id)
    assert list_bound_templates(engine) == (second,)
    assert check_file(engine) == ()
