"""The rail at the left edge: one button per page."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui import theme, widgets
from ui.delegates import painting
from ui.frame import registry


class Rail(QWidget):
    """The pages, top to bottom. Up and Down move between them, Enter goes there."""

    chosen = Signal(str)
    """The user asked for the page with this key."""

    def __init__(self, entries: Sequence[registry.Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        widgets.fill(self, "window")
        self.setFixedWidth(theme.RAIL_WIDTH)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, widgets.RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        for i, entry in enumerate(entries):
            if entry.at_foot:
                column.addStretch(1)
            button = widgets.RailButton(entry.icon, registry.page_title(entry.key), f"Ctrl+{i + 1}")
            button.clicked.connect(lambda _checked=False, key=entry.key: self.chosen.emit(key))
            button.installEventFilter(self)
            self._group.addButton(button)
            self._buttons[entry.key] = button
            column.addWidget(button)
        if not any(entry.at_foot for entry in entries):
            column.addStretch(1)
        self.retranslate()

    def set_current(self, key: str) -> None:
        """Mark a page as the one shown; none where it has no button."""
        if key not in self._buttons:
            self._group.setExclusive(False)
            for button in self._buttons.values():
                button.setChecked(False)
            self._group.setExclusive(True)
            return
        self._buttons[key].setChecked(True)
        self.setFocusProxy(self._buttons[key])

    def set_count(self, key: str, count: int) -> None:
        """Say how many things wait on a page."""
        if key in self._buttons:
            self._buttons[key].set_count(count)

    def retranslate(self) -> None:
        """Put the words in the language of now."""
        self.setAccessibleName(self.tr("Pages"))
        for key, button in self._buttons.items():
            button.set_word(registry.page_title(key))

    def _move(self, step: int) -> None:
        buttons = list(self._buttons.values())
        current = next((i for i, button in enumerate(buttons) if button.hasFocus()), 0)
        buttons[(current + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("window"))
            painting.rule(painter, self.width() - 1, 0, self.height(), upright=True)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down:
                    self._move(1)
                    return True
                case Qt.Key.Key_Up:
                    self._move(-1)
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    watched.click()  # type: ignore[attr-defined]
                    return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
