"""The schema: STRICT everywhere, every constraint named, migrations and code agree."""

import re
from pathlib import Path

import pytest
from sqlalchemy import Constraint

from perftrack.persistence.header import APPLICATION_ID, SCHEMA_VERSION, TABLE_NAMES, read_header
from perftrack.persistence.schema import differences
from perftrack.persistence.shapes import encoded, shapes
from perftrack.persistence.stored import json_text
from perftrack.persistence.tables import Base
from perftrack.services.workspace import Workspace
from tests.persistence.office import open_office, sql

VERSIONS = Path(__file__).parents[2] / "perftrack" / "persistence" / "migrations" / "versions"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    with open_office(tmp_path) as workspace:
        return workspace.path


def test_that_a_created_file_has_the_schema_of_the_code(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace, workspace._database.reading() as connection:
        assert differences(connection) == []


def test_that_opening_expects_the_tables_of_the_code() -> None:
    assert set(Base.metadata.tables) == TABLE_NAMES


def test_that_every_table_is_strict(office: Path) -> None:
    rows = sql(office, "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    loose = {name for name, strict in rows if not strict}
    assert loose == {"alembic_version", "sqlite_schema"}


def test_that_every_constraint_has_a_name() -> None:
    for table in Base.metadata.sorted_tables:
        constraints: set[Constraint] = table.constraints
        assert all(constraint.name for constraint in constraints), table.name


def test_that_every_business_row_names_its_journal_row_and_counts_its_changes(office: Path) -> None:
    for name in shapes():
        columns = {row[1]: row for row in sql(office, f'PRAGMA table_info("{name}")')}
        assert columns["version"][3] == 1
        assert columns["seq"][3] == 1
        references = {(row[2], row[3]) for row in sql(office, f'PRAGMA foreign_key_list("{name}")')}
        assert ("journal", "seq") in references


def test_that_every_migration_sets_both_versions(office: Path) -> None:
    scripts = sorted(VERSIONS.glob("[0-9]*.py"))
    for number, script in enumerate(scripts, start=1):
        text = script.read_text(encoding="utf-8")
        assert script.name.startswith(f"{number:04d}_")
        assert re.search(rf'^revision = "{number:04d}"$', text, re.M)
        assert re.search(rf"^USER_VERSION = {number}$", text, re.M)
    assert len(scripts) == SCHEMA_VERSION
    assert sql(office, "SELECT version_num FROM alembic_version") == [(f"{SCHEMA_VERSION:04d}",)]
    assert sql(office, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert sql(office, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert read_header(office).schema_version == SCHEMA_VERSION


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE actual SET quarter = 5 WHERE quarter = 4",
        "UPDATE actual SET grade = '良' WHERE quarter = 4",
        "UPDATE fund SET initial = '-1'",
        "UPDATE fund SET revised = '-1'",
        "UPDATE executed SET amount = '-0.01'",
        "UPDATE plan SET name = ''",
        "UPDATE plan SET kind = 'other'",
        "UPDATE plan SET project_id = NULL WHERE kind = 'project'",
        "UPDATE plan SET finished = 2",
        "UPDATE indicator SET rule = 'guess'",
        "UPDATE indicator SET aggregation = 'median'",
        "UPDATE indicator SET manual_reason = NULL WHERE manual_score IS NOT NULL",
        "UPDATE indicator SET name = ''",
        "UPDATE indicator SET position = 'first'",
        "INSERT INTO fiscal_year VALUES (1, 1, 2030, NULL, NULL, 0)",
    ],
)
def test_that_a_database_browser_cannot_store_what_the_program_could_not_read(office: Path, statement: str) -> None:
    import sqlite3

    with pytest.raises(sqlite3.IntegrityError):
        sql(office, statement)


def test_that_the_quick_canonical_form_is_canonical_json() -> None:
    for shape in shapes().values():
        values = tuple(
            place if place % 3 == 0 else None if place % 3 == 1 else f'≥"{place}"\n\\\x07'
            for place in range(len(shape.columns))
        )
        assert shape.canonical(values, 7) == json_text({**dict(zip(shape.columns, values, strict=True)), "version": 7})


def test_that_nothing_but_stored_values_has_a_canonical_form() -> None:
    with pytest.raises(TypeError):
        encoded(1.5)  # type: ignore[arg-type]


def test_that_indexes_serve_the_loading_of_a_year(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace:
        path = workspace.path
    query = (
        "EXPLAIN QUERY PLAN SELECT a.value FROM actual a JOIN indicator i ON a.indicator_id = i.id"
        " JOIN plan p ON i.plan_id = p.id WHERE p.year = 2024"
    )
    plan = [row[3] for row in sql(path, query)]
    assert not [line for line in plan if line.startswith("SCAN")]


def test_that_a_schema_changed_by_another_program_is_reported(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace:
        sql(workspace.path, "DROP TRIGGER journal_refuses_delete", "CREATE INDEX extra ON plan (goal)")
    with Workspace.open(workspace.path, clock=workspace._clock) as reopened:
        names = {arguments["name"] for code, arguments in reopened.verify() if code == "schema_differs"}
    assert names == {"journal_refuses_delete", "extra"}


def test_that_migrations_import_nothing_of_ours() -> None:
    for script in VERSIONS.parent.rglob("*.py"):
        assert "perftrack" not in script.read_text(encoding="utf-8"), script.name
