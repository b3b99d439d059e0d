"""A program killed between two answers of a form: all answers before are there, and it knows where it stood."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.workflow import review_form
from povertydesk.workflow.desk import Program
from povertydesk.workflow.open_desk import open_desk
from tests.workflow.contents import assert_sound
from tests.workflow.registry import household_of
from tests.workflow.test_review_rounds import opened

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("answering.py")


def kill_while_answering(file: Path, round_id: str, answers: int) -> list[tuple[str, str, int]]:
    """Let the program give at least so many answers, kill it, and return those it said were kept."""
    with subprocess.Popen(
        [sys.executable, str(PROGRAM), str(file), str(file.parent / "backups"), round_id],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        lines = [program.stdout.readline() for _ in range(answers)]
        program.kill()
        lines += program.stdout.read().splitlines(keepends=True)
    assert program.returncode not in {0, 1}
    kept = [line.split() for line in lines if line.endswith("\n")]
    return [(household, code, int(turn)) for household, code, turn in kept]


@pytest.mark.parametrize("answers", [1, 7, 13, 30])
def test_no_answer_is_lost_and_entering_goes_on_where_it_stopped(
    finished: Path, tmp_path: Path, program: Program, answers: int
) -> None:
    file = Path(shutil.copy(finished, tmp_path / "cam-long.pdesk"))
    desk = open_desk(file, program)
    for _ in range(2):
        household_of(desk)
    round_id = opened(desk, 2022)
    desk.close()
    kept = kill_while_answering(file, round_id, answers)
    assert len(kept) >= answers
    desk = open_desk(file, program)
    assert_sound(desk)
    forms = {household: review_form.open_form(desk, round_id, household) for household, _, _ in kept}
    place = review_form.last_touched(desk, round_id)
    # The answer being written when the program was killed may be there too; it is then the last of all.
    assert place in {kept[-1][:2], following(forms[kept[-1][0]], kept[-1][1])}
    told = {(household, code): FormAnswer.yes_no(yes=turn == 0) for household, code, turn in kept}
    for (household, code), answer in told.items():
        assert forms[household].answers[code] == answer or (household, code) == place
    assert all(form.standing.review == form.review for form in forms.values())
    desk.close()


def following(form: review_form.OpenForm, code: str) -> tuple[str, str]:
    """Return the answer that comes after one: the next question, or the first one of the other household."""
    codes = form.law.standard.indicator_codes
    at = codes.index(code)
    if at + 1 < len(codes):
        return form.household.id, codes[at + 1]
    other = form.next_id or form.previous_id
    assert other is not None
    return other, codes[0]
