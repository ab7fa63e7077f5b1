"""The worked examples a rule pack carries, run when it is loaded: a pack that breaks its own is refused."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from perftrack.domain.decimals import read_plain
from perftrack.domain.execution import execution_of
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Fund, Indicator, Plan
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scoring import score_indicator
from perftrack.domain.terms import Grade, PlanKind, Rule
from perftrack.errors import UserError

_KEYS = frozenset(
    {"target", "actual", "grade", "share", "weight", "rule", "level1", "score", "budget", "executed", "finished"}
)


def run_examples(pack: RulePack) -> None:
    """Run every example of ``pack``.

    Raises ``UserError("pack_example_failed")`` naming the pack, the example, what it promises and what came out, or
    ``UserError("pack_unreadable")`` when an example does not read.
    """
    for number, example in enumerate(pack.examples, start=1):
        try:
            promised, found = read_plain(str(example["score"])), _run(pack, example)
        except (KeyError, ValueError, TypeError) as wrong:
            raise UserError("pack_unreadable", pack=pack.id, key=f"examples[{number}]") from wrong
        if promised is None or set(example) - _KEYS:
            raise UserError("pack_unreadable", pack=pack.id, key=f"examples[{number}]")
        if promised != found:
            raise UserError(
                "pack_example_failed",
                pack=pack.id,
                number=number,
                promised=promised,
                found=found,
                example=_name(example),
            )


def _run(pack: RulePack, example: Mapping[str, Any]) -> Decimal | None:
    weight = _number(example["weight"])
    if "budget" in example:
        fund = Fund("", _number(example["budget"]), executed={Quarter.Q4: _number(example["executed"])})
        finished = example.get("finished") in (True, "true")
        plan = Plan(2024, PlanKind.PROJECT, "", execution_weight=weight, finished=finished, funds=(fund,))
        return execution_of(plan, pack, Quarter.Q4).points
    actual = Actual(
        example.get("actual"),
        Grade(example["grade"]) if "grade" in example else None,
        _number(example["share"]) if "share" in example else None,
    )
    indicator = Indicator(
        str(example.get("level1", "")),
        "",
        "",
        str(example["target"]),
        weight,
        Rule(example["rule"]) if "rule" in example else None,
        actuals={Quarter.Q4: actual},
    )
    return score_indicator(indicator, pack, Quarter.Q4, 2024).points


def _number(given: object) -> Decimal:
    number = read_plain(str(given))
    if number is None:
        raise ValueError(given)
    return number


def _name(example: Mapping[str, Any]) -> str:
    keys = ("target", "actual", "grade", "share", "budget", "executed")
    return " ".join(str(example[key]) for key in keys if key in example)
