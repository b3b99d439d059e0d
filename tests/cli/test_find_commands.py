from __future__ import annotations

from pathlib import Path

import pytest

from povertydesk.app import build_program
from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Person
from povertydesk.store import villages
from povertydesk.workflow import keep_registry
from povertydesk.workflow.keep_registry import NewMember
from povertydesk.workflow.open_desk import open_desk
from tests.cli.conftest import Run

MEMBERS = (
    NewMember(Person("", "Bùi Văn Mẫu", birth_year=1970, citizen_number="038070000417"), HEAD),
    NewMember(Person("", "Hà Thị Dũng"), "wife"),
)


@pytest.fixture
def registry(sample: Path) -> Path:
    """The sample with two households, one of them with its people."""
    desk = open_desk(sample, build_program())
    village = villages.list_villages(desk.engine)[0].id
    keep_registry.add_household(desk, Household("", village, "A017", "?"), MEMBERS)
    keep_registry.add_household(desk, Household("", village, "A018", "Đinh Văn Dung"))
    desk.close()
    return sample


def test_find_lists_who_answers_the_best_first(run: Run, registry: Path) -> None:
    ran = run("find", registry, "dung", "--json")
    assert ran.code == 0
    assert ran.json == {
        "hits": [
            {"household": "A018", "person": "Đinh Văn Dung", "village": "Thôn Minh Long", "birth_year": None,
             "why": "exact_name"},
            {"household": "A017", "person": "Hà Thị Dũng", "village": "Thôn Minh Long", "birth_year": None,
             "why": "folded_name"},
        ]
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bvm", "Bùi Văn Mẫu (1970) – hộ A017, Thôn Minh Long – đúng chữ cái đầu của họ tên\n"),
        ("0417", "Bùi Văn Mẫu (1970) – hộ A017, Thôn Minh Long – đúng các số cuối của số định danh ********0417\n"),
        ("a018", "Đinh Văn Dung – hộ A018, Thôn Minh Long – đúng mã hộ\n"),
        ("hà thị dũng", "Hà Thị Dũng – hộ A017, Thôn Minh Long – đúng tên, đúng dấu\n"),
        ("ha thi dung", "Hà Thị Dũng – hộ A017, Thôn Minh Long – đúng tên, không kể dấu\n"),
    ],
)
def test_find_says_why_somebody_answers(run: Run, registry: Path, text: str, said: str) -> None:
    ran = run("find", registry, text)
    assert (ran.code, ran.out, ran.err) == (0, said, "")


def test_a_village_finds_its_heads(run: Run, registry: Path) -> None:
    hits = run("find", registry, "minh long", "--json").json["hits"]
    assert [(hit["person"], hit["why"]) for hit in hits] == [("Đinh Văn Dung", "village"), ("Bùi Văn Mẫu", "village")]


def test_nobody_found_is_no_failure(run: Run, registry: Path) -> None:
    assert run("find", registry, "xyz", "--json").json == {"hits": []}
    ran = run("find", registry, "xyz")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Không tìm thấy ai ứng với “xyz”.")
    assert run("find", registry, "", "--json").json == {"hits": []}


def test_a_year_asks_for_those_who_lived_there_then(run: Run, registry: Path) -> None:
    ran = run("find", registry, "bvm", "--year", "2020", "--json")
    assert [hit["person"] for hit in ran.json["hits"]] == ["Bùi Văn Mẫu"]


def test_finding_changes_nothing_and_a_missing_file_is_refused(run: Run, registry: Path, tmp_path: Path) -> None:
    before = registry.read_bytes()
    run("find", registry, "dung")
    assert registry.read_bytes() == before
    ran = run("find", tmp_path / "khong-co.pdesk", "dung", "--json")
    assert (ran.code, ran.out) == (2, "")
    assert run("find", registry).code == 64
