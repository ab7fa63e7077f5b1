"""Exports official sheets: one file per plan and sheet, or all in one book."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from perftrack.domain.access import Act
from perftrack.domain.evidence import numbers_of
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.sheets.evaluation import evaluation_sheet, evaluation_title
from perftrack.domain.sheets.evidence_list import evidence_sheet
from perftrack.domain.sheets.grid import Sheet
from perftrack.domain.sheets.scoring_annex import Teller, scoring_annex
from perftrack.domain.sheets.targets import target_sheet, target_title
from perftrack.domain.sheets.wording import QUARTER_WORDS
from perftrack.errors import UserError
from perftrack.services import evidence, explaining, guarding, messages, reporting
from perftrack.services.exporting.files import unique_stems
from perftrack.services.exporting.xlsx import write_book
from perftrack.services.workspace import Workspace

Kind = Literal["targets", "evaluation", "evidence", "annex"]
#: The sheets there are, in the order of the year.
KINDS: tuple[Kind, ...] = ("targets", "evaluation", "evidence")
#: With those that are made only when they are asked for by name.
ALL_KINDS: tuple[Kind, ...] = (*KINDS, "annex")
FORMATS = ("xlsx",)
#: Official names of the kinds, also of the one that is still to come.
KIND_NAMES = {
    "targets": "绩效目标表",
    "monitoring": "绩效运行监控表",
    "evaluation": "绩效自评表",
    "evidence": "佐证资料目录",
    "annex": "评分说明附件",
}

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class _Job:
    """One sheet to be made: which, of which plan, into which file."""

    kind: Kind
    plan: Plan
    stem: str


def sheet_for(workspace: Workspace, plan_id: str, kind: str, quarter: int = 4) -> Sheet:
    """The sheet of one plan, as the export would write it: for the preview. Raises ``UserError``."""
    chosen = _kind(kind)
    plan = workspace.plan(plan_id)
    return _build(workspace, plan, chosen, Quarter(quarter))


def export_sheets(
    workspace: Workspace,
    *,
    year: int,
    kinds: Sequence[str],
    out: Path,
    quarter: int = 4,
    plans: Sequence[str] | None = None,
    one_book: bool = False,
    format: str = "xlsx",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Path]:
    """Write the sheets ``kinds`` of ``plans`` (names; None: all of ``year``) into the folder ``out``.

    Beside other sheets, a list of evidence is written only for plans that have any.

    ``progress`` gets (done, all, plan name) before each sheet and once at the end; ``cancelled`` is asked between
    sheets. Returns the files written, each whole; cancelled, those that were ready. A folder that is missing is
    made, its parent is not. Raises ``UserError``: sheet_not_available, format_not_available, no_plans, unknown_plan,
    text_too_long, those of :func:`perftrack.services.guarding.require` and of
    :func:`perftrack.services.exporting.files.store`.
    """
    chosen = [_kind(kind) for kind in dict.fromkeys(kinds)]
    if format not in FORMATS:
        raise UserError("format_not_available", format=format, known=", ".join(FORMATS))
    quarter = Quarter(quarter)
    jobs = _jobs(workspace, year, chosen, quarter, plans)
    guarding.require_all(workspace, Act.EXPORT, dict.fromkeys(job.plan.id for job in jobs))
    if cancelled is not None and cancelled():
        return []
    _make_folder(out)
    sheets = _made(workspace, jobs, quarter, progress, cancelled)
    if one_book:
        made = [sheet for _, sheet in sheets]
        if len(made) < len(jobs):
            return []
        there = [kind for kind in chosen if any(job.kind == kind for job in jobs)]
        path = out / f"{unique_stems([_book_name(workspace, year, there, quarter)])[0]}.{format}"
        write_book(path, made)
        written = [path]
    else:
        written = []
        for job, sheet in sheets:
            written.append(out / f"{job.stem}.{format}")
            write_book(written[-1], [sheet])
    if progress is not None and len(written) == (1 if one_book else len(jobs)):
        progress(len(jobs), len(jobs), "")
    return written


def _made(
    workspace: Workspace,
    jobs: Sequence[_Job],
    quarter: Quarter,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> Iterator[tuple[_Job, Sheet]]:
    for done, job in enumerate(jobs):
        if cancelled is not None and cancelled():
            return
        if progress is not None:
            progress(done, len(jobs), job.plan.name)
        yield job, _build(workspace, job.plan, job.kind, quarter)


def _kind(kind: str) -> Kind:
    for known in ALL_KINDS:
        if known == kind:
            return known
    raise UserError(
        "sheet_not_available",
        sheet=KIND_NAMES.get(kind, kind),
        known="、".join(KIND_NAMES[known] for known in ALL_KINDS),
    )


def _build(workspace: Workspace, plan: Plan, kind: Kind, quarter: Quarter) -> Sheet:
    if kind == "targets":
        return target_sheet(plan, workspace.department())
    if kind == "evidence":
        gaps = evidence.plan_gaps(workspace, plan, quarter)
        return evidence_sheet(plan, workspace.department(), evidence.of_plan(workspace, plan.id), gaps)
    card = workspace.cards.card(plan, reporting.pack_for(workspace, plan.year), quarter)
    if kind == "annex":
        return scoring_annex(card, workspace.department(), _teller(), explaining.sources(workspace, plan.id))
    numbers = numbers_of(evidence.of_plan(workspace, plan.id), quarter)
    return evaluation_sheet(card, workspace.department(), evidence=numbers)


def _teller() -> Teller:
    """Official sheets speak Chinese, whatever the interface speaks."""
    speaker = messages.speaker("zh_CN")
    return Teller(speaker.step, speaker.topic)


def _jobs(
    workspace: Workspace, year: int, kinds: Sequence[Kind], quarter: Quarter, names: Sequence[str] | None
) -> list[_Job]:
    """The sheets to make. File names are settled over all plans of the year, so a selection never changes them."""
    plans = workspace.plans(year)
    if not plans:
        raise UserError("no_plans", year=year)
    known = {plan.name for plan in plans}
    for name in names or ():
        if name not in known:
            raise UserError("unknown_plan", plan=name, year=year, known="、".join(sorted(known)))
    everything = [(kind, plan) for kind in ALL_KINDS for plan in plans]
    stems = unique_stems(_file_name(plan, kind, quarter) for kind, plan in everything)
    jobs = [
        _Job(kind, plan, stem)
        for (kind, plan), stem in zip(everything, stems, strict=True)
        if kind in kinds and (names is None or plan.name in names)
    ]
    if len(kinds) == 1:
        return jobs
    return [job for job in jobs if job.kind != "evidence" or evidence.of_plan(workspace, job.plan.id)]


def _file_name(plan: Plan, kind: Kind, quarter: Quarter) -> str:
    if kind == "targets":
        return f"{plan.year}年{target_title(plan.kind)}_{plan.name}"
    if kind == "evidence":
        return f"{plan.year}年{KIND_NAMES[kind]}_{plan.name}"
    if kind == "annex":
        return f"{plan.year}年{KIND_NAMES[kind]}{_until(quarter)}_{plan.name}"
    return f"{plan.year}年{evaluation_title(plan.kind)}{_trial(quarter)}_{plan.name}"


def _book_name(workspace: Workspace, year: int, kinds: Sequence[Kind], quarter: Quarter) -> str:
    names = "和".join(KIND_NAMES[kind] for kind in ALL_KINDS if kind in kinds)
    trial = _trial(quarter) if "evaluation" in kinds else ""
    return f"{year}年{names}{trial}_{workspace.department().name}"


def _trial(quarter: Quarter) -> str:
    return "" if quarter is Quarter.Q4 else f"（截至{QUARTER_WORDS[quarter]}试编）"


def _until(quarter: Quarter) -> str:
    return "" if quarter is Quarter.Q4 else f"（截至{QUARTER_WORDS[quarter]}）"


def _make_folder(out: Path) -> None:
    if out.is_dir():
        return
    try:
        out.mkdir()
    except (FileNotFoundError, FileExistsError, NotADirectoryError) as error:
        raise UserError("export_folder_missing", path=str(out), folder=str(out), name="") from error
    except OSError as error:
        raise UserError("export_folder_refused", path=str(out), folder=str(out), name="") from error
