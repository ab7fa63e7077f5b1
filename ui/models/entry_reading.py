"""What a text typed into a cell of the entry grid asks to be recorded."""

from typing import TYPE_CHECKING

from perftrack.domain.plans import Actual, Deviation, Indicator
from perftrack.domain.scorecards import Scorecard
from perftrack.services import recording, remarks, typing
from ui.models.grade_pick import GradePick
from ui.models.typed_cells import Batch

if TYPE_CHECKING:
    from perftrack.services.typedforms import Form


def entry_of(card: Scorecard, indicator: Indicator, field: str, typed: object, batch: Batch) -> recording.Entry | None:
    """The entry for ``typed`` in a cell of ``indicator``; None: it is stored already. Raises RefusedValue.

    ``field`` is increment, to_date, note, cause or remedy. What was read before in the same ``batch`` is built upon.
    """
    if field in ("cause", "remedy"):
        return _deviation(card, indicator, field, str(typed), batch)
    quarter, place = card.quarter, ("actual", indicator.id)
    stored = indicator.actuals.get(quarter)
    before = batch.values.get(place, stored)
    assert before is None or isinstance(before, Actual)
    if field == "note":
        actual = remarks.with_note(indicator, before, str(typed))
    else:
        actual = _actual(card, indicator, field, typed, before)
    changed_before = place in batch.values
    batch.values[place] = actual
    return None if actual == stored and not changed_before else recording.ActualEntry(indicator.id, quarter, actual)


def _deviation(
    card: Scorecard, indicator: Indicator, field: str, text: str, batch: Batch
) -> recording.DeviationEntry | None:
    stored, place = indicator.deviations.get(card.quarter), ("deviation", indicator.id)
    before = batch.values.get(place, stored)
    assert before is None or isinstance(before, Deviation)
    after = typing.deviation_from_text(before, **{field: text})
    changed_before = place in batch.values
    batch.values[place] = after
    if after == stored and not changed_before:
        return None
    return recording.DeviationEntry(indicator.id, card.quarter, after)


def _actual(card: Scorecard, indicator: Indicator, field: str, typed: object, previous: Actual | None) -> Actual | None:
    year, pack, quarter = card.plan.year, card.pack, card.quarter
    if isinstance(typed, GradePick):
        share = typing.share_from_text(typed.share, typed.grade)
        kept = previous.note if previous else None
        note = kept if typed.note is None else typed.note
        return typing.grade_choice(indicator, typed.grade, share, note, previous, quarter=quarter, year=year, pack=pack)
    column: Form = "increment" if field == "increment" else "to_date"
    return typing.actual_from_text(indicator, year, quarter, str(typed), column=column, previous=previous, pack=pack)
