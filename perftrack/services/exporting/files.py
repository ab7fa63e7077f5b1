"""Files of an export: names that every system accepts, and a write that leaves the old file or the whole new one."""

import errno
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from perftrack.domain.filenames import safe_stem
from perftrack.errors import UserError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_MISSING = frozenset({errno.ENOENT, errno.ENOTDIR})


def unique_stems(texts: Iterable[str]) -> list[str]:
    """A safe stem for each text, no two alike even where upper and lower case are one; order decides who is first."""
    taken: set[str] = set()
    stems = []
    for text in texts:
        stem = safe_stem(text)
        candidate, number = stem, 1
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{stem} ({number})"
        taken.add(candidate.casefold())
        stems.append(candidate)
    return stems


def store(path: Path, content: bytes, *, more_to_come: bool = False) -> None:
    """Put ``content`` at ``path`` in one step: temporary file beside it, synced, read back, renamed.

    ``more_to_come``: the caller ends with :func:`settle`, which makes all names durable at once.
    Whatever fails, a file that was there before is whole and no temporary file stays. Raises ``UserError``:
    export_folder_missing, export_folder_refused, export_disk_full, export_target_locked, export_readback,
    export_failed.
    """
    draft = path.with_name(f".perftrack-{secrets.token_hex(8)}.tmp")
    try:
        handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise _refused(error, path, "export_folder_refused") from error
    try:
        with os.fdopen(handle, "w+b") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
            stream.seek(0)
            if stream.read() != content:
                raise UserError("export_readback", place=path.name)
        os.replace(draft, path)
    except OSError as error:
        raise _refused(error, path, "export_target_locked") from error
    finally:
        draft.unlink(missing_ok=True)
    if not more_to_come:
        settle(path.parent)


def settle(folder: Path) -> None:
    """Make renames in ``folder`` themselves durable, where the system can (not on Windows, not on every share)."""
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


def _refused(error: OSError, path: Path, when_denied: str) -> UserError:
    """The sentence for what the system said. ``when_denied``: what a refusal means at this step."""
    folder, name = str(path.parent), path.name
    if error.errno in _FULL:
        return UserError("export_disk_full", path=str(path), folder=folder, name=name)
    if error.errno in _MISSING:
        return UserError("export_folder_missing", path=str(path), folder=folder, name=name)
    if error.errno in _REFUSED and not (when_denied == "export_target_locked" and error.errno == errno.EROFS):
        return UserError(when_denied, path=str(path), folder=folder, name=name)
    if error.errno in (errno.EBUSY, errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY, errno.ETXTBSY):
        return UserError("export_target_locked", path=str(path), folder=folder, name=name)
    return UserError("export_failed", path=str(path), folder=folder, name=name, reason=error.strerror or str(error))
