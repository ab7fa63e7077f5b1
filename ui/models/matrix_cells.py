"""What stands in one cell of the matrix: of a plan its score, of a section the points of its plans together."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from perftrack.domain.decimals import EXACT, HUNDRED, ZERO, divide, rounded, shortest
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.targets import print_target
from perftrack.domain.terms import Light
from ui import formatting
from ui.delegates.lights import light_word
from ui.models.scorecard_rows import actual_words

_GONE = "none"


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """``light`` "" is no heat, ``by`` what the column sorts by (None comes last), ``rate`` the words in per cent."""

    rate: str = ""
    value: str = ""
    light: str = ""
    by: Decimal | None = None
    name: str = ""
    """The indicator's, where the column does not say it."""
    tip: str = ""
    reported: bool = False

    @property
    def spoken(self) -> str:
        """The cell for a screen reader."""
        return self.tip.replace("\n", ", ")


NO_CELL = MatrixCell()


def whole_percent(rate: Decimal | None) -> str:
    """A rate in whole per cent; only what is full says 100.

    >>> whole_percent(Decimal("99.96")), whole_percent(None)
    ('99', '—')
    """
    words = formatting.number(rate, 0)
    return "99" if words == "100" and rate is not None and rate < HUNDRED else words


def item_cell(score: Score, words: str) -> MatrixCell:
    """The cell of an indicator; ``words`` is the sentence with {name}, {target}, {actual}, {points}, {full}."""
    name = score.indicator.name
    if score.excluded:
        return MatrixCell(formatting.NOTHING, formatting.NOTHING, _GONE, name=name, tip=f"{name}\n{score.excluded}")
    rate = None
    if score.points is not None and score.full:
        rate = rounded(divide(EXACT.multiply(score.points, HUNDRED), score.full))
    tip = words.format(
        name=name, light=light_word(score.light.value), target=print_target(score.target) or formatting.NOTHING,
        actual=score.actual_text or formatting.NOTHING, points=formatting.points(score.points),
        full=shortest(score.full),
    )  # fmt: skip
    known = score.points is not None
    return MatrixCell(whole_percent(rate), actual_words(score), score.light.value, rate, name, tip, known)


def total_cell(total: Decimal | None, pack: RulePack, note: str = "") -> MatrixCell:
    """A total with its rating."""
    words = formatting.points(total)
    if total is None:
        return MatrixCell(words, words, tip=note)
    told = f"{words} {pack.rating(total).value}"
    return MatrixCell(told, told, "", total, tip="\n".join(part for part in (told, note) if part), reported=True)


def execution_cell(card: Scorecard, words: str) -> MatrixCell:
    """The spending of a plan; ``words`` with {executed} and {budget} in 万元."""
    execution = card.execution
    told = words.format(executed=formatting.money(execution.executed), budget=formatting.money(execution.budget))
    light = Light.GREY if execution.executed is None else execution.light
    rate = execution.rate
    shown = whole_percent(rate)
    tip = "\n".join(part for part in (f"{light_word(light.value)} {formatting.percent(rate)}", told) if part)
    return MatrixCell(shown, formatting.percent(rate), light.value, rate, "", tip, execution.executed is not None)


def section_cell(scores: Sequence[Score], pack: RulePack, words: str) -> MatrixCell:
    """The indicators of a section in one column together; ``words`` with {points}, {full}, {count}."""
    kept = [score for score in scores if not score.excluded]
    known = [score.points for score in kept if score.points is not None]
    full = sum((score.full for score in kept), ZERO)
    if not kept:
        return NO_CELL
    points = sum(known, ZERO)
    rate = rounded(divide(EXACT.multiply(points, HUNDRED), full)) if known and full else None
    light = Light.GREY
    if rate is not None:
        light = Light.RED
        if rate >= pack.heat_amber_from:
            light = Light.GREEN if rate >= pack.heat_green_from else Light.YELLOW
    told = words.format(points=formatting.points(points if known else None), full=shortest(full), count=len(kept))
    shown = whole_percent(rate)
    value = shown if rate is None else f"{shown}%"
    return MatrixCell(shown, value, light.value, rate, tip=f"{light_word(light.value)} {told}", reported=bool(known))
