"""Findings of a plan as a whole: weights, spending against results, prose that nothing bears out."""

import re
from collections.abc import Iterator
from decimal import Decimal

from perftrack.domain import spelling
from perftrack.domain.checks.indicators import unchanged_target
from perftrack.domain.decimals import EXACT, HUNDRED, ZERO, divide, plain, rounded, shortest
from perftrack.domain.findings import Finding
from perftrack.domain.periods import Quarter
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.targets import TargetKind, print_target, read_target
from perftrack.domain.terms import Severity
from perftrack.domain.yearvalues import YearState

_QUANTITY = "数量"
#: Fewer numbers than this all met to the digit are no surprise.
_ALL_EQUAL_FROM = 3
_PROSE_DATE = re.compile(r"[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号])?)?|[0-9]{1,2}月(?:[0-9]{1,2}[日号])?")
_PROSE_LIST = re.compile(r"(?:^|(?<=[。；;\s]))\(?[0-9]{1,2}[.、)](?![0-9])")
_PROSE_NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")


def check_plan(card: Scorecard) -> Iterator[Finding]:
    """The findings that concern a plan as a whole."""
    yield from _weights(card)
    yield from _prose(card)
    yield from _unchanged(card)
    if card.quarter is Quarter.Q4:
        yield from _spending(card)
        yield from _all_equal(card)


def _finding(card: Scorecard, severity: Severity, code: str, **arguments: str) -> Finding:
    return Finding(severity, code, card.plan.name, arguments, card.plan.id)


def _weights(card: Scorecard) -> Iterator[Finding]:
    total = sum((item.weight for item in card.plan.indicators), ZERO)
    asked = HUNDRED - card.plan.execution_weight
    if total != asked:
        yield _finding(
            card, Severity.ERROR, "weights_do_not_add", total=shortest(total), asked=shortest(asked),
            execution=shortest(card.plan.execution_weight),
        )  # fmt: skip


def _spending(card: Scorecard) -> Iterator[Finding]:
    execution = card.execution
    if execution.budget == 0:
        yield _finding(card, Severity.WARNING, "no_budget")
        return
    executed = execution.executed or ZERO
    rate = divide(EXACT.multiply(executed, HUNDRED), execution.budget)
    if rate < HUNDRED - card.pack.unspent:
        yield _finding(card, Severity.WARNING, "unspent", unspent=plain(rounded(HUNDRED - rate)))
    full = sum((score.full for score in card.scores if not score.excluded), ZERO)
    if not full:
        return
    index = divide(EXACT.multiply(card.items_total, HUNDRED), full)
    if EXACT.multiply(index, HUNDRED) > EXACT.multiply(rate, HUNDRED + card.pack.ahead_of_execution):
        index_text, rate_text = plain(rounded(index)), plain(rounded(rate))
        yield _finding(card, Severity.WARNING, "ahead_of_execution", index=index_text, rate=rate_text)


def _all_equal(card: Scorecard) -> Iterator[Finding]:
    numbers = [score for score in card.scores if not score.excluded and score.target.kind is TargetKind.NUMBER]
    if len(numbers) >= _ALL_EQUAL_FROM and all(_equals_target(score) for score in numbers):
        yield _finding(card, Severity.HINT, "all_equal_targets", count=str(len(numbers)))


def _equals_target(score: Score) -> bool:
    value = score.value
    return value.state is YearState.NUMBER and value.value == EXACT.multiply(score.target.value, value.parts)


def _unchanged(card: Scorecard) -> Iterator[Finding]:
    """Target equal to last year's actual while the base, a quantity of the same plan, grew."""
    grown = next((score for score in card.scores if _grew(score)), None)
    if grown is None:
        return
    for score in card.scores:
        if not score.excluded and unchanged_target(score.indicator, score.target):
            item = score.indicator
            arguments = {"target": print_target(score.target), "base": grown.indicator.name}
            yield Finding(Severity.HINT, "target_unchanged", item.name, arguments, card.plan.id, item.id)


def _grew(score: Score) -> bool:
    item, target = score.indicator, score.target
    if _QUANTITY not in item.level2 or target.kind is not TargetKind.NUMBER or not item.prior_actual:
        return False
    prior = read_target(item.prior_actual, item.level1, item.level2)
    return prior.kind is TargetKind.NUMBER and prior.value < target.value


def _prose(card: Scorecard) -> Iterator[Finding]:
    """Numbers in the goal that no indicator and no fund of the plan bears out; dates and list numbers aside."""
    plan = card.plan
    text = spelling.level(plan.goal)
    for pattern in (_PROSE_DATE, _PROSE_LIST):
        text = pattern.sub("。", text)
    known = {(score.target.value, score.target.unit == "%") for score in card.scores if score.target.is_numeric}
    known |= {(score.target.upper, score.target.unit == "%") for score in card.scores if score.target.upper is not None}
    money = [plan.budget, *(fund.initial for fund in plan.funds), *(fund.budget for fund in plan.funds)]
    known |= {(amount, False) for amount in money} | {
        (EXACT.multiply(amount, Decimal(10_000)), False) for amount in money
    }
    seen = set()
    for match in _PROSE_NUMBER.finditer(text):
        number = Decimal(match[0].replace(",", ""))
        percent = text[match.end() : match.end() + 1] == "%"
        if (number, percent) not in known and (number, percent) not in seen:
            seen.add((number, percent))
            words = text[match.start() : match.end() + 6].split("，")[0].split("。")[0]
            yield _finding(
                card, Severity.WARNING, "prose_number", number=match[0] + ("%" if percent else ""), words=words
            )
