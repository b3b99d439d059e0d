from __future__ import annotations

import pytest

from povertydesk.exchange.part_reading import (
    DamagedPartError,
    attributes,
    closed_in_itself,
    read_part,
    start_tag,
    with_attribute,
)


def test_elements_are_named_with_their_namespace_and_place() -> None:
    data = "\ufeff<a xmlns='urn:a' xmlns:b='urn:b'><b:c d='1'/>chữ</a>".encode()
    seen: list[object] = []
    read_part(
        data,
        lambda tag, given: seen.append((tag, dict(given))),
        seen.append,
        seen.append,
        lambda at: seen.append(data[at : at + 3]),
    )
    within = [b"<b:", ("urn:b c", {"d": "1"}), b"ch\xe1", "urn:b c", "chữ"]
    assert seen == [b"<a ", ("urn:a a", {}), *within, b"</a", "urn:a a"]


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a></b>", b"<!DOCTYPE a><a/>", b"<a>&b;</a>"])
def test_what_is_no_xml_or_declares_something_is_damage(data: bytes) -> None:
    with pytest.raises(DamagedPartError):
        read_part(data, lambda _tag, _given: None)


def test_a_tag_ends_at_its_own_bracket() -> None:
    data = b"""<x:c r="A>1" s='a"/>b' />rest>"""
    tag = start_tag(data, 0)
    assert tag == b"""<x:c r="A>1" s='a"/>b' />"""
    assert closed_in_itself(tag)
    assert not closed_in_itself(b"<c>")
    assert list(attributes(tag)) == [(b"r", b' r="A>1"'), (b"s", b""" s='a"/>b'""")]
    for wide in ("<c/>".encode("utf-16-le"), "<c/>".encode("utf-16-be")):
        with pytest.raises(DamagedPartError):
            start_tag(wide, 0)


@pytest.mark.parametrize(
    ("tag", "changed"),
    [
        (b"<a/>", b'<a ref="B"/>'),
        (b"<a >", b'<a ref="B">'),
        (b"<a b=' ref=\"A\"' ref = 'A' c=\"1\"/>", b'<a b=\' ref="A"\' ref="B" c="1"/>'),
        (b'<a x:ref="A"/>', b'<a x:ref="A" ref="B"/>'),
    ],
)
def test_an_attribute_is_exchanged_or_added(tag: bytes, changed: bytes) -> None:
    assert with_attribute(tag, b"ref", b"B") == changed
