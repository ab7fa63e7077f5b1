"""What is typed and not stored, kept beside the program so that a crash, a failed save or a lost file loses nothing.

One JSON file per office file and person, in a folder handed in: it lives apart from the office file, because that is
what may be full, locked or gone. Written whole under another name, synced and renamed, so it is the old or the new,
never half.
"""

import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Deviation, Fund, Indicator, Plan
from perftrack.domain.units import Breakdown
from perftrack.errors import RefusedValue, UserError
from perftrack.services import reporting, rubrics, typing, units
from perftrack.services.typedforms import Form
from perftrack.services.workspace import Workspace

#: Fields of what units report; their owner is :func:`unit_owner`.
UNIT_VALUE, UNIT_NOTE = "unit value", "unit note"

_FORMAT, _VERSION = "perftrack-drafts", 1


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """One text: whose (id of indicator or fund, or :func:`unit_owner`), which field, which quarter (1–4).

    ``plan`` and ``subject`` name it.
    """

    owner: str
    field: str
    quarter: int
    text: str
    plan: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Drafts read back: those with a place, each with the reason why it is not stored, and those whose place is gone.

    What meanwhile stands in the file as typed is in neither.
    """

    here: tuple[tuple[KeptDraft, UserError], ...] = ()
    gone: tuple[KeptDraft, ...] = ()


class DraftKeeper:
    """The drafts of one person in one office file.

    Nothing in here raises: a draft that cannot be kept must not stop the typing.
    """

    def __init__(self, folder: Path, file_id: str, person_id: str = "") -> None:
        """Without a person: of whoever keeps a file that is not divided."""
        # a file's id is data and may be anything, so it is never part of a path as it stands
        whose = f"{file_id}\0{person_id}" if person_id else file_id
        name = hashlib.sha256(whose.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        self.path = folder / f"{name}.json"

    def read(self) -> tuple[KeptDraft, ...]:
        """The drafts kept; a file that does not read is set aside (``….damaged``, ``….damaged-2``) and counts as none.

        One draft that does not read does not take the others along.
        """
        try:
            text = self.path.read_bytes()
        except OSError:
            return ()
        try:
            drafts = [_draft(each) for each in _list(json.loads(text.decode("utf-8", "surrogatepass")))]
        except (ValueError, RecursionError):
            self._set_aside()
            return ()
        return tuple(draft for draft in drafts if draft is not None)

    def write(self, drafts: Sequence[KeptDraft]) -> bool:
        """Keep these and no others; none: the file goes. False: it could not be written, what was kept before is."""
        fresh = self.path.with_suffix(".new")
        try:
            if not drafts:
                self.path.unlink(missing_ok=True)
                return True
            self.path.parent.mkdir(parents=True, exist_ok=True)
            content = {"format": _FORMAT, "version": _VERSION, "drafts": [asdict(draft) for draft in drafts]}
            with fresh.open("wb") as file:
                file.write(json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass"))
                file.flush()
                os.fsync(file.fileno())
            os.replace(fresh, self.path)
        except OSError:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            return False
        return True

    def _set_aside(self) -> None:
        number = 1
        aside = self.path.with_suffix(".damaged")
        while aside.exists():
            number += 1
            aside = self.path.with_suffix(f".damaged-{number}")
        with suppress(OSError):
            os.replace(self.path, aside)


def unit_owner(indicator_id: str, unit_id: str) -> str:
    """Whose cell it is that a unit reports for an indicator."""
    return f"{indicator_id}/{unit_id}"


def sort_out(ws: Workspace, kept: Sequence[KeptDraft]) -> Found:
    """Finds the place of every draft in the file and reads its text anew.

    The reason is what the reading refuses, or ``draft_found`` for a text that could be stored as it stands.
    """
    if not kept:
        return Found()
    owners: dict[str, tuple[Plan, Indicator | Fund]] = {}
    for year in ws.years():
        for plan in ws.plans(year):
            owners |= {item.id: (plan, item) for item in plan.indicators}
            owners |= {fund.id: (plan, fund) for fund in plan.funds}
    reporting_units = units.breakdowns(ws, {draft.owner.partition("/")[0] for draft in kept if "/" in draft.owner})
    here, gone = [], []
    for draft in kept:
        indicator_id, sign, unit_id = draft.owner.partition("/")
        broken = reporting_units.get(indicator_id)
        known = (
            broken is not None and unit_id in {unit.id for unit in broken.asked(Quarter(draft.quarter))}
            if sign
            else True
        )
        if indicator_id not in owners or not known:
            gone.append(draft)
            continue
        try:
            plan, owner = owners[indicator_id]
            if broken is not None and isinstance(owner, Indicator) and sign:
                stored = _is_stored_of_unit(owner, broken, unit_id, draft)
            else:
                stored = _is_stored(ws, plan, owner, draft)
            if stored:
                continue
            error = UserError("draft_found")
        except RefusedValue as refusal:
            error = refusal
        here.append((draft, error))
    return Found(tuple(here), tuple(gone))


def _is_stored(ws: Workspace, plan: Plan, owner: Indicator | Fund, draft: KeptDraft) -> bool:
    """Whether the file already says what was typed. Raises RefusedValue for what does not read."""
    quarter = Quarter(draft.quarter)
    if isinstance(owner, Fund):
        if draft.field not in ("executed", "revised"):
            return False
        stored = owner.executed.get(quarter) if draft.field == "executed" else owner.revised
        return typing.amount_from_text(draft.text, stored) == stored
    previous = owner.actuals.get(quarter)
    if draft.field in ("cause", "remedy"):
        given = owner.deviations.get(quarter, Deviation())
        return draft.text.strip() == (given.cause if draft.field == "cause" else given.remedy)
    if draft.field == "note":
        return draft.text.strip() == ((previous.note or "") if previous else "")
    if draft.field.startswith("criteria "):
        written = rubrics.of_plan(ws, plan.id).get(owner.id, {})
        return draft.text.strip() == next((written[g] for g in written if draft.field.endswith(f" {g}")), "")
    if draft.field not in ("increment", "to_date"):
        return False
    column: Form = "increment" if draft.field == "increment" else "to_date"
    pack = reporting.pack_for(ws, plan.year)
    picked, _, sentence = draft.text.partition("：")  # a grade with its sentence, see the grade editor
    actual = typing.actual_from_text(
        owner, plan.year, quarter, picked, column=column, previous=previous, pack=pack
    )  # fmt: skip
    if not sentence:
        rubrics.demand_sentence(actual, previous, rubrics.of_plan(ws, plan.id).get(owner.id, {}), pack)
    return actual == previous and not sentence


def _is_stored_of_unit(indicator: Indicator, broken: Breakdown, unit_id: str, draft: KeptDraft) -> bool:
    """As :func:`_is_stored`, of what a unit reports."""
    given = broken.values.get(Quarter(draft.quarter), {}).get(unit_id)
    if draft.field == UNIT_NOTE:
        return draft.text.strip() == ((given.note or "") if given else "")
    if draft.field != UNIT_VALUE:
        return False
    value = units.value_from_text(
        units.target_of(indicator), broken.across, draft.text, given.value if given else "—"
    )  # fmt: skip
    return value == (given.value if given else None)


def _list(content: Any) -> list[Any]:
    if not isinstance(content, dict) or content.get("format") != _FORMAT or content.get("version") != _VERSION:
        raise ValueError("not a file of drafts")
    drafts = content.get("drafts")
    if not isinstance(drafts, list):
        raise ValueError("no list of drafts")
    return drafts


def _draft(given: Any) -> KeptDraft | None:
    if not isinstance(given, dict):
        return None
    texts = [given.get(key, "") for key in ("owner", "field", "text", "plan", "subject")]
    if not all(isinstance(each, str) for each in texts) or given.get("quarter") not in [int(q) for q in QUARTERS]:
        return None
    owner, field, text, plan, subject = texts
    return KeptDraft(owner, field, int(given["quarter"]), text, plan, subject)
