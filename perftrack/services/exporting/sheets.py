"""Exports official sheets: one file per plan and sheet, or all in one book."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from perftrack.domain.access import Act
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.sheets.grid import Sheet
from perftrack.domain.sheets.wording import QUARTER_WORDS
from perftrack.domain.terms import PlanKind
from perftrack.errors import UserError
from perftrack.services import evidence, guarding
from perftrack.services.exporting.files import settle, store, unique_stems
from perftrack.services.exporting.making import (
    ALL_KINDS,
    FOR_ALL_PLANS,
    FORMATS,
    KIND_NAMES,
    KINDS,
    Kind,
    SheetMaker,
    formats_of,
    kind_of,
    title_of,
)
from perftrack.services.exporting.naming import DEFAULT_PATTERN, check_pattern, filled
from perftrack.services.exporting.stopping import Check, Stopped, check_of
from perftrack.services.exporting.text import cleaned
from perftrack.services.workspace import Workspace

__all__ = ["ALL_KINDS", "FORMATS", "KINDS", "KIND_NAMES", "export_sheets", "sheet_for"]

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]
#: Makes the bytes of a file that holds the sheets; asks the check between its steps.
Writer = Callable[[Sequence[Sheet], Check], bytes]


@dataclass(frozen=True, slots=True)
class _Job:
    """One sheet to be made: which, of which plans (more than one only where it is about a year), into which file."""

    kind: Kind
    plans: tuple[Plan, ...]
    stem: str
    name: str


def sheet_for(
    workspace: Workspace,
    plan_id: str,
    kind: str,
    quarter: int = 4,
    *,
    month: int | None = None,
    publication: bool = False,
    plan_ids: Sequence[str] = (),
) -> Sheet:
    """The sheet of one plan, as the export would write it: for the preview. Raises ``UserError``.

    A sheet about a whole year takes ``plan_ids``, or lacking them all plans of the plan's year.
    """
    chosen = kind_of(kind)
    plans: Sequence[Plan] = (workspace.plan(plan_id),)
    if chosen == FOR_ALL_PLANS:
        every = workspace.plans(plans[0].year)
        plans = [plan for plan in every if plan.id in plan_ids] or every
    return SheetMaker(workspace, Quarter(quarter), month, publication=publication).make(chosen, plans)


def export_sheets(
    workspace: Workspace,
    *,
    year: int,
    kinds: Sequence[str],
    out: Path,
    quarter: int = 4,
    month: int | None = None,
    plans: Sequence[str] | None = None,
    one_book: bool = False,
    format: str = "xlsx",
    publication: bool = False,
    names: str = DEFAULT_PATTERN,
    pdf: Writer | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Path]:
    """Write the sheets ``kinds`` of ``plans`` (names; None: all of ``year``) into the folder ``out``.

    ``month`` is the cut-off of monitoring sheets (None: the end of ``quarter``), ``names`` a pattern of
    :mod:`perftrack.services.exporting.naming`, ``pdf`` the writer of that format, which needs fonts and is lent by
    whoever has them. Beside other sheets, a list of evidence is written only for plans that have any.

    ``progress`` gets (done, all, plan name) before each sheet and once at the end; ``cancelled`` is asked between
    sheets and within a book. Returns the files written, each whole; cancelled, those that were ready. A folder that
    is missing is made, its parent is not. Raises ``UserError``: sheet_not_available, format_not_available,
    name_pattern_unknown, no_plans, unknown_plan, text_too_long, those of
    :func:`perftrack.services.guarding.require` and of :func:`perftrack.services.exporting.files.store`.
    """
    chosen = [kind_of(kind) for kind in dict.fromkeys(kinds)]
    write = _writer(format, chosen, pdf)
    check_pattern(names)
    quarter = Quarter(quarter)
    maker = SheetMaker(workspace, quarter, month, publication=publication)
    naming = _Naming(names, quarter, maker.month, publication, workspace.department().name)
    jobs = _jobs(workspace, year, chosen, naming, plans)
    guarding.require_all(workspace, Act.EXPORT, dict.fromkeys(plan.id for job in jobs for plan in job.plans))
    check = check_of(cancelled)
    written: list[Path] = []
    try:
        check()
        _make_folder(out)
        sheets = _made(maker, jobs, check, progress)
        if one_book:
            there = [kind for kind in ALL_KINDS if any(job.kind == kind for job in jobs)]
            path = out / f"{unique_stems([naming.book(year, there)])[0]}.{format}"
            content = write([sheet for _, sheet in sheets], check)
            check()
            store(path, content)
            written.append(path)
        else:
            for job, sheet in sheets:
                path = out / f"{job.stem}.{format}"
                store(path, write([sheet], check), more_to_come=True)
                written.append(path)
    except Stopped:
        return written
    finally:
        if written:
            settle(out)
    if progress is not None:
        progress(len(jobs), len(jobs), "")
    return written


def _made(
    maker: SheetMaker, jobs: Sequence[_Job], check: Check, progress: Progress | None
) -> Iterator[tuple[_Job, Sheet]]:
    for done, job in enumerate(jobs):
        if done:
            check()
        if progress is not None:
            progress(done, len(jobs), job.name)
        yield job, maker.make(job.kind, job.plans)


def _writer(format: str, kinds: Sequence[Kind], pdf: Writer | None) -> Writer:
    """What writes files of ``format``. Imported late: only what is written is paid for."""
    known = formats_of(kinds)
    if format not in known or (format == "pdf" and pdf is None):
        offered = ", ".join(each for each in known if each != "pdf" or pdf is not None)
        raise UserError("format_not_available", format=format, known=offered)
    if format == "xlsx":
        from perftrack.services.exporting.xlsx import book_bytes

        return book_bytes
    if format == "docx":
        from perftrack.services.exporting.docx import document_bytes

        return document_bytes
    assert pdf is not None
    lent = pdf
    return lambda sheets, check: lent([cleaned(sheet) for sheet in sheets], check)


@dataclass(frozen=True, slots=True)
class _Naming:
    """Names of files. What tells two exports apart (as of when, for whom) is part of the name of the form."""

    pattern: str
    quarter: Quarter
    month: int
    publication: bool
    department: str

    def stem(self, kind: Kind, plans: Sequence[Plan], number: int) -> str:
        plan, all_plans = plans[0], kind == FOR_ALL_PLANS
        values = {
            "年度": str(plan.year),
            "表名": f"{title_of(kind, plan)}{self._until(kind)}{self._public}",
            "名称": self.department if all_plans else plan.name,
            "科室": self.department if all_plans else plan.section or self.department,
            "序号": "" if all_plans else f"{number:02}",
        }
        # A pattern without the name of the form must not let a trial or a public copy replace the sheet itself.
        rest = "" if "{表名}" in self.pattern else f"{self._until(kind)}{self._public}"
        return f"{filled(self.pattern, values)}{rest}"

    def book(self, year: int, kinds: Sequence[Kind]) -> str:
        if len(kinds) > 2:
            until = "" if self.quarter is Quarter.Q4 else f"（截至{QUARTER_WORDS[self.quarter]}试编）"
            names = f"绩效表册{until}"
        else:
            names = "和".join(f"{KIND_NAMES[kind]}{self._until(kind)}" for kind in kinds)
        return f"{year}年{names}{self._public}_{self.department}"

    @property
    def _public(self) -> str:
        return "（公开版）" if self.publication else ""

    def _until(self, kind: Kind) -> str:
        if kind == "monitoring":
            return f"（截至{self.month}月）"
        if self.quarter is Quarter.Q4 or kind in ("targets", "evidence"):
            return ""
        return f"（截至{QUARTER_WORDS[self.quarter]}{'' if kind == 'annex' else '试编'}）"


def _jobs(
    workspace: Workspace, year: int, kinds: Sequence[Kind], naming: _Naming, names: Sequence[str] | None
) -> list[_Job]:
    """The sheets to make. File names are settled over all plans of the year, so a selection never changes them."""
    plans = workspace.plans(year)
    if not plans:
        raise UserError("no_plans", year=year)
    known = {plan.name for plan in plans}
    for name in names or ():
        if name not in known:
            raise UserError("unknown_plan", plan=name, year=year, known="、".join(sorted(known)))
    projects = [plan for plan in plans if plan.kind is PlanKind.PROJECT]
    numbers = {plan.id: number for number, plan in enumerate(projects, start=1)}
    everything = [
        (kind, each)
        for kind in ALL_KINDS
        if kind in kinds
        for each in ([tuple(plans)] if kind == FOR_ALL_PLANS else [(plan,) for plan in plans])
    ]
    stems = unique_stems(naming.stem(kind, each, numbers.get(each[0].id, 0)) for kind, each in everything)
    jobs = []
    for (kind, each), stem in zip(everything, stems, strict=True):
        wanted = tuple(plan for plan in each if names is None or plan.name in names)
        if wanted:
            name = naming.department if kind == FOR_ALL_PLANS else wanted[0].name
            jobs.append(_Job(kind, wanted, stem, name))
    if len(kinds) == 1:
        return jobs
    return [job for job in jobs if job.kind != "evidence" or evidence.of_plan(workspace, job.plans[0].id)]


def _make_folder(out: Path) -> None:
    if out.is_dir():
        return
    try:
        out.mkdir()
    except (FileNotFoundError, FileExistsError, NotADirectoryError) as error:
        raise UserError("export_folder_missing", path=str(out), folder=str(out), name="") from error
    except OSError as error:
        raise UserError("export_folder_refused", path=str(out), folder=str(out), name="") from error
