"""财政复核: what the finance side would stop at in a year, with what was said to it, and saying it."""

from dataclasses import dataclass

from perftrack.domain.access import Act
from perftrack.domain.bureau import Alarm
from perftrack.domain.checks.indicators import given_deviation, is_empty_phrase
from perftrack.domain.drafts import has_hole
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Deviation
from perftrack.domain.terms import CauseKind
from perftrack.errors import UserError
from perftrack.services import checking, foresight, guarding, recording, reporting
from perftrack.services.changes import Changes
from perftrack.services.messages import Speaker
from perftrack.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Alert:
    """One alarm of a plan; ``cause`` and ``remedy`` are what was said to it so far, empty where nothing was.

    ``may``: whoever acts may say it now. ``cleared``: a sentence of the plan answers it and is finished; alarms that
    concern an indicator go away by themselves then.
    """

    alarm: Alarm
    cause: str
    remedy: str
    may: bool

    @property
    def key(self) -> tuple[str, str, str]:
        """Plan, code, and indicator or fund."""
        finding = self.alarm.finding
        return self.alarm.card.plan.id, *checking.key_of(finding)

    @property
    def of_plan(self) -> bool:
        """Whether it concerns the plan as a whole: a sentence answers it, no cause of an indicator does."""
        return self.alarm.score is None

    @property
    def cleared(self) -> bool:
        """Whether nothing is left to say."""
        return self.of_plan and bool(self.cause) and not has_hole(self.cause + self.remedy)


def alerts(ws: Workspace, year: int, quarter: Quarter, kind: CauseKind = CauseKind.OTHER) -> tuple[Alert, ...]:
    """The alarms of all plans of a year, plan by plan; drafts blame ``kind``."""
    found = []
    for card in reporting.scorecards(ws, year, quarter):
        alarms = () if card.plan.dropped is not None else foresight.plan_alarms(ws, card.plan.id, quarter, kind)
        if not alarms:
            continue
        said = checking.answers(ws, card.plan.id, quarter)
        enters, submits = (_may(ws, act, card.plan.id, card.plan.section, quarter) for act in (Act.ENTER, Act.SUBMIT))
        for alarm in alarms:
            if alarm.score is not None:
                given = given_deviation(alarm.score.indicator, quarter)
                found.append(Alert(alarm, given.cause, given.remedy, enters))
            else:
                cause, _, remedy = said.get(checking.key_of(alarm.finding), "").partition("\n")
                found.append(Alert(alarm, cause, remedy, submits))
    return tuple(found)


def _may(ws: Workspace, act: Act, plan_id: str, section: str | None, quarter: Quarter) -> bool:
    if ws.read_only or not (ws.actor.everything or ws.actor.may(act, plan_id, section)):
        return False
    try:
        with ws.reading() as connection:
            guarding.refuse_places(connection, [(plan_id, int(quarter))])
    except UserError:
        return False
    return True


def proposed(alert: Alert, speaker: Speaker) -> tuple[str, str]:
    """Cause and remedy to begin with: what was said, unless that says nothing; else the draft."""
    cause, remedy, draft = alert.cause, alert.remedy, alert.alarm.draft
    if draft is None:
        return cause, remedy
    if alert.alarm.finding.code == "empty_phrase":
        said = (cause, remedy)
        cause, remedy = ("" if is_empty_phrase(text) else text for text in said)
    return cause or speaker.phrase(draft.cause), remedy or speaker.phrase(draft.remedy)


def explain(ws: Workspace, alert: Alert, quarter: Quarter, cause: str, remedy: str) -> Changes:
    """Stores what is said to an alarm: as cause and remedy of its indicator, else as the sentence of its plan.

    Raises what :func:`recording.record_deviation` and :func:`checking.answer` raise.
    """
    cause, remedy = cause.strip(), remedy.strip()
    if alert.alarm.score is not None:
        given = Deviation(cause, remedy)
        return recording.record_deviation(
            ws, alert.alarm.score.indicator.id, quarter, None if given == Deviation() else given
        )
    sentence = "\n".join(part for part in (" ".join(cause.split("\n")), remedy) if part)
    return checking.answer(ws, alert.alarm.card.plan.id, quarter, checking.key_of(alert.alarm.finding), sentence)
