"""The inverse of what-if: the least demanding value of one indicator with which a card reaches a total.

Everything else stays as it is. "Least demanding" is the lowest value that is enough; the highest one where less is
better, or where the value lies beyond everything that is enough (a range, an = that counts both ways, a pack that
takes points for going far beyond). One step less demanding is not enough: the search asks the scoring itself, between
the places where its points turn.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from perftrack.domain.decimals import CENT, HUNDRED, ZERO, divide, plain, rounded, shortest
from perftrack.domain.grades import band_of
from perftrack.domain.phrases import Phrase
from perftrack.domain.plans import Actual
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import Scorecard, total_cap
from perftrack.domain.scoring import Score
from perftrack.domain.searching import highest, lowest, whole_turns
from perftrack.domain.steps import step_of
from perftrack.domain.targets import TargetKind
from perftrack.domain.terms import CUMULATIVE, Aggregation, Grade, Rating, Rule
from perftrack.domain.valuepoints import ValuePoints, number_actual
from perftrack.domain.yearvalues import YearState


class Way(StrEnum):
    """What kind of value is named, or why none is."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    SHARE = "share"
    GRADE = "grade"
    DATE = "date"
    #: The others reach it without this indicator.
    REACHED = "reached"
    #: No value is enough.
    OUT_OF_REACH = "out_of_reach"
    #: No value is enough because spending is so low that the pack caps the total.
    CAPPED = "capped"
    #: Its points do not follow its value.
    MANUAL = "manual"
    EXCLUDED = "excluded"
    NO_TARGET = "no_target"


NAMING = frozenset({Way.AT_LEAST, Way.AT_MOST, Way.SHARE, Way.GRADE, Way.DATE})


@dataclass(frozen=True, slots=True)
class Least:
    """The least demanding value of an indicator for some points.

    ``number`` in the target's unit, or the share in per cent; None for a grade or a date. ``actual`` is what to report
    as the year's value.
    """

    way: Way
    actual: Actual
    number: Decimal | None = None
    step: Decimal = CENT


@dataclass(frozen=True, slots=True)
class Needed:
    """What ``score``'s indicator needs for ``wanted`` points of the total.

    ``least`` is None unless ``way`` names a value. ``asked`` are the points it must bring, ``best`` the total with its
    whole weight. ``still`` is what is missing to ``least`` where quarters add up (target's unit, not below 0).
    ``possible`` is False where what was reported can no longer become that value: a sum cannot fall.
    """

    score: Score
    wanted: Decimal
    way: Way
    asked: Decimal
    best: Decimal
    least: Least | None = None
    still: Decimal | None = None
    possible: bool = True

    @property
    def enough(self) -> bool:
        """Whether the card has the total wanted already."""
        return self.way is not Way.CAPPED and (self.score.points or ZERO) >= self.asked

    @property
    def sentence(self) -> Phrase:
        """What is needed, or why nothing helps, to be spoken."""
        arguments = {"name": self.score.indicator.name, "wanted": plain(self.wanted), "best": plain(self.best)}
        if self.least is None:
            return Phrase("needed", self.way.value, arguments)
        arguments["value"] = value_text(self.score, self.least)
        if not self.possible:
            return Phrase("needed", "too_late", arguments)
        if self.still:
            arguments["still"] = shortest(self.still) + self.score.target.unit
            return Phrase("needed", "still", arguments)
        return Phrase("needed", self.way.value, arguments)


def value_text(score: Score, least: Least) -> str:
    """``least`` as shown: a number in the target's unit, 部分达成 75%, a grade or a date."""
    grade = "" if least.actual.grade is None else least.actual.grade.value
    if least.number is None:
        return grade or least.actual.value or ""
    number = shortest(least.number)
    return f"{grade} {number}%" if least.way is Way.SHARE else number + score.target.unit


def threshold(pack: RulePack, rating: Rating) -> Decimal | None:
    """The total from which ``rating`` is given, in points; None where the pack does not know it."""
    return next((at_least for at_least, given in pack.ratings if given is rating), None)


def needed(card: Scorecard, indicator_id: str, wanted: Decimal) -> Needed:
    """What the indicator needs, the others fixed, for a total of ``wanted`` points. KeyError for an unknown one."""
    score = next((each for each in card.scores if each.indicator.id == indicator_id), None)
    if score is None:
        raise KeyError(indicator_id)
    return needed_of(card, score, wanted)


def needed_of(card: Scorecard, score: Score, wanted: Decimal) -> Needed:
    """:func:`needed` of one of the scores of ``card``."""
    others = card.items_total - (score.points or ZERO) + card.execution.points
    asked, best = wanted - others, others + (score.points or ZERO if score.manual else score.full)
    if score.excluded:
        best = others
    cap = total_cap(card.execution, card.pack)
    if cap is not None:
        best = min(best, rounded(cap))

    def no_value(way: Way) -> Needed:
        return Needed(score, wanted, way, asked, best)

    if cap is not None and rounded(cap) < wanted:
        return no_value(Way.CAPPED)
    if score.excluded:
        return no_value(Way.EXCLUDED)
    if score.manual:
        return no_value(Way.MANUAL)
    if asked <= ZERO:
        return no_value(Way.REACHED)
    if score.target.kind is TargetKind.EMPTY:
        return no_value(Way.NO_TARGET)
    least = least_value(score, card.plan.year, asked)
    if least is None:
        return no_value(Way.OUT_OF_REACH)
    now, still = ValuePoints(score, card.plan.year).number_now, None
    if now is not None and least.way is Way.AT_LEAST and least.number is not None:
        still = max(least.number - now, ZERO) if score.indicator.aggregation in CUMULATIVE else None
    return Needed(score, wanted, least.way, asked, best, least, still, still_possible(score, least))


def least_value(score: Score, year: int, asked: Decimal) -> Least | None:
    """The least demanding value that earns ``asked`` > 0 points in the place of ``score``; None: no value does."""
    points = ValuePoints(score, year)
    if score.target.kind is TargetKind.WORDS:
        return _judgement(score, points, asked)
    if score.target.kind is TargetKind.DATE:
        in_time = Actual(str(score.target.deadline))
        return Least(Way.DATE, in_time) if rounded(score.full) >= asked else None
    if not score.target.is_numeric:
        return None
    step = step_of(score.target, score.indicator.aggregation, score.value)

    def meets(count: int) -> bool:
        return points.of_number(step * count) >= asked

    turns = whole_turns(turn / step for turn in points.turns())
    first = lowest(meets, turns)
    if first is None:
        return None
    now, found, way = points.number_now, first, Way.AT_LEAST
    if score.target.is_ceiling or (now is not None and now > step * first and points.of_number(now) < asked):
        last = highest(meets, turns)
        if last is not None and (score.target.is_ceiling or (now is not None and now > step * last)):
            found, way = last, Way.AT_MOST
    number = step * found
    return Least(way, number_actual(number), number, step)


def _judgement(score: Score, points: ValuePoints, asked: Decimal) -> Least | None:
    """A judged share on steps of 0.01 per cent; under ``direct`` 达成 or nothing."""
    if score.rule is Rule.DIRECT:
        met = points.of_share(Grade.MET, HUNDRED)
        return Least(Way.GRADE, Actual(grade=Grade.MET)) if met >= asked else None

    def meets(count: int) -> bool:
        share = CENT * count
        return count <= HUNDRED / CENT and points.of_share(band_of(share), share) >= asked

    found = lowest(meets, whole_turns([HUNDRED / CENT]))
    if found is None:
        return None
    share = CENT * found
    return Least(Way.SHARE, Actual(grade=band_of(share), share=share), share)


def still_possible(score: Score, least: Least) -> bool:
    """Whether the year's value can still become ``least``: a sum does not fall, what was done late stays late."""
    value, aggregation = score.value, score.indicator.aggregation
    if value.state is YearState.DATE:
        return (score.points or ZERO) >= score.full
    if value.state is not YearState.NUMBER or value.met or least.number is None:
        return True
    now = divide(value.value, value.parts)
    if least.way is Way.AT_MOST and not value.pooled and aggregation in (*CUMULATIVE, Aggregation.MAX):
        return now <= least.number
    return not (least.way is Way.AT_LEAST and aggregation is Aggregation.MIN) or now >= least.number
