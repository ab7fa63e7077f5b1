"""Killed at any moment, the file holds everything acknowledged and is whole (fault 1)."""

import subprocess
import sys
from pathlib import Path

import pytest

from perftrack.services.workspace import Workspace
from tests.persistence.office import TickingClock, open_office, sql

SAVING = """
import sys
from datetime import datetime, UTC
from perftrack.domain.plans import Actual
from perftrack.services import recording
from perftrack.services.workspace import Workspace

workspace = Workspace.open(sys.argv[1], clock=lambda: datetime.now(UTC))
indicators = [each.id for each in workspace.plans(2024)[1].indicators]
number = 0
while True:
    number += 1
    recording.record_block(workspace, [recording.ActualEntry(key, 2, Actual(str(number))) for key in indicators])
    print(number, flush=True)
"""


@pytest.mark.parametrize("acknowledged", [1, 2, 3, 5, 8, 13, 21, 34])
def test_that_a_kill_while_saving_loses_nothing_acknowledged(tmp_path: Path, acknowledged: int) -> None:
    with open_office(tmp_path) as workspace:
        path, (first, second) = workspace.path, workspace.plans(2024)[1].indicators
    command = [sys.executable, "-c", SAVING, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(acknowledged):
            last = process.stdout.readline()
        process.kill()  # somewhere in the next save
        last = process.stdout.read().split("\n")[-2:-1] or [last]
    with Workspace.open(path, clock=TickingClock()) as workspace:
        assert workspace.verify() == []
        both = workspace.plan(workspace.plans(2024)[1].id).indicators
        values = {int(each.actuals[2].value or 0) for each in both}  # type: ignore[index]
    (stored,) = values  # both cells of the block or neither
    assert stored >= int(last[0])
    saves = sql(path, "SELECT count(DISTINCT command_id) FROM journal WHERE command = 'record_block'")
    assert saves == [(stored,)]
    assert {each.id for each in both} == {first.id, second.id}


def test_that_an_unfinished_save_left_by_a_kill_is_rolled_back_on_opening(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace:
        path = workspace.path
    killed = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("PRAGMA cache_spill = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE plan SET goal = hex(zeroblob(500000))")
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", killed, str(path)], check=False)
    assert path.with_name(path.name + "-journal").stat().st_size > 0
    with Workspace.open(path, clock=TickingClock()) as workspace:
        assert workspace.verify() == []
        assert {plan.goal for plan in workspace.plans(2024)} == {"", "目标"}
    assert not path.with_name(path.name + "-journal").exists()
