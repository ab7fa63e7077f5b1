"""Bringing an older file up to date: on a verified copy, all or nothing (faults 22–25)."""

import shutil
from pathlib import Path

import pytest

from perftrack.errors import DataFileError
from perftrack.persistence.header import SCHEMA_VERSION
from perftrack.persistence.migrate import SCRIPTS, migrate
from perftrack.services.workspace import Workspace
from tests.persistence.office import TickingClock, open_office, sql

NEXT = SCHEMA_VERSION + 1
STORED = Path(__file__).parents[1] / "databases"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = tmp_path / "office"
    folder.mkdir()
    with open_office(folder) as workspace:
        return workspace.path


def scripts_with(folder: Path, *statements: str, version: int = NEXT) -> Path:
    """Our scripts and one more, which runs ``statements``."""
    scripts = folder / "migrations"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    lines = [f"    op.execute({statement!r})" for statement in (*statements, f"PRAGMA user_version = {version}")]
    (scripts / "versions" / f"{NEXT:04d}_next.py").write_text(
        f"from alembic import op\nrevision = '{NEXT:04d}'\ndown_revision = '{SCHEMA_VERSION:04d}'\n"
        "def upgrade():\n" + "\n".join(lines) + "\n",
        encoding="utf-8",
    )
    return scripts


def test_that_a_current_file_is_left_alone(office: Path) -> None:
    before = office.read_bytes()
    assert migrate(office) is None
    assert office.read_bytes() == before


def test_that_an_older_file_is_migrated_and_the_old_one_kept(tmp_path: Path, office: Path) -> None:
    before = office.read_bytes()
    scripts = scripts_with(tmp_path, "ALTER TABLE plan ADD COLUMN remark TEXT")
    kept = migrate(office, scripts=scripts, target=NEXT)
    assert kept is not None
    assert kept.read_bytes() == before
    assert sql(office, "PRAGMA user_version") == [(NEXT,)]
    assert sql(office, "SELECT version_num FROM alembic_version") == [(f"{NEXT:04d}",)]
    assert sql(office, "SELECT DISTINCT remark FROM plan") == [(None,)]
    assert sql(office, "PRAGMA integrity_check") == [("ok",)]
    assert sorted(office.parent.iterdir()) == sorted([office, kept])
    with pytest.raises(DataFileError) as caught:  # what this program makes of a newer file
        Workspace.open(office, clock=TickingClock())
    assert caught.value.code == "file_newer"


def test_that_a_rebuilt_journal_gets_its_triggers_back(tmp_path: Path, office: Path) -> None:
    scripts = scripts_with(tmp_path, "DROP TRIGGER journal_refuses_update")
    migrate(office, scripts=scripts, target=NEXT)
    names = sql(office, "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    assert [name for (name,) in names] == [
        "journal_refuses_delete",
        "journal_refuses_replace",
        "journal_refuses_update",
    ]


@pytest.mark.parametrize(
    ("statement", "version"),
    [
        ("DELETE FROM deviation", NEXT),
        ("DELETE FROM indicator", NEXT),
        ("SELECT 1", SCHEMA_VERSION),
    ],
)
def test_that_a_migration_that_loses_something_leaves_the_file_as_it_was(
    tmp_path: Path, office: Path, statement: str, version: int
) -> None:
    before = office.read_bytes()
    scripts = scripts_with(tmp_path, statement, version=version)
    with pytest.raises(DataFileError) as caught:
        migrate(office, scripts=scripts, target=NEXT)
    assert caught.value.code == "migration_failed"
    assert office.read_bytes() == before
    assert list(office.parent.iterdir()) == [office]


def test_that_a_migration_that_raises_half_way_leaves_the_file_as_it_was(tmp_path: Path, office: Path) -> None:
    before = office.read_bytes()
    scripts = scripts_with(tmp_path, "ALTER TABLE plan ADD COLUMN remark TEXT", "ALTER TABLE absent ADD COLUMN a TEXT")
    with pytest.raises(DataFileError) as caught:
        migrate(office, scripts=scripts, target=NEXT)
    assert caught.value.code == "migration_failed"
    assert office.read_bytes() == before
    assert list(office.parent.iterdir()) == [office]


@pytest.mark.parametrize("path", sorted(STORED.glob("schema-*.perftrack")), ids=lambda path: path.name)
def test_that_a_stored_file_of_every_schema_opens(tmp_path: Path, path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copyfile(path, copy)
    with Workspace.open(copy, clock=TickingClock()) as workspace:
        assert workspace.verify() == []
        assert workspace.years()[-1] == 2024
        assert [plan.name for plan in workspace.plans(2024)] == ["部门整体", "项目甲", "项目乙"]
        assert workspace.plans(2024)[0].indicators[0].weight.as_tuple() == (0, (2, 0, 5, 0), -2)


def test_that_there_is_a_stored_file_for_every_schema() -> None:
    stored = {path.name for path in STORED.glob("schema-*.perftrack")}
    assert {f"schema-{number}.perftrack" for number in range(1, SCHEMA_VERSION + 1)} <= stored
