"""Languages, locales, pipes, interrupts, progress: what is around every command."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, one_sentence
from tests.factories import Json

ROOT = Path(__file__).parents[2]


def test_that_the_language_comes_from_the_environment(db: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def chinese() -> bool:
        return "得分" in run("score", "--db", db)[1]

    assert not chinese()
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert chinese()
    monkeypatch.setenv("LC_MESSAGES", "C")
    assert not chinese()
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert chinese()


@pytest.mark.usefixtures("with_display")
def test_that_ctrl_c_is_status_130_without_a_traceback(run: Run) -> None:
    def interrupted(path: Path | None, language: str | None) -> int:
        raise KeyboardInterrupt

    status, out, error = run(open_window=interrupted)
    assert (status, out, error) == (130, "", "")


@pytest.mark.usefixtures("with_display")
def test_that_a_system_error_is_a_sentence(run: Run) -> None:
    def broken(path: Path | None, language: str | None) -> int:
        raise OSError(24, "Too many open files", "x.perftrack")

    status, _, error = run(open_window=broken)
    assert (status, one_sentence(error)) == (1, True)
    assert "Too many open files" in error


@pytest.mark.usefixtures("with_display")
def test_that_a_fault_of_the_program_is_not_hidden(run: Run) -> None:
    def faulty(path: Path | None, language: str | None) -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(open_window=faulty)


def _program(*words: object, **options: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("environment", {})}
    command = [sys.executable, "-m", "ui", *map(str, words)]
    return subprocess.run(command, capture_output=True, check=False, env=environment, **options)


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "zh_CN.GBK", "PYTHONIOENCODING": "gbk"},
    ],
)
def test_that_json_is_utf8_in_any_locale_and_tables_never_fail(db: Path, environment: Json) -> None:
    result = _program("score", "--db", db, "--json", environment=environment)
    assert (result.returncode, result.stderr) == (0, b"")
    assert json.loads(result.stdout.decode("utf-8"))["plans"][0]["name"] == "社区服务群众经费"
    for words in (("score", "--db", db, "--lang", "zh_CN"), ("--help", "--lang", "zh_CN")):
        assert _program(*words, environment=environment).returncode == 0
    refused = _program("score", "--db", db, "--pack", "无此包", environment=environment)
    assert (refused.returncode, b"Traceback" in refused.stderr) == (1, False)


def test_that_the_command_line_imports_no_qt(db: Path) -> None:
    code = (
        "import sys; from ui.__main__ import main; "
        f"status = main(['score', '--db', {str(db)!r}]); "
        "sys.exit(status or any(name.startswith('PySide6') for name in sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="pipes and /dev/full are POSIX")
def test_that_a_closed_pipe_is_quiet_and_a_full_disk_behind_it_has_words(db: Path) -> None:
    command = [sys.executable, "-m", "ui", "score", "--db", str(db), "--lang", "en"]
    read, write = os.pipe()
    os.close(read)
    closed = subprocess.run(command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert closed.stderr == b""
    if Path("/dev/full").exists():
        with open("/dev/full", "wb") as full:
            for extra in ([], ["--json"]):
                result = subprocess.run([*command, *extra], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
                assert result.returncode == 1
                assert one_sentence(result.stderr.decode())


def test_that_progress_is_shown_on_a_terminal_only(
    db: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("export", "--db", db, "--sheet", "all", "--out", tmp_path / "sheets")
    assert run(*words)[2] == ""
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda stream: True, raising=False)
    assert "4/4" in run(*words)[2]
