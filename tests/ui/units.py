"""What tests of units stand on: the sample office with twelve communities that report one of its indicators."""

from perftrack.domain.plans import Indicator
from perftrack.domain.terms import Across
from perftrack.domain.units import UnitValue
from perftrack.services import unit_setup, units
from perftrack.services.units import UnitEntry
from tests.ui.scored import plan_named
from ui.session import Session

PLAN = "社区服务群众经费"
PAYMENT = "资金拨付及时率"
ENVIRONMENT = "提升社区环境质量"
NAMES = tuple(f"{place}号社区" for place in range(1, 13))


def indicator(session: Session, name: str = PAYMENT) -> Indicator:
    """One indicator of the plan."""
    return next(each for each in plan_named(session, PLAN).indicators if each.name == name)


def break_down(session: Session, across: Across = Across.MEAN, name: str = PAYMENT) -> str:
    """Twelve communities report the indicator; its id."""
    unit_setup.add_units(session.workspace, "社区", NAMES)
    key = indicator(session, name).id
    unit_setup.set_breakdown(session.workspace, key, "社区", across)
    return key


def report(session: Session, key: str, *values: str, quarter: int = 3) -> None:
    """The first units report."""
    given = zip(units.units(session.workspace), values, strict=False)
    entries = [UnitEntry(unit.id, UnitValue(value)) for unit, value in given]
    units.record_units(session.workspace, key, quarter, entries)


def reported(session: Session, key: str, quarter: int = 3) -> dict[str, str]:
    """What stands in the file, by the units' names."""
    found = units.breakdown(session.workspace, key)
    assert found is not None
    names = {unit.id: unit.name for unit in found.units}
    return {names[unit]: value.value for unit, value in found.values.get(quarter, {}).items()}
