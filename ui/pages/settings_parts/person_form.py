"""The form beside the table of people: one person, new or known."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from perftrack.domain.people import Person
from perftrack.domain.plans import Plan
from perftrack.domain.terms import Role
from perftrack.services.people import os_account
from ui import theme, widgets
from ui.delegates.ticks import TickDelegate
from ui.models.people_table import OwnPlans
from ui.pages.settings_parts.section import prose
from ui.session import Session

_ROLES = tuple(Role)
_WIDTH = 320
_NO_MARK = int(Qt.ItemDataRole.UserRole) + 9


class PersonForm(QWidget):
    """Holds what is typed until it is asked for; stores nothing itself. Enter saves, Escape goes back."""

    save_requested = Signal()
    left = Signal()
    """Escape or Cancel: what was typed is given up."""
    password_requested = Signal()
    activity_requested = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown = Person("", Role.LEAD)
        self._first = False
        widgets.fill(self, "window")
        self.setFixedWidth(_WIDTH)
        self._title = widgets.label(bold=True)
        self.name, self.role, self.section, self.account = QLineEdit(), QComboBox(), QComboBox(), QLineEdit()
        self.plans = OwnPlans(self)
        self.plan_list = QListView()
        self.plan_list.setModel(self.plans)
        self.plan_list.setItemDelegate(TickDelegate(self.plan_list, _NO_MARK))
        self.plan_list.setProperty("fill", "window")
        self.plan_list.setMinimumHeight(2 * theme.ROW)
        self.plan_list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.plan_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reason = prose(tone="red")
        self._hint = prose()
        self.save, self.cancel = widgets.primary(""), widgets.secondary("")
        self.password, self.activity = widgets.link("", size=theme.SMALL), widgets.link("", size=theme.SMALL)
        self._has_password, self._activity = widgets.label(size=theme.SMALL), widgets.label(size=theme.SMALL)
        self._labels = [widgets.label(size=theme.SMALL, tone="text-2") for _ in range(5)]
        self._more = QWidget()
        self._own = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_person(self, person: Person, plans: Sequence[Plan], sections: Sequence[str], *, first: bool) -> None:
        """Show a person; one without an id is new. ``first``: there are no people yet."""
        self._shown, self._first = person, first
        self.reason.setText("")
        self.section.clear()
        self.section.addItem("", None)
        for section in sections:
            self.section.addItem(section, section)
        self.name.setText(person.name)
        self.role.setCurrentIndex(_ROLES.index(person.role))
        self.section.setCurrentIndex(max(0, self.section.findData(person.section)))
        self.account.setText(person.os_user or "")
        self.plans.show_plans(plans, person.plans)
        self.retranslate()

    def person(self) -> Person:
        """The person as typed."""
        return replace(
            self._shown,
            name=self.name.text().strip(),
            role=_ROLES[self.role.currentIndex()],
            section=self.section.currentData(),
            os_user=self.account.text().strip() or None,
            plans=self.plans.own(),
        )

    def is_changed(self) -> bool:
        """Whether something was typed that is not stored."""
        return self.person() != self._shown

    def shown(self) -> Person:
        """The person as stored."""
        return self._shown

    def refuse(self, sentence: str) -> None:
        """Say why something was not stored."""
        self.reason.setText(sentence)
        self.name.setFocus()
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.reason, 0, 0))

    def set_editable(self, editable: bool) -> None:
        """Let things be typed or only be read."""
        for part in (self.name, self.section, self.account, self.plan_list):
            part.setEnabled(editable)
        self.role.setEnabled(editable and not self._first)
        here = self.tr("This machine: %1").replace("%1", os_account())
        self.account.setPlaceholderText(here if editable else "")
        for part in (self.save, self.cancel, self.password, self.activity):
            part.setVisible(editable)

    def retranslate(self) -> None:
        """Words in the language of now."""
        speaker, person = self._session.speaker, self._shown
        self._title.setText(self.tr("Person") if person.id else self.tr("New person"))
        words = (
            self.tr("Name, best a role title"), self.tr("Role"), self.tr("Section"), self.tr("Account of the machine"),
            self.tr("Own plans"),
        )  # fmt: skip
        fields = (self.name, self.role, self.section, self.account, self.plan_list)
        for label, text, field in zip(self._labels, words, fields, strict=True):
            label.setText(text)
            label.setBuddy(field)
            field.setAccessibleName(text)
        self.account.setToolTip(self.tr("Whoever works under this account is this person without being asked"))
        current = max(0, self.role.currentIndex())
        blocked = self.role.blockSignals(True)
        self.role.clear()
        self.role.addItems([speaker.role(role, "") for role in _ROLES])
        self.role.setCurrentIndex(current)
        self.role.blockSignals(blocked)
        self._hint.setText(self.tr("The first person is a performance officer, who adds the others."))
        self._hint.setVisible(self._first)
        self.save.setText(self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))
        self._has_password.setText(self.tr("Has a password") if person.has_password else self.tr("No password"))
        self.password.setText(self.tr("Change…") if person.has_password else self.tr("Set…"))
        self.password.setAccessibleName(self.tr("Password: %1").replace("%1", self.password.text()))
        self._activity.setText(self.tr("Active") if person.active else self.tr("Inactive: cannot sign in"))
        self.activity.setText(self.tr("Deactivate") if person.active else self.tr("Reactivate"))
        self._more.setVisible(bool(person.id))
        self._follow()

    def _follow(self) -> None:
        """Show what goes with the role, and whether there is something to save."""
        role = _ROLES[max(0, self.role.currentIndex())]
        self._own.setVisible(role is Role.LEAD)
        self._rest.setVisible(role is not Role.LEAD)
        self.section.setItemText(0, self.tr("Whole office") if role is Role.HEAD else self.tr("None"))
        changed = self.is_changed()
        self.save.setEnabled(changed and bool(self.name.text().strip()))
        self.cancel.setEnabled(changed)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._follow)
        self.account.textChanged.connect(self._follow)
        self.role.currentIndexChanged.connect(self._follow)
        self.section.currentIndexChanged.connect(self._follow)
        self.plans.ticked.connect(self._follow)
        for field in (self.name, self.account):
            field.returnPressed.connect(self.save.click)
        self.save.clicked.connect(self.save_requested)
        self.cancel.clicked.connect(self.left)
        self.password.clicked.connect(self.password_requested)
        self.activity.clicked.connect(lambda: self.activity_requested.emit(not self._shown.active))

    def _lay_out(self) -> None:
        inside = widgets.fill(QWidget(), "window")
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.PANEL_PADDING, 14, theme.PANEL_PADDING, theme.PANEL_PADDING)
        column.setSpacing(theme.HALF)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        for label, field in zip(self._labels[:4], (self.name, self.role, self.section, self.account), strict=True):
            column.addSpacing(4)
            column.addWidget(label)
            column.addWidget(field)
        inner = QVBoxLayout(self._own)
        inner.setContentsMargins(0, 4, 0, 0)
        inner.setSpacing(theme.HALF)
        inner.addWidget(self._labels[4])
        inner.addWidget(self.plan_list, 1)
        column.addWidget(self._own, 1)
        column.addWidget(self.reason)
        column.addSpacing(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column.addLayout(buttons)
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 8, 0, 0)
        more.setSpacing(theme.HALF)
        more.addWidget(widgets.Rule("rule-strong"))
        for label, act in ((self._has_password, self.password), (self._activity, self.activity)):
            row = QHBoxLayout()
            row.addWidget(label)
            row.addStretch(1)
            row.addWidget(act)
            more.addLayout(row)
        column.addWidget(self._more)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
