"""Word and Excel files are zip packages; the same paper shall give the same package, whatever the clock says."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import TYPE_CHECKING

from povertydesk.poverty.paper import Letterhead

if TYPE_CHECKING:
    from collections.abc import Callable

    from povertydesk.poverty.paper import Paper

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_CORE_PROPERTIES = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def paper_moment(paper: Paper) -> datetime.datetime:
    """Return the moment that stands in a paper's properties: its date, else the first day of its year."""
    for block in paper.blocks():
        if isinstance(block, Letterhead):
            day = block.issued_on or datetime.date(block.year, 1, 1)
            return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
    return datetime.datetime(*_ZIP_EPOCH, tzinfo=datetime.UTC)


def settled_package(
    data: bytes, moment: datetime.datetime, mended: Callable[[str, bytes], bytes] | None = None
) -> bytes:
    """Return the package with the time of packing taken out of it and `moment` in its properties.

    `mended` gives each part, by its name, what the library that wrote it left out.
    """
    target = io.BytesIO()
    written = rb"\g<1>" + moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(target, "w") as settled:
        for name in package.namelist():
            part = package.read(name)
            if name == _CORE_PROPERTIES:
                part = _MOMENT.sub(written, part)
            elif mended is not None:
                part = mended(name, part)
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.create_system = 0  # else the bytes would tell Windows from Linux
            settled.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return target.getvalue()
