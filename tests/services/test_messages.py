"""Both languages say the same, and every code the program can raise or explain has its sentence."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from perftrack.domain.rulepacks import DEFAULT_PACK
from perftrack.domain.terms import Light, Severity
from perftrack.errors import UserError
from perftrack.services import bundled
from perftrack.services.importing.collected_cells import Field, State
from perftrack.services.messages import LANGUAGES, speaker

ROOT = Path(__file__).parents[2]
SOURCES = [file for package in ("perftrack", "ui") for file in sorted((ROOT / package).rglob("*.py"))]
ERRORS = {"UserError", "DataFileError", "RefusedValue", "refuse"}
#: Arguments that a function adds to those it is called with.
ADDED = {"refuse": {"key", "place"}}


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def _calls(names: set[str], folder: str = "") -> Iterator[tuple[Path, str, ast.Call]]:
    for file in SOURCES:
        if folder not in str(file):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
                if name in names:
                    yield file, name, node


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts an argument can be: itself, or either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def _raised() -> Iterator[tuple[Path, str, str, set[str], bool]]:
    """(file, function, code, names of arguments, whether these are all) of every refusal in the source."""
    for file, name, call in _calls(ERRORS):
        for code in _texts(call.args[0]) if call.args else ():
            given = {keyword.arg for keyword in call.keywords if keyword.arg}
            yield file, name, code, given | ADDED.get(name, set()), all(keyword.arg for keyword in call.keywords)


def _sections(language: str) -> dict[str, dict[str, str]]:
    return {name: dict(codes) for name, codes in bundled.messages(language).items()}


def test_that_both_languages_have_the_same_codes_with_the_same_words_put_in() -> None:
    chinese, english = (_sections(language) for language in LANGUAGES)
    assert chinese.keys() == english.keys()
    for section in chinese:
        assert chinese[section].keys() == english[section].keys(), section
        for code, sentence in chinese[section].items():
            assert _placeholders(sentence) == _placeholders(english[section][code]), f"{section}.{code}"


def test_that_every_code_raised_has_a_sentence() -> None:
    known = _sections("en")["error"]
    missing = {f"{file.relative_to(ROOT)}: {code}" for file, _, code, _, _ in _raised() if code not in known}
    assert not missing


def test_that_every_code_raised_brings_the_words_of_its_sentence() -> None:
    known = _sections("en")["error"]
    lacking = [
        f"{file.relative_to(ROOT)}: {code} needs {sorted(_placeholders(known[code]) - given)}"
        for file, _, code, given, complete in _raised()
        if complete and code in known and not _placeholders(known[code]) <= given
    ]
    assert not lacking


def test_that_no_sentence_of_an_error_is_left_over() -> None:
    sources = "".join(file.read_text(encoding="utf-8") for file in SOURCES)
    assert [code for code in _sections("en")["error"] if f'"{code}"' not in sources] == []


def test_that_no_word_of_the_command_line_is_left_over() -> None:
    sources = "".join(file.read_text(encoding="utf-8") for file in SOURCES if "cli" in file.parts)
    composed = ("help_", "severity_", "light_", "cell_")
    left = [code for code in _sections("en")["cli"] if f'"{code}"' not in sources and not code.startswith(composed)]
    assert left == []


def test_that_every_step_and_formula_has_its_sentences() -> None:
    steps = _sections("en")["step"]
    topics = _sections("en")["topic"]
    wanted: set[str] = set()
    for _, _, call in _calls({"Step"}, "domain"):
        assert set(_texts(call.args[0])) <= topics.keys()
        wanted |= set(_texts(call.args[1]))
    for _, _, call in _calls({"Share"}, "domain"):
        for formula in _texts(call.args[2]) if len(call.args) > 2 else ():
            if formula != "manual":  # a stand-in for the light of a manual score; it is never explained
                wanted |= {formula, f"{formula}_numbers"}
    for _, _, call in _calls({"_nothing"}, "domain"):
        wanted |= {text for formula in _texts(call.args[0]) for text in (formula, f"{formula}_numbers")}
    assert len(wanted) > 50
    assert wanted <= steps.keys(), sorted(wanted - steps.keys())


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_words_made_of_a_value_are_complete(language: str) -> None:
    words = _sections(language)["cli"]
    assert {f"light_{light.value}" for light in Light} | {f"severity_{each.value}" for each in Severity} <= words.keys()
    states = {f"cell_{state}" for state in State if state is not State.SAME}
    assert states | {f"cell_{field}" for field in get_args(Field)} <= words.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_speaker_puts_the_words_in(language: str) -> None:
    sentence = speaker(language).error(UserError("unknown_pack", pack="x", known=DEFAULT_PACK))
    assert "x" in sentence
    assert DEFAULT_PACK in sentence


def test_that_the_quarter_of_a_command_is_named_as_everywhere() -> None:
    told = {"indicator": "满意度", "quarter": 3}
    assert speaker("zh_CN").command("record_actual", told) == "填报 满意度（三季度）"
    assert speaker("en").command("record_actual", told) == "report 满意度 (Q3)"


def test_that_another_language_speaks_english() -> None:
    assert speaker("fr").language == "en"
