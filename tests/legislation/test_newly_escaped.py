"""The months of newly escaped households: dated, sourced, and marked as not verified."""

from __future__ import annotations

import datetime

import pytest

from povertydesk.legislation import Legislation, LegislationDataError
from povertydesk.legislation.newly_escaped import FILE
from tests.legislation.law_copy import LawCopy

TERM = """
[[term]]
from = 2020-01-01
until = "open"
months = 24
source = { instrument = "qd-28-2015", article = "Điều 1" }
verified = true
"""


def test_the_months_of_2015_are_not_verified(law: Legislation) -> None:
    assert law.escape_term(datetime.date(2015, 9, 4)) is None
    term = law.escape_term(datetime.date(2015, 9, 5))
    assert term is not None
    assert (term.months, term.verified, term.source.instrument) == (36, False, "qd-28-2015")
    assert law.escape_term(datetime.date(2030, 1, 1)) == term


def test_a_later_term_follows_where_the_earlier_ends(law_copy: LawCopy) -> None:
    law_copy.append(FILE, TERM)
    law_copy.replace(FILE, 'until = "open"', "until = 2019-12-31")
    law = law_copy.law()
    days = [datetime.date(2019, 12, 31), datetime.date(2020, 1, 1)]
    assert [term.months for day in days if (term := law.escape_term(day))] == [36, 24]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("months = 36", "months = 0", "months"),
        ("months = 36", "month = 36", "month"),
        ("qd-28-2015", "qd-28-2051", "source"),
        ("verified = false\n", f"verified = false\n{TERM}", "term.from"),
    ],
)
def test_a_faulty_file_is_refused_by_its_key(law_copy: LawCopy, old: str, new: str, key: str) -> None:
    law_copy.replace(FILE, old, new)
    with pytest.raises(LegislationDataError, match=FILE) as caught:
        law_copy.read_all()
    assert key in caught.value.key
