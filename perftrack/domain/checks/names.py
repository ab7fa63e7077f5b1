"""Look-alike names across plans: one character apart where the rest is the same (网络党支部书记, 网格党支部书记)."""

from collections.abc import Iterator
from dataclasses import dataclass

from perftrack.domain import spelling
from perftrack.domain.findings import Finding
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import Severity

#: So many characters must agree but one for two passages to look alike.
_WINDOW = 7


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    plan_id: str
    indicator_id: str


def look_alikes(cards: tuple[Scorecard, ...]) -> Iterator[Finding]:
    """A hint for each pair of names with passages of seven characters that differ in one inner character."""
    seen: dict[tuple[int, str, str], dict[str, _Name]] = {}
    told: set[frozenset[str]] = set()
    for name in _names(cards):
        levelled = spelling.level(name.text)
        for start in range(len(levelled) - _WINDOW + 1):
            passage = levelled[start : start + _WINDOW]
            for place in range(1, _WINDOW - 1):
                others = seen.setdefault((place, passage[:place], passage[place + 1 :]), {})
                for character, other in others.items():
                    pair = frozenset((name.text, other.text))
                    if character == passage[place] or character.isdigit() or len(pair) == 1 or pair in told:
                        continue
                    told.add(pair)
                    arguments = {"other": other.text, "here": passage[place], "there": character}
                    yield Finding(Severity.HINT, "look_alike", name.text, arguments, name.plan_id, name.indicator_id)
                others.setdefault(passage[place], name)


def _names(cards: tuple[Scorecard, ...]) -> Iterator[_Name]:
    known = set()
    for card in cards:
        for text, indicator_id in [
            (card.plan.name, ""),
            *((item.name, item.id) for item in card.plan.indicators),
        ]:
            if text not in known:
                known.add(text)
                yield _Name(text, card.plan.id, indicator_id)
