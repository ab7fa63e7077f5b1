"""Strangers' files are read in a process of its own: whatever they do to it, they do to nothing else."""

import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from perftrack.errors import UserError
from perftrack.services.importing import child, confined
from perftrack.services.importing.collection_reader import read_form, read_here
from perftrack.services.importing.confined import ConfinedFault, Limits, read_confined
from perftrack.services.messages import LANGUAGES, speaker
from tests.services.importing import hostile
from tests.services.importing.forms import column_of, fill, form, form_of, open_office, page_of, row_of

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
#: Full limits end in under five seconds; most tests need not wait for them.
SHORT = Limits(seconds=3, work=1)


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    """A form as it is sent."""
    folder = tmp_path_factory.mktemp("office")
    with open_office(folder) as office:
        return form_of(office, folder)


@pytest.fixture(scope="module")
def content(path) -> bytes:
    return path.read_bytes()


def refusal(folder: Path, content: bytes, limits: Limits = SHORT) -> str:
    strange = folder / "strange.xlsx"
    strange.write_bytes(content)
    with pytest.raises(UserError) as refused:
        read_confined("collection_form", strange, limits=limits)
    for language in LANGUAGES:
        assert "strange.xlsx" in speaker(language).error(refused.value)
    return refused.value.code


def test_that_a_form_says_the_same_in_either_process(path):
    assert read_form(path) == read_here(path)


def test_that_names_and_texts_of_any_kind_come_through(path, tmp_path):
    odd = tmp_path / "填报 'ü' \U0001f600 (1).xlsx"
    odd.write_bytes(path.read_bytes())
    fill(odd, "1", note='换行\n引号" 反斜\\ \U0001f600')
    assert read_form(odd) == read_here(odd)
    assert read_form(odd).name == odd.name


@pytest.mark.parametrize("make", [hostile.huge_sheet, hostile.many_strings])
def test_that_a_file_without_end_is_refused_in_time_and_memory(tmp_path, content, make):
    strange = make(content)
    begun = time.monotonic()
    assert refusal(tmp_path, strange, confined.LIMITS) in ("file_slow", "file_heavy")
    assert time.monotonic() - begun < 5.5


@pytest.mark.parametrize("make", [hostile.many_merges, hostile.many_styles, hostile.deep])
def test_that_floods_of_other_kinds_are_refused(tmp_path, content, make):
    assert refusal(tmp_path, make(content)) in ("file_slow", "file_heavy", "book_no_workbook")


@pytest.mark.parametrize(
    ("make", "code"), [(hostile.bomb, "book_packed"), (hostile.laughs, "book_doctype"),
                       (hostile.with_macros, "book_macros")],
)  # fmt: skip
def test_that_bombs_entities_and_macros_are_named(tmp_path, content, make, code):
    assert refusal(tmp_path, make(content)) == code


def test_that_a_file_of_this_computer_is_not_drawn_in(tmp_path, content):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    assert refusal(tmp_path, hostile.outside_entity(content, secret)) == "book_doctype"


def test_that_a_page_that_lies_about_its_reach_is_read(tmp_path, content, path):
    strange = tmp_path / path.name
    strange.write_bytes(hostile.lying_dimension(content))
    assert read_form(strange) == read_here(path)


@UNIX
def test_that_links_to_other_files_are_never_followed(tmp_path, content, path):
    # Whoever opened it would wait for a writer without end.
    bait = tmp_path / "bait.xlsx"
    os.mkfifo(bait)
    strange = tmp_path / path.name
    strange.write_bytes(hostile.with_links(content, bait.as_uri()))
    assert read_form(strange) == read_here(path)


def test_that_a_cell_linked_elsewhere_counts_by_what_was_stored_of_it(tmp_path, path):
    linked = tmp_path / "linked.xlsx"
    linked.write_bytes(path.read_bytes())
    with page_of(linked) as page:
        page.cell(row_of(page, "1"), column_of(page, form.VALUE)).value = "=[1]Sheet1!A1"
    assert next(line for line in read_form(linked).indicators if line.code == "1").cells[form.VALUE] == "#N/A"


@pytest.mark.parametrize(
    "strange", [b"%PDF-1.7 no sheet", b"\x89PNG\r\n\x1a\n", b"a,b\n1,2\n", b"<html><table></table></html>", b""]
)
def test_that_other_kinds_of_files_are_no_workbook(tmp_path, strange):
    assert refusal(tmp_path, strange) == "book_no_workbook"


def test_that_a_file_cut_off_anywhere_is_refused(tmp_path, content):
    assert {refusal(tmp_path, part) for part in hostile.cut(content)} == {"book_no_workbook"}


def test_that_a_folder_is_a_sentence(tmp_path):
    with pytest.raises(UserError) as refused:
        read_form(tmp_path)
    assert refused.value.code == "cannot_read"


@UNIX
def test_that_a_file_that_never_ends_to_open_is_given_up_by_the_clock(tmp_path):
    os.mkfifo(tmp_path / "pipe.xlsx")
    begun = time.monotonic()
    with pytest.raises(UserError) as refused:
        read_confined("collection_form", tmp_path / "pipe.xlsx", limits=Limits(seconds=1))
    assert refused.value.code == "file_slow"
    assert time.monotonic() - begun < 3


class _Enough(Exception):
    pass


@UNIX
def test_that_whoever_waits_can_end_it_at_any_moment(tmp_path):
    pipe = tmp_path / "pipe.xlsx"
    os.mkfifo(pipe)
    asked = []

    def waiting() -> None:
        asked.append(time.monotonic())
        if len(asked) == 5:
            raise _Enough

    with pytest.raises(_Enough):
        read_form(pipe, waiting)
    assert max(b - a for a, b in pairwise(asked)) < 1
    with pytest.raises(OSError, match=r"[Nn]o such device"):  # nobody reads the pipe any more
        os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)


@UNIX
def test_that_memory_and_files_are_limited_by_the_system():
    script = (
        "from perftrack.services.importing import child\n"
        "child._confine(4, 300 << 20)\n"
        "try:\n    b'x' * (290 << 20)\nexcept MemoryError:\n    print('memory')\n"
        "import tempfile\n"
        "try:\n    tempfile.TemporaryFile(buffering=0).write(b'x')\nexcept OSError:\n    print('files')\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["memory", "files"]


def test_that_a_fault_of_the_program_is_no_sentence_but_a_fault(path):
    with pytest.raises(ConfinedFault, match="KeyError"):
        read_confined("no_such_job", path)  # type: ignore[arg-type]


def test_that_too_long_an_answer_is_none(path, monkeypatch, capfd):
    monkeypatch.setattr(child, "LONGEST_ANSWER", 10)
    monkeypatch.setattr(child, "_confine", lambda *_: None)
    kept = os.dup(1)
    try:
        assert child.main(["collection_form", "4,1", str(path)]) == child.NO_MEMORY
    finally:
        os.dup2(kept, 1)
        os.close(kept)
