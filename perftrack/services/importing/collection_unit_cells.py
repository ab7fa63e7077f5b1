"""The row of one unit in a form that came back against what the unit has reported: value and note, each three ways."""

from collections.abc import Iterator
from dataclasses import replace

from perftrack.domain import spelling
from perftrack.domain.answers import AnswerKind, read_answer
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Indicator
from perftrack.domain.targets import Target
from perftrack.domain.units import Breakdown, UnitValue
from perftrack.errors import RefusedValue, UserError
from perftrack.services import collectionform as form
from perftrack.services.importing.collected_cells import Difference, Place, State, state_of, tidy
from perftrack.services.importing.collection_reader import ERRORS, Line
from perftrack.services.units import target_of, value_from_text


def unit_cells(
    indicator: Indicator, broken: Breakdown | None, row: form.UnitRow, line: Line, place: Place
) -> Iterator[Difference]:
    """The two cells of the unit ``row`` was written for; ``place`` is where the indicator's own value would be."""
    given = broken.values.get(Quarter(place.quarter), {}).get(row.unit) if broken else None
    value = _value(indicator, broken, row, line.cells[form.VALUE], given, replace(place, unit=row.unit))
    yield value
    now, before, incoming = ((given.note if given else None) or "", tidy(row.note), tidy(line.cells[form.NOTE]))
    state = state_of(incoming == before, incoming == now, now == before, not now)
    reason: UserError | None = None
    if state is not State.SAME:
        if incoming in ERRORS:
            reason = UserError("collect_error_cell", typed=incoming)
        elif value.state is State.REFUSED and given is None:
            reason = value.reason
        elif incoming and not (value.incoming if value.acceptable else value.stored):
            reason = RefusedValue("collect_note_alone", unit=row.name, indicator=indicator.name, typed=incoming)
    yield replace(
        value, place=replace(value.place, field="note"), stored=now, before=before, incoming=incoming,
        state=State.REFUSED if reason else state, reason=reason,
    )  # fmt: skip


def _value(
    indicator: Indicator, broken: Breakdown | None, row: form.UnitRow, incoming: str, given: UnitValue | None,
    place: Place,
) -> Difference:  # fmt: skip
    now, before = given.value if given else "", row.value
    target = target_of(indicator)
    said, said_now, said_before = (_said(text, target) for text in (incoming, now, before))
    state = state_of(said == said_before, said == said_now, said_now == said_before, not now)
    reason: UserError | None = None
    if state is not State.SAME:
        try:
            if broken is None or all(unit.id != row.unit for unit in broken.units):
                raise UserError("collect_not_by_units", unit=row.name)
            if (indicator.target, form.counted_as(indicator)) != (row.target, row.counted):
                raise UserError("collect_target_changed", then=row.target, now=indicator.target)
            if indicator.excluded is not None:
                raise UserError("collect_excluded", reason=indicator.excluded)
            value_from_text(target, broken.across, incoming, now or "—")
        except UserError as error:
            state, reason = State.REFUSED, error
    return Difference(place, indicator.name, now, before, incoming, "", state, reason, unit=row.name)


def _said(text: str, target: Target) -> object:
    """What a text says to a target, so that 12 and １２次 are the same."""
    answer = read_answer(text, target)
    return spelling.level(text) if answer.kind is AnswerKind.UNREAD else replace(answer, text="")
