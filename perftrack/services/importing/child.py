"""The process in which a stranger's file is read: ``python -m perftrack.services.importing.child JOB LIMITS PATH``.

Started by :mod:`perftrack.services.importing.confined` alone. It takes its limits before anything else, reads one
file, and writes one JSON document to its standard output: ``{"answer": …}``, or ``{"code": …, "arguments": …}`` for a
:class:`~perftrack.errors.UserError`. A fault ends it with a traceback, too little memory with :data:`NO_MEMORY`.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

#: The status with which it ends when memory does not suffice.
NO_MEMORY = 3
#: An answer longer than this (bytes) is no answer: it would take the memory of the program itself.
LONGEST_ANSWER = 5_000_000


def main(arguments: list[str]) -> int:
    """Reads the file and answers; the status to end with."""
    job, limits, path = arguments
    door = os.dup(1)
    os.dup2(2, 1)  # what a library prints does not mix with the answer
    _confine(*(int(limit) for limit in limits.split(",")))
    try:
        document = _document(job, Path(path))
        if len(document) > LONGEST_ANSWER:
            return NO_MEMORY
    except MemoryError:
        return NO_MEMORY
    with os.fdopen(door, "wb") as stream:
        stream.write(document)
    return 0


def _document(job: str, path: Path) -> bytes:
    from perftrack.errors import UserError

    try:
        told = {"answer": JOBS[job](path)}
    except UserError as error:
        told = {"code": error.code, "arguments": error.arguments}
    return json.dumps(told).encode("ascii")


def _confine(seconds: int, memory: int) -> None:
    """Sets the limits the system keeps for us; where it keeps none, the starter's deadline remains."""
    if sys.platform == "win32":
        return
    import resource

    for name, soft, hard in (
        ("RLIMIT_AS", memory, memory), ("RLIMIT_CPU", seconds, seconds + 1), ("RLIMIT_FSIZE", 0, 0),
        ("RLIMIT_CORE", 0, 0), ("RLIMIT_NOFILE", 32, 32),
    ):  # fmt: skip
        resource.setrlimit(getattr(resource, name), (soft, hard))


def _collection_form(path: Path) -> object:
    from dataclasses import asdict

    from perftrack.services.importing.collection_reader import read_here

    return asdict(read_here(path))


#: What can be asked of the process; each answers with what JSON can say.
JOBS: dict[str, Callable[[Path], Any]] = {"collection_form": _collection_form}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
