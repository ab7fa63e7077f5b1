"""``forecast`` and ``needed``: the year end as it looks now, and what a total still takes."""

from argparse import Namespace
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from perftrack.cli.commands import year_of
from perftrack.cli.frame import DONE, Frame, now
from perftrack.cli.usage import WrongUsage
from perftrack.domain.decimals import money, plain, read_plain, shortest
from perftrack.domain.forecast import Forecast
from perftrack.domain.gains import gains
from perftrack.domain.itemforecast import ItemForecast
from perftrack.domain.needed import Needed, needed_of, threshold
from perftrack.domain.periods import Quarter
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.spans import Span
from perftrack.domain.spendingneeded import spending_for_total, spending_sentence
from perftrack.domain.terms import Rating
from perftrack.errors import UserError
from perftrack.services import foresight, reporting
from perftrack.services.exporting.scores import year_scores
from perftrack.services.messages import Speaker
from perftrack.services.workspace import Workspace

_NOTHING = "—"


def forecast(given: Namespace, frame: Frame) -> int:
    """The year end of the plans of a year, and the points still to be won in each."""
    with Workspace.open(given.db, clock=now) as workspace:
        cards, quarter = _cards(workspace, given)
        year = foresight.forecast_year(workspace, cards[0].plan.year, quarter, given.pack) if cards else ()
        wanted = {card.plan.id for card in cards}
        found = tuple(each for each in year if each.card.plan.id in wanted)
    if given.json:
        plans = [_forecast_object(each, frame.speaker) for each in found]
        frame.document({"year": cards[0].plan.year if cards else None, "quarter": int(quarter), "plans": plans})
        return DONE
    for each in found:
        for line in _forecast_lines(each, frame.speaker):
            frame.line(line)
    return DONE


def needed(given: Namespace, frame: Frame) -> int:
    """What each indicator, and spending, needs for a total when everything else stays."""
    with Workspace.open(given.db, clock=now) as workspace:
        cards, _ = _cards(workspace, given)
    cards = tuple(card for card in cards if card.plan.dropped is None)
    objects: list[dict[str, Any]] = []
    for card in cards:
        wanted = _wanted(getattr(given, "for"), card.pack)
        scores = [each for each in card.scores if given.indicator in (None, each.indicator.name)]
        if not scores:
            raise UserError("indicator_unknown", plan=card.plan.name, name=given.indicator)
        found = [needed_of(card, score, wanted) for score in scores]
        spending = spending_sentence(spending_for_total(card, wanted))
        if given.json:
            items = [_needed_object(each, frame.speaker) for each in found]
            objects.append(
                {"name": card.plan.name, "total": plain(card.total), "wanted": plain(wanted), "indicators": items,
                 "spending": frame.speaker.phrase(spending)}
            )  # fmt: skip
            continue
        frame.say("needed_title", name=card.plan.name, total=plain(card.total), rating=card.rating.value)
        for each in found:
            frame.say("ahead_line", message=frame.speaker.phrase(each.sentence))
        if given.indicator is None:
            frame.say("ahead_line", message=frame.speaker.phrase(spending))
    if given.json:
        frame.document({"plans": objects})
    return DONE


def _cards(workspace: Workspace, given: Namespace) -> tuple[tuple[Scorecard, ...], Quarter]:
    """The cards asked for, as of the quarter asked for or the last one reported."""
    if given.quarter not in (None, "1", "2", "3", "4"):
        raise WrongUsage("usage_quarter", given=given.quarter)
    asked = year_of(given.year)
    year = reporting.latest_year(workspace) if asked is None else asked
    quarter = foresight.latest_quarter(workspace, year) if given.quarter is None else Quarter(int(given.quarter))
    return year_scores(workspace, year=year, quarter=quarter, plan=given.plan, pack=given.pack).cards, quarter


def _wanted(given: str, pack: RulePack) -> Decimal:
    """A rating's threshold, or the number of points itself."""
    named = next((rating for rating in Rating if rating.value == given), None)
    found = read_plain(given) if named is None else threshold(pack, named)
    if found is None:
        raise WrongUsage("usage_for", given=given)
    return found


def _forecast_lines(found: Forecast, speaker: Speaker) -> Iterator[str]:
    name = found.card.plan.name
    if found.total is None or found.ratings is None:
        yield speaker.word("forecast_unknown", name=name)
        return
    total = {"low": plain(found.total.low), "likely": plain(found.total.likely), "high": plain(found.total.high)}
    yield speaker.word("forecast_title", name=name, rating=found.ratings[1].value, **total)
    for item in found.items:
        yield speaker.word(
            "forecast_line",
            name=item.score.indicator.name,
            points=_range(item.points),
            message=speaker.phrase(item.method),
        )
    if found.assumed is not None:
        yield speaker.word("ahead_line", message=speaker.phrase(found.assumed.sentence))
    for gain in gains(found):
        yield speaker.word("gain_line", message=speaker.phrase(gain.sentence))


def _range(span: Span | None) -> str:
    if span is None:
        return _NOTHING
    return plain(span.likely) if span.settled else f"{plain(span.likely)} ({plain(span.low)}–{plain(span.high)})"


def _forecast_object(found: Forecast, speaker: Speaker) -> dict[str, Any]:
    executed, rates = found.money.executed, found.money.rates
    return {
        "name": found.card.plan.name,
        "total": _span(found.total),
        "rating": None if found.ratings is None else [rating.value for rating in found.ratings],
        "final": found.final,
        "assumed": None if found.assumed is None else speaker.phrase(found.assumed.sentence),
        "executed": None
        if executed is None
        else [money(each) for each in (executed.low, executed.likely, executed.high)],
        "rate": _span(rates),
        "execution": _span(found.money.points),
        "indicators": [_item_object(item, speaker) for item in found.items],
        "gains": [speaker.phrase(gain.sentence) for gain in gains(found)],
    }


def _item_object(item: ItemForecast, speaker: Speaker) -> dict[str, Any]:
    values = item.values
    shown = None if values is None else [shortest(each) for each in (values.low, values.likely, values.high)]
    return {
        "name": item.score.indicator.name,
        "values": shown,
        "score": _span(item.points),
        "method": item.method.code,
        "message": speaker.phrase(item.method),
    }


def _span(span: Span | None) -> list[str] | None:
    return None if span is None else [plain(span.low), plain(span.likely), plain(span.high)]


def _needed_object(found: Needed, speaker: Speaker) -> dict[str, Any]:
    least = found.least
    return {
        "name": found.score.indicator.name,
        "way": found.way.value,
        "value": None if least is None else (least.actual.value if least.number is None else shortest(least.number)),
        "grade": None if least is None or least.actual.grade is None else least.actual.grade.value,
        "possible": found.possible,
        "best": plain(found.best),
        "message": speaker.phrase(found.sentence),
    }
