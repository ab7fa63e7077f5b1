"""The files of evidence, beside the database: ``<file>.evidence/ab/<sha256>``, written once and never changed.

A file is there, whole and synced, before any row names it. What no row names does no harm and is not cleared away:
undo must be able to bring a row back.
"""

import errno
import hashlib
import os
import secrets
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Literal

from perftrack.domain.evidence import LARGEST, Kept
from perftrack.errors import UserError

_CHUNK = 1 << 20
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

#: Puts one piece into a file; handed in by tests of full disks.
Write = Callable[[BinaryIO, bytes], object]
#: Gets bytes done, bytes in all, the name worked on; what it raises ends the work and leaves nothing behind.
Progress = Callable[[int, int, str], None]
#: What has become of a stored file.
State = Literal["sound", "missing", "altered", "unreadable"]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file to be taken in: its name as it is shown, and where it is or what is in it."""

    name: str
    source: Path | bytes


def folder_of(database: Path) -> Path:
    """The folder of the evidence of a database."""
    return database.with_name(f"{database.name}.evidence")


def place_of(database: Path, sha256: str) -> Path:
    """Where the file with this hash is. Raises ValueError for what is no hash: it must never lead elsewhere."""
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise ValueError(f"no hash: {sha256!r}")
    return folder_of(database) / sha256[:2] / sha256


def keep(
    database: Path,
    files: Sequence[Incoming],
    *,
    limit: int = LARGEST,
    progress: Progress | None = None,
    write: Write = lambda stream, piece: stream.write(piece),
) -> tuple[Kept, ...]:
    """Stores files of at most ``limit`` bytes each, all or none. May run in any thread.

    Raises :class:`UserError` ``evidence_source_missing``, ``evidence_not_a_file``, ``evidence_source_refused``,
    ``evidence_too_large``, ``evidence_empty``, ``evidence_disk_full``, ``evidence_not_stored``.
    """
    folder = folder_of(database)
    sizes = [_size(each, limit) for each in files]
    told = _Told(progress, sum(sizes))
    drafts: list[Path] = []
    kept: list[Kept] = []
    try:
        for each in files:
            with _in_words(each.name, folder):
                folder.mkdir(exist_ok=True)
                drafts.append(folder / f".incoming-{secrets.token_hex(8)}.tmp")
            kept.append(_draft(each, drafts[-1], limit, told, write))
        for draft, done in zip(drafts, kept, strict=True):
            with _in_words(done.name, folder):
                _settle(draft, database, done)
    finally:
        for draft in drafts:
            draft.unlink(missing_ok=True)
    return tuple(kept)


def state_of(database: Path, sha256: str, size: int) -> State:
    """What has become of a stored file, read whole."""
    path = place_of(database, sha256)
    try:
        if path.stat().st_size != size:
            return "altered"
        return "sound" if _hash(path) == sha256 else "altered"
    except (FileNotFoundError, NotADirectoryError):
        return "missing"
    except OSError:
        return "unreadable"


def copy_out(database: Path, sha256: str, target: Path) -> None:
    """A read-only copy at ``target``, whose folder is made if need be, of a stored file that is what its hash says.

    Raises :class:`UserError` ``evidence_file_missing``, ``evidence_file_altered``, ``evidence_file_refused``,
    ``evidence_copy_failed``; then there is no copy.
    """
    path = place_of(database, sha256)
    draft = target.with_name(f".{secrets.token_hex(8)}.tmp")
    digest = hashlib.sha256()
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            stream = path.open("rb")
        except (FileNotFoundError, NotADirectoryError) as error:
            raise UserError("evidence_file_missing", name=target.name, path=str(path)) from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise UserError("evidence_file_refused", name=target.name, path=str(path), reason=reason) from error
        with stream, draft.open("xb") as copy:
            for piece in _pieces(stream):
                digest.update(piece)
                copy.write(piece)
        if digest.hexdigest() != sha256:
            raise UserError("evidence_file_altered", name=target.name, path=str(path))
        draft.chmod(stat.S_IRUSR)
        os.replace(draft, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError("evidence_copy_failed", name=target.name, folder=str(target.parent), reason=reason) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


class _Told:
    """Adds up what is done over all files."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def step(self, size: int, name: str) -> None:
        self._done = min(self._total, self._done + size)
        if self._progress is not None:
            self._progress(self._done, self._total, name)


def _size(each: Incoming, limit: int) -> int:
    """The size of what is to come, refused where it cannot be taken in."""
    if isinstance(each.source, bytes):
        size = len(each.source)
    else:
        with _source_in_words(each):
            found = each.source.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UserError("evidence_not_a_file", name=each.name)
        size = found.st_size
    if size > limit:
        raise _too_large(each.name, limit)
    if size == 0:
        raise UserError("evidence_empty", name=each.name)
    return size


def _too_large(name: str, limit: int) -> UserError:
    return UserError("evidence_too_large", name=name, limit=limit // (1 << 20))


def _draft(each: Incoming, draft: Path, limit: int, told: _Told, write: Write) -> Kept:
    """Writes one file under a temporary name, synced and read back."""
    digest, size = hashlib.sha256(), 0
    with _in_words(each.name, draft.parent):
        handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(handle, "w+b") as stream, _opened(each) as source:
            told.step(0, each.name)
            for piece in _pieces_of(each, source):
                size += len(piece)
                if size > limit:  # it grew while it was read
                    raise _too_large(each.name, limit)
                digest.update(piece)
                write(stream, piece)
                told.step(len(piece), each.name)
            stream.flush()
            os.fsync(stream.fileno())
        kept = Kept(each.name, digest.hexdigest(), size)
        if draft.stat().st_size != size or _hash(draft) != kept.sha256:
            raise UserError("evidence_not_stored", name=each.name, folder=str(draft.parent), reason="read back")
    return kept


def _settle(draft: Path, database: Path, kept: Kept) -> None:
    """Gives a draft its place; a sound file of the same content that is there already stays."""
    place = place_of(database, kept.sha256)
    if state_of(database, kept.sha256, kept.size) == "sound":
        return
    place.parent.mkdir(exist_ok=True)
    os.replace(draft, place)
    for folder in (place.parent, place.parent.parent, database.parent):
        _sync(folder)


def _sync(folder: Path) -> None:
    """Makes names in a folder durable, where the system can (not on Windows, not on every share)."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(_CHUNK):
        yield piece


def _pieces_of(each: Incoming, source: BinaryIO) -> Iterator[bytes]:
    """What is read from a source; its failures are the source's, not the disk's that is written to."""
    pieces = _pieces(source)
    while True:
        with _source_in_words(each):
            piece = next(pieces, b"")
        if not piece:
            return
        yield piece


@contextmanager
def _opened(each: Incoming) -> Iterator[BinaryIO]:
    if isinstance(each.source, bytes):
        yield BytesIO(each.source)
        return
    with _source_in_words(each):
        stream = each.source.open("rb")
    with stream:
        yield stream


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def _source_in_words(each: Incoming) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UserError("evidence_source_missing", name=each.name) from error
    except OSError as error:
        raise UserError("evidence_source_refused", name=each.name, reason=error.strerror or str(error)) from error


@contextmanager
def _in_words(name: str, folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise UserError("evidence_disk_full", name=name, folder=str(folder)) from error
        reason = error.strerror or str(error)
        raise UserError("evidence_not_stored", name=name, folder=str(folder), reason=reason) from error
