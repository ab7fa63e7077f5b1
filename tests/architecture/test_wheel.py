"""The wheel holds all the program needs: built offline, installed into a fresh environment, started from there."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[2]


def _run(*words: str | Path, **environment: str) -> str:
    result = subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, check=False, cwd="/",
        env={**os.environ, **environment},
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_that_the_program_starts_from_its_wheel(tmp_path: Path) -> None:
    build = "import hatchling.build, os, sys; os.chdir(sys.argv[1]); print(hatchling.build.build_wheel(sys.argv[2]))"
    _run(sys.executable, "-c", build, ROOT, tmp_path)
    (wheel,) = tmp_path.glob("perftrack-*.whl")
    _run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv")
    python = tmp_path / "venv" / "bin" / "python"
    site = Path(_run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    unpack = "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])"
    _run(python, "-c", unpack, wheel, site)
    # The fresh environment sees the libraries of this one, but not its perftrack: the .pth of an editable install
    # is only followed in a site folder, not on PYTHONPATH.
    libraries = sysconfig.get_path("purelib")
    out = tmp_path / "demo"
    answer = _run(
        python, "-c", "import perftrack, sys; from ui.__main__ import main; print(perftrack.__file__); "
        "sys.exit(main(sys.argv[1:]))", "--lang", "en", "demo", "--pictures", "--out", out,
        PYTHONPATH=libraries, QT_QPA_PLATFORM="offscreen",
    )  # fmt: skip
    assert str(site) in answer
    assert (out / "sample.perftrack").exists()
    assert list((out / "pictures").glob("*.png"))
    assert list((out / "sheets").glob("*.xlsx"))
