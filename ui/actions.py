"""The named acts of the window, with their words and shortcuts, in one place for menus, buttons and the search."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from perftrack.domain.periods import QUARTERS


@dataclass(frozen=True, slots=True)
class Command:
    """One act: its icon and shortcuts, and whether it needs an open file."""

    icon: str = ""
    keys: tuple[str, ...] = ()
    needs_file: bool = True
    listed: bool = True
    """Found by the search."""


#: Key of the act → what it is. The words are in :meth:`Actions.retranslate`.
COMMANDS = {
    "new": Command("building", ("Ctrl+N",), needs_file=False),
    "open": Command("folder", ("Ctrl+O",), needs_file=False),
    "import": Command("import", ("Ctrl+I",), needs_file=False),
    "sample": Command("compass", needs_file=False),
    "collect_write": Command("sheet"),
    "collect_read": Command("compare"),
    "close": Command("x", ("Ctrl+W",)),
    "save": Command("check", ("Ctrl+S",), listed=False),
    "undo": Command("undo", ("Ctrl+Z",)),
    "redo": Command("redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    "search": Command("search", ("Ctrl+K",), listed=False),
    "refresh": Command("return", ("F5",)),
    "next_region": Command(keys=("F6",), listed=False, needs_file=False),
    "previous_region": Command(keys=("Shift+F6",), listed=False, needs_file=False),
    "quit": Command("x", ("Ctrl+Q",), needs_file=False),
} | {f"quarter_{int(quarter)}": Command("history", (f"Alt+{int(quarter)}",)) for quarter in QUARTERS}


class Actions(QObject):
    """All acts as QActions of one window. Whoever does them connects to ``actions["open"].triggered``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        for key, command in COMMANDS.items():
            action = QAction(self)
            action.setObjectName(key)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            window.addAction(action)
            self._actions[key] = action
        self.retranslate()

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def listed(self) -> Iterator[tuple[str, QAction]]:
        """The acts the search may find now, with the icon of each."""
        for key, action in self._actions.items():
            if COMMANDS[key].listed and action.isEnabled():
                yield COMMANDS[key].icon, action

    def allow(self, is_open: bool) -> None:
        """Let acts that need a file be done only while there is one."""
        for key, command in COMMANDS.items():
            self._actions[key].setEnabled(is_open or not command.needs_file)

    def retranslate(self) -> None:
        """Put the words in the language of now."""
        words = {
            "new": self.tr("New office"),
            "open": self.tr("Open"),
            "import": self.tr("Import"),
            "sample": self.tr("See the sample"),
            "collect_write": self.tr("Write forms"),
            "collect_read": self.tr("Read forms back"),
            "close": self.tr("Close file"),
            "save": self.tr("Save"),
            "undo": self.tr("Undo"),
            "redo": self.tr("Redo"),
            "search": self.tr("Search"),
            "refresh": self.tr("Read the file anew"),
            "next_region": self.tr("Next part of the window"),
            "previous_region": self.tr("Previous part of the window"),
            "quit": self.tr("Quit"),
            "quarter_1": self.tr("Go to quarter 1"),
            "quarter_2": self.tr("Go to quarter 2"),
            "quarter_3": self.tr("Go to quarter 3"),
            "quarter_4": self.tr("Go to quarter 4"),
        }
        for key, text in words.items():
            self._actions[key].setText(text)


def shortcut_text(action: QAction) -> str:
    """Write the shortcut of ``action`` as keys: Ctrl K."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
