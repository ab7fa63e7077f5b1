"""要看的指标: what costs points, or is far beyond its target and not explained, the dearest first."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from perftrack.domain.scoring import Score
from perftrack.domain.targets import print_target
from perftrack.domain.terms import Light
from perftrack.services.reporting import Loss
from ui import formatting
from ui.delegates.roles import Look
from ui.models.rows import RIGHT, Column, RowsModel


def to_look_at(losses: Iterable[Loss]) -> list[Loss]:
    """The losses worth a look: what is green loses only because the year is not over."""
    return [loss for loss in losses if loss.score.light is not Light.GREEN and not _is_explained(loss.score)]


def _is_explained(score: Score) -> bool:
    """Whether a value far beyond its target already has its cause."""
    if score.light is not Light.BLUE or score.lost > 0:
        return False
    return any(deviation.cause.strip() for deviation in score.indicator.deviations.values())


_QUIET = Look(tone="text-2", right=True)
_VALUE = Look(right=True)
_STRONG = Look(right=True, bold=True)


class LossTable(RowsModel[Loss]):
    """Light, indicator with its plan, actual, target, points lost."""

    def columns(self) -> list[Column[Loss]]:
        return [
            Column("light", lambda: "", lambda _loss: "", lambda loss: Look(light=loss.score.light.value)),
            Column(
                "name",
                lambda: "",
                lambda loss: loss.score.indicator.name,
                lambda loss: Look(suffix=loss.card.plan.name),
                spoken=lambda loss: loss.card.plan.name,
            ),
            Column("actual", lambda: self.tr("Actual"), _actual, lambda _loss: _VALUE, align=RIGHT),
            Column(
                "target", lambda: self.tr("Target"), _target, lambda _loss: _QUIET, align=RIGHT,
            ),
            Column("lost", lambda: self.tr("Lost"), _lost, _lost_look, align=RIGHT),
        ]  # fmt: skip


def _actual(loss: Loss) -> str:
    return loss.score.actual_text or QCoreApplication.translate("Losses", "not reported")


def _target(loss: Loss) -> str:
    return print_target(loss.score.target) or formatting.NOTHING


def _lost(loss: Loss) -> str:
    if loss.score.lost > 0:
        return formatting.loss(loss.score.lost)
    return QCoreApplication.translate("Losses", "to explain")


def _lost_look(loss: Loss) -> Look:
    return _STRONG if loss.score.light in (Light.RED, Light.GREY) else _VALUE
