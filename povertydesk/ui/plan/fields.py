"""The entries of the plan page: what the clerk decides, grouped as the parts of the paper."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from povertydesk.poverty.official_text import format_amount, format_count, format_date
from povertydesk.poverty.plan import PlanSection, ReductionPlan, ServiceTarget
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.profile import CommuneProfile, EthnicShare
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.fields.entry_field import EntryField, Reader
from povertydesk.ui.fields.labelled import labelled
from povertydesk.ui.fields.lines_field import LinesField
from povertydesk.ui.fields.readers import optional_amount, optional_count, optional_date
from povertydesk.workflow import draft_plan, sign_plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes

_AMOUNTS = frozenset({"natural_area_ha", "distance_to_centre_km"})
_COUNTS = frozenset({"people", "near_poor", "near_poor_people", "poor_people", "religion_people"})


class PlanFields(QWidget):
    """All entries of the plan. Each keeps itself when it is left; `section_entered` says which part is worked at."""

    section_entered = Signal(str)

    def __init__(self, session: Session, indicators: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Show the plan of the session's present year and stay with it.

        `indicators` are the codes and names of the year's standard.
        """
        super().__init__(parent)
        self._session = session
        self._year = session.year
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 10, 12)
        self._layout.setSpacing(8)
        self._sections: dict[QObject, str] = {}
        self._plan_fields: dict[str, EntryField] = {}
        self._profile_fields: dict[str, EntryField] = {}
        self._line_fields: dict[PlanSection, LinesField] = {}
        self._service_fields: dict[str, EntryField] = {}
        self.signer = Choice()
        self._indicators = tuple(indicators)
        self._build()
        self.setFocusProxy(self._plan_fields["number"])
        self.refresh()

    @property
    def year(self) -> int:
        """The year of the plan that is shown."""
        return self._year

    def commit_pending(self) -> None:
        """Keep what is just being typed."""
        for field in self._fields():
            field.commit()

    def stop(self) -> None:
        """Keep nothing any more: the file is being put away."""
        for field in self._fields():
            field.keep = None

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in a field and nowhere else."""
        return any(field.is_unsaved for field in self._fields())

    def refresh(self) -> None:
        """Show what the records say now."""
        desk, year = self._session.desk, self._year
        plan = draft_plan.read_plan(desk, year)
        profile = draft_plan.read_profile(desk, year)
        self._show_plan(plan)
        for name, entry in self._profile_fields.items():
            entry.show_text(_profile_text(profile, name))
        for section, lines in self._line_fields.items():
            lines.show_lines(plan.lines_of(section))
        shares = {service.indicator: service.percent for service in plan.services}
        for indicator, entry in self._service_fields.items():
            entry.show_text(format_amount(shares[indicator]) if indicator in shares else "")
        self._show_signers(plan)
        read_only = desk.read_only
        for field in self._fields():
            field.set_read_only(read_only)
        self.signer.setDisabled(read_only)
        self._lock_targets()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Tell which part of the paper is worked at."""
        if event.type() == QEvent.Type.FocusIn and watched in self._sections:
            self.section_entered.emit(self._sections[watched])
        return super().eventFilter(watched, event)

    def _lock_targets(self) -> None:
        """Forbid typing over the targets that a signed plan fixes, and say so where the mouse rests on them."""
        day = sign_plan.plan_signed_on(self._session.desk, self._year)
        why = ""
        if day is not None:
            why = self._session.messages.sentence("plan-signed", {"year": self._year, "date": format_date(day)})
        for field in (self._plan_fields["income_target_vnd"], *self._service_fields.values()):
            field.set_read_only(self._session.desk.read_only or day is not None)
            field.editor.setToolTip(why)

    def _fields(self) -> list[EntryField | LinesField]:
        entries = (self._plan_fields, self._profile_fields, self._service_fields, self._line_fields)
        return [field for fields in entries for field in fields.values()]

    def _build(self) -> None:
        self._begin(self.tr("Paper"), "")
        self._row(
            self._plan_field("number", self.tr("Number"), hint=self.tr("left for the pen")),
            self._plan_field("issued_on", self.tr("Date"), optional_date, hint=self.tr("left for the pen")),
        )
        self._row(self._plan_field("subject", self.tr("Subject"), hint=self.tr("Sustainable poverty reduction in …")))
        self.signer.activated.connect(self._keep_signer)
        signer = labelled(self.tr("Signed by"), self.signer)
        self._row(signer, self._plan_field("archive", self.tr("Archive"), hint="VT"))
        self._begin(self.tr("I. Situation"), "situation")
        self._row(
            self._profile_field("people", self.tr("Resident people")),
            self._profile_field("natural_area_ha", self.tr("Natural area (ha)")),
        )
        self._row(
            self._profile_field("near_poor", self.tr("Near-poor households")),
            self._profile_field("near_poor_people", self.tr("Near-poor people")),
        )
        self._row(
            self._profile_field("forest_share", self.tr("Share of forest land")),
            self._profile_field("ethnic_shares", self.tr("Ethnic groups"), hint=self.tr("Mường 85; Kinh 15")),
        )
        self._row(
            self._profile_field("centre_name", self.tr("Centre")),
            self._profile_field("distance_to_centre_km", self.tr("Distance (km)")),
        )
        self._row(
            self._profile_field("border_north", self.tr("North of it")),
            self._profile_field("border_east", self.tr("East of it")),
        )
        self._row(
            self._profile_field("border_south", self.tr("South of it")),
            self._profile_field("border_west", self.tr("West of it")),
        )
        self._row(
            self._profile_field("religion_name", self.tr("Religion")),
            self._profile_field("religion_people", self.tr("People of the religion")),
        )
        self._row(self._profile_field("religion_villages", self.tr("Where they live")))
        self._row(self._profile_field("difficulties", self.tr("Main difficulties")))
        self._begin(self.tr("II. Legal bases"), "legal_bases")
        self._row(self._lines(PlanSection.LOCAL_BASIS, self.tr("The office's own bases, one a line"), 5))
        self._begin(self.tr("III. Aims"), "aims")
        self._row(self._lines(PlanSection.AIM, self.tr("Further aims and demands, one a line"), 3))
        self._begin(self.tr("IV. Targets"), "targets")
        self._row(
            self._plan_field(
                "income_target_vnd", self.tr("Income of the poor (đồng a person and month)"), optional_count
            )
        )
        services = [self._service_field(code, name) for code, name in self._indicators]
        for left, right in zip(services[::2], [*services[1::2], None][: len(services[::2])], strict=True):
            self._row(left, *([right] if right is not None else []))
        self._begin(self.tr("VI. Tasks"), "tasks")
        self._row(self._lines(PlanSection.TASK, self.tr("Further tasks, one a line"), 3))
        self._begin(self.tr("VII. Organisation"), "organisation")
        self._row(self._lines(PlanSection.ORGANISATION, self.tr("Further duties, one a line"), 3))
        self._begin(self.tr("Recipients"), "closing")
        self._row(self._lines(PlanSection.RECIPIENT, self.tr("Recipients in place of the usual ones, one a line"), 5))
        self._layout.addStretch(1)

    def _begin(self, title: str, section: str) -> None:
        label = QLabel(title)
        label.setProperty("role", "section")
        if self._layout.count():
            self._layout.addSpacing(8)
        self._layout.addWidget(label)
        self._section = section

    def _row(self, *parts: QWidget) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        for column, part in enumerate(parts):
            grid.addWidget(part, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
            focused = part.focusProxy() or part
            self._sections[focused] = self._section
            focused.installEventFilter(self)
        self._layout.addLayout(grid)

    def _plan_field(self, name: str, label: str, read: Reader = clean_line, hint: str = "") -> EntryField:
        entry = self._entry(label, read, hint)
        entry.keep = lambda value: self._write(lambda desk, year: draft_plan.edit_plan(desk, year, **{name: value}))
        self._plan_fields[name] = entry
        return entry

    def _profile_field(self, name: str, label: str, hint: str = "") -> EntryField:
        read: Reader = clean_line
        if name in _COUNTS:
            read = optional_count
        elif name in _AMOUNTS:
            read = optional_amount
        elif name == "ethnic_shares":
            read = read_ethnic_shares
        entry = self._entry(label, read, hint)
        entry.keep = lambda value: self._keep_profile(name, value)
        self._profile_fields[name] = entry
        return entry

    def _service_field(self, indicator: str, name: str) -> EntryField:
        entry = self._entry(f"{name} (%)", optional_amount, "")
        entry.keep = lambda share: self._keep_service(indicator, share)
        self._service_fields[indicator] = entry
        return entry

    def _lines(self, section: PlanSection, label: str, rows: int) -> LinesField:
        lines = LinesField(label, rows=rows)
        lines.keep = lambda kept: self._write(lambda desk, year: draft_plan.edit_lines(desk, year, section, kept))
        self._line_fields[section] = lines
        return lines

    def _entry(self, label: str, read: Reader, hint: str) -> EntryField:
        entry = EntryField(label, read, hint)
        entry.refused.connect(lambda error: entry.show_fault(self._session.messages.of_error(error)))
        return entry

    def _write(self, task: Callable[[Any, int], Changes]) -> bool:
        session = self._session
        return session.write(lambda: task(session.desk, self._year))

    def _keep_profile(self, name: str, value: Any) -> bool:
        profile = draft_plan.read_profile(self._session.desk, self._year)
        changed = profile._replace(**{name: value})
        return self._write(lambda desk, _year: draft_plan.edit_profile(desk, changed))

    def _keep_service(self, indicator: str, share: Decimal | None) -> bool:
        session = self._session
        shares = {one.indicator: one.percent for one in draft_plan.read_plan(session.desk, self._year).services}
        shares.pop(indicator, None)
        if share is not None:
            shares[indicator] = share
        services = [ServiceTarget(code, percent) for code, percent in shares.items()]
        try:
            changes = draft_plan.edit_services(session.desk, self._year, services)
        except KnownError as error:
            if error.code == "percent-out-of-range":
                self._service_fields[indicator].show_fault(session.messages.of_error(error))
            else:
                session.refused.emit(error)
            return False
        session.announce(changes)
        return True

    def _keep_signer(self, place: int) -> None:
        key = self.signer.itemData(place)
        if not self._write(lambda desk, year: draft_plan.edit_plan(desk, year, signer_id=key)):
            self._show_signers(draft_plan.read_plan(self._session.desk, self._year))

    def _show_plan(self, plan: ReductionPlan) -> None:
        income = plan.income_target_vnd
        shown = {
            "number": plan.number,
            "issued_on": format_date(plan.issued_on) if plan.issued_on else "",
            "subject": plan.subject,
            "archive": plan.archive,
            "income_target_vnd": "" if income is None else format_count(income),
        }
        for name, entry in self._plan_fields.items():
            entry.show_text(shown[name])

    def _show_signers(self, plan: ReductionPlan) -> None:
        self.signer.clear()
        self.signer.addItem(self.tr("The head of the office"), None)
        for officer in draft_plan.list_officers(self._session.desk):
            words = f"{officer.name} – {officer.position}" if officer.position else officer.name
            self.signer.addItem(words, officer.id)
        chosen = self.signer.findData(plan.signer.id) if plan.signer else 0
        self.signer.setCurrentIndex(max(chosen, 0))


def read_ethnic_shares(text: str) -> tuple[EthnicShare, ...]:
    """Read `Mường 85; Kinh 15` into groups and their shares in percent."""
    shares = []
    for part in (part.strip() for part in text.split(";")):
        if not part:
            continue
        group, _, written = part.removesuffix("%").strip().rpartition(" ")
        try:
            percent = optional_amount(written)
        except KnownError:
            percent = None
        if not group or percent is None or percent > 100:
            raise KnownError("ethnic-share-not-understood", text=part)
        name = group.removesuffix("chiếm").strip()
        shares.append(EthnicShare(name, percent))
    return tuple(shares)


def _profile_text(profile: CommuneProfile, name: str) -> str:
    value = getattr(profile, name)
    if name == "ethnic_shares":
        return "; ".join(f"{share.group} {format_amount(share.percent)}" for share in value)
    if value is None:
        return ""
    return format_amount(value) if isinstance(value, (int, Decimal)) else str(value)
