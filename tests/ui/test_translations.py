"""Translations are complete, compiled from what is committed, and know every sentence the window says."""

import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "i18n"
SOURCES = sorted(str(file) for file in (ROOT / "ui").rglob("*.py"))
PLACES = re.compile(r"%n|%\d|\{\w+\}")


def messages(path):
    """(context, source, comment) → its translation element."""
    return {
        (context.findtext("name"), message.findtext("source"), message.findtext("comment") or ""): (
            message,
            message.find("translation"),
        )
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def forms(translation):
    """The translation, one text per plural form."""
    return [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]


def run_tool(name, *arguments):
    """Run a tool of Qt's through its Python wrapper."""
    subprocess.run([ROOT / ".venv" / "bin" / name, *arguments], check=True, capture_output=True)


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What lupdate finds in the sources now: all strings, and those that count."""
    folder = tmp_path_factory.mktemp("found")
    for name, *only in (("zh_CN",), ("en", "-pluralonly")):
        run_tool("pyside6-lupdate", "-silent", "-locations", "none", *only, *SOURCES, "-ts", folder / f"{name}.ts")
    return {name: messages(folder / f"{name}.ts") for name in ("zh_CN", "en")}


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_sentence_of_the_window_is_in_the_file_and_no_other(found, language):
    stored = messages(FOLDER / f"perftrack_{language}.ts")
    assert stored.keys() == found[language].keys()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_sentence_is_left_untranslated(language):
    open_ones = [
        key
        for key, (_, translation) in messages(FOLDER / f"perftrack_{language}.ts").items()
        if translation.get("type") or not all(forms(translation))
    ]
    assert not open_ones


def test_a_translation_keeps_what_is_put_into_the_sentence():
    broken = [
        (key, form)
        for key, (_, translation) in messages(FOLDER / "perftrack_zh_CN.ts").items()
        for form in forms(translation)
        if sorted(PLACES.findall(key[1])) != sorted(PLACES.findall(form))
    ]
    assert not broken


def test_labels_have_no_point_at_their_end():
    broken = [
        form
        for (_, source, _), (_, translation) in messages(FOLDER / "perftrack_zh_CN.ts").items()
        for form in forms(translation)
        if form.endswith("。") and not source.endswith(".")
    ]
    assert not broken


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_compiled_file_is_what_the_source_compiles_to(language, tmp_path):
    compiled = tmp_path / "compiled.qm"
    run_tool("pyside6-lrelease", "-silent", FOLDER / f"perftrack_{language}.ts", "-qm", compiled)
    assert compiled.read_bytes() == (FOLDER / f"perftrack_{language}.qm").read_bytes()
