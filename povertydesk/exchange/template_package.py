"""The office above's own .xlsx template as a package of parts: read whole, written back with single parts replaced.

Whatever is not replaced keeps its bytes: compressed data, headers, order and dates. What is no .xlsx of today is
refused, each kind with what the clerk does about it.
"""

from __future__ import annotations

import contextlib
import posixpath
import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from povertydesk.exchange.part_reading import MAIN, STRICT, DamagedPartError, read_part
from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

ENDINGS = (".xlsx", ".xlsm")
"""The kinds of workbook that can be filled: those that are packages of XML."""

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_BYTES_OF_A_PART = 1 << 27
_DAMAGE = (DamagedPartError, zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, ValueError)
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LARGE_FORM = 0x0001
_SIZES_FOLLOW = 0x8
_RELATIONSHIP_ID = "relationships id"


class _Link(NamedTuple):
    kind: str
    target: str


class TemplatePackage:
    """The parts of one template, held in memory, so that the file itself is not kept open."""

    def __init__(self, data: bytes, name: str) -> None:
        """Read the list of parts of `data`; `name` is the file as sentences call it."""
        self.name = name
        self.data = data
        self._zip = zipfile.ZipFile(BytesIO(data))
        self._members = {_plain(one.filename): one for one in self._zip.infolist()}
        if len(self._members) < len(self._zip.infolist()):
            raise DamagedPartError
        self.workbook = self._linked("", "officeDocument")
        self._links = self._links_of(self.workbook)
        self.sheets = self._sheet_parts()

    def part(self, name: str) -> bytes:
        """Return the bytes of a part."""
        member = self._members[_plain(name)]
        if member.file_size > _MOST_BYTES_OF_A_PART:
            raise DamagedPartError
        return self._zip.read(member)

    def linked(self, kind: str) -> bytes:
        """Return the part that the workbook calls its `styles` or `sharedStrings`; nothing where it has none."""
        target = next((one.target for one in self._links.values() if one.kind == kind), None)
        return b"" if target is None else self.part(target)

    def with_parts(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the package with these parts replaced and everything else as it was, byte for byte."""
        replaced = {self._members[_plain(name)].filename: data for name, data in parts.items()}
        if _plainly_addressed(self.data, self._zip):
            return _spliced(self.data, self._zip, replaced)
        return _written_anew(self._zip, replaced)

    def _sheet_parts(self) -> dict[str, str]:
        """Return the part of every visible sheet of cells, by the name on its tab."""
        parts: dict[str, str] = {}
        strict = False

        def start(tag: str, given: Mapping[str, str]) -> None:
            nonlocal strict
            strict = strict or tag.startswith(STRICT)
            if tag != f"{MAIN} sheet" or given.get("state", "visible") != "visible":
                return
            key = next((value for name, value in given.items() if name.endswith(_RELATIONSHIP_ID)), "")
            link = self._links.get(key)
            if link is not None and link.kind == "worksheet":
                parts[given["name"]] = link.target

        read_part(self.part(self.workbook), start)
        if strict:
            raise KnownError("template-strict", file=self.name)
        if not parts:
            raise DamagedPartError
        return parts

    def _linked(self, part: str, kind: str) -> str:
        targets = [one.target for one in self._links_of(part).values() if one.kind == kind]
        if not targets:
            raise DamagedPartError
        return targets[0]

    def _links_of(self, part: str) -> dict[str, _Link]:
        folder, name = posixpath.split(part)
        links: dict[str, _Link] = {}

        def start(tag: str, given: Mapping[str, str]) -> None:
            if tag.endswith(" Relationship") and given.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, unquote(given["Target"])))
                links[given["Id"]] = _Link(given["Type"].rpartition("/")[2], target.lstrip("/"))

        read_part(self.part(posixpath.join(folder, "_rels", f"{name}.rels")), start)
        return links


def open_template(path: Path) -> TemplatePackage:
    """Read a template into memory; what cannot be filled is refused with what to do about it."""
    if not path.is_file():
        raise KnownError("file-missing", file=path.name, folder=str(path.parent))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise KnownError("template-not-opened", file=path.name, folder=str(path.parent)) from error
    if data.startswith(_COMPOUND_FILE):
        raise KnownError("template-encrypted" if _ENCRYPTED in data else "template-is-xls", file=path.name)
    if path.suffix.lower() not in ENDINGS or not data.startswith(b"PK"):
        raise KnownError("template-other-kind", file=path.name)
    with damage_told(path.name):
        return TemplatePackage(data, path.name)


@contextlib.contextmanager
def damage_told(name: str) -> Iterator[None]:
    """Turn what is wrong inside a package into a refusal that names its file."""
    try:
        yield
    except RuntimeError as error:
        # What zipfile says of a member that asks for a password; of one packed in an unknown way it says a kind of it.
        locked = not isinstance(error, NotImplementedError)
        raise KnownError("template-encrypted" if locked else "template-unreadable", file=name) from error
    except _DAMAGE as error:
        raise KnownError("template-unreadable", file=name) from error


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _plainly_addressed(data: bytes, package: zipfile.ZipFile) -> bool:
    """Say whether parts can be exchanged in place: no part that starts before the file or needs the large form."""
    end = data.rfind(_END)
    fields = struct.unpack_from("<4s4H2LH", data, end) if end >= 0 else ()
    if not fields or fields[6] != package.start_dir:
        return False
    members = package.infolist()
    return all(
        data[one.header_offset : one.header_offset + 4] == _LOCAL and not _in_large_form(one.extra) for one in members
    )


def _in_large_form(extra: bytes) -> bool:
    place = 0
    while place + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, place)
        if kind == _LARGE_FORM:
            return True
        place += 4 + size
    return False


def _spliced(data: bytes, package: zipfile.ZipFile, replaced: Mapping[str, bytes]) -> bytes:
    """Copy the package piece by piece as it lies there; only the replaced parts and the addresses are written anew."""
    members = sorted(package.infolist(), key=lambda one: one.header_offset)
    ends = [*(one.header_offset for one in members[1:]), package.start_dir]
    out = bytearray(data[: members[0].header_offset])
    starts: dict[int, int] = {}
    sizes: dict[int, tuple[int, int, int]] = {}
    for member, end in zip(members, ends, strict=True):
        starts[member.header_offset] = len(out)
        new = replaced.get(member.filename)
        if new is None:
            out += data[member.header_offset : end]
            continue
        packed = new if member.compress_type == zipfile.ZIP_STORED else _deflated(new)
        sizes[member.header_offset] = (zlib.crc32(new), len(packed), len(new))
        out += _local_header(data, member.header_offset, sizes[member.header_offset]) + packed
    directory = len(out)
    place = package.start_dir
    while data[place : place + 4] == _CENTRAL:
        entry_size = 46 + sum(struct.unpack_from("<3H", data, place + 28))
        entry = bytearray(data[place : place + entry_size])
        (start,) = struct.unpack_from("<L", entry, 42)
        if start in sizes:
            _set_sizes(entry, 8, 16, sizes[start])
        struct.pack_into("<L", entry, 42, starts[start])
        out += entry
        place += entry_size
    written = len(out) - directory
    end = data.rfind(_END)
    out += data[place:end]
    tail = bytearray(data[end:])
    struct.pack_into("<2L", tail, 12, written, directory)
    return bytes(out + tail)


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _local_header(data: bytes, start: int, sizes: tuple[int, int, int]) -> bytes:
    """Return a part's own header with new sizes, without the extra fields that may repeat the old ones."""
    (name_size,) = struct.unpack_from("<H", data, start + 26)
    header = bytearray(data[start : start + 30 + name_size])
    struct.pack_into("<H", header, 28, 0)
    _set_sizes(header, 6, 14, sizes)
    return bytes(header)


def _set_sizes(header: bytearray, flags_at: int, sizes_at: int, sizes: tuple[int, int, int]) -> None:
    (flags,) = struct.unpack_from("<H", header, flags_at)
    struct.pack_into("<H", header, flags_at, flags & ~_SIZES_FOLLOW)
    struct.pack_into("<3L", header, sizes_at, *sizes)


def _written_anew(package: zipfile.ZipFile, replaced: Mapping[str, bytes]) -> bytes:
    """Write the parts in their order with their dates; for packages in the large form, whose addresses differ."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        for member in package.infolist():
            data = replaced.get(member.filename)
            kept = zipfile.ZipInfo(member.filename, member.date_time)
            kept.compress_type, kept.external_attr = member.compress_type, member.external_attr
            written.writestr(kept, package.read(member) if data is None else data)
    return out.getvalue()
