"""What stands in the cells of one row of a scorecard."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perftrack.domain.decimals import HUNDRED, divide, plain, shortest
from perftrack.domain.execution import Execution
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.targets import TargetKind, print_target
from perftrack.domain.terms import Light
from perftrack.domain.yearvalues import YearState, quotient_text
from ui import formatting, theme
from ui.delegates.lights import light_word
from ui.delegates.roles import NUMBER, QUIET_NUMBER, Look, Spark

_LEVEL_ENDING = "指标"
_SHOWN_UNITS = ("%", "‰")
_FAINT_NUMBER = Look(tone="text-3", right=True)
_LOSS = Look(right=True, bold=True)


@dataclass(frozen=True, slots=True)
class Words:
    """Interface words the rows need, in the language of now."""

    execution: str
    execution_level: str
    ceiling: str
    manual: str
    excluded: str
    unread: str
    manual_tip: str
    excluded_tip: str


@dataclass(frozen=True, slots=True)
class CardRow:
    """One row: ``texts`` by column, looks and tooltips where there are any, ``subject`` the value behind it."""

    key: str
    level1: str
    texts: tuple[str, ...]
    looks: Mapping[int, Look]
    subject: Score | Execution
    tips: Mapping[int, str] = field(default_factory=dict)
    indicator_id: str = ""

    def plain(self, column: int) -> str:
        """The cell as it is copied and read aloud: whole words, nothing drawn."""
        if column == 0:
            return self.level1
        look = self.looks.get(column)
        if column == 1:
            return self.texts[1] or (light_word(look.light) if look and look.light else "")
        text = self.texts[column]
        if look is None or not look.suffix:
            return text
        return f"{look.suffix} {text}" if look.right else f"{text} {look.suffix}"


def short_level(level1: str) -> str:
    """Shorten a level 1 name for a narrow column.

    >>> short_level("产出指标"), short_level("履职效能")
    ('产出', '履职效能')
    """
    short = level1.removesuffix(_LEVEL_ENDING)
    return short or level1


def score_row(card: Scorecard, row: int, spark: Spark, words: Words) -> CardRow:
    """The row of one indicator."""
    score = card.scores[row]
    indicator = score.indicator
    completion, before = _completion(score, words)
    texts = (
        short_level(indicator.level1),
        words.excluded if score.excluded else "",
        indicator.name,
        print_target(score.target) or formatting.NOTHING,
        actual_words(score),
        completion,
        shortest(indicator.weight if score.excluded else score.full),
        formatting.points(score.points),
        "",
    )
    looks = {
        0: Look(tone="text-2", size=theme.SMALL, top=True, quiet_row=True),
        1: Look(tone="text-3", size=theme.SMALL) if score.excluded else Look(light=score.light.value),
        2: _name_look(score, words),
        3: QUIET_NUMBER,
        4: _actual_look(score),
        5: Look(tone="text-2", right=True, suffix=before, subtone="text-3") if before else QUIET_NUMBER,
        6: _FAINT_NUMBER,
        7: _score_look(score),
        8: Look(draw=spark),
    }
    return CardRow(
        f"{row}/{indicator.id}/{indicator.level1}", indicator.level1, texts, looks, score,
        _tips(score, texts, words), indicator.id,
    )  # fmt: skip


def _name_look(score: Score, words: Words) -> Look:
    if score.excluded:
        return Look(tone="text-3")
    return Look(suffix=words.manual) if score.manual else Look()


def actual_words(score: Score) -> str:
    """The actual as in its column: the unit only where a number means nothing without, a grade without its share."""
    value = score.value
    if value.state is YearState.NUMBER:
        unit = score.target.unit if score.target.unit in _SHOWN_UNITS else ""
        return quotient_text(value.value, value.parts) + unit
    if value.state is YearState.GRADE and value.grade is not None:
        return value.grade.value
    return score.actual_text or formatting.NOTHING


def _actual_look(score: Score) -> Look:
    if score.value.state is YearState.UNREAD:
        return Look(right=True, tone="red")
    return _FAINT_NUMBER if score.value.state is YearState.MISSING else NUMBER


def _completion(score: Score, words: Words) -> tuple[str, str]:
    """Completion, or the share of the ceiling with its word, or for a grade the share of the weight."""
    if score.completion is not None:
        return formatting.percent(score.completion), words.ceiling if score.target.is_ceiling else ""
    if score.target.kind is TargetKind.WORDS and score.share is not None:
        return formatting.percent(divide(score.share.part * HUNDRED, score.share.whole)), ""
    return formatting.NOTHING, ""


def _score_look(score: Score) -> Look:
    if score.points is None:
        return _FAINT_NUMBER
    return _LOSS if score.points < score.full else NUMBER


def _tips(score: Score, texts: tuple[str, ...], words: Words) -> dict[int, str]:
    tips = {0: score.indicator.level1, 2: texts[2], 3: texts[3], 4: score.actual_text or ""}
    if score.excluded:
        tips[1] = tips[2] = words.excluded_tip.format(reason=score.indicator.excluded or "")
    elif score.value.state is YearState.UNREAD:
        tips[4] = words.unread.replace("%1", score.value.text)
    if score.manual and score.indicator.manual_score is not None:
        computed = formatting.NOTHING if score.computed is None else plain(score.computed)
        tips[7] = words.manual_tip.format(reason=score.indicator.manual_score.reason, computed=computed)
    return tips


def execution_row(card: Scorecard, spark: Spark, words: Words) -> CardRow:
    """The last row: what the spending of the plan earns. Money in 万元."""
    execution = card.execution
    missing = execution.executed is None
    texts = (
        words.execution_level,
        "",
        words.execution,
        formatting.money(execution.budget),
        formatting.money(execution.executed),
        formatting.percent(execution.rate),
        shortest(execution.weight),
        formatting.NOTHING if missing else formatting.points(execution.points),
        "",
    )
    lost = not missing and execution.points < execution.weight
    looks = {
        0: Look(tone="text-2", size=theme.SMALL, top=True, quiet_row=True),
        1: Look(light=(Light.GREY if missing else execution.light).value),
        2: Look(),
        3: QUIET_NUMBER,
        4: _FAINT_NUMBER if missing else NUMBER,
        5: QUIET_NUMBER,
        6: _FAINT_NUMBER,
        7: _FAINT_NUMBER if missing else _LOSS if lost else NUMBER,
        8: Look(draw=spark),
    }
    return CardRow("execution", words.execution_level, texts, looks, execution, {2: texts[2]})
