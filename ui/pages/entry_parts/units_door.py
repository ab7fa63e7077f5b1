"""The way from an indicator to its units: opens them, or, for who may, what sets them up."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from perftrack.domain.access import Act
from perftrack.errors import UserError
from perftrack.services import units
from ui.models.drafts import Drafts
from ui.pages.entry_parts.units_dialog import UnitsDialog
from ui.pages.entry_parts.units_setup import UnitsSetupDialog
from ui.session import Session


class UnitsDoor(QObject):
    """Opens dialogs over a widget's window."""

    drafts_changed = Signal()
    """What was typed for a unit and not stored is more or less than before."""

    def __init__(self, session: Session, over: QWidget, drafts: Drafts) -> None:
        """``over`` is the widget the dialogs open over; ``drafts`` outlive them."""
        super().__init__(over)
        self._session, self._over, self._drafts = session, over, drafts

    def use_drafts(self, drafts: Drafts) -> None:
        """Where from now on is kept what is not stored."""
        self._drafts = drafts

    def open_units(self, plan_id: str, indicator_id: str) -> UnitsDialog | UnitsSetupDialog | None:
        """Open the units of an indicator; one that is not broken down is set up by whoever may do that."""
        session = self._session
        if units.breakdown(session.workspace, indicator_id) is None:
            setup = self.open_setup(plan_id, indicator_id)
            if setup is None:
                name = units.measured(session.workspace, indicator_id).name
                session.alerts.refused(session.speaker.error(UserError("not_broken_down", indicator=name)))
            return setup
        dialog = UnitsDialog(session, plan_id, indicator_id, self._drafts, self._over.window())
        dialog.grid.drafts_changed.connect(self.drafts_changed)
        dialog.open()
        return dialog

    def open_setup(self, plan_id: str, indicator_id: str) -> UnitsSetupDialog | None:
        """Open the set-up of units and of this indicator's breakdown; None for who may not."""
        if not self._session.workspace.actor.may(Act.SET_UP, plan_id) or self._session.workspace.read_only:
            return None
        dialog = UnitsSetupDialog(self._session, plan_id, indicator_id, self._over.window())
        dialog.open()
        return dialog
