"""What every painted widget has in common."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from ui import theme


class Painted(QWidget):
    """A widget that paints itself: repaints when the scheme changes, renews its words when the language does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.changed.connect(self.update)

    def retranslate(self) -> None:
        """Put own words (accessible names, tooltips) in the language of now. Override where there are any."""

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
