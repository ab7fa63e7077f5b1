"""People and roles: a table of everybody and a form beside it."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from perftrack.domain.people import Person
from perftrack.domain.terms import Role
from perftrack.services import people
from perftrack.services.changes import Changes
from ui import theme, widgets
from ui.models.people_table import PeopleTable, PersonLine
from ui.pages.settings_parts.person_form import PersonForm
from ui.pages.settings_parts.section import RowsTable, Section, prose
from ui.session import Session


class PeopleSection(Section):
    """What was typed is stored when another person is chosen; what is refused stays typed, with the reason."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._editable = False
        self._filled = False
        self.model = PeopleTable()
        self.table = RowsTable(self.model, "name")
        self.model.setParent(self.table)
        self.form = PersonForm(session)
        self.add = widgets.secondary("", "plus")
        self.empty = widgets.EmptyState("person", "")
        self.honest = prose()
        self._stack = QStackedWidget()
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.table.opened.connect(lambda _index: self.form.name.setFocus())
        self.add.clicked.connect(self.begin_new)
        self.form.save_requested.connect(self.store)
        self.form.left.connect(self._give_up)
        self.form.password_requested.connect(self.ask_password)
        self.form.activity_requested.connect(self.set_active)
        self.setFocusProxy(self.table)

    def show_section(self, editable: bool) -> None:
        self._editable = editable
        self._filled = True
        everybody = self.session.workspace.people()
        speaker = self.session.speaker
        wanted = self.form.shown().id
        blocked = self.table.selectionModel().blockSignals(True)
        self.model.show_rows([PersonLine(each, speaker.role(each.role, each.section)) for each in everybody])
        self.table.selectionModel().blockSignals(blocked)
        self._stack.setCurrentIndex(1 if everybody else 0)
        self.add.setVisible(editable and bool(everybody))
        self.setFocusProxy(self.table if everybody else self.form.name)
        if self.form.is_changed():
            self.form.set_editable(editable)
            return
        row = self.model.row_of(wanted)
        if everybody and (row >= 0 or not editable or not self._is_new()):
            self._take_row(max(0, row))
        else:
            self._show_person(self._blank())

    def retranslate(self) -> None:
        self.add.setText(self.tr("Add person"))
        self.table.setAccessibleName(self.tr("People"))
        self.empty.set_words(
            self.tr("This file is not divided among people: everybody may do everything in it"),
            self.tr("Add the performance officer on the right; then leads, heads and viewers"),
        )
        self.honest.setText(
            self.tr(
                "Roles sign what was done and keep colleagues from mistakes; they do not protect the file itself: "
                "whoever can read the file can read its content. A lost password is set anew by another performance "
                "officer; that of the only one is taken away in a terminal:\n"
                "perftrack password --db FILE --person NAME"
            )
        )
        self.form.retranslate()
        if self._filled and self.session.is_open:
            self.show_section(self._editable)

    def may_close(self) -> bool:
        return not (self._editable and self.form.is_changed()) or self.store()

    def regions(self) -> list[QWidget]:
        return [part for part in (self.table, self.form.name) if part.isVisibleTo(self)]

    def begin_new(self) -> None:
        """Show an empty form for another person."""
        if self.may_close():
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())
            self._show_person(self._blank())
            self.form.name.setFocus()

    def store(self) -> bool:
        """Store what was typed; False if it was refused."""
        person, workspace = self.form.person(), self.session.workspace
        command = people.change_person if person.id else people.add_person
        return self._perform(lambda: command(workspace, person), person)

    def set_active(self, active: bool) -> None:
        """Let the person shown sign in again, or no longer."""
        workspace, person = self.session.workspace, self.form.shown()
        command = people.reactivate_person if active else people.deactivate_person
        self._perform(lambda: command(workspace, person.id), person)

    def ask_password(self) -> QWidget:
        """Ask for another password of the person shown."""
        from ui.dialogs.password import PasswordDialog

        dialog = PasswordDialog(self.session, self.form.shown(), self.window())
        dialog.open()
        return dialog

    def _perform(self, command: object, person: Person) -> bool:
        def run() -> Changes:
            changes: Changes = command()  # type: ignore[operator]
            known = {each.id or each.name: each for each in self.session.workspace.people()}
            stored = known.get(person.id) or next(each for each in known.values() if each.name == _trimmed(person))
            self._show_person(stored)  # before everybody is told: nothing is typed and unstored any more
            return changes

        return self.session.perform(run, self, self.form.refuse) is not None

    def _blank(self) -> Person:
        return Person("", Role.LEAD if self.session.workspace.people() else Role.OFFICER)

    def _is_new(self) -> bool:
        return not self.form.shown().id and self.form.name.hasFocus()

    def _show_person(self, person: Person) -> None:
        session = self.session
        self.form.show_person(
            person,
            session.workspace.plans(session.year),
            people.sections(session.workspace),
            first=not any(each.active for each in session.workspace.people()),
        )
        self.form.set_editable(self._editable)

    def _take_row(self, row: int) -> None:
        blocked = self.table.selectionModel().blockSignals(True)
        self.table.setCurrentIndex(self.model.index(row, 0))
        self.table.selectionModel().blockSignals(blocked)
        self.table.viewport().update()
        self._show_person(self.model.row(row).person)

    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        wanted = self.model.row(current.row()).person.id
        if wanted == self.form.shown().id:
            return
        if self.may_close():
            self._take_row(max(0, self.model.row_of(wanted)))
        elif self.form.shown().id:
            self._keep_row()

    def _keep_row(self) -> None:
        """Stay at the person whose form holds something that was refused."""
        blocked = self.table.selectionModel().blockSignals(True)
        self.table.setCurrentIndex(self.model.index(self.model.row_of(self.form.shown().id), 0))
        self.table.selectionModel().blockSignals(blocked)
        self.table.viewport().update()

    def _give_up(self) -> None:
        everybody = self.model.rowCount()
        row = self.model.row_of(self.form.shown().id)
        if everybody:
            self._take_row(max(0, row))
            self.table.setFocus()
        else:
            self._show_person(self._blank())

    def _lay_out(self) -> None:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty)
        column.addStretch(1)
        self._stack.addWidget(empty)
        self._stack.addWidget(self.table)
        left = QVBoxLayout()
        left.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, theme.PANEL_PADDING)
        left.setSpacing(12)
        left.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(24)
        foot.addWidget(self.honest, 1)
        foot.addWidget(self.add)
        left.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(widgets.Rule("rule", upright=True))
        row.addWidget(self.form)


def _trimmed(person: Person) -> str:
    return " ".join(person.name.split())
