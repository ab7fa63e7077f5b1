"""The way from an indicator to its units: opens them, or, for who may, what sets them up."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from perftrack.domain.access import Act
from perftrack.errors import UserError
from perftrack.services import units
from ui.models.drafts import Drafts
from ui.pages.entry_parts.units_dialog import UnitsDialog
from ui.pages.entry_parts.units_setup import UnitsSetupDialog
from ui.session import Session


class _Kept(QObject):
    """What was typed for units and not stored: one for the whole window, however often and from where it is opened."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.drafts, self.file_id = Drafts(), ""

    @classmethod
    def of(cls, session: Session) -> Drafts:
        """The drafts of the file that is open."""
        kept = session.findChild(cls) or cls(session)
        if kept.file_id != session.workspace.file_id:
            kept.drafts.use(None)
            kept.file_id = session.workspace.file_id
        return kept.drafts


class UnitsDoor(QObject):
    """Opens dialogs over a widget's window."""

    def __init__(self, session: Session, over: QWidget) -> None:
        """``over`` is the widget the dialogs open over."""
        super().__init__(over)
        self._session, self._over = session, over

    def open_units(self, plan_id: str, indicator_id: str) -> UnitsDialog | UnitsSetupDialog | None:
        """Open the units of an indicator; one that is not broken down is set up by whoever may do that."""
        session, drafts = self._session, _Kept.of(self._session)
        if units.breakdown(session.workspace, indicator_id) is None:
            setup = self.open_setup(plan_id, indicator_id)
            if setup is None:
                name = units.measured(session.workspace, indicator_id).name
                session.alerts.refused(session.speaker.error(UserError("not_broken_down", indicator=name)))
            return setup
        dialog = UnitsDialog(session, plan_id, indicator_id, drafts, self._over.window())
        dialog.finished.connect(lambda: session.set_pending("units", *drafts.counts()))
        dialog.open()
        return dialog

    def open_setup(self, plan_id: str, indicator_id: str) -> UnitsSetupDialog | None:
        """Open the set-up of units and of this indicator's breakdown; None for who may not."""
        if not self._session.workspace.actor.may(Act.SET_UP, plan_id) or self._session.workspace.read_only:
            return None
        dialog = UnitsSetupDialog(self._session, plan_id, indicator_id, self._over.window())
        dialog.open()
        return dialog
