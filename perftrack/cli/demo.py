"""``demo``: the reference office, in the window or, without a display, as pictures and sheets."""

import tempfile
from argparse import Namespace
from pathlib import Path

from perftrack.cli.frame import DONE, Frame, now, without_display
from perftrack.cli.progress import ProgressBar
from perftrack.cli.window import open_window
from perftrack.domain.access import KEEPER
from perftrack.errors import UserError
from perftrack.services import reporting
from perftrack.services.exporting.sheets import KINDS, export_sheets
from perftrack.services.importing.sample import SAMPLE_NAME, provide_sample
from perftrack.services.workspace import Workspace


def demo(given: Namespace, frame: Frame) -> int:
    """Makes the sample file, or uses the one that is there, and shows it."""
    folder = _folder(given.out)
    path = folder / SAMPLE_NAME
    made = provide_sample(path, clock=now)
    frame.say("demo_made" if made else "demo_reused", path=path)
    if not given.pictures and not without_display() and frame.lent.open_window is not None:
        return open_window(path, frame)
    _draw(path, folder / "pictures", frame)
    _export(path, folder / "sheets", frame)
    return DONE


def _folder(out: Path | None) -> Path:
    if out is None:
        return Path(tempfile.mkdtemp(prefix="perftrack-"))
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("cannot_write", path=str(out), reason=error.strerror or str(error)) from error
    return out.absolute()


def _draw(path: Path, out: Path, frame: Frame) -> None:
    if frame.lent.draw_pages is None:
        return
    pictures = frame.lent.draw_pages(path, out, frame.speaker.language)
    frame.say("demo_pictures", count=len(pictures), path=out)
    for picture in pictures:
        frame.say("file_line", path=picture)


def _export(path: Path, out: Path, frame: Frame) -> None:
    with (
        Workspace.open(path, clock=now) as workspace,
        ProgressBar(frame.speaker.word("progress_export")) as progress,
    ):
        workspace.act_as(KEEPER)
        year = reporting.latest_year(workspace)
        sheets = export_sheets(workspace, year=year, kinds=KINDS, out=out, progress=progress)
    frame.say("demo_sheets", count=len(sheets), path=out)
    for sheet in sheets:
        frame.say("file_line", path=sheet)
