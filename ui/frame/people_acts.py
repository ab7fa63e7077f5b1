"""Who is at work: choosing a person at the start and later, signing out, the own password."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from perftrack.errors import UserError
from ui.session import Session


class PeopleActs(QObject):
    """The acts behind the person in the top bar; ``may_leave`` is asked before somebody else takes over."""

    set_up_requested = Signal()
    """The page where people are set up is asked for."""

    def __init__(self, session: Session, window: QWidget, may_leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._session, self._window, self._may_leave = session, window, may_leave

    def begin(self) -> None:
        """Ask who is at work if the account of the machine does not say so; without an answer the file is read."""
        actor = self._session.workspace.actor
        if actor.role is None and not actor.everything:
            self.choose()

    def do(self, act: str, person_id: str = "") -> None:
        """Do an act of the person's menu by its key."""
        match act:
            case "become":
                self.become(person_id)
            case "choose":
                self.choose()
            case "sign_out":
                self.sign_out()
            case "password":
                self.own_password()
            case "set_up":
                self.set_up_requested.emit()

    def choose(self, person_id: str = "") -> QDialog | None:
        """Ask who is at work from now on; ``person_id`` is proposed."""
        from ui.dialogs.choose_person import ChoosePersonDialog

        if not self._may_leave():
            return None
        dialog = ChoosePersonDialog(self._session, self._window, person_id)
        dialog.open()
        return dialog

    def become(self, person_id: str) -> None:
        """Let another person take over; a password is asked for if there is one."""
        from perftrack.services import people

        session = self._session
        found = next((each for each in session.workspace.people() if each.id == person_id), None)
        if found is None or found.has_password:
            self.choose(person_id)
            return
        if self._may_leave():
            try:
                session.sign(lambda: people.sign_in(session.workspace, person_id))
            except UserError as error:
                session.alerts.refused(session.speaker.error(error))

    def sign_out(self) -> None:
        """Let nobody act: the file can be read."""
        from perftrack.services import people

        if self._may_leave():
            self._session.sign(lambda: people.sign_out(self._session.workspace))

    def own_password(self) -> QDialog | None:
        """Ask for another password of whoever is signed in."""
        from ui.dialogs.password import PasswordDialog

        me = self._session.workspace.actor.person_id
        person = next((each for each in self._session.workspace.people() if each.id == me), None)
        if person is None:
            return None
        dialog = PasswordDialog(self._session, person, self._window)
        dialog.open()
        return dialog
