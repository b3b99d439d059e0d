"""A file of the law that breaks its form or contradicts itself is refused, with file and key."""

from __future__ import annotations

import re

import pytest

from povertydesk.legislation import LegislationDataError
from tests.legislation.law_copy import CUT_OFF, PROVINCE, LawCopy

S22 = "standards/2022-2026.toml"
S16 = "standards/2016-2021.toml"
S27 = "standards/2027-2030.toml"

# file, what stands there, what it becomes, the key that the error names, what it says
FAULTS = {
    "unknown key of a file": (S22, 'id = "2022-2026"', 'idd = "2022-2026"', "idd", "unknown field"),
    "unknown key of a line": (S22, "rural_vnd", "rural", "line[0].rural", "unknown field"),
    "unknown key of a source": (S22, "article", "articles", "period[0].source.articles", "unknown field"),
    "unknown key of an indicator": (S22, "dimension", "dimensions", "indicators.item[0].dimensions", "unknown field"),
    "unknown key of an instrument": ("instruments.toml", "issuer", "isuer", "instrument[0].isuer", "unknown field"),
    "unknown key of a kind": ("instruments.toml", "word", "words", "kind[0].words", "unknown field"),
    "unknown key of a form": (
        "scoring_forms.toml",
        "b1_rural = 140",
        "b1 = 140",
        "form[0].points[0].b1",
        "unknown field",
    ),
    "unknown key of a row": ("classification.toml", "note =", "notes =", "table[3].row[2].notes", "unknown field"),
    "unknown key of a test": (
        "classification.toml",
        '"income", is =',
        '"income", iz =',
        "table[0].row[0].tests[0].iz",
        "unknown field",
    ),
    "unknown key of coverage": ("coverage.toml", "against", "agains", "item[0].agains", "unknown field"),
    "until left out": (S22, "until = 2025-12-31\n", "", "period[0].until", "missing required"),
    "from left out": (S22, "from = 2022-01-01\n", "", "period[0].from", "missing required"),
    "until neither date nor open": (S22, "until = 2025-12-31", 'until = "mở"', "period[0].until", "`open`"),
    "until with a time": (S22, "until = 2025-12-31", "until = 2025-12-31T00:00:00", "period[0].until", "`open`"),
    "verified left out": (S22, "verified = true\n", "", "period[0].verified", "missing required"),
    "source left out": ("scoring_forms.toml", "source =", "# source =", "form[0].points[0].source", "missing required"),
    "a text for an amount": (S22, "1_500_000", '"1.500.000"', "line[0].rural_vnd", "Expected `int`"),
    "an amount of nought": (S22, "1_500_000", "0", "line[0].rural_vnd", ">= 1"),
    "a line of another name": (S22, '"poverty_line"', '"poor_line"', "line[0].name", "Invalid enum"),
    "no status": ("classification.toml", '"poor"', '"pauper"', "table[0].row[0].status", "Invalid enum"),
    "a word outside the vocabulary": ("classification.toml", '"at_most"', '"<="', "row[0].tests[0].is", "Invalid enum"),
    "a key twice": (S22, 'title = "', 'id = "x"\ntitle = "', "line 3 (id)", "overwrite"),
    "not TOML": (S22, "[[period]]", "[[period", "line 5", "line 5"),
    "an open end": ("scoring_forms.toml", "verified = false\n", 'x = "', "end of", "Unterminated string"),
    "text not NFC": (S22, "Người phụ thuộc", "Ngu\u031bơ\u0300i", "indicators.item[1].name", "NFC"),
    "key not NFC": (S22, 'id = "2022-2026"', 'id = "2022-2026"\n"e\u0301" = 1', "e\u0301", "NFC"),
    "comment not NFC": (S22, "# Chuẩn", "# Chua\u0302\u0309n", "comment", "NFC"),
    "ends before it begins": (S22, "until = 2025-12-31", "until = 2021-12-31", "period[0].until", "lies before"),
    "periods overlap": (S22, "until = 2025-12-31", "until = 2026-01-01", "period.from", "overlap"),
    "a gap between periods": (S22, "until = 2025-12-31", "until = 2025-12-30", "period.from", "gap"),
    "lines overlap": (S16, "until = 2020-12-31\nrural", "until = 2021-01-01\nrural", "poverty_line.from", "overlap"),
    "a gap between lines": (S16, "until = 2020-12-31\nrural", "until = 2020-12-30\nrural", "poverty_line.from", "gap"),
    "a line past its standard": (
        S27,
        "until = 2030-12-31\nrural",
        "until = 2031-12-31\nrural",
        "poverty_line.from",
        "leaves the days",
    ),
    "an open line in a closed standard": (
        S27,
        "until = 2030-12-31\nrural",
        'until = "open"\nrural',
        "poverty_line.from",
        "leaves the days",
    ),
    "an open standard before another": (
        S16,
        "from = 2021-01-01\nuntil = 2021-12-31",
        'from = 2021-01-01\nuntil = "open"',
        "period.from",
        "overlap",
    ),
    "a standard twice": (S27, '"2027-2030"', '"2022-2026"', "id", "stands twice"),
    "an indicator twice": (S22, '"dependants"', '"employment"', "indicators.item[1].code", "stands twice"),
    "a verified threshold that is not written": (
        S27,
        'threshold_verified = false\n\n[[indicators.item]]\ncode = "adult',
        'threshold_verified = true\n\n[[indicators.item]]\ncode = "adult',
        "indicators.item[3].threshold",
        "written",
    ),
    "a detail of unknown standing": (
        S22,
        "detail_verified = false\n",
        "",
        "indicators.item[1].detail_verified",
        "says",
    ),
    "an unknown instrument": (S22, '"nd-07-2021"', '"nd-70-2021"', "period[0].source.instrument", "nd-70-2021"),
    "no article": (S22, '"Điều 3"', '" "', "period[0].source.article", "not named"),
    "an instrument twice": ("instruments.toml", '"luat-47-2019"', '"luat-77-2015"', "instrument[1].id", "twice"),
    "a kind twice": ("instruments.toml", 'id = "decree"', 'id = "law"', "kind[2].id", "twice"),
    "an unknown kind": ("instruments.toml", 'kind = "decree"', 'kind = "decret"', "instrument[6].kind", "decret"),
    "a basis without its day": ("instruments.toml", "issued_on = 2015-06-19\n", "", "instrument[0].issued_on", "date"),
    "a form of an unknown standard": (
        "scoring_forms.toml",
        '"2022-2026"',
        '"2022"',
        "form[0].standard",
        "unknown standard",
    ),
    "form points past the standard": (
        "scoring_forms.toml",
        "until = 2026-12-31",
        "until = 2027-12-31",
        "form[0].points",
        "leaves the days",
    ),
    "a gap in the points": ("scoring_forms.toml", "until = 2025-12-31", "until = 2025-12-01", "form[0].points", "gap"),
    "a table of an unknown standard": (
        "classification.toml",
        'standard = "2016-2021"',
        'standard = "2016"',
        "table[0].row[0].standard",
        "unknown",
    ),
    "a line that the standard does not have": (
        "classification.toml",
        '"average_living_standard_line"',
        '"low_income_worker_line"',
        "table[0].row[3].tests[1].line",
        "no line of 2016-2021 for income",
    ),
    "a line of another measure": (
        "classification.toml",
        '"deprivations", is = "at_least", line = "minimum_deprivations"',
        '"deprivations", is = "at_least", line = "poverty_line"',
        "table[0].row[1].tests[2].line",
        "for deprivations",
    ),
    "points without a form": (
        "classification.toml",
        '"income", is = "at_most", line = "poverty_line"',
        '"b1", is = "at_most", line = "b1_cut_off"',
        "table[0].row[0].tests[0].line",
        "for b1",
    ),
    "a row for everybody": (
        "classification.toml",
        'tests = [{ value = "income", is = "at_most", line = "poverty_line" }]',
        "tests = []",
        "table[0].row[0].tests",
        "everybody",
    ),
    "two tables at once": (
        "classification.toml",
        'standard = "2022-2026"\nbasis = "points"',
        'standard = "2022-2026"\nbasis = "income"',
        "table[2].from",
        "overlap",
    ),
    "coverage of an unknown standard": (
        "coverage.toml",
        '"2016-2021"',
        '"2016"',
        "item[0].standard",
        "unknown standard",
    ),
    "coverage twice": (
        "coverage.toml",
        'topic = "minimum_deprivations"',
        'topic = "income_lines"',
        "item[2].topic",
        "stands twice",
    ),
    "a topic without a word": (
        "coverage.toml",
        'id = "minimum_deprivations"',
        'id = "income_lines"',
        "item[2].topic",
        "word",
    ),
    "coverage by an unknown instrument": ("coverage.toml", '"qd-59-2015"', '"qd-95"', "item[0].instruments", "qd-95"),
}


@pytest.mark.parametrize(("file", "old", "new", "key", "says"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_refused_with_file_and_key(
    law_copy: LawCopy, file: str, old: str, new: str, key: str, says: str
) -> None:
    law_copy.replace(file, old, new)
    with pytest.raises(LegislationDataError, match=re.escape(says)) as refusal:
        law_copy.read_all()
    assert refusal.value.file in {file, "standards"}
    assert key in refusal.value.key


def test_a_line_that_ends_before_its_table_is_refused(law_copy: LawCopy) -> None:
    law_copy.replace(S27, "until = 2030-12-31\nrural", "until = 2029-12-31\nrural")
    with pytest.raises(LegislationDataError, match="leaves the days 2027-01-01 to 2029-12-31") as refusal:
        law_copy.read_all()
    assert (refusal.value.file, refusal.value.key) == ("classification.toml", "table[3].row[0].tests[0].line.from")


@pytest.mark.parametrize(("first", "says"), [("2027-01-02", "gap"), ("2026-12-31", "overlap")])
def test_two_standards_neither_overlap_nor_leave_a_day(law_copy: LawCopy, first: str, says: str) -> None:
    law_copy.replace(S27, "from = 2027-01-01", f"from = {first}", count=-1)
    with pytest.raises(LegislationDataError, match=says) as refusal:
        law_copy.read_all()
    assert (refusal.value.file, refusal.value.key) == ("standards", "period.from")


def test_the_untouched_copy_is_read(law_copy: LawCopy) -> None:
    law_copy.append("provinces/38.toml", PROVINCE + CUT_OFF)
    law_copy.read_all()


def test_a_file_that_is_not_utf_8_is_refused(law_copy: LawCopy) -> None:
    (law_copy.folder / "coverage.toml").write_bytes("# Chuẩn".encode("cp1258", errors="replace") + b"\xff")
    with pytest.raises(LegislationDataError, match=r"^coverage\.toml: byte \d+: the file is not UTF-8$"):
        law_copy.read_all()


def test_a_second_form_of_a_standard_is_refused(law_copy: LawCopy) -> None:
    text = (law_copy.folder / "scoring_forms.toml").read_text(encoding="utf-8")
    law_copy.append("scoring_forms.toml", text)
    with pytest.raises(LegislationDataError, match="has two forms") as refusal:
        law_copy.read_all()
    assert refusal.value.key == "form[1].standard"


def test_a_form_without_points_is_refused(law_copy: LawCopy) -> None:
    path = law_copy.folder / "scoring_forms.toml"
    path.write_text('[[form]]\nid = "x"\nstandard = "2022-2026"\ntitle = "x"\npoints = []\n', encoding="utf-8")
    with pytest.raises(LegislationDataError, match="no cut-offs"):
        law_copy.read_all()


def test_a_standard_without_days_is_refused(law_copy: LawCopy) -> None:
    path = law_copy.folder / S27
    text = path.read_text(encoding="utf-8")
    start, end = text.index("[[period]]"), text.index("# Thu nhập")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    with pytest.raises(LegislationDataError, match="period"):
        law_copy.read_all()
    path.write_text("period = []\n" + text[:start] + text[end:], encoding="utf-8")
    with pytest.raises(LegislationDataError, match="names no days"):
        law_copy.read_all()


@pytest.mark.parametrize("file", ["instruments.toml", "scoring_forms.toml", "classification.toml", "coverage.toml"])
def test_a_missing_file_is_named(law_copy: LawCopy, file: str) -> None:
    (law_copy.folder / file).unlink()
    with pytest.raises(LegislationDataError, match="is missing") as refusal:
        law_copy.read_all()
    assert refusal.value.file == file


def test_a_folder_without_standards_is_refused(law_copy: LawCopy) -> None:
    for file in (S16, S22, S27):
        (law_copy.folder / file).unlink()
    with pytest.raises(LegislationDataError, match="holds no standard"):
        law_copy.read_all()
