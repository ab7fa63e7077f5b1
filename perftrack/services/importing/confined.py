"""Reading a stranger's file in a process of its own, with a limit of time and memory.

A file made to harm, or only damaged, may drive a reader into endless work or take all memory; here it takes its own
process with it and nothing else. The process may be ended at any moment, so whoever waits can cancel.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import perftrack
from perftrack.errors import UserError
from perftrack.services.importing.child import NO_MEMORY

Job = Literal["collection_form"]
#: How often, in seconds, whoever waits is asked whether to go on.
PULSE = 0.05
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds by the clock from the start of the process, and of work of the processor; memory in bytes.

    Memory and processor are limited where the system can (Linux, in part macOS); elsewhere the clock alone.
    """

    seconds: float = 5.0
    work: int = 4
    memory: int = 300 * _MEGABYTE


LIMITS = Limits()


class ConfinedFault(Exception):
    """The reading process failed by a fault of the program; the text is its traceback."""


def read_confined(job: Job, path: Path, *, limits: Limits = LIMITS, waiting: Callable[[], object] | None = None) -> Any:
    """What ``job`` reads from the file at ``path``, as JSON values.

    ``waiting`` is called about every :data:`PULSE` seconds; what it raises ends the process and goes on from here, so
    it is the place to cancel. Raises UserError: what the job raises, ``file_slow`` (time), ``file_heavy`` (memory),
    ``book_no_workbook`` (the reader broke over it); ConfinedFault.
    """
    process = _start(job, path, limits)
    deadline = time.monotonic() + limits.seconds
    try:
        while True:
            try:
                said, told = process.communicate(timeout=PULSE)
                break
            except subprocess.TimeoutExpired:
                if time.monotonic() > deadline:
                    raise _slow(path, limits) from None
                if waiting is not None:
                    waiting()
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
    return _answer(path, process.returncode, said, told.decode("utf-8", "replace"), limits)


def _start(job: Job, path: Path, limits: Limits) -> "subprocess.Popen[bytes]":
    root = Path(perftrack.__file__).parents[1]
    others = os.environ.get("PYTHONPATH")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), *([others] if others else [])])}
    try:
        return subprocess.Popen(
            # -P: what lies in the present folder is not imported
            [sys.executable, "-P", "-X", "utf8", "-m", "perftrack.services.importing.child", job,
             f"{limits.work},{limits.memory}", str(path.absolute())],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except OSError as error:
        raise UserError("cannot_read", path=str(path), reason=error.strerror or str(error)) from error


def _answer(path: Path, status: int, said: bytes, told: str, limits: Limits) -> Any:
    if status == 0:
        document = json.loads(said)
        if "code" in document:
            raise UserError(document["code"], **document["arguments"])
        return document["answer"]
    if status in _OUT_OF_TIME:
        raise _slow(path, limits)
    # A library that is refused memory aborts; Python says so by a status or a traceback.
    if status in (NO_MEMORY, *_ABORTED) or told.rstrip().endswith("MemoryError"):
        raise UserError("file_heavy", name=path.name, limit=limits.memory // _MEGABYTE)
    if status < 0 or "PanicException" in told:
        raise UserError("book_no_workbook", name=path.name)
    raise ConfinedFault(told)


def _signals(*names: str) -> frozenset[int]:
    """The statuses of processes ended by these signals; none where the system has no signals."""
    import signal

    return frozenset(-int(getattr(signal, name)) for name in names if hasattr(signal, name))


_OUT_OF_TIME, _ABORTED = _signals("SIGXCPU", "SIGKILL"), _signals("SIGABRT")


def _slow(path: Path, limits: Limits) -> UserError:
    return UserError("file_slow", name=path.name, limit=round(limits.seconds))
