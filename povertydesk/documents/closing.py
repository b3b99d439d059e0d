"""The foot of a paper: who gets it, and who signs by what authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.documents.plan_figures import plan_inlines
from povertydesk.documents.template import fill_words
from povertydesk.poverty.paper import Closing
from povertydesk.poverty.plan import PlanSection

if TYPE_CHECKING:
    from povertydesk.documents.plan_figures import PlanContents
    from povertydesk.documents.template import PaperTemplate


def closing(contents: PlanContents, words: PaperTemplate) -> Closing:
    """Return recipients and signature: the office's own recipients where it wrote some, else the template's.

    Where the paper is kept stands last and once, also if the office wrote such a line among its recipients.
    """
    names = plan_inlines(contents)
    own = contents.plan.lines_of(PlanSection.RECIPIENT)
    recipients = own or tuple(fill_words(recipient, names) for recipient in words.recipients)
    kept = [line for line in recipients if line.lstrip("-– ").startswith(words.archive_word)]
    archive = f"{words.archive_word} {contents.plan.archive or words.archive}"
    if kept and not contents.plan.archive:
        archive = kept[-1]
    others = tuple(line for line in recipients if line not in kept)
    return Closing((*others, archive), contents.office.signature(contents.signer))
