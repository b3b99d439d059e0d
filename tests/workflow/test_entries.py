from __future__ import annotations

from decimal import Decimal

import pytest

from povertydesk.poverty.problems import KnownError
from povertydesk.workflow.entries import require_not_negative


def test_nothing_below_nought_is_kept() -> None:
    require_not_negative(None, 0, Decimal(0), 5)
    with pytest.raises(KnownError) as caught:
        require_not_negative(None, 3, Decimal("-1.5"), -7)
    assert (caught.value.code, caught.value.values) == ("count-negative", {"text": "-1,5"})
