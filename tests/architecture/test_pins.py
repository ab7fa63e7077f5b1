"""What is installed is what pyproject names: nothing drifts between machines."""

import tomllib
from importlib.metadata import distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _pins() -> dict[str, str]:
    lines = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["dev"],
        *PROJECT["tool"]["uv"]["constraint-dependencies"],
        *PROJECT["build-system"]["requires"],
    ]
    return dict(_normal(line.split("==")) for line in lines)


def _normal(pair: list[str]) -> tuple[str, str]:
    return pair[0].strip().lower().replace("_", "-"), pair[1].strip()


def test_that_every_dependency_is_pinned_exactly() -> None:
    for line in PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]:
        assert line.count("==") == 1, line


def test_that_what_is_installed_is_what_is_pinned() -> None:
    pins = _pins()
    installed = {_normal([found.name, found.version]) for found in distributions()}
    # Tools that made the environment itself are not the project's.
    strangers = {"perftrack", "pip", "uv", "setuptools", "wheel"}
    drifted = {(name, version) for name, version in installed if name not in strangers and pins.get(name) != version}
    assert not drifted


def test_that_no_committed_file_names_a_package_host() -> None:
    assert not (ROOT / "uv.lock").exists() or "uv.lock" in (ROOT / ".gitignore").read_text(encoding="utf-8")
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "http" not in text
