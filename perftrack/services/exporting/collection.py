"""Writes forms for leads without the program: one workbook per plan, to be filled in and read back."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

from perftrack.domain.access import Act
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.sheets.wording import QUARTER_WORDS
from perftrack.errors import UserError
from perftrack.services import collectionform as form
from perftrack.services import guarding, rubrics, units
from perftrack.services.exporting.collection_page import PageWriter
from perftrack.services.exporting.files import store, unique_stems
from perftrack.services.workspace import Workspace

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]


def write_forms(
    workspace: Workspace,
    *,
    year: int,
    quarter: Quarter,
    out: Path,
    plans: Sequence[str] | None = None,
    until: str = "",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Path]:
    """Write a form for each of ``plans`` (names; None: all of ``year`` that did not fall away) into the folder ``out``.

    The folder is made if missing. ``until`` is the day to send it back by, as it shall read. ``progress`` gets (done,
    all, plan name) before each form and once at the end; ``cancelled`` is asked between forms. Returns the files
    written, each whole. Raises UserError: no_plans, unknown_plan, text_too_long, those of
    :func:`perftrack.services.guarding.require` and of :func:`perftrack.services.exporting.files.store`.
    """
    everything = workspace.plans(year)
    if not everything:
        raise UserError("no_plans", year=year)
    known = {plan.name for plan in everything}
    for name in plans or ():
        if name not in known:
            raise UserError("unknown_plan", plan=name, year=year, known="、".join(sorted(known)))
    stems = unique_stems(f"{year}年{QUARTER_WORDS[quarter]}绩效填报表_{plan.name}" for plan in everything)
    named = zip(everything, stems, strict=True)
    if plans is None:
        chosen = [(plan, stem) for plan, stem in named if plan.dropped is None]
    else:
        chosen = [(plan, stem) for plan, stem in named if plan.name in plans]
    guarding.require_all(workspace, Act.EXPORT, [plan.id for plan, _ in chosen])
    _make_folder(out)
    written: list[Path] = []
    for done, (plan, stem) in enumerate(chosen):
        if cancelled is not None and cancelled():
            return written
        if progress is not None:
            progress(done, len(chosen), plan.name)
        path = out / f"{stem}.xlsx"
        store(path, form_bytes(workspace, plan, quarter, until))
        written.append(path)
    if progress is not None:
        progress(len(chosen), len(chosen), "")
    return written


def form_bytes(workspace: Workspace, plan: Plan, quarter: Quarter, until: str = "") -> bytes:
    """The form of one plan as a workbook. Raises UserError ``text_too_long``."""
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]

    breakdowns = units.breakdowns(workspace, [indicator.id for indicator in plan.indicators])
    made = form.stamp(
        plan, quarter, office=workspace.department().name, file_id=workspace.file_id,
        written=workspace.now().isoformat(timespec="seconds"), breakdowns=breakdowns,
    )  # fmt: skip
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    page = book.add_worksheet(form.VISIBLE)
    PageWriter(book, page, plan, made, until, breakdowns, rubrics.of_plan(workspace, plan.id)).write()
    hidden = book.add_worksheet(form.HIDDEN)
    for row, cells in enumerate(form.hidden_rows(made)):
        for column, text in enumerate(cells):
            hidden.write_string(row, column, text)
    hidden.protect()
    hidden.very_hidden()
    book.close()
    return stream.getvalue()


def _make_folder(out: Path) -> None:
    if out.is_dir():
        return
    try:
        out.mkdir()
    except (FileNotFoundError, FileExistsError, NotADirectoryError) as error:
        raise UserError("export_folder_missing", path=str(out), folder=str(out), name="") from error
    except OSError as error:
        raise UserError("export_folder_refused", path=str(out), folder=str(out), name="") from error
