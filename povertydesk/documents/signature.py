"""By what authority a paper is signed (Decree 30/2020, Annex I, part II, item 7)."""

from __future__ import annotations

from povertydesk.poverty.plan import SigningForm

PEOPLES_COMMITTEE = "ỦY BAN NHÂN DÂN"
CHAIR = "CHỦ TỊCH"


def signature_lines(
    form: SigningForm, position: str = CHAIR, *, body: str = PEOPLES_COMMITTEE, head: str = CHAIR
) -> tuple[str, ...]:
    """Return the lines of authority above a signature, in capitals.

    `position` is the signer's own post, `head` the post of the one who heads `body` and in whose stead a deputy signs.
    A chair signs `TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH`, an acting one `TM. ỦY BAN NHÂN DÂN / Q. CHỦ TỊCH`, a deputy `TM.
    ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`; by order or mandate the head's post stands first: `TL. CHỦ TỊCH /
    CÔNG CHỨC VĂN HÓA - XÃ HỘI`.
    """
    post, leader, committee = position.upper(), head.upper(), body.upper()
    match form:
        case SigningForm.FOR_BODY:
            return (f"TM. {committee}", post)
        case SigningForm.ACTING:
            return (f"TM. {committee}", f"Q. {post}")
        case SigningForm.FOR_HEAD:
            return (f"TM. {committee}", f"KT. {leader}", post)
        case SigningForm.BY_ORDER | SigningForm.BY_MANDATE:
            return (f"{form}. {leader}", post)
