"""The first page: what to begin with, and what it will look like."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import languages, preferences, theme, widgets
from ui.actions import COMMANDS, Actions, shortcut_text
from ui.delegates import painting
from ui.frame import menus
from ui.pages.first_run_parts.choice import Choice
from ui.pages.first_run_parts.example import ExampleCard
from ui.session import Session

_LEFT = 646
#: The right side goes where the window is narrower than this.
_BOTH = 1180
_CHOICES = ("new", "open", "import", "sample")


class FirstRunPage(QWidget):
    """New office, open, import, sample; language and appearance. Shown as long as no file is open."""

    language_requested = Signal(str)
    scheme_requested = Signal(str)

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self._name = widgets.label("perftrack", theme.TITLE, bold=True)
        self._line = widgets.label(size=theme.FIGURE, bold=True)
        self._what = widgets.label(tone="text-2")
        self._choices = {key: Choice(COMMANDS[key].icon, shortcut_text(actions[key])) for key in _CHOICES}
        for key, choice in self._choices.items():
            choice.clicked.connect(actions[key].trigger)
        self._drop = widgets.label(size=theme.SMALL, tone="text-2")
        self._language = widgets.Button(icon="globe", kind="quiet", trailing="down")
        self._scheme = widgets.Button(icon="moon", kind="quiet", trailing="down")
        self._language.clicked.connect(self._open_languages)
        self._scheme.clicked.connect(self._open_schemes)
        self._example = ExampleCard()
        self._right = QWidget()
        self._lay_out()
        self.setFocusProxy(self._choices["new"])
        self.retranslate()

    def retranslate(self) -> None:
        """Put the words in the language of now."""
        self._line.setText(self.tr("Performance, in one book"))
        self._what.setText(self.tr("Targets, results, scores and self-evaluation sheets, all in one file"))
        words = {
            "new": (self.tr("New office"), self.tr("Begin with an empty file for your office")),
            "open": (self.tr("Open"), self.tr("Go on with a file you have (.perftrack)")),
            "import": (self.tr("Import"), self.tr("Bring in a perftrack package (.json)")),
            "sample": (
                self.tr("See the sample"),
                self.tr("延安北路街道 2024: 6 plans, 38 indicators"),
            ),
        }
        for key, (title, detail) in words.items():
            self._choices[key].set_words(title, detail)
        self._drop.setText(self.tr("Or drop a file here"))
        self._renew_choosers()
        if self._example.accessibleName():
            self._show_example()

    def _renew_choosers(self) -> None:
        settings = self._session.settings
        shown = (
            (self._language, languages.OWN_NAMES[self._session.language], self.tr("Language")),
            (self._scheme, menus.scheme_words(preferences.scheme_of(settings)), self.tr("Appearance")),
        )
        for button, word, name in shown:
            button.setText(word)
            button.setAccessibleName(f"{name}: {word}")
            button.updateGeometry()

    def _show_example(self) -> None:
        from ui.models.example_card import example_card  # late: the choices are painted before it is computed

        card = example_card()
        words = self.tr("Fiscal year %1　self-evaluation　sample data")
        self._example.show_card(card, words.replace("%1", str(card.plan.year)))

    def _open_languages(self) -> None:
        menus.below(menus.language_menu(self._session.settings, self.language_requested.emit, self), self._language)

    def _open_schemes(self) -> None:
        menus.below(menus.scheme_menu(self._session.settings, self._choose_scheme, self), self._scheme)

    def _choose_scheme(self, scheme: str) -> None:
        self.scheme_requested.emit(scheme)
        self._renew_choosers()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(widgets.Icon("logo", 32, "accent"))
        head.addWidget(self._name)
        head.addStretch(1)
        drop = QHBoxLayout()
        drop.setContentsMargins(12, 0, 0, 0)
        drop.setSpacing(12)
        drop.addWidget(widgets.Icon("file", 16))
        drop.addWidget(self._drop, 1)
        left = QWidget()
        left.setMaximumWidth(_LEFT)
        column = QVBoxLayout(left)
        column.setContentsMargins(84, 0, 36, 0)
        column.setSpacing(0)
        column.addStretch(3)
        for item in (head, 34, self._line, 6, self._what, 28):
            if isinstance(item, int):
                column.addSpacing(item)
            elif isinstance(item, QHBoxLayout):
                item.setContentsMargins(12, 0, 0, 0)
                column.addLayout(item)
            else:
                item.setContentsMargins(12, 0, 0, 0)
                column.addWidget(item)
        for choice in self._choices.values():
            column.addWidget(choice)
        column.addSpacing(24)
        column.addLayout(drop)
        column.addStretch(4)
        choosers = QHBoxLayout()
        choosers.setSpacing(16)
        choosers.addStretch(1)
        choosers.addWidget(self._language)
        choosers.addWidget(self._scheme)
        self._top = QWidget()
        self._top.setLayout(choosers)
        choosers.setContentsMargins(0, 16, 24, 16)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(24, 0, 24, 64)
        right.addStretch(1)
        right.addWidget(self._example, 0, Qt.AlignmentFlag.AlignHCenter)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, _LEFT)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self._top)
        side.addWidget(self._right, 1)
        row.addLayout(side, 720)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("surface"))
            edge = self._top.x()
            if self._right.isVisibleTo(self):
                painter.fillRect(self.rect().adjusted(edge, 0, 0, 0), theme.color("window"))
                painting.rule(painter, edge, 0, self.height(), upright=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._right.setVisible(self.width() >= _BOTH)
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._example.accessibleName():
            QTimer.singleShot(0, self, self._show_example)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
