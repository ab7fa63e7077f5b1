"""The same words as a target in several places, without written criteria: leads will judge them differently."""

from collections.abc import Iterator

from perftrack.domain import spelling
from perftrack.domain.findings import Finding
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.targets import TargetKind
from perftrack.domain.terms import Severity


def words_without_criteria(cards: tuple[Scorecard, ...], with_criteria: frozenset[str]) -> Iterator[Finding]:
    """One hint per words that stand as the target of two or more indicators of the year.

    ``with_criteria`` are the ids of the indicators that have written criteria. The hint leads to the first without.
    """
    by_words: dict[str, list[tuple[Scorecard, Score]]] = {}
    for card in cards:
        for score in card.scores:
            if not score.excluded and score.target.kind is TargetKind.WORDS:
                by_words.setdefault(spelling.level(score.target.text), []).append((card, score))
    for members in by_words.values():
        lacking = [member for member in members if member[1].indicator.id not in with_criteria]
        if len(members) < 2 or not lacking:
            continue
        card, score = lacking[0]
        arguments = {
            "target": score.target.text.strip(), "count": str(len(members)), "lacking": str(len(lacking)),
        }  # fmt: skip
        item = score.indicator
        yield Finding(Severity.HINT, "words_without_criteria", item.name, arguments, card.plan.id, item.id)
