"""The files of evidence under faults: whole and synced before a row names them, or not there at all."""

import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.evidence import Owner
from perftrack.domain.terms import EvidenceKind
from perftrack.errors import UserError
from perftrack.persistence.evidence_files import copy_out, place_of, state_of
from perftrack.services import evidence
from perftrack.services.workspace import Workspace
from tests.domain.builders import modest
from tests.persistence.office import open_office

CONTENT = b"proof" * 1000


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    (tmp_path / "office").mkdir()
    with open_office(tmp_path / "office") as workspace:
        yield workspace
        assert workspace.verify() == []


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "凭证.pdf"
    path.write_bytes(CONTENT)
    return path


def refused(ws: Workspace, *files: Path | bytes, **more) -> UserError:
    """The refusal, after which nothing is left of what was tried."""
    with pytest.raises(UserError) as error:
        evidence.keep(
            ws.path, [evidence.incoming(each, "" if isinstance(each, Path) else "a.png") for each in files], **more
        )
    assert stored(ws) == []
    return error.value


def stored(ws: Workspace) -> list[Path]:
    folder = evidence.folder_of(ws.path)
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []


def given_one(ws: Workspace, source: Path | bytes, name: str = "") -> str:
    """The id of evidence of a plan."""
    owner = Owner(ws.plans(2024)[1].id)
    evidence.add(ws, owner, evidence.keep(ws.path, [evidence.incoming(source, name)]), EvidenceKind.WORKING)
    return evidence.of_plan(ws, owner.plan_id)[-1].id


def test_that_a_file_is_kept_by_its_hash_and_no_temporary_file_stays(office: Workspace, source: Path) -> None:
    digest = hashlib.sha256(CONTENT).hexdigest()
    told: list[tuple[int, int, str]] = []
    (kept,) = evidence.keep(office.path, [evidence.incoming(source)], progress=lambda *step: told.append(step))
    assert (kept.name, kept.sha256, kept.size) == ("凭证.pdf", digest, len(CONTENT))
    place = office.path.with_name(f"{office.path.name}.evidence") / digest[:2] / digest
    assert stored(office) == [place]
    assert place.read_bytes() == CONTENT
    assert told == [(0, len(CONTENT), "凭证.pdf"), (len(CONTENT), len(CONTENT), "凭证.pdf")]
    assert source.read_bytes() == CONTENT
    assert (place.stat().st_mode ^ office.path.stat().st_mode) & 0o777 == 0  # colleagues on a share read both


def test_that_the_same_content_is_kept_once_and_a_damaged_file_is_healed(office: Workspace, source: Path) -> None:
    (kept,) = evidence.keep(office.path, [evidence.incoming(source)])
    place = place_of(office.path, kept.sha256)
    before = place.stat()
    evidence.keep(office.path, [evidence.incoming(CONTENT, "b.pdf")])
    assert (place.stat().st_ino, len(stored(office))) == (before.st_ino, 1)
    place.write_bytes(b"x" * len(CONTENT))
    evidence.keep(office.path, [evidence.incoming(source)])
    assert place.read_bytes() == CONTENT


def test_that_a_file_over_the_limit_is_refused_and_one_at_it_is_not(office: Workspace, source: Path) -> None:
    error = refused(office, source, limit=len(CONTENT) - 1)
    assert (error.code, error.arguments["name"]) == ("evidence_too_large", "凭证.pdf")
    assert evidence.keep(office.path, [evidence.incoming(source)], limit=len(CONTENT))


def test_that_a_file_that_grows_while_it_is_read_is_refused(office: Workspace, source: Path) -> None:
    def grow(done: int, total: int, name: str) -> None:
        if done == 0:
            source.write_bytes(CONTENT * 2)

    assert refused(office, source, limit=len(CONTENT), progress=grow).code == "evidence_too_large"


def test_that_sources_that_cannot_be_read_are_named(office: Workspace, tmp_path: Path) -> None:
    empty = tmp_path / "空.pdf"
    empty.touch()
    assert refused(office, tmp_path / "没有.pdf").code == "evidence_source_missing"
    assert refused(office, tmp_path).code == "evidence_not_a_file"
    assert refused(office, empty).code == "evidence_empty"
    os.mkfifo(tmp_path / "管道")
    assert refused(office, tmp_path / "管道").code == "evidence_not_a_file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_that_a_source_one_may_not_read_is_named(office: Workspace, source: Path) -> None:
    source.chmod(0)
    assert refused(office, source).code == "evidence_source_refused"


def test_that_a_source_that_fails_while_it_is_read_is_not_taken_for_the_disk(office: Workspace, source: Path) -> None:
    class Failing(type(source)):  # type: ignore[misc]
        def open(self, *arguments, **more):
            raise OSError(errno.EIO, "Input/output error")

    error = refused(office, Failing(source))
    assert (error.code, error.arguments["reason"]) == ("evidence_source_refused", "Input/output error")


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "evidence_disk_full"), (errno.EDQUOT, "evidence_disk_full"), (errno.EIO, "evidence_not_stored")],
)
def test_that_a_disk_that_fails_at_any_file_leaves_nothing_behind(
    office: Workspace, source: Path, number, code
) -> None:
    for good in range(2):
        left = iter([True] * good + [False])

        def write(stream, piece: bytes, left=left) -> None:
            if not next(left):
                stream.write(piece[:10])
                raise OSError(number, os.strerror(number))
            stream.write(piece)

        error = refused(office, source, b"second", write=write)
        assert (error.code, error.arguments["name"]) == (code, ("凭证.pdf", "a.png")[good])


def test_that_a_disk_that_lies_is_found_out_before_there_is_a_row(office: Workspace, source: Path) -> None:
    error = refused(office, source, write=lambda stream, piece: stream.write(piece.replace(b"p", b"q")))
    assert error.code == "evidence_not_stored"


def test_that_cancelling_leaves_nothing_behind(office: Workspace, source: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int, name: str) -> None:
        if name == "a.png":
            raise Stopped

    with pytest.raises(Stopped):
        evidence.keep(office.path, [evidence.incoming(source), evidence.incoming(b"2", "a.png")], progress=stop)
    assert stored(office) == []


def test_that_a_file_in_place_of_the_folder_is_named(office: Workspace, source: Path) -> None:
    evidence.folder_of(office.path).write_bytes(b"")
    with pytest.raises(UserError) as error:
        evidence.keep(office.path, [evidence.incoming(source)])
    assert error.value.code == "evidence_not_stored"


def test_that_a_copy_is_read_only_private_and_what_was_given(office: Workspace, source: Path, tmp_path: Path) -> None:
    key = given_one(office, source)
    copy = evidence.open_copy(office, key, tmp_path / "own")
    assert (copy.name, copy.read_bytes()) == ("凭证.pdf", CONTENT)
    assert copy.stat().st_mode & 0o777 == 0o400
    assert copy.parent.stat().st_mode & 0o077 == 0
    assert evidence.open_copy(office, key, tmp_path / "own") == copy


@pytest.mark.parametrize(
    ("harm", "code", "state"),
    [
        (lambda path: path.unlink(), "evidence_file_missing", "evidence_missing"),
        (lambda path: path.write_bytes(b"x" * len(CONTENT)), "evidence_file_altered", "evidence_altered"),
        (lambda path: path.write_bytes(CONTENT[:-1]), "evidence_file_altered", "evidence_altered"),
        (lambda path: (path.unlink(), path.mkdir()), "evidence_file_refused", "evidence_altered"),
    ],
    ids=["missing", "altered", "cut", "not a file"],
)
def test_that_a_stored_file_that_is_not_sound_is_named_and_not_opened(
    office: Workspace, source: Path, tmp_path: Path, harm, code, state
) -> None:
    key = given_one(office, source)
    (place,) = stored(office)
    harm(place)
    with pytest.raises(UserError) as error:
        evidence.open_copy(office, key, tmp_path / "own")
    assert (error.value.code, error.value.arguments["name"]) == (code, "凭证.pdf")
    assert [path for path in (tmp_path / "own").rglob("*") if path.is_file()] == []
    ((found, arguments),) = evidence.verify(office)
    assert (found, arguments["name"], arguments["number"]) == (state, "凭证.pdf", 1)


def test_that_a_copy_that_cannot_be_made_is_named(office: Workspace, source: Path, tmp_path: Path) -> None:
    key = given_one(office, source)
    with pytest.raises(UserError) as error:
        evidence.open_copy(office, key, source)
    assert error.value.code == "evidence_copy_failed"


@pytest.mark.parametrize(
    "name", ["../../外面.pdf", "C:\\a.pdf", "CON", "名" * 300, "a\u202efdp.doc", "\x00", "..", "e\u0301.pdf"]
)
def test_that_no_name_leads_out_of_the_private_folder(office: Workspace, tmp_path: Path, name: str) -> None:
    copy = evidence.open_copy(office, given_one(office, CONTENT, name), tmp_path / "own")
    assert copy.resolve().parent.parent == (tmp_path / "own").resolve()
    assert [path for path in (tmp_path / "own").rglob("*") if path.is_file()] == [copy]


@modest
@given(name=st.text(min_size=1, max_size=40), content=st.binary(min_size=1, max_size=50))
def test_that_any_name_and_content_come_back(tmp_path_factory, name: str, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (kept,) = evidence.keep(folder / "a.perftrack", [evidence.incoming(content, f"{name}.pdf")])
    copy_out(folder / "a.perftrack", kept.sha256, folder / kept.name)
    assert (folder / kept.name).read_bytes() == content
    assert state_of(folder / "a.perftrack", kept.sha256, len(content)) == "sound"


@pytest.mark.parametrize("word", ["", "../" * 22, "g" * 64, "A" * 64])
def test_that_what_is_no_hash_leads_nowhere(word: str) -> None:
    with pytest.raises(ValueError, match="hash"):
        place_of(Path("a.perftrack"), word)
