"""The one door for what the program says by itself: a passing sentence, or one that must be answered."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from ui import assets, theme
from ui.widgets.messages import Toast

_ICONS = {
    QMessageBox.Icon.Warning: ("warn", "amber-text"),
    QMessageBox.Icon.Information: ("info", "accent"),
    QMessageBox.Icon.Question: ("warn", "amber-text"),
}


class Alerts(QObject):
    """Toasts at the foot of the page area, and message boxes that open without stopping the program."""

    said = Signal(str)
    """Everything that was said, for the record."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._area: QWidget | None = None
        self._foot = 0
        self._toast: Toast | None = None
        self._action: Callable[[], object] | None = None

    def use_area(self, area: QWidget, foot: int = 0) -> None:
        """Show toasts in ``area`` from now on, above its action bar of height ``foot``; boxes open over its window."""
        if (area, foot) == (self._area, self._foot):
            return
        if self._toast is not None:
            self._toast.dismiss()
            self._toast.deleteLater()
        self._area, self._foot, self._toast = area, foot, None

    def say(
        self,
        text: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        icon: str = "check",
        token: str = "green",
    ) -> None:
        """Say one sentence for a few seconds, with at most one action (撤销)."""
        self.said.emit(text)
        if self._area is None:
            return
        if self._toast is None:
            self._toast = Toast(self._area, self._foot + theme.PANEL_PADDING)
            self._toast.acted.connect(self._act)
        self._action = on_action
        self._toast.say(text, action, icon, token)

    def refused(self, sentence: str) -> QMessageBox | None:
        """Say what the user's world refused: what happened, what is safe, what to do. It must be read."""
        return self._box(QMessageBox.Icon.Warning, sentence)

    def tell(self, sentence: str, details: str = "") -> QMessageBox | None:
        """Say something that must be read."""
        box = self._box(QMessageBox.Icon.Information, sentence)
        if box is not None and details:
            box.setDetailedText(details)
        return box

    def ask(
        self, sentence: str, yes: str, on_yes: Callable[[], object], *, hint: str = "", danger: bool = False
    ) -> QMessageBox | None:
        """Ask before something that is not easily taken back; ``yes`` names the act, the other button keeps all."""
        box = self._box(QMessageBox.Icon.Question, sentence, show=False)
        if box is None:
            return None
        box.setInformativeText(hint)
        role = QMessageBox.ButtonRole.DestructiveRole if danger else QMessageBox.ButtonRole.AcceptRole
        act = box.addButton(yes, role)
        stay = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay if danger else act)
        box.setEscapeButton(stay)
        box.buttonClicked.connect(lambda button: on_yes() if button is act else None)
        box.open()
        return box

    def _box(self, icon: QMessageBox.Icon, sentence: str, *, show: bool = True) -> QMessageBox | None:
        self.said.emit(sentence)
        window = self._area.window() if self._area is not None else QApplication.activeWindow()
        if window is None:
            return None
        box = QMessageBox(icon, "perftrack", sentence, parent=window)
        name, token = _ICONS[icon]
        box.setIconPixmap(assets.pixmap(name, 24, token))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if show:
            close = box.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
            box.setEscapeButton(close)
            box.open()
        return box

    def _act(self) -> None:
        if self._action is not None:
            self._action()
