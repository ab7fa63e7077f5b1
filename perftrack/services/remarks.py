"""What is said beside a value: its note, and why a budget was revised."""

from dataclasses import replace

from perftrack.domain.plans import Actual, Indicator
from perftrack.domain.terms import Rule
from perftrack.errors import RefusedValue
from perftrack.services.typedforms import shown
from perftrack.services.workspace import Workspace


def revision_reasons(ws: Workspace, plan_id: str) -> dict[str, str]:
    """Why the budgets of a plan were revised, by fund id; funds without a reason are missing."""
    from perftrack.persistence import reasons_reading

    with ws.reading() as connection:
        return reasons_reading.revision_reasons(connection, plan_id)


def with_note(indicator: Indicator, previous: Actual | None, text: str) -> Actual | None:
    """What was reported, with ``text`` as its note; empty takes the note away. None: there is neither.

    Raises RefusedValue ``note_without_value``; ``share_needs_reason`` where the note is why a share was moved.
    """
    note = text.strip() or None
    if previous is None or previous == Actual(note=previous.note):
        if note is not None:
            raise RefusedValue("note_without_value", typed=text.strip())
        return None
    if note is None and previous.share is not None and previous.value is not None and indicator.rule is Rule.GRADE:
        raise RefusedValue("share_needs_reason", typed="", kept=shown(previous))
    return replace(previous, note=note)
