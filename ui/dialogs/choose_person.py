"""Who is at work: a list of people, found by typing; a password is asked for below it where there is one."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from perftrack.errors import UserError
from ui import theme, widgets
from ui.delegates import strokes
from ui.delegates.roles import OBJECT, Look
from ui.delegates.table import TableDelegate
from ui.dialogs.people_list import Candidate, PeopleList
from ui.session import Session

Index = QModelIndex | QPersistentModelIndex
_WIDTH, _MOST_ROWS, _INSET = 440, 6, 12
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class _Delegate(TableDelegate):
    """Two lines, and a lock at the right end."""

    def draw_content(self, painter: QPainter, rect: QRect, words: str, look: Look, bold: bool) -> None:
        super().draw_content(painter, rect.adjusted(_INSET, 0, -24, 0), words, look, bold)

    # Qt's own names from here on.

    def paint(self, painter: QPainter, option: object, index: Index) -> None:  # type: ignore[override]
        super().paint(painter, option, index)  # type: ignore[arg-type]
        if index.data(OBJECT).has_password:
            rect: QRect = option.rect  # type: ignore[attr-defined]
            strokes.picture(painter, rect.right() - _INSET - 16, rect.center().y() - 8, "lock", 16, "text-3")


class ChoosePersonDialog(QDialog):
    """Signs the chosen person in and closes. Closing it without choosing leaves things as they are."""

    def __init__(self, session: Session, parent: QWidget | None = None, person_id: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        active = [each for each in session.workspace.people() if each.active]
        self.model = PeopleList(
            [Candidate(each, session.speaker.role(each.role, each.section)) for each in active], self
        )
        self.search, self.list, self.password = QLineEdit(), QListView(), QLineEdit()
        self._asked = ""
        self.reason = widgets.label(size=theme.SMALL, tone="red")
        self.reason.setWordWrap(True)
        signed_in = session.workspace.actor.role is not None
        self._stay = widgets.secondary(self.tr("Cancel") if signed_in else self.tr("Only read"))
        self._go = widgets.primary(self.tr("Continue"))
        self.setWindowTitle(self.tr("Who is at work?"))
        self.list.setMinimumWidth(_WIDTH - 48)
        self._dress()
        self._lay_out()
        self._connect()
        self.list.setFixedHeight(min(_MOST_ROWS, max(1, len(active))) * theme.ROW_LIST)
        self.search.setVisible(len(active) > 1)
        self._take_row(max(0, self.model.row_of(person_id or session.workspace.actor.person_id)))
        (self.search if person_id == "" and len(active) > 1 else self.list).setFocus()
        if person_id:
            self._ask_password()

    def chosen(self) -> Candidate | None:
        """Whom the list stands on."""
        return self.model.candidate(self.list.currentIndex().row())

    def go_on(self) -> None:
        """Sign the chosen person in; what is refused is said, and a password typed stays."""
        from perftrack.services import people

        line = self.chosen()
        if line is None:
            return
        if line.person.has_password and not self.password.text():
            self._ask_password()
            return
        workspace = self._session.workspace
        try:
            self._session.sign(lambda: people.sign_in(workspace, line.person.id, self.password.text() or None))
        except UserError as error:
            self.reason.setText(self._session.speaker.error(error))
            self.reason.show()
            self._mark(True)
            self.password.setFocus()
            self.password.selectAll()
            return
        self.accept()

    def _ask_password(self) -> None:
        line = self.chosen()
        asks = line is not None and line.person.has_password
        self._secret.setVisible(asks)
        if asks:
            self.password.setFocus()

    def _moved(self) -> None:
        line = self.chosen()
        self._go.setEnabled(line is not None)
        if line is not None and line.person.id == self._asked:
            return
        self._asked = line.person.id if line is not None else ""
        self.password.clear()
        self.reason.hide()
        self._mark(False)
        self._secret.setVisible(line is not None and line.person.has_password)

    def _mark(self, wrong: bool) -> None:
        self.password.setProperty("invalid", wrong)
        self.password.style().unpolish(self.password)
        self.password.style().polish(self.password)

    def _narrow(self, typed: str) -> None:
        self.model.narrow(typed)
        self._take_row(0)

    def _take_row(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row, 0))
        self._moved()

    def _dress(self) -> None:
        self.search.setPlaceholderText(self.tr("Type to find somebody"))
        self.search.setAccessibleName(self.tr("Find somebody"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(self.list, row_height=theme.ROW_LIST, name_column=0))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("People"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("Password"))
        self._go.setDefault(True)

    def _lay_out(self) -> None:
        hint = widgets.label(
            self.tr("What you enter is recorded under this name. Without a choice the file can only be read."),
            theme.SMALL, "text-2",
        )  # fmt: skip
        hint.setWordWrap(True)
        self._secret = QWidget()
        inner = QVBoxLayout(self._secret)
        inner.setContentsMargins(0, 12, 0, 0)
        inner.setSpacing(theme.HALF)
        title = widgets.label(self.tr("Password"), theme.SMALL, "text-2")
        title.setBuddy(self.password)
        inner.addWidget(title)
        inner.addWidget(self.password)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(theme.HALF)
        column.addWidget(widgets.label(self.tr("Who is at work?"), bold=True))
        column.addWidget(hint)
        column.addSpacing(12)
        column.addWidget(self.search)
        column.addSpacing(4)
        column.addWidget(self.list)
        column.addWidget(self._secret)
        column.addWidget(self.reason)
        column.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._stay)
        row.addWidget(self._go)
        column.addLayout(row)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _connect(self) -> None:
        self._stay.clicked.connect(self.reject)
        self._go.clicked.connect(self.go_on)
        self.search.textChanged.connect(self._narrow)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._moved())
        self.list.doubleClicked.connect(lambda _index: self.go_on())
        for part in (self.search, self.list, self.password):
            part.installEventFilter(self)

    # Qt's own names from here on.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
            return True
        if key in _MOVES and watched is self.search:
            row = self.list.currentIndex().row() + _MOVES[key]
            self._take_row(max(0, min(row, self.model.rowCount() - 1)))
            return True
        if watched is self.list and event.text().isprintable() and event.text().strip() and self.search.isVisible():
            self.search.setFocus()
            self.search.insert(event.text())
            return True
        return False
