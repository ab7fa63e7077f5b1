"""The rows of a form that came back against the plan as it is now: each cell three ways."""

from collections.abc import Iterator
from dataclasses import replace

from perftrack.domain import spelling
from perftrack.domain.answers import AnswerKind, read_answer
from perftrack.domain.decimals import plain, read_plain
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Deviation, Fund, Indicator, Plan
from perftrack.domain.scorecards import score_plan
from perftrack.errors import RefusedValue, UserError
from perftrack.services import collectionform as form
from perftrack.services import typing
from perftrack.services.importing.collected import Beside, applied, entries_of, read_value
from perftrack.services.importing.collected_cells import Difference, Field, Place, State, state_of, tidy
from perftrack.services.importing.collection_match import Match, fund_of, indicator_of, matched, name_of
from perftrack.services.importing.collection_reader import ERRORS, Returned
from perftrack.services.importing.collection_unit_cells import unit_cells

Given = tuple[str, str]
AnyMatch = Match[form.IndicatorRow] | Match[form.FundRow] | Match[form.UnitRow]
_WORDS: dict[Field, str] = {"cause": form.CAUSE, "remedy": form.REMEDY, "note": form.NOTE}


class Comparison:
    """Compares the rows of one form with one plan."""

    def __init__(self, plan: Plan, quarter: Quarter, beside: Beside) -> None:
        self._plan, self._quarter, self._beside = plan, quarter, beside
        self._breakdowns = beside.breakdowns
        self._total = score_plan(plan, beside.pack, quarter).total

    def cells(self, returned: Returned) -> Iterator[Difference]:
        """All cells in the order of the form; a row that cannot be told is one refused cell."""
        for match in matched(returned.stamp.indicators, returned.indicators):
            if match.row is None or match.line is None or match.reason is not None:
                yield self._stray(match, "value")
                continue
            indicator = indicator_of(self._plan, match.row)
            if indicator is None:
                yield self._stray(replace(match, reason=_gone(match)), "value")
                continue
            renamed = "" if spelling.level(match.line.name) == spelling.level(match.row.name) else match.line.name
            for cell in self._indicator(indicator, match.row, match.line.cells):
                yield self._weighed(replace(cell, renamed=renamed))
        for money in matched(returned.stamp.funds, returned.funds):
            fund = fund_of(self._plan, money.row) if money.row is not None else None
            if money.row is None or money.line is None or money.reason is not None:
                yield self._stray(money, "executed")
            elif fund is None:
                yield self._stray(replace(money, reason=_gone(money)), "executed")
            else:
                yield self._weighed(self._fund(fund, money.row, money.line.cells[form.EXECUTED]))
        yield from self._units(returned)

    def _units(self, returned: Returned) -> Iterator[Difference]:
        """The rows of units."""
        owners = {row.id: row for row in returned.stamp.indicators}
        for match in matched(returned.stamp.units, returned.units):
            if match.row is None or match.line is None or match.reason is not None:
                yield self._stray(match, "value")
                continue
            indicator = indicator_of(self._plan, owners[match.row.indicator])
            if indicator is None:
                yield self._stray(replace(match, reason=_gone(match)), "value")
                continue
            place = self._place(indicator.id, "value", match.row.code)
            broken = self._breakdowns.get(indicator.id)
            for cell in unit_cells(indicator, broken, match.row, match.line, place):
                yield self._weighed(cell)

    def _place(self, owner: str, field: Field, code: str) -> Place:
        return Place(self._plan.id, int(self._quarter), owner, field, code)

    def _stray(self, match: "AnyMatch", field: Field) -> Difference:
        name = match.line.name if match.line else name_of(match.row) if match.row else ""
        code = match.line.code if match.line else match.row.code if match.row else ""
        word = form.VALUE if field == "value" else form.EXECUTED
        incoming = match.line.cells.get(word, "") if match.line else ""
        return Difference(
            self._place("", field, f"{code} {name}"), name, "", "", incoming, "", State.REFUSED, match.reason
        )

    def _indicator(self, indicator: Indicator, row: form.IndicatorRow, cells: dict[str, str]) -> Iterator[Difference]:
        actual = indicator.actuals.get(self._quarter)
        deviation = indicator.deviations.get(self._quarter, Deviation())
        yield self._value(indicator, row, cells)
        known: dict[Field, str] = {
            "cause": deviation.cause,
            "remedy": deviation.remedy,
            "note": (actual.note if actual else None) or "",
        }
        written: dict[Field, str] = {"cause": row.cause, "remedy": row.remedy, "note": row.note}
        for field, word in _WORDS.items():
            now, before, incoming = (tidy(text) for text in (known[field], written[field], cells[word]))
            state = state_of(incoming == before, incoming == now, now == before, not now)
            reason: UserError | None = None
            if incoming in ERRORS and state is not State.SAME:
                state, reason = State.REFUSED, UserError("collect_error_cell", typed=incoming)
            place = self._place(indicator.id, field, row.code)
            yield Difference(place, indicator.name, now, before, incoming, "", state, reason)

    def _value(self, indicator: Indicator, row: form.IndicatorRow, cells: dict[str, str]) -> Difference:
        actual = indicator.actuals.get(self._quarter)
        now, before = form.value_and_share(actual), (row.value, row.share)
        incoming = (cells[form.VALUE], cells[form.SHARE])
        if row.kind and incoming[0] == row.printed:
            incoming = before  # it follows from the units
        if not form.takes_value(indicator) and row.value == "":
            incoming = before  # the form says 不适用 or — there
        same = _Sameness(indicator)
        state = state_of(same(incoming, before), same(incoming, now), same(now, before), now == ("", ""))
        reason: UserError | None = None
        if state is not State.SAME:
            note = cells[form.NOTE]
            try:
                if (indicator.target, form.counted_as(indicator)) != (row.target, row.counted):
                    raise UserError("collect_target_changed", then=row.target, now=indicator.target)
                if indicator.excluded is not None:
                    raise UserError("collect_excluded", reason=indicator.excluded)
                if row.kind or indicator.id in self._breakdowns:
                    kind = self._breakdowns[indicator.id].kind if indicator.id in self._breakdowns else row.kind
                    raise UserError("collect_from_units", kind=kind)
                read_value(indicator, self._plan.year, self._quarter, incoming, note, actual, self._beside)
            except UserError as error:
                state, reason = State.REFUSED, error
        return Difference(
            self._place(indicator.id, "value", row.code), indicator.name, _spoken(now), _spoken(before), incoming[0],
            incoming[1], state, reason,
        )  # fmt: skip

    def _fund(self, fund: Fund, row: form.FundRow, incoming: str) -> Difference:
        stored = fund.executed.get(self._quarter)
        before = read_plain(row.executed)
        place, now = self._place(fund.id, "executed", row.code), "" if stored is None else plain(stored)
        try:
            amount = typing.amount_from_text(incoming, stored)
        except RefusedValue as error:
            return Difference(place, fund.source, now, row.executed, incoming, "", State.REFUSED, error)
        state = state_of(amount == before, amount == stored, stored == before, stored is None)
        return Difference(place, fund.source, now, row.executed, incoming, "", state)

    def _weighed(self, cell: Difference) -> Difference:
        """The cell with its effect on the total of the plan."""
        if not cell.acceptable or cell.place.field not in ("value", "executed"):
            return cell
        try:
            entries = entries_of(self._plan, self._beside, [cell])
            plan = applied(self._plan, entries, self._breakdowns)
        except RefusedValue:  # needs the note of its row too
            return cell
        return replace(cell, effect=score_plan(plan, self._beside.pack, self._quarter).total - self._total)


def _gone(match: "AnyMatch") -> UserError:
    assert match.row is not None
    return UserError("collect_row_gone", code=match.row.code, row=name_of(match.row))


class _Sameness:
    """Whether two pairs of value and share say the same to one target: 87.5 and 87.50%, １２ and 12."""

    def __init__(self, indicator: Indicator) -> None:
        self._target = typing.target_of(indicator)

    def __call__(self, one: Given, other: Given) -> bool:
        return self._said(one) == self._said(other)

    def _said(self, given: Given) -> tuple[object, ...]:
        value, share = given
        levelled = spelling.level(share).removesuffix("%")
        number = read_plain(levelled)
        beside: object = levelled if number is None else number
        answer = read_answer(value, self._target)
        if answer.kind is AnswerKind.UNREAD:
            return spelling.level(value), beside
        if answer.share is not None and not levelled:
            beside = answer.share
        return replace(answer, text="", share=None), beside


def _spoken(given: Given) -> str:
    """Value and share as one text: 部分达成 75%."""
    value, share = given
    return f"{value} {share}%".strip() if share else value
