"""满意度调查: recorded together with the value that follows from it, as one step."""

from dataclasses import replace
from datetime import date

from perftrack.domain.access import Act
from perftrack.domain.plans import Actual
from perftrack.domain.surveys import Survey
from perftrack.errors import RefusedValue, UserError
from perftrack.services import guarding
from perftrack.services.changes import Changes
from perftrack.services.workspace import Workspace


def survey_of(ws: Workspace, indicator_id: str, quarter: int) -> Survey | None:
    """The survey recorded for one value; None for a value that was typed."""
    from perftrack.persistence import rubrics_reading

    with ws.reading() as connection:
        return rubrics_reading.survey_of(connection, indicator_id, quarter)


def survey_from_text(issued: str, valid: str, satisfied: str, method: str = "", taken: str = "") -> Survey:
    """The survey these texts mean. Raises RefusedValue ``survey_count``, ``survey_day`` and those of counts."""
    counts = []
    for text in (issued, valid, satisfied):
        plain = text.strip().replace(",", "").replace("，", "")
        if not plain.isdecimal() or len(plain) > 9:
            raise RefusedValue("survey_count", typed=text.strip() or "—")
        counts.append(int(plain))
    day = taken.strip()
    if day:
        try:
            day = date.fromisoformat(day).isoformat()
        except ValueError as error:
            raise RefusedValue("survey_day", typed=day) from error
    survey = Survey(counts[0], counts[1], counts[2], method.strip(), day or None)
    _refuse_impossible(survey)
    return survey


def record(ws: Workspace, indicator_id: str, quarter: int, survey: Survey) -> Changes:
    """Stores the survey and, as the value of its quarter, the exact fraction satisfied/valid; a note stays.

    Raises RefusedValue for impossible counts, ``quarter_unknown``; UserError ``indicator_gone``, ``year_closed``,
    those of :mod:`perftrack.services.guarding` and what a unit of work raises.
    """
    _refuse_impossible(survey)
    return _store(ws, "record_survey", indicator_id, quarter, survey)


def clear(ws: Workspace, indicator_id: str, quarter: int) -> Changes:
    """Takes the survey back, and the value with it as far as it is still the survey's. Raises as :func:`record`."""
    return _store(ws, "clear_survey", indicator_id, quarter, None)


def _refuse_impossible(survey: Survey) -> None:
    match survey.complaint():
        case "survey_negative":
            raise RefusedValue("survey_negative")
        case "survey_none_valid":
            raise RefusedValue("survey_none_valid")
        case "survey_more_satisfied":
            raise RefusedValue("survey_more_satisfied", satisfied=survey.satisfied, valid=survey.valid)
        case "survey_more_valid":
            raise RefusedValue("survey_more_valid", valid=survey.valid, issued=survey.issued)
        case "survey_too_many":
            raise RefusedValue("survey_too_many", issued=survey.issued)


def _store(ws: Workspace, command: str, indicator_id: str, quarter: int, survey: Survey | None) -> Changes:
    from perftrack.persistence import cells, repositories

    if quarter not in (1, 2, 3, 4):
        raise RefusedValue("quarter_unknown", typed=str(quarter))
    with ws.writing(command) as work:
        place = repositories.locate_indicators(work.connection, [indicator_id]).get(indicator_id)
        if place is None:
            raise UserError("indicator_gone")
        guarding.require(ws, Act.ENTER, place.plan_id)
        ws.refuse_closed(work, {place.year})
        guarding.refuse_settled(work, {(place.plan_id, quarter)})
        before = next(item for item in ws.plan(place.plan_id).indicators if item.id == indicator_id)
        after = _value(before.actuals.get(quarter), survey, survey_of(ws, indicator_id, quarter))  # type: ignore[call-overload]
        cells.put(
            work, [cells.survey(indicator_id, quarter, survey), cells.actual(indicator_id, quarter, after)]
        )  # fmt: skip
    return ws.took(
        work,
        Changes(
            command, years=frozenset({place.year}), plans=frozenset({place.plan_id}),
            indicators=frozenset({indicator_id}), label=(command, {"indicator": place.name, "quarter": int(quarter)}),
        ),
    )  # fmt: skip


def _value(stored: Actual | None, survey: Survey | None, previous: Survey | None) -> Actual | None:
    """The actual beside the survey: grade and share do not outlive another value, the note does."""
    note = stored.note if stored else None
    if survey is not None:
        same = stored is not None and stored.value == survey.fraction
        return stored if same else Actual(survey.fraction, note=note)
    if stored is None or previous is None or stored.value != previous.fraction:
        return stored
    rest = replace(Actual(), note=note)
    return None if rest == Actual() else rest
