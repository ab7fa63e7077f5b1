"""The worked example of the first page: 社区服务群众经费 at the end of the year, scored like any other plan."""

from decimal import Decimal

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Fund, Indicator, Plan
from perftrack.domain.rulepacks import DEFAULT_PACK
from perftrack.domain.scorecards import Scorecard, score_plan
from perftrack.domain.terms import Grade, PlanKind, Rule
from perftrack.services.bundled import shipped_pack

_INDICATORS = (
    ("产出指标", "保障社区正常运转个数", "≥12个", 20, Rule.PROPORTIONAL, Actual("12个")),
    ("产出指标", "资金使用合规率", "=100%", 10, Rule.PROPORTIONAL, Actual("100%")),
    ("产出指标", "资金拨付及时率", "≥90%", 10, Rule.PROPORTIONAL, Actual("87.5%")),
    ("成本指标", "每个社区每年服务群众经费金额", "≤10万元", 20, Rule.PROPORTIONAL, Actual("9.55万元")),
    ("效益指标", "社区服务能力提升率", "≥90%", 10, Rule.GRADE, Actual("92%")),
    ("效益指标", "提升社区环境质量", "有效提升", 10, Rule.GRADE, Actual(grade=Grade.PARTLY, share=Decimal(75))),
    ("满意度指标", "受益群体满意度", "≥90%", 10, Rule.SATISFACTION, Actual("88%")),
)
_YEAR = 2024


def example_card() -> Scorecard:
    """The card of the example, computed.

    >>> str(example_card().total), example_card().rating.value
    ('96.55', '优')
    """
    plan = Plan(
        _YEAR,
        PlanKind.PROJECT,
        "社区服务群众经费",
        funds=(Fund("财政拨款", Decimal(120), executed={Quarter.Q4: Decimal("114.60")}),),
        indicators=tuple(
            Indicator(level1, level1, name, target, Decimal(weight), rule, actuals={Quarter.Q4: actual})
            for level1, name, target, weight, rule, actual in _INDICATORS
        ),
    )
    return score_plan(plan, shipped_pack(DEFAULT_PACK), Quarter.Q4)
