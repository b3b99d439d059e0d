from __future__ import annotations

from povertydesk.poverty.problems import Finding, KnownError, Place, Severity


def test_a_place_names_its_parts_from_the_widest_to_the_narrowest() -> None:
    place = Place(column="Hộ nghèo", row=7, sheet="Thôn", village="Thôn 2", field="poor", paper="plan", year=2023)
    assert [name for name, _ in place.parts()] == ["paper", "sheet", "year", "village", "row", "column", "field"]
    assert Place().parts() == ()


def test_a_refusal_carries_its_code_values_and_findings() -> None:
    finding = Finding("unit-missing", Severity.ERROR)
    error = KnownError("file-damaged", findings=(finding,), file="a.pdesk", code="a value may be called code")
    assert error.code == "file-damaged"
    assert error.values == {"file": "a.pdesk", "code": "a value may be called code"}
    assert error.findings == (finding,)
    assert "file-damaged" in str(error)
    assert "a.pdesk" in str(error)
    assert str(KnownError("plain")) == "plain"


def test_a_finding_without_place_and_values_is_whole() -> None:
    finding = Finding("unit-missing", Severity.NOTE)
    assert (finding.place.parts(), dict(finding.values)) == ((), {})
