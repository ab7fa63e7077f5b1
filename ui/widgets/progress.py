"""Running work: how far, at what, and a way to stop it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.delegates import strokes
from ui.widgets.buttons import Button
from ui.widgets.painted import Painted
from ui.widgets.texts import ElidedLabel, label


class ProgressBar(Painted):
    """4 high, radius 2."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._total = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_progress(self, done: int, total: int) -> None:
        """Show ``done`` of ``total``."""
        self._done, self._total = done, total
        self.setAccessibleName(f"{done} / {total}")
        self.update()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            strokes.rounded(painter, box, 2, "track-1")
            if self._total and self._done:
                box.setWidth(max(4.0, box.width() * min(1.0, self._done / self._total)))
                strokes.rounded(painter, box, 2, "accent")

    def sizeHint(self) -> QSize:
        return QSize(96, 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, 4)


class Spinner(Painted):
    """Work of unknown length: three quarters of a circle, turning while it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._step)
        self.setFixedSize(16, 16)

    def _step(self) -> None:
        self._turn = (self._turn + 30) % 360
        self.update()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(QPointF(8, 8))
            painter.rotate(self._turn)
            strokes.picture(painter, -8, -8, "spin", 16, "accent")

    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)


class ProgressRow(QWidget):
    """Bar, n / m, the present item, cancel. With ``total`` 0 the length is unknown and a circle turns instead."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, cancellable: bool = True) -> None:
        super().__init__(parent)
        self._bar, self._spinner = ProgressBar(), Spinner()
        self._count = label("", theme.BODY, "text-2")
        self._item = ElidedLabel(tone="text-2")
        self._cancel = Button("", kind="secondary")
        self._cancel.setVisible(cancellable)
        self._cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._spinner)
        row.addWidget(self._bar, 1)
        row.addWidget(self._count)
        row.addWidget(self._item, 1)
        row.addWidget(self._cancel)
        self._retranslate()
        self.show_progress(0, 0)

    def show_progress(self, done: int, total: int, item: str = "") -> None:
        """Show ``done`` of ``total`` and what is worked on now."""
        known = total > 0
        self._spinner.setVisible(not known)
        self._bar.setVisible(known)
        self._count.setVisible(known)
        self._bar.set_progress(done, total)
        self._count.setText(f"{done} / {total}")
        self._item.set_text(item)
        self.setAccessibleName(f"{done} / {total} {item}".strip() if known else item)

    def _retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel"))

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
