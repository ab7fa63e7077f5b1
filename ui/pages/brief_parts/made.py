"""Briefs made from what a session shows. Imported when one is asked for: charts come in with it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from perftrack.domain.periods import Quarter
from perftrack.domain.scorecards import Scorecard
from perftrack.services import foresight, reporting
from ui.pages.brief_parts.card_brief import CardSource, card_brief
from ui.pages.brief_parts.office_brief import OfficeSource, office_brief
from ui.printing.brief import Brief
from ui.session import Session


def of_card(
    session: Session, cards: Mapping[Quarter, Scorecard], row: int, earlier: Sequence[Mapping[Quarter, Scorecard]] = ()
) -> Brief:
    """The brief of a plan as of the session's quarter, with the trend of the indicator in ``row``."""
    workspace = session.workspace
    office, speaker = workspace.department().name, session.speaker
    told = QCoreApplication.translate("Brief", "{subject}: {finding}")
    findings = [
        sentence if each.subject in sentence else told.format(subject=each.subject, finding=sentence)
        for each in reporting.file_findings(workspace, cards[session.quarter])
        for sentence in (speaker.finding(each),)
    ]
    sample = workspace.is_sample
    return card_brief(CardSource(office, cards, session.quarter, row, earlier, speaker, sample, findings))


def of_office(session: Session) -> Brief | None:
    """The brief of the year and quarter shown; None where there is no plan."""
    workspace, year, quarter = session.workspace, session.year, session.quarter
    if not workspace.plans(year):
        return None
    overview = reporting.overview(workspace, year, quarter)
    rollup = foresight.roll_up(workspace, year, quarter)
    return office_brief(
        OfficeSource(workspace.department().name, overview, rollup, session.speaker, workspace.is_sample)
    )
