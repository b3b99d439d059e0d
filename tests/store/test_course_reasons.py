from __future__ import annotations

from povertydesk.store.authorship import Authorship
from povertydesk.store.course_reasons import list_reasons, write_reason
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.operations import operation
from povertydesk.store.villages import add_villages, remove_village


def test_a_year_and_each_village_have_one_reason_and_an_empty_one_goes(desk: DeskFile, author: Authorship) -> None:
    engine = desk.engine
    with operation(engine, author, "fill-sample") as writer:
        first, second = add_villages(writer, ["Thôn Thượng", "Thôn Hạ"], 0)
        write_reason(engine, writer, 2023, None, "Sổ cũ thất lạc")
        write_reason(engine, writer, 2023, second, "Tách thôn")
        write_reason(engine, writer, 2023, first, "Nhập thôn")
        write_reason(engine, writer, 2024, None, "")
    assert list(list_reasons(engine, 2023).items()) == [
        (first, "Nhập thôn"),
        (second, "Tách thôn"),
        (None, "Sổ cũ thất lạc"),
    ]
    assert list_reasons(engine, 2024) == {}
    with operation(engine, author, "fill-sample") as writer:
        write_reason(engine, writer, 2023, None, "Mất sổ năm 2021")
        write_reason(engine, writer, 2023, first, "")
        remove_village(engine, writer, second)
    assert list_reasons(engine, 2023) == {None: "Mất sổ năm 2021"}
