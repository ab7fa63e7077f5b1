"""Who is behind, silent, on course or ahead, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from perftrack.domain.gaps import gaps_of
from perftrack.domain.rollup import Pace, pace_of
from perftrack.domain.scorecards import Scorecard
from ui import formatting, theme
from ui.delegates.roles import Execution, Look
from ui.models.rollup_table import pace_word
from ui.models.rows import RIGHT, Column, RowsModel

_NUMBER = Look(right=True)


@dataclass(frozen=True, slots=True)
class Standing:
    """One project and where it stands."""

    card: Scorecard
    pace: Pace
    order: int


#: Who has to be spoken to comes first.
_LOUD = (Pace.BEHIND, Pace.SILENT, Pace.ON_COURSE, Pace.AHEAD)


def standings(cards: Sequence[Scorecard]) -> list[Standing]:
    """Behind first, then silent, on course, ahead; in each the lowest total first."""
    found = [Standing(card, pace_of(card), order) for order, card in enumerate(cards)]
    found.sort(key=lambda row: (_LOUD.index(row.pace), row.card.total if row.card.reported else 0, row.order))
    return found


class StandingTable(RowsModel[Standing]):
    """Where a project stands, its section and lead, total, execution, and why."""

    def columns(self) -> list[Column[Standing]]:
        return [
            Column(
                "pace", lambda: self.tr("Standing"), lambda row: pace_word(row.pace), _pace_look,
                lambda row: _LOUD.index(row.pace),
            ),
            Column("plan", lambda: self.tr("Plan"), lambda row: row.card.plan.name),
            Column(
                "section", lambda: self.tr("Section"), lambda row: row.card.plan.section or "",
                lambda _row: Look(tone="text-2"),
            ),
            Column(
                "total", lambda: self.tr("Total"), _card_total, lambda _row: _NUMBER,
                lambda row: row.card.total if row.card.reported else None, align=RIGHT,
            ),
            Column(
                "execution", lambda: self.tr("Execution"), lambda row: formatting.percent(row.card.execution.rate),
                _card_execution, lambda row: row.card.execution.rate,
            ),
            Column("why", lambda: self.tr("Why"), self._why, lambda _row: Look(tone="text-2", size=theme.SMALL)),
        ]  # fmt: skip

    def _why(self, row: Standing) -> str:
        card = row.card
        if row.pace is Pace.SILENT:
            return self.tr("Nothing reported this quarter")
        if row.pace is Pace.BEHIND:
            red = [score.indicator.name for score in card.scores if score.light.value == "red" and not score.excluded]
            if card.execution.light.value == "red":
                red.append(self.tr("spending"))
            return self.tr("Red: %1").replace("%1", self.tr(", ").join(red))
        missing = len(gaps_of(card.plan, card.quarter).indicators)
        if missing:
            return self.tr("%n not reported", "", missing)
        if row.pace is Pace.AHEAD:
            blue = [score.indicator.name for score in card.scores if score.light.value == "blue" and not score.excluded]
            return self.tr("Beyond the target: %1").replace("%1", self.tr(", ").join(blue))
        return ""


def _card_execution(row: Standing) -> Look:
    spent = row.card.execution
    share = None if spent.rate is None else float(spent.rate) / 100
    return Look(draw=Execution(share, int(row.card.quarter) / 4, spent.light.value))


def _card_total(row: Standing) -> str:
    return f"{formatting.points(row.card.total)} {row.card.rating.value}" if row.card.reported else formatting.NOTHING


def _pace_look(row: Standing) -> Look:
    match row.pace:
        case Pace.BEHIND:
            return Look(tone="red", bold=True, icon="down")
        case Pace.SILENT:
            return Look(tone="text-3", icon="info")
        case Pace.AHEAD:
            return Look(tone="accent", icon="up")
        case _:
            return Look(tone="text-2", icon="right")
