"""Every wall between rooms has been seen to fail: each contract is broken once on a copy of the code."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

BREAKS = {
    "core-knows-no-window": ("perftrack/services/bundled.py", "import PySide6.QtCore"),
    "layers": ("perftrack/domain/terms.py", "import perftrack.services.bundled"),
    "domain-is-pure": ("perftrack/domain/terms.py", "import logging"),
    "database-in-one-room": ("perftrack/services/recording.py", "import sqlalchemy"),
    "workbooks-in-one-room": ("perftrack/services/recording.py", "import xlsxwriter"),
    "window-asks-services": ("ui/theme.py", "import perftrack.persistence.database"),
    "rooms-of-the-window": ("ui/theme.py", "import ui.pages.overview"),
    "pages-are-strangers": ("ui/pages/overview.py", "import ui.pages.sheets"),
    "migrations-stand-alone": ("perftrack/persistence/migrations/__init__.py", "import perftrack.errors"),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three packages and the contracts, to be broken without harm."""
    place = tmp_path_factory.mktemp("walls")
    for package in ("perftrack", "ui", "resources"):
        shutil.copytree(ROOT / package, place / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", place)
    return place


def _lint(place: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    # Run from the copy with the copy first on the path, so that the copy is what is linted.
    code = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as run; run()"
    chosen = [word for contract in contracts for word in ("--contract", contract)]
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache", *chosen],
        cwd=place, env={"PYTHONPATH": str(place), "PATH": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_that_all_walls_hold(copy: Path) -> None:
    result = _lint(copy)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("contract", BREAKS)
def test_that_a_broken_wall_is_named(copy: Path, contract: str) -> None:
    place, line = BREAKS[contract]
    file = copy / place
    before = file.read_text(encoding="utf-8")
    file.write_text(f"{before}\n{line}\n", encoding="utf-8")
    try:
        result = _lint(copy, contract)
    finally:
        file.write_text(before, encoding="utf-8")
    assert result.returncode != 0
    assert "BROKEN" in result.stdout


def test_that_every_contract_is_broken_once() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert {contract["id"] for contract in project["tool"]["importlinter"]["contracts"]} == set(BREAKS)


def test_that_nothing_imports_across_rooms_by_string() -> None:
    for package in ("perftrack", "ui"):
        for file in (ROOT / package).rglob("*.py"):
            text = file.read_text(encoding="utf-8")
            assert "__import__(" not in text, file
            if package == "perftrack":
                assert "import_module(" not in text, file
