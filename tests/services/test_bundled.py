"""What ships inside the package: packs that load, sentences in two languages, the sample."""

import tomllib
from typing import Any

import pytest

from perftrack.domain.rulepacks import DEFAULT_PACK
from perftrack.errors import UserError
from perftrack.services.bundled import SHIPPED_PACKS, load_pack, messages, sample_package, shipped_pack
from resources import FOLDER

EXAMPLE = {"target": "≥12个", "actual": "11", "weight": "20", "score": "18.33"}


@pytest.mark.parametrize("name", SHIPPED_PACKS)
def test_that_a_shipped_pack_loads_under_its_own_name(name: str) -> None:
    pack = shipped_pack(name)
    assert (pack.id, pack.version) == (name, 1)
    assert shipped_pack(name) is pack


def test_that_every_pack_file_is_shipped_and_the_default_is_among_them() -> None:
    found = {entry.name for entry in (FOLDER / "rulepacks").iterdir() if entry.name.endswith(".toml")}
    assert found == {f"{name}.toml" for name in SHIPPED_PACKS}
    assert DEFAULT_PACK in SHIPPED_PACKS


def test_that_a_shipped_pack_says_every_number_it_could() -> None:
    folder = FOLDER / "rulepacks"
    tables = [tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in SHIPPED_PACKS]
    assert {frozenset(table) for table in tables} == {frozenset(shipped_pack(DEFAULT_PACK).__dataclass_fields__)}


@pytest.mark.parametrize("name", ["", "national-1999", "../sample/sample", "national-2020.toml"])
def test_that_an_unknown_pack_is_refused_with_the_known_ones_named(name: str) -> None:
    with pytest.raises(UserError, match="unknown_pack") as refused:
        shipped_pack(name)
    assert refused.value.arguments == {"pack": name, "known": "national-2020, national-2021, linear-ceiling"}


def test_that_loading_a_pack_runs_its_examples() -> None:
    assert load_pack({"id": "own", "examples": [EXAMPLE]}).id == "own"
    with pytest.raises(UserError, match="pack_example_failed") as refused:
        load_pack({"id": "own", "examples": [EXAMPLE | {"score": "18.34"}]})
    assert refused.value.arguments["example"] == "≥12个 11"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_no_sentence_is_empty(language: str) -> None:
    texts: list[Any] = [text for section in messages(language).values() for text in section.values()]
    assert texts
    assert all(isinstance(text, str) and text.strip() for text in texts)


def test_that_the_sample_is_read_anew_each_time() -> None:
    sample_package()["plans"].clear()
    assert len(sample_package()["plans"]) == 6
    assert (sample_package()["format"], sample_package()["version"]) == ("perftrack", 1)
