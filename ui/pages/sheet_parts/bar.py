"""The bar at the foot: export, how far it is, what was written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme, widgets


class ExportBar(QWidget):
    """56 high. Before and after: a sentence and the filled button. While running: progress and cancel."""

    export_requested = Signal()
    cancel_requested = Signal()
    folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = widgets.ElidedLabel()
        self._icon = widgets.Icon("check", 16, "green")
        self.folder = widgets.quiet("", "folder")
        self.export = widgets.primary("")
        self.progress = widgets.ProgressRow()
        self._stack = QStackedWidget()
        idle = QWidget()
        row = QHBoxLayout(idle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self.folder)
        row.addWidget(self.export)
        self._stack.addWidget(idle)
        self._stack.addWidget(self.progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(widgets.Rule("rule-strong"))
        inner = QHBoxLayout()
        inner.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, 0)
        inner.addWidget(self._stack)
        column.addLayout(inner, 1)
        self.setFixedHeight(theme.ACTION_BAR)
        self.export.clicked.connect(self.export_requested)
        self.folder.clicked.connect(self.folder_requested)
        self.progress.cancel_requested.connect(self.cancel_requested)

    def show_ready(self, export: str, folder: str, words: str = "", *, may: bool = True) -> None:
        """Wait for the user; ``words`` say what there is to say before the start, or why it cannot."""
        self.export.setText(export)
        self.export.updateGeometry()
        self.export.setEnabled(may)
        self.folder.setText(folder)
        self.folder.updateGeometry()
        self._say(words, "")
        self.folder.hide()
        self._stack.setCurrentIndex(0)

    def show_running(self, done: int, total: int, item: str) -> None:
        """Show how far the work is."""
        self.progress.show_progress(done, total, item)
        self._stack.setCurrentIndex(1)

    def show_end(self, words: str, icon: str = "check", token: str = "green", *, folder: bool = True) -> None:
        """Say what was written, or what went wrong."""
        self._say(words, icon, token)
        self.folder.setVisible(folder)
        self._stack.setCurrentIndex(0)

    def words(self) -> str:
        """Give the sentence shown."""
        return self._words.text()

    def _say(self, words: str, icon: str, token: str = "green") -> None:
        self._words.set_text(words)
        self._words.set_tone("text" if icon else "text-2")
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.set_icon(icon, token)
