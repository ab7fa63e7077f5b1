"""Language and appearance of the window, for whoever uses this machine."""

from typing import get_args

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui import languages, preferences, theme, widgets
from ui.pages.settings_parts.section import Section, prose
from ui.session import Session

_LANGUAGES = ("system", *languages.LANGUAGES)
_SCHEMES = get_args(theme.Scheme)


class AppearanceSection(Section):
    """Two choices that show at once; they are kept on this machine, not in the file."""

    guarded = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.language, self.scheme = widgets.Segments([""] * len(_LANGUAGES)), widgets.Segments([""] * len(_SCHEMES))
        self.language.chosen.connect(lambda index: preferences.choose_language(session, _LANGUAGES[index]))
        self.scheme.chosen.connect(lambda index: preferences.choose_scheme(session, _SCHEMES[index]))
        self._names = [widgets.label(), widgets.label()]
        self._hint = prose()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        for row, control in enumerate((self.language, self.scheme)):
            grid.addWidget(self._names[row], row, 0)
            grid.addWidget(control, row, 1)
        grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, theme.PANEL_PADDING)
        column.setSpacing(16)
        column.addLayout(grid)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.setFocusProxy(self.language.part(0))

    def show_section(self, editable: bool) -> None:
        settings = self.session.settings
        self.language.set_current(_LANGUAGES.index(preferences.language_of(settings)))
        self.scheme.set_current(_SCHEMES.index(preferences.scheme_of(settings)))

    def retranslate(self) -> None:
        words = (self.tr("Language"), self.tr("Appearance"))
        for label, control, text in zip(self._names, (self.language, self.scheme), words, strict=True):
            label.setText(text)
            control.setAccessibleName(text)
        for i, key in enumerate(_LANGUAGES):
            self.language.set_word(i, languages.OWN_NAMES.get(key) or self.tr("As the system"))
        schemes = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        for i, key in enumerate(_SCHEMES):
            self.scheme.set_word(i, schemes[key])
        self._hint.setText(self.tr("Kept on this machine for you, not in the file"))
        self.show_section(True)

    def regions(self) -> list[QWidget]:
        return [self.language.part(max(0, self.language.current()))]
