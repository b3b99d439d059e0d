from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from povertydesk.poverty.problems import KnownError
from povertydesk.ui.fields.readers import optional_amount, optional_count, optional_date


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (optional_date, "", None),
        (optional_date, "05/01/2023", datetime.date(2023, 1, 5)),
        (optional_amount, "", None),
        (optional_amount, "3.104", Decimal(3104)),
        (optional_amount, "31,5", Decimal("31.5")),
        (optional_count, "", None),
        (optional_count, "1.715.000", 1715000),
        (optional_count, "0", 0),
    ],
)
def test_entries_are_read_as_offices_write_them(read: Callable[[str], Any], text: str, value: object) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text", "code"),
    [
        (optional_date, "31/02/2023", "date-not-understood"),
        (optional_date, "hôm qua", "date-not-understood"),
        (optional_amount, "nhiều", "amount-not-understood"),
        (optional_amount, "-1", "amount-not-understood"),
        (optional_count, "12,5", "count-not-a-number"),
        (optional_count, "bốn", "count-not-a-number"),
        (optional_count, "100000000000000000000", "count-too-large"),
        (optional_count, "-4", "count-negative"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_words(read: Callable[[str], Any], text: str, code: str) -> None:
    with pytest.raises(KnownError) as refused:
        read(text)
    assert refused.value.code == code
    assert refused.value.values == {"text": text}
