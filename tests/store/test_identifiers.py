from __future__ import annotations

import datetime
import uuid

from povertydesk.store.identifiers import KeySequence, new_key


def test_keys_are_uuids_of_version_7_that_carry_their_moment(moment: datetime.datetime) -> None:
    keys = [new_key(moment) for _ in range(1000)]
    assert len(set(keys)) == 1000
    for key in keys:
        parsed = uuid.UUID(key)
        assert str(parsed) == key
        assert (parsed.version, parsed.variant) == (7, uuid.RFC_4122)
        assert parsed.int >> 80 == int(moment.timestamp() * 1000)


def test_keys_sort_by_time(moment: datetime.datetime) -> None:
    later = moment + datetime.timedelta(milliseconds=1)
    assert max(new_key(moment) for _ in range(100)) < min(new_key(later) for _ in range(100))


def test_keys_of_one_act_stand_in_the_order_they_were_made(moment: datetime.datetime) -> None:
    sequence = KeySequence(moment)
    keys = [sequence.next() for _ in range(1000)]
    assert keys == sorted(keys)
    assert len(set(keys)) == 1000
    for key in keys:
        parsed = uuid.UUID(key)
        assert (parsed.version, parsed.variant) == (7, uuid.RFC_4122)
        assert parsed.int >> 80 == int(moment.timestamp() * 1000)
    assert set(keys).isdisjoint(KeySequence(moment).next() for _ in range(100))
