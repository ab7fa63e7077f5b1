"""Briefs made from what a session shows. Imported when one is asked for: charts come in with it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from perftrack.domain.access import Act
from perftrack.domain.periods import Quarter
from perftrack.domain.scorecards import Scorecard
from perftrack.services import foresight, guarding, reporting
from perftrack.services.workspace import Workspace
from ui.pages.brief_parts.card_brief import CardSource, card_brief
from ui.pages.brief_parts.office_brief import OfficeSource, office_brief
from ui.printing.brief import Brief
from ui.session import Session


def of_card(
    session: Session, workspace: Workspace, cards: Mapping[Quarter, Scorecard], row: int,
    earlier: Sequence[Mapping[Quarter, Scorecard]] = (), day: str = "",
) -> Brief:  # fmt: skip
    """The brief of a plan as of the session's quarter, with the trend of the indicator in ``row``.

    ``workspace`` is what is read, ``day`` the past day it stands for. Who may export the plan's sheets may have it;
    raises UserError of :func:`perftrack.services.guarding.require`.
    """
    card = cards[session.quarter]
    guarding.require(session.workspace, Act.EXPORT, card.plan.id)
    speaker = session.speaker
    told = QCoreApplication.translate("Brief", "{subject}: {finding}")
    findings = [
        sentence if each.subject in sentence else told.format(subject=each.subject, finding=sentence)
        for each in reporting.file_findings(workspace, card)
        for sentence in (speaker.finding(each),)
    ]
    office, sample = workspace.department().name, workspace.is_sample
    return card_brief(CardSource(office, cards, session.quarter, row, earlier, speaker, sample, findings, day))


def of_office(session: Session, workspace: Workspace, day: str = "") -> Brief | None:
    """The brief of the year and quarter shown, for who may export; None where there is no plan."""
    year, quarter = session.year, session.quarter
    plans = workspace.plans(year)
    if not plans:
        return None
    guarding.require_all(session.workspace, Act.EXPORT, [plan.id for plan in plans])
    overview = reporting.overview(workspace, year, quarter)
    rollup = foresight.roll_up(workspace, year, quarter)
    office, sample = workspace.department().name, workspace.is_sample
    return office_brief(OfficeSource(office, overview, rollup, session.speaker, sample, day))
