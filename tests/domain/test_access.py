"""Who may do what: the table of the module's docstring, line by line."""

import pytest

from perftrack.domain.access import KEEPER, NOBODY, Act, Actor
from perftrack.domain.people import Person
from perftrack.domain.terms import Role

LEAD = Actor.of(Person("项目负责人", Role.LEAD, "党建办", plans=frozenset({"own"})))
HEAD = Actor.of(Person("科室负责人", Role.HEAD, "党建办"))
CHIEF = Actor.of(Person("单位负责人", Role.HEAD))
OFFICER = Actor.of(Person("绩效管理员", Role.OFFICER))
VIEWER = Actor.of(Person("查阅人员", Role.VIEWER))

#: act → (lead on own, lead on other, head in section, head outside, chief, officer, viewer)
RULES = {
    Act.ENTER: (True, False, False, False, False, True, False),
    Act.SUBMIT: (True, False, False, False, False, True, False),
    Act.COMMENT: (True, False, True, False, True, True, False),
    Act.RETURN: (False, False, True, False, True, True, False),
    Act.APPROVE: (False, False, True, False, True, False, False),
    Act.APPROVE_FINALLY: (False, False, False, False, False, True, False),
    Act.CORRECT: (False, False, True, False, True, True, False),
    Act.MEND: (True, False, False, False, False, True, False),
    Act.MARK: (False, False, True, False, True, True, False),
    Act.LOCK: (False, False, False, False, False, True, False),
    Act.SET_UP: (False, False, False, False, False, True, False),
    Act.EXPORT: (True, False, True, False, True, True, False),
}


def test_that_every_act_has_its_rule() -> None:
    assert RULES.keys() == set(Act)


@pytest.mark.parametrize("act", Act)
def test_that_roles_may_what_the_rule_book_says(act: Act) -> None:
    asked = (
        LEAD.may(act, "own", "党建办"),
        LEAD.may(act, "other", "党建办"),
        HEAD.may(act, "own", "党建办"),
        HEAD.may(act, "own", "社会事务办"),
        CHIEF.may(act, "own", None),
        OFFICER.may(act, "own", None),
        VIEWER.may(act, "own", "党建办"),
    )
    assert asked == RULES[act]


@pytest.mark.parametrize("act", Act)
def test_that_the_keeper_may_everything_and_nobody_nothing(act: Act) -> None:
    assert KEEPER.may(act)
    assert KEEPER.may(act, "own", "党建办")
    assert not NOBODY.may(act)
    assert not NOBODY.may(act, "own", "党建办")


@pytest.mark.parametrize("actor", [LEAD, HEAD, CHIEF, OFFICER, VIEWER])
def test_that_without_a_plan_it_is_asked_whether_the_role_ever_may(actor: Actor) -> None:
    assert actor.may(Act.COMMENT) == (actor is not VIEWER)
    assert actor.may(Act.SET_UP) == (actor is OFFICER)


def test_that_a_plan_without_section_is_no_section_heads() -> None:
    assert not HEAD.may(Act.APPROVE, "plan", None)
    assert CHIEF.may(Act.APPROVE, "plan", None)
