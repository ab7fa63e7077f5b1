"""Writing: the old file or the whole new one, a sentence for every refusal, names that stay inside the folder."""

import errno
import os
from pathlib import Path

import pytest

from perftrack.domain.filenames import safe_stem
from perftrack.errors import UserError
from perftrack.services.exporting import files
from perftrack.services.exporting.files import store, unique_stems

OLD, NEW = b"old", b"new" * 5000


@pytest.fixture
def target(tmp_path) -> Path:
    """A file that an earlier export has left."""
    path = tmp_path / "2024年自评表.xlsx"
    path.write_bytes(OLD)
    return path


def refusal(path: Path) -> UserError:
    with pytest.raises(UserError) as refused:
        store(path, NEW)
    return refused.value


def test_new_file_takes_the_place_of_the_old_one_and_nothing_else_stays(target):
    store(target, NEW)
    assert target.read_bytes() == NEW
    assert os.listdir(target.parent) == [target.name]


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_new_file_can_be_read_by_colleagues_as_any_other(tmp_path):
    store(tmp_path / "a.xlsx", NEW)
    (tmp_path / "b").touch()
    assert (tmp_path / "a.xlsx").stat().st_mode == (tmp_path / "b").stat().st_mode


@pytest.mark.parametrize("step", ["write", "fsync", "replace", "read"])
@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "export_disk_full"), (errno.EDQUOT, "export_disk_full"), (errno.EIO, "export_failed")],
)
def test_fault_at_any_step_leaves_the_old_file_whole(target, monkeypatch, step, number, code):
    def fail(*args, **kwargs):
        raise OSError(number, os.strerror(number))

    if step in ("write", "read"):
        real = os.fdopen

        def opened(handle, mode):
            stream = real(handle, mode, buffering=0)
            return _Failing(stream, step, fail)

        monkeypatch.setattr(files.os, "fdopen", opened)
    else:
        monkeypatch.setattr(files.os, step, fail)
    assert refusal(target).code == code
    assert target.read_bytes() == OLD
    assert os.listdir(target.parent) == [target.name]


class _Failing:
    """A stream one of whose calls fails."""

    def __init__(self, stream, step, fail):
        self._stream, self._step, self._fail = stream, step, fail

    def __getattr__(self, name):
        return self._fail if name == self._step else getattr(self._stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self._stream.close()


def test_disk_that_is_really_full_leaves_the_old_file_whole(target):
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        error = refusal(target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert error.code == "export_disk_full"
    assert target.read_bytes() == OLD
    assert os.listdir(target.parent) == [target.name]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EBUSY])
def test_target_held_by_another_program_is_named(target, monkeypatch, number):
    def held(*args):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(files.os, "replace", held)
    error = refusal(target)
    assert (error.code, error.arguments["name"]) == ("export_target_locked", target.name)
    assert target.read_bytes() == OLD


def test_target_that_is_a_folder_is_refused(tmp_path):
    (tmp_path / "表.xlsx").mkdir()
    assert refusal(tmp_path / "表.xlsx").code == "export_target_locked"
    assert os.listdir(tmp_path) == ["表.xlsx"]


def test_content_that_reads_back_differently_is_not_kept(target, monkeypatch):
    real = os.fdopen
    monkeypatch.setattr(files.os, "fdopen", lambda handle, mode: _Failing(real(handle, mode), "read", lambda: b"?"))
    assert refusal(target).code == "export_readback"
    assert target.read_bytes() == OLD


def test_missing_folder_is_named(tmp_path):
    error = refusal(tmp_path / "没有" / "a.xlsx")
    assert (error.code, error.arguments["folder"]) == ("export_folder_missing", str(tmp_path / "没有"))


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_folder_without_permission_is_named(tmp_path, monkeypatch, number):
    def refuse(*args):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(files.os, "open", refuse)
    assert refusal(tmp_path / "a.xlsx").code == "export_folder_refused"


@pytest.mark.parametrize(
    "name",
    ["a/b", "a\\b", "../../etc/passwd", "C:\\Windows", "/abs", "con", "CON.txt", "LPT1", "aux ", "a.", "..", "", "   ",
     "a\x00b", "a\nb", "\u202egnp.exe", "\u200b", "e\u0301", "名" * 400, "?" * 10, "a\ud800"],
)  # fmt: skip
def test_any_name_becomes_a_plain_file_name(tmp_path, name):
    stem = safe_stem(name)
    path = tmp_path / f"{stem}.xlsx"
    path.write_bytes(b"")
    assert os.listdir(tmp_path) == [f"{stem}.xlsx"]
    assert not set(stem) & set('\\/:*?"<>|')
    assert stem.isprintable()
    assert stem == stem.strip(" .")
    assert len(f"{stem} (999).xlsx".encode()) <= 255
    assert stem.split(".")[0].upper() not in ("CON", "AUX", "LPT1")


def test_names_that_meet_are_numbered_even_where_case_does_not_count():
    assert unique_stems(["a/b", "a:b", "A_B", "c"]) == ["a_b", "a_b (2)", "A_B (3)", "c"]


def test_number_does_not_meet_a_name_that_has_it_already():
    assert unique_stems(["a", "a (2)", "a"]) == ["a", "a (2)", "a (3)"]
