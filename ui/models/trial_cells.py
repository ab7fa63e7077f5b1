"""What the cells of a trial are: which take typing, what their editor begins with, and what a text makes of the copy.

Rows are those of the card: the indicators, the execution, then the funds. A value typed is all that was reported so
far, whatever the aggregation; the real text gives the real reports back.
"""

from decimal import Decimal

from perftrack.domain import spelling
from perftrack.domain.decimals import ZERO, plain, read_plain, shortest
from perftrack.domain.grades import band_of
from perftrack.domain.plans import Actual, Fund
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.targets import TargetKind
from perftrack.domain.terms import Grade
from perftrack.domain.whatif import WhatIf
from perftrack.domain.yearvalues import YearState, quotient_text
from perftrack.errors import RefusedValue
from perftrack.services.typedforms import stored_column
from perftrack.services.typing import actual_from_text, amount_from_text, share_from_text
from ui import formatting, theme
from ui.delegates.roles import NUMBER, QUIET_NUMBER, Look
from ui.models.scorecard_rows import CardRow
from ui.models.scorecard_table import Column

_FAINT_NUMBER = Look(tone="text-3", right=True)
_UNITS = ("%", "‰")


def funds_of(card: Scorecard) -> tuple[Fund, ...]:
    """The funds that have a row: those with a budget; trying another amount never takes the row away."""
    return tuple(fund for fund in card.plan.funds if fund.initial or fund.revised is not None)


def fund_at(card: Scorecard, row: int) -> Fund | None:
    """The fund in ``row``; None for any other row."""
    place = row - len(card.scores) - 1
    funds = funds_of(card)
    return funds[place] if 0 <= place < len(funds) else None


def owner_of(copy: WhatIf, row: int) -> str:
    """The id of the indicator or fund in ``row``, "" for the execution row."""
    if row < len(copy.card.scores):
        return copy.card.scores[row].indicator.id
    fund = fund_at(copy.card, row)
    return fund.id if fund else ""


def editable(copy: WhatIf, row: int, column: Column) -> bool:
    """Whether a cell takes typing: what counts nothing for the score does not."""
    if fund_at(copy.card, row) is not None:
        return column in (Column.TARGET, Column.ACTUAL)
    if row >= len(copy.card.scores):
        return False
    score = copy.card.scores[row]
    if column is Column.WEIGHT:
        return not score.excluded
    counts = not score.excluded and score.indicator.manual_score is None
    return column is Column.ACTUAL and counts and score.target.kind is not TargetKind.EMPTY


def unit_of(copy: WhatIf, row: int, column: Column) -> str:
    """What stands behind the number in the editor."""
    if column is not Column.ACTUAL or row >= len(copy.card.scores):
        return ""
    target = copy.card.scores[row].target
    if target.kind is TargetKind.WORDS:
        return "%"
    return target.unit if target.unit in _UNITS else ""


def edit_text(card: Scorecard, row: int, column: Column) -> str:
    """The text an editor begins with."""
    fund = fund_at(card, row)
    if fund is not None:
        amount = fund.budget if column is Column.TARGET else fund.executed_by(card.quarter)
        return "" if amount is None else shortest(amount)
    if row >= len(card.scores):
        return ""
    score = card.scores[row]
    return shortest(score.indicator.weight) if column is Column.WEIGHT else _value_text(score)


def _value_text(score: Score) -> str:
    value = score.value
    if value.state is YearState.NUMBER and not value.met:
        return quotient_text(value.value, value.parts)
    if value.state is YearState.GRADE and value.grade is not None:
        share = score.pack.grade_shares[value.grade] if value.share is None else value.share
        return shortest(share)
    return score.actual_text or ""


def read(copy: WhatIf, row: int, column: Column, text: str) -> WhatIf:
    """The copy with ``text`` in a cell; the same copy where nothing changes.

    Raises RefusedValue as :mod:`perftrack.services.typing` does.
    """
    if spelling.level(text) == spelling.level(edit_text(copy.card, row, column)):
        return copy
    real = spelling.level(text) == spelling.level(edit_text(copy.start, row, column))
    fund = fund_at(copy.card, row)
    if fund is not None:
        return _money(copy, row, fund, column, text, real)
    score = copy.card.scores[row]
    key = score.indicator.id
    if column is Column.WEIGHT:
        return copy.weigh(key, _weight(text, score.indicator.weight))
    if real:
        return copy.as_reported(key)
    return copy.year_value(key, _actual(copy, score, text))


def _money(copy: WhatIf, row: int, fund: Fund, column: Column, text: str, real: bool) -> WhatIf:
    before = fund_at(copy.start, row)
    if column is Column.TARGET:
        amount = before.revised if real and before else amount_from_text(text, fund.budget)
        if amount is None and not fund.initial:
            amount = ZERO
        return copy.budget(fund.id, amount)
    return copy.spend(fund.id, amount_from_text(text, fund.executed_by(copy.card.quarter)))


def _weight(text: str, kept: Decimal) -> Decimal:
    weight = read_plain(spelling.level(text))
    if weight is None or not 0 <= weight <= 100:
        raise RefusedValue("not_a_number", typed=text.strip(), kept=shortest(kept))
    return weight


def _actual(copy: WhatIf, score: Score, text: str) -> Actual | None:
    """A plain number for words is the share they were judged at, in per cent."""
    if score.target.kind is TargetKind.WORDS and read_plain(spelling.level(text).removesuffix("%")) is not None:
        share = share_from_text(text, None)
        return None if share is None else Actual(grade=Grade(band_of(share)), share=share)
    item, card = score.indicator, copy.card
    return actual_from_text(item, card.plan.year, card.quarter, text, column=stored_column(item), pack=card.pack)


def fund_rows(card: Scorecard) -> list[CardRow]:
    """A row per fund below the execution: budget, spent to date, rate. Money in 万元."""
    return [_fund_row(card, fund) for fund in funds_of(card)]


def _fund_row(card: Scorecard, fund: Fund) -> CardRow:
    spent = fund.executed_by(card.quarter)
    rate = None if spent is None or not fund.budget else spent * 100 / fund.budget
    level = "　"  # a group of its own below the execution, without a name
    texts = (
        level, "", fund.source, formatting.money(fund.budget), formatting.money(spent), formatting.percent(rate), "",
        "", "",
    )  # fmt: skip
    looks = {
        0: Look(tone="text-2", size=theme.SMALL, top=True, quiet_row=True),
        2: Look(tone="text-2"),
        3: QUIET_NUMBER,
        4: _FAINT_NUMBER if spent is None else NUMBER,
        5: QUIET_NUMBER,
    }
    tip = f"{fund.source} {plain(fund.budget)}"
    return CardRow(f"fund/{fund.id}", level, texts, looks, card.execution, {2: tip})
