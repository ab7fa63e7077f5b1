"""What the window, the command line and the sheets ask: scorecards, findings, the overview of a year.

A score is never stored: it is computed from the plans as they stand, so it cannot be stale. Cards are kept per plan
*value*: a changed plan is another value, so a kept card is always right.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from perftrack.domain.checks import check_card, check_office
from perftrack.domain.decimals import ZERO
from perftrack.domain.evidence import Gap
from perftrack.domain.findings import Finding
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.rulepacks import DEFAULT_PACK, RulePack
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.terms import Light, PlanKind
from perftrack.errors import UserError
from perftrack.services import bundled, evidence
from perftrack.services.workspace import Workspace


def packs(workspace: Workspace) -> dict[str, RulePack]:
    """Every pack this office can use, shipped and own, by id."""
    own = [bundled.load_pack(table) for table in workspace.own_packs()]
    return {name: bundled.shipped_pack(name) for name in bundled.SHIPPED_PACKS} | {pack.id: pack for pack in own}


def pack_for(workspace: Workspace, year: int, override: str | None = None) -> RulePack:
    """The pack a year is scored by: ``override`` for this reading only, else the year's pin, else national-2020.

    Raises ``UserError("unknown_pack")``.
    """
    name = override or workspace.pin(year) or DEFAULT_PACK
    if name in bundled.SHIPPED_PACKS:
        return bundled.shipped_pack(name)
    known = packs(workspace)
    if name not in known:
        raise UserError("unknown_pack", pack=name, known=", ".join(known))
    return known[name]


def latest_year(workspace: Workspace) -> int:
    """The latest year in the file. Raises ``UserError("no_year")`` when it holds no plan."""
    years = workspace.years()
    if not years:
        raise UserError("no_year", path=str(workspace.path))
    return years[-1]


def scorecard(workspace: Workspace, plan_id: str, quarter: Quarter, pack: str | None = None) -> Scorecard:
    """The scorecard of one plan as of ``quarter``."""
    plan = workspace.plan(plan_id)
    return workspace.cards.card(plan, pack_for(workspace, plan.year, pack), quarter)


def scorecards(workspace: Workspace, year: int, quarter: Quarter, pack: str | None = None) -> tuple[Scorecard, ...]:
    """The scorecards of all plans of ``year`` as of ``quarter``, in sheet order."""
    chosen = pack_for(workspace, year, pack)
    return tuple(workspace.cards.card(plan, chosen, quarter) for plan in workspace.plans(year))


def plan_findings(card: Scorecard, gaps: Iterable[Gap] = ()) -> tuple[Finding, ...]:
    """The findings of one plan as of its quarter; ``gaps`` say what evidence is missing, where somebody asked."""
    return check_card(card, gaps)


def file_findings(workspace: Workspace, card: Scorecard) -> tuple[Finding, ...]:
    """The findings of one plan with those that only the file knows: missing evidence."""
    return check_card(card, evidence.plan_gaps(workspace, card.plan, card.quarter))


def office_findings(cards: tuple[Scorecard, ...], with_criteria: frozenset[str] | None = None) -> tuple[Finding, ...]:
    """The findings across the plans of a year; about criteria only where those that have them are handed in."""
    return check_office(cards, with_criteria)


def with_criteria(workspace: Workspace, year: int) -> frozenset[str]:
    """The ids of the indicators of a year whose grades have written criteria."""
    from perftrack.persistence import rubrics_reading

    with workspace.reading() as connection:
        return frozenset(rubrics_reading.rubrics_of_year(connection, year))


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One plan on the overview: its card, its totals at the end of each quarter up to now, its findings."""

    card: Scorecard
    totals: tuple[Decimal, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Loss:
    """One indicator that costs points, or is far beyond its target, with the plan it belongs to."""

    card: Scorecard
    score: Score


@dataclass(frozen=True, slots=True)
class Overview:
    """A year as of a quarter. ``year_gone`` in per cent; ``losses`` the dearest first.

    Plans that fell away have a row; lights, losses and findings leave them out.
    """

    year: int
    quarter: Quarter
    rows: tuple[OverviewRow, ...]
    lights: dict[Light, int]
    losses: tuple[Loss, ...]
    findings: tuple[Finding, ...]

    @property
    def department(self) -> Scorecard | None:
        """The department's own card, if it has a plan."""
        return next((row.card for row in self.rows if row.card.plan.kind is PlanKind.DEPARTMENT), None)

    @property
    def year_gone(self) -> Decimal:
        """时间进度: the share of the year gone at the end of the quarter, per cent."""
        return Decimal(25) * int(self.quarter)


def overview(workspace: Workspace, year: int, quarter: Quarter) -> Overview:
    """Everything the overview shows of ``year`` as of ``quarter``."""
    pack = pack_for(workspace, year)
    rows = []
    plans = workspace.plans(year)
    gaps = evidence.year_gaps(workspace, plans, quarter)
    for plan in plans:
        cards = [workspace.cards.card(plan, pack, past) for past in quarter.up_to]
        found = check_card(cards[-1], gaps.get(plan.id, ()))
        rows.append(OverviewRow(cards[-1], tuple(card.total for card in cards), found))
    kept = [row.card for row in rows if row.card.plan.dropped is None]
    scores = [Loss(card, score) for card in kept for score in card.scores if not score.excluded]
    lights = {light: sum(1 for item in scores if item.score.light is light) for light in Light}
    losses = [item for item in scores if item.score.lost > ZERO or item.score.light is Light.BLUE]
    losses.sort(key=lambda item: -item.score.lost)
    across = check_office(tuple(kept), with_criteria(workspace, year))
    return Overview(year, quarter, tuple(rows), lights, tuple(losses), across)


def quarter_scores(workspace: Workspace, plan_id: str, pack: str | None = None) -> dict[Quarter, Scorecard]:
    """The cards of one plan at the end of each quarter, for trends."""
    return {quarter: scorecard(workspace, plan_id, quarter, pack) for quarter in QUARTERS}
