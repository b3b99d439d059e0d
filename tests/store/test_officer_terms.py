from __future__ import annotations

import datetime
from dataclasses import replace

from povertydesk.poverty.committee import CommitteeRole, OfficerTerm
from povertydesk.poverty.plan import Officer
from povertydesk.store import officer_terms, officers
from povertydesk.store.authorship import Authorship
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.operations import operation


def test_terms_stand_by_name_and_time_with_villages_in_the_office_s_order(
    cam_long: DeskFile, author: Authorship
) -> None:
    engine = cam_long.engine
    first, second, third = (row[0] for row in engine.execute("SELECT id FROM village ORDER BY position LIMIT 3"))
    with operation(engine, author, "edit-officer-term") as writer:
        later, earlier = (officers.write_officer(writer, Officer("", name, "")) for name in ("Hà Văn Thử", "Lê Văn An"))
        terms = (
            OfficerTerm("", later, CommitteeRole.HEAD, "UBND xã", "0900 000 000", datetime.date(2023, 6, 1)),
            OfficerTerm("", later, until_on=datetime.date(2023, 6, 1), villages=(third, first)),
            OfficerTerm("", earlier, CommitteeRole.SECRETARY, villages=(second,)),
        )
        keys = [officer_terms.write_term(engine, writer, term) for term in terms]
    kept = [replace(term, id=key) for term, key in zip(terms, keys, strict=True)]
    assert officer_terms.list_terms(engine) == (kept[2], replace(kept[1], villages=(first, third)), kept[0])
    with operation(engine, author, "edit-officer-term") as writer:
        officer_terms.write_term(engine, writer, replace(kept[1], villages=(second, third, second)))
        officer_terms.remove_term(engine, writer, keys[2])
    assert officer_terms.list_terms(engine) == (replace(kept[1], villages=(second, third)), kept[0])
