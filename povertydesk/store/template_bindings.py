"""Which cells of the office above's templates were bound to a paper, as it was written down."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


class KeptBinding(NamedTuple):
    """A binding as JSON, with the paper and the template's file it is for, its sheet and the mark of its headings."""

    paper: str
    file_name: str
    sheet: str
    signature: str
    binding: str


class BoundTemplate(NamedTuple):
    """A template by its file's name, the paper it holds, and when which officer bound it."""

    id: str
    paper: str
    file_name: str
    bound_at: datetime.datetime
    bound_by: str


def list_bound_templates(engine: Engine) -> tuple[BoundTemplate, ...]:
    """List every template that is bound, the one bound last first."""
    rows = engine.execute(
        "SELECT id, paper, file_name, changed_at, changed_by FROM template_binding "
        "ORDER BY changed_at DESC, file_name, paper"
    )
    return tuple(
        BoundTemplate(key, paper, file_name, datetime.datetime.fromisoformat(changed_at), changed_by)
        for key, paper, file_name, changed_at, changed_by in rows
    )


def list_template_bindings(engine: Engine, paper: str) -> tuple[KeptBinding, ...]:
    """List the bindings of a paper, by the names of the templates."""
    rows = engine.execute(
        "SELECT paper, file_name, sheet, signature, binding FROM template_binding WHERE paper = ? ORDER BY file_name",
        (paper,),
    )
    return tuple(KeptBinding(*row) for row in rows)


def write_template_binding(writer: OperationWriter, kept: KeptBinding) -> None:
    """Keep the binding of a template, in the place of an earlier one."""
    values = kept._asdict()
    key = {name: values.pop(name) for name in ("paper", "file_name")}
    writer.put("template_binding", key, values)


def delete_template_binding(writer: OperationWriter, record_id: str) -> None:
    """Forget the binding of a template."""
    writer.delete("template_binding", record_id)
