from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from povertydesk.documents.progress import WritingCancelled
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import draft_plan, print_paper
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.sample import add_practice_households


class Cancelling:
    """A clerk who has cancelled."""

    def report(self, done: int, total: int) -> None:
        raise AssertionError(done, total)

    def cancelled(self) -> bool:
        return True


@pytest.mark.parametrize("suffix", print_paper.FORMATS)
@pytest.mark.parametrize("paper", print_paper.PLAN_PAPERS)
def test_every_paper_is_written_in_every_form(desk: Desk, tmp_path: Path, paper: str, suffix: str) -> None:
    target = tmp_path / f"giấy{suffix}"
    printed = print_paper.print_paper(desk, paper, 2023, target)
    assert (printed.path, printed.findings) == (target, ())
    assert target.read_bytes().startswith(b"%PDF-" if suffix == ".pdf" else b"PK")


def test_the_preview_is_the_very_pdf(desk: Desk, tmp_path: Path) -> None:
    print_paper.print_paper(desk, "plan", 2023, tmp_path / "plan.pdf")
    assert print_paper.render(print_paper.make_paper(desk, "plan", 2023)).data == (tmp_path / "plan.pdf").read_bytes()


@pytest.mark.parametrize("suffix", print_paper.FORMATS)
def test_cancelled_work_changes_nothing(desk: Desk, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"plan{suffix}"
    target.write_bytes(b"signed")
    with pytest.raises(WritingCancelled):
        print_paper.print_paper(desk, "plan", 2023, target, Cancelling())
    assert target.read_bytes() == b"signed"
    assert not list(tmp_path.glob("~plan*"))


def test_unknown_names_are_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="unknown-paper"):
        print_paper.make_paper(desk, "report", 2023)
    with pytest.raises(KnownError, match="unknown-format"):
        print_paper.print_paper(desk, "plan", 2023, tmp_path / "plan.txt")


CHANGED = {
    "figures": ("UPDATE village_year SET poor = 48 WHERE poor = 47", "village_year", "Thôn Phi Long, 2023"),
    "a name": ("UPDATE village SET name = 'Thôn Tân Lonh' WHERE name = 'Thôn Tân Long'", "village", "Thôn Tân Lonh"),
    "the office": ("UPDATE unit SET superior_name = 'x'", "unit", "Xã Cẩm Long"),
    "an own line": ("UPDATE plan_line SET text = 'x' WHERE position = 1", "plan_line", "2023"),
}


@pytest.mark.parametrize("what", CHANGED)
@pytest.mark.parametrize("paper", print_paper.PLAN_PAPERS)
def test_no_paper_is_written_from_a_record_changed_outside(desk: Desk, tmp_path: Path, paper: str, what: str) -> None:
    statement, table, record = CHANGED[what]
    desk.engine.execute(statement)
    with pytest.raises(KnownError) as caught:
        print_paper.print_paper(desk, paper, 2023, tmp_path / "giấy.pdf")
    assert (caught.value.code, caught.value.values) == ("paper-from-changed-record", {"table": table, "record": record})
    assert not (tmp_path / "giấy.pdf").exists()


def test_a_changed_household_or_another_officers_name_on_a_record_stops_no_paper(desk: Desk, tmp_path: Path) -> None:
    add_practice_households(desk, 1)
    desk.engine.execute("UPDATE household SET head_name = 'x'")
    desk.engine.execute("UPDATE village SET changed_by = 'x'")
    assert print_paper.print_paper(desk, "targets", 2023, tmp_path / "giấy.pdf").findings == ()


class TestPutInPlace:
    def test_an_existing_file_is_replaced_whole(self, tmp_path: Path) -> None:
        target = tmp_path / "plan.pdf"
        target.write_bytes(b"old")
        print_paper.put_in_place(b"new", target)
        assert target.read_bytes() == b"new"
        assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]

    @pytest.mark.parametrize("step", ["fsync", "replace"])
    def test_what_fails_leaves_the_old_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
        target = tmp_path / "plan.pdf"
        target.write_bytes(b"old")

        def fail(*_arguments: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
        with pytest.raises(KnownError, match="disk-full"):
            print_paper.put_in_place(b"new", target)
        assert target.read_bytes() == b"old"
        assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]

    @pytest.mark.parametrize(
        ("number", "winerror", "code"),
        [
            (errno.ENOSPC, None, "disk-full"),
            (errno.EDQUOT, None, "disk-full"),
            (errno.EROFS, None, "folder-not-writable"),
            (errno.EACCES, None, "folder-not-writable"),
            (errno.EPERM, None, "folder-not-writable"),
            (errno.EIO, None, "disk-error"),
            (errno.EISDIR, None, "paper-not-written"),
            (errno.EACCES, 32, "paper-open-elsewhere"),
            (errno.EACCES, 33, "paper-open-elsewhere"),
            (errno.EACCES, 5, "paper-open-elsewhere"),
        ],
    )
    def test_each_refusal_says_its_own_reason(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, winerror: int | None, code: str
    ) -> None:
        target = tmp_path / "plan.docx"
        target.write_bytes(b"old")
        refusal = OSError(number, "refused")
        vars(refusal)["winerror"] = winerror

        def fail(*_arguments: object) -> None:
            raise refusal

        monkeypatch.setattr(Path, "replace", fail)
        with pytest.raises(KnownError) as caught:
            print_paper.put_in_place(b"new", target)
        assert (caught.value.code, caught.value.values) == (code, {"file": "plan.docx", "folder": str(tmp_path)})
        assert target.read_bytes() == b"old"

    def test_a_folder_that_denies_access_is_not_taken_for_an_open_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / "plan.docx"
        target.write_bytes(b"old")
        refusal = OSError(errno.EACCES, "refused")
        vars(refusal)["winerror"] = 5

        def fail(*_arguments: object, **_named: object) -> None:
            raise refusal

        with monkeypatch.context() as patched:
            patched.setattr(Path, "open", fail)
            with pytest.raises(KnownError, match="folder-not-writable"):
                print_paper.put_in_place(b"new", target)

    def test_a_missing_folder_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(KnownError) as caught:
            print_paper.put_in_place(b"new", tmp_path / "khong-co" / "plan.pdf")
        assert (caught.value.code, caught.value.values["folder"]) == ("folder-missing", str(tmp_path / "khong-co"))


def test_findings_worth_a_look_come_with_the_paper(receiving: Desk, tmp_path: Path) -> None:
    printed = print_paper.print_paper(receiving, "targets", 2020, tmp_path / "chi-tieu.xlsx")
    assert {one.code for one in printed.findings} == {"minority-reduction-exceeds-reduction"}
    draft_plan.edit_plan(receiving, 2020, subject="Giảm nghèo 減")
    printed = print_paper.print_paper(receiving, "plan", 2020, tmp_path / "plan.pdf")
    (last,) = printed.findings[-1:]
    assert (last.code, last.values, last.place.paper) == ("letters-not-printable", {"letters": "減"}, "plan")
