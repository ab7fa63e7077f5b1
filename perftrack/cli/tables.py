"""Scores and findings as text for a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from perftrack.cli.width import cut, padded, width
from perftrack.domain.decimals import money, plain
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.services.exporting.scores import LocatedFinding, YearScores
from perftrack.services.messages import Speaker

_NOTHING = "—"


@dataclass(frozen=True, slots=True)
class _Column:
    """Heading (a code of section ``cli``), widest in columns of the terminal, alignment."""

    code: str
    widest: int
    right: bool = False


_COLUMNS = (
    _Column("column_indicator", 40),
    _Column("column_target", 18),
    _Column("column_actual", 18),
    _Column("column_completion", 10, right=True),
    _Column("column_weight", 8, right=True),
    _Column("column_score", 14, right=True),
    _Column("column_light", 8),
)


def score_lines(scores: YearScores, speaker: Speaker) -> Iterator[str]:
    """The cards of a year, one table per plan, with findings."""
    yield speaker.word(
        "score_title",
        department=scores.department,
        year=scores.year,
        quarter=speaker.quarter(int(scores.quarter)),
        pack=scores.pack.id,
    )
    for card in scores.cards:
        yield ""
        if card.plan.dropped is not None:
            yield speaker.word("plan_title_dropped", name=card.plan.name, reason=card.plan.dropped)
            continue
        title = "plan_title" if card.complete else "plan_title_incomplete"
        yield speaker.word(title, name=card.plan.name, total=plain(card.total), rating=card.rating.value)
        yield from _table([_heading(speaker), *_rows(card, speaker)])
    yield ""
    found = [LocatedFinding(scores.year, None, finding) for finding in scores.findings]
    for card in scores.cards:
        found.extend(LocatedFinding(scores.year, card.plan.name, finding) for finding in scores.findings_of(card))
    yield from finding_lines(found, speaker)


def finding_lines(findings: Sequence[LocatedFinding], speaker: Speaker) -> Iterator[str]:
    """How many findings there are, and each with the plan and what it concerns."""
    if not findings:
        yield speaker.word("no_findings")
        return
    yield speaker.word("findings", count=len(findings))
    for located in findings:
        finding = located.finding
        yield speaker.word(
            "finding_line",
            severity=speaker.word(f"severity_{finding.severity.value}"),
            place=" / ".join(dict.fromkeys(part for part in (located.plan, finding.subject) if part)),
            message=speaker.finding(finding),
        )


def _heading(speaker: Speaker) -> list[str]:
    return [speaker.word(column.code) for column in _COLUMNS]


def _rows(card: Scorecard, speaker: Speaker) -> Iterator[list[str]]:
    for score in card.scores:
        yield _row(score, speaker)
    execution = card.execution
    executed = execution.executed
    yield [
        speaker.word("row_execution"),
        speaker.word("execution_target", budget=money(execution.budget)),
        _NOTHING if executed is None else speaker.word("execution_actual", executed=money(executed)),
        _NOTHING if execution.rate is None else f"{plain(execution.rate)}%",
        plain(execution.weight),
        plain(execution.points),
        speaker.word(f"light_{execution.light.value}"),
    ]
    yield [speaker.word("row_total"), "", "", "", "", plain(card.total), card.rating.value]


def _row(score: Score, speaker: Speaker) -> list[str]:
    points = _NOTHING if score.points is None else plain(score.points)
    return [
        score.indicator.name,
        score.indicator.target,
        score.actual_text or _NOTHING,
        _NOTHING if score.completion is None else f"{plain(score.completion)}%",
        plain(score.indicator.weight),
        speaker.word("manual_mark", score=points) if score.manual else points,
        speaker.word(f"light_{score.light.value}"),
    ]


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    short = [[cut(cell, column.widest) for cell, column in zip(row, _COLUMNS, strict=True)] for row in rows]
    widths = [max(width(row[place]) for row in short) for place in range(len(_COLUMNS))]
    for row in short:
        cells = (
            padded(cell, columns, right=column.right)
            for cell, columns, column in zip(row, widths, _COLUMNS, strict=True)
        )
        yield f"  {'  '.join(cells)}".rstrip()
