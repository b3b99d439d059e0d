from __future__ import annotations

import datetime
import io
import threading
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from povertydesk.poverty.problems import KnownError
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.plan.page import PlanPage
from povertydesk.ui.start import Office
from povertydesk.workflow import draft_plan, print_paper, sign_plan
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.open_desk import open_desk
from tests.ui.hands import Hands


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, hands: Hands) -> PlanPage:
    """The plan of Cẩm Long, made and shown."""
    hands.go_to("Kế hoạch")
    return shown_plan(qtbot, window)


def shown_plan(qtbot: QtBot, window: MainWindow) -> PlanPage:
    page = window.page
    assert isinstance(page, PlanPage)
    qtbot.waitUntil(lambda: page.document is not None)
    return page


def field(page: PlanPage, name: str) -> QLineEdit:
    return next(editor for editor in page.fields.findChildren(QLineEdit) if editor.accessibleName() == name)


def lines_field(page: PlanPage, name: str) -> QPlainTextEdit:
    return next(
        editor for editor in page.fields.findChildren(QPlainTextEdit) if editor.accessibleName().startswith(name)
    )


def is_unsaved(page: PlanPage) -> bool:
    return page.has_unsaved


def text_of(page: PlanPage) -> str:
    document = page.document
    assert document is not None
    reader = pypdf.PdfReader(io.BytesIO(document.data))
    return " ".join(" ".join(one.extract_text() for one in reader.pages).split())


def wait_for_text(qtbot: QtBot, page: PlanPage, words: str) -> None:
    qtbot.waitUntil(lambda: words in text_of(page))


def test_the_paper_stands_beside_its_entries(page: PlanPage) -> None:
    assert page.heading.text() == "Kế hoạch giảm nghèo năm 2023"
    assert page.document is not None
    assert page.summary.text() == f"Bản thảo · {page.document.page_count} trang"
    assert page.page_words.text() == f"trang 1/{page.document.page_count} – đúng bản sẽ in"
    assert page.preview.page_count == page.document.page_count
    assert field(page, "Số").hasFocus()


def test_an_entry_is_on_the_paper_a_moment_later(qtbot: QtBot, page: PlanPage, hands: Hands) -> None:
    field(page, "Khó khăn chủ yếu").setFocus()
    hands.retype("đường vào thôn còn lầy lội")
    hands.tab()
    wait_for_text(qtbot, page, "đường vào thôn còn lầy lội")


def test_the_paper_turns_to_the_part_that_is_worked_at(qtbot: QtBot, page: PlanPage) -> None:
    bar = page.preview.verticalScrollBar()
    assert bar.value() == 0
    tasks = lines_field(page, "Nhiệm vụ")
    tasks.setFocus()
    document = page.document
    assert document is not None
    placed = next(section for section in document.sections if section.section == "tasks")
    assert placed.page > 1
    qtbot.waitUntil(lambda: bar.value() > 0)
    assert page.page_words.text().startswith(f"trang {placed.page}/")
    field(page, "Số").setFocus()
    qtbot.waitUntil(lambda: bar.value() == 0)


def test_the_part_stays_in_sight_when_the_paper_is_made_anew(qtbot: QtBot, page: PlanPage, hands: Hands) -> None:
    tasks = lines_field(page, "Nhiệm vụ")
    tasks.setFocus()
    value = page.preview.verticalScrollBar().value()
    hands.write("Mở lớp dạy nghề đan lát")
    page.commit_pending()
    wait_for_text(qtbot, page, "Mở lớp dạy nghề đan lát")
    assert value > 0
    assert abs(page.preview.verticalScrollBar().value() - value) <= 40


def test_a_changed_target_changes_the_plan(qtbot: QtBot, window: MainWindow, page: PlanPage, hands: Hands) -> None:
    assert "163 hộ" in text_of(page)
    hands.control(Qt.Key.Key_Z)  # the sample's own sharing out
    qtbot.waitUntil(lambda: "163 hộ" not in text_of(page))
    assert page.finding_line.sentence


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("Ngày ban hành", "hom qua", "date-not-understood"),
        ("Tổng số nhân khẩu", "nhieu", "count-not-a-number"),
        ("Dân tộc và tỷ lệ (%)", "Muong", "ethnic-share-not-understood"),
        ("Việc làm (%)", "120", "percent-out-of-range"),
    ],
)
def test_what_cannot_be_read_is_said_under_its_field_and_stays(
    page: PlanPage, hands: Hands, sentence: Callable[..., str], name: str, text: str, code: str
) -> None:
    editor = field(page, name)
    editor.setFocus()
    hands.retype(text)
    hands.enter()
    assert editor.hasFocus()
    assert editor.text() == text
    assert editor.accessibleDescription() == sentence(code, text=text, percent=Decimal(120))
    assert is_unsaved(page)
    hands.press(Qt.Key.Key_Escape)
    assert not is_unsaved(page)


def test_one_faulty_share_does_not_hold_up_another(page: PlanPage, desk: Desk, hands: Hands) -> None:
    names = [editor.accessibleName() for editor in page.fields.findChildren(QLineEdit)]
    first, second = [name for name in names if name.endswith("(%)") and not name.startswith("Dân tộc")][:2]
    field(page, first).setFocus()
    hands.retype("x")
    hands.enter()
    field(page, second).setFocus()
    hands.retype("97,5")
    hands.enter()
    kept = [str(service.percent) for service in draft_plan.read_plan(desk, 2023).services]
    assert "97.5" in kept
    assert field(page, first).text() == "x"


def test_a_text_that_was_refused_waits_in_its_year(
    window: MainWindow, page: PlanPage, hands: Hands, sentence: Callable[..., str]
) -> None:
    field(page, "Ngày ban hành").setFocus()
    hands.write("32/13/2023")
    hands.tab()
    window.year_box.setValue(2024)
    assert field(page, "Ngày ban hành").text() == ""
    assert is_unsaved(page)
    field(page, "Số").setFocus()
    hands.write("7")
    hands.tab()
    window.year_box.setValue(2023)
    date = field(page, "Ngày ban hành")
    assert date.text() == "32/13/2023"
    assert date.accessibleDescription() == sentence("date-not-understood", text="32/13/2023")
    date.setFocus()
    hands.retype("14/02/2023")
    hands.tab()
    assert not is_unsaved(page)
    desk = window.session.desk
    assert str(draft_plan.read_plan(desk, 2023).issued_on) == "2023-02-14"
    assert (draft_plan.read_plan(desk, 2023).number, draft_plan.read_plan(desk, 2024).number) == ("", "07")


@pytest.fixture
def broken_template(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan of 2011 cannot be written."""
    written = draft_plan.plan_contents

    def contents(desk: Desk, year: int) -> object:
        if year == 2011:
            raise KnownError("template-broken", file="plan.toml", detail="{so_ho}")
        return written(desk, year)

    monkeypatch.setattr(draft_plan, "plan_contents", contents)


@pytest.mark.usefixtures("broken_template")
def test_a_paper_that_cannot_be_written_says_why_and_the_next_one_is_shown(
    qtbot: QtBot, window: MainWindow, page: PlanPage, sentence: Callable[..., str]
) -> None:
    window.year_box.setValue(2011)
    assert page.notice.sentence == sentence("template-broken", file="plan.toml", detail="{so_ho}")
    assert page.document is None
    assert page.preview.page_count == 0
    assert (page.summary.text(), page.page_words.text()) == ("", "")
    window.year_box.setValue(2023)
    qtbot.waitUntil(lambda: page.document is not None)
    assert page.notice.sentence == ""
    assert page.summary.text().startswith("Bản thảo")


class Gate:
    """Stands in for the making of the PDF and holds it until it may end."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.may_end = threading.Event()
        self._render = print_paper.render

    def __call__(self, paper: object) -> object:
        self.begun.set()
        assert self.may_end.wait(10)
        return self._render(paper)  # type: ignore[arg-type]


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate()
    monkeypatch.setattr(print_paper, "render", gate)
    yield gate
    gate.may_end.set()


@pytest.mark.usefixtures("broken_template")
def test_a_paper_that_comes_too_late_for_its_year_is_not_shown(
    qtbot: QtBot, window: MainWindow, hands: Hands, gate: Gate
) -> None:
    hands.go_to("Kế hoạch")
    page = window.page
    assert isinstance(page, PlanPage)
    assert gate.begun.wait(10)
    window.year_box.setValue(2011)
    gate.may_end.set()
    window.year_box.setValue(2024)
    qtbot.waitUntil(lambda: page.document is not None)
    assert "năm 2024" in text_of(page)


def test_the_window_can_be_closed_while_the_paper_is_being_made(window: MainWindow, hands: Hands, gate: Gate) -> None:
    hands.go_to("Kế hoạch")
    assert gate.begun.wait(10)
    threading.Timer(0.05, gate.may_end.set).start()
    assert window.close()
    assert isinstance(window.page, PlanPage)
    assert window.page.document is None


def test_a_bug_in_the_making_is_no_silence(
    qtbot: QtBot, window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_paper: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(print_paper, "render", broken)
    with qtbot.captureExceptions() as caught:
        hands.go_to("Kế hoạch")
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_a_missing_font_is_said_where_the_paper_would_stand(
    qtbot: QtBot,
    window: MainWindow,
    hands: Hands,
    sentence: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_paper: object) -> None:
        raise KnownError("font-missing", file="Tinos-Regular.ttf")

    monkeypatch.setattr(print_paper, "render", refuse)
    hands.go_to("Kế hoạch")
    page = window.page
    assert isinstance(page, PlanPage)
    qtbot.waitUntil(lambda: page.notice.sentence == sentence("font-missing", file="Tinos-Regular.ttf"))


def test_a_paper_that_cannot_be_saved_says_why(page: PlanPage, sentence: Callable[..., str], tmp_path: Path) -> None:
    target = tmp_path / "không có" / "ke-hoach.pdf"
    assert not page.save_as(".pdf", target)
    assert page.notice.sentence == sentence("folder-missing", folder=str(target.parent))
    assert page.save_as(".pdf", tmp_path / "ke-hoach.pdf")
    assert page.notice.sentence == f"Đã lưu: {tmp_path / 'ke-hoach.pdf'}"


def test_what_is_being_typed_is_in_the_saved_paper(page: PlanPage, hands: Hands, tmp_path: Path) -> None:
    field(page, "Số").setFocus()
    hands.write("27")
    assert page.save_as(".pdf", tmp_path / "ke-hoach.pdf")
    assert "27/KH-UBND" in pypdf.PdfReader(tmp_path / "ke-hoach.pdf").pages[0].extract_text()


def test_ctrl_p_prints_every_page_through_the_systems_dialog(
    qtbot: QtBot, window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = tmp_path / "printed.pdf"
    asked: list[tuple[int, int]] = []

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(printed))
        asked.append((dialog.minPage(), dialog.maxPage()))
        return QPrintDialog.DialogCode.Accepted.value

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    hands.control(Qt.Key.Key_P)
    page = shown_plan(qtbot, window)
    assert page.document is not None
    pages = page.document.page_count
    assert asked == [(1, pages)]
    assert len(pypdf.PdfReader(printed).pages) == pages
    assert page.notice.sentence == f"Đã gửi {pages} trang đến máy in"


def test_printing_can_be_given_up_and_can_fail(page: PlanPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Rejected.value)
    page.print_out()
    assert page.notice.sentence == ""
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Accepted.value)
    monkeypatch.setattr("povertydesk.ui.printing.print_pdf", lambda *_: False)
    page.print_out()
    assert page.notice.sentence.startswith("Máy in không nhận văn bản.")


def test_another_signer_signs_and_is_taken_back(qtbot: QtBot, page: PlanPage, desk: Desk, hands: Hands) -> None:
    assert "Hà Văn Mẫu" in text_of(page)
    page.fields.signer.setFocus()
    hands.press(Qt.Key.Key_Down, times=2)
    wait_for_text(qtbot, page, "Lê Thị Thử")
    assert "KT. CHỦ TỊCH" in text_of(page)
    hands.control(Qt.Key.Key_Z)
    hands.control(Qt.Key.Key_Z)
    wait_for_text(qtbot, page, "Hà Văn Mẫu")
    assert page.fields.signer.currentText() == "Người đứng đầu đơn vị"


def test_a_signer_that_could_not_be_kept_is_not_shown(
    window: MainWindow, page: PlanPage, hands: Hands, sentence: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise KnownError("file-gone", file="cam-long.pdesk", folder="E:")

    monkeypatch.setattr(draft_plan, "edit_plan", refuse)
    page.fields.signer.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert window.notice.sentence == sentence("file-gone", file="cam-long.pdesk", folder="E:")
    assert page.fields.signer.currentIndex() == 0


def test_a_pulled_stick_leaves_the_typed_text_to_be_kept_later(
    window: MainWindow,
    page: PlanPage,
    desk: Desk,
    hands: Hands,
    sentence: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise KnownError("file-gone", file="cam-long.pdesk", folder="E:")

    with monkeypatch.context() as pulled:
        pulled.setattr(draft_plan, "edit_plan", refuse)
        pulled.setattr(draft_plan, "edit_lines", refuse)
        hands.write("27")
        hands.tab()
        lines_field(page, "Nhiệm vụ").setFocus()
        hands.write("Dạy nghề")
        hands.tab()
        assert window.notice.sentence == sentence("file-gone", file="cam-long.pdesk", folder="E:")
        hands.go_to("Chỉ tiêu")
        hands.go_to("Kế hoạch")
    assert field(page, "Số").text() == "27"
    assert is_unsaved(page)
    hands.go_to("Chỉ tiêu")
    assert not is_unsaved(page)
    assert draft_plan.read_plan(desk, 2023).number == "27"
    assert window.notice.sentence == ""


def test_a_clerk_who_may_only_read_sees_the_paper_and_may_save_it(
    qtbot: QtBot, program: Program, sample: Path, show: Callable[[Path], MainWindow], hands: Hands, tmp_path: Path
) -> None:
    first = open_desk(sample, program)
    try:
        window = show(sample)
        hands.go_to("Kế hoạch")
        page = shown_plan(qtbot, window)
        assert all(editor.isReadOnly() for editor in page.fields.findChildren(QLineEdit))
        assert all(editor.isReadOnly() for editor in page.fields.findChildren(QPlainTextEdit))
        assert not page.fields.signer.isEnabled()
        assert page.save_as(".pdf", tmp_path / "ke-hoach.pdf")
    finally:
        first.close()


def test_fields_and_paper_share_the_room_as_they_did(
    qtbot: QtBot,
    window: MainWindow,
    page: PlanPage,
    sample: Path,
    make_office: Callable[[], Office],
    settle: Callable[[MainWindow], MainWindow],
) -> None:
    page.splitter.setSizes([600, 500])
    sizes = page.splitter.sizes()
    assert abs(sizes[0] - 600) < 60
    office = make_office()
    office.open(sample)
    assert office.window is not None
    again = shown_plan(qtbot, settle(office.window))
    assert all(abs(one - other) <= 2 for one, other in zip(again.splitter.sizes(), sizes, strict=True))


def test_the_four_ways_out_have_their_keys(page: PlanPage) -> None:
    words = [button.text() for button in (*page.buttons.values(), page.print_button)]
    assert words == ["&PDF…", "&Word…", "&Excel…", "&In để ký…"]


def test_targets_of_a_signed_plan_are_not_typed_over(
    page: PlanPage, desk: Desk, window: MainWindow, hands: Hands
) -> None:
    income = field(page, "Thu nhập của người nghèo (đồng/người/tháng)")
    window.session.announce(draft_plan.edit_plan(desk, 2023, number="12", issued_on=datetime.date(2023, 1, 5)))
    window.session.announce(sign_plan.mark_signed(desk, 2023))
    before = income.text()
    income.setFocus()
    hands.write("9")
    assert (income.text(), page.has_unsaved) == (before, False)
    assert "đã ký" in income.toolTip()
    window.session.announce(sign_plan.reopen_plan(desk, 2023))
    hands.write("9")
    assert income.text() != before
    assert not income.toolTip()
