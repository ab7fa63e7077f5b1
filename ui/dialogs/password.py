"""A password: the own one, or that of somebody who lost it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from perftrack.domain.people import Person
from perftrack.errors import UserError
from ui import theme, widgets
from ui.session import Session


class PasswordDialog(QDialog):
    """Twice the new one, nothing takes the password away; the own one is asked for first. Open it with ``open()``."""

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._person = session, person
        own = person.id == session.workspace.actor.person_id
        self.current, self.new, self.again = QLineEdit(), QLineEdit(), QLineEdit()
        self.reason = widgets.label(size=theme.SMALL, tone="red")
        self.reason.setWordWrap(True)
        self._save = widgets.primary(self.tr("Save"))
        self._save.setDefault(True)
        cancel = widgets.secondary(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self.store)
        title = self.tr("My password") if own else self.tr("Password of %1").replace("%1", person.name)
        self.setWindowTitle(title)
        self.new.setMinimumWidth(420 - 48)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(theme.HALF)
        column.addWidget(widgets.label(title, bold=True))
        hint = widgets.label(
            self.tr(
                "A password keeps others from working under this name. It does not encrypt the file: whoever can read "
                "the file can read its content. Leave the new one empty to work without a password."
            ),
            theme.SMALL,
            "text-2",
        )
        hint.setWordWrap(True)
        column.addWidget(hint)
        column.addSpacing(12)
        fields = [(self.tr("New password"), self.new), (self.tr("Once more"), self.again)]
        if own and person.has_password:
            fields.insert(0, (self.tr("Present password"), self.current))
        for words, field in fields:
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(words)
            field.returnPressed.connect(self.store)
            name = widgets.label(words, theme.SMALL, "text-2")
            name.setBuddy(field)
            column.addWidget(name)
            column.addWidget(field)
            column.addSpacing(4)
        column.addWidget(self.reason)
        column.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._save)
        column.addLayout(buttons)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        fields[0][1].setFocus()

    def store(self) -> None:
        """Store the password and close; what is refused is said, and what was typed stays."""
        from perftrack.services import people

        if self.new.text() != self.again.text():
            self._refuse(self.tr("The two new passwords differ. Nothing was saved; type them again"), self.again)
            return
        session, person_id = self._session, self._person.id
        try:
            changes = people.set_password(
                session.workspace, person_id, self.new.text(), current=self.current.text() or None
            )
        except UserError as error:
            wrong = error.code in ("password_wrong", "password_needed", "password_wait")
            self._refuse(session.speaker.error(error), self.current if wrong else self.new)
            return
        if changes:
            session.events.changed.emit(changes, self)
        session.alerts.say(self.tr("Password set") if self.new.text() else self.tr("No password from now on"))
        self.accept()

    def _refuse(self, sentence: str, field: QLineEdit) -> None:
        self.reason.setText(sentence)
        field.setFocus()
        field.selectAll()
