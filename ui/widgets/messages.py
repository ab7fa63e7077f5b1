"""What the program says by itself: toasts, inline notices, empty states."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.delegates import strokes
from ui.widgets.buttons import link, secondary
from ui.widgets.painted import Painted
from ui.widgets.texts import ElidedLabel, Icon, label

_STAYS = 6000
_ABOVE = 16


class Toast(Painted):
    """One sentence at the bottom of a page for 6 s, with at most one action; stays while hovered or focused.

    ``parent`` is the page area; the toast places itself in it. Reports that must be read are a :class:`Notice`.
    """

    acted = Signal()
    """The action was pressed."""
    closed = Signal()

    def __init__(self, parent: QWidget, above: int = _ABOVE) -> None:
        """``above``: free pixels below the toast, with the action bar's height where there is one."""
        super().__init__(parent)
        self._above, self._area = above, parent
        self._icon = Icon("check", 16, "green")
        self._words = ElidedLabel()
        self._action = link("")
        self._action.clicked.connect(self._act)
        self._action.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 0, 13, 0)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addSpacing(20)
        row.addWidget(self._action)
        self.setFixedHeight(theme.TOAST)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS)
        self._timer.timeout.connect(self._time_is_up)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(8)
        shadow.setOffset(0, 2)
        shadow.setColor(theme.color("shadow"))
        self.setGraphicsEffect(shadow)
        theme.changed.connect(self._renew_shadow)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str = "", icon: str = "check", token: str = "green") -> None:
        """Show ``text``, replacing what was said before."""
        self._words.set_text(text)
        self._icon.set_icon(icon, token)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Go away now."""
        self._timer.stop()
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _act(self) -> None:
        self.dismiss()
        self.acted.emit()

    def _time_is_up(self) -> None:
        if self.underMouse() or self._action.hasFocus():
            return  # leaving starts the clock anew
        self.dismiss()

    def _place(self) -> None:
        area = self._area
        width = min(self.sizeHint().width(), area.width() - 2 * theme.SPACE)
        self.resize(width, theme.TOAST)
        self.move((area.width() - width) // 2, area.height() - theme.TOAST - self._above)

    def _renew_shadow(self) -> None:
        effect = self.graphicsEffect()
        if isinstance(effect, QGraphicsDropShadowEffect):
            effect.setColor(theme.color("shadow"))

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            strokes.rounded(painter, QRectF(self.rect()), theme.RADIUS, "raised", "rule-strong")

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._action:
            if kind == QEvent.Type.FocusIn:
                self._timer.stop()
            elif kind == QEvent.Type.FocusOut and self.isVisible():
                self._timer.start()
        elif kind == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)


class Notice(Painted):
    """A report that must be read, in line with the page: an icon, one sentence, links, a quiet end.

    ``fill`` is ``grey-soft`` for reports (28 high, 12 px) and ``amber-soft`` for a return (40 high, 14 px).
    """

    linked = Signal(str)
    """A link was pressed; its key."""

    def __init__(
        self,
        text: str = "",
        links: Sequence[tuple[str, str]] = (),
        icon: str = "info",
        fill: str = "grey-soft",
        end: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``links`` are (key, words)."""
        super().__init__(parent)
        loud = fill != "grey-soft"
        self._fill = fill
        self._size = theme.BODY if loud else theme.SMALL
        ink = {"amber-soft": "amber-text", "red-soft": "red"}.get(fill, "text-2")
        self._icon = Icon(icon, 16, ink)
        self._words = ElidedLabel(size=self._size)
        self._end = label(end, theme.SMALL, "text-2")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14 if loud else 10, 0, 12, 0)
        self._row.setSpacing(12 if loud else 8)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words)
        self._row.addSpacing(8)
        self._links: list[QWidget] = []
        self._row.addWidget(self._end)
        self.setFixedHeight(theme.TOAST if loud else theme.NOTICE)
        wide = QSizePolicy.Policy.Preferred if loud else QSizePolicy.Policy.Maximum
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self._end.setVisible(bool(end))
        if loud:
            self._row.setStretchFactor(self._words, 1)
        self.show_report(text, links)

    def show_report(self, text: str, links: Sequence[tuple[str, str]] = ()) -> None:
        """Show another report with its links."""
        self._words.set_text(text)
        self.setAccessibleName(text)
        for old in self._links:
            self._row.removeWidget(old)
            old.deleteLater()
        self._links = []
        for key, words in links:
            one = link(words, size=self._size)
            one.clicked.connect(lambda _checked=False, key=key: self.linked.emit(key))
            self._row.insertWidget(self._row.count() - 1, one)
            self._links.append(one)
        self.updateGeometry()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            strokes.rounded(painter, QRectF(self.rect()), theme.RADIUS_SMALL, self._fill)


#: The button stands no farther from its words in a wide window.
_EMPTY_WORDS = 540


class EmptyState(QWidget):
    """Where the first row would be: an icon, what there is not, what to do, one button."""

    acted = Signal()

    def __init__(
        self, icon: str, sentence: str, hint: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sentence = ElidedLabel(sentence)
        self._hint = ElidedLabel(hint, theme.SMALL, "text-2")
        self._button = secondary(action)
        self._button.setVisible(bool(action))
        self._button.clicked.connect(self.acted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._sentence)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 16, 0, 16)
        row.setSpacing(12)
        row.addWidget(Icon(icon, 24, "text-3"), 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (self._sentence, self._hint):
            part.setMaximumWidth(_EMPTY_WORDS)
        row.addLayout(words, _EMPTY_WORDS)
        row.addWidget(self._button)
        row.addStretch(1)
        self.setFocusProxy(self._button)
        self.setAccessibleName(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, sentence: str, hint: str = "", action: str = "") -> None:
        """Change the words, after a change of language or of what is missing."""
        self._sentence.set_text(sentence)
        self._hint.set_text(hint)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(sentence)
