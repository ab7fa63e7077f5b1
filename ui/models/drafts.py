"""What was typed and is not in the file: refused texts, texts whose saving failed, texts still in an editor.

Nothing typed is thrown away: the drafts are kept outside the office file too, at once when a text was refused or could
not be saved, and a moment later while it is being typed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from perftrack.domain.plans import Plan
from perftrack.domain.units import Unit
from perftrack.errors import UserError

if TYPE_CHECKING:
    from perftrack.services.draftkeeping import DraftKeeper, Found, KeptDraft

#: Whose cell (id of indicator or fund, or indicator/unit), which field, which quarter (1-4).
CellKey = tuple[str, str, int]
#: While somebody types, a crash may cost what was typed in the last so many milliseconds.
_WHILE_TYPING = 400


@dataclass(frozen=True, slots=True)
class Draft:
    """``text`` as typed and why it is not stored; ``refused`` False: it reads, but saving failed.

    ``batch`` is the number of the paste it came with, 0 for a text typed by hand. ``found``: it comes from the last
    time the file was open.
    """

    text: str
    error: UserError
    refused: bool = True
    batch: int = 0
    found: bool = False


class Drafts(QObject):
    """The drafts of all plans and quarters, by cell. Models share one, so a draft outlives a change of plan."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[CellKey, Draft] = {}
        self._typed: dict[CellKey, str] = {}
        self._gone: tuple[KeptDraft, ...] = ()
        self._names: dict[str, tuple[str, str]] = {}
        self._batches = 0
        self._keeper: DraftKeeper | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    # What stands in cells.

    def get(self, key: CellKey | None) -> Draft | None:
        """The draft in a cell."""
        return None if key is None else self._kept.get(key)

    def keep(self, key: CellKey, draft: Draft) -> None:
        """Keep ``draft``, in place of the one before."""
        self._kept[key] = draft
        self._soon(0)

    def drop(self, key: CellKey | None) -> bool:
        """Forget the draft of a cell; say whether there was one."""
        dropped = key is not None and self._kept.pop(key, None) is not None
        if dropped:
            self._soon(0)
        return dropped

    def new_batch(self) -> int:
        """A number for the drafts of one paste."""
        self._batches += 1
        return self._batches

    def drop_batch(self, batch: int) -> bool:
        """Forget what came with one paste; say whether there was anything."""
        old = [key for key, draft in self._kept.items() if draft.batch == batch]
        for key in old:
            del self._kept[key]
        if old:
            self._soon(0)
        return bool(old)

    def of_batch(self, batch: int) -> dict[CellKey, Draft]:
        """What came with one paste and is still not stored."""
        return {key: draft for key, draft in self._kept.items() if draft.batch == batch}

    def of(self, owners: frozenset[str], quarter: int) -> dict[CellKey, Draft]:
        """The drafts of these indicators or funds in one quarter."""
        return {key: draft for key, draft in self._kept.items() if key[0] in owners and key[2] == quarter}

    def of_units(self, indicators: frozenset[str], quarter: int) -> dict[CellKey, Draft]:
        """The drafts of what the units of these indicators report in one quarter."""
        return {
            key: draft
            for key, draft in self._kept.items()
            if "/" in key[0] and key[0].partition("/")[0] in indicators and key[2] == quarter
        }

    def counts(self) -> tuple[int, int]:
        """(not saved, refused) over everything."""
        refused = sum(1 for draft in self._kept.values() if draft.refused)
        return len(self._kept) - refused, refused

    def found(self) -> int:
        """How many of them come from the last time."""
        return sum(1 for draft in self._kept.values() if draft.found)

    # What stands in an editor.

    def typing(self, key: CellKey, text: str) -> None:
        """Keep what stands in an open editor; no cell shows it."""
        self._typed[key] = text
        if not self._timer.isActive():
            self._soon(_WHILE_TYPING)

    def end_typing(self, key: CellKey | None = None) -> None:
        """The editor is closed, stored or not (None: every cell editor; notes and remarks have keys of their own)."""
        ended = [each for each in self._typed if each == key or (key is None and not _is_long(each))]
        for each in ended:
            del self._typed[each]
        if ended:
            self._soon(0)

    # What outlives the program.

    def use(self, keeper: "DraftKeeper | None", found: "Found | None" = None) -> None:
        """Another file: keep its drafts with ``keeper`` from now on (None: nowhere), and begin with those found."""
        self.flush()
        self._keeper = None
        self._kept.clear()
        self._typed.clear()
        self._names.clear()
        self._gone = found.gone if found else ()
        for draft, error in found.here if found else ():
            refused = error.code != "draft_found"
            key = (draft.owner, draft.field, draft.quarter)
            self._kept[key] = Draft(draft.text, error, refused, found=True)
            self._names[draft.owner] = (draft.plan, draft.subject)
        self._keeper = keeper
        if found:
            self._soon(0)

    def know(self, plan: Plan) -> None:
        """The names of what drafts may belong to, told to whoever reads them when it is gone."""
        self._names |= {item.id: (plan.name, item.name) for item in plan.indicators}
        self._names |= {fund.id: (plan.name, fund.source) for fund in plan.funds}

    def know_units(self, indicator_id: str, units: "Iterable[Unit]") -> None:
        """As :meth:`know`, the units that report an indicator of a plan that is known."""
        from perftrack.services.draftkeeping import unit_owner

        plan, indicator = self._names.get(indicator_id, ("", ""))
        self._names |= {unit_owner(indicator_id, unit.id): (plan, f"{indicator}　{unit.name}") for unit in units}

    def gone(self) -> "tuple[KeptDraft, ...]":
        """Drafts whose indicator or fund is not in the file any more."""
        return self._gone

    def forget_gone(self) -> None:
        """Throw those away."""
        self._gone = ()
        self._soon(0)

    def flush(self) -> bool:
        """Write now what is to be kept; False where that failed or there is nowhere to keep it."""
        self._timer.stop()
        return self._keeper is not None and self._keeper.write([*self._gone, *self._all()])

    def _all(self) -> "Iterable[KeptDraft]":
        from perftrack.services.draftkeeping import KeptDraft

        texts = {key: draft.text for key, draft in self._kept.items()} | self._typed
        for (owner, field, quarter), text in texts.items():
            plan, subject = self._names.get(owner, ("", ""))
            yield KeptDraft(owner, field, int(quarter), text, plan, subject)

    def _soon(self, delay: int) -> None:
        if self._keeper is not None and not (self._timer.isActive() and self._timer.interval() <= delay):
            self._timer.start(delay)


#: Fields typed outside the grids, by their first word; their editors say themselves when they end.
LONG_TEXTS = frozenset({"note", "criteria", "comment", "survey"})


def _is_long(key: CellKey) -> bool:
    return key[1].split(" ")[0] in LONG_TEXTS
