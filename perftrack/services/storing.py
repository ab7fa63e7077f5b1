"""Storing whole plans: what an import brings, as one journalled, undoable step."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from perftrack.domain.access import Act
from perftrack.domain.plans import Department, Plan
from perftrack.domain.terms import PlanKind
from perftrack.errors import UserError
from perftrack.services import guarding
from perftrack.services.changes import Changes
from perftrack.services.workspace import Workspace

if TYPE_CHECKING:
    from perftrack.persistence.unit_of_work import UnitOfWork

#: What tells plans apart: year, kind, name.
PlanName = tuple[int, str, str]


def store_plans(
    ws: Workspace,
    department: Department | None,
    plans: Sequence[Plan],
    packs: Sequence[Mapping[str, Any]],
    *,
    replace: frozenset[PlanName] = frozenset(),
    command: str = "import",
) -> Changes:
    """Inserts plans, and replaces whole those named in ``replace`` that the file has; all or nothing.

    Ids in the given plans are ignored: a replaced plan keeps its own and its place, everything in it gets new ones.
    A plan that names a pack pins its year to it. Sections of ``department`` that the file lacks are added behind its
    own, none is taken away. ``packs`` are raw rule packs with ``id`` and, optionally, ``version``.

    Raises :class:`UserError` ``plan_exists``, ``year_closed``, ``department_differs``, those of
    :mod:`perftrack.services.guarding` and what a unit of work raises.
    """
    from perftrack.persistence import planning

    guarding.require(ws, Act.SET_UP)
    years = frozenset(plan.year for plan in plans)
    with ws.writing(command) as work:
        ws.refuse_closed(work, years)
        if department is not None:
            store_department(work, department)
        planning.store_packs(work, packs)
        planning.store_years(work, {plan.year: plan.pack for plan in sorted(plans, key=lambda each: each.pack or "")})
        projects = planning.store_projects(work, [plan.name for plan in plans if plan.kind == PlanKind.PROJECT])
        known = planning.known_plans(work, years)
        guarding.refuse_settled(
            work, [(str(known[name].values[0]), q) for name in replace if name in known for q in range(1, 5)]
        )
        for plan in plans:
            name = (plan.year, str(plan.kind), plan.name)
            if name in known and name not in {(year, str(kind), text) for year, kind, text in replace}:
                raise UserError("plan_exists", year=plan.year, kind=str(plan.kind), name=plan.name)
        plan_ids = planning.store(work, plans, known, projects)
    changes = Changes(
        command,
        years=years,
        plans=frozenset(plan_ids),
        structure=True,
        label=(command, {"count": len(plans)}),
    )
    return ws.took(work, changes)


def store_department(work: "UnitOfWork", department: Department) -> None:
    """Names the office of a new file, or adds the sections it lacks.

    Raises :class:`UserError` ``department_differs`` when the file belongs to another office.
    """
    from perftrack.persistence import planning

    stored = planning.store_department(work, department)
    if stored != department.name:
        raise UserError("department_differs", ours=stored, theirs=department.name)
