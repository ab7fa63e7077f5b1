"""Texts that were typed and not stored come back when their file is opened again."""

from PySide6.QtCore import QCoreApplication, QObject

from perftrack.services.draftkeeping import DraftKeeper, sort_out
from ui.models.drafts import Drafts
from ui.session import Session


def begin(drafts: Drafts, session: Session) -> None:
    """Read what was kept for the open file, and say what came back and what has no place any more."""
    if session.drafts_folder is None:
        drafts.use(None)
        return
    keeper = DraftKeeper(session.drafts_folder, session.workspace.file_id)
    found = sort_out(session.workspace, keeper.read())
    drafts.use(keeper, found)
    if found.here:
        session.alerts.say(FoundDrafts().brought_back(len(found.here)), icon="info", token="accent")
    if found.gone:
        show_gone(drafts, session)


def show_gone(drafts: Drafts, session: Session) -> None:
    """List the texts whose indicator is gone; they stay until somebody throws them away."""
    lines = [
        f"{draft.plan}　{draft.subject}　{session.speaker.quarter(draft.quarter)}\n{draft.text}"
        for draft in drafts.gone()
    ]
    session.alerts.ask(
        FoundDrafts().gone(len(lines)),
        QCoreApplication.translate("Drafts", "Discard"),
        drafts.forget_gone,
        hint="\n\n".join(lines),
        danger=True,
    )


class FoundDrafts(QObject):
    """The words that count; only a QObject may count in its language."""

    def brought_back(self, count: int) -> str:
        return self.tr("%n unsaved cell(s) brought back", "", count)

    def gone(self, count: int) -> str:
        return self.tr("%n unsaved text(s) belong to indicators that are not in the file any more", "", count)
