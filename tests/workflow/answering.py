"""Answers one question of a form after another and prints each once it is kept, until it is killed.

answering.py FILE BACKUP_FOLDER ROUND
"""

from __future__ import annotations

import datetime
import itertools
import os
import sys
from pathlib import Path

from povertydesk import __version__, paths
from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.store import reviews
from povertydesk.workflow import review_form
from povertydesk.workflow.desk import Program
from povertydesk.workflow.open_desk import open_desk

NOW = datetime.datetime(2023, 1, 5, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))


def answer_for_ever(file: Path, backups: Path, round_id: str) -> None:
    desk = open_desk(file, Program(__version__, FixedClock(NOW), paths.resources("legislation"), backups, "Hà Văn Mẫu"))
    households = [one.household_id for one in reviews.list_reviews(desk.engine, round_id)]
    codes = review_form.open_form(desk, round_id, households[0]).law.standard.indicator_codes
    for turn in itertools.count():
        for household, code in itertools.product(households, codes):
            given = FormAnswer.yes_no(yes=turn % 2 == 0)
            review_form.answer(desk, round_id, household, code, given)
            os.write(1, f"{household} {code} {turn % 2}\n".encode())


if __name__ == "__main__":
    answer_for_ever(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
