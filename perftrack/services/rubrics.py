"""Written criteria per grade of an indicator: read, set, and how the same grade was given elsewhere in the office."""

from collections.abc import Mapping

from perftrack.domain.access import Act
from perftrack.domain.plans import Actual
from perftrack.domain.rubrics import GradedElsewhere, Rubric, graded_elsewhere, needs_sentence, tidied
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.terms import Grade
from perftrack.errors import RefusedValue, UserError
from perftrack.services import guarding, reporting
from perftrack.services.changes import Changes
from perftrack.services.typedforms import shown
from perftrack.services.workspace import Workspace

_COMMAND = "set_rubric"


def of_plan(ws: Workspace, plan_id: str) -> dict[str, dict[Grade, str]]:
    """The written criteria of a plan's indicators, by indicator id; those without are missing."""
    from perftrack.persistence import rubrics_reading

    with ws.reading() as connection:
        return rubrics_reading.rubrics_of_plan(connection, plan_id)


def set_rubric(ws: Workspace, indicator_id: str, criteria: Rubric) -> Changes:
    """Stores the criteria of all grades of one indicator; a grade left out or empty has none any more.

    An act of set-up: criteria say how to judge and change no value, so settled quarters do not hold them back.
    Raises UserError ``indicator_gone``, ``year_closed``, those of :mod:`perftrack.services.guarding` and what a unit
    of work raises.
    """
    from perftrack.persistence import cells, repositories

    wanted = tidied(criteria)
    with ws.writing(_COMMAND) as work:
        place = repositories.locate_indicators(work.connection, [indicator_id]).get(indicator_id)
        if place is None:
            raise UserError("indicator_gone")
        guarding.require(ws, Act.SET_UP, place.plan_id)
        ws.refuse_closed(work, {place.year})
        cells.put(work, [cells.rubric(indicator_id, str(grade), wanted.get(grade)) for grade in Grade])
    return ws.took(
        work,
        Changes(
            _COMMAND, years=frozenset({place.year}), plans=frozenset({place.plan_id}),
            indicators=frozenset({indicator_id}), topics=frozenset({"rubrics"}),
            label=(_COMMAND, {"indicator": place.name}),
        ),
    )  # fmt: skip


def used_elsewhere(ws: Workspace, year: int, indicator_id: str, grade: Grade) -> tuple[GradedElsewhere, ...]:
    """Where else in the office this year the same grade was given, with share and sentence."""
    return graded_elsewhere(ws.plans(year), reporting.pack_for(ws, year), indicator_id, grade)


def demand_sentence(
    actual: Actual | None, previous: Actual | None, rubric: Mapping[Grade, str], pack: RulePack
) -> None:
    """Raises RefusedValue ``grade_needs_sentence`` for a pick that must be explained and is not.

    See :func:`perftrack.domain.rubrics.needs_sentence`; clearing a report needs no words.
    """
    if actual is not None and needs_sentence(actual, rubric, pack):
        typed = shown(Actual(grade=actual.grade, share=actual.share))
        raise RefusedValue("grade_needs_sentence", typed=typed, kept=shown(previous))
