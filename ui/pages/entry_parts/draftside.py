"""Texts that were typed and not stored come back when their file is opened again."""

from PySide6.QtCore import QCoreApplication, QObject

from perftrack.services.draftkeeping import DraftKeeper, sort_out
from ui.models.drafts import Drafts
from ui.session import Session


def begin(drafts: Drafts, session: Session) -> None:
    """Read what was kept for the open file and whoever acts; say what came back and what has no place any more.

    What was typed before the file was divided among people goes to the first who signs in here.
    """
    if session.drafts_folder is None:
        drafts.use(None)
        return
    folder, workspace = session.drafts_folder, session.workspace
    keeper, before = DraftKeeper(folder, workspace.file_id, workspace.actor.person_id), None
    kept = keeper.read()
    if workspace.actor.person_id:
        before = DraftKeeper(folder, workspace.file_id)
        mine = {(each.owner, each.field, each.quarter) for each in kept}
        kept += tuple(each for each in before.read() if (each.owner, each.field, each.quarter) not in mine)
    found = sort_out(workspace, kept)
    drafts.use(keeper, found)
    if before is not None and drafts.flush():
        before.write([])
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
