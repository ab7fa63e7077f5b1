"""得分说明: how a score came about, step by step with the numbers put in (guide: explanation).

The domain gives codes and arguments; the sentences come from ``resources/messages`` (section ``step``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from perftrack.domain.answers import Answer, AnswerKind
from perftrack.domain.decimals import CENT, EXACT, divide, money, plain, rounded, shortest
from perftrack.domain.execution import Execution
from perftrack.domain.periods import Quarter
from perftrack.domain.rulepacks import OverEffect, RulePack
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import WHOLE_SPREAD, Score
from perftrack.domain.targets import print_target
from perftrack.domain.terms import RULE_NAMES
from perftrack.domain.yearvalues import YearState, quotient_text

_FOUR = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``topic`` groups steps under a label (pack, rule …); ``depth`` 1 lies under the step before."""

    topic: str
    code: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0


def explain(score: Score, card: Scorecard) -> tuple[Step, ...]:
    """The steps of one item: pack, rule, formula, numbers put in, rounding, what was taken off, quarters."""
    if score.excluded:
        return (Step("result", "excluded", {"reason": score.indicator.excluded or ""}),)
    steps = [
        _pack(card.pack),
        _rule(score),
        *_spread(score),
        *_numbers(score, card.pack),
        *_actual(score, card.quarter),
    ]
    manual = score.indicator.manual_score
    if score.manual and manual is not None:
        computed = "—" if score.computed is None else plain(score.computed)
        steps.append(
            Step(
                "manual",
                "manual",
                {"score": plain(rounded(manual.score)), "computed": computed, "reason": manual.reason},
            )
        )
    return tuple(steps)


def explain_execution(card: Scorecard) -> tuple[Step, ...]:
    """The steps of the points for budget execution (预算执行率)."""
    execution = card.execution
    arguments = _execution_numbers(execution)
    steps = [_pack(card.pack), Step("formula", execution.formula, arguments)]
    if execution.executed is not None:
        steps.append(Step("result", "execution_result", arguments))
    if card.cap is not None:
        steps.append(Step("cap", "total_cap", {"cap": plain(card.cap), "rate": arguments["rate"]}))
    return tuple(steps)


def _execution_numbers(execution: Execution) -> dict[str, str]:
    return {
        "weight": shortest(execution.weight),
        "budget": money(execution.budget),
        "executed": "—" if execution.executed is None else money(execution.executed),
        "rate": "—" if execution.rate is None else plain(execution.rate),
        "share": shortest(execution.share),
        "points": plain(execution.points),
    }


def _pack(pack: RulePack) -> Step:
    return Step("pack", "pack", {"pack": pack.id, "version": str(pack.version), "source": pack.source})


def _rule(score: Score) -> Step:
    arguments = {"rule": RULE_NAMES[score.rule], "target": print_target(score.target)}
    return Step("rule", "rule_assumed" if score.target.assumed else "rule", arguments)


def _spread(score: Score) -> list[Step]:
    if score.spread == WHOLE_SPREAD:
        return []
    return [
        Step(
            "weight",
            "spread",
            {
                "weight": shortest(score.indicator.weight),
                "whole": shortest(score.spread[0]),
                "kept": shortest(score.spread[1]),
                "full": plain(score.full),
            },
        )
    ]


def _numbers(score: Score, pack: RulePack) -> list[Step]:
    share = score.share
    if share is None or score.exact is None or score.computed is None:
        return [Step("result", _why_unscored(score), {"text": score.value.text})]
    value, target = score.value, score.target
    weight, divisor = EXACT.multiply(score.indicator.weight, score.spread[0]), score.spread[1]
    exact = divide(EXACT.multiply(weight, share.part), EXACT.multiply(divisor, share.whole))
    raw = rounded(exact, _FOUR)
    arguments = {
        "weight": shortest(score.full),
        "actual": quotient_text(value.value, value.parts) if value.state is YearState.NUMBER else value.text,
        "target": shortest(target.value),
        "upper": "" if target.upper is None else shortest(target.upper),
        "goal": print_target(target),
        "date": str(value.deadline or value.text),
        "grade": share.grade.value if share.grade else "",
        "share": shortest(rounded(divide(EXACT.multiply(share.part, Decimal(100)), share.whole), CENT)),
        "raw": shortest(raw),
        "threshold": shortest(pack.over_threshold),
        "points": plain(score.computed),
    }
    if share.formula.startswith("ceiling") and target.upper is not None:
        arguments["target"] = arguments["upper"]
    steps = [Step("formula", share.formula, arguments), Step("numbers", f"{share.formula}_numbers", arguments)]
    if share.grade is not None and share.formula not in ("grade", "direct_words", "grade_moved"):
        steps.append(Step("grade", "grade_follows", arguments))
    if "beyond_target" in share.notices and pack.over_effect is OverEffect.FIXED:
        steps.append(Step("deduction", "over_deducted", arguments | {"deduction": shortest(pack.over_deduction)}))
    if score.floored:
        steps.append(Step("deduction", "below_floor", arguments | {"floor": shortest(pack.pass_floor)}))
    steps.append(Step("rounding", "rounding", arguments))
    return steps


def _why_unscored(score: Score) -> str:
    if score.value.state is YearState.MISSING:
        return "not_reported"
    return "no_target" if score.target.kind.value == "empty" else "unread"


def _actual(score: Score, quarter: Quarter) -> list[Step]:
    """The year's actual and, one level deeper, the quarters it came from."""
    value = score.value
    if value.state in (YearState.MISSING, YearState.UNREAD) or not value.quarters:
        return []
    aggregation = f"from_{score.indicator.aggregation.value}"
    if value.pooled:
        aggregation = "from_pooled"
    elif not score.target.is_numeric:
        aggregation = "from_latest"
    arguments = {"actual": score.actual_text or "", "quarter": str(int(value.quarters[-1][0]))}
    steps = [Step("actual", aggregation, arguments)]
    for past, answer in value.quarters:
        steps.append(quarter_step(past, answer))
    return steps


def quarter_step(quarter: Quarter, answer: Answer) -> Step:
    """What one quarter reported, a level under the actual it makes up."""
    return Step("quarter", "quarter", {"quarter": str(int(quarter)), "value": _answer_text(answer)}, depth=1)


def _answer_text(answer: Answer) -> str:
    if answer.kind is AnswerKind.GRADE and answer.grade is not None:
        return answer.grade.value if answer.share is None else f"{answer.grade.value} {shortest(answer.share)}%"
    return answer.text
