"""Opening looks first and never writes: faults 13–17 and 22 of the guide on reliability."""

import os
import sqlite3
import struct
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from perftrack.errors import DataFileError
from perftrack.persistence.header import SCHEMA_VERSION, read_header
from perftrack.services.workspace import Workspace
from tests.persistence.office import TickingClock, open_office


@pytest.fixture
def office(tmp_path: Path) -> Path:
    with open_office(tmp_path) as workspace:
        return workspace.path


def refusal(path: Path) -> str:
    """The code with which opening is refused; the file's bytes and its folder are as before."""
    before = path.read_bytes() if path.is_file() else None
    beside = set(path.parent.iterdir())
    with pytest.raises(DataFileError) as caught:
        Workspace.open(path, clock=TickingClock())
    assert (path.read_bytes() if path.is_file() else None) == before
    assert set(path.parent.iterdir()) == beside
    assert caught.value.arguments["path"] == str(path)
    return caught.value.code


def found_damaged(path: Path) -> bool:
    """Whether opening refuses the file as damaged or verifying it finds something."""
    try:
        with Workspace.open(path, clock=TickingClock()) as workspace:
            return bool(workspace.verify())
    except DataFileError as error:
        return error.code == "file_damaged"


def patched(path: Path, offset: int, raw: bytes) -> Path:
    data = bytearray(path.read_bytes())
    data[offset : offset + len(raw)] = raw
    path.write_bytes(data)
    return path


def test_that_a_missing_file_is_named_and_not_created(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere.perftrack") == "file_missing"


def test_that_a_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "folder.perftrack"
    folder.mkdir()
    assert refusal(folder) == "file_is_folder"


def test_that_a_zero_byte_file_is_named_and_not_written_to(tmp_path: Path) -> None:
    empty = tmp_path / "empty.perftrack"
    empty.touch()
    assert refusal(empty) == "file_empty"


@pytest.mark.parametrize("content", [b"x", b"PK\x03\x04" + bytes(500), "年度,项目\n".encode() * 50, bytes(4096)])
def test_that_garbage_is_called_foreign(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "foreign.perftrack"
    path.write_bytes(content)
    assert refusal(path) == "file_foreign"


def test_that_the_database_of_another_program_is_named(tmp_path: Path) -> None:
    path = tmp_path / "other.perftrack"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (a)")
    assert refusal(path) == "file_other_program"


def test_that_a_wrong_application_id_is_refused(office: Path) -> None:
    assert refusal(patched(office, 68, b"ABCD")) == "file_other_program"


def test_that_a_newer_schema_is_refused_and_its_bytes_stay(office: Path) -> None:
    assert refusal(patched(office, 60, struct.pack(">i", SCHEMA_VERSION + 1))) == "file_newer"


def test_that_a_schema_number_below_one_is_damage(office: Path) -> None:
    assert refusal(patched(office, 60, struct.pack(">i", 0))) == "file_damaged"


def test_that_an_impossible_page_size_is_damage(office: Path) -> None:
    assert refusal(patched(office, 16, b"\x0b\xad")) == "file_damaged"


def test_that_a_file_cut_at_any_page_is_called_truncated(office: Path) -> None:
    whole = office.read_bytes()
    page_size = read_header(office).page_size
    for length in [50, 99, 100, *range(page_size, len(whole), page_size), len(whole) - 1]:
        office.write_bytes(whole[:length])
        assert refusal(office) == "file_truncated", length


def test_that_a_page_overwritten_with_zeros_is_noticed(office: Path) -> None:
    whole = office.read_bytes()
    page_size = read_header(office).page_size
    for start in range(page_size, len(whole), page_size):
        office.write_bytes(whole[:start] + bytes(page_size) + whole[start + page_size :])
        damaged = office.read_bytes()
        assert found_damaged(office), f"page at {start}"
        assert office.read_bytes() == damaged


def test_that_a_file_whose_tables_are_gone_is_damaged(office: Path) -> None:
    with closing(sqlite3.connect(office)) as connection:
        connection.execute("DROP TABLE deviation")
    assert refusal(office) == "file_damaged"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may read everything")
def test_that_a_file_one_may_not_read_is_named(office: Path) -> None:
    office.chmod(0)
    with pytest.raises(DataFileError) as caught:
        Workspace.open(office, clock=TickingClock())
    assert caught.value.code == "file_no_permission"


def test_that_the_look_costs_no_heavy_import() -> None:
    program = (
        "import sys; import perftrack.services.workspace, perftrack.services.recording, perftrack.services.storing;"
        "from perftrack.persistence.database import check, read_header;"
        "print([name for name in ('sqlmodel', 'sqlalchemy', 'alembic', 'pydantic') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_that_showing_a_current_file_costs_no_heavy_import(office: Path) -> None:
    program = (
        "import sys; from datetime import datetime, UTC; from perftrack.services.workspace import Workspace;"
        "ws = Workspace.open(sys.argv[1], clock=lambda: datetime.now(UTC)); "
        "ws.plans(2024); ws.department(); ws.closed_years(); ws.own_packs(); ws.pin(2024); ws.journal(); ws.close();"
        "print([name for name in ('sqlmodel', 'sqlalchemy', 'alembic', 'pydantic') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", program, str(office)], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
