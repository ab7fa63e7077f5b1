"""Findings: what a careful reader would point out. A list with severity, code and subject; never an exception."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perftrack.domain.terms import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``subject`` names what it concerns (indicator, fund or plan name).

    The sentence comes from ``resources/messages`` (section ``finding``, this ``code``, with ``arguments`` put in).
    The ids lead to the place; they are empty where the finding concerns more than one.
    """

    severity: Severity
    code: str
    subject: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    plan_id: str = ""
    indicator_id: str = ""
    fund_id: str = ""
