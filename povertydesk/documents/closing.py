"""The foot of a paper: who gets it, and who signs by what authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.documents.plan_figures import plan_inlines
from povertydesk.documents.signature import signature_lines
from povertydesk.documents.template import fill_words
from povertydesk.poverty.paper import Closing, Signature
from povertydesk.poverty.plan import PlanSection, SigningForm

if TYPE_CHECKING:
    from povertydesk.documents.plan_figures import PlanContents
    from povertydesk.documents.template import PaperTemplate


def closing(contents: PlanContents, words: PaperTemplate) -> Closing:
    """Return recipients and signature: the office's own recipients where it wrote some, else the template's."""
    names = plan_inlines(contents)
    own = contents.plan.lines_of(PlanSection.RECIPIENT)
    recipients = own or tuple(fill_words(recipient, names) for recipient in words.recipients)
    archive = f"Lưu: {contents.plan.archive or words.archive}"
    return Closing((*recipients, archive), _signature(contents))


def _signature(contents: PlanContents) -> Signature:
    signer = contents.signer
    if signer is None:
        return Signature(signature_lines(SigningForm.FOR_BODY), "")
    form = signer.signing_form or SigningForm.FOR_BODY
    return Signature(signature_lines(form, signer.position or "CHỦ TỊCH"), signer.name)
