"""An indicator followed through the years: linked by the officer where it was renamed, else known by its name."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from perftrack.domain.access import Act
from perftrack.domain.likeness import Candidate, candidate, ranked
from perftrack.domain.plans import Indicator, Plan
from perftrack.errors import UserError
from perftrack.services import guarding
from perftrack.services.changes import Changes
from perftrack.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Forebear:
    """What an indicator was in an earlier year: its plan, its place there, whether a link says so or the name."""

    plan: Plan
    place: int
    linked: bool

    @property
    def year(self) -> int:
        """The year it is of."""
        return self.plan.year

    @property
    def indicator(self) -> Indicator:
        """The indicator as it was called and measured then."""
        return self.plan.indicators[self.place]


def link(ws: Workspace, indicator_id: str, earlier_id: str) -> Changes:
    """Says that an indicator goes on with one of an earlier year; a link it had is replaced.

    Raises :class:`UserError` ``indicator_gone``, ``link_not_earlier``, ``link_taken`` (another indicator goes on with
    that one already), ``year_closed``, those of :mod:`perftrack.services.guarding` and what a unit of work raises.
    """
    return _put(ws, "link_indicator", indicator_id, earlier_id)


def unlink(ws: Workspace, indicator_id: str) -> Changes:
    """Takes the link of an indicator away; from then on its name tells. Raises as :func:`link`."""
    return _put(ws, "unlink_indicator", indicator_id, None)


def linked_to(ws: Workspace, indicator_id: str) -> str | None:
    """The id of the indicator a link says this one goes on with."""
    return _links(ws).get(indicator_id)


def chain_of(ws: Workspace, indicator_id: str, oldest: int | None = None) -> tuple[Forebear, ...]:
    """What an indicator was in earlier years, the latest first, not before the year ``oldest``.

    At each step a stored link tells; without one the indicator of the same name in the plan of the same kind and name
    of the nearest earlier year, unless another indicator is linked to it. Raises :class:`UserError`
    ``indicator_gone``.
    """
    found = _find(ws, indicator_id)
    if found is None:
        raise UserError("indicator_gone")
    links, chain = _links(ws), []
    step = _before(ws, links, *found, oldest)
    while step is not None:
        chain.append(step)
        step = _before(ws, links, step.plan, step.place, oldest)
    return tuple(chain)


@dataclass(frozen=True, slots=True)
class YearBefore:
    """The year a plan is held against: its plan of then, and what its linked indicators were, by their ids of now."""

    plan: Plan | None
    linked: Mapping[str, Indicator]

    @property
    def ids(self) -> dict[str, str]:
        """From the ids of then to the ids of now, of what is linked."""
        return {then.id: now for now, then in self.linked.items()}


def year_before(ws: Workspace, plans: Iterable[Plan], year: int) -> dict[str, YearBefore]:
    """What ``plans`` were in ``year``, by plan id: the plan of the same kind and name, else the one links lead to."""
    links = _links(ws)
    there = {item.id: (plan, item) for plan in ws.plans(year) for item in plan.indicators} if links else {}
    namesakes = {(plan.kind, plan.name): plan for plan in ws.plans(year)}
    found = {}
    for plan in plans:
        then = {item.id: there[links[item.id]] for item in plan.indicators if links.get(item.id) in there}
        homes = Counter(home.id for home, _ in then.values()).most_common(1)
        other = next((home for home, _ in then.values() if home.id == homes[0][0]), None) if homes else None
        same = namesakes.get((plan.kind, plan.name), other)
        found[plan.id] = YearBefore(same, {key: item for key, (_, item) in then.items()})
    return found


def candidates(ws: Workspace, indicator_id: str) -> tuple[Candidate, ...]:
    """The indicators of the nearest earlier year that this one may be linked to, the likeliest first.

    Those others are linked to are left out. Empty in the first year. Raises :class:`UserError` ``indicator_gone``.
    """
    found = _find(ws, indicator_id)
    if found is None:
        raise UserError("indicator_gone")
    plan, place = found
    years = [year for year in ws.years() if year < plan.year]
    taken = {earlier for key, earlier in _links(ws).items() if key != indicator_id}
    return ranked(
        [
            candidate(plan, place, earlier, there)
            for earlier in (ws.plans(years[-1]) if years else ())
            for there, each in enumerate(earlier.indicators)
            if each.id not in taken
        ]
    )


def _before(ws: Workspace, links: Mapping[str, str], plan: Plan, place: int, oldest: int | None) -> Forebear | None:
    indicator = plan.indicators[place]
    if indicator.id in links:
        found = _find(ws, links[indicator.id])
        return None if found is None or _too_old(found[0].year, oldest) else Forebear(*found, linked=True)
    taken = set(links.values())
    for year in reversed(ws.years()):
        if year >= plan.year:
            continue
        if _too_old(year, oldest):
            return None
        for earlier in ws.plans(year):
            if (earlier.kind, earlier.name) == (plan.kind, plan.name):
                for there, each in enumerate(earlier.indicators):
                    if each.name == indicator.name and each.id not in taken:
                        return Forebear(earlier, there, linked=False)
    return None


def _too_old(year: int, oldest: int | None) -> bool:
    return oldest is not None and year < oldest


def _find(ws: Workspace, indicator_id: str) -> tuple[Plan, int] | None:
    """The plan of an indicator and its place there."""
    from perftrack.persistence import repositories

    with ws.reading() as connection:
        place = repositories.locate_indicators(connection, [indicator_id]).get(indicator_id)
    if place is None:
        return None
    plan = ws.plan(place.plan_id)
    return plan, [each.id for each in plan.indicators].index(indicator_id)


def _links(ws: Workspace) -> dict[str, str]:
    from perftrack.persistence import links_reading

    with ws.reading() as connection:
        return links_reading.links(connection)


def _put(ws: Workspace, command: str, indicator_id: str, earlier_id: str | None) -> Changes:
    from perftrack.persistence import cells, links_reading, repositories

    guarding.require(ws, Act.SET_UP)
    with ws.writing(command) as work:
        wanted = [indicator_id, *([earlier_id] if earlier_id else [])]
        places = repositories.locate_indicators(work.connection, wanted)
        if len(places) < len(set(wanted)):
            raise UserError("indicator_gone")
        place = places[indicator_id]
        ws.refuse_closed(work, {place.year})
        if earlier_id is not None:
            earlier = places[earlier_id]
            if earlier.year >= place.year:
                raise UserError("link_not_earlier", indicator=place.name, year=place.year, earlier=earlier.year)
            if earlier_id in {
                other for key, other in links_reading.links(work.connection).items() if key != indicator_id
            }:
                raise UserError("link_taken", earlier=earlier.name, year=earlier.year)
        cells.put(work, [cells.linked(indicator_id, earlier_id)])
    words: dict[str, object] = {"indicator": place.name}
    if earlier_id is not None:
        words |= {"earlier": places[earlier_id].name, "year": places[earlier_id].year}
    changes = Changes(
        command, years=frozenset({place.year}), plans=frozenset({place.plan_id}),
        indicators=frozenset({indicator_id}), topics=frozenset({"links"}), label=(command, words),
    )  # fmt: skip
    return ws.took(work, changes)
