"""Whose sheets whoever acts may export, and in words why not those of others."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from perftrack.domain.access import Act, Actor
from perftrack.domain.plans import Plan
from perftrack.domain.terms import Role


def refused(actor: Actor, plans: Iterable[Plan]) -> dict[str, str]:
    """The plans whose sheets ``actor`` may not export, by id, each with the reason."""
    why = reason(actor)
    return {plan.id: why for plan in plans if not actor.may(Act.EXPORT, plan.id, plan.section)}


def reason(actor: Actor) -> str:
    """Why there are sheets that ``actor`` may not export."""
    match actor.role:
        case None:
            return QCoreApplication.translate(
                "ExportPermission", "Nobody is signed in: choose a person at the upper right to export"
            )
        case Role.LEAD:
            return QCoreApplication.translate("ExportPermission", "A lead exports the sheets of own plans only")
        case Role.HEAD:
            return QCoreApplication.translate("ExportPermission", "A section head exports the section's sheets only")
        case _:
            return QCoreApplication.translate(
                "ExportPermission", "A viewer exports nothing; leads, heads and the performance officer do"
            )
