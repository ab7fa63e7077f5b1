"""Running the command line inside the test: a file to work on, a language, a display or none."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from perftrack.cli import main
from tests.factories import as_bytes, make_package

Run = Callable[..., tuple[int, str, str]]


def one_sentence(error: str) -> bool:
    """Whether standard error holds one line and no traceback."""
    return len(error.strip().splitlines()) == 1 and "Traceback" not in error


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in English inside this process: exit status, standard output, standard error."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")

    def run_(*words: object, **lent: Any) -> tuple[int, str, str]:
        status = main([str(word) for word in words], **lent)
        out, error = capfdbinary.readouterr()
        return status, out.decode(), error.decode()

    return run_


@pytest.fixture
def headless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Linux without a display."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def with_display(headless: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Linux with a display."""
    monkeypatch.setenv("DISPLAY", ":7")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A package with one plan."""
    path = tmp_path / "package.json"
    path.write_bytes(as_bytes(make_package()))
    return path


@pytest.fixture
def db(tmp_path: Path, source: Path, run: Run) -> Path:
    """A file that holds the package."""
    path = tmp_path / "office.perftrack"
    assert run("import", source, "--db", path)[0] == 0
    return path
