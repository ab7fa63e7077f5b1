"""Habits that no linter knows: words that must not stand in the code, files that must not grow."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = [file for package in ("perftrack", "ui", "resources") for file in (ROOT / package).rglob("*.py")]
LONGEST_FILE = 400

REFUSED = {
    "a translated sentence is never glued": re.compile(r"\btr\(f[\"']"),
    "dialogs are opened, never executed": re.compile(r"\.exec\(\)"),
    "a database is never copied as a file": re.compile(r"shutil\.copy"),
    "nothing pumps the event loop by hand": re.compile(r"processEvents"),
    "nothing sleeps": re.compile(r"\btime\.sleep|\bsleep\("),
    "numbers never pass through float on their way to Decimal": re.compile(r"Decimal\(float"),
    "no todo without an issue": re.compile(r"TODO|FIXME|XXX"),
}
#: The application's own event loop is the one place where Qt's exec belongs; pictures are drawn without any loop.
ALLOWED = {
    "dialogs are opened, never executed": {"app.py"},
    "nothing pumps the event loop by hand": {"pictures.py"},
}


@pytest.mark.parametrize("habit", REFUSED)
def test_that_the_code_keeps_its_habits(habit: str) -> None:
    allowed = ALLOWED.get(habit, set())
    broken = [
        str(file.relative_to(ROOT))
        for file in SOURCES
        if file.name not in allowed and REFUSED[habit].search(file.read_text(encoding="utf-8"))
    ]
    assert not broken


def test_that_no_file_needs_a_table_of_contents() -> None:
    long = {str(file.relative_to(ROOT)): lines for file in SOURCES if (lines := _lines(file)) > LONGEST_FILE}
    assert not long


def test_that_the_top_level_stays_small() -> None:
    known = {"pyproject.toml", "perftrack", "ui", "resources", "tests", "README.md"}
    found = {entry.name for entry in ROOT.iterdir() if not entry.name.startswith(".")}
    assert found - known <= {"uv.lock", "build", "dist"}


def _lines(file: Path) -> int:
    return file.read_text(encoding="utf-8").count("\n")
