"""The fixed words of the papers on names behind targets, which an office may edit in `resources/templates`."""

from __future__ import annotations

import msgspec


class RegisteredTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the list of households registered to leave poverty."""

    kind: str
    subject: str
    symbol: str
    poor: str
    near_poor: str
    summary: str
    band_poor: str
    band_near_poor: str
    difference: str
    base_poor: str
    base_near_poor: str
    not_set: str
    total: str
    grand_total: str
    helped: str
    left: str
    unnamed_poor: str
    unnamed_near_poor: str
    nobody: str
    serial_title: str
    code_title: str
    head_title: str
    deprived_title: str
    needs_title: str
    helper_title: str
    months_title: str
    result_title: str
    note_title: str
    poor_title: str
    near_poor_title: str
    assigned_title: str
    planned_title: str
    registered_title: str
    named_title: str
    difference_title: str
    helped_title: str
    left_title: str
    stayed_title: str
    total_title: str


class FollowUpTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the sheet on which a village follows its registered households."""

    kind: str
    subject_month: str
    subject_year: str
    office: str
    nobody_in_charge: str
    poor: str
    near_poor: str
    serial_title: str
    code_title: str
    head_title: str
    needs_title: str
    helper_title: str
    before_title: str
    done_title: str
    done_by_title: str
    months_title: str
    result_title: str
    mark: str
    no_months: str
    signers: tuple[str, ...]
    signing_hint: str
