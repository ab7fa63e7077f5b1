"""Our own faults: a report in a file, and one sentence that says where it is and that the data is safe."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QStandardPaths, qVersion

Clock = Callable[[], datetime]


def write_report(error: BaseException, folder: Path, moment: datetime) -> Path:
    """Write what is needed to find the fault, and nothing of the user's data, into a new file in ``folder``."""
    import platform  # late: none of this is needed as long as nothing goes wrong
    import traceback

    from perftrack.services.workspace import app_version

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"crash-{moment:%Y%m%d-%H%M%S-%f}.txt"
    lines = [
        f"perftrack {app_version()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        f"{moment.isoformat(timespec='seconds')}",
        "",
        *traceback.format_exception(error),
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def report_folder() -> Path:
    """Where reports are kept."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "crashes"


def sentence(path: Path) -> str:
    """What people are told."""
    words = QCoreApplication.translate(
        "Crash",
        "Something went wrong in the program. What was saved is safe; the last step may not have been done. "
        "A report is in %1. Please send it to whoever looks after perftrack.",
    )
    return words.replace("%1", str(path))


def install(tell: Callable[[str], object], clock: Clock) -> None:
    """Report every fault from now on: to a file, to ``tell`` and to standard error."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            tell(sentence(write_report(error, report_folder(), clock())))

    sys.excepthook = hook


def raise_unheard(error: BaseException) -> None:
    """Send the failure of a task nobody listens to the way of every fault."""
    sys.excepthook(type(error), error, error.__traceback__)
