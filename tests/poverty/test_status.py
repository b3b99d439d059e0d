from __future__ import annotations

from povertydesk.poverty.status import Classification, PovertyStatus, Reason, Source

SOURCE = Source("nd-07-2021", "Điều 3")


def test_a_judgement_is_verified_only_where_every_rule_is() -> None:
    sure = Reason("b1-at-most", 120, 140, SOURCE)
    unsure = Reason("income-at-most", 1_500_000, 1_500_000, SOURCE, verified=False)
    assert Classification(PovertyStatus.POOR, "2022-2026", (sure,)).verified
    assert not Classification(PovertyStatus.POOR, "2022-2026", (sure, unsure)).verified


def test_status_codes_are_those_of_the_command_line() -> None:
    assert [status.value for status in PovertyStatus] == [
        *("poor", "near_poor", "average_living_standard", "not_poor", "unclassified")
    ]
