from __future__ import annotations

from decimal import Decimal

import pytest

from povertydesk.poverty.number_reading import NumberStyle
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow.entries import require_not_negative, whole_number


@pytest.mark.parametrize(
    ("text", "count"),
    [("1.518", 1518), ("0", 0), ("-3", -3), ("12,5", None), ("13%", None), ("mười", None), ("", None)],
)
def test_counts_as_typed(text: str, count: int | None) -> None:
    assert whole_number(text, NumberStyle.VIETNAMESE) == count


def test_nothing_below_nought_is_kept() -> None:
    require_not_negative(None, 0, Decimal(0), 5)
    with pytest.raises(KnownError) as caught:
        require_not_negative(None, 3, Decimal("-1.5"), -7)
    assert (caught.value.code, caught.value.values) == ("count-negative", {"text": "-1,5"})
